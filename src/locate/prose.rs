//! Running text among the lines of a flow: it is part of no table.

use super::flow::Kind;
use super::lexicon::Lexicon;
use super::told::read_word;
use crate::text::fold;

/// Whether a word of a long line is running text.
pub(super) fn is_sentence(word: &str) -> bool {
    word.contains('。') || fold::key(word).chars().count() > 45
}

/// Running text: it ends or divides sentences, or is longer than any label.
pub(super) fn is_prose(text: &str, lexicons: &[Lexicon]) -> bool {
    let ends = |c| matches!(c, '。' | '；' | '！' | '？');
    // Most running text ends as a sentence does. What holds no word (`12；3`) says nothing.
    let says = text.contains(fold::is_han);
    if text.ends_with(ends) && says {
        return true;
    }
    let (mut characters, mut blanks) = (0, 0);
    for c in text.chars() {
        if ends(c) && says {
            return true;
        }
        characters += 1;
        blanks += usize::from(!fold::is_unified(c) && c.is_whitespace());
    }
    // Most lines are a short cell.
    if characters <= CLAUSE && (blanks == 0 || !text.trim().contains(char::is_whitespace)) {
        return false;
    }
    let is_words = |word: &&str| read_word(word).0 == Kind::Words;
    let numberless: String = text.split_whitespace().filter(is_words).collect();
    let key = fold::key(&numberless);
    let length = key.chars().count();
    (length > LABEL || text.contains(['，', ',']) && length > CLAUSE || has_words_around_numbers(text))
        && !lexicons.iter().any(|lexicon| lexicon.resembles(&key))
}

/// No label is longer.
const LABEL: usize = 60;
/// A label with a comma is no longer.
const CLAUSE: usize = 12;

/// `2022 年共受理 12 件`: numbers set off by blanks inside a sentence.
fn has_words_around_numbers(text: &str) -> bool {
    let units = ["年", "月", "日", "件", "条", "次", "人", "个"];
    let counted = || text.split_whitespace().skip(1).any(|word| units.iter().any(|unit| word.starts_with(unit)));
    let turns = || {
        let kinds: Vec<Kind> = text.split_whitespace().map(|word| read_word(word).0).collect();
        kinds.windows(2).any(|pair| pair == [Kind::Value, Kind::Words])
    };
    counted() && turns()
}
