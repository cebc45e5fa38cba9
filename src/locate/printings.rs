//! A table that stands in the report twice: where its labels begin anew, another printing of it does.
//!
//! The second one may be of another body (the summary of a county below the report of one of its offices) or of another
//! year. The labels of both together are in the order of the form too, wherever one crosses over; so a chain of labels that
//! passes over the rest of its printing, or over the beginning of another one, does not cross.

use super::flow::Flow;
use super::label::{self, Candidate, WHOLE};

/// As many labels that are passed over are a printing, and no labels that are repeated above the rows of a further page.
const PASSED: usize = 3;

/// As many times a chain is led back into its printing: what goes on there may cross over again.
const TIMES: usize = 20;

/// The part of a chain that lies in one printing, with what goes on there instead of crossing over.
pub(super) fn first(flow: &Flow, mut chain: Vec<Candidate>, candidates: &[Candidate]) -> Vec<Candidate> {
    let mut from = 1;
    for _ in 0..TIMES {
        let Some(next) = (from..chain.len()).find(|&next| crosses(flow, &chain, next, candidates)) else {
            return chain;
        };
        let goes_on: Vec<Candidate> = goes_on(&chain, next, candidates).cloned().collect();
        chain.truncate(next);
        chain.extend(label::chain(&goes_on));
        from = next;
    }
    chain.truncate(from);
    chain
}

/// Whether the label of this number in a chain belongs to another printing than the one before it.
fn crosses(flow: &Flow, chain: &[Candidate], next: usize, candidates: &[Candidate]) -> bool {
    let last = &chain[next - 1];
    let anew = passed_over(chain, next, candidates).filter(|label| label.entry <= last.entry);
    if in_order(anew) >= PASSED.max(next.div_ceil(2)) {
        return true;
    }
    // A list of labels alone is no printing.
    in_order(goes_on(chain, next, candidates)) >= PASSED
        && chain[..next].iter().chain(goes_on(chain, next, candidates)).any(|label| flow.is_before_value(label.last()))
}

/// The labels passed over that go on where a chain does not.
fn goes_on<'c>(
    chain: &'c [Candidate],
    next: usize,
    candidates: &'c [Candidate],
) -> impl Iterator<Item = &'c Candidate> {
    passed_over(chain, next, candidates).filter(move |label| label.entry > chain[next - 1].entry)
}

/// The candidates that stand between two labels of a chain.
fn passed_over<'c>(
    chain: &'c [Candidate],
    next: usize,
    candidates: &'c [Candidate],
) -> impl Iterator<Item = &'c Candidate> {
    let (last, end) = (chain[next - 1].last(), chain[next].first());
    let from = candidates.partition_point(|label| label.first() <= last);
    candidates[from..].iter().take_while(move |label| label.first() < end).filter(move |label| label.last() < end)
}

/// How many labels beyond doubt stand in the order of the form.
fn in_order<'c>(labels: impl Iterator<Item = &'c Candidate>) -> usize {
    let sure: Vec<Candidate> = labels.filter(|label| !label.near && label.weight >= WHOLE).cloned().collect();
    if sure.len() < PASSED { sure.len() } else { label::chain(&sure).len() }
}
