//! Which attributes are read, of which element, and which of their values matter.

use memchr::{memchr2, memchr3_iter};

/// The attributes that are read of some element.
const READ: [&str; 11] =
    ["style", "colspan", "rowspan", "href", "hidden", "name", "content", "type", "src", "width", "height"];

/// The name of an attribute that is read; empty for any other.
pub(super) fn known(name: &[u8]) -> &'static str {
    READ.into_iter().find(|read| read.as_bytes().eq_ignore_ascii_case(name)).unwrap_or_default()
}

/// Whether the value of an attribute is read of an element.
pub(super) fn is_read(element: &[u8], attribute: &str) -> bool {
    matches!(
        (element, attribute),
        (b"td" | b"th", "colspan" | "rowspan")
            | (b"meta", "name" | "content")
            | (b"input", "type")
            | (b"img" | b"image", "src" | "width" | "height")
    )
}

/// Whether a style may say that an element is not shown, or struck out: plainly, in capitals, or in character references.
pub(super) fn may_hide(style: &[u8]) -> bool {
    // Few styles have these letters.
    memchr3_iter(b'h', b'y', b'z', style).any(|at| hides(style, at)) || memchr2(b'&', b'D', style).is_some()
}

/// Whether a word stands there that may hide: display, hid…, a size of 0, line-through.
fn hides(style: &[u8], at: usize) -> bool {
    let (before, rest) = style.split_at(at);
    match rest {
        [b'y', ..] => before.ends_with(b"displa"),
        [b'z', b'e', b':', b'0', ..] | [b'z', b'e', b':', b' ', b'0', ..] => before.ends_with(b"si"),
        [b'h', b'i', b'd', ..] => true,
        [b'h', ..] => before.ends_with(b"line-throug"),
        _ => false,
    }
}
