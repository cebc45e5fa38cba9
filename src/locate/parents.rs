//! Labels that a form prints under two parents (四、行政复议数量 … （三）其他情形数, 五、行政诉讼数量 … （三）其他情形数): whose
//! is one that stands alone?
//!
//! Where rows were lost, the order of the form fits both. A row of the later parent is told by that parent, or by another
//! row of it, before it; a row of the earlier one by the row that the form prints before it, or by the later parent behind.

use super::label::Candidate;
use super::lexicon::TableLexicon;
use std::ops::Range;

/// Whether each label of a chain may be that of a row under another parent.
pub(super) fn in_doubt(table: &TableLexicon, chain: &[Candidate]) -> Vec<bool> {
    let mut doubts: Vec<bool> = Vec::with_capacity(chain.len());
    for (at, label) in chain.iter().enumerate() {
        let doubt = table.equals(label.entry).any(|other| {
            if other < label.entry {
                !is_of_later(table, chain, &doubts, other)
            } else {
                !is_of_earlier(table, chain, at, &doubts, other)
            }
        });
        doubts.push(doubt);
    }
    doubts
}

/// Whether a label is told to be of the later parent: something of that parent stands right before it, or the other row does
/// before. `doubts` has the labels before it.
fn is_of_later(table: &TableLexicon, chain: &[Candidate], doubts: &[bool], earlier: usize) -> bool {
    let at = doubts.len();
    let sure = |before: usize| !doubts[before];
    let own = group(table, chain[at].entry);
    let right_before = at.checked_sub(1).is_some_and(|before| sure(before) && own.contains(&chain[before].entry));
    right_before || (0..at).any(|before| sure(before) && chain[before].entry == earlier)
}

/// Whether a label is told to be of the earlier parent: the row of the form before it stands right before it, or something
/// of the later parent stands behind.
fn is_of_earlier(table: &TableLexicon, chain: &[Candidate], at: usize, doubts: &[bool], later: usize) -> bool {
    let before = at.checked_sub(1).is_some_and(|before| !doubts[before] && chain[before].entry + 1 == chain[at].entry);
    let other = group(table, later);
    let tells = |entry: usize| entry == later || other.contains(&entry) && table.equals(entry).next().is_none();
    before || chain[at + 1..].iter().any(|label| tells(label.entry))
}

/// A row's parent and the rows below it.
fn group(table: &TableLexicon, entry: usize) -> Range<usize> {
    let depth = |entry: usize| table.depth(entry);
    let parent = (0..entry).rev().find(|&before| depth(before) < depth(entry)).unwrap_or(0);
    let end =
        (entry..table.entries.len()).find(|&behind| depth(behind) <= depth(parent)).unwrap_or(table.entries.len());
    parent..end
}

#[cfg(test)]
mod tests {
    use super::super::label::Slots;
    use super::*;
    use crate::locate::lexicon::Lexicon;
    use crate::template::TEMPLATES;

    /// The labels in doubt of a chain of some rows of the form of 2014, by the ends of their paths.
    fn in_doubt_of(keys: &[&str]) -> Vec<String> {
        let template = TEMPLATES.iter().find(|template| template.id == "2014").unwrap();
        let lexicon = Lexicon::new(template);
        let table = &lexicon.tables()[0];
        let key = |entry: usize| table.row(entry).map(|(block, row)| table.spec.blocks[block].rows[row].key);
        let entry = |wanted: &&str| (0..table.entries.len()).find(|&entry| key(entry) == Some(*wanted)).unwrap();
        let label = |(slot, wanted)| Candidate {
            entry: entry(wanted),
            slots: Slots::One([slot]),
            at: slot,
            weight: 50,
            near: false,
            bracketed: false,
            renumbered: false,
            rivalled: false,
        };
        let chain: Vec<Candidate> = keys.iter().enumerate().map(label).collect();
        let doubts = super::in_doubt(table, &chain);
        keys.iter().zip(doubts).filter(|(_, doubt)| *doubt).map(|(key, _)| (*key).to_owned()).collect()
    }

    #[test]
    fn complete_rows_are_told() {
        let both = [
            "reconsideration.total",
            "reconsideration.upheld",
            "reconsideration.corrected",
            "reconsideration.other",
            "litigation.total",
            "litigation.upheld",
            "litigation.corrected",
            "litigation.other",
            "complaints",
        ];
        assert!(in_doubt_of(&both).is_empty());
        assert!(in_doubt_of(&both[..4]).is_empty());
        assert!(in_doubt_of(&both[4..]).is_empty());
    }

    #[test]
    fn a_row_is_told_by_the_other_parent() {
        assert!(in_doubt_of(&["reconsideration.total", "reconsideration.other", "litigation.total"]).is_empty());
        assert!(in_doubt_of(&["reconsideration.total", "litigation.upheld", "litigation.other"]).is_empty());
    }

    #[test]
    fn a_row_whose_parent_may_be_lost_is_in_doubt() {
        assert_eq!(
            in_doubt_of(&["reconsideration.total", "reconsideration.other", "complaints"]),
            ["reconsideration.other"]
        );
        let lost = ["reconsideration.upheld", "litigation.corrected", "litigation.other"];
        assert_eq!(in_doubt_of(&lost), ["litigation.corrected", "litigation.other"]);
    }
}
