//! Rows of drawn grids whose head lacks labels of the form, or prints others among them (个体工商户): each value belongs to
//! the label right above it.
//!
//! Place alone may lie, and without all labels the order tells nothing. But where every column that the head prints, the
//! agency's own ones too, has exactly one cell below it, place and order agree on the columns as they are printed.

use super::axis::grid_of;
use super::flow::{Flow, Layout};
use super::rows::RowFound;
use super::table::BlockFound;
use crate::document::Drawing;

/// The cell under each label of the form; a column whose label is not printed has none. `None` if the head tells no columns
/// or the cells of the row are not its columns.
pub(super) fn by_labels(flow: &Flow, row: &RowFound, block: &BlockFound) -> Option<Vec<Option<usize>>> {
    let (grid, drawing) = grid_of(flow, row)?;
    if drawing == Drawing::Rows || !tells(block) {
        return None;
    }
    let columns = printed(flow, block, grid, flow.slots[*row.cells.first()?].from)?;
    let under = |(column, &slot): (&Column, &usize)| {
        let cell = &flow.slots[slot];
        column.from == cell.from && column.to == cell.to
    };
    if columns.len() != row.cells.len() || !columns.iter().zip(&row.cells).all(under) {
        return None;
    }
    let mut slots = vec![None; block.head.places.len()];
    for (column, &slot) in columns.iter().zip(&row.cells) {
        if let Some(of_form) = column.of_form {
            slots[of_form] = Some(slot);
        }
    }
    Some(slots)
}

/// A column as it is printed.
struct Column {
    from: usize,
    to: usize,
    /// The column of the form whose label it bears.
    of_form: Option<usize>,
}

/// Whether most labels of a head are there exactly, and each stands for one column whatever it stands under.
fn tells(block: &BlockFound) -> bool {
    let head = &block.head;
    let most = head.found.len() * 3 >= head.places.len() * 2;
    most && !head.complete() && !head.disordered && head.near.is_empty() && !block.keys().repeats
}

/// The columns that a head prints in a grid from some column on, from left to right; `None` where they leave gaps or
/// overlap.
fn printed(flow: &Flow, block: &BlockFound, grid: usize, first: usize) -> Option<Vec<Column>> {
    let of_form = |&column: &usize| {
        let (own, from, to) = block.head.places[column]?;
        (own == grid).then_some(Column { from, to, of_form: Some(column) })
    };
    let mut columns: Vec<Column> = block.head.found.iter().map(of_form).collect::<Option<_>>()?;
    for slot in block.strange(flow) {
        let (from, to) = (flow.slots[slot].from, flow.slots[slot].to);
        let inside = matches!(flow.layout(slot), Layout::Grid(own, _) if own == grid) && from >= first;
        // What stands over labels is a group or a note.
        if inside && !columns.iter().any(|label| label.of_form.is_some() && from < label.to && label.from < to) {
            columns.push(Column { from, to, of_form: None });
        }
    }
    columns.sort_by_key(|column| column.from);
    columns.windows(2).all(|pair| pair[0].to == pair[1].from).then_some(columns)
}
