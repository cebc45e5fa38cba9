//! Whose report it is, where its title does not say so: what stands below the title, what the text presents, who signed,
//! who published the page, whom the text asks to turn to. The last two may be another body, and a finding says so.

use super::dates::CENTURY;
use super::{contact, name, signature, squeezed, title, years};
use crate::document::{Block, Document};
use crate::finding::{Finding, Words, codes, parts};
use crate::outline::Outline;
use crate::template::WORDS;
use crate::text::fold;
use std::borrow::Cow;

/// What a report says of its agency beside its title.
pub(super) struct Said<'t> {
    /// What stands above the first section, without blanks.
    pub preamble: &'t str,
    /// The same with the first section.
    pub opening: &'t str,
    /// Who signed it.
    pub signed: Option<&'t str>,
    /// Who published the page.
    pub publisher: Option<&'t str>,
}

/// The agency, and a finding where only a page or a contact names it.
pub(super) fn find(below_title: Option<String>, said: &Said<'_>) -> (Option<String>, Option<Finding>) {
    let own = below_title.or_else(|| presented(said)).or_else(|| said.signed.map(str::to_owned));
    if own.is_some() {
        return (own, None);
    }
    let of_page = said.publisher.map(|name| (name.to_owned(), &parts::PUBLISHER));
    let assumed = of_page.or_else(|| Some((contact::agency(said.opening)?, &parts::CONTACT)));
    let finding = |(name, source): &(String, &'static Words)| {
        Finding::new(&codes::AGENCY_ASSUMED).fact("agency", name).term("source", source)
    };
    let finding = assumed.as_ref().map(finding);
    (assumed.map(|(name, _)| name), finding)
}

/// As many lines below a title as may name its agency: a date or a source may stand first.
const BELOW: usize = 3;

/// The name that stands alone in a line below the title, above the first section.
pub(super) fn below(document: &Document, outline: &Outline, title: Option<usize>) -> Option<String> {
    let first = outline.sections.first().map_or(document.blocks.len(), |section| section.block);
    let lines = document.blocks.get(title? + 1..first)?.iter().filter_map(|block| match block {
        Block::Line(line) if !line.is_blank() && !line.link => Some(squeezed(&line.text)),
        _ => None,
    });
    let name = |line: &str| {
        let mut parts = signature::parts(line);
        parts.next().filter(|part| name::is_agency(part) && name::stands_alone(part)).map(str::to_owned)
    };
    lines.take(BELOW).find_map(|line| name(&line))
}

/// The agency whose report the text presents: 现公布云溪市水务局2023年…年度报告, 本报告由云溪市水务局编制.
fn presented(said: &Said<'_>) -> Option<String> {
    let named = |sentence: &str| made_by(sentence).or_else(|| reported(sentence)).or_else(|| titled(sentence));
    let presents = |sentence: &&str| WORDS.sentence_openers.iter().any(|opener| sentence.starts_with(opener));
    // Within the first section much is made by others: there a sentence must be about the report.
    let inner = |sentence: &str| {
        let own =
            WORDS.own_names.iter().any(|name| sentence.strip_prefix(name).is_some_and(|rest| rest.starts_with('由')));
        reported(sentence).or_else(|| made_by(sentence).filter(|_| own))
    };
    let opening = sentences(said.opening).filter(presents);
    sentences(said.preamble).find_map(named).or_else(|| opening.into_iter().find_map(inner))
}

/// The agency whose report of a year the preamble gives, whoever wrote it.
pub(super) fn given(preamble: &str) -> Option<String> {
    sentences(preamble).find_map(reported)
}

fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split(['。', '；', '\n'])
}

/// The name between 由 and a word of writing, or what it is written by: 由云溪市水务局（以下简称市水务局）根据……编制.
fn made_by(sentence: &str) -> Option<String> {
    WORDS.writing.iter().find_map(|verb| {
        let (_, name) = sentence.split_once(verb)?.0.rsplit_once('由')?;
        let name = WORDS.by_what.iter().filter_map(|word| name.find(word)).min().map_or(name, |at| &name[..at]);
        let name = WORDS.by_whom.iter().fold(name, |name, word| name.strip_suffix(word).unwrap_or(name));
        called(name)
    })
}

/// The name before or behind the year of a report, behind what is done with it: 现公布云溪市水务局2023年……年度报告,
/// 现公布2023年度云溪市水务局……年度报告.
fn reported(sentence: &str) -> Option<String> {
    let outside = |before: &str| before.matches('《').count() == before.matches('》').count();
    let years = sentence.match_indices(CENTURY).map(|(at, _)| sentence.split_at(at));
    let years = years.filter(|(before, _)| outside(before));
    let mut years = years.filter_map(|(before, behind)| Some((before, behind.get(4..)?.strip_prefix('年')?)));
    years.find_map(|(before, behind)| {
        let behind = behind.strip_prefix('度').unwrap_or(behind);
        let clause = behind.split(['，', ',', '：', ':', '。']).next().unwrap_or(behind);
        let at = WORDS.subjects.iter().filter_map(|subject| clause.find(subject)).min()?;
        let (name, report) = clause.split_at(at);
        let says = |words: &[&str]| words.iter().any(|word| report.contains(word));
        if !says(WORDS.reports) && !report.ends_with("情况") || says(WORDS.about_reports) {
            return None;
        }
        if name.is_empty() { before_year(before) } else { called(name).filter(|_| is_given(before)) }
    })
}

/// The agency in the title of the report that a sentence presents: 现发布《云溪市水务局2023年……年度报告》.
fn titled(sentence: &str) -> Option<String> {
    sentence.match_indices('《').filter(|&(at, _)| is_given(&sentence[..at])).find_map(|(at, mark)| {
        let title = title::read(sentence[at + mark.len()..].split('》').next()?)?;
        title.agency.filter(|name| title.of_family && !title.other_kind && is_told(name))
    })
}

/// Whether what stands before a year or a title presents a report.
fn is_given(before: &str) -> bool {
    years::is_given(before) || WORDS.presenting.iter().any(|word| before.ends_with(word))
}

/// The name that ends a text behind what is done with a report.
fn before_year(text: &str) -> Option<String> {
    let name = text.rsplit(|c: char| !fold::is_han(c) && !"（）()".contains(c)).next()?;
    let verbs = WORDS.title_verbs.iter().chain(WORDS.writing).chain(WORDS.presenting);
    let told = verbs.fold(name, |name, verb| name.rsplit_once(verb).map_or(name, |(_, name)| name));
    // Without such a word it is the title of a report, which may be another's.
    if told.len() < name.len() { called(told) } else { None }
}

/// The name that a text is, which may share its last word with what follows it (云溪市人民政府信息公开), or stand before a
/// bracket that shortens it.
fn called(text: &str) -> Option<String> {
    let name = fold::outside_brackets(text);
    let name = if is_told(text) { text } else { &*name };
    let name = if name.ends_with("人民") { Cow::Owned(format!("{name}政府")) } else { Cow::Borrowed(name) };
    is_told(&name).then(|| name.into_owned())
}

/// Whether a name in a sentence is that of an agency which says its place.
fn is_told(name: &str) -> bool {
    name::is_agency(name) && name::is_name(name) && name::is_placed(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(preamble: &str) -> Option<String> {
        presented(&Said { preamble, opening: "", signed: None, publisher: None })
    }

    #[test]
    fn the_text_says_whose_report_it_presents() {
        for text in [
            "本报告由云溪市水务局编制。",
            "根据《条例》，由云溪市水务局组织编制本报告。",
            "由云溪市水务局（以下简称市水务局）编制。",
            "本报告由云溪市水务局根据《云溪市政务公开办公室关于编制2023年政府信息公开工作年度报告的通知》编制。",
            "本报告由云溪市水务局结合有关统计数据编制而成。",
            "现公布云溪市水务局2023年政府信息公开工作年度报告。",
            "根据要求，现向社会公布云溪市水务局2023年度政府信息公开工作年度报告。",
            "根据《关于编制2023年政府信息公开工作年度报告的通知》，特向社会公布云溪市水务局2023年政府信息公开工作年度报告。",
            "根据要求，特向社会公布2023年度云溪市水务局(机关)信息公开年度报告。",
            "特向社会公布2023年度云溪市水务局政府信息公开工作情况。",
            "特向社会公布云溪市水务局2023年度政府信息公开情况。",
            "现将2023年度云溪市水务局政府信息公开工作报告如下：",
            "现将云溪市水务局2023年政府信息公开工作情况报告如下：",
            "编制云溪市水务局2023年政府信息公开工作年度报告。",
            "根据《条例》，现发布《云溪市水务局2023年政府信息公开工作年度报告》。",
        ] {
            assert_eq!(told(text).as_deref(), Some("云溪市水务局"), "{text}");
        }
        assert_eq!(told("现将青石镇2023年度政府信息公开工作报告如下：").as_deref(), Some("青石镇"));
        let shared = "特向社会公布2023年度云溪市人民政府信息公开工作年度报告。";
        assert_eq!(told(shared).as_deref(), Some("云溪市人民政府"));
        // Ourselves, an office without its place, a document, another report of the year.
        for text in [
            "现将我局2023年政府信息公开工作情况报告如下。",
            "本报告由局办公室编制。",
            "现公布2023年政府信息公开工作年度报告。",
            "特向社会公布2023年度本级政府（机关）信息公开工作年度报告。",
            "根据云溪市水务局2023年政务公开工作要点，编制本报告。",
            "根据上级公布云溪市水务局2023年政府信息公开工作年度报告反馈的问题，编制本报告。",
            "参照云溪市水务局2023年政府信息公开工作年度报告，编制本报告。",
            "参照《云溪市水务局2023年政府信息公开工作年度报告》，编制本报告。",
            "根据《关于公布云溪市水务局2023年政府信息公开工作年度报告的通知》，编制本报告。",
            "参照2023年云溪市水务局政府信息公开工作年度报告，编制本报告。",
            "2023年1月，公布2022年云溪市水务局政府信息公开工作情况通报。",
        ] {
            assert_eq!(told(text), None, "{text}");
        }
    }

    #[test]
    fn in_the_first_section_only_the_report_itself_is_made_by_its_agency() {
        let told = |opening: &str| presented(&Said { preamble: "", opening, signed: None, publisher: None });
        assert_eq!(told("本报告由云溪市水务局根据《条例》编制。").as_deref(), Some("云溪市水务局"));
        assert_eq!(told("根据要求，目录由云溪市水务局编制。"), None);
    }
}
