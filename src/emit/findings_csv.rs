//! Findings as CSV for a spreadsheet: UTF-8 with a byte-order mark, which tells it the encoding.

use super::problems;
use crate::finding::Lang;
use crate::record::Brief;

/// All findings, a row each under a head.
pub fn table(briefs: &[Brief], lang: Lang) -> String {
    let mut writer = csv::Writer::from_writer(Vec::from("\u{feff}"));
    // A vector takes every byte.
    writer.write_record(problems::heads(lang)).expect("written to memory");
    for problem in problems::problems(briefs, lang) {
        writer.write_record(problems::cells(&problem, lang)).expect("written to memory");
    }
    let bytes = writer.into_inner().expect("written to memory");
    String::from_utf8(bytes).expect("written from text")
}
