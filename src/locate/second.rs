//! A file that holds several reports, one behind the other: where the second one begins.
//!
//! One record is of one report. Were the tables of a second one read too, its figures would stand under the year of the
//! first wherever the first left them blank. A report begins anew where the prescribed headings do, behind a report in which
//! something stands below them: a list of contents has none, and the title of another report may stand on any page.

use super::identity::title::{self, Title};
use crate::document::{Block, Document};
use crate::finding::{Finding, codes};
use crate::template;
use crate::text::fold;
use crate::text::ordinal;
use std::ops::Range;

/// As many characters between two headings say something.
const SAID: usize = 15;

/// Leaves out what stands behind the first report, and says so.
pub fn keep_first(document: &mut Document) -> Option<Finding> {
    let headings = headings(document);
    let second = second(document, &headings)?;
    let begins = beginning(document, &headings, second);
    let line = &document.blocks[begins];
    let title = own_title(line).map_or_else(|| text(line).to_owned(), |title| title.text);
    let place = line.place().clone();
    let again = is_again(document, &headings, second);
    document.blocks.truncate(begins);
    // A page may show the same report twice.
    (!again).then(|| Finding::new(&codes::REPORTS_SEVERAL).fact("title", title).at(place))
}

/// A prescribed heading.
struct Heading {
    block: usize,
    /// The key of its title, and of the whole line.
    title: String,
    line: String,
}

/// The lines that are prescribed headings, numbered or not.
fn headings(document: &Document) -> Vec<Heading> {
    let titles: Vec<String> =
        template::section_titles().into_iter().map(|title| fold::key(title).into_owned()).collect();
    let heading = |(block, shown): (usize, &Block)| {
        let Block::Line(line) = shown else { return None };
        let rest = ordinal::parse(&line.text).map_or(line.text.as_str(), |found| found.rest);
        let title = titles.iter().find(|title| **title == fold::key(rest))?.clone();
        Some(Heading { block, title, line: fold::key(&line.text).into_owned() })
    };
    document.blocks.iter().enumerate().filter_map(heading).collect()
}

/// The first heading, by its number among them, that stands again behind others and with something below.
fn second(document: &Document, headings: &[Heading]) -> Option<usize> {
    let says = |headings: &[Heading]| {
        headings.windows(2).any(|pair| says_something(&document.blocks[pair[0].block + 1..pair[1].block]))
    };
    let mut from = 0;
    for at in 1..headings.len() {
        let before = headings[from..at].iter().rposition(|heading| is_again_heading(document, headings, heading, at));
        // Directly behind itself it goes on with its section.
        match before.is_some_and(|before| from + before + 1 < at) {
            true if says(&headings[from..at]) => return says(&headings[at..]).then_some(at),
            // What was before is a list of contents.
            true => from = at,
            false => {}
        }
    }
    None
}

/// Whether a heading is another one again: the same line, or the same title below the title of another report. A title alone
/// may stand in a section too, with another number: （一）主动公开政府信息情况.
fn is_again_heading(document: &Document, headings: &[Heading], heading: &Heading, at: usize) -> bool {
    let again = &headings[at];
    let titled = || {
        let first = titles(document, 0..headings[0].block);
        let above = titles(document, headings[at - 1].block + 1..again.block);
        first.last().is_some_and(|own| above.iter().any(|title| is_other(&own.1, &title.1)))
    };
    heading.line == again.line || heading.title == again.title && titled()
}

/// Whether a table, a picture's place or text stands in some blocks.
fn says_something(blocks: &[Block]) -> bool {
    let drawn = blocks.iter().any(|block| matches!(block, Block::Grid(_)));
    drawn || blocks.iter().map(|block| text(block).chars().count()).sum::<usize>() >= SAID
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
    range.filter_map(|at| Some((at, own_title(&document.blocks[at])?))).collect()
}

/// The title of a report of the family that a line is.
fn own_title(block: &Block) -> Option<Title> {
    let Block::Line(line) = block else { return None };
    title::read(&line.text).filter(|title| !line.link && title.of_family && !title.other_kind)
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
