//! Findings for people: code, severity, whose fault, place, sentence, and the figures with what stands there.

use crate::document::Place;
use crate::finding::{Lang, Origin, Severity};
use crate::record::{Evidence, FindingRecord, Reading, Record};
use std::fmt::Write;

/// How findings are shown.
#[derive(Clone, Copy, Debug, Default)]
pub struct Style {
    /// The language of the words around the sentences.
    pub lang: Lang,
    /// With terminal colours.
    pub colour: bool,
}

/// As many figures of one finding as are listed.
const FIGURES: usize = 12;

/// The findings of a record, under a line that names it. The record must carry its evidence.
pub fn findings(record: &Record, style: Style) -> String {
    let mut text = heading(record, style);
    for finding in &record.findings {
        text.push_str(&one(record, finding, style));
    }
    if record.findings.is_empty() {
        let _ = writeln!(text, "  {}", pick(style, "没有发现问题", "no findings"));
    }
    text
}

fn pick(style: Style, zh: &'static str, en: &'static str) -> &'static str {
    match style.lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

fn heading(record: &Record, style: Style) -> String {
    let unknown = pick(style, "（机关不详）", "(agency unknown)").to_owned();
    let agency = shown(record.agency.as_ref().unwrap_or(&unknown));
    let year = record.year.map_or_else(|| "????".to_owned(), |year| year.to_string());
    let path = record.source.path.as_deref().map(shown).unwrap_or_default();
    paint(&format!("{agency} {year}  {path}"), "1", style) + "\n"
}

fn one(record: &Record, finding: &FindingRecord, style: Style) -> String {
    let (severity, colour) = match finding.severity {
        Severity::Error => (pick(style, "错误", "error"), "31"),
        Severity::Warning => (pick(style, "警告", "warning"), "33"),
        Severity::Note => (pick(style, "提示", "note"), "36"),
    };
    let origin = match finding.origin {
        Origin::Source => pick(style, "报告", "report"),
        Origin::Extraction => pick(style, "读取", "reading"),
    };
    let head = paint(&format!("{} {severity}", finding.code), colour, style);
    let place = finding.place.as_ref().map(|p| format!(" {}", place(p, style))).unwrap_or_default();
    let mut text = format!("  {head} [{origin}]{place} {}\n", shown(&finding.message));
    let printed = finding.figures.iter().filter_map(|path| Some((path, record.figure(path)?)));
    for (path, evidence) in printed.take(FIGURES) {
        let _ = writeln!(text, "      {path}  {} = {}", evidence.label, value(evidence, style));
    }
    if finding.figures.len() > FIGURES {
        let _ = writeln!(text, "      … {}", finding.figures.len() - FIGURES);
    }
    text
}

/// A place in words: 表3 行5 列10, 第12行, Sheet1!B7.
pub fn place(place: &Place, style: Style) -> String {
    let sheet = place.cell.as_ref().map(|cell| format!("{}!{cell}", place.sheet.as_deref().unwrap_or_default()));
    let word = |zh: &str, en: &str, value: Option<u32>| {
        value.map(|v| match style.lang {
            Lang::Zh => format!("{zh}{v}"),
            Lang::En => format!("{en} {v}"),
        })
    };
    let line = place.line.map(|line| match style.lang {
        Lang::Zh => format!("第{line}行"),
        Lang::En => format!("line {line}"),
    });
    let in_table = place.line.is_none() && place.cell.is_none();
    let parts = [
        sheet,
        line,
        word("表", "table", place.table.filter(|_| in_table)),
        word("行", "row", place.row),
        word("列", "column", place.column),
    ];
    parts.into_iter().flatten().map(|part| shown(&part)).collect::<Vec<_>>().join(" ")
}

fn value(evidence: &Evidence, style: Style) -> String {
    match evidence.reading {
        Reading::Number => evidence.value.map(|value| value.to_string()).unwrap_or_default(),
        Reading::Blank => pick(style, "（空白）", "(blank)").to_owned(),
        Reading::Ambiguous => pick(style, "（位置不明）", "(position unknown)").to_owned(),
        Reading::Absent => pick(style, "（没有）", "(absent)").to_owned(),
        Reading::Dash | Reading::NotApplicable | Reading::Illegible => shown(&evidence.raw),
    }
}

fn paint(text: &str, colour: &str, style: Style) -> String {
    if style.colour { format!("\u{1b}[{colour}m{text}\u{1b}[0m") } else { text.to_owned() }
}

/// A text of a report as a terminal may show it: without control characters.
fn shown(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}
