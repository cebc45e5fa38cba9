//! Who signed a report at its end, and when.

use super::{dates, name, squeezed};
use crate::finding::{Finding, codes, parts};
use crate::outline::{Outline, Part};
use std::borrow::Cow;

/// The end of a report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Signature {
    /// The name, the last one that stands alone.
    pub name: Option<String>,
    /// The date below it, or the last one that stands alone.
    pub date: Option<String>,
    /// The date stands below the name.
    pub dated: bool,
}

impl Signature {
    /// It is dated before the year of the report was over, which the date of publication does not show.
    pub fn early(&self, year: i16, published: Option<&str>) -> Option<Finding> {
        let date = self.date.as_deref().filter(|date| self.dated && published != Some(date))?;
        let signed_in: i16 = date.get(..4)?.parse().ok()?;
        let finding = || Finding::new(&codes::PUBLISHED_EARLY).term("what", &parts::SIGNED);
        (signed_in <= year).then(|| finding().fact("year", year).fact("published", date))
    }
}

/// As many lines at the end of a report as may be its signature.
const LAST: usize = 6;
/// What stands behind a name in place of a seal.
const SEALS: &[&str] = &["（盖章）", "(盖章)", "（公章）", "(公章)", "（章）"];

/// The last short lines of the report that are a name and a date. What is printed below them repeats them.
pub(super) fn find(outline: &Outline) -> Signature {
    let lines = last_lines(outline);
    let lines: Vec<&str> = lines.iter().flat_map(|line| parts(line)).collect();
    let name = |line: &str| name::is_agency(line).then(|| line.to_owned());
    let date = |line: &str| dates::is_date(line).then(|| dates::date(line)).flatten();
    let signed = lines.windows(2).find_map(|pair| Some((name(pair[0])?, date(pair[1])?)));
    match signed {
        Some((name, date)) => Signature { name: Some(name), date: Some(date), dated: true },
        None => Signature {
            name: lines.iter().rev().find_map(|line| name(line)),
            date: lines.iter().rev().find_map(|line| date(line)),
            dated: false,
        },
    }
}

/// The last paragraphs of the last section, in order.
fn last_lines(outline: &Outline) -> Vec<Cow<'_, str>> {
    let Some(mut section) = outline.sections.last() else { return Vec::new() };
    while let Some(last) = section.sections.last() {
        section = last;
    }
    let lines = section.parts.iter().rev().take(LAST).filter_map(|part| match part {
        Part::Paragraph(paragraph) => Some(squeezed(&paragraph.text)),
        Part::Grid(_) => None,
    });
    let mut lines: Vec<Cow<'_, str>> = lines.collect();
    lines.reverse();
    lines
}

/// A line without a seal; a name and its date on one line are two.
pub(super) fn parts(line: &str) -> impl Iterator<Item = &str> {
    let line = SEALS.iter().find_map(|seal| line.strip_suffix(seal)).unwrap_or(line);
    let at = line.find(|c: char| c.is_ascii_digit() || c == '二');
    let cut = at.filter(|&at| name::is_agency(&line[..at]) && dates::is_date(&line[at..]));
    let (first, second) = line.split_at(cut.unwrap_or(line.len()));
    std::iter::once(first).chain(Some(second).filter(|second| !second.is_empty()))
}
