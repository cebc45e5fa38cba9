//! Words of the form, or of a draft, that were left in a report.

use crate::check::prose;
use crate::finding::{Finding, codes};
use crate::record::{Block, Record};
use crate::template::PRACTICE;
use crate::text::sieve::Sieve;
use std::borrow::Cow;
use std::collections::BTreeSet;

/// Each of them holds one of these characters, which most paragraphs lack.
fn is_seldom(c: char) -> bool {
    static SELDOM: Sieve = Sieve::of(&['描', '址', '该', '此', '填', '称', '话', '×', 'X', 'Ｘ']);
    SELDOM.holds(c)
}

/// Whether the first seldom character of words stands in a text.
fn may_hold(text: &str, words: &str) -> bool {
    words.chars().find(|&c| is_seldom(c)).is_some_and(|c| text.contains(c))
}

/// Looks for them in all headings and running text; each is said once.
pub fn check(record: &Record) -> Vec<Finding> {
    if super::year::is_blank(record) {
        return Vec::new();
    }
    let opening = record.preamble.iter().filter_map(|block| match block {
        Block::Paragraph(text) => Some(text.as_str()),
        Block::Table(_) => None,
    });
    let titles = record.sections.iter().flat_map(prose::titles);
    let texts = opening.chain(titles).chain(record.sections.iter().flat_map(prose::paragraphs));
    let mut left: BTreeSet<&str> = BTreeSet::new();
    for text in texts.filter(|text| text.contains(is_seldom)) {
        let mut text = prose::squeezed(text);
        if text.contains(['(', ')']) {
            text = Cow::Owned(text.replace('(', "（").replace(')', "）"));
        }
        left.extend(PRACTICE.form_text.iter().filter(|words| may_hold(&text, words) && text.contains(*words)));
    }
    left.into_iter().map(|words| Finding::new(&codes::FORM_TEXT_LEFT).fact("text", words)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_words_of_the_form_are_passed_by() {
        assert!(PRACTICE.form_text.iter().all(|words| words.contains(is_seldom)));
    }
}
