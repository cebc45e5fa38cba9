//! The relations of the form: row totals, outcome totals, the balance that the corner cell prints, remedies, and the
//! totals of the statistics form.
//!
//! A violated sum is the report's fault when every term was read beyond doubt; otherwise it is our doubt.

use crate::check::balance::{self, Instance, Verdict};
use crate::finding::{Code, Finding, Severity, codes};
use crate::record::Record;
use crate::template;

/// Judges every relation of the record's edition.
pub fn check(record: &Record) -> Vec<Finding> {
    let Some(template) = record.template.and_then(template::by_id) else { return Vec::new() };
    let mut findings = Vec::new();
    let (mut blanks, mut left_out) = (0, 0);
    for table in template.tables {
        for instance in table.blocks.iter().flat_map(|block| balance::instances(table, block)) {
            match balance::judge(record, &instance) {
                Verdict::Holds | Verdict::CannotBeJudged => {}
                Verdict::HoldsIfBlanksAreZero => blanks += 1,
                Verdict::TotalLeftOut => left_out += 1,
                Verdict::Violated { left, right, with_blanks } => {
                    let finding = violated(record, &instance).fact("sum", left).fact("total", right);
                    findings.push(if with_blanks && finding.severity == Severity::Error {
                        finding.weighing(Severity::Warning)
                    } else {
                        finding
                    });
                }
            }
        }
    }
    for (count, code) in [(blanks, &codes::BLANKS_AS_ZERO), (left_out, &codes::TOTALS_LEFT_OUT)] {
        if count > 0 {
            findings.push(Finding::new(code).fact("count", count));
        }
    }
    findings
}

fn violated(record: &Record, instance: &Instance) -> Finding {
    let paths: Vec<String> =
        instance.right.iter().chain(&instance.left).filter(|path| record.figure(path).is_some()).cloned().collect();
    let sure = paths.iter().all(|path| record.figure(path).is_none_or(|evidence| evidence.sure));
    let place = paths.iter().find_map(|path| record.figure(path)?.place.clone());
    let finding = match sure {
        true => Finding::new(code(instance)).fact("row", row_name(instance)).fact("column", &instance.across),
        false => Finding::new(&codes::READING_DOUBTED),
    };
    let finding = finding.fact("words", instance.relation.words).naming(paths);
    match place {
        Some(place) => finding.at(place),
        None => finding,
    }
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
