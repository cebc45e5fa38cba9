//! A table whose values stand apart from their labels, read as a whole: its values in reading order against the rows and
//! columns of the form.
//!
//! Tools that take the text of a page column by column print the label of a row away from its values, or lose it. What is
//! left is a sequence of values. It settles the table where it is exactly as long as the form, where every row whose label
//! does stand with its values stands at its own number, and where the sums of the form hold in every other row.

use super::axis::Placed;
use super::flow::{Flow, Kind, Layout};
use super::label;
use super::proof::{self, Proof};
use super::rows::RowFound;
use super::table::{BlockFound, RowPlaced, TableFound};
use crate::finding::{Finding, codes};
use crate::template::{RowKind, RowSpec};
use std::collections::BTreeSet;
use std::ops::Range;
use std::rc::Rc;

/// Places all rows of a table of one block with row labels, if rows are left unplaced and the whole settles them.
pub(crate) fn complete(flow: &Flow, table: &mut TableFound, name: &str) {
    let Some(block) = table.rows.first().map(|row| row.block.clone()) else { return };
    let Some((first, last)) = table.extent else { return };
    let columns = block.spec.columns.len();
    let one_block = block.table.blocks.len() == 1 && columns > 1;
    if !one_block || block.head.disordered || !in_lines(flow, first, last) {
        return;
    }
    let unknown = table.rows.iter().any(|row| row.placed == Placed::Unknown);
    let unplaced = |rows: &&Vec<usize>| unknown || rows.len() > table.rows.len();
    let variants: Vec<&Vec<usize>> = block.keys().variants.iter().filter(unplaced).collect();
    if variants.is_empty() {
        return;
    }
    let ranges = [first..end(flow, first), first..last + 1, first..end(flow, last)];
    for values in ranges.into_iter().filter_map(|range| values(flow, range)) {
        for rows in variants.iter().filter(|rows| rows.len() * columns == values.len()) {
            if let Some(placed) = settled(flow, &block, table, rows, &values) {
                let displaced = placed.iter().filter(|row| row.found.label.is_none()).count();
                table.rows = placed;
                table.findings.push(Finding::new(&codes::ROWS_IN_ORDER).fact("table", name).fact("rows", displaced));
                return;
            }
        }
    }
}

fn in_lines(flow: &Flow, first: usize, last: usize) -> bool {
    [first, last].iter().all(|&slot| flow.layout(slot) == Layout::Line)
}

/// Where the values of a table end at the latest: before the next running text.
fn end(flow: &Flow, last: usize) -> usize {
    let ends = |slot: &usize| flow.slots[*slot].kind == Kind::Prose || flow.layout(*slot) != Layout::Line;
    (last..flow.slots.len()).find(ends).unwrap_or(flow.slots.len())
}

/// The values of a stretch of lines; `None` where a number among them is damaged or running text stands between them.
pub(super) fn values(flow: &Flow, range: Range<usize>) -> Option<Vec<usize>> {
    let mut values = Vec::new();
    for slot in range {
        match flow.slots[slot].kind {
            Kind::Value => values.push(slot),
            Kind::Prose => return None,
            Kind::Words if super::rows::is_damaged_value(flow, slot) => return None,
            _ => {}
        }
    }
    Some(values)
}

/// The figure rows that a printing of the form may have: a group that may hold the figures itself stands for its rows, or
/// they stand for it.
pub(super) fn variants(rows: &'static [RowSpec]) -> Vec<Vec<usize>> {
    let below = |at: usize| rows[at].kind == RowKind::Figures && rows.iter().any(|group| group.stands_for(&rows[at]));
    let of_kind = |wanted: fn(RowKind) -> bool| move |at: &usize| wanted(rows[*at].kind);
    let full = (0..rows.len()).filter(of_kind(|kind| kind == RowKind::Figures)).collect();
    let short = (0..rows.len()).filter(of_kind(|kind| kind != RowKind::Group)).filter(|&at| !below(at)).collect();
    let mut all: Vec<Vec<usize>> = vec![full, short];
    all.dedup();
    all
}

/// The rows with their values, where labels, numbers of values and sums agree: most rows have their label right before
/// their first value, hardly any label claims another place, and the sums hold in every row without its label.
fn settled(
    flow: &Flow,
    block: &Rc<BlockFound>,
    table: &TableFound,
    rows: &[usize],
    values: &[usize],
) -> Option<Vec<RowPlaced>> {
    let columns = block.spec.columns.len();
    let expected = |row: usize| rows.iter().position(|&r| r == row).map(|number| values[number * columns]);
    let (mut anchored, mut elsewhere) = (BTreeSet::new(), BTreeSet::new());
    for &(row, value) in table.claims.iter().filter(|(_, value)| values.contains(value)) {
        if expected(row) == Some(value) {
            anchored.insert(row)
        } else {
            elsewhere.insert(row)
        };
    }
    elsewhere.retain(|row| !anchored.contains(row));
    // A label may stand before the values of a row whose own label stands apart; not of one that has its own values.
    let claimed = |value: usize| values.iter().position(|&v| v == value).map(|at| rows[at / columns]);
    let exchanged =
        table.claims.iter().filter(|(row, _)| elsewhere.contains(row)).any(|&(_, value)| {
            claimed(value).is_some_and(|owner| elsewhere.contains(&owner) || anchored.contains(&owner))
        });
    if anchored.len() * 2 < rows.len() || elsewhere.len() * 10 > rows.len() || exchanged {
        return None;
    }
    let mut placed = Vec::new();
    for (&row, own) in rows.iter().zip(values.chunks(columns)) {
        let found = row_of(block, table, row, own, anchored.contains(&row));
        let slots: Vec<Option<usize>> = own.iter().copied().map(Some).collect();
        let equal = own.iter().all(|&slot| flow.slots[slot].text == flow.slots[own[0]].text);
        let proven = equal || matches!(proof::of_row(flow, &found, &slots), Proof::Holds | Proof::Trivial);
        // A label that has its own values elsewhere begins a row of another table.
        let claimed = || table.claims.iter().any(|(other, value)| *value == own[0] && anchored.contains(other));
        if !anchored.contains(&row) && (!proven || claimed() || is_of_another(flow, block, row, own[0])) {
            return None;
        }
        placed.push(found);
    }
    Some(placed)
}

/// Whether right before the first value of a row stand words that are neither its label, misread, nor a label of the table, nor
/// a piece of one: a row of the agency's own.
fn is_of_another(flow: &Flow, block: &BlockFound, row: usize, value: usize) -> bool {
    let before = (0..value).rev().map(|slot| &flow.slots[slot]);
    let mut shown = before.filter(|slot| !matches!(slot.kind, Kind::Empty { .. } | Kind::PageMark));
    let rows = &block.lexicon.rows;
    let own = |entry: usize| block.lexicon.row(entry) == Some((block.number, row));
    let damaged = |key: &str| rows.forms().iter().any(|form| own(form.entry) && label::may_be(key, &form.key));
    let known = |key: &str| block.lexicon.recognises(key) || damaged(key);
    shown.next().is_some_and(|slot| slot.kind == Kind::Words && !known(slot.key()))
}

fn row_of(block: &Rc<BlockFound>, table: &TableFound, row: usize, own: &[usize], anchored: bool) -> RowPlaced {
    let labelled = table.rows.iter().find(|found| found.found.row == row);
    let found = RowFound {
        block: 0,
        row,
        columns: 0..block.spec.columns.len(),
        label: labelled.and_then(|row| row.found.label.clone()).filter(|_| anchored),
        cells: own.to_vec(),
        depth: block.spec.rows[row].depth,
        next_depth: None,
        gap_after: false,
        strayed: false,
    };
    RowPlaced { block: block.clone(), found, placed: Placed::sure(own.iter().copied()) }
}
