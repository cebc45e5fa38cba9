//! The sections that the edition prescribes are there, once, in their order, and say something.

use crate::check::prose;
use crate::finding::{Finding, codes};
use crate::record::{Record, Section};
use crate::template::{self, PRACTICE, SectionSpec, TEMPLATES, Template, WORDS};
use crate::text::{fold, ordinal};
use std::borrow::Cow;

/// As many characters as a section holds that says nothing (无其他需要报告的事项).
const NOTHING: usize = 14;

/// Judges the sections of the first level.
pub fn check(record: &Record) -> Vec<Finding> {
    let Some(template) = record.template.and_then(template::by_id).or_else(|| of_year(record)) else {
        return Vec::new();
    };
    if super::year::is_blank(record) {
        return missing(record, template);
    }
    let mut findings = missing(record, template);
    findings.extend(record.sections.iter().filter_map(|section| empty(section, template)));
    let titles: Vec<Cow<'_, str>> = record.sections.iter().map(|section| fold::key(&section.title)).collect();
    findings.extend(template.sections.iter().filter_map(|spec| twice(record, spec, &titles)));
    findings.extend(out_of_order(record, template));
    findings.extend(number_twice(record));
    findings
}

/// The edition of a report of the family whose tables are not in it: that of its year, if it has most of its sections.
fn of_year(record: &Record) -> Option<&'static Template> {
    let (year, title) = (record.year?, fold::key(record.title.as_deref()?));
    let of_family = WORDS.title_ends.iter().any(|end| title.contains(end));
    let edition = TEMPLATES.iter().find(|template| template.years.contains(&year) && of_family)?;
    let keyed = record.sections.iter().filter(|section| section.key.is_some()).count();
    (keyed > edition.sections.len() / 2).then_some(edition)
}

/// Where most are missing, the headings were lost on the way, and one by one would say nothing. A workbook has no headings.
fn missing(record: &Record, template: &Template) -> Vec<Finding> {
    let missing: Vec<_> = template.sections.iter().filter(|spec| prose::keyed(record, spec.key).is_none()).collect();
    if missing.len() * 2 > template.sections.len() {
        let (all, found) = (template.sections.len(), template.sections.len() - missing.len());
        let untold = Finding::new(&codes::SECTIONS_UNTOLD).fact("count", all).fact("found", found);
        return if is_text(record) { vec![untold] } else { Vec::new() };
    }
    missing
        .iter()
        .map(|spec| Finding::new(&codes::SECTION_MISSING).fact("section", format!("{}、{}", spec.number, spec.title)))
        .collect()
}

/// Whether a record is of a page or a text.
fn is_text(record: &Record) -> bool {
    matches!(record.source.format.as_str(), "html" | "text")
}

fn empty(section: &Section, template: &Template) -> Option<Finding> {
    let key = section.key.as_deref()?;
    if prose::is_empty(section) {
        return Some(Finding::new(&codes::SECTION_EMPTY).fact("section", prose::name(section)));
    }
    let texts = prose::paragraphs(section);
    let letters = texts.iter().flat_map(|text| fold::places(text));
    let said: String = letters.map(|(_, letter)| letter).take(NOTHING + 1).collect();
    let nothing = said.chars().count() <= NOTHING && PRACTICE.nothing.iter().any(|word| said.starts_with(word));
    (template.spoken.contains(&key) && nothing).then(|| {
        let finding = Finding::new(&codes::SECTION_ONLY_NONE).fact("section", prose::name(section));
        finding.fact("text", texts.concat().trim())
    })
}

/// Only the first of two sections with one title has a key.
fn twice(record: &Record, spec: &SectionSpec, titles: &[Cow<'_, str>]) -> Option<Finding> {
    let first = record.sections.iter().position(|section| section.key.as_deref() == Some(spec.key))?;
    let count = titles.iter().filter(|title| **title == titles[first]).count();
    let finding = Finding::new(&codes::SECTION_TWICE).fact("section", spec.title).fact("count", count);
    (count > 1).then_some(finding)
}

/// The first section with the number of one before it.
fn number_twice(record: &Record) -> Option<Finding> {
    let again = |at: &usize| {
        let number = &record.sections[*at].number;
        !number.is_empty() && record.sections[..*at].iter().any(|section| section.number == *number)
    };
    let section = &record.sections[(0..record.sections.len()).find(again)?];
    let finding = Finding::new(&codes::SECTION_NUMBER_TWICE);
    Some(finding.fact("section", prose::name(section)).fact("number", &section.number))
}

/// The first section that stands after one which the form puts behind it.
fn out_of_order(record: &Record, template: &Template) -> Option<Finding> {
    let position = |section: &Section| {
        let spec = template.sections.iter().find(|spec| Some(spec.key) == section.key.as_deref())?;
        ordinal::han_number(spec.number)
    };
    let keyed: Vec<(u32, &Section)> =
        record.sections.iter().filter_map(|section| Some((position(section)?, section))).collect();
    let (before, after) = keyed.iter().zip(keyed.iter().skip(1)).find(|(before, after)| after.0 < before.0)?;
    let finding = Finding::new(&codes::SECTION_ORDER);
    Some(finding.fact("section", prose::name(after.1)).fact("after", prose::name(before.1)))
}
