//! The text of a clause -> its numbers with a unit.

use super::clause::GAP;
use crate::text::quantity::{Amount, han_value, is_han_digit};
use std::str::FromStr;

/// A number with a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Count<'t> {
    /// Where it begins in the clause.
    pub start: usize,
    /// Where it ends, unit and 左右 included.
    pub end: usize,
    /// Its value, unless the number cannot be read with certainty.
    pub value: Option<Amount>,
    /// Its unit without 万 or 亿.
    pub base: &'t str,
    /// 万, 亿 or nothing.
    pub scale: &'t str,
    /// 余, 多, 左右, 以上 stand with it.
    pub approximate: bool,
}

/// The units of counts. Where one begins with another, the longer comes first.
const UNITS: [&str; 18] =
    ["件次", "人次", "条次", "件", "条", "元", "篇", "项", "份", "宗", "起", "例", "次", "个", "期", "场", "部", "册"];
/// How a number is said not to be exact.
const ABOUT: [char; 2] = ['余', '多'];
/// What a number in digits is counted in.
const SCALES: [char; 4] = ['百', '千', '万', '亿'];
/// How a number with its unit is said not to be exact, or to be a bound.
const OR: [&str; 5] = ["左右", "以上", "上下", "以内", "以下"];

/// The numbers of a clause.
pub(super) fn counts(text: &str) -> Vec<Count<'_>> {
    let mut counts = Vec::new();
    let mut at = 0;
    while let Some(ahead) = text[at..].find(is_digit) {
        let start = at + ahead;
        let number = number(&text[start..]);
        let found = found(text, start, number);
        // Behind a number without a unit only what stands behind its point may begin another.
        at = match &found {
            Some(found) => found.end,
            None => start + number.split_once('.').map_or(number.len(), |(whole, _)| whole.len() + 1),
        };
        counts.extend(found.and_then(|found| count(text, found)));
    }
    counts
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || is_han_digit(c)
}

/// A number, its scale and its unit as they stand in a clause.
struct Found<'t> {
    start: usize,
    end: usize,
    number: &'t str,
    scale: &'t str,
    base: &'t str,
    or: &'t str,
    about: bool,
}

/// The number at the head of a text: digits with commas and a fraction, or Chinese digits.
fn number(text: &str) -> &str {
    let bytes = text.as_bytes();
    let digits = |from: usize| bytes[from..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    if !bytes[0].is_ascii_digit() {
        return &text[..text.find(|c| !is_han_digit(c)).unwrap_or(text.len())];
    }
    let whole = bytes.iter().take_while(|byte| byte.is_ascii_digit() || **byte == b',').count();
    match bytes.get(whole) {
        Some(b'.') if digits(whole + 1) > 0 => &text[..whole + 1 + digits(whole + 1)],
        _ => &text[..whole],
    }
}

/// The number with what must and may stand behind it.
fn found<'t>(text: &'t str, start: usize, number: &'t str) -> Option<Found<'t>> {
    let mut at = start + number.len();
    let take_any = |at: &mut usize, wanted: &[char]| {
        let taken = text[*at..].chars().next().filter(|c| wanted.contains(c)).map_or(0, char::len_utf8);
        *at += taken;
        &text[*at - taken..*at]
    };
    let about = take_any(&mut at, &ABOUT);
    let scale = take_any(&mut at, &SCALES);
    let more = take_any(&mut at, &ABOUT);
    let base = *UNITS.iter().find(|unit| text[at..].starts_with(**unit))?;
    at += base.len();
    let or = OR.iter().find(|or| text[at..].starts_with(**or)).map_or("", |or| *or);
    let about = !about.is_empty() || !more.is_empty() || !or.is_empty();
    Some(Found { start, end: at + or.len(), number, scale, base, or, about })
}

fn count<'t>(text: &'t str, found: Found<'t>) -> Option<Count<'t>> {
    let mut before = text[..found.start].chars().rev();
    let before = [before.next(), before.next()];
    // 第3条 is no count at all, and cuts nothing.
    if before[0] == Some('第') {
        return None;
    }
    let sure = !torn(before) && !matches!(found.or, "以内" | "以下") && !is_idiom(&found, &text[found.end..]);
    Some(Count {
        start: found.start,
        end: found.end,
        value: value(found.number, found.scale).filter(|_| sure),
        base: found.base,
        scale: found.scale,
        approximate: found.about,
    })
}

/// 一件一档, 一次性告知 count nothing.
fn is_idiom(found: &Found<'_>, behind: &str) -> bool {
    found.number == "一" && (behind.starts_with('一') || found.base == "次" && behind.starts_with('性'))
}

/// A part of a range, a fraction, a code, or 几十.
fn torn(before: [Option<char>; 2]) -> bool {
    let Some(last) = before[0] else { return false };
    let range = matches!(last, '至' | '到') && before[1].is_some_and(|c| c.is_ascii_digit());
    range
        || last.is_ascii_alphanumeric()
        || last == GAP
        || "几数好上.,/-~^—–－～+±".contains(last)
        || is_han_digit(last)
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
    if !whole.contains(',') {
        return Amount::from_str(number).ok();
    }
    let grouped = whole.split(',').skip(1).all(|group| group.len() == 3);
    grouped.then(|| Amount::from_str(&number.replace(',', "")).ok()).flatten()
}
