//! Does the record agree with itself and with the law?
//!
//! A rule looks at the record alone and returns findings. It never changes anything: a sum that does not hold is
//! reported, and printed as it stands.

pub mod across;
pub mod balance;
mod hint;
mod prose;
mod rules;
pub mod settle;

use crate::finding::Finding;
use crate::record::Record;

/// A rule: a record in, findings out.
pub type Rule = fn(&Record) -> Vec<Finding>;

/// All rules, in the order in which they speak.
pub static RULES: &[Rule] = &[
    rules::sums::check,
    rules::counts::check,
    rules::bounds::check,
    rules::regulations::check,
    rules::decisions::check,
    rules::units::check,
    rules::fees::check,
    rules::narrative::check,
    rules::year::check,
    rules::period::check,
    rules::stale_year::check,
    rules::sections::check,
    rules::form_text::check,
    rules::blank_form::check,
];

/// What the rules say about a record.
pub fn check(record: &Record) -> Vec<Finding> {
    RULES.iter().flat_map(|rule| rule(record)).collect()
}
