//! Tables in lines whose rows stand on the line of their label each, and what stands elsewhere in them: the number of a
//! page between two rows looks like a value of the row above.

use super::axis::Placed;
use super::flow::{Flow, Kind};
use super::proof::Proof;
use super::rows::RowFound;
use super::stream::{LineRow, by_offset};
use crate::text::{fold, quantity};
use std::ops::RangeInclusive;

/// The lines of a row's label.
fn lines(flow: &Flow, row: &LineRow<'_>) -> Option<RangeInclusive<usize>> {
    let label = row.row.label.as_ref()?;
    Some(flow.slots[label.first()].row..=flow.slots[label.last()].row)
}

/// Whether rows have their values on the line of their label: at least half of those that have any.
pub(super) fn is_row_a_line(flow: &Flow, rows: &[LineRow<'_>]) -> bool {
    let filled = rows.iter().filter(|row| row.row.label.is_some() && !row.filled.is_empty());
    let count = |(beside, all), row| (beside + usize::from(away(flow, row).next().is_none()), all + 1);
    let (beside, all) = filled.fold((0, 0), count);
    beside >= 2 && beside * 2 >= all
}

/// The one value of a row that stands on a line which is none of its label, where no other value is.
pub(super) fn alone(flow: &Flow, row: &LineRow<'_>) -> Option<usize> {
    let mut away = away(flow, row);
    away.next().filter(|_| away.next().is_none())
}

/// Whether the dash or the number of a row that shows nothing may stand right behind its label: then it is no blank.
pub(super) fn is_glued(flow: &Flow, row: &RowFound) -> bool {
    let value = |c: char| quantity::is_dash(c) || fold::half_width(c).is_ascii_digit();
    let ends = |text: &str| text.trim_end().ends_with(value);
    row.label.as_ref().is_some_and(|label| ends(flow.slots[label.last()].text))
}

/// The values of a row that stand on no line of its label.
fn away(flow: &Flow, row: &LineRow<'_>) -> impl Iterator<Item = usize> {
    let lines = lines(flow, row);
    let is_away = move |slot: &usize| lines.as_ref().is_some_and(|lines| !lines.contains(&flow.slots[*slot].row));
    row.filled.iter().copied().filter(is_away)
}

/// Whether values stand on the line on which the label ends, and no other row has its label there.
pub(super) fn stands(flow: &Flow, rows: &[LineRow<'_>], row: &LineRow<'_>, values: &[usize]) -> bool {
    let line = |row: &LineRow<'_>| row.row.label.as_ref().map(|label| flow.slots[label.last()].row);
    let own = line(row);
    values.iter().all(|&slot| Some(flow.slots[slot].row) == own)
        && rows.iter().filter(|other| line(other) == own).count() == 1
}

/// A row without one number that stands elsewhere, as that of a page does.
pub(super) fn without(
    flow: &Flow,
    rows: &[LineRow<'_>],
    row: &LineRow<'_>,
    alone: usize,
    proof: &impl Fn(&[Option<usize>]) -> Proof,
) -> Placed {
    let rest: Vec<usize> = row.filled.iter().copied().filter(|&slot| slot != alone).collect();
    if rest.len() == row.columns {
        return Placed::sure(rest);
    }
    by_offset(flow, rows, &LineRow { filled: rest, ..*row }, proof)
}

/// Whether the values of a table stand before their labels: so they do on the lines of at least two rows, or right above
/// the first label while some label has none.
pub(super) fn are_before(flow: &Flow, rows: &[LineRow<'_>], table: usize) -> bool {
    let own = rows.iter().filter(|row| row.table == table && row.row.label.is_some());
    let start = |row: &LineRow<'_>| row.row.label.as_ref().map_or(0, |label| label.first());
    if let Some(first) = own.min_by_key(|row| start(row)) {
        let before = (0..start(first)).rev();
        let mut filled = before.filter(|&slot| !matches!(flow.slots[slot].kind, Kind::Empty { .. })).peekable();
        let mut above = 0;
        let is_value = |slot: usize| flow.slots[slot].kind == Kind::Value && !flow.numbers_rows(slot);
        while filled.next_if(|&slot| is_value(slot)).is_some() {
            above += 1;
        }
        // The dash behind the label of a group is its own.
        let of_group = filled.next().is_some_and(|slot| first.labels.is_label(flow.slots[slot].key()));
        if above == first.columns && first.labels_without_values && !of_group {
            return true;
        }
    }
    let before = |row: &&LineRow<'_>| {
        let Some(label) = row.row.label.as_ref() else { return false };
        let line = flow.rows[flow.slots[label.first()].row].slots.clone();
        let values = |range: std::ops::Range<usize>| range.filter(|&slot| flow.slots[slot].kind == Kind::Value).count();
        values(line.start..label.first()) == row.columns && values(label.last()..line.end) == 0
    };
    rows.iter().filter(|row| row.table == table).filter(before).count() >= 2
}
