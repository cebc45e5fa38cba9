//! The cells of a drawn table, each with its lines. Two rows between which a stroke is lost are told apart here.

use super::of_cells;
use super::wrapped::{self, Row, holds_number};
use crate::document::{Cell, Grid, Place};
use std::collections::BTreeMap;

/// A cell, and the lines of its text with the lines of the drawing on which they stand.
pub(super) struct Drawn {
    cell: Cell,
    lines: Vec<(usize, String)>,
}

impl Drawn {
    pub(super) fn new(cell: Cell, lines: Vec<(usize, String)>) -> Self {
        let text = wrapped::joined(lines.iter().map(|(_, line)| line.clone()));
        Drawn { cell: Cell { text, ..cell }, lines }
    }

    fn shows_value(&self) -> bool {
        !self.lines.is_empty() && wrapped::is_value(&self.cell.text)
    }

    /// Whether each of its lines is a value.
    fn holds_values(&self) -> bool {
        !self.lines.is_empty() && self.lines.iter().all(|(_, line)| wrapped::is_value(line))
    }

    /// What stands above a line in this row, and the rest in the next.
    fn divided(self, at: usize) -> [Drawn; 2] {
        let below = Cell { row: self.cell.row + 1, ..self.cell.clone() };
        let (upper, lower) = self.lines.into_iter().partition(|&(line, _)| line < at);
        [Drawn::new(self.cell, upper), Drawn::new(below, lower)]
    }
}

/// The grid of a table in which the lines of a band are one row.
pub(super) fn banded(rows: &[Row]) -> Grid {
    let cells = bands(rows).into_iter().enumerate().flat_map(|(row, lines)| {
        let mut cells: Vec<Drawn> = (0..lines[0].cells.len()).map(|column| drawn(row, lines, column)).collect();
        if are_two_rows(&cells) {
            untold(&mut cells);
        }
        cells
    });
    of_cells(cells.map(|drawn| drawn.cell).collect())
}

fn drawn(row: usize, lines: &[Row], column: usize) -> Drawn {
    let filled = || lines.iter().filter(|line| !line.cells[column].is_empty());
    let first = filled().next().unwrap_or(&lines[0]);
    let place = Place::line_column(first.line as u32 + 1, first.starts[column] as u32 + 1);
    let cell = Cell { row, column, rows: 1, columns: 1, text: String::new(), place };
    Drawn::new(cell, filled().map(|line| (line.line, line.cells[column].clone())).collect())
}

/// Whether a value begins below the line on which another does: the rule between two rows is lost.
fn are_two_rows(cells: &[Drawn]) -> bool {
    let first = |drawn: &Drawn| drawn.lines.first().map(|(line, _)| *line);
    let mut begins = cells.iter().filter(|drawn| drawn.holds_values()).filter_map(first);
    begins.next().is_some_and(|line| begins.any(|other| other != line))
}

/// Shows all values of cells in each place from the first on: which is whose is not told.
fn untold(cells: &mut [Drawn]) {
    let values = cells.iter().filter(|drawn| drawn.holds_values());
    let all = wrapped::untold(values.map(|drawn| drawn.cell.text.as_str()));
    let words = cells.iter().rposition(|drawn| !drawn.lines.is_empty() && !drawn.holds_values());
    cells[words.map_or(0, |last| last + 1)..].iter_mut().for_each(|drawn| drawn.cell.text.clone_from(&all));
}

/// The lines of each row. Where values begin on the first line of nearly all rows, one that has them farther below is two,
/// between which a stroke is lost.
fn bands(rows: &[Row]) -> Vec<&[Row]> {
    let bands = || rows.chunk_by(|row, next| row.band == next.band);
    let begins = |band: &[Row]| band.iter().position(|line| line.cells.iter().any(|cell| holds_number(cell)));
    let at_top = bands().filter(|band| begins(band) == Some(0)).count();
    let below = bands().filter(|band| begins(band).is_some_and(|line| line > 0)).count();
    let top = at_top > 2 && below * 4 <= at_top;
    bands()
        .flat_map(|band| {
            let (upper, lower) = band.split_at(begins(band).filter(|_| top).unwrap_or(0));
            [upper, lower].into_iter().filter(|lines| !lines.is_empty())
        })
        .collect()
}

/// The cells in as many rows as there are: a row in which values of two rows stand is divided, since the stroke between
/// them is lost. Also by how many rows they are more.
pub(super) fn divided(drawn: Vec<Drawn>, rows: usize) -> (Vec<Cell>, usize) {
    let mut own: Vec<Vec<&Drawn>> = vec![Vec::new(); rows];
    drawn.iter().filter(|drawn| drawn.cell.rows == 1).for_each(|drawn| own[drawn.cell.row].push(drawn));
    let second: Vec<Option<usize>> = own.iter().map(|own| second_row(own)).collect();
    // As many rows as were added above each.
    let mut above = vec![0];
    above.extend(second.iter().scan(0, |added, second| {
        *added += usize::from(second.is_some());
        Some(*added)
    }));
    let mut cells = Vec::with_capacity(drawn.len());
    for mut drawn in drawn {
        let (first, end) = (drawn.cell.row, drawn.cell.row + drawn.cell.rows);
        drawn.cell.row += above[first];
        let [upper, lower] = match second[first].filter(|_| drawn.cell.rows == 1) {
            None => {
                drawn.cell.rows += above[end] - above[first];
                cells.push(drawn.cell);
                continue;
            }
            Some(at) if drawn.shows_value() => drawn.divided(at),
            // Words may go on below.
            Some(_) => drawn.divided(usize::MAX),
        };
        cells.extend([upper.cell, lower.cell]);
    }
    cells.sort_by_key(|cell| (cell.row, cell.column));
    (cells, above[rows])
}

/// The line on which the values of a second row begin: the values of one row have a line in common, and none begins below
/// its label.
fn second_row(own: &[&Drawn]) -> Option<usize> {
    let values = || own.iter().filter(|drawn| drawn.shows_value());
    let first_of = |drawn: &&&Drawn| drawn.lines.first().map(|(line, _)| *line);
    let first = values().filter_map(|drawn| first_of(&drawn)).min()?;
    let column = values().map(|drawn| drawn.cell.column).min()?;
    let labels = own.iter().filter(|drawn| drawn.cell.column < column);
    let label_end = labels.filter_map(|drawn| drawn.lines.last()).map(|(line, _)| *line).max();
    let below =
        label_end.and_then(|end| values().filter_map(|drawn| first_of(&drawn)).filter(|&line| line > end).min());
    if below.is_some() {
        return below;
    }
    let mut times: BTreeMap<usize, usize> = BTreeMap::new();
    values().flat_map(|drawn| &drawn.lines).for_each(|(line, _)| *times.entry(*line).or_default() += 1);
    let in_common = times.values().any(|&times| times == values().count());
    let others = values().filter_map(|drawn| first_of(&drawn)).filter(|&line| line > first);
    if in_common { None } else { others.min() }
}
