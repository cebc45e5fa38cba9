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
        let Some((first, second)) = figures.get_mut(named).and_then(|figure| both_read(figure, again)) else {
            continue;
        };
        match amount(first) == amount(second) {
            true => equal += usize::from(amount(first).is_some()),
            false if differing.iter().any(|known: &&Named| known.number == named.number) => {}
            false => differing.push(*named),
        }
    }
    if differing.is_empty() {
        if equal >= EQUAL {
            figures.complete(again);
        }
        return None;
    }
    for named in &differing {
        figures.get_mut(named).into_iter().for_each(|figure| figure.value = Value::Ambiguous);
    }
    let paths = differing.into_iter().map(|named| named.path.clone());
    findings.push(Finding::new(&codes::ROW_TWICE).fact("row", role.title()).naming(paths));
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
    let of_table = |named: &Named| named.path.split('.').next() == Some(role.name());
    let mut paths = Vec::new();
    for (named, figure) in located.figures.iter_mut().filter(|(named, _)| of_table(named)) {
        figure.value = Value::Ambiguous;
        paths.push(named.path.clone());
    }
    located.findings.push(Finding::new(&codes::TABLE_OF_OTHERS).fact("table", role.title()).naming(paths));
}

/// What two figures say, where both say something.
fn both_read<'f>(one: &'f Figure, other: &'f Figure) -> Option<(&'f Reading, &'f Reading)> {
    match (&one.value, &other.value) {
        (Value::Read(first), Value::Read(second)) => Some((first, second)),
        _ => None,
    }
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
