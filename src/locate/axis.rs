//! Rows of grids -> columns. Each cell of a row is given a column only where the evidence settles it.
//!
//! Two readings are compared: by place (the cell stands under the label) and by order (as many cells as columns). A grid
//! whose spans are wrong contradicts itself in one of them. In rows that another tool wrote with tabs or pipes, merged
//! labels became an unknown number of empty cells, so there the rows of one depth must agree with each other.

use super::flow::{Flow, Kind, Layout};
use super::head::Head;
use super::proof::Proof;
use super::rows::RowFound;
use crate::document::Drawing;
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

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
    head: &Head,
    columns: usize,
    judge: Judge<'_>,
) -> Vec<Option<Placed>> {
    let expected = usual_lengths(flow, rows);
    let starts = settled_starts(flow, rows, columns);
    let lossy = rows.iter().any(|row| is_ragged(flow, row) && row.cells.len() < columns);
    let readings: Vec<Readings> = rows.iter().map(|row| Readings::new(flow, row, columns)).collect();
    let order = order_rules(flow, rows, &readings, head, judge);
    let certain = |row: &&&RowFound| is_ragged(flow, row).then(|| only_proof(flow, row, columns, judge)).flatten();
    let proofs: Vec<Proof> = rows.iter().filter_map(|row| certain(&row)).collect();
    let count = |wanted: Proof| proofs.iter().filter(|proof| **proof == wanted).count();
    let totals = count(Proof::Holds) >= 2 && count(Proof::Unjudged) == 0;
    let place = |(row, readings): (&&RowFound, &Readings)| {
        let (_, drawing) = grid_of(flow, row)?;
        if !row.shows_something(flow) {
            return Some(Placed::Blank);
        }
        Some(match drawing {
            Drawing::Spans | Drawing::Places => drawn(flow, row, readings, head, order),
            Drawing::Rows => {
                let usual = expected.get(&row.depth).is_none_or(|&n| n == row.cells.len());
                ragged(
                    flow,
                    row,
                    head,
                    columns,
                    Ragged { usual, moved: is_moved(flow, rows, row), lossy, totals, starts: &starts, judge },
                )
            }
        })
    };
    rows.iter().zip(&readings).map(place).collect()
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

/// What the sums say of a row that allows one reading only; `None` where it allows more, or holds nothing.
fn only_proof(flow: &Flow, row: &RowFound, columns: usize, judge: Judge<'_>) -> Option<Proof> {
    let windows = windows(flow, row, columns);
    let [only] = windows[..] else { return None };
    let slots: Vec<Option<usize>> = row.cells[only..only + columns].iter().copied().map(Some).collect();
    row.shows_something(flow).then(|| judge(row, &slots))
}

fn grid_of(flow: &Flow, row: &RowFound) -> Option<(usize, Drawing)> {
    match flow.layout(*row.cells.first()?) {
        Layout::Grid(grid, drawing) => Some((grid, drawing)),
        Layout::Line => None,
    }
}

fn is_ragged(flow: &Flow, row: &RowFound) -> bool {
    grid_of(flow, row).is_some_and(|(_, drawing)| drawing == Drawing::Rows)
}

/// A row of a grid whose cells state their spans or places. `order` says that the head lies about its places.
fn drawn(flow: &Flow, row: &RowFound, readings: &Readings, head: &Head, order: bool) -> Placed {
    match (readings.by_place(flow, row, head).cloned(), readings.by_order.clone()) {
        (Some(placed), _) if head.permuted => Placed::Columns { slots: placed, sure: true },
        (_, _) if head.permuted => Placed::Unknown,
        (_, Some(by_order)) if order => Placed::sure(by_order),
        (None, Some(by_order)) if head.disordered || is_misplaced(flow, row, head, &by_order) => Placed::Unknown,
        (Some(placed), Some(by_order)) if contradict(&placed, &by_order) => Placed::Unknown,
        (_, Some(by_order)) => Placed::sure(by_order),
        (Some(slots), None) => Placed::Columns { slots, sure: head.complete() },
        (None, None) => Placed::Unknown,
    }
}

/// The cells of a row in their order, if there are as many as columns.
fn by_order(flow: &Flow, row: &RowFound, columns: usize) -> Option<Vec<usize>> {
    let (_, drawing) = grid_of(flow, row)?;
    let filled = row.filled(flow);
    match drawing {
        Drawing::Spans if row.cells.len() == columns => Some(row.cells.clone()),
        _ if filled.len() == columns => Some(filled),
        _ => None,
    }
}

/// Whether a label that was found stands over another cell than the one that is its own by order.
fn is_misplaced(flow: &Flow, row: &RowFound, head: &Head, by_order: &[usize]) -> bool {
    let Some((grid, _)) = grid_of(flow, row).filter(|_| !head.complete()) else { return false };
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
        if by_place.is_some_and(|by_place| !contradict(by_place, by_order)) {
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
fn by_place(flow: &Flow, row: &RowFound, head: &Head) -> Option<Vec<Option<usize>>> {
    if !head.complete() {
        return None;
    }
    let (grid, drawing) = grid_of(flow, row)?;
    let places: Vec<(usize, usize)> =
        head.places.iter().map(|p| p.filter(|p| p.0 == grid).map(|p| (p.1, p.2))).collect::<Option<_>>()?;
    let mut in_order = places.clone();
    in_order.sort_unstable();
    if in_order.windows(2).any(|pair| pair[1].0 < pair[0].1) {
        return None;
    }
    let reach = |&(from, to): &(usize, usize)| {
        // Where merged areas are not told, a label reaches to the next one.
        let next = || places.iter().map(|p| p.0).filter(|&f| f > from).min();
        if drawing == Drawing::Places { (from, next().unwrap_or(usize::MAX)) } else { (from, to) }
    };
    let reaches: Vec<(usize, usize)> = places.iter().map(reach).collect();
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
            (Some(column), None) if drawing != Drawing::Places && repeats(flow, placed[column], slot) => {}
            (None, _) if blank || is_local(flow, head, grid, cell.from) => {}
            _ if blank && drawing == Drawing::Places => {}
            _ => return None,
        }
    }
    let all_cells = drawing == Drawing::Places || placed.iter().all(Option::is_some);
    all_cells.then_some(placed)
}

/// Whether a column of a grid has a head of its own that is none of the form's: a local column (小计).
fn is_local(flow: &Flow, head: &Head, grid: usize, column: usize) -> bool {
    // The words over the labels of the rows are no head of a column.
    if head.places.iter().flatten().all(|place| column < place.1) {
        return false;
    }
    let rows: BTreeSet<usize> = head.slots(flow).iter().map(|&slot| flow.slots[slot].row).collect();
    let slots = rows.into_iter().flat_map(|row| flow.rows[row].slots.clone());
    slots.filter(|&slot| !head.slots(flow).contains(&slot)).any(|slot| {
        let cell = &flow.slots[slot];
        let over = cell.from <= column && column < cell.to;
        over && cell.kind == Kind::Words && matches!(flow.layout(slot), Layout::Grid(own, _) if own == grid)
    })
}

fn repeats(flow: &Flow, placed: Option<usize>, slot: usize) -> bool {
    placed.is_some_and(|placed| flow.slots[placed].text == flow.slots[slot].text)
}

fn is_blank(flow: &Flow, slot: Option<usize>) -> bool {
    slot.is_none_or(|slot| matches!(flow.slots[slot].kind, Kind::Empty { .. }))
}

/// Whether the label of a row stands farther left than that of another row of its depth in the same grid.
fn is_moved(flow: &Flow, rows: &[&RowFound], row: &RowFound) -> bool {
    let column = |row: &RowFound| row.label.as_ref().map(|label| flow.slots[label.first()].from);
    let beside = |other: &&&RowFound| other.depth == row.depth && grid_of(flow, other) == grid_of(flow, row);
    column(row) < rows.iter().filter(beside).filter_map(|other| column(other)).max()
}

/// What the other rows of a ragged grid say.
struct Ragged<'s> {
    /// The row is as long as others of its depth.
    usual: bool,
    /// Its label stands farther left than those of other rows of its depth: the row was shifted against the head.
    moved: bool,
    /// Some rows are shorter than the form has columns, so cells get lost.
    lossy: bool,
    /// Where the values begin in rows in which only one reading is possible, by depth and length.
    starts: &'s Starts,
    /// Totals are printed, and hold, in several rows: where they do not, a cell was lost.
    totals: bool,
    /// What the sums say.
    judge: Judge<'s>,
}

type Starts = BTreeMap<(u8, usize), Option<usize>>;

/// A row of cells whose columns are not known: the values are a window of it, as wide as the form.
fn ragged(flow: &Flow, row: &RowFound, head: &Head, columns: usize, others: Ragged<'_>) -> Placed {
    let filled = row.filled(flow);
    if head.permuted || head.disordered {
        return Placed::Unknown;
    }
    let shifted = others.moved || lacks_a_cell(flow, row, head);
    let under_head = if shifted { None } else { under_head(flow, row, head) };
    match under_head {
        // The tool wrote merged areas out, so it wrote every place.
        Some(slots) if filled.len() != columns || is_written_out(flow, head) => {
            return Placed::Columns { slots, sure: true };
        }
        _ if filled.len() == columns && !is_written_out(flow, head) => return Placed::sure(filled),
        _ => {}
    }
    let unlabelled = row.label.is_none() && row.cells.len() != columns;
    if is_written_out(flow, head) || unlabelled || lacks_a_cell(flow, row, head) {
        return Placed::Unknown;
    }
    let windows = windows(flow, row, columns);
    let slots =
        |start: usize| -> Vec<Option<usize>> { row.cells[start..start + columns].iter().copied().map(Some).collect() };
    let certain = others.starts.values().flatten().count() >= 2;
    let start = match windows[..] {
        [] => None,
        [only] if others.usual && !others.lossy => Some((only, certain)),
        _ if others.lossy => None,
        _ => by_neighbours(row, columns, &others)
            .filter(|start| {
                let proof = (others.judge)(row, &slots(*start));
                let shown = matches!(proof, Proof::Holds | Proof::Trivial) || !others.totals && proof != Proof::Fails;
                windows.contains(start) && others.usual && shown
            })
            .map(|start| (start, certain))
            .or_else(|| {
                by_sums(&windows, &others, |start| (others.judge)(row, &slots(start))).map(|start| (start, false))
            }),
    };
    match start {
        Some((start, sure)) => Placed::Columns { slots: slots(start), sure },
        None => Placed::Unknown,
    }
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

/// Where the values begin in rows of the same shape, or in all rows.
fn by_neighbours(row: &RowFound, columns: usize, others: &Ragged<'_>) -> Option<usize> {
    let of_shape = others.starts.get(&(row.depth, row.cells.len())).copied().flatten();
    of_shape.or_else(|| at_end(row, columns, others))
}

/// The only beginning for which the sums hold.
fn by_sums(windows: &[usize], others: &Ragged<'_>, judge: impl Fn(usize) -> Proof) -> Option<usize> {
    let mut holding = windows.iter().copied().filter(|&start| judge(start) == Proof::Holds);
    let only = holding.next()?;
    (holding.next().is_none() && !others.lossy).then_some(only)
}

/// Whether a label of the head stands in several places of a row.
fn is_written_out(flow: &Flow, head: &Head) -> bool {
    head.slots(flow).iter().any(|&slot| flow.slots[slot].to > flow.slots[slot].from + 1)
}

/// Every row with one possible reading has its values at its end: then so has this one, where rows of its depth are as
/// long. A row that is longer may have been shifted.
fn at_end(row: &RowFound, columns: usize, others: &Ragged<'_>) -> Option<usize> {
    let settled: Vec<(usize, usize)> = others.starts.iter().filter_map(|(&(_, n), &start)| Some((n, start?))).collect();
    let always = settled.len() >= 2 && settled.iter().all(|&(n, start)| start + columns == n);
    let shifted = others.starts.keys().any(|&(depth, n)| depth == row.depth && n != row.cells.len());
    (always && !shifted).then(|| row.cells.len() - columns)
}

/// The cells at the positions of the labels, where head and row have equally many cells: the tool wrote every place.
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
        let at = |place: &Option<(usize, usize, usize)>| place.filter(|p| p.0 == grid).map(|p| p.1);
        let wanted: Vec<usize> = head.places.iter().map(at).collect::<Option<_>>()?;
        let cell = |column: &usize| row.cells.iter().copied().find(|&slot| flow.slots[slot].from == *column);
        let placed: Vec<Option<usize>> = wanted.iter().map(cell).collect();
        row.filled(flow).iter().all(|slot| placed.contains(&Some(*slot))).then_some(placed)
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
