//! What an element is to the filter, by its name.

/// The lower-case name of an element, if it is short enough to be a known one.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Name {
    bytes: [u8; 16],
    pub length: usize,
}

impl Name {
    pub fn new(written: &[u8]) -> Self {
        let mut bytes = [0; 16];
        bytes.iter_mut().zip(written).for_each(|(byte, written)| *byte = *written);
        Name { bytes: lower(u128::from_le_bytes(bytes)).to_le_bytes(), length: written.len() }
    }

    /// The name that stands in a range of a page.
    pub fn of(page: &[u8], range: std::ops::Range<usize>) -> Self {
        let Some(chunk) = page[range.start..].first_chunk::<16>().filter(|_| range.len() < 16) else {
            return Name::new(&page[range]);
        };
        // What stands behind the name is taken away again: faster than byte by byte.
        let own = (1 << (8 * range.len())) - 1;
        Name { bytes: lower(u128::from_le_bytes(*chunk) & own).to_le_bytes(), length: range.len() }
    }

    /// Empty for names that are longer than any known one.
    pub fn as_bytes(&self) -> &[u8] {
        self.bytes.get(..self.length).unwrap_or_default()
    }
}

/// Sixteen bytes with the ASCII letters among them in lower case, all at once.
fn lower(bytes: u128) -> u128 {
    const EACH: u128 = u128::MAX / 0xff;
    const HIGH: u128 = 0x80 * EACH;
    let low = bytes & !HIGH;
    // The highest bit of each byte tells whether it is at least A, and whether it is more than Z.
    let (from_a, past_z) = (low + (0x80 - 0x41) * EACH, low + (0x80 - 0x5b) * EACH);
    let capitals = from_a & !past_z & !bytes & HIGH;
    bytes | capitals >> 2
}

/// What the filter does with an element.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
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
    #[default]
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

#[cfg(test)]
mod tests {
    use super::Name;

    #[test]
    fn a_name_is_told_in_lower_case_wherever_it_stands() {
        for byte in 0..=u8::MAX {
            let page = [b'<', b'@', byte, b'[', b'z', b'>', 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14];
            let expected = [b'@', byte.to_ascii_lowercase(), b'[', b'z'];
            assert_eq!(Name::of(&page, 1..5).as_bytes(), expected);
            assert_eq!(Name::of(&page[..6], 1..5).as_bytes(), expected);
        }
        assert!(Name::of(&[b'a'; 40], 0..20).as_bytes().is_empty());
    }
}
