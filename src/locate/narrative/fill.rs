//! The words that change nothing between a thing and its number, told without their pattern: every number asks for them.

use super::matcher::fragment;
use std::sync::LazyLock;

/// The words, each with its last character.
static FILL: LazyLock<Vec<(char, &'static str)>> = LazyLock::new(|| {
    let words = fragment("fill").and_then(|words| words.strip_prefix("(?:")?.strip_suffix(")*"));
    let words = words.expect("a list of words").split('|');
    words.filter_map(|word| Some((word.chars().next_back()?, word))).collect()
});

/// Those with which a text ends.
fn fill_ends(text: &str) -> impl Iterator<Item = &'static str> {
    let last = text.chars().next_back();
    FILL.iter().filter(move |(end, word)| Some(*end) == last && text.ends_with(word)).map(|(_, word)| *word)
}

/// Whether words change nothing between a thing and its number.
pub(super) fn is_fill(text: &str) -> bool {
    without_fill(text).is_empty()
}

/// A text without the words that change nothing before a number.
pub(super) fn without_fill(text: &str) -> &str {
    if fill_ends(text).next().is_none() {
        return text;
    }
    // Where such words may begin, if nothing else stands behind.
    let mut begins = vec![false; text.len() + 1];
    begins[text.len()] = true;
    let (mut first, mut at) = (text.len(), text.len());
    loop {
        if begins[at] {
            for word in fill_ends(&text[..at]) {
                begins[at - word.len()] = true;
                first = first.min(at - word.len());
            }
        }
        if at == first {
            return &text[..first];
        }
        at -= 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locate::narrative::matcher::regex;

    #[test]
    fn fill_is_told_as_its_pattern_tells_it() {
        let (end, whole) = (regex("{fill}$"), regex("^{fill}$"));
        assert!(FILL.iter().all(|(_, word)| !word.contains(['(', '[', '?', '*'])));
        for text in [
            "",
            "共计",
            "申请总数共",
            "总件数为",
            "约有",
            "信息公开共",
            "件数量",
            "将近接近近",
            "受理的",
            "共x",
            "总总计",
        ] {
            let expected = end.find(text).map_or(text, |found| &text[..found.start()]);
            assert_eq!((without_fill(text), is_fill(text)), (expected, whole.is_match(text)), "{text}");
        }
    }
}
