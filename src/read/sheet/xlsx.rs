//! Office Open XML workbook -> written places and merged areas.
//!
//! Cells are streamed: a dense range of a sheet with A1 and XFD1048576 would be larger than the memory.

use super::value::{self, Shown};
use super::{Book, Sheet, archive, damaged};
use crate::error::Error;
use crate::read::rows::Area;
use calamine::{Data, Dimensions, Reader, SheetType, SheetVisible, Xlsx, XlsxError, XlsxFormulaMetadata};
use std::collections::HashMap;
use std::io::{Cursor, Read};

type Workbook<'b> = Xlsx<Cursor<&'b [u8]>>;

pub(super) fn book(bytes: &[u8]) -> Result<Book, Error> {
    // A workbook with a password is a compound file, not an archive: the library tells the two apart.
    if bytes.starts_with(b"PK") {
        check_strings(bytes)?;
    }
    let mut workbook: Workbook = Xlsx::new(Cursor::new(bytes)).map_err(error)?;
    let mut book = Book::default();
    for meta in workbook.sheets_metadata().to_vec() {
        match (meta.typ, meta.visible) {
            (SheetType::WorkSheet, SheetVisible::Visible) => {
                let sheet = sheet(&mut workbook, &mut book, meta.name).map_err(error)?;
                book.sheets.push(sheet);
            }
            (SheetType::WorkSheet, _) => book.hidden.push(meta.name),
            // Charts and macro sheets show no table.
            _ => {}
        }
    }
    Ok(book)
}

fn error(error: XlsxError) -> Error {
    match error {
        XlsxError::Password => Error::Password,
        other => damaged(other),
    }
}

/// Refuses a table of strings that claims more strings than it has bytes: room for all of them would be reserved.
fn check_strings(bytes: &[u8]) -> Result<(), Error> {
    let mut archive = archive(bytes)?;
    for index in 0..archive.len() {
        let Ok(part) = archive.by_index(index) else { continue };
        if !part.name().is_ok_and(|name| name.to_ascii_lowercase().contains("sharedstrings")) {
            continue;
        }
        let size = part.size();
        let mut head = Vec::new();
        part.take(4096).read_to_end(&mut head).map_err(damaged)?;
        let head = String::from_utf8_lossy(&head);
        let claim = head.split_once("uniqueCount").map(|(_, rest)| rest.chars().filter(|c| !c.is_whitespace()));
        let digits = claim.map(|rest| rest.skip(2).take_while(char::is_ascii_digit).collect::<String>());
        if digits.is_some_and(|digits| !digits.is_empty() && digits.parse::<u64>().map_or(true, |n| n > size)) {
            return Err(damaged("it claims more strings than it has bytes"));
        }
    }
    Ok(())
}

fn sheet(workbook: &mut Workbook, book: &mut Book, name: String) -> Result<Sheet, XlsxError> {
    let mut sheet = Sheet { name, ..Sheet::default() };
    let percents = percents(workbook, &sheet.name)?;
    let mut formulas: HashMap<usize, String> = HashMap::new();
    let mut reader = workbook.worksheet_cells_reader(&sheet.name)?;
    while let Some(record) = reader.next_cell_with_formula_metadata()? {
        let formula = record.formula.map(|formula| text(formula, &mut formulas));
        let shown = match (Data::from(record.value), formula) {
            (Data::Empty, Some(formula)) => Shown::Formula(formula),
            (data, _) => value::shown(data, percents.get(&record.pos).copied()),
        };
        book.write(&mut sheet, record.pos.0, record.pos.1, shown);
    }
    drop(reader);
    sheet.areas = workbook.merge_cells_by_sheet_name(&sheet.name)?.into_iter().map(area).collect();
    Ok(sheet)
}

/// The text of a formula. A shared one is written once; the cells that share it are named by its text.
fn text(formula: XlsxFormulaMetadata, shared: &mut HashMap<usize, String>) -> String {
    match formula {
        XlsxFormulaMetadata::Normal { formula } => formula,
        XlsxFormulaMetadata::Shared { shared_index, formula, .. } => {
            shared.insert(shared_index, formula.clone());
            formula
        }
        other => other.shared_index().and_then(|index| shared.get(&index).cloned()).unwrap_or_default(),
    }
}

/// The decimals of the cells with a percentage format. Styles take a pass of their own, which a workbook without such a
/// format is spared.
fn percents(workbook: &mut Workbook, name: &str) -> Result<HashMap<(u32, u32), usize>, XlsxError> {
    let mut reader = workbook.worksheet_cells_reader(name)?;
    let formats = reader.styles().iter().map(|style| style.number_format.as_ref());
    let decimals: Vec<Option<usize>> = formats.map(|format| value::percent_decimals(&format?.format_code)).collect();
    let mut percents = HashMap::new();
    if decimals.iter().all(Option::is_none) {
        return Ok(percents);
    }
    while let Some((row, column, style)) = reader.next_style_id()? {
        if let Some(Some(decimals)) = decimals.get(style) {
            percents.insert((row, column), *decimals);
        }
    }
    Ok(percents)
}

/// Borders of a merged area as the file states them, in order even where it swaps them.
pub(super) fn area(dimensions: Dimensions) -> Area {
    let (start, end) = (dimensions.start, dimensions.end);
    Area { top: start.0.min(end.0), left: start.1.min(end.1), bottom: start.0.max(end.0), right: start.1.max(end.1) }
}
