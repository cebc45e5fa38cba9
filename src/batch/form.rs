//! What a batch writes: its forms, and what one record is in each of them.

use crate::emit::flat::Flat;
use crate::emit::shape::Shape;
use crate::emit::{csv, json};
use crate::finding::Lang;
use crate::record::Record;

/// A form of output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A record a line.
    Ndjson,
    /// A folder with a JSON file for each input.
    Folder,
    /// A table as CSV.
    Csv(Shape),
    /// A table as Parquet.
    Parquet(Shape),
    /// A workbook with sheets for figures, findings and files.
    Xlsx,
}

/// How a form is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// Columns are named by their Chinese labels instead of their paths.
    pub labels: bool,
    /// A CSV file begins with a byte-order mark, by which Excel knows UTF-8.
    pub mark: bool,
    /// The language of sentences and places.
    pub lang: Lang,
}

impl Form {
    /// Whether the records must carry their evidence.
    pub fn wants_evidence(self) -> bool {
        !matches!(self, Form::Ndjson | Form::Folder)
    }

    /// Whether the output grows record by record. The others have an end without which they are nothing, and are made
    /// from flat reports when all are read.
    pub fn is_appended(self) -> bool {
        matches!(self, Form::Ndjson | Form::Csv(_))
    }

    /// What stands before the first record.
    pub(super) fn head(self, style: Style) -> Vec<u8> {
        match self {
            Form::Csv(shape) => {
                let mark = if style.mark { csv::BYTE_ORDER_MARK } else { "" };
                format!("{mark}{}", csv::head(shape.columns(), style.labels)).into_bytes()
            }
            _ => Vec::new(),
        }
    }

    /// One record.
    pub(super) fn piece(self, record: &Record, style: Style) -> Vec<u8> {
        let flat = || Flat::of(record, style.lang);
        match self {
            Form::Ndjson => json::line(record).into_bytes(),
            Form::Folder => json::pretty(record).into_bytes(),
            Form::Csv(shape) => {
                let mut lines = String::new();
                let written: Result<(), std::convert::Infallible> = shape.rows(&flat(), |row| {
                    lines.push_str(&csv::line(row));
                    Ok(())
                });
                let Ok(()) = written;
                lines.into_bytes()
            }
            Form::Parquet(_) | Form::Xlsx => {
                // A flat report holds nothing that JSON cannot say.
                let mut line = serde_json::to_vec(&flat()).expect("a flat report is JSON");
                line.push(b'\n');
                line
            }
        }
    }
}
