//! Does the record agree with itself and with the law?
//!
//! A rule looks at the record alone and returns findings. It never changes anything: a sum that does not hold is
//! reported, and printed as it stands.

pub mod balance;
mod rules;

use crate::finding::Finding;
use crate::record::Record;

/// A rule: a record in, findings out.
pub type Rule = fn(&Record) -> Vec<Finding>;

/// All rules, in the order in which they speak.
pub static RULES: &[Rule] = &[rules::sums::check, rules::year::check, rules::sections::check, rules::blank_form::check];

/// What the rules say about a record.
pub fn check(record: &Record) -> Vec<Finding> {
    RULES.iter().flat_map(|rule| rule(record)).collect()
}
