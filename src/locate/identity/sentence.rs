//! Whose report a sentence presents.

use super::dates::CENTURY;
use super::{name, office, title, years};
use crate::template::WORDS;
use crate::text::fold;
use std::borrow::Cow;

/// A sentence that presents a report has no more bytes.
pub(super) const LONGEST: usize = 3000;

/// The agency whose report a sentence above the sections presents.
pub(super) fn agency(sentence: &str) -> Option<String> {
    made_by(sentence).or_else(|| given(sentence)).or_else(|| made_first(sentence)).or_else(|| worked_on(sentence))
}

/// The agency whose report of a year a sentence gives, whoever wrote it.
pub(super) fn given(sentence: &str) -> Option<String> {
    reported(sentence).or_else(|| titled(sentence))
}

/// The agency whose report a sentence of the first section presents. Much is made by others there, so it must be about the
/// report.
pub(super) fn of_report(sentence: &str) -> Option<String> {
    let by = |name: &&str| sentence.strip_prefix(*name).is_some_and(|rest| rest.starts_with('由'));
    reported(sentence).or_else(|| made_by(sentence).filter(|_| WORDS.own_names.iter().any(by)))
}

/// Whether what stands before a place leaves no title of a document open.
fn outside(before: &str) -> bool {
    before.matches('《').count() == before.matches('》').count()
}

/// What stands before and behind each word of writing that no title of a document holds.
fn writings(sentence: &str) -> impl Iterator<Item = (&str, &str)> {
    let found = WORDS.writing.iter().flat_map(|verb| sentence.match_indices(verb));
    found.map(|(at, verb)| (&sentence[..at], &sentence[at + verb.len()..])).filter(|(before, _)| outside(before))
}

/// The name between 由 and a word of writing, or what it is written by: 由云溪市水务局（以下简称市水务局）根据……编制.
fn made_by(sentence: &str) -> Option<String> {
    if !sentence.contains('由') {
        return None;
    }
    writings(sentence).filter(|(_, behind)| !is_other(behind)).find_map(|(before, _)| {
        let (_, name) = before.rsplit_once('由')?;
        let name = WORDS.by_what.iter().filter_map(|word| name.find(word)).min().map_or(name, |at| &name[..at]);
        maker(name)
    })
}

/// The agency of which a name before a word of writing is, or is an office.
fn maker(name: &str) -> Option<String> {
    let bare = WORDS.by_whom.iter().fold(name, |name, word| name.strip_suffix(word).unwrap_or(name));
    let name = called(bare).or_else(|| called(office::agency(bare)))?;
    Some(office::agency(&name).to_owned())
}

/// Whether what was written is no report: 编制的模板.
fn is_other(behind: &str) -> bool {
    let ends = |what: &str| WORDS.reports.iter().any(|report| what.ends_with(report));
    let other = |what: &str| WORDS.title_others.iter().any(|word| what.contains(word));
    let report = |what: &str| ends(what) || what.starts_with(CENTURY) && !other(what);
    behind.strip_prefix('的').is_some_and(|rest| !report(clause(rest).trim_end_matches(['”', '》'])))
}

/// The first clause of a text.
pub(super) fn clause(text: &str) -> &str {
    text.split(['，', ',', '：', ':']).next().unwrap_or(text)
}

/// As many bytes on each side of a year say whose report it is of.
const NEAR: usize = 600;

/// The name before or behind the year of a report, behind what is done with it: 现公布云溪市水务局2023年……年度报告,
/// 现公布2023年度云溪市水务局……年度报告.
fn reported(sentence: &str) -> Option<String> {
    let years = sentence.match_indices(CENTURY).map(|(at, _)| sentence.split_at(at));
    let years = years.filter(|(before, _)| outside(before));
    let mut years = years.filter_map(|(before, behind)| Some((before, behind.get(4..)?.strip_prefix('年')?)));
    years.find_map(|(before, behind)| {
        let behind = behind.strip_prefix('度').unwrap_or(behind);
        let behind = unexplained(&behind[..behind.floor_char_boundary(NEAR)]);
        let clause = clause(&behind);
        let at = subject(clause)?;
        let (name, report) = clause.split_at(at);
        let says = |words: &[&str]| words.iter().any(|word| report.contains(word));
        if !says(WORDS.reports) && !report.ends_with("情况") || says(WORDS.about_reports) {
            return None;
        }
        if name.is_empty() { before_year(before) } else { called(name).filter(|_| is_given(before)) }
    })
}

/// Where a text says first what the reports are about.
pub(super) fn subject(text: &str) -> Option<usize> {
    WORDS.subjects.iter().filter_map(|subject| text.find(subject)).min()
}

/// The agency in the title of the report that a sentence presents: 现发布《云溪市水务局2023年……年度报告》.
fn titled(sentence: &str) -> Option<String> {
    sentence.match_indices('《').find_map(|(at, mark)| {
        let (title, behind) = sentence[at + mark.len()..].split_once('》')?;
        let title = title::read(title).filter(|_| is_given(&sentence[..at]) || at == 0 && is_published(behind))?;
        let told = |name: &String| name::is_told(&fold::outside_brackets(name));
        title.agency.filter(|name| title.of_family && !title.other_kind && told(name))
    })
}

/// Whether a clause behind a title publishes it: 已经研究同意，现予公布.
fn is_published(behind: &str) -> bool {
    clauses(behind).iter().skip(1).any(|clause| clause.starts_with('现') && written(clause).is_some())
}

/// Whether what stands before a year or a title presents a report.
fn is_given(before: &str) -> bool {
    years::is_given(before) || WORDS.presenting.iter().any(|word| before.ends_with(word))
}

/// The name that ends a text behind what is done with a report.
fn before_year(text: &str) -> Option<String> {
    let text = unexplained(&text[text.ceil_char_boundary(text.len().saturating_sub(NEAR))..]);
    let name = text.rsplit(|c: char| !fold::is_han(c) && !"（）()".contains(c)).next()?;
    let verbs = WORDS.title_verbs.iter().chain(WORDS.writing).chain(WORDS.presenting);
    let told = verbs.fold(name, |name, verb| name.rsplit_once(verb).map_or(name, |(_, name)| name));
    // Without such a word it is the title of a report, which may be another's.
    if told.len() < name.len() { called(told) } else { None }
}

/// A text without the brackets that shorten a name: 云溪市水务局（以下简称“水务局”，下同）.
pub(super) fn unexplained(text: &str) -> Cow<'_, str> {
    let mut plain = Cow::Borrowed(text);
    let mut from = 0;
    while let Some(open) = plain[from..].find(['（', '(']).map(|at| from + at) {
        let Some(end) = plain[open..].find(['）', ')']).map(|at| open + at) else { break };
        let explains = WORDS.shortening.iter().any(|word| plain[open..end].contains(word));
        from = if explains { open } else { end };
        if explains {
            let close = plain[end..].chars().next().map_or(0, char::len_utf8);
            plain.to_mut().replace_range(open..end + close, "");
        }
    }
    plain
}

/// The name that a clause begins with, where it goes on to write or publish its report: 云溪市水务局编制了2023年……年度报告,
/// 云溪市水务局向社会公布本单位2023年……年度报告, 云溪市水务局根据《条例》，编制本报告.
fn made_first(sentence: &str) -> Option<String> {
    let clauses = clauses(sentence);
    let last = clauses.iter().rposition(|rest| is_own_report(rest));
    clauses.iter().enumerate().find_map(|(number, rest)| {
        let (at, word) = act(clause(rest))?;
        let name = maker(&rest[..at])?;
        let later = || last.is_some_and(|last| last > number) || writes(clause(&rest[at..]));
        let own = if WORDS.by_what.contains(&word) { later() } else { is_own_report(&rest[at..]) };
        own.then_some(name)
    })
}

/// The sentence from the beginning of each of its clauses, without those in titles of documents.
fn clauses(sentence: &str) -> Vec<&str> {
    let mut open = 0_usize;
    let mut clauses = vec![sentence];
    for (at, c) in sentence.char_indices() {
        match c {
            '《' => open += 1,
            '》' => open = open.saturating_sub(1),
            '，' | ',' if open == 0 => clauses.push(&sentence[at + c.len_utf8()..]),
            _ => {}
        }
    }
    clauses
}

/// The first word in a clause that says what is done with a report or by what it is written, and where it stands.
fn act(clause: &str) -> Option<(usize, &'static str)> {
    let words = WORDS.writing.iter().chain(WORDS.acts).chain(WORDS.by_what);
    let found = words.filter_map(|word| Some((clause.find(word)?, *word)));
    found.filter(|(at, _)| *at > 0).min_by_key(|(at, _)| *at)
}

/// Whether a clause writes the report, and no other one is asked to: 结合实际编制本报告.
fn writes(clause: &str) -> bool {
    writings(clause).any(|(before, _)| !before.contains(['我', '各']) && is_own_report(&clause[before.len()..]))
}

/// Whether a text writes or publishes what is the agency's own report: 编制了2023年……年度报告, 向社会公布本单位…….
fn is_own_report(text: &str) -> bool {
    let Some(what) = written(text) else { return false };
    let named = || what.trim_start_matches('《').strip_prefix(CENTURY)?.get(2..)?.strip_prefix('年');
    let dated = || named().is_some_and(|named| years::is_reported(named.strip_prefix('度').unwrap_or(named)));
    begin(what, WORDS.own_names).is_some() || dated()
}

/// What is written or published, where a text begins with the words for it.
fn written(text: &str) -> Option<&str> {
    let verb = |rest: &str| begin(rest, WORDS.writing).or_else(|| begin(rest, WORDS.title_verbs));
    let mut rest = text;
    let mut done = false;
    while begin(rest, WORDS.own_names).is_none() {
        let before = || begin(rest, WORDS.now_words).or_else(|| begin(rest, WORDS.by_whom));
        let behind = || begin(rest, WORDS.own_words).filter(|_| done);
        let Some(length) = verb(rest).or_else(before).or_else(behind) else { break };
        done |= verb(rest).is_some();
        rest = &rest[length..];
    }
    done.then_some(rest)
}

/// How many bytes of a text the word has that it begins with.
fn begin(text: &str, words: &[&str]) -> Option<usize> {
    words.iter().find(|word| text.starts_with(**word)).map(|word| word.len())
}

/// The agency whose work a report is said to be written from: 结合云溪市水务局政府信息公开工作情况编制.
fn worked_on(sentence: &str) -> Option<String> {
    let (works, _) = writings(sentence).last()?;
    let works = fold::outside_brackets(works);
    // Another one writes it: 我局.
    if works.contains('我') {
        return None;
    }
    let gathered = WORDS.gathering.iter().map(|&word| (word, false));
    // What it follows else may be the work of others; a year before the name is the report's: 根据2023年云溪市水务局……实际.
    let found = gathered.chain(WORDS.by_what.iter().map(|&word| (word, true)));
    let found = found.flat_map(|(word, dated)| works.match_indices(word).map(move |found| (found, dated)));
    let behind = found.map(|((at, word), dated)| (&works[..at], &works[at + word.len()..], dated));
    let mut behind = behind.filter(|(_, work, dated)| !dated || work.starts_with(CENTURY));
    behind.find_map(|(before, work, dated)| {
        let (name, work) = work.split_at(subject(work)?);
        let work = clause(work);
        let says = |words: &[&str]| words.iter().any(|word| work.contains(word));
        let said = if dated { says(WORDS.own_works) } else { work.ends_with("工作") || says(WORDS.works) };
        called(unyeared(name)).filter(|name| said && outside(before) && is_one(name))
    })
}

/// Whether a name is of one agency, and not of a place whose agencies are meant. A zone is one.
fn is_one(name: &str) -> bool {
    let place = WORDS.places.iter().any(|place| name.ends_with(place));
    !name.contains('各') && (!place || name.contains("开发") && name.ends_with(WORDS.zones.1))
}

/// A name without the year before or behind it.
fn unyeared(name: &str) -> &str {
    let year = |text: &str| text.starts_with(CENTURY) && text.get(4..).is_some_and(|rest| rest.starts_with('年'));
    let end = name.rfind(CENTURY).filter(|&at| at > 0 && year(&name[at..])).unwrap_or(name.len());
    let name = &name[..end];
    if year(name) { name[4..].trim_start_matches(['年', '度']) } else { name }
}

/// The name that a text is, which may share its last word with what follows it (云溪市人民政府信息公开), or stand before a
/// bracket that shortens it.
fn called(text: &str) -> Option<String> {
    let name = fold::outside_brackets(text);
    let name = if name::is_told(text) { text } else { &*name };
    let name = if name.ends_with("人民") { Cow::Owned(format!("{name}政府")) } else { Cow::Borrowed(name) };
    name::is_told(&name).then(|| name.into_owned())
}

#[cfg(test)]
mod tests {
    use super::agency;

    #[test]
    fn who_writes_or_publishes_a_report_may_come_first() {
        for text in [
            "按照《条例》，云溪市水务局编制了本级行政机关2023年政府信息公开工作年度报告",
            "根据要求，云溪市水务局向社会公布本单位2023年政府信息公开工作年度报告",
            "根据要求，云溪市水务局现公布2023年度政府信息公开工作年度报告",
            "云溪市水务局（以下简称“我局”）根据《条例》要求，结合工作实际，编制本报告",
            "云溪市水务局办公室结合全局工作，编制发布本报告",
            "根据《关于编制年度报告的通知》，云溪市水务局牵头编制本年度报告",
            "云溪市水务局结合实际编制本报告",
        ] {
            assert_eq!(agency(text).as_deref(), Some("云溪市水务局"), "{text}");
        }
        // Another one writes, or what is written is no report, or that of others.
        for text in [
            "云溪市水务局根据要求印发通知，我局编制了2023年政府信息公开工作年度报告",
            "云溪市水务局根据要求印发通知，我局据此编制本报告",
            "云溪市水务局根据上级要求部署各单位编制本报告",
            "云溪市水务局向社会公布各单位2023年政府信息公开工作年度报告",
            "根据云溪市水务局要求，编制本报告",
            "云溪市水务局根据《条例》，编制政府信息公开目录",
            "在云溪市水务局指导下，编制本报告",
        ] {
            assert_eq!(agency(text), None, "{text}");
        }
    }

    #[test]
    fn a_report_may_be_written_from_the_work_of_its_agency() {
        for text in [
            "结合云溪市水务局（以下简称“水务局”）政府信息公开工作有关统计数据撰写",
            "根据《条例》，结合云溪市水务局2023年政府信息公开工作实际，编制本报告",
            "梳理2023年度云溪市水务局政府信息公开工作情况编制而成",
            "按照《条例》要求，根据2023年云溪市水务局信息公开工作实际编制而成",
        ] {
            assert_eq!(agency(text).as_deref(), Some("云溪市水务局"), "{text}");
        }
        for text in [
            "结合云溪市水务局政务公开工作要点，编制本报告",
            "结合云溪市水务局政务公开工作实际，我局编制本报告",
            "结合天川省云溪市政务公开工作实际，编制本报告",
            "汇总云溪市各县（市、区）政府信息公开工作情况，编制本报告",
            "结合云溪市统计局有关数据，编制本报告",
            "根据云溪市水务局政府信息公开工作实际编制",
            "根据2023年云溪市水务局政府信息公开工作考核情况，编制本报告",
        ] {
            assert_eq!(agency(text), None, "{text}");
        }
    }

    #[test]
    fn names_may_hold_words_of_writing_or_be_explained() {
        for (text, name) in [
            ("本报告由云溪市机构编制委员会办公室编制", "云溪市机构编制委员会办公室"),
            ("根据《关于编制年报的通知》，由云溪市水务局编制完成本报告", "云溪市水务局"),
            ("特向社会公布云溪市水务局（以下简称“水务局”，下文类同）2023年政府信息公开工作年度报告", "云溪市水务局"),
            ("特向社会公布2023年云溪市水务局（以下简称“水务局”，下同）政府信息公开工作年度报告", "云溪市水务局"),
            (
                "现公布《云溪市人民政府（市人民政府办公室）2023年政府信息公开工作年度报告》",
                "云溪市人民政府（市人民政府办公室）",
            ),
            ("特向社会公布2023年度青石镇政府(机关)信息公开年度报告", "青石镇政府"),
            ("由青石镇人民政府编制的2023年信息，公开工作年度报告", "青石镇人民政府"),
            ("梳理编制云溪海关2023年政府信息公开工作年报", "云溪海关"),
            ("由云溪市水务局编制的2023年度政府信息公开工作年度报告", "云溪市水务局"),
            ("《2023年度云溪市水务局信息公开工作年度报告》已经研究同意，现予公开发布", "云溪市水务局"),
        ] {
            assert_eq!(agency(text).as_deref(), Some(name), "{text}");
        }
        for text in [
            "按照由云溪市水务局编制的模板，编制本报告",
            "本报告由直属海关编制",
            "本报告由局办公室编制",
            "《2023年度云溪市水务局信息公开工作年度报告》已经审议，请各单位对照",
        ] {
            assert_eq!(agency(text), None, "{text}");
        }
    }
}
