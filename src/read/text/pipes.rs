//! Pipe tables: Markdown of any dialect, and rows that merely end or divide with pipes.

use super::wrapped::{self, Row};
use super::{markdown_heading, ragged};
use crate::document::Grid;
use crate::text::ordinal;
use std::ops::Range;

/// The grid of pipe rows that begins at `start`, and the line after it.
///
/// A single cell and a pipe on each line (`规章 |`, `0 |`, `|`) is no row but a flattened table; it stays lines.
pub(super) fn read(lines: &[&str], start: usize) -> Option<(Grid, usize)> {
    let framed = |at: usize| is_rule(lines[at]) && lines.get(at + 1).is_some_and(|next| divided(next));
    if !divided(lines[start]) && !framed(start) {
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
    let flattened = rows.iter().filter(|row| row.cells.len() > 1).count() * 3 < rows.len();
    if rows.is_empty() || flattened {
        return None;
    }
    wrapped::keep_apart(&mut rows);
    let borrowed: Vec<(usize, Vec<&str>)> =
        rows.iter().map(|row| (row.line, row.cells.iter().map(String::as_str).collect())).collect();
    Some((ragged(&borrowed), end))
}

/// The rows of cells among lines and rules.
fn rows(lines: &[&str], range: Range<usize>, border: Border) -> Vec<Row> {
    let mut band = 0;
    let mut rows = Vec::with_capacity(range.len());
    for line in range {
        // A rule may end where a label spans rows.
        let (rule, part) = (is_rule(lines[line]), lines[line].contains("+---"));
        if !rule {
            rows.push(Row { line, band: band + usize::from(part), cells: cells(lines[line], border) });
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
fn is_rule(line: &str) -> bool {
    let drawn = line.contains("---") || line.contains("===");
    drawn && line.chars().all(|c| matches!(c, '-' | '=' | '+' | '|' | ':' | ' ' | '\t'))
}

/// At which ends the pipes of a table are its border.
#[derive(Clone, Copy)]
struct Border {
    opens: bool,
    closes: bool,
}

fn cells(line: &str, border: Border) -> Vec<String> {
    let line = line.trim().replace('｜', "|");
    let line = line.strip_prefix('|').filter(|_| border.opens).unwrap_or(&line);
    let line = line.strip_suffix('|').filter(|_| border.closes).unwrap_or(line);
    line.replace("\\|", "\u{1}").split('|').map(|cell| cell.replace('\u{1}', "|").trim().to_owned()).collect()
}
