//! Which report is it? Title, agency, year, period, date of publication, contact, and what the page says of itself.

mod agency;
mod choice;
mod contact;
mod dates;
mod ends;
mod form;
mod metadata;
mod name;
mod office;
mod period;
mod printed;
mod sentence;
mod signature;
pub(super) mod title;
mod years;

pub use contact::Contact;
pub use metadata::Metadata;
pub use period::Period;

use crate::document::Document;
use crate::finding::{Finding, codes, parts};
use crate::outline::{Outline, Part};
use crate::text::fold;
use choice::Told;
use std::borrow::Cow;
use title::Title;
use years::Texts;

/// What tells one report from another.
#[derive(Clone, Debug, Default)]
pub struct Identity {
    /// The title as printed, in one line.
    pub title: Option<String>,
    /// The agency whose report it is.
    pub agency: Option<String>,
    /// The report year.
    pub year: Option<i16>,
    /// The date of publication, as `2023-01-18`.
    pub published: Option<String>,
    /// The period that the report covers.
    pub period: Option<Period>,
    /// What the page says of itself.
    pub metadata: Metadata,
    /// Where the office can be reached.
    pub contact: Contact,
    /// The title is that of a form, a notice or a comparison.
    pub other_kind: bool,
    /// The title is that of a report of the family.
    pub of_family: bool,
    /// What there is to say.
    pub findings: Vec<Finding>,
}

/// Identifies a report; also the blocks of the grids that hold metadata.
pub(crate) fn identify(document: &Document, outline: &Outline) -> (Identity, Vec<usize>) {
    let (metadata, grids) = metadata::read(document, outline);
    let (preamble, section) = opening(outline);
    let printed = [preamble, section].map(|texts| unglossed(&squeezed(beginning(&texts.join("\n")))));
    let [preamble, section] = [0, 1].map(|at: usize| fold::simplify(&printed[at]));
    let printed = printed.join("\n");
    let prose = [&*preamble, &*section].join("\n");
    let (period, no_period) = period::stated(&preamble, &section);
    let signature = signature::find(outline);
    let publisher = metadata.get("publisher").filter(|name| name::is_agency(name));
    let signed = signature.name.as_deref().filter(|_| signature.dated);
    let told = Told { signed, publisher, year: period.as_ref().map(Period::year) };
    let (found, several) = choice::find(document, outline, &metadata, &told);
    let block = found.as_ref().and_then(|found| found.block);
    let title = found.map(|found| found.title);
    let as_printed = |text: String| fold::as_printed(&printed, &prose, &text).map_or(text.clone(), str::to_owned);
    let mut identity = Identity {
        title: title.as_ref().map(|t| t.text.clone()),
        contact: contact::read(&prose).printed(as_printed),
        ..Identity::default()
    };
    identity.other_kind = title.as_ref().is_some_and(|t| t.other_kind);
    identity.of_family = title.as_ref().is_some_and(|t| t.of_family);
    let texts = Texts { preamble: &preamble, opening: &prose };
    (identity.year, identity.findings) = years::year(title.as_ref(), period.as_ref(), texts);
    identity.findings.extend(several.into_iter().chain(no_period));
    if !identity.other_kind {
        let given = agency::given(&preamble);
        identity.findings.extend(contradicted(title.as_ref(), signed, given.as_deref()));
        let (agency, assumed) = named(title.as_ref(), given.as_deref(), || {
            let signed = signature.name.as_deref();
            let said = agency::Said { preamble: &preamble, opening: &prose, signed, publisher };
            agency::find(agency::below(document, outline, block), &said)
        });
        identity.agency = agency.map(as_printed);
        identity.findings.extend(assumed);
    }
    // Most reports have said both by now.
    if identity.agency.is_none() || identity.year.is_none() {
        let form = form::read(document);
        identity.year = identity.year.or(form.year);
        identity.agency = identity.agency.or(form.agency);
    }
    // A form, a notice or a guide is of no year.
    identity.year = identity.year.filter(|_| !identity.other_kind);
    identity.published = dates::published(document, outline, &metadata, block, signature.date.as_deref());
    let published = identity.published.as_deref();
    // A school year is over before its year is.
    let year = identity.year.filter(|_| !period.as_ref().is_some_and(Period::is_school_year));
    identity.findings.extend(year.and_then(|year| signature.early(year, published)));
    identity.period = period;
    identity.metadata = metadata;
    (identity, grids)
}

/// As many paragraphs at the beginning of a report say what it is.
const OPENING: usize = 120;

/// As many bytes of them do. Their sentences are looked through more than once.
const LONGEST: usize = 32 << 10;

fn beginning(text: &str) -> &str {
    &text[..text.floor_char_boundary(LONGEST)]
}

/// The texts above the first section, and those in it: where a report says what it is.
fn opening(outline: &Outline) -> (Vec<&str>, Vec<&str>) {
    let first = outline.sections.first();
    let nested = first
        .into_iter()
        .flat_map(|section| section.parts.iter().chain(section.sections.iter().flat_map(|s| &s.parts)));
    fn text(part: &Part) -> Option<&str> {
        match part {
            Part::Paragraph(paragraph) => Some(&paragraph.text),
            Part::Grid(_) => None,
        }
    }
    let preamble: Vec<&str> = outline.preamble.iter().filter_map(text).take(OPENING).collect();
    let section = nested.filter_map(text).take(OPENING - preamble.len()).collect();
    (preamble, section)
}

/// The sound of a character has no more letters.
const LONGEST_SOUND: usize = 6;

/// A text without the sound that some pages write behind characters: 報(bào)告.
fn unglossed(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('(') {
        let (before, behind) = rest.split_at(at);
        let sound: usize =
            behind.chars().skip(1).take(LONGEST_SOUND).take_while(|c| c.is_lowercase()).map(char::len_utf8).sum();
        let gloss =
            sound > 0 && behind[1 + sound..].starts_with(')') && before.ends_with(|c| fold::is_han(c) || c == ')');
        let (shown, left_out) = if gloss { (0, sound + 2) } else { (1, 1) };
        plain.extend([before, &behind[..shown]]);
        rest = &behind[left_out..];
    }
    plain + rest
}

/// A text without blanks and bold marks, half-width digits: what dates and names are searched in.
pub(crate) fn squeezed(text: &str) -> Cow<'_, str> {
    let mut plain = String::new();
    let mut from = 0;
    for (at, c) in text.char_indices().filter(|&(_, c)| !is_plain(c)) {
        let bold = c == '*' && text[at..].starts_with("**");
        let own = if bold || is_dropped(c) { None } else { Some(half_width_digit(c)) };
        // The second mark of a pair has gone with the first.
        if own == Some(c) || at < from {
            continue;
        }
        plain.push_str(&text[from..at]);
        plain.extend(own);
        from = at + if bold { 2 } else { c.len_utf8() };
    }
    // Most texts have nothing to leave out.
    if from == 0 {
        return Cow::Borrowed(text);
    }
    plain.push_str(&text[from..]);
    Cow::Owned(plain)
}

/// Whether a character stays as it is, whatever stands beside it.
fn is_plain(c: char) -> bool {
    fold::is_unified(c) || matches!(c, '\n' | '!'..=')' | '+'..='~')
}

fn is_dropped(c: char) -> bool {
    c.is_whitespace() || fold::is_invisible(c)
}

fn half_width_digit(c: char) -> char {
    match fold::half_width(c) {
        digit if digit.is_ascii_digit() => digit,
        _ => c,
    }
}

/// The agency of the title, which the report that the preamble gives may name with its place; or else what is told elsewhere.
fn named(
    title: Option<&Title>,
    given: Option<&str>,
    elsewhere: impl FnOnce() -> (Option<String>, Option<Finding>),
) -> (Option<String>, Option<Finding>) {
    let Some(agency) = title.and_then(|title| title.agency.clone()) else { return elsewhere() };
    let whole =
        given.filter(|given| given.len() > agency.len() && given.ends_with(&agency) && !name::is_placed(&agency));
    (Some(whole.map_or(agency, str::to_owned)), None)
}

/// The title and the signature name two agencies, or the title and the report that the preamble gives.
fn contradicted(title: Option<&Title>, signed: Option<&str>, given: Option<&str>) -> Option<Finding> {
    let own = title?.agency.as_deref()?;
    let others = [(signed, &parts::SIGNATURE), (given, &parts::TEXT)];
    let (other, source) =
        others.into_iter().find_map(|(other, source)| Some((other.filter(|o| differ(own, o))?, source)))?;
    Some(Finding::new(&codes::AGENCY_CONTRADICTED).fact("title", own).term("where", source).fact("other", other))
}

/// Whether two names cannot be of one agency.
fn differ(own: &str, other: &str) -> bool {
    let placed = name::is_placed(own) && name::is_placed(other);
    (placed || name::end_differently(own, other))
        && !name::may_be_one(own, other)
        && !name::is_among(own, other)
        && !name::is_among(other, own)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Block, Format, Line, Place};

    fn identified(lines: &[&str]) -> Identity {
        let mut document = Document::new(Format::Text);
        document.blocks = lines.iter().map(|line| Block::Line(Line::new(*line, Place::default()))).collect();
        identify(&document, &crate::outline::outline(&document, &crate::outline::Titles::new(&[]))).0
    }

    #[test]
    fn the_period_is_no_date_of_publication_and_a_byline_no_address() {
        let identity = identified(&[
            "云溪市水务局2022年政府信息公开工作年度报告",
            "来源：云溪市水务局",
            "统计时间：2022年1月1日至2022年12月31日",
            "一、总体情况",
            "工作平稳。",
            "六、其他需要报告的事项",
            "无。",
            "云溪市水务局",
            "2023年1月19日",
        ]);
        assert_eq!(identity.published.as_deref(), Some("2023-01-19"));
        assert_eq!((identity.metadata.get("url"), identity.metadata.get("origin")), (None, Some("云溪市水务局")));
    }

    #[test]
    fn a_signature_tells_more_than_a_contact() {
        let identity = identified(&[
            "2022年政府信息公开工作年度报告",
            "如有疑问，请与云溪市水务局办公室联系（电话：0000-0000000）。",
            "一、总体情况",
            "工作平稳。",
            "六、其他需要报告的事项",
            "无。",
            "云溪市水务局",
            "2023年1月19日",
        ]);
        assert_eq!(identity.agency.as_deref(), Some("云溪市水务局"));
    }
}
