//! Headings that their titles tell, where the numbers do not: a tool loses the numbers of a list, an office gives two sections
//! the same.

use super::Titles;
use super::heading::{Heading, LONGEST, chain, split};
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
    if titles.numbers().all(|number| told.contains(&number)) {
        return numbered;
    }
    let titled: Vec<Heading> = (0..items.len()).filter_map(|item| titled(items, item, titles)).collect();
    let by_titles = match told.is_empty() {
        true => chain(items, &titled),
        false => together(items, candidates, &titled),
    };
    let count = |headings: &[Heading]| {
        headings.iter().filter(|heading| titled.iter().any(|titled| titled.item == heading.item)).count()
    };
    if count(&by_titles) > told.len().max(FEW) { by_titles } else { numbered }
}

/// No more titles than these may stand in any text.
const FEW: usize = 2;

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

/// The headings among numbered lines and lines with titles. Titles without numbers in a list, or in a link, are passed over,
/// and one that stands below a heading of its number: the caption of a table.
fn together(items: &[Item], mut candidates: Vec<Heading>, titled: &[Heading]) -> Vec<Heading> {
    candidates.retain(|heading| heading.style == Style::Han);
    let beside = |heading: &Heading, other: &Heading| other.bare && other.item.abs_diff(heading.item) == 1;
    let over = |heading: &Heading, other: &Heading| other.value == heading.value && other.item + 1 == heading.item;
    let link = |heading: &Heading| items[heading.item].paragraph().is_some_and(|paragraph| paragraph.link);
    let alone = |heading: &Heading| {
        let listed = titled.iter().any(|other| beside(heading, other));
        !listed && !link(heading) && !candidates.iter().any(|other| over(heading, other))
    };
    let own = titled.iter().filter(|heading| !heading.bare || alone(heading)).copied();
    let mut all: Vec<Heading> = own.collect();
    let other = |heading: &Heading| !titled.iter().any(|titled| titled.item == heading.item);
    all.extend(candidates.iter().filter(|heading| other(heading)));
    all.sort_by_key(|heading| heading.item);
    chain(items, &all)
}
