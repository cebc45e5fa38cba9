//! Which paragraphs are headings, and which of them make up the first level.
//!
//! The rows 一、二、三、四 of a flattened table, a list of sections in the preamble and a contents list look like headings.
//! The first level is the best chain of rising numbers: a heading has content after it, a row has values.

use super::paragraph::Item;
use super::{Titles, titled};
use crate::text::fold;
use crate::text::ordinal::{self, Style};

/// A heading of the first level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Heading {
    /// The item that holds it.
    pub item: usize,
    /// How its number is written.
    pub style: Style,
    /// Its number; of a title by which it was found the one that its section has.
    pub value: u32,
    /// It is a title whose number is lost, or that no mark parts from its number.
    pub bare: bool,
}

/// A title longer than this is a sentence.
pub(super) const LONGEST: usize = 45;

/// A longer paragraph is no heading, whatever it begins with.
const LONGEST_ITEM: usize = 400;

/// The number, title and rest of a heading. A run-in heading is the first sentence of its paragraph, or what a colon parts
/// from it.
pub(crate) fn split(text: &str) -> Option<(ordinal::Ordinal<'_>, &str, &str)> {
    let found = ordinal::parse(text)?;
    let (sentence, rest) = match found.rest.find('。') {
        Some(at) => (&found.rest[..at], found.rest[at + '。'.len_utf8()..].trim()),
        None => (found.rest, ""),
    };
    let (title, rest) = parted(found.rest, sentence).unwrap_or((sentence, rest));
    let title = title.trim().trim_end_matches(['：', ':']);
    let length = title.chars().count();
    let item = title.ends_with(['；', ';', '，', ',']);
    let run_in = !rest.is_empty() && length > 30;
    (length > 0 && length <= LONGEST && !item && !run_in).then_some((found, title, rest))
}

/// A title and the sentence behind its colon: 主动公开情况：2023年，……. Behind that of a label (邮编：, 行政许可：) is no sentence.
fn parted<'t>(text: &'t str, first: &str) -> Option<(&'t str, &'t str)> {
    let at = first.find(['：', ':'])?;
    let (title, rest) = (&text[..at], text[at..].trim_start_matches(['：', ':']).trim());
    let short = (2..=SHORT).contains(&title.trim().chars().count());
    let comma = |c: char| matches!(c, '，' | ',' | '。' | '；');
    let says = rest.match_indices(comma).any(|(at, mark)| mark != "," || rest[at + 1..].starts_with(fold::is_han));
    (short && says && title.chars().all(|c| fold::is_han(c) || c == '、')).then_some((title, rest))
}

/// A title before a colon is no longer than this.
const SHORT: usize = 20;

/// The headings of the first level.
pub(crate) fn first_level(items: &[Item], titles: &Titles) -> Vec<Heading> {
    let candidates: Vec<Heading> = (0..items.len()).filter_map(|item| candidate(items, item)).collect();
    let numbered = numbered(items, &candidates);
    titled::complete(items, numbered, candidates, titles)
}

/// The headings of the first level by their numbers.
fn numbered(items: &[Item], candidates: &[Heading]) -> Vec<Heading> {
    let of = |style: Style| of_style(items, candidates, style);
    let parts = of(Style::Part);
    if parts.len() >= 2 {
        return parts;
    }
    let han = of(Style::Han);
    // A report without the usual numbers may count its sections another way.
    let other = || [Style::HanBracket, Style::Arabic].into_iter().map(of).find(|chain| chain.len() >= LEAST);
    if han.len() >= 2 { han } else { other().unwrap_or(han) }
}

/// The chain of the candidates whose numbers are written one way.
pub(super) fn of_style(items: &[Item], candidates: &[Heading], style: Style) -> Vec<Heading> {
    let own: Vec<Heading> = candidates.iter().copied().filter(|heading| heading.style == style).collect();
    chain(items, &own)
}

/// As many headings make other numbers those of the first level.
const LEAST: usize = 4;

fn candidate(items: &[Item], item: usize) -> Option<Heading> {
    let paragraph = items[item].paragraph()?;
    let (found, ..) = split(&paragraph.text)?;
    if paragraph.text.chars().nth(LONGEST_ITEM).is_some() || items[item].is_tabular() || is_entry(&paragraph.text) {
        return None;
    }
    // 第二十条 is an article that a table or a sentence cites.
    let article = found.number.trim_end().ends_with('条');
    let level = matches!(found.style, Style::Part | Style::Han | Style::HanBracket | Style::Arabic);
    (level && !article).then_some(Heading { item, style: found.style, value: found.value, bare: false })
}

/// Whether a line is an entry of a table of contents: dots lead to the number of a page.
fn is_entry(line: &str) -> bool {
    let line = line.trim_end();
    let before = line.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
    let led = before.trim_end_matches(DOTS);
    before.len() < line.len() && before[led.len()..].chars().count() > 2
}

/// What leads from a title to its page.
const DOTS: [char; 6] = ['.', '．', '·', '…', '⋯', '—'];

/// Whether the source or its whole title marks a heading.
fn is_marked(items: &[Item], heading: &Heading) -> bool {
    items[heading.item].paragraph().is_some_and(|paragraph| paragraph.heading.is_some())
}

/// How much speaks for a candidate.
fn weight(items: &[Item], candidates: &[Heading], at: usize) -> i64 {
    let heading = candidates[at];
    let next = items.get(heading.item + 1);
    let mut weight = 10;
    let marked = is_marked(items, &heading) || heading.bare;
    let over_table = || next.is_some_and(|next| next.is_tabular() || matches!(next, Item::Grid(_)));
    // A label with its values below it; what is marked as a heading is none.
    if !marked && next.is_some_and(Item::is_tabular) {
        weight -= 14;
    }
    if listed(items, candidates, at) {
        weight -= 5;
    }
    // A row of a table (四、…) directly above the heading of the same number.
    if !marked && candidates.get(at + 1).is_some_and(|c| c.item == heading.item + 1 && c.value == heading.value) {
        weight -= 8;
    }
    if marked {
        // The title of a table stands above it, and not a subheading of the same words.
        weight += if heading.bare && over_table() { 3 } else { 2 };
    }
    if items[heading.item].paragraph().is_some_and(|p| p.link) {
        weight -= 6;
    }
    weight
}

/// Whether a heading stands in a list of them: nothing is said between it and the one before or behind it.
pub(super) fn listed(items: &[Item], candidates: &[Heading], at: usize) -> bool {
    let follow = |one: usize| {
        let (one, next) = (&candidates[one], &candidates[one + 1]);
        next.value.abs_diff(one.value) == 1
            && next.item - one.item <= FAR
            && items[one.item + 1..next.item].iter().all(says_nothing)
    };
    at + 1 < candidates.len() && follow(at) || at > 0 && follow(at - 1)
}

/// As many items stand at most between two entries of a list.
const FAR: usize = 4;

/// Whether an item holds no words: the number of a page, dots, a stroke.
fn says_nothing(item: &Item) -> bool {
    item.paragraph().is_some_and(|paragraph| !paragraph.text.contains(fold::is_han))
}

/// The heaviest chain of rising numbers. A number that is left out costs less than a heading brings.
pub(super) fn chain(items: &[Item], candidates: &[Heading]) -> Vec<Heading> {
    let mut best: Vec<(i64, Option<usize>)> = Vec::new();
    // A report of more headings of one level than this is none; the cap keeps the work bounded.
    let candidates = &candidates[..candidates.len().min(2000)];
    for (at, heading) in candidates.iter().enumerate() {
        let own = weight(items, candidates, at);
        let from_start = own - 3 * (i64::from(heading.value) - 1).min(3);
        let step = |b: &usize| {
            let left_out = i64::from(heading.value - candidates[*b].value - 1);
            // A report may lack the sections between two prescribed titles.
            let cost = if is_marked(items, heading) { left_out.min(1) } else { left_out };
            best[*b].0 + own - 6 * cost + i64::from(left_out == 0) * 2
        };
        let before =
            (0..at).filter(|&b| candidates[b].value < heading.value).max_by_key(|b| (step(b), std::cmp::Reverse(*b)));
        best.push(match before {
            Some(b) if step(&b) > from_start => (step(&b), Some(b)),
            _ => (from_start, None),
        });
    }
    let mut chain = Vec::new();
    let mut at = (0..best.len()).max_by_key(|&i| (best[i].0, std::cmp::Reverse(i))).filter(|&i| best[i].0 > 0);
    while let Some(i) = at {
        chain.push(candidates[i]);
        at = best[i].1;
    }
    chain.reverse();
    chain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_runs_in_before_a_full_stop_or_a_colon() {
        fn told(text: &str) -> Option<(&str, &str)> {
            split(text).map(|(_, title, rest)| (title, rest))
        }
        let sentence = "2023年，公开信息27条，其中规划计划类3条。下一步继续做好。";
        for mark in ["。", "：", ":"] {
            let text = ["（一）主动公开情况", mark, sentence].concat();
            assert_eq!(told(&text), Some(("主动公开情况", sentence)), "{text}");
        }
        assert_eq!(told("一、总体情况："), Some(("总体情况", "")));
        assert!(is_entry("一、总体情况.......... 1") && is_entry("二、主动公开政府信息情况………12"));
        assert!(!is_entry("一、总体情况") && !is_entry("1.行政许可 12") && !is_entry("一、总体情况……"));
        // A label and its value, which say nothing.
        assert_eq!(told("1.邮编：000000"), Some(("邮编：000000", "")));
        assert_eq!(told("2.行政许可：1,234"), Some(("行政许可：1,234", "")));
    }
}
