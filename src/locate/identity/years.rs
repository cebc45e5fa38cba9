//! The year of a report: that of its title, and what its text says beside it.

use super::dates::CENTURY;
use super::period::Period;
use super::title::Title;
use super::{name, sentence};
use crate::finding::{Finding, Words, codes, parts};
use crate::template::WORDS;
use regex::Regex;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// What the text of a report may say of its year: what stands above the first section, and that with the section, both
/// without blanks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Texts<'t> {
    pub preamble: &'t str,
    pub opening: &'t str,
}

/// The year of the title; without one, that of the period, then that of the report as its text presents it, then that whose
/// work is said to follow, or with which the first sentences begin. The year of publication, of a cited document or of plans
/// is none of these.
pub(super) fn year(title: Option<&Title>, period: Option<&Period>, texts: Texts<'_>) -> (Option<i16>, Vec<Finding>) {
    let of_title = title.and_then(|title| title.year);
    let opening = said(texts.opening);
    let of_period = period.map(Period::year).or_else(|| of_whole_year(&opening));
    let presented = presented(&opening, texts.preamble);
    let told: [(Option<i16>, &'static Words); 3] =
        [(of_title, &parts::TITLE), (of_period, &parts::PERIOD), (presented, &parts::TEXT)];
    let mut told = told.into_iter().filter_map(|(year, said)| Some((year?, said)));
    let Some((year, said)) = told.next() else {
        return (follows(&opening).or_else(|| leading(texts.opening)), Vec::new());
    };
    let other = told.chain(later(year, &opening).map(|later| (later, &parts::TEXT))).find(|(other, _)| *other != year);
    let contradicted = |(other, by): (i16, &'static Words)| {
        Finding::new(&codes::YEAR_CONTRADICTED)
            .term("taken", said)
            .fact("own", year)
            .term("other", by)
            .fact("year", other)
    };
    (Some(year), other.map(contradicted).into_iter().collect())
}

/// A year in a sentence, with what stands before and behind it there.
struct Said<'t> {
    year: i16,
    before: &'t str,
    behind: &'t str,
    /// The sentence begins with it.
    begins: bool,
}

/// What ends a sentence.
const ENDS: [char; 3] = ['。', '；', '\n'];
/// As many bytes of a sentence on each side of a year as say what it is of.
const NEAR: usize = 300;

/// The years in the sentences of a text, without those in the names of documents.
fn said(text: &str) -> Vec<Said<'_>> {
    let mut sentence = 0;
    let mut passed = 0;
    let said = text.match_indices(CENTURY).filter_map(|(at, _)| {
        if let Some(end) = text[passed..at].rfind(ENDS) {
            sentence = passed + end + text[passed + end..].chars().next().map_or(0, char::len_utf8);
        }
        passed = at;
        let behind = text.get(at + 4..)?.strip_prefix('年')?;
        let year = text[at..at + 4].parse().ok()?;
        let before = &text[text.ceil_char_boundary(sentence.max(at.saturating_sub(NEAR)))..at];
        let behind = &behind[..behind.floor_char_boundary(NEAR)];
        let begins = sentence == at;
        Some(Said { year, before, behind: behind.split(ENDS).next().unwrap_or(behind), begins })
    });
    said.filter(|said| said.before.matches('《').count() == said.before.matches('》').count()).collect()
}

/// The year that a text says to be the whole period: 统计期限为2022年度.
fn of_whole_year(opening: &[Said<'_>]) -> Option<i16> {
    let named = |before: &str| {
        let behind_name = |name: &&str| before.rsplit_once(name).map(|(_, behind)| behind);
        WORDS.period_names.iter().find_map(behind_name).is_some_and(|behind| behind.chars().count() <= 2)
    };
    let whole = |behind: &str| !behind.starts_with(|c: char| c.is_ascii_digit()) && !behind.contains('至');
    opening.iter().find(|said| named(said.before) && whole(said.behind)).map(|said| said.year)
}

/// The year of the report that a text presents: 现将2022年度政府信息公开工作情况报告如下; above the sections also one that is
/// written or published (编制2022年政府信息公开工作年度报告), which within them is last year's.
fn presented(opening: &[Said<'_>], preamble: &str) -> Option<i16> {
    let shown = |said: &Said<'_>| any(said.before, WORDS.presenting) || is_shown(said.before);
    let here = |said: &&Said<'_>| shown(said) && is_report(said);
    let given = |said: &&Said<'_>| is_given(said.before) && is_report(said);
    let year = |said: &Said<'_>| said.year;
    opening.iter().find(here).map(year).or_else(|| said(preamble).iter().find(given).map(year))
}

/// The year whose work a sentence says to follow, and no more: 2022年主要工作情况如下.
fn follows(opening: &[Said<'_>]) -> Option<i16> {
    let bare = |said: &&Said<'_>| said.begins && !is_dated(said.behind) && !said.behind.contains(['，', ',']);
    let told = |said: &&Said<'_>| said.behind.trim_end_matches(['：', ':']).ends_with("如下");
    let found = opening.iter().find(|said| bare(said) && told(said) && !any(said.behind, WORDS.plan_words));
    found.map(|said| said.year)
}

fn any(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}

/// Whether a report follows a year, and not what was found in it (2022年政府信息公开工作年度报告指出的问题).
fn is_report(said: &Said<'_>) -> bool {
    is_reported(said.behind.strip_prefix('度').unwrap_or(said.behind))
}

/// Whether words behind a year are those of a report, with the name of its agency before them or not.
pub(super) fn is_reported(named: &str) -> bool {
    let clause = sentence::clause(named);
    let named = |name: &str| name.is_empty() || name::is_agency(name) || name::is_pronoun(name);
    let own = sentence::subject(clause).is_some_and(|at| named(&clause[..at]));
    own && any(clause, WORDS.reports) && !any(clause, WORDS.about_reports)
}

/// Whether the clause before a year writes or publishes the report that it stands in, and says no more than an agency's name
/// behind that: 编制了, 现向社会公布云溪市水务局. What was published in January (于2023年1月公布, 按时公布) is last year's report.
pub(super) fn is_given(before: &str) -> bool {
    let before = sentence::unexplained(&before[before.ceil_char_boundary(before.len().saturating_sub(NEAR * 2))..]);
    let clause = last_clause(&before);
    let bare = |behind: &str| unowned(behind).chars().count() <= FEW || name::is_agency(behind);
    let given = |verb: &&str| clause.rsplit_once(*verb).filter(|(_, behind)| bare(behind)).map(|(before, _)| before);
    let written = WORDS.writing.iter().find_map(given).is_some_and(|before| !before.contains(['年', '月']));
    written || WORDS.title_verbs.iter().filter_map(given).any(presents)
}

/// The last clause of a text.
fn last_clause(text: &str) -> &str {
    text.rsplit(['，', ',', '：', ':']).next().unwrap_or(text)
}

/// Whether a clause before a year says that the report is published now: 特向社会公布.
fn is_shown(before: &str) -> bool {
    let clause = last_clause(before);
    clause.starts_with(['现', '特', '兹']) && is_given(clause)
}

/// Whether words before a verb of publishing say no more than that it is done now, and who does it: 现向社会,
/// 云溪市水务局向社会.
fn presents(words: &str) -> bool {
    let mut rest = words;
    while let Some(shorter) = WORDS.now_words.iter().find_map(|word| rest.strip_suffix(word)) {
        rest = shorter;
    }
    rest.is_empty() || rest.len() < words.len() && name::is_told(rest)
}

/// A text without the words for what is the agency's own: 了本级行政机关.
fn unowned(text: &str) -> &str {
    WORDS.own_words.iter().fold(text, |rest, word| rest.strip_prefix(word).unwrap_or(rest))
}

/// 了, 我局: so many characters between a verb and a year say nothing.
const FEW: usize = 3;

/// A later year than the one taken with which several sentences begin, if none begins with another: title or period may
/// have been kept from the year before. What is planned begins so too, so one of them must say what was done, and none a plan.
fn later(taken: i16, opening: &[Said<'_>]) -> Option<i16> {
    let begin: Vec<&Said> = opening.iter().filter(|said| said.begins && !is_dated(said.behind)).collect();
    let planned = begin.iter().any(|said| said.year > taken && any(beginning(said.behind), WORDS.plan_words));
    let told = |said: &&&Said| !is_past(said.behind) && !any(said.behind, WORDS.plan_words);
    let told: Vec<&&Said> = begin.iter().filter(told).collect();
    let first = told.first()?.year;
    let agreed = told.len() > 1 && told.iter().all(|said| said.year == first);
    let done = told.iter().any(|said| is_done(said.behind));
    (first > taken && agreed && done && !planned).then_some(first)
}

/// As many characters behind a year as say that a sentence is a plan (2024年，我局将), and not that it counts plans.
const PLANNING: usize = 8;

fn beginning(words: &str) -> &str {
    words.char_indices().nth(PLANNING).map_or(words, |(at, _)| &words[..at])
}

/// Whether a month follows the year: what happened on a day may have happened after the year of the report.
fn is_dated(behind: &str) -> bool {
    behind.starts_with(|c: char| c.is_ascii_digit())
}

/// Whether words say what was done: they count, or state that there was none.
fn is_done(words: &str) -> bool {
    words.contains(|c: char| c.is_ascii_digit()) || any(words, WORDS.done_words)
}

static LEADING: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?m)^(20[0-9][0-9])年([^0-9\n][^，。,\n]{0,30})(?:[^\n]{6}|[，。,])").expect("a fixed pattern")
});

/// The year with which paragraphs begin, if they agree. A year since which something is done, or in which a document was
/// made, is none.
fn leading(prose: &str) -> Option<i16> {
    let leading = LEADING.captures_iter(prose).filter(|found| !is_past(&found[2]));
    let years: BTreeSet<i16> = leading.filter_map(|found| found[1].parse().ok()).collect();
    years.first().copied().filter(|_| years.len() == 1)
}

fn is_past(words: &str) -> bool {
    WORDS.past_words.iter().any(|word| words.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_of_a_later_year_contradict_the_title() {
        let title = Title { year: Some(2022), ..Title::default() };
        let told = |opening: &str| {
            let (year, findings) = year(Some(&title), None, Texts { preamble: "", opening });
            assert_eq!(year, Some(2022));
            findings.len()
        };
        assert_eq!(told("2023年，我局公开信息12条。\n2023年度，没有收费。"), 1);
        assert_eq!(
            told("2023年，扎实推进公开。\n2023年，我局公开信息12条，其中规划计划类3条。\n2023年，没有收费。"),
            1
        );
        // Planned, dated, once, of several years, of last year, last year's report.
        for opening in [
            "2023年，我局将公开更多。\n2023年，计划培训两次。",
            "2023年，持续提升质效。\n2023年，加强队伍建设。",
            "2023年，公开信息1500条。\n2023年，培训12次，计划再办2次。",
            "2023年1月，县政府通报12个单位。\n2023年2月，召开会议3次。",
            "2023年，我局公开信息12条。",
            "2023年，我局公开信息12条。\n2023年，力争公开信息15条。\n2023年，没有收费。",
            "2023年，我局公开信息12条。\n2022年，没有收费。",
            "2021年，我局公开信息12条。\n2021年度，没有收费。",
            "2022年，编制2021年政府信息公开工作年度报告。",
        ] {
            assert_eq!(told(opening), 0, "{opening}");
        }
    }

    #[test]
    fn the_report_that_the_preamble_gives_is_of_its_year() {
        let title = Title { year: Some(2023), ..Title::default() };
        let told = |preamble: &str| year(Some(&title), None, Texts { preamble, opening: preamble }).1.len();
        for preamble in [
            "现向社会公布云溪市水务局2022年政府信息公开工作年度报告。",
            "现予公开2022年政府信息公开工作年度报告。",
            "根据要求，发布我局2022年政府信息公开工作年度报告。",
            "根据《条例》，编制了2022年度政府信息公开工作报告。",
        ] {
            assert_eq!(told(preamble), 1, "{preamble}");
        }
        for preamble in [
            "现将2022年政府信息公开工作年度报告指出问题的整改情况报告如下：已整改。",
            "针对县政府公布的各单位2022年政府信息公开工作年度报告，逐条对照。",
            "对照云溪市水务局2022年政府信息公开工作年度报告，编制本报告。",
            "我局于2023年1月公布2022年政府信息公开工作年度报告。",
            "按时公布2022年政府信息公开工作年度报告，渠道畅通。",
            "2023年1月编制2022年政府信息公开工作年度报告。",
            "根据2022年政府信息公开工作年度报告反馈的问题，编制本报告。",
        ] {
            assert_eq!(told(preamble), 0, "{preamble}");
        }
    }

    #[test]
    fn without_a_title_the_period_may_have_been_kept_from_the_year_before() {
        let told = |opening: &str| {
            let period = super::super::period::stated(opening, "").0;
            let (year, findings) = year(None, period.as_ref(), Texts { preamble: "", opening });
            assert_eq!(year, Some(2022));
            findings.len()
        };
        let period = "统计期限为2022年1月1日至2022年12月31日。";
        assert_eq!(told(&[period, "2023年度，公开信息77条。\n2023年度，未收到申请。"].concat()), 1);
        assert_eq!(told(&[period, "2022年度，公开信息77条。\n2022年度，未收到申请。"].concat()), 0);
    }

    #[test]
    fn without_a_title_the_text_tells() {
        let told = |opening| year(None, None, Texts { preamble: "", opening }).0;
        assert_eq!(told("统计期限为2022年全年。"), Some(2022));
        assert_eq!(told("现将我局2022年度政府信息公开工作年度报告公布如下。"), Some(2022));
        assert_eq!(told("现将《2022年政府信息公开年报》送上。"), None);
        assert_eq!(told("统计期限为2022年1月至今。"), None);
        assert_eq!(told("根据《条例》，特向社会公布2022年云溪市水务局政府信息公开工作年度报告。"), Some(2022));
        assert_eq!(told("我局认真贯彻《条例》。2022年主要工作情况如下。"), Some(2022));
        assert_eq!(told("按时公布2022年政府信息公开工作年度报告。"), None);
        assert_eq!(told("我局高度重视。2022年1月召开会议情况如下。"), None);
    }
}
