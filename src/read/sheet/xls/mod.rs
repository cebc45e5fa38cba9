//! Excel 97–2003 workbook -> written places and merged areas.
//!
//! Its sheets are dense when they arrive here, but the format ends at 65,536 rows and 256 columns. Its formulas are not
//! asked for: the library cannot spell all of them, and the format always stores a result.

mod biff;
mod chains;

use super::look::Look;
use super::{Book, Sheet, damaged, value};
use crate::error::Error;
use crate::read::rows::Area;
use calamine::{Dimensions, Reader, SheetType, SheetVisible, Xls, XlsError};
use std::io::Cursor;

type Workbook<'b> = Xls<Cursor<&'b [u8]>>;

pub(super) fn book(bytes: &[u8]) -> Result<Book, Error> {
    if !chains::end(bytes) {
        return Err(damaged("its sectors follow each other without an end"));
    }
    let mut workbook: Workbook = Xls::new(Cursor::new(bytes)).map_err(error)?;
    let mut book = Book::default();
    let mut looks = biff::looks(bytes).into_iter();
    for meta in workbook.sheets_metadata().to_vec() {
        let look = looks.next().unwrap_or_default();
        match (meta.typ, meta.visible) {
            (SheetType::WorkSheet, SheetVisible::Visible) => {
                let sheet = sheet(&mut workbook, &mut book, meta.name, look).map_err(error)?;
                book.sheets.push(sheet);
            }
            (SheetType::WorkSheet, _) => book.hidden.push(meta.name),
            // Charts and macro sheets show no table.
            _ => {}
        }
    }
    Ok(book)
}

fn error(error: XlsError) -> Error {
    match error {
        XlsError::Password => Error::Password,
        other => damaged(other),
    }
}

/// The places of a sheet. Its range begins at the first used cell, while merged areas count from A1.
fn sheet(workbook: &mut Workbook, book: &mut Book, name: String, look: Look) -> Result<Sheet, XlsError> {
    let mut sheet = Sheet { name, ..Sheet::default() };
    let range = workbook.worksheet_range(&sheet.name)?;
    let (top, left) = range.start().unwrap_or_default();
    for (row, column, data) in range.used_cells() {
        let (row, column) = (top + row as u32, left + column as u32);
        book.write(&mut sheet, row, column, value::shown(data.clone(), look.manner((row, column))));
    }
    sheet.hidden = look.hidden;
    sheet.areas = workbook.merge_cells_by_sheet_name(&sheet.name)?.into_iter().map(area).collect();
    Ok(sheet)
}

/// Borders of a merged area as the file states them, in order even where it swaps them.
fn area(dimensions: Dimensions) -> Area {
    let (start, end) = (dimensions.start, dimensions.end);
    Area { top: start.0.min(end.0), left: start.1.min(end.1), bottom: start.0.max(end.0), right: start.1.max(end.1) }
}
