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
    use super::without_footnote;

    #[test]
    fn the_number_of_a_footnote_is_no_part_of_a_label() {
        let told = ["自然人^1", "自然人^12 ", "自然人^注", "自然人", "^1"].map(without_footnote);
        assert_eq!(told, ["自然人", "自然人", "自然人^注", "自然人", ""]);
    }
}
