//! Counts are whole and not negative.

use crate::finding::{Code, Finding, codes};
use crate::record::{Evidence, Record};
use crate::template::{self, Figure, PRACTICE};

/// Judges every figure that was read beyond doubt.
pub fn check(record: &Record) -> Vec<Finding> {
    let Some(id) = record.template else { return Vec::new() };
    let odd = |evidence: &Evidence| evidence.value.is_some_and(|value| value.is_negative() || !value.is_whole());
    let sure = record.evidence.iter().filter(|(_, evidence)| evidence.sure && odd(evidence));
    sure.filter_map(|(path, evidence)| one(path, evidence, template::figure(id, path)?)).collect()
}

fn one(path: &str, evidence: &Evidence, figure: &'static Figure) -> Option<Finding> {
    let value = evidence.value?;
    let last = path.rsplit('.').next().unwrap_or(path);
    let code: &'static Code = if value.is_negative() && !PRACTICE.signed.contains(&last) {
        &codes::NEGATIVE_COUNT
    } else if !value.is_whole() && !PRACTICE.money.contains(&figure.unit) {
        &codes::FRACTION_OF_COUNT
    } else {
        return None;
    };
    let finding = Finding::new(code)
        .fact("row", &figure.row)
        .fact("column", &figure.column)
        .fact("value", value)
        .fact("unit", figure.unit)
        .naming([path.to_owned()]);
    Some(finding.standing(evidence.place.as_ref()))
}
