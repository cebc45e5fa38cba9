//! Headings that a tool glued to the text around them, or cut in pieces -> lines of their own.
//!
//! Where tags are dropped, `…年度报告一、总体情况2022年…` is one line; where every run of text becomes a line, a heading lies in
//! pieces. Neither can be told from the text alone, so the caller says which [`Titles`] there are. A list of the titles in a
//! sentence stays what it is: there a mark or the next number follows each of them.

use super::rows;
use crate::document::{Block, Document, Line, Place};
use crate::text::fold;
use crate::text::ordinal::{self, Ordinal, Style};
use crate::text::quantity::is_han_digit;
use std::vec::IntoIter;

/// Titles of sections.
#[derive(Clone, Debug)]
pub struct Titles {
    keys: Vec<String>,
    numbers: Vec<u32>,
}

impl Titles {
    /// Of titles as they are printed, each with the Chinese number of its section.
    pub fn new(titles: &[(&str, &str)]) -> Self {
        let keys = titles.iter().map(|(title, _)| fold::key(title).into_owned()).collect();
        let number = |(_, number): &(&str, &str)| ordinal::han_number(number).unwrap_or(0);
        Titles { keys, numbers: titles.iter().map(number).collect() }
    }

    /// The numbers of all sections, each as often as it has titles.
    pub(crate) fn numbers(&self) -> impl Iterator<Item = u32> {
        self.numbers.iter().copied()
    }

    /// The number of the section with this title, if it is one.
    pub(crate) fn number_of(&self, title: &str) -> Option<u32> {
        let key = fold::key(title);
        self.keys.iter().position(|known| *known == key).map(|at| self.numbers[at])
    }
}

/// Gives the headings with these titles lines of their own, and marks those that have one.
pub fn divide(document: &mut Document, titles: &Titles) {
    let keys = &titles.keys;
    // Most documents hold nothing to divide or to join: then no block is moved.
    let Some(first) = document.blocks.iter_mut().position(|block| !settle(block, keys)) else { return };
    let mut rest = document.blocks.split_off(first).into_iter();
    while let Some(block) = rest.next() {
        let mut line = match block {
            Block::Line(line) => line,
            Block::Grid(grid) => {
                document.blocks.extend(rows::parted(grid, keys));
                continue;
            }
        };
        if is_number(&line.text) {
            join_number(&mut line, &mut rest, keys);
        }
        if let Some(open) = piece(&line.text, keys) {
            join(&mut line, open, &mut rest, keys);
        }
        document.blocks.extend(unglued(line, keys).map(|mut line| {
            mark(&mut line, keys);
            Block::Line(line)
        }));
    }
    rows::number(document);
}

/// Marks a block that stays as it is, if it is a heading; `false` where it may not stay.
fn settle(block: &mut Block, keys: &[String]) -> bool {
    let line = match block {
        Block::Line(line) => line,
        Block::Grid(grid) => return !rows::holds_title(grid, keys),
    };
    let number = number(&line.text);
    if number.is_none() && is_short(&line.text) && !has_mark(&line.text) {
        return !is_number(&line.text);
    }
    if let Some(key) = number.map(|number| fold::key(number.rest)) {
        if is_key(&key, keys) {
            line.heading.get_or_insert(1);
            return true;
        }
        if begins(&key, keys) {
            return false;
        }
    }
    pieces(line, keys).is_empty()
}

/// The Chinese number that a line begins with.
fn number(text: &str) -> Option<Ordinal<'_>> {
    ordinal::parse(text).filter(|found| found.style == Style::Han)
}

/// Whether a text holds the mark that parts most numbers from their titles.
fn has_mark(text: &str) -> bool {
    memchr::memchr(0xe3, text.as_bytes()).is_some() && text.contains('、')
}

/// Whether a line is a Chinese number and nothing else.
fn is_number(text: &str) -> bool {
    text.len() <= 3 * '十'.len_utf8() && text.starts_with(is_han_digit) && ordinal::han_number(text.trim()).is_some()
}

/// Joins a number with the line below it, if that is a title behind the mark that parts the two.
fn join_number(line: &mut Line, rest: &mut IntoIter<Block>, keys: &[String]) {
    if let Some(Block::Line(title)) = rest.as_slice().first()
        && title.text.trim_start().starts_with(['、', '．', '.'])
        && is_key(&fold::key(&title.text), keys)
    {
        line.text = format!("{}{}", line.text.trim(), title.text.trim());
        rest.next();
    }
}

/// Marks a line as a heading that is a number and a whole title.
fn mark(line: &mut Line, keys: &[String]) {
    if line.heading.is_none() && is_title(&line.text, keys) {
        line.heading = Some(1);
    }
}

/// Whether a line is a number and a whole title, which makes it a heading as a mark of the source would.
pub(super) fn is_title(text: &str, keys: &[String]) -> bool {
    number(text).is_some_and(|number| is_key(&fold::key(number.rest), keys))
}

/// The key of the title that a line begins, if the line is a number and the first part of a title.
fn piece(text: &str, keys: &[String]) -> Option<String> {
    let begun = fold::key(number(text)?.rest);
    begins(&begun, keys).then(|| begun.into_owned())
}

/// Whether a key is the first part of a title's.
fn begins(key: &str, keys: &[String]) -> bool {
    !is_key(key, keys) && keys.iter().any(|title| title.starts_with(key))
}

pub(super) fn is_key(text: &str, keys: &[String]) -> bool {
    keys.iter().any(|key| key == text)
}

/// As many lines as a heading is cut into.
const PIECES: usize = 12;

/// Joins a line with those below it, if together they are a title.
fn join(line: &mut Line, begun: String, rest: &mut IntoIter<Block>, keys: &[String]) {
    let below = rest.as_slice().iter().take(PIECES).map_while(|block| match block {
        Block::Line(line) => Some(&line.text),
        Block::Grid(_) => None,
    });
    let (mut key, mut text, mut best) = (begun, line.text.trim_end().to_owned(), None);
    for (number, piece) in below.enumerate().filter(|(_, piece)| !piece.trim().is_empty()) {
        key.push_str(&fold::key(piece));
        text.push_str(piece.trim());
        if keys.contains(&key) {
            best = Some((number + 1, text.clone()));
        }
        if !keys.iter().any(|title| title.starts_with(&key)) {
            break;
        }
    }
    if let Some((taken, text)) = best {
        line.text = text;
        rest.by_ref().take(taken).for_each(drop);
    }
}

/// A line shorter than this is a heading, or a sentence that names one.
const LONG: usize = 40;

fn is_short(text: &str) -> bool {
    text.len() < LONG || text.chars().nth(LONG - 1).is_none()
}

/// The line as it is, or in pieces where headings stand within it.
fn unglued(line: Line, keys: &[String]) -> impl Iterator<Item = Line> {
    let pieces = pieces(&line, keys);
    let whole = pieces.is_empty().then_some(line);
    whole.into_iter().chain(pieces)
}

/// The pieces of a line, none where it holds no heading.
fn pieces(line: &Line, keys: &[String]) -> Vec<Line> {
    let mut headings = headings(&line.text, keys);
    if is_short(&line.text) {
        headings.retain(|&(start, end, _)| is_parted(&line.text[..start], &line.text[end..]));
    }
    if headings.is_empty() {
        return Vec::new();
    }
    let mut cuts: Vec<usize> = headings.iter().flat_map(|&(start, end, _)| [start, end]).collect();
    cuts.insert(0, 0);
    cuts.push(line.text.len());
    cuts.dedup();
    cuts.windows(2).map(|cut| part(line, cut[0], cut[1])).filter(|line| !line.is_blank()).collect()
}

/// Whether a short line that holds a heading is more than that, or than a sentence that names it: what stands before has
/// ended, and what follows is parted from it.
fn is_parted(before: &str, after: &str) -> bool {
    let ended = |text: &str| text.is_empty() || text.ends_with(['。', '！']) || text.ends_with("报告");
    let said = after.trim_start_matches([':', '：']).trim();
    let inner = || ordinal::parse(after).is_some_and(|found| found.style == Style::HanBracket);
    let nothing = || ["无", "暂无"].contains(&said.trim_matches(['（', '）', '(', ')', '。']));
    let apart = after.starts_with([':', '：']) || after.starts_with(char::is_whitespace);
    let parted = said.is_empty() || apart || inner() || nothing();
    ended(before.trim_end()) && parted && !(before.trim().is_empty() && said.is_empty())
}

pub(super) fn part(line: &Line, mut start: usize, end: usize) -> Line {
    // The colon behind a heading.
    let rest = line.text[start..end].trim_start_matches([':', '：']);
    start = if start > 0 { end - rest.len() } else { start };
    let column = line.place.column.unwrap_or(1) + line.text[..start].chars().count() as u32;
    let place = match line.place.line {
        Some(number) => Place::line_column(number, column),
        None => line.place.clone(),
    };
    Line { text: line.text[start..end].trim().to_owned(), place, whole: true, ..line.clone() }
}

/// The headings within a text: from where, to where, and their number. The numbers rise.
fn headings(text: &str, keys: &[String]) -> Vec<(usize, usize, u32)> {
    let mut found: Vec<(usize, usize, u32)> = Vec::new();
    for at in marks(text) {
        let start = number_start(text, at);
        let Some(number) = (start < at).then(|| number(&text[start..])).flatten() else { continue };
        let last = found.last().map_or((0, 0), |&(_, end, value)| (end, value));
        if start < last.0 || number.value <= last.1 {
            continue;
        }
        let body = text.len() - number.rest.len() - (text.len() - text.trim_end().len());
        if let Some(end) = title_end(text, body, keys) {
            found.push((start, end, number.value));
        }
    }
    found
}

/// Where marks stand that may divide a number from its title.
pub(super) fn marks(text: &str) -> impl Iterator<Item = usize> {
    const MARKS: [char; 3] = ['、', '.', '．'];
    // By their first bytes, which only marks and blanks have in common with them.
    let begin = memchr::memchr3_iter(0xe3, b'.', 0xef, text.as_bytes());
    begin.filter(|&at| text[at..].starts_with(MARKS))
}

/// Where the Chinese number before a mark begins.
pub(super) fn number_start(text: &str, mark: usize) -> usize {
    let digits = text[..mark].char_indices().rev().take_while(|&(_, c)| "一二三四五六七八九十 ".contains(c));
    digits.last().map_or(mark, |(at, _)| at)
}

/// Marks behind a title that is only named.
const NAMED: &[char] = &[
    '、', '，', '；', ',', ';', '等', '”', '》', '和', '及', '|', '｜', '│', '·', '•', '/', '／', '>', '＞', '»', '-',
    '—',
];

/// Where the title that begins at `start` ends, if one stands there and text follows it.
fn title_end(text: &str, start: usize, keys: &[String]) -> Option<usize> {
    let mut key = String::new();
    let mut best = None;
    for (at, more) in fold::places(&text[start..]) {
        key.push(more);
        if key.chars().count() > 40 || !keys.iter().any(|title| title.starts_with(&key)) {
            break;
        }
        if keys.contains(&key) {
            best = Some(start + at + text[start + at..].chars().next().map_or(0, char::len_utf8));
        }
    }
    best.filter(|&end| {
        let after = text[end..].trim_start();
        // Dots lead from an entry of a table of contents to its page.
        let led = ["..", "．．", "··", "…", "⋯"].iter().any(|dots| after.starts_with(dots));
        !led && !after.starts_with(NAMED) && ordinal::parse(after).is_none_or(|next| next.style != Style::Han)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Format;

    fn titles() -> Titles {
        Titles::new(&[("收到和处理政府信息公开申请情况", "三"), ("主动公开政府信息情况", "二"), ("总体情况", "一")])
    }

    fn divided(text: &str) -> Vec<String> {
        let mut document = Document::new(Format::Text);
        document.blocks = text.split('\n').map(|line| Block::Line(Line::new(line, Place::default()))).collect();
        divide(&mut document, &titles());
        document
            .blocks
            .iter()
            .map(|block| if let Block::Line(line) = block { line.text.clone() } else { String::new() })
            .collect()
    }

    #[test]
    fn glued_headings_come_apart_and_a_list_of_them_stays() {
        let glued = "云溪市水务局2022年度报告一、总体情况2022年，本局认真开展各项工作，公开各类信息。二、主动公开政府信息情况（一）";
        assert_eq!(
            divided(glued),
            [
                "云溪市水务局2022年度报告",
                "一、总体情况",
                "2022年，本局认真开展各项工作，公开各类信息。",
                "二、主动公开政府信息情况",
                "（一）"
            ]
        );
        let list =
            "本报告由一、总体情况；二、主动公开政府信息情况；三、收到和处理政府信息公开申请情况等部分组成，特此公布。";
        assert_eq!(divided(list), [list]);
        let entry = "一、总体情况.................................................. 1";
        assert_eq!(divided(entry), [entry]);
    }

    #[test]
    fn marks_are_told_by_their_first_bytes() {
        let text = "一、甲.乙．丙。丁，〇";
        assert!(marks(text).eq(text.match_indices(['、', '.', '．']).map(|(at, _)| at)));
        assert_eq!(marks(text).count(), 3);
    }

    #[test]
    fn a_heading_in_pieces_is_joined() {
        assert_eq!(
            divided("三、收到\n和处理政府\n信息公开申请情况\n自然人"),
            ["三、收到和处理政府信息公开申请情况", "自然人"]
        );
        assert_eq!(divided("二、主动\n作为"), ["二、主动", "作为"]);
    }
}
