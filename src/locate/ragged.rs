//! Rows that another tool wrote with tabs or pipes -> columns. Merged labels became an unknown number of empty cells there, so
//! the rows of one depth must agree with each other.

use super::axis::{Crowded, Judge, Placed, by_place, grid_of, is_ragged};
use super::flow::{Flow, Kind, Layout};
use super::head::Head;
use super::proof::Proof;
use super::rows::RowFound;
use super::shifted;
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

/// What the rows of a block say of each other.
pub(super) struct Ragged<'s> {
    rows: &'s [&'s RowFound],
    columns: usize,
    /// The length that most rows of a depth have.
    usual: BTreeMap<u8, usize>,
    /// Some rows are shorter than the form has columns, so cells get lost.
    lossy: bool,
    /// Where the values begin in rows in which only one reading is possible, by depth and length.
    starts: Starts,
    /// Totals are printed, and hold, in several rows: where they do not, a cell was lost.
    totals: bool,
    crowded: Crowded<'s>,
    /// Blank cells stand between the columns: the values of a row reach over more cells than the form has columns.
    spaced: bool,
    /// The totals stand one column before their head.
    moved: OnceCell<bool>,
    /// What the sums say.
    judge: Judge<'s>,
}

type Starts = BTreeMap<(u8, usize), Option<usize>>;

impl<'s> Ragged<'s> {
    pub fn new(flow: &Flow, rows: &'s [&'s RowFound], columns: usize, judge: Judge<'s>) -> Self {
        let certain = |row: &&&RowFound| is_ragged(flow, row).then(|| only_proof(flow, row, columns, judge)).flatten();
        let proofs: Vec<Proof> = rows.iter().filter_map(|row| certain(&row)).collect();
        let count = |wanted: Proof| proofs.iter().filter(|proof| **proof == wanted).count();
        Ragged {
            rows,
            columns,
            usual: usual_lengths(flow, rows),
            lossy: rows.iter().any(|row| is_ragged(flow, row) && row.cells.len() < columns),
            starts: settled_starts(flow, rows, columns),
            totals: count(Proof::Holds) >= 2 && count(Proof::Unjudged) == 0,
            crowded: Crowded::new(flow, rows, columns),
            spaced: are_spaced(flow, rows, columns),
            moved: OnceCell::new(),
            judge,
        }
    }

    /// Whether a row is as long as others of its depth.
    fn is_usual(&self, row: &RowFound) -> bool {
        self.usual.get(&row.depth).is_none_or(|&length| length == row.cells.len())
    }

    /// A row of cells whose columns are not known: the values are a window of it, as wide as the form.
    pub fn place(&self, flow: &Flow, row: &RowFound, head: &Head) -> Placed {
        let columns = self.columns;
        let filled = row.filled(flow);
        if head.permuted || head.disordered {
            return Placed::Unknown;
        }
        let shifted = is_moved(flow, self.rows, row) || lacks_a_cell(flow, row, head);
        let under_head = if shifted { None } else { under_head(flow, row, head) };
        match &under_head {
            Some(_) if filled.len() != columns && self.is_beside_its_columns(flow, row, head) => {
                return Placed::Unknown;
            }
            // The tool wrote merged areas out, so it wrote every place.
            Some(slots) if filled.len() != columns || is_written_out(flow, head) => {
                return Placed::Columns { slots: slots.clone(), sure: true };
            }
            // A remark in a column of its own fills the place of a blank.
            Some(slots) if filled.iter().any(|slot| !slots.contains(&Some(*slot))) => return Placed::Unknown,
            None if self.is_shifted(flow, row) => return Placed::Unknown,
            None if filled.len() == columns && overflows(flow, row, head) => return Placed::Unknown,
            _ if filled.len() == columns && !is_written_out(flow, head) => return Placed::sure(filled),
            _ => {}
        }
        let unlabelled = row.label.is_none() && row.cells.len() != columns;
        if lacks_a_column(flow, row, head) || is_spread(flow, row, head) {
            return Placed::Unknown;
        }
        if self.spaced || is_written_out(flow, head) || unlabelled || lacks_a_cell(flow, row, head) {
            return Placed::Unknown;
        }
        let windows = windows(flow, row, columns);
        let slots = |start: usize| -> Vec<Option<usize>> {
            row.cells[start..start + columns].iter().copied().map(Some).collect()
        };
        let certain = self.starts.values().flatten().count() >= 2;
        let start = match windows[..] {
            [] => None,
            [only] if self.is_usual(row) && !self.lossy && !self.is_contradicted(row) => Some((only, certain)),
            _ if self.lossy => None,
            _ => self
                .by_neighbours(row)
                .filter(|start| {
                    let proof = (self.judge)(row, &slots(*start));
                    let shown = matches!(proof, Proof::Holds | Proof::Trivial) || !self.totals && proof != Proof::Fails;
                    windows.contains(start) && self.is_usual(row) && shown
                })
                .map(|start| (start, certain))
                .or_else(|| {
                    self.by_sums(&windows, |start| (self.judge)(row, &slots(start))).map(|start| (start, false))
                }),
        };
        match start {
            Some((start, sure)) => Placed::Columns { slots: slots(start), sure },
            None => Placed::Unknown,
        }
    }

    /// Whether the values of a row, which are fewer than columns, stand under other labels than their own: with a cell of a
    /// group they moved, or a column was lost before its head.
    fn is_beside_its_columns(&self, flow: &Flow, row: &RowFound, head: &Head) -> bool {
        let totals_before = || shifted::have_totals_before_their_head(flow, self.rows, head, self.judge);
        shifted::is_shifted(flow, self.rows, row, head, self.judge) || *self.moved.get_or_init(totals_before)
    }

    /// Whether the number of values of a row does not tell their columns.
    pub fn is_shifted(&self, flow: &Flow, row: &RowFound) -> bool {
        let values = || row.filled(flow).into_iter().map(Some).collect::<Vec<_>>();
        self.crowded.is_shifted(flow, row, || (self.judge)(row, &values()) == Proof::Holds)
    }

    /// Whether rows of the same shape have their values in different places: some of them have a cell too many.
    fn is_contradicted(&self, row: &RowFound) -> bool {
        self.starts.get(&(row.depth, row.cells.len())) == Some(&None)
    }

    /// Where the values begin in rows of the same shape, or in all rows.
    fn by_neighbours(&self, row: &RowFound) -> Option<usize> {
        let of_shape = self.starts.get(&(row.depth, row.cells.len())).copied().flatten();
        of_shape.or_else(|| self.at_end(row))
    }

    /// The only beginning for which the sums hold.
    fn by_sums(&self, windows: &[usize], judge: impl Fn(usize) -> Proof) -> Option<usize> {
        let mut holding = windows.iter().copied().filter(|&start| judge(start) == Proof::Holds);
        let only = holding.next()?;
        (holding.next().is_none() && !self.lossy).then_some(only)
    }

    /// Every row with one possible reading has its values at its end: then so has this one, where rows of its depth are as
    /// long. A row that is longer may have been shifted.
    fn at_end(&self, row: &RowFound) -> Option<usize> {
        let settled: Vec<(usize, usize)> =
            self.starts.iter().filter_map(|(&(_, n), &start)| Some((n, start?))).collect();
        let always = settled.len() >= 2 && settled.iter().all(|&(n, start)| start + self.columns == n);
        let shifted = self.starts.keys().any(|&(depth, n)| depth == row.depth && n != row.cells.len());
        (always && !shifted).then(|| row.cells.len() - self.columns)
    }
}

/// Whether the values of several rows, or of one of a few, reach over more cells than the form has columns, though there are
/// no more of them.
fn are_spaced(flow: &Flow, rows: &[&RowFound], columns: usize) -> bool {
    let reach = |row: &&&RowFound| {
        let value = |at: &usize| flow.slots[row.cells[*at]].kind == Kind::Value;
        let mut values = (0..row.cells.len()).filter(value);
        let (first, count) = (values.next()?, values.clone().count() + 1);
        (count <= columns).then(|| values.next_back().unwrap_or(first) + 1 - first)
    };
    let reaches: Vec<usize> = rows.iter().filter(|row| is_ragged(flow, row)).filter_map(|row| reach(&row)).collect();
    let wide = reaches.iter().filter(|&&reach| reach > columns).count();
    wide > 0 && wide * 4 >= reaches.len()
}

/// What the sums say of a row that allows one reading only; `None` where it allows more, or holds nothing.
fn only_proof(flow: &Flow, row: &RowFound, columns: usize, judge: Judge<'_>) -> Option<Proof> {
    let windows = windows(flow, row, columns);
    let [only] = windows[..] else { return None };
    let slots: Vec<Option<usize>> = row.cells[only..only + columns].iter().copied().map(Some).collect();
    row.shows_something(flow).then(|| judge(row, &slots))
}

/// Whether the label of a row stands farther left than that of another row of its depth in the same grid.
fn is_moved(flow: &Flow, rows: &[&RowFound], row: &RowFound) -> bool {
    let column = |row: &RowFound| row.label.as_ref().map(|label| flow.slots[label.first()].from);
    let beside = |other: &&&RowFound| other.depth == row.depth && grid_of(flow, other) == grid_of(flow, row);
    column(row) < rows.iter().filter(beside).filter_map(|other| column(other)).max()
}

/// Whether a row is shorter than the one row of its head: a cell was lost.
fn lacks_a_cell(flow: &Flow, row: &RowFound, head: &Head) -> bool {
    let rows: BTreeSet<usize> = head.slots(flow).iter().map(|&slot| flow.slots[slot].row).collect();
    let own = row.cells.first().map(|&slot| flow.slots[slot].row);
    match (rows.first(), own) {
        (Some(&only), Some(own)) if rows.len() == 1 => {
            flow.rows[only].layout == flow.rows[own].layout && flow.width(own) < flow.width(only)
        }
        _ => false,
    }
}

/// The words in the row of a grid that holds all labels of a head, from the first of them on, as far as they are known to be
/// over the cells of a row; none where the labels stand in several rows.
fn words_of_head(flow: &Flow, row: &RowFound, head: &Head) -> Option<Vec<usize>> {
    let slots = head.slots(flow);
    let (&first, grid) = (slots.first()?, grid_of(flow, row)?.0);
    let of = flow.slots[first].row;
    let same = slots.iter().all(|&slot| flow.slots[slot].row == of);
    let beside = matches!(flow.rows[of].layout, Layout::Grid(own, _) if own == grid);
    let from = flow.slots[*row.cells.first()?].from;
    let is_word = |&slot: &usize| flow.slots[slot].kind == Kind::Words && flow.slots[slot].from >= from;
    let words = flow.rows[of].slots.clone().filter(is_word);
    (same && beside).then(|| words.collect())
}

/// Whether the head names some columns, and holds no other words that may name the rest: it has fewer columns than the form.
fn lacks_a_column(flow: &Flow, row: &RowFound, head: &Head) -> bool {
    let some = !head.complete() && head.found.len() > 1;
    some && words_of_head(flow, row, head).is_some_and(|words| words.len() == head.found.len())
}

/// Whether blank places stand between the labels of a complete head: then its columns are no window of a row.
fn is_spread(flow: &Flow, row: &RowFound, head: &Head) -> bool {
    let words = || words_of_head(flow, row, head);
    head.complete()
        && words().is_some_and(|words| words.windows(2).any(|two| flow.slots[two[1]].from > flow.slots[two[0]].to))
}

/// Whether a row begins where the labels of its head do, all in one row, and holds something behind the last of them.
fn overflows(flow: &Flow, row: &RowFound, head: &Head) -> bool {
    let Some((grid, _)) = grid_of(flow, row).filter(|_| head.complete() && !is_written_out(flow, head)) else {
        return false;
    };
    let (Some(Some(first)), Some(Some(last))) = (head.places.first(), head.places.last()) else { return false };
    let slots = head.slots(flow);
    let in_one_row = slots.iter().all(|&slot| flow.slots[slot].row == flow.slots[slots[0]].row);
    let begins = row.cells.first().is_some_and(|&cell| flow.slots[cell].from == first.1);
    let behind = row.filled(flow).last().is_some_and(|&cell| flow.slots[cell].from >= last.2);
    in_one_row && first.0 == grid && last.0 == grid && begins && behind
}

/// Whether a label of the head stands in several places of a row.
fn is_written_out(flow: &Flow, head: &Head) -> bool {
    head.slots(flow).iter().any(|&slot| flow.slots[slot].to > flow.slots[slot].from + 1)
}

/// The cells at the positions of the labels, where head and row have equally many cells: the tool wrote every place. The head
/// may stand in the grid before, which a page ended: then each label must have its value.
fn under_head(flow: &Flow, row: &RowFound, head: &Head) -> Option<Vec<Option<usize>>> {
    let length = |slot: usize| flow.width(flow.slots[slot].row);
    let head_rows: Vec<usize> = head.slots(flow).iter().map(|&slot| length(slot)).collect();
    let own = length(*row.cells.first()?);
    if !head.complete() || head_rows.iter().any(|&n| n != own) {
        return None;
    }
    by_place(flow, row, head).or_else(|| {
        // Only blanks may stand beside the labelled places.
        let (grid, _) = grid_of(flow, row)?;
        let (of, ..) = head.places.first().copied().flatten()?;
        let at = |place: &Option<(usize, usize, usize)>| place.filter(|p| p.0 == of).map(|p| p.1);
        let wanted: Vec<usize> = head.places.iter().map(at).collect::<Option<_>>()?;
        let cell = |column: &usize| row.cells.iter().copied().find(|&slot| flow.slots[slot].from == *column);
        let placed: Vec<Option<usize>> = wanted.iter().map(cell).collect();
        let filled = row.filled(flow);
        let whole = of == grid || filled.len() == wanted.len();
        (whole && filled.iter().all(|slot| placed.contains(&Some(*slot)))).then_some(placed)
    })
}

/// The starts of the windows that hold all filled cells of a row.
fn windows(flow: &Flow, row: &RowFound, columns: usize) -> Vec<usize> {
    let filled = |at: usize| !matches!(flow.slots[row.cells[at]].kind, Kind::Empty { .. });
    let all: Vec<usize> = (0..row.cells.len()).filter(|&at| filled(at)).collect();
    let (Some(&first), Some(&last)) = (all.first(), all.last()) else { return Vec::new() };
    let most = match row.cells.len().checked_sub(columns) {
        Some(most) => most,
        None => return Vec::new(),
    };
    (0..=most).filter(|&start| start <= first && last < start + columns).collect()
}

/// The length that most rows of a depth have, if at least two share it.
fn usual_lengths(flow: &Flow, rows: &[&RowFound]) -> BTreeMap<u8, usize> {
    let mut counts: BTreeMap<u8, BTreeMap<usize, usize>> = BTreeMap::new();
    for row in rows.iter().filter(|row| is_ragged(flow, row)) {
        *counts.entry(row.depth).or_default().entry(row.cells.len()).or_default() += 1;
    }
    let most = |(depth, counts): (u8, BTreeMap<usize, usize>)| {
        let (length, times) = counts.into_iter().max_by_key(|&(_, times)| times)?;
        (times >= 2).then_some((depth, length))
    };
    counts.into_iter().filter_map(most).collect()
}

/// Where values begin, from the rows that allow one reading only; `None` where such rows contradict each other.
fn settled_starts(flow: &Flow, rows: &[&RowFound], columns: usize) -> Starts {
    let mut starts = Starts::new();
    for row in rows.iter().filter(|row| is_ragged(flow, row)) {
        let windows = windows(flow, row, columns);
        if let [start] = windows[..] {
            let known = starts.entry((row.depth, row.cells.len())).or_insert(Some(start));
            if *known != Some(start) {
                *known = None;
            }
        }
    }
    starts
}
