//! Document -> one flow of slots in reading order: the cells of grids and the words of lines, alike.
//!
//! Whether a table came as a grid, as two grids or as lines, its labels and values follow each other in the order of the
//! form. What differs is how far rows and columns can be trusted, and each row of the flow remembers that.

use super::halves;
use super::index::Letters;
use super::lexicon::Lexicon;
use super::numbering;
use super::pages::{is_page_mark, is_print_mark, is_rule};
use super::prose::{is_prose, is_sentence};
use super::told::{Told, read, read_word, without_footnote};
use super::words::{self, Pipes, Word, words};
use crate::document::{Block, Cell, Document, Drawing, Grid, Line, Place};
use crate::text::fold;
use crate::text::quantity::{self, Amount};
use crate::text::worded;
use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::BTreeSet;

/// What a slot holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Part of a label, or other words.
    Words,
    /// A number, a dash, or "not applicable".
    Value,
    /// Nothing visible. In a line without cells, `explicit` tells a line that holds a blank character from an empty one.
    Empty { explicit: bool },
    /// Running text: no part of any table.
    Prose,
    /// The number of a page.
    PageMark,
}

/// A cell of a grid, or a word of a line.
#[derive(Clone, Debug)]
pub(crate) struct Slot<'d> {
    pub text: &'d str,
    /// Running text is long, and hardly ever asked for its key.
    key: OnceCell<Cow<'d, str>>,
    /// How many characters the key has.
    length: OnceCell<usize>,
    pub kind: Kind,
    /// The number of the row of the flow.
    pub row: usize,
    /// Columns of the grid, or display columns of the line.
    pub from: usize,
    pub to: usize,
    /// The character of the line at which a word begins. Some tools align by characters, whatever their width.
    pub character: usize,
    /// Where the cell or the line of the word stands, and the word's column in the line.
    of: &'d Place,
    column: Option<u32>,
    /// The number that it says, if it says one.
    pub amount: Option<Amount>,
    /// The characters of the key, for the search of labels that nearly are it. Few words are asked for them.
    letters: OnceCell<Box<Letters>>,
    /// The key without what stands in brackets and without the number of a footnote behind it, if there is such.
    bare: OnceCell<Option<Box<str>>>,
}

impl<'d> Slot<'d> {
    fn new(text: &'d str, (kind, amount): Told, row: usize, of: &'d Place) -> Self {
        let (key, length) = (OnceCell::new(), OnceCell::new());
        let (letters, bare) = (OnceCell::new(), OnceCell::new());
        Slot { text, key, length, kind, row, from: 0, to: 0, character: 0, of, column: None, amount, letters, bare }
    }

    /// The folded text.
    pub fn key(&self) -> &str {
        self.cow()
    }

    /// How many characters the key has: each table asks.
    pub fn key_length(&self) -> usize {
        *self.length.get_or_init(|| self.key().chars().count())
    }

    fn cow(&self) -> &Cow<'d, str> {
        self.key.get_or_init(|| fold::key(self.text))
    }

    /// Where it stands.
    pub fn place(&self) -> Place {
        match (self.of.line, self.column) {
            (Some(line), Some(column)) => Place::line_column(line, column),
            _ => self.of.clone(),
        }
    }

    /// The key without what stands in brackets, if something does.
    pub fn bare_key(&self) -> Option<&str> {
        // A text that is its own key has no brackets.
        if matches!(self.cow(), Cow::Borrowed(_)) {
            return None;
        }
        let bare = || {
            let text = without_footnote(self.text);
            let noted = text.len() < self.text.len() || fold::has_brackets(text);
            noted.then(|| fold::key_outside_brackets(text).into_boxed_str())
        };
        self.bare.get_or_init(bare).as_deref()
    }

    /// Whether a cell repeats the label left of it: a tool wrote a merged area out. What is no label may stand for a value,
    /// and for the next one again.
    fn is_written_out(&self, left: &Slot, lexicons: &[Lexicon]) -> bool {
        let words = |slot: &Slot| slot.kind == Kind::Words && !worded::is_worded(slot.text);
        let again = words(self) && words(left) && left.row == self.row && left.key() == self.key();
        let is_label = || self.key_length() > 1 && lexicons.iter().any(|lexicon| lexicon.resembles(self.key()));
        again && (self.key_length() > SHORT || is_label())
    }

    /// The characters of its key.
    pub fn letters(&self) -> &Letters {
        self.letters.get_or_init(|| Box::new(Letters::new(self.key())))
    }
}

/// How a row of the flow is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Layout {
    /// A row of a grid: its number, and how the grid is drawn.
    Grid(usize, Drawing),
    /// A line of text.
    Line,
}

/// A row of a grid, or a line.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub slots: std::ops::Range<usize>,
    pub layout: Layout,
}

/// All slots of a document in reading order.
#[derive(Debug, Default)]
pub(crate) struct Flow<'d> {
    pub slots: Vec<Slot<'d>>,
    pub rows: Vec<Row>,
    /// The slots that may be pieces of labels, ascending.
    words: Vec<usize>,
    /// The slots at which headings of sections begin, ascending.
    headings: Vec<usize>,
    /// The columns that number rows, once they are asked for.
    numbering: OnceCell<Vec<numbering::Column>>,
    numbered: OnceCell<BTreeSet<usize>>,
    /// The document goes on behind the last slot.
    pub cut: bool,
    pipes: Pipes,
}

/// As many slots as are looked through for tables; the forms have a few thousand.
const MOST: usize = 200_000;

/// What stands for a value is no longer.
const SHORT: usize = 4;

/// A line of more characters is taken word by word: a whole table may stand on it.
const LONG_LINE: usize = 300;

impl<'d> Flow<'d> {
    /// Whether a slot stands in a column that numbers the rows of its grid.
    pub fn numbers_rows(&self, slot: usize) -> bool {
        match self.layout(slot) {
            Layout::Grid(..) => {
                self.numbering.get_or_init(|| numbering::columns(self)).iter().any(|column| column.holds(self, slot))
            }
            Layout::Line => self.numbered.get_or_init(|| numbering::lines(self)).contains(&slot),
        }
    }

    /// The flow of a document. Headings of sections, given by their blocks in ascending order, end every table; the
    /// lexicons tell a long label from running text.
    pub fn new(document: &'d Document, headings: &[usize], lexicons: &[Lexicon]) -> Self {
        let mut flow = Flow::default();
        let rooms = document.blocks.iter().map(room).fold((0, 0), |all, one| (all.0 + one.0, all.1 + one.1));
        flow.rows.reserve(rooms.0.min(MOST));
        flow.slots.reserve(rooms.1.min(MOST));
        let mut headings = headings.iter().copied().peekable();
        flow.pipes = pipes_of(document);
        for (index, block) in document.blocks.iter().enumerate() {
            if flow.slots.len() >= MOST {
                flow.cut = true;
                break;
            }
            match block {
                Block::Line(line) if headings.next_if_eq(&index).is_some() => flow.push_heading(line),
                Block::Line(line) => flow.push_line(line, lexicons),
                Block::Grid(grid) => flow.push_grid(grid, index, lexicons),
            }
        }
        let is_word = |slot: &Slot| slot.kind == Kind::Words && !slot.key().is_empty();
        flow.words = (0..flow.slots.len()).filter(|&slot| is_word(&flow.slots[slot])).collect();
        flow
    }

    /// The slots in a range that may be pieces of labels.
    pub fn words(&self, range: &std::ops::Range<usize>) -> &[usize] {
        let start = self.words.partition_point(|&slot| slot < range.start);
        let end = self.words.partition_point(|&slot| slot < range.end);
        &self.words[start..end.max(start)]
    }

    /// Whether the slot behind this one holds a value.
    pub fn is_before_value(&self, slot: usize) -> bool {
        self.slots.get(slot + 1).is_some_and(|next| next.kind == Kind::Value)
    }

    /// How many headings of sections stand before a slot.
    pub fn section(&self, slot: usize) -> usize {
        self.headings.partition_point(|&heading| heading <= slot)
    }

    /// The layout of the row that a slot stands in.
    pub fn layout(&self, slot: usize) -> Layout {
        self.rows[self.slots[slot].row].layout
    }

    /// As many columns as a row of a grid reaches over.
    pub fn width(&self, row: usize) -> usize {
        self.rows[row].slots.clone().map(|slot| self.slots[slot].to).max().unwrap_or(0)
    }

    fn push_heading(&mut self, line: &'d Line) {
        let row = self.open_row(Layout::Line);
        self.headings.push(self.slots.len());
        self.push_prose(line, row);
        self.close_row();
    }

    fn open_row(&mut self, layout: Layout) -> usize {
        let start = self.slots.len();
        self.rows.push(Row { slots: start..start, layout });
        self.rows.len() - 1
    }

    fn close_row(&mut self) {
        let end = self.slots.len();
        if let Some(row) = self.rows.last_mut() {
            row.slots.end = end;
        }
    }

    fn push_grid(&mut self, grid: &'d Grid, block: usize, lexicons: &[Lexicon]) {
        // A grid without any merged area may have lost them. Two heads may be equal where they were cut (本年新), labels are not.
        let spans = grid.cells.iter().any(|cell| cell.columns > 1 || cell.rows > 1);
        for (rows, columns) in halves::parts(grid, lexicons) {
            for r in rows {
                if self.slots.len() >= MOST {
                    self.cut = true;
                    return;
                }
                let own = grid.row(r).iter().filter(|cell| columns.contains(&cell.column));
                let untold = grid.drawing != Drawing::Spans || !spans && ends_with_value(own.clone());
                let row = self.open_row(Layout::Grid(block, grid.drawing));
                own.for_each(|cell| self.push_cell(cell, columns.start, row, Some(lexicons).filter(|_| untold)));
                self.close_row();
            }
        }
    }

    /// Adds a cell whose columns count from one of the grid. Where the source tells no merged areas, a label of the lexicons
    /// may be written out.
    fn push_cell(&mut self, cell: &'d Cell, first: usize, row: usize, lexicons: Option<&[Lexicon]>) {
        let (from, to) = (cell.column - first, cell.end() - first);
        let slot = Slot { from, to, ..Slot::new(&cell.text, read(&cell.text), row, &cell.place) };
        let written_out = |last: &Slot| lexicons.is_some_and(|lexicons| slot.is_written_out(last, lexicons));
        match self.slots.last_mut() {
            Some(last) if written_out(last) => last.to = to,
            _ => self.slots.push(slot),
        }
    }

    fn push_line(&mut self, line: &'d Line, lexicons: &[Lexicon]) {
        let row = self.open_row(Layout::Line);
        if line.is_blank() {
            self.push_empty(row, !line.text.is_empty(), &line.place);
        } else if is_page_mark(&line.text) || is_print_mark(&line.text) || is_rule(&line.text) {
            self.push_words(line, row, |_| (Kind::PageMark, None));
        } else if let Some((length, cells)) = pipes(&line.text) {
            // The last bar divides, whatever stands before it.
            let room = MOST.saturating_sub(self.slots.len());
            self.cut |= cells > room;
            (0..=cells).take(room).for_each(|_| self.push_empty(row, length == 1, &line.place));
        } else {
            // A line has no more characters than bytes.
            let long = line.text.len() > LONG_LINE && line.text.chars().count() > LONG_LINE;
            let told = |word: &str| if long && is_sentence(word) { (Kind::Prose, None) } else { read_word(word) };
            match !long && is_prose(&line.text, lexicons) {
                true => self.push_prose(line, row),
                false => self.push_words(line, row, told),
            }
        }
        self.close_row();
    }

    fn push_empty(&mut self, row: usize, explicit: bool, place: &'d Place) {
        let told = (Kind::Empty { explicit }, None);
        self.slots.push(Slot::new("", told, row, place));
    }

    /// Running text. Nobody asks how much room its words take.
    fn push_prose(&mut self, line: &'d Line, row: usize) {
        let prose = |_: &str| (Kind::Prose, None);
        match words::only(&line.text) {
            Some((character, word)) => self.push_word(line, row, prose(word), (0, 0, character, word)),
            None => self.push_words(line, row, prose),
        }
    }

    /// Whether a number that begins with a Chinese digit goes on with an ordinal that a tool broke (第, 二, 十条): it counts
    /// nothing.
    fn counts_behind(&self, word: &str) -> bool {
        let digits = |text: &str| text.trim().chars().all(quantity::is_han_digit);
        let mut before = self.slots.iter().rev().filter(|slot| !matches!(slot.kind, Kind::Empty { .. })).take(ORDINAL);
        let opens = |slot: &Slot| slot.text.trim_end().trim_end_matches(quantity::is_han_digit).ends_with('第');
        word.trim_start().starts_with(quantity::is_han_digit)
            && before.find(|slot| !digits(slot.text)).is_some_and(|slot| slot.kind != Kind::Prose && opens(slot))
    }

    fn push_words(&mut self, line: &'d Line, row: usize, told: impl Fn(&str) -> Told) {
        for word in words(&line.text, self.pipes) {
            if self.slots.len() >= MOST {
                self.cut = true;
                break;
            }
            self.push_word(line, row, told(word.3), word);
        }
    }

    fn push_word(&mut self, line: &'d Line, row: usize, told: Told, (from, to, character, word): Word<'d>) {
        let told = if told.1.is_some() && self.counts_behind(word) { (Kind::Words, None) } else { told };
        let first = line.place.column.unwrap_or(1);
        let column = Some(character as u32 + first).filter(|_| line.place.line.is_some());
        self.slots.push(Slot { from, to, character, column, ..Slot::new(word, told, row, &line.place) });
    }
}

/// As many words behind the 第 of an ordinal may belong to it.
const ORDINAL: usize = 4;

/// As many rows and slots as a block mostly takes.
fn room(block: &Block) -> (usize, usize) {
    match block {
        Block::Line(_) => (1, 1),
        Block::Grid(grid) => (grid.rows, grid.cells.len()),
    }
}

/// What the pipes in the lines of a document are.
fn pipes_of(document: &Document) -> Pipes {
    let line = |block: &'_ Block| matches!(block, Block::Line(line) if line.text.contains('|'));
    if !document.blocks.iter().any(line) {
        return Pipes::Between;
    }
    Pipes::of(document.blocks.iter().filter_map(|block| match block {
        Block::Line(line) => Some(line.text.as_str()),
        Block::Grid(_) => None,
    }))
}

/// Whether the last text of some cells is a value.
fn ends_with_value<'d>(cells: impl DoubleEndedIterator<Item = &'d Cell>) -> bool {
    let last = cells.rev().find(|cell| !cell.text.is_empty());
    last.is_some_and(|cell| read(&cell.text).0 == Kind::Value)
}

/// How long a line of nothing but pipes is, and how many blanks divide them: each of those is a cell (`| |`).
fn pipes(text: &str) -> Option<(usize, usize)> {
    let inner = text.trim_start();
    if !inner.starts_with('|') {
        return None;
    }
    let inner = inner.trim_end();
    let only = inner.chars().all(|c| c == '|' || c.is_whitespace());
    only.then(|| (inner.len(), inner.split_whitespace().count() - 1))
}

#[cfg(test)]
mod tests {
    use super::pipes;

    #[test]
    fn blanks_between_pipes_are_cells() {
        assert_eq!([" |", "||", "| |", "|  ||"].map(pipes), [Some((1, 0)), Some((2, 0)), Some((3, 1)), Some((5, 1))]);
        assert_eq!(["", "| 5 |", "- |"].map(pipes), [None; 3]);
    }
}
