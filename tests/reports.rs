//! The reports of `fixtures/reports`: every `input.*` of a case gives the record beside it.
//!
//! A case is a folder. `record.json` is what all its inputs must agree on: title, agency, year, sections, figures and their
//! readings. `findings.<ext>.txt` is what is said of each input. `UPDATE=1 cargo test --test reports` rewrites both; a
//! change of them is read in the diff.

#[path = "reports/doubts.rs"]
mod doubts;
#[path = "reports/workbooks.rs"]
mod workbooks;

use nianbao::finding::Lang;
use nianbao::record::{Block, Reading, Record, Section};
use nianbao::{Options, extract};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures")
}

fn sorted(folder: &Path) -> Vec<PathBuf> {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    entries
}

fn cases() -> Vec<PathBuf> {
    sorted(&fixtures().join("reports"))
        .iter()
        .filter(|path| path.is_dir())
        .flat_map(|edition| sorted(edition))
        .filter(|path| path.is_dir())
        .collect()
}

fn inputs(case: &Path) -> Vec<PathBuf> {
    sorted(case).into_iter().filter(|path| path.file_stem().is_some_and(|stem| stem == "input")).collect()
}

fn record(bytes: &[u8], name: &str) -> Record {
    let options = Options { lang: Lang::Zh, evidence: true, ..Options::default() };
    extract(bytes, &options).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// What all inputs of a case agree on.
fn agreed(record: &Record) -> Value {
    let readings: serde_json::Map<String, Value> = record
        .evidence
        .iter()
        .filter(|(_, evidence)| evidence.reading != Reading::Number)
        .map(|(path, evidence)| (path.to_string(), json!(evidence.reading)))
        .collect();
    json!({
        "kind": record.kind, "title": record.title, "agency": record.agency, "year": record.year, "published": record.published,
        "period": record.period, "template": record.template, "contact": record.contact,
        "sections": record.sections.iter().map(section).collect::<Vec<_>>(),
        "disclosure": record.disclosure, "requests": record.requests, "remedies": record.remedies, "statistics": record.statistics,
        "no_number": readings,
        "narrative": record.narrative.iter().map(fact).collect::<Vec<_>>(),
    })
}

/// A fact without its place: the words may be broken differently, and only a text has lines.
fn fact(fact: &nianbao::record::Fact) -> Value {
    json!({
        "key": fact.key, "name": fact.name, "reading": fact.reading, "value": fact.value, "unit": fact.unit,
        "approximate": fact.approximate, "scope": fact.scope, "section": fact.section, "figure": fact.figure,
    })
}

/// A section without its tables: what became of a table differs by format, and the figures are compared anyway.
fn section(section: &Section) -> Value {
    let text = |block: &Block| match block {
        Block::Paragraph(text) => Some(text.split_whitespace().collect::<String>()),
        Block::Table(_) => None,
    };
    // Rows of a flattened table are paragraphs of the text version only; no sentence is shorter than they are.
    let sentences = section.blocks.iter().filter_map(text).filter(|text| text.ends_with(['。', '；', '：']));
    json!({
        "number": section.number, "level": section.level, "key": section.key, "title": section.title,
        "paragraphs": sentences.collect::<Vec<_>>(),
        "sections": section.sections.iter().map(self::section).collect::<Vec<_>>(),
    })
}

fn findings(record: &Record) -> String {
    let line = |f: &nianbao::record::FindingRecord| {
        format!("{} {:?} {:?} {} {}\n", f.code, f.severity, f.origin, f.message, f.figures.join(" "))
    };
    record.findings.iter().map(line).collect()
}

fn holds(path: &Path, text: &str) {
    if std::env::var_os("UPDATE").is_some() {
        fs::write(path, text).unwrap();
    }
    let expected = fs::read_to_string(path).unwrap_or_default();
    assert!(expected == text, "{} differs; UPDATE=1 rewrites it, then read the diff\n{text}", path.display());
}

#[test]
fn every_input_of_a_case_gives_its_record() {
    let cases = cases();
    assert!(cases.len() >= 8, "the fixtures are not where they should be");
    for case in cases {
        let inputs = inputs(&case);
        assert!(!inputs.is_empty(), "{} has no input", case.display());
        let mut first: Option<Value> = None;
        for input in inputs {
            let name = input.display().to_string();
            let record = record(&fs::read(&input).unwrap(), &name);
            let agreed = agreed(&record);
            let expected = first.get_or_insert_with(|| agreed.clone());
            assert_eq!(*expected, agreed, "{name} gives another record than the first input of its case");
            let extension = input.extension().unwrap().to_string_lossy().into_owned();
            holds(&case.join(format!("findings.{extension}.txt")), &findings(&record));
        }
        let text = serde_json::to_string_pretty(&first.unwrap()).unwrap() + "\n";
        holds(&case.join("record.json"), &text);
    }
}

#[test]
fn every_row_of_every_edition_is_filled_in_some_case() {
    let mut filled = std::collections::BTreeSet::new();
    for input in cases().iter().flat_map(|case| inputs(case)) {
        let record = record(&fs::read(&input).unwrap(), &input.display().to_string());
        let numbers = record
            .evidence
            .into_iter()
            .filter(|(_, e)| e.reading == Reading::Number)
            .map(|(path, _)| (record.template, path));
        filled.extend(numbers);
    }
    for template in nianbao::template::TEMPLATES {
        for figure in template.figures() {
            assert!(
                filled.contains(&(Some(template.id), figure.path.clone().into())),
                "{} {} is filled nowhere",
                template.id,
                figure.path
            );
        }
    }
}

/// Disturbances that change nothing a reader sees.
#[test]
fn what_does_not_matter_changes_nothing() {
    for case in cases() {
        for input in inputs(&case)
            .iter()
            .filter(|input| input.extension().is_some_and(|extension| extension == "html" || extension == "txt"))
        {
            let name = input.display().to_string();
            let text = fs::read_to_string(input).unwrap();
            let plain = agreed(&record(text.as_bytes(), &name));
            for (disturbance, bytes) in disturbed(&text, name.ends_with("html")) {
                assert_eq!(plain, agreed(&record(&bytes, &name)), "{name}: {disturbance}");
            }
        }
    }
}

fn disturbed(text: &str, page: bool) -> Vec<(&'static str, Vec<u8>)> {
    let (gbk, _, lost) = encoding_rs::GB18030.encode(text);
    assert!(!lost);
    let wide: Vec<u8> = [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let mut all = vec![
        ("GB18030 instead of UTF-8", gbk.into_owned()),
        ("UTF-16 with a mark", wide),
        ("a byte-order mark", format!("\u{feff}{text}").into_bytes()),
        ("line ends of two characters", text.replace("\r\n", "\n").replace('\n', "\r\n").into_bytes()),
    ];
    if page {
        let cells = |wrap: fn(&str) -> String| in_cells(text, wrap).into_bytes();
        all.push(("full-width digits in cells", cells(|cell| cell.chars().map(wide_digit).collect())));
        all.push(("zero-width blanks in cells", cells(|cell| cell.chars().flat_map(|c| ['\u{200b}', c]).collect())));
        all.push((
            "a span around every character of a cell",
            cells(|cell| cell.chars().map(|c| format!("<span style=\"x\">{c}</span>")).collect()),
        ));
        all.push(("no-break blanks around cells", cells(|cell| format!("&nbsp;{cell}\u{3000}"))));
    }
    all
}

fn wide_digit(c: char) -> char {
    c.to_digit(10).and_then(|digit| char::from_u32('０' as u32 + digit)).unwrap_or(c)
}

/// The page with the text of each plain value cell rewritten.
fn in_cells(page: &str, rewrite: fn(&str) -> String) -> String {
    let pattern = regex::Regex::new(r"(<td[^>]*>(?:<p[^>]*>)?)([^<&]+)((?:</p>)?</td>)").unwrap();
    let is_value = |text: &str| !text.trim().is_empty() && text.trim().chars().all(|c| c.is_ascii_digit());
    pattern
        .replace_all(page, |found: &regex::Captures<'_>| {
            let inner = if is_value(&found[2]) { rewrite(found[2].trim()) } else { found[2].to_owned() };
            format!("{}{inner}{}", &found[1], &found[3])
        })
        .into_owned()
}

#[test]
fn every_record_fits_the_schema() {
    let schema: Value = serde_json::from_str(&nianbao::record::schema()).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for input in cases().iter().flat_map(|case| inputs(case)) {
        let name = input.display().to_string();
        let value = plain_numbers(serde_json::to_value(record(&fs::read(&input).unwrap(), &name)).unwrap());
        let errors: Vec<String> =
            validator.iter_errors(&value).map(|error| format!("{error} at {}", error.instance_path())).collect();
        assert!(errors.is_empty(), "{name}: {errors:?}");
    }
}

/// The same value, read back from its text: what a consumer has.
fn plain_numbers(value: Value) -> Value {
    serde_json::from_str(&value.to_string()).unwrap()
}

#[test]
fn the_same_bytes_give_the_same_record() {
    for input in cases().iter().flat_map(|case| inputs(case)) {
        let bytes = fs::read(&input).unwrap();
        let once = || nianbao::emit::json::pretty(&record(&bytes, "twice"));
        assert_eq!(once(), once());
    }
}

#[test]
fn expectations_are_not_rewritten_where_they_are_checked() {
    assert!(std::env::var_os("CI").is_none() || std::env::var_os("UPDATE").is_none(), "UPDATE must not be set in CI");
}
