//! Rows of tabs or pipes that sit too far left, all of a stretch alike: with the row that began their group the cell of the
//! group was lost, which lay over a column of all of them.
//!
//! In each of them a place is free between the label and the first column, and nothing stands in the last one. Other rows
//! have their totals there; or, where the whole table has moved, the sums hold one place farther left.
//!
//! Or a column was lost before its head: no row has a total in its place, and in several the value before it may be the total.

use super::axis::{Judge, by_place, grid_of};
use super::flow::{Flow, Kind};
use super::head::Head;
use super::proof::Proof;
use super::rows::RowFound;
use crate::text::quantity::Amount;

/// So many rows whose sums hold elsewhere are no chance.
const SEVERAL: usize = 2;

/// Whether a row is of such a stretch among the rows of its block.
pub(super) fn is_shifted(flow: &Flow, rows: &[&RowFound], row: &RowFound, head: &Head, judge: Judge<'_>) -> bool {
    let (Some(Some(first)), Some(Some(last))) = (head.places.first(), head.places.last()) else { return false };
    let in_grid = |row: &RowFound| grid_of(flow, row).is_some_and(|(grid, _)| grid == first.0 && grid == last.0);
    let begins = |row: &RowFound| row.label.as_ref().map(|label| (row.depth, flow.slots[label.first()].from));
    let free = row.label.as_ref().is_some_and(|label| flow.slots[label.last()].to < first.1);
    let reaches = |row: &RowFound| row.filled(flow).iter().any(|&slot| flow.slots[slot].from >= last.1);
    if !free || first.1 == last.1 || !in_grid(row) {
        return false;
    }
    let same_grid = || rows.iter().filter(|other| in_grid(other));
    let stretch = || same_grid().filter(|other| begins(other) == begins(row));
    let elsewhere = || stretch().filter(|other| holds_farther_left(flow, other, head, judge)).count() >= SEVERAL;
    !stretch().any(|other| reaches(other)) && (same_grid().any(|other| reaches(other)) || elsewhere())
}

/// Whether the sums of a row hold for the cells one place left of its columns.
fn holds_farther_left(flow: &Flow, row: &RowFound, head: &Head, judge: Judge<'_>) -> bool {
    let cell = |from: usize| row.cells.iter().copied().find(|&slot| flow.slots[slot].from + 1 == from);
    let slots: Vec<Option<usize>> = head.places.iter().map(|place| place.and_then(|place| cell(place.1))).collect();
    judge(row, &slots) == Proof::Holds
}

/// Whether the totals of all rows stand one column before their head: some column of the form has no values. What stood in it
/// is lacking in the sum of the others, so they are not above the total.
pub(super) fn have_totals_before_their_head(flow: &Flow, rows: &[&RowFound], head: &Head, judge: Judge<'_>) -> bool {
    let Some(last) = head.places.len().checked_sub(1).filter(|&last| last > 1 && head.complete()) else { return false };
    let mut showing = 0;
    let none_against =
        rows.iter().filter_map(|row| by_place(flow, row, head).map(|slots| (row, slots))).all(|(row, slots)| {
            let proof = of_total_before(flow, row, slots, last, judge);
            showing += usize::from(proof == Proof::Holds);
            matches!(proof, Proof::Holds | Proof::Trivial)
        });
    none_against && showing > SEVERAL
}

/// Whether the value before the last column may be the total of a row.
fn of_total_before(flow: &Flow, row: &RowFound, mut slots: Vec<Option<usize>>, last: usize, judge: Judge<'_>) -> Proof {
    let is_value = |slot: Option<usize>| slot.is_some_and(|slot| flow.slots[slot].kind == Kind::Value);
    let amount = |slot: &Option<usize>| flow.slots[(*slot)?].amount;
    if is_value(slots[last]) {
        return Proof::Fails;
    }
    slots.swap(last - 1, last);
    let sum = slots[..last].iter().filter_map(amount).try_fold(Amount::ZERO, Amount::plus);
    match (judge(row, &slots), amount(&slots[last]), sum) {
        _ if !is_value(slots[last]) => Proof::Trivial,
        (Proof::Fails, Some(total), Some(sum)) if sum == Amount::ZERO && total > sum => Proof::Trivial,
        (Proof::Fails, Some(total), Some(sum)) if total > sum => Proof::Holds,
        (proof, ..) => proof,
    }
}
