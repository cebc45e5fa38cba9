//! What an element is to the filter, by its name.

/// The lower-case name of an element, if it is short enough to be a known one.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Name {
    bytes: [u8; 16],
    pub length: usize,
}

impl Name {
    pub fn new(written: &[u8]) -> Self {
        let mut name = Name { bytes: [0; 16], length: written.len() };
        for (byte, written) in name.bytes.iter_mut().zip(written) {
            *byte = *written;
        }
        // All at once, in one step of the machine.
        name.bytes.make_ascii_lowercase();
        name
    }

    /// Empty for names that are longer than any known one.
    pub fn as_bytes(&self) -> &[u8] {
        self.bytes.get(..self.length).unwrap_or_default()
    }
}

/// What the filter does with an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Dresses text: a pair of tags may go.
    Run,
    /// May stand within such a pair.
    Passing,
    /// Holds nothing, and has no end.
    Empty,
    /// Holds text in which no tags are.
    Raw,
    /// Ignores a line break at its beginning.
    Preformatted,
    /// A cell, in which blanks are blanks again.
    Cell,
    /// Another part of a table.
    Table,
    /// May stand before the body.
    Head,
    /// Makes uncertain what is a tag.
    Unsure,
    /// Any other.
    Plain,
}

pub(super) fn kind(name: &[u8]) -> Kind {
    match name {
        b"span" | b"font" | b"o:p" | b"b" | b"strong" | b"i" | b"em" | b"u" | b"small" | b"big" => Kind::Run,
        b"br" | b"wbr" => Kind::Passing,
        b"meta" | b"input" | b"img" | b"image" => Kind::Empty,
        b"script" | b"style" | b"title" | b"textarea" | b"xmp" | b"iframe" | b"noembed" | b"noframes" | b"noscript" => {
            Kind::Raw
        }
        b"td" | b"th" | b"caption" => Kind::Cell,
        b"table" | b"tr" | b"tbody" | b"thead" | b"tfoot" | b"colgroup" | b"col" => Kind::Table,
        b"pre" | b"listing" => Kind::Preformatted,
        b"html" | b"head" | b"link" | b"base" | b"basefont" | b"bgsound" => Kind::Head,
        b"svg" | b"math" | b"template" | b"frameset" | b"plaintext" => Kind::Unsure,
        _ => Kind::Plain,
    }
}

/// Whether nothing is markup in an element but its own end.
pub(in crate::read::html) fn is_raw(name: &[u8]) -> bool {
    kind(Name::new(name).as_bytes()) == Kind::Raw
}
