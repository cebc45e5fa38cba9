//! What the sentences count agrees with the tables.
//!
//! Both are given as printed, with their places; neither is taken for the truth. A sentence often counts something a little
//! else (with last year's cases, for the whole county), so a difference is a note. It is a warning where the sentence speaks
//! of the year and names what the row of the form names.

use crate::finding::{Finding, Severity, codes};
use crate::record::{Evidence, Fact, Reading, Record, Scope, Stated};
use crate::template::counted::{AGGREGATE, NARROWED, OURSELVES};
use crate::template::{self, CERTAIN, COMPARED, Compared};
use crate::text::quantity::Amount;
use std::collections::HashSet;

/// Judges every count of the text that the tables state too.
pub fn check(record: &Record) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    let judged = record.narrative.iter().filter(|fact| !fact.approximate && fact.scope != Some(Scope::Cumulative));
    // A text may say the same thing twice.
    let mut said = HashSet::new();
    for finding in judged.filter_map(|fact| one(record, fact)) {
        if said.insert((finding.figures.clone(), finding.facts.clone())) {
            findings.push(finding);
        }
    }
    findings
}

fn one(record: &Record, fact: &Fact) -> Option<Finding> {
    let said = said(fact).filter(|_| !is_of_others(fact) && !is_of_fewer(fact))?;
    match &fact.figure {
        Some(path) => {
            let printed = sum(record, &[path.as_str()])?;
            let certain =
                CERTAIN.contains(&path.as_str()) && fact.scope == Some(Scope::Year) && fact.reading == Stated::Number;
            let finding = || differing(record, fact, &[path.as_str()], said, printed);
            (said != printed).then(finding).map(|f| if certain { f } else { f.weighing(Severity::Note) })
        }
        None => several(record, fact, said),
    }
}

/// Whether the sentence counts more bodies than the agency, or others, which the tables may not.
fn is_of_others(fact: &Fact) -> bool {
    let says = |words: &[&str]| words.iter().any(|word| fact.words.contains(word));
    says(AGGREGATE) && !says(OURSELVES)
}

/// Whether the sentence may count fewer applications than the table.
fn is_of_fewer(fact: &Fact) -> bool {
    NARROWED.iter().any(|word| fact.words.contains(word))
}

/// A count that may mean one of several sums: it differs if it is none of them.
fn several(record: &Record, fact: &Fact, said: Amount) -> Option<Finding> {
    let Compared { sums, .. } = COMPARED.iter().find(|compared| compared.key == fact.key)?;
    let known: Vec<Amount> = sums.iter().map(|paths| sum(record, paths)).collect::<Option<_>>()?;
    if known.contains(&said) {
        return None;
    }
    let (first, printed) = (sums.first()?, *known.first()?);
    Some(differing(record, fact, first, said, printed).weighing(Severity::Note))
}

/// The sum of figures. A path that ends in `*` stands for all figures of that beginning which end in the total. Nothing
/// where no figure is a number, or one of them is not certain.
fn sum(record: &Record, paths: &[&str]) -> Option<Amount> {
    let of_path = |path: &str| -> Vec<&Evidence> {
        match path.split_once('*') {
            None => record.figure(path).into_iter().collect(),
            Some((beginning, end)) => {
                let alike =
                    record.evidence.iter().filter(|(path, _)| path.starts_with(beginning) && path.ends_with(end));
                alike.map(|(_, evidence)| evidence).filter(|evidence| evidence.reading != Reading::Absent).collect()
            }
        }
    };
    let terms: Vec<_> = paths.iter().flat_map(|path| of_path(path)).collect();
    let certain = terms
        .iter()
        .all(|term| term.sure && !matches!(term.reading, Reading::Ambiguous | Reading::Illegible | Reading::Absent));
    let values: Vec<Amount> = terms.iter().filter_map(|term| term.value).collect();
    (certain && !values.is_empty()).then(|| values.into_iter().try_fold(Amount::ZERO, Amount::plus))?
}

/// The number that the sentence states, in the unit of the form.
fn said(fact: &Fact) -> Option<Amount> {
    match (fact.reading, fact.value) {
        (Stated::NoneStated, _) => Some(Amount::ZERO),
        (Stated::Number, value) => match fact.unit.as_deref() {
            // Fees are judged beside the fee notices.
            Some(unit) if unit.ends_with('元') => None,
            Some(unit) if unit.starts_with('万') => value?.times(10_000),
            Some(unit) if unit.starts_with('亿') => None,
            _ => value,
        },
    }
}

/// A count of the text and the figure, or the sum of figures, that says another.
fn differing(record: &Record, fact: &Fact, paths: &[&str], said: Amount, printed: Amount) -> Finding {
    let paths: Vec<String> = paths.iter().map(|path| path.replace('*', "")).collect();
    let label = |path: &String| {
        let label = record.template.and_then(|id| template::figure(id, path));
        label.map_or_else(|| fact.name.clone(), |figure| format!("{}/{}", figure.row, figure.column))
    };
    let labels: Vec<String> = paths.iter().map(label).collect();
    let finding = Finding::new(&codes::NARRATIVE_DIFFERS)
        .fact("text", fact.words.trim())
        .fact("said", said)
        .fact("label", labels.join(" + "))
        .fact("printed", printed)
        .naming(paths.into_iter().filter(|path| record.figure(path).is_some()));
    finding.standing(fact.place.as_ref())
}
