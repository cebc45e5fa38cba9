//! What a page says of itself: 索引号, 发布机构, 公开日期 and the like, from a table or lines before the report.

use super::super::keys::Characters;
use crate::document::{Block, Cell, Document, Grid};
use crate::outline::Outline;
use crate::template::WORDS;
use crate::text::fold;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Names and values, by the key of the record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Metadata {
    values: BTreeMap<&'static str, String>,
    /// The lines that say it; none where a table does.
    lines: BTreeMap<&'static str, Option<usize>>,
}

impl Metadata {
    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.values.get(key).map(String::as_str)
    }

    /// The value of a key, if it is that of the report: a line above its title that says nothing else of a page may be of
    /// another article.
    pub(super) fn of_report(&self, key: &str, title: Option<usize>) -> Option<&str> {
        let above = |line: Option<usize>| line.filter(|&line| title.is_some_and(|title| line < title));
        let others = || self.lines.iter().filter(|(other, _)| **other != key).filter_map(|(_, line)| above(*line));
        let alone = |line: usize| others().all(|other| other.abs_diff(line) > NEAR);
        let line = self.lines.get(key).and_then(|line| above(*line));
        self.get(key).filter(|_| !line.is_some_and(alone))
    }

    /// All keys and values, in the order of the keys.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.values.iter().map(|(&key, value)| (key, value.as_str()))
    }

    /// What was read last stands in this line, or in a table.
    fn stand(&mut self, at: Option<usize>) {
        for key in self.values.keys() {
            self.lines.entry(key).or_insert(at);
        }
    }

    fn put(&mut self, key: &'static str, value: &str) {
        let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
        let value = value.trim_start_matches(BULLETS).to_owned();
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

/// Marks of the items of a list, and the blanks behind them.
const BULLETS: [char; 4] = ['•', '●', '▪', ' '];

/// As many blocks lie between what a page says of itself in lines.
const NEAR: usize = 8;

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
                metadata.stand(None);
            }
            Block::Grid(grid) if at < first && has_pairs(grid) => {
                grids.push(at);
                grid.cells.iter().for_each(|cell| pairs(&cell.text, &mut metadata));
                metadata.stand(None);
            }
            // A bar that strokes divide: 来源：云溪市水务局 | 发布时间：2024-01-19.
            Block::Grid(grid) if at < first && grid.rows == 1 => {
                grid.cells.iter().for_each(|cell| pairs(&cell.text, &mut metadata));
                metadata.stand(Some(at));
            }
            Block::Line(line) if at < first => {
                let next = document.blocks.get(at + 1);
                read_line(&line.text, next, &mut metadata);
                metadata.stand(Some(at));
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

/// Whether a grid of several rows holds names of metadata with their values in the same cells.
fn has_pairs(grid: &Grid) -> bool {
    let paired = |text: &str| text.find(COLONS).is_some_and(|at| key(&text[..at]).is_some());
    grid.rows > 1 && grid.cells.iter().filter(|cell| paired(&cell.text)).take(3).count() == 3
}

/// A name and its value stand side by side, or in one cell, or in two rows of names and of values.
fn read_grid(grid: &Grid, metadata: &mut Metadata) {
    for row in 0..grid.rows {
        let cells = grid.row(row);
        if is_head(cells) {
            read_below(cells, grid.row(row + 1), metadata);
            continue;
        }
        for (at, cell) in cells.iter().enumerate() {
            match (key(&cell.text), cells.get(at + 1)) {
                (Some(name), Some(value)) if is_value(&value.text) => metadata.put(name, &value.text),
                _ => pairs(&cell.text, metadata),
            }
        }
    }
}

/// Whether all that a row says are names, and several.
fn is_head(cells: &[Cell]) -> bool {
    let named = |cell: &&Cell| key(&cell.text).is_some() || WORDS.other_names.contains(&cell.text.trim());
    let said = || cells.iter().filter(|cell| !cell.text.trim().is_empty());
    said().take(2).filter(named).count() == 2 && said().all(|cell| named(&cell))
}

/// The names of one row with the values of the row below.
fn read_below(names: &[Cell], values: &[Cell], metadata: &mut Metadata) {
    let below = |name: &Cell| values.iter().find(|value| value.column == name.column && is_value(&value.text));
    for name in names {
        if let Some((key, value)) = key(&name.text).zip(below(name)) {
            metadata.put(key, &value.text);
        }
    }
}

/// `索引号：…`, or the name in one line and the value in the next.
fn read_line(text: &str, next: Option<&Block>, metadata: &mut Metadata) {
    if let (Some(name), Some(Block::Line(value))) = (key(text), next) {
        if is_value(&value.text) {
            metadata.put(name, &value.text);
        }
        return;
    }
    pairs(text, metadata);
}

/// Whether a text beside a name is its value: what is another name, with or without its own value, is none.
fn is_value(text: &str) -> bool {
    let text = text.trim();
    let named = key(text).is_some() || WORDS.other_names.contains(&text);
    !named && text.find(COLONS).and_then(|at| name_before(text, at)).is_none_or(|(from, _)| from > 0)
}

/// What divides a name from its value.
const COLONS: [char; 2] = ['：', ':'];

/// The pairs of a line. Several may share it, divided by blanks or strokes or by nothing.
fn pairs(text: &str, metadata: &mut Metadata) {
    // Most texts have no pair.
    if !text.contains(COLONS) || text.chars().count() > 200 {
        return;
    }
    for line in text.split('\n') {
        let colons = line.match_indices(COLONS);
        let names = colons.filter_map(|(at, colon)| Some((name_before(line, at)?, at + colon.len())));
        let names: Vec<((usize, Option<&'static str>), usize)> = names.collect();
        // The first name stands alone; those behind it may follow a value without a blank.
        let glued = |from: usize| line[..from].chars().next_back().is_some_and(fold::is_han);
        let own = names.iter().skip_while(|((from, _), _)| glued(*from)).count();
        let names = &names[names.len() - own..];
        for (at, ((_, name), from)) in names.iter().enumerate() {
            let until = names.get(at + 1).map_or(line.len(), |((next, _), _)| *next);
            if let (Some(name), Some(value)) = (name, line.get(*from..until)) {
                metadata.put(name, alone(value));
            }
        }
    }
}

/// A value without what stands behind a wide blank, and without the strokes that divide it from the next name.
fn alone(value: &str) -> &str {
    let value = value.trim_matches(|c: char| c.is_whitespace() || matches!(c, '|' | '│' | '[' | ']' | '【' | '】'));
    let end = ["\t", "\u{3000}", "  "].iter().filter_map(|wide| value.find(wide)).min();
    value[..end.unwrap_or(value.len())].trim()
}

/// The name that ends before a place: the longest that is known, with its key, or a few Chinese characters behind a blank or a
/// mark; where it begins.
fn name_before(text: &str, end: usize) -> Option<(usize, Option<&'static str>)> {
    let back = || text[..end].char_indices().rev();
    let known = back().take(LONGEST * 2).filter_map(|(at, _)| Some((at, Some(key(&text[at..end])?))));
    known.last().or_else(|| {
        let length = back().take_while(|(_, c)| fold::is_han(*c)).count();
        let (from, _) = back().nth(length.checked_sub(1)?)?;
        let parted = text[..from].chars().next_back().is_none_or(|c| !c.is_alphabetic());
        (parted && (2..=LONGEST).contains(&length)).then_some((from, None))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_of_one_line_are_told_by_their_names() {
        let read = |text: &str| {
            let mut metadata = Metadata::default();
            pairs(text, &mut metadata);
            metadata.iter().map(|(key, value)| format!("{key}={value}")).collect::<Vec<_>>()
        };
        let three = ["document_number=云水〔2024〕3号", "index_number=YX-12", "publisher=云溪市水务局"];
        for blank in [" ", "\u{a0}", " | ", "] [", "", "\u{3000}\u{3000}"] {
            let line = ["索引号：YX-12", "发布机构：云溪市水务局", "文号：云水〔2024〕3号"].join(blank);
            assert_eq!(read(&line), three, "{line}");
        }
        assert_eq!(read("资料来源：云溪市统计局"), [""; 0]);
        assert_eq!(read("来源：云溪市水务局 浏览次数：12 【字体：大 中 小】"), ["origin=云溪市水务局"]);
        assert_eq!(
            read("文号：关键词：年报 发布时间：2024-01-19 08:30"),
            ["keywords=年报", "published=2024-01-19 08:30"]
        );
    }

    #[test]
    fn no_name_is_longer_than_what_is_looked_at_and_none_stands_twice() {
        assert!(WORDS.metadata_names.iter().all(|(name, _)| name.chars().count() <= LONGEST));
        assert_eq!(KEYS.len(), WORDS.metadata_names.len());
        assert!(WORDS.metadata_names.iter().all(|(name, _)| key(name).is_some()));
    }
}
