//! Binary Office Open XML workbook -> written places. The format's merged areas cannot be read.

use super::value::{self, Manner, Shown};
use super::{Book, Sheet, archive, damaged};
use crate::error::Error;
use calamine::{Data, Reader, Xlsb, XlsbError};
use std::io::Cursor;

type Workbook<'b> = Xlsb<Cursor<&'b [u8]>>;

pub(super) fn book(bytes: &[u8]) -> Result<Book, Error> {
    // A workbook with a password is a compound file, not an archive.
    if bytes.starts_with(b"PK") {
        archive(bytes)?;
    }
    let mut workbook: Workbook = Xlsb::new(Cursor::new(bytes)).map_err(error)?;
    Book::of(workbook.sheets_metadata().to_vec(), |book, sheet, _| fill(&mut workbook, book, sheet).map_err(error))
}

fn error(error: XlsbError) -> Error {
    match error {
        XlsbError::Password => Error::Password,
        other => damaged(other),
    }
}

/// Reads the places of a sheet. A cell of this format has room for its result only together with the formula, so there is no
/// formula without one.
fn fill(workbook: &mut Workbook, book: &mut Book, sheet: &mut Sheet) -> Result<(), XlsbError> {
    let mut reader = workbook.worksheet_cells_reader(&sheet.name)?;
    while let Some(cell) = reader.next_cell()? {
        let (row, column) = cell.get_position();
        let shown: Shown = value::shown(Data::from(cell.get_value().clone()), Manner::default());
        book.write(sheet, row, column, shown);
    }
    Ok(())
}
