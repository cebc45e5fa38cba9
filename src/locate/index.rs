//! Labels in the order of the form, with every way of writing them: which of them is a text, or begins with it, or is near it?

use super::keys::{Characters, Initials};
use super::renumbered::Numbered;
use std::ops::Range;

/// A way in which a label may be written.
#[derive(Clone, Debug)]
pub(crate) struct Form {
    /// The folded text.
    pub key: String,
    /// What it stands for, as an index into the entries.
    pub entry: usize,
    /// It also is the body of another label of the table, so its place must tell.
    pub weak: bool,
    /// The characters of the key, for the search of labels that nearly are it.
    pub letters: Letters,
    /// Another spelling: it must stand in one piece, or pieces of two labels side by side (商业 科研 over 企业 机构) would
    /// make one.
    pub single: bool,
}

impl Form {
    /// A spelling of an entry.
    pub fn new(key: String, entry: usize, weak: bool) -> Self {
        Form { letters: Letters::new(&key), key, entry, weak, single: false }
    }
}

/// The characters of a key, prepared to be compared with those of many others.
#[derive(Clone, Debug, Default)]
pub(crate) struct Letters {
    /// All of them.
    pub all: Vec<char>,
    /// The digits among them.
    pub digits: String,
    /// One bit for each kind of character that occurs; several kinds share a bit.
    kinds: u64,
}

impl Letters {
    /// The characters of a key.
    pub fn new(key: &str) -> Self {
        let all: Vec<char> = key.chars().collect();
        let digits = key.chars().filter(char::is_ascii_digit).collect();
        let kinds = all.iter().fold(0, |kinds, &c| kinds | 1 << (c as u32 % 64));
        Letters { all, digits, kinds }
    }

    /// Whether every kind of character of this key may be one of the other's.
    pub fn is_within(&self, other: &Letters) -> bool {
        self.kinds & !other.kinds == 0
    }

    /// At least so many edits lie between two keys: a kind of character that only one of them has takes one.
    pub fn least_edits(&self, other: &Letters) -> usize {
        let lacking = (self.kinds & !other.kinds).count_ones().max((other.kinds & !self.kinds).count_ones());
        (lacking as usize).max(self.all.len().abs_diff(other.all.len()))
    }
}

/// Labels in the order of the form, with every way of writing them.
#[derive(Debug, Default)]
pub(crate) struct Index {
    /// Ways of writing, sorted by key so that a prefix can be searched.
    forms: Vec<Form>,
    /// Every character of the keys.
    characters: Characters,
    /// What begins otherwise is none of the keys, nor a piece of one that begins it.
    initials: Initials,
    /// Whether a value right behind a label speaks for it: the labels of rows stand before their values.
    pub before_values: bool,
    /// The forms that a text may be near, by their lengths: the length and the number of each.
    by_length: Vec<(usize, usize)>,
    /// The words of the labels of rows without their numbers.
    pub numbered: Numbered,
}

impl Index {
    /// Of all spellings of labels that stand before their values, in any order.
    pub fn of_rows(forms: Vec<Form>, numbered: Numbered) -> Self {
        Index { before_values: true, numbered, ..Self::new(forms) }
    }

    /// Of all spellings, in any order.
    pub fn new(mut forms: Vec<Form>) -> Self {
        forms.sort_by(|a, b| (&a.key, a.entry).cmp(&(&b.key, b.entry)));
        forms.dedup_by(|a, b| a.key == b.key && a.entry == b.entry);
        let characters = Characters::of(forms.iter().flat_map(|form| form.key.chars()));
        let initials = Initials::of(forms.iter().map(|form| form.key.as_str()));
        let strong = forms.iter().enumerate().filter(|(_, form)| !form.weak);
        let mut by_length: Vec<(usize, usize)> = strong.map(|(at, form)| (form.letters.all.len(), at)).collect();
        by_length.sort_unstable();
        Index { forms, characters, initials, before_values: false, by_length, numbered: Numbered::default() }
    }

    /// The forms that are exactly this key, and whether another begins with it and is longer.
    pub fn find(&self, key: &str) -> (&[Form], bool) {
        let from = self.from(key);
        if from.is_empty() {
            return (from, false);
        }
        let exact = from.iter().take_while(|form| form.key == key).count();
        (&from[..exact], from.get(exact).is_some_and(|form| form.key.starts_with(key)))
    }

    /// The forms that begin with this key.
    pub fn beginning<'i>(&'i self, key: &'i str) -> impl Iterator<Item = &'i Form> {
        self.from(key).iter().take_while(move |form| form.key.starts_with(key))
    }

    /// Of the forms that begin as this key does, those from the first that does not stand before it.
    fn from(&self, key: &str) -> &[Form] {
        let akin = &self.forms[self.initials.range(key)];
        &akin[akin.partition_point(|form| form.key.as_str() < key)..]
    }

    /// Whether a key is a label.
    pub fn is_label(&self, key: &str) -> bool {
        !self.find(key).0.is_empty()
    }

    /// Whether a key begins with a label of at least four characters.
    pub fn opens(&self, key: &str) -> bool {
        self.opening(key).next().is_some()
    }

    /// The forms of at least four characters with which a key begins.
    pub fn opening<'i>(&'i self, key: &'i str) -> impl Iterator<Item = &'i Form> {
        let akin = &self.forms[self.initials.range(key)];
        akin.iter().filter(move |form| form.letters.all.len() >= 4 && key.starts_with(form.key.as_str()))
    }

    /// The characters of a key that no label has.
    pub fn foreign<'k>(&self, key: &'k str) -> impl Iterator<Item = char> + use<'_, 'k> {
        key.chars().filter(|&c| !self.characters.contains(c))
    }

    /// The forms of certain lengths, those left out that stand for several labels.
    pub fn of_length(&self, lengths: Range<usize>) -> impl Iterator<Item = &Form> {
        let from = self.by_length.partition_point(|&(length, _)| length < lengths.start);
        let own = self.by_length[from..].iter().take_while(move |&&(length, _)| length < lengths.end);
        own.map(|&(_, form)| &self.forms[form])
    }

    /// All forms.
    pub fn forms(&self) -> &[Form] {
        &self.forms
    }
}
