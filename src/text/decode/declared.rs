//! What a file says of its own encoding.

use super::{Encoding, family};

/// A declared encoding.
#[derive(Clone, Debug)]
pub(super) struct Declaration {
    /// As written.
    pub(super) label: String,
    /// What the label means, if it means anything.
    pub(super) encoding: Option<&'static Encoding>,
}

/// Declarations stand at the beginning.
const HEAD: usize = 4096;

/// The declaration in the file, or else that of the transport.
pub(super) fn find(bytes: &[u8], hint: Option<&str>) -> Option<Declaration> {
    let head = &bytes[..bytes.len().min(HEAD)];
    // Most texts declare nothing.
    let of_file = || within(&encoding_rs::mem::decode_latin1(head));
    let declares = head.contains(&b'<');
    declares.then(of_file).flatten().or_else(|| of(hint))
}

/// The declaration in a text.
pub(super) fn find_in(text: &str) -> Option<Declaration> {
    within(text.char_indices().nth(HEAD).map_or(text, |(at, _)| &text[..at]))
}

/// The declaration in the beginning of a text: the first that means an encoding, or else the first.
fn within(head: &str) -> Option<Declaration> {
    let mut first = None;
    for (at, _) in head.match_indices('<') {
        let Some(label) = label(&head[at..]).filter(|_| !is_remark(&head[..at])) else { continue };
        match of(Some(label)) {
            Some(declaration) if declaration.encoding.is_some() => return Some(declaration),
            declaration => first = first.or(declaration),
        }
    }
    first
}

/// The label in a tag, if it is one that declares an encoding.
fn label(text: &str) -> Option<&str> {
    let begins =
        |tag: &str| text.as_bytes().get(..tag.len()).is_some_and(|start| start.eq_ignore_ascii_case(tag.as_bytes()));
    let key = match () {
        () if begins("<?xml") => "encoding",
        () if begins("<meta") => "charset",
        () => return None,
    };
    let tag = &text[..text.find('>').unwrap_or(text.len())];
    value(&tag.to_ascii_lowercase(), key).map(|(from, to)| &tag[from..to])
}

/// A label, such as that of the transport.
pub(super) fn of(label: Option<&str>) -> Option<Declaration> {
    let label = label?.trim().trim_matches(['"', '\'']);
    let encoding = match label.to_ascii_lowercase().as_str() {
        "" => return None,
        "gb2312-80" | "gb_18030" | "gb18030-2000" | "gb18030-2005" | "gb18030-2022" | "cp936" | "936" => {
            Some(encoding_rs::GB18030)
        }
        "utf8mb4" | "utf_8" => Some(encoding_rs::UTF_8),
        "cp950" => Some(encoding_rs::BIG5),
        other => Encoding::for_label(other.as_bytes()).map(family),
    };
    Some(Declaration { label: label.to_owned(), encoding })
}

/// Whether a remark is still open at the end of a text.
fn is_remark(before: &str) -> bool {
    before.rfind("<!--").is_some_and(|open| before.rfind("-->").is_none_or(|close| close < open))
}

/// Where the value of `key=value` stands in a tag: quoted or not, with or without blanks around the sign.
fn value(tag: &str, key: &str) -> Option<(usize, usize)> {
    let mut from = 0;
    while let Some(at) = tag[from..].find(key) {
        from += at + key.len();
        let Some(rest) = tag[from..].trim_start().strip_prefix('=') else { continue };
        let rest = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\''));
        let ends = |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | ';' | '/' | '?' | '>');
        let length = rest.find(ends).unwrap_or(rest.len());
        let start = tag.len() - rest.len();
        return (length > 0).then_some((start, start + length));
    }
    None
}
