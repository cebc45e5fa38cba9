//! Findings as CSV for a spreadsheet: UTF-8 with a byte-order mark, which tells it the encoding. No text in it runs as a
//! formula: see [`guarded`].

use super::csv::{BYTE_ORDER_MARK, guarded};
use super::problems;
use crate::finding::Lang;
use crate::record::Brief;

/// All findings, a row each under a head.
pub fn table(briefs: &[Brief], lang: Lang) -> String {
    let mut writer = ::csv::Writer::from_writer(Vec::from(BYTE_ORDER_MARK));
    // A vector takes every byte.
    writer.write_record(problems::heads(lang)).expect("written to memory");
    for problem in problems::problems(briefs, lang) {
        let cells = problems::cells(&problem, lang);
        writer.write_record(cells.iter().map(|cell| guarded(cell).into_owned())).expect("written to memory");
    }
    let bytes = writer.into_inner().expect("written to memory");
    String::from_utf8(bytes).expect("written from text")
}
