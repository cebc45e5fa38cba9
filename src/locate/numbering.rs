//! Columns that number rows (行号, 代码), in grids and in lines: what stands in them is no value.

use super::flow::{Flow, Kind, Layout};
use std::collections::BTreeSet;

/// Words over a column of numbers that belong to the form, not to the agency.
const HEADS: &[&str] = &["行号", "行次", "序号", "编号", "编码", "代码", "指标代码", "项目编号"];

/// A column of a grid, from its first place to the one behind its last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Column {
    grid: usize,
    from: usize,
    to: usize,
}

/// The columns that number rows.
pub(crate) fn columns(flow: &Flow) -> Vec<Column> {
    let words = flow.words(&(0..flow.slots.len())).iter().copied();
    let heads = words.filter(|&slot| HEADS.contains(&flow.slots[slot].key()));
    let column = |slot: usize| match flow.layout(slot) {
        Layout::Grid(grid, _) => Some(Column { grid, from: flow.slots[slot].from, to: flow.slots[slot].to }),
        Layout::Line => None,
    };
    heads.filter_map(column).collect()
}

/// The numbers of rows in lines below the head of such a column: each stands right before words, first on its line, and is
/// one more than that before it, or begins anew.
pub(crate) fn lines(flow: &Flow) -> BTreeSet<usize> {
    let words = flow.words(&(0..flow.slots.len())).iter().copied();
    let head = |&slot: &usize| flow.layout(slot) == Layout::Line && HEADS.contains(&flow.slots[slot].key());
    let Some(first) = words.filter(head).min() else { return BTreeSet::new() };
    let mut numbers = BTreeSet::new();
    let mut last = 0;
    for slot in first..flow.slots.len().saturating_sub(1) {
        let (own, next) = (&flow.slots[slot], &flow.slots[slot + 1]);
        let line = flow.rows[own.row].slots.clone();
        let before = own.kind == Kind::Value && next.kind == Kind::Words && slot == line.start;
        let apart = next.row == own.row || line.len() == 1;
        let Some(number) = own.text.trim().parse::<u32>().ok().filter(|_| before && apart) else { continue };
        if number == 1 || number == last + 1 {
            numbers.insert(slot);
            last = number;
        }
    }
    numbers
}

impl Column {
    /// Whether a slot stands in the column.
    pub fn holds(&self, flow: &Flow, slot: usize) -> bool {
        let cell = &flow.slots[slot];
        matches!(flow.layout(slot), Layout::Grid(grid, _) if grid == self.grid)
            && self.from <= cell.from
            && cell.from < self.to
    }
}
