//! Reports of several years and bodies, set beside each other.
//!
//! Reports are grouped by agency and put in the order of their years. What is said of two reports stands with the later
//! one, or the one given later. Time and memory grow with the number of reports.

pub mod agency;
mod continued;
mod copied;
mod doubles;
mod similar;

use crate::finding::Finding;
use crate::record::Brief;
use agency::{Aliases, Name};
use std::collections::BTreeMap;

/// How reports are set beside each other.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Other names of agencies.
    pub aliases: Aliases,
    /// The share of a text, in percent, that must stand in another for it to be called copied.
    pub similarity: u8,
    /// By how much the documents in force may differ from what was issued and repealed before it is said.
    pub in_force: u32,
}

impl Default for Settings {
    fn default() -> Self {
        Settings { aliases: Aliases::default(), similarity: 80, in_force: 0 }
    }
}

/// The reports of one agency.
struct Chain<'b> {
    name: Name,
    /// The reports of each year, in the order given.
    years: BTreeMap<i16, Vec<usize>>,
    briefs: &'b [Brief],
}

impl Chain<'_> {
    /// The report of each year; none of a year whose reports differ.
    fn single(&self) -> Vec<(i16, usize)> {
        let alone = |(&year, reports): (&i16, &Vec<usize>)| {
            let (&first, others) = reports.split_first()?;
            let differ = others.iter().any(|&other| doubles::differ(&self.briefs[first], &self.briefs[other]));
            (!differ).then_some((year, first))
        };
        self.years.iter().filter_map(alone).collect()
    }

    fn agency(&self, report: usize) -> &str {
        self.briefs[report].agency.as_deref().unwrap_or_default()
    }
}

/// What there is to say of reports beside each other: the number of a report, and a finding about it.
pub fn across(briefs: &[Brief], settings: &Settings) -> Vec<(usize, Finding)> {
    let mut found = Vec::new();
    for chain in chains(briefs, &settings.aliases) {
        let namesakes = doubles::check(&chain, &mut found);
        if !namesakes {
            continued::check(&chain, settings, &mut found);
        }
    }
    copied::check(briefs, settings, &mut found);
    for (report, finding) in found.iter_mut().filter(|(_, finding)| finding.place.is_none()) {
        finding.place = finding.figures.first().and_then(|path| briefs[*report].place(path)).cloned();
    }
    // What is said under one code stays in the order of the form.
    found.sort_by_key(|(report, finding)| (*report, finding.code.code));
    found
}

/// The annual reports whose agency and year are known, by agency.
fn chains<'b>(briefs: &'b [Brief], aliases: &Aliases) -> Vec<Chain<'b>> {
    let mut chains: BTreeMap<String, Chain> = BTreeMap::new();
    for (at, brief) in briefs.iter().enumerate() {
        let (Some(agency), Some(year), Some(_)) = (&brief.agency, brief.year, brief.template) else { continue };
        let name = aliases.name(agency);
        let chain = chains.entry(name.key.clone()).or_insert_with(|| Chain { name, years: BTreeMap::new(), briefs });
        chain.years.entry(year).or_default().push(at);
    }
    chains.into_values().collect()
}

/// What a report is called where another one speaks of it: its file.
fn file(brief: &Brief) -> String {
    let name = brief.source.name();
    if name.is_empty() { brief.title.clone().unwrap_or_default() } else { name }
}
