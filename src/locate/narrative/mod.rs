//! Sentences of the report -> what they count: applications, answers, cases, items disclosed, fees.
//!
//! A number is given to a thing only where its own words say so: the governing noun or verb stands directly before or
//! behind it, nothing narrows it down, and it speaks of the year of the report. Where a sentence leaves that open there
//! is no fact. Facts never override a table and raise no finding.

mod agreed;
mod clause;
mod count;
mod fill;
mod lead;
mod list;
mod marks;
mod matcher;
mod needs;
mod none;
mod paragraph;
mod struck;
mod time;
mod topic;

use self::topic::Titles;
use super::Located;
use crate::document::Place;
use crate::outline::{Outline, Part, Section};
use crate::template::Template;
use crate::text::fold;
use crate::text::quantity::Amount;
use crate::text::sieve::Sieve;
use serde::{Deserialize, Serialize};

/// One thing that a sentence counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What is counted, as a stable key.
    pub key: &'static str,
    /// The words that name it, as the comparison sees them: half-width, simplified, without blanks.
    pub name: String,
    /// The number as printed; none where the sentence states in words that there were none.
    pub value: Option<Amount>,
    /// The unit printed behind the number, with 万 or 亿 where the number has digits.
    pub unit: Option<String>,
    /// The sentence says 余, 多, 约, 近 or the like.
    pub approximate: bool,
    /// The time for which it counts, where that is said.
    pub scope: Option<Scope>,
    /// The clause as printed, from the one on that names other bodies than the agency where it counts theirs.
    pub words: String,
    /// The number of the section of the first level in which it stands.
    pub section: Option<String>,
    /// Where its paragraph stands.
    pub place: Option<Place>,
    /// The path of the only figure that it can mean.
    pub figure: Option<&'static str>,
}

/// The time that a count is said to cover.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Scope {
    /// The year of the report (全年, 本年, the year itself).
    Year,
    /// Up to some day, from the beginning or since a day (累计, 截至……, 自……以来).
    Cumulative,
}

/// What is known around a paragraph.
#[derive(Clone, Debug, Default)]
pub struct Setting<'a> {
    /// The year of the report.
    pub year: Option<i16>,
    /// The agency of the report.
    pub agency: Option<&'a str>,
    /// The edition of its tables.
    pub template: Option<&'static Template>,
    /// The titles of the sections around the paragraph, outermost first.
    pub titles: Vec<&'a str>,
}

/// A paragraph longer than this is a document on one line, not a paragraph.
const LONGEST: usize = 200_000;

/// The facts of one paragraph, without section and place.
pub fn of_paragraph(setting: &Setting<'_>, text: &str) -> Vec<Fact> {
    if may_count(text) { paragraph::read(setting, Titles::new(&setting.titles), text) } else { Vec::new() }
}

/// Whether a text can be a paragraph that counts something, or states that there was none.
fn may_count(text: &str) -> bool {
    // A line without punctuation is a label, a title or a row of a table.
    static MARKS: Sieve = Sieve::of(&['，', '。', '；', ',', ';']);
    let (mut prose, mut signs) = (false, false);
    text.len() <= LONGEST
        && text.chars().any(|c| {
            prose = prose || MARKS.holds(c);
            signs = signs || clause::sign(fold::half_width(c)).is_some();
            prose && signs
        })
}

/// The facts of a report's sentences. Only a report of the family has any: its tables, its title or its sections tell it.
pub(super) fn read(outline: &Outline, located: &Located) -> Vec<Fact> {
    let mut facts = Vec::new();
    let of_family = || located.identity.of_family || super::has_sections(&located.section_keys);
    if located.template.is_none() && !of_family() {
        return facts;
    }
    let identity = &located.identity;
    let mut setting = Setting {
        year: identity.year,
        agency: identity.agency.as_deref(),
        template: located.template,
        titles: Vec::new(),
    };
    parts(&outline.preamble, &setting, None, &mut facts);
    for section in &outline.sections {
        walk(section, &section.number, &mut setting, &mut facts);
    }
    facts
}

fn walk<'a>(section: &'a Section, number: &str, setting: &mut Setting<'a>, facts: &mut Vec<Fact>) {
    // A numbered sentence may have become a title.
    placed(of_paragraph(setting, &section.title), &section.place, Some(number), facts);
    setting.titles.push(&section.title);
    parts(&section.parts, setting, Some(number), facts);
    for inner in &section.sections {
        walk(inner, number, setting, facts);
    }
    setting.titles.pop();
}

fn parts(parts: &[Part], setting: &Setting<'_>, number: Option<&str>, facts: &mut Vec<Fact>) {
    let mut titles = None;
    for part in parts {
        if let Part::Paragraph(paragraph) = part
            && may_count(&paragraph.text)
        {
            let titles = *titles.get_or_insert_with(|| Titles::new(&setting.titles));
            placed(paragraph::read(setting, titles, &paragraph.text), &paragraph.place, number, facts);
        }
    }
}

fn placed(found: Vec<Fact>, place: &Place, number: Option<&str>, facts: &mut Vec<Fact>) {
    let place = (*place != Place::default()).then(|| place.clone());
    facts.extend(found.into_iter().map(|fact| Fact {
        section: number.filter(|number| !number.is_empty()).map(str::to_owned),
        place: place.clone(),
        ..fact
    }));
}
