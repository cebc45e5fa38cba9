//! Which attributes are read, of which element, and which of their values matter.

/// The attributes that are read of some element.
const READ: [&str; 13] = [
    "style", "colspan", "rowspan", "href", "hidden", "name", "property", "itemprop", "content", "type", "src", "width",
    "height",
];

/// The name of an attribute that is read; empty for any other.
pub(super) fn known(name: &[u8]) -> &'static str {
    READ.into_iter().find(|read| read.as_bytes().eq_ignore_ascii_case(name)).unwrap_or_default()
}

/// Whether the value of an attribute is read of an element.
pub(super) fn is_read(element: &[u8], attribute: &str) -> bool {
    matches!(
        (element, attribute),
        (b"td" | b"th", "colspan" | "rowspan")
            | (b"meta", "name" | "property" | "itemprop" | "content")
            | (b"input", "type")
            | (b"img" | b"image", "src" | "width" | "height")
    )
}
