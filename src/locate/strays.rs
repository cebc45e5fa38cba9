//! Words that are labels of a table and stand elsewhere in the report: in a menu, in the foot of a page, in a list.
//!
//! A heading of a section ends every table. A label or two in another section than most labels of a table are no part of
//! it, nor is a line beside rows that are drawn.

use super::flow::{Flow, Kind, Layout};
use super::label::{self, Candidate};
use super::lexicon::TableLexicon;
use crate::document::Drawing;
use std::collections::BTreeMap;

/// As many labels are rows of a table, and no words that stand somewhere by chance.
const ROWS: usize = 3;

/// The chain of the labels that stand in one table.
pub(super) fn chain(flow: &Flow, table: &TableLexicon, candidates: &[Candidate]) -> Vec<Candidate> {
    let chain = label::chain(candidates);
    let elsewhere = elsewhere(flow, &chain);
    let drawn = chain.iter().filter(|label| is_row(flow, label)).count() >= ROWS;
    // Beside rows that are drawn a line is none.
    let in_line = |label: &Candidate| flow.layout(label.first()) == Layout::Line && table.holds_figures(label.entry);
    let is_stray =
        |label: &Candidate| elsewhere.binary_search(&flow.section(label.first())).is_ok() || drawn && in_line(label);
    if !chain.iter().any(is_stray) {
        return chain;
    }
    let own: Vec<Candidate> = candidates.iter().filter(|label| !is_stray(label)).cloned().collect();
    label::chain(&own)
}

/// The sections in which labels of a chain stand that are no part of the table, ascending.
fn elsewhere(flow: &Flow, chain: &[Candidate]) -> Vec<usize> {
    let section = |label: Option<&Candidate>| label.map(|label| flow.section(label.first()));
    // Most tables lie in one section.
    if section(chain.first()) == section(chain.last()) {
        return Vec::new();
    }
    let mut sections: BTreeMap<usize, Vec<&Candidate>> = BTreeMap::new();
    for label in chain {
        sections.entry(flow.section(label.first())).or_default().push(label);
    }
    let weight = |labels: &[&Candidate]| labels.iter().map(|label| label.weight).sum::<i64>();
    let most = sections.iter().max_by_key(|(_, labels)| weight(labels)).map(|(&section, _)| section);
    let others = sections.into_iter().filter(|(at, labels)| Some(*at) != most && labels.len() < ROWS);
    others.map(|(at, _)| at).collect()
}

/// Whether a label stands in a drawn row, before a cell that is none of words. Of the rows of a text some may be lines.
fn is_row(flow: &Flow, label: &Candidate) -> bool {
    let cell = flow.slots.get(label.last() + 1).filter(|next| next.row == flow.slots[label.last()].row);
    let drawn = matches!(flow.layout(label.last()), Layout::Grid(_, Drawing::Spans | Drawing::Places));
    drawn && cell.is_some_and(|cell| matches!(cell.kind, Kind::Value | Kind::Empty { .. }))
}
