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
use calamine::{Dimensions, Reader, Xls, XlsError};
use std::io::Cursor;

type Workbook<'b> = Xls<Cursor<&'b [u8]>>;

pub(super) fn book(bytes: &[u8]) -> Result<Book, Error> {
    if !chains::end(bytes) {
        return Err(damaged("its sectors follow each other without an end"));
    }
    let mut workbook: Workbook = Xls::new(Cursor::new(bytes)).map_err(error)?;
    let mut looks = biff::looks(bytes);
    Book::of(workbook.sheets_metadata().to_vec(), |book, sheet, number| {
        let look = looks.get_mut(number).map(std::mem::take).unwrap_or_default();
        fill(&mut workbook, book, sheet, look).map_err(error)
    })
}

fn error(error: XlsError) -> Error {
    match error {
        XlsError::Password => Error::Password,
        other => damaged(other),
    }
}

/// Reads the places of a sheet. Its range begins at the first used cell, while merged areas count from A1.
fn fill(workbook: &mut Workbook, book: &mut Book, sheet: &mut Sheet, look: Look) -> Result<(), XlsError> {
    let range = workbook.worksheet_range(&sheet.name)?;
    let (top, left) = range.start().unwrap_or_default();
    for (row, column, data) in range.used_cells() {
        let (row, column) = (top + row as u32, left + column as u32);
        book.write(sheet, row, column, value::shown(data.clone(), look.manner((row, column))));
    }
    sheet.hidden = look.hidden;
    let area = |area: Dimensions| Area::between(area.start, area.end);
    sheet.areas = workbook.merge_cells_by_sheet_name(&sheet.name)?.into_iter().map(area).collect();
    Ok(())
}
