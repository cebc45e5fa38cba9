//! The rows of a statutory table as found: each label of the chain with the cells that follow it.

use super::flow::{Flow, Kind, Layout, Slot};
use super::index::Form;
use super::label::Candidate;
use super::lexicon::{Entry, TableLexicon};
use super::{parents, printings, strays, unread};
use crate::text::{fold, ordinal, quantity, worded};
use std::collections::BTreeSet;
use std::ops::Range;

/// A row of figures as found.
#[derive(Clone, Debug)]
pub(crate) struct RowFound {
    /// The block and row of the form.
    pub block: usize,
    pub row: usize,
    /// The columns of the block that the cells are of: all of them, unless the row was printed in parts.
    pub columns: Range<usize>,
    /// The label; `None` in a block whose row has none.
    pub label: Option<Candidate>,
    /// The cells after the label: values and blanks.
    pub cells: Vec<usize>,
    /// How deep the label is nested.
    pub depth: u8,
    /// How deep the next label of the chain is nested; `None` at the end of the table.
    pub next_depth: Option<u8>,
    /// Labels of figure rows between this one and the next were not found.
    pub gap_after: bool,
    /// Other words stand between the label and the first value, or the label stands once more above, or is that of another
    /// parent too: the value may be that of another row, of one of the agency's own or of a foot of the table.
    pub strayed: bool,
}

impl RowFound {
    /// A row that no label of its own tells, with its cells in the order of its columns.
    pub fn unlabelled(block: usize, row: usize, columns: Range<usize>, cells: Vec<usize>, depth: u8) -> Self {
        RowFound { block, row, columns, label: None, cells, depth, next_depth: None, gap_after: false, strayed: false }
    }

    /// The cells that hold a value.
    pub fn values(&self, flow: &Flow) -> Vec<usize> {
        self.cells.iter().copied().filter(|&slot| flow.slots[slot].kind == Kind::Value).collect()
    }

    /// Whether a cell holds something.
    pub fn shows_something(&self, flow: &Flow) -> bool {
        self.cells.iter().any(|&slot| !matches!(flow.slots[slot].kind, Kind::Empty { .. }))
    }

    /// The cells that hold something: a value, or words where a value should be.
    pub fn filled(&self, flow: &Flow) -> Vec<usize> {
        let mut filled = Vec::with_capacity(self.cells.len());
        filled.extend(self.cells.iter().filter(|&&slot| !matches!(flow.slots[slot].kind, Kind::Empty { .. })));
        filled
    }
}

/// One printing of a table: its labels in order, its rows, and its heads by block.
#[derive(Clone, Debug, Default)]
pub(crate) struct Printing {
    pub chain: Vec<Candidate>,
    pub rows: Vec<RowFound>,
    /// The words before the rows of each block, where its head stands.
    pub head_ranges: Vec<Range<usize>>,
}

/// The printings of a table.
pub(crate) struct Printings {
    pub first: Printing,
    /// Those behind the first, in their order.
    pub others: Vec<Printing>,
    /// The candidates that are no labels of the first one.
    pub rest: Vec<Candidate>,
}

/// As many printings of one table are looked for.
pub(super) const PRINTINGS: usize = 12;

/// The printings of a table in the order in which they stand.
pub(crate) fn printings(flow: &Flow, table: &TableLexicon, candidates: &[Candidate]) -> Printings {
    let mut found = vec![find(flow, table, candidates)];
    let rows = found[0].rows.len();
    let mut rest = without(candidates, &found[0].chain);
    while found.len() < PRINTINGS {
        let next = find(flow, table, &rest);
        if !is_printing(flow, &next, rows) {
            break;
        }
        rest = without(&rest, &next.chain);
        found.push(next);
    }
    found.sort_by_key(|printing| printing.chain.first().map(Candidate::first));
    let first = found.remove(0);
    Printings { rest: without(candidates, &first.chain), first, others: found }
}

/// Whether rows are another printing of a table of which so many rows were found: most of it may be blank; a label or two
/// with a number stand in any text.
fn is_printing(flow: &Flow, printing: &Printing, rows: usize) -> bool {
    let filled = printing.rows.iter().filter(|row| !row.values(flow).is_empty()).count();
    filled * 3 >= rows.max(1) || filled >= 3 && printing.rows.len() * 2 >= rows
}

/// The candidates beyond doubt that have no slot in common with a chain.
fn without(candidates: &[Candidate], chain: &[Candidate]) -> Vec<Candidate> {
    let mut used: Vec<usize> = chain.iter().flat_map(|c| c.slots.iter().copied()).collect();
    used.sort_unstable();
    let free = |c: &&Candidate| !c.near && !c.slots.iter().any(|slot| used.binary_search(slot).is_ok());
    candidates.iter().filter(free).cloned().collect()
}

/// Finds a printing of a table with labelled rows among `candidates`.
pub(crate) fn find(flow: &Flow, table: &TableLexicon, candidates: &[Candidate]) -> Printing {
    let chain = printings::first(flow, strays::chain(flow, table, candidates), candidates);
    let taken: BTreeSet<usize> = chain.iter().flat_map(|found| found.slots.iter().copied()).collect();
    let in_doubt = parents::in_doubt(table, &chain);
    let mut printing = Printing { head_ranges: vec![0..0; table.spec.blocks.len()], ..Printing::default() };
    let mut boundary = chain.first().map_or(0, |first| before(flow, first.first()));
    for (at, found) in chain.iter().enumerate() {
        let next = chain.get(at + 1);
        let end = next.map_or(flow.slots.len(), Candidate::first);
        let block = table.block(found.entry);
        let Entry::Row(_, row) = table.entries[found.entry] else {
            boundary = found.first();
            continue;
        };
        if printing.head_ranges[block].is_empty() && !printing.rows.iter().any(|r| r.block == block) {
            printing.head_ranges[block] = boundary..found.first();
        }
        let Cells { slots: cells, strayed } = cells(flow, table, found, end, &taken);
        let after = at.checked_sub(1).map_or(0, |before| chain[before].last() + 1);
        let strayed = strayed || found.rivalled || in_doubt[at] || stands_before(flow, table, candidates, found, after);
        boundary = cells.last().copied().unwrap_or(found.last()) + 1;
        if table.holds_figures(found.entry) {
            let next_depth = next.map(|next| table.depth(next.entry));
            let gap_after = gap(table, found.entry, next.map(|next| next.entry));
            let label = Some(found.clone());
            let columns = 0..table.spec.blocks[block].columns.len();
            let depth = table.depth(found.entry);
            let row = RowFound { block, row, columns, label, cells, depth, next_depth, gap_after, strayed };
            printing.rows.push(row);
        }
    }
    printing.chain = chain;
    printing
}

/// Whether the label stands behind `after` once more, before the place where it is taken: the row there may be the table's.
/// A row that a page cuts has its label twice, with nothing between; a head that a page repeats names the total as its row does.
fn stands_before(flow: &Flow, table: &TableLexicon, candidates: &[Candidate], found: &Candidate, after: usize) -> bool {
    let from = candidates.partition_point(|other| other.first() < after);
    let before = candidates[from..].iter().take_while(|other| other.first() < found.first());
    let says = |slot: usize| matches!(flow.slots[slot].kind, Kind::Words | Kind::Prose);
    let apart = |other: &Candidate| {
        let (last, first) = (other.last(), found.first());
        last < first && (flow.slots[last].row == flow.slots[first].row || (last + 1..first).any(says))
    };
    before
        .filter(|other| other.entry == found.entry && !other.near)
        .any(|other| apart(other) && !in_head(flow, table, other))
}

/// Whether a label stands in a row of a head: beside what stands above columns, and beside no value.
fn in_head(flow: &Flow, table: &TableLexicon, label: &Candidate) -> bool {
    let beside = &flow.slots[flow.rows[flow.slots[label.first()].row].slots.clone()];
    beside.iter().any(|slot| table.head_words.contains(slot.key()))
        && beside.iter().all(|slot| slot.kind != Kind::Value)
}

/// Where the head of a table may begin that has no caption: after the running text or the row of values before it.
fn before(flow: &Flow, first: usize) -> usize {
    let row = flow.slots[first].row;
    let near = flow.rows[row.saturating_sub(60)].slots.start;
    let is = |slot: usize, kind: Kind| flow.slots[slot].kind == kind;
    // A number alone may be that of a page.
    let ends =
        |&slot: &usize| is(slot, Kind::Prose) || slot > near && is(slot, Kind::Value) && is(slot - 1, Kind::Value);
    (near..first).rev().find(ends).map_or(near, |slot| slot + 1)
}

/// Whether figure rows of the form lie between two labels of the chain. The rows below a group that holds the figures
/// itself are none that must be there, and neither is such a group.
fn gap(table: &TableLexicon, entry: usize, next: Option<usize>) -> bool {
    use crate::template::RowKind::Figures;
    let end = next.unwrap_or(table.entries.len());
    (entry + 1..end)
        .any(|between| table.row(between).is_some_and(|(b, r)| table.spec.blocks[b].rows[r].kind == Figures))
}

/// The cells behind a label.
struct Cells {
    slots: Vec<usize>,
    /// Words that are none of the form's stand before the first value.
    strayed: bool,
}

/// The cells of a row: in a grid those right of the label, in lines those up to the next label.
fn cells(flow: &Flow, table: &TableLexicon, found: &Candidate, end: usize, taken: &BTreeSet<usize>) -> Cells {
    if !found.is_in_lines(flow) {
        let columns = table.spec.blocks[table.block(found.entry)].columns.len();
        return Cells { slots: grid_cells(flow, found, taken, columns), strayed: false };
    }
    line_cells(flow, table, found, end, taken)
}

/// As many cells behind a label as are looked at: a whole text may stand in one row.
const WIDEST: usize = 200;

pub(super) fn grid_cells(flow: &Flow, found: &Candidate, taken: &BTreeSet<usize>, columns: usize) -> Vec<usize> {
    let right_of = |&piece: &usize| -> Vec<usize> {
        let row = flow.rows[flow.slots[piece].row].slots.clone();
        let free = |slot: &usize| flow.slots[*slot].kind != Kind::PageMark && !flow.numbers_rows(*slot);
        let right = (piece + 1..row.end).take(WIDEST);
        let mut cells = Vec::with_capacity(right.len());
        cells.extend(right.take_while(|slot| !taken.contains(slot)).filter(free));
        // A column of units belongs to the labels. Where there are no more cells than columns, or no other unit stands in
        // the column, a unit stands where the value should.
        let unit = cells.iter().copied().find(|&slot| is_unit(flow, slot));
        if unit.is_some_and(|unit| columns == 1 || cells.len() != columns && is_of_units(flow, unit)) {
            cells.retain(|&slot| !is_unit(flow, slot));
        }
        cells
    };
    let filled = |cells: &Vec<usize>| cells.iter().any(|&slot| flow.slots[slot].kind == Kind::Value);
    let mut last = Vec::new();
    for cells in found.slots.iter().map(right_of) {
        last = cells;
        if filled(&last) {
            break;
        }
    }
    last
}

/// Whether a slot holds a unit and nothing else.
fn is_unit(flow: &Flow, slot: usize) -> bool {
    flow.slots[slot].kind == Kind::Words && quantity::is_unit(flow.slots[slot].text)
}

/// As many rows above and below a cell are looked at for another of its column.
const NEAR: usize = 60;

/// Whether another unit stands above or below a unit.
fn is_of_units(flow: &Flow, unit: usize) -> bool {
    let (row, from) = (flow.slots[unit].row, flow.slots[unit].from);
    let near = &flow.rows[row.saturating_sub(NEAR)..flow.rows.len().min(row + NEAR)];
    let same_grid = near.iter().filter(|other| other.layout == flow.rows[row].layout);
    let slots = same_grid.flat_map(|other| other.slots.clone().take(WIDEST));
    slots.filter(|&slot| slot != unit && flow.slots[slot].from == from).any(|slot| is_unit(flow, slot))
}

fn line_cells(flow: &Flow, table: &TableLexicon, found: &Candidate, end: usize, taken: &BTreeSet<usize>) -> Cells {
    let mut cells = Vec::with_capacity(table.spec.blocks[table.block(found.entry)].columns.len());
    let (mut begun, mut foreign, mut strayed) = (false, false, false);
    for slot in found.first() + 1..end {
        match flow.slots[slot].kind {
            Kind::Value | Kind::Words if is_of_another_line(flow, table, found, slot) => break,
            Kind::Value if flow.numbers_rows(slot) => {}
            Kind::Value => {
                // A row of lines does not go on in a grid: its values would be those of another row.
                strayed |= foreign && !begun || begun && matches!(flow.layout(slot), Layout::Grid(..));
                begun = true;
                cells.push(slot);
            }
            Kind::Empty { .. } => cells.push(slot),
            Kind::PageMark => {}
            Kind::Prose => break,
            Kind::Words if taken.contains(&slot) || quantity::is_unit(flow.slots[slot].text) => {}
            // `720.`, `1,2`, `O5`: a piece of a number, which makes the row one that cannot be read.
            Kind::Words if is_damaged_value(flow, slot) => {
                begun = true;
                cells.push(slot);
            }
            Kind::Words if closes(table, flow.slots[slot].key(), begun) => break,
            Kind::Words if begun && is_row_before(flow, table, found, slot) => break,
            Kind::Words => {
                foreign |= slot > found.last()
                    && (is_foreign(table, &flow.slots[slot])
                        || is_longer(table, &flow.slots[slot])
                        || is_other_row(table, found, &flow.slots[slot])
                        || is_bracketed(table, &flow.slots[slot])
                        || names_a_column(table, flow.slots[slot].key())
                        || begins_row(flow, table, slot));
            }
        }
        if matches!(flow.layout(slot), Layout::Grid(..)) {
            break;
        }
    }
    if !begun {
        cells.extend(unread::instead(flow, table, found, end));
    }
    Cells { slots: cells, strayed }
}

/// Whether words are no label of the table, nor a piece of one, nor a note in brackets.
fn is_foreign(table: &TableLexicon, slot: &Slot) -> bool {
    let key = slot.key();
    let text = slot.text.trim();
    let note = text.starts_with(['（', '(', '［', '[', '【']) && text.ends_with(['）', ')', '］', ']', '】']);
    let whole = key.chars().filter(|&c| fold::is_han(c)).count() >= FOREIGN || matches!(key, "合计" | "小计");
    !table.recognises(key) && !note && whole
}

/// Whether words go on behind a label of the table with others: a row of the agency's own (行政许可合计).
fn is_longer(table: &TableLexicon, slot: &Slot) -> bool {
    let key = slot.key();
    if !table.rows.opens(key) || table.knows(key) || table.fits(key) || key.contains(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let labels = table.rows.forms().iter().filter(|form| form.letters.all.len() >= 4);
    let mut rests = labels.filter_map(|form| key.strip_prefix(form.key.as_str()));
    rests.all(|rest| !table.recognises(rest) && rest.chars().all(fold::is_han))
}

/// Whether words are the whole label of another row of figures.
fn is_other_row(table: &TableLexicon, found: &Candidate, slot: &Slot) -> bool {
    let (forms, _) = table.rows.find(slot.key());
    let other = |form: &Form| form.entry != found.entry && table.holds_figures(form.entry);
    forms.iter().any(|form| !form.weak && form.letters.all.len() >= 4) && forms.iter().all(other)
}

/// Whether a line is the whole label of a row of figures that the form has before this one, with a value behind it: the rows
/// stand in another order, and what follows is that row's.
fn is_row_before(flow: &Flow, table: &TableLexicon, found: &Candidate, slot: usize) -> bool {
    let alone = flow.rows[flow.slots[slot].row].slots.len() == 1;
    let blank = |slot: &&Slot| matches!(slot.kind, Kind::Empty { .. });
    let next = || flow.slots[slot + 1..].iter().take(NEAR).find(|slot| !blank(slot));
    if !alone || !next().is_some_and(|next| next.kind == Kind::Value) {
        return false;
    }
    let (forms, _) = table.rows.find(flow.slots[slot].key());
    let before = |form: &Form| form.entry < found.entry && table.holds_figures(form.entry) && !form.weak;
    !forms.is_empty() && forms.iter().all(before)
}

/// Whether words are a label of the table with brackets behind it, but not taken for it.
fn is_bracketed(table: &TableLexicon, slot: &Slot) -> bool {
    slot.bare_key().is_some_and(|bare| table.rows.is_label(bare))
}

/// Whether words are the label of a column and of nothing else: what follows is its column, written below its head.
fn names_a_column(table: &TableLexicon, key: &str) -> bool {
    let of_row = || table.rows.is_label(key);
    key.chars().nth(3).is_some() && table.columns.iter().any(|columns| columns.is_label(key)) && !of_row()
}

/// Whether a label of the table begins a line of values.
fn begins_row(flow: &Flow, table: &TableLexicon, slot: usize) -> bool {
    let line = &flow.rows[flow.slots[slot].row].slots;
    let before_value = line.contains(&(slot + 1)) && flow.is_before_value(slot);
    slot == line.start && before_value && table.knows(flow.slots[slot].key())
}

/// Fewer characters may be a piece of a label that was torn or misread.
const FOREIGN: usize = 3;

/// Whether a slot stands on a line of values that is none of the label's, with a word that is no label of the table, nor a
/// piece of one: a row of the agency's own, the head of a page, a caption.
fn is_of_another_line(flow: &Flow, table: &TableLexicon, found: &Candidate, slot: usize) -> bool {
    let row = flow.slots[slot].row;
    let line = &flow.slots[flow.rows[row].slots.clone()];
    // Most values stand on the line of their label, or alone.
    if line.len() == 1 || found.slots.iter().any(|&piece| flow.slots[piece].row == row) {
        return false;
    }
    let foreign =
        |slot: &Slot| slot.kind == Kind::Words && !quantity::is_unit(slot.text) && !table.recognises(slot.key());
    line.iter().any(|slot| slot.kind == Kind::Value) && line.iter().any(foreign)
}

/// Whether a word holds digits and no character of a label, is a letter that looks like one, or says about how many. The
/// number of a label that stands apart from it (`1.`) is followed by words.
pub(super) fn is_damaged_value(flow: &Flow, slot: usize) -> bool {
    let word = &flow.slots[slot].text;
    let digits = || word.chars().any(|c| fold::half_width(c).is_ascii_digit());
    let words_behind = || flow.slots.get(slot + 1).is_some_and(|next| next.kind == Kind::Words);
    let before_words = || words_behind() && !is_one_of_several(flow, slot);
    let number_of_label = || ordinal::parse(word).is_some_and(|found| found.value < 10 && found.rest.is_empty());
    let plain = !word.chars().any(fold::is_han);
    plain && digits() && !(before_words() && number_of_label())
        || worded::is_worded(word)
        || !before_words() && (is_misread_digit(word) || is_rough(word))
}

/// Whether a letter or numeral stands alone on its line, beside another that does: they are cells of a row, and none the
/// number of the label that follows.
fn is_one_of_several(flow: &Flow, slot: usize) -> bool {
    let alone = |&slot: &usize| {
        let word = &flow.slots[slot];
        word.kind == Kind::Words && flow.rows[word.row].slots.len() == 1 && is_misread_digit(word.text)
    };
    let beside = [slot.checked_sub(1), Some(slot + 1).filter(|&next| next < flow.slots.len())];
    alone(&slot) && beside.iter().flatten().any(alone)
}

/// Letters alone that are taken for 0 and 1, and numerals that stand for a value.
fn is_misread_digit(word: &str) -> bool {
    let looks = |c| matches!(c, 'O' | 'o' | 'Ｏ' | 'l' | 'I' | '丨');
    word.chars().count() <= 2 && word.chars().all(looks) || is_lone_numeral(word)
}

/// A numeral that dresses a value (①, Ⅲ) or may be a dash (一).
pub(super) fn is_lone_numeral(word: &str) -> bool {
    let mut characters = word.trim().chars();
    let first = characters.next().is_some_and(|c| matches!(c, '一' | '①'..='⑳' | 'Ⅰ'..='Ⅻ'));
    first && characters.next().is_none()
}

/// 约3, 近百: a number that is none.
fn is_rough(word: &str) -> bool {
    let number = word.strip_prefix(['约', '近', '逾', '超']);
    number.is_some_and(|number| {
        !number.is_empty() && number.chars().all(|c| fold::half_width(c).is_ascii_digit() || quantity::is_han_digit(c))
    })
}

/// Whether words that belong to no label of the chain end the row: a head does, and other words do once values have
/// begun. A fragment of a label of this table (one character of an upright 三、本年度办理结果) does not.
fn closes(table: &TableLexicon, key: &str, begun: bool) -> bool {
    if table.head_words.contains(key) || table.is_foreign(key) {
        return true;
    }
    let fragment = key.chars().count() <= 6 && table.rows.forms().iter().any(|form| form.key.contains(key));
    begun && !fragment
}
