//! What the text says of fees agrees with the tables.

use crate::check::prose;
use crate::finding::{Finding, codes};
use crate::record::Record;
use crate::template;
use crate::text::quantity::Amount;
use regex::Regex;
use std::sync::LazyLock;

static NO_NOTICE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:发出)?收费通知书?(?:共计?)?0[件份次]|[未没](?:有)?(?:发出|制发|产生)[^，。；]{0,6}收费通知")
        .expect("a fixed pattern")
});
static COLLECTED: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?:收取|收费)[^，。；\d]{0,20}(\d+(?:\.\d+)?)(万元|元)").expect("a fixed pattern"));

/// Judges the fee notices of section 六 against applications dropped for unpaid fees, and fees collected against the
/// statistics form.
pub fn check(record: &Record) -> Vec<Finding> {
    no_notice(record).into_iter().chain(collected(record)).collect()
}

/// An application was dropped for a fee that no notice asked for.
fn no_notice(record: &Record) -> Option<Finding> {
    let path = "requests.outcome.other.overdue_payment.total";
    let section = prose::keyed(record, "other")?;
    let text = prose::squeezed(&prose::paragraphs(section).concat());
    let said = NO_NOTICE.find(&text)?.as_str().to_owned();
    let dropped = record.figure(path).and_then(|evidence| evidence.value).filter(|value| *value != Amount::ZERO)?;
    disagreement(record, path, &said, dropped)
}

/// The text and item 七 of the form name different sums of money.
fn collected(record: &Record) -> Option<Finding> {
    let path = "statistics.fees.amount";
    let evidence = record.figure(path)?;
    let printed = evidence.value?;
    let form_unit = template::figure(record.template?, path)?.unit;
    let texts: String = record.sections.iter().flat_map(prose::paragraphs).map(prose::squeezed).collect();
    let mut sums = COLLECTED.captures_iter(&texts);
    // Of several sums of money in the text it cannot be known which the form means.
    let (Some(found), None) = (sums.next(), sums.next()) else { return None };
    let said: Amount = found[1].parse().ok()?;
    let yuan = |amount: Amount, unit: &str| if unit == "万元" { amount.times(10_000) } else { Some(amount) };
    (yuan(said, &found[2])? != yuan(printed, form_unit)?).then(|| disagreement(record, path, &found[0], printed))?
}

fn disagreement(record: &Record, path: &str, said: &str, value: Amount) -> Option<Finding> {
    let figure = template::figure(record.template?, path)?;
    let finding = Finding::new(&codes::FEES_DISAGREE)
        .fact("text", said)
        .fact("row", &figure.row)
        .fact("value", value)
        .naming([path.to_owned()]);
    Some(finding.standing(record.figure(path).and_then(|evidence| evidence.place.as_ref())))
}
