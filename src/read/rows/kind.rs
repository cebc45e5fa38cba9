//! Which rows are a table, and which are headings and paragraphs around it.
//!
//! All judgements about a row with a single text stand in this file. They go by position, length and ordinal, never by
//! the words of the form.

use super::{Sheet, Strip, gap};
use crate::text::fold::is_han;
use crate::text::ordinal::{self, Style};

/// How many texts a strip shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// One: a heading, a paragraph, a caption, or a label whose values are blank.
    Single,
    /// Several: a row of a table.
    Many,
}

/// Longer texts are paragraphs, wherever they stand.
const LONGEST_LABEL: usize = 60;

/// A label without an ordinal is at most this long.
const LONGEST_PLAIN_LABEL: usize = 12;

/// The heads of columns have no more characters, but for those that are the only ones of a row.
const LONGEST_HEAD: usize = 7;

/// As many captions may stand above the first row with several texts.
const MOST_CAPTIONS: usize = 8;

/// The first strip after the table that begins at strip `at`, if one begins there. `heading` is the number of the last
/// heading before it.
pub(super) fn table_at(sheet: &Sheet, strips: &[Strip], at: usize, heading: Option<u32>) -> Option<usize> {
    let first = head(sheet, strips, at)?;
    let mut table = Table { sheet, strips, end: at, right: 0, numbers: Numbers::default(), begun: heading.is_some() };
    table.take(first + 1);
    while let Some(next) = table.next() {
        table.take(next + 1);
    }
    Some(table.end + table.trailing())
}

/// The first strip with several texts of a table that begins at strip `at`: captions may stand above it.
fn head(sheet: &Sheet, strips: &[Strip], at: usize) -> Option<usize> {
    let end = strips.len().min(at + MOST_CAPTIONS + 1);
    let first = (at..end).find(|&i| strips[i].kind == Kind::Many || i > at && gap(strips, i) > 0)?;
    let captions = &strips[at..first];
    let left = sheet.cells.get(strips[first].cells.clone())?.iter().map(|cell| cell.column).min()?;
    let adjacent = captions.is_empty() || gap(strips, first) == 0;
    let opens = |strip: &Strip| {
        let cell = &sheet.cells[strip.cells.start];
        !is_prose(&cell.text) && (opens_table(&cell.text) || cell.column > left)
    };
    (strips[first].kind == Kind::Many && adjacent && captions.iter().all(opens)).then_some(first)
}

/// Whether a single text right above a table is its first row. A caption that names an article or an item is (第二十条…);
/// a text that begins with a Chinese ordinal (三、) is the heading of the section, and anything else is a title, a unit or
/// the end of a paragraph.
fn opens_table(text: &str) -> bool {
    text.starts_with('第')
}

/// The number of a heading with a Chinese ordinal: 3 for 三、.
pub(super) fn heading_number(text: &str) -> Option<u32> {
    ordinal::parse(text).filter(|ordinal| ordinal.style == Style::Han).map(|ordinal| ordinal.value)
}

/// Whether a text is longer than what neighbouring cells may both say, such as two heads that were cut.
pub(super) fn is_long(text: &str) -> bool {
    text.chars().nth(LONGEST_HEAD).is_some() && text.chars().any(is_han)
}

fn is_prose(text: &str) -> bool {
    text.ends_with(['。', '；', '：']) || text.chars().count() > LONGEST_LABEL
}

/// The Chinese ordinals that were seen; they end at 99.
#[derive(Clone, Copy, Debug, Default)]
struct Numbers(u128);

impl Numbers {
    fn note(&mut self, text: &str) {
        if let Some(number) = heading_number(text) {
            self.0 |= 1 << number.min(127);
        }
    }

    fn hold(self, number: u32) -> bool {
        self.0 & 1 << number.min(127) != 0
    }
}

/// A table on its way down: the strips up to `end` are taken.
struct Table<'t> {
    sheet: &'t Sheet<'t>,
    strips: &'t [Strip],
    end: usize,
    /// The last column that is written.
    right: u32,
    /// The Chinese ordinals of its rows.
    numbers: Numbers,
    /// A heading with a Chinese ordinal stands before it.
    begun: bool,
}

impl Table<'_> {
    fn take(&mut self, end: usize) {
        for strip in &self.strips[self.end..end] {
            for cell in &self.sheet.cells[strip.cells.clone()] {
                self.right = self.right.max(cell.column);
                self.numbers.note(&cell.text);
            }
        }
        self.end = end;
    }

    /// The next strip with several texts that belongs to the table. One empty row does not end a table (a label of two
    /// paragraphs is written over three rows, the middle one empty); a heading or a paragraph does.
    fn next(&self) -> Option<usize> {
        let between = self.singles();
        let next = self.end + between;
        let most = if between == 0 { 1 } else { 0 };
        let strip = self.strips.get(next)?;
        (strip.kind == Kind::Many && gap(self.strips, next) <= most).then_some(next)
    }

    /// As many strips with one text as follow without an empty row and may be rows of the table.
    fn singles(&self) -> usize {
        let mut numbers = self.numbers;
        let rest = self.end..self.strips.len();
        rest.take_while(|&i| self.strips[i].kind == Kind::Single && gap(self.strips, i) == 0)
            .take_while(|&i| {
                let belongs = !is_prose(self.text(i)) && !self.is_heading(i, numbers);
                numbers.note(self.text(i));
                belongs
            })
            .count()
    }

    /// As many of them as end the table: labels whose values are blank. A signature with its date is none, nor is a note.
    fn trailing(&self) -> usize {
        let singles = self.end..self.end + self.singles();
        let labels = singles.take_while(|&i| is_label(self.text(i))).count();
        let after = self.end + labels;
        let dated = after < self.strips.len() && gap(self.strips, after) == 0 && is_date(self.text(after));
        if dated { 0 } else { labels }
    }

    /// Whether a single text right below a row is a heading between two tables rather than a label with blank values.
    /// The rows of a table may be numbered 一、二、三、 like the sections around it. A number that continues those of the
    /// table's own rows is a row's. So is 一、 after a heading, since the sections do not begin anew. A text over all
    /// columns leaves no room for values and is no row.
    fn is_heading(&self, i: usize, numbers: Numbers) -> bool {
        let Some(number) = heading_number(self.text(i)) else { return false };
        let continues = number > 1 && numbers.hold(number - 1) && !numbers.hold(number);
        let begins = number == 1 && self.begun && !numbers.hold(1);
        self.spans_all(i) || !continues && !begins
    }

    /// Whether a merged area holds the text of strip `i`, or held it before it was written out, and is as wide as the
    /// table.
    fn spans_all(&self, i: usize) -> bool {
        let [cell, written @ ..] = &self.sheet.cells[self.strips[i].cells.clone()] else { return false };
        written.last().is_some_and(|last| last.column >= self.right)
            || self.sheet.area_at(cell.row, cell.column).is_some_and(|area| area.right >= self.right)
    }

    fn text(&self, i: usize) -> &str {
        &self.sheet.cells[self.strips[i].cells.start].text
    }
}

/// Whether a text is the label of a row: it has an ordinal, or it is short and neither a date nor a note.
fn is_label(text: &str) -> bool {
    let short = text.chars().count() <= LONGEST_PLAIN_LABEL;
    let note = text.starts_with('注') || text.starts_with("备注") || text.starts_with("说明");
    !note && !is_date(text) && (ordinal::parse(text).is_some() || short)
}

fn is_date(text: &str) -> bool {
    let written = text.contains('年') && text.contains('月');
    let dashed = text.len() >= 8 && text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'-' | b'/' | b'.'));
    written || dashed && text.bytes().filter(|b| !b.is_ascii_digit()).count() == 2
}
