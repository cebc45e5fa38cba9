//! Labels with something in brackets behind them: a note on the label (行政许可（件）), or another row (行政许可（上年）).

use super::flow::Flow;
use super::label::Candidate;
use crate::template::WORDS;
use crate::text::fold;

/// Whether brackets behind a label tell that the row is of another time, another body or a part.
pub(super) fn is_of_another(text: &str) -> bool {
    let inner = text.rfind(fold::OPEN).map(|at| text[at..].trim_start_matches(fold::OPEN).trim_start());
    inner.is_some_and(|inner| WORDS.other_rows.iter().any(|word| inner.starts_with(word)))
}

/// Of the rows of one table, a label as printed stands before one with brackets; labels that differ in their brackets alone
/// contest each other.
pub(super) fn settle(flow: &Flow, found: &mut Vec<Candidate>) {
    if !found.iter().any(|candidate| candidate.bracketed) {
        return;
    }
    let together = |one: &Candidate, other: &Candidate| {
        one.entry == other.entry && !other.near && flow.layout(one.first()) == flow.layout(other.first())
    };
    let printed = |one: &Candidate| found.iter().any(|other| !other.bracketed && together(one, other));
    let kept: Vec<Candidate> = found.iter().filter(|one| !(one.bracketed && printed(one))).cloned().collect();
    let text = |one: &Candidate| flow.slots[one.first()].text.trim();
    let rivalled = |one: &Candidate| {
        let mut others = kept.iter().filter(|other| other.bracketed && together(one, other));
        one.bracketed && others.any(|other| text(other) != text(one))
    };
    *found = kept.iter().map(|one| Candidate { rivalled: rivalled(one), ..one.clone() }).collect();
}
