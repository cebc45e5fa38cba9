//! Of which time does a clause speak? The year of the report, all time until now, or another time.

use super::Scope;
use regex::{CaptureLocations, Regex};
use std::cell::RefCell;
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

/// A time that a clause says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Time {
    start: usize,
    end: usize,
    meant: Meant,
}

/// What a time means for the counts behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Meant {
    /// Nothing.
    Skipped,
    /// The year of the report.
    Ours,
    /// Another time.
    Other,
    /// Up to now.
    All,
    /// The whole of the year that is spoken of.
    Whole,
    /// 累计.
    Total,
}

/// Times in the order in which they are tried; the name of the group tells what is meant.
const TIMES: [&str; 10] = [
    // What was carried over, compared, or published then says nothing of the counts.
    "(?P<skip>(?:上一?年度?|去年|[0-9]{4}年度?)(?:结转|转入|遗留|未办结|转来|顺延)|结转(?:上一?年度?|去年|[0-9]{4}年度?)|(?:较|比|同比|环比|与|跟|同)(?:上一?年度?|去年|前年|往年|[0-9]{4}年度?)(?:同期)?|(?:至|到|入|转|延|顺延|结转)(?:下一?年度?|次年|明年|[0-9]{4}年度?)|[0-9]{4}年(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?(?:修订|发布|印发|颁布|制定|出台|实施|施行|新修订)的?)",
    "(?P<span>(?P<from>[0-9]{4})年1月1日起?(?:至|到|-|—|~)(?:(?P<until>[0-9]{4})年)?12月31日)",
    "(?P<all>截至|截止|自[^,;]{0,16}(?:以来|至今)|迄今|成立以来|施行以来|历年来?)(?:到)?(?:(?P<ending>[0-9]{4})年)?(?:(?P<month>[0-9]{1,2})月)?(?:[0-9]{1,2}日)?(?:年?底|年末)?",
    "(?P<part>(?:[0-9]{4}年)?(?:第?[一二三四1-4]季度|上半年|下半年|[0-9]{1,2}月))",
    "(?P<year>[0-9]{4}|[〇零一二三四五六七八九]{4})年",
    "(?P<past>近[一二三四五六两几0-9]{0,2}年|[一二三四五两几0-9]年来|十[一二三四五]五(?:时期|期间)|去年|上一?年|前年|往年|同期)",
    "(?P<plan>明年|来年|次年|下一?年|下一步|今后|力争|争取|预计|计划(?:公开|发布|新增|完成|于|在|将)|拟(?:于|在|公开|发布|新|编|定为)|目标(?:为|是)|不少于|不低于|至少|将(?:公开|发布|新增))",
    "(?P<this>今年|本年|报告期|本报告年度)",
    "(?P<whole>全年|年内|当年|一年来)",
    "(?P<total>累计)",
];

static TIME: LazyLock<Regex> = LazyLock::new(|| Regex::new(&TIMES.join("|")).expect("the patterns are constant"));

/// The numbers of the groups of [`TIME`].
struct Groups {
    skip: usize,
    from: usize,
    until: usize,
    all: usize,
    ending: usize,
    month: usize,
    part: usize,
    year: usize,
    past: usize,
    plan: usize,
    this: usize,
    whole: usize,
}

static GROUPS: LazyLock<Groups> = LazyLock::new(|| {
    let number = |name| TIME.capture_names().position(|group| group == Some(name)).expect("the group is named");
    Groups {
        skip: number("skip"),
        from: number("from"),
        until: number("until"),
        all: number("all"),
        ending: number("ending"),
        month: number("month"),
        part: number("part"),
        year: number("year"),
        past: number("past"),
        plan: number("plan"),
        this: number("this"),
        whole: number("whole"),
    }
});

/// The times that a text says, in their order.
pub(super) fn times(text: &str, year: Option<i16>) -> Vec<Time> {
    thread_local! {
        /// Room for where the groups stand, which every clause needs for a moment.
        static PLACES: RefCell<CaptureLocations> = RefCell::new(TIME.capture_locations());
    }
    PLACES.with_borrow_mut(|places| {
        let mut times = Vec::new();
        let mut at = 0;
        while let Some(found) = TIME.find_at(text, at) {
            let meant = plainly(found.as_str(), year).unwrap_or_else(|| {
                TIME.captures_read_at(places, text, found.start());
                meant(text, places, year)
            });
            times.push(Time { start: found.start(), end: found.end(), meant });
            at = found.end();
        }
        times
    })
}

/// What the most frequent times mean, each of which one pattern only can have met: no groups need be told.
fn plainly(time: &str, year: Option<i16>) -> Option<Meant> {
    match time {
        "今年" | "本年" => Some(Meant::Ours),
        "全年" | "年内" | "当年" => Some(Meant::Whole),
        "累计" => Some(Meant::Total),
        _ => {
            let digits = time.strip_suffix('年').filter(|digits| digits.len() == 4)?;
            let stated: i16 = digits.bytes().all(|digit| digit.is_ascii_digit()).then(|| digits.parse().ok())??;
            Some(if Some(stated) == year { Meant::Ours } else { Meant::Other })
        }
    }
}

fn meant(text: &str, places: &CaptureLocations, year: Option<i16>) -> Meant {
    let groups = &*GROUPS;
    let has = |group| places.get(group).is_some();
    let ours = |group| {
        places.get(group).map(|(from, to)| {
            let stated: Option<i16> = arabic(&text[from..to]).parse().ok();
            stated.is_some() && stated == year
        })
    };
    let of_year = |ours: bool| if ours { Meant::Ours } else { Meant::Other };
    let month = places.get(groups.month).is_some_and(|(from, to)| &text[from..to] != "12");
    match () {
        () if has(groups.skip) => Meant::Skipped,
        () if has(groups.from) => of_year(ours(groups.from) == Some(true) && ours(groups.until) != Some(false)),
        // 截至6月底 is a part of the year.
        () if month || ours(groups.ending) == Some(false) => Meant::Other,
        () if has(groups.all) => Meant::All,
        () if has(groups.part) || has(groups.past) || has(groups.plan) => Meant::Other,
        () if has(groups.year) => of_year(ours(groups.year) == Some(true)),
        () if has(groups.this) => Meant::Ours,
        () if has(groups.whole) => Meant::Whole,
        () => Meant::Total,
    }
}

/// The time that is said at the end of the first `until` bytes of a text with these times, when `said` held before it.
pub(super) fn after(said: Said, text: &str, times: &[Time], until: usize, year: Option<i16>, sentence: usize) -> Said {
    let whole = times.partition_point(|time| time.end <= until);
    let said = times[..whole].iter().fold(said, |said, time| time.said(said, sentence));
    match times.get(whole) {
        // What is said of the time up to there may be another time.
        Some(time) if time.start < until => {
            let cut = self::times(&text[time.start..until], year);
            cut.iter().fold(said, |said, time| time.said(said, sentence))
        }
        _ => said,
    }
}

impl Time {
    /// The time that is said behind this one.
    fn said(&self, said: Said, sentence: usize) -> Said {
        let here = matches!(said, Said::Other { sentence: of } if of == sentence);
        match self.meant {
            Meant::Ours => Said::Scope(Scope::Year),
            Meant::Other => Said::Other { sentence },
            Meant::All => Said::Scope(Scope::Cumulative),
            // 2021年全年 stays another year.
            Meant::Whole if !here => Said::Scope(Scope::Year),
            Meant::Total if said == Said::Nothing => Said::Scope(Scope::Cumulative),
            Meant::Skipped | Meant::Whole | Meant::Total => said,
        }
    }
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
