//! Labels of a block that stand in its head a second time: a grid sets two years, or two bodies, side by side
//! (上年：自然人 … 总计 | 本年：自然人 … 总计).
//!
//! Which of the sets is the report's own is not told by the labels, nor which of two columns with one label (其他 | 其他).

use super::axis;
use super::flow::{Flow, Kind, Layout};
use super::head::Head;
use super::rows::RowFound;
use super::table::BlockFound;
use std::collections::BTreeSet;

/// The places of the labels beside those that were taken.
#[derive(Clone, Debug)]
pub(super) struct Twins(Vec<Twin>);

/// A label that stands once more: its column of the form, the grid, and its columns there, from and to; whether it stands
/// right beside the same label, as a merged area that was written out does.
#[derive(Clone, Debug)]
struct Twin {
    column: usize,
    grid: usize,
    from: usize,
    to: usize,
    beside: bool,
}

impl Twin {
    fn covers(&self, flow: &Flow, grid: usize, slot: usize) -> bool {
        let cell = &flow.slots[slot];
        self.grid == grid && cell.from < self.to && self.from < cell.to
    }
}

impl Twins {
    pub(super) fn new(flow: &Flow, block: &BlockFound) -> Self {
        let head = &block.head;
        let rows: BTreeSet<usize> = head.labels.iter().map(|&slot| flow.slots[slot].row).collect();
        let slots = rows.into_iter().flat_map(|row| flow.rows[row].slots.clone());
        let column = |slot: usize| {
            let key = Some(flow.slots[slot].key()).filter(|_| flow.slots[slot].kind == Kind::Words)?;
            block.keys().columns.iter().position(|labels| labels.iter().any(|label| label == key))
        };
        let beside = |slot: usize| {
            let before = &flow.slots[slot.saturating_sub(1)];
            slot > 0 && before.row == flow.slots[slot].row && before.key() == flow.slots[slot].key()
        };
        let free = |twin: &Twin| {
            let mut own = head.places.iter().flatten();
            !own.any(|own| own.0 == twin.grid && own.1 < twin.to && twin.from < own.2)
        };
        let twin = |slot: usize| match flow.layout(slot) {
            Layout::Grid(grid, _) => {
                let (from, to) = (flow.slots[slot].from, flow.slots[slot].to);
                Some(Twin { column: column(slot)?, grid, from, to, beside: beside(slot) })
            }
            Layout::Line => None,
        };
        let others = slots.filter(|slot| !head.labels.contains(slot));
        Twins(others.filter_map(twin).filter(free).collect())
    }

    /// Whether the cells of a row stand under the labels of its block and under another set of them too.
    pub(super) fn are_a_set(&self, flow: &Flow, row: &RowFound, head: &Head) -> bool {
        let Some((grid, _)) = axis::grid_of(flow, row).filter(|_| !self.0.is_empty()) else { return false };
        let cells = own(flow, row);
        let twins = |slot: &&usize| self.0.iter().any(|twin| !twin.beside && twin.covers(flow, grid, **slot));
        let first = |slot: &&usize| {
            let cell = &flow.slots[**slot];
            head.places.iter().flatten().any(|place| place.0 == grid && cell.from < place.2 && place.1 < cell.to)
        };
        let most = |cells: usize| cells * 3 >= head.places.len() * 2;
        most(cells.iter().filter(twins).count()) && most(cells.iter().filter(first).count())
    }

    /// Whether a value of a row stands under a label behind the last of the head, where it stands once more: a label was
    /// written twice, and that moved the cells behind it, or the labels above them, or neither.
    pub(super) fn lie_behind(&self, flow: &Flow, row: &RowFound, head: &Head) -> bool {
        let Some((grid, _)) = axis::grid_of(flow, row).filter(|_| !self.0.is_empty()) else { return false };
        let Some(end) = head.places.iter().flatten().filter(|place| place.0 == grid).map(|place| place.2).max() else {
            return false;
        };
        let behind = |slot: usize| self.0.iter().any(|twin| twin.from >= end && twin.covers(flow, grid, slot));
        let values = row.filled(flow);
        // A merged area that was written out holds one value.
        let other = |two: &[usize]| flow.slots[two[0]].text != flow.slots[two[1]].text && behind(two[1]);
        values.len() > head.places.len() && values.windows(2).any(other)
    }

    /// Whether a value that is in none of the placed slots stands in a row under the label of a column once more.
    pub(super) fn hold(&self, flow: &Flow, row: &RowFound, column: usize, placed: &[Option<usize>]) -> bool {
        let Some((grid, _)) = axis::grid_of(flow, row).filter(|_| !self.0.is_empty()) else { return false };
        let text = placed[column].map(|slot| flow.slots[slot].text);
        let other = |slot: &usize| {
            let free = flow.slots[*slot].kind == Kind::Value && !placed.contains(&Some(*slot));
            free && Some(flow.slots[*slot].text) != text
        };
        let twins = || self.0.iter().filter(|twin| twin.column == row.columns.start + column);
        own(flow, row).into_iter().filter(other).any(|slot| twins().any(|twin| twin.covers(flow, grid, slot)))
    }
}

/// The cells of a row up to the next words: what follows them may be the other half of a table that was set in two.
fn own(flow: &Flow, row: &RowFound) -> Vec<usize> {
    let kind = |slot: usize| flow.slots[slot].kind;
    let first = row.cells.iter().position(|&slot| kind(slot) == Kind::Value).unwrap_or(0);
    let (before, cells) = row.cells.split_at(first);
    before.iter().chain(cells.iter().take_while(|&&slot| kind(slot) != Kind::Words)).copied().collect()
}
