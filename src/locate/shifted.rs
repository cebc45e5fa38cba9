//! Rows of tabs or pipes that sit too far left, all of a stretch alike: with the row that began their group the cell of the
//! group was lost, which lay over a column of all of them.
//!
//! In each of them a place is free between the label and the first column, and nothing stands in the last one, where the
//! rows around them have their totals.

use super::axis::grid_of;
use super::flow::Flow;
use super::head::Head;
use super::rows::RowFound;

/// Whether a row is of such a stretch among the rows of its block.
pub(super) fn is_shifted(flow: &Flow, rows: &[&RowFound], row: &RowFound, head: &Head) -> bool {
    let (Some(Some(first)), Some(Some(last))) = (head.places.first(), head.places.last()) else { return false };
    let in_grid = |row: &RowFound| grid_of(flow, row).is_some_and(|(grid, _)| grid == first.0 && grid == last.0);
    let begins = |row: &RowFound| row.label.as_ref().map(|label| (row.depth, flow.slots[label.first()].from));
    let free = row.label.as_ref().is_some_and(|label| flow.slots[label.last()].to < first.1);
    let reaches = |row: &RowFound| row.filled(flow).iter().any(|&slot| flow.slots[slot].from >= last.1);
    if !free || first.1 == last.1 || !in_grid(row) {
        return false;
    }
    let same_grid = || rows.iter().filter(|other| in_grid(other));
    same_grid().all(|other| begins(other) != begins(row) || !reaches(other)) && same_grid().any(|other| reaches(other))
}
