//! One statutory table: its printings in the flow -> the slot of every figure, or why there is none.

use super::axis::{self, Placed};
use super::beside;
use super::flow::{Flow, Kind, Layout};
use super::head::{self, Head};
use super::label::{self, Candidate, WHOLE};
use super::lexicon::{BlockKeys, Lexicon, TableLexicon};
use super::proof;
use super::rows::{self, Printing, Printings, RowFound};
use super::strange::{self, Doubt};
use super::stream::{self, LineRow};
use super::twins::Twins;
use super::unlabelled;
use crate::finding::{Finding, codes};
use crate::template::{BlockSpec, Role, RowKind, TableSpec, Template};
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::rc::Rc;

/// A block as printed: the block of the form that its head names, with the head.
#[derive(Clone, Debug)]
pub(crate) struct BlockFound {
    pub template: &'static Template,
    pub table: &'static TableSpec,
    pub spec: &'static BlockSpec,
    /// The number of the block in its table.
    pub number: usize,
    pub head: Head,
    /// Nothing speaks for the columns: the head holds words, and none of them names a column.
    pub foreign: bool,
    /// The words over its values were read as the heads of several columns: none of them is strange.
    pub told: bool,
    /// The labels of its table, against which the words of the head are held.
    pub lexicon: &'static TableLexicon,
    /// Where the head stands.
    pub range: Range<usize>,
    /// What foreign words of the head put in doubt, once it is asked.
    pub doubt: OnceCell<Doubt>,
    /// The labels that stand in the head once more, once they are asked for.
    pub twins: OnceCell<Twins>,
}

/// A row with the block it belongs to and the places of its values.
#[derive(Clone, Debug)]
pub(crate) struct RowPlaced {
    pub block: Rc<BlockFound>,
    pub found: RowFound,
    pub placed: Placed,
}

/// A table as found.
#[derive(Clone, Debug, Default)]
pub(crate) struct TableFound {
    pub rows: Vec<RowPlaced>,
    /// Rows of further printings.
    pub again: Vec<RowPlaced>,
    /// Which of these are of one printing.
    pub printings: Vec<Range<usize>>,
    /// Rows of the form whose label stands right before a value, whether or not the chain of labels took it: the row and
    /// the slot of that value.
    pub claims: Vec<(usize, usize)>,
    /// The label of some row was found, but not in the order of the form.
    pub out_of_order: bool,
    /// More words may be labels than are weighed.
    pub cut: bool,
    /// Labels that were found, captions and groups included.
    pub labels: usize,
    pub findings: Vec<Finding>,
    /// The first and last slot.
    pub extent: Option<(usize, usize)>,
}

/// Finds a table. `others` are the lexicons whose hallmarks stand in the report too: a block may be of another edition.
pub(crate) fn find(
    flow: &Flow,
    table: &'static TableLexicon,
    lexicon: &'static Lexicon,
    others: &[&'static Lexicon],
) -> TableFound {
    if table.spec.role == Role::Remedies {
        return unlabelled::find(flow, table, lexicon);
    }
    let (mut candidates, cut) = label::candidates(flow, 0..flow.slots.len(), &table.rows);
    candidates.retain(|label| !(label.near && begins_with_another(flow, table, label)));
    let Printings { first, others: further, rest } = rows::printings(flow, table, &candidates);
    let mut found = TableFound { labels: first.chain.len(), cut, ..TableFound::default() };
    found.extent = extent(&first.chain, &first.rows);
    found.claims = claims(flow, table, &candidates);
    found.out_of_order = out_of_order(table, &first.chain, &candidates, found.extent);
    found.rows = blocks_and_rows(flow, table, lexicon, others, &first, &mut found.findings);
    found.again = repeated(flow, table, &found, &rest);
    for printing in further {
        let from = found.again.len();
        found.again.extend(blocks_and_rows(flow, table, lexicon, others, &printing, &mut Vec::new()));
        found.printings.push(from..found.again.len());
    }
    found
}

/// Whether a text that may be a label begins with that of another row of figures: then two rows have run together.
fn begins_with_another(flow: &Flow, table: &TableLexicon, label: &Candidate) -> bool {
    let mut opening = table.rows.opening(flow.slots[label.first()].key());
    opening.any(|form| form.entry != label.entry && !form.weak && table.holds_figures(form.entry))
}

/// Rows of a grid that stand in the table once more, under the same label.
fn repeated(flow: &Flow, table: &'static TableLexicon, found: &TableFound, rest: &[Candidate]) -> Vec<RowPlaced> {
    let Some((first, last)) = found.extent else { return Vec::new() };
    let again = |label: &Candidate| {
        let (block, row) = table.row(label.entry)?;
        let own = found.rows.iter().find(|own| own.found.block == block && own.found.row == row)?;
        let inside = (first..=last).contains(&label.first()) && matches!(flow.layout(label.first()), Layout::Grid(..));
        let whole = inside && label.slots.len() == 1 && (label.weight >= WHOLE || is_below(flow, own, label));
        let columns = own.block.spec.columns.len();
        let cells = rows::grid_cells(flow, label, &BTreeSet::from([label.first()]), columns);
        let found = RowFound { label: Some(label.clone()), cells, ..own.found.clone() };
        let values = found.filled(flow);
        let placed = match values.len() == columns {
            true => Some(Placed::sure(values)),
            false => like(flow, own, &found),
        };
        placed.filter(|_| whole).map(|placed| RowPlaced { block: own.block.clone(), placed, found })
    };
    rest.iter().filter_map(again).collect()
}

/// Whether a label stands in the column of the one of a row, in the same words.
fn is_below(flow: &Flow, own: &RowPlaced, label: &Candidate) -> bool {
    let (Some(own), other) = (own.found.label.as_ref(), &flow.slots[label.first()]) else { return false };
    let own = &flow.slots[own.first()];
    own.from == other.from && own.key() == other.key()
}

/// The places of a row that shows a number and has as many cells as another one of its label, which was placed.
fn like(flow: &Flow, own: &RowPlaced, row: &RowFound) -> Option<Placed> {
    let Placed::Columns { slots, sure } = &own.placed else { return None };
    let shows_number = row.cells.iter().any(|&slot| flow.slots[slot].amount.is_some());
    if row.cells.len() != own.found.cells.len() || !shows_number {
        return None;
    }
    let beside = |slot: usize| Some(row.cells[own.found.cells.iter().position(|&cell| cell == slot)?]);
    let slots = slots.iter().map(|slot| slot.and_then(beside)).collect();
    Some(Placed::Columns { slots, sure: *sure })
}

/// Whether a row that is not in the chain has its whole label within the table.
fn out_of_order(
    table: &'static TableLexicon,
    chain: &[Candidate],
    candidates: &[Candidate],
    extent: Option<(usize, usize)>,
) -> bool {
    let Some((first, last)) = extent else { return false };
    let chained = |entry: usize| chain.iter().any(|found| found.entry == entry);
    let figures = |entry| table.row(entry).is_some_and(|(b, r)| table.spec.blocks[b].rows[r].kind == RowKind::Figures);
    let whole = |found: &&Candidate| !found.near && found.weight >= WHOLE && figures(found.entry);
    candidates.iter().filter(whole).any(|found| !chained(found.entry) && found.first() > first && found.last() < last)
}

fn claims(flow: &Flow, table: &'static TableLexicon, candidates: &[Candidate]) -> Vec<(usize, usize)> {
    let claim = |found: &Candidate| {
        let blank = |slot: usize| matches!(flow.slots[slot].kind, Kind::Empty { .. });
        let value = (found.last() + 1..flow.slots.len()).find(|&slot| !blank(slot))?;
        let before_value = flow.slots[value].kind == Kind::Value;
        let (_, row) = table.row(found.entry)?;
        (before_value && !found.near && table.holds_figures(found.entry)).then_some((row, value))
    };
    candidates.iter().filter_map(claim).collect()
}

fn extent(chain: &[Candidate], rows: &[RowFound]) -> Option<(usize, usize)> {
    let labels = chain.iter().flat_map(|c| c.slots.iter().copied());
    let all: Vec<usize> = labels.chain(rows.iter().flat_map(|row| row.cells.iter().copied())).collect();
    Some((*all.iter().min()?, *all.iter().max()?))
}

fn blocks_and_rows(
    flow: &Flow,
    table: &'static TableLexicon,
    lexicon: &'static Lexicon,
    others: &[&'static Lexicon],
    printing: &Printing,
    findings: &mut Vec<Finding>,
) -> Vec<RowPlaced> {
    let mut all = Vec::new();
    for block in 0..table.spec.blocks.len() {
        let rows: Vec<&RowFound> = printing.rows.iter().filter(|row| row.block == block).collect();
        if rows.is_empty() {
            continue;
        }
        let range = printing.head_ranges[block].clone();
        let found = block_of(flow, table, lexicon, others, block, range.clone());
        if !std::ptr::eq(found.template, lexicon.template) {
            let what = format!("{} ({})", table.spec.blocks[block].caption.map_or("", |c| c.text), found.template.id);
            findings.push(Finding::new(&codes::EDITION_MIXED).fact("what", what));
        }
        let found = Rc::new(found);
        let (rows, strangers) = as_in(&found, &table.spec.blocks[block], rows);
        let own = || Rc::new(block_found(flow, table, lexicon.template, block, range.clone()));
        let unplaced = |row: RowFound| RowPlaced { block: own(), found: row, placed: Placed::Unknown };
        all.extend(strangers.into_iter().map(unplaced));
        let judge =
            |row: &RowFound, slots: &[Option<usize>]| proof::of_values(flow, found.spec, row.columns.start, slots);
        let placed = axis::place(flow, &rows.iter().collect::<Vec<_>>(), &found, found.spec.columns.len(), &judge);
        for (row, placed) in rows.into_iter().zip(placed) {
            // Rows that stand in lines are placed later, all together. A grid without a cell beside the label was drawn
            // another way.
            let in_lines = row.label.as_ref().is_none_or(|label| label.is_in_lines(flow));
            let blank = row.cells.is_empty() && in_lines && !beside::is_glued(flow, &row);
            let placed = placed.unwrap_or(if blank { Placed::Blank } else { Placed::Unknown });
            all.push(RowPlaced { block: found.clone(), found: row, placed });
        }
    }
    all
}

/// The rows of a block as rows of the block that its head names, which another edition may number otherwise; and those that
/// it has not.
fn as_in(found: &BlockFound, own: &BlockSpec, rows: Vec<&RowFound>) -> (Vec<RowFound>, Vec<RowFound>) {
    let (mut known, mut strangers) = (Vec::new(), Vec::new());
    for row in rows {
        match found.spec.rows.iter().position(|other| other.key == own.rows[row.row].key) {
            Some(at) if row.columns == (0..own.columns.len()) => {
                known.push(RowFound { row: at, columns: 0..found.spec.columns.len(), ..row.clone() });
            }
            Some(at) if std::ptr::eq(found.spec, own) => known.push(RowFound { row: at, ..row.clone() }),
            _ => strangers.push(row.clone()),
        }
    }
    (known, strangers)
}

/// The block of the form that the head names: the edition's own, or that of another edition which fits the head better.
fn block_of(
    flow: &Flow,
    table: &'static TableLexicon,
    lexicon: &'static Lexicon,
    others: &[&'static Lexicon],
    block: usize,
    range: Range<usize>,
) -> BlockFound {
    let own = block_found(flow, table, lexicon.template, block, range.clone());
    if own.head.complete() {
        return own;
    }
    let caption = |spec: &BlockSpec| spec.caption.map(|caption| caption.text);
    let wanted = caption(&table.spec.blocks[block]);
    let elsewhere = others.iter().flat_map(|other| other.tables().iter().map(move |t| (other.template, t)));
    let same_role = elsewhere.filter(|(_, t)| t.spec.role == table.spec.role && wanted.is_some());
    let candidates = same_role.flat_map(|(template, t)| (0..t.spec.blocks.len()).map(move |b| (template, t, b)));
    let fitting = candidates.filter(|(_, t, b)| caption(&t.spec.blocks[*b]) == wanted);
    let heads = fitting.map(|(template, t, b)| block_found(flow, t, template, b, range.clone()));
    heads
        .filter(|other| other.head.found.len() > own.head.found.len())
        .max_by_key(|other| other.head.found.len())
        .unwrap_or(own)
}

pub(super) fn block_found(
    flow: &Flow,
    table: &'static TableLexicon,
    template: &'static Template,
    block: usize,
    range: Range<usize>,
) -> BlockFound {
    let head = head::read(flow, table, block, range.clone());
    let spec = &table.spec.blocks[block];
    let words = || unknown_words(flow, table, block, range.clone()).next().is_some();
    let foreign = head.found.is_empty() && spec.columns.len() > 1 && words();
    BlockFound {
        template,
        table: table.spec,
        spec,
        number: block,
        head,
        foreign,
        told: false,
        lexicon: table,
        range,
        doubt: OnceCell::new(),
        twins: OnceCell::new(),
    }
}

/// The words of the head of a block, its caption left out, that are no label of the table, or name the columns of other
/// blocks alone.
fn unknown_words(
    flow: &Flow,
    table: &'static TableLexicon,
    block: usize,
    range: Range<usize>,
) -> impl Iterator<Item = usize> {
    let words = flow.words(&(range.start + 1..range.end)).iter().copied();
    words.filter(move |&slot| {
        let key = flow.slots[slot].key();
        !table.knows(key) || table.is_column_of_others(block, key)
    })
}

impl BlockFound {
    /// The keys of its labels.
    pub fn keys(&self) -> &'static BlockKeys {
        &self.lexicon.keys[self.number]
    }

    /// Whether nothing shows that the values of a column are those of the form's column.
    pub fn doubts(&self, flow: &Flow, column: usize) -> bool {
        self.foreign
            || match self.doubt.get_or_init(|| strange::doubt(flow, self)) {
                Doubt::All => true,
                Doubt::Columns(columns) => columns.contains(&column),
            }
    }

    /// The labels that stand in the head once more.
    pub fn twins(&self, flow: &Flow) -> &Twins {
        self.twins.get_or_init(|| Twins::new(flow, self))
    }

    /// Words of the head that are no label of the form, nor a piece of one.
    pub fn strange(&self, flow: &Flow) -> impl Iterator<Item = usize> {
        let range = if self.told { 0..0 } else { self.range.clone() };
        let piece = |key: &str| self.lexicon.fits(key) && !self.lexicon.is_column_of_others(self.number, key);
        unknown_words(flow, self.lexicon, self.number, range).filter(move |&slot| !piece(flow.slots[slot].key()))
    }
}

/// Whether some row has a label and no values, or some row of the form was not found.
fn without_values(flow: &Flow, rows: &[RowPlaced]) -> bool {
    rows.iter().any(|row| !row.found.shows_something(flow) || row.found.gap_after)
}

impl TableFound {
    /// The rows of the first printing, or of the further ones.
    fn printing(&self, again: bool) -> &[RowPlaced] {
        if again { &self.again } else { &self.rows }
    }
}

/// How many values a row in lines has for its columns: one for each, unless a merged area was written out.
fn printed_columns(row: &RowPlaced) -> usize {
    let columns = row.found.columns.start..row.found.columns.end.min(row.block.spec.columns.len());
    row.block.head.times.get(columns.clone()).map_or(columns.len(), |times| times.iter().sum())
}

/// One value for each column, where a column was written out and all its values are the same.
fn gathered(flow: &Flow, placed: Placed, row: &RowPlaced) -> Placed {
    let columns = row.found.columns.start..row.found.columns.end.min(row.block.spec.columns.len());
    let times = row.block.head.times.get(columns).unwrap_or_default();
    if times.iter().all(|&times| times == 1) {
        return placed;
    }
    let Placed::Columns { slots, sure } = placed else { return placed };
    let mut rest = &slots[..];
    let mut gathered = Vec::new();
    for &n in times {
        let (own, after) = rest.split_at(n.min(rest.len()));
        let text = |slot: &Option<usize>| slot.map(|slot| flow.slots[slot].text);
        if own.windows(2).any(|pair| text(&pair[0]) != text(&pair[1])) {
            return Placed::Unknown;
        }
        gathered.push(own.first().copied().flatten());
        rest = after;
    }
    Placed::Columns { slots: gathered, sure }
}

/// Places the rows of all tables that stand in lines: how blanks are written is told from all of them together.
pub(crate) fn place_lines(flow: &Flow, tables: &mut [TableFound]) {
    for again in [false, true] {
        let placed = placed_lines(flow, tables, again);
        let mut widest: BTreeMap<(usize, usize), usize> = BTreeMap::new();
        for &(t, r, _) in &placed {
            let row = &tables[t].printing(again)[r].found;
            let most = widest.entry((t, row.block)).or_default();
            *most = row.filled(flow).len().max(*most);
        }
        for (t, r, placed) in placed {
            let rows = if again { &mut tables[t].again } else { &mut tables[t].rows };
            let widest = widest[&(t, rows[r].found.block)];
            let known = !rows[r].block.head.disordered && !strange::may_lack_a_column(flow, &rows[r], widest);
            rows[r].placed = if known { gathered(flow, placed, &rows[r]) } else { Placed::Unknown };
        }
    }
}

/// The rows of one printing that stand in lines: their table, their number in it, and where their values belong.
fn placed_lines(flow: &Flow, tables: &[TableFound], again: bool) -> Vec<(usize, usize, Placed)> {
    let (mut owners, mut lines) = (Vec::new(), Vec::new());
    for (t, table) in tables.iter().enumerate() {
        let rows = table.printing(again);
        let labels_without_values = without_values(flow, rows);
        for (r, placed) in rows.iter().enumerate() {
            let row = &placed.found;
            if row.cells.first().is_some_and(|&slot| flow.layout(slot) == Layout::Line) {
                owners.push((t, r));
                lines.push(LineRow {
                    row,
                    filled: row.filled(flow),
                    columns: printed_columns(placed),
                    table: t,
                    labels: &placed.block.lexicon.rows,
                    labels_without_values,
                    out_of_order: table.out_of_order,
                });
            }
        }
    }
    let proof = |line: usize, slots: &[Option<usize>]| {
        let (t, r) = owners[line];
        proof::of_row(flow, &tables[t].printing(again)[r], slots)
    };
    let placed = stream::place(flow, &lines, proof);
    owners.iter().zip(placed).map(|(&(t, r), placed)| (t, r, placed)).collect()
}
