//! Flat reports as they were kept, and the journal -> a Parquet file or a workbook.

use super::entry::{Entry, Outcome};
use super::form::{Form, Style};
use super::journal::Reader;
use crate::emit::flat::Flat;
use crate::emit::parquet::Sheet;
use crate::emit::shape::{Shape, Value};
use crate::emit::xlsx::Book;
use crate::record::Status;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, BufWriter};
use std::path::Path;

/// Makes the output and puts it in its place.
pub(super) fn build(form: Form, style: Style, part: &Path, journal: &Path, out: &Path) -> io::Result<()> {
    let mut beside = out.as_os_str().to_owned();
    beside.push(".tmp");
    let file = File::create(&beside)?;
    let writer = BufWriter::new(file.try_clone()?);
    match form {
        Form::Parquet(shape) => sheet(shape, style, part, writer)?,
        _ => book(style, part, journal, writer)?,
    }
    file.sync_all()?;
    fs::rename(&beside, out)
}

/// The flat reports one by one.
fn reports(part: &Path, mut take: impl FnMut(&Flat) -> io::Result<()>) -> io::Result<()> {
    let mut lines = BufReader::new(File::open(part)?);
    let mut line = Vec::new();
    while lines.read_until(b'\n', &mut line)? > 0 {
        take(&serde_json::from_slice(&line)?)?;
        line.clear();
    }
    Ok(())
}

fn sheet(shape: Shape, style: Style, part: &Path, out: BufWriter<File>) -> io::Result<()> {
    let mut sheet = Sheet::new(out, shape.columns(), style.labels)?;
    reports(part, |flat| shape.rows(flat, |row| sheet.row(row)))?;
    sheet.finish()
}

fn book(style: Style, part: &Path, journal: &Path, out: BufWriter<File>) -> io::Result<()> {
    let mut book = Book::new();
    let figures = book.sheet("figures", Shape::Wide.columns(), style.labels)?;
    let findings = book.sheet("findings", Shape::Findings.columns(), style.labels)?;
    let files = book.sheet("files", Shape::Files.columns(), style.labels)?;
    reports(part, |flat| {
        Shape::Wide.rows(flat, |row| book.row(figures, row))?;
        Shape::Findings.rows(flat, |row| book.row(findings, row))
    })?;
    let mut lines = Reader::open(journal)?;
    while let Some(line) = lines.next_line()? {
        book.row(files, &file(&line.entry))?;
    }
    book.finish(out)
}

fn file(entry: &Entry) -> [Value<'_>; 7] {
    let outcome = match entry.outcome {
        Outcome::Read => "read",
        Outcome::Skipped => "skipped",
        Outcome::Failed => "failed",
    };
    let status = entry.status.map_or(Value::None, |status| {
        Value::Text(match status {
            Status::Clean => "clean",
            Status::Review => "review",
            Status::Incomplete => "incomplete",
        })
    });
    [
        Value::Text(&entry.path),
        Value::from(&entry.member),
        Value::Text(outcome),
        status,
        Value::from(&entry.reason),
        Value::from(&entry.sentence),
        Value::from(&entry.sha256),
    ]
}
