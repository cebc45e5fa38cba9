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
    let of_file = || find_in(&encoding_rs::mem::decode_latin1(head));
    let declares = head.contains(&b'<');
    declares.then(of_file).flatten().or_else(|| of(hint))
}

/// The declaration in a text: the first that means an encoding, or else the first.
pub(super) fn find_in(text: &str) -> Option<Declaration> {
    let original = text.char_indices().nth(HEAD).map_or(text, |(at, _)| &text[..at]);
    if !original.contains('<') {
        return None;
    }
    let head = original.to_ascii_lowercase();
    let tags = ["<meta", "<?xml"].map(|tag| head.match_indices(tag).map(|(at, _)| at));
    let mut starts: Vec<usize> = tags.into_iter().flatten().filter(|&at| !is_remark(&head[..at])).collect();
    starts.sort_unstable();
    let labels = starts.into_iter().filter_map(|at| {
        let end = head[at..].find('>').map_or(head.len(), |length| at + length);
        let key = if head[at..].starts_with("<?") { "encoding" } else { "charset" };
        value(&head[at..end], key).map(|(from, to)| original[at + from..at + to].to_owned())
    });
    let declarations: Vec<Declaration> = labels.filter_map(|label| of(Some(&label))).collect();
    let known = declarations.iter().find(|declaration| declaration.encoding.is_some());
    known.or(declarations.first()).cloned()
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
