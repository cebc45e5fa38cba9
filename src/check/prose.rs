//! The running text of a report, as rules look at it.

use crate::record::{Block, Record, Section};
use crate::text::fold;
use std::borrow::Cow;

/// The paragraphs of a section, those of its subsections included, in their order.
pub fn paragraphs(section: &Section) -> Vec<&str> {
    let own = section.blocks.iter().filter_map(|block| match block {
        Block::Paragraph(text) => Some(text.as_str()),
        Block::Table(_) => None,
    });
    own.chain(section.sections.iter().flat_map(paragraphs)).collect()
}

/// The titles of a section and of its subsections.
pub fn titles(section: &Section) -> Vec<&str> {
    std::iter::once(section.title.as_str()).chain(section.sections.iter().flat_map(titles)).collect()
}

/// The first section of the first level with this key.
pub fn keyed<'r>(record: &'r Record, key: &str) -> Option<&'r Section> {
    record.sections.iter().find(|section| section.key.as_deref() == Some(key))
}

/// Whether neither a text nor a table nor a subsection stands in a section.
pub fn is_empty(section: &Section) -> bool {
    let blank = |block: &Block| matches!(block, Block::Paragraph(text) if text.trim().is_empty());
    section.blocks.iter().all(blank) && section.sections.is_empty()
}

/// A section as a reader calls it: 五、存在的主要问题及改进情况.
pub fn name(section: &Section) -> String {
    let divided =
        if section.number.ends_with(['）', ')', '.', '、']) || section.number.is_empty() { "" } else { "、" };
    format!("{}{divided}{}", section.number, section.title)
}

/// A text without blanks and bold marks, half-width: what patterns are looked for in.
pub fn squeezed(text: &str) -> Cow<'_, str> {
    let dropped = |c: char| c.is_whitespace() || fold::is_invisible(c);
    // Most texts have neither, and most characters are Chinese.
    if !text.contains(|c: char| !fold::is_unified(c) && (c == '*' || dropped(c) || half_width_ascii(c) != c)) {
        return Cow::Borrowed(text);
    }
    let plain = text.replace("**", "");
    Cow::Owned(plain.chars().filter(|&c| !dropped(c)).map(half_width_ascii).collect())
}

/// Digits and letters half-width; Chinese punctuation stays as it is, since sentences are told by it.
fn half_width_ascii(c: char) -> char {
    match fold::half_width(c) {
        narrow if narrow.is_ascii_alphanumeric() => narrow,
        _ => c,
    }
}

/// The sentences of a text.
pub fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split(['。', '；', ';', '！']).map(str::trim).filter(|sentence| !sentence.is_empty())
}

/// The beginning of a text, cut where it is long.
pub fn excerpt(text: &str, length: usize) -> String {
    let cut: String = text.chars().take(length).collect();
    if cut.len() < text.len() { format!("{cut}…") } else { cut }
}
