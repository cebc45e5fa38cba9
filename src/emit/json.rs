//! Records as JSON: pretty for one, a line each for many.

use crate::record::Record;
use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};
use std::io;

/// A record as indented JSON that ends with a line break. Rows of tables stand on one line each, as a reader sees them.
pub fn pretty(record: &Record) -> String {
    let mut bytes = Vec::new();
    let mut serializer = Serializer::with_formatter(&mut bytes, Readable::default());
    // A record holds nothing that JSON cannot say, and a vector takes every byte.
    record.serialize(&mut serializer).expect("a record is JSON");
    let mut text = String::from_utf8(bytes).expect("JSON is UTF-8");
    text.push('\n');
    text
}

/// A record as one line of NDJSON, line break included.
pub fn line(record: &Record) -> String {
    let mut text = serde_json::to_string(record).expect("a record is JSON");
    text.push('\n');
    text
}

/// Indents by two blanks, but writes an array that stands in an array (a row of a table) on one line.
#[derive(Default)]
struct Readable {
    open: Vec<Open>,
}

/// An array or object that is being written.
struct Open {
    array: bool,
    one_line: bool,
    empty: bool,
}

impl Readable {
    fn begin<W: ?Sized + io::Write>(&mut self, writer: &mut W, array: bool) -> io::Result<()> {
        let one_line = array && self.open.last().is_some_and(|outer| outer.array);
        self.open.push(Open { array, one_line, empty: true });
        writer.write_all(if array { b"[" } else { b"{" })
    }

    fn end<W: ?Sized + io::Write>(&mut self, writer: &mut W, bracket: &[u8]) -> io::Result<()> {
        let closed = self.open.pop();
        if closed.is_some_and(|closed| !closed.empty && !closed.one_line) {
            self.break_line(writer)?;
        }
        writer.write_all(bracket)
    }

    fn entry<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        let Some(open) = self.open.last_mut() else { return Ok(()) };
        let first = std::mem::replace(&mut open.empty, false);
        match (first, open.one_line) {
            (true, true) => Ok(()),
            (false, true) => writer.write_all(b", "),
            (true, false) => self.break_line(writer),
            (false, false) => writer.write_all(b",").and_then(|()| self.break_line(writer)),
        }
    }

    fn break_line<W: ?Sized + io::Write>(&self, writer: &mut W) -> io::Result<()> {
        writer.write_all(b"\n")?;
        (0..self.open.len()).try_for_each(|_| writer.write_all(b"  "))
    }
}

impl Formatter for Readable {
    fn begin_array<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.begin(writer, true)
    }

    fn end_array<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.end(writer, b"]")
    }

    fn begin_array_value<W: ?Sized + io::Write>(&mut self, writer: &mut W, _first: bool) -> io::Result<()> {
        self.entry(writer)
    }

    fn begin_object<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.begin(writer, false)
    }

    fn end_object<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.end(writer, b"}")
    }

    fn begin_object_key<W: ?Sized + io::Write>(&mut self, writer: &mut W, _first: bool) -> io::Result<()> {
        self.entry(writer)
    }

    fn begin_object_value<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        writer.write_all(b": ")
    }
}
