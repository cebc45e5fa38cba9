//! A table that stands in the report twice, or more often: its printings held against each other.
//!
//! Where they differ, nobody can know which is the agency's own: what differs is taken from none, nor is what some of them
//! have not. Where all that they have is equal, one completes the other.

use super::figures;
use super::flow::Flow;
use super::order::Figures;
use super::table::{RowPlaced, TableFound};
use super::{Figure, Located, Value};
use crate::finding::{Finding, codes};
use crate::template::{Named, Role};
use crate::text::quantity::{Amount, Reading};
use std::collections::{BTreeMap, BTreeSet};
use std::mem::{Discriminant, discriminant};

/// As many numbers that are equal, or figures that both have, show that two printings are of one table.
const EQUAL: usize = 3;

/// Holds further printings of a table against its figures. Where they begin, if they differ.
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
    let first: BTreeMap<usize, Said> = said(figures.iter()).collect();
    let (mut known, mut differing, mut equal) = (first.clone(), BTreeSet::new(), BTreeSet::new());
    for (number, says) in said(again.iter().map(|(named, figure)| (*named, figure))) {
        if known.entry(number).or_insert(says).amount != says.amount {
            differing.insert(number);
        } else if says.amount.is_some() && first.contains_key(&number) {
            equal.insert(number);
        }
    }
    if !differing.iter().any(|number| first.contains_key(number)) {
        if equal.len() >= EQUAL {
            // What the further ones contest among themselves is not taken.
            figures.complete(again.into_iter().filter(|(named, _)| !differing.contains(&named.number)).collect());
        }
        return None;
    }
    let printings = further(flow, table, &first);
    let alike = |number: usize| printings.iter().all(|printing| printing.get(&number) == first.get(&number));
    let doubt = |number: usize| differing.contains(&number) || !alike(number);
    let mut withdrawn = figures.withdraw(|named| first.contains_key(&named.number) && doubt(named.number));
    let paths = table.rows.iter().flat_map(figures::paths).filter(|path| withdrawn.remove(path));
    findings.push(Finding::new(&codes::ROW_TWICE).fact("row", role.title()).naming(paths));
    begin(&table.again)
}

/// What the further printings say. One that has hardly a figure in common with the first is a part of the same table.
fn further(flow: &Flow, table: &TableFound, first: &BTreeMap<usize, Said>) -> Vec<BTreeMap<usize, Said>> {
    let read = |row: &RowPlaced| {
        let figures: Vec<(&'static Named, Figure)> = figures::row_figures(flow, row).collect();
        said(figures.iter().map(|(named, figure)| (*named, figure))).collect::<Vec<_>>()
    };
    let rows = table.printings.iter().map(|printing| &table.again[printing.clone()]);
    let printings = rows.map(|rows| rows.iter().flat_map(read).collect());
    let common = |printing: &BTreeMap<usize, Said>| printing.keys().filter(|number| first.contains_key(number)).count();
    printings.filter(|printing| common(printing) >= EQUAL).collect()
}

/// What a cell says: a number, or which of the readings that are none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Said {
    reading: Discriminant<Reading>,
    amount: Option<Amount>,
}

/// What figures say that were read, by the numbers of their paths.
fn said<'f>(figures: impl Iterator<Item = (&'static Named, &'f Figure)>) -> impl Iterator<Item = (usize, Said)> {
    let read = |(named, figure): (&'static Named, &'f Figure)| {
        let Value::Read(reading) = &figure.value else { return None };
        let amount = if let Reading::Number(number) = reading { Some(number.amount) } else { None };
        Some((named.number, Said { reading: discriminant(reading), amount }))
    };
    figures.filter_map(read)
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

/// The first slot of a printing.
fn begin(rows: &[RowPlaced]) -> Option<usize> {
    let first =
        |row: &RowPlaced| row.found.label.as_ref().map(|label| label.first()).or(row.found.cells.first().copied());
    rows.iter().filter_map(first).min()
}
