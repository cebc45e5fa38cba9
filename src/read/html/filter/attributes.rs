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

/// What is in a style that may hide, and where in it a letter stands that few styles have: `h`, `y` or `z`.
const HIDING: [(&[u8], usize); 5] =
    [(b"display", 6), (b"hid", 0), (b"size:0", 2), (b"size: 0", 2), (b"line-through", 11)];

/// Whether a style may say that an element is not shown, or struck out: plainly, in capitals, or in character references.
pub(super) fn may_hide(style: &[u8]) -> bool {
    // Most are told by their first letter already: nothing is faster than to look.
    let stands = |hiding: &[u8], start: usize| hiding.iter().eq(style[start..].iter().take(hiding.len()));
    let hides = |at: usize| HIDING.iter().any(|(hiding, letter)| letter <= &at && stands(hiding, at - letter));
    memchr3_iter(b'h', b'y', b'z', style).any(hides) || memchr2(b'&', b'D', style).is_some()
}
