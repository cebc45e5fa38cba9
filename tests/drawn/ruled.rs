//! Tables drawn with dashes, as converters of documents write them: strokes above and below columns, or around every row.
//! A covered place is blank.

use super::aligned::{width, wrapped};
use super::tables::{Place, Table};
use super::{Drawn, Rng, pages};

/// Labels are broken to this width; numbers are not.
const WIDE: usize = 16;

/// Each row on one line, between two lines of strokes.
pub fn simple(drawn: &Drawn, _: &mut Rng) -> String {
    pages::flow(drawn, &|line| format!("{line}\n\n"), &mut |table| columns(table, usize::MAX))
}

/// Rows of several lines, with blank lines between them.
pub fn multiline(drawn: &Drawn, _: &mut Rng) -> String {
    pages::flow(drawn, &|line| format!("{line}\n\n"), &mut |table| columns(table, WIDE))
}

/// Rows of several lines, each between two lines of strokes with joints.
pub fn joints(drawn: &Drawn, _: &mut Rng) -> String {
    pages::flow(drawn, &|line| format!("{line}\n\n"), &mut joints_table)
}

/// The lines of each cell, by rows.
fn cells(table: &Table, wide: usize) -> Vec<Vec<Vec<String>>> {
    let shown = |place: &Place| if place.begins { place.text.trim().to_owned() } else { String::new() };
    let lines = |place: &Place| wrapped(&shown(place), wide, width);
    table.places().iter().map(|row| row.iter().map(lines).collect()).collect()
}

fn widths(rows: &[Vec<Vec<String>>]) -> Vec<usize> {
    let widest = |column: usize| rows.iter().flat_map(|row| &row[column]).map(|line| width(line)).max();
    (0..rows[0].len()).map(|column| widest(column).unwrap_or(0).max(4) + 2).collect()
}

/// The lines of a row, each cell as wide as its column.
fn drawn_row(row: &[Vec<String>], widths: &[usize], between: &str) -> Vec<String> {
    let height = row.iter().map(Vec::len).max().unwrap_or(1);
    let cell = |line: usize, column: usize| {
        let shown = row[column].get(line).map_or("", String::as_str);
        format!("{shown}{}", " ".repeat(widths[column] - width(shown)))
    };
    let line = |line: usize| (0..row.len()).map(|column| cell(line, column)).collect::<Vec<_>>().join(between);
    (0..height).map(line).collect()
}

fn columns(table: &Table, wide: usize) -> String {
    let rows = cells(table, wide);
    let widths = widths(&rows);
    let strokes = widths.iter().map(|&width| "-".repeat(width)).collect::<Vec<_>>().join(" ");
    let drawn: Vec<String> = rows.iter().map(|row| drawn_row(row, &widths, " ").join("\n  ")).collect();
    let between = if wide == usize::MAX { "\n  " } else { "\n\n  " };
    format!("  {strokes}\n  {}\n  {strokes}\n\n", drawn.join(between))
}

fn joints_table(table: &Table) -> String {
    let rows = cells(table, WIDE);
    let widths = widths(&rows);
    let strokes: String = widths.iter().map(|&width| format!("+{}", "-".repeat(width + 2))).collect();
    let drawn = |row: &Vec<Vec<String>>| {
        let lines = drawn_row(row, &widths, " | ");
        lines.iter().map(|line| format!("| {line} |\n")).collect::<String>() + &format!("{strokes}+\n")
    };
    format!("{strokes}+\n{}\n", rows.iter().map(drawn).collect::<String>())
}
