//! Values within a table that no row takes, behind no label of their own: they may belong to rows that seem blank, since
//! a tool printed columns one after the other, or a value below its row.

use super::Value;
use super::figures;
use super::flow::{Flow, Kind, Slot};
use super::label::Candidate;
use super::lexicon::TableLexicon;
use super::order::Figures;
use super::table::{RowPlaced, TableFound};
use crate::finding::{Finding, codes};
use crate::template::Named;
use crate::text::quantity::{self, Reading};
use std::collections::BTreeSet;

/// A row with so many times the values of the form, and no fewer than so many, has taken those of other rows.
const TIMES: usize = 4;
const MANY: usize = 12;

/// The slots that rows of some table take.
pub(super) fn claimed(tables: &[TableFound]) -> BTreeSet<usize> {
    let most = |row: &RowPlaced| (row.block.spec.columns.len() * TIMES).max(MANY);
    let rows = tables.iter().flat_map(|table| table.rows.iter().chain(&table.again));
    let rows = rows.filter(|row| row.found.cells.len() <= most(row));
    let claims = tables.iter().flat_map(|table| table.claims.iter().map(|(_, value)| *value));
    rows.flat_map(|row| row.found.cells.iter().copied()).chain(claims).collect()
}

/// Puts blanks in doubt to which such values may belong: those of the row before a single one, and all where there are
/// several. What `claimed` holds is taken by some table.
pub(super) fn doubt(
    flow: &Flow,
    table: &TableFound,
    lexicon: &TableLexicon,
    claimed: &BTreeSet<usize>,
    figures: &mut Figures,
) -> Option<Finding> {
    let blank = |row: &&RowPlaced| !row.found.shows_something(flow);
    table.rows.iter().find(blank)?;
    let values = within(flow, table, lexicon, claimed);
    let first = *values.first()?;
    let label = |row: &RowPlaced| row.found.label.as_ref().map_or(0, |label| label.last());
    let above = table.rows.iter().filter(|row| label(row) < first).max_by_key(|row| label(row));
    let rows: Vec<&RowPlaced> = match values.len() {
        1 => above.into_iter().filter(blank).collect(),
        _ => table.rows.iter().filter(blank).collect(),
    };
    let paths: Vec<String> = rows.iter().flat_map(|row| figures::paths(row)).collect();
    let named = |named: &Named| paths.contains(&named.path);
    figures.doubt_named(|name, figure| named(name) && figure.value == Value::Read(Reading::Blank));
    let finding = Finding::new(&codes::VALUES_UNCLAIMED).fact("table", lexicon.spec.role.title());
    (!paths.is_empty()).then(|| finding.fact("count", values.len()).naming(paths).at(flow.slots[first].place()))
}

/// The slots of these values.
fn within(flow: &Flow, table: &TableFound, lexicon: &TableLexicon, claimed: &BTreeSet<usize>) -> Vec<usize> {
    let Some((first, last)) = table.extent else { return Vec::new() };
    // Words of its head may stand over values behind it.
    let is_of_table = |slot: &&Slot| match slot.kind {
        Kind::Prose => false,
        Kind::Words => is_of_head(lexicon, slot),
        _ => true,
    };
    let behind = flow.slots[last + 1..].iter().take_while(is_of_table).count();
    let labels: BTreeSet<usize> =
        table.rows.iter().flat_map(|row| row.found.label.iter().map(Candidate::last)).collect();
    let mut values = Vec::new();
    // What the nearest words before a value say of it.
    let mut labelled = false;
    for slot in first..(last + 1 + behind).min(flow.slots.len()) {
        let found = &flow.slots[slot];
        match found.kind {
            Kind::Words if quantity::is_unit(found.text) => {}
            Kind::Words => labelled = !labels.contains(&slot) && !is_of_head(lexicon, found),
            Kind::Prose => labelled = true,
            Kind::Value if !labelled && is_alone(flow, slot) && !claimed.contains(&slot) => values.push(slot),
            _ => {}
        }
    }
    values
}

/// Whether words are a label of the table, and of no row.
fn is_of_head(lexicon: &TableLexicon, slot: &Slot) -> bool {
    lexicon.head_words.contains(slot.key()) || lexicon.knows(slot.key()) && !lexicon.rows.opens(slot.key())
}

/// Whether a value is a number that is no year, in a row without words.
fn is_alone(flow: &Flow, slot: usize) -> bool {
    let (found, text) = (&flow.slots[slot], flow.slots[slot].text.trim());
    let year = text.len() == 4 && (text.starts_with("19") || text.starts_with("20"));
    let mut row = flow.slots[flow.rows[found.row].slots.clone()].iter();
    found.amount.is_some() && !year && !flow.numbers_rows(slot) && row.all(|slot| slot.kind != Kind::Words)
}
