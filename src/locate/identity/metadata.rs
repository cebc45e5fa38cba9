//! What a page says of itself: 索引号, 发布机构, 公开日期 and the like, from a table or lines before the report.

use super::super::keys::Characters;
use crate::document::{Block, Document, Grid};
use crate::outline::Outline;
use crate::template::WORDS;
use crate::text::fold;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Names and values, by the key of the record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Metadata {
    values: BTreeMap<&'static str, String>,
}

impl Metadata {
    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.values.get(key).map(String::as_str)
    }

    /// All keys and values, in the order of the keys.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.values.iter().map(|(&key, value)| (key, value.as_str()))
    }

    fn put(&mut self, key: &'static str, value: &str) {
        let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
        // 来源 is an address, or whoever had it first.
        let (key, value) = match (key, address(&value)) {
            ("origin", Some(address)) => ("url", address.to_owned()),
            _ => (key, value),
        };
        if !value.is_empty() && value.chars().count() <= 300 {
            self.values.entry(key).or_insert(value);
        }
    }
}

/// The address that a text is, in angle brackets or not.
fn address(text: &str) -> Option<&str> {
    let bare = text.trim_matches(['<', '>']);
    (bare.starts_with("http://") || bare.starts_with("https://")).then_some(bare)
}

/// Reads the metadata of a document, and tells which grids hold it.
pub(crate) fn read(document: &Document, outline: &Outline) -> (Metadata, Vec<usize>) {
    let mut metadata = Metadata::default();
    let mut grids = Vec::new();
    let first = outline.sections.first().map_or(document.blocks.len(), |section| section.block);
    for (at, block) in document.blocks.iter().enumerate() {
        match block {
            Block::Grid(grid) if has_names(grid) => {
                grids.push(at);
                read_grid(grid, &mut metadata);
            }
            Block::Line(line) if at < first => {
                let next = document.blocks.get(at + 1);
                read_line(&line.text, next, &mut metadata);
            }
            _ => {}
        }
    }
    (metadata, grids)
}

/// The key of a name.
pub(super) fn key(text: &str) -> Option<&'static str> {
    // Most texts begin otherwise than any name, or are longer.
    let letters = || fold::places(text).map(|(_, letter)| letter);
    letters().next().filter(|&first| FIRSTS.contains(first))?;
    let name: String = letters().take(LONGEST + 1).collect();
    KEYS.get(name.as_str()).copied()
}

/// The first characters of all names.
static FIRSTS: LazyLock<Characters> =
    LazyLock::new(|| Characters::of(WORDS.metadata_names.iter().filter_map(|(name, _)| name.chars().next())));

/// The keys of all names.
static KEYS: LazyLock<BTreeMap<&str, &str>> = LazyLock::new(|| WORDS.metadata_names.iter().copied().collect());
/// As many characters as a name has at most.
const LONGEST: usize = 8;

/// Whether a grid holds names of metadata, of which one alone says nothing.
fn has_names(grid: &Grid) -> bool {
    grid.cells.iter().filter(|cell| key(&cell.text).is_some()).take(2).count() == 2
}

/// A name and its value stand side by side, or in one cell.
fn read_grid(grid: &Grid, metadata: &mut Metadata) {
    for row in 0..grid.rows {
        let cells = grid.row(row);
        for (at, cell) in cells.iter().enumerate() {
            match (key(&cell.text), cells.get(at + 1)) {
                (Some(name), Some(value)) if key(&value.text).is_none() => metadata.put(name, &value.text),
                _ => pair(&cell.text, metadata),
            }
        }
    }
}

/// `索引号：…`, or the name in one line and the value in the next.
fn read_line(text: &str, next: Option<&Block>, metadata: &mut Metadata) {
    if let (Some(name), Some(Block::Line(value))) = (key(text), next)
        && key(&value.text).is_none()
    {
        metadata.put(name, &value.text);
        return;
    }
    pair(text, metadata);
}

fn pair(text: &str, metadata: &mut Metadata) {
    // Most texts have no pair.
    if !text.contains([':', '：']) || text.chars().count() > 200 {
        return;
    }
    // Several pairs may share a line, divided by blanks.
    for piece in text.split(['\n', '\t', '\u{3000}']).flat_map(|line| line.split("  ")) {
        if let Some((name, value)) = piece.split_once(['：', ':'])
            && let Some(name) = key(name)
        {
            metadata.put(name, value.trim());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_is_longer_than_what_is_looked_at_and_none_stands_twice() {
        assert!(WORDS.metadata_names.iter().all(|(name, _)| name.chars().count() <= LONGEST));
        assert_eq!(KEYS.len(), WORDS.metadata_names.len());
        assert!(WORDS.metadata_names.iter().all(|(name, _)| key(name).is_some()));
    }
}
