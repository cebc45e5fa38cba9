//! A unit in a cell that is not the one of its column.

use crate::finding::{Finding, codes};
use crate::record::{Evidence, Record};
use crate::template::{self, PRACTICE};
use crate::text::quantity::{self, Amount, Reading};

/// Judges the cells that print a unit of their own.
pub fn check(record: &Record) -> Vec<Finding> {
    record.evidence.iter().filter_map(|(path, evidence)| one(record, path, evidence)).collect()
}

fn one(record: &Record, path: &str, evidence: &Evidence) -> Option<Finding> {
    // Most cells hold digits and nothing else.
    let bare = evidence.raw.bytes().all(|byte| byte.is_ascii_digit());
    let Reading::Number(number) = evidence.value.filter(|_| !bare).map(|_| quantity::read(&evidence.raw))? else {
        return None;
    };
    // 0元 is as good as 0万元.
    let printed = number.unit.filter(|_| evidence.value != Some(Amount::ZERO))?;
    let figure = template::figure(record.template?, path)?;
    // Counting words stand for each other (件, 条); money and rates do not.
    let of_money = |unit: &str| PRACTICE.money.contains(&unit);
    let differs = printed != figure.unit && (of_money(&printed) || of_money(figure.unit) || printed == "%");
    let finding = Finding::new(&codes::UNIT_DIFFERS)
        .fact("row", &figure.row)
        .fact("column", &figure.column)
        .fact("raw", evidence.raw.trim())
        .fact("unit", figure.unit)
        .naming([path.to_owned()]);
    (differs && !figure.unit.is_empty()).then(|| finding.standing(evidence.place.as_ref()))
}
