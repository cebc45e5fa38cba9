//! First tags of elements, and what is left of them. An editor writes the same few tags over and over, so the last ones
//! are remembered.

use super::attributes::{is_read, known};
use super::kind::{Kind, Name, kind};
use crate::read::html::tags;
use crate::read::style;
use memchr::memchr;

/// As many tags are remembered.
const REMEMBERED: usize = 64;

/// The tags of a page.
pub(super) struct Tags<'p> {
    page: &'p str,
    /// By what a tag looks like (`slot`); an empty one is none.
    seen: Vec<Tag<'p>>,
}

/// A first tag as the page has it, and what is left of it.
#[derive(Default)]
pub(super) struct Tag<'p> {
    pub written: &'p str,
    pub left: String,
    pub name: Name,
    pub kind: Kind,
}

impl<'p> Tags<'p> {
    pub fn new(page: &'p str) -> Self {
        Tags { page, seen: std::iter::repeat_with(Tag::default).take(REMEMBERED).collect() }
    }

    /// The tag that begins at `start`; `None` if the page ends before it does.
    pub fn at(&mut self, start: usize) -> Option<&Tag<'p>> {
        let rest = &self.page[start..];
        let tag = &mut self.seen[slot(rest.as_bytes())];
        if tag.written.is_empty() || !rest.starts_with(tag.written) {
            tag.written = "";
            tag.read(rest)?;
        }
        Some(tag)
    }
}

/// Where a tag is remembered. It goes at least to the next `>`: that length, and what stands at the beginning and before
/// the end of it, tell tags apart well enough.
fn slot(rest: &[u8]) -> usize {
    let length = memchr(b'>', rest).unwrap_or(0);
    let word = |at: usize| rest[at..].first_chunk().map_or(0, |bytes| u64::from_le_bytes(*bytes));
    let looks = match length {
        // Nothing of what stands behind it.
        0..8 => word(0) & ((1 << (8 * length)) - 1),
        _ => word(0) ^ word(length - 8).rotate_left(32),
    };
    let mixed = (looks ^ length as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    // The highest bits depend on all of them.
    (mixed >> 48) as usize % REMEMBERED
}

impl<'p> Tag<'p> {
    fn read(&mut self, rest: &'p str) -> Option<()> {
        let bytes = rest.as_bytes();
        let name_end = tags::name_end(bytes, 1);
        self.name = Name::of(bytes, 1..name_end);
        self.kind = kind(self.name.as_bytes());
        self.left.clear();
        self.left.push_str(&rest[..name_end]);
        let end = self.attributes(rest, name_end)?;
        self.left.push('>');
        self.written = &rest[..end];
        Some(())
    }

    /// Writes the attributes that are read, and finds the end of the tag.
    fn attributes(&mut self, rest: &str, name_end: usize) -> Option<usize> {
        let mut styled = false;
        let end = tags::attributes(rest.as_bytes(), name_end, |attribute| {
            let (written, value) = (&rest[attribute.written], &rest[attribute.value]);
            let kept = match (self.name.as_bytes(), known(&rest.as_bytes()[attribute.name])) {
                (b"a", "href") => "href",
                (_, "hidden") => "hidden",
                // Of two attributes with one name the first counts.
                (_, "style") if !std::mem::replace(&mut styled, true) && style::matters(value) => written,
                (element, known) if is_read(element, known) => written,
                _ => return,
            };
            self.left.push(' ');
            self.left.push_str(kept);
        });
        end.map(|end| end.at)
    }
}
