//! The text of one cell or word -> what it is: a value, words, a blank, the number of a page.

use super::flow::Kind;
use super::pages::is_page_mark;
use crate::text::quantity::{self, Amount, Reading};
use crate::text::{fold, worded};

/// A label without the raised number of a footnote (自然人^1).
pub(super) fn without_footnote(text: &str) -> &str {
    let number = |mark: &str| !mark.is_empty() && mark.chars().all(|c| c.is_ascii_digit());
    text.trim_end().rsplit_once('^').filter(|(_, mark)| number(mark)).map_or(text, |(label, _)| label)
}

/// A label without the sentence that explains it (规章：指……). What is as short as a label is none.
pub(super) fn without_explanation(text: &str) -> &str {
    // Most labels hold no byte that ends a colon.
    if !text.bytes().any(|byte| matches!(byte, b':' | 0x9a)) {
        return text;
    }
    let Some((label, explanation)) = text.split_once(['：', ':']) else { return text };
    let sentence = explanation.chars().nth(SENTENCE).is_some() && label.chars().nth(SENTENCE).is_none();
    if sentence { label } else { text }
}

/// More characters are a sentence.
const SENTENCE: usize = 16;

/// The kind of a cell, and the number that it says, if it says one.
pub(super) type Told = (Kind, Option<Amount>);

/// What a cell says.
pub(super) fn read(text: &str) -> Told {
    // Most cells are labels: what begins with a Chinese character says nothing else, but for a few words and numbers.
    let first = text.chars().find(|c| !c.is_whitespace());
    if first.is_some_and(|c| fold::is_han(c) && !quantity::may_begin(c) && c != '第' && c != '共') {
        return (Kind::Words, None);
    }
    match quantity::read(text) {
        Reading::Blank => (Kind::Empty { explicit: true }, None),
        // One Chinese digit alone may be a character of a label that stands upright.
        Reading::Number(number) if has_digit(text) || text.trim().chars().count() > 1 => {
            (Kind::Value, Some(number.amount))
        }
        Reading::Number(number) => (Kind::Words, Some(number.amount)),
        Reading::Dash | Reading::NotApplicable => (Kind::Value, None),
        Reading::Illegible if is_page_mark(text) => (Kind::PageMark, None),
        Reading::Illegible => (Kind::Words, None),
    }
}

fn has_digit(text: &str) -> bool {
    text.chars().any(|c| fold::half_width(c).is_ascii_digit())
}

/// A word of a line: an invisible one is no cell.
pub(super) fn read_word(word: &str) -> Told {
    match read(word) {
        (Kind::Empty { .. }, amount) if !worded::fills_blanks(word) => (Kind::Words, amount),
        told => told,
    }
}

#[cfg(test)]
mod tests {
    use super::{without_explanation, without_footnote};

    #[test]
    fn a_sentence_behind_a_label_explains_it() {
        let sentence = "规章：指依照法定权限和程序制定并公布的文件，名称不称条例";
        let told = [sentence, "其中：主动公开规范性文件数", "（单位：万元）", "规章"].map(without_explanation);
        assert_eq!(told, ["规章", "其中：主动公开规范性文件数", "（单位：万元）", "规章"]);
    }

    #[test]
    fn the_number_of_a_footnote_is_no_part_of_a_label() {
        let told = ["自然人^1", "自然人^12 ", "自然人^注", "自然人", "^1"].map(without_footnote);
        assert_eq!(told, ["自然人", "自然人", "自然人^注", "自然人", ""]);
    }
}
