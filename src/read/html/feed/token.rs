//! Tags and text -> the tokens that the tokenizer of the standard would make of them.

use crate::read::html::{filter, tags};
use html5ever::interface::QualName;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Tag, TagKind};
use html5ever::{Attribute, LocalName, ns};
use memchr::memchr3;
use std::borrow::Cow;
use std::ops::Range;

/// What is not itself in text and values: line breaks, and the references that pages use most. With its semicolon a
/// reference is itself whatever follows.
const WRITTEN: &[(&str, &str)] = &[
    ("\r\n", "\n"),
    ("\r", "\n"),
    ("&nbsp;", "\u{a0}"),
    ("&amp;", "&"),
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&quot;", "\""),
    ("&ldquo;", "“"),
    ("&rdquo;", "”"),
    ("&mdash;", "—"),
    ("&middot;", "·"),
    ("&ensp;", "\u{2002}"),
    ("&emsp;", "\u{2003}"),
];

/// Tags with more attributes are left to the tokenizer: each is compared with all others.
const FEW: usize = 16;

/// A text; `None` if only the tokenizer knows what it means, or if it may go on behind the piece as something else.
pub(super) fn text(piece: &StrTendril, range: Range<usize>, ends: bool) -> Option<StrTendril> {
    if !ends && ["\r", "<", "</"].iter().any(|begun| piece[range.clone()].ends_with(begun)) {
        return None;
    }
    meant(piece, range)
}

/// What is meant by text or a value as it is written.
fn meant(piece: &StrTendril, range: Range<usize>) -> Option<StrTendril> {
    let (mut rest, start) = (&piece[range.clone()], range.start as u32);
    let Some(mut next) = special(rest) else { return Some(piece.subtendril(start, rest.len() as u32)) };
    let mut meant = StrTendril::with_capacity(rest.len() as u32);
    loop {
        meant.push_slice(&rest[..next]);
        rest = &rest[next..];
        let (written, read) = WRITTEN.iter().find(|(written, _)| rest.starts_with(written))?;
        meant.push_slice(read);
        rest = &rest[written.len()..];
        match special(rest) {
            Some(at) => next = at,
            None => break,
        }
    }
    meant.push_slice(rest);
    Some(meant)
}

/// Where something stands that may not be itself.
fn special(text: &str) -> Option<usize> {
    memchr3(b'&', b'\r', 0, text.as_bytes())
}

/// Names of tags and attributes: those that were met last are remembered as they are written, since a page has few.
pub(super) struct Names(Vec<(String, LocalName)>);

/// As many names are remembered.
const REMEMBERED: usize = 64;

impl Names {
    pub fn new() -> Self {
        Names(vec![(String::new(), LocalName::from("")); REMEMBERED])
    }

    /// A tag that begins at `start`; `None` if only the tokenizer knows what it holds.
    pub fn tag(&mut self, piece: &StrTendril, start: usize, tag: &filter::Tag) -> Option<Tag> {
        let name = self.name(&piece[start + 1 + usize::from(tag.closing)..tag.name_end])?;
        // Most tags have no attributes left.
        let attrs = match piece.as_bytes()[tag.name_end] {
            b'>' => Vec::new(),
            _ => self.attributes(piece, tag)?,
        };
        let kind = if tag.closing { TagKind::EndTag } else { TagKind::StartTag };
        Some(Tag { kind, name, self_closing: false, attrs, had_duplicate_attributes: false })
    }

    fn attributes(&mut self, piece: &StrTendril, tag: &filter::Tag) -> Option<Vec<Attribute>> {
        let (mut attributes, mut certain) = (Vec::with_capacity(2), true);
        // The filter leaves no `/` at the end of a tag.
        tags::attributes(piece.as_bytes(), tag.name_end, |written| match self.attribute(piece, &written) {
            Some(attribute) => attributes.push(attribute),
            None => certain = false,
        });
        (certain && attributes.len() <= FEW && !is_repeated(&attributes)).then_some(attributes)
    }

    fn attribute(&mut self, piece: &StrTendril, written: &tags::Attribute) -> Option<Attribute> {
        let name = QualName::new(None, ns!(), self.name(&piece[written.name.clone()])?);
        Some(Attribute { name, value: meant(piece, written.value.clone())? })
    }

    /// A name in lower case; `None` if it holds a NUL.
    fn name(&mut self, written: &str) -> Option<LocalName> {
        let slot = match *written.as_bytes() {
            [first, .., last] => written.len() * 7 + usize::from(first) * 3 + usize::from(last),
            [only] => usize::from(only),
            [] => 0,
        };
        let (known, name) = &mut self.0[slot % REMEMBERED];
        if known != written {
            *name = lower_case(written)?;
            written.clone_into(known);
        }
        Some(name.clone())
    }
}

/// Whether two attributes have one name: the first counts, which the tokenizer sees to.
fn is_repeated(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|one| attributes.iter().filter(|other| other.name == one.name).count() > 1)
}

fn lower_case(written: &str) -> Option<LocalName> {
    let capital = written.bytes().any(|byte| byte.is_ascii_uppercase());
    let name = if capital { Cow::Owned(written.to_ascii_lowercase()) } else { Cow::Borrowed(written) };
    (!name.contains('\0')).then(|| LocalName::from(&*name))
}
