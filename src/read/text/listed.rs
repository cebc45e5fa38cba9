//! Tables that a program printed as lists, a row each: `['规章', '0', None]`, `[["规章", "0"], ["许可", null]]`. Where a merged
//! area covers a place, the list holds nothing.

use super::ragged;
use crate::document::Grid;

/// The grid of lists that begins at `start`, and the line after it.
pub(super) fn read(lines: &[&str], start: usize) -> Option<(Grid, usize)> {
    let mut rows = Vec::new();
    let mut end = start;
    while end < lines.len() && is_list(lines[end]) {
        rows.extend(lists(lines[end])?.into_iter().map(|cells| (end, cells)));
        end += 1;
    }
    let several = rows.iter().any(|(_, cells)| cells.len() > 1);
    let borrowed =
        rows.iter().map(|(line, cells)| (*line, cells.iter().map(|(at, text)| (*at, text.as_str())).collect()));
    several.then(|| (ragged(borrowed), end))
}

/// Whether several lines are such rows: their commas divide the values of lists, and are none of comma-separated values.
pub(in crate::read) fn are_listed(text: &str) -> bool {
    text.contains(['[']) && text.lines().filter(|line| is_list(line)).take(SEVERAL).count() == SEVERAL
}

const SEVERAL: usize = 3;

/// Whether a line begins and ends as a list of texts does.
fn is_list(line: &str) -> bool {
    let line = line.trim().trim_end_matches(',');
    let opened = line.trim_start_matches('[');
    let texts = ["'", "\"", "None", "null"].iter().any(|text| opened.starts_with(text));
    opened.len() < line.len() && line.ends_with(']') && texts
}

type Cells = Vec<(usize, String)>;

/// The rows of a line, each cell with the character at which it begins. `None` where the line is no list of texts.
fn lists(line: &str) -> Option<Vec<Cells>> {
    let mut rows: Vec<Cells> = Vec::new();
    let mut open = false;
    let mut characters = line.char_indices().enumerate().map(|(at, (byte, c))| (at, byte, c)).peekable();
    while let Some((at, byte, c)) = characters.next() {
        match c {
            '[' => {
                // A list of lists holds no cell of its own.
                if !open || rows.last().is_some_and(|row| !row.is_empty()) {
                    rows.push(Vec::new());
                }
                open = true;
            }
            ']' => open = false,
            ',' | ' ' | '\t' => {}
            '\'' | '"' => {
                let inner = quoted(&line[byte + 1..], c)?;
                let length = line[byte + 1..byte + 1 + inner.len()].chars().count() + 1;
                rows.last_mut().filter(|_| open)?.push((at + 1, plain(inner)));
                characters.nth(length - 1);
            }
            _ => {
                let bare = line[byte..].split([',', ']']).next()?.trim_end();
                let text = if matches!(bare, "None" | "null" | "nan" | "NaN") { "" } else { bare };
                rows.last_mut().filter(|_| open)?.push((at, text.to_owned()));
                while characters.next_if(|next| !matches!(next.2, ',' | ']')).is_some() {}
            }
        }
    }
    Some(rows)
}

/// What stands before the mark that ends a text.
fn quoted(text: &str, mark: char) -> Option<&str> {
    let mut escaped = false;
    let end = text.char_indices().find(|&(_, c)| {
        let ends = c == mark && !escaped;
        escaped = c == '\\' && !escaped;
        ends
    });
    Some(&text[..end?.0])
}

/// A text without what stands for a line's end or for a mark in it.
fn plain(text: &str) -> String {
    if !text.contains('\\') {
        return text.to_owned();
    }
    let breaks = text.replace(r"\n", "\n").replace(r"\t", " ");
    ["\\'", "\\\"", r"\\"].iter().fold(breaks, |text, escaped| text.replace(escaped, &escaped[1..]))
}

#[cfg(test)]
mod tests {
    use super::super::tests::drawn;

    #[test]
    fn lists_are_rows() {
        let rows = "甲\n['规章', '0', None]\n['许\\n可', \"1\", '']\n乙";
        assert_eq!(drawn(rows), ["甲", "[规章|0| / 许~可|1|]", "乙"]);
        assert_eq!(drawn("[['规章', None], ['许可', 12]]"), ["[规章| / 许可|12]"]);
        assert_eq!(drawn("[[\"规章\", null],\n [\"许可\", \"5\"]]"), ["[规章| / 许可|5]"]);
    }

    #[test]
    fn what_is_no_list_of_texts_stays_a_line() {
        assert_eq!(drawn("['规章', '0\n[1]\n['规章']"), ["['规章', '0", "[1]", "['规章']"]);
    }
}
