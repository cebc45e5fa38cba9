//! The facts of a sentence beside each other: what contradicts itself is none, and what a count consists of is of that.

use super::Fact;
use crate::template::counted::{CARRIED_IN, CATEGORY, CHANNEL, DISCLOSED, RECEIVED};
use crate::text::quantity::Amount;

/// In which sentence and which part of it a fact stands, and behind what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stood {
    pub sentence: usize,
    pub part: usize,
    /// Behind words that tell parts of a count (其中).
    pub parted: bool,
    /// Behind the ways by which something was shown (通过……等方式), or behind 此外.
    pub by_ways: bool,
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
    let mut shown = false;
    // A sentence has few facts; those of other sentences are never compared.
    for sentence in facts.chunk_by(|(one, _), (other, _)| one.sentence == other.sentence) {
        let sentence = &sentence[..sentence.len().min(MOST_FACTS)];
        for (at, (_, fact)) in sentence.iter().enumerate() {
            let same = |other: &Fact| fact.key == other.key && (fact.key != CATEGORY || fact.name == other.name);
            let part = is_part(sentence, at);
            let first = sentence.iter().position(|(_, other)| same(other)) == Some(at);
            let one_way = is_one_way(sentence, at, shown);
            if first && !part && !one_way && sentence.iter().all(|(_, other)| !same(other) || other.value == fact.value)
            {
                kept.push(fact.clone());
            }
        }
        shown |= sentence.iter().any(|(_, fact)| is_shown(fact));
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

/// Whether what was shown by some ways is one count of several: 门户网站公开43条，通过报刊、电视等形式公开285条. The parts of
/// a count (通过……等渠道公开500条，其中网站300条) make it none. `shown` says that sentences before count such items.
fn is_one_way(sentence: &[(Stood, Fact)], at: usize, shown: bool) -> bool {
    let (stood, fact) = &sentence[at];
    let before = || sentence[..at].iter().any(|(_, fact)| is_shown(fact));
    let behind = || sentence[at + 1..].iter().any(|(stood, fact)| !stood.parted && is_shown(fact));
    stood.by_ways && fact.key == DISCLOSED && (shown || before() || behind())
}

/// Whether a fact counts what was disclosed, in all or by a channel.
fn is_shown(fact: &Fact) -> bool {
    fact.key == DISCLOSED || fact.key.starts_with(CHANNEL)
}
