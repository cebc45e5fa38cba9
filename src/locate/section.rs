//! Sections of the outline -> keys of the prescribed sections, by their titles.

use super::lexicon::Lexicon;
use super::second::TITLES;
use crate::document::{Block, Document};
use crate::outline::Outline;
use crate::template::{SectionSpec, TEMPLATES};
use crate::text::{fold, ordinal};

/// The key of each section of the first level; `None` where its title is none of the prescribed ones.
pub(crate) fn keys(outline: &Outline) -> Vec<Option<&'static str>> {
    let specs: &[SectionSpec] =
        TEMPLATES.iter().map(|template| template.sections).find(|specs| !specs.is_empty()).unwrap_or(&[]);
    let mut taken: Vec<&str> = Vec::new();
    let mut key_of = |title: &str| {
        let title = fold::key(title);
        let exact = specs.iter().find(|spec| fold::key(spec.title) == title);
        let found = exact.or_else(|| specs.iter().find(|spec| tells(spec, &title)))?;
        (!taken.contains(&found.key)).then(|| {
            taken.push(found.key);
            found.key
        })
    };
    outline.sections.iter().map(|section| key_of(&section.title)).collect()
}

/// A heading of the first level is not longer than this; a longer line holds more than a heading.
const LONGEST: usize = 60;

/// The blocks that hold nothing but a heading of the first level. What is a row's label in some edition, or a piece
/// of one, is none. In ascending order.
pub(crate) fn headings(document: &Document, outline: &Outline, lexicons: &[Lexicon]) -> Vec<usize> {
    let alone = |block: usize| match &document.blocks[block] {
        Block::Line(line) => {
            let key = fold::key(&line.text);
            let row = || lexicons.iter().any(|lexicon| lexicon.is_row(&key));
            line.text.chars().count() <= LONGEST && (is_title(&line.text) || !row())
        }
        Block::Grid(_) => false,
    };
    let mut headings: Vec<usize> = outline.sections.iter().map(|section| section.block).collect();
    headings.sort_unstable();
    headings.dedup();
    headings.retain(|&block| alone(block));
    headings
}

/// Whether a line is a whole prescribed title, numbered or not. None of these is the label of a row in any edition.
fn is_title(text: &str) -> bool {
    TITLES.contains(&fold::key(ordinal::parse(text).map_or(text, |found| found.rest)))
}

fn tells(spec: &SectionSpec, title: &str) -> bool {
    spec.tells.iter().any(|words| words.iter().all(|word| title.contains(word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_prescribed_title_is_the_label_of_a_row() {
        let lexicons: Vec<Lexicon> = TEMPLATES.iter().map(|template| Lexicon::new(template)).collect();
        for (title, _) in crate::template::section_titles() {
            for number in [
                "", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "1", "2", "3", "4", "5", "6", "7", "8",
                "9",
            ] {
                let key = format!("{number}{}", fold::key(title));
                assert!(!lexicons.iter().any(|lexicon| lexicon.is_row(&key)), "{key}");
            }
        }
    }
}
