//! The year is known, and the edition is the one of that year.

use crate::finding::{Finding, codes};
use crate::record::{Kind, Reading, Record};
use crate::template;

/// Judges year, agency and edition.
pub fn check(record: &Record) -> Vec<Finding> {
    let mut findings = Vec::new();
    if is_blank(record) {
        return findings;
    }
    if record.year.is_none() {
        findings.push(Finding::new(&codes::YEAR_UNKNOWN));
    }
    if record.agency.is_none() && record.kind == Kind::OgiAnnualReport {
        findings.push(Finding::new(&codes::AGENCY_UNKNOWN));
    }
    if let (Some(year), Some(template)) = (record.year, record.template.and_then(template::by_id))
        && !template.years.contains(&year)
    {
        findings.push(Finding::new(&codes::EDITION_OUTDATED).fact("year", year).fact("template", template.id));
    }
    findings
}

/// A form that nobody filled in has neither year nor agency to miss.
pub(super) fn is_blank(record: &Record) -> bool {
    let empty = |reading| matches!(reading, Reading::Blank | Reading::Absent);
    record.template.is_some()
        && record.year.is_none()
        && record.agency.is_none()
        && record.evidence.values().all(|e| empty(e.reading))
}
