//! Labels of a block that stand in its head a second time: a grid sets two years, or two bodies, side by side
//! (上年：自然人 … 总计 | 本年：自然人 … 总计).
//!
//! Which of the sets is the report's own is not told by the labels. A single label that stands twice (其他 as a column of
//! the agency's own) is no set.

use super::axis;
use super::flow::{Flow, Kind, Layout};
use super::rows::RowFound;
use super::table::BlockFound;
use std::collections::BTreeSet;

/// The places of the labels beside those that were taken: the grid, and its columns there, from and to.
pub(super) struct Twins(Vec<(usize, usize, usize)>);

impl Twins {
    pub(super) fn new(flow: &Flow, block: &BlockFound) -> Self {
        let head = &block.head;
        let rows: BTreeSet<usize> = head.labels.iter().map(|&slot| flow.slots[slot].row).collect();
        let slots = rows.into_iter().flat_map(|row| flow.rows[row].slots.clone());
        let is_label = |slot: usize| {
            let key = flow.slots[slot].key();
            flow.slots[slot].kind == Kind::Words && block.keys().columns.iter().flatten().any(|label| label == key)
        };
        // A merged area that was written out repeats its text beside itself.
        let repeats = |slot: usize| {
            let before = &flow.slots[slot.saturating_sub(1)];
            before.row == flow.slots[slot].row && slot > 0 && before.key() == flow.slots[slot].key()
        };
        let free = |place: &(usize, usize, usize)| {
            let own = head.places.iter().flatten();
            !own.clone().any(|own| own.0 == place.0 && own.1 < place.2 && place.1 < own.2)
        };
        let place = |slot: usize| match flow.layout(slot) {
            Layout::Grid(grid, _) => Some((grid, flow.slots[slot].from, flow.slots[slot].to)),
            Layout::Line => None,
        };
        let others = slots.filter(|slot| !head.labels.contains(slot) && is_label(*slot) && !repeats(*slot));
        Twins(others.filter_map(place).filter(free).collect())
    }

    /// Whether the cells of a row stand under another set of the labels too.
    pub(super) fn hold(&self, flow: &Flow, row: &RowFound, columns: usize) -> bool {
        let Some((grid, _)) = axis::grid_of(flow, row).filter(|_| !self.0.is_empty()) else { return false };
        let under = |slot: &&usize| {
            let cell = &flow.slots[**slot];
            self.0.iter().any(|place| place.0 == grid && cell.from < place.2 && place.1 < cell.to)
        };
        row.cells.iter().filter(under).count() * 3 >= columns * 2
    }
}
