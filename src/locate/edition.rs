//! Which edition do the tables follow? Their own labels tell, never the year or the document that the report cites.

use super::flow::{Flow, Kind};
use super::lexicon::Lexicon;
use std::collections::BTreeSet;

/// How many labels that only this edition prints stand in the flow.
pub(crate) fn hallmarks(flow: &Flow, lexicon: &Lexicon) -> usize {
    let words: Vec<&str> = flow
        .slots
        .iter()
        .filter(|slot| matches!(slot.kind, Kind::Words | Kind::Prose))
        .map(|slot| slot.key.as_str())
        .collect();
    // A label may lie in two or three pieces, one below the other.
    let joined: BTreeSet<String> = (1..=3)
        .flat_map(|n| words.windows(n).map(|pieces| pieces.concat()))
        .filter(|key| key.chars().count() <= 60)
        .collect();
    let shows = |hallmark: &&String| {
        let exact = joined.contains(*hallmark);
        // Guidance may follow a label: 上一年项目数量（指…）.
        let begun = || joined.range((*hallmark).clone()..).next().is_some_and(|key| key.starts_with(hallmark.as_str()));
        exact || (hallmark.chars().count() >= 5 && begun())
    };
    let shown = lexicon.hallmarks.iter().filter(shows).count();
    if shown > 0 { shown } else { glued(&words, lexicon) }
}

/// Hallmarks within text that lost every division between its cells.
fn glued(words: &[&str], lexicon: &Lexicon) -> usize {
    let long = words.iter().filter(|key| key.len() > 3 * 60);
    let within =
        |hallmark: &&String| hallmark.chars().count() >= 5 && long.clone().any(|key| key.contains(hallmark.as_str()));
    lexicon.hallmarks.iter().filter(within).count()
}

/// The index of the edition that most hallmarks speak for, and whether another edition shows some too. `None` where no
/// hallmark stands in the flow.
pub(crate) fn choose(flow: &Flow, lexicons: &[Lexicon]) -> Option<(usize, Vec<usize>)> {
    let counts: Vec<usize> = lexicons.iter().map(|lexicon| hallmarks(flow, lexicon)).collect();
    // Of equally many the newer edition is taken: it stands first.
    let best = (0..counts.len()).max_by_key(|&at| (counts[at], std::cmp::Reverse(at)))?;
    let others = (0..counts.len()).filter(|&at| at != best && counts[at] > 0).collect();
    (counts[best] > 0).then_some((best, others))
}
