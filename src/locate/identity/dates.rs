//! Dates as reports print them, and that of publication.

use super::metadata::Metadata;
use super::{squeezed, title};
use crate::document::{Block, Document, Grid};
use crate::outline::Outline;
use crate::template::WORDS;
use crate::text::{fold, quantity};
use regex::Regex;
use std::ops::RangeInclusive;
use std::sync::LazyLock;

/// A date in Chinese digits.
static SPELLED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"([二][〇零○OoＯｏ0][〇零○OoＯｏ一二三四五六七八九]{2})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日",
    )
    .expect("a fixed pattern")
});
/// Two dates that a text begins with and that a few words join, and what follows. The year is printed again or not.
pub(super) fn spans(text: &str) -> Option<(Printed, Printed, &str)> {
    let (start, rest) = printed(text)?;
    let second = rest.find(|c: char| c.is_ascii_digit())?;
    let (joining, rest) = rest.split_at(second);
    let few = (1..=8).contains(&joining.chars().count()) && !joining.contains(['。', '；', '\n']);
    let (year, rest) = printed_year(rest).unwrap_or((start.year, rest));
    let (month, day, rest) = month_and_day(rest).filter(|_| few)?;
    Some((start, Printed { year, month, day }, rest))
}

/// What joins two months, or two dates where nothing names the period.
const JOINS: &str = "自从起至到止日-－—–~～";

/// Two months that a text begins with and that a word or stroke joins, from the first day to the last, and what follows.
pub(super) fn months(text: &str) -> Option<(Printed, Printed, &str)> {
    let (year, rest) = printed_year(text)?;
    let (first, rest) = one_or_two_digits(rest)?;
    let rest = rest.strip_prefix('月').unwrap_or(rest);
    let behind = rest.trim_start_matches(|c| JOINS.contains(c));
    let joined = behind.len() < rest.len();
    let (last_year, behind) = printed_year(behind).unwrap_or((year, behind));
    let (last, behind) = one_or_two_digits(behind).filter(|_| joined)?;
    let behind = behind.strip_prefix('月').filter(|behind| !behind.starts_with(|c: char| c.is_ascii_digit()))?;
    let begin = Printed { year, month: first, day: 1 };
    Some((begin, Printed { year: last_year, month: last, day: days_of(last_year, last)? }, behind))
}

/// How many days a month has.
fn days_of(year: i16, month: i16) -> Option<i16> {
    let first = jiff::civil::Date::new(year, i8::try_from(month).ok()?, 1).ok()?;
    Some(i16::from(first.days_in_month()))
}

/// A date as digits and dividers name it, which may be none of a calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Printed {
    year: i16,
    month: i16,
    day: i16,
}

impl Printed {
    /// Its day, if there is such a day.
    pub fn day(self) -> Option<String> {
        Some(self.date()?.to_string())
    }

    fn date(self) -> Option<jiff::civil::Date> {
        date_of(self.year, self.month, self.day)
    }

    /// How many days later another one is.
    pub fn days_until(self, other: Printed) -> Option<i32> {
        Some(self.date()?.until(other.date()?).ok()?.get_days())
    }
}

impl std::fmt::Display for Printed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// What a year of a report begins with.
pub(super) const CENTURY: &str = "20";

/// The date that a text begins with, and what follows: 2022年1月9, 2022-01-09.
fn printed(text: &str) -> Option<(Printed, &str)> {
    let (year, rest) = printed_year(text)?;
    let (month, day, rest) = month_and_day(rest)?;
    Some((Printed { year, month, day }, rest))
}

fn printed_year(text: &str) -> Option<(i16, &str)> {
    let digits =
        text.get(..4).filter(|digits| digits.starts_with(CENTURY) && digits.bytes().all(|b| b.is_ascii_digit()))?;
    Some((digits.parse().ok()?, text[4..].strip_prefix(['年', '-', '.', '/'])?))
}

fn month_and_day(text: &str) -> Option<(i16, i16, &str)> {
    let (month, rest) = one_or_two_digits(text)?;
    let (day, rest) = one_or_two_digits(rest.strip_prefix(['月', '-', '.', '/'])?)?;
    Some((month, day, rest))
}

fn one_or_two_digits(text: &str) -> Option<(i16, &str)> {
    let end = text.bytes().take(2).take_while(u8::is_ascii_digit).count();
    Some((text[..end].parse().ok()?, &text[end..]))
}

/// The first date in a text that digits and dividers name.
fn first_printed(text: &str) -> Option<Printed> {
    text.match_indices(CENTURY).find_map(|(at, _)| Some(printed(&text[at..])?.0))
}

/// The first eight digits in a text that begin as a year does: a date without dividers.
fn compact(text: &str) -> Option<Printed> {
    let mut digits = text.split(|c: char| !c.is_ascii_digit());
    let found = digits.find(|digits| digits.len() == 8 && digits.starts_with(CENTURY))?;
    Some(Printed { year: found[..4].parse().ok()?, month: found[4..6].parse().ok()?, day: found[6..].parse().ok()? })
}

fn date_of(year: i16, month: i16, day: i16) -> Option<jiff::civil::Date> {
    jiff::civil::Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// The date of publication: from the metadata, from a line below the title that names it, from one that is a date alone, from
/// the signature, or else from a line above the title, which may be of another article.
pub(crate) fn published(
    document: &Document,
    outline: &Outline,
    metadata: &Metadata,
    title: Option<usize>,
    signed: Option<&str>,
) -> Option<String> {
    let of_page = metadata.of_report("published", title).and_then(date);
    let declared = || {
        document
            .declared
            .iter()
            .find(|(name, _)| WORDS.date_names.iter().any(|n| n.eq_ignore_ascii_case(name)))
            .and_then(|(_, value)| date(value))
    };
    let lines = dated_lines(document, outline);
    let (above, below) = lines.split_at(lines.partition_point(|(at, _)| title.is_some_and(|title| *at <= title)));
    let named = |lines: &[(usize, &str)]| lines.iter().find_map(|(_, text)| named(text));
    let alone = || below.iter().map(|(_, text)| squeezed(text)).find(|text| is_date(text)).and_then(|text| date(&text));
    let printed = of_page.or_else(declared).or_else(|| named(below)).or_else(alone);
    let printed = printed.or(signed.map(str::to_owned)).or_else(|| named(above));
    printed.or_else(|| metadata.get("published").and_then(date))
}

/// The date in a text.
pub(crate) fn date(text: &str) -> Option<String> {
    let text = squeezed(text);
    first_printed(&text).or_else(|| compact(&text)).map_or_else(|| spelled(&text), Printed::day)
}

fn spelled(text: &str) -> Option<String> {
    let found = SPELLED.captures(text)?;
    let number = |at: usize| quantity::han_value(&found[at]).and_then(|value| i16::try_from(value).ok());
    Some(date_of(title::year_value(&found[1])?, number(2)?, number(3)?)?.to_string())
}

/// The short lines before the first section that may hold a date, and their blocks. Below the title a date may stand alone;
/// above it, it may be the day on which the page was fetched.
fn dated_lines<'d>(document: &'d Document, outline: &Outline) -> Vec<(usize, &'d str)> {
    let first = outline.sections.first().map_or(document.blocks.len(), |section| section.block);
    let mut lines = Vec::new();
    for (at, block) in document.blocks[..first].iter().enumerate() {
        let texts = match block {
            Block::Line(line) => vec![line.text.as_str()],
            Block::Grid(grid) => parted(grid),
        };
        let dated = |text: &&str| may_hold_date(text) && text.chars().count() <= 120;
        lines.extend(texts.into_iter().filter(dated).map(|text| (at, text)));
    }
    lines
}

/// The cells of a bar that strokes divide, or of a table that holds the page one to a row.
fn parted(grid: &Grid) -> Vec<&str> {
    let alone = |row| grid.alone(row).map(|cell| cell.text.as_str());
    if grid.rows == 1 {
        return grid.cells.iter().map(|cell| cell.text.as_str()).collect();
    }
    (0..grid.rows).filter_map(alone).collect()
}

/// The date that a line names as that of publication: `发布日期：2023-01-18`, or a date before other names of the same line.
fn named(line: &str) -> Option<String> {
    let text = squeezed(line);
    let text = fold::simplify(&text);
    let before =
        |name: &&str| text.split_once(*name).map(|(before, _)| before.trim_end_matches(['(', '（', '[', '【']));
    if let Some(bar) = WORDS.bar_names.iter().find_map(before).filter(|bar| is_date(bar)) {
        return date(bar);
    }
    if !title::DATE_NAMES.meets(&text) {
        return None;
    }
    let other = |at: usize| WORDS.other_dates.iter().any(|word| text[..at].ends_with(word));
    let own = |name: &str, at: usize| !WORDS.bare_date_names.contains(&name) || is_bare(&text[..at], name, line);
    let places = |name: &&'static str| {
        let mut places = text.match_indices(*name).map(|(at, _)| at);
        places.find(|&at| own(name, at) && !other(at))
    };
    let at = WORDS.date_names.iter().find_map(places)?;
    if is_range(&text[at..]) { None } else { date(&text[at..]) }
}

/// Whether a name that says no more than 日期 or 时间 stands alone, and is not the end of another (生效日期, 会议时间).
fn is_bare(before: &str, name: &str, line: &str) -> bool {
    let parted = |at: usize| line[..at].chars().next_back().is_none_or(|c| !fold::is_han(c));
    before.is_empty() || line.match_indices(name).any(|(at, _)| parted(at))
}

/// Whether the first two dates in a text are joined: from one to the other.
fn is_range(text: &str) -> bool {
    let joined = |(at, _)| {
        let (_, rest) = printed(&text[at..])?;
        let behind = rest.trim_start_matches(|c| JOINS.contains(c));
        (behind.len() < rest.len()).then(|| printed(behind).is_some() || month_and_day(behind).is_some())
    };
    text.match_indices(CENTURY).find_map(joined).unwrap_or(false)
}

/// Whether a text is a date and nothing else, with its time of day or in brackets or not.
pub(super) fn is_date(text: &str) -> bool {
    whole_date(text).is_some()
}

fn whole_date(text: &str) -> Option<()> {
    let number = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
    let year = |c: char| number(c) || "〇零○OoＯｏ".contains(c);
    let rest = text.strip_prefix(['（', '(', '[']).unwrap_or(text);
    let rest = run(rest, year, 4..=4)?.strip_prefix(['年', '.', '/', '-'])?;
    let rest = run(rest, number, 1..=2)?.strip_prefix(['月', '.', '/', '-'])?;
    // The time of day may follow the digits of the day without a blank.
    let digits = rest.bytes().take(2).take_while(u8::is_ascii_digit).count();
    let rest = if digits > 0 { &rest[digits..] } else { run(rest, number, 1..=3)? };
    let rest = rest.strip_prefix('日').unwrap_or(rest);
    let rest = time_of_day(rest).unwrap_or(rest);
    rest.strip_suffix(['）', ')', ']']).unwrap_or(rest).is_empty().then_some(())
}

/// What follows `08:30` or `08:30:15`.
fn time_of_day(text: &str) -> Option<&str> {
    let digit = |c: char| c.is_ascii_digit();
    let rest = run(run(text, digit, 1..=2)?.strip_prefix(':')?, digit, 2..=2)?;
    Some(rest.strip_prefix(':').and_then(|seconds| run(seconds, digit, 2..=2)).unwrap_or(rest))
}

/// What follows the characters of a kind that a text begins with, if there are so many.
fn run(text: &str, kind: impl Fn(char) -> bool, many: RangeInclusive<usize>) -> Option<&str> {
    let rest = text.trim_start_matches(&kind);
    let taken = text[..text.len() - rest.len()].chars().count();
    many.contains(&taken).then_some(rest)
}

/// Whether a text has what every date has: a digit, or the Chinese digit that begins a year.
fn may_hold_date(text: &str) -> bool {
    text.chars().any(|c| c == '二' || fold::half_width(c).is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_names_the_date_of_publication_and_no_other() {
        for line in [
            "发布日期：2024-01-18",
            "来源：云溪市水务局 时间：2024-01-18 08:30 点击数：7",
            "日　期：2024-01-18",
            "2024-01-18 来源：云溪市水务局",
            "发布时间：2024-01-18 更新时间：2024-02-01",
        ] {
            assert_eq!(named(line).as_deref(), Some("2024-01-18"), "{line}");
        }
        for line in [
            "报告时间：2023年1月1日至2023年12月31日",
            "时间：2023年1月1日至12月31日",
            "生效日期：2024-02-01　废止日期：2030-01-01",
            "会议时间：2024-02-01",
            "更新时间：2024-02-01",
        ] {
            assert_eq!(named(line), None, "{line}");
        }
    }

    #[test]
    fn a_date_alone_is_told_from_other_words() {
        for text in [
            "2023年1月19日",
            "（2023-01-19）",
            "2023.1.19",
            "二〇二三年十二月三十一日",
            "2023-01-1908:30:15",
            "二Ｏ二三年一月九日",
        ] {
            assert!(is_date(text), "{text}");
        }
        for text in [
            "2023年1月25日印发",
            "2023年1月",
            "12023年1月9日",
            "2023年123月1日",
            "2023-01-1908:3",
            "截至2023年1月9日",
            "",
        ] {
            assert!(!is_date(text), "{text}");
        }
    }

    #[test]
    fn dates_stand_where_patterns_find_them() {
        let pattern = |text| Regex::new(text).unwrap();
        let date = pattern(r"(20[0-9][0-9])[年\-./]([0-9]{1,2})[月\-./]([0-9]{1,2})");
        let compact = pattern(r"(?:^|[^0-9])(20[0-9][0-9])([0-9][0-9])([0-9][0-9])(?:[^0-9]|$)");
        let both = pattern(
            r"^(20[0-9][0-9])[年./-]([0-9]{1,2})[月./-]([0-9]{1,2})[^0-9。；\n]{1,8}(?:(20[0-9][0-9])[年./-])?([0-9]{1,2})[月./-]([0-9]{1,2})",
        );
        let found = |found: regex::Captures<'_>, first: usize| {
            let number = |at: usize| found.get(at).map(|digits| digits.as_str().parse().unwrap());
            let year = number(first).or(number(1)).unwrap();
            Printed { year, month: number(first + 1).unwrap(), day: number(first + 2).unwrap() }
        };
        let pieces =
            ["20", "2022", "年", "-", "1", "12", "月", "日", "起至", "。", "", "2022年1月1日", "20230119", "x"];
        let mut seed = 7_u64;
        let mut piece = || {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            pieces[(seed >> 33) as usize % pieces.len()]
        };
        for _ in 0..20_000 {
            let text: String = (0..9).map(|_| piece()).collect();
            assert_eq!(first_printed(&text), date.captures(&text).map(|of| found(of, 1)), "{text}");
            assert_eq!(super::compact(&text), compact.captures(&text).map(|of| found(of, 1)), "{text}");
            let expected = both.captures(&text).map(|of| (of[0].len(), found(of, 4)));
            assert_eq!(spans(&text).map(|(_, end, rest)| (text.len() - rest.len(), end)), expected, "{text}");
        }
    }
}
