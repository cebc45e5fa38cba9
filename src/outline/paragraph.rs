//! Lines -> paragraphs. A sentence that a page break, a blank line or a fixed width cut is whole again.

use crate::document::{Block, Document, Line, Place};
use crate::text::quantity::{self, Reading};
use crate::text::{fold, ordinal};
use std::cell::OnceCell;

/// A paragraph: one line, or several that were one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Its text.
    pub text: String,
    /// Where it begins.
    pub place: Place,
    /// The block of the document in which it begins.
    pub block: usize,
    /// The block in which it ends.
    pub last_block: usize,
    /// The source marks it as a heading of this level.
    pub heading: Option<u8>,
    /// All of it is a link.
    pub link: bool,
}

/// A paragraph or a grid, with what stands next to it.
#[derive(Clone, Debug)]
pub(crate) enum Item {
    Paragraph {
        paragraph: Paragraph,
        /// Whether its first line is a row of a table: asked of few.
        tabular: OnceCell<bool>,
    },
    Grid(usize),
}

impl Item {
    /// The paragraph, if it is one.
    pub fn paragraph(&self) -> Option<&Paragraph> {
        match self {
            Item::Paragraph { paragraph, .. } => Some(paragraph),
            Item::Grid(_) => None,
        }
    }

    /// Whether it is a row of a table that lost its grid.
    pub fn is_tabular(&self) -> bool {
        match self {
            Item::Paragraph { paragraph, tabular } => *tabular.get_or_init(|| is_tabular(&paragraph.text)),
            Item::Grid(_) => false,
        }
    }

    /// The block in which it begins.
    pub fn block(&self) -> usize {
        match self {
            Item::Paragraph { paragraph, .. } => paragraph.block,
            Item::Grid(block) => *block,
        }
    }
}

/// The paragraphs and grids of a document.
pub(crate) fn items(document: &Document) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::with_capacity(document.blocks.len());
    let full = OnceCell::new();
    let full = || *full.get_or_init(|| full_line(document));
    let mut blanks = 0;
    for (block, shown) in document.blocks.iter().enumerate() {
        match shown {
            Block::Grid(_) => items.push(Item::Grid(block)),
            Block::Line(line) if line.is_blank() => {
                blanks += 1;
                continue;
            }
            Block::Line(line) => push_line(&mut items, line, block, Gap { blanks, full: &full }),
        }
        blanks = 0;
    }
    items
}

/// What stands between two lines, and how long the lines of the document are.
#[derive(Clone, Copy)]
struct Gap<'d> {
    blanks: usize,
    /// Few documents are asked for it.
    full: &'d dyn Fn() -> usize,
}

/// As many characters as a full line of running text has: only one in ten has more.
fn full_line(document: &Document) -> usize {
    let length = |block: &Block| match block {
        Block::Line(line) if line.text.len() >= SENTENCE && line.text.contains(['，', '。', '、', '；']) => {
            let length = line.text.chars().count();
            (length >= SENTENCE && !is_heading_like(&line.text)).then_some(length)
        }
        _ => None,
    };
    let mut lengths: Vec<usize> = document.blocks.iter().filter_map(length).collect();
    lengths.sort_unstable();
    lengths.get(lengths.len() * 9 / 10).copied().unwrap_or(USUAL)
}

/// As many characters as a line of a printed page has.
const USUAL: usize = 40;

fn push_line(items: &mut Vec<Item>, line: &Line, block: usize, gap: Gap<'_>) {
    let text = line.text.trim();
    if let Some(item) = items.last_mut()
        && goes_on(item, line, text, gap)
        && let Item::Paragraph { paragraph, .. } = item
    {
        let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
        if latin(paragraph.text.chars().last()) && latin(text.chars().next()) {
            paragraph.text.push(' ');
        }
        paragraph.text.push_str(text);
        paragraph.last_block = block;
        return;
    }
    let (text, place) = (text.to_owned(), line.place.clone());
    let paragraph = Paragraph { text, place, block, last_block: block, heading: line.heading, link: line.link };
    items.push(Item::Paragraph { paragraph, tabular: OnceCell::new() });
}

/// Whether a line with this text is a part of the paragraph before it.
fn goes_on(item: &Item, line: &Line, text: &str, gap: Gap<'_>) -> bool {
    let Some(paragraph) = item.paragraph() else { return false };
    let plain = !line.whole && paragraph.heading.is_none() && line.heading.is_none();
    plain && is_cut(&paragraph.text, text, gap) && !item.is_tabular() && !is_tabular(text)
}

/// Characters that end a paragraph, or open something that the next line cannot continue.
const ENDS: &[char] = &['。', '！', '？', '；', '：', ':', ';', '!', '?', '”', '」', '…', '|', '》', '】'];
/// A line shorter than this is a heading, a name or a date, not the first part of a sentence.
const SENTENCE: usize = 20;

/// Whether `next` continues the sentence of `text`. A heading is not continued: it ends before its line is full.
fn is_cut(text: &str, next: &str, gap: Gap<'_>) -> bool {
    let begins = next
        .chars()
        .next()
        .is_some_and(|c| fold::is_han(c) || c.is_ascii_alphanumeric() || "，。、；：“”（）《》".contains(c));
    begins
        && !text.ends_with(ENDS)
        && text.chars().nth(SENTENCE - 1).is_some()
        && text.contains(['，', '、', '。', ',', '；'])
        && ordinal::parse(next).is_none()
        && !(is_heading_like(text) && (gap.blanks > 0 || text.chars().count() * 5 < (gap.full)() * 4))
}

/// A numbered line that is short enough to be a heading.
fn is_heading_like(text: &str) -> bool {
    ordinal::parse(text).is_some() && text.chars().count() <= 40
}

/// A line of a table that lost its grid: values, or several values after a label, or pipes.
fn is_tabular(text: &str) -> bool {
    let is_value = |word: &str| {
        // What begins with a Chinese number or 无 is no value in digits, and no dash.
        if word.starts_with(quantity::may_begin) {
            return false;
        }
        let arabic = || word.chars().any(|c| fold::half_width(c).is_ascii_digit());
        match quantity::read(word) {
            Reading::Number(_) => arabic(),
            Reading::Dash => true,
            Reading::NotApplicable => word == "/",
            _ => false,
        }
    };
    let (mut count, mut values) = (0, 0);
    // Most characters are Chinese.
    let divides = |c: char| !fold::is_unified(c) && (c.is_whitespace() || c == '|');
    for word in text.split(divides).filter(|word| !word.is_empty()) {
        count += 1;
        values += usize::from(is_value(word));
    }
    (values > 0 && values == count)
        || values >= 3 && values * 2 >= count
        || count == 0
        || text.contains('|') && count < 20
}
