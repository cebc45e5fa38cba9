//! The strips of a table -> a grid: a full rectangle, in which every place that no merged area covers is a cell.

use super::{Area, Progress, Sheet, Strip, Used};
use crate::document::{Cell, Grid};

/// As many places as all grids of a document may have.
#[derive(Debug)]
pub(super) struct Budget(u64);

impl Default for Budget {
    fn default() -> Self {
        Budget(500_000)
    }
}

/// A merged area may reach this far over columns in which nothing is written, such as a blank last column.
const REACH: u32 = 64;

/// The grid of some strips; `None` if the document's places are used up.
pub(super) fn build(sheet: &Sheet, strips: &[Strip], progress: &mut Progress) -> Option<Grid> {
    let cells = &sheet.cells[strips.first()?.cells.start..strips.last()?.cells.end];
    let bounds = within_budget(bounds(sheet, cells)?, progress)?;
    progress.tables += 1;
    let mut place = (sheet.place)(bounds.top, bounds.left);
    place.table = Some(progress.tables);
    let rows = (bounds.bottom - bounds.top) as usize + 1;
    let columns = (bounds.right - bounds.left) as usize + 1;
    let cells = fill(sheet, cells, bounds);
    Some(Grid { rows, columns, cells, drawing: sheet.drawing, caption: None, place, container: 0 })
}

/// The rectangle from the first to the last written place, and as far right as the merged areas with content reach.
fn bounds(sheet: &Sheet, cells: &[Used]) -> Option<Area> {
    let last = cells.iter().map(|cell| cell.column).max()?;
    let reach = |cell: &Used| Some(sheet.area_at(cell.row, cell.column)?.right.min(last.saturating_add(REACH)));
    let left = cells.iter().map(|cell| cell.column).min()?;
    let right = cells.iter().filter_map(reach).max().unwrap_or(last).max(last);
    Some(Area { top: cells.first()?.row, left, bottom: cells.last()?.row, right })
}

/// The rectangle with as many rows as the document may still have.
fn within_budget(bounds: Area, progress: &mut Progress) -> Option<Area> {
    let columns = u64::from(bounds.right - bounds.left) + 1;
    let most = progress.budget.0 / columns;
    let rows = u64::from(bounds.bottom - bounds.top) + 1;
    progress.cut |= rows > most;
    let rows = rows.min(most);
    progress.budget.0 -= rows * columns;
    (rows > 0).then(|| Area { bottom: bounds.top + (rows - 1) as u32, ..bounds })
}

/// All cells of a rectangle: the merged areas first, then every place that none of them covers.
fn fill(sheet: &Sheet, used: &[Used], bounds: Area) -> Vec<Cell> {
    let columns = (bounds.right - bounds.left) as usize + 1;
    let mut taken = vec![false; columns * ((bounds.bottom - bounds.top) as usize + 1)];
    let mut cells = Vec::new();
    let single = |row, column| Area { top: row, left: column, bottom: row, right: column };
    let places = (bounds.top..=bounds.bottom).flat_map(|r| (bounds.left..=bounds.right).map(move |c| single(r, c)));
    for area in sheet.areas.iter().filter_map(|area| clip(*area, bounds)).chain(places) {
        let at = |row: u32, column: u32| (row - bounds.top) as usize * columns + (column - bounds.left) as usize;
        let mut inside = (area.top..=area.bottom).flat_map(|r| (area.left..=area.right).map(move |c| (r, c)));
        if inside.clone().any(|(row, column)| taken[at(row, column)]) {
            continue;
        }
        inside.by_ref().for_each(|(row, column)| taken[at(row, column)] = true);
        cells.push(cell(sheet, used, area, bounds));
    }
    cells.sort_by_key(|cell| (cell.row, cell.column));
    cells
}

/// What of an area lies within a rectangle.
fn clip(area: Area, bounds: Area) -> Option<Area> {
    let area = Area {
        top: area.top.max(bounds.top),
        left: area.left.max(bounds.left),
        bottom: area.bottom.min(bounds.bottom),
        right: area.right.min(bounds.right),
    };
    (area.top <= area.bottom && area.left <= area.right).then_some(area)
}

fn cell(sheet: &Sheet, used: &[Used], area: Area, bounds: Area) -> Cell {
    let found = used.binary_search_by_key(&(area.top, area.left), |cell| (cell.row, cell.column));
    Cell {
        row: (area.top - bounds.top) as usize,
        column: (area.left - bounds.left) as usize,
        rows: (area.bottom - area.top) as usize + 1,
        columns: (area.right - area.left) as usize + 1,
        text: found.map(|at| used[at].text.clone()).unwrap_or_default(),
        place: (sheet.place)(area.top, area.left),
    }
}
