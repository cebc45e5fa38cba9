//! Columns whose labels repeat (结果维持 under three groups): which group a label belongs to.
//!
//! In a grid the words of the group stand above the label, or in the caption of the grid. In lines the order of the groups'
//! words tells. What belongs to no group that can be told is no evidence for a column.

use super::flow::{Flow, Kind, Layout};
use super::label::{self, Candidate};
use super::lexicon::BlockKeys;
use crate::document::Drawing;
use std::ops::Range;

/// The labels of a head that may stand for their columns, and whether the group of each of them is known.
pub(super) struct Governed {
    pub candidates: Vec<Candidate>,
    pub known: bool,
    /// The words of all groups are there, in the order of the form.
    pub words_in_order: bool,
}

/// Leaves out the readings of labels as columns of another group than the one they stand under.
pub(super) fn govern(flow: &Flow, block: &BlockKeys, range: Range<usize>, candidates: Vec<Candidate>) -> Governed {
    if !block.repeats {
        return Governed { candidates, known: true, words_in_order: false };
    }
    let mut in_lines = lines_allow(flow, block, range);
    let words_in_order = in_lines.are_all(block);
    // All labels are there: the words of a group may lie in pieces, but they are not in another order.
    let complete = label::chain(&candidates).len() == block.columns.len();
    if complete && matches!(&in_lines, Lines::Only(columns) if !columns.is_empty()) {
        in_lines = Lines::Only((0..block.columns.len()).collect());
    }
    // Readings of one label follow each other, and stand under the same words.
    let mut last: Option<(usize, Option<usize>)> = None;
    let mut named_over = |grid: usize, slot: usize| match last {
        Some((known, name)) if known == slot => name,
        _ => last.insert((slot, above(flow, grid, slot, block).or_else(|| caption(flow, grid, block)))).1,
    };
    let mut group = |found: &Candidate| match flow.layout(found.first()) {
        Layout::Grid(grid, Drawing::Spans | Drawing::Places) => {
            match named_over(grid, found.first()) {
                // An outer group alone does not tell which of its inner ones a label belongs to.
                Some(name) => match &block.under[found.entry] {
                    under if under.last() == Some(&name) => Group::Own,
                    under if under.contains(&name) => Group::Unknown,
                    _ => Group::Other,
                },
                None => Group::Unknown,
            }
        }
        // Where spans are not told, only the order of the words tells.
        Layout::Line | Layout::Grid(_, Drawing::Rows) => match &in_lines {
            Lines::Only(columns) if columns.contains(&found.entry) => Group::Own,
            Lines::Only(_) => Group::Other,
            Lines::Unknown => Group::Unknown,
        },
    };
    let mut judged: Vec<(Group, Candidate)> = candidates.into_iter().map(|found| (group(&found), found)).collect();
    // Labels whose group is told leave no room for the same words elsewhere.
    let known = judged.iter().any(|(group, _)| *group == Group::Own);
    judged.retain(|(group, _)| *group == Group::Own || (*group == Group::Unknown && !known));
    Governed { candidates: judged.into_iter().map(|(_, found)| found).collect(), known, words_in_order }
}

/// Whether a label stands under the group of its column.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Group {
    Own,
    Other,
    Unknown,
}

/// The number of the group that a short text names, if it names one only.
fn named(key: &str, block: &BlockKeys) -> Option<usize> {
    // Most words have no character that begins a name.
    if !key.chars().any(|c| block.initials.contains(c)) || key.len() > 24 && key.chars().count() > 24 {
        return None;
    }
    let mut found = block.names.iter().enumerate().filter(|(_, name)| key.contains(name.as_str()));
    let (at, first) = found.next()?;
    // 行政诉讼（复议后起诉） names an inner group and the one around it; a heading that lists all of them names none.
    let others = found.filter(|(_, name)| !first.contains(name.as_str())).count();
    (others <= 1 && key.chars().count() <= first.chars().count() + 10).then_some(at)
}

/// The group whose words stand nearest above a label in its grid.
fn above(flow: &Flow, grid: usize, label: usize, block: &BlockKeys) -> Option<usize> {
    let label = &flow.slots[label];
    let same_grid = |row: &usize| matches!(flow.rows[*row].layout, Layout::Grid(own, _) if own == grid);
    let rows = (0..label.row).rev().take_while(same_grid);
    // Where merged areas are not told, a word reaches to the next one in its row.
    let reach = |slot: usize| match flow.layout(slot) {
        Layout::Grid(_, Drawing::Places) => {
            let row = flow.rows[flow.slots[slot].row].slots.end;
            (slot + 1..row)
                .find(|&next| !flow.slots[next].key().is_empty())
                .map_or(usize::MAX, |next| flow.slots[next].from)
        }
        _ => flow.slots[slot].to,
    };
    let over = |slot: usize| flow.slots[slot].from <= label.from && label.from < reach(slot);
    rows.flat_map(|row| flow.rows[row].slots.clone())
        .filter(|&slot| flow.slots[slot].kind == Kind::Words && over(slot))
        .find_map(|slot| named(flow.slots[slot].key(), block))
}

/// The group that the lines right above a grid name.
fn caption(flow: &Flow, grid: usize, block: &BlockKeys) -> Option<usize> {
    let first = flow.rows.iter().position(|row| matches!(row.layout, Layout::Grid(own, _) if own == grid))?;
    let words = |row: usize| flow.rows[row].slots.clone().map(|slot| flow.slots[slot].key()).collect::<String>();
    let lines = (0..first).rev().take_while(|&row| flow.rows[row].layout == Layout::Line);
    let near: Vec<String> = lines.map(words).filter(|key| !key.is_empty()).take(2).collect();
    near.first().and_then(|key| named(key, block))
}

/// Which columns labels in lines can stand for.
enum Lines {
    Only(Vec<usize>),
    Unknown,
}

impl Lines {
    /// Whether they can stand for every column.
    fn are_all(&self, block: &BlockKeys) -> bool {
        matches!(self, Lines::Only(columns) if columns.len() == block.columns.len())
    }
}

/// The groups whose words stand in the lines of a head, if they stand in the order of the form.
fn lines_allow(flow: &Flow, block: &BlockKeys, range: Range<usize>) -> Lines {
    let mut first: Vec<Option<usize>> = vec![None; block.names.len()];
    let in_line = |slot: usize| flow.layout(slot) == Layout::Line;
    for &slot in flow.words(&range) {
        if let Some(name) = named(flow.slots[slot].key(), block) {
            // The second line of a heading, or a caption, may name a group that the rows below it name again.
            let caption = first[name].is_some_and(|known| in_line(known) && !in_line(slot));
            first[name] = first[name].filter(|_| !caption).or(Some(slot));
        }
    }
    if first.iter().all(Option::is_none) {
        return Lines::Unknown;
    }
    // The words of each depth must come in the order of the form.
    if !block_order(block, &first) {
        return Lines::Only(Vec::new());
    }
    let shown = |column: &usize| block.under[*column].iter().any(|&name| first[name].is_some());
    Lines::Only((0..block.columns.len()).filter(shown).collect())
}

/// Whether the groups of each depth come in the order of the form, by where each name stands first.
fn block_order(block: &BlockKeys, first: &[Option<usize>]) -> bool {
    let deepest = block.under.iter().map(Vec::len).max().unwrap_or(0);
    (0..deepest).all(|depth| {
        let mut places: Vec<usize> =
            block.under.iter().filter_map(|under| under.get(depth).and_then(|&name| first[name])).collect();
        places.dedup();
        places.is_sorted()
    })
}

/// Whether the words of a head in lines stand in the order of the form, and are there.
pub(super) fn in_order(flow: &Flow, block: &BlockKeys, range: Range<usize>) -> bool {
    lines_allow(flow, block, range).are_all(block)
}
