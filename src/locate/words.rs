//! A line -> its words, and the room that each takes on it.

use crate::text::fold;

/// A word with its display columns (a wide character takes two), from and to, and the character where it begins.
pub(super) type Word<'t> = (usize, usize, usize, &'t str);

/// The words of a line. Pipes divide words as blanks do.
pub(super) fn words(text: &str) -> impl Iterator<Item = Word<'_>> {
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

/// The only word of a line with the character where it begins; `None` where there are several, or none.
pub(super) fn only(text: &str) -> Option<(usize, &str)> {
    let start = text.find(|c| !divides(c))?;
    let word = text[start..].trim_end_matches(divides);
    (!word.contains(divides)).then(|| (text[..start].chars().count(), word))
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
