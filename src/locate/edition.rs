//! Which edition do the tables follow? Their own labels tell, never the year or the document that the report cites.

use super::flow::{Flow, Kind, Slot};
use super::lexicon::{Lexicon, with_next};
use crate::text::fold;
use memchr::memmem::Finder;

/// A word of the flow with the first character of its key: running text is seldom asked for more.
struct Word<'f, 'd> {
    slot: &'f Slot<'d>,
    first: Option<char>,
}

/// How many labels that only this edition prints stand in the flow. They begin at one of `starts`.
fn hallmarks(words: &[Word<'_, '_>], starts: &[usize], lexicon: &Lexicon, long_keys: &[&str]) -> usize {
    let mut shown = vec![false; lexicon.hallmarks.len()];
    let firsts: Vec<Option<char>> = lexicon.hallmarks.iter().map(|hallmark| hallmark.chars().next()).collect();
    for &at in starts {
        for number in (0..firsts.len()).filter(|&number| firsts[number] == words[at].first) {
            // A label may lie in two or three pieces, one below the other.
            let pieces = &words[at..words.len().min(at + 3)];
            shown[number] = shown[number] || spell(pieces, &lexicon.hallmarks[number]);
        }
    }
    let shown = shown.iter().filter(|&&shown| shown).count();
    if shown > 0 { shown } else { glued(long_keys, lexicon) }
}

/// The words that begin as some hallmark does.
fn starts(words: &[Word<'_, '_>], lexicons: &[Lexicon]) -> Vec<usize> {
    let first =
        |word: &Word<'_, '_>, lexicon: &Lexicon| word.first.is_some_and(|first| lexicon.initials.contains(first));
    (0..words.len()).filter(|&at| lexicons.iter().any(|lexicon| first(&words[at], lexicon))).collect()
}

/// Whether some first pieces, joined, are a hallmark; or begin with one, since guidance may follow a label:
/// 上一年项目数量（指…）.
fn spell(pieces: &[Word<'_, '_>], hallmark: &str) -> bool {
    let mut rest = hallmark;
    for (number, piece) in pieces.iter().map(|piece| piece.slot.key()).enumerate() {
        match rest.strip_prefix(piece) {
            Some("") => return true,
            Some(after) => rest = after,
            None => {
                let length = || pieces[..=number].iter().map(|piece| piece.slot.key().chars().count()).sum::<usize>();
                return piece.starts_with(rest) && hallmark.chars().count() >= 5 && length() <= 60;
            }
        }
    }
    false
}

fn words<'f, 'd>(flow: &'f Flow<'d>) -> Vec<Word<'f, 'd>> {
    let words = flow.slots.iter().filter(|slot| matches!(slot.kind, Kind::Words | Kind::Prose));
    words.map(|slot| Word { slot, first: fold::places(slot.text).next().map(|(_, first)| first) }).collect()
}

/// Hallmarks within text that lost every division between its cells. Sentences name one or two of what a form counts: 主动公开
/// 政府信息数31条.
fn glued(keys: &[&str], lexicon: &Lexicon) -> usize {
    let within = |hallmark: &&Finder<'_>| keys.iter().any(|key| hallmark.find(key.as_bytes()).is_some());
    let count = lexicon.long_hallmarks.iter().filter(within).count();
    if count >= FEWEST { count } else { 0 }
}

/// Fewer hallmarks in running text are words of its sentences.
const FEWEST: usize = 3;

/// The keys of long texts in which some hallmark may begin: few texts have its first characters in a row.
fn long_keys<'f>(words: &[Word<'f, '_>], lexicons: &[Lexicon]) -> Vec<&'f str> {
    let mut beginnings: Vec<u64> = lexicons.iter().flat_map(|lexicon| &lexicon.beginnings).copied().collect();
    beginnings.sort_unstable();
    beginnings.dedup();
    // A bit for each by its last two characters: hardly any others share it.
    let bit = |last: u64| ((last & 0xffff) * 31 + (last >> 16 & 0xffff)) as usize % ENDS;
    let mut ends = [0u64; ENDS / 64];
    beginnings.iter().map(|&last| bit(last)).for_each(|bit| ends[bit / 64] |= 1 << (bit % 64));
    let begins = |slot: &&Slot| {
        let mut last = 0;
        fold::places(slot.text).any(|(_, c)| {
            last = with_next(last, c);
            let bit = bit(last);
            ends[bit / 64] & 1 << (bit % 64) != 0 && beginnings.binary_search(&last).is_ok()
        })
    };
    // No key is longer than its text.
    let texts = words.iter().map(|word| word.slot).filter(|slot| slot.text.len() > GLUED).filter(begins);
    texts.map(Slot::key).filter(|key| key.len() > GLUED).collect()
}

const ENDS: usize = 1 << 12;

/// Text of more bytes may hold several cells.
const GLUED: usize = 3 * 60;

/// The index of the edition that most hallmarks speak for, and whether another edition shows some too. `None` where no
/// hallmark stands in the flow.
pub(crate) fn choose(flow: &Flow, lexicons: &[Lexicon]) -> Option<(usize, Vec<usize>)> {
    let words = words(flow);
    let long_keys = long_keys(&words, lexicons);
    let starts = starts(&words, lexicons);
    let counts: Vec<usize> = lexicons.iter().map(|lexicon| hallmarks(&words, &starts, lexicon, &long_keys)).collect();
    // Of equally many the newer edition is taken: it stands first.
    let best = (0..counts.len()).max_by_key(|&at| (counts[at], std::cmp::Reverse(at)))?;
    let others = (0..counts.len()).filter(|&at| at != best && counts[at] > 0).collect();
    (counts[best] > 0).then_some((best, others))
}
