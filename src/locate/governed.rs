//! Columns whose labels repeat (结果维持 under three groups): which group a label belongs to.
//!
//! In a grid the words of the group stand above the label, or in the caption of the grid. In lines the order of the groups'
//! words tells. What belongs to no group that can be told is no evidence for a column.

use super::flow::{Flow, Kind, Layout};
use super::label::{self, Candidate};
use crate::document::Drawing;
use crate::template::{BlockSpec, ColumnSpec};
use crate::text::fold;
use std::collections::BTreeSet;
use std::ops::Range;

/// The labels of a head that may stand for their columns, and whether the group of each of them is known.
pub(super) struct Governed {
    pub candidates: Vec<Candidate>,
    pub known: bool,
}

/// Leaves out the readings of labels as columns of another group than the one they stand under.
pub(super) fn govern(flow: &Flow, block: &BlockSpec, range: Range<usize>, candidates: Vec<Candidate>) -> Governed {
    if !repeats(block) {
        return Governed { candidates, known: true };
    }
    let names = names(block);
    let mut in_lines = lines_allow(flow, block, &names, range);
    // All labels are there: the words of a group may lie in pieces, but they are not in another order.
    let complete = label::chain(&candidates).len() == block.columns.len();
    if complete && matches!(&in_lines, Lines::Only(columns) if !columns.is_empty()) {
        in_lines = Lines::Only((0..block.columns.len()).collect());
    }
    let group = |found: &Candidate| match flow.layout(found.first()) {
        Layout::Grid(grid, Drawing::Spans | Drawing::Places) => {
            match above(flow, grid, found, &names).or_else(|| caption(flow, grid, &names)) {
                // An outer group alone does not tell which of its inner ones a label belongs to.
                Some(name) => match keys(&block.columns[found.entry]) {
                    keys if keys.last() == Some(&name) => Group::Own,
                    keys if keys.contains(&name) => Group::Unknown,
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
    Governed { candidates: judged.into_iter().map(|(_, found)| found).collect(), known }
}

/// Whether a label stands under the group of its column.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Group {
    Own,
    Other,
    Unknown,
}

/// Whether several columns of a block bear the same label.
pub(super) fn repeats(block: &BlockSpec) -> bool {
    let labels: BTreeSet<&str> = block.columns.iter().map(|column| column.label.text).collect();
    labels.len() < block.columns.len()
}

fn keys(column: &ColumnSpec) -> Vec<String> {
    column.under.iter().map(|label| fold::key(label.text)).collect()
}

/// The names of all groups, inner ones first, so that a text which holds both is of the inner one.
fn names(block: &BlockSpec) -> Vec<String> {
    let mut names: Vec<(usize, String)> = Vec::new();
    for (depth, key) in block.columns.iter().flat_map(|column| keys(column).into_iter().enumerate()) {
        if !names.iter().any(|(_, known)| *known == key) {
            names.push((depth, key));
        }
    }
    names.sort_by_key(|(depth, _)| std::cmp::Reverse(*depth));
    names.into_iter().map(|(_, name)| name).collect()
}

/// The group that a short text names, if it names one only.
fn named(key: &str, names: &[String]) -> Option<String> {
    if key.is_empty() || key.chars().count() > 24 {
        return None;
    }
    let mut found = names.iter().filter(|name| key.contains(name.as_str()));
    let first = found.next()?;
    // 行政诉讼（复议后起诉） names an inner group and the one around it; a heading that lists all of them names none.
    let others = found.filter(|name| !first.contains(name.as_str())).count();
    (others <= 1 && key.chars().count() <= first.chars().count() + 10).then(|| first.clone())
}

/// The group whose words stand nearest above a label in its grid.
fn above(flow: &Flow, grid: usize, found: &Candidate, names: &[String]) -> Option<String> {
    let label = &flow.slots[found.first()];
    let same_grid = |row: &usize| matches!(flow.rows[*row].layout, Layout::Grid(own, _) if own == grid);
    let rows = (0..label.row).rev().take_while(same_grid);
    // Where merged areas are not told, a word reaches to the next one in its row.
    let reach = |slot: usize| match flow.layout(slot) {
        Layout::Grid(_, Drawing::Places) => {
            let row = flow.rows[flow.slots[slot].row].slots.end;
            (slot + 1..row)
                .find(|&next| !flow.slots[next].key.is_empty())
                .map_or(usize::MAX, |next| flow.slots[next].from)
        }
        _ => flow.slots[slot].to,
    };
    let over = |slot: usize| flow.slots[slot].from <= label.from && label.from < reach(slot);
    rows.flat_map(|row| flow.rows[row].slots.clone())
        .filter(|&slot| flow.slots[slot].kind == Kind::Words && over(slot))
        .find_map(|slot| named(&flow.slots[slot].key, names))
}

/// The group that the lines right above a grid name.
fn caption(flow: &Flow, grid: usize, names: &[String]) -> Option<String> {
    let first = flow.rows.iter().position(|row| matches!(row.layout, Layout::Grid(own, _) if own == grid))?;
    let words = |row: usize| flow.rows[row].slots.clone().map(|slot| flow.slots[slot].key.as_str()).collect::<String>();
    let lines = (0..first).rev().take_while(|&row| flow.rows[row].layout == Layout::Line);
    let near: Vec<String> = lines.map(words).filter(|key| !key.is_empty()).take(2).collect();
    near.first().and_then(|key| named(key, names))
}

/// Which columns labels in lines can stand for.
enum Lines {
    Only(Vec<usize>),
    Unknown,
}

/// The groups whose words stand in the lines of a head, if they stand in the order of the form.
fn lines_allow(flow: &Flow, block: &BlockSpec, names: &[String], range: Range<usize>) -> Lines {
    let mut first: Vec<(String, usize)> = Vec::new();
    for slot in range.filter(|&slot| flow.slots[slot].kind == Kind::Words) {
        if let Some(name) = named(&flow.slots[slot].key, names)
            && !first.iter().any(|(known, _)| *known == name)
        {
            first.push((name, slot));
        }
    }
    if first.is_empty() {
        return Lines::Unknown;
    }
    let at = |name: &String| first.iter().find(|(known, _)| known == name).map(|&(_, slot)| slot);
    let shown = |column: &ColumnSpec| keys(column).iter().rev().find_map(at);
    let columns: Vec<(usize, Option<usize>)> =
        block.columns.iter().enumerate().map(|(number, column)| (number, shown(column))).collect();
    // The words of each depth must come in the order of the form.
    if !block_order(block, &at) {
        return Lines::Only(Vec::new());
    }
    Lines::Only(columns.into_iter().filter(|(_, place)| place.is_some()).map(|(number, _)| number).collect())
}

/// Whether the groups of each depth come in the order of the form.
fn block_order(block: &BlockSpec, at: &impl Fn(&String) -> Option<usize>) -> bool {
    let deepest = block.columns.iter().map(|column| column.under.len()).max().unwrap_or(0);
    (0..deepest).all(|depth| {
        let mut places: Vec<usize> =
            block.columns.iter().filter_map(|column| keys(column).get(depth).and_then(at)).collect();
        places.dedup();
        places.is_sorted()
    })
}

/// Whether the words of a head in lines stand in the order of the form, and are there.
pub(super) fn in_order(flow: &Flow, block: &BlockSpec, range: Range<usize>) -> bool {
    match lines_allow(flow, block, &names(block), range) {
        Lines::Only(columns) => columns.len() == block.columns.len(),
        Lines::Unknown => false,
    }
}
