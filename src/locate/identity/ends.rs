//! The words that a title of a report ends with: which texts may hold some, and where they stand.

use super::super::keys::Characters;
use crate::template::WORDS;
use crate::text::fold;
use crate::text::vocabulary::Vocabulary;
use std::sync::LazyLock;

/// The characters of words of titles that stand in a text, a bit for each.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Letters(u64);

impl Letters {
    /// Those of a text.
    pub fn of(text: &str) -> Self {
        let alphabet = &*ALPHABET;
        let own = text.chars().map(fold::simplified).filter(|&c| alphabet.all.contains(c));
        Letters(own.filter_map(|c| alphabet.sorted.binary_search(&c).ok()).fold(0, |letters, at| letters | 1 << at))
    }

    /// Those of two texts.
    pub fn and(self, other: Letters) -> Self {
        Letters(self.0 | other.0)
    }

    /// Whether some words of titles have no other characters. Dress may stand between them, but none of them can lack.
    pub fn may_be_title(self) -> bool {
        ENOUGH.iter().any(|enough| enough.0 & !self.0 == 0)
    }
}

/// The characters of all words of titles.
struct Alphabet {
    all: Characters,
    sorted: Vec<char>,
}

static ALPHABET: LazyLock<Alphabet> = LazyLock::new(|| {
    let mut sorted: Vec<char> = WORDS.title_ends.iter().flat_map(|end| end.chars()).collect();
    sorted.sort_unstable();
    sorted.dedup();
    Alphabet { all: Characters::of(sorted.iter().copied()), sorted }
});

/// The characters of words of titles, without those that hold the characters of other words.
static ENOUGH: LazyLock<Vec<Letters>> = LazyLock::new(|| {
    let mut ends: Vec<Letters> = WORDS.title_ends.iter().map(|end| Letters::of(end)).collect();
    ends.sort_by_key(|end| end.0.count_ones());
    let mut enough: Vec<Letters> = Vec::new();
    for end in ends {
        if enough.iter().all(|fewer| fewer.0 & !end.0 != 0) {
            enough.push(end);
        }
    }
    enough
});

/// The first and the last character of all words of titles.
static ENDS: LazyLock<Vec<(char, char)>> = LazyLock::new(|| {
    let ends = WORDS.title_ends.iter().filter_map(|end| Some((end.chars().next()?, end.chars().last()?)));
    let mut ends: Vec<(char, char)> = ends.collect();
    ends.sort_unstable();
    ends.dedup();
    ends
});

/// Whether the first and the last character of some words of titles stand in a text, in this order.
pub(super) fn may_hold_words(text: &str) -> bool {
    ENDS.iter().any(|&(first, last)| text.find(first).is_some_and(|at| text[at..].contains(last)))
}

/// Any words of titles.
static ANY_END: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary::new(WORDS.title_ends.iter().copied()));

/// Where the first words of a title end in a text.
pub(super) fn first_end(text: &str) -> Option<usize> {
    ANY_END.each(text).map(|(number, at)| at + ANY_END.length(number)).min()
}

/// The longest words of a title in a text, and where they stand last.
pub(super) fn last_words(title: &str) -> Option<(&str, usize, &'static str)> {
    let mut last = vec![None; WORDS.title_ends.len()];
    ANY_END.each(title).for_each(|(number, at)| last[number] = Some(at));
    let found = WORDS.title_ends.iter().zip(last).filter_map(|(end, at)| Some((title, at?, *end)));
    found.max_by_key(|(.., end)| end.chars().count())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_of_the_words_has_its_bit() {
        assert!(ALPHABET.sorted.len() <= 64 && ALPHABET.sorted.iter().all(|&c| ALPHABET.all.contains(c)));
        assert!(WORDS.title_ends.iter().all(|end| Letters::of(end).may_be_title()));
    }
}
