//! Columns of a grid that number its rows (行号, 代码): what stands in them is no value.

use super::flow::{Flow, Layout};

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

impl Column {
    /// Whether a slot stands in the column.
    pub fn holds(&self, flow: &Flow, slot: usize) -> bool {
        let cell = &flow.slots[slot];
        matches!(flow.layout(slot), Layout::Grid(grid, _) if grid == self.grid)
            && self.from <= cell.from
            && cell.from < self.to
    }
}
