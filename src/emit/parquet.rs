//! Columns and rows -> Parquet: counts as 64-bit integers, amounts as decimals, dates as dates, each of them nullable.
//!
//! Columns are written as the format has them, a group of rows at a time, so that memory does not grow with the file.

use super::shape::{Column, DECIMALS, Kind, Value, fits};
use crate::record::Amount;
use parquet::basic::{Compression, LogicalType, Repetition, Type as Physical, ZstdLevel};
use parquet::column::writer::ColumnWriter;
use parquet::data_type::{ByteArray, FixedLenByteArray};
use parquet::errors::ParquetError;
use parquet::file::properties::{EnabledStatistics, WriterProperties};
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::types::{Type, TypePtr};
use std::io::{self, Write};
use std::sync::Arc;

/// As many cells as are kept before they are written.
const CELLS: usize = 400_000;

/// As many digits as a decimal has, and as many bytes.
const DIGITS: i32 = 38;
const BYTES: i32 = 16;

/// A Parquet file that is being written.
pub struct Sheet<W: Write + Send> {
    file: SerializedFileWriter<W>,
    columns: Vec<Buffer>,
    rows: usize,
}

/// The cells of a column that are not written yet.
struct Buffer {
    cells: Cells,
    /// 1 where a row has a value, 0 where it has none.
    levels: Vec<i16>,
}

/// Values as Parquet has them.
enum Cells {
    Text(Vec<ByteArray>),
    Count(Vec<i64>),
    Amount(Vec<FixedLenByteArray>),
    Date(Vec<i32>),
    Flag(Vec<bool>),
}

impl<W: Write + Send> Sheet<W> {
    /// Begins a file.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn new(out: W, columns: &[Column], labels: bool) -> io::Result<Self> {
        let fields = columns.iter().map(|column| field(column, labels)).collect::<Result<_, _>>().map_err(other)?;
        let schema = Type::group_type_builder("figures").with_fields(fields).build().map_err(other)?;
        let properties = WriterProperties::builder()
            .set_compression(Compression::ZSTD(ZstdLevel::default()))
            // An index of pages is kept in memory to the end, and hundreds of columns have small pages.
            .set_statistics_enabled(EnabledStatistics::Chunk)
            .set_offset_index_disabled(true)
            .set_created_by(concat!("nianbao ", env!("CARGO_PKG_VERSION")).to_owned())
            .build();
        let file = SerializedFileWriter::new(out, Arc::new(schema), Arc::new(properties)).map_err(other)?;
        Ok(Sheet { file, columns: columns.iter().map(|column| Buffer::new(column.kind)).collect(), rows: 0 })
    }

    /// Adds a row.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn row(&mut self, row: &[Value<'_>]) -> io::Result<()> {
        self.columns.iter_mut().zip(row).for_each(|(column, value)| column.put(value));
        self.rows += 1;
        if self.rows * self.columns.len() >= CELLS { self.write() } else { Ok(()) }
    }

    /// Writes what is kept and the end of the file.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn finish(mut self) -> io::Result<()> {
        self.write()?;
        self.file.close().map(drop).map_err(other)
    }

    fn write(&mut self) -> io::Result<()> {
        if std::mem::take(&mut self.rows) == 0 {
            return Ok(());
        }
        let mut group = self.file.next_row_group().map_err(other)?;
        for column in &mut self.columns {
            let Some(mut writer) = group.next_column().map_err(other)? else { break };
            column.write(writer.untyped()).map_err(other)?;
            writer.close().map_err(other)?;
        }
        group.close().map(drop).map_err(other)
    }
}

impl Buffer {
    fn new(kind: Kind) -> Self {
        let cells = match kind {
            Kind::Text => Cells::Text(Vec::new()),
            Kind::Count => Cells::Count(Vec::new()),
            Kind::Amount => Cells::Amount(Vec::new()),
            Kind::Date => Cells::Date(Vec::new()),
            Kind::Flag => Cells::Flag(Vec::new()),
        };
        Buffer { cells, levels: Vec::new() }
    }

    fn put(&mut self, value: &Value<'_>) {
        let held = match (&mut self.cells, *value) {
            (Cells::Text(cells), Value::Text(text)) => push(cells, Some(ByteArray::from(text))),
            (Cells::Date(cells), Value::Date(date)) => push(cells, days(date)),
            (Cells::Flag(cells), Value::Flag(flag)) => push(cells, Some(flag)),
            (Cells::Count(cells), Value::Number(amount)) => push(cells, count(amount)),
            (Cells::Amount(cells), Value::Number(amount)) => push(cells, decimal(amount)),
            _ => false,
        };
        self.levels.push(i16::from(held));
    }

    fn write(&mut self, writer: &mut ColumnWriter<'_>) -> Result<(), ParquetError> {
        let levels = std::mem::take(&mut self.levels);
        let levels = Some(levels.as_slice());
        match (&mut self.cells, writer) {
            (Cells::Text(cells), ColumnWriter::ByteArrayColumnWriter(to)) => {
                to.write_batch(&std::mem::take(cells), levels, None)
            }
            (Cells::Count(cells), ColumnWriter::Int64ColumnWriter(to)) => {
                to.write_batch(&std::mem::take(cells), levels, None)
            }
            (Cells::Amount(cells), ColumnWriter::FixedLenByteArrayColumnWriter(to)) => {
                to.write_batch(&std::mem::take(cells), levels, None)
            }
            (Cells::Date(cells), ColumnWriter::Int32ColumnWriter(to)) => {
                to.write_batch(&std::mem::take(cells), levels, None)
            }
            (Cells::Flag(cells), ColumnWriter::BoolColumnWriter(to)) => {
                to.write_batch(&std::mem::take(cells), levels, None)
            }
            _ => Err(ParquetError::General("a column has another type than its cells".to_owned())),
        }
        .map(drop)
    }
}

fn push<T>(cells: &mut Vec<T>, value: Option<T>) -> bool {
    let held = value.is_some();
    cells.extend(value);
    held
}

fn field(column: &Column, labels: bool) -> Result<TypePtr, ParquetError> {
    let name = if labels { &column.label } else { &column.name };
    let (physical, logical) = match column.kind {
        Kind::Text => (Physical::BYTE_ARRAY, Some(LogicalType::String)),
        Kind::Count => (Physical::INT64, None),
        Kind::Amount => (Physical::FIXED_LEN_BYTE_ARRAY, Some(LogicalType::decimal(DECIMALS as i32, DIGITS))),
        Kind::Date => (Physical::INT32, Some(LogicalType::Date)),
        Kind::Flag => (Physical::BOOLEAN, None),
    };
    let builder =
        Type::primitive_type_builder(name, physical).with_repetition(Repetition::OPTIONAL).with_logical_type(logical);
    let builder = match column.kind {
        Kind::Amount => builder.with_length(BYTES).with_precision(DIGITS).with_scale(DECIMALS as i32),
        _ => builder,
    };
    builder.build().map(Arc::new)
}

/// A whole number; a number with a fraction is none.
fn count(amount: Amount) -> Option<i64> {
    let text = amount.to_string();
    fits(Kind::Count, amount).then(|| text.split('.').next()?.parse().ok())?
}

/// The digits as one whole number of 16 bytes, the most significant first.
fn decimal(amount: Amount) -> Option<FixedLenByteArray> {
    if !fits(Kind::Amount, amount) {
        return None;
    }
    let text = amount.to_string();
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let padded = format!("{whole}{:0<width$}", fraction.trim_end_matches('0'), width = DECIMALS as usize);
    let digits: i128 = padded.parse().ok()?;
    Some(FixedLenByteArray::from(digits.to_be_bytes().to_vec()))
}

/// The days since the first of January 1970.
fn days(date: &str) -> Option<i32> {
    let date: jiff::civil::Date = date.parse().ok()?;
    let since = date.duration_since(jiff::civil::date(1970, 1, 1));
    i32::try_from(since.as_hours() / 24).ok()
}

fn other(error: ParquetError) -> io::Error {
    match error {
        ParquetError::External(inner) => match inner.downcast::<io::Error>() {
            Ok(error) => *error,
            Err(inner) => io::Error::other(inner),
        },
        error => io::Error::other(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decimal_keeps_its_digits() {
        for (text, digits) in [("96171.60", 961_716_000_000_000), ("-0.5", -5_000_000_000), ("0", 0)] {
            let bytes = decimal(text.parse().unwrap()).unwrap();
            assert_eq!(i128::from_be_bytes(bytes.data().try_into().unwrap()), digits, "{text}");
        }
        assert!(decimal("0.12345678901".parse().unwrap()).is_none(), "nothing is rounded");
        assert_eq!((count("12.0".parse().unwrap()), count("12.5".parse().unwrap())), (Some(12), None));
    }

    #[test]
    fn a_date_is_a_number_of_days() {
        assert_eq!((days("1970-01-02"), days("2023-01-18"), days("2023")), (Some(1), Some(19375), None));
    }
}
