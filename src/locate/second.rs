//! A file that holds several reports, one behind the other: where the second one begins.
//!
//! One record is of one report. Were the tables of a second one read too, its figures would stand under the year of the
//! first wherever the first left them blank. A report begins anew where the prescribed headings do, behind a report in which
//! something stands below them: a list of contents has none, and the title of another report may stand on any page.

use super::identity::title::{self, Title};
use super::keys::Keys;
use super::sheets;
use crate::document::{Block, Document};
use crate::finding::{Finding, codes};
use crate::template;
use crate::text::fold;
use crate::text::ordinal::{self, Style};
use std::cell::{LazyCell, OnceCell};
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

/// As many Chinese characters between two headings say something: the dots and numbers of a contents list have none.
const SAID: usize = 15;

/// Leaves out what is of another report than the first, and says so.
pub fn keep_first(document: &mut Document) -> Vec<Finding> {
    sheets::keep_own(document).into_iter().chain(cut(document)).collect()
}

/// Leaves out what stands behind the first report, and says so.
fn cut(document: &mut Document) -> Option<Finding> {
    let headings = headings(document);
    let second = second(document, &headings)?;
    let begins = beginning(document, &headings, second);
    let line = &document.blocks[begins];
    let title = title::own(line).map_or_else(|| text(line).to_owned(), |title| title.text);
    let place = line.place().clone();
    let again = is_again(document, &headings, second);
    document.blocks.truncate(begins);
    // A page may show the same report twice.
    (!again).then(|| Finding::new(&codes::REPORTS_SEVERAL).fact("title", title).at(place))
}

/// A prescribed heading.
struct Heading {
    block: usize,
    /// How it is numbered, if it is.
    number: Option<(Style, u32)>,
    /// The key of its title.
    title: String,
}

/// The keys of all prescribed titles.
pub(super) static TITLES: LazyLock<Keys> =
    LazyLock::new(|| Keys::new(template::section_titles().into_iter().map(|(title, _)| fold::key(title).into_owned())));

/// No key of a title has more characters.
const LONGEST: usize = 40;

/// The lines that are prescribed headings, numbered or not.
fn headings(document: &Document) -> Vec<Heading> {
    let heading = |(block, shown): (usize, &Block)| {
        let Block::Line(line) = shown else { return None };
        let found = ordinal::parse(&line.text);
        let rest = found.as_ref().map_or(line.text.as_str(), |found| found.rest);
        let mut letters = fold::places(rest).map(|(_, letter)| letter);
        let first = letters.next().filter(|&first| TITLES.some_begins(first))?;
        // Of a longer line no more than tells that it is none.
        let title: String = std::iter::once(first).chain(letters.take(LONGEST)).collect();
        let number = found.map(|found| (found.style, found.value));
        TITLES.contains(&title).then_some(Heading { block, number, title })
    };
    document.blocks.iter().enumerate().filter_map(heading).collect()
}

/// The first heading of the second report, by its number among all: the first heading of a report in which something is said
/// stands again, the next one follows again too, something is said below them, and figures follow. One heading alone may be repeated
/// anywhere, and a list of them too.
fn second(document: &Document, headings: &[Heading]) -> Option<usize> {
    let says = |at: usize| match (headings.get(at), headings.get(at + 1)) {
        (Some(one), Some(next)) => says_something(&document.blocks[one.block + 1..next.block]),
        _ => false,
    };
    let titled = Titled::default();
    let figures = LazyCell::new(|| last_figures(&document.blocks));
    // Of the report that begins with this heading: whether something is said in it so far, and the titles in it.
    let (mut from, mut said, mut known) = (0, false, BTreeSet::new());
    for at in 1..headings.len() {
        known.insert(headings[at - 1].title.as_str());
        said |= at > from + 1 && !said && says(at - 2);
        if at == from + 1 || !is_first_again(document, headings, (from, at), &titled) {
            continue;
        }
        let goes_on = |next: &Heading| known.contains(next.title.as_str());
        let tables = || figures.is_some_and(|last| headings[at].block <= last);
        match said {
            true if headings.get(at + 1).is_some_and(goes_on) && (says(at) || says(at + 1)) && tables() => {
                return Some(at);
            }
            true => {}
            // What was before is a list of contents.
            false => {
                (from, said) = (at, false);
                known.clear();
            }
        }
    }
    None
}

/// The title of the first report, once it is asked for.
type Titled = OnceCell<Option<Title>>;

/// Whether a heading is the first one again: with its number, or below the title of another report.
fn is_first_again(document: &Document, headings: &[Heading], (from, at): (usize, usize), titled: &Titled) -> bool {
    let (first, again) = (&headings[from], &headings[at]);
    let below_another = || {
        let own = titled.get_or_init(|| titles(document, 0..headings[0].block).pop().map(|(_, title)| title));
        let above = titles(document, headings[at - 1].block + 1..again.block);
        own.as_ref().is_some_and(|own| above.iter().any(|title| is_other(own, &title.1)))
    };
    first.title == again.title && (first.number == again.number || below_another())
}

/// Whether a table, a picture's place or text stands in some blocks.
fn says_something(blocks: &[Block]) -> bool {
    let drawn = blocks.iter().any(|block| matches!(block, Block::Grid(_)));
    let letters = |block: &Block| text(block).chars().filter(|&c| fold::is_han(c)).count();
    drawn || blocks.iter().map(letters).sum::<usize>() >= SAID
}

/// As many lines that end with a figure are a table.
const ROWS: usize = 8;

/// The last block behind which a grid or the rows of a table in lines stand, itself included.
fn last_figures(blocks: &[Block]) -> Option<usize> {
    let is_row = |block: &Block| text(block).ends_with(|c: char| fold::half_width(c).is_ascii_digit());
    let drawn = blocks.iter().rposition(|block| matches!(block, Block::Grid(_)));
    let mut rows = (0..blocks.len()).rev().filter(|&at| is_row(&blocks[at]));
    drawn.max(rows.nth(ROWS - 1))
}

fn text(block: &Block) -> &str {
    match block {
        Block::Line(line) => line.text.trim(),
        Block::Grid(_) => "",
    }
}

/// Where the report begins whose first heading this is: with its title, if one stands above.
fn beginning(document: &Document, headings: &[Heading], second: usize) -> usize {
    let first = titles(document, 0..headings[0].block);
    let above = titles(document, headings[second - 1].block + 1..headings[second].block);
    let other = |title: &&(usize, Title)| first.last().is_some_and(|own| is_other(&own.1, &title.1));
    above.iter().find(other).or(above.last()).map_or(headings[second].block, |title| title.0)
}

/// The titles of reports among some blocks.
fn titles(document: &Document, range: Range<usize>) -> Vec<(usize, Title)> {
    range.filter_map(|at| Some((at, title::own(&document.blocks[at])?))).collect()
}

fn is_other(one: &Title, other: &Title) -> bool {
    (one.year, &one.agency) != (other.year, &other.agency)
}

/// Whether the second report says the same as the first.
fn is_again(document: &Document, headings: &[Heading], second: usize) -> bool {
    let shown = |from: usize| {
        let shown = |block: &Block| match block {
            Block::Line(line) => line.text.trim().to_owned(),
            Block::Grid(grid) => format!("{:?}", grid.rectangle()),
        };
        document.blocks[from..].iter().map(shown).filter(|text| !text.is_empty())
    };
    let Some(first) = headings.iter().find(|heading| heading.title == headings[second].title) else { return false };
    // What stands behind the last heading of the first one may be followed by the title of the second.
    let length = headings[second - 1].block - first.block;
    shown(first.block).zip(shown(headings[second].block)).take(length).all(|(one, other)| one == other)
}
