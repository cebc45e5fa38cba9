//! A clause that states in words that there were none: of what?

use super::matcher::regex;
use crate::template::counted::{LITIGATION, NARROWING, NONE, NONE_END, NONE_OF, RECONSIDERATION, WAYS};
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
    text.contains(['未', '无', '無', '没', '沒'])
}

/// Whether a case of any kind could be meant where the text is not about open information.
pub(super) fn needs_information(key: &str) -> bool {
    key == RECONSIDERATION || key == LITIGATION
}

/// The keys of what there were none of, with the words that name it; empty where the clause says anything else.
pub(super) fn none_of(clause: &str) -> Vec<(&'static str, &str)> {
    if !may(clause) || clause.chars().count() > 80 {
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
