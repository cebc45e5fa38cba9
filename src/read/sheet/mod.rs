//! Workbooks -> Document: xlsx, xlsb, xls and ods.
//!
//! Each format has its file, which turns the bytes into a [`Book`] of written places; what is a line and what a grid is
//! told in `rows`. Nothing is computed here: a formula without a stored result stays a formula. What is hidden (sheets,
//! rows and columns) is named and not read.

mod format;
mod hidden;
mod look;
mod ods;
mod runs;
mod value;
mod xls;
mod xlsb;
mod xlsx;

use super::rows::{self, Area, Progress, Used};
use crate::document::{Block, Document, Drawing, Format, Line, Place};
use crate::error::Error;
use crate::finding::{Finding, codes, parts};
use calamine::{SheetType, SheetVisible};
use hidden::Hidden;
use std::panic::{AssertUnwindSafe, catch_unwind};
use value::Shown;

/// As many written places as are read of one workbook.
const MOST_CELLS: usize = 1_000_000;

/// As many columns as a sheet may have.
const MOST_COLUMNS: u32 = 16_384;

/// What a workbook holds.
#[derive(Default)]
struct Book {
    sheets: Vec<Sheet>,
    /// The names of the hidden sheets.
    hidden: Vec<String>,
    /// As many places as are written in all sheets.
    written: usize,
    /// There were more places than are read.
    cut: bool,
}

/// A visible sheet.
#[derive(Default)]
struct Sheet {
    name: String,
    cells: Vec<Used>,
    areas: Vec<Area>,
    hidden: Hidden,
    findings: Vec<Finding>,
}

impl Book {
    /// Reads the visible sheets of a workbook, each by its name and number, and notes the names of the hidden ones.
    fn of(
        sheets: Vec<calamine::Sheet>,
        mut read: impl FnMut(&mut Book, &mut Sheet, usize) -> Result<(), Error>,
    ) -> Result<Book, Error> {
        let mut book = Book::default();
        for (number, meta) in sheets.into_iter().enumerate() {
            match (meta.typ, meta.visible) {
                (SheetType::WorkSheet, SheetVisible::Visible) => {
                    let mut sheet = Sheet { name: meta.name, ..Sheet::default() };
                    read(&mut book, &mut sheet, number)?;
                    book.sheets.push(sheet);
                }
                (SheetType::WorkSheet, _) => book.hidden.push(meta.name),
                // Charts and macro sheets show no table.
                _ => {}
            }
        }
        Ok(book)
    }

    /// Notes a place of a sheet, if there is room for it.
    fn write(&mut self, sheet: &mut Sheet, row: u32, column: u32, shown: Shown) {
        if self.written >= MOST_CELLS || column >= MOST_COLUMNS {
            self.cut = true;
            return;
        }
        let place = || Place::sheet_cell(&sheet.name, row, column);
        let name = || place().cell.unwrap_or_default();
        let finding = match &shown {
            Shown::Text(_) => None,
            Shown::Error(value) => Some(Finding::new(&codes::CELL_ERROR).fact("cell", name()).fact("value", value)),
            Shown::Formula(_) => Some(Finding::new(&codes::FORMULA_WITHOUT_VALUE).fact("cell", name())),
        };
        sheet.findings.extend(finding.map(|finding| finding.at(place())));
        let text = shown.into_text();
        if !text.is_empty() {
            self.written += 1;
            sheet.cells.push(Used { row, column, text });
        }
    }
}

/// Reads a workbook.
///
/// # Errors
/// [`Error::Password`] where the workbook asks for one, [`Error::Damaged`] where it cannot be opened.
pub(crate) fn read(bytes: &[u8], format: Format) -> Result<(Document, Vec<Finding>), Error> {
    let mut book = open(bytes, format)?;
    book.sheets.iter_mut().for_each(hidden::leave_out);
    let mut findings: Vec<Finding> = Vec::new();
    findings.extend(book.hidden.iter().map(|name| Finding::new(&codes::SHEET_HIDDEN).fact("sheet", name)));
    let drawing = if format == Format::Xlsb { Drawing::Places } else { Drawing::Spans };
    let mut document = Document::new(format);
    let mut progress = Progress::default();
    let several = book.sheets.iter().filter(|sheet| !sheet.cells.is_empty()).count() > 1;
    for sheet in book.sheets {
        findings.extend(sheet.findings);
        if sheet.cells.is_empty() {
            continue;
        }
        if several {
            document.blocks.push(Block::Line(title(&sheet.name)));
        }
        let place = |row, column| {
            let (row, column) = sheet.hidden.place(row, column);
            Place::sheet_cell(&sheet.name, row, column)
        };
        let shown = rows::Sheet { cells: sheet.cells, areas: sheet.areas, drawing, place: &place };
        document.blocks.extend(rows::blocks(shown, &mut progress));
    }
    if drawing == Drawing::Places && progress.tables > 0 {
        findings.push(Finding::new(&codes::SPANS_UNKNOWN).fact("format", format.name()));
    }
    if book.cut || progress.cut {
        findings.push(Finding::new(&codes::PART_LEFT_OUT).term("what", &parts::CELLS));
    }
    Ok((document, findings))
}

/// The name of a sheet as the heading of what stands in it. A workbook with one sheet needs none.
fn title(name: &str) -> Line {
    let place = Place { sheet: Some(name.to_owned()), ..Place::default() };
    Line { heading: Some(2), whole: true, ..Line::new(name, place) }
}

/// Opens a workbook. A damaged one may make the libraries panic; for us it is damaged like any other.
fn open(bytes: &[u8], format: Format) -> Result<Book, Error> {
    let opened = catch_unwind(AssertUnwindSafe(|| match format {
        Format::Xlsx => xlsx::book(bytes),
        Format::Xlsb => xlsb::book(bytes),
        Format::Xls => xls::book(bytes),
        Format::Ods => ods::book(bytes),
        Format::Html | Format::Text | Format::Csv => Err(damaged("this is no workbook")),
    }));
    opened.unwrap_or_else(|_| Err(damaged("its structure is inconsistent")))
}

/// Why a workbook cannot be opened, on one short line.
fn damaged(reason: impl ToString) -> Error {
    let reason = reason.to_string();
    Error::Damaged(reason.lines().next().unwrap_or_default().chars().take(160).collect())
}

/// The archive that a workbook is, if its parts are not larger than what is read. A sheet of blanks packs a thousand
/// times smaller than it is.
fn archive(bytes: &[u8]) -> Result<zip::ZipArchive<std::io::Cursor<&[u8]>>, Error> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).map_err(damaged)?;
    // The directory states the size of every part, also of one that was written to a stream.
    let sizes = (0..archive.len()).filter_map(|at| archive.by_index_raw(at).ok().map(|part| part.size()));
    let bytes = sizes.fold(0, u64::saturating_add);
    if bytes > MOST_UNPACKED { Err(Error::TooLarge { bytes, limit: MOST_UNPACKED }) } else { Ok(archive) }
}

/// The parts of a workbook may be this large when unpacked.
const MOST_UNPACKED: u64 = 1 << 30;

#[cfg(test)]
mod tests;
