//! Reports that are easily read wrong: heads with foreign words, rows of an agency's own, values that stand elsewhere, titles
//! below a menu.
//!
//! Beside each report of `fixtures/doubts` stands what is read of it: every figure that is there, and the code of every
//! finding on the reading with the first figure that it names. `UPDATE=1 cargo test --test reports` rewrites that; a change of it
//! is read in the diff.

use nianbao::finding::{Lang, Origin};
use nianbao::record::{Reading, Record};
use nianbao::{Options, extract};
use std::fs;
use std::path::{Path, PathBuf};

fn reports() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/doubts");
    let all = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut reports: Vec<PathBuf> =
        all.filter(|path| path.extension().is_some_and(|ending| ending != "read")).collect();
    reports.sort();
    reports
}

/// What is read: which report it is and what it is made of, a line for each figure, then one for each finding on the reading.
fn read(record: &Record) -> String {
    let text = |value: &Option<String>| value.clone().unwrap_or_else(|| "-".to_owned());
    let year = record.year.map_or_else(|| "-".to_owned(), |year| year.to_string());
    let mut lines = vec![format!("{} {year} {}", text(&record.agency), text(&record.published))];
    for section in &record.sections {
        let (key, parts, inner) = (text(&section.key), section.blocks.len(), section.sections.len());
        lines.push(format!("{} {key}: {parts} parts, {inner} sections", section.number));
    }
    let contact = &record.contact;
    lines.extend([&contact.address, &contact.telephone, &contact.email].into_iter().flatten().cloned());
    for (path, evidence) in record.evidence.iter().filter(|(_, evidence)| evidence.reading != Reading::Absent) {
        let reading = serde_json::to_value(evidence.reading).unwrap();
        let shown = evidence.value.map_or_else(|| reading.as_str().unwrap().to_owned(), |value| value.to_string());
        lines.push(format!("{path} {shown}"));
    }
    for finding in record.findings.iter().filter(|finding| finding.origin == Origin::Extraction) {
        lines.push(
            format!("{} {}", finding.code, finding.figures.first().map_or("", String::as_str)).trim_end().to_owned(),
        );
    }
    lines.join("\n") + "\n"
}

#[test]
fn doubtful_reports_are_read_as_far_as_they_tell() {
    let mut differing = Vec::new();
    for path in reports() {
        let options = Options { lang: Lang::En, evidence: true, ..Options::default() };
        let record = extract(&fs::read(&path).unwrap(), &options).unwrap_or_else(|error| panic!("{path:?}: {error}"));
        let golden = PathBuf::from(format!("{}.read", path.display()));
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&golden, read(&record)).unwrap();
        }
        if fs::read_to_string(&golden).unwrap_or_default() != read(&record) {
            differing.push(path);
        }
    }
    assert!(differing.is_empty(), "read otherwise: {differing:#?}");
    assert!(!reports().is_empty());
}
