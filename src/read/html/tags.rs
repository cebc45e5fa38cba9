//! Where the parts of a page end, by the tokenizer of the HTML standard (13.2.5): tags, comments, raw text, scripts.
//!
//! Every function takes the bytes of the page and a position, and gives the position after the part. All of them look for
//! ASCII only, so the positions are always between characters.

use memchr::{memchr, memchr_iter, memchr2, memmem};
use std::ops::Range;

/// Blanks between attributes. The parser takes a carriage return for a line feed.
pub(super) fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | 0x0c)
}

/// What may stand behind the name of a tag.
const ENDS: [bool; 256] = table(b" \t\n\r\x0c/>");
/// What may stand behind the name of an attribute.
const ATTRIBUTE_ENDS: [bool; 256] = table(b" \t\n\r\x0c/>=");

const fn table(bytes: &[u8]) -> [bool; 256] {
    let (mut table, mut at) = ([false; 256], 0);
    while at < bytes.len() {
        table[bytes[at] as usize] = true;
        at += 1;
    }
    table
}

/// The end of a tag's name that begins at `at`.
pub(super) fn name_end(page: &[u8], at: usize) -> usize {
    let ends = |&byte: &u8| ENDS[usize::from(byte)];
    page[at..].iter().position(ends).map_or(page.len(), |length| at + length)
}

/// An attribute: where its name stands, its value without quotes, and all of it.
pub(super) struct Attribute {
    pub name: Range<usize>,
    pub value: Range<usize>,
    pub written: Range<usize>,
}

/// The end of a tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TagEnd {
    /// After its `>`.
    pub at: usize,
    /// A `/` stands directly before the `>` and is no part of a value.
    pub closes_itself: bool,
}

/// Goes through the attributes of a tag whose name ends at `at`; `None` if the page ends before the tag, which then is
/// none.
pub(super) fn attributes(page: &[u8], mut at: usize, mut each: impl FnMut(Attribute)) -> Option<TagEnd> {
    let mut slash = false;
    loop {
        let byte = *page.get(at)?;
        match byte {
            b'>' => return Some(TagEnd { at: at + 1, closes_itself: slash }),
            b'/' => slash = true,
            _ if is_blank(byte) => slash = false,
            _ => {
                slash = false;
                let start = at;
                at = attribute_name_end(page, at);
                let name = start..at;
                let value;
                (value, at) = attribute_value(page, at)?;
                each(Attribute { name, value, written: start..at });
                continue;
            }
        }
        at += 1;
    }
}

/// A name may begin with `=`, and ends before a blank, `/`, `>` or `=`.
fn attribute_name_end(page: &[u8], at: usize) -> usize {
    let ends = |&byte: &u8| ATTRIBUTE_ENDS[usize::from(byte)];
    page[at + 1..].iter().position(ends).map_or(page.len(), |length| at + 1 + length)
}

/// The value of a name that ends at `at`, and where it ends with its quotes; `at` itself if there is none.
fn attribute_value(page: &[u8], at: usize) -> Option<(Range<usize>, usize)> {
    let sign = past_blanks(page, at);
    if page.get(sign) != Some(&b'=') {
        return Some((at..at, at));
    }
    let start = past_blanks(page, sign + 1);
    match *page.get(start)? {
        quote @ (b'"' | b'\'') => {
            let end = start + 1 + memchr(quote, &page[start + 1..])?;
            Some((start + 1..end, end + 1))
        }
        b'>' => Some((start..start, start)),
        _ => {
            let end = start + page[start..].iter().position(|&byte| is_blank(byte) || byte == b'>')?;
            Some((start..end, end))
        }
    }
}

fn past_blanks(page: &[u8], at: usize) -> usize {
    page[at..].iter().position(|&byte| !is_blank(byte)).map_or(page.len(), |length| at + length)
}

/// The end of a comment whose `<!--` begins at `at`; the end of the page if it is never closed.
pub(super) fn comment_end(page: &[u8], at: usize) -> usize {
    let text = &page[at + 4..];
    if text.starts_with(b">") {
        return at + 5;
    }
    if text.starts_with(b"->") {
        return at + 6;
    }
    let closes = |&dashes: &usize| {
        let rest = &text[dashes + 2..];
        rest.starts_with(b">") || rest.starts_with(b"!>")
    };
    // Overlapping pairs of dashes all count: `--->` closes too.
    let pairs = memchr_iter(b'-', text).filter(|&dash| text.get(dash + 1) == Some(&b'-'));
    let end = pairs.into_iter().find(closes);
    end.map_or(page.len(), |dashes| at + 4 + dashes + 2 + if text[dashes + 2] == b'>' { 1 } else { 2 })
}

/// Where the end tag of `name` begins, behind the content that starts at `at`: text in which nothing else is a tag. The
/// end of the page if there is none.
pub(super) fn raw_text_end(page: &[u8], at: usize, name: &[u8]) -> usize {
    let mut from = at;
    while let Some(found) = memmem::find(&page[from..], b"</") {
        let start = from + found;
        if names(page, start + 2, name) {
            return start;
        }
        from = start + 2;
    }
    page.len()
}

/// Whether `name` stands at `at`, as the whole name of a tag.
fn names(page: &[u8], at: usize, name: &[u8]) -> bool {
    let end = at + name.len();
    let ends = |&byte: &u8| ENDS[usize::from(byte)];
    page.get(at..end).is_some_and(|found| found.eq_ignore_ascii_case(name)) && page.get(end).is_some_and(ends)
}

/// Where the end tag of a script begins whose content starts at `at`. A remark in it may hold a whole script.
pub(super) fn script_end(page: &[u8], at: usize) -> usize {
    let (mut from, mut remark, mut inner) = (at, false, false);
    while from < page.len() {
        let next = if remark { memchr2(b'<', b'-', &page[from..]) } else { memchr(b'<', &page[from..]) };
        let Some(start) = next.map(|length| from + length) else { break };
        let rest = &page[start..];
        from = start + 1;
        if rest.starts_with(b"-->") && remark {
            (remark, inner, from) = (false, false, start + 3);
        } else if rest.starts_with(b"<!--") && !remark {
            // Its dashes may be those of the end already: `<!-->`.
            (remark, from) = (true, start + 2);
        } else if names(page, start + 2, b"script") && rest.starts_with(b"</") {
            if !inner {
                return start;
            }
            inner = false;
        } else if remark && !inner && rest.starts_with(b"<") && names(page, start + 1, b"script") {
            inner = true;
        }
    }
    page.len()
}
