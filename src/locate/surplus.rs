//! Rows of values in a grid that no label tells, right below a row of the form: a second year, a draft, a page number.
//!
//! They are part of no figure. Which of the two rows is the report's own nobody can know, so that the figures above are
//! named.

use super::axis::{self, Placed};
use super::figures;
use super::flow::{Flow, Kind};
use super::table::{RowPlaced, TableFound};
use crate::finding::{Finding, codes};
use crate::template::Role;

/// Findings on the rows of values below those of a table.
pub(super) fn findings(flow: &Flow, table: &TableFound, role: Role) -> Vec<Finding> {
    let finding = |row: &RowPlaced| {
        let values = below(flow, row).filter(|values| !values.iter().any(|slot| is_known(table, slot)))?;
        let finding = Finding::new(&codes::VALUES_SURPLUS).fact("table", role.title()).fact("count", values.len());
        Some(finding.naming(figures::paths(row)).at(flow.slots[values[0]].place()))
    };
    table.rows.iter().filter(|row| matches!(row.placed, Placed::Columns { .. })).filter_map(finding).collect()
}

/// The values in the row of the grid below, if it holds nothing else and they stand under those of the row.
fn below(flow: &Flow, row: &RowPlaced) -> Option<Vec<usize>> {
    axis::grid_of(flow, &row.found)?;
    let (first, last) = (&flow.slots[*row.found.cells.first()?], &flow.slots[*row.found.cells.last()?]);
    let next = flow.rows.get(last.row + 1).filter(|next| next.layout == flow.rows[last.row].layout)?;
    let filled = next.slots.clone().filter(|&slot| !matches!(flow.slots[slot].kind, Kind::Empty { .. }));
    let values: Vec<usize> = filled.collect();
    let under = |&slot: &usize| {
        let slot = &flow.slots[slot];
        slot.kind == Kind::Value && slot.from < last.to && first.from < slot.to
    };
    (!values.is_empty() && values.iter().all(under)).then_some(values)
}

/// Whether a slot is a cell of some row of the table.
fn is_known(table: &TableFound, slot: &usize) -> bool {
    table.rows.iter().chain(&table.again).any(|row| row.found.cells.contains(slot))
}
