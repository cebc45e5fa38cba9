//! Headings that their titles tell, where the numbers do not: a tool loses the numbers of a list, an office gives two sections
//! the same.

use super::Titles;
use super::heading::{Heading, LONGEST, chain, listed, of_style, split};
use super::paragraph::Item;
use crate::text::ordinal::{self, Style};
use crate::text::quantity::is_han_digit;

/// The numbered headings, or those by titles where these tell more.
pub(super) fn complete(
    items: &[Item],
    numbered: Vec<Heading>,
    candidates: Vec<Heading>,
    titles: &Titles,
) -> Vec<Heading> {
    let told: Vec<u32> =
        numbered.iter().filter_map(|heading| Some(titled(items, heading.item, titles)?.value)).collect();
    // What holds nothing but titles is a list of contents.
    let contents = (0..numbered.len()).filter(|&at| listed(items, &numbered, at)).count() * 2 > numbered.len();
    if titles.numbers().all(|number| told.contains(&number)) && !contents {
        return numbered;
    }
    let titled: Vec<Heading> = (0..items.len()).filter_map(|item| titled(items, item, titles)).take(MOST + 1).collect();
    if titled.len() > MOST {
        return numbered;
    }
    let by_titles = match told.is_empty() {
        true if titled.len() <= FEW => return of_other_style(items, &candidates, titles).unwrap_or(numbered),
        true => chain(items, &titled),
        false => together(items, candidates, &titled),
    };
    let count = by_titles.iter().filter(|heading| is_among(heading, &titled)).count();
    if count > told.len().max(FEW) || contents && count == told.len() { by_titles } else { numbered }
}

/// No more titles than these may stand in any text.
const FEW: usize = 2;
/// A text with more of them is no report.
const MOST: usize = 500;

/// The headings with numbers of another style, if most of them have titles: 1., （一）, 第一部分. The rows of a table may be
/// counted as the form counts its sections.
fn of_other_style(items: &[Item], candidates: &[Heading], titles: &Titles) -> Option<Vec<Heading>> {
    let is_titled = |heading: &&Heading| {
        let title = items[heading.item].paragraph().and_then(|paragraph| Some(split(&paragraph.text)?.1));
        title.is_some_and(|title| titles.number_of(title).is_some())
    };
    let styles = [Style::Part, Style::Arabic, Style::HanBracket].into_iter();
    styles
        .map(|style| of_style(items, candidates, style))
        .find(|chain| chain.iter().filter(is_titled).count() > (chain.len() / 2).max(FEW))
}

fn is_among(heading: &Heading, headings: &[Heading]) -> bool {
    headings.iter().any(|other| other.item == heading.item)
}

/// A heading with a prescribed title: a Chinese number and the title, or nothing but the title with at most a number before
/// it.
fn titled(items: &[Item], item: usize, titles: &Titles) -> Option<Heading> {
    let text = &items[item].paragraph()?.text;
    let (title, bare) = match split(text).filter(|(found, ..)| found.style == Style::Han) {
        Some((_, title, _)) => (title, false),
        None => (self::bare(text)?.1, true),
    };
    let value = titles.number_of(title)?;
    (!items[item].is_tabular()).then_some(Heading { item, style: Style::Han, value, bare })
}

/// The number and the title of a line in which no mark parts them; the number may be missing.
pub(super) fn bare(text: &str) -> Option<(&str, &str)> {
    if text.chars().nth(LONGEST).is_some() || ordinal::parse(text).is_some() {
        return None;
    }
    let title = text.trim_start_matches(|c: char| c.is_ascii_digit() || is_han_digit(c));
    let (number, title) = (&text[..text.len() - title.len()], title.trim());
    (number.chars().count() <= 2).then_some((number, title))
}

/// The headings among numbered lines and lines with titles.
fn together(items: &[Item], mut candidates: Vec<Heading>, titled: &[Heading]) -> Vec<Heading> {
    candidates.retain(|heading| heading.style == Style::Han);
    let own = |heading: &&Heading| !heading.bare || stands_alone(items, &candidates, titled, heading);
    let mut all: Vec<Heading> = titled.iter().filter(own).copied().collect();
    all.extend(candidates.iter().filter(|heading| !is_among(heading, titled)));
    all.sort_by_key(|heading| heading.item);
    chain(items, &all)
}

/// Whether a title without a number is none of a list, no link, and does not stand below a heading of its number, as the
/// caption of a table does.
fn stands_alone(items: &[Item], candidates: &[Heading], titled: &[Heading], heading: &Heading) -> bool {
    let beside = |other: &Heading| other.bare && other.item.abs_diff(heading.item) == 1;
    let over = |other: &Heading| other.value == heading.value && other.item + 1 == heading.item;
    let link = items[heading.item].paragraph().is_some_and(|paragraph| paragraph.link);
    !link && !titled.iter().any(beside) && !candidates.iter().any(over)
}
