//! Findings as a workbook that an office can send on: a sheet of problems, one of counts, and the figures they rest on.

use super::people::{self, Style};
use super::problems;
use crate::finding::Lang;
use crate::record::brief::Printed;
use crate::record::{Brief, Reading};
use crate::template;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};
use std::collections::{BTreeMap, BTreeSet};

/// As many rows as a sheet takes below its head.
const ROWS: usize = 1_048_575;
/// As many characters as a cell takes.
const CELL: usize = 32_767;
/// As many digits of a number as a spreadsheet keeps; a number of more is written as text.
const DIGITS: usize = 15;

/// Why no workbook could be written.
#[derive(Debug, thiserror::Error)]
#[error("the workbook cannot be written: {0}")]
pub struct Unwritable(String);

impl From<XlsxError> for Unwritable {
    fn from(error: XlsxError) -> Self {
        Unwritable(error.to_string())
    }
}

/// The bytes of the workbook.
///
/// # Errors
/// Where the workbook would be larger than the format allows.
pub fn workbook(briefs: &[Brief], lang: Lang) -> Result<Vec<u8>, Unwritable> {
    let mut workbook = Workbook::new();
    // The same findings give the same bytes, whenever they are written.
    let epoch = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&epoch));
    workbook.push_worksheet(problem_sheet(briefs, lang)?);
    workbook.push_worksheet(count_sheet(briefs, lang)?);
    for sheet in figure_sheets(briefs, lang)? {
        workbook.push_worksheet(sheet);
    }
    Ok(workbook.save_to_buffer()?)
}

/// A sheet with a head that stays in sight, and columns of these widths.
fn sheet(name: &str, heads: &[&str], widths: &[u8]) -> Result<Worksheet, XlsxError> {
    let mut sheet = Worksheet::new();
    let bold = Format::new().set_bold().set_align(FormatAlign::Top);
    sheet.set_name(name)?.set_freeze_panes(1, 0)?;
    for (column, head) in (0u16..).zip(heads) {
        sheet.write_string_with_format(0, column, *head, &bold)?;
        sheet.set_column_width(column, f64::from(widths.get(usize::from(column)).copied().unwrap_or(10)))?;
    }
    Ok(sheet)
}

/// Texts are written as texts, whatever they begin with.
fn put(sheet: &mut Worksheet, row: u32, column: u16, text: &str, format: &Format) -> Result<(), XlsxError> {
    let cut: String = text.chars().take(CELL).collect();
    sheet.write_string_with_format(row, column, cut, format).map(|_| ())
}

fn problem_sheet(briefs: &[Brief], lang: Lang) -> Result<Worksheet, XlsxError> {
    let heads = problems::heads(lang);
    let widths = [24, 7, 8, 7, 7, 22, 34, 16, 12, 34, 50, 44, 16, 30];
    let mut sheet = sheet(pick(lang, "问题", "problems"), &heads, &widths)?;
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let mut rows = 0;
    for (row, problem) in (1u32..).zip(problems::problems(briefs, lang).take(ROWS)) {
        for (column, cell) in (0u16..).zip(problems::cells(&problem, lang)) {
            put(&mut sheet, row, column, &cell, &wrapped)?;
        }
        rows = row;
    }
    sheet.autofilter(0, 0, rows, heads.len() as u16 - 1)?;
    Ok(sheet)
}

/// A row for each agency, a column for each code that was raised.
fn count_sheet(briefs: &[Brief], lang: Lang) -> Result<Worksheet, XlsxError> {
    let mut counts: BTreeMap<&str, BTreeMap<&str, u32>> = BTreeMap::new();
    for problem in problems::problems(briefs, lang) {
        let agency = problem.agency.unwrap_or_default();
        *counts.entry(agency).or_default().entry(problem.code).or_default() += 1;
    }
    let codes: BTreeSet<&str> = counts.values().flat_map(|of| of.keys().copied()).collect();
    let all = [pick(lang, "单位", "agency"), pick(lang, "合计", "all")];
    let heads: Vec<&str> = all.into_iter().chain(codes.iter().copied()).collect();
    let mut sheet = sheet(pick(lang, "统计", "counts"), &heads, &[30])?;
    for (row, (agency, of)) in (1u32..).zip(counts.iter().take(ROWS)) {
        put(&mut sheet, row, 0, agency, &Format::new())?;
        sheet.write_number(row, 1, of.values().sum::<u32>())?;
        for (column, code) in (2u16..).zip(&codes) {
            if let Some(&count) = of.get(code) {
                sheet.write_number(row, column, count)?;
            }
        }
    }
    Ok(sheet)
}

/// The figures of all reports, on as many sheets as they need.
fn figure_sheets(briefs: &[Brief], lang: Lang) -> Result<Vec<Worksheet>, XlsxError> {
    let heads = match lang {
        Lang::Zh => ["单位", "年度", "版式", "路径", "表", "行", "列", "单位", "数值", "填报", "文件"],
        Lang::En => {
            ["agency", "year", "template", "path", "table", "row", "column", "unit", "value", "reading", "file"]
        }
    };
    let name = |number: usize| match number {
        0 => pick(lang, "全部数值", "figures").to_owned(),
        _ => format!("{} {}", pick(lang, "全部数值", "figures"), number + 1),
    };
    let mut sheets = vec![sheet(&name(0), &heads, &[24, 7, 7, 30, 22, 34, 16, 7, 12, 12, 30])?];
    let (mut row, plain) = (0usize, Format::new());
    for brief in briefs {
        for (path, standing) in brief.figures() {
            if row == ROWS {
                sheets.push(sheet(&name(sheets.len()), &heads, &[24])?);
                row = 0;
            }
            row += 1;
            let Some(sheet) = sheets.last_mut() else { continue };
            let (here, figure) = (row as u32, brief.template.and_then(|id| template::figure(id, path)));
            let printed = Printed {
                path: String::new(),
                reading: standing.reading,
                value: standing.value,
                raw: String::new(),
                place: None,
            };
            let cells = [
                (0, brief.agency.clone().unwrap_or_default()),
                (2, brief.template.unwrap_or_default().to_owned()),
                (3, path.to_owned()),
                (4, figure.map(problems::section).unwrap_or_default()),
                (5, figure.map(|figure| figure.row.clone()).unwrap_or_default()),
                (6, figure.map(|figure| figure.column.clone()).unwrap_or_default()),
                (7, figure.map(|figure| figure.unit.to_owned()).unwrap_or_default()),
                (9, reading(&printed, lang)),
                (10, problems::file(brief)),
            ];
            for (column, cell) in cells {
                put(sheet, here, column, &cell, &plain)?;
            }
            if let Some(year) = brief.year {
                sheet.write_number(here, 1, year)?;
            }
            if let Some(value) = standing.value {
                amount(sheet, here, 8, &value.to_string())?;
            }
        }
    }
    Ok(sheets)
}

/// How a figure was read, where it is no number.
fn reading(printed: &Printed, lang: Lang) -> String {
    match printed.reading {
        Some(Reading::Number) => String::new(),
        Some(Reading::Dash) => "—".to_owned(),
        Some(Reading::NotApplicable) => pick(lang, "（无）", "(not applicable)").to_owned(),
        Some(Reading::Illegible) => pick(lang, "（无法辨认）", "(illegible)").to_owned(),
        _ => people::value(printed, Style { lang, colour: false }),
    }
}

/// A number of more digits than a spreadsheet keeps would be rounded; it is written as text.
fn amount(sheet: &mut Worksheet, row: u32, column: u16, text: &str) -> Result<(), XlsxError> {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    match text.parse::<f64>() {
        Ok(number) if digits <= DIGITS => sheet.write_number(row, column, number).map(|_| ()),
        _ => sheet.write_string(row, column, text).map(|_| ()),
    }
}

fn pick(lang: Lang, zh: &'static str, en: &'static str) -> &'static str {
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}
