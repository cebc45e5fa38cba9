//! Bytes -> text: which encoding it is, and what was lost on the way.
//!
//! The order of evidence: a byte-order mark; the pattern of UTF-16; UTF-8, which proves itself; what the file or the
//! transport declares, if the bytes decode in it and Chinese comes out; and last the reading that gives the most common
//! Chinese characters for the fewest losses. Nothing is repaired: text that was stored in a wrong encoding before is
//! noticed and left as it is.

mod declared;
mod judge;

use declared::Declaration;
use encoding_rs::{Encoding, GB18030, GBK, UTF_8};
use judge::{Reading, read};
use std::borrow::Cow;

/// A decoded text, and how its encoding was told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded<'b> {
    /// The text, without a byte-order mark: the bytes themselves where they are UTF-8.
    pub text: Cow<'b, str>,
    /// `UTF-8`, `GB18030`, `Big5`, `UTF-16LE`, `UTF-16BE`, or another name of the Encoding Standard.
    pub encoding: &'static str,
    /// The label that the file declares, or else the transport.
    pub declared: Option<String>,
    /// The declared encoding is another one than the bytes are in. gb2312, gbk and GB18030 are the same.
    pub contradicted: bool,
    /// The encoding was told from the bytes alone: no mark, no declaration that holds, and not UTF-8.
    pub assumed: bool,
    /// As many replacement characters as the decoding brought in.
    pub lost: usize,
    /// The text seems to have been UTF-8 that was read as GBK before it was stored.
    pub mojibake: bool,
}

/// Decodes a text; `None` if the bytes are no text. `charset_hint` is what the transport declares.
pub fn decode<'b>(mut bytes: &'b [u8], charset_hint: Option<&str>) -> Option<Decoded<'b>> {
    if let Some((encoding, length)) = mark(bytes) {
        let reading = read(encoding, &bytes[length..]);
        if reading.lost * 20 <= reading.text.len() {
            let declaration = declared::find(bytes, charset_hint).or_else(|| declared::find_in(&reading.text));
            return Some(finish(reading, declaration, true));
        }
        // A mark in front of other text than it promises is no part of that text.
        if encoding == UTF_8 {
            bytes = &bytes[length..];
        }
    }
    if is_foreign(bytes) {
        return None;
    }
    // Twice as fast over Chinese as the check of the standard library; what is valid is not copied.
    let utf8 = UTF_8.decode_without_bom_handling_and_without_replacement(bytes);
    if let Some(reading) = judge::wide(bytes, utf8.is_some()) {
        let declaration = declared::find_in(&reading.text).or_else(|| declared::of(charset_hint));
        return Some(finish(reading, declaration, false));
    }
    // Marks of cells and pages stand in text that was taken out of a word processor's file.
    let chinese = |text: &str| text.chars().filter(|&c| super::fold::is_han(c)).count() > text.len() / 20;
    if has_many_controls(bytes) && (bytes.contains(&0) || !utf8.as_deref().is_some_and(chinese)) {
        return None;
    }
    let declaration = declared::find(bytes, charset_hint);
    let reading = narrow(bytes, utf8, declaration.as_ref().and_then(|declaration| declaration.encoding));
    let foreign = || bytes.iter().filter(|byte| !byte.is_ascii()).count();
    // What loses much in its best reading is no text.
    let lost = reading.lost > 3 && reading.lost * 8 > foreign();
    (!lost).then(|| finish(reading, declaration, false))
}

/// Whether a label names an encoding that is known.
pub fn is_known(label: &str) -> bool {
    declared::of(Some(label)).is_some_and(|declaration| declaration.encoding.is_some())
}

/// The name of a file as an archive keeps it: UTF-8 proves itself, and what is none was written in Chinese Windows.
pub fn name(bytes: &[u8]) -> String {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return text.to_owned();
    }
    match GB18030.decode_without_bom_handling_and_without_replacement(bytes) {
        Some(text) => text.into_owned(),
        None => String::from_utf8_lossy(bytes).into_owned(),
    }
}

/// The byte-order mark and its length.
fn mark(bytes: &[u8]) -> Option<(&'static Encoding, usize)> {
    if bytes.starts_with(&[0x84, 0x31, 0x95, 0x33]) {
        return Some((GB18030, 4));
    }
    Encoding::for_bom(bytes)
}

/// Formats that begin with plain text and hold something else.
fn is_foreign(bytes: &[u8]) -> bool {
    [b"%PDF-".as_slice(), b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"PK\x03\x04"]
        .iter()
        .any(|magic| bytes.starts_with(magic))
}

/// Text has no control characters but blanks, line breaks and form feeds; a crawl may leave a few.
fn has_many_controls(bytes: &[u8]) -> bool {
    // Sums of few bytes fit in one: the whole file is looked through at the speed of memory.
    let control = |n: u8, &byte: &u8| {
        let blank = (byte == b'\t') | (byte == b'\n') | (byte == b'\r') | (byte == 0x0c) | (byte == 0x1b);
        n + u8::from((byte < 0x20) & !blank | (byte == 0x7f))
    };
    let (blocks, rest) = bytes.as_chunks::<128>();
    let in_block = |block: &[u8; 128]| usize::from(block.iter().fold(0, control));
    let controls = blocks.iter().map(in_block).sum::<usize>() + usize::from(rest.iter().fold(0, control));
    controls > 4 && controls * 100 > bytes.len()
}

/// Text in an encoding whose ASCII characters are single bytes.
fn narrow<'b>(bytes: &'b [u8], utf8: Option<Cow<'b, str>>, declared: Option<&'static Encoding>) -> Reading<'b> {
    let other = declared.filter(|&encoding| encoding != UTF_8);
    if let Some(text) = utf8 {
        let reading = Reading { encoding: UTF_8, text, lost: 0 };
        // Few bytes may be both. UTF-8 gives way only to a declaration in which they are better Chinese.
        let rival = other.filter(|_| !reading.text.is_ascii()).map(|encoding| read(encoding, bytes));
        return rival.filter(|rival| rival.lost == 0 && rival.merit() > reading.merit()).unwrap_or(reading);
    }
    if let Some(reading) = other.map(|encoding| read(encoding, bytes))
        && reading.lost == 0
        && reading.merit() >= judge::CHINESE
    {
        return reading;
    }
    let best = judge::best(bytes, declared);
    if best.merit() >= judge::SOME_CHINESE || Some(best.encoding) == declared && best.lost == 0 {
        return best;
    }
    let guessed = read(judge::guess(bytes), bytes);
    if guessed.lost < best.lost || guessed.lost == 0 && best.lost == 0 { guessed } else { best }
}

/// The encoding under the name that stands for its family.
fn family(encoding: &'static Encoding) -> &'static Encoding {
    if encoding == GBK { GB18030 } else { encoding }
}

fn finish(reading: Reading<'_>, declaration: Option<Declaration>, marked: bool) -> Decoded<'_> {
    let named = declaration.as_ref().and_then(|declaration| declaration.encoding);
    // Plain ASCII is the same in every encoding that a page may declare.
    let contradicted = named.is_some_and(|named| named != reading.encoding) && !reading.text.is_ascii();
    let assumed = !marked && named.is_none() && reading.encoding != UTF_8;
    Decoded {
        mojibake: judge::is_mojibake(&reading.text),
        text: reading.text,
        encoding: if reading.encoding == GB18030 { "GB18030" } else { reading.encoding.name() },
        declared: declaration.map(|declaration| declaration.label),
        contradicted,
        assumed,
        lost: reading.lost,
    }
}

#[cfg(test)]
mod tests;
