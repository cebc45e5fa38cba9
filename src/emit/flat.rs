//! A record -> flat values: what the tables of many reports are made of.
//!
//! A flat report is small, and can be written down and read back: a batch keeps those of a workbook or a Parquet file
//! until the last report is read.

use super::people::{self, Style};
use crate::finding::{Lang, Severity};
use crate::record::{Amount, Evidence, Figures, FindingRecord, Node, Reading, Record};
use crate::template::{Figure, TEMPLATES};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::OnceLock;

/// A report without its sections and grids.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Flat {
    /// The path as given.
    pub path: String,
    /// The name inside an archive.
    pub member: Option<String>,
    /// The SHA-256 of the bytes.
    pub sha256: String,
    /// The kind of report, as the record names it.
    pub kind: String,
    /// The title.
    pub title: Option<String>,
    /// The agency.
    pub agency: Option<String>,
    /// The report year.
    pub year: Option<i16>,
    /// The date of publication, as `2023-01-18`.
    pub published: Option<String>,
    /// The first day of the period.
    pub start: Option<String>,
    /// The last day of the period.
    pub end: Option<String>,
    /// The edition of the statutory tables.
    pub template: Option<String>,
    /// Whether somebody should look.
    pub status: String,
    /// The figures, in the order of the form.
    pub figures: Vec<FlatFigure>,
    /// The findings.
    pub findings: Vec<FindingRecord>,
}

/// One figure of a report.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct FlatFigure {
    /// Its path.
    pub path: String,
    /// Its labels on the form.
    pub label: String,
    /// The number, if it is one.
    pub value: Option<Amount>,
    /// The unit of an amount of money.
    pub unit: Option<String>,
    /// The amount in yuan, where the unit is known.
    pub yuan: Option<Amount>,
    /// What stands there, as the record names it.
    pub reading: String,
    /// The text as printed.
    pub raw: String,
    /// Where it stands, in words.
    pub place: String,
    /// Somebody should look before using it: its position is not sure, it cannot be read, or a warning or error names it.
    pub flagged: bool,
}

impl Flat {
    /// The flat values of a record that carries its evidence.
    pub fn of(record: &Record, lang: Lang) -> Self {
        let named: BTreeSet<&str> = record
            .findings
            .iter()
            .filter(|finding| finding.severity != Severity::Note)
            .flat_map(|finding| finding.figures.iter().map(String::as_str))
            .collect();
        let figure =
            |(path, evidence): (&Cow<'static, str>, &Evidence)| of_figure(record, path, evidence, &named, lang);
        let of_form = dictionary().iter().filter_map(|figure| record.evidence.get_key_value(figure.path.as_str()));
        let others = record.evidence.iter().filter(|(path, _)| !dictionary().iter().any(|known| known.path == **path));
        Flat {
            path: record.source.path.clone().unwrap_or_default(),
            member: record.source.member.clone(),
            sha256: record.source.sha256.clone(),
            kind: word(&record.kind),
            title: record.title.clone(),
            agency: record.agency.clone(),
            year: record.year,
            published: record.published.clone(),
            start: record.period.as_ref().map(|period| period.start.clone()),
            end: record.period.as_ref().map(|period| period.end.clone()),
            template: record.template.map(str::to_owned),
            status: word(&record.status),
            figures: of_form.chain(others).map(figure).collect(),
            findings: record.findings.clone(),
        }
    }
}

fn of_figure(record: &Record, path: &str, evidence: &Evidence, named: &BTreeSet<&str>, lang: Lang) -> FlatFigure {
    let beside = |name: &str| path.strip_suffix("amount").and_then(|stem| node(record, &format!("{stem}{name}")));
    let unclear = matches!(evidence.reading, Reading::Illegible | Reading::Ambiguous);
    FlatFigure {
        path: path.to_owned(),
        label: evidence.label.to_string(),
        value: evidence.value,
        unit: beside("unit").and_then(|node| if let Node::Unit(unit) = node { unit.clone() } else { None }),
        yuan: beside("amount_yuan").and_then(|node| if let Node::Number(yuan) = node { *yuan } else { None }),
        reading: word(&evidence.reading),
        raw: evidence.raw.clone(),
        place: evidence
            .place
            .as_ref()
            .map(|place| people::place(place, Style { lang, colour: false }))
            .unwrap_or_default(),
        flagged: unclear || !evidence.sure || named.contains(path),
    }
}

/// What stands at a path of the record.
fn node<'a>(record: &'a Record, path: &str) -> Option<&'a Node> {
    let (role, inner) = path.split_once('.')?;
    let figures: [(&str, &Option<Figures>); 4] = [
        ("disclosure", &record.disclosure),
        ("requests", &record.requests),
        ("remedies", &record.remedies),
        ("statistics", &record.statistics),
    ];
    figures.iter().find(|(name, _)| *name == role)?.1.as_ref()?.get(inner)
}

/// The word under which a value stands in the record.
fn word(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}

/// Every figure path of every edition once, the newest edition first.
pub(super) fn dictionary() -> &'static [Figure] {
    static DICTIONARY: OnceLock<Vec<Figure>> = OnceLock::new();
    DICTIONARY.get_or_init(|| {
        let mut seen = BTreeSet::new();
        let figures = TEMPLATES.iter().flat_map(|template| template.figures());
        figures.filter(|figure| seen.insert(figure.path.clone())).collect()
    })
}
