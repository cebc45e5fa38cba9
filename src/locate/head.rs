//! The head of a block: which columns it names, and where they stand.

use super::flow::{Flow, Layout, Slot};
use super::governed::{self, Governed};
use super::index::Index;
use super::keys::Keys;
use super::label::{self, Candidate};
use super::lexicon::{BlockKeys, TableLexicon};
use crate::document::Drawing;
use crate::template::BlockSpec;
use crate::text::quantity;
use std::cell::OnceCell;
use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::ops::Range;

/// Where a column's label stands: the grid, and its columns there, from and to.
pub(crate) type ColumnPlace = (usize, usize, usize);

/// A head as found.
#[derive(Clone, Debug, Default)]
pub(crate) struct Head {
    /// For each column of the form, where its label stands in a grid.
    pub places: Vec<Option<ColumnPlace>>,
    /// How often the label of each column is written side by side on its line: a tool wrote a merged area out.
    pub times: Vec<usize>,
    /// The columns whose labels were found, in reading order.
    pub found: Vec<usize>,
    /// The last slot of each of these labels.
    pub last_slots: Vec<usize>,
    /// Every column has its label somewhere in the head, if not in order.
    pub named: bool,
    /// The columns stand in another order than the form's: only places tell them.
    pub permuted: bool,
    /// Labels of one row of the head stand in another order than the form's, and not all columns are told: order tells
    /// nothing.
    pub disordered: bool,
    /// The slots of its labels.
    pub labels: Vec<usize>,
    /// Where its other words stand, and which they are.
    pub words: (Range<usize>, Option<&'static Keys>),
    /// The slots that make up the head. Only grids are asked for them.
    pub slots: OnceCell<Vec<usize>>,
    /// Labels that differ from the form: the slot and the column.
    pub near: Vec<(usize, usize)>,
    /// The units of money that the labels state, by column.
    pub money: OnceCell<Vec<Option<&'static str>>>,
}

impl Head {
    /// Whether every column was found.
    pub fn complete(&self) -> bool {
        self.found.len() == self.places.len()
    }

    /// The unit of money that the label of a column states.
    pub fn stated_money(&self, flow: &Flow, column: usize) -> Option<&'static str> {
        let stated = |column: usize| {
            let at = self.found.iter().position(|&found| found == column)?;
            quantity::stated_money(flow.slots[self.last_slots[at]].text)
        };
        let all = self.money.get_or_init(|| (0..self.places.len()).map(stated).collect());
        all.get(column).copied().flatten()
    }

    /// The slots that make up the head, ascending.
    pub fn slots(&self, flow: &Flow) -> &[usize] {
        self.slots.get_or_init(|| {
            let (range, known) = &self.words;
            let is_known = |slot: &&usize| known.is_some_and(|known| known.contains(flow.slots[**slot].key()));
            let words = flow.words(range).iter().filter(is_known);
            let mut slots: Vec<usize> = self.labels.iter().chain(words).copied().collect();
            slots.sort_unstable();
            slots
        })
    }
}

/// Reads the head of `block` from the words in `range`.
pub(crate) fn read(flow: &Flow, table: &'static TableLexicon, block: usize, range: Range<usize>) -> Head {
    let spec = &table.spec.blocks[block];
    let columns = spec.columns.len();
    let (all, _) = label::candidates(flow, range.clone(), &table.columns[block]);
    let keys = &table.keys[block];
    let Governed { candidates, known, words_in_order } = governed::govern(flow, keys, range.clone(), all.clone());
    let mut groups = broken_group_words(flow, &range, keys);
    let disordered = match keys.repeats {
        true => {
            is_disordered(flow, &candidates, &groups, spec) || are_exchanged(flow, &range, keys, &table.columns[block])
        }
        false => {
            groups.extend(group_words(flow, &range, keys));
            is_disordered(flow, &candidates, &groups, spec)
        }
    };
    let named = (0..columns).all(|column| candidates.iter().any(|found| found.entry == column));
    let mut head = Head {
        places: vec![None; columns],
        times: vec![1; columns],
        found: Vec::with_capacity(columns),
        last_slots: Vec::with_capacity(columns),
        labels: Vec::with_capacity(columns),
        named,
        ..Head::default()
    };
    let chosen = match permuted(flow, &candidates, keys) {
        Some(chosen) => {
            head.permuted = true;
            chosen
        }
        None => in_one_grid(flow, &candidates, columns)
            .unwrap_or_else(|| label::chain(&in_reading_order(flow, candidates, table, block))),
    };
    head.disordered = disordered && !head.permuted;
    // Labels that several groups share tell a column only where all of them are there, or their group is known.
    let told = known || chosen.len() == columns;
    let chosen = if told { chosen } else { Vec::new() };
    let in_order = (chosen.len() < columns && words_in_order).then(|| by_words(keys, &all)).flatten();
    let (chosen, drawn) = match in_order {
        Some(in_order) => (in_order, false),
        None => (chosen, true),
    };
    for found in &chosen {
        head.places[found.entry] = grid_place(flow, found).filter(|_| drawn);
        head.times[found.entry] = times(flow, found);
        head.labels.extend(found.slots.iter());
        head.found.push(found.entry);
        head.last_slots.push(found.last());
        if found.near {
            head.near.push((found.first(), found.entry));
        }
    }
    head.words = (range, Some(&table.head_words));
    head
}

/// The head of repeating labels by the order of its words alone, where the words of the groups are in order and every
/// column has its label: its grid lies about its places.
fn by_words(keys: &BlockKeys, all: &[Candidate]) -> Option<Vec<Candidate>> {
    let chain = label::chain(all);
    (chain.len() == keys.columns.len()).then_some(chain)
}

/// Whether exact labels within one row stand in another order than the form's; in lines, where each label may have its own,
/// within the whole head. A column that spans the rows of a head is printed before those of the row below, but after
/// those of its own.
fn is_disordered(flow: &Flow, candidates: &[Candidate], groups: &[(usize, usize)], block: &BlockSpec) -> bool {
    let last = block.columns.len() - 1;
    let depth = |entry: usize| block.columns[entry].under.len();
    let spans = block.columns.iter().any(|column| column.under.len() > depth(last));
    let shared =
        |found: &Candidate| candidates.iter().any(|other| other.first() == found.first() && other.entry != found.entry);
    let firsts: BTreeSet<usize> = candidates.iter().map(Candidate::first).collect();
    let lines: BTreeSet<usize> = firsts.iter().map(|&slot| flow.slots[slot].row).collect();
    let one_a_line = lines.len() == firsts.len();
    let row = |slot: usize| match flow.layout(slot) {
        Layout::Line if one_a_line => usize::MAX,
        _ => flow.slots[slot].row,
    };
    let mut exact: Vec<(usize, usize, usize)> = candidates
        .iter()
        .filter(|found| !found.near && !shared(found))
        .map(|found| (row(found.first()), found.first(), found.entry))
        .collect();
    exact.extend(groups.iter().map(|&(slot, entry)| (row(slot), slot, entry)));
    exact.sort_unstable();
    exact.dedup();
    let ordered = |row: &[(usize, usize, usize)], keep: &dyn Fn(usize) -> bool| {
        row.iter().filter(|label| keep(label.2)).is_sorted_by_key(|label| label.2)
    };
    exact.chunk_by(|a, b| a.0 == b.0).any(|row| {
        let deep = |entry: usize| !(spans && entry == last);
        let shallow =
            |label: &&(usize, usize, usize)| depth(label.2) == depth(last) || groups.contains(&(label.1, label.2));
        !ordered(row, &deep) || spans && !row.iter().filter(shallow).is_sorted_by_key(|label| label.2)
    })
}

/// The words of groups in a head, each with the first column below it. A group stands where its columns do.
fn group_words(flow: &Flow, range: &Range<usize>, keys: &BlockKeys) -> Vec<(usize, usize)> {
    let first = |slot: &usize| {
        let key = flow.slots[*slot].key();
        let own = keys.inner.iter().find(|(group, _)| group.iter().any(|word| word == key));
        own.map(|(_, column)| (*slot, *column))
    };
    flow.words(range).iter().filter_map(first).collect()
}

/// The beginnings of the words of groups that a narrow column broke over lines (复议后起, with 诉 below), each with the first
/// column below its group.
fn broken_group_words(flow: &Flow, range: &Range<usize>, keys: &BlockKeys) -> Vec<(usize, usize)> {
    let begins = |group: &[String], key: &str| group.iter().any(|word| word.len() > key.len() && word.starts_with(key));
    let first = |slot: &usize| {
        let key = flow.slots[*slot].key();
        if flow.layout(*slot) != Layout::Line || flow.slots[*slot].key_length() < 3 {
            return None;
        }
        let mut own = keys.inner.iter().filter(|(group, _)| begins(group, key));
        let (_, first) = own.next()?;
        own.next().is_none().then_some((*slot, *first))
    };
    flow.words(range).iter().filter_map(first).collect()
}

/// Whether labels that repeat stand in lines in another order than the form's, and all of them are there.
fn are_exchanged(flow: &Flow, range: &Range<usize>, keys: &BlockKeys, columns: &Index) -> bool {
    // 总计 stands in other tables too.
    let told = |key: &str| key.chars().count() > 2;
    let known = |key: &str| columns.find(key).0.first().map(|form| form.entry).filter(|_| told(key));
    let in_lines = |slot: &&usize| matches!(flow.layout(**slot), Layout::Line | Layout::Grid(_, Drawing::Rows));
    let words = flow.words(range).iter().filter(in_lines);
    // Of columns with the same label the first stands for all.
    let of_form: Vec<usize> = keys.columns.iter().filter_map(|column| known(column.first()?)).collect();
    let found: Vec<usize> = words.filter_map(|&slot| known(flow.slots[slot].key())).take(of_form.len()).collect();
    let sorted = |mut columns: Vec<usize>| {
        columns.sort_unstable();
        columns
    };
    found != of_form && sorted(found) == sorted(of_form)
}

/// How often a label of one word stands side by side on its line.
fn times(flow: &Flow, found: &Candidate) -> usize {
    let first = found.first();
    let slot = &flow.slots[first];
    let same = |other: &&super::flow::Slot| other.row == slot.row && other.key() == slot.key();
    match flow.layout(first) {
        Layout::Line if found.slots.len() == 1 => flow.slots[first..].iter().take_while(same).count(),
        _ => 1,
    }
}

/// The head as one grid shows it, where one does so all but completely: labels elsewhere are not of this head. From left to right,
/// the lowest row that names a column counts, since a merged area that was written out repeats its text below itself.
fn in_one_grid(flow: &Flow, candidates: &[Candidate], columns: usize) -> Option<Vec<Candidate>> {
    let grids: BTreeSet<usize> = candidates.iter().filter_map(|c| grid_place(flow, c)).map(|place| place.0).collect();
    let of_grid = |grid: usize| {
        let own = candidates.iter().filter_map(|c| Some((grid_place(flow, c).filter(|place| place.0 == grid)?.1, c)));
        let mut own: Vec<Candidate> = own.map(|(from, c)| Candidate { at: from, ..c.clone() }).collect();
        own.sort_by_key(|c| (c.at, c.entry, Reverse(c.first())));
        own.dedup_by_key(|c| (c.at, c.entry));
        label::chain(&own)
    };
    grids.into_iter().map(of_grid).find(|chain| chain.len() * 10 > columns * 7)
}

/// The candidates with their position as a reader sees the columns: from left to right within a grid. In lines, a column
/// that spans the rows of a head (总计 beside 法人或其他组织) is printed before the labels of the row below, though it
/// stands right of them.
fn in_reading_order(flow: &Flow, mut candidates: Vec<Candidate>, table: &TableLexicon, block: usize) -> Vec<Candidate> {
    let places: Vec<Option<ColumnPlace>> = candidates.iter().map(|c| grid_place(flow, c)).collect();
    let drawn = places.iter().flatten().next().is_some();
    let one_grid = drawn && places.iter().all(|p| p.map(|p| p.0) == places[0].map(|p| p.0));
    let columns = table.spec.blocks[block].columns;
    let last = columns.len() - 1;
    let shallow = columns.iter().any(|column| column.under.len() > columns[last].under.len());
    for (candidate, place) in candidates.iter_mut().zip(places) {
        match place {
            Some((_, from, _)) if one_grid => candidate.at = from,
            _ if shallow && candidate.entry == last => candidate.at += flow.slots.len(),
            _ => {}
        }
    }
    candidates.sort_by_key(|c| (c.at, c.entry));
    candidates
}

fn grid_place(flow: &Flow, found: &Candidate) -> Option<ColumnPlace> {
    let slot = &flow.slots[found.first()];
    match flow.layout(found.first()) {
        Layout::Grid(grid, _) => Some((grid, slot.from, slot.to)),
        Layout::Line => None,
    }
}

/// Whether the labels of each row of a head follow the order of the form: then not the columns are in another order, but
/// a row is shifted against those above it.
fn rows_in_order(flow: &Flow, labels: &[Candidate]) -> bool {
    let mut by_slot: Vec<(usize, usize, usize)> =
        labels.iter().map(|label| (flow.slots[label.first()].row, label.first(), label.entry)).collect();
    by_slot.sort_unstable();
    by_slot.chunk_by(|a, b| a.0 == b.0).all(|row| row.is_sorted_by_key(|label| label.2))
        && by_slot.iter().any(|label| label.0 != by_slot[0].0)
}

/// The labels of a head whose columns stand in another order than the form's: every label stands exactly once, in one
/// grid, and no two overlap.
fn permuted(flow: &Flow, candidates: &[Candidate], keys: &BlockKeys) -> Option<Vec<Candidate>> {
    let (columns, repeating) = (keys.columns.len(), keys.repeats);
    let single = |entry: usize| {
        let mut own = candidates.iter().filter(|c| c.entry == entry && !c.near && c.slots.len() == 1);
        let first = own.next()?;
        let shared = candidates.iter().filter(|c| c.first() == first.first()).count() > 1;
        (own.next().is_none() && !shared).then(|| first.clone())
    };
    let all: Vec<Candidate> = (0..columns).map(single).collect::<Option<_>>()?;
    let mut places: Vec<ColumnPlace> = all.iter().map(|c| grid_place(flow, c)).collect::<Option<_>>()?;
    let in_order = places.is_sorted();
    places.sort_unstable();
    let apart = places.windows(2).all(|pair| pair[0].0 == pair[1].0 && pair[0].2 <= pair[1].1);
    // Repeating labels are told by their groups, so that they may stand anywhere.
    (!in_order && apart && (repeating || !rows_in_order(flow, &all) || are_under_groups(flow, &all, keys)))
        .then_some(all)
}

/// Whether the labels whose group is printed stand under its words: then no row is shifted against those above it.
fn are_under_groups(flow: &Flow, labels: &[Candidate], keys: &BlockKeys) -> bool {
    let last = labels.iter().map(Candidate::first).max().unwrap_or(0);
    let first = flow.rows[..=flow.slots[last].row].iter().rposition(|row| row.layout != flow.layout(last));
    let head = flow.rows[first.map_or(0, |row| row + 1)].slots.start..last;
    let words = |label: &Candidate| {
        let group = keys.groups[label.entry].last()?;
        let mut words = flow.slots[head.clone()].iter().filter(|slot| group.iter().any(|key| key == slot.key()));
        Some((&flow.slots[label.first()], words.next()?))
    };
    let grouped: Vec<(&Slot, &Slot)> = labels.iter().filter_map(words).collect();
    let under =
        |(label, group): &(&Slot, &Slot)| group.row < label.row && group.from <= label.from && label.to <= group.to;
    grouped.len() > 1 && grouped.iter().all(under)
}
