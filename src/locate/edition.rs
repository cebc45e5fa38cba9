//! Which edition do the tables follow? Their own labels tell, never the year or the document that the report cites.

use super::flow::{Flow, Kind};
use super::lexicon::Lexicon;
use memchr::memmem::Finder;

/// How many labels that only this edition prints stand in the flow.
pub(crate) fn hallmarks(words: &[&str], lexicon: &Lexicon) -> usize {
    let mut shown = vec![false; lexicon.hallmarks.len()];
    let firsts: Vec<Option<char>> = lexicon.hallmarks.iter().map(|hallmark| hallmark.chars().next()).collect();
    for (at, word) in words.iter().enumerate() {
        let first = word.chars().next();
        for (number, hallmark) in lexicon.hallmarks.iter().enumerate() {
            // A label may lie in two or three pieces, one below the other.
            let stands = || spell(&words[at..words.len().min(at + 3)], hallmark);
            shown[number] = shown[number] || first.is_some() && first == firsts[number] && stands();
        }
    }
    let shown = shown.iter().filter(|&&shown| shown).count();
    if shown > 0 { shown } else { glued(words, lexicon) }
}

/// Whether some first pieces, joined, are a hallmark; or begin with one, since guidance may follow a label:
/// 上一年项目数量（指…）.
fn spell(pieces: &[&str], hallmark: &str) -> bool {
    let mut rest = hallmark;
    for (number, piece) in pieces.iter().enumerate() {
        match rest.strip_prefix(piece) {
            Some("") => return true,
            Some(after) => rest = after,
            None => {
                let length = || pieces[..=number].iter().map(|piece| piece.chars().count()).sum::<usize>();
                return piece.starts_with(rest) && hallmark.chars().count() >= 5 && length() <= 60;
            }
        }
    }
    false
}

fn words<'f>(flow: &'f Flow) -> Vec<&'f str> {
    let words = flow.slots.iter().filter(|slot| matches!(slot.kind, Kind::Words | Kind::Prose));
    words.map(|slot| slot.key()).collect()
}

/// Hallmarks within text that lost every division between its cells.
fn glued(words: &[&str], lexicon: &Lexicon) -> usize {
    let long = || words.iter().filter(|key| key.len() > 3 * 60);
    let within = |hallmark: &&Finder<'_>| long().any(|key| hallmark.find(key.as_bytes()).is_some());
    lexicon.long_hallmarks.iter().filter(within).count()
}

/// The index of the edition that most hallmarks speak for, and whether another edition shows some too. `None` where no
/// hallmark stands in the flow.
pub(crate) fn choose(flow: &Flow, lexicons: &[Lexicon]) -> Option<(usize, Vec<usize>)> {
    let words = words(flow);
    let counts: Vec<usize> = lexicons.iter().map(|lexicon| hallmarks(&words, lexicon)).collect();
    // Of equally many the newer edition is taken: it stands first.
    let best = (0..counts.len()).max_by_key(|&at| (counts[at], std::cmp::Reverse(at)))?;
    let others = (0..counts.len()).filter(|&at| at != best && counts[at] > 0).collect();
    (counts[best] > 0).then_some((best, others))
}
