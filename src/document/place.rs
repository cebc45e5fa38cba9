//! Where something stands, in the terms of its source.

use serde::{Deserialize, Serialize};

/// Where something stands. An HTML parser keeps no positions, so a page has only table, row and column; text has lines;
/// a workbook has sheets and cells. All numbers count from 1. What a source cannot tell is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Place {
    /// The name of the sheet of a workbook.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// The cell of a workbook, as `B12`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cell: Option<String>,
    /// The line of a text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
    /// The number of the table, in reading order, as in the record's `tables`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub table: Option<u32>,
    /// The row of the table.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<u32>,
    /// The column of the table, or of the line (in characters).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub column: Option<u32>,
}

impl Place {
    /// A line of a text.
    pub fn line(line: u32) -> Self {
        Place { line: Some(line), ..Place::default() }
    }

    /// A column within a line of a text.
    pub fn line_column(line: u32, column: u32) -> Self {
        Place { line: Some(line), column: Some(column), ..Place::default() }
    }

    /// A table.
    pub fn table(table: u32) -> Self {
        Place { table: Some(table), ..Place::default() }
    }

    /// A row and a column of a table; both count from 0 here and from 1 in the place.
    pub fn table_cell(table: u32, row: usize, column: usize) -> Self {
        Place { table: Some(table), row: Some(row as u32 + 1), column: Some(column as u32 + 1), ..Place::default() }
    }

    /// A cell of a sheet; row and column count from 0 here.
    pub fn sheet_cell(sheet: &str, row: u32, column: u32) -> Self {
        Place { sheet: Some(sheet.to_owned()), cell: Some(cell_name(row, column)), ..Place::default() }
    }
}

/// The name of a cell: column 0 is `A`, 26 is `AA`; row 0 is 1. Written from its end, since every cell has one.
fn cell_name(row: u32, column: u32) -> String {
    let mut name = [0; 20];
    let mut at = name.len();
    let mut put = |letter: u8| {
        at -= 1;
        name[at] = letter;
    };
    let mut rest = u64::from(row) + 1;
    while rest > 0 {
        put(b'0' + (rest % 10) as u8);
        rest /= 10;
    }
    let mut rest = u64::from(column) + 1;
    while rest > 0 {
        rest -= 1;
        put(b'A' + (rest % 26) as u8);
        rest /= 26;
    }
    name[at..].iter().map(|&letter| char::from(letter)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_the_letters_of_a_spreadsheet() {
        let cell = |column| Place::sheet_cell("表", 0, column).cell.unwrap();
        assert_eq!([cell(0), cell(25), cell(26), cell(701), cell(702)], ["A1", "Z1", "AA1", "ZZ1", "AAA1"]);
        assert_eq!(Place::sheet_cell("表", 1_048_575, 16_383).cell.unwrap(), "XFD1048576");
        assert_eq!(Place::sheet_cell("表", u32::MAX, u32::MAX).cell.unwrap(), "MWLQKWV4294967296");
    }
}
