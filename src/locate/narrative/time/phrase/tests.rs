//! The words of times, told as one pattern of all of them tells them.

use super::super::{Meant, times};
use proptest::prelude::*;
use regex::{Captures, Regex};
use std::sync::LazyLock;

/// Times in the order in which they are tried; the name of the group tells what is meant.
const PATTERNS: [&str; 10] = [
    "(?P<skip>(?:上一?年度?|去年|[0-9]{4}年度?)(?:结转|转入|遗留|未办结|转来|顺延)|结转(?:上一?年度?|去年|[0-9]{4}年度?)|(?:较|比|同比|环比|与|跟|同)(?:上一?年度?|去年|前年|往年|[0-9]{4}年度?)(?:同期)?|(?:至|到|入|转|延|顺延|结转)(?:下一?年度?|次年|明年|[0-9]{4}年度?)|[0-9]{4}年(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?(?:修订|发布|印发|颁布|制定|出台|实施|施行|新修订)的?)",
    "(?P<span>(?P<from>[0-9]{4})年1月1日起?(?:至|到|-|—|~)(?:(?P<until>[0-9]{4})年)?12月31日)",
    "(?P<all>截至|截止|自[^,;]{0,16}(?:以来|至今)|迄今|成立以来|施行以来|历年来?|本届政府(?:成立)?以来)(?:到)?(?:(?P<ending>[0-9]{4})年)?(?:(?P<month>[0-9]{1,2})月)?(?:[0-9]{1,2}日)?(?:年?底|年末)?",
    "(?P<part>(?:[0-9]{4}年)?(?:第?[一二三四1-4]季度|上半年|下半年|[0-9]{1,2}月))",
    "(?P<year>[0-9]{4}|[〇零一二三四五六七八九]{4})年",
    "(?P<past>近[一二三四五六两几0-9]{0,2}年|[一二三四五两几0-9]年来|十[一二三四]五(?:时期|期间)|去年|上一?年|前年|往年|同期)",
    "(?P<plan>明年|来年|次年|下一?年|下一步|今后|力争|争取|预计|计划(?:公开|发布|新增|完成|于|在|将)|拟(?:于|在|公开|发布|新|编|定为)|目标(?:为|是)|不少于|不低于|至少|将(?:公开|发布|新增))",
    "(?P<this>今年|本年|报告期|本报告年度)",
    "(?P<whole>全年|年内|当年|一年来)",
    "(?P<total>累计)",
];

static TIME: LazyLock<Regex> = LazyLock::new(|| Regex::new(&PATTERNS.join("|")).unwrap());

#[test]
fn every_time_begins_with_a_beginning() {
    for c in ('\0'..=char::MAX).filter(|&c| !super::kinds(c).is_empty()) {
        assert!(super::BEGINNINGS.contains(&c), "{c}");
    }
    assert!(super::BEGINNINGS.iter().all(|&c| super::may_begin(c) && !super::kinds(c).is_empty()));
}

fn meant(found: &Captures<'_>, year: Option<i16>) -> Meant {
    let has = |group| found.name(group).is_some();
    let ours = |group| found.name(group).map(|digits| arabic(digits.as_str()) == year);
    let of_year = |ours: bool| if ours { Meant::Ours } else { Meant::Other };
    match () {
        () if has("skip") => Meant::Skipped,
        () if has("span") => of_year(ours("from") == Some(true) && ours("until") != Some(false)),
        () if found.name("month").is_some_and(|month| month.as_str() != "12") => Meant::Other,
        () if ours("ending") == Some(false) => Meant::Other,
        () if has("all") => Meant::All,
        () if has("part") || has("past") || has("plan") => Meant::Other,
        () if has("year") => of_year(ours("year") == Some(true)),
        () if has("this") => Meant::Ours,
        () if has("whole") => Meant::Whole,
        () => Meant::Total,
    }
}

/// 2022 and 二〇二二.
fn arabic(digits: &str) -> Option<i16> {
    let places = digits.replace('〇', "零");
    let digit = |c: char| "零一二三四五六七八九".chars().position(|han| han == c).map(|digit| digit.to_string());
    places.chars().map(|c| digit(c).unwrap_or(c.to_string())).collect::<String>().parse().ok()
}

/// Pieces of which times are made, and what may stand between them.
const PIECES: &[&str] = &[
    "2022",
    "2021",
    "二〇二二",
    "一九九八",
    "年",
    "度",
    "上",
    "一",
    "下",
    "去年",
    "前年",
    "往年",
    "本届政府",
    "次年",
    "明年",
    "来年",
    "结转",
    "转入",
    "遗留",
    "未办结",
    "转来",
    "顺延",
    "较",
    "比",
    "同比",
    "环比",
    "与",
    "跟",
    "同",
    "同期",
    "至",
    "到",
    "入",
    "转",
    "延",
    "1月1日",
    "12月31日",
    "3",
    "12",
    "月",
    "日",
    "起",
    "-",
    "—",
    "~",
    "修订",
    "发布",
    "印发",
    "颁布",
    "制定",
    "出台",
    "实施",
    "施行",
    "新修订",
    "的",
    "截至",
    "截止",
    "自",
    "以来",
    "至今",
    "迄今",
    "成立以来",
    "施行以来",
    "历年",
    "来",
    "底",
    "末",
    "第",
    "季度",
    "上半年",
    "下半年",
    "近",
    "两",
    "几",
    "十",
    "四",
    "五时期",
    "五期间",
    "步",
    "今后",
    "力争",
    "争取",
    "预计",
    "计划",
    "公开",
    "新增",
    "完成",
    "于",
    "在",
    "将",
    "拟",
    "新",
    "编",
    "定为",
    "目标",
    "为",
    "是",
    "不少于",
    "不低于",
    "至少",
    "今年",
    "本年",
    "报告期",
    "本报告年度",
    "全年",
    "年内",
    "当年",
    "年来",
    "累计",
    "，",
    ",",
    ";",
    "件",
    "信息",
    "政府",
    "百",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn times_are_told_as_their_pattern_tells_them(
        pieces in proptest::collection::vec(proptest::sample::select(PIECES), 1..14),
        year in proptest::sample::select(&[None, Some(2022), Some(1998)][..]),
    ) {
        let text = pieces.concat();
        let expected: Vec<_> =
            TIME.captures_iter(&text).map(|found| (found.get(0).unwrap().range(), meant(&found, year))).collect();
        let told: Vec<_> = times(&text, year).iter().map(|time| (time.start..time.end, time.meant)).collect();
        prop_assert_eq!(told, expected, "{}", text);
    }
}
