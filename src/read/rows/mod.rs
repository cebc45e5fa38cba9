//! Written places of a sheet -> lines and grids.
//!
//! A sheet often holds a whole report: headings and paragraphs with one text in a row, and tables. What divides them is
//! how many texts stand in a row, which rows a merged area ties together, and which rows lie next to each other. No
//! statutory label is known here, nothing is filled in, and no visible text is ever dropped: what is not in a grid is a
//! line.

mod grid;
mod kind;

use crate::document::{Block, Drawing, Line, Place, is_invisible};
use grid::Budget;
use kind::Kind;
use std::collections::HashMap;
use std::ops::Range;

/// A written place. Rows and columns count from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::read) struct Used {
    pub(in crate::read) row: u32,
    pub(in crate::read) column: u32,
    pub(in crate::read) text: String,
}

/// A merged area; all four borders belong to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::read) struct Area {
    pub(in crate::read) top: u32,
    pub(in crate::read) left: u32,
    pub(in crate::read) bottom: u32,
    pub(in crate::read) right: u32,
}

impl Area {
    /// The area between two of its corners, each a row and a column, in order even where a file swaps them.
    pub(in crate::read) fn between(one: (u32, u32), other: (u32, u32)) -> Self {
        Area {
            top: one.0.min(other.0),
            left: one.1.min(other.1),
            bottom: one.0.max(other.0),
            right: one.1.max(other.1),
        }
    }

    fn holds(&self, row: u32, column: u32) -> bool {
        (self.top..=self.bottom).contains(&row) && (self.left..=self.right).contains(&column)
    }
}

/// What is written in a sheet, and how to name its places.
pub(in crate::read) struct Sheet<'p> {
    /// The written places, in any order.
    pub(in crate::read) cells: Vec<Used>,
    /// The merged areas, if the format tells them.
    pub(in crate::read) areas: Vec<Area>,
    /// How far the columns can be trusted.
    pub(in crate::read) drawing: Drawing,
    /// The place of a row and column.
    pub(in crate::read) place: &'p dyn Fn(u32, u32) -> Place,
}

impl Sheet<'_> {
    /// The merged area that begins at a place. The areas are in order once [`disjoin`] has run.
    fn area_at(&self, row: u32, column: u32) -> Option<&Area> {
        let from = self.areas.partition_point(|area| (area.top, area.left) < (row, column));
        self.areas.get(from).filter(|area| (area.top, area.left) == (row, column))
    }
}

/// What runs through all sheets of a document.
#[derive(Debug, Default)]
pub(in crate::read) struct Progress {
    /// As many tables as were found so far.
    pub(in crate::read) tables: u32,
    /// The number of the last heading with a Chinese ordinal (三、 is 3).
    heading: Option<u32>,
    /// As many places as the grids may still have.
    budget: Budget,
    /// Grids or areas were cut because the sheet is larger than any report.
    pub(in crate::read) cut: bool,
}

/// Merged areas beyond this number are ignored: a report has a few dozen.
pub(in crate::read) const MOST_AREAS: usize = 4_000;

/// The blocks of a sheet, in reading order.
pub(in crate::read) fn blocks(mut sheet: Sheet, progress: &mut Progress) -> Vec<Block> {
    progress.cut |= sheet.areas.len() > MOST_AREAS;
    sheet.areas.truncate(MOST_AREAS);
    disjoin(&mut sheet.areas);
    tidy(&mut sheet.cells);
    uncover(&mut sheet);
    let strips = strips(&sheet);
    let mut blocks = Vec::new();
    let mut at = 0;
    while at < strips.len() {
        if at > 0 && gap(&strips, at) > 0 {
            let row = strips[at - 1].last + 1;
            blocks.push(Block::Line(Line::new("", (sheet.place)(row, 0))));
        }
        match kind::table_at(&sheet, &strips, at, progress.heading) {
            Some(end) => {
                blocks.extend(grid::build(&sheet, &strips[at..end], progress).map(Block::Grid));
                at = end;
            }
            None => {
                lines(&sheet, &strips[at], progress, &mut blocks);
                at += 1;
            }
        }
    }
    blocks
}

/// Some rows that belong together: one, or as many as a merged area with content ties.
#[derive(Clone, Debug)]
struct Strip {
    first: u32,
    last: u32,
    /// Where its cells stand among those of the sheet.
    cells: Range<usize>,
    kind: Kind,
}

/// Texts without the blanks around them, in reading order; what shows nothing is no content.
fn tidy(cells: &mut Vec<Used>) {
    cells.retain_mut(|cell| {
        if cell.text.contains('\r') {
            cell.text = cell.text.replace("\r\n", "\n").replace('\r', "\n");
        }
        let trimmed = cell.text.trim();
        if trimmed.len() < cell.text.len() {
            cell.text = trimmed.to_owned();
        }
        !cell.text.chars().all(|c| c.is_whitespace() || is_invisible(c))
    });
    cells.sort_by_key(|cell| (cell.row, cell.column));
}

/// Areas in order, without those that overlap an earlier one: no program draws such areas, and they would hide content.
fn disjoin(areas: &mut Vec<Area>) {
    areas.sort_by_key(|area| (area.top, area.left));
    let mut kept: Vec<Area> = Vec::new();
    areas.retain(|area| {
        let apart = |other: &Area| {
            other.bottom < area.top || area.bottom < other.top || other.right < area.left || area.right < other.left
        };
        let keeps = kept.iter().all(apart);
        if keeps {
            kept.push(*area);
        }
        keeps
    });
}

/// Drops what lies hidden under a merged area: a reader of the sheet sees only the first place of an area.
fn uncover(sheet: &mut Sheet) {
    let areas = &sheet.areas;
    let mut open: Vec<Area> = Vec::new();
    let mut next = 0;
    sheet.cells.retain(|cell| {
        while let Some(area) = areas.get(next).filter(|area| area.top <= cell.row) {
            open.push(*area);
            next += 1;
        }
        open.retain(|area| area.bottom >= cell.row);
        let covers =
            |area: &Area| area.holds(cell.row, cell.column) && (area.top, area.left) != (cell.row, cell.column);
        !open.iter().any(covers)
    });
}

/// The sheet's used rows as strips, from top to bottom.
fn strips(sheet: &Sheet) -> Vec<Strip> {
    let bottoms: HashMap<(u32, u32), u32> =
        sheet.areas.iter().map(|area| ((area.top, area.left), area.bottom)).collect();
    let mut strips: Vec<Strip> = Vec::new();
    for (index, cell) in sheet.cells.iter().enumerate() {
        let bottom = bottoms.get(&(cell.row, cell.column)).copied().unwrap_or(cell.row);
        match strips.last_mut().filter(|strip| cell.row <= strip.last) {
            Some(strip) => {
                strip.last = strip.last.max(bottom);
                strip.cells.end = index + 1;
                if !is_written_out(&sheet.cells[strip.cells.clone()]) {
                    strip.kind = Kind::Many;
                }
            }
            None => {
                let cells = index..index + 1;
                strips.push(Strip { first: cell.row, last: bottom, cells, kind: Kind::Single });
            }
        }
    }
    strips
}

/// Whether cells are one text that a tool wrote into every place of a merged area: a title over the width of a table.
fn is_written_out(cells: &[Used]) -> bool {
    let [first, .., last] = cells else { return true };
    first.row == last.row && first.text == last.text && kind::is_long(&first.text)
}

/// As many empty rows as stand above a strip.
fn gap(strips: &[Strip], at: usize) -> u32 {
    strips[at].first - strips[at - 1].last - 1
}

/// The lines of a strip outside tables: one for each line of its text.
fn lines(sheet: &Sheet, strip: &Strip, progress: &mut Progress, blocks: &mut Vec<Block>) {
    // A text that is written out is said once.
    let shown = if strip.kind == Kind::Single { strip.cells.start..strip.cells.start + 1 } else { strip.cells.clone() };
    for cell in &sheet.cells[shown] {
        if let Some(number) = kind::heading_number(&cell.text) {
            progress.heading = Some(number);
        }
        let place = (sheet.place)(cell.row, cell.column);
        blocks.extend(cell.text.split('\n').map(|text| Block::Line(Line::new(text, place.clone()))));
    }
}

#[cfg(test)]
mod tests;
