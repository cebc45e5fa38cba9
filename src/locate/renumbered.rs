//! Labels that bear the number of one row and the words of another (1.政府网站公开政府信息数, where the form has 2.): an
//! office left a row out, put one of its own in, or exchanged two, and numbered the rest anew.
//!
//! The words tell the row. A label whose words are those of another row, or nearer to them, is not this one's for its
//! number. Words that several rows have (其他, 总计, 被依法纠错数) tell none: there number and order count.

use super::index::Letters;
use super::{brackets, label};
use crate::text::{fold, ordinal};

/// The words of a table's labels without their numbers.
#[derive(Debug, Default)]
pub(crate) struct Numbered(Vec<Words>);

/// The words of a label that no other label of the table has.
#[derive(Debug)]
struct Words {
    key: String,
    letters: Letters,
    entry: usize,
    /// The form prints a number before them, and figures behind.
    renumbers: bool,
}

/// Fewer characters may be words of any text.
const LEAST: usize = 4;

impl Numbered {
    /// Adds the words of a label of an entry; `numbered` tells whether a row of figures that the form numbers has them.
    pub fn add(&mut self, key: String, entry: usize, numbered: bool) {
        let letters = Letters::new(&key);
        let renumbers = numbered && letters.all.len() >= LEAST;
        self.0.push(Words { key, letters, entry, renumbers });
    }

    /// The only row whose numbered label has exactly these words.
    fn exact(&self, words: &str) -> Option<usize> {
        self.0.iter().find(|known| known.renumbers && known.key == words).map(|known| known.entry)
    }

    /// Whether words are no nearer to the label of an entry than to that of another: then they do not tell it.
    pub fn are_of_another(&self, words: &Letters, entry: usize) -> bool {
        let edits = |known: &Words| label::edits(&words.all, &known.letters.all);
        let own = self.0.iter().filter(|known| known.entry == entry).map(edits).min();
        let near = |own: usize| {
            let mut others = self.0.iter().filter(|known| known.entry != entry);
            others.any(|known| words.least_edits(&known.letters) <= own && edits(known) <= own)
        };
        own.is_some_and(near)
    }

    /// The row whose words a text with another number has; whether they were found outside brackets only.
    pub fn row(&self, text: &str) -> Option<(usize, bool)> {
        if self.0.is_empty() {
            return None;
        }
        let words = words(text)?;
        let whole = || self.exact(&fold::key(words)).map(|entry| (entry, false));
        let noted = || fold::has_brackets(words) && !brackets::is_of_another(words);
        let outside = || self.exact(&fold::key_outside_brackets(words)).map(|entry| (entry, true));
        whole().or_else(|| noted().then(outside).flatten())
    }
}

/// The words of a text behind its number, if it has one. 其中 may stand before it.
pub(super) fn words(text: &str) -> Option<&str> {
    let text = text.trim_start();
    let text = text.strip_prefix("其中").map_or(text, |rest| rest.trim_start_matches(['：', ':', ' ']));
    ordinal::parse(text).map(|found| found.rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbered() -> Numbered {
        let mut numbered = Numbered::default();
        for (entry, words) in ["街道公报公开数", "街道网站公开数", "街道微信公开数"].iter().enumerate()
        {
            numbered.add((*words).to_owned(), entry, true);
        }
        numbered.add("街道简报公开数".to_owned(), 3, false);
        numbered
    }

    #[test]
    fn words_tell_the_row_whatever_its_number() {
        assert_eq!(numbered().row("1.街道网站公开数"), Some((1, false)));
        assert_eq!(numbered().row("其中：（五）街道 微信公开数"), Some((2, false)));
        assert_eq!(numbered().row("2、街道公报公开数（件）"), Some((0, true)));
    }

    #[test]
    fn what_the_form_does_not_number_is_not_found_by_a_number() {
        assert_eq!(numbered().row("4.街道简报公开数"), None);
        assert_eq!(numbered().row("街道网站公开数"), None);
        assert_eq!(numbered().row("3.街道网站公开数（上年）"), None);
    }

    #[test]
    fn words_that_are_as_near_to_another_label_tell_none() {
        let another = |words: &str, entry| numbered().are_of_another(&Letters::new(words), entry);
        assert!(another("街道网站公开数", 0));
        assert!(another("街道客户端公开数", 0));
        assert!(!another("街道徽信公开数", 2));
    }
}
