//! A page that was stored as an escaped string: `\u003cp\u003e`, `<\/td>`, `class=\"…\"`.

use memchr::{memchr_iter, memmem};

/// The page behind an escaped string; `None` if it is not escaped.
pub(super) fn unescape(source: &str) -> Option<String> {
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
