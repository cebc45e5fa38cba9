//! The relations of the form: row totals, outcome totals, the balance that the corner cell prints, remedies, and the
//! totals of the statistics form.
//!
//! A violated sum is the report's fault when every term was read beyond doubt; otherwise it is our doubt.

use crate::check::balance::{self, Instance, Judged, Verdict};
use crate::check::{hint, settle};
use crate::finding::{Code, Finding, Severity, codes};
use crate::record::Record;
use crate::template;
use crate::text::quantity::Amount;
use std::collections::BTreeSet;

/// Judges every relation of the record's edition.
pub fn check(record: &Record) -> Vec<Finding> {
    let Some(template) = record.template.and_then(template::by_id) else { return Vec::new() };
    let judged = balance::judge_all(record, template);
    let mut findings = Vec::new();
    for settlement in settle::settle(&judged) {
        let hint = hint::of(record, &settlement);
        for judged in settlement.violated.iter().map(|&at| &judged[at]) {
            if let Verdict::Violated { left, right, with_blanks } = judged.verdict {
                let finding = violated(judged, left, right, with_blanks);
                findings.push(hint.as_ref().map_or(finding.clone(), |hint| hint.on(finding)));
            }
        }
    }
    let of = |verdict| judged.iter().filter(move |judged| judged.verdict == verdict);
    let as_zero = of(Verdict::HoldsIfBlanksAreZero).count();
    findings.extend((as_zero > 0).then(|| Finding::new(&codes::BLANKS_AS_ZERO).fact("count", as_zero)));
    findings.extend(left_out(of(Verdict::TotalLeftOut)));
    findings
}

/// The totals of some relations, which are blank.
fn left_out<'j>(judged: impl Iterator<Item = &'j Judged<'j>>) -> Option<Finding> {
    let judged: Vec<&Judged> = judged.collect();
    let totals = || judged.iter().flat_map(|judged| &judged.right);
    let finding = Finding::new(&codes::TOTALS_LEFT_OUT)
        .fact("count", judged.len())
        .standing(totals().find_map(|total| total.evidence.place.as_ref()))
        .naming(totals().map(|total| total.path.to_owned()).collect::<BTreeSet<String>>());
    (!judged.is_empty()).then_some(finding)
}

fn violated(judged: &Judged, left: Amount, right: Amount, with_blanks: bool) -> Finding {
    let terms = || judged.right.iter().chain(&judged.left);
    let instance = judged.instance;
    let sure = terms().all(|term| term.evidence.sure);
    let finding = match sure {
        true => Finding::new(code(instance)).fact("row", row_name(instance)).fact("column", &instance.across),
        false => Finding::new(&codes::READING_DOUBTED),
    };
    let finding = finding
        .fact("words", instance.relation.words)
        .fact("sum", left)
        .fact("total", right)
        .naming(terms().map(|term| term.path.to_owned()));
    let finding = match terms().find_map(|term| term.evidence.place.clone()) {
        Some(place) => finding.at(place),
        None => finding,
    };
    let doubtful = with_blanks && finding.severity == Severity::Error;
    if doubtful { finding.weighing(Severity::Warning) } else { finding }
}

fn code(instance: &Instance) -> &'static Code {
    codes::find(instance.relation.finding).unwrap_or(&codes::FORM_TOTAL)
}

/// The row as printed; where the row has no label, the words of the relation begin with its group.
fn row_name(instance: &Instance) -> &str {
    match instance.across.as_str() {
        "" => instance.relation.words.split('：').next().unwrap_or_default(),
        label => label,
    }
}
