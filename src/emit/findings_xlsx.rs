//! Findings as a workbook that an office can send on: a sheet of problems, one of counts, and the figures of all
//! reports, a sheet for each edition.

use super::problems;
use crate::finding::Lang;
use crate::record::brief::Standing;
use crate::record::{Brief, Reading};
use crate::template::{self, Figure, TEMPLATES, Template};
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
    let mut sheet = sheet(lang.pick("问题", "problems"), &heads, &widths)?;
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
    let all = [lang.pick("单位", "agency"), lang.pick("合计", "all")];
    let heads: Vec<&str> = all.into_iter().chain(codes.iter().copied()).collect();
    let mut sheet = sheet(lang.pick("统计", "counts"), &heads, &[30])?;
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

/// The figures of all reports: a sheet for each edition, a row for each report, a column for each figure.
fn figure_sheets(briefs: &[Brief], lang: Lang) -> Result<Vec<Worksheet>, XlsxError> {
    let mut sheets = Vec::new();
    for template in TEMPLATES {
        let of_edition: Vec<&Brief> = briefs.iter().filter(|brief| brief.template == Some(template.id)).collect();
        if !of_edition.is_empty() {
            sheets.push(figure_sheet(template, &of_edition, lang)?);
        }
    }
    Ok(sheets)
}

fn figure_sheet(template: &'static Template, briefs: &[&Brief], lang: Lang) -> Result<Worksheet, XlsxError> {
    let columns = columns(template, briefs);
    let own = match lang {
        Lang::Zh => ["单位", "年度", "文件"],
        Lang::En => ["agency", "year", "file"],
    };
    let paths = columns.iter().map(|(path, _)| *path);
    let heads: Vec<&str> = own.into_iter().chain(paths).collect();
    let name = format!("{} {}", lang.pick("全部数值", "figures"), template.id);
    let mut sheet = sheet(&name, &heads, &[24, 7, 30])?;
    // Below the paths stand the labels of the form.
    let labels = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    sheet.set_freeze_panes(2, 2)?;
    for ((_, label), column) in columns.iter().zip(3u16..) {
        put(&mut sheet, 1, column, label, &labels)?;
    }
    for (brief, row) in briefs.iter().zip(2u32..).take(ROWS - 1) {
        let plain = Format::new();
        put(&mut sheet, row, 0, brief.agency.as_deref().unwrap_or_default(), &plain)?;
        if let Some(year) = brief.year {
            sheet.write_number(row, 1, year)?;
        }
        put(&mut sheet, row, 2, &brief.source.name(), &plain)?;
        for (column, (path, _)) in (3u16..).zip(&columns) {
            if let Some(standing) = brief.figure(path) {
                figure(&mut sheet, row, column, standing, lang)?;
            }
        }
    }
    Ok(sheet)
}

/// The figures of the edition in the order of the form, then those that another edition's rows brought in.
fn columns(template: &'static Template, briefs: &[&Brief]) -> Vec<(&'static str, String)> {
    let of_form: Vec<&'static Figure> =
        template.figures().iter().filter_map(|figure| template::figure(template.id, &figure.path)).collect();
    let known: BTreeSet<&str> = of_form.iter().map(|figure| figure.path.as_str()).collect();
    let read = |(path, standing): (&'static str, Standing)| {
        (standing.reading != Some(Reading::Absent) && !known.contains(path)).then_some(path)
    };
    let others: BTreeSet<&'static str> = briefs.iter().flat_map(|brief| brief.figures().filter_map(read)).collect();
    let labelled = of_form.iter().map(|figure| (figure.path.as_str(), format!("{}/{}", figure.row, figure.column)));
    labelled.chain(others.into_iter().map(|path| (path, String::new()))).collect()
}

fn figure(sheet: &mut Worksheet, row: u32, column: u16, standing: Standing, lang: Lang) -> Result<(), XlsxError> {
    match (standing.value, standing.reading) {
        (Some(value), _) => amount(sheet, row, column, &value.to_string()),
        (None, reading) => sheet.write_string(row, column, self::reading(reading, lang)).map(|_| ()),
    }
}

/// What stands where there is no number.
fn reading(reading: Option<Reading>, lang: Lang) -> &'static str {
    match reading {
        Some(Reading::Number) => "",
        Some(Reading::Blank) => lang.pick("（空白）", "(blank)"),
        Some(Reading::Dash) => lang.pick("（短横）", "(dash)"),
        Some(Reading::NotApplicable) => lang.pick("（无）", "(not applicable)"),
        Some(Reading::Illegible) => lang.pick("（无法辨认）", "(illegible)"),
        Some(Reading::Ambiguous) => lang.pick("（位置不明）", "(position unknown)"),
        Some(Reading::Absent) => lang.pick("（没有）", "(absent)"),
        None => lang.pick("（没有数值）", "(no value)"),
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
