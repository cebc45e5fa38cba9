//! Findings as JSON: an array of problems, or a line each.

use super::problems;
use crate::finding::Lang;
use crate::record::Brief;

/// All findings as an indented JSON array that ends with a line break.
pub fn pretty(briefs: &[Brief], lang: Lang) -> String {
    let problems: Vec<_> = problems::problems(briefs, lang).collect();
    // A problem holds nothing that JSON cannot say.
    serde_json::to_string_pretty(&problems).expect("a list of problems is JSON") + "\n"
}

/// The findings of a report, a line of NDJSON each.
pub fn lines(briefs: &[Brief], lang: Lang) -> String {
    let line = |problem| serde_json::to_string(&problem).expect("a problem is JSON") + "\n";
    problems::problems(briefs, lang).map(line).collect()
}
