//! Rows with their slots -> figures: what each cell says, its unit, and findings about single rows and values.

use super::axis::Placed;
use super::flow::{Flow, Kind, Layout};
use super::order::Figures;
use super::table::{RowPlaced, TableFound};
use super::{Figure, Value};
use crate::document::Drawing;
use crate::finding::{Finding, codes};
use crate::template::{ColumnSpec, Named, PRACTICE, Role, RowKind, RowSpec};
use crate::text::quantity::{self, Amount, Number, Reading};
use crate::text::worded;
use std::collections::BTreeSet;

/// The figures of a table, with findings about single rows and values.
pub(super) fn read(flow: &Flow, table: &TableFound, role: Role, findings: &mut Vec<Finding>) -> Figures {
    let mut found = Vec::with_capacity(table.rows.iter().map(|row| row.found.columns.len()).sum());
    let (mut unknown_rows, mut unstated) = (0, Vec::new());
    for row in table.rows.iter().filter(|row| counts(row, table)) {
        let before = unknown_rows;
        for (column, (named, figure)) in (row.found.columns.start..).zip(row_figures(flow, row)) {
            if figure.value == Value::Ambiguous {
                unknown_rows = before + 1;
            }
            if states_no_unit(row, column, &figure) {
                unstated.push(named.path.clone());
            }
            found.push((named, figure));
        }
        if unknown_rows > before {
            findings.push(position_unknown(flow, row));
        }
        note_labels(flow, row, findings);
    }
    let lacking: BTreeSet<&str> = table.rows.iter().flat_map(|row| lacking(flow, row)).collect();
    findings.extend(lacking.into_iter().map(|label| Finding::new(&codes::COLUMN_MISSING).fact("column", label)));
    let figures = Figures::new(found);
    note_values(&figures, findings);
    if !unstated.is_empty() {
        findings.push(Finding::new(&codes::UNIT_ASSUMED).fact("table", role.title()).naming(unstated));
    }
    if unknown_rows > 0 {
        findings.push(Finding::new(&codes::POSITIONS_UNKNOWN).fact("table", role.title()).fact("rows", unknown_rows));
    }
    figures
}

/// A group holds the figures itself only where none of the rows below it is found.
fn counts(row: &RowPlaced, table: &TableFound) -> bool {
    let spec = &row.block.spec.rows[row.found.row];
    if spec.kind != RowKind::GroupOrFigures {
        return true;
    }
    let below = |other: &&RowPlaced| spec.stands_for(&other.block.spec.rows[other.found.row]);
    !table.rows.iter().any(|other| below(&other)) && !row.found.cells.is_empty()
}

/// The figures of a row.
pub(super) fn row_figures(flow: &Flow, row: &RowPlaced) -> impl Iterator<Item = (&'static Named, Figure)> {
    let block = &row.block;
    let named = &block.table.named(block.spec)[row.found.row];
    let spec = &block.spec.rows[row.found.row];
    let columns = row.found.columns.start..row.found.columns.end.min(block.spec.columns.len());
    columns.map(move |column| {
        let of_form = &block.spec.columns[column];
        let named = &named[column];
        let mut figure = placed_figure(flow, row, column - row.found.columns.start, &named.label);
        figure.unit = stated_unit(flow, row, column);
        refuse_other_units(&mut figure, spec, of_form);
        (named, figure)
    })
}

/// Whether a value stands in a drawn grid under a word that is no label of the form, where the label of its column is missing:
/// 上年处理决定数量 is not 本年处理决定数量.
fn is_under_strange(flow: &Flow, row: &RowPlaced, column: usize, slot: usize) -> bool {
    let head = &row.block.head;
    // A head without labels stands for no column here; the row's part of it counts from the first of its own.
    let told = head.found.contains(&column) || head.found.contains(&(column - row.found.columns.start));
    let value = &flow.slots[slot];
    let over = |&word: &usize| {
        let word_slot = &flow.slots[word];
        flow.layout(word) == flow.layout(slot) && word_slot.from <= value.from && value.from < word_slot.to
    };
    if head.found.is_empty() && row.block.spec.columns.len() == 1 {
        return !row.block.told && is_below_strange(flow, row, slot);
    }
    !told
        && matches!(flow.layout(slot), Layout::Grid(_, Drawing::Spans | Drawing::Places))
        && row.block.strange(flow).any(|word| over(&word))
}

/// Whether the nearest word above a value in its drawn grid is the head of a column that the form has not. The rows of a
/// block without a head stand under that of the block above.
fn is_below_strange(flow: &Flow, row: &RowPlaced, slot: usize) -> bool {
    let value = &flow.slots[slot];
    let drawn = matches!(flow.layout(slot), Layout::Grid(_, Drawing::Spans | Drawing::Places));
    let same_grid = |above: &&super::flow::Row| above.layout == flow.layout(slot);
    let above = flow.rows[..value.row].iter().rev().take_while(same_grid).flat_map(|above| above.slots.clone());
    let over = |&word: &usize| {
        let word = &flow.slots[word];
        word.kind == Kind::Words && word.from <= value.from && value.from < word.to
    };
    let known = |key: &str| row.block.lexicon.knows(key) || row.block.lexicon.fits(key);
    drawn && above.take(FAR).find(over).is_some_and(|word| !known(flow.slots[word].key()))
}

/// As many cells above a value are looked at for the head of its column.
const FAR: usize = 400;

/// Whether the label of a column stands over another value of the row too.
fn is_twin(flow: &Flow, row: &RowPlaced, column: usize, placed: &[Option<usize>]) -> bool {
    !row.block.keys().repeats && row.block.twins(flow).hold(flow, &row.found, column, placed)
}

/// Whether a drawn grid has no label for a column: then it has no such column, and not a blank one.
fn lacks_label(flow: &Flow, row: &RowPlaced, column: usize) -> bool {
    let head = &row.block.head;
    let drawn = |&slot: &usize| matches!(flow.layout(slot), Layout::Grid(_, Drawing::Spans | Drawing::Places));
    !head.complete() && !head.found.contains(&column) && row.found.cells.first().is_some_and(drawn)
}

/// The labels of the columns that a placed row lacks.
fn lacking(flow: &Flow, row: &RowPlaced) -> impl Iterator<Item = &'static str> {
    let slots: &[Option<usize>] = if let Placed::Columns { slots, .. } = &row.placed { slots } else { &[] };
    let columns = row.found.columns.clone().zip(slots).filter(|(_, slot)| slot.is_none()).map(|(column, _)| column);
    let lacking = columns.filter(|&column| lacks_label(flow, row, column));
    lacking.map(|column| row.block.spec.columns[column].label.text).collect::<Vec<_>>().into_iter()
}

/// The unit of money that the label of a column states, a cell between label and values, or for a figure of money its own
/// label or the section above it (单位：元).
fn stated_unit(flow: &Flow, row: &RowPlaced, column: usize) -> Option<String> {
    let of_form = &row.block.spec.columns[column];
    let of_row = row.block.spec.rows[row.found.row].unit;
    let of_money = of_form.key == "amount" || [of_form.unit, of_row].iter().any(|unit| quantity::MONEY.contains(unit));
    let of_column = row.block.head.stated_money(flow, column);
    let of_label = || {
        let pieces = row.found.label.as_ref().filter(|_| of_money)?.slots.iter();
        pieces.filter_map(|&slot| quantity::stated_money(flow.slots[slot].text)).find(|unit| !unit.is_empty())
    };
    let beside = || {
        let last = row.found.label.as_ref()?.last();
        let first = *row.found.cells.first()?;
        let words = (last + 1..first).map(|slot| flow.slots[slot].text.trim());
        quantity::MONEY.iter().copied().find(|money| words.clone().any(|word| word == *money))
    };
    let above = || of_money.then(|| unit_above(flow, *row.found.cells.first()?)).flatten();
    of_column.or_else(beside).or_else(of_label).or_else(above).map(str::to_owned)
}

/// As many words above a row are asked for the unit of its table.
const ABOVE: usize = 200;

/// The unit of money that is stated nearest above a row in its section.
fn unit_above(flow: &Flow, slot: usize) -> Option<&'static str> {
    let words = flow.words(&(0..slot)).iter().rev().take(ABOVE);
    let own = words.take_while(|&&word| flow.section(word) == flow.section(slot)).map(|&word| flow.slots[word].text);
    own.filter(|text| text.contains("单位")).filter_map(quantity::stated_money).find(|unit| !unit.is_empty())
}

/// Whether a figure is an amount of money whose unit is printed nowhere: in yuan it is known only if the form's unit holds.
fn states_no_unit(row: &RowPlaced, column: usize, figure: &Figure) -> bool {
    let Value::Read(Reading::Number(number)) = &figure.value else { return false };
    let of_form = || unit_of_form(&row.block.spec.rows[row.found.row], &row.block.spec.columns[column]);
    figure.unit.is_none()
        && number.unit.is_none()
        && number.amount != Amount::ZERO
        && quantity::MONEY.contains(&of_form())
}

/// The unit that the form prints for a figure, if it prints one.
fn unit_of_form(row: &RowSpec, column: &ColumnSpec) -> &'static str {
    if row.unit.is_empty() { column.unit } else { row.unit }
}

/// A number with a unit that its figure cannot have (a share, money among counts) is no value of it.
fn refuse_other_units(figure: &mut Figure, row: &RowSpec, column: &ColumnSpec) {
    let Value::Read(Reading::Number(number)) = &figure.value else { return };
    let Some(unit) = number.unit.as_deref() else { return };
    let of_form = unit_of_form(row, column);
    let money = |unit: &str| quantity::MONEY.contains(&unit);
    if unit == "%" || (money(unit) && !of_form.is_empty() && !money(of_form)) {
        figure.value = Value::Read(Reading::Illegible);
    }
}

fn placed_figure(flow: &Flow, row: &RowPlaced, column: usize, label: &'static str) -> Figure {
    let none = |value| Figure { value, raw: String::new(), place: None, sure: true, label, unit: None };
    match &row.placed {
        _ if row.block.doubts(flow, column) && row.found.shows_something(flow) => none(Value::Ambiguous),
        Placed::Unknown => none(Value::Ambiguous),
        Placed::Blank => Figure {
            place: row.found.cells.first().map(|&slot| flow.slots[slot].place()),
            ..none(Value::Read(Reading::Blank))
        },
        Placed::Columns { slots, sure } => match slots.get(column).copied().flatten() {
            Some(_) if is_twin(flow, row, column, slots) => none(Value::Ambiguous),
            Some(slot) if is_under_strange(flow, row, row.found.columns.start + column, slot) => none(Value::Ambiguous),
            Some(slot) => {
                let slot = &flow.slots[slot];
                Figure {
                    value: Value::Read(reading(row, column, slot.text)),
                    raw: slot.text.to_owned(),
                    place: Some(slot.place()),
                    sure: *sure,
                    label,
                    unit: None,
                }
            }
            None if lacks_label(flow, row, row.found.columns.start + column) => none(Value::Absent),
            None => Figure { sure: *sure, ..none(Value::Read(Reading::Blank)) },
        },
    }
}

/// What a cell says. Words may sign the number of a column of changes: 增12, 减3.
fn reading(row: &RowPlaced, column: usize, text: &str) -> Reading {
    let key = row.block.spec.columns[row.found.columns.start + column].key;
    let signed = || worded::signed(text).filter(|_| PRACTICE.signed.contains(&key));
    signed().map_or_else(|| quantity::read(text), |signed| quantity::read(&signed))
}

/// The paths of the figures of a row.
pub(super) fn paths(row: &RowPlaced) -> Vec<String> {
    let spec = &row.block.spec.rows[row.found.row];
    row.block.spec.columns[row.found.columns.start..row.found.columns.end.min(row.block.spec.columns.len())]
        .iter()
        .map(|column| row.block.table.path(spec, column))
        .collect()
}

fn position_unknown(flow: &Flow, row: &RowPlaced) -> Finding {
    let spec = &row.block.spec.rows[row.found.row];
    let place = row.found.cells.first().map(|&slot| flow.slots[slot].place()).unwrap_or_default();
    Finding::new(&codes::POSITION_UNKNOWN)
        .fact("row", if spec.label.text.is_empty() { row.block.table.role.title() } else { spec.label.text })
        .fact("found", row.found.filled(flow).len())
        .fact("expected", row.found.columns.len())
        .naming(paths(row))
        .at(place)
}

/// Notes on labels that differ from the form.
fn note_labels(flow: &Flow, row: &RowPlaced, findings: &mut Vec<Finding>) {
    let Some(label) = row.found.label.as_ref().filter(|label| label.near || label.renumbered) else { return };
    let slot = &flow.slots[label.first()];
    let spec = &row.block.spec.rows[row.found.row];
    let finding = Finding::new(&codes::LABEL_NEARLY).fact("found", slot.text).fact("label", spec.label.text);
    findings.push(finding.naming(paths(row)).at(slot.place()));
}

/// Findings on cells that hold no plain number.
fn note_values(figures: &Figures, findings: &mut Vec<Finding>) {
    for (named, figure) in figures.iter() {
        let code = match &figure.value {
            Value::Read(Reading::Illegible) => &codes::VALUE_ILLEGIBLE,
            Value::Read(Reading::Number(Number { note: Some(_), .. })) => &codes::VALUE_NOTED,
            _ => continue,
        };
        let finding =
            Finding::new(code).fact("label", figure.label).fact("raw", &figure.raw).naming([named.path.clone()]);
        findings.push(finding.at(figure.place.clone().unwrap_or_default()));
    }
}
