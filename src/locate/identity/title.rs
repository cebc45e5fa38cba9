//! The title, and the agency and year in it.

use super::ends::{Letters, first_end, last_words, may_hold_words};
use super::metadata::{self, Metadata};
use super::squeezed;
use crate::document::{Block, Document};
use crate::outline::Outline;
use crate::template::WORDS;
use crate::text::fold;
use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use regex::Regex;
use std::sync::LazyLock;

/// A title and what it says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Title {
    pub text: String,
    pub agency: Option<String>,
    pub year: Option<i16>,
    /// It names a form, a notice or a comparison.
    pub other_kind: bool,
    /// It is the title of a report of a known family.
    pub of_family: bool,
}

/// The best of the lines before the first section, what the page calls itself, and the titles that the file declares. Of
/// equals the one of fewer lines wins, then the nearest: what the report prints comes before what the page says.
pub(crate) fn find(document: &Document, outline: &Outline, metadata: &Metadata) -> Option<Title> {
    let lines = printed_lines(document, outline);
    let named = metadata.get("name").map(without_site);
    let declared = document.declared_titles.iter().map(|title| without_site(title));
    // The nearest to the report first: the titles of others may be listed above it.
    let own = windows(&lines, 1).rev().map(|text| (text, 1, true));
    let single = own.chain(named.into_iter().chain(declared).map(|text| (text, 1, false)));
    let broken = (2..=3).flat_map(|n| windows(&lines, n).map(move |text| (text, n, false)));
    let mut best: Option<(u8, Title)> = None;
    // Of the lines that are a title of the family with its year.
    let mut nearest: Option<Title> = None;
    for (text, lines, own) in single.chain(broken) {
        let Some(title) = read(&text).and_then(|title| joined(title, lines)) else { continue };
        if own && title.of_family && title.year.is_some() {
            nearest.get_or_insert_with(|| title.clone());
        }
        let weight = weight(&title);
        if best.as_ref().is_none_or(|(heaviest, _)| weight > *heaviest) {
            best = Some((weight, title));
        }
        if weight == MOST {
            break;
        }
    }
    let best = best.map(|(_, title)| title)?;
    // The title of another year stands in a list, however much it says.
    let other = |nearest: &Title| best.year.is_some() && nearest.year != best.year;
    Some(nearest.filter(other).unwrap_or(best))
}

/// How much a title says.
fn weight(title: &Title) -> u8 {
    u8::from(title.agency.is_some()) * 2 + u8::from(title.year.is_some()) + u8::from(title.of_family) * 4
}

/// The weight of a title that says all.
const MOST: u8 = 7;

/// A title of several lines must name something that is called like an agency, or a menu above the title becomes part of it.
fn joined(title: Title, lines: usize) -> Option<Title> {
    let menu = |name: &String| name.contains("信息公开") || !is_called(name);
    (lines == 1 || !title.agency.as_ref().is_some_and(menu)).then_some(title)
}

/// The last lines before the first section.
fn printed_lines<'d>(document: &'d Document, outline: &Outline) -> Vec<Printed<'d>> {
    let first = outline.sections.first().map_or(document.blocks.len(), |section| section.block);
    let lines = document.blocks[..first].iter().rev().filter_map(|block| match block {
        // A link leads to another page.
        Block::Line(line) if !line.is_blank() && !line.link => {
            let around = document.containers.get(line.container as usize).copied().unwrap_or(0);
            Some(Printed { around, ..Printed::new(headline(unnamed(line.text.trim()))) })
        }
        _ => None,
    });
    let mut lines: Vec<Printed> = lines.take(NEAR).collect();
    lines.reverse();
    lines
}

/// The short lines, each joined with those that follow: a title may be broken over several.
fn windows(lines: &[Printed<'_>], n: usize) -> impl DoubleEndedIterator<Item = String> {
    // A line of a menu does not stand where the title does.
    let together = |lines: &[Printed<'_>]| lines.iter().all(|line| line.around == lines[0].around);
    let short = move |lines: &&[Printed<'_>]| lines.iter().all(|line| line.short) && together(lines);
    let letters = |lines: &[Printed<'_>]| lines.iter().fold(Letters::default(), |all, line| all.and(line.letters));
    let may_be = lines.windows(n).filter(short).filter(move |lines| letters(lines).may_be_title());
    may_be.map(|lines| lines.iter().map(|line| line.text).collect())
}

/// A line that may be a title, or part of one.
struct Printed<'d> {
    text: &'d str,
    /// It is no longer than a title, and no sentence ends or divides in it.
    short: bool,
    letters: Letters,
    /// The container that holds the one of the line.
    around: u32,
}

impl<'d> Printed<'d> {
    fn new(text: &'d str) -> Self {
        // Aligned text sets a title with blanks between its words.
        let length = text.chars().filter(|c| !c.is_whitespace()).count();
        let short = length <= 60 && !text.contains(['。', '；']);
        Printed { text, short, letters: if short { Letters::of(text) } else { Letters::default() }, around: 0 }
    }
}

/// The line, or its beginning up to the words of a title, where text that lost its divisions follows them.
fn headline(line: &str) -> &str {
    if line.len() <= 60 || line.chars().count() <= 60 {
        return line;
    }
    let end = first_end(line);
    let end = end.filter(|&end| line[..end].chars().count() <= 60 && !line[..end].contains(['。', '，', '《']));
    end.map_or(line, |end| &line[..end])
}

/// As many lines before the first section as a title is looked for in.
const NEAR: usize = 200;

/// A line without the name that a page's metadata gives it (名称  …, 标题：…).
fn unnamed(line: &str) -> &str {
    let cut = line.split_once([' ', '\u{a0}', '\t', '：', ':']).filter(|(name, _)| metadata::key(name) == Some("name"));
    cut.map_or(line, |(_, rest)| rest.trim())
}

/// A declared title without the name of the site behind it.
fn without_site(title: &str) -> String {
    let cut = title.find(['_', '|', '｜', '-', '—', '–']).filter(|&at| title[..at].chars().count() >= 8);
    cut.map_or(title, |at| &title[..at]).trim().to_owned()
}

/// The years in a text, in Arabic or Chinese digits, with the 年 and 度 behind them: where each begins and ends.
fn years(text: &str) -> Vec<(usize, usize)> {
    let mut years = Vec::new();
    let mut passed = 0;
    for (at, _) in text.char_indices() {
        if at < passed {
            continue;
        }
        if let Some(end) = year_end(&text[at..]) {
            passed = at + end;
            years.push((at, passed));
        }
    }
    years
}

/// Where the year ends that a text begins with.
fn year_end(text: &str) -> Option<usize> {
    let is_zero = |c: char| matches!(c, '〇' | '零' | '○');
    let mut rest = text.chars();
    let arabic = text.starts_with("19") || text.starts_with("20");
    let digits = if arabic {
        rest.nth(1);
        [rest.next()?, rest.next()?].iter().all(char::is_ascii_digit)
    } else {
        let (first, zero) = (rest.next()?, rest.next()?);
        let han = |c: char| is_zero(c) || "一二三四五六七八九".contains(c);
        first == '二' && (is_zero(zero) || matches!(zero, 'O' | 'o' | '0')) && han(rest.next()?) && han(rest.next()?)
    };
    let behind = |text: &'_ str| {
        let text = text.strip_prefix('年').unwrap_or(text);
        text.strip_prefix('度').unwrap_or(text).len()
    };
    digits.then(|| text.len() - behind(rest.as_str()))
}

/// A text without the years in it.
fn yearless(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut from = 0;
    for (start, end) in years(text) {
        kept.push_str(&text[from..start]);
        from = end;
    }
    kept + &text[from..]
}

/// The names of dates, of which the first in a text is found.
pub(super) static DATE_NAMES: LazyLock<AhoCorasick> = LazyLock::new(|| {
    let first = AhoCorasick::builder()
        .kind(Some(AhoCorasickKind::ContiguousNFA))
        .match_kind(MatchKind::LeftmostFirst)
        .build(WORDS.date_names);
    first.expect("a short list of short words")
});

/// Reads a line as a title; `None` if it is none.
pub(crate) fn read(text: &str) -> Option<Title> {
    // Most lines are none, which their characters tell whatever dress stands between them.
    if !may_hold_words(text) {
        return None;
    }
    let plain = squeezed(text);
    let plain = if plain.contains('<') { TAG.replace_all(&plain, "") } else { plain };
    let plain = once(&plain.trim_start_matches('#').replace('\n', "")).to_owned();
    let plain = if has_bracketed_year(&plain) { BRACKETED.replace_all(&plain, "$1年") } else { plain.into() };
    let plain =
        plain.trim_start_matches(|c: char| !fold::is_han(c) && !c.is_ascii_alphanumeric() && c != '（').to_owned();
    let menu = plain.contains(['>', '»', '›']) || plain.contains("首页");
    let sentence = WORDS.sentence_openers.iter().any(|opener| plain.starts_with(opener));
    if menu || sentence || plain.chars().count() > 90 || plain.contains(['。', '，', '？']) {
        return None;
    }
    // What is glued to the title may be the date of publication.
    let dated = DATE_NAMES.find(&plain).map_or(plain.len(), |name| name.start());
    let bare = fold::outside_brackets(&plain[..dated]);
    // A year may stand inside the words (政府信息公开工作2022年度报告), so they are looked for without it too.
    let yearless = yearless(&bare);
    let (searched, at, end) = [&*bare, yearless.as_str()]
        .into_iter()
        .filter_map(|title| last_words(title))
        .max_by_key(|(.., end)| end.chars().count())?;
    let (before, after) = (&searched[..at], &searched[at + end.len()..]);
    let other_kind =
        WORDS.title_others.iter().any(|word| after.contains(word) || before.contains(word) && *word != "目录");
    if !other_kind && after.chars().count() > 6 {
        return None;
    }
    let date = |end: usize| goes_on_as_date(&bare[end..]);
    let years = years(&bare).into_iter().rev().filter(|&(_, end)| !date(end));
    let year = years.filter_map(|(start, end)| year_value(&bare[start..end])).next();
    let agency = agency_of(before).map(|name| with_bracket(name, &plain));
    let of_family = end.contains("信息公开") || end.contains("政务公开");
    (agency.is_some() || year.is_some() || before.is_empty() || other_kind).then(|| Title {
        text: one_line(text),
        agency: agency.filter(|_| !other_kind),
        year,
        other_kind,
        of_family,
    })
}

/// Whether the month follows a year: 12月, 一月, -01-20.
fn goes_on_as_date(behind: &str) -> bool {
    let month = behind.trim_start_matches(|c: char| c.is_ascii_digit() || "〇零一二三四五六七八九十".contains(c));
    let divided = behind
        .strip_prefix(['-', '.', '/', '－', '—'])
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    month.starts_with('月') || divided
}

/// What stands before the words of a title, without the year.
fn agency_of(before: &str) -> Option<String> {
    let name = yearless(before).replace("年度", "");
    let name = name.trim_matches(|c: char| !fold::is_han(c) && !c.is_ascii_alphanumeric() && !"（）()·".contains(c));
    // A number, a kind or a name of the line before it: 附件1：, 【年报】, 1.
    let name = name.rsplit(['：', ':', '】', '|']).next().unwrap_or(name);
    let name = name.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '、' | '．'));
    let name = name
        .strip_prefix("关于")
        .map_or(name, |rest| WORDS.title_verbs.iter().find_map(|verb| rest.strip_prefix(verb)).unwrap_or(rest));
    let name = name.split("关于").next().unwrap_or(name).trim_end_matches('的').trim_end_matches("年度");
    // 人民政府信息公开 shares its 政府 with the name.
    let name = if name.ends_with("人民") { format!("{name}政府") } else { name.to_owned() };
    is_name(&name).then_some(name)
}

/// The name with the second name that stands in brackets behind it: 云溪市发展和改革委员会（粮食局）.
fn with_bracket(name: String, plain: &str) -> String {
    let inner = plain.find(&name).and_then(|at| plain[at + name.len()..].strip_prefix('（')?.split_once('）'));
    match inner {
        Some((second, _)) if is_second_name(second) => {
            format!("{name}（{second}）")
        }
        _ => name,
    }
}

/// Whether what stands in brackets behind a name belongs to it: another name, or which part of the agency is meant.
fn is_second_name(text: &str) -> bool {
    (3..=30).contains(&text.chars().count()) && is_called(text) || WORDS.agency_parts.contains(&text)
}

/// Whether a text ends as names of agencies do.
pub(super) fn is_called(text: &str) -> bool {
    WORDS.agency_ends.iter().any(|end| text.ends_with(end))
}

/// A text, or its half where it stands twice.
fn once(text: &str) -> &str {
    let (half, again) = text.split_at_checked(text.len() / 2).unwrap_or((text, ""));
    if half == again { half } else { text }
}

/// Whether a bracket stands before what may be a year.
fn has_bracketed_year(text: &str) -> bool {
    text.match_indices(['[', '［', '〔', '【', '(', '（'])
        .any(|(at, bracket)| text[at + bracket.len()..].starts_with("20"))
}

/// A year in brackets: ［2023］年.
static BRACKETED: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"[\[［〔【(（](20[0-9][0-9])[\]］〕】)）]年").expect("a fixed pattern"));

/// A tag that a page shows in its title.
static TAG: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"</?[A-Za-z]{1,8}/?>").expect("a fixed pattern"));

fn is_name(name: &str) -> bool {
    let length = name.chars().count();
    (3..=50).contains(&length) && name.chars().any(fold::is_han) && !is_pronoun(name)
}

/// Whether a name says no more than "we" or "the whole county": 我局, 本单位, 全县.
pub(super) fn is_pronoun(name: &str) -> bool {
    const ENDS: &[&str] =
        &["局", "县", "市", "区", "镇", "乡", "省", "委", "办", "院", "厅", "街道", "单位", "机关", "系统"];
    name.strip_prefix(['我', '本', '全', '该', '贵']).is_some_and(|rest| ENDS.contains(&rest))
}

/// Whether a short text is the name of an agency.
pub(crate) fn is_agency(text: &str) -> bool {
    let text = text.trim();
    let long = (4..=40).contains(&text.chars().count());
    long && text.chars().all(|c| fold::is_han(c) || "（）()·".contains(c)) && is_called(text)
}

pub(super) fn year_value(text: &str) -> Option<i16> {
    let digits: String = text.chars().filter_map(digit).take(4).collect();
    digits.parse().ok().filter(|year| (1990..2100).contains(year))
}

fn digit(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        '〇' | '零' | '○' | 'O' | 'o' => Some('0'),
        _ => "一二三四五六七八九".chars().position(|d| d == c).and_then(|at| char::from_digit(at as u32 + 1, 10)),
    }
}

/// The title as one line: breaks go, blanks between Chinese characters and digits too.
fn one_line(text: &str) -> String {
    let text = text.replace("**", "");
    text.trim_start_matches('#')
        .split_whitespace()
        .collect::<Vec<_>>()
        .concat()
        .chars()
        .filter(|&c| !fold::is_invisible(c))
        .collect()
}

/// The title of a report of the family that a line is.
pub(in crate::locate) fn own(block: &Block) -> Option<Title> {
    let Block::Line(line) = block else { return None };
    read(&line.text).filter(|title| !line.link && title.of_family && !title.other_kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Option<(Option<String>, Option<i16>)> {
        read(text).map(|title| (title.agency, title.year))
    }

    #[test]
    fn agency_and_year_are_read_wherever_they_stand() {
        for (text, agency, year) in [
            ("云溪市水务局2022年政府信息公开工作年度报告", Some("云溪市水务局"), Some(2022)),
            ("2019年云溪市人民政府办公厅政府信息公开工作年度报告", Some("云溪市人民政府办公厅"), Some(2019)),
            ("云溪市水务局 2022年度 政府信息公开工作年度报告（文字版）", Some("云溪市水务局"), Some(2022)),
            ("二〇二二年青石镇政府信息公开工作报告", Some("青石镇"), Some(2022)),
            ("# 云溪市残联**2023**年政务公开工作年度报告", Some("云溪市残联"), Some(2023)),
            ("青石镇2021年法治政府建设年度报告", Some("青石镇"), Some(2021)),
            ("附件1：云溪市水务局［2023］年政府信息公开工作年度报告", Some("云溪市水务局"), Some(2023)),
            ("【年报】云溪市水务局2023年政府信息公开年报发布时间：2024-01-20", Some("云溪市水务局"), Some(2023)),
            ("云溪市水务局关于公布2023年政府信息公开年度报告的公告", Some("云溪市水务局"), Some(2023)),
            ("关于报送2023年政府信息公开工作年度报告的报告", None, Some(2023)),
            (
                "云溪市发展和改革委员会（粮食局）2023年政府信息公开年报",
                Some("云溪市发展和改革委员会（粮食局）"),
                Some(2023),
            ),
            ("青石镇2023年政府信息公开年报青石镇2023年政府信息公开年报", Some("青石镇"), Some(2023)),
            ("市残联政府信息公开工作年度报告", Some("市残联"), None),
            ("政府信息公开工作年度报告格式模板", None, None),
        ] {
            assert_eq!(parts(text), Some((agency.map(str::to_owned), year)), "{text}");
        }
    }

    #[test]
    fn sentences_and_menus_are_no_titles() {
        let menu = "当前位置：首页>云溪市水务局>政府信息公开年报>2022年";
        let sentence = "根据要求，编制2022年政府信息公开工作年度报告。";
        for text in ["一、总体情况", "政府信息公开", sentence, "云溪市水务局", menu] {
            assert_eq!(parts(text), None, "{text}");
        }
    }
}
