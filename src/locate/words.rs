//! A line -> its words, and the room that each takes on it.

use crate::text::fold;

/// The words of a line with their display columns (a wide character takes two) and the character where they begin.
/// Pipes divide words as blanks do.
pub(super) fn words(text: &str) -> impl Iterator<Item = (usize, usize, usize, &str)> {
    let mut rest = text.char_indices();
    let (mut display, mut number) = (0, 0);
    std::iter::from_fn(move || {
        let (from, character, start) = loop {
            let (at, c) = rest.next()?;
            let column = display;
            display += width(c);
            number += 1;
            if !divides(c) {
                break (column, number - 1, at);
            }
        };
        for (end, c) in rest.by_ref() {
            let to = display;
            display += width(c);
            number += 1;
            if divides(c) {
                return Some((from, to, character, &text[start..end]));
            }
        }
        Some((from, display, character, &text[start..]))
    })
}

/// Whether a character stands between words. Most are Chinese.
fn divides(c: char) -> bool {
    !fold::is_unified(c) && (c.is_whitespace() || c == '|' || c == '\u{feff}')
}

/// As many display columns as a character takes.
fn width(c: char) -> usize {
    match c {
        _ if fold::is_unified(c) => 2,
        '\0'..='~' => 1,
        _ => 1 + usize::from(fold::is_han(c) || is_wide_mark(c)),
    }
}

fn is_wide_mark(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{303f}' | '\u{ff01}'..='\u{ff60}' | '“' | '”' | '‘' | '’')
}
