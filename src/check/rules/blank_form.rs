//! A form that nobody filled in is no report.

use crate::finding::{Finding, codes};
use crate::record::Record;

/// Judges whether the record is that of a blank form.
pub fn check(record: &Record) -> Vec<Finding> {
    if super::year::is_blank(record) { vec![Finding::new(&codes::FORM_BLANK)] } else { Vec::new() }
}
