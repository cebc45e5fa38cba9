//! Tables that lost their grid: a cell a line, everything on one line, rows without cells, labels away from their values.

use super::tables::{Cell, Table};
use super::{Drawn, Rng, pages};

fn cells(drawn: &Drawn, line: fn(&str) -> String, cell: fn(&str) -> String, row_end: &str) -> String {
    pages::flow(drawn, &line, &mut |table| {
        let row = |cells: &Vec<Cell>| cells.iter().map(|c| cell(c.text.trim())).collect::<String>() + row_end;
        table.rows.iter().map(row).collect()
    })
}

fn with_break(text: &str) -> String {
    format!("{text}\n")
}

fn with_gap(text: &str) -> String {
    format!("{text}\n\n")
}

/// A cell a line; a blank cell leaves nothing.
pub fn stripped(drawn: &Drawn, _: &mut Rng) -> String {
    cells(drawn, with_break, |cell| if cell.is_empty() { String::new() } else { with_break(cell) }, "")
}

/// A cell a line; a blank cell is an empty line.
pub fn written(drawn: &Drawn, _: &mut Rng) -> String {
    cells(drawn, with_break, with_break, "")
}

/// A cell a paragraph with an empty line behind it, and one more behind each row; a blank cell is two empty lines.
pub fn spaced(drawn: &Drawn, _: &mut Rng) -> String {
    cells(drawn, with_gap, with_gap, "\n")
}

/// A cell and a pipe a line; a blank cell is a pipe.
pub fn piped(drawn: &Drawn, _: &mut Rng) -> String {
    cells(drawn, with_break, |cell| if cell.is_empty() { "|\n".to_owned() } else { format!("{cell} |\n") }, "")
}

/// A cell a paragraph, indented; a blank cell leaves nothing.
pub fn indented(drawn: &Drawn, _: &mut Rng) -> String {
    let cell = |cell: &str| if cell.is_empty() { String::new() } else { format!("    {cell}\n\n") };
    cells(drawn, |line| format!("   {line}\n\n"), cell, "")
}

/// The whole report on one line, its cells divided by blanks.
pub fn one_line(drawn: &Drawn, _: &mut Rng) -> String {
    cells(drawn, |line| format!("{line} "), |cell| if cell.is_empty() { String::new() } else { format!("{cell} ") }, "")
}

/// The whole report on one line, its cells divided by tabs.
pub fn one_line_tabs(drawn: &Drawn, _: &mut Rng) -> String {
    cells(
        drawn,
        |line| format!("{line}\t"),
        |cell| if cell.is_empty() { String::new() } else { format!("{cell}\t") },
        "",
    )
}

/// A row a line, cells divided by single blanks. Long labels wrap: before their values, around them, or with the values
/// at the end. Page numbers stand between rows.
pub fn raw(drawn: &Drawn, rng: &mut Rng) -> String {
    pages::flow(drawn, &|line| format!("{line}\n"), &mut |table| {
        let mut text = String::new();
        let break_after = rng.usize(6..12);
        for (at, row) in table.rows.iter().enumerate() {
            text += &raw_row(row, rng);
            if at == break_after {
                text += "- 4 -\n\u{c}";
            }
        }
        text
    })
}

fn raw_row(row: &[Cell], rng: &mut Rng) -> String {
    let filled = row.iter().filter(|cell| cell.figure && !cell.text.is_empty());
    let figures: Vec<&str> = filled.map(|cell| cell.text.as_str()).collect();
    let labels: Vec<&str> = row.iter().filter(|cell| !cell.figure).map(|cell| cell.text.trim()).collect();
    let (Some(last), false) = (labels.last(), figures.is_empty()) else {
        return (labels.join(" ") + " " + &figures.join(" ")).trim().to_owned() + "\n";
    };
    let before = labels[..labels.len() - 1].iter().map(|label| format!("{label} ")).collect::<String>();
    let chars: Vec<char> = last.chars().collect();
    let figures = figures.join(" ");
    if chars.len() < 12 {
        return format!("{before}{last} {figures}\n");
    }
    let cut = rng.usize(6..chars.len() - 2);
    let (first, second): (String, String) = (chars[..cut].iter().collect(), chars[cut..].iter().collect());
    match rng.u8(0..3) {
        0 => format!("{before}{first}\n{second} {figures}\n"),
        1 => format!("{before}{first}\n{figures}\n{second}\n"),
        _ => format!("{before}{first}\n{second}\n{figures}\n"),
    }
}

/// In the order in which a tool found the text: the labels of some rows come after the values of later ones.
pub fn displaced(drawn: &Drawn, rng: &mut Rng) -> String {
    pages::flow(drawn, &|line| format!("{line}\n\n"), &mut |table| {
        if table.role.name() != "requests" {
            return plain_cells(table);
        }
        let mut text = String::new();
        let mut late: Vec<String> = Vec::new();
        for (at, row) in table.rows.iter().enumerate() {
            let moves = at > table.head_rows() + 3 && rng.u8(0..5) == 0;
            for cell in row.iter().filter(|cell| !cell.text.is_empty()) {
                if cell.figure || !moves { text += &with_gap(&cell.text) } else { late.push(cell.text.clone()) }
            }
            if late.len() > 2 || at + 1 == table.rows.len() {
                text += &late.drain(..).map(|label| with_gap(&label)).collect::<String>();
            }
        }
        text
    })
}

fn plain_cells(table: &Table) -> String {
    table.rows.iter().flatten().filter(|cell| !cell.text.is_empty()).map(|cell| with_gap(cell.text.trim())).collect()
}
