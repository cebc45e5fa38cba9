//! A page that was stored as an escaped string (`\u003cp\u003e`, `<\/td>`, `class=\"…\"`), or whose tags are written as
//! references (`&lt;td&gt;`), as feeds hold it.

use memchr::{memchr_iter, memmem};

/// The page behind one that is escaped; `None` if it is not.
pub(super) fn unescape(source: &str) -> Option<String> {
    unquoted(source).or_else(|| unreferenced(source))
}

/// The page that an escaped string holds.
fn unquoted(source: &str) -> Option<String> {
    let page = source.as_bytes();
    let escapes = memchr_iter(b'\\', page).filter(|&at| is_tag(page, at)).count();
    if escapes < 5 || memmem::find_iter(page, b"</").take(escapes).count() == escapes {
        return None;
    }
    let mut plain = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(at) = rest.find('\\') {
        plain.push_str(&rest[..at]);
        let (text, taken) = escape(&rest[at + 1..]);
        plain.push_str(&text);
        rest = &rest[at + 1 + taken..];
    }
    plain.push_str(rest);
    Some(plain)
}

/// Whether the backslash at `at` is one of a tag: `\u003c` or `<\/`.
fn is_tag(page: &[u8], at: usize) -> bool {
    page[at..].starts_with(b"\\u003c") || page[..at].ends_with(b"<") && page[at..].starts_with(b"\\/")
}

/// What stands for an escape, and how many bytes it took behind the backslash.
fn escape(rest: &str) -> (String, usize) {
    let hex = rest
        .strip_prefix('u')
        .and_then(|digits| digits.get(..4))
        .and_then(|digits| u32::from_str_radix(digits, 16).ok());
    match (rest.chars().next(), hex.and_then(char::from_u32)) {
        (Some('u'), Some(c)) => (c.to_string(), 5),
        (Some('n'), _) => ("\n".to_owned(), 1),
        (Some('r' | 't'), _) => (" ".to_owned(), 1),
        (Some(c @ ('"' | '/' | '\\' | '\'')), _) => (c.to_string(), 1),
        _ => ("\\".to_owned(), 0),
    }
}

/// The page whose tags are written as references: there are more of those than of tags.
fn unreferenced(source: &str) -> Option<String> {
    let escaped = tags(source, "&lt;").count();
    if escaped < 5 || tags(source, "<").take(escaped).count() == escaped {
        return None;
    }
    let mut plain = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(at) = rest.find('&') {
        let known = REFERENCES.iter().find(|(reference, _)| rest[at..].starts_with(reference));
        let (reference, sign) = known.copied().unwrap_or(("&", "&"));
        plain.extend([&rest[..at], sign]);
        rest = &rest[at + reference.len()..];
    }
    Some(plain + rest)
}

/// The tags of what a report is made of, by what opens them.
fn tags<'s>(source: &'s str, opening: &'s str) -> impl Iterator<Item = usize> + 's {
    let found = memmem::find_iter(source.as_bytes(), opening);
    found.filter(move |at| is_named(&source[at + opening.len()..]))
}

/// What is written for the signs of markup.
const REFERENCES: [(&str, &str); 8] = [
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&quot;", "\""),
    ("&amp;", "&"),
    ("&#39;", "'"),
    ("&#34;", "\""),
    ("&#60;", "<"),
    ("&#62;", ">"),
];

/// Whether a text begins with the name of a paragraph, a row or a cell.
fn is_named(text: &str) -> bool {
    let text = text.strip_prefix('/').unwrap_or(text);
    let name = &text[..text.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(text.len())];
    ["p", "td", "tr"].iter().any(|known| name.eq_ignore_ascii_case(known))
}
