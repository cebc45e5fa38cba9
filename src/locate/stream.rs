//! Rows of lines -> columns: tables that a tool flattened to one cell a line, or to rows without cells.
//!
//! In such text a blank cell may be an empty line, a line with a blank character, one more empty line between two cells,
//! or nothing at all. Which of these holds is told from the whole document: each [`Model`] says how many cells a row has,
//! and that must be as many as the form has columns, row after row. Where models that explain the text equally well place
//! a value differently, its column is not known.

use super::axis::{Placed, Surplus};
use super::beside;
use super::flow::{Flow, Kind};
use super::index::Index;
use super::offset;
use super::proof::Proof;
use super::rows::RowFound;
use crate::text::fold::half_width;
use std::collections::BTreeSet;

/// How blank cells are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Model {
    /// Not at all.
    Lost,
    /// As lines that hold a blank character; empty lines divide.
    Explicit,
    /// As further empty lines: `base` lines divide two cells and `row_base` two rows, each blank cell adds `per` lines,
    /// and before a nested label `pad` blank cells stand for each level of the labels above it.
    Gaps { base: usize, row_base: usize, per: usize, pad: usize },
}

/// Blank lines between two cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Gap {
    explicit: usize,
    all: usize,
}

/// A row of lines, one cell a line.
#[derive(Debug)]
struct Cells {
    labelled: bool,
    lead: Gap,
    between: Vec<Gap>,
    trail: Gap,
    values: Vec<usize>,
    columns: usize,
    next_depth: Option<usize>,
}

/// A row that stands in lines, with as many columns as its block has.
pub(crate) struct LineRow<'r> {
    pub row: &'r RowFound,
    /// Its cells that hold something.
    pub filled: Vec<usize>,
    pub columns: usize,
    /// The table it belongs to, so that rows of one table are compared.
    pub table: usize,
    /// The labels of its table.
    pub labels: &'static Index,
    /// Some label of the table has no values behind it, or is not there.
    pub labels_without_values: bool,
    /// Some label of the table stands elsewhere than in its order.
    pub out_of_order: bool,
}

/// Places rows that stand in lines. `proof` tells what the sums of the form say of a placing of a row, given by its number:
/// they decide only where the text leaves two readings, as when the end of a table hides how many blanks end its last row.
pub(crate) fn place(
    flow: &Flow,
    rows: &[LineRow<'_>],
    proof: impl Fn(usize, &[Option<usize>]) -> Proof,
) -> Vec<Placed> {
    let cells: Vec<Option<Cells>> = rows.iter().map(|row| one_a_line(flow, row)).collect();
    let (models, explained) = models(&cells);
    let count = rows.iter().map(|row| row.table + 1).max().unwrap_or(0);
    let tables: Vec<OfTable> = (0..count).map(|table| OfTable::new(flow, rows, table)).collect();
    let row_a_line = beside::is_row_a_line(flow, rows);
    let placed = |at: usize| {
        let (row, table) = (&rows[at], &tables[rows[at].table]);
        let proof = |slots: &[Option<usize>]| proof(at, slots);
        // Behind what stands between them the values of a row without a label go on.
        let cut = row.row.label.is_none() && row.row.gap_after;
        if row.filled.is_empty() {
            return if cut || beside::is_glued(flow, row.row) { Placed::Unknown } else { Placed::Blank };
        }
        if table.displaces(row) || table.values_first || cut {
            return Placed::Unknown;
        }
        // The first value may belong to another column.
        let whole = || row.filled.iter().copied().map(Some).collect::<Vec<_>>();
        let crowded = || row.filled.len() == row.columns && table.crowded.contains(&row.row.block);
        let surplus = table.surplus || crowded() && proof(&whole()) == Proof::Unjudged;
        // Or to the words before it: the values of another row add up as well.
        if surplus || row.row.strayed {
            return Placed::Unknown;
        }
        if row.filled.iter().any(|&slot| is_aside(flow, slot)) || are_between_columns(flow, &row.filled) {
            return Placed::Unknown;
        }
        if let Some(alone) = beside::alone(flow, row).filter(|_| row_a_line) {
            return beside::without(flow, rows, row, alone, &proof);
        }
        let by_model = cells[at].as_ref().and_then(|cells| by_models(&models, explained >= PROVEN, cells, &proof));
        by_model.unwrap_or_else(|| by_count(flow, rows, at, table, &proof))
    };
    (0..rows.len()).map(placed).collect()
}

/// The least room before the first value of a line that goes on with a row at its columns.
const INDENTED: usize = 8;

/// Whether values of a row stand on a further line left of those on a line above, and others not, so that their order is
/// none of columns: cells of one row may begin on different lines of a page.
fn are_between_columns(flow: &Flow, values: &[usize]) -> bool {
    let mut lines = values.chunk_by(|&one, &other| flow.slots[one].row == flow.slots[other].row);
    // Cells that have a line each are in their order.
    let Some(first) = lines.next().filter(|first| first.len() > 1) else { return false };
    let from = |slot: &usize| flow.slots[*slot].from;
    let (mut least, mut most) = (first.iter().map(from).min(), first.iter().map(from).max());
    lines.any(|line| {
        let (first, last) = (line.iter().map(from).min(), line.iter().map(from).max());
        let between = first < most && last > least && first >= Some(INDENTED);
        (least, most) = (least.min(first), most.max(last));
        between
    })
}

/// What the rows of a table have in common.
struct OfTable {
    /// Blanks get lost: some row has fewer values than columns.
    lossy: bool,
    /// Numbers may be cut in pieces: a row of the table has more values than columns, or one of another table has, and
    /// they are not those of several rows.
    split: bool,
    /// Most rows have more values than columns: other columns stand beside those of the form.
    surplus: bool,
    /// The blocks several rows of which have more, or one of a few.
    crowded: BTreeSet<usize>,
    /// The values stand before their labels.
    values_first: bool,
    /// The first cell of the first row in which the values of several rows have run together.
    run_together: Option<usize>,
}

impl OfTable {
    fn new(flow: &Flow, rows: &[LineRow<'_>], table: usize) -> Self {
        let own = || rows.iter().filter(|row| row.table == table);
        let several = |row: &&LineRow<'_>| row.filled.len() + 1 >= row.columns * 2 && row.columns > 1;
        let is_split = |row: &LineRow<'_>| {
            let values = row.filled.len();
            values > row.columns && (row.table == table || !values.is_multiple_of(row.columns))
        };
        let values = |row: &LineRow<'_>| (row.filled.len(), row.columns);
        let of_block = |block: usize| own().filter(move |row| row.row.block == block);
        let is_crowded = |block: usize| Surplus::of(of_block(block).map(values)).some();
        OfTable {
            lossy: own().any(|row| row.filled.len() < row.columns),
            split: rows.iter().any(is_split),
            surplus: Surplus::of(own().map(values)).most(),
            crowded: own().map(|row| row.row.block).filter(|&block| is_crowded(block)).collect(),
            values_first: beside::are_before(flow, rows, table),
            run_together: own().filter(several).filter_map(|row| row.row.cells.first().copied()).min(),
        }
    }

    /// Whether labels stand away from their values: a label out of its order where blanks get lost too; or above this row
    /// the values of several rows have run together, and some label has none. Then values may follow a label that is not
    /// theirs.
    fn displaces(&self, row: &LineRow<'_>) -> bool {
        let below = || self.run_together.is_some_and(|other| Some(other) < row.row.cells.first().copied());
        row.out_of_order && self.lossy || row.labels_without_values && below()
    }
}

/// Whether a cell of a line is none of its own: a note on the value before it ([7]), or a piece of a number that was torn.
fn is_aside(flow: &Flow, slot: usize) -> bool {
    let (slot, mark) = (&flow.slots[slot], |c: char| matches!(c, ',' | '，' | '.' | '．'));
    let text = slot.text.trim();
    let note = text.starts_with(['[', '［', '【', '(', '（']) && text.ends_with([']', '］', '】', ')', '）', '_']);
    let note = note && text.contains(|c: char| half_width(c).is_ascii_digit());
    slot.kind != Kind::Value && (note || text.starts_with(mark) || text.ends_with(mark))
}

/// The gaps of a row whose values stand on lines of their own.
fn one_a_line(flow: &Flow, row: &LineRow<'_>) -> Option<Cells> {
    let values = row.filled.clone();
    let mut lines: Vec<usize> = values.iter().map(|&slot| flow.slots[slot].row).collect();
    lines.sort_unstable();
    lines.dedup();
    let label_line = row.row.label.as_ref().map(|label| flow.slots[label.last()].row);
    if values.is_empty()
        || lines.len() != values.len()
        || label_line.is_some_and(|line| lines.binary_search(&line).is_ok())
    {
        return None;
    }
    let mut gaps = Vec::with_capacity(values.len() + 1);
    gaps.push(Gap::default());
    for &slot in &row.row.cells {
        match flow.slots[slot].kind {
            Kind::Empty { explicit } => {
                let gap = gaps.last_mut()?;
                gap.all += 1;
                gap.explicit += usize::from(explicit);
            }
            _ => gaps.push(Gap::default()),
        }
    }
    let trail = gaps.pop()?;
    let lead = gaps.remove(0);
    let next_depth = row.row.next_depth.map(usize::from);
    Some(Cells {
        labelled: row.row.label.is_some(),
        lead,
        between: gaps,
        trail,
        values,
        columns: row.columns,
        next_depth,
    })
}

/// The models that explain the most rows. Blank cells are believed only where several rows with blanks come out whole.
fn models(rows: &[Option<Cells>]) -> (Vec<Model>, usize) {
    let is_short = |cells: &Cells| cells.values.len() < cells.columns;
    let is_full = |cells: &Cells| cells.values.len() == cells.columns;
    let shapes = shapes(rows);
    let sum = |keep: &dyn Fn(&Cells) -> bool| -> usize {
        shapes.iter().filter(|(cells, _)| keep(cells)).map(|(_, rows)| rows).sum()
    };
    // Where no short row shows a gap, no model explains more rows than that blanks are not written.
    if shapes.iter().all(|(cells, _)| !is_short(cells) || cells.is_without_gaps()) {
        return (vec![Model::Lost], sum(&is_full));
    }
    let all: Vec<(Model, usize)> = every_model().map(|model| (model, sum(&|cells| explains(model, cells)))).collect();
    let best = all.iter().map(|&(_, score)| score).max().unwrap_or(0);
    let with_blanks = |model: Model| sum(&|cells| is_short(cells) && explains(model, cells));
    let short = sum(&is_short);
    // A full row has no blank cells: a model that sees some in it takes the dividers of the text for cells.
    let fits_full = |model: Model| sum(&|cells| is_full(cells) && explains(model, cells)) * 4 >= sum(&is_full) * 3;
    let believed = |model: Model| {
        let blanks = with_blanks(model) >= 3.min(short.max(1)) && with_blanks(model) * 10 >= short * 7;
        model == Model::Lost || blanks && fits_full(model)
    };
    let models = all.into_iter().filter(|&(model, score)| score == best && believed(model)).map(|(model, _)| model);
    (models.collect(), best)
}

/// The different shapes of rows, and how many rows have each: a model explains all rows of a shape, or none.
fn shapes(rows: &[Option<Cells>]) -> Vec<(&Cells, usize)> {
    let mut shapes: Vec<(&Cells, usize)> = Vec::new();
    for cells in rows.iter().flatten() {
        match shapes.iter_mut().find(|(known, _)| known.has_shape_of(cells)) {
            Some((_, count)) => *count += 1,
            None => shapes.push((cells, 1)),
        }
    }
    shapes
}

impl Cells {
    fn is_without_gaps(&self) -> bool {
        self.between.iter().chain([&self.lead, &self.trail]).all(|gap| gap.all == 0)
    }

    fn has_shape_of(&self, other: &Cells) -> bool {
        let shape = |cells: &Cells| (cells.labelled, cells.columns, cells.next_depth, cells.lead, cells.trail);
        shape(self) == shape(other) && self.between == other.between
    }
}

/// A model that makes so many rows whole is beyond doubt.
const PROVEN: usize = 8;

fn every_model() -> impl Iterator<Item = Model> {
    let gaps = (0..4).flat_map(|base| (0..9).flat_map(move |row_base| (1..5).map(move |per| (base, row_base, per))));
    let gaps = gaps.flat_map(|(base, row_base, per)| (0..2).map(move |pad| Model::Gaps { base, row_base, per, pad }));
    [Model::Lost, Model::Explicit].into_iter().chain(gaps)
}

/// Whether a row is whole under a model. Hundreds of models are asked of every row.
fn explains(model: Model, row: &Cells) -> bool {
    is_exact(model, row, |_| ()) == Some(true)
}

/// The column of each value under a model.
enum End {
    /// The row has exactly as many cells as the form has columns.
    Exact(Vec<usize>),
    /// It has, if enough of the blank lines after it are its own.
    Open(Vec<usize>),
}

/// The columns of the values, if the row is whole under the model.
fn read(model: Model, row: &Cells) -> Option<End> {
    let mut columns = Vec::with_capacity(row.values.len());
    let exact = is_exact(model, row, |column| columns.push(column))?;
    Some(if exact { End::Exact(columns) } else { End::Open(columns) })
}

/// Tells the column of each value under a model; whether the row ends as the model says, or may end so.
fn is_exact(model: Model, row: &Cells, mut tell: impl FnMut(usize)) -> Option<bool> {
    let mut column = leading(model, row)?;
    tell(column);
    for gap in &row.between {
        column += 1 + blanks(model, *gap)?;
        tell(column);
    }
    let wanted = row.columns.checked_sub(column + 1)?;
    if row.next_depth.is_none() {
        return Some(wanted == 0 || trailing(model, row) == Some(wanted));
    }
    (trailing(model, row)? == wanted).then_some(true)
}

/// The blank cells before the first value: after a label, or after the head where the row has none.
fn leading(model: Model, row: &Cells) -> Option<usize> {
    match model {
        Model::Gaps { row_base, per, .. } if !row.labelled => whole(row.lead.all.checked_sub(row_base)?, per),
        _ => blanks(model, row.lead),
    }
}

/// The blank cells that a gap within a row stands for.
fn blanks(model: Model, gap: Gap) -> Option<usize> {
    match model {
        Model::Lost => Some(0),
        Model::Explicit => Some(gap.explicit),
        Model::Gaps { base, per, .. } => whole(gap.all.checked_sub(base)?, per),
    }
}

/// The blank cells after the last value of a row.
fn trailing(model: Model, row: &Cells) -> Option<usize> {
    match model {
        Model::Lost => Some(0),
        Model::Explicit => Some(row.trail.explicit),
        Model::Gaps { row_base, per, pad, .. } => {
            let pads = pad * row.next_depth.unwrap_or(0);
            whole(row.trail.all.checked_sub(row_base)?, per)?.checked_sub(pads)
        }
    }
}

fn whole(lines: usize, per: usize) -> Option<usize> {
    lines.is_multiple_of(per).then(|| lines / per)
}

/// The placing on which all models agree; `None` where only the number of values can tell.
fn by_models(
    models: &[Model],
    proven_model: bool,
    cells: &Cells,
    proof: &impl Fn(&[Option<usize>]) -> Proof,
) -> Option<Placed> {
    if models.is_empty() || models.contains(&Model::Lost) {
        return None;
    }
    let spread = |columns: &[usize]| {
        let mut slots = vec![None; cells.columns];
        columns.iter().zip(&cells.values).for_each(|(&column, &slot)| slots[column] = Some(slot));
        slots
    };
    let mut readings: Vec<Vec<Option<usize>>> = Vec::new();
    for &model in models {
        match read(model, cells) {
            Some(End::Exact(columns)) => readings.push(spread(&columns)),
            Some(End::Open(columns)) if proof(&spread(&columns)) == Proof::Holds => readings.push(spread(&columns)),
            _ => return Some(Placed::Unknown),
        }
    }
    readings.dedup();
    let sure = proven_model || cells.values.len() == cells.columns;
    Some(match &readings[..] {
        [slots] => Placed::Columns { slots: slots.clone(), sure },
        _ => Placed::Unknown,
    })
}

/// As many values as columns settle the row, unless blanks get lost in its table. Then the values of two rows may have run
/// together, or the pieces of a number may fill the place of a blank, and the sums must speak for the row.
fn by_count(
    flow: &Flow,
    rows: &[LineRow<'_>],
    at: usize,
    table: &OfTable,
    proof: &impl Fn(&[Option<usize>]) -> Proof,
) -> Placed {
    let row = &rows[at];
    let values = &row.filled;
    if values.len() < row.columns {
        return by_offset(flow, rows, row, proof);
    }
    let holds = || proof(&values.iter().copied().map(Some).collect::<Vec<_>>());
    let lossy = table.lossy
        && match holds() {
            Proof::Fails => true,
            Proof::Unjudged => table.split,
            Proof::Holds | Proof::Trivial => false,
        };
    // Where the next label is lost, the values may be those of its row, unless they stand beside this label.
    let run_on = row.row.gap_after && !beside::stands(flow, rows, row, values);
    let doubtful = lossy || run_on;
    if values.len() == row.columns && !doubtful { Placed::sure(values.iter().copied()) } else { Placed::Unknown }
}

/// The columns of values that stand on one line, from where the full rows around it have theirs. Their sum must hold.
pub(super) fn by_offset(
    flow: &Flow,
    rows: &[LineRow<'_>],
    row: &LineRow<'_>,
    proof: &impl Fn(&[Option<usize>]) -> Proof,
) -> Placed {
    let beside: Vec<&[usize]> =
        rows.iter().filter(|r| r.table == row.table && r.columns == row.columns).map(|r| &r.filled[..]).collect();
    match offset::place(flow, &beside, &row.filled, row.columns) {
        Some(slots) if !row.row.gap_after && proof(&slots) == Proof::Holds => Placed::Columns { slots, sure: false },
        _ => Placed::Unknown,
    }
}
