//! Decisions that are last year's items plus the change: the column was taken for the new number of items.

use crate::finding::{Finding, codes};
use crate::record::{Evidence, Record};
use crate::template;
use crate::text::quantity::Amount;

/// Judges the rows that state items, change and decisions.
pub fn check(record: &Record) -> Vec<Finding> {
    let rows = record.evidence.keys().filter_map(|path| path.strip_suffix(".decisions"));
    rows.filter_map(|row| one(record, row)).collect()
}

fn one(record: &Record, row: &str) -> Option<Finding> {
    let paths = ["decisions", "prior_items", "change"].map(|column| format!("{row}.{column}"));
    let cells: Vec<&Evidence> = paths.iter().map(|path| record.figure(path)).collect::<Option<_>>()?;
    let [decisions, prior, change] = <[Amount; 3]>::try_from(
        cells.iter().filter(|cell| cell.sure).filter_map(|cell| cell.value).collect::<Vec<_>>(),
    )
    .ok()?;
    // A change of 0, no items before and no decisions are too common to mean anything.
    if [change, prior, decisions].contains(&Amount::ZERO) || prior.plus(change)? != decisions {
        return None;
    }
    let label = &template::figure(record.template?, &paths[0])?.row;
    let finding = Finding::new(&codes::DECISIONS_AS_ITEMS).fact("row", label).fact("value", decisions).naming(paths);
    Some(finding.standing(cells[0].place.as_ref()))
}
