//! A grid that sets rows and columns another way than the form: transposed, or groups as rows over shared columns.
//!
//! Each value then is told by the labels left of it and above it. A block is read so only where every figure of it has
//! exactly one cell: the words cross nowhere else.

use super::axis::Placed;
use super::flow::{Flow, Kind, Layout};
use super::lexicon::{BlockKeys, Lexicon, TableLexicon};
use super::rows::RowFound;
use super::table::{self, RowPlaced, TableFound};
use super::times::Times;
use crate::document::Drawing;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// As many cells as such a grid has at most.
const MOST: usize = 1000;

/// Places the blocks of a table whose rows are found without cells, or not at all, where their labels cross.
pub(crate) fn complete(flow: &Flow, of_form: &'static TableLexicon, lexicon: &'static Lexicon, table: &mut TableFound) {
    let mut grids = None;
    for (number, block) in of_form.spec.blocks.iter().enumerate() {
        let again = table.again.iter().any(|row| row.found.block == number);
        let own = || table.rows.iter().filter(|row| row.found.block == number);
        let placed = own().next().is_some() && own().all(|row| row.placed != Placed::Unknown);
        if placed || again || own().any(|row| matches!(row.placed, Placed::Columns { .. })) {
            continue;
        }
        let grids = grids.get_or_insert_with(|| self::grids(flow)).iter();
        let mut crossed = grids.filter_map(|grid| crossed(flow, &of_form.keys[number], grid));
        let Some((extent, first)) = crossed.next() else { continue };
        let found = Rc::new(table::block_found(flow, of_form, lexicon.template, number, extent.0..extent.0));
        let placed = |rows: Vec<Vec<usize>>| {
            let row = |(row, slots): (usize, Vec<usize>)| RowPlaced {
                block: found.clone(),
                found: RowFound::unlabelled(number, row, 0..slots.len(), slots.clone(), block.rows[row].depth),
                placed: Placed::sure(slots),
            };
            rows.into_iter().enumerate().map(row).collect::<Vec<_>>()
        };
        table.rows.retain(|row| row.found.block != number);
        table.rows.extend(placed(first));
        table.again.extend(crossed.flat_map(|(_, rows)| placed(rows)));
        table.labels = table.labels.max(block.rows.len() * block.columns.len());
        let (from, to) = table.extent.unwrap_or(extent);
        table.extent = Some((from.min(extent.0), to.max(extent.1)));
    }
}

/// The slots of each grid that is small enough, by its rows.
fn grids(flow: &Flow) -> Vec<Vec<Vec<usize>>> {
    let mut grids: BTreeMap<usize, Vec<Vec<usize>>> = BTreeMap::new();
    for row in &flow.rows {
        // A row that lost a cell shows its values under the wrong words, unless the cells tell their places.
        if let Layout::Grid(grid, Drawing::Spans | Drawing::Places) = row.layout {
            grids.entry(grid).or_default().push(row.slots.clone().collect());
        }
    }
    let cells = |grid: &Vec<Vec<usize>>| grid.iter().map(Vec::len).sum::<usize>();
    grids.into_values().filter(|grid| cells(grid) <= MOST).collect()
}

/// The first and last slot of a grid, and the slots of a block's rows in it.
type Crossed = ((usize, usize), Vec<Vec<usize>>);

/// The slot of every figure of a block, row by row, with the first and last slot of the grid.
fn crossed(flow: &Flow, block: &BlockKeys, grid: &[Vec<usize>]) -> Option<Crossed> {
    let mut slots = grid.iter().flatten().map(|&slot| &flow.slots[slot]);
    let last = block.columns.last()?;
    if !slots.any(|slot| slot.kind == Kind::Words && last.iter().any(|key| slot.key().ends_with(key.as_str()))) {
        return None;
    }
    let times = Times::new(flow, grid.iter().flatten().copied());
    let mut found: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for (at, row) in grid.iter().enumerate() {
        for &slot in row.iter().filter(|&&slot| matches!(flow.slots[slot].kind, Kind::Value | Kind::Empty { .. })) {
            let words = words_of(flow, grid, at, slot);
            if words.iter().any(|word| times.are_other(word)) {
                continue;
            }
            let Some(figure) = figure(block, &words) else {
                let shifted = flow.slots[slot].kind == Kind::Value || is_beyond(flow, &grid[..at], slot);
                if shifted && row_of(block, &words).is_some() {
                    // A cell of this row stands under no column: the row may be shifted.
                    return None;
                }
                continue;
            };
            if found.insert(figure, slot).is_some() {
                return None;
            }
        }
    }
    let row = |row: usize| (0..block.columns.len()).map(|column| found.get(&(row, column)).copied()).collect();
    let rows: Vec<Vec<usize>> = (0..block.rows.len()).map(row).collect::<Option<_>>()?;
    let ends = (*grid.first()?.first()?, *grid.last()?.last()?);
    Some((ends, rows))
}

/// Whether a cell stands beyond all rows above it.
fn is_beyond(flow: &Flow, above: &[Vec<usize>], slot: usize) -> bool {
    let end = above.iter().flatten().map(|&slot| flow.slots[slot].to).max();
    end.is_some_and(|end| end <= flow.slots[slot].from)
}

/// The words left of a cell and above it, cells that reach over several rows included.
fn words_of<'f>(flow: &'f Flow, grid: &[Vec<usize>], row: usize, slot: usize) -> Vec<&'f str> {
    let from = flow.slots[slot].from;
    let over = |column: usize, row: usize| {
        let covers = |slot: &&usize| flow.slots[**slot].from <= column && column < flow.slots[**slot].to;
        grid[row].iter().find(covers).copied()
    };
    // What covers a place is the nearest cell above that reaches over its column.
    let left = (0..from).filter_map(|column| (0..=row).rev().find_map(|row| over(column, row)));
    let above = (0..row).filter_map(|row| over(from, row));
    let slots: BTreeSet<usize> = left.chain(above).filter(|&slot| flow.slots[slot].kind == Kind::Words).collect();
    slots.into_iter().map(|slot| flow.slots[slot].key()).collect()
}

/// The only figure of a block that the words name.
fn figure(block: &BlockKeys, words: &[&str]) -> Option<(usize, usize)> {
    let row = row_of(block, words)?;
    let parts = parts(block, words);
    let mut columns = (0..block.columns.len()).filter(|&column| names_column(block, column, &parts));
    let (column, None) = (columns.next()?, columns.next()) else { return None };
    Some((row, column))
}

/// The only row of a block that the words name.
fn row_of(block: &BlockKeys, words: &[&str]) -> Option<usize> {
    let named = |keys: &Vec<String>| keys.is_empty() || words.iter().any(|word| keys.iter().any(|key| key == word));
    let mut rows = (0..block.rows.len()).filter(|&row| named(&block.rows[row]));
    let row = rows.next()?;
    rows.next().is_none().then_some(row)
}

/// The words, each divided where it begins with groups: a word may be a label with its groups before it.
fn parts<'w>(block: &BlockKeys, words: &[&'w str]) -> Vec<&'w str> {
    let mut parts = Vec::new();
    for word in words {
        let mut rest = *word;
        let starts = |rest: &str| {
            let keys = block.groups.iter().flatten().flatten();
            keys.filter(|key| rest.len() > key.len() && rest.starts_with(key.as_str())).map(|key| key.len()).max()
        };
        while let Some(end) = starts(rest) {
            parts.push(&rest[..end]);
            rest = &rest[end..];
        }
        parts.push(rest);
    }
    parts
}

/// Whether the parts hold the label of a column and its innermost group, and no group of other columns.
fn names_column(block: &BlockKeys, column: usize, parts: &[&str]) -> bool {
    let has = |keys: &Vec<String>| parts.iter().any(|part| keys.iter().any(|key| key == part));
    let own = &block.groups[column];
    has(&block.columns[column])
        && own.last().is_none_or(has)
        && !block.groups.iter().flatten().filter(|group| !own.contains(group)).any(has)
}
