//! Drawings that are nothing but shapes.

use super::CROWDED;
use crate::read::html::tags;
use memchr::memchr;

/// Shapes: elements of drawings in which tags are tags.
const SHAPES: &[&[u8]] = &[
    b"svg",
    b"g",
    b"path",
    b"circle",
    b"rect",
    b"line",
    b"polyline",
    b"polygon",
    b"ellipse",
    b"use",
    b"defs",
    b"symbol",
    b"stop",
    b"clippath",
    b"mask",
    b"text",
    b"tspan",
    b"linearGradient",
    b"radialGradient",
];

/// The end of a drawing of shapes that begins with the tag at `at`; `None` if it holds anything else, or a tag that is
/// crowded.
pub(super) fn end(page: &[u8], mut at: usize) -> Option<usize> {
    let mut depth = 0;
    loop {
        let start = at + memchr(b'<', &page[at..])?;
        let closing = page.get(start + 1) == Some(&b'/');
        let name_start = start + 1 + usize::from(closing);
        let name_end = tags::name_end(page, name_start);
        let name = &page[name_start..name_end];
        if !SHAPES.iter().any(|shape| shape.eq_ignore_ascii_case(name)) {
            return None;
        }
        let mut count = 0;
        let end = tags::attributes(page, name_end, |_| count += 1).filter(|_| count <= CROWDED)?;
        at = end.at;
        match (name.eq_ignore_ascii_case(b"svg"), closing, end.closes_itself) {
            (true, true, _) => depth -= 1,
            (true, false, false) => depth += 1,
            _ => {}
        }
        if depth == 0 {
            return Some(at);
        }
    }
}
