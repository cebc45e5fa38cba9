//! Words of the form, or of a draft, that were left in a report.

use crate::check::prose;
use crate::finding::{Finding, codes};
use crate::record::{Block, Record};
use crate::template::PRACTICE;
use crate::text::sieve::Sieve;
use aho_corasick::AhoCorasick;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::LazyLock;

static WORDS: LazyLock<AhoCorasick> =
    LazyLock::new(|| AhoCorasick::new(PRACTICE.form_text).expect("a short list of short words"));

/// Each of them holds one of these characters, which most paragraphs lack.
fn is_seldom(c: char) -> bool {
    static SELDOM: Sieve = Sieve::of(&['描', '址', '该', '此', '填', '称', '话', '×', 'X', 'Ｘ']);
    SELDOM.holds(c)
}

/// Looks for them in all running text; each is said once.
pub fn check(record: &Record) -> Vec<Finding> {
    if super::year::is_blank(record) {
        return Vec::new();
    }
    let opening = record.preamble.iter().filter_map(|block| match block {
        Block::Paragraph(text) => Some(text.as_str()),
        Block::Table(_) => None,
    });
    let texts = opening.chain(record.sections.iter().flat_map(prose::paragraphs));
    let mut left: BTreeSet<&str> = BTreeSet::new();
    for text in texts.filter(|text| text.contains(is_seldom)) {
        let mut text = prose::squeezed(text);
        if text.contains(['(', ')']) {
            text = Cow::Owned(text.replace('(', "（").replace(')', "）"));
        }
        left.extend(WORDS.find_overlapping_iter(&*text).map(|found| PRACTICE.form_text[found.pattern()]));
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
