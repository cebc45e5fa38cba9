//! Tables as rows of text with a divider: tabs, pipes and Markdown in their dialects.

use super::tables::{Place, Table};
use super::{Drawn, Rng, pages};

fn text(drawn: &Drawn, table: &mut dyn FnMut(&Table) -> String) -> String {
    pages::flow(drawn, &|line| format!("{line}\n"), table)
}

fn joined(rows: impl Iterator<Item = Vec<String>>, divider: &str) -> String {
    rows.map(|cells| cells.join(divider) + "\n").collect()
}

/// The texts of the places; `covered` says what stands where a cell does not begin.
fn places(table: &Table, covered: fn(&Place) -> String) -> impl Iterator<Item = Vec<String>> {
    let show = move |place: &Place| if place.begins { place.text.clone() } else { covered(place) };
    table.places().into_iter().map(move |row| row.iter().map(show).collect())
}

/// Only the cells that begin in a row.
fn begun(table: &Table) -> impl Iterator<Item = Vec<String>> + '_ {
    table.rows.iter().map(|row| row.iter().map(|cell| cell.text.clone()).collect())
}

/// Tabs between all places, covered ones empty.
pub fn tabs(drawn: &Drawn, _: &mut Rng) -> String {
    text(drawn, &mut |table| joined(places(table, |_| String::new()), "\t"))
}

/// Tabs between the cells that begin in a row.
pub fn tabs_begun(drawn: &Drawn, _: &mut Rng) -> String {
    text(drawn, &mut |table| joined(begun(table), "\t"))
}

/// Tabs, merged areas written out in all their places.
pub fn tabs_repeated(drawn: &Drawn, _: &mut Rng) -> String {
    text(drawn, &mut |table| joined(places(table, |place| place.text.clone()), "\t"))
}

/// Tabs with ten cells a row; after a page break the labels stand two columns farther left, and the room is kept at the
/// end of the row.
pub fn tabs_shifted(drawn: &Drawn, rng: &mut Rng) -> String {
    text(drawn, &mut |table| {
        let rows: Vec<Vec<String>> = places(table, |_| String::new()).collect();
        if table.role.name() != "requests" {
            return joined(rows.into_iter(), "\t");
        }
        let cut = rng.usize(8..rows.len() - 6);
        let mut lines = String::new();
        for (at, mut row) in rows.into_iter().enumerate() {
            if at == cut {
                lines.push('\n');
            }
            let blank = row.iter().take_while(|cell| cell.is_empty()).count().min(2);
            if at >= cut {
                row.rotate_left(blank);
            }
            lines += &(row.join("\t") + "\n");
        }
        lines
    })
}

/// `a | b |`, covered places empty.
pub fn pipes(drawn: &Drawn, _: &mut Rng) -> String {
    text(drawn, &mut |table| {
        places(table, |_| String::new())
            .map(|row| row.iter().map(|cell| format!("{cell} | ")).collect::<String>() + "\n")
            .collect()
    })
}

/// `| a | b |` without the covered places.
pub fn pipes_begun(drawn: &Drawn, _: &mut Rng) -> String {
    text(drawn, &mut |table| begun(table).map(|row| format!("| {} |\n", row.join(" | "))).collect())
}

/// Markdown: a rule below the first row; columns padded, rows of merged areas not.
pub fn markdown(drawn: &Drawn, _: &mut Rng) -> String {
    text(drawn, &mut |table| {
        let mut lines = String::from("\n");
        for (at, row) in table.rows.iter().enumerate() {
            let cells = row.iter().map(|cell| format!(" {} |{}", cell.text, "  |".repeat(cell.columns - 1)));
            let line = format!("|{}", cells.collect::<String>());
            lines += &format!("{line}\n");
            if at == 0 {
                lines += &format!("|{}\n", " --- |".repeat(line.matches('|').count() - 1));
            }
        }
        lines + "\n"
    })
}

/// `a| b| c`, the rule without outer pipes.
pub fn markdown_bare(drawn: &Drawn, _: &mut Rng) -> String {
    text(drawn, &mut |table| {
        let mut lines = String::new();
        for (at, row) in begun(table).enumerate() {
            lines += &(row.join("| ") + "  \n");
            if at == 0 {
                lines += &(vec!["---"; row.len()].join("|") + "  \n");
            }
        }
        lines
    })
}

/// Comma-separated, every place written, merged areas in their first one.
pub fn csv(drawn: &Drawn, _: &mut Rng) -> String {
    let quoted = |cell: &String| {
        if cell.contains([',', '"', '\n']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.clone() }
    };
    pages::flow(drawn, &|line| format!("{}{}\n", quoted(&line.to_owned()), ",".repeat(9)), &mut |table| {
        let rows = places(table, |_| String::new());
        rows.map(|mut row| {
            row.resize(row.len().max(10), String::new());
            row.iter().map(quoted).collect::<Vec<_>>().join(",") + "\n"
        })
        .collect()
    })
}
