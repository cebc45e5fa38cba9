//! Flat reports -> columns and rows: the wide panel, the long list of figures, the list of findings, the list of files.
//!
//! A shape fixes its columns before the first report is read: reports of any archive, and the parts of one, give tables
//! that can be laid below each other. The writers know columns and values only.

use super::flat::{Flat, FlatFigure, dictionary};
use crate::finding::{Origin, Severity};
use crate::record::Amount;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text.
    Text,
    /// A whole number that counts something.
    Count,
    /// An amount with decimals.
    Amount,
    /// A day, as `2023-01-18`.
    Date,
    /// Yes or no.
    Flag,
}

/// A column of a table.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its stable name: a figure path, or a name of the record.
    pub name: String,
    /// Its label in Chinese.
    pub label: String,
    /// What it holds.
    pub kind: Kind,
}

/// One cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value<'a> {
    /// Nothing.
    None,
    /// A text.
    Text(&'a str),
    /// A number.
    Number(Amount),
    /// A day, as `2023-01-18`.
    Date(&'a str),
    /// Yes or no.
    Flag(bool),
}

impl<'a> From<&'a Option<String>> for Value<'a> {
    fn from(text: &'a Option<String>) -> Self {
        text.as_deref().map_or(Value::None, Value::Text)
    }
}

/// The digits behind the decimal point that a column of amounts holds.
pub const DECIMALS: u32 = 10;

/// Whether a column of this kind can hold a number without changing it.
pub fn fits(kind: Kind, amount: Amount) -> bool {
    let digits = amount.to_string();
    let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
    let fraction = fraction.trim_end_matches('0').len() as u32;
    match kind {
        Kind::Count => fraction == 0 && whole.parse::<i64>().is_ok(),
        _ => fraction <= DECIMALS && whole.trim_start_matches('-').len() as u32 <= 38 - DECIMALS,
    }
}

/// A table of many reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// One line a report, one column a figure path.
    Wide,
    /// One line a figure.
    Long,
    /// One line a finding.
    Findings,
    /// One line an input, also of those that gave no record. Its rows are no reports, and come from the batch.
    Files,
}

impl Shape {
    /// The columns.
    pub fn columns(self) -> &'static [Column] {
        static WIDE: OnceLock<Vec<Column>> = OnceLock::new();
        static LONG: OnceLock<Vec<Column>> = OnceLock::new();
        static FINDINGS: OnceLock<Vec<Column>> = OnceLock::new();
        static FILES: OnceLock<Vec<Column>> = OnceLock::new();
        match self {
            Shape::Wide => WIDE.get_or_init(|| IDENTITY.iter().map(fixed).chain(figure_columns()).collect()),
            Shape::Long => LONG.get_or_init(|| FIGURE.iter().map(fixed).collect()),
            Shape::Findings => FINDINGS.get_or_init(|| FINDING.iter().map(fixed).collect()),
            Shape::Files => FILES.get_or_init(|| FILE.iter().map(fixed).collect()),
        }
    }

    /// Hands the rows of one report to a writer.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn rows<E>(self, flat: &Flat, mut write: impl FnMut(&[Value<'_>]) -> Result<(), E>) -> Result<(), E> {
        match self {
            Shape::Wide => wide(flat, write),
            Shape::Long => flat.figures.iter().try_for_each(|figure| write(&long(flat, figure))),
            Shape::Findings => findings(flat, write),
            Shape::Files => Ok(()),
        }
    }
}

type Fixed = (&'static str, &'static str, Kind);

fn fixed((name, label, kind): &Fixed) -> Column {
    Column { name: (*name).to_owned(), label: (*label).to_owned(), kind: *kind }
}

static IDENTITY: &[Fixed] = &[
    ("agency", "机关", Kind::Text),
    ("year", "年度", Kind::Count),
    ("template", "版式", Kind::Text),
    ("kind", "类别", Kind::Text),
    ("title", "标题", Kind::Text),
    ("published", "发布日期", Kind::Date),
    ("period_start", "期间起", Kind::Date),
    ("period_end", "期间止", Kind::Date),
    ("status", "状态", Kind::Text),
    ("flagged", "存疑数据", Kind::Text),
    ("source", "来源文件", Kind::Text),
    ("member", "压缩包内名称", Kind::Text),
    ("sha256", "SHA-256", Kind::Text),
];

static FIGURE: &[Fixed] = &[
    ("agency", "机关", Kind::Text),
    ("year", "年度", Kind::Count),
    ("template", "版式", Kind::Text),
    ("path", "数据路径", Kind::Text),
    ("label", "数据名称", Kind::Text),
    ("value", "数值", Kind::Amount),
    ("unit", "单位", Kind::Text),
    ("reading", "读法", Kind::Text),
    ("raw", "原文", Kind::Text),
    ("place", "位置", Kind::Text),
    ("flagged", "存疑", Kind::Flag),
    ("source", "来源文件", Kind::Text),
    ("member", "压缩包内名称", Kind::Text),
];

static FINDING: &[Fixed] = &[
    ("agency", "机关", Kind::Text),
    ("year", "年度", Kind::Count),
    ("code", "代码", Kind::Text),
    ("slug", "名称", Kind::Text),
    ("severity", "严重程度", Kind::Text),
    ("origin", "来源", Kind::Text),
    ("message", "说明", Kind::Text),
    ("figures", "涉及数据", Kind::Text),
    ("source", "来源文件", Kind::Text),
    ("member", "压缩包内名称", Kind::Text),
];

static FILE: &[Fixed] = &[
    ("source", "来源文件", Kind::Text),
    ("member", "压缩包内名称", Kind::Text),
    ("outcome", "结果", Kind::Text),
    ("status", "状态", Kind::Text),
    ("reason", "原因", Kind::Text),
    ("sentence", "说明", Kind::Text),
    ("sha256", "SHA-256", Kind::Text),
];

/// A column for each figure path of each edition; an amount has its unit and its yuan beside it.
fn figure_columns() -> impl Iterator<Item = Column> {
    dictionary().iter().flat_map(|figure| {
        let label = format!("{}/{}", figure.row, figure.column);
        let kind = if figure.unit.ends_with('元') { Kind::Amount } else { Kind::Count };
        let mut columns = vec![Column { name: figure.path.clone(), label: label.clone(), kind }];
        if let Some(stem) = figure.path.strip_suffix("amount") {
            columns.push(Column { name: format!("{stem}unit"), label: format!("{label}/单位"), kind: Kind::Text });
            let yuan = format!("{label}/元");
            columns.push(Column { name: format!("{stem}amount_yuan"), label: yuan, kind: Kind::Amount });
        }
        columns
    })
}

fn year(flat: &Flat) -> Value<'static> {
    flat.year.map_or(Value::None, |year| Value::Number(Amount::from(year.unsigned_abs() as u64)))
}

fn day(date: &Option<String>) -> Value<'_> {
    date.as_deref().map_or(Value::None, Value::Date)
}

fn wide<E>(flat: &Flat, mut write: impl FnMut(&[Value<'_>]) -> Result<(), E>) -> Result<(), E> {
    let found: BTreeMap<&str, &FlatFigure> = flat.figures.iter().map(|figure| (figure.path.as_str(), figure)).collect();
    let columns = &Shape::Wide.columns()[IDENTITY.len()..];
    let misfit = |figure: &FlatFigure| {
        let column = columns.iter().find(|column| column.name == figure.path);
        figure.value.is_some_and(|value| column.is_none_or(|column| !fits(column.kind, value)))
    };
    let doubtful = flat.figures.iter().filter(|figure| figure.flagged || misfit(figure));
    let flagged = doubtful.map(|figure| figure.path.as_str()).collect::<Vec<_>>().join(";");
    let mut row = vec![
        Value::from(&flat.agency),
        year(flat),
        Value::from(&flat.template),
        Value::Text(&flat.kind),
        Value::from(&flat.title),
        day(&flat.published),
        day(&flat.start),
        day(&flat.end),
        Value::Text(&flat.status),
        if flagged.is_empty() { Value::None } else { Value::Text(&flagged) },
        Value::Text(&flat.path),
        Value::from(&flat.member),
        Value::Text(&flat.sha256),
    ];
    row.extend(columns.iter().map(|column| cell(&found, column)));
    write(&row)
}

/// A figure, or the unit or the yuan of one, by the name of its column.
fn cell<'a>(found: &BTreeMap<&str, &'a FlatFigure>, column: &Column) -> Value<'a> {
    let number = |value: Option<Amount>| value.filter(|v| fits(column.kind, *v)).map_or(Value::None, Value::Number);
    if let Some(figure) = found.get(column.name.as_str()) {
        return number(figure.value);
    }
    let (stem, last) = column.name.rsplit_once('.').unwrap_or(("", &column.name));
    let Some(figure) = found.get(format!("{stem}.amount").as_str()) else { return Value::None };
    match last {
        "unit" => Value::from(&figure.unit),
        "amount_yuan" => number(figure.yuan),
        _ => Value::None,
    }
}

fn long<'a>(flat: &'a Flat, figure: &'a FlatFigure) -> [Value<'a>; 13] {
    let text = |text: &'a str| if text.is_empty() { Value::None } else { Value::Text(text) };
    [
        Value::from(&flat.agency),
        year(flat),
        Value::from(&flat.template),
        Value::Text(&figure.path),
        Value::Text(&figure.label),
        figure.value.map_or(Value::None, Value::Number),
        Value::from(&figure.unit),
        Value::Text(&figure.reading),
        text(&figure.raw),
        text(&figure.place),
        Value::Flag(figure.flagged || figure.value.is_some_and(|value| !fits(Kind::Amount, value))),
        Value::Text(&flat.path),
        Value::from(&flat.member),
    ]
}

fn findings<E>(flat: &Flat, mut write: impl FnMut(&[Value<'_>]) -> Result<(), E>) -> Result<(), E> {
    flat.findings.iter().try_for_each(|finding| {
        let severity = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        };
        let origin = match finding.origin {
            Origin::Source => "source",
            Origin::Extraction => "extraction",
        };
        let figures = finding.figures.join(";");
        write(&[
            Value::from(&flat.agency),
            year(flat),
            Value::Text(&finding.code),
            Value::Text(&finding.slug),
            Value::Text(severity),
            Value::Text(origin),
            Value::Text(&finding.message),
            Value::Text(&figures),
            Value::Text(&flat.path),
            Value::from(&flat.member),
        ])
    })
}
