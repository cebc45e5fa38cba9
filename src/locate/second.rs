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

/// A prescribed heading: its block and the key of its title.
type Heading = (usize, String);

/// The lines that are prescribed headings, numbered or not.
fn headings(document: &Document) -> Vec<Heading> {
    let titles: Vec<String> =
        template::section_titles().into_iter().map(|title| fold::key(title).into_owned()).collect();
    let key = |block: &Block| {
        let Block::Line(line) = block else { return None };
        let rest = ordinal::parse(&line.text).map_or(line.text.as_str(), |found| found.rest);
        let key = fold::key(rest);
        titles.iter().any(|title| *title == key).then(|| key.into_owned())
    };
    document.blocks.iter().enumerate().filter_map(|(at, block)| Some((at, key(block)?))).collect()
}

/// The first heading, by its number among them, that stands again behind others and with something below.
fn second(document: &Document, headings: &[Heading]) -> Option<usize> {
    let says = |headings: &[Heading]| {
        headings.windows(2).any(|pair| says_something(&document.blocks[pair[0].0 + 1..pair[1].0]))
    };
    let mut from = 0;
    for at in 0..headings.len() {
        let before = headings[from..at].iter().rposition(|heading| heading.1 == headings[at].1);
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
    let titles = |range: Range<usize>| -> Vec<(usize, Title)> {
        range.filter_map(|at| Some((at, own_title(&document.blocks[at])?))).collect()
    };
    let first = titles(0..headings[0].0);
    let above = titles(headings[second - 1].0 + 1..headings[second].0);
    let other = |title: &&(usize, Title)| first.last().is_some_and(|own| is_other(&own.1, &title.1));
    above.iter().find(other).or(above.last()).map_or(headings[second].0, |title| title.0)
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
    let Some(first) = headings.iter().position(|heading| heading.1 == headings[second].1) else { return false };
    // What stands behind the last heading of the first one may be followed by the title of the second.
    let length = headings[second - 1].0 - headings[first].0;
    shown(headings[first].0).zip(shown(headings[second].0)).take(length).all(|(one, other)| one == other)
}
