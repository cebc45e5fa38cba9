//! Columns that number rows (行号, 代码), in grids and in lines: what stands in them is no value.

use super::flow::{Flow, Kind, Layout, Row};
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

/// The columns that number rows: by their heads, or because they count.
pub(crate) fn columns(flow: &Flow) -> Vec<Column> {
    let words = flow.words(&(0..flow.slots.len())).iter().copied();
    let heads = words.filter(|&slot| HEADS.contains(&flow.slots[slot].key()));
    let column = |slot: usize| match flow.layout(slot) {
        Layout::Grid(grid, _) => Some(Column { grid, from: flow.slots[slot].from, to: flow.slots[slot].to }),
        Layout::Line => None,
    };
    heads.filter_map(column).chain(counting(flow)).collect()
}

/// In fewer rows numbers may count by chance.
const ROWS: usize = 4;

/// The first columns of grids that count their rows from 0 or 1 without a gap, below a head that may be blank: programs
/// write out the index of a table (`0`, `1`, `2`).
fn counting(flow: &Flow) -> Vec<Column> {
    flow.rows.chunk_by(|row, next| row.layout == next.layout).filter_map(|rows| counted(flow, rows)).collect()
}

fn counted(flow: &Flow, rows: &[Row]) -> Option<Column> {
    let Layout::Grid(grid, _) = rows[0].layout else { return None };
    let first = |row: &Row| flow.slots[row.slots.clone()].first();
    let number = |row: &Row| first(row)?.text.trim().parse::<usize>().ok();
    let rows = if number(&rows[0]).is_none() { &rows[1..] } else { rows };
    let begins = number(rows.first()?).filter(|number| *number < 2 && rows.len() >= ROWS)?;
    let counts = rows.iter().enumerate().all(|(at, row)| number(row) == Some(begins + at));
    let cell = first(rows.last()?).filter(|_| counts)?;
    Some(Column { grid, from: cell.from, to: cell.to })
}

/// The numbers of rows in lines.
pub(crate) fn lines(flow: &Flow) -> BTreeSet<usize> {
    let mut numbers = below_head(flow);
    numbers.extend(counting_lines(flow));
    numbers
}

/// The numbers that begin lines one after the other and count them without a gap, most of them before words.
fn counting_lines(flow: &Flow) -> Vec<usize> {
    let visible =
        |row: &&Row| flow.slots[row.slots.clone()].iter().any(|slot| !matches!(slot.kind, Kind::Empty { .. }));
    let begins = |row: &Row| {
        let first = row.slots.start;
        let number = flow.slots.get(first).filter(|slot| slot.kind == Kind::Value && row.slots.len() > 1)?;
        number.text.trim().parse::<usize>().ok().map(|number| (first, number))
    };
    let lines = flow.rows.iter().filter(|row| row.layout == Layout::Line).filter(visible).map(begins);
    let lines: Vec<Option<(usize, usize)>> = lines.collect();
    let follows = |line: &Option<(usize, usize)>, next: &Option<(usize, usize)>| {
        line.zip(*next).is_some_and(|((_, number), (_, next))| number + 1 == next)
    };
    let mut numbers = Vec::new();
    for run in lines.chunk_by(follows) {
        let run: Vec<usize> = run.iter().flatten().map(|(slot, _)| *slot).collect();
        let before_words = run.iter().filter(|&&slot| flow.slots[slot + 1].kind == Kind::Words).count();
        if before_words >= ROWS && before_words * 2 > run.len() {
            numbers.extend(run);
        }
    }
    numbers
}

/// The numbers of rows in lines below the head of such a column: each stands right before words, first on its line, and is
/// one more than that before it, or begins anew.
fn below_head(flow: &Flow) -> BTreeSet<usize> {
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
