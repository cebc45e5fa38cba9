//! Which of the titles around a report is its own.
//!
//! A page prints its title once or twice, and often the titles of others: the reports of other agencies and years in a list,
//! a menu, the article before and the one behind. What stands nearest to the report is its own, unless what the report says
//! elsewhere (its signature, its period, what the page calls itself) speaks for another. Where nothing tells, a finding does.

use super::metadata::Metadata;
use super::name::{is_called, may_be_one, stands_alone};
use super::printed::{self, Printed};
use super::title::{self, Title};
use crate::document::Document;
use crate::finding::{Finding, codes};
use crate::outline::Outline;
use crate::text::fold;
use std::cmp::Reverse;

/// What a report says of its agency and year elsewhere.
pub(super) struct Told<'t> {
    /// The name above the date at the end.
    pub signed: Option<&'t str>,
    /// Who published the page.
    pub publisher: Option<&'t str>,
    /// The year of the period.
    pub year: Option<i16>,
}

/// A title, and the block in which it ends, if one is printed.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub title: Title,
    pub block: Option<usize>,
    /// Over how many lines it is broken.
    lines: usize,
    /// The page calls itself so, or marks it as a heading.
    marked: bool,
}

/// The title of the report. Of equals the one of fewer lines wins, then the nearest: what the report prints comes before what
/// the page says.
pub(super) fn find(
    document: &Document,
    outline: &Outline,
    metadata: &Metadata,
    told: &Told<'_>,
) -> (Option<Candidate>, Option<Finding>) {
    let candidates = candidates(document, outline, metadata, told);
    let mut groups: Vec<Vec<&Candidate>> = Vec::new();
    for candidate in candidates.iter().filter(|candidate| weight(candidate) == MOST) {
        match groups.iter_mut().find(|group| are_one(&group[0].title, &candidate.title)) {
            Some(group) => group.push(candidate),
            None => groups.push(vec![candidate]),
        }
    }
    let whole = backed(&groups, told);
    let own = whole.or_else(|| nearest(&groups)).or_else(|| heaviest(&candidates));
    let several = groups.len() > 1 && whole.is_none();
    let nearer = own.and_then(|own| Some((own, nearer(&candidates, own)?)));
    let yields = |own: &Candidate, nearer: &Candidate| {
        are_two(own, nearer, told) && backing(nearer, own, &candidates, told) >= backing(own, nearer, &candidates, told)
    };
    if let Some((_, nearer)) = nearer.filter(|(own, nearer)| several || yields(own, nearer)) {
        return (Some(nearer.clone()), None);
    }
    // A line that alone names an agency, above one that does not, may be of a list too.
    let alone = nearer.filter(|(own, nearer)| is_alone(own, nearer, &groups, told));
    let others: Vec<&Candidate> = match alone {
        Some((_, nearer)) => vec![nearer],
        None if several => groups.iter().map(|group| group[0]).collect(),
        None => Vec::new(),
    };
    let printed = candidates.iter().filter(|one| one.title.of_family).filter_map(|one| one.block).max();
    let found = own.map(|own| Candidate { block: own.block.or(printed), ..own.clone() });
    (found, own.and_then(|own| contradicted(own, &others)))
}

/// All titles, the nearest first: those on one line, what the page says of itself, those on several lines.
fn candidates(document: &Document, outline: &Outline, metadata: &Metadata, told: &Told<'_>) -> Vec<Candidate> {
    let (lines, mut titles) = (printed::lines(document, outline), Titles::default());
    let printed = printed::windows(&lines, 1).rev();
    let mut all: Vec<Candidate> = printed.filter_map(|lines| candidate(lines, &mut titles)).collect();
    let declared = metadata.get("name").into_iter().chain(document.declared_titles.iter().map(String::as_str));
    let of_page = declared.filter_map(|title| titles.without_site(title));
    all.extend(of_page.map(|title| Candidate { title, block: None, lines: 1, marked: true }));
    // What is broken over lines above a whole title is none.
    let whole = all.iter().filter(|one| weight(one) == MOST).filter_map(|one| one.block).max();
    let below = lines.partition_point(|line| whole.is_some_and(|whole| line.block <= whole));
    for n in 2..=3 {
        let broken = printed::windows(&lines[below..], n).rev();
        let joined = |lines| candidate(lines, &mut titles).filter(|broken| is_joined(broken, lines, told));
        all.extend(broken.filter_map(joined));
    }
    all
}

/// The title that some lines are together.
fn candidate(lines: &[Printed<'_>], titles: &mut Titles) -> Option<Candidate> {
    let text: String = lines.iter().map(|line| line.text).collect();
    let last = lines.last()?;
    let marked = last.heading;
    Some(Candidate { title: titles.read(&text)?, block: Some(last.block), lines: lines.len(), marked })
}

/// What divides a title from the name of the site.
const STROKES: [char; 6] = ['_', '|', '｜', '-', '—', '–'];

/// The texts that were read as titles: a page says its own in several places.
#[derive(Default)]
struct Titles(Vec<(String, Option<Title>)>);

impl Titles {
    fn read(&mut self, text: &str) -> Option<Title> {
        if let Some((_, title)) = self.0.iter().find(|(known, _)| known == text) {
            return title.clone();
        }
        let title = title::read(text);
        self.0.push((text.to_owned(), title.clone()));
        title
    }

    /// A declared title without the names of the site and its columns: its beginning, or the part that reads as more of a
    /// title.
    fn without_site(&mut self, title: &str) -> Option<Title> {
        let cut = title.find(STROKES).filter(|&at| title[..at].chars().count() >= 8);
        let beginning = cut.map_or(title, |at| &title[..at]).trim();
        let mut best = self.read(beginning);
        for part in title.split(STROKES).map(str::trim) {
            let other = self.read(part);
            if other.as_ref().map_or(0, weight_of) > best.as_ref().map_or(0, weight_of) {
                best = other;
            }
        }
        best
    }
}

/// Whether the lines of a title belong together: what they name must be called like an agency, and no other one may have
/// signed the report. Where the last line is a title without the others, these must say their place or be told elsewhere:
/// else they are the site or a menu.
fn is_joined(broken: &Candidate, lines: &[Printed<'_>], told: &Told<'_>) -> bool {
    let Some(name) = &broken.title.agency else { return true };
    let name = fold::outside_brackets(name);
    let same = |other: &str| may_be_one(&name, other);
    let told_elsewhere = || told.signed.is_some_and(same) || told.publisher.is_some_and(same);
    let divided = || lines.last().and_then(|last| title::read(last.text)).is_none_or(|title| !title.of_family);
    let sound = is_called(&name) && !name.contains("信息公开") && told.signed.is_none_or(same);
    sound && (stands_alone(&name) || told_elsewhere() || divided())
}

/// How much a title says.
fn weight(candidate: &Candidate) -> u8 {
    weight_of(&candidate.title)
}

fn weight_of(title: &Title) -> u8 {
    u8::from(title.agency.is_some()) * 2 + u8::from(title.year.is_some()) + u8::from(title.of_family) * 4
}

/// The weight of a title that says all.
const MOST: u8 = 7;

/// Whether two whole titles are of one report.
fn are_one(one: &Title, other: &Title) -> bool {
    one.year == other.year && names(one, other.agency.as_deref()) == Some(true)
}

/// Whether a title names the agency that a name may mean, if both are there.
fn names(title: &Title, name: Option<&str>) -> Option<bool> {
    Some(may_be_one(title.agency.as_deref()?, name?))
}

/// The only whole title, or the one of several for which more speaks than for the others.
fn backed<'c>(groups: &[Vec<&'c Candidate>], told: &Told<'_>) -> Option<&'c Candidate> {
    let mut sorted: Vec<(u8, &'c Candidate)> = groups.iter().map(|group| (support(group, told), group[0])).collect();
    sorted.sort_by_key(|(support, _)| Reverse(*support));
    match sorted[..] {
        [(_, only)] => Some(only),
        [(most, first), (next, _), ..] if most > next => Some(first),
        _ => None,
    }
}

/// How much speaks for a title: the signature more than what the page calls itself or the period, these more than who
/// published the page, which may do so for others.
fn support(group: &[&Candidate], told: &Told<'_>) -> u8 {
    let title = &group[0].title;
    let named = |name: Option<&str>| names(title, name) == Some(true);
    let marked = group.iter().any(|candidate| candidate.marked);
    let year = title.year.is_some() && title.year == told.year;
    u8::from(named(told.signed)) * 6 + u8::from(marked) * 2 + u8::from(year) * 2 + u8::from(named(told.publisher))
}

/// The whole title that stands nearest to the report.
fn nearest<'c>(groups: &[Vec<&'c Candidate>]) -> Option<&'c Candidate> {
    let all = groups.iter().flatten().copied();
    all.max_by_key(|candidate| (candidate.block, Reverse(candidate.lines)))
}

/// The title that says most. What is broken over lines and says no year is less than a line that does.
fn heaviest(candidates: &[Candidate]) -> Option<&Candidate> {
    let mut best: Option<&Candidate> = None;
    for candidate in candidates {
        let more = |best: &Candidate| {
            let yearless = candidate.lines > 1 && candidate.title.year.is_none() && best.title.year.is_some();
            let other = candidate.title.other_kind && !best.title.other_kind;
            let better = best.title.other_kind && !candidate.title.other_kind;
            !yearless && !other && (better || weight(candidate) > weight(best))
        };
        if best.is_none_or(more) {
            best = Some(candidate);
        }
    }
    best
}

/// The title of the family that stands nearest to the report, if one does behind the one that says most.
fn nearer<'c>(candidates: &'c [Candidate], own: &Candidate) -> Option<&'c Candidate> {
    let behind = |candidate: &&Candidate| candidate.lines == 1 && candidate.block > own.block;
    let family = |candidate: &&Candidate| candidate.title.of_family && !candidate.title.other_kind;
    candidates.iter().filter(behind).find(family).filter(|nearer| !is_end_of(candidates, own, nearer))
}

/// Whether a line is the last one of a title: of the same one that stands below in several lines, or of the one above, whose
/// last line is printed twice.
fn is_end_of(candidates: &[Candidate], own: &Candidate, line: &Candidate) -> bool {
    let below = |one: &Candidate| one.lines > 1 && one.block == line.block && are_one(&one.title, &own.title);
    let last = |one: &Candidate| one.lines == 1 && one.block == own.block && one.title.text == line.title.text;
    candidates.iter().any(|one| below(one) || own.lines > 1 && last(one))
}

/// Whether the title that says most is of another year or agency than the nearest one or the signature: it stands in a list.
fn are_two(own: &Candidate, nearer: &Candidate, told: &Told<'_>) -> bool {
    let (own, nearer) = (&own.title, &nearer.title);
    let differ = |other: Option<&str>| names(own, other) == Some(false);
    let year = nearer.year.is_some() && own.year.is_some() && nearer.year != own.year;
    year || differ(nearer.agency.as_deref()) || nearer.agency.is_none() && differ(told.signed)
}

/// How much speaks for one of two titles, who published the page apart. A signature that is not of the other one's agency
/// speaks for a title that names none.
fn backing(own: &Candidate, other: &Candidate, candidates: &[Candidate], told: &Told<'_>) -> u8 {
    let same = |one: &&Candidate| one.title.text == own.title.text || are_one(&one.title, &own.title);
    let group: Vec<&Candidate> = candidates.iter().filter(same).collect();
    let nameless = own.title.agency.is_none() && names(&other.title, told.signed) == Some(false);
    support(&group, &Told { publisher: None, ..*told }) + u8::from(nameless) * 6
}

/// Whether nothing but one printed line names the agency, and the title of the report does not.
fn is_alone(own: &Candidate, nearer: &Candidate, groups: &[Vec<&Candidate>], told: &Told<'_>) -> bool {
    let Some(group) = groups.iter().find(|group| are_one(&group[0].title, &own.title)) else { return false };
    let same = |name: Option<&str>| names(&own.title, name) == Some(true);
    let marked = group.iter().any(|candidate| candidate.marked);
    own.block.is_some() && nearer.title.agency.is_none() && !marked && !same(told.signed) && !same(told.publisher)
}

fn contradicted(own: &Candidate, others: &[&Candidate]) -> Option<Finding> {
    let others = others.iter().map(|other| other.title.text.as_str()).filter(|text| *text != own.title.text);
    let others: Vec<&str> = others.take(NAMED).collect();
    let finding =
        || Finding::new(&codes::TITLES_SEVERAL).fact("title", &own.title.text).fact("others", others.join("、"));
    (!others.is_empty()).then(finding)
}

/// As many other titles are named.
const NAMED: usize = 3;
