//! Words that are looked for in titles and sentences, found by their first characters.
//!
//! An automaton of the same words would go over each byte, and takes as long to build as a report takes to read.

/// Words, each of which begins with some character.
#[derive(Debug)]
pub(crate) struct Vocabulary {
    words: Vec<String>,
    /// For the last bits of a character the number of its group.
    groups: [u8; BITS + 1],
    /// The words that begin with such a character, in their order. The first group is empty.
    of_groups: Vec<Vec<usize>>,
}

/// The last bits of a character, by which words are grouped. A few characters share a group.
const BITS: usize = 0x3ff;

fn bits(c: char) -> usize {
    c as usize & BITS
}

impl Vocabulary {
    /// Of words that are not empty. No list of this room has more than 255 beginnings.
    pub fn new(words: impl IntoIterator<Item = impl Into<String>>) -> Self {
        let words = words.into_iter().map(Into::into).collect();
        let mut vocabulary = Vocabulary { words, groups: [0; BITS + 1], of_groups: vec![Vec::new()] };
        for (number, word) in vocabulary.words.iter().enumerate() {
            let group = &mut vocabulary.groups[word.chars().next().map_or(0, bits)];
            if *group == 0 {
                *group = u8::try_from(vocabulary.of_groups.len()).expect("a short list of words");
                vocabulary.of_groups.push(Vec::new());
            }
            vocabulary.of_groups[usize::from(*group)].push(number);
        }
        vocabulary
    }

    /// The numbers of the words with which a text begins, whose first character is `first`.
    fn begin<'v>(&'v self, text: &'v str, first: char) -> impl Iterator<Item = usize> + 'v {
        let group = &self.of_groups[usize::from(self.groups[bits(first)])];
        group.iter().copied().filter(move |&number| text.starts_with(self.words[number].as_str()))
    }

    /// The words that stand in a text, as often as they do, and may overlap: their numbers, and where they begin.
    pub fn each<'v>(&'v self, text: &'v str) -> impl Iterator<Item = (usize, usize)> + 'v {
        let beginnings = text.char_indices().filter(|&(_, c)| self.groups[bits(c)] > 0);
        beginnings.flat_map(move |(at, c)| self.begin(&text[at..], c).map(move |number| (number, at)))
    }

    /// How long a word is, in bytes.
    pub fn length(&self, number: usize) -> usize {
        self.words[number].len()
    }

    /// How long the first word of the vocabulary is with which a text begins.
    pub fn opening(&self, text: &str) -> Option<usize> {
        let word = self.begin(text, text.chars().next()?).next()?;
        Some(self.words[word].len())
    }

    /// Whether one of the words stands in a text.
    pub fn meets(&self, text: &str) -> bool {
        self.in_turn(text).next().is_some()
    }

    /// The words of a text one behind the other: their numbers, and where they begin and end. Where several begin at one
    /// place, the first of the vocabulary counts.
    pub fn in_turn<'v>(&'v self, text: &'v str) -> impl Iterator<Item = (usize, usize, usize)> + 'v {
        let mut from = 0;
        text.char_indices().filter_map(move |(at, c)| {
            let number = if at < from { None } else { self.begin(&text[at..], c).next() }?;
            from = at + self.words[number].len();
            Some((number, at, from))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Vocabulary;

    #[test]
    fn words_are_found_wherever_they_stand() {
        // U+4E00 and U+5200 have the same last bits.
        let vocabulary = Vocabulary::new(["公开申请", "公开", "开", "一", "\u{5200}"]);
        let met: Vec<(usize, usize)> = vocabulary.each("公开申请公开刀").collect();
        assert_eq!(met, [(0, 0), (1, 0), (2, 3), (1, 12), (2, 15), (4, 18)]);
        assert!(vocabulary.meets("统一") && !vocabulary.meets("公文"));
        let in_turn = |text: &str| vocabulary.in_turn(text).collect::<Vec<_>>();
        assert_eq!(in_turn("公开申请公开，一公"), [(0, 0, 12), (1, 12, 18), (3, 21, 24)]);
        assert_eq!(
            ["公开申请", "公开", "公", ""].map(|text| vocabulary.opening(text)),
            [Some(12), Some(6), None, None]
        );
    }
}
