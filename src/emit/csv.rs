//! Columns and rows -> CSV in UTF-8.
//!
//! A text that a spreadsheet program would run as a formula gets an apostrophe in front: see [`guarded`].

use super::shape::{Column, Value};
use std::borrow::Cow;

/// What makes Excel read a CSV file as UTF-8.
pub const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The head of a table: the names of its columns, or their labels in Chinese.
pub fn head(columns: &[Column], labels: bool) -> String {
    let names = columns.iter().map(|column| if labels { &column.label } else { &column.name });
    line(&names.map(|name| Value::Text(name)).collect::<Vec<_>>())
}

/// A row, line break included.
pub fn line(row: &[Value<'_>]) -> String {
    let mut writer = ::csv::WriterBuilder::new().from_writer(Vec::new());
    let fields = row.iter().map(field);
    // A vector takes every byte.
    writer.write_record(fields.map(|field| field.into_owned())).expect("a row is CSV");
    String::from_utf8(writer.into_inner().expect("a vector is never full")).expect("text is UTF-8")
}

fn field<'a>(value: &Value<'a>) -> Cow<'a, str> {
    match *value {
        Value::None => Cow::Borrowed(""),
        Value::Text(text) => guarded(text),
        Value::Date(date) => Cow::Borrowed(date),
        Value::Number(amount) => Cow::Owned(amount.to_string()),
        Value::Flag(flag) => Cow::Borrowed(if flag { "true" } else { "false" }),
    }
}

/// A text that no spreadsheet program takes for a formula: one that begins with `=`, `+`, `-`, `@` or a tab, and is neither
/// a number nor made of dashes, gets an apostrophe in front.
pub fn guarded(text: &str) -> Cow<'_, str> {
    let runs = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let harmless = text.parse::<f64>().is_ok() || text.chars().all(|c| c == '-');
    if runs && !harmless { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_would_run_is_held() {
        for text in ["=1+1", "+86-10", "-2+3", "@SUM(A1)", "\t=1", "=HYPERLINK(\"x\")"] {
            assert_eq!(guarded(text), format!("'{text}"));
        }
        for text in ["", "-", "--", "-4", "+19", "12", "无", "a=b", "—"] {
            assert_eq!(guarded(text), text);
        }
    }

    #[test]
    fn a_row_is_quoted_where_it_must_be() {
        let row = [Value::Text("a,\"b\"\nc"), Value::None, Value::Flag(true), Value::Date("2023-01-18")];
        assert_eq!(line(&row), "\"a,\"\"b\"\"\nc\",,true,2023-01-18\n");
    }
}
