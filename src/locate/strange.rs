//! Words in the head of lines that are no label of the form (上年制发件数, 个体工商户): which columns they put in doubt.
//!
//! In lines only the order of the labels tells the columns. A foreign word in the place of a label is a foreign column
//! there; anywhere else it shifts all that follow. A drawn grid shows what stands under what, and is asked itself.

use super::flow::{Flow, Layout};
use super::head::Head;
use super::label;
use super::table::{BlockFound, RowPlaced};
use crate::document::Drawing;
use crate::template::VALUE_HEADS;
use crate::text::{fold, quantity};

/// The columns that foreign words put in doubt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Doubt {
    /// These, none if there are no such words.
    Columns(Vec<usize>),
    /// All of them.
    All,
}

/// What the words of a head put in doubt.
pub(crate) fn doubt(flow: &Flow, block: &BlockFound) -> Doubt {
    let head = &block.head;
    let none = Doubt::Columns(Vec::new());
    let Some(&first) = head.slots(flow).first().filter(|&&first| !head.complete() && tells_by_order(flow, first))
    else {
        return none;
    };
    let own = |slot: &usize| head.labels.contains(slot);
    let strange: Vec<usize> = block
        .strange(flow)
        .filter(|slot| !own(slot))
        .filter(|&slot| slot > first && is_label(flow, block, slot))
        .collect();
    let labels = in_order(head, block);
    let mut columns = Vec::new();
    for strange in strange.chunk_by(|one, other| behind(&labels, *one) == behind(&labels, *other)) {
        let missing = missing(head, &labels, behind(&labels, strange[0]));
        match without_damaged(flow, block, strange, missing) {
            (0, _) => {}
            (foreign, missing) if foreign == missing.len() => columns.extend(missing),
            _ => return Doubt::All,
        }
    }
    Doubt::Columns(columns)
}

/// Whether the report may have left a column out, so that the blank which a row in lines lacks is not that of the last one:
/// its head lacks a label, no row of its block shows all columns (the widest has so many values), and the row has as many
/// values as there are labels, or none has more.
pub(super) fn may_lack_a_column(flow: &Flow, row: &RowPlaced, widest: usize) -> bool {
    let (labels, columns) = (row.block.head.found.len(), row.found.columns.len());
    let values = row.found.filled(flow).len();
    (1..columns).contains(&labels) && widest < columns && values > 0 && (values == labels || widest <= labels)
}

/// How many of the words behind so many labels are foreign, and the columns that are left for them: a word may be the
/// damaged label of a column, or hold it with a note.
fn without_damaged(flow: &Flow, block: &BlockFound, strange: &[usize], mut missing: Vec<usize>) -> (usize, Vec<usize>) {
    let mut foreign = 0;
    for &slot in strange {
        let key = flow.slots[slot].key();
        let is = |column: &usize| block.keys().columns[*column].iter().any(|label| label::may_be(key, label));
        match missing.iter().position(is) {
            Some(at) => drop(missing.remove(at)),
            None => foreign += 1,
        }
    }
    (foreign, missing)
}

fn tells_by_order(flow: &Flow, slot: usize) -> bool {
    matches!(flow.layout(slot), Layout::Line | Layout::Grid(_, Drawing::Rows))
}

/// Whether a word may be the label of a column: neither a known one with a unit or a note, nor the number of a page or a
/// table, nor a sentence.
fn is_label(flow: &Flow, block: &BlockFound, slot: usize) -> bool {
    let slot = &flow.slots[slot];
    let key = slot.bare_key().unwrap_or(slot.key());
    let other = ["单位", "续", "表", "第", "共"].iter().any(|begins| key.starts_with(begins));
    let words = (2..=12).contains(&key.chars().count()) && key.chars().all(|c| fold::is_han(c) || c == '(');
    let closes = |text: &str| text.ends_with(['）', ')']) && !text.contains(['（', '(']);
    let of_lists = [VALUE_HEADS.labels, VALUE_HEADS.numbers, VALUE_HEADS.remarks, VALUE_HEADS.units];
    words
        && !closes(slot.text)
        && !other
        && !of_lists.iter().any(|names| names.contains(&key))
        && !block.lexicon.knows(key)
        && !quantity::is_unit(slot.text)
}

/// The columns that were found, with the slots of their labels, in the order of the lines. A last column beside the labels
/// of a group stands before them.
fn in_order(head: &Head, block: &BlockFound) -> Vec<(usize, usize)> {
    let columns = block.spec.columns;
    let shallow = |column: usize| {
        let last = columns.len() - 1;
        column == last && columns.iter().any(|other| other.under.len() > columns[last].under.len())
    };
    let found = head.last_slots.iter().copied().zip(head.found.iter().copied());
    let mut labels: Vec<(usize, usize)> = found.filter(|&(_, column)| !shallow(column)).collect();
    labels.sort_unstable();
    labels
}

/// How many labels stand before a word.
fn behind(labels: &[(usize, usize)], slot: usize) -> usize {
    labels.partition_point(|label| label.0 < slot)
}

/// The columns without a label between the label before a gap and the one behind it.
fn missing(head: &Head, labels: &[(usize, usize)], before: usize) -> Vec<usize> {
    let from = before.checked_sub(1).map_or(0, |at| labels[at].1 + 1);
    let to = labels.get(before).map_or(head.places.len(), |label| label.1);
    (from..to).filter(|column| !head.found.contains(column)).collect()
}
