//! A record, or its JSON -> what is kept of it to set it beside others and to speak of its findings.
//!
//! A record holds every table and text of its report; of ten thousand records nobody needs all that at once. A brief holds
//! who and when, the figures without their texts, the running text of two sections, and the findings with what they name.

use super::{Block, Evidence, FindingRecord, Kind, Reading, Record, SCHEMA, Section, Source};
use crate::document::Place;
use crate::finding::Origin;
use crate::template::{self, TEMPLATES};
use crate::text::quantity::Amount;
use serde::Deserialize;
use serde_json::Value;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// What is kept of a record.
#[derive(Clone, Debug, Default)]
pub struct Brief {
    /// The file.
    pub source: Source,
    /// The title as printed.
    pub title: Option<String>,
    /// The agency as printed.
    pub agency: Option<String>,
    /// The report year.
    pub year: Option<i16>,
    /// The edition of its tables.
    pub template: Option<&'static str>,
    /// The figures, in the order of the dictionary.
    figures: Vec<Kept>,
    /// Where the figures stand that are set beside those of other years.
    places: BTreeMap<u16, Place>,
    /// The running text of the sections that are compared.
    pub texts: Vec<Text>,
    /// The findings.
    pub findings: Vec<Reported>,
}

/// A figure: its number in the dictionary, and what stands there.
#[derive(Clone, Copy, Debug)]
struct Kept {
    figure: u16,
    reading: Option<Reading>,
    value: Option<Amount>,
    sure: bool,
}

/// What stands where a figure should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// How it was read; unknown where a record without evidence has no number.
    pub reading: Option<Reading>,
    /// The number, if it is one.
    pub value: Option<Amount>,
    /// Its row and column are beyond doubt.
    pub sure: bool,
}

/// The running text of a section.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// The key of the section.
    pub key: String,
    /// Its title.
    pub name: String,
    /// Its paragraphs, a line each.
    pub text: String,
}

/// A finding with the figures that it names, as printed.
#[derive(Clone, Debug)]
pub struct Reported {
    /// The finding.
    pub finding: FindingRecord,
    /// The figures that it names, as far as the record tells what stands there.
    pub printed: Vec<Printed>,
}

/// A figure that a finding names.
#[derive(Clone, Debug)]
pub struct Printed {
    /// Its path.
    pub path: String,
    /// How it was read.
    pub reading: Option<Reading>,
    /// The number, if it is one.
    pub value: Option<Amount>,
    /// The text as printed; empty where the record does not tell.
    pub raw: String,
    /// Where it stands.
    pub place: Option<Place>,
}

/// The keys of the sections whose text is kept.
const COMPARED: [&str; 2] = ["overview", "problems"];

/// How the paths begin of figures that are set beside those of other years.
const CONTINUED: [&str; 2] = ["disclosure.", "requests.carried_"];

/// Every path of every edition, in the order of the forms.
static PATHS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut known = BTreeSet::new();
    let all = TEMPLATES.iter().flat_map(|template| template.figures()).map(|figure| figure.path);
    all.filter(|path| known.insert(path.clone())).collect()
});

/// The number of each path.
static NUMBERS: LazyLock<BTreeMap<&'static str, u16>> = LazyLock::new(|| {
    let paths: &'static Vec<String> = &PATHS;
    paths.iter().map(String::as_str).zip(0..).collect()
});

fn number(path: &str) -> Option<u16> {
    NUMBERS.get(path).copied()
}

/// The fields of a record that a brief is made of, as they stand in JSON.
#[derive(Deserialize)]
struct Wire {
    schema: String,
    source: Source,
    kind: Kind,
    title: Option<String>,
    agency: Option<String>,
    year: Option<i16>,
    template: Option<String>,
    #[serde(default)]
    sections: Vec<Section>,
    disclosure: Option<Value>,
    requests: Option<Value>,
    remedies: Option<Value>,
    statistics: Option<Value>,
    #[serde(default)]
    evidence: BTreeMap<Cow<'static, str>, Evidence>,
    #[serde(default)]
    findings: Vec<FindingRecord>,
}

/// The version that a text claims, whatever else it holds.
#[derive(Deserialize)]
struct Version {
    schema: String,
}

/// A record of another version may lack what this one has: then its version is what is wrong with it.
fn not_a_record(json: &str, error: &serde_json::Error) -> NotARecord {
    let other = serde_json::from_str(json).ok().filter(|Version { schema }| schema != SCHEMA);
    NotARecord(other.map_or_else(|| error.to_string(), |Version { schema }| schema))
}

/// The text is no record of a version that is known here.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no record of {SCHEMA}: {0}")]
pub struct NotARecord(String);

impl Brief {
    /// What is kept of a record. It should carry its evidence.
    pub fn of(record: &Record) -> Self {
        let doubted = doubted(&record.findings);
        let kept = record.evidence.iter().filter_map(|(path, evidence)| kept(path, evidence, &doubted));
        let mut figures: Vec<Kept> = kept.collect();
        figures.sort_by_key(|kept| kept.figure);
        Brief {
            source: record.source.clone(),
            title: record.title.clone(),
            agency: record.agency.clone(),
            year: record.year,
            template: record.template,
            figures,
            places: places(&record.evidence),
            texts: texts(&record.sections),
            findings: record.findings.iter().map(|finding| reported(finding, &record.evidence, &[])).collect(),
        }
    }

    /// What is kept of a record that stands as JSON, as `extract` writes it.
    ///
    /// # Errors
    /// Where the text is no JSON, or no record of this version.
    pub fn read(json: &str) -> Result<Self, NotARecord> {
        let wire: Wire = serde_json::from_str(json).map_err(|error| not_a_record(json, &error))?;
        if wire.schema != SCHEMA {
            return Err(NotARecord(wire.schema));
        }
        let doubted = doubted(&wire.findings);
        let mut figures: Vec<Kept> = match wire.evidence.is_empty() {
            true => numbers(&wire, &doubted),
            false => wire.evidence.iter().filter_map(|(path, evidence)| kept(path, evidence, &doubted)).collect(),
        };
        figures.sort_by_key(|kept| kept.figure);
        let template = wire.template.as_deref().and_then(template::by_id).map(|template| template.id);
        let of_family = wire.kind == Kind::OgiAnnualReport;
        Ok(Brief {
            findings: wire.findings.iter().map(|finding| reported(finding, &wire.evidence, &figures)).collect(),
            texts: texts(&wire.sections),
            places: places(&wire.evidence),
            template: template.filter(|_| of_family),
            source: wire.source,
            title: wire.title,
            agency: wire.agency,
            year: wire.year,
            figures,
        })
    }

    /// What stands where a figure should be; nothing where the record does not know the figure.
    pub fn figure(&self, path: &str) -> Option<Standing> {
        let number = number(path)?;
        let at = self.figures.binary_search_by_key(&number, |kept| kept.figure).ok()?;
        Some(self.figures[at].standing())
    }

    /// All figures that the record knows, with their paths, in the order of the form.
    pub fn figures(&self) -> impl Iterator<Item = (&'static str, Standing)> + '_ {
        let paths: &'static Vec<String> = &PATHS;
        self.figures.iter().map(|kept| (paths[usize::from(kept.figure)].as_str(), kept.standing()))
    }

    /// Where a figure stands, if it is one that is set beside those of other years.
    pub fn place(&self, path: &str) -> Option<&Place> {
        self.places.get(&number(path)?)
    }

    /// Adds a finding that names figures of this record.
    pub fn add(&mut self, finding: FindingRecord) {
        let mut reported = reported(&finding, &BTreeMap::new(), &self.figures);
        reported.printed.iter_mut().for_each(|printed| printed.place = self.place(&printed.path).cloned());
        self.findings.push(reported);
    }
}

impl Kept {
    fn standing(self) -> Standing {
        Standing { reading: self.reading, value: self.value, sure: self.sure }
    }
}

fn kept(path: &str, evidence: &Evidence, doubted: &BTreeSet<&str>) -> Option<Kept> {
    let sure = evidence.sure && !doubted.contains(path);
    Some(Kept { figure: number(path)?, reading: Some(evidence.reading), value: evidence.value, sure })
}

/// The figures of a record without evidence: a number is a number; why another is none is not known.
fn numbers(wire: &Wire, doubted: &BTreeSet<&str>) -> Vec<Kept> {
    let groups = [
        ("disclosure", &wire.disclosure),
        ("requests", &wire.requests),
        ("remedies", &wire.remedies),
        ("statistics", &wire.statistics),
    ];
    let mut found = Vec::new();
    for (name, group) in groups {
        if let Some(group) = group {
            flatten(group, name, &mut |path, value| {
                if let Some(figure) = number(path) {
                    let reading = value.map(|_| Reading::Number);
                    found.push(Kept { figure, reading, value, sure: !doubted.contains(path) });
                }
            });
        }
    }
    found
}

fn flatten(value: &Value, path: &str, put: &mut impl FnMut(&str, Option<Amount>)) {
    match value {
        Value::Object(map) => map.iter().for_each(|(name, inner)| flatten(inner, &format!("{path}.{name}"), put)),
        Value::Number(number) => put(path, number.to_string().parse().ok()),
        Value::Null => put(path, None),
        _ => {}
    }
}

fn places(evidence: &BTreeMap<Cow<'static, str>, Evidence>) -> BTreeMap<u16, Place> {
    let continued = evidence.iter().filter(|(path, _)| CONTINUED.iter().any(|beginning| path.starts_with(beginning)));
    continued.filter_map(|(path, evidence)| Some((number(path)?, evidence.place.clone()?))).collect()
}

/// The figures of whose place a finding is not certain.
fn doubted(findings: &[FindingRecord]) -> BTreeSet<&str> {
    let ours = findings.iter().filter(|finding| finding.origin == Origin::Extraction);
    ours.flat_map(|finding| finding.figures.iter().map(String::as_str)).collect()
}

fn reported(finding: &FindingRecord, evidence: &BTreeMap<Cow<'static, str>, Evidence>, figures: &[Kept]) -> Reported {
    let printed = |path: &String| match evidence.get(path.as_str()) {
        Some(evidence) => Some(Printed {
            path: path.clone(),
            reading: Some(evidence.reading),
            value: evidence.value,
            raw: evidence.raw.clone(),
            place: evidence.place.clone(),
        }),
        None => {
            let number = number(path)?;
            let at = figures.binary_search_by_key(&number, |kept| kept.figure).ok()?;
            let Kept { reading, value, .. } = figures[at];
            Some(Printed { path: path.clone(), reading, value, raw: String::new(), place: None })
        }
    };
    Reported { finding: finding.clone(), printed: finding.figures.iter().filter_map(printed).collect() }
}

fn texts(sections: &[Section]) -> Vec<Text> {
    let compared = sections.iter().filter_map(|section| {
        let key = section.key.as_deref().filter(|key| COMPARED.contains(key))?;
        let mut text = String::new();
        running(section, &mut text);
        Some(Text { key: key.to_owned(), name: section.title.clone(), text })
    });
    compared.collect()
}

fn running(section: &Section, text: &mut String) {
    for block in &section.blocks {
        if let Block::Paragraph(paragraph) = block {
            text.push_str(paragraph);
            text.push('\n');
        }
    }
    section.sections.iter().for_each(|inner| running(inner, text));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_record_is_told_why() {
        let told = |json: &str| Brief::read(json).unwrap_err().to_string();
        assert_eq!(told(r#"{"schema": "nianbao.record/2"}"#), "no record of nianbao.record/1: nianbao.record/2");
        assert!(told(r#"{"schema": "nianbao.record/1"}"#).contains("missing field"));
        assert!(told("nothing").contains("expected"));
    }

    #[test]
    fn every_figure_has_a_number_of_its_own() {
        assert!(
            PATHS.iter().zip(0u16..).all(|(path, at)| number(path) == Some(at)) && number("requests.nothing").is_none()
        );
    }
}
