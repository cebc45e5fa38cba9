//! Words that say of which time values are: over a column (累计), beside a row (上年), on a sheet (2021年).

use super::flow::Flow;
use crate::template::VALUE_HEADS;

/// What the words over values say of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Told {
    /// The year.
    Current,
    /// The time of the report, or a part of it.
    Term,
    /// A part of the year.
    Period,
    /// The year so far beside a part of it, or all years beside one.
    Cumulative,
    Past,
    Whole,
    Nothing,
}

/// What some words say.
pub(super) fn told(key: &str) -> Told {
    let bare = counts(key);
    let is = |words: &[&str]| words.contains(&key) || words.contains(&bare);
    match () {
        _ if is(VALUE_HEADS.past) => Told::Past,
        _ if is(VALUE_HEADS.cumulative) => Told::Cumulative,
        _ if is(VALUE_HEADS.current) => Told::Current,
        _ if is(VALUE_HEADS.term) => Told::Term,
        _ if is(VALUE_HEADS.period) => Told::Period,
        _ if is(VALUE_HEADS.whole) => Told::Whole,
        _ => Told::Nothing,
    }
}

/// Whether words say that something is of the year of the report, or of another; `None` if they say neither.
pub(super) fn is_current(key: &str) -> Option<bool> {
    match told(key) {
        Told::Current => Some(true),
        Told::Past => Some(false),
        Told::Term | Told::Period | Told::Cumulative | Told::Whole | Told::Nothing => None,
    }
}

/// The words beside the rows of a grid, as far as they tell times.
pub(super) struct Times {
    /// They name several years: which of them is the report's is not told by them.
    several: bool,
}

impl Times {
    pub(super) fn new(flow: &Flow, mut slots: impl Iterator<Item = usize>) -> Self {
        let first = slots.find_map(|slot| year(flow.slots[slot].key()));
        let other = |slot: usize| year(flow.slots[slot].key()).is_some_and(|year| Some(year) != first);
        Times { several: slots.any(other) }
    }

    /// Whether a word says that the values beside it are of another time than the report (上年), or may be (累计).
    pub(super) fn are_other(&self, key: &str) -> bool {
        matches!(told(key), Told::Past | Told::Period | Told::Cumulative) || self.several && year(key).is_some()
    }
}

/// The year that a word is (2022年, 2022年度).
pub(super) fn year(key: &str) -> Option<&str> {
    let year = key.trim_end_matches(['度', '年']);
    (year.len() == 4 && year.len() < key.len() && year.bytes().all(|b| b.is_ascii_digit())).then_some(year)
}

/// A head without the words that only say that it counts.
pub(super) fn counts(key: &str) -> &str {
    VALUE_HEADS.counts.iter().find_map(|word| key.strip_suffix(word)).unwrap_or(key)
}
