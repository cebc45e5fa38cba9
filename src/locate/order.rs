//! The figures of a table in the order of their paths. The order is known beforehand: no paths are compared for it.

use super::Figure;
use crate::template::{BlockSpec, TEMPLATES, TableSpec};
use std::sync::LazyLock;

/// The figures of a table in the order of their paths.
#[derive(Debug, Default)]
pub(super) struct Figures(Vec<(&'static str, Figure)>);

impl Figures {
    /// Of figures with the numbers of their paths. Of those of one path the last counts.
    pub fn new(found: Vec<(usize, &'static str, Figure)>) -> Self {
        let mut order: Vec<(usize, usize)> = found.iter().enumerate().map(|(at, found)| (found.0, at)).collect();
        order.sort_unstable();
        let mut found: Vec<Option<(usize, &'static str, Figure)>> = found.into_iter().map(Some).collect();
        let last = order.chunk_by(|one, other| one.0 == other.0).filter_map(|equal| equal.last());
        let sorted = last.filter_map(|&(_, at)| found[at].take()).map(|(_, path, figure)| (path, figure));
        Figures(sorted.collect())
    }

    /// The figure of a path.
    pub fn get_mut(&mut self, path: &str) -> Option<&mut Figure> {
        let at = self.0.binary_search_by(|(known, _)| (*known).cmp(path)).ok()?;
        Some(&mut self.0[at].1)
    }

    /// Whether a path has a figure.
    pub fn contains(&self, path: &str) -> bool {
        self.0.binary_search_by(|(known, _)| (*known).cmp(path)).is_ok()
    }

    /// All of them, in their order.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &Figure)> {
        self.0.iter().map(|(path, figure)| (*path, figure))
    }

    /// All of them, in their order.
    pub fn into_pairs(self) -> Vec<(&'static str, Figure)> {
        self.0
    }
}

/// The numbers of the paths of a block's figures, by row and column, in the order of all paths.
pub(super) fn numbers(table: &'static TableSpec, block: &'static BlockSpec) -> &'static [Vec<usize>] {
    let own = |known: &&Numbered| std::ptr::eq(known.table, table) && std::ptr::eq(known.block, block);
    NUMBERS.iter().find(own).map_or(&[], |known| &known.numbers)
}

/// A block with the numbers of the paths of its figures.
struct Numbered {
    table: &'static TableSpec,
    block: &'static BlockSpec,
    numbers: Vec<Vec<usize>>,
}

static NUMBERS: LazyLock<Vec<Numbered>> = LazyLock::new(|| {
    let tables = || TEMPLATES.iter().flat_map(|template| template.tables);
    let blocks = || tables().flat_map(|table| table.blocks.iter().map(move |block| (*table, block)));
    let named = blocks().flat_map(|(table, block)| table.named(block)).flatten();
    let mut paths: Vec<&str> = named.map(|named| named.path.as_str()).collect();
    paths.sort_unstable();
    paths.dedup();
    let number = |path: &str| paths.partition_point(|known| *known < path);
    let row = |row: &Vec<crate::template::Named>| row.iter().map(|named| number(&named.path)).collect();
    let numbered =
        |(table, block)| Numbered { table, block, numbers: TableSpec::named(table, block).iter().map(row).collect() };
    blocks().map(numbered).collect()
});
