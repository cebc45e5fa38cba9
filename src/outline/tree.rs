//! Headings and what stands below them -> a tree of sections.

use super::heading::{self, Heading};
use super::paragraph::{Item, Paragraph};
use super::{Outline, Part, Section, titled};
use crate::text::ordinal::Style;
use std::ops::Range;

/// Builds the tree of the items in `body`.
pub(crate) fn build(items: Vec<Item>, headings: &[Heading], body: Range<usize>) -> Outline {
    let mut outline = Outline { body: body.clone(), ..Outline::default() };
    let mut branch = Branch::default();
    // Headings stand in the order of the items.
    let mut headings = headings.iter().peekable();
    for (at, item) in items.into_iter().enumerate() {
        let heading = headings.next_if(|heading| heading.item == at);
        if !body.contains(&item.block()) {
            continue;
        }
        match heading {
            Some(heading) => {
                outline.sections.extend(branch.finish());
                branch.open_first(&item, *heading);
            }
            None if branch.open.is_empty() => outline.preamble.push(part(item)),
            None => branch.push(item),
        }
    }
    outline.sections.extend(branch.finish());
    outline
}

fn part(item: Item) -> Part {
    match item {
        Item::Paragraph { paragraph, .. } => Part::Paragraph(paragraph),
        Item::Grid(block) => Part::Grid(block),
    }
}

/// The sections from the first level down to where the reader is.
#[derive(Default)]
struct Branch {
    open: Vec<(Style, Section)>,
    /// Rows of a flattened table are being passed: their numbers are no headings.
    in_table: bool,
}

impl Branch {
    fn open_first(&mut self, item: &Item, heading: Heading) {
        let Some(paragraph) = item.paragraph() else { return };
        let section = if heading.bare { bare(paragraph, heading.value) } else { section(paragraph, 1) };
        if let Some(section) = section {
            self.in_table = false;
            self.open.push((heading.style, section));
        }
    }

    fn push(&mut self, item: Item) {
        // A flattened table ends where sentences begin again.
        let sentence = item.paragraph().is_some_and(|p| p.text.ends_with('。') || p.text.contains('。'));
        let in_table = !sentence && (self.in_table || item.is_tabular());
        match item.paragraph() {
            Some(paragraph) if !self.in_table && self.fits(paragraph) && !item.is_tabular() => self.descend(paragraph),
            _ => self.add(part(item)),
        }
        self.in_table = in_table;
    }

    /// Whether a numbered paragraph is a heading here: it opens a list with 1, or goes on with one that is open.
    fn fits(&self, paragraph: &Paragraph) -> bool {
        let Some((found, ..)) = heading::split(&paragraph.text) else { return false };
        let first = self.open[0].0;
        let deeper = found.style > first;
        let known = self.open[1..].iter().find(|(style, _)| *style == found.style);
        let goes_on = match known {
            Some((_, section)) => found.value == section.value + 1,
            None => false,
        };
        let article = found.number.ends_with('条');
        deeper && !article && (found.value == 1 || goes_on)
    }

    fn descend(&mut self, paragraph: &Paragraph) {
        let Some((found, ..)) = heading::split(&paragraph.text) else { return };
        while self.open.len() > 1 && self.open.last().is_some_and(|(style, _)| *style >= found.style) {
            self.close();
        }
        let level = self.open.len() as u8 + 1;
        if let Some(section) = section(paragraph, level) {
            self.open.push((found.style, section));
        }
    }

    fn add(&mut self, part: Part) {
        if let Some((_, section)) = self.open.last_mut() {
            section.parts.push(part);
        }
    }

    fn close(&mut self) {
        if self.open.len() > 1
            && let Some((_, section)) = self.open.pop()
            && let Some((_, parent)) = self.open.last_mut()
        {
            parent.sections.push(section);
        }
    }

    fn finish(&mut self) -> Option<Section> {
        while self.open.len() > 1 {
            self.close();
        }
        self.open.pop().map(|(_, section)| section)
    }
}

/// A section of the first level whose number no mark parts from its title, if it has one.
fn bare(paragraph: &Paragraph, value: u32) -> Option<Section> {
    let (number, title) = titled::bare(&paragraph.text)?;
    Some(Section {
        number: number.to_owned(),
        value,
        level: 1,
        title: title.trim_end_matches(['：', ':']).to_owned(),
        place: paragraph.place.clone(),
        block: paragraph.block,
        parts: Vec::new(),
        sections: Vec::new(),
    })
}

fn section(paragraph: &Paragraph, level: u8) -> Option<Section> {
    let (found, title, rest) = heading::split(&paragraph.text)?;
    let rest = (!rest.is_empty())
        .then(|| Part::Paragraph(Paragraph { text: rest.to_owned(), heading: None, ..paragraph.clone() }));
    let number: String = found.number.chars().filter(|c| !c.is_whitespace()).collect();
    Some(Section {
        number,
        value: found.value,
        level,
        title: title.to_owned(),
        place: paragraph.place.clone(),
        block: paragraph.block,
        parts: rest.into_iter().collect(),
        sections: Vec::new(),
    })
}
