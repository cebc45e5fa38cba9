//! The rules, each held by a case that raises it and one that nearly does.
//!
//! `fixtures/checks/<code>/raises.txt` and `nearly.txt` name reports of `fixtures/reports` and how they differ from them: a
//! line `report …`, then a `-` line with what is there and `+` lines with what stands in its place; an `unsure` line
//! names a figure whose place is taken to be uncertain. Of `raises.txt` every
//! report on its own, or all of them together, must give the code; of `nearly.txt` none may. `said.txt` is what is said,
//! in both languages; `UPDATE=1` rewrites it.

use nianbao::check::across::{self, Settings};
use nianbao::check::check;
use nianbao::finding::{Code, Lang, codes};
use nianbao::record::{Brief, FindingRecord, Record};
use nianbao::{Options, extract};
use std::fs;
use std::path::{Path, PathBuf};

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures")
}

/// The codes of rules: relations of the form, title, year and sections.
fn ruled() -> impl Iterator<Item = &'static Code> {
    codes::ALL.iter().copied().filter(|code| code.code.starts_with(['C', 'S']))
}

/// A report, and how a case changes it.
struct Changed {
    report: String,
    edits: Vec<(String, String)>,
    unsure: Vec<String>,
}

fn case(path: &Path) -> Vec<Changed> {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut reports: Vec<Changed> = Vec::new();
    let mut last = ' ';
    for line in text.lines() {
        if let Some(report) = line.strip_prefix("report ") {
            reports.push(Changed { report: report.to_owned(), edits: Vec::new(), unsure: Vec::new() });
            last = ' ';
            continue;
        }
        if let Some(path) = line.strip_prefix("unsure ") {
            reports.last_mut().expect("a case begins with a report").unsure.push(path.to_owned());
            continue;
        }
        let (mark, words) = (line.chars().next().unwrap(), line.get(2..).unwrap_or(""));
        let edits = &mut reports.last_mut().expect("a case begins with a report").edits;
        match (mark, last) {
            ('-', _) => edits.push((words.to_owned(), String::new())),
            ('+', '-') => edits.last_mut().unwrap().1 = words.to_owned(),
            ('+', '+') => edits.last_mut().unwrap().1 += &format!("\n{words}"),
            _ => panic!("{}: {line}", path.display()),
        }
        last = mark;
    }
    reports
}

fn record(changed: &Changed, at: usize, lang: Lang) -> Record {
    let path = fixtures().join("reports").join(&changed.report);
    let mut text = fs::read_to_string(&path).unwrap();
    for (from, to) in &changed.edits {
        assert_eq!(text.matches(from.as_str()).count().min(2), 1, "{}: “{from}” must stand there once", changed.report);
        text = text.replacen(from.as_str(), to, 1);
    }
    let name = format!("{}-{}", at + 1, changed.report);
    let options = Options { path: Some(name), lang, evidence: true, ..Options::default() };
    let mut record = extract(text.as_bytes(), &options).unwrap();
    if !changed.unsure.is_empty() {
        changed.unsure.iter().for_each(|path| record.evidence.get_mut(path.as_str()).unwrap().sure = false);
        record.findings = check(&record).iter().map(|finding| FindingRecord::new(finding, lang)).collect();
    }
    record
}

/// The findings with this code of each report, alone and beside the others.
fn raised(code: &Code, reports: &[Changed], lang: Lang) -> Vec<Vec<FindingRecord>> {
    let records: Vec<Record> = reports.iter().enumerate().map(|(at, changed)| record(changed, at, lang)).collect();
    let briefs: Vec<Brief> = records.iter().map(Brief::of).collect();
    let mut findings: Vec<Vec<FindingRecord>> = records.into_iter().map(|record| record.findings).collect();
    for (at, finding) in across::across(&briefs, &Settings::default()) {
        findings[at].push(FindingRecord::new(&finding, lang));
    }
    findings.iter_mut().for_each(|findings| findings.retain(|finding| finding.code == code.code));
    findings
}

fn folder(code: &Code) -> PathBuf {
    fixtures().join("checks").join(code.code)
}

fn said(findings: &[Vec<FindingRecord>]) -> String {
    let line = |finding: &FindingRecord| {
        let help = finding.help.as_ref().map(|help| format!("\n    {help}")).unwrap_or_default();
        format!("{:?} {:?} {}{help}\n", finding.severity, finding.origin, finding.message)
    };
    findings.iter().flatten().map(line).collect()
}

/// What is wrong with the cases of a code.
fn wrong(code: &Code) -> Option<String> {
    let reports = case(&folder(code).join("raises.txt"));
    let (zh, en) = (raised(code, &reports, Lang::Zh), raised(code, &reports, Lang::En));
    if zh.iter().all(Vec::is_empty) {
        return Some(format!("{} is not raised", code.code));
    }
    let text = said(&zh) + &said(&en);
    let path = folder(code).join("said.txt");
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, &text).unwrap();
    }
    if text != fs::read_to_string(&path).unwrap_or_default() {
        return Some(format!("{} says something else: {text}", code.code));
    }
    let nearly = raised(code, &case(&folder(code).join("nearly.txt")), Lang::Zh);
    let quiet = nearly.iter().all(Vec::is_empty);
    (!quiet).then(|| format!("{} is raised by the case that nearly does: {}", code.code, said(&nearly)))
}

#[test]
fn every_rule_is_raised_and_nearly_raised() {
    let wrong: Vec<String> = ruled().filter(|code| folder(code).exists()).filter_map(wrong).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let without: Vec<&str> = ruled().filter(|code| !folder(code).exists()).map(|code| code.code).collect();
    assert!(without.is_empty(), "no cases of {without:?}");
}

#[test]
fn every_code_is_explained_with_an_example() {
    for code in codes::ALL {
        let example = code.example.as_ref().unwrap_or_else(|| panic!("{} has no example", code.code));
        assert!(example.zh.chars().count() > 5 && example.en.chars().count() > 10, "{}", code.code);
    }
}

#[test]
fn no_sentence_is_left_with_a_gap() {
    for code in ruled() {
        let text = fs::read_to_string(folder(code).join("said.txt")).unwrap_or_default();
        assert!(!text.contains(['{', '}']), "{} lacks a fact: {text}", code.code);
    }
}
