//! Titles in rows of a table -> lines of their own. A heading may be the first row of its table; and a tool that divides cells
//! by tabs or pipes leaves a heading between two tables as a row of both.

use super::divide::{is_key, is_title};
use crate::document::{Block, Document, Drawing, Grid, Line, Place};
use crate::text::fold;
use std::ops::Range;

/// Whether a row of a table is a title that stands above it, or parts it.
pub(super) fn holds_title(grid: &Grid, keys: &[String]) -> bool {
    match grid.drawing {
        Drawing::Rows => (0..grid.rows).any(|row| title(grid, row, keys).is_some()),
        Drawing::Spans | Drawing::Places => {
            grid.rows > 1 && title(grid, 0, keys).is_some_and(|line| line.heading.is_some())
        }
    }
}

/// A table whose cells are divided by tabs or pipes in pieces, with its title rows as lines between; any other table whole,
/// below its first row as a line. A table that holds no title stays as it is.
pub(super) fn parted(grid: Grid, keys: &[String]) -> Vec<Block> {
    if !holds_title(&grid, keys) {
        return vec![Block::Grid(grid)];
    }
    match grid.drawing {
        Drawing::Rows => pieces(&grid, keys),
        Drawing::Spans | Drawing::Places => {
            title(&grid, 0, keys).map(Block::Line).into_iter().chain([Block::Grid(grid)]).collect()
        }
    }
}

fn pieces(grid: &Grid, keys: &[String]) -> Vec<Block> {
    let (mut blocks, mut from) = (Vec::new(), 0);
    for (row, line) in (0..grid.rows).filter_map(|row| Some((row, title(grid, row, keys)?))) {
        blocks.extend(piece(grid, from..row));
        blocks.push(Block::Line(line));
        from = row + 1;
    }
    blocks.extend(piece(grid, from..grid.rows));
    blocks
}

/// The line that a row is whose only text is a title. One that is numbered is a heading for certain.
fn title(grid: &Grid, row: usize, keys: &[String]) -> Option<Line> {
    let mut filled = grid.row(row).iter().filter(|cell| !cell.text.trim().is_empty());
    let cell = filled.next().filter(|_| filled.next().is_none())?;
    let numbered = is_title(&cell.text, keys);
    let heading = numbered.then_some(1);
    let line = Line { container: grid.container, heading, ..Line::new(&*cell.text, cell.place.clone()) };
    (numbered || is_key(&fold::key(&cell.text), keys)).then_some(line)
}

/// Some rows of a table as a table.
fn piece(grid: &Grid, rows: Range<usize>) -> Option<Block> {
    let mut cells: Vec<_> = rows.clone().flat_map(|row| grid.row(row)).cloned().collect();
    let place = Place { line: cells.first()?.place.line, ..grid.place.clone() };
    cells.iter_mut().for_each(|cell| cell.row -= rows.start);
    let columns = cells.iter().map(|cell| cell.end()).max().unwrap_or(0);
    Some(Block::Grid(Grid { rows: rows.len(), columns, cells, place, caption: None, ..*grid }))
}

/// Numbers the tables of a text anew.
pub(super) fn number(document: &mut Document) {
    let mut tables = 0;
    for block in &mut document.blocks {
        if let Block::Grid(Grid { place: Place { table: Some(table), .. }, .. }) = block {
            tables += 1;
            *table = tables;
        }
    }
}
