//! Office Open XML workbook -> written places and merged areas.
//!
//! Cells are streamed: a dense range of a sheet with A1 and XFD1048576 would be larger than the memory.

mod held;
mod package;
mod part;
mod strings;

use super::format::NumberFormat;
use super::value::{self, Shown};
use super::{Book, Sheet, damaged};
use crate::error::Error;
use calamine::{Data, Font, Reader, Style, Xlsx, XlsxError, XlsxFormulaMetadata};
use held::Held;
use package::Package;
use part::Dress;
use std::collections::HashMap;
use std::io::{BufRead, Cursor};
use std::rc::Rc;

type Workbook<'b> = Xlsx<Cursor<&'b [u8]>>;

pub(super) fn book(bytes: &[u8]) -> Result<Book, Error> {
    // A workbook with a password is a compound file, not an archive: the library tells the two apart.
    if !bytes.starts_with(b"PK") {
        let opened = Workbook::new(Cursor::new(bytes)).map_err(error);
        return opened.and_then(|_| Err(damaged("it is no archive")));
    }
    let mut package = Package::open(bytes)?;
    let mut workbook = Workbook::new(Cursor::new(bytes)).map_err(error)?;
    package.find_sheets()?;
    let uncalculated = package.uncalculated;
    let strings = package.dressed_strings()?;
    Book::of(workbook.sheets_metadata().to_vec(), |book, sheet, number| {
        let dress = Dress { strings: &strings, styles: Vec::new() };
        fill(&mut workbook, package.part(number)?, (uncalculated, dress), book, sheet)
    })
}

fn error(error: XlsxError) -> Error {
    match error {
        XlsxError::Password => Error::Password,
        other => damaged(other),
    }
}

/// Reads the places of a sheet, as the sheet shows them.
fn fill(
    workbook: &mut Workbook,
    part: impl BufRead,
    (uncalculated, mut dress): (bool, Dress),
    book: &mut Book,
    sheet: &mut Sheet,
) -> Result<(), Error> {
    let mut reader = workbook.worksheet_cells_reader(&sheet.name).map_err(error)?;
    let formats = reader.styles().iter().map(|style| NumberFormat::of(&style.number_format.as_ref()?.format_code));
    let formats: Rc<[Option<NumberFormat>]> = formats.collect();
    let is_struck = |style: &Style| style.font.as_ref().is_some_and(Font::has_strikethrough);
    dress.styles = reader.styles().iter().map(is_struck).collect();
    let part = Held::of(part);
    let part = if dress.is_plain() && formats.iter().all(Option::is_none) { part.without_rows() } else { part };
    let (look, areas) = part::read(part.reader(), formats, dress)?;
    let mut formulas: HashMap<usize, String> = HashMap::new();
    while let Some(record) = reader.next_cell_with_formula_metadata().map_err(error)? {
        let formula = record.formula.map(|formula| text(formula, &mut formulas));
        let shown = match (Data::from(record.value), formula) {
            (data, Some(formula)) if is_no_result(&data, uncalculated) => Shown::Formula(formula),
            (data, _) => value::shown(data, look.manner(record.pos)),
        };
        book.write(sheet, record.pos.0, record.pos.1, look.dressed(record.pos, shown));
    }
    (sheet.areas, sheet.hidden) = (areas, look.hidden);
    Ok(())
}

/// Whether a formula has no stored result: none at all, or the 0 or blank that programs write which do not calculate.
fn is_no_result(data: &Data, uncalculated: bool) -> bool {
    match data {
        Data::Empty => true,
        Data::String(text) => uncalculated && text.is_empty(),
        Data::Int(number) => uncalculated && *number == 0,
        Data::Float(number) => uncalculated && *number == 0.0,
        _ => false,
    }
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
