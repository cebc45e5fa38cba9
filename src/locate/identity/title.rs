//! A line as a title, and the agency and year in it.

use super::ends::{last_words, may_hold_words};
use super::name::{is_called, is_name, stands_alone, with_bracket};
use super::{sentence, squeezed};
use crate::document::Block;
use crate::template::WORDS;
use crate::text::fold;
use crate::text::vocabulary::Vocabulary;
use regex::Regex;
use std::borrow::Cow;
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

/// The years in a text, in Arabic or Chinese digits, with the 年 and 度 behind them: where each begins and ends.
fn years(text: &str) -> Vec<(usize, usize)> {
    let mut years = Vec::new();
    let mut passed = 0;
    for (at, first) in text.char_indices() {
        if at < passed || !matches!(first, '1' | '2' | '二') {
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
    let mut rest = text.chars();
    // A scan may read the zero as a letter.
    let arabic = ["19", "20", "2O", "2o"].iter().any(|century| text.starts_with(century));
    let digits = if arabic {
        rest.nth(1);
        [rest.next()?, rest.next()?].iter().all(char::is_ascii_digit)
    } else {
        let (first, zero) = (rest.next()?, rest.next()?);
        let han = |c: char| is_zero(c) || "一二三四五六七八九".contains(c);
        first == '二' && (is_zero(zero) || zero == '0') && han(rest.next()?) && han(rest.next()?)
    };
    let behind = |text: &'_ str| {
        let text = text.strip_prefix('年').or_else(|| text.strip_prefix("学年")).unwrap_or(text);
        text.strip_prefix('度').unwrap_or(text).len()
    };
    digits.then(|| text.len() - behind(rest.as_str()))
}

/// What stands for a zero among Chinese digits.
fn is_zero(c: char) -> bool {
    matches!(c, '〇' | '零' | '○' | 'O' | 'o' | 'Ｏ' | 'ｏ')
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

/// What the reports of the family are about. A converter to traditional characters may change the words, too.
const FAMILY: [&str; 3] = ["信息公开", "政务公开", "资讯公开"];

/// The names of dates.
pub(super) static DATE_NAMES: LazyLock<Vocabulary> =
    LazyLock::new(|| Vocabulary::new(WORDS.date_names.iter().copied()));

/// Reads a line as a title; `None` if it is none.
pub(crate) fn read(text: &str) -> Option<Title> {
    // Most lines are none, which their characters tell whatever dress stands between them.
    if !may_hold_words(&fold::simplify(text)) {
        return None;
    }
    let text = without_bars(behind_item(text));
    let printed = squeezed(text);
    let simple = fold::simplify(&printed);
    let plain = if simple.contains('<') { TAG.replace_all(&simple, "") } else { Cow::Borrowed(&*simple) };
    let plain = once(&plain.trim_start_matches('#').replace(['\n', '$'], "")).to_owned();
    let plain = if has_bracketed_year(&plain) { BRACKETED.replace_all(&plain, "$1年") } else { plain.into() };
    let plain = plain.trim_start_matches(|c: char| !fold::is_han(c) && !c.is_ascii_alphanumeric() && !is_opening(c));
    let plain = unbracketed(plain).into_owned();
    let menu = plain.contains(['>', '»', '›']) || plain.contains("首页");
    if menu || is_sentence(&plain) || plain.chars().count() > 90 || plain.contains(['。', '，', '？']) {
        return None;
    }
    // What is glued to the title may be the date of publication.
    let dated = DATE_NAMES.in_turn(&plain).next().map_or(plain.len(), |(_, at, _)| at);
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
    if !other_kind && (after.chars().count() > 6 || is_spoken_of(before, after)) {
        return None;
    }
    let date = |end: usize| goes_on_as_date(&bare[end..]);
    let years = years(&bare).into_iter().rev().filter(|&(_, end)| !date(end));
    let year = years.filter_map(|(start, end)| year_value(&bare[start..end])).next();
    // Two names beside a year are told by it.
    let own = bare.rfind(end).map_or(before, |at| &bare[..at]);
    let agency = agency_of(own).map(|name| with_bracket(name, &plain));
    let agency = agency.map(|name| fold::as_printed(&printed, &simple, &name).map_or(name.clone(), str::to_owned));
    let of_family = FAMILY.iter().any(|subject| end.contains(subject));
    (agency.is_some() || year.is_some() || before.is_empty() || other_kind).then(|| Title {
        text: one_line(text),
        agency: agency.filter(|_| !other_kind),
        year,
        other_kind,
        of_family,
    })
}

/// What stands beside an item of a menu, where a browser wrote both on one line with a gap between them.
fn behind_item(line: &str) -> &str {
    let item = line.trim_start().strip_prefix(['*', '•', '·', '+']).filter(|rest| rest.starts_with(' '));
    let beside = item.and_then(|item| item.trim_start().split_once("  ")).map(|(_, beside)| beside.trim());
    beside.filter(|beside| may_hold_words(beside)).unwrap_or(line)
}

/// Whether a line begins or ends as a sentence that names the report: 现将……, ……报告如下：.
pub(super) fn is_sentence(line: &str) -> bool {
    line.ends_with(['：', ':']) || WORDS.sentence_openers.iter().any(|opener| line.starts_with(opener))
}

/// Whether the words of a title stand in a sentence that speaks of a report: ……认真编制了2023年…年度报告, …年度报告反馈的问题.
fn is_spoken_of(before: &str, after: &str) -> bool {
    let before = yearless(before);
    WORDS.sentence_verbs.iter().any(|verb| before.starts_with(verb))
        || WORDS.sentence_ends.iter().any(|word| before.ends_with(word))
        || WORDS.about_reports.iter().any(|word| after.contains(word))
}

fn is_opening(c: char) -> bool {
    matches!(c, '（' | '(')
}

/// A line whose first words are a year in brackets, without these: （2023年度）云溪市水务局…
fn unbracketed(line: &str) -> Cow<'_, str> {
    let inner = line.strip_prefix(is_opening).and_then(|rest| rest.split_once(['）', ')']));
    match inner {
        Some((year, rest)) if yearless(year).is_empty() => Cow::Owned([year, rest].concat()),
        _ => Cow::Borrowed(line),
    }
}

/// Whether the month follows a year: 12月, 一月, -01-20.
fn goes_on_as_date(behind: &str) -> bool {
    let month = behind.trim_start_matches(|c: char| c.is_ascii_digit() || "〇零一二三四五六七八九十".contains(c));
    let divided = behind
        .strip_prefix(['-', '.', '/', '－', '—'])
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    month.starts_with('月') || divided
}

/// The agency and the year that stand before the words of a title.
pub(super) fn agency_and_year(before: &str) -> (Option<String>, Option<i16>) {
    let year = years(before).last().and_then(|&(start, end)| year_value(&before[start..end]));
    (agency_of(before), year)
}

/// What stands before the words of a title, without the year.
fn agency_of(before: &str) -> Option<String> {
    let name = yearless(behind_year(before)).replace("年度", "");
    let name = name.trim_matches(|c: char| !fold::is_han(c) && !c.is_ascii_alphanumeric() && !"（）()".contains(c));
    // A number, a kind or a name of the line before it, or the mark of a converter: 附件1：, 【年报】, 1., {anchor}.
    let name = name.rsplit(['：', ':', '】', '|', '}', '{']).next().unwrap_or(name);
    let name = without_page(name);
    let name = without_annex(name)?.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '、' | '．'));
    let name = name
        .strip_prefix("关于")
        .map_or(name, |rest| WORDS.title_verbs.iter().find_map(|verb| rest.strip_prefix(verb)).unwrap_or(rest));
    let name = name.split("关于").next().unwrap_or(name).trim_end_matches('的').trim_end_matches("年度");
    // 云溪市水务局公布……
    let verbless = |verb: &&str| name.strip_suffix(*verb).or_else(|| name.strip_prefix(*verb));
    let verbless = WORDS.title_verbs.iter().find_map(verbless).filter(|rest| is_called(rest));
    let name = verbless.unwrap_or(name);
    let name = if is_called(name) { name } else { before_subject(name) };
    // 人民政府信息公开 shares its 政府 with the name.
    let name = if name.ends_with("人民") { format!("{name}政府") } else { name.to_owned() };
    is_name(&name).then_some(name)
}

/// The name behind a year where something else stands before it: 签发人：某某 2014年云溪市水务局.
fn behind_year(before: &str) -> &str {
    let last = years(before).pop().filter(|&(start, _)| start > 0);
    let behind = last.filter(|&(start, _)| !is_called(before[..start].trim_end())).map(|(_, end)| &before[end..]);
    behind.filter(|name| stands_alone(name.trim())).unwrap_or(before)
}

/// What stands before the words of a title that no list knows (云溪市水务局政府信息公开工作情况), if it is the name of an
/// agency.
fn before_subject(name: &str) -> &str {
    let Some(at) = sentence::subject(name).or_else(|| misread_subject(name)) else { return name };
    let (before, subject) = name.split_at(at);
    // A report in the words before the year is that of a menu.
    let named = is_called(before) || before.ends_with("人民");
    if named && !WORDS.reports.iter().any(|report| subject.contains(report)) { before } else { name }
}

/// Where the words begin that reports are about, at the end of a name, with one of their characters misread (政府信患公开).
fn misread_subject(name: &str) -> Option<usize> {
    let (at, _) = name.char_indices().rev().nth(SUBJECT.chars().count() - 1)?;
    let misread = name[at..].chars().zip(SUBJECT.chars()).filter(|(read, printed)| read != printed).count();
    (misread == 1).then_some(at)
}

const SUBJECT: &str = "政府信息公开";

/// The rest of a name behind the number of a page: Page 2 - 省交通厅.
fn without_page(name: &str) -> &str {
    let behind = name.trim_start_matches(|c: char| c.is_ascii_alphanumeric());
    behind.strip_prefix(['-', '－', '–', '—']).filter(|_| behind.len() < name.len()).unwrap_or(name)
}

/// The rest of a name behind the number of an annex (附件1). Behind a number in Chinese digits a name may begin with one.
fn without_annex(name: &str) -> Option<&str> {
    let Some(rest) = name.strip_prefix("附件") else { return Some(name) };
    let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    (!rest.starts_with(|c: char| "一二三四五六七八九十".contains(c))).then_some(rest)
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

pub(super) fn year_value(text: &str) -> Option<i16> {
    let digits: String = text.chars().filter_map(digit).take(4).collect();
    digits.parse().ok().filter(|year| (1990..2100).contains(year))
}

fn digit(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        _ if is_zero(c) => Some('0'),
        _ => "一二三四五六七八九".chars().position(|d| d == c).and_then(|at| char::from_digit(at as u32 + 1, 10)),
    }
}

/// The title as one line: breaks go, blanks between Chinese characters and digits too.
fn one_line(text: &str) -> String {
    let text = text.replace("**", "");
    text.trim_start()
        .trim_start_matches(['#', '•', '●', '▪'])
        .split_whitespace()
        .collect::<Vec<_>>()
        .concat()
        .chars()
        .filter(|&c| !fold::is_invisible(c))
        .collect()
}

/// A line without the bars at its ends: a title may reach over all cells of a row.
fn without_bars(line: &str) -> &str {
    line.trim_matches(|c: char| c == '|' || c.is_whitespace())
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
            ("  * 新闻动态  云溪市水务局2022年政府信息公开工作年度报告", Some("云溪市水务局"), Some(2022)),
            ("{anchor:年报}云溪市水务局2022年政府信息公开工作年度报告", Some("云溪市水务局"), Some(2022)),
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
            ("云溪大学2022—2023学年度信息公开工作报告", Some("云溪大学"), Some(2023)),
            ("（2023年度）云溪市水务局政府信息公开工作年度报告", Some("云溪市水务局"), Some(2023)),
            ("云水〔2024〕3号签发人：李四2023年云溪市水务局政府信息公开工作年度报告", Some("云溪市水务局"), Some(2023)),
            ("青石镇2023年人民政府信息公开工作年度报告", Some("青石镇人民政府"), Some(2023)),
            ("云溪高新区（经开区）管委会2023年政府信息公开年报", Some("云溪高新区（经开区）管委会"), Some(2023)),
            ("云溪海关（本级机关）2023年政府信息公开年报", Some("云溪海关（本级机关）"), Some(2023)),
            ("云溪市水务局·2023年政府信息公开工作年度报告", Some("云溪市水务局"), Some(2023)),
            ("云溪市水务局2O23年政府信息公开工作年度报告", Some("云溪市水务局"), Some(2023)),
            ("云溪市水务局2023年政府信患公开工作年度报告", Some("云溪市水务局"), Some(2023)),
            ("云溪市水务局$2 0 2 3$年政府信息公开工作年度报告", Some("云溪市水务局"), Some(2023)),
            ("云溪市水务局(防汛办)2023年政府信息公开年报", Some("云溪市水务局（防汛办）"), Some(2023)),
            ("发布云溪市水务局2023年政府信息公开年报", Some("云溪市水务局"), Some(2023)),
            ("我市水务局2023年政府信息公开年报", None, Some(2023)),
            ("Page 2 - 云溪市水务局2023年度政府信息公开工作年度报告", Some("云溪市水务局"), Some(2023)),
            ("雲溪縣青石鎮2023年政府信息公開(kāi)工作年度報(bào)告", Some("雲溪縣青石鎮"), Some(2023)),
            ("雲溪縣水務局2023年政府資訊公開工作年度報告", Some("雲溪縣水務局"), Some(2023)),
        ] {
            assert_eq!(parts(text), Some((agency.map(str::to_owned), year)), "{text}");
        }
    }

    #[test]
    fn a_notice_about_reports_stays_one() {
        for text in [
            "关于做好2023年政府信息公开工作年度报告编制工作的通知",
            "编制2023年政府信息公开工作年度报告的通知",
            "政府信息公开工作年度报告编制指南",
        ] {
            assert!(read(text).is_some_and(|title| title.other_kind), "{text}");
        }
    }

    #[test]
    fn sentences_and_menus_are_no_titles() {
        let menu = "当前位置：首页>云溪市水务局>政府信息公开年报>2022年";
        let sentence = "根据要求，编制2022年政府信息公开工作年度报告。";
        let spoken_of = [
            "为做好2023年政府信息公开工作年度报告",
            "现发布云溪市水务局2023年政府信息公开工作年度报告",
            "云溪市水务局认真编制了2023年政府信息公开工作年度报告",
            "针对2022年政府信息公开工作年度报告",
            "做好2022年政府信息公开工作年度报告",
            "云溪市水务局2022年政府信息公开工作年度报告反馈问题",
        ];
        for text in ["一、总体情况", "政府信息公开", sentence, "云溪市水务局", menu].into_iter().chain(spoken_of)
        {
            assert_eq!(parts(text), None, "{text}");
        }
    }
}
