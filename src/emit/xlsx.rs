//! Columns and rows -> a workbook.
//!
//! A workbook is written row by row, so that one of many thousand reports needs no more memory than one of ten. A text is
//! a text: what begins with `=` cannot run. A number that a spreadsheet would round is written as text.

use super::shape::{Column, Kind, Value};
use crate::record::Amount;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};
use std::io::{self, Write};

/// As many rows as a sheet holds, its head included.
pub const ROWS: u32 = 1_048_576;

/// As many characters as a cell holds.
const CHARACTERS: usize = 32_767;

/// A workbook that is being written: sheet by sheet, each from top to bottom.
pub struct Book {
    workbook: Workbook,
    bold: Format,
    date: Format,
    /// The next row of each sheet.
    rows: Vec<u32>,
}

impl Default for Book {
    fn default() -> Self {
        Self::new()
    }
}

impl Book {
    /// An empty workbook.
    pub fn new() -> Self {
        let mut workbook = Workbook::new();
        // The same reports give the same workbook: it must not say when it was written.
        let properties = DocProperties::new();
        workbook.set_properties(&match ExcelDateTime::from_ymd(2000, 1, 1) {
            Ok(day) => properties.set_creation_datetime(&day),
            Err(_) => properties,
        });
        let (bold, date) = (Format::new().set_bold(), Format::new().set_num_format("yyyy-mm-dd"));
        Book { workbook, bold, date, rows: Vec::new() }
    }

    /// Begins a sheet with its head, and gives the number under which rows are added to it.
    ///
    /// # Errors
    /// Where the name is none for a sheet, or the columns are too many.
    pub fn sheet(&mut self, name: &str, columns: &[Column], labels: bool) -> io::Result<usize> {
        let sheet = self.workbook.add_worksheet_with_constant_memory().map_err(other)?;
        sheet.set_name(name).map_err(other)?;
        // In this mode all that concerns a row is said before the row is left.
        for (at, column) in columns.iter().enumerate() {
            let width = match column.kind {
                Kind::Text => 18.0,
                Kind::Date => 12.0,
                Kind::Count | Kind::Amount | Kind::Flag => 10.0,
            };
            sheet.set_column_width(at as u16, width).map_err(other)?;
        }
        sheet.set_freeze_panes(1, 0).map_err(other)?;
        for (at, column) in columns.iter().enumerate() {
            let name = if labels { &column.label } else { &column.name };
            sheet.write_string_with_format(0, at as u16, name, &self.bold).map_err(other)?;
        }
        self.rows.push(1);
        Ok(self.rows.len() - 1)
    }

    /// Adds a row to a sheet.
    ///
    /// # Errors
    /// Where the sheet is full.
    pub fn row(&mut self, sheet: usize, values: &[Value<'_>]) -> io::Result<()> {
        let row = self.rows[sheet];
        if row >= ROWS {
            return Err(io::Error::other(format!("a sheet of a workbook holds no more than {ROWS} rows")));
        }
        self.rows[sheet] += 1;
        let sheet = self.workbook.worksheet_from_index(sheet).map_err(other)?;
        for (at, value) in values.iter().enumerate() {
            cell(sheet, row, at as u16, value, &self.date).map_err(other)?;
        }
        Ok(())
    }

    /// Writes the workbook.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn finish(mut self, out: impl Write + Send) -> io::Result<()> {
        self.workbook.save_to_writer(Forward(out)).map_err(other)
    }
}

fn cell(sheet: &mut Worksheet, row: u32, at: u16, value: &Value<'_>, date: &Format) -> Result<(), XlsxError> {
    match *value {
        Value::None => Ok(()),
        Value::Text(text) => sheet.write_string(row, at, cut(text)).map(drop),
        Value::Flag(flag) => sheet.write_boolean(row, at, flag).map(drop),
        Value::Number(amount) => match exact(amount) {
            Some(number) => sheet.write_number(row, at, number).map(drop),
            None => sheet.write_string(row, at, amount.to_string()).map(drop),
        },
        Value::Date(text) => match ExcelDateTime::parse_from_str(text) {
            Ok(day) => sheet.write_datetime_with_format(row, at, &day, date).map(drop),
            Err(_) => sheet.write_string(row, at, text).map(drop),
        },
    }
}

/// The number that a spreadsheet keeps, if it is the same: one of at most fifteen digits.
fn exact(amount: Amount) -> Option<f64> {
    let text = amount.to_string();
    let digits = text.trim_start_matches('-').replace('.', "");
    if digits.trim_start_matches('0').len() > 15 { None } else { text.parse().ok() }
}

/// A text as long as a cell may be.
fn cut(text: &str) -> &str {
    text.char_indices().nth(CHARACTERS).map_or(text, |(end, _)| &text[..end])
}

fn other(error: XlsxError) -> io::Error {
    match error {
        XlsxError::IoError(error) => error,
        error => io::Error::other(error),
    }
}

/// A writer of its own type, as the workbook asks for.
struct Forward<W>(W);

impl<W: Write> Write for Forward<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}
