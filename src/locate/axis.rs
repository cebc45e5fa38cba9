//! Rows of grids -> columns. Each cell of a row is given a column only where the evidence settles it.
//!
//! Two readings are compared: by place (the cell stands under the label) and by order (as many cells as columns). A grid
//! whose spans are wrong contradicts itself in one of them. Rows that another tool wrote with tabs or pipes tell no places,
//! see `ragged`.

use super::flow::{Flow, Kind, Layout, Slot};
use super::head::Head;
use super::printed;
use super::proof::Proof;
use super::ragged::Ragged;
use super::rows::RowFound;
use super::table::BlockFound;
use crate::document::Drawing;
use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::BTreeSet;

/// Where the values of a row belong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Placed {
    /// The slot of each column; `None` where the row has no cell for it. `sure` if two readings agree or no other is
    /// possible.
    Columns { slots: Vec<Option<usize>>, sure: bool },
    /// The row holds nothing visible.
    Blank,
    /// It cannot be known.
    Unknown,
}

impl Placed {
    /// Every column has its cell, beyond doubt.
    pub fn sure(slots: impl IntoIterator<Item = usize>) -> Self {
        Placed::Columns { slots: slots.into_iter().map(Some).collect(), sure: true }
    }
}

/// What the sums of the form say about values of a row in these columns.
pub(crate) type Judge<'j> = &'j dyn Fn(&RowFound, &[Option<usize>]) -> Proof;

/// Places the rows of one block that stand in grids. Rows that stand in lines are left `None`. The sums decide only where
/// the drawing allows two readings.
pub(crate) fn place(
    flow: &Flow,
    rows: &[&RowFound],
    block: &BlockFound,
    columns: usize,
    judge: Judge<'_>,
) -> Vec<Option<Placed>> {
    let head = &block.head;
    let ragged = Ragged::new(flow, rows, columns, judge);
    let readings: Vec<Readings> = rows.iter().map(|row| Readings::new(flow, row, columns)).collect();
    let order = order_rules(flow, rows, &readings, head, judge);
    let place = |(row, readings): (&&RowFound, &Readings)| {
        let (_, drawing) = grid_of(flow, row)?;
        if !row.shows_something(flow) {
            return Some(Placed::Blank);
        }
        Some(match drawing {
            _ if row.strayed || lies_across(flow, row, head) => Placed::Unknown,
            _ if block.twins(flow).are_a_set(flow, row, head) => Placed::Unknown,
            _ if block.twins(flow).lie_behind(flow, row, head) => Placed::Unknown,
            // Of two columns under one label each may hold the only value of a row.
            _ if ragged.is_shifted(flow, row) && readings.by_place(flow, row, head).is_none() => Placed::Unknown,
            Drawing::Spans if is_too_long(flow, row, readings, block, judge) => Placed::Unknown,
            Drawing::Spans | Drawing::Places => drawn(flow, row, readings, block, order),
            Drawing::Rows => ragged.place(flow, row, head),
        })
    };
    rows.iter().zip(&readings).map(place).collect()
}

/// Rows of a block with more values than columns of the form: there are other columns beside these, and a row with as many
/// values as columns may lack one of its own.
pub(super) struct Crowded<'s> {
    rows: &'s [&'s RowFound],
    columns: usize,
    surplus: Surplus,
}

impl<'s> Crowded<'s> {
    pub fn new(flow: &Flow, rows: &'s [&'s RowFound], columns: usize) -> Self {
        Crowded { rows, columns, surplus: Surplus::of(rows.iter().map(|row| (row.filled(flow).len(), columns))) }
    }

    /// Whether the number of values of a row does not tell their columns. A few rows with more prove nothing against sums
    /// that hold; but where a row has more cells than columns and a blank among its values, the sums may hold by another
    /// total.
    pub fn is_shifted(&self, flow: &Flow, row: &RowFound, holds: impl Fn() -> bool) -> bool {
        let more = row.cells.len() > self.columns;
        let some = || self.surplus.some() && more && !holds() || more && self.is_beside_columns(flow, row);
        let written = grid_of(flow, row).is_some_and(|(_, drawing)| drawing != Drawing::Places);
        row.filled(flow).len() == self.columns
            && (self.surplus.most() || some() || more && written && self.has_gap(flow, row))
    }

    /// Whether other rows as long have a value in each of their cells: then each is the place of a column, and a total may
    /// hold whichever of them is one too many.
    fn is_beside_columns(&self, flow: &Flow, row: &RowFound) -> bool {
        let length = row.cells.len();
        let full = |other: &&&RowFound| other.cells.len() == length && other.filled(flow).len() == length;
        self.rows.iter().filter(full).nth(1).is_some()
    }

    /// Whether a blank stands between the values of a row in a place where some other row as long has a value, or no other
    /// row tells.
    fn has_gap(&self, flow: &Flow, row: &RowFound) -> bool {
        let blank = |row: &RowFound, at: usize| matches!(flow.slots[row.cells[at]].kind, Kind::Empty { .. });
        let alike = || self.rows.iter().filter(|other| other.cells.len() == row.cells.len());
        let never_filled = |at: usize| alike().nth(1).is_some() && alike().all(|other| blank(other, at));
        let filled: Vec<usize> = (0..row.cells.len()).filter(|&at| !blank(row, at)).collect();
        let gaps = filled.windows(2).flat_map(|two| two[0] + 1..two[1]);
        gaps.into_iter().any(|at| !never_filled(at))
    }
}

/// How many of the rows that hold values have more of them than columns of the form: then there are other columns beside
/// these.
#[derive(Clone, Copy)]
pub(super) struct Surplus {
    more: usize,
    filled: usize,
}

impl Surplus {
    /// Of rows with so many values and columns each.
    pub fn of(rows: impl Iterator<Item = (usize, usize)>) -> Self {
        let (mut more, mut filled) = (0, 0);
        for (values, columns) in rows.filter(|(values, _)| *values > 0) {
            more += usize::from(values > columns);
            filled += 1;
        }
        Surplus { more, filled }
    }

    /// Several rows, or one of a few.
    pub fn some(self) -> bool {
        self.more > 0 && self.more * 4 >= self.filled
    }

    /// Most rows.
    pub fn most(self) -> bool {
        self.more >= SEVERAL && self.more * 2 > self.filled
    }
}

/// The two readings of a row: by order, and by place where it is asked for.
struct Readings {
    by_order: Option<Vec<usize>>,
    by_place: OnceCell<Option<Vec<Option<usize>>>>,
}

impl Readings {
    fn new(flow: &Flow, row: &RowFound, columns: usize) -> Self {
        Readings { by_order: by_order(flow, row, columns), by_place: OnceCell::new() }
    }

    fn by_place(&self, flow: &Flow, row: &RowFound, head: &Head) -> Option<&Vec<Option<usize>>> {
        self.by_place.get_or_init(|| by_place(flow, row, head)).as_ref()
    }
}

pub(super) fn grid_of(flow: &Flow, row: &RowFound) -> Option<(usize, Drawing)> {
    match flow.layout(*row.cells.first()?) {
        Layout::Grid(grid, drawing) => Some((grid, drawing)),
        Layout::Line => None,
    }
}

pub(super) fn is_ragged(flow: &Flow, row: &RowFound) -> bool {
    grid_of(flow, row).is_some_and(|(_, drawing)| drawing == Drawing::Rows)
}

/// A row of a grid whose cells state their spans or places. `order` says that the head lies about its places.
fn drawn(flow: &Flow, row: &RowFound, readings: &Readings, block: &BlockFound, order: bool) -> Placed {
    let head = &block.head;
    let by_labels = || match printed::by_labels(flow, row, block) {
        Some(slots) => Placed::Columns { slots, sure: true },
        None => Placed::Unknown,
    };
    let placed = |slots: &[Option<usize>], sure| Placed::Columns { slots: slots.to_vec(), sure };
    match (readings.by_place(flow, row, head), &readings.by_order) {
        (Some(by_place), _) if head.permuted => placed(by_place, true),
        (_, _) if head.permuted => Placed::Unknown,
        (_, Some(by_order)) if order || head.named && is_uniform(flow, row, by_order) => {
            Placed::sure(by_order.iter().copied())
        }
        (None, Some(by_order)) if head.disordered || is_misplaced(flow, row, head, by_order) => by_labels(),
        (Some(by_place), Some(by_order)) if contradict(by_place, by_order) => Placed::Unknown,
        // The values were written out with their labels, so their number says nothing.
        (Some(by_place), _) if is_written_out(flow, row, head) => placed(by_place, true),
        (None, Some(_)) if stands_apart(flow, row, head) => by_labels(),
        (_, Some(by_order)) => Placed::sure(by_order.iter().copied()),
        (Some(by_place), None) => placed(by_place, head.complete()),
        (None, None) => by_labels(),
    }
}

/// Whether a row reaches beyond all of its head with a blank cell, while another blank stands before its last value: which of
/// them is one too many is not known, unless the sums hold where the values stand.
fn is_too_long(flow: &Flow, row: &RowFound, readings: &Readings, block: &BlockFound, judge: Judge<'_>) -> bool {
    if row.cells.len() <= row.columns.len() {
        return false;
    }
    let blank = |slot: usize| matches!(flow.slots[slot].kind, Kind::Empty { .. });
    let width = block.head.last_slots.iter().map(|&slot| flow.width(flow.slots[slot].row)).max();
    let filled = row.cells.iter().rposition(|&slot| !blank(slot)).unwrap_or(0);
    row.cells[..filled].iter().any(|&slot| blank(slot))
        && row.cells[filled + 1..].iter().any(|&slot| width.is_some_and(|width| width <= flow.slots[slot].from))
        && readings.by_place(flow, row, &block.head).is_some_and(|placed| judge(row, placed) != Proof::Holds)
}

/// Whether a value stands once more in the first place of the next label, beside blank places of it: a tool wrote a merged
/// area out that reaches into that column, whose own value is blank.
fn lies_across(flow: &Flow, row: &RowFound, head: &Head) -> bool {
    let Some((grid, _)) = grid_of(flow, row) else { return false };
    let wide = head.places.iter().flatten().filter(|place| place.0 == grid && place.2 > place.1 + 1);
    let cell = |place: usize| row.cells.iter().copied().find(|&slot| flow.slots[slot].from == place);
    wide.into_iter().any(|&(_, from, to)| {
        let (Some(own), Some(before)) = (cell(from), from.checked_sub(1).and_then(cell)) else { return false };
        let blank = |place| cell(place).is_some_and(|slot| matches!(flow.slots[slot].kind, Kind::Empty { .. }));
        let value = flow.slots[own].amount.is_some() && flow.slots[own].to == from + 1;
        value && repeats(flow, Some(before), own) && (from + 1..to).any(blank)
    })
}

/// Whether a label stands in several places of a grid that tells no merged areas.
fn is_written_out(flow: &Flow, row: &RowFound, head: &Head) -> bool {
    let places = grid_of(flow, row).is_some_and(|(_, drawing)| drawing == Drawing::Places);
    places && head.places.iter().flatten().any(|place| place.2 > place.1 + 1)
}

/// The cells of a row in their order, if there are as many as columns.
fn by_order(flow: &Flow, row: &RowFound, columns: usize) -> Option<Vec<usize>> {
    let (_, drawing) = grid_of(flow, row)?;
    match drawing {
        Drawing::Spans if row.cells.len() == columns => Some(row.cells.clone()),
        _ => Some(row.filled(flow)).filter(|filled| filled.len() == columns),
    }
}

/// Whether a row of several columns has as many cells and holds the same in all of them: whichever cell belongs to which,
/// nothing else is read.
fn is_uniform(flow: &Flow, row: &RowFound, by_order: &[usize]) -> bool {
    let text = |slot: &usize| flow.slots[*slot].text.trim();
    let value = |slot: &usize| flow.slots[*slot].kind == Kind::Value;
    let whole = by_order.len() >= SEVERAL && row.cells.len() == by_order.len();
    whole && by_order.iter().all(value) && by_order.windows(2).all(|two| text(&two[0]) == text(&two[1]))
}

/// So many equal values are no chance.
const SEVERAL: usize = 3;

/// Whether a label that was found stands over another cell than the one that is its own by order. Where all are found and
/// the row has as many cells as they, its order is beyond doubt.
fn is_misplaced(flow: &Flow, row: &RowFound, head: &Head, by_order: &[usize]) -> bool {
    let in_doubt = !head.complete() || row.cells.len() != by_order.len();
    let Some((grid, _)) = grid_of(flow, row).filter(|_| in_doubt) else { return false };
    head.places.iter().zip(by_order).any(|(place, &slot)| {
        let cell = &flow.slots[slot];
        place.is_some_and(|(own, from, to)| own == grid && !(cell.from < to && from < cell.to))
    })
}

/// Whether two readings of a row differ. Cells under no label are left out by place; by order they would shift the row.
fn contradict(by_place: &[Option<usize>], by_order: &[usize]) -> bool {
    by_place.iter().zip(by_order).any(|(place, order)| place.is_some_and(|place| place != *order))
}

/// Whether the head lies about its places (a covered place was written as a cell, say): where place and order contradict
/// each other, the sums hold by order in at least two rows and nowhere by place.
fn order_rules(flow: &Flow, rows: &[&RowFound], readings: &[Readings], head: &Head, judge: Judge<'_>) -> bool {
    let (mut for_order, mut for_place, mut against) = (0, 0, 0);
    for (row, readings) in rows.iter().zip(readings) {
        let Some(by_order) = &readings.by_order else { continue };
        let by_place = readings.by_place(flow, row, head);
        // A total does not tell one order of its parts from another: where a label is missing, it proves nothing.
        let settled = by_place.map_or(!head.named, |by_place| !contradict(by_place, by_order));
        if settled {
            continue;
        }
        let by_order: Vec<Option<usize>> = by_order.iter().copied().map(Some).collect();
        let place = by_place.map_or(Proof::Unjudged, |by_place| judge(row, by_place));
        let order = judge(row, &by_order);
        for_order += usize::from(order == Proof::Holds && place != Proof::Holds);
        for_place += usize::from(place == Proof::Holds);
        against += usize::from(order == Proof::Fails);
    }
    for_order >= 2 && for_place == 0 && against == 0 && !head.disordered
}

/// The cell under each label. `None` if the head is incomplete or stands in another grid with other columns, if a filled
/// cell stands under no label, or if two stand under one.
pub(super) fn by_place(flow: &Flow, row: &RowFound, head: &Head) -> Option<Vec<Option<usize>>> {
    if !head.complete() {
        return None;
    }
    let (grid, drawing) = grid_of(flow, row)?;
    let places = places_in(head, grid)?;
    if overlap(&places) {
        return None;
    }
    let reaches = match drawing {
        Drawing::Places => Cow::Owned(reaches(flow, head, grid, &places)),
        Drawing::Spans | Drawing::Rows => Cow::Borrowed(&places[..]),
    };
    let mut placed = vec![None; places.len()];
    for &slot in &row.cells {
        let cell = &flow.slots[slot];
        let blank = matches!(cell.kind, Kind::Empty { .. });
        let mut under = (0..places.len()).filter(|&at| cell.from < reaches[at].1 && reaches[at].0 < cell.to);
        match (under.next(), under.next()) {
            (Some(column), None) if placed[column].is_none() => placed[column] = Some(slot),
            (Some(column), None) if blank => debug_assert!(placed[column].is_some()),
            (Some(column), None) if is_blank(flow, placed[column]) => placed[column] = Some(slot),
            // A merged area that was written out: its value stands in each of its places.
            (Some(column), None)
                if (drawing != Drawing::Places || cell.to <= places[column].1)
                    && repeats(flow, placed[column], slot) => {}
            (None, _) if blank || is_local(flow, row, head, cell) => {}
            _ if blank && drawing == Drawing::Places => {}
            _ => return None,
        }
    }
    let all_cells = drawing == Drawing::Places || placed.iter().all(Option::is_some);
    all_cells.then_some(placed)
}

/// The places of all labels of a head, if they stand in this grid.
fn places_in(head: &Head, grid: usize) -> Option<Vec<(usize, usize)>> {
    let mut places = Vec::with_capacity(head.places.len());
    for place in &head.places {
        places.push(place.filter(|place| place.0 == grid).map(|place| (place.1, place.2))?);
    }
    Some(places)
}

/// As far as each label reaches where merged areas are not told: to the next word beside it.
fn reaches(flow: &Flow, head: &Head, grid: usize, places: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let others: Vec<usize> = words_of_others(flow, head, grid).map(|slot| flow.slots[slot].from).collect();
    let starts = || places.iter().map(|place| place.0).chain(others.iter().copied());
    let next = |from: usize| starts().filter(|&next| next > from).min();
    // The last one reaches no farther than the widest other.
    let wide = places.iter().filter_map(|&(from, _)| Some(next(from)? - from)).max();
    let end = |from: usize| next(from).or(wide.map(|wide| from + wide)).unwrap_or(usize::MAX);
    places.iter().map(|&(from, to)| (from, end(from).max(to))).collect()
}

/// Whether labels share a column.
fn overlap(places: &[(usize, usize)]) -> bool {
    let overlap = |in_order: &[(usize, usize)]| in_order.windows(2).any(|pair| pair[1].0 < pair[0].1);
    if places.is_sorted() {
        return overlap(places);
    }
    let mut in_order = places.to_vec();
    in_order.sort_unstable();
    overlap(&in_order)
}

/// Whether the column of a cell has a head of its own that is none of the form's: a local column (小计).
fn is_local(flow: &Flow, row: &RowFound, head: &Head, cell: &Slot) -> bool {
    let Layout::Grid(grid, _) = flow.rows[cell.row].layout else { return false };
    // Words over the labels of the rows are no head of a column.
    let label = row.label.as_ref().map(|label| &flow.slots[label.last()]).filter(|label| label.row == cell.row);
    let before_all = head.places.iter().flatten().all(|place| cell.from < place.1);
    let first = if before_all { label.map_or(usize::MAX, |label| label.to) } else { 0 };
    words_of_others(flow, head, grid).any(|slot| {
        let words = &flow.slots[slot];
        (words.from..words.to).contains(&cell.from) && words.from >= first
    })
}

/// Whether a filled cell stands under no label of a complete head that shows the places of all: then the order of the
/// cells is not that of the columns.
fn stands_apart(flow: &Flow, row: &RowFound, head: &Head) -> bool {
    let Some((grid, Drawing::Places)) = grid_of(flow, row).filter(|_| head.complete()) else { return false };
    let Some(places) = places_in(head, grid) else { return false };
    let reaches = reaches(flow, head, grid, &places);
    let under = |slot: &usize| {
        let cell = &flow.slots[*slot];
        reaches.iter().any(|reach| cell.from < reach.1 && reach.0 < cell.to)
    };
    !overlap(&places) && !row.filled(flow).iter().all(under)
}

/// The words in the rows of a head that are none of its labels, within a grid.
fn words_of_others<'f>(flow: &'f Flow, head: &'f Head, grid: usize) -> impl Iterator<Item = usize> + 'f {
    let rows: BTreeSet<usize> = head.slots(flow).iter().map(|&slot| flow.slots[slot].row).collect();
    let slots = rows.into_iter().flat_map(|row| flow.rows[row].slots.clone());
    let is_other = move |&slot: &usize| {
        let of_grid = matches!(flow.layout(slot), Layout::Grid(own, _) if own == grid);
        of_grid && flow.slots[slot].kind == Kind::Words && !head.slots(flow).contains(&slot)
    };
    slots.filter(is_other)
}

fn repeats(flow: &Flow, placed: Option<usize>, slot: usize) -> bool {
    placed.is_some_and(|placed| flow.slots[placed].text == flow.slots[slot].text)
}

fn is_blank(flow: &Flow, slot: Option<usize>) -> bool {
    slot.is_none_or(|slot| matches!(flow.slots[slot].kind, Kind::Empty { .. }))
}
