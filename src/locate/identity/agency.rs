//! Whose report it is, where its title does not say so: what stands below the title, what the text presents, who signed,
//! who published the page, whom the text asks to turn to. The last two may be another body, and a finding says so.

use super::{contact, name, sentence, signature, squeezed};
use crate::document::{Block, Document};
use crate::finding::{Finding, Words, codes, parts};
use crate::outline::Outline;
use crate::template::WORDS;

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
    let presents = |sentence: &&str| WORDS.sentence_openers.iter().any(|opener| sentence.starts_with(opener));
    let opening = sentences(said.opening).filter(presents);
    sentences(said.preamble).find_map(sentence::agency).or_else(|| opening.into_iter().find_map(sentence::of_report))
}

/// The agency whose report of a year the preamble gives, whoever wrote it.
pub(super) fn given(preamble: &str) -> Option<String> {
    sentences(preamble).find_map(sentence::given)
}

/// The sentences of a text. None that presents a report is longer.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split(['。', '；', '\n']).filter(|sentence| sentence.len() <= sentence::LONGEST)
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
