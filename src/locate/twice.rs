//! A table that stands in the report twice: its two printings held against each other.
//!
//! Where they differ, nobody can know which is the agency's own: what differs is taken from neither, and what only the later
//! one has is not taken. Where all that both have is equal, one completes the other.

use super::figures;
use super::flow::Flow;
use super::order::Figures;
use super::table::{RowPlaced, TableFound};
use super::{Figure, Located, Value};
use crate::finding::{Finding, codes};
use crate::template::{Named, Role};
use crate::text::quantity::{Amount, Reading};

/// As many equal numbers show that two printings are of one table.
const EQUAL: usize = 3;

/// Holds a second printing of a table against its figures. Where the later one begins, if they differ.
pub(super) fn compare(
    flow: &Flow,
    table: &TableFound,
    role: Role,
    figures: &mut Figures,
    findings: &mut Vec<Finding>,
) -> Option<usize> {
    if table.again.is_empty() {
        return None;
    }
    let again: Vec<(&'static Named, Figure)> =
        table.again.iter().flat_map(|row| figures::row_figures(flow, row)).collect();
    let (mut differing, mut equal) = (Vec::new(), 0);
    for (named, again) in &again {
        let Some(figure) = figures.get_mut(named) else { continue };
        let (Value::Read(first), Value::Read(second)) = (&figure.value, &again.value) else { continue };
        let (first, second) = (amount(first), amount(second));
        if first == second {
            equal += usize::from(first.is_some());
            continue;
        }
        figure.value = Value::Ambiguous;
        differing.push(named.path.clone());
    }
    if differing.is_empty() {
        if equal >= EQUAL {
            figures.complete(again);
        }
        return None;
    }
    findings.push(Finding::new(&codes::ROW_TWICE).fact("row", role.title()).naming(differing));
    begin(&table.again)
}

/// The tables that stand only in another set of tables: behind the second printing, if it differs, of a table that comes
/// before some table of the first set. `later` tells where the second printings begin that differ.
pub(super) fn of_others(tables: &[TableFound], later: &[Option<usize>]) -> Vec<usize> {
    let first: Vec<Option<usize>> = tables.iter().map(|table| begin(&table.rows)).collect();
    let sets = later.iter().enumerate().filter_map(|(table, &begins)| Some((table, begins?)));
    let follows = |&(table, begins): &(usize, usize)| first[table + 1..].iter().flatten().any(|&own| own < begins);
    let set = sets.filter(follows).map(|(_, begins)| begins).min();
    let alone = |&table: &usize| tables[table].again.is_empty() && set.is_some() && first[table] > set;
    (0..tables.len()).filter(alone).collect()
}

/// Takes the values of a table back that seems to be of another body or year.
pub(super) fn withhold(role: Role, located: &mut Located) {
    let mut paths = Vec::new();
    for (named, figure) in located.figures.iter_mut().filter(|(named, _)| named.is_of(role)) {
        figure.value = Value::Ambiguous;
        paths.push(named.path.clone());
    }
    located.findings.push(Finding::new(&codes::TABLE_OF_OTHERS).fact("table", role.title()).naming(paths));
}

fn amount(reading: &Reading) -> Option<Amount> {
    match reading {
        Reading::Number(number) => Some(number.amount),
        _ => None,
    }
}

/// The first slot of a printing.
fn begin(rows: &[RowPlaced]) -> Option<usize> {
    let first =
        |row: &RowPlaced| row.found.label.as_ref().map(|label| label.first()).or(row.found.cells.first().copied());
    rows.iter().filter_map(first).min()
}
