//! The sections that the edition prescribes are there.

use crate::finding::{Finding, codes};
use crate::record::Record;
use crate::template;

/// Judges which prescribed sections are missing. Where most are, the headings were lost on the way, and one by one would
/// say nothing.
pub fn check(record: &Record) -> Vec<Finding> {
    let Some(template) = record.template.and_then(template::by_id) else { return Vec::new() };
    let has = |key: &str| record.sections.iter().any(|section| section.key.as_deref() == Some(key));
    let missing: Vec<_> = template.sections.iter().filter(|spec| !has(spec.key)).collect();
    if missing.len() * 2 > template.sections.len() {
        return Vec::new();
    }
    missing
        .iter()
        .map(|spec| Finding::new(&codes::SECTION_MISSING).fact("section", format!("{}、{}", spec.number, spec.title)))
        .collect()
}
