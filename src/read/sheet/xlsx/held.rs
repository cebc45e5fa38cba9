//! The beginning of a part, held in memory: most workbooks hide no row and dress no string, and to go through all of their
//! cells a second time would tell nothing.

use memchr::{memchr, memmem};
use std::io::{BufRead, Chain, Cursor, Read};

/// As much of a part is held; what is larger is read to its end.
const MOST: u64 = 1 << 22;

/// A part, the beginning of which is held.
pub(super) struct Held<R> {
    head: Vec<u8>,
    /// The beginning is all of it.
    whole: bool,
    rest: R,
}

impl<R: BufRead> Held<R> {
    /// Reads the beginning. A part that breaks off is not whole: who reads on meets the error.
    pub(super) fn of(mut part: R) -> Self {
        let mut head = Vec::new();
        let read = part.by_ref().take(MOST).read_to_end(&mut head);
        let whole = read.is_ok_and(|length| (length as u64) < MOST);
        Held { head, whole, rest: part }
    }

    /// Whether no text of the part can be dressed. Names are in ASCII unless zeros stand between their letters.
    pub(super) fn is_undressed(&self) -> bool {
        self.whole && memchr(0, &self.head).is_none() && !is_dressed(&self.head)
    }

    /// Leaves out the rows of a sheet, if all that they say is values.
    pub(super) fn without_rows(mut self) -> Self {
        let open = memmem::find(&self.head, b"<sheetData>").filter(|_| self.whole);
        let close = memmem::rfind(&self.head, b"</sheetData>");
        if let (Some(open), Some(close)) = (open, close)
            && open < close
            && !says_more(&self.head[open..close])
        {
            self.head.drain(open..close + "</sheetData>".len());
        }
        self
    }

    pub(super) fn reader(self) -> Chain<Cursor<Vec<u8>>, R> {
        Cursor::new(self.head).chain(self.rest)
    }
}

/// Whether a text may be struck out or raised (ECMA-376, part 1, clauses 18.4.10 and 18.4.14).
fn is_dressed(part: &[u8]) -> bool {
    ["strike", "vertAlign"].into_iter().any(|name| memmem::find(part, name.as_bytes()).is_some())
}

/// Whether rows may be hidden, of no height or dressed, or hold what is no element.
fn says_more(rows: &[u8]) -> bool {
    let has = |word: &str| memmem::find(rows, word.as_bytes()).is_some();
    is_dressed(rows)
        || has("hidden")
        || has("<!")
        || memmem::find_iter(rows, "ht").any(|at| !has_height(&rows[at + 2..]))
}

/// Whether a value follows that is no 0.
fn has_height(rest: &[u8]) -> bool {
    matches!(rest, [b'=', b'"', b'1'..=b'9', ..])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn left(part: &str) -> String {
        let mut left = String::new();
        Held::of(part.as_bytes()).without_rows().reader().read_to_string(&mut left).unwrap();
        left
    }

    #[test]
    fn rows_are_left_out_only_where_they_say_nothing_but_values() {
        let sheet = |rows: &str| format!("<worksheet><cols/><sheetData>{rows}</sheetData><mergeCells/></worksheet>");
        let without = "<worksheet><cols/><mergeCells/></worksheet>";
        for rows in ["<row r='1'><c><v>1</v></c></row>", "<row ht=\"15.75\" customHeight=\"1\"/>", ""] {
            assert_eq!(left(&sheet(rows)), without, "{rows}");
        }
        let kept = [
            "<row hidden='1'/>",
            "<row ht=\"0\"/>",
            "<row ht = \"0\"/>",
            "<row ht='15'/>",
            "<c><is><r><rPr><strike/></rPr></r></is></c>",
            "<c><is><r><rPr><vertAlign val='superscript'/></rPr></r></is></c>",
            "<v><![CDATA[</sheetData>]]></v>",
        ];
        for rows in kept {
            assert_eq!(left(&sheet(rows)), sheet(rows));
        }
        let prefixed = "<x:sheetData><x:row/></x:sheetData>";
        assert_eq!(left(prefixed), prefixed);
    }

    #[test]
    fn a_part_that_is_larger_than_what_is_held_is_read_to_its_end() {
        let large = format!("<sst>{}<strike/></sst>", " ".repeat(MOST as usize));
        assert!(!Held::of(large.as_bytes()).is_undressed());
        let rows = format!("<sheetData>{}</sheetData>", "<row/>".repeat(MOST as usize / 6));
        assert_eq!(left(&rows), rows);
        assert!(Held::of(&b"<sst><si><t>1</t></si></sst>"[..]).is_undressed());
        assert!(!Held::of(&b"<\0s\0s\0t\0>\0"[..]).is_undressed());
    }
}
