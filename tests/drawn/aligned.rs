//! Tables drawn with blanks or with strokes: columns stand below each other.

use super::tables::{Place, Table};
use super::{Drawn, Rng, pages};

/// Two columns for a wide character, or one for each.
pub type Measure = fn(&str) -> usize;

pub fn width(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}

pub fn characters(text: &str) -> usize {
    text.chars().count()
}

/// A page of aligned text: labels wrap at the width of their column and stand around their values; the first column holds
/// a label written a few characters a line. A page ends within the table of requests, with its number, and the next one is
/// set a little farther right.
pub fn layout(drawn: &Drawn, measure: Measure, rng: &mut Rng) -> String {
    let text = pages::flow(drawn, &|line| format!("  {line}\n\n"), &mut |table| layout_table(table, measure, rng));
    text + "\n"
}

fn layout_table(table: &Table, measure: Measure, rng: &mut Rng) -> String {
    let places = table.places();
    let head = table.head_rows();
    let columns = places[0].len();
    let labels = (0..columns).take_while(|&c| places.iter().all(|row| !row[c].figure)).count().max(1);
    let label_width = if measure("一") == 2 { 18 } else { 9 };
    let step = if columns > 12 { 6 } else { 9 };
    let mut shift = 2;
    let mut text = String::new();
    let break_at = rng.usize(head + 4..places.len().max(head + 5));
    for (at, row) in places.iter().enumerate() {
        if at == break_at && table.role.name() == "requests" {
            text += "                    - 2 -\n\u{c}\n";
            shift += rng.usize(0..4);
        }
        text += &layout_row(row, labels, label_width, step, shift, measure);
    }
    text + "\n"
}

fn layout_row(row: &[Place], labels: usize, label_width: usize, step: usize, shift: usize, measure: Measure) -> String {
    let own: Vec<&Place> = row[..labels].iter().filter(|place| place.begins).collect();
    // Of several labels the last one is the row's; those above it are printed on the line before.
    let mut text: String =
        own.iter().rev().skip(1).rev().map(|place| format!("{}{}\n", " ".repeat(shift), place.text)).collect();
    let label = own.last().map_or("", |place| place.text.trim());
    let pieces = wrapped(label, label_width, measure);
    let middle = pieces.len() / 2;
    for (number, piece) in pieces.iter().enumerate() {
        let mut line = format!("{}{piece}", " ".repeat(shift));
        if number == middle {
            for (column, place) in
                row[labels..].iter().enumerate().filter(|(_, place)| place.begins && !place.text.is_empty())
            {
                let center = shift + label_width + 2 + column * step + step / 2;
                let start = center.saturating_sub(measure(&place.text) / 2).max(measure(&line) + 1);
                line += &" ".repeat(start - measure(&line));
                line += &place.text;
            }
        }
        text += &(line.trim_end().to_owned() + "\n");
    }
    text
}

pub fn wrapped(text: &str, width: usize, measure: Measure) -> Vec<String> {
    let mut lines = vec![String::new()];
    for c in text.chars() {
        let last = lines.last_mut().unwrap();
        if measure(last) + measure(&c.to_string()) > width {
            lines.push(c.to_string());
        } else {
            last.push(c);
        }
    }
    lines
}

/// Tables in strokes, as a text browser draws them.
pub fn boxes(drawn: &Drawn, _: &mut Rng) -> String {
    pages::flow(drawn, &|line| format!("{line}\n\n"), &mut boxes_table)
}

/// As wide as one column is inside its strokes. A browser breaks labels, and no numbers.
const WIDE: usize = 16;

/// Which cell covers each place, as the place where it begins.
type Owners = Vec<Vec<(usize, usize)>>;

fn owners(places: &[Vec<Place>]) -> Owners {
    let mut owners: Owners = Vec::new();
    for (r, row) in places.iter().enumerate() {
        let mut line: Vec<(usize, usize)> = Vec::new();
        for (c, place) in row.iter().enumerate() {
            line.push(match place {
                _ if place.begins => (r, c),
                _ if place.first_column => owners[r - 1][c],
                _ => line[c - 1],
            });
        }
        owners.push(line);
    }
    owners
}

fn boxes_table(table: &Table) -> String {
    let places = table.places();
    let owners = owners(&places);
    let columns = places[0].len();
    let span = |r: usize, c: usize| owners[r].iter().filter(|&&owner| owner == owners[r][c]).count();
    let inside = |r: usize, c: usize| span(r, c) * (WIDE + 1) - 1;
    let mut text = stroke(&owners, 0, columns);
    for (r, row) in places.iter().enumerate() {
        let wrap = |c: usize| wrapped(&row[c].text, inside(r, c) - 1, width);
        let begins: Vec<(usize, Vec<String>)> = (0..columns).filter(|&c| row[c].begins).map(|c| (c, wrap(c))).collect();
        let height = begins.iter().map(|(_, lines)| lines.len()).max().unwrap_or(1);
        for line in 0..height {
            let mut c = 0;
            while c < columns {
                let shown = begins.iter().find(|(at, _)| *at == c).and_then(|(_, lines)| lines.get(line).cloned());
                let shown = shown.unwrap_or_default();
                text += &format!("│{shown}{}", " ".repeat(inside(r, c) - width(&shown)));
                c += span(r, c);
            }
            text += "│\n";
        }
        text += &stroke(&owners, r + 1, columns);
    }
    text
}

/// The line of strokes above row `r`.
fn stroke(owners: &Owners, r: usize, columns: usize) -> String {
    let across = |c: usize| r == 0 || r == owners.len() || owners[r - 1][c] != owners[r][c];
    let down = |row: Option<usize>, c: usize| {
        row.and_then(|row| owners.get(row)).is_some_and(|row| c == 0 || c == columns || row[c - 1] != row[c])
    };
    let mut line = String::new();
    for c in 0..=columns {
        let (up, low) = (down(r.checked_sub(1), c), down(Some(r), c));
        let (left, right) = (c > 0 && across(c - 1), c < columns && across(c));
        line += match (up, low, left, right) {
            (false, true, false, true) => "┌",
            (false, true, true, false) => "┐",
            (true, false, false, true) => "└",
            (true, false, true, false) => "┘",
            (true, true, false, true) => "├",
            (true, true, true, false) => "┤",
            (false, true, true, true) => "┬",
            (true, false, true, true) => "┴",
            (true, true, true, true) => "┼",
            (true, true, false, false) => "│",
            (false, false, true, true) => "─",
            _ => " ",
        };
        if c < columns {
            line += &(if right { "─" } else { " " }).repeat(WIDE);
        }
    }
    line + "\n"
}
