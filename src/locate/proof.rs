//! What the sums of the form say about a placing. Sums are evidence for an assignment, never a source of values.

use super::axis::Placed;
use super::flow::Flow;
use super::table::{RowPlaced, TableFound};
use crate::template::{Along, BlockSpec, Relation, RowSpec};
use crate::text::quantity::Amount;
use std::collections::BTreeSet;

/// What the relations along one row say of a placing of its values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Proof {
    /// They can be judged, some total is above 0, and all of them hold.
    Holds,
    /// They hold, and every total is 0: any order of the values would do.
    Trivial,
    /// Some relation does not hold.
    Fails,
    /// There is none, or parts are printed without their total.
    Unjudged,
}

/// The number in a slot; `None` where it holds none.
fn amount(flow: &Flow, slot: Option<usize>) -> Option<Amount> {
    flow.slots[slot?].amount
}

/// Judges the relations that run along a row, as far as their total is among the columns of the row. A blank counts as 0.
pub(crate) fn of_row(flow: &Flow, row: &RowPlaced, slots: &[Option<usize>]) -> Proof {
    of_values(flow, row.block.spec, row.found.columns.start, slots)
}

/// The same for the columns of a block from `first` on.
pub(crate) fn of_values(flow: &Flow, block: &'static BlockSpec, first: usize, slots: &[Option<usize>]) -> Proof {
    let value = |key: &&str| {
        let column = block.columns.iter().position(|column| column.key == *key)?;
        amount(flow, slots.get(column.checked_sub(first)?).copied().flatten())
    };
    let mut judged: Vec<(Amount, Amount)> = Vec::new();
    let mut open = false;
    for relation in along(block, Along::Row) {
        let parts: Vec<Amount> = relation.left.iter().filter_map(value).collect();
        let sum = parts.iter().copied().try_fold(Amount::ZERO, Amount::plus);
        match (relation.right.first().and_then(value), sum) {
            (Some(total), Some(sum)) => judged.push((total, sum)),
            _ => open |= !parts.is_empty(),
        }
    }
    match () {
        _ if judged.is_empty() || open => Proof::Unjudged,
        _ if judged.iter().any(|(total, sum)| total != sum) => Proof::Fails,
        _ if judged.iter().all(|(total, _)| *total == Amount::ZERO) => Proof::Trivial,
        _ => Proof::Holds,
    }
}

fn along(block: &'static BlockSpec, direction: Along) -> impl Iterator<Item = &'static Relation> {
    block.relations.iter().filter(move |relation| relation.along == direction)
}

/// Takes back every placing that is not certain and that a relation contradicts: of its own row, or of a column all of
/// whose other values are certain or hang on placings as uncertain as this one.
pub(crate) fn withdraw(flow: &Flow, table: &mut TableFound) {
    for row in &mut table.rows {
        if let Placed::Columns { slots, sure: false } = &row.placed
            && of_row(flow, row, &slots.clone()) == Proof::Fails
        {
            row.placed = Placed::Unknown;
        }
    }
    let contradicted = contradicted_by_columns(flow, &table.rows);
    contradicted.into_iter().for_each(|at| table.rows[at].placed = Placed::Unknown);
}

fn contradicted_by_columns(flow: &Flow, rows: &[RowPlaced]) -> BTreeSet<usize> {
    let mut contradicted = BTreeSet::new();
    let Some(first) =
        rows.first().filter(|first| rows.iter().all(|row| std::ptr::eq(row.block.spec, first.block.spec)))
    else {
        return contradicted;
    };
    let block = first.block.spec;
    for relation in along(block, Along::Column) {
        let [of_left, of_right] = [relation.left, relation.right].map(|keys| found(rows, &block.rows_named(keys)));
        for column in 0..block.columns.len() {
            let side = |own: &[usize]| side(flow, rows, own, column);
            let (Some(left), Some(right)) = (side(&of_left), side(&of_right)) else { continue };
            if left.0 != right.0 {
                contradicted.extend(left.1.into_iter().chain(right.1));
            }
        }
    }
    contradicted
}

/// The first of the rows that were found for each row of the form.
fn found(rows: &[RowPlaced], specs: &[&'static RowSpec]) -> Vec<usize> {
    let is = |row: &RowPlaced, spec: &'static RowSpec| std::ptr::eq(&row.block.spec.rows[row.found.row], spec);
    specs.iter().filter_map(|spec| rows.iter().position(|row| is(row, spec))).collect()
}

/// The sum of a column over some rows, and the uncertain rows that bring a value into it; `None` where some row's place is
/// not known.
fn side(flow: &Flow, rows: &[RowPlaced], own: &[usize], column: usize) -> Option<(Amount, Vec<usize>)> {
    let mut sum = Amount::ZERO;
    let mut unsure = Vec::new();
    for &at in own {
        match &rows[at].placed {
            Placed::Unknown => return None,
            Placed::Blank => {}
            Placed::Columns { slots, sure } => {
                let Some(value) = amount(flow, slots.get(column).copied().flatten()) else { continue };
                sum = sum.plus(value)?;
                if !sure && value != Amount::ZERO {
                    unsure.push(at);
                }
            }
        }
    }
    Some((sum, unsure))
}
