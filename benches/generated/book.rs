//! A report -> a workbook: headings and paragraphs in the first column, tables with merged areas below them.

use super::report::{Part, Report};
use rust_xlsxwriter::{Format, Workbook, XlsxError};

/// The workbook of a report.
pub fn book(report: &Report) -> Vec<u8> {
    write(report).expect("a report fits a workbook")
}

fn write(report: &Report) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let plain = Format::new();
    sheet.write(0, 0, &report.title)?;
    let mut row = 2;
    for part in &report.parts {
        match part {
            Part::Heading(line) | Part::Text(line) => {
                sheet.write(row, 0, line)?;
            }
            Part::Table(rows) => {
                // For each column, the row up to which a cell above covers it.
                let mut covered = [0u32; 40];
                for cells in rows {
                    let mut column = 0u16;
                    for cell in cells {
                        while covered[usize::from(column)] > row {
                            column += 1;
                        }
                        let (rows, columns) = (cell.rows as u32, cell.columns as u16);
                        if rows * u32::from(columns) > 1 {
                            sheet.merge_range(row, column, row + rows - 1, column + columns - 1, &cell.text, &plain)?;
                        } else if let Ok(number) = cell.text.parse::<f64>() {
                            sheet.write(row, column, number)?;
                        } else {
                            sheet.write(row, column, &cell.text)?;
                        }
                        let end = usize::from(column + columns);
                        covered[usize::from(column)..end].fill(row + rows);
                        column += columns;
                    }
                    row += 1;
                }
            }
        }
        row += 1;
    }
    workbook.save_to_buffer()
}
