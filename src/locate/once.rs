//! Tables in lines of which none stands twice: a tool took repeated lines for furniture of the page, and with them the
//! second 0. Rows that seem blank may have lost their values.

use super::Value;
use super::flow::{Flow, Kind, Layout};
use super::order::Figures;
use super::table::TableFound;
use crate::finding::{Finding, codes};
use crate::template::Role;
use crate::text::quantity::Reading;
use std::collections::{BTreeSet, HashSet};
use std::ops::RangeInclusive;

/// In fewer lines nothing need be repeated.
const MANY: usize = 20;

/// Whether of the lines between the first and the last row of the tables none stands twice, though their forms repeat
/// labels.
pub(super) fn stand_once(flow: &Flow, tables: &[TableFound], roles: impl Iterator<Item = Role>) -> bool {
    let repeating = tables.iter().zip(roles).any(|(table, role)| repeats(table, role));
    let extents = || tables.iter().filter_map(|table| table.extent);
    let (Some(first), Some(last)) = (extents().map(|range| range.0).min(), extents().map(|range| range.1).max()) else {
        return false;
    };
    repeating && differ(flow, flow.slots[first].row..=flow.slots[last].row)
}

/// Whether the words and values of these rows have a line of their own each, nearly all of them, and all differ.
fn differ(flow: &Flow, rows: RangeInclusive<usize>) -> bool {
    let (mut known, mut beside) = (HashSet::new(), 0);
    for row in flow.rows[rows].iter().filter(|row| row.layout == Layout::Line) {
        let slots = &flow.slots[row.slots.clone()];
        let told = slots.iter().all(|slot| matches!(slot.kind, Kind::Words | Kind::Value));
        match slots {
            [only] if told && !known.insert(only.text.trim()) => return false,
            [_, _, ..] if told => beside += 1,
            _ => {}
        }
    }
    known.len() >= MANY && beside * 10 <= known.len()
}

/// Whether so much of a table is there that some of its labels must be there twice.
fn repeats(table: &TableFound, role: Role) -> bool {
    let blocks: BTreeSet<usize> = table.rows.iter().map(|row| row.block.number).collect();
    match role {
        Role::Statistics => table.rows.len() >= MANY * 2,
        Role::Remedies => !table.rows.is_empty(),
        _ => blocks.len() > 2,
    }
}

/// Puts the blanks of a table in doubt.
pub(super) fn doubt(role: Role, figures: &mut Figures) -> Option<Finding> {
    let blank = |value: &Value| *value == Value::Read(Reading::Blank);
    let named = figures.iter().filter(|(_, figure)| blank(&figure.value));
    let paths: Vec<String> = named.map(|(named, _)| named.path.clone()).collect();
    figures.doubt(|figure| blank(&figure.value));
    let finding = Finding::new(&codes::LINES_ONCE).fact("table", role.title());
    (!paths.is_empty()).then(|| finding.naming(paths))
}
