//! The words of a line, and where they stand in it.

use crate::text::fold;

/// The words of a line with their display columns (a wide character takes two) and the character where they begin.
/// Pipes divide words as blanks do.
pub(crate) fn words(text: &str) -> impl Iterator<Item = (usize, usize, usize, &str)> {
    let (mut rest, mut display, mut character) = (text, 0, 0);
    std::iter::from_fn(move || {
        let (blanks, blank, wide) = run(rest, divides);
        let (from, begins) = (display + blank + wide, character + blank);
        let (length, count, wide) = run(&rest[blanks..], |c| !divides(c));
        let word = &rest[blanks..blanks + length];
        (rest, display, character) = (&rest[blanks + length..], from + count + wide, begins + count);
        (!word.is_empty()).then_some((from, display, begins, word))
    })
}

/// The bytes, the characters and the wide characters of the beginning of a text that is of one kind.
fn run(text: &str, kind: impl Fn(char) -> bool) -> (usize, usize, usize) {
    let (mut length, mut count, mut wide) = (0, 0, 0);
    for c in text.chars().take_while(|&c| kind(c)) {
        length += c.len_utf8();
        count += 1;
        wide += usize::from(is_unified(c) || fold::is_han(c) || is_wide_mark(c));
    }
    (length, count, wide)
}

fn divides(c: char) -> bool {
    !is_unified(c) && (c.is_whitespace() || c == '|' || c == '\u{feff}')
}

/// Most characters are Chinese: wide, and no dividers.
fn is_unified(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}')
}

fn is_wide_mark(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{303f}' | '\u{ff01}'..='\u{ff60}' | '“' | '”' | '‘' | '’')
}
