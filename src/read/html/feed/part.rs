//! Where the parts of a filtered page end: text with the markup behind it.

use crate::read::html::filter::is_raw;
use crate::read::html::tags::{self, TagEnd};
use memchr::memchr;
use std::ops::Range;

/// Text, and the markup behind it.
pub(super) struct Part {
    /// Where the text ends and the markup begins.
    pub start: usize,
    pub end: usize,
    pub markup: Markup,
}

pub(super) enum Markup {
    Tag(Tag),
    /// As the filter leaves comments: empty.
    Comment,
    /// Document types, what is taken for comments, and elements whose content is no markup.
    Other,
    /// None, or one that does not end in this piece.
    Unfinished,
}

/// A tag whose element, if it has any, holds markup.
pub(super) struct Tag {
    pub closing: bool,
    pub name: Range<usize>,
    pub end: TagEnd,
}

/// The part of a piece that begins at `at`.
pub(super) fn next(piece: &str, at: usize) -> Part {
    let bytes = piece.as_bytes();
    let mut from = at;
    while let Some(length) = memchr(b'<', &bytes[from..]) {
        let start = from + length;
        match markup(bytes, start) {
            Some((end, markup)) => return Part { start, end, markup },
            None => from = start + 1,
        }
    }
    Part { start: bytes.len(), end: bytes.len(), markup: Markup::Unfinished }
}

/// The markup of a `<` and where it ends; `None` if that is text.
fn markup(piece: &[u8], start: usize) -> Option<(usize, Markup)> {
    let found = match (piece.get(start + 1)?, piece.get(start + 2)) {
        (b'!', _) if piece[start..].starts_with(b"<!---->") => Some((start + 7, Markup::Comment)),
        (b'!' | b'?', _) => past(piece, start + 1),
        (b'/', None) => return None,
        (b'/', Some(letter)) if letter.is_ascii_alphabetic() => tag(piece, start + 2, true),
        (b'/', Some(_)) => past(piece, start + 2),
        (letter, _) if letter.is_ascii_alphabetic() => tag(piece, start + 1, false),
        _ => return None,
    };
    Some(found.unwrap_or((piece.len(), Markup::Unfinished)))
}

/// What ends with the next `>`.
fn past(piece: &[u8], from: usize) -> Option<(usize, Markup)> {
    memchr(b'>', &piece[from..]).map(|length| (from + length + 1, Markup::Other))
}

/// The tag whose name begins at `from`, or the element if its content is no markup.
fn tag(piece: &[u8], from: usize, closing: bool) -> Option<(usize, Markup)> {
    let name = from..tags::name_end(piece, from);
    let end = tags::attributes(piece, name.end, |_| {})?;
    let written = &piece[name.clone()];
    if closing || !is_raw(written) {
        return Some((end.at, Markup::Tag(Tag { closing, name, end })));
    }
    let closing = tags::raw_text_end(piece, end.at, written);
    let end = tags::attributes(piece, closing + 2 + written.len(), |_| {})?;
    Some((end.at, Markup::Other))
}
