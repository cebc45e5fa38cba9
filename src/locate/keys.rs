//! Folded labels, sorted and found by their first character: most texts begin as no label does, which one look tells.

use std::ops::Range;

/// A set of characters of keys, a bit for each: digits and letters, and the unified Chinese characters. Others, which no
/// label has, are never in it.
#[derive(Default)]
pub(crate) struct Characters(Vec<u64>);

impl Characters {
    /// A set of these.
    pub fn of(characters: impl Iterator<Item = char>) -> Self {
        let mut bits = vec![0; (UNIFIED.len() + ASCII).div_ceil(64)];
        for bit in characters.filter_map(bit) {
            bits[bit / 64] |= 1 << (bit % 64);
        }
        Characters(bits)
    }

    /// Whether a character is one of them.
    pub fn contains(&self, c: char) -> bool {
        bit(c).is_some_and(|bit| self.0.get(bit / 64).is_some_and(|bits| bits & 1 << (bit % 64) != 0))
    }
}

const ASCII: usize = 128;
const UNIFIED: std::ops::Range<usize> = 0x4e00..0xa000;

fn bit(c: char) -> Option<usize> {
    match c as usize {
        code if code < ASCII => Some(code),
        code if UNIFIED.contains(&code) => Some(code - UNIFIED.start + ASCII),
        _ => None,
    }
}

impl std::fmt::Debug for Characters {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let held = ('\0'..'\u{a000}').filter(|&c| self.contains(c));
        f.debug_set().entries(held).finish()
    }
}

/// The first characters of sorted keys, each with the keys that begin with it.
#[derive(Debug, Default)]
pub(super) struct Initials {
    /// By their buckets.
    ranges: Vec<(char, Range<usize>)>,
    /// Where each bucket begins, and the last ends; empty where there are no keys.
    buckets: Vec<usize>,
}

/// First characters are looked for among those that have the same remainder: hardly ever more than one.
const BUCKETS: usize = 256;

fn bucket(first: char) -> usize {
    first as usize % BUCKETS
}

impl Initials {
    /// Of keys in their order.
    pub fn of<'k>(sorted: impl Iterator<Item = &'k str>) -> Self {
        let mut ranges: Vec<(char, Range<usize>)> = Vec::new();
        for (at, key) in sorted.enumerate() {
            let Some(first) = key.chars().next() else { continue };
            match ranges.last_mut() {
                Some((known, range)) if *known == first => range.end = at + 1,
                _ => ranges.push((first, at..at + 1)),
            }
        }
        ranges.sort_by_key(|&(first, _)| bucket(first));
        let before = |number: usize| ranges.partition_point(|&(first, _)| bucket(first) < number);
        Initials { buckets: (0..=BUCKETS).map(before).collect(), ranges }
    }

    /// Where the keys stand that begin as this one does.
    pub fn range(&self, key: &str) -> Range<usize> {
        key.chars().next().map_or(0..0, |first| self.of_first(first))
    }

    /// Where the keys stand that begin with a character.
    fn of_first(&self, first: char) -> Range<usize> {
        let Some(&[from, to]) = self.buckets.get(bucket(first)..bucket(first) + 2) else { return 0..0 };
        let found = self.ranges[from..to].iter().find(|&&(known, _)| known == first);
        found.map_or(0..0, |(_, range)| range.clone())
    }
}

/// A set of keys.
#[derive(Debug, Default)]
pub(crate) struct Keys {
    sorted: Vec<String>,
    initials: Initials,
}

impl Keys {
    /// Of keys in any order, each as often as it may come.
    pub fn new(keys: impl IntoIterator<Item = String>) -> Self {
        let mut sorted: Vec<String> = keys.into_iter().collect();
        sorted.sort_unstable();
        sorted.dedup();
        let initials = Initials::of(sorted.iter().map(String::as_str));
        Keys { sorted, initials }
    }

    /// All of them, in order.
    pub fn iter(&self) -> impl Iterator<Item = &String> {
        self.sorted.iter()
    }

    /// Whether a key is one of them.
    pub fn contains(&self, key: &str) -> bool {
        self.akin(key).binary_search_by(|known| known.as_str().cmp(key)).is_ok()
    }

    /// Whether some key begins with a character.
    pub fn some_begins(&self, first: char) -> bool {
        !self.initials.of_first(first).is_empty()
    }

    /// Those that begin as a key does.
    pub fn akin(&self, key: &str) -> &[String] {
        &self.sorted[self.initials.range(key)]
    }
}
