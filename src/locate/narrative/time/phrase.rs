//! The words that say a time, and what they mean for the counts behind them.
//!
//! They are told by hand: a pattern of all of them would take longer to build than a report takes to read. A test holds
//! them to such a pattern.

use super::Meant;
use crate::text::sieve::Sieve;

/// Reads one kind of time.
type Read = fn(&mut Words<'_>, Option<i16>) -> Option<Meant>;

/// The kinds of time that may begin with a character, in the order in which they are tried.
fn kinds(first: char) -> &'static [Read] {
    match first {
        '0'..='9' => &[carried, published, span, part, stated, years],
        '一' | '二' | '三' | '四' => &[part, stated, years, ours],
        '五' => &[stated, years],
        '〇' | '零' | '六' | '七' | '八' | '九' => &[stated],
        '两' | '几' => &[years],
        '十' => &[plan],
        '近' => &[recent],
        '上' => &[carried, part, named],
        '去' => &[carried, named],
        '同' => &[compared, named],
        '至' => &[passed_on, named],
        '环' | '较' | '比' | '与' | '跟' => &[compared],
        '结' => &[of_last_year, passed_on],
        '到' | '入' | '转' | '延' | '顺' => &[passed_on],
        '截' | '自' | '迄' | '成' | '施' | '历' => &[until],
        '第' => &[part],
        '下' => &[part, named],
        '前' | '往' | '明' | '来' | '次' | '力' | '争' | '预' | '不' => &[named],
        '计' | '拟' | '目' | '将' => &[intent],
        '今' => &[named, ours],
        '本' => &[until, ours],
        '报' | '全' | '年' | '当' | '累' => &[ours],
        _ => &[],
    }
}

/// The characters with which some kind of time begins.
const BEGINNINGS: &[char] = &[
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '一', '二', '三', '四', '五', '〇', '零', '六', '七', '八', '九',
    '两', '几', '十', '近', '上', '去', '同', '至', '环', '较', '比', '与', '跟', '结', '到', '入', '转', '延', '顺',
    '截', '自', '迄', '成', '施', '历', '第', '下', '前', '往', '明', '来', '次', '力', '争', '预', '不', '计', '拟',
    '目', '将', '今', '本', '报', '全', '年', '当', '累',
];

/// Whether a time may begin with a character: most do not.
pub(super) fn may_begin(c: char) -> bool {
    static SIEVE: Sieve = Sieve::of(BEGINNINGS);
    SIEVE.holds(c)
}

/// The time with which a text begins, and its length. The first that fits counts.
pub(super) fn at(text: &str, first: char, year: Option<i16>) -> Option<(Meant, usize)> {
    if first.is_ascii_digit() && !is_dated(text) {
        return None;
    }
    kinds(first).iter().find_map(|read| {
        let mut words = Words { rest: text };
        let meant = read(&mut words, year)?;
        Some((meant, text.len() - words.rest.len()))
    })
}

/// Whether digits are those of a year, a month or a quarter, as those of most counts are not.
fn is_dated(text: &str) -> bool {
    text.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with(['年', '月', '季'])
}

/// 上年结转: what was carried over says nothing of the time of the counts, nor does what the next four say.
fn carried(words: &mut Words<'_>, _: Option<i16>) -> Option<Meant> {
    let carried = words.last_year() && words.any(&["结转", "转入", "遗留", "未办结", "转来", "顺延"]);
    carried.then_some(Meant::Skipped)
}

/// 结转上年.
fn of_last_year(words: &mut Words<'_>, _: Option<i16>) -> Option<Meant> {
    (words.word("结转") && words.last_year()).then_some(Meant::Skipped)
}

/// 较上年同期.
fn compared(words: &mut Words<'_>, _: Option<i16>) -> Option<Meant> {
    let compared = words.any(&["较", "比", "同比", "环比", "与", "跟", "同"])
        && (words.last_year() || words.any(&["前年", "往年"]));
    words.word("同期");
    compared.then_some(Meant::Skipped)
}

/// 至下年.
fn passed_on(words: &mut Words<'_>, _: Option<i16>) -> Option<Meant> {
    let passed_on = words.any(&["至", "到", "入", "转", "延", "顺延", "结转"]) && words.next_year();
    passed_on.then_some(Meant::Skipped)
}

/// 2019年修订的, 2021年3月1日印发.
fn published(words: &mut Words<'_>, _: Option<i16>) -> Option<Meant> {
    words.year()?;
    words.month();
    words.day();
    let published = words.any(&["修订", "发布", "印发", "颁布", "制定", "出台", "实施", "施行", "新修订"]);
    words.word("的");
    published.then_some(Meant::Skipped)
}

/// 2022年1月1日起至12月31日.
fn span(words: &mut Words<'_>, year: Option<i16>) -> Option<Meant> {
    let from = words.year()?;
    if !words.word("1月1日") {
        return None;
    }
    words.word("起");
    if !words.any(&["至", "到", "-", "—", "~"]) {
        return None;
    }
    let until = words.year();
    let whole = words.word("12月31日");
    let ours = Some(from) == year && until.is_none_or(|until| Some(until) == year);
    whole.then_some(if ours { Meant::Ours } else { Meant::Other })
}

/// As many characters as may stand between 自 and 以来.
const SINCE: usize = 16;

/// 截至2022年12月底. 截至6月底 is a part of the year.
fn until(words: &mut Words<'_>, year: Option<i16>) -> Option<Meant> {
    let begins = ["截至", "截止", "迄今", "成立以来", "施行以来", "历年来", "历年", "本届政府以来", "本届政府成立以来"];
    if !words.any(&begins) && !words.attempt(&since) {
        return None;
    }
    words.word("到");
    let ending = words.year();
    let month = words.month();
    words.day();
    let _ = words.any(&["年底", "底", "年末"]);
    let within = month.is_some_and(|month| month != "12") || ending.is_some_and(|ending| Some(ending) != year);
    Some(if within { Meant::Other } else { Meant::All })
}

/// 自2019年以来: as far as it goes.
fn since(words: &mut Words<'_>) -> bool {
    if !words.word("自") {
        return false;
    }
    let ends = |from: usize| {
        ["以来", "至今"].into_iter().find(|end| words.rest[from..].starts_with(end)).map(|end| from + end.len())
    };
    let starts = words.rest.char_indices().take_while(|(_, c)| !matches!(c, ',' | ';')).take(SINCE + 1);
    let last = starts.filter_map(|(at, _)| ends(at)).last();
    words.rest = &words.rest[last.unwrap_or(0)..];
    last.is_some()
}

/// A part of a year.
fn part(words: &mut Words<'_>, _: Option<i16>) -> Option<Meant> {
    words.year();
    let quarter = |words: &mut Words<'_>| {
        words.word("第");
        words.one(|c| matches!(c, '一' | '二' | '三' | '四' | '1'..='4')) && words.word("季度")
    };
    let part = words.attempt(&quarter) || words.any(&["上半年", "下半年"]) || words.month().is_some();
    part.then_some(Meant::Other)
}

/// A year in digits of either kind.
fn stated(words: &mut Words<'_>, year: Option<i16>) -> Option<Meant> {
    let stated = words.year().or_else(|| words.han_year())?;
    Some(if Some(stated) == year { Meant::Ours } else { Meant::Other })
}

/// Words that say another time.
const NAMED: [&str; 19] = [
    "去年",
    "上年",
    "上一年",
    "前年",
    "往年",
    "同期",
    "明年",
    "来年",
    "次年",
    "下年",
    "下一年",
    "下一步",
    "今后",
    "力争",
    "争取",
    "预计",
    "不少于",
    "不低于",
    "至少",
];

fn named(words: &mut Words<'_>, _: Option<i16>) -> Option<Meant> {
    words.any(&NAMED).then_some(Meant::Other)
}

/// 近三年.
fn recent(words: &mut Words<'_>, _: Option<i16>) -> Option<Meant> {
    let few = |c| matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '两' | '几' | '0'..='9');
    words.word("近");
    let _ = words.one(few) && words.one(few);
    words.word("年").then_some(Meant::Other)
}

/// 两年来.
fn years(words: &mut Words<'_>, _: Option<i16>) -> Option<Meant> {
    let few = words.one(|c| matches!(c, '一' | '二' | '三' | '四' | '五' | '两' | '几' | '0'..='9'));
    (few && words.word("年来")).then_some(Meant::Other)
}

/// 十四五时期.
fn plan(words: &mut Words<'_>, _: Option<i16>) -> Option<Meant> {
    let number = words.word("十") && words.one(|c| matches!(c, '一' | '二' | '三' | '四'));
    (number && words.any(&["五时期", "五期间"])).then_some(Meant::Other)
}

/// Words that say a plan before one of others.
const INTENTS: [(&str, &[&str]); 4] = [
    ("计划", &["公开", "发布", "新增", "完成", "于", "在", "将"]),
    ("拟", &["于", "在", "公开", "发布", "新", "编", "定为"]),
    ("目标", &["为", "是"]),
    ("将", &["公开", "发布", "新增"]),
];

fn intent(words: &mut Words<'_>, _: Option<i16>) -> Option<Meant> {
    let (_, then) = INTENTS.iter().find(|(lead, _)| words.word(lead))?;
    words.any(then).then_some(Meant::Other)
}

/// The year of the report, the whole of the year that is spoken of, or 累计.
fn ours(words: &mut Words<'_>, _: Option<i16>) -> Option<Meant> {
    match () {
        () if words.any(&["今年", "本年", "报告期", "本报告年度"]) => Some(Meant::Ours),
        () if words.any(&["全年", "年内", "当年", "一年来"]) => Some(Meant::Whole),
        () if words.word("累计") => Some(Meant::Total),
        () => None,
    }
}

/// A text that is read word by word.
struct Words<'t> {
    rest: &'t str,
}

impl<'t> Words<'t> {
    fn word(&mut self, word: &str) -> bool {
        // Most words differ in their first bytes.
        let fits =
            self.rest.len() >= word.len() && self.rest.bytes().zip(word.bytes()).all(|(one, other)| one == other);
        self.rest = if fits { &self.rest[word.len()..] } else { self.rest };
        fits
    }

    /// The first of these words that stands there.
    fn any(&mut self, words: &[&str]) -> bool {
        words.iter().any(|word| self.word(word))
    }

    fn one(&mut self, wanted: impl Fn(char) -> bool) -> bool {
        let rest = self.rest.strip_prefix(wanted);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    /// Reads what must fit as a whole.
    fn attempt(&mut self, read: &dyn Fn(&mut Words<'t>) -> bool) -> bool {
        let rest = self.rest;
        let fits = read(self);
        if !fits {
            self.rest = rest;
        }
        fits
    }

    /// 2022年.
    fn year(&mut self) -> Option<i16> {
        let digits = self.rest.get(..4).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
        let rest = self.rest[4..].strip_prefix('年')?;
        self.rest = rest;
        digits.parse().ok()
    }

    /// 二〇二二年.
    fn han_year(&mut self) -> Option<i16> {
        let (mut year, mut rest) = (0, self.rest);
        for _ in 0..4 {
            let digit = rest.chars().next()?;
            year = year * 10 + han_digit(digit)?;
            rest = &rest[digit.len_utf8()..];
        }
        self.rest = rest.strip_prefix('年')?;
        Some(year)
    }

    /// 12月: its number.
    fn month(&mut self) -> Option<&'t str> {
        self.numbered('月')
    }

    fn day(&mut self) -> Option<&'t str> {
        self.numbered('日')
    }

    /// One or two digits before a word.
    fn numbered(&mut self, word: char) -> Option<&'t str> {
        let length = self.rest.bytes().take(2).take_while(u8::is_ascii_digit).count();
        let (number, rest) = self.rest.split_at(length);
        let rest = rest.strip_prefix(word).filter(|_| length > 0)?;
        self.rest = rest;
        Some(number)
    }

    /// The year before that of the report, or one that is stated.
    fn last_year(&mut self) -> bool {
        self.year_of(&["上年", "上一年"], &["去年"])
    }

    fn next_year(&mut self) -> bool {
        self.year_of(&["下年", "下一年"], &["次年", "明年"])
    }

    /// One of these, the former with 度 behind them or without it as a stated year.
    fn year_of(&mut self, may_be_full: &[&str], others: &[&str]) -> bool {
        let full = self.any(may_be_full) || self.year().is_some();
        if full {
            self.word("度");
        }
        full || self.any(others)
    }
}

fn han_digit(c: char) -> Option<i16> {
    let digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    let c = if c == '〇' { '零' } else { c };
    digits.iter().position(|&digit| digit == c).map(|digit| digit as i16)
}

#[cfg(test)]
mod tests;
