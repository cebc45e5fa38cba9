//! Decoded plain text -> Document: tab-separated, Markdown and pipe tables, box drawings, and lines.
//!
//! Only what a drawing shows becomes a grid. A table that some tool flattened to lines stays lines, its blank lines
//! included: which line is whose cell is for a later room to find out.

mod boxes;
mod drawn;
mod listed;
mod padded;
mod pipes;
mod ruled;
mod spans;
mod wrapped;

pub(super) use listed::are_listed;

use crate::document::{Block, Cell, Document, Drawing, Format, Grid, Line, Place};
use crate::finding::Finding;
use memchr::{memchr, memchr_iter, memchr2, memmem};
use std::borrow::Cow;

/// Reads a text. Never fails.
pub(crate) fn read(text: &str) -> (Document, Vec<Finding>) {
    let plain = spans::shown(text);
    let plain = with_plain_dividers(&plain);
    let plain = without_bold(&plain);
    let plain = without_formulas(&plain);
    let lines: Vec<&str> = pages(&plain);
    let divided = memchr2(b'\t', b'|', plain.as_bytes()).is_some() || plain.contains('｜');
    let strokes = ["-----", "====="].iter().any(|stroke| memmem::find(text.as_bytes(), stroke.as_bytes()).is_some());
    let written: Vec<&str> = if strokes { pages(text) } else { Vec::new() };
    let mut ruled = ruled::Ruled::of(&written);
    let (mut flat, mut indented) = (0, 0);
    let mut document = Document::new(Format::Text);
    document.blocks.reserve(lines.len());
    let mut tables = 0;
    let mut at = 0;
    while at < lines.len() {
        if let Some(cells) = divided.then(|| joined(lines[at])).flatten() {
            document.blocks.extend(cells.into_iter().map(|(column, cell)| cell_line(cell, at, column)));
            at += 1;
            continue;
        }
        let rows = || {
            divided.then(|| pipes::read(&lines, at, &mut flat).or_else(|| tabs(&lines, at, &mut indented))).flatten()
        };
        let drawn = boxes::read(&lines, at).or_else(|| ruled.as_mut()?.read(at)).or_else(rows);
        let taken = drawn.or_else(|| listed::read(&lines, at));
        match taken {
            Some((mut grid, next)) => {
                tables += 1;
                grid.place.table = Some(tables);
                document.blocks.push(Block::Grid(grid));
                at = next;
            }
            None => {
                document.blocks.push(Block::Line(line(lines[at], at)));
                at += 1;
            }
        }
    }
    (document, Vec::new())
}

/// Whether a line draws the columns of a table in Markdown.
pub(super) fn draws_table(line: &str) -> bool {
    ruled::columns(line).is_some() || line.contains("--") && line.contains('|') && pipes::is_rule(line)
}

/// A line of more cells than any row has: a whole report, its cells divided by tabs or pipes.
const WIDEST_ROW: usize = 80;

/// The cells of a line that holds a whole report, with the characters at which they begin. Each is a line of its own.
fn joined(line: &str) -> Option<Vec<(usize, &str)>> {
    let divider = ['\t', '|'].into_iter().find(|&divider| line.matches(divider).count() > WIDEST_ROW)?;
    let mut column = 0;
    let cells = line.split(divider).map(|cell| {
        let at = column;
        column += cell.chars().count() + 1;
        (at, cell)
    });
    Some(cells.collect())
}

fn cell_line(cell: &str, at: usize, column: usize) -> Block {
    Block::Line(Line::new(cell, Place::line_column(at as u32 + 1, column as u32 + 1)))
}

/// The text with tabs for the marks of cells in a word processor's file, and pipes for strokes that belong to no drawing:
/// each sign for one, so that places stay.
fn with_plain_dividers(text: &str) -> Cow<'_, str> {
    let strokes = text.contains('│') && !text.contains(['─', '━', '┼', '├', '┌', '└']);
    if !strokes && !text.contains('\u{7}') {
        return Cow::Borrowed(text);
    }
    let plain = |c: char| match c {
        '\u{7}' => '\t',
        '│' if strokes => '|',
        other => other,
    };
    Cow::Owned(text.chars().map(plain).collect())
}

/// What a cell of a row shows: without quotes around it, with blanks for the entities that write one, and with line breaks.
fn shown(cell: &str) -> String {
    let cell = cell.trim();
    let inner = cell.strip_prefix('"').and_then(|cell| cell.strip_suffix('"')).map(|cell| cell.replace("\"\"", "\""));
    let text = inner.unwrap_or_else(|| cell.to_owned());
    if !text.contains(['&', '<']) {
        return text.trim().to_owned();
    }
    let breaks = ["<br>", "<br/>", "<br />"];
    breaks.iter().fold(text.replace("&nbsp;", " "), |text, mark| text.replace(mark, "\n")).trim().to_owned()
}

/// The text without Markdown's marks of bold print, which stand in pairs on a line. They are no characters of the report.
fn without_bold(text: &str) -> Cow<'_, str> {
    if memmem::find(text.as_bytes(), b"**").is_none() {
        return Cow::Borrowed(text);
    }
    let plain = |line: &str| {
        if line.matches("**").count().is_multiple_of(2) { line.replace("**", "") } else { line.to_owned() }
    };
    Cow::Owned(text.split('\n').map(plain).collect::<Vec<_>>().join("\n"))
}

/// The text with the numbers that a converter set as formulas (`$12$`). A blank in one may have stood between two numbers, and
/// what stands right beside another number or formula is no number of its own.
fn without_formulas(text: &str) -> Cow<'_, str> {
    let mut plain = String::new();
    let mut from = 0;
    for at in memchr_iter(b'$', text.as_bytes()) {
        let Some(number) = text[at + 1..].split_once('$').map(|(number, _)| number).filter(|_| at >= from) else {
            continue;
        };
        let of_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
        let end = at + number.len() + 2;
        let goes_on = |c: char| of_number(c) || c == '$';
        let apart = !text[..at].ends_with(goes_on) && !text[end..].starts_with(goes_on);
        if apart && number.chars().all(of_number) && !number.is_empty() && number.len() < LONGEST_NUMBER {
            plain.extend([&text[from..at], number]);
            from = end;
        }
    }
    if from == 0 {
        return Cow::Borrowed(text);
    }
    plain.push_str(&text[from..]);
    Cow::Owned(plain)
}

const LONGEST_NUMBER: usize = 24;

/// The lines of a text, without the page numbers that stand beside its form feeds.
fn pages(text: &str) -> Vec<&str> {
    let ends = || memchr_iter(b'\n', text.as_bytes()).chain([text.len()]);
    let mut from = 0;
    let ended = ends().map(|end| {
        let line = &text[std::mem::replace(&mut from, end + 1)..end];
        line.strip_suffix('\r').unwrap_or(line)
    });
    let mut lines = Vec::with_capacity(ends().count());
    if memchr(b'\x0c', text.as_bytes()).is_none() {
        lines.extend(ended);
        return lines;
    }
    let mut breaks = Vec::new();
    for line in ended {
        let mut parts = line.split('\u{c}').rev();
        // A form feed stands before the first line of a page; several of them are empty pages.
        let last = parts.next().unwrap_or_default();
        if parts.next().is_some() {
            breaks.push(lines.len());
        }
        lines.push(last);
    }
    for side in [last_of_page, first_of_page] {
        let numbers = breaks.iter().map(|&at| side(&lines, at));
        page_numbers(&numbers.collect::<Vec<_>>()).into_iter().for_each(|at| lines[at] = "");
    }
    lines
}

/// The last visible line of the page before a break, if it is a bare number.
fn last_of_page(lines: &[&str], at: usize) -> Option<(usize, usize)> {
    let near = (at.saturating_sub(4)..at).rev();
    number_in(lines, near)
}

/// The first visible line of the page behind a break, if it is a bare number.
fn first_of_page(lines: &[&str], at: usize) -> Option<(usize, usize)> {
    number_in(lines, at..lines.len().min(at + 4))
}

fn number_in(lines: &[&str], mut near: impl Iterator<Item = usize>) -> Option<(usize, usize)> {
    let at = near.find(|&at| !lines[at].trim().is_empty())?;
    let text = lines[at].trim();
    (text.len() <= 3 && text.bytes().all(|b| b.is_ascii_digit()))
        .then(|| text.parse().ok().map(|number| (at, number)))?
}

/// The lines that count the pages: beside at least two breaks, and nearly all, each number is one more than the last. A
/// number beside a single break may be the value of a cell.
fn page_numbers(beside: &[Option<(usize, usize)>]) -> Vec<usize> {
    let first = |(page, number): (usize, usize)| (number + beside.len()).checked_sub(page);
    let counted = || beside.iter().enumerate().filter_map(|(page, found)| found.map(|(at, n)| (at, first((page, n)))));
    let agreeing = |(_, first): (usize, Option<usize>)| counted().filter(|(_, other)| *other == first).count();
    let Some(most) = counted().max_by_key(|&found| agreeing(found)) else { return Vec::new() };
    let enough = agreeing(most) >= 2 && agreeing(most) * 4 >= beside.len() * 3;
    counted().filter(|(_, other)| enough && *other == most.1).map(|(at, _)| at).collect()
}

fn line(text: &str, at: usize) -> Line {
    let (level, text) = markdown_heading(text);
    let text = if level.is_some() { without_attributes(text) } else { text };
    Line { heading: level, ..Line::new(text, Place::line(at as u32 + 1)) }
}

/// A heading without what a converter wrote behind it: `{#总体情况 .unnumbered}`.
fn without_attributes(heading: &str) -> &str {
    let attributes = heading.rfind(" {").filter(|_| heading.ends_with('}'));
    attributes.filter(|at| heading[at + 2..].starts_with(['#', '.'])).map_or(heading, |at| heading[..at].trim_end())
}

/// A Markdown heading and its level. The depth says little in converted texts, but the mark is no part of the text.
fn markdown_heading(text: &str) -> (Option<u8>, &str) {
    let trimmed = text.trim_start();
    let marks = trimmed.bytes().take_while(|&b| b == b'#').count();
    match trimmed[marks..].strip_prefix(' ') {
        Some(rest) if (1..=6).contains(&marks) => (Some(marks as u8), rest.trim()),
        _ => (None, text),
    }
}

/// Rows divided by tabs: at least one line with two tabs or more, and the lines around it with at least one. Tabs before
/// the only cell of each line are indentation; up to `indented` they are known to be.
fn tabs(lines: &[&str], start: usize, indented: &mut usize) -> Option<(Grid, usize)> {
    let divided = |line: &str| line.contains('\t') && !line.trim().is_empty();
    if start < *indented || !divided(lines[start]) {
        return None;
    }
    let mut end = start + 1;
    while end < lines.len() {
        let next_divided = divided(lines[end]);
        // A page break leaves an empty line between two rows.
        let over_gap = lines[end].trim().is_empty() && lines.get(end + 1).is_some_and(|next| divided(next));
        if !next_divided && !over_gap {
            break;
        }
        end += 1;
    }
    if !lines[start..end].iter().any(|line| line.trim_start().contains('\t')) {
        *indented = end;
        return None;
    }
    let cells = |at: usize| {
        let starts =
            std::iter::once(0).chain(lines[at].chars().enumerate().filter(|(_, c)| *c == '\t').map(|(n, _)| n + 1));
        (at, starts.zip(lines[at].split('\t')).collect())
    };
    let rows: Vec<(usize, Vec<(usize, &str)>)> = (start..end).filter(|&at| divided(lines[at])).map(cells).collect();
    let wide = rows.iter().any(|(_, cells)| cells.len() > 2);
    let several = rows.len() > 1
        && rows.iter().all(|(_, cells)| cells[1..].iter().any(|cell| !cell.1.trim().is_empty()) || cells.len() > 1);
    (wide || several).then(|| (ragged(rows.into_iter()), end))
}

/// A grid of rows of cells, each with the character at which it begins; which columns a merged area covered is not known.
fn ragged<'t>(rows: impl Iterator<Item = (usize, Vec<(usize, &'t str)>)>) -> Grid {
    let mut cells = Vec::new();
    for (row, (line, texts)) in rows.enumerate() {
        for (column, (start, text)) in texts.into_iter().enumerate() {
            let place = Place::line_column(line as u32 + 1, start as u32 + 1);
            cells.push(Cell { row, column, rows: 1, columns: 1, text: shown(text), place });
        }
    }
    of_cells(cells)
}

/// A grid of cells none of which covers another place.
fn of_cells(cells: Vec<Cell>) -> Grid {
    Grid {
        rows: cells.iter().map(|cell| cell.row + 1).max().unwrap_or(0),
        columns: cells.iter().map(|cell| cell.column + 1).max().unwrap_or(0),
        drawing: Drawing::Rows,
        caption: None,
        place: Place { column: None, ..cells.first().map(|cell| cell.place.clone()).unwrap_or_default() },
        container: 0,
        cells,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Blocks drawn in characters: a line as itself, a grid as its rows between brackets.
    pub(in crate::read::text) fn drawn(text: &str) -> Vec<String> {
        let draw = |block: &Block| match block {
            Block::Line(line) => line.text.clone(),
            Block::Grid(grid) => {
                let rows = grid.rectangle().iter().map(|row| row.join("|")).collect::<Vec<_>>();
                format!("[{}]", rows.join(" / ").replace('\n', "~"))
            }
        };
        read(text).0.blocks.iter().map(draw).collect()
    }

    #[test]
    fn tabs_make_rows_and_a_page_break_does_not_end_them() {
        assert_eq!(drawn("甲\n乙\t1\t2\n\n丙\t\t3\n丁"), ["甲", "[乙|1|2 / 丙||3]", "丁"]);
        assert_eq!(drawn("\t\t甲\n\t\t1\n\t\n\t\t乙"), ["\t\t甲", "\t\t1", "\t", "\t\t乙"]);
    }

    #[test]
    fn pipes_make_rows_whatever_their_dress() {
        assert_eq!(drawn("| 甲 | 乙 |\n| --- | --- |\n| 1 |  |\n"), ["[甲|乙 / 1|]", ""]);
        assert_eq!(drawn("甲| 乙\n---|---\n1| 2"), ["[甲|乙 / 1|2]"]);
        assert_eq!(drawn("甲 | 乙 | \n规章 | 0 |\n"), ["[甲|乙 / 规章|0]", ""]);
    }

    #[test]
    fn numbers_on_two_lines_of_one_row_of_pipes_stay_apart() {
        assert_eq!(drawn("|甲|1|5|\n|乙|57|2|\n||49||"), ["[甲|1|5 / 乙|57~49|2 / |57~49|]"]);
        assert_eq!(drawn("|甲|乙|\n||57|\n|丙|49|"), ["[甲|乙 / |57~49 / 丙|57~49]"]);
        assert_eq!(drawn("|甲|57|\n|乙||\n||49|"), ["[甲|57 / 乙| / |49]"]);
    }

    #[test]
    fn rules_tell_which_lines_of_pipes_are_one_row() {
        let ruled = "+---+---+\n|甲|57|\n|乙|49|\n+---+---+\n|丙|3|\n+---+---+\n|丁|4|\n+---+---+";
        assert_eq!(drawn(ruled), ["[甲乙|57~49 / 丙|3 / 丁|4]"]);
        let headed = "|0|1|\n|---|---|\n|甲|乙|\n|丙|丁|\n|5|6|";
        assert_eq!(drawn(headed), ["[0|1 / 甲|乙 / 丙|丁 / 5|6]"]);
        let partly = "+---+---+\n|甲|57|\n|乙+---|\n||49|\n+---+---+\n|丙|3|\n+---+---+";
        assert_eq!(drawn(partly), ["[甲|57 / 乙+---| / |49 / 丙|3]"]);
        let blocks = "+---+---+\n|甲|57|\n|乙|49|\n+---+---+\n|丙|3|\n|丁|4|\n+---+---+";
        assert_eq!(drawn(blocks), ["[甲|57 / 乙|49 / 丙|3 / 丁|4]"]);
    }

    #[test]
    fn numbers_beside_form_feeds_that_count_are_page_numbers() {
        assert_eq!(drawn("甲 1 2\n 4\n\u{c}乙 3 4\n5\n\u{c}丙"), ["甲 1 2", "", "乙 3 4", "", "丙"]);
        assert_eq!(drawn("甲\n72\n\u{c}乙\n5\n\u{c}丙"), ["甲", "72", "乙", "5", "丙"]);
        assert_eq!(drawn("甲\n1\n\u{c}乙"), ["甲", "1", "乙"]);
    }

    #[test]
    fn a_number_is_no_formula() {
        assert_eq!(drawn("办结$12$件，占$8.5$，$x$、$1 2$、$7"), ["办结12件，占8.5，$x$、$1 2$、$7"]);
        assert_eq!(drawn("$3$$4$ 1$2$ $1$2 $5$"), ["$3$$4$ 1$2$ $1$2 5"]);
    }

    #[test]
    fn a_heading_mark_is_no_text() {
        assert_eq!(drawn("## 一、总体情况"), ["一、总体情况"]);
        assert_eq!(drawn("# 年度报告 {#年度报告 .a}\n甲 {#b}"), ["年度报告", "甲 {#b}"]);
    }
}
