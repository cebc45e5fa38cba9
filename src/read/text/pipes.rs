//! Pipe tables: Markdown of any dialect, and rows that merely end or divide with pipes.

use super::wrapped::{self, Row};
use super::{boxes, drawn, markdown_heading, padded, ragged};
use crate::document::Grid;
use crate::text::ordinal;
use std::ops::Range;

/// The grid of pipe rows that begins at `start`, and the line after it.
///
/// A single cell and a pipe on each line (`规章 |`, `0 |`, `|`) is no row but a flattened table; it stays lines. Up to `flat` the
/// lines are known to be such.
pub(super) fn read(lines: &[&str], start: usize, flat: &mut usize) -> Option<(Grid, usize)> {
    let framed = |at: usize| is_rule(lines[at]) && lines.get(at + 1).is_some_and(|next| divided(next));
    if !divided(lines[start]) && !framed(start) {
        return None;
    }
    if let Some(found) = padded::read(lines, start).or_else(|| padded::continued(lines, start)) {
        return Some(found);
    }
    if start < *flat {
        return None;
    }
    let mut end = start + 1;
    while end < lines.len() && (divided(lines[end]) || is_rule(lines[end]) || continues(lines, end)) {
        end += 1;
    }
    // A pipe at an end of a row is its border only if every row has one there; else a blank cell stands beside it.
    let every = |has: fn(&str) -> bool| {
        (start..end).filter(|&at| divided(lines[at]) && !is_rule(lines[at])).all(|at| has(lines[at]))
    };
    let border = Border {
        opens: every(|line| line.trim_start().starts_with(['|', '｜'])),
        closes: every(|line| line.trim_end().ends_with(['|', '｜'])),
    };
    let mut rows = rows(lines, start..end, border);
    // A rule row below an empty head is Markdown's way to draw a table without a head.
    rows.retain(|row| row.cells.len() > 1 || row.cells.iter().any(|cell| !cell.is_empty()));
    *flat = flattened(&rows, end);
    if rows.is_empty() || rows[0].line < *flat {
        return None;
    }
    unwrap(&mut rows);
    let even = rows.iter().all(|row| row.cells.len() == rows[0].cells.len());
    // A head and what stands below its rule are two bands of any table.
    let bands = rows.chunk_by(|row, next| row.band == next.band).count();
    let ruled = bands > 2 && wrapped::is_ruled(&rows);
    let spans = || boxes::of_joints(&lines[start..end], start);
    let grid = match ruled {
        true if even && !lines[start..end].iter().any(|line| is_part(line)) => Some(drawn::banded(&rows)),
        true => spans(),
        false => None,
    };
    Some((grid.unwrap_or_else(|| kept_apart(rows)), end))
}

/// The line up to which less than a third of the rows behind hold several cells: the first one where nothing is flattened.
///
/// A row that says something in one place only may be either: a cell on its line and the bars of those that it reaches over
/// (`0 | ||`), or a label beside blank cells.
fn flattened(rows: &[Row], end: usize) -> usize {
    let (mut several, mut count) = (0, 0);
    let mut first = end;
    for row in rows.iter().rev() {
        let said = row.cells.iter().filter(|cell| !cell.is_empty()).count();
        several += usize::from(said > 1);
        count += usize::from(said > 1 || said == 1 && row.cells.len() == 1);
        if several * 3 >= count.max(1) {
            first = row.line;
        }
    }
    first
}

/// Cells that have bars of their own on both sides (`|规章||0||0|`) without the empty places between them.
fn unwrap(rows: &mut [Row]) {
    let between = |row: &Row| row.cells.iter().skip(1).step_by(2).all(String::is_empty);
    let several = rows.iter().filter(|row| row.cells.get(2).is_some_and(|cell| !cell.is_empty())).count();
    if several < 2 || !rows.iter().all(between) {
        return;
    }
    for row in rows {
        row.cells = std::mem::take(&mut row.cells).into_iter().step_by(2).collect();
        row.starts = std::mem::take(&mut row.starts).into_iter().step_by(2).collect();
    }
}

/// A grid with a row for each line.
fn kept_apart(mut rows: Vec<Row>) -> Grid {
    wrapped::keep_apart(&mut rows);
    ragged(rows.iter().map(Row::texts))
}

/// Whether a line is a rule in some of its columns only: a label spans rows beside it.
fn is_part(line: &str) -> bool {
    line.contains("+---") && !is_rule(line)
}

/// The rows of cells among lines and rules.
fn rows(lines: &[&str], range: Range<usize>, border: Border) -> Vec<Row> {
    let mut band = 0;
    let mut rows = Vec::with_capacity(range.len());
    for line in range {
        // A rule may end where a label spans rows.
        let (rule, part) = (is_rule(lines[line]), lines[line].contains("+---"));
        if !rule {
            let (cells, starts) = cells(lines[line], border).into_iter().unzip();
            rows.push(Row { line, band: band + usize::from(part), cells, starts });
        }
        band += if rule || part { 2 } else { 0 };
    }
    rows
}

fn divided(line: &str) -> bool {
    line.contains(['|', '｜']) && !line.contains('│')
}

/// A line without a pipe between pipe rows: the caption row of a block, or half a cell.
fn continues(lines: &[&str], at: usize) -> bool {
    let numbered = ordinal::parse(lines[at]).is_some_and(|found| found.style == ordinal::Style::Han);
    let heading = numbered || markdown_heading(lines[at]).0.is_some();
    let short = !lines[at].trim().is_empty() && lines[at].chars().count() <= 40 && !heading;
    let rule_below = lines.get(at + 1).is_some_and(|next| is_rule(next) && !next.contains('|'));
    short && lines.get(at + 1).is_some_and(|next| divided(next) || rule_below) && divided(lines[at - 1])
}

/// `| --- | :-: |`, `---|---`, `---`, `+---+---+`, `+===+===+`, `|---+---|`.
pub(super) fn is_rule(line: &str) -> bool {
    let drawn = line.contains("---") || line.contains("===");
    drawn && line.chars().all(|c| matches!(c, '-' | '=' | '+' | '|' | ':' | ' ' | '\t'))
}

/// At which ends the pipes of a table are its border.
#[derive(Clone, Copy)]
struct Border {
    opens: bool,
    closes: bool,
}

/// The cells of a line, with the characters at which they begin.
fn cells(line: &str, border: Border) -> Vec<(String, usize)> {
    let end = line.trim_end();
    let inner = end.trim_start();
    let mut at = end[..end.len() - inner.len()].chars().count();
    let line = inner.replace('｜', "|").replace("\\|", "\u{1}\u{2}");
    let line = line.strip_suffix('|').filter(|_| border.closes).unwrap_or(&line);
    let open = line.strip_prefix('|').filter(|_| border.opens);
    at += usize::from(open.is_some());
    let cell = |cell: &str| {
        let text = cell.trim();
        let blanks = cell[..cell.len() - cell.trim_start().len()].chars().count();
        let start = at + blanks;
        at += cell.chars().count() + 1;
        (text.replace("\u{1}\u{2}", "|"), start)
    };
    open.unwrap_or(line).split('|').map(cell).collect()
}
