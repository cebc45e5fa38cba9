//! Of which time does a clause speak? The year of the report, all time until now, or another time.

use super::Scope;
use regex::Regex;
use std::sync::LazyLock;

/// The time that was said last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Said {
    /// None.
    Nothing,
    /// The year of the report, or all time.
    Scope(Scope),
    /// Another year, a part of the year, a plan. It holds until another time is said.
    Other {
        /// The sentence in which it was said.
        sentence: usize,
    },
}

/// Times in the order in which they are tried; the name of the group tells what is meant.
static TIME: LazyLock<Regex> = LazyLock::new(|| {
    let patterns = [
        // What was carried over, compared, or published then says nothing of the counts.
        "(?P<skip>(?:上一?年度?|去年|[0-9]{4}年度?)(?:结转|转入|遗留|未办结|转来|顺延)|结转(?:上一?年度?|去年|[0-9]{4}年度?)|(?:较|比|同比|环比|与|跟|同)(?:上一?年度?|去年|前年|往年|[0-9]{4}年度?)(?:同期)?|(?:至|到|入|转|延|顺延|结转)(?:下一?年度?|次年|明年|[0-9]{4}年度?)|[0-9]{4}年(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?(?:修订|发布|印发|颁布|制定|出台|实施|施行|新修订)的?)",
        "(?P<span>(?P<from>[0-9]{4})年1月1日起?(?:至|到|-|—|~)(?:(?P<until>[0-9]{4})年)?12月31日)",
        "(?P<all>截至|截止|自[^,]{0,16}(?:以来|至今)|迄今|成立以来|施行以来|历年来?)(?:到)?(?:(?P<ending>[0-9]{4})年)?(?:(?P<month>[0-9]{1,2})月)?(?:[0-9]{1,2}日)?(?:年?底|年末)?",
        "(?P<part>(?:[0-9]{4}年)?(?:第?[一二三四1-4]季度|上半年|下半年|[0-9]{1,2}月))",
        "(?P<year>[0-9]{4}|[〇零一二三四五六七八九]{4})年",
        "(?P<past>近[一二三四五六两几0-9]{0,2}年|[一二三四五两几0-9]年来|十[一二三四五]五(?:时期|期间)|去年|上一?年|前年|往年|同期)",
        "(?P<plan>明年|来年|次年|下一?年|下一步|今后|力争|争取|预计|计划(?:公开|发布|新增|完成|于|在|将)|拟(?:于|在|公开|发布|新|编|定为)|目标(?:为|是)|不少于|不低于|至少|将(?:公开|发布|新增))",
        "(?P<this>今年|本年|报告期|本报告年度)",
        "(?P<whole>全年|年内|当年|一年来)",
        "(?P<total>累计)",
    ];
    Regex::new(&patterns.join("|")).expect("the patterns are constant")
});

/// The time that is said at the end of a text, when `said` held before it.
pub(super) fn after(said: Said, text: &str, year: Option<i16>, sentence: usize) -> Said {
    let ours = |digits: &str| arabic(digits).parse().ok().is_some_and(|stated: i16| Some(stated) == year);
    let of_year = |ours: bool| if ours { Said::Scope(Scope::Year) } else { Said::Other { sentence } };
    let mut said = said;
    // Where a time stands is told faster than which.
    for place in TIME.find_iter(text) {
        let Some(found) = TIME.captures(&text[place.start()..]) else { continue };
        let has = |name| found.name(name).is_some();
        let digits = |name| found.name(name).map(|digits| digits.as_str());
        let here = matches!(said, Said::Other { sentence: of } if of == sentence);
        said = match () {
            () if has("skip") => said,
            () if has("span") => of_year(digits("from").is_some_and(ours) && digits("until").is_none_or(ours)),
            // 截至6月底 is a part of the year.
            () if digits("month").is_some_and(|month| month != "12") || !digits("ending").is_none_or(ours) => {
                Said::Other { sentence }
            }
            () if has("all") => Said::Scope(Scope::Cumulative),
            () if has("part") || has("past") || has("plan") => Said::Other { sentence },
            () if has("year") => of_year(digits("year").is_some_and(ours)),
            () if has("this") => Said::Scope(Scope::Year),
            // 2021年全年 stays another year.
            () if has("whole") && !here => Said::Scope(Scope::Year),
            () if has("total") && said == Said::Nothing => Said::Scope(Scope::Cumulative),
            () => said,
        };
    }
    said
}

/// 二〇二二 as 2022.
fn arabic(digits: &str) -> String {
    let digit = |c: char| match c {
        '〇' => '0',
        _ => "零一二三四五六七八九"
            .chars()
            .position(|han| han == c)
            .and_then(|d| char::from_digit(d as u32, 10))
            .unwrap_or(c),
    };
    digits.chars().map(digit).collect()
}

/// What of it still holds in the next sentence.
pub(super) fn carried(said: Said) -> Said {
    if matches!(said, Said::Other { .. }) { said } else { Said::Nothing }
}
