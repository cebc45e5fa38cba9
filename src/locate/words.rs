//! A line -> its words, and the room that each takes on it.

use crate::text::fold;

/// A word with its display columns (a wide character takes two), from and to, and the character where it begins.
pub(super) type Word<'t> = (usize, usize, usize, &'t str);

/// The words of a line. Pipes divide words as blanks do, unless in a word of digits they may be one (`|25`). A blank in a note
/// between brackets is left of a line that was broken there: 规范性文件（含公 文）.
pub(super) fn words(text: &str, pipes: Pipes) -> impl Iterator<Item = Word<'_>> {
    let joined = pipes == Pipes::Digits && is_of_digits(text);
    let divides = move |c| divides(c) && !(joined && c == '|');
    let mut rest = text.char_indices();
    let (mut display, mut number) = (0, 0);
    let mut noted = 0;
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
        noted = noted.max(start + note(&text[start..]));
        for (end, c) in rest.by_ref() {
            let to = display;
            display += width(c);
            number += 1;
            if end >= noted && opens(c) {
                noted = end + note(&text[end..]);
            }
            if end >= noted && divides(c) {
                return Some((from, to, character, &text[start..end]));
            }
        }
        Some((from, display, character, &text[start..]))
    })
}

fn opens(c: char) -> bool {
    matches!(c, '（' | '(')
}

/// How many bytes a note in brackets takes with which a text begins and that single blanks break, and nothing but characters
/// of a label around them: two blanks stand between columns, and so does one beside a number.
fn note(text: &str) -> usize {
    let first = text.chars().next().filter(|&c| opens(c)).map_or(0, char::len_utf8);
    if first == 0 {
        return 0;
    }
    let text = &text[..text.floor_char_boundary(LONGEST_NOTE)];
    let Some(length) = text[first..].find(['）', ')']) else { return 0 };
    let inner = &text[first..first + length];
    let plain = |part: &str| !part.is_empty() && !part.contains(|c: char| divides(c) || opens(c) || c.is_ascii_digit());
    if inner.contains(' ') && inner.split(' ').all(plain) { first + length } else { 0 }
}

/// A note of more bytes is running text.
const LONGEST_NOTE: usize = 600;

/// The only word of a line with the character where it begins; `None` where there are several, or none.
pub(super) fn only(text: &str) -> Option<(usize, &str)> {
    let start = text.find(|c| !divides(c))?;
    let word = text[start..].trim_end_matches(divides);
    (!word.contains(divides)).then(|| (text[..start].chars().count(), word))
}

/// What the pipes in lines are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Pipes {
    /// They stand between words.
    #[default]
    Between,
    /// Where they stand beside digits alone they may have been a 1.
    Digits,
}

impl Pipes {
    /// Of lines: a table has them in each row, recognition of characters leaves one here and there.
    pub fn of<'t>(lines: impl Iterator<Item = &'t str>) -> Self {
        let (mut without, mut with, mut others) = (0, 0, 0);
        for line in lines.filter(|line| line.bytes().any(|byte| byte.is_ascii_digit())) {
            let (pipe, digits) = (line.contains('|'), is_of_digits(line));
            without += usize::from(digits && !pipe);
            with += usize::from(digits && pipe);
            others += usize::from(!digits && pipe);
        }
        if with > 0 && others == 0 && with * 4 <= without { Pipes::Digits } else { Pipes::Between }
    }
}

/// Whether a line is one word of digits, and of pipes beside them.
fn is_of_digits(line: &str) -> bool {
    line.trim().bytes().all(|byte| byte.is_ascii_digit() || byte == b'|')
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

#[cfg(test)]
mod tests {
    use super::{Pipes, words};

    #[test]
    fn a_blank_in_a_note_divides_no_word() {
        let shown = |text: &'static str| words(text, Pipes::Between).map(|word| word.3).collect::<Vec<_>>();
        assert_eq!(shown("规范性文件（含公 文、通 知）  3 4"), ["规范性文件（含公 文、通 知）", "3", "4"]);
        assert_eq!(shown("（含公 文） 0"), ["（含公 文）", "0"]);
        // Columns may stand within what brackets seem to hold.
        assert_eq!(shown("（区分处  0  理的） 7"), ["（区分处", "0", "理的）", "7"]);
        assert_eq!(shown("部分公开（区分 0 0 处理的）"), ["部分公开（区分", "0", "0", "处理的）"]);
        assert_eq!(shown("（一） 予以公开 12"), ["（一）", "予以公开", "12"]);
    }

    #[test]
    fn a_pipe_beside_digits_may_be_one_of_them_where_there_are_few() {
        let few = Pipes::of(["规章", "0", "12", "3", "4", "|25"].into_iter());
        let many = Pipes::of(["规章 |", "0|", "12|", "3|", "4|"].into_iter());
        let shown = |pipes| words("|25", pipes).map(|word| word.3).collect::<Vec<_>>();
        assert_eq!((few, shown(few)), (Pipes::Digits, vec!["|25"]));
        assert_eq!((many, shown(many)), (Pipes::Between, vec!["25"]));
    }
}
