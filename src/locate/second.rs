//! A file that holds several reports, one behind the other: where the second one begins.
//!
//! One record is of one report. Were the tables of a second one read too, its figures would stand under the year of the
//! first wherever the first left them blank.

use super::identity::title::{self, Title};
use crate::document::{Block, Document};
use crate::finding::{Finding, codes};
use crate::template;
use crate::text::fold;
use crate::text::ordinal::{self, Style};

/// As many prescribed headings show a report.
const LEAST: usize = 2;

/// Leaves out what stands behind the first report, and says so.
pub fn keep_first(document: &mut Document) -> Option<Finding> {
    let (second, title) = second(document)?;
    let place = document.blocks[second].place().clone();
    document.blocks.truncate(second);
    Some(Finding::new(&codes::REPORTS_SEVERAL).fact("title", title.text).at(place))
}

/// The title of another year or agency that has headings before and behind it. Titles in menus and lists of other reports
/// have none behind them, and one that is only named stands within a sentence.
fn second(document: &Document) -> Option<(usize, Title)> {
    let headings = headings(document);
    let (Some(&from), Some(&to)) = (headings.get(LEAST - 1), headings.iter().rev().nth(LEAST - 1)) else { return None };
    let found = (from..to).find_map(|at| Some((at, own_title(&document.blocks[at])?)))?;
    let first = document.blocks[..headings[0]].iter().rev().find_map(own_title)?;
    is_other(&first, &found.1).then_some(found)
}

/// The blocks that are prescribed headings of the first level.
fn headings(document: &Document) -> Vec<usize> {
    let titles: Vec<String> =
        template::section_titles().into_iter().map(|title| fold::key(title).into_owned()).collect();
    let is_heading = |block: &Block| {
        let Block::Line(line) = block else { return false };
        let found = ordinal::parse(&line.text).filter(|found| found.style == Style::Han);
        found.is_some_and(|found| titles.iter().any(|title| *title == fold::key(found.rest)))
    };
    (0..document.blocks.len()).filter(|&at| is_heading(&document.blocks[at])).collect()
}

/// The title of a report of the family that a line is.
fn own_title(block: &Block) -> Option<Title> {
    let Block::Line(line) = block else { return None };
    title::read(&line.text).filter(|title| !line.link && title.of_family && !title.other_kind)
}

/// Whether two titles are of different years, or of agencies none of whose names holds the other.
fn is_other(one: &Title, other: &Title) -> bool {
    let years = one.year.zip(other.year).is_some_and(|(one, other)| one != other);
    let agencies = one.agency.as_ref().zip(other.agency.as_ref());
    years || agencies.is_some_and(|(one, other)| !one.contains(other.as_str()) && !other.contains(one.as_str()))
}
