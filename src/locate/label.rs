//! Which slots are which labels: candidates, and the chain of them that follows the order of the form.
//!
//! A label may be one slot, or lie in pieces over several, with values or pieces of other labels in between. So pieces
//! are joined while the joined text begins some label. Of all candidates, the heaviest chain in which slots and labels
//! both advance is taken: an alignment over the whole table, not a guess row by row.

use super::flow::{Flow, Layout, Slot};
use super::index::{Index, Letters};
use super::told::without_explanation;
use super::{brackets, renumbered};
use crate::text::fold;
use std::cell::LazyCell;
use std::rc::Rc;

/// A possible reading of some slots as a label.
#[derive(Clone, Debug)]
pub(crate) struct Candidate {
    /// What it would be.
    pub entry: usize,
    /// The slots of its pieces, ascending.
    pub slots: Slots,
    /// Where it stands in the reading order of its labels: the first slot, unless a head is read by columns.
    pub at: usize,
    /// How much speaks for it.
    pub weight: i64,
    /// The text differs from the label.
    pub near: bool,
    /// It is the label but for what stands in brackets.
    pub bracketed: bool,
    /// The words are those of the label, and the number is that of another row.
    pub renumbered: bool,
    /// Another row bears the same label with something else in brackets: which is meant is not known.
    pub rivalled: bool,
}

impl Candidate {
    fn new(entry: usize, slots: Slots, weight: i64) -> Self {
        let at = slots[0];
        Candidate { entry, slots, at, weight, near: false, bracketed: false, renumbered: false, rivalled: false }
    }

    /// The first slot of the label.
    pub fn first(&self) -> usize {
        self.slots[0]
    }

    /// The last slot of the label.
    pub fn last(&self) -> usize {
        self.slots[self.slots.len() - 1]
    }

    /// Whether all of it stands in lines. A cell that was broken may begin in a line and end in a row of a grid.
    pub fn is_in_lines(&self, flow: &Flow) -> bool {
        self.slots.iter().all(|&slot| flow.layout(slot) == Layout::Line)
    }
}

/// The slots of a label's pieces. Most labels are one piece, and are copied from list to list.
#[derive(Clone, Debug)]
pub(crate) enum Slots {
    /// Of one piece.
    One([usize; 1]),
    /// Of several.
    Several(Rc<[usize]>),
}

impl Slots {
    fn of(slots: &[usize]) -> Self {
        match *slots {
            [slot] => Slots::One([slot]),
            _ => Slots::Several(slots.into()),
        }
    }
}

impl std::ops::Deref for Slots {
    type Target = [usize];

    fn deref(&self) -> &[usize] {
        match self {
            Slots::One(slot) => slot,
            Slots::Several(slots) => slots,
        }
    }
}

/// A label of at least four characters that is beyond doubt weighs this much.
pub(super) const WHOLE: i64 = 36;

/// As many slots of words ahead as a piece of a label is searched.
const REACH: usize = 16;
/// As many candidates as one table's alignment weighs.
const MOST: usize = 2000;

/// All readings of the words in `slots` as labels of the index; whether there are more than are weighed.
pub(crate) fn candidates(flow: &Flow, slots: std::ops::Range<usize>, index: &Index) -> (Vec<Candidate>, bool) {
    let words = flow.words(&slots);
    let (mut found, mut cut) = (Vec::new(), false);
    for at in 0..words.len() {
        cut = found.len() > MOST;
        if cut {
            break;
        }
        let slot = &flow.slots[words[at]];
        let before = found.len();
        let continued = exact(flow, index, slot.key(), &[words[at]], &mut found);
        if let Some(bare) = slot.bare_key().filter(|_| !brackets::is_of_another(slot.text)) {
            let from = found.len();
            exact(flow, index, bare, &[words[at]], &mut found);
            found[from..].iter_mut().for_each(|candidate| candidate.bracketed = true);
        }
        if let Some(label) = explained(flow, words[at]) {
            exact(flow, index, &fold::key(label), &[words[at]], &mut found);
        }
        if continued {
            grow(flow, index, &words[at..words.len().min(at + REACH)], &mut found);
        }
        if found.len() == before {
            renumbered(flow, index, words[at], &mut found);
        }
        if found.len() == before {
            near(flow, index, words[at], continued, &mut found);
        }
    }
    found.sort_by_key(|candidate| (candidate.first(), candidate.entry, -candidate.weight));
    found.dedup_by(|b, a| a.entry == b.entry && *a.slots == *b.slots);
    if index.before_values {
        brackets::settle(flow, &mut found);
    }
    (found, cut)
}

/// The label of a cell that explains it in a sentence, with other cells right of it.
fn explained<'f>(flow: &'f Flow, slot: usize) -> Option<&'f str> {
    let Slot { text, row, .. } = flow.slots[slot];
    let beside = slot + 1 < flow.rows[row].slots.end && matches!(flow.layout(slot), Layout::Grid(..));
    let label = beside.then(|| without_explanation(text))?;
    (label.len() < text.len()).then_some(label)
}

/// The labels that are exactly a key; whether it also begins a longer one.
fn exact(flow: &Flow, index: &Index, key: &str, slots: &[usize], found: &mut Vec<Candidate>) -> bool {
    let (forms, continued) = index.find(key);
    for form in forms.iter().filter(|form| slots.len() == 1 || !form.single) {
        let skipped = slots[slots.len() - 1] - slots[0] + 1 - slots.len();
        let followed = index.before_values && flow.is_before_value(slots[slots.len() - 1]);
        let length = if form.weak { 1 } else { form.letters.all.len() as i64 };
        // What is far counts a little less still: of two pieces the nearer one is the label's.
        let far = (skipped.saturating_sub(12) / 4).min(8);
        let weight = length * 10 + i64::from(followed) * 5 - (skipped.min(12) * 2 + far) as i64;
        found.push(Candidate::new(form.entry, Slots::of(slots), weight));
    }
    continued
}

/// Reads one slot as the label whose words it has under another number.
fn renumbered(flow: &Flow, index: &Index, slot: usize, found: &mut Vec<Candidate>) {
    let Some((entry, bracketed)) = index.numbered.row(flow.slots[slot].text) else { return };
    let words = renumbered::words(flow.slots[slot].text).map_or(0, |words| fold::places(words).count());
    // A label as printed weighs more.
    let weight = words as i64 * 10 + i64::from(flow.is_before_value(slot)) * 5 - 2;
    found.push(Candidate { bracketed, renumbered: true, ..Candidate::new(entry, Slots::One([slot]), weight) });
}

/// Joins the first word, which begins some label, with later ones as long as the joined text does. A word that does not
/// continue it is passed over: it may be a piece of a label that stands beside this one.
fn grow(flow: &Flow, index: &Index, words: &[usize], found: &mut Vec<Candidate>) {
    let mut open: Vec<(String, Vec<usize>)> = vec![(flow.slots[words[0]].key().to_owned(), vec![words[0]])];
    for &next in &words[1..] {
        let mut longer = Vec::new();
        for (key, slots) in &mut open {
            // Most words continue nothing, so that the piece is put back as it was.
            let (length, pieces) = (key.len(), slots.len());
            key.push_str(flow.slots[next].key());
            slots.push(next);
            if exact(flow, index, key, slots, found) && longer.len() < 4 {
                longer.push((key.clone(), slots.clone()));
            }
            key.truncate(length);
            slots.truncate(pieces);
        }
        if open.len() + longer.len() <= 24 {
            open.extend(longer);
        }
    }
}

/// Readings of one slot as labels that it nearly is: a character lost, added or mistaken in a long label, or the end
/// cut off. `begins` tells whether some label begins with the slot.
fn near(flow: &Flow, index: &Index, slot: usize, begins: bool, found: &mut Vec<Candidate>) {
    let key = flow.slots[slot].key();
    // So many bytes are too few or too many characters.
    if key.len() < 3 || key.len() > 60 * 4 {
        return;
    }
    let length = flow.slots[slot].key_length();
    let may_be = || begins || length >= SHORTEST && index.foreign(key).nth(most_edits(length)).is_none();
    if !(3..=60).contains(&length) || !may_be() {
        return;
    }
    let found_letters = flow.slots[slot].letters();
    let words = LazyCell::new(|| Some(Letters::new(&fold::key(renumbered::words(flow.slots[slot].text)?))));
    let of_another = |entry| words.as_ref().is_some_and(|words| index.numbered.are_of_another(words, entry));
    let close: Vec<(usize, usize)> = index
        .of_length(lengths(length))
        .filter_map(|form| Some((form.entry, distance(found_letters, &form.letters)?)))
        .filter(|&(entry, _)| !of_another(entry))
        .collect();
    let Some(least) = close.iter().map(|&(_, distance)| distance).min() else { return cut(index, key, slot, found) };
    let mut entries: Vec<usize> = close.iter().filter(|&&(_, d)| d == least).map(|&(entry, _)| entry).collect();
    entries.sort_unstable();
    entries.dedup();
    for entry in entries {
        let weight = (length as i64 - least as i64).max(1) * 6;
        found.push(Candidate { near: true, ..Candidate::new(entry, Slots::One([slot]), weight) });
    }
}

/// Reads one slot as the only label that begins with it: a tool or an office cut the rest off.
fn cut(index: &Index, key: &str, slot: usize, found: &mut Vec<Candidate>) {
    let length = key.chars().count();
    if length < CUT {
        return;
    }
    let mut entries: Vec<usize> = index.beginning(key).map(|form| form.entry).collect();
    entries.dedup();
    if let [entry] = entries[..] {
        found.push(Candidate { near: true, ..Candidate::new(entry, Slots::One([slot]), length as i64 * 6) });
    }
}

/// As many characters of a label as must be left of it.
const CUT: usize = 5;

/// How many characters two labels differ in, if they may still be the same label. Short labels must be exact or cut:
/// 行政处罚 and 行政处分 are two things.
fn distance(found: &Letters, label: &Letters) -> Option<usize> {
    let (a, b) = (&found.all, &label.all);
    let allowed = allowed(b.len());
    // Most labels are far from each other, which their kinds of characters tell at once.
    let cut = a.len() < b.len() && found.is_within(label);
    let near = allowed > 0 && a.len().abs_diff(b.len()) <= allowed && found.least_edits(label) <= allowed;
    // A digit more is a value that was glued to the label; another digit is another row. Only the number may be lost.
    if !(cut || near) || !found.digits.is_empty() && found.digits != label.digits || turns(a, b) {
        return None;
    }
    if b.starts_with(a) && a.len() * 5 >= b.len() * 3 {
        return Some(b.len() - a.len());
    }
    near.then(|| edits(a, b)).filter(|&edits| edits <= allowed)
}

/// In so many characters a text may differ from a label of this length.
fn allowed(length: usize) -> usize {
    match length {
        0..=5 => 0,
        6..=9 => 1,
        10..=14 => 3,
        _ => length / 4,
    }
}

/// No shorter text is near a label that it does not begin.
const SHORTEST: usize = 5;

/// In so many characters a text of this length may differ from a label at most, whatever the length of the label. What
/// no label has must be an edit.
fn most_edits(length: usize) -> usize {
    match length {
        0..=6 => 1,
        _ => (length / 3).max(3),
    }
}

/// The lengths of the labels that a text of this length may be: by edits, or cut.
fn lengths(length: usize) -> std::ops::Range<usize> {
    let edits = (length / 4).max(3);
    length.saturating_sub(edits)..(length * 5 / 3).max(length + 3) + 1
}

/// Characters that turn a label into another one: 不掌握 is not 掌握, 上年 is not 本年.
const TURNING: &[char] = &[
    '不', '非', '无', '未', '有', '是', '否', '上', '下', '本', '前', '去', '今', '内', '外', '允', '超', '延', '累',
    '已',
];

/// Whether one text has a turning character that the other lacks. A label may be cut after its beginning.
fn turns(found: &[char], label: &[char]) -> bool {
    let count = |text: &[char], c: char| text.iter().filter(|&&other| other == c).count();
    let cut = label.starts_with(found);
    TURNING.iter().any(|&c| {
        let (found, label) = (count(found, c), count(label, c));
        found > label || (found < label && !cut)
    })
}

/// Whether a text may be a label with a character misread, or with a note behind it.
pub(super) fn may_be(found: &str, label: &str) -> bool {
    if found.strip_prefix(label).is_some_and(|note| note.starts_with('(')) {
        return true;
    }
    let (found, label): (Vec<char>, Vec<char>) = (found.chars().collect(), label.chars().collect());
    let misread = found.iter().zip(&label).filter(|(one, other)| one != other).count();
    found.len() == label.len() && label.len() > 2 && misread <= label.len().div_ceil(12) && !turns(&found, &label)
}

/// The least number of insertions, deletions and substitutions between two texts.
pub(super) fn edits(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let substituted = diagonal + usize::from(x != y);
            diagonal = row[j + 1];
            row[j + 1] = substituted.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}

/// The heaviest chain of candidates in which both the reading order and the entries advance. The candidates must be
/// sorted by reading order.
pub(crate) fn chain(candidates: &[Candidate]) -> Vec<Candidate> {
    let mut best: Vec<(i64, Option<usize>)> = Vec::with_capacity(candidates.len());
    // The heaviest so far: chains grow heavier, so that most comparisons end soon.
    let mut heaviest: Vec<i64> = Vec::with_capacity(candidates.len());
    for candidate in candidates {
        // The first of the heaviest; what is lighter need not be compared.
        let mut before: Option<usize> = None;
        for b in (0..best.len()).rev() {
            let least = before.map_or(i64::MIN, |found| best[found].0);
            if heaviest[b] < least {
                break;
            }
            if best[b].0 >= least && precedes(&candidates[b], candidate) {
                before = Some(b);
            }
        }
        let weight = candidate.weight + before.map_or(0, |b| best[b].0);
        heaviest.push(heaviest.last().map_or(weight, |&most| most.max(weight)));
        best.push((weight, before));
    }
    let mut chain = Vec::new();
    let mut at = (0..best.len()).max_by_key(|&i| (best[i].0, std::cmp::Reverse(i)));
    while let Some(i) = at {
        chain.push(candidates[i].clone());
        at = best[i].1;
    }
    chain.reverse();
    chain
}

fn precedes(a: &Candidate, b: &Candidate) -> bool {
    a.at < b.at && a.entry < b.entry && (a.last() < b.first() || !a.slots.iter().any(|slot| b.slots.contains(slot)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_label_that_a_text_may_be_is_passed_over_for_its_length() {
        let pairs = (3..=60).flat_map(|text| (1..=120).map(move |label| (text, label)));
        for (text, label) in pairs {
            let near = allowed(label) > 0 && usize::abs_diff(text, label) <= allowed(label);
            let cut = text < label && text * 5 >= label * 3;
            assert!(!(near || cut) || lengths(text).contains(&label), "{text} {label}");
            assert!(!near || text >= SHORTEST && allowed(label) <= most_edits(text), "{text} {label}");
        }
    }
}
