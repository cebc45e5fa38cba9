//! Texts of the overview and of the problems that stand in last year's report, or in another agency's.

use super::similar::{Bands, Shingles, Signature};
use super::{Settings, file};
use crate::finding::{Finding, codes};
use crate::record::Brief;
use crate::record::brief::Text;
use std::collections::{BTreeMap, HashMap};

/// A shorter text says too little of its own to be a copy.
const SHORTEST: usize = 80;
/// As many characters of a common passage as are quoted.
const QUOTED: usize = 30;
/// Texts whose signatures promise less are not compared.
const PROMISE: usize = 25;

/// A text of a report.
struct Entry<'b> {
    report: usize,
    agency: String,
    year: i16,
    text: &'b Text,
    signature: Signature,
}

/// Judges the texts, the oldest first: what stands in two reports was copied into the later one.
pub fn check(briefs: &[Brief], settings: &Settings, found: &mut Vec<(usize, Finding)>) {
    let entries = entries(briefs, settings);
    let mut bands: HashMap<&str, Bands> = HashMap::new();
    let mut own: BTreeMap<(&str, &str, i16), usize> = BTreeMap::new();
    for (at, entry) in entries.iter().enumerate() {
        let key = entry.text.key.as_str();
        let met = bands.entry(key).or_default().meet(at, &entry.signature);
        let last = own.get(&(entry.agency.as_str(), key, entry.year - 1)).copied();
        own.entry((entry.agency.as_str(), key, entry.year)).or_insert(at);
        let repeated = last.and_then(|last| repeated(entry, &entries[last], settings));
        let foreign = met.into_iter().map(|at| &entries[at]).filter(|other| other.agency != entry.agency);
        let closest = foreign.map(|other| (entry.signature.likeness(&other.signature), other)).fold(
            None,
            |best: Option<(usize, &Entry)>, (likeness, other)| match best {
                Some((most, _)) if most >= likeness => best,
                _ => Some((likeness, other)),
            },
        );
        let shared = closest.and_then(|(_, other)| shared(briefs, entry, other, settings));
        found.extend(repeated.into_iter().chain(shared).map(|finding| (entry.report, finding)));
    }
}

fn entries<'b>(briefs: &'b [Brief], settings: &Settings) -> Vec<Entry<'b>> {
    let mut entries: Vec<Entry> = Vec::new();
    for (report, brief) in briefs.iter().enumerate() {
        let (Some(agency), Some(year), Some(_)) = (&brief.agency, brief.year, brief.template) else { continue };
        let agency = settings.aliases.name(agency).key;
        for text in &brief.texts {
            let shingles = Shingles::of(&text.text);
            if let Some(signature) = shingles.signature().filter(|_| shingles.length() >= SHORTEST) {
                entries.push(Entry { report, agency: agency.clone(), year, text, signature });
            }
        }
    }
    entries.sort_by_key(|entry| (entry.year, entry.report));
    entries
}

/// The share of a text that stands in another, and a passage of it, where it is large.
fn common(entry: &Entry, other: &Entry, settings: &Settings) -> Option<(u8, String)> {
    if entry.signature.likeness(&other.signature) < PROMISE {
        return None;
    }
    let (share, run) = Shingles::of(&entry.text.text).shared(&Shingles::of(&other.text.text));
    let passage = entry.text.text[run].split_whitespace().collect::<String>();
    (share >= settings.similarity).then(|| (share, crate::check::prose::excerpt(&passage, QUOTED)))
}

fn repeated(entry: &Entry, last: &Entry, settings: &Settings) -> Option<Finding> {
    let (share, passage) = common(entry, last, settings)?;
    let finding = Finding::new(&codes::TEXT_REPEATED);
    Some(
        finding
            .fact("section", &entry.text.name)
            .fact("share", share)
            .fact("before", last.year)
            .fact("passage", passage),
    )
}

fn shared(briefs: &[Brief], entry: &Entry, other: &Entry, settings: &Settings) -> Option<Finding> {
    let (share, passage) = common(entry, other, settings)?;
    let source = &briefs[other.report];
    let finding = Finding::new(&codes::TEXT_SHARED);
    Some(
        finding
            .fact("section", &entry.text.name)
            .fact("share", share)
            .fact("agency", source.agency.as_deref().unwrap_or_default())
            .fact("before", other.year)
            .fact("other", file(source))
            .fact("passage", passage),
    )
}
