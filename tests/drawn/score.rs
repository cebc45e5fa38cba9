//! What was read, against what was drawn.

use super::Drawn;
use nianbao::finding::{Origin, Severity};
use nianbao::record::Record;
use nianbao::text::quantity::Amount;
use nianbao::{Options, extract};
use std::collections::BTreeSet;

/// Figures counted.
#[derive(Clone, Debug, Default)]
pub struct Score {
    pub right: usize,
    pub missed: Vec<String>,
    /// Another value, and a warning or an error names the figure.
    pub flagged: Vec<String>,
    /// Another value, and nothing names it.
    pub silent: Vec<String>,
    /// The right value, and our doubt names it.
    pub alarms: Vec<String>,
}

impl Score {
    pub fn add(&mut self, other: Score) {
        self.right += other.right;
        self.missed.extend(other.missed);
        self.flagged.extend(other.flagged);
        self.silent.extend(other.silent);
        self.alarms.extend(other.alarms);
    }

    pub fn total(&self) -> usize {
        self.right + self.missed.len() + self.flagged.len() + self.silent.len()
    }
}

/// Reads a text and compares its figures. A text that gives no record has no figure.
pub fn score(drawn: &Drawn, bytes: &[u8]) -> Score {
    let options = Options { evidence: true, ..Options::default() };
    match extract(bytes, &options) {
        Ok(record) => compare(drawn, &record),
        Err(_) => Score { missed: drawn.expected.keys().cloned().collect(), ..Score::default() },
    }
}

pub fn compare(drawn: &Drawn, record: &Record) -> Score {
    let loud = || record.findings.iter().filter(|finding| finding.severity != Severity::Note);
    let flagged: BTreeSet<&String> = loud().flat_map(|finding| &finding.figures).collect();
    let doubt = loud().filter(|finding| finding.origin == Origin::Extraction);
    let doubted: BTreeSet<&String> = doubt.flat_map(|finding| &finding.figures).collect();
    let mut score = Score::default();
    for (path, expected) in &drawn.expected {
        let wanted: Option<Amount> = expected.as_ref().map(|text| text.trim_start_matches('+').parse().unwrap());
        let found = record.figure(path).and_then(|evidence| evidence.value);
        match found {
            _ if found == wanted => score.right += 1,
            None => score.missed.push(path.clone()),
            Some(_) if flagged.contains(path) => score.flagged.push(path.clone()),
            Some(value) => score.silent.push(format!("{path}: {value}, not {expected:?}")),
        }
        if found == wanted && doubted.contains(path) {
            score.alarms.push(path.clone());
        }
    }
    score
}
