//! Findings for people: code, severity, whose fault, place, sentence, and the figures with what stands there.

use crate::document::Place;
use crate::finding::{Lang, Origin, Severity};
use crate::record::brief::{Printed, Reported};
use crate::record::{Brief, Reading};
use crate::template;
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

/// The findings of a report, under a line that names it.
pub fn findings(brief: &Brief, style: Style) -> String {
    let mut text = heading(brief, style);
    for reported in &brief.findings {
        text.push_str(&one(brief, reported, style));
    }
    if brief.findings.is_empty() {
        let _ = writeln!(text, "  {}", style.lang.pick("没有发现问题", "no findings"));
    }
    text
}

/// How many reports and findings there are, in one line.
pub fn summary(briefs: &[Brief], style: Style) -> String {
    let count =
        |severity| briefs.iter().flat_map(|brief| &brief.findings).filter(|of| of.finding.severity == severity).count();
    let (errors, warnings, notes) = (count(Severity::Error), count(Severity::Warning), count(Severity::Note));
    let reports = briefs.len();
    let line = match style.lang {
        Lang::Zh => format!("共 {reports} 份报告：{errors} 个错误，{warnings} 个警告，{notes} 个提示"),
        Lang::En => format!("{reports} reports: {errors} errors, {warnings} warnings, {notes} notes"),
    };
    paint(&line, "1", style) + "\n"
}

/// A severity in words.
pub fn severity(severity: Severity, lang: Lang) -> &'static str {
    match severity {
        Severity::Error => lang.pick("错误", "error"),
        Severity::Warning => lang.pick("警告", "warning"),
        Severity::Note => lang.pick("提示", "note"),
    }
}

/// Whose fault it is, in a word.
pub fn origin(origin: Origin, lang: Lang) -> &'static str {
    match origin {
        Origin::Source => lang.pick("报告", "report"),
        Origin::Extraction => lang.pick("读取", "reading"),
    }
}

fn heading(brief: &Brief, style: Style) -> String {
    let unknown = style.lang.pick("（机关不详）", "(agency unknown)");
    let agency = shown(brief.agency.as_deref().unwrap_or(unknown));
    let year = brief.year.map_or_else(|| "????".to_owned(), |year| year.to_string());
    paint(&format!("{agency} {year}  {}", shown(&brief.source.name())), "1", style) + "\n"
}

fn one(brief: &Brief, reported: &Reported, style: Style) -> String {
    let finding = &reported.finding;
    let colour = match finding.severity {
        Severity::Error => "31",
        Severity::Warning => "33",
        Severity::Note => "36",
    };
    let head = paint(&format!("{} {}", finding.code, severity(finding.severity, style.lang)), colour, style);
    let place = finding.place.as_ref().map(|p| format!(" {}", place(p, style))).unwrap_or_default();
    let origin = origin(finding.origin, style.lang);
    let mut text = format!("  {head} [{origin}]{place} {}\n", shown(&finding.message));
    for printed in reported.printed.iter().take(FIGURES) {
        let _ = writeln!(text, "      {}  {} = {}", printed.path, label(brief, printed), value(printed, style));
    }
    if reported.printed.len() > FIGURES {
        let _ = writeln!(text, "      … {}", reported.printed.len() - FIGURES);
    }
    if let Some(help) = &finding.help {
        let _ = writeln!(text, "      {} {}", paint("→", "32", style), shown(help));
    }
    text
}

fn label(brief: &Brief, printed: &Printed) -> String {
    let figure = brief.template.and_then(|id| template::figure(id, &printed.path));
    figure.map(|figure| format!("{}/{}", figure.row, figure.column)).unwrap_or_default()
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

/// What stands where a figure should be, in words.
pub fn value(printed: &Printed, style: Style) -> String {
    let number = || printed.value.map(|value| value.to_string()).unwrap_or_default();
    match printed.reading {
        Some(Reading::Number) => number(),
        Some(Reading::Blank) => style.lang.pick("（空白）", "(blank)").to_owned(),
        Some(Reading::Ambiguous) => style.lang.pick("（位置不明）", "(position unknown)").to_owned(),
        Some(Reading::Absent) => style.lang.pick("（没有）", "(absent)").to_owned(),
        Some(Reading::Dash | Reading::NotApplicable | Reading::Illegible) => shown(&printed.raw),
        None => style.lang.pick("（没有数值）", "(no value)").to_owned(),
    }
}

fn paint(text: &str, colour: &str, style: Style) -> String {
    if style.colour { format!("\u{1b}[{colour}m{text}\u{1b}[0m") } else { text.to_owned() }
}

/// A text of a report as a terminal may show it: without control characters.
fn shown(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}
