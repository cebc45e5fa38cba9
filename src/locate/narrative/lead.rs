//! The words before a count, and around it: how far they reach, and whether they say anything of whose count it is.

use crate::template::counted::{OURSELVES, PLAIN};
use crate::text::fold;
use crate::text::quantity::is_han_digit;
use crate::text::vocabulary::Vocabulary;
use std::borrow::Cow;
use std::sync::LazyLock;

/// Whether words before a count say nothing of whose and what count it is: a time, the agency itself, what all such
/// sentences say.
pub(super) fn is_plain(text: &str) -> bool {
    static WORDS: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary::new(OURSELVES.iter().chain(PLAIN).copied()));
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        // 三月 is a part of the year.
        let month = is_han_digit(c) && rest.trim_start_matches(is_han_digit).starts_with('月');
        rest = match WORDS.opening(rest) {
            Some(length) => &rest[length..],
            None if !month && (is_han_digit(c) || !fold::is_han(c)) => &rest[c.len_utf8()..],
            None => return false,
        };
    }
    true
}

/// Whether words before a count say no more than the name of the agency, whole or without its place (市水务局).
pub(super) fn is_named(text: &str, agency: Option<&str>) -> bool {
    let Some(agency) = agency else { return false };
    let long = agency.char_indices().rev().nth(SHORTEST - 1).map_or(0, |(at, _)| at);
    let mut names = agency.char_indices().take_while(|&(at, _)| at <= long).map(|(at, _)| &agency[at..]);
    names.any(|name| text.split_once(name).is_some_and(|(before, behind)| is_plain(before) && is_plain(behind)))
}

/// A name has so many characters at least: 水务局.
const SHORTEST: usize = 3;

/// 约, 近 and the like directly before a number.
pub(super) fn roughly(lead: &str) -> bool {
    ["约", "近", "超", "超过", "逾", "突破"].iter().any(|word| lead.ends_with(word))
}

/// The beginning of a text.
pub(super) fn first(text: &str, most: usize) -> &str {
    text.char_indices().nth(most).map_or(text, |(at, _)| &text[..at])
}

/// The end of a text; where it was cut a mark keeps patterns from taking it for the beginning of the clause.
pub(super) fn last(text: &str, most: usize) -> Cow<'_, str> {
    let length = text.chars().count();
    if length <= most {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(std::iter::once('…').chain(text.chars().skip(length - most)).collect())
    }
}
