//! The facts of a sentence beside each other: what contradicts itself is none, and what a count consists of is of that.

use super::Fact;
use crate::template::counted::{CARRIED_IN, CATEGORY, RECEIVED};
use crate::text::quantity::Amount;

/// In which sentence and which part of it a fact stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stood {
    pub sentence: usize,
    pub part: usize,
}

/// As many facts of one sentence as are looked at.
const MOST_FACTS: usize = 200;

/// What became of applications: answered, closed, carried on, or with a result.
static BECAME: &[&str] = &["requests.answered", "requests.closed", "requests.carried_out"];

/// Whether a thing is one of the results of applications.
pub(super) fn is_result(key: &str) -> bool {
    key.starts_with("requests.outcome.")
}

/// Facts of one sentence that contradict each other leave none; the same fact said twice is one.
pub(super) fn agreed(facts: Vec<(Stood, Fact)>) -> Vec<Fact> {
    if let [_] = &facts[..] {
        return facts.into_iter().map(|(_, fact)| fact).collect();
    }
    let mut kept: Vec<Fact> = Vec::new();
    // A sentence has few facts; those of other sentences are never compared.
    for sentence in facts.chunk_by(|(one, _), (other, _)| one.sentence == other.sentence) {
        let sentence = &sentence[..sentence.len().min(MOST_FACTS)];
        for (at, (_, fact)) in sentence.iter().enumerate() {
            let same = |other: &Fact| fact.key == other.key && (fact.key != CATEGORY || fact.name == other.name);
            let part = is_part(sentence, at);
            let first = sentence.iter().position(|(_, other)| same(other)) == Some(at);
            if first && !part && sentence.iter().all(|(_, other)| !same(other) || other.value == fact.value) {
                kept.push(fact.clone());
            }
        }
    }
    kept
}

/// Whether a fact tells, with the one beside it, of what a count before them consists: 办结42件，本年新收39件、上年结转3件.
fn is_part(sentence: &[(Stood, Fact)], at: usize) -> bool {
    let source = |at: usize| sentence.get(at).is_some_and(|(_, fact)| [RECEIVED, CARRIED_IN].contains(&fact.key));
    let first = if at > 0 && source(at - 1) { at - 1 } else { at };
    let Some([(_, whole), (_, one), (_, other)]) = sentence.get(first.wrapping_sub(1)..first + 2) else {
        return false;
    };
    let sum = |one: Option<Amount>, other: Option<Amount>| one?.plus(other?);
    let became = BECAME.contains(&whole.key) || is_result(whole.key);
    became && source(first) && source(first + 1) && one.key != other.key && whole.value == sum(one.value, other.value)
}
