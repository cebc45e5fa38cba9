//! Labels in the order of the form, with every way of writing them: which of them is a text, or begins with it, or is near it?

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
}

impl Letters {
    /// The characters of a key.
    pub fn new(key: &str) -> Self {
        Letters { all: key.chars().collect(), digits: key.chars().filter(char::is_ascii_digit).collect() }
    }
}

/// How long a key is and which kinds of characters it has: enough to tell most keys apart.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sketch {
    /// How many characters it has.
    pub length: usize,
    /// One bit for each kind of character that occurs; several kinds share a bit.
    kinds: u64,
}

impl Sketch {
    /// The sketch of a key.
    pub fn new(key: &str) -> Self {
        let add =
            |sketch: Sketch, c: char| Sketch { length: sketch.length + 1, kinds: sketch.kinds | 1 << (c as u32 % 64) };
        key.chars().fold(Sketch { length: 0, kinds: 0 }, add)
    }

    /// Whether a text may be the beginning of a label, or differ from it in no more characters than it may: a kind of
    /// character that only one of them has takes one edit.
    fn may_be(&self, label: &Sketch) -> bool {
        let (ours, theirs) = (self.kinds & !label.kinds, label.kinds & !self.kinds);
        let allowed = allowed_edits(label.length);
        self.length < label.length && ours == 0
            || allowed > 0
                && self.length.abs_diff(label.length) <= allowed
                && ours.count_ones().max(theirs.count_ones()) as usize <= allowed
    }
}

/// As many characters as a text may differ in from a label of so many.
pub(crate) fn allowed_edits(length: usize) -> usize {
    match length {
        0..=5 => 0,
        6..=9 => 1,
        10..=14 => 3,
        _ => length / 4,
    }
}

/// Labels in the order of the form, with every way of writing them.
#[derive(Debug, Default)]
pub(crate) struct Index {
    /// Ways of writing, sorted by key so that a prefix can be searched.
    forms: Vec<Form>,
    /// The sketch of each form that a text may be near to, and which form it is.
    sketches: Vec<(Sketch, usize)>,
    /// Every character of the keys.
    characters: Characters,
    /// Every first character of a key: what begins otherwise is none of them, nor a piece of one that begins it.
    firsts: Characters,
}

/// A set of characters of keys, a bit for each: digits and letters, and the unified Chinese characters. Others, which no
/// label has, are never in it.
#[derive(Default)]
struct Characters(Vec<u64>);

impl Characters {
    fn of(characters: impl Iterator<Item = char>) -> Self {
        let mut bits = vec![0; (UNIFIED.len() + ASCII).div_ceil(64)];
        for bit in characters.filter_map(bit) {
            bits[bit / 64] |= 1 << (bit % 64);
        }
        Characters(bits)
    }

    fn contains(&self, c: char) -> bool {
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

impl Index {
    /// Of all spellings, in any order.
    pub fn new(mut forms: Vec<Form>) -> Self {
        forms.sort_by(|a, b| (&a.key, a.entry).cmp(&(&b.key, b.entry)));
        forms.dedup_by(|a, b| a.key == b.key && a.entry == b.entry);
        let characters = Characters::of(forms.iter().flat_map(|form| form.key.chars()));
        let firsts = Characters::of(forms.iter().filter_map(|form| form.key.chars().next()));
        let strong = forms.iter().enumerate().filter(|(_, form)| !form.weak);
        let sketches = strong.map(|(at, form)| (Sketch::new(&form.key), at)).collect();
        Index { forms, sketches, characters, firsts }
    }

    /// Whether some form begins with the first character of this key.
    fn opens(&self, key: &str) -> bool {
        key.chars().next().is_some_and(|c| self.firsts.contains(c))
    }

    /// The forms that are exactly this key, and whether another begins with it and is longer.
    pub fn find(&self, key: &str) -> (&[Form], bool) {
        let from = self.from(key);
        let exact = from.iter().take_while(|form| form.key == key).count();
        (&from[..exact], from.get(exact).is_some_and(|form| form.key.starts_with(key)))
    }

    /// The forms that begin with this key.
    pub fn beginning<'i>(&'i self, key: &'i str) -> impl Iterator<Item = &'i Form> {
        self.from(key).iter().take_while(move |form| form.key.starts_with(key))
    }

    /// The forms from the first that does not stand before this key; none where no form begins as it does.
    fn from(&self, key: &str) -> &[Form] {
        if !self.opens(key) {
            return &[];
        }
        &self.forms[self.forms.partition_point(|form| form.key.as_str() < key)..]
    }

    /// Whether at least half of a key is made of characters of the labels. What is not is near none of them.
    pub fn is_akin(&self, key: &str) -> bool {
        let (own, all) =
            key.chars().fold((0, 0), |(own, all), c| (own + usize::from(self.characters.contains(c)), all + 1));
        own * 2 >= all
    }

    /// The forms that a text of this sketch may be near to, or the beginning of.
    pub fn near<'i>(&'i self, sketch: &'i Sketch) -> impl Iterator<Item = &'i Form> {
        self.sketches.iter().filter(|(label, _)| sketch.may_be(label)).map(|&(_, at)| &self.forms[at])
    }

    /// All forms.
    pub fn forms(&self) -> &[Form] {
        &self.forms
    }
}
