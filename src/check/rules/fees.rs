//! What the text says of fees agrees with the tables.

use crate::finding::{Finding, codes};
use crate::record::{Fact, Record, Stated};
use crate::template;
use crate::text::quantity::Amount;

/// Judges the fee notices of section 六 against applications dropped for unpaid fees, and fees collected against the
/// statistics form.
pub fn check(record: &Record) -> Vec<Finding> {
    no_notice(record).into_iter().chain(collected(record)).collect()
}

/// An application was dropped for a fee that no notice asked for.
fn no_notice(record: &Record) -> Option<Finding> {
    let path = "requests.outcome.other.overdue_payment.total";
    let none = |fact: &&Fact| {
        fact.key == "fees.notices" && (fact.reading == Stated::NoneStated || fact.value == Some(Amount::ZERO))
    };
    let fact = record.narrative.iter().find(none)?;
    let dropped = record.figure(path).filter(|evidence| evidence.sure).and_then(|evidence| evidence.value);
    disagreement(record, path, fact, dropped.filter(|value| *value != Amount::ZERO)?)
}

/// The text and item 七 of the form name different sums of money.
fn collected(record: &Record) -> Option<Finding> {
    let path = "statistics.fees.amount";
    let mut facts = record.narrative.iter().filter(|fact| fact.figure.as_deref() == Some(path) && !fact.approximate);
    // Of several sums of money in the text it cannot be known which the form means.
    let (Some(fact), None) = (facts.next(), facts.next()) else { return None };
    let said = match fact.reading {
        Stated::NoneStated => Amount::ZERO,
        Stated::Number => yuan(fact.value?, fact.unit.as_deref()?)?,
    };
    let printed = record.figure(path).filter(|evidence| evidence.sure)?.value?;
    let differs = yuan(printed, template::figure(record.template?, path)?.unit)? != said;
    differs.then(|| disagreement(record, path, fact, printed))?
}

fn yuan(amount: Amount, unit: &str) -> Option<Amount> {
    match unit {
        "元" => Some(amount),
        "万元" => amount.times(10_000),
        _ => None,
    }
}

fn disagreement(record: &Record, path: &str, fact: &Fact, value: Amount) -> Option<Finding> {
    let figure = template::figure(record.template?, path)?;
    let finding = Finding::new(&codes::FEES_DISAGREE)
        .fact("text", fact.words.trim())
        .fact("row", &figure.row)
        .fact("value", value)
        .naming([path.to_owned()]);
    Some(finding.standing(fact.place.as_ref()))
}
