//! The text of a clause -> its numbers with a unit.

use super::clause::GAP;
use crate::text::quantity::{Amount, han_value, is_han_digit};
use regex::{Captures, Regex};
use std::str::FromStr;
use std::sync::LazyLock;

/// A number with a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Count {
    /// Where it begins in the clause.
    pub start: usize,
    /// Where it ends, unit and 左右 included.
    pub end: usize,
    /// Its value, unless the number cannot be read with certainty.
    pub value: Option<Amount>,
    /// Its unit without 万 or 亿.
    pub base: String,
    /// Its unit.
    pub unit: String,
    /// 余, 多, 左右, 以上 stand with it.
    pub approximate: bool,
}

static COUNT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        "(?P<number>[0-9][0-9,]*(?:\\.[0-9]+)?|[零〇一二两三四五六七八九十百千万]+)(?P<about>余|多)?(?P<scale>[百千万亿])?(?P<more>余|多)?(?P<unit>件次|人次|条次|件|条|元|篇|项|份|宗|起|例|次|个|期|场|部|册)(?P<or>左右|以上|上下|以内|以下)?",
    )
    .expect("the pattern is constant")
});

/// The numbers of a clause.
pub(super) fn counts(text: &str) -> Vec<Count> {
    COUNT.captures_iter(text).filter_map(|found| count(text, &found)).collect()
}

fn count(text: &str, found: &Captures<'_>) -> Option<Count> {
    let part = |name| found.name(name).map_or("", |part| part.as_str());
    let whole = found.get(0)?;
    let before: Vec<char> = text[..whole.start()].chars().rev().take(2).collect();
    // 第3条 is no count at all, and cuts nothing.
    if before.first() == Some(&'第') {
        return None;
    }
    let scale = part("scale");
    let sure = !torn(&before) && !matches!(part("or"), "以内" | "以下");
    Some(Count {
        start: whole.start(),
        end: whole.end(),
        value: value(part("number"), scale).filter(|_| sure),
        base: part("unit").to_owned(),
        unit: format!("{scale}{}", part("unit")),
        approximate: !part("about").is_empty() || !part("more").is_empty() || !part("or").is_empty(),
    })
}

/// A part of a range, a fraction, a code, or 几十.
fn torn(before: &[char]) -> bool {
    let Some(&last) = before.first() else { return false };
    let range = matches!(last, '至' | '到') && before.get(1).is_some_and(char::is_ascii_digit);
    range || last.is_ascii_alphanumeric() || last == GAP || "几数好上.,/-~—–－～+±".contains(last) || is_han_digit(last)
}

fn value(number: &str, scale: &str) -> Option<Amount> {
    if !number.starts_with(|c: char| c.is_ascii_digit()) {
        // 百余件 and 千余条 name no number.
        return (scale.is_empty() && !number.starts_with(['百', '千', '万']))
            .then(|| han_value(number))
            .flatten()
            .map(Amount::from);
    }
    let (whole, _) = number.split_once('.').unwrap_or((number, ""));
    let groups: Vec<&str> = whole.split(',').collect();
    let grouped = groups.len() == 1 || groups[1..].iter().all(|group| group.len() == 3);
    grouped.then(|| Amount::from_str(&number.replace(',', "")).ok()).flatten()
}
