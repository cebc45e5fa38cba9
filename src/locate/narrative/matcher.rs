//! The words around a number -> the thing that it counts.

use super::clause::GAP;
use super::{lead, needs};
use crate::template::counted::{
    AGGREGATE, BY_WAYS, CAUSE, CHANNELS, COUNTED, Counted, DECIDING, Extent, FRAGMENTS, Form, JOINING, NARROWING,
    NOT_DISCLOSING, OF_INFORMATION, PART_AFTER, PLAIN_END, RECEIVED, SPOILING, Topic, WAYS,
};
use crate::text::vocabulary::Vocabulary;
use regex::{Match, Regex};
use std::collections::BTreeMap;
use std::sync::{LazyLock, OnceLock};

/// A form whose words stand around a number.
#[derive(Clone, Copy, Debug)]
pub(super) struct Met<'t> {
    /// The thing.
    pub counted: &'static Counted,
    /// The form.
    pub form: &'static Form,
    /// The words before the form's own.
    pub before: &'t str,
    /// The form's own words before the number.
    pub own: &'t str,
    /// Its own words behind the number.
    pub told: &'t str,
    /// As many bytes as the form's own words have, on both sides.
    length: usize,
}

/// A form with its patterns, which are built when a number first needs them.
struct Pattern {
    counted: &'static Counted,
    form: &'static Form,
    /// The words without which its first pattern is not met: of each set one.
    needs: Vec<WordSet>,
    before: OnceLock<Regex>,
    behind: OnceLock<Regex>,
}

/// Words among all those that patterns need, a bit for each.
type WordSet = u128;

/// The patterns of all forms, and the words that they need.
struct Patterns {
    all: Vec<Pattern>,
    /// Those of each unit, in their order.
    of_units: BTreeMap<&'static str, Vec<usize>>,
    words: Vocabulary,
}

static PATTERNS: LazyLock<Patterns> = LazyLock::new(|| {
    let mut words: Vec<&str> = Vec::new();
    let mut pattern = |counted: &'static Counted, form: &'static Form| Pattern {
        counted,
        form,
        needs: needs::needs(form.before).into_iter().filter_map(|set| numbered(set, &mut words)).collect(),
        before: OnceLock::new(),
        behind: OnceLock::new(),
    };
    let forms = COUNTED.iter().flat_map(|counted| counted.forms.iter().map(move |form| (counted, form)));
    let all: Vec<Pattern> = forms.map(|(counted, form)| pattern(counted, form)).collect();
    let mut of_units: BTreeMap<&'static str, Vec<usize>> = BTreeMap::new();
    for (at, pattern) in all.iter().enumerate() {
        pattern.counted.units.iter().for_each(|unit| of_units.entry(unit).or_default().push(at));
    }
    Patterns { all, of_units, words: Vocabulary::new(words) }
});

/// A set of words as bits; none where there are more words than bits, which asks for nothing.
fn numbered(set: Vec<&'static str>, words: &mut Vec<&'static str>) -> Option<WordSet> {
    let mut bits = 0;
    for word in set {
        let at = words.iter().position(|known| *known == word).unwrap_or(words.len());
        if at == WordSet::BITS as usize {
            return None;
        }
        if at == words.len() {
            words.push(word);
        }
        bits |= 1 << at;
    }
    Some(bits)
}

impl Patterns {
    /// The words of a text.
    fn words(&self, text: &str) -> WordSet {
        self.words.each(text).fold(0, |bits, (word, _)| bits | 1 << word)
    }
}

static PLAIN_ENDS: LazyLock<Regex> = LazyLock::new(|| regex(PLAIN_END));
static PART_MAY_FOLLOW: LazyLock<Regex> = LazyLock::new(|| regex(PART_AFTER));
static CAUSES: LazyLock<Regex> = LazyLock::new(|| regex(CAUSE));

/// A pattern with its fragments.
pub(super) fn regex(pattern: &str) -> Regex {
    Regex::new(&expanded(pattern)).expect("the patterns are constant")
}

/// The text of a pattern with its fragments, which hold no fragments of more than one level.
pub(super) fn expanded(pattern: &str) -> String {
    let mut text = String::with_capacity(pattern.len() * 8);
    let mut rest = pattern;
    while let Some(open) = rest.find('{') {
        text.push_str(&rest[..open]);
        rest = &rest[open + 1..];
        let fragment = rest.split_once('}').and_then(|(name, after)| Some((self::fragment(name)?, after)));
        match fragment {
            Some((words, after)) => {
                text.push_str(&expanded(words));
                rest = after;
            }
            // A number of times.
            None => text.push('{'),
        }
    }
    text + rest
}

pub(super) fn fragment(name: &str) -> Option<&'static str> {
    FRAGMENTS.iter().find(|(known, _)| *known == name).map(|(_, words)| *words)
}

/// What stands around a number.
#[derive(Clone, Copy, Debug)]
pub(super) struct Around<'t> {
    /// The words since the number before it, or since the clause began.
    pub lead: &'t str,
    /// The words up to the next number, or to the end of the clause.
    pub tail: &'t str,
    /// Another number stands behind the tail.
    pub more: bool,
    /// The unit without 万.
    pub base: &'t str,
    /// The year of the report.
    pub year: Option<i16>,
}

/// The form with the most words around the number. Two things with as many words leave none.
pub(super) fn best<'t>(around: Around<'t>, in_topic: impl Fn(Topic) -> bool) -> Option<Met<'t>> {
    let of_unit = PATTERNS.of_units.get(around.base)?;
    let words = PATTERNS.words(around.lead);
    let mut met: Vec<Met<'t>> = of_unit
        .iter()
        .map(|&at| &PATTERNS.all[at])
        .filter(|pattern| pattern.needs.iter().all(|set| set & words != 0))
        .filter(|pattern| !pattern.form.needs_topic || in_topic(pattern.counted.topic))
        .filter_map(|pattern| pattern.meets(around))
        .collect();
    met.sort_by_key(|met| std::cmp::Reverse(met.length));
    let first = *met.first()?;
    let rivals = met.iter().take_while(|other| other.length == first.length);
    rivals.into_iter().all(|other| other.counted.key == first.counted.key).then_some(first)
}

impl Pattern {
    fn meets<'t>(&self, around: Around<'t>) -> Option<Met<'t>> {
        let pattern = self.before.get_or_init(|| regex(&format!("(?:{})$", self.form.before)));
        // Most do not match, which is told faster than what they hold.
        let (own, before) = pattern.is_match(around.lead).then(|| found(pattern, around.lead)).flatten()?;
        let (mut length, mut told) = (own.len(), "");
        let behind = || self.behind.get_or_init(|| regex(&format!("^(?:{})", self.form.behind)));
        let mut after = Years::default();
        if !self.form.behind.is_empty() {
            let (own, years) = found(behind(), around.tail)?;
            length += own.end();
            told = own.as_str();
            after = years;
        }
        closes(&around.tail[told.len()..], around.more).then_some(())?;
        let is = |year: Option<&str>, offsets: &[i16]| {
            year.is_none_or(|year| offsets.iter().any(|&offset| shifted(around.year, offset).as_deref() == Some(year)))
        };
        let years = is(before.next, &[1]) && is(before.last, &[-1]) && is(after.next.or(after.last), &[1, -1]);
        years.then_some(Met {
            counted: self.counted,
            form: self.form,
            before: trimmed(&around.lead[..own.start()]),
            own: own.as_str(),
            told,
            length,
        })
    }
}

/// The years next to that of the report that a pattern names.
#[derive(Default)]
struct Years<'t> {
    next: Option<&'t str>,
    last: Option<&'t str>,
}

/// Where a pattern is met, and its years. Most patterns name none.
fn found<'t>(pattern: &Regex, text: &'t str) -> Option<(Match<'t>, Years<'t>)> {
    if pattern.captures_len() == 1 {
        return Some((pattern.find(text)?, Years::default()));
    }
    let captures = pattern.captures(text)?;
    let year = |name: &str| captures.name(name).map(|year| year.as_str());
    Some((captures.get(0)?, Years { next: year("next"), last: year("last") }))
}

fn shifted(year: Option<i16>, offset: i16) -> Option<String> {
    year.map(|year| (year + offset).to_string())
}

/// Without the words that join it to the number before it.
fn trimmed(before: &str) -> &str {
    before.trim_start_matches(['、', '和', '及', '与', '并', '且'])
}

/// Whether what stands behind a number leaves it what it was: the end, another count, or words about all of it.
fn closes(tail: &str, more: bool) -> bool {
    const GOES_ON: &[&str] = &[
        "、", "和", "及", "以及", "与", "并", "且", "均", "全部", "已", "都", "其中", "同比", "较", "比", "占", ":",
        "《》",
    ];
    const BELONGS: &[&str] =
        &["申请", "为", "是", "属", "涉", "因", "由", "系", "被", "经", "未", "逾", "至", "到", "-", "~", "的", "以"];
    tail.is_empty()
        || GOES_ON.iter().any(|word| tail.starts_with(word))
        || more && !BELONGS.iter().any(|word| tail.starts_with(word)) && !tail.contains(GAP)
}

impl Met<'_> {
    /// Whether the words before the form leave it what it is. `earlier` is the clause before, if no number stands in it;
    /// `informed` whether the text is about open information.
    pub(super) fn stands(&self, earlier: &str, informed: bool) -> bool {
        let before = self.before;
        let joined = JOINING.iter().any(|word| before.ends_with(word))
            || before.ends_with([
                '不', '未', '非', '无', '没', '多', '少', '应', '需', '须', '待', '拟', '要', '将', '可', '能',
            ]);
        let case = matches!(self.counted.topic, Topic::Reconsideration | Topic::Litigation);
        let spoiled = || any(before, SPOILING) && !(case && self.counted.extent == Extent::Whole);
        if joined || self.is_of_all_kinds() || spoiled() {
            return false;
        }
        match (self.counted.extent, self.counted.topic) {
            (Extent::Part, _) => self.part_stands(),
            (Extent::Whole, Topic::Reconsideration | Topic::Litigation) => self.case_stands(informed),
            (Extent::Whole, Topic::Disclosed) => {
                let other = any(before, NARROWING) || any(before, NOT_DISCLOSING);
                !other && !is_item_by_ways(before) && by_all_channels(before) && by_all_channels(earlier)
            }
            (Extent::Whole, Topic::Requests) => {
                let before = before.replace("公民、法人或者其他组织", "").replace("公民、法人或其他组织", "");
                let narrowed = any(&before, NARROWING) || any(&before, WAYS) || is_of_a_field(&before);
                !narrowed && !any(earlier, WAYS) && !self.is_of_one_class()
            }
            (Extent::Whole, _) => !any(before, NARROWING),
        }
    }

    /// Applications of all kinds (各类申请), which need not be for information.
    pub(super) fn is_of_all_kinds(&self) -> bool {
        self.form.needs_topic && self.own.contains("申请") && any(self.own, &["各类", "各种", "各项"])
    }

    fn part_stands(&self) -> bool {
        let carried = self.counted.key.starts_with("requests.carried");
        let case = matches!(self.counted.topic, Topic::Reconsideration | Topic::Litigation);
        let plain = if case { CAUSES.replace_all(self.before, "") } else { self.before.into() };
        carried || PART_MAY_FOLLOW.is_match(&plain)
    }

    /// A total of cases is about open information, and is not narrowed down.
    fn case_stands(&self, informed: bool) -> bool {
        let plain = CAUSES.replace_all(self.before, "");
        let deciding = any(&plain, DECIDING);
        let own = any(self.before, OF_INFORMATION) || any(self.own, OF_INFORMATION);
        let about = if deciding { own } else { own || informed };
        about && !any(&plain, SPOILING) && !any(&plain, NARROWING) && PLAIN_ENDS.is_match(&plain)
    }

    /// The words that name the thing, with … where the number stands between them.
    pub(super) fn name(&self) -> String {
        const JOINS: [char; 5] = ['、', '和', '及', '与', '并'];
        let (own, told) = (self.own.trim_start_matches(JOINS), self.told.trim_end_matches(JOINS));
        let between = if own.is_empty() || told.is_empty() { "" } else { "…" };
        format!("{own}{between}{told}")
    }

    /// Whether only natural persons, or only bodies, are named as those who applied.
    fn is_of_one_class(&self) -> bool {
        let named = |words: &[&str]| any(self.before, words) || any(self.own, words);
        named(&["公民", "自然人", "个人"]) != named(&["法人", "企业", "组织"])
    }

    /// The figure that the number can be compared with, if its words leave no other.
    pub(super) fn figure(&self, inside: bool, has: impl Fn(&str) -> bool) -> Option<&'static str> {
        let carried = self.counted.key.starts_with("requests.carried");
        let of_answers = carried && (inside || any(self.before, &["办理", "答复", "含", "其中", "包括", "加"]));
        let answered = self.counted.key == RECEIVED && any(self.before, &["答复", "办结", "办理", "处理"]);
        if of_answers
            || answered
            || self.is_of_one_class()
            || any(self.before, AGGREGATE)
            || any(self.before, &["新增"])
            || any(self.own, &["新增"])
        {
            return None;
        }
        self.form.figures.iter().copied().find(|path| has(path))
    }
}

/// Whether words end in the name of a field or a time of which a count is then: 住房保障领域, 疫情期间.
fn is_of_a_field(before: &str) -> bool {
    ["领域", "方面", "类", "期间"].iter().any(|end| before.ends_with(end)) && !lead::is_plain(before)
}

/// Whether words begin an item of a list and name the ways of it: 一是利用门户网站等平台. The other items tell of others.
fn is_item_by_ways(before: &str) -> bool {
    let number = |c: char| "一二三四五六七八九十".contains(c);
    before.starts_with(number) && before.trim_start_matches(number).starts_with('是') && any(before, BY_WAYS)
}

/// No channel, several channels, or channels with 等.
fn by_all_channels(text: &str) -> bool {
    let named = CHANNELS.iter().filter(|channel| text.contains(**channel)).count();
    named == 0 || text.contains('等') || self::any(text, &["多种", "各种", "多渠道"])
}

/// Whether one of the words stands in the text.
pub(super) fn any(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fragments_are_written_out_at_every_depth() {
        assert!(COUNTED.iter().flat_map(|counted| counted.forms).all(|form| {
            let text = expanded(form.before) + &expanded(form.behind);
            !FRAGMENTS.iter().any(|(name, _)| text.contains(&format!("{{{name}}}")))
        }));
    }
}
