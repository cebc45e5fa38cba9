//! Words in the head of lines that are no label of the form (上年制发件数, 个体工商户): which columns they put in doubt.
//!
//! In lines only the order of the labels tells the columns. A foreign word in the place of a label is a foreign column
//! there; anywhere else it shifts all that follow. A drawn grid shows what stands under what, and is asked itself.

use super::flow::{Flow, Layout};
use super::head::Head;
use super::table::BlockFound;
use crate::document::Drawing;
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
    let strange: Vec<usize> = block.strange(flow).filter(|&slot| slot > first && is_label(flow, slot)).collect();
    let labels = in_order(head, block);
    let mut columns = Vec::new();
    for (before, strange) in by_gap(&labels, &strange) {
        let gap = gap(&labels, before, head.places.len());
        if gap.len() != strange {
            return Doubt::All;
        }
        columns.extend(gap);
    }
    Doubt::Columns(columns)
}

fn tells_by_order(flow: &Flow, slot: usize) -> bool {
    matches!(flow.layout(slot), Layout::Line | Layout::Grid(_, Drawing::Rows))
}

/// Whether a word may be the label of a column: neither a unit nor the number of a page or a table, nor a sentence.
fn is_label(flow: &Flow, slot: usize) -> bool {
    let slot = &flow.slots[slot];
    let other = ["单位", "续", "表", "第", "共"].iter().any(|begins| slot.key().starts_with(begins));
    (3..=12).contains(&slot.key_length())
        && slot.key().chars().all(fold::is_han)
        && !other
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

/// How many strange words stand behind so many of the labels.
fn by_gap(labels: &[(usize, usize)], strange: &[usize]) -> Vec<(usize, usize)> {
    let before = |&slot: &usize| labels.partition_point(|label| label.0 < slot);
    let all: Vec<usize> = strange.iter().map(before).collect();
    all.chunk_by(|one, other| one == other).map(|gap| (gap[0], gap.len())).collect()
}

/// The columns without a label between the one before a gap and the one behind it.
fn gap(labels: &[(usize, usize)], before: usize, columns: usize) -> std::ops::Range<usize> {
    let from = before.checked_sub(1).map_or(0, |at| labels[at].1 + 1);
    let to = labels.get(before).map_or(columns, |label| label.1);
    from..to.max(from)
}
