//! The records of an Excel 97–2003 workbook that say how its sheets look: number formats, hidden rows and columns, zeros.
//!
//! [MS-XLS], clauses 2.4.53 (ColInfo), 2.4.126 (Format), 2.4.221 (Row), 2.4.346 (Window2) and 2.4.353 (XF). The values
//! are read by the library. What cannot be read here says nothing, so that no workbook is refused for its looks.

use crate::read::sheet::format::NumberFormat;
use crate::read::sheet::look::Look;
use std::collections::HashMap;
use std::io::{Cursor, Read};
use std::rc::Rc;

/// Numbers of records.
mod kind {
    pub(super) const EOF: u16 = 0x000A;
    pub(super) const BOF: u16 = 0x0809;
    pub(super) const BOUND_SHEET: u16 = 0x0085;
    pub(super) const FORMAT: u16 = 0x041E;
    pub(super) const XF: u16 = 0x00E0;
    pub(super) const COL_INFO: u16 = 0x007D;
    pub(super) const ROW: u16 = 0x0208;
    pub(super) const WINDOW2: u16 = 0x023E;
    pub(super) const MUL_RK: u16 = 0x00BD;
    /// Formula, LabelSst, Label, Number, BoolErr, RK and RString: one cell each.
    pub(super) const CELLS: [u16; 7] = [0x0006, 0x00FD, 0x0204, 0x0203, 0x0205, 0x027E, 0x00D6];
}

/// The versions of records that have the fields read here (BIFF5 and BIFF8).
const VERSIONS: [u16; 2] = [0x0500, 0x0600];

/// How each sheet looks, in the order of the workbook.
pub(super) fn looks(bytes: &[u8]) -> Vec<Look> {
    let Some(stream) = stream(bytes) else { return Vec::new() };
    let Some(globals) = Globals::read(&stream) else { return Vec::new() };
    globals.sheets.iter().map(|&start| sheet(&stream, start, globals.formats.clone())).collect()
}

/// The stream with the records.
fn stream(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).ok()?;
    let name = ["/Workbook", "/Book"].into_iter().find(|name| file.is_stream(name))?;
    let mut stream = Vec::new();
    file.open_stream(name).ok()?.take(bytes.len() as u64).read_to_end(&mut stream).ok()?;
    Some(stream)
}

/// A record.
struct Record<'s> {
    kind: u16,
    data: &'s [u8],
}

impl Record<'_> {
    fn number(&self, at: usize) -> Option<u16> {
        number(self.data, at)
    }

    fn place(&self) -> Option<(u32, u32)> {
        Some((self.number(0)?.into(), self.number(2)?.into()))
    }
}

fn number(data: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(data.get(at..at + 2)?.try_into().ok()?))
}

/// The records from a place to the end of their part of the stream. Parts within it (charts) are passed over.
fn records(stream: &[u8], start: usize) -> impl Iterator<Item = Record<'_>> {
    let mut rest = stream.get(start..).unwrap_or_default();
    let mut depth = 0;
    let next = move || {
        let kind = number(rest, 0)?;
        let data = rest.get(4..4 + usize::from(number(rest, 2)?))?;
        rest = &rest[4 + data.len()..];
        depth += i32::from(kind == kind::BOF) - i32::from(kind == kind::EOF);
        (depth > 0).then_some((depth, Record { kind, data }))
    };
    std::iter::from_fn(next).filter(|(depth, _)| *depth == 1).map(|(_, record)| record)
}

/// What the first part says of the whole workbook.
struct Globals {
    /// The number formats of the styles.
    formats: Rc<[Option<NumberFormat>]>,
    /// Where the part of each sheet begins.
    sheets: Vec<usize>,
}

impl Globals {
    fn read(stream: &[u8]) -> Option<Self> {
        let version = records(stream, 0).next().filter(|record| record.kind == kind::BOF)?.number(0)?;
        if !VERSIONS.contains(&version) {
            return None;
        }
        let mut codes: HashMap<u16, String> = HashMap::new();
        let (mut styles, mut sheets) = (Vec::new(), Vec::new());
        for record in records(stream, 0) {
            match record.kind {
                kind::FORMAT => codes.extend(format(&record, version)),
                kind::XF => styles.push(record.number(2)?),
                kind::BOUND_SHEET => {
                    sheets.push(u32::from_le_bytes(record.data.get(..4)?.try_into().ok()?) as usize);
                }
                _ => {}
            }
        }
        let code = |id: &u16| codes.get(id).map(String::as_str).or_else(|| built_in(*id));
        let formats = styles.iter().map(|id| NumberFormat::of(code(id)?)).collect();
        Some(Globals { formats, sheets })
    }
}

/// The formats that need not be written out and say more than how digits look.
fn built_in(id: u16) -> Option<&'static str> {
    match id {
        9 => Some("0%"),
        10 => Some("0.00%"),
        41..=44 => Some(r#"_(* #,##0_);_(* \(#,##0\);_(* "-"_);_(@_)"#),
        _ => None,
    }
}

/// A number format with its number. Before BIFF8 it is written in the code page of the program, of which only ASCII is sure.
fn format(record: &Record, version: u16) -> Option<(u16, String)> {
    let id = record.number(0)?;
    if version != 0x0600 {
        let text = record.data.get(3..3 + usize::from(*record.data.get(2)?))?;
        return text.is_ascii().then(|| (id, String::from_utf8_lossy(text).into_owned()));
    }
    let (length, wide) = (usize::from(record.number(2)?), record.data.get(4)? & 1 == 1);
    let text = record.data.get(5..)?;
    let text = match wide {
        true => text.chunks_exact(2).take(length).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect(),
        false => text.iter().take(length).map(|&byte| u16::from(byte)).collect::<Vec<u16>>(),
    };
    Some((id, String::from_utf16_lossy(&text)))
}

/// How a sheet looks.
fn sheet(stream: &[u8], start: usize, formats: Rc<[Option<NumberFormat>]>) -> Look {
    let mut look = Look::new(formats);
    for record in records(stream, start) {
        take(&mut look, &record);
    }
    look
}

/// Takes what a record of a sheet says; a record that is too short says nothing.
fn take(look: &mut Look, record: &Record) -> Option<()> {
    match record.kind {
        kind::COL_INFO if record.number(8)? & 1 == 1 => {
            look.hidden.columns.add(record.number(0)?.into(), record.number(2)?.into());
        }
        kind::ROW if record.number(12)? & 0x20 != 0 => {
            let row = record.number(0)?.into();
            look.hidden.rows.add(row, row);
        }
        kind::WINDOW2 => look.no_zeros |= record.number(0)? & 0x10 == 0,
        kind::MUL_RK => {
            let (row, first) = record.place()?;
            let cells = record.data.get(4..record.data.len() - 2)?.chunks_exact(6);
            cells.zip(first..).for_each(|(cell, column)| look.note((row, column), style(cell)));
        }
        kind if kind::CELLS.contains(&kind) => look.note(record.place()?, style(record.data.get(4..)?)),
        _ => {}
    }
    Some(())
}

/// The number of the style that a cell begins with.
fn style(cell: &[u8]) -> usize {
    number(cell, 0).map_or(0, usize::from)
}
