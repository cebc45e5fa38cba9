//! Findings of many reports -> one flat row each: whose report, which figure, what stands there, what was expected.
//!
//! The lists of problems (JSON, CSV, workbook) are written from these rows, so that they say the same.

use super::people::{self, Style};
use crate::document::Place;
use crate::finding::{Lang, Origin, Severity};
use crate::record::Brief;
use crate::record::brief::{Printed, Reported};
use crate::template;
use serde::Serialize;

/// A finding as a row of a list.
#[derive(Clone, Debug, Serialize)]
pub struct Problem<'b> {
    /// The agency as printed.
    pub agency: Option<&'b str>,
    /// The report year.
    pub year: Option<i16>,
    /// The code of the finding.
    pub code: &'b str,
    /// Its name.
    pub slug: &'b str,
    /// How much it matters.
    pub severity: Severity,
    /// Whose fault it is.
    pub origin: Origin,
    /// The table of the first figure it names, as its section is called.
    pub table: Option<String>,
    /// The row of that figure.
    pub row: Option<&'static str>,
    /// Its column.
    pub column: Option<&'static str>,
    /// What is printed there.
    pub printed: Option<String>,
    /// The relation that should hold, in the words of the form.
    pub relation: Option<&'b str>,
    /// The sentence.
    pub message: &'b str,
    /// What would settle it.
    pub help: Option<&'b str>,
    /// Where it stands.
    pub place: Option<&'b Place>,
    /// Every figure that it names, with what is printed there.
    pub figures: Vec<Stated<'b>>,
    /// The file.
    pub file: String,
}

/// A figure and what is printed there.
#[derive(Clone, Debug, Serialize)]
pub struct Stated<'b> {
    /// Its path.
    pub path: &'b str,
    /// What is printed there.
    pub printed: String,
    /// Where it stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<&'b Place>,
}

/// The rows of all findings, in the order of the reports.
pub fn problems(briefs: &[Brief], lang: Lang) -> impl Iterator<Item = Problem<'_>> {
    briefs.iter().flat_map(move |brief| brief.findings.iter().map(move |reported| problem(brief, reported, lang)))
}

fn problem<'b>(brief: &'b Brief, reported: &'b Reported, lang: Lang) -> Problem<'b> {
    let style = Style { lang, colour: false };
    let finding = &reported.finding;
    let first = reported.printed.first();
    let figure = first.and_then(|printed| template::figure(brief.template?, &printed.path));
    let stated = |printed: &'b Printed| Stated {
        path: &printed.path,
        printed: people::value(printed, style),
        place: printed.place.as_ref(),
    };
    Problem {
        agency: brief.agency.as_deref(),
        year: brief.year,
        code: &finding.code,
        slug: &finding.slug,
        severity: finding.severity,
        origin: finding.origin,
        table: figure.map(section),
        row: figure.map(|figure| figure.row.as_str()),
        column: figure.map(|figure| figure.column.as_str()),
        printed: first.map(|printed| people::value(printed, style)),
        relation: finding.relation.as_deref(),
        message: &finding.message,
        help: finding.help.as_deref(),
        place: finding.place.as_ref(),
        figures: reported.printed.iter().map(stated).collect(),
        file: brief.source.name(),
    }
}

/// The section of a figure's table: 三、收到和处理政府信息公开申请情况. The statistics form is an annex.
pub(super) fn section(figure: &template::Figure) -> String {
    let specs = template::by_id(figure.template).map(|template| template.sections).unwrap_or_default();
    match specs.iter().find(|spec| spec.number == figure.section) {
        Some(spec) => format!("{}、{}", spec.number, spec.title),
        None => figure.section.to_owned(),
    }
}

/// The heads of the columns in which a problem is listed, and its cells.
pub(super) fn heads(lang: Lang) -> [&'static str; 14] {
    match lang {
        Lang::Zh => [
            "单位",
            "年度",
            "代码",
            "级别",
            "性质",
            "表",
            "行",
            "列",
            "填报值",
            "应为/关系",
            "说明",
            "建议",
            "位置",
            "文件",
        ],
        Lang::En => [
            "agency", "year", "code", "severity", "origin", "table", "row", "column", "printed", "expected", "message",
            "help", "place", "file",
        ],
    }
}

/// The cells of a problem, under [`heads`].
pub(super) fn cells(problem: &Problem, lang: Lang) -> [String; 14] {
    let style = Style { lang, colour: false };
    let text = |value: Option<&str>| value.unwrap_or_default().to_owned();
    [
        text(problem.agency),
        problem.year.map(|year| year.to_string()).unwrap_or_default(),
        problem.code.to_owned(),
        people::severity(problem.severity, lang).to_owned(),
        people::origin(problem.origin, lang).to_owned(),
        problem.table.clone().unwrap_or_default(),
        text(problem.row),
        text(problem.column),
        problem.printed.clone().unwrap_or_default(),
        text(problem.relation),
        problem.message.to_owned(),
        text(problem.help),
        problem.place.map(|place| people::place(place, style)).unwrap_or_default(),
        problem.file.clone(),
    ]
}
