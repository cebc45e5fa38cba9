//! A part is not more than its whole: the bounds of the edition.

use crate::finding::{Finding, codes};
use crate::record::{Evidence, Record};
use crate::template::{self, Bound};
use crate::text::quantity::Amount;

/// Judges the bounds whose figures are all numbers, read beyond doubt. Of two bounds on the same figure the stricter is
/// not said where the other one is.
pub fn check(record: &Record) -> Vec<Finding> {
    let Some(template) = record.template.and_then(template::by_id) else { return Vec::new() };
    let mut findings: Vec<Finding> = Vec::new();
    for bound in template.bounds {
        let said = |finding: &Finding| finding.figures.first().is_some_and(|path| path == bound.left[0]);
        if let Some(finding) = exceeded(record, bound).filter(|_| !findings.iter().any(said)) {
            findings.push(finding);
        }
    }
    findings
}

fn exceeded(record: &Record, bound: &Bound) -> Option<Finding> {
    let side = |paths: &[&str]| -> Option<(Amount, Vec<Evidence>)> {
        let terms: Vec<Evidence> = paths.iter().map(|path| record.figure(path).cloned()).collect::<Option<_>>()?;
        let sum = terms.iter().filter(|term| term.sure).map(|term| term.value).collect::<Option<Vec<_>>>()?;
        let sum = (sum.len() == paths.len()).then_some(sum)?;
        Some((sum.into_iter().try_fold(Amount::ZERO, Amount::plus)?, terms))
    };
    let ((part, parts), (whole, _)) = (side(bound.left)?, side(bound.right)?);
    if part <= whole {
        return None;
    }
    let named = bound.left.iter().chain(bound.right).map(|path| (*path).to_owned());
    let finding = Finding::new(codes::find(bound.finding)?)
        .fact("sum", part)
        .fact("total", whole)
        .fact("words", bound.words)
        .naming(named);
    Some(finding.standing(parts.first().and_then(|term| term.place.as_ref())))
}
