//! Titles in rows of a table -> lines of their own. A heading may be the first row of its table; a tool that divides cells
//! by tabs or pipes leaves a heading between two tables as a row of both; and a spreadsheet program saves a whole sheet as
//! one table.

use super::divide::{is_key, is_title};
use crate::document::{Block, Cell, Document, Drawing, Grid, Line, Place};
use crate::text::fold;
use std::ops::Range;

/// Whether a row of a table is a title that stands above it, or parts it.
pub(super) fn holds_title(grid: &Grid, keys: &[String]) -> bool {
    match grid.drawing {
        Drawing::Rows => (0..grid.rows).any(|row| title(grid, row, keys).is_some()),
        Drawing::Spans | Drawing::Places => {
            grid.rows > 1 && title(grid, 0, keys).is_some_and(|line| line.heading.is_some()) || is_sheet(grid, keys)
        }
    }
}

/// As many headings in one table make it a whole report.
const HEADINGS: usize = 3;

/// Whether a table is a whole report: a sheet that was saved as a page.
fn is_sheet(grid: &Grid, keys: &[String]) -> bool {
    let numbered = |&row: &usize| title(grid, row, keys).is_some_and(|line| line.heading.is_some());
    (0..grid.rows).filter(numbered).take(HEADINGS).count() == HEADINGS
}

/// A table whose cells are divided by tabs or pipes in pieces, with its title rows as lines between, and so a whole sheet,
/// with the texts that stand alone above its tables; any other table whole, below its first row as a line. A table that
/// holds no title stays as it is.
pub(super) fn parted(grid: Grid, keys: &[String]) -> Vec<Block> {
    if !holds_title(&grid, keys) {
        return vec![Block::Grid(grid)];
    }
    match grid.drawing {
        Drawing::Rows => pieces(&grid, |row| title(&grid, row, keys)),
        Drawing::Spans | Drawing::Places if is_sheet(&grid, keys) => {
            // Text that stands alone goes on until a table begins.
            let mut above = true;
            pieces(&grid, |row| {
                let line = title(&grid, row, keys);
                above = line.is_some() || above && filled(&grid, row).nth(1).is_none();
                line.or_else(|| alone(&grid, row).filter(|_| above))
            })
        }
        Drawing::Spans | Drawing::Places => {
            title(&grid, 0, keys).map(Block::Line).into_iter().chain([Block::Grid(grid)]).collect()
        }
    }
}

/// The rows that are lines, as lines, and those between them as tables.
fn pieces(grid: &Grid, mut line: impl FnMut(usize) -> Option<Line>) -> Vec<Block> {
    let (mut blocks, mut from) = (Vec::new(), 0);
    for (row, line) in (0..grid.rows).filter_map(|row| Some((row, line(row)?))) {
        blocks.extend(piece(grid, from..row));
        blocks.push(Block::Line(line));
        from = row + 1;
    }
    blocks.extend(piece(grid, from..grid.rows));
    blocks
}

/// The line that a row is whose only text is a title. One that is numbered is a heading for certain.
fn title(grid: &Grid, row: usize, keys: &[String]) -> Option<Line> {
    let line = alone(grid, row)?;
    let numbered = is_title(&line.text, keys);
    let heading = numbered.then_some(1);
    (numbered || is_key(&fold::key(&line.text), keys)).then_some(Line { heading, ..line })
}

/// The cells of a row that hold text.
fn filled(grid: &Grid, row: usize) -> impl Iterator<Item = &Cell> {
    grid.row(row).iter().filter(|cell| !cell.text.trim().is_empty())
}

/// The line that a row is with only one text.
fn alone(grid: &Grid, row: usize) -> Option<Line> {
    let mut filled = filled(grid, row);
    let cell = filled.next().filter(|_| filled.next().is_none())?;
    Some(Line { container: grid.container, ..Line::new(&*cell.text, cell.place.clone()) })
}

/// Some rows of a table as a table.
fn piece(grid: &Grid, rows: Range<usize>) -> Option<Block> {
    let mut cells: Vec<_> = rows.clone().flat_map(|row| grid.row(row)).cloned().collect();
    if cells.iter().all(|cell| cell.text.trim().is_empty()) {
        return None;
    }
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
