//! A clause that states in words that there were none: of what?

use super::matcher::regex;
use crate::template::counted::{LITIGATION, NARROWING, NONE, NONE_END, NONE_NAMES, NONE_OF, RECONSIDERATION, WAYS};
use regex::Regex;
use std::sync::LazyLock;

static NONE_LIST: LazyLock<Regex> = LazyLock::new(|| {
    let items = NONE_OF.iter().map(|(_, words)| format!("(?:{words})")).collect::<Vec<_>>().join("|");
    let joining = "(?:、|和|及|与|或|或者|以及|也没有|也未|,)(?:政府信息公开|信息公开)?";
    regex(&format!("^(?P<before>.{{0,30}}?)(?P<none>{NONE})(?P<list>(?:{items})(?:{joining}(?:{items}))*){NONE_END}$"))
});

static ITEMS: LazyLock<Vec<(&'static str, Regex)>> =
    LazyLock::new(|| NONE_OF.iter().map(|(key, words)| (*key, regex(words))).collect());

/// Whether a text may hold such a clause.
pub(super) fn may(text: &str) -> bool {
    text.contains(denies)
}

/// Whether a character denies something.
pub(super) fn denies(c: char) -> bool {
    matches!(c, '未' | '无' | '無' | '没' | '沒')
}

/// Whether a case of any kind could be meant where the text is not about open information.
pub(super) fn needs_information(key: &str) -> bool {
    key == RECONSIDERATION || key == LITIGATION
}

/// The keys of what there were none of, with the words that name it; empty where the clause says anything else.
pub(super) fn none_of(clause: &str) -> Vec<(&'static str, &str)> {
    let named = || NONE_NAMES.iter().any(|name| clause.contains(name));
    if !may(clause) || clause.chars().count() > 80 || !named() {
        return Vec::new();
    }
    let Some(found) = NONE_LIST.captures(clause) else { return Vec::new() };
    let part = |name| found.name(name).map_or("", |part| part.as_str());
    let before = part("before");
    let narrowed = NARROWING.iter().chain(WAYS).any(|word| before.contains(word))
        || before.ends_with(['如', '若', '有', '毫', '凡', '对', '是', '否']);
    if narrowed {
        return Vec::new();
    }
    let list = part("list");
    ITEMS.iter().filter_map(|(key, words)| words.find(list).map(|found| (*key, found.as_str()))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locate::narrative::matcher::expanded;

    #[test]
    fn whatever_there_can_be_none_of_is_named() {
        let named = |text: &str| NONE_NAMES.iter().any(|name| text.contains(name));
        for (key, words) in NONE_OF {
            let text = expanded(words);
            // The choices at the top, where the words are a choice.
            let choices = text.strip_prefix("(?:").and_then(|text| text.strip_suffix(')')).unwrap_or(&text);
            let (mut depth, mut from, mut all) = (0, 0, Vec::new());
            for (at, c) in choices.char_indices() {
                depth += i32::from(c == '(') - i32::from(c == ')');
                if c == '|' && depth == 0 {
                    all.push(&choices[from..at]);
                    from = at + 1;
                }
            }
            all.push(&choices[from..]);
            assert!(all.iter().all(|choice| named(choice)), "{key}: {all:?}");
        }
    }
}
