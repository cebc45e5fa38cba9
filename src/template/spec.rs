//! The words in which an edition is written: templates, sections, tables, columns, rows and relations.
//!
//! All of it is `static` data. A figure's path is made of the table's prefix, the row's key and the column's key.

use std::ops::RangeInclusive;

/// One edition of the statutory format.
#[derive(Debug)]
pub struct Template {
    /// The first report year to which the edition applies, as records name it.
    pub id: &'static str,
    /// The document that issued the edition.
    pub document: &'static str,
    /// The report years for which it was prescribed. Checked, never used to choose an edition.
    pub years: RangeInclusive<i16>,
    /// The sections in their order; empty where the edition prescribes none.
    pub sections: &'static [SectionSpec],
    /// The tables in their order.
    pub tables: &'static [&'static TableSpec],
    /// Labels that no other edition prints: they tell the editions apart.
    pub hallmarks: &'static [&'static str],
    /// What may not exceed what.
    pub bounds: &'static [Bound],
    /// The keys of the sections that the edition wants filled with more than 无.
    pub spoken: &'static [&'static str],
}

/// What may not exceed what: the sum of the left figures is at most the sum of the right ones.
#[derive(Debug)]
pub struct Bound {
    /// The slug of the finding that a violation raises.
    pub finding: &'static str,
    /// Paths of figures.
    pub left: &'static [&'static str],
    /// Paths of figures.
    pub right: &'static [&'static str],
    /// The bound in the words of the labels.
    pub words: &'static str,
}

/// A section that an edition prescribes.
#[derive(Debug)]
pub struct SectionSpec {
    /// The key of the record.
    pub key: &'static str,
    /// Its number as printed.
    pub number: &'static str,
    /// Its title as printed.
    pub title: &'static str,
    /// Other titles under which it was met. Where the divisions of a text are lost, a heading is found by its whole title.
    pub also: &'static [&'static str],
    /// Words that, all together, tell a title of this section in other wordings. The first row that fits counts.
    pub tells: &'static [&'static [&'static str]],
}

/// What a table is about; the top level of its figures in the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// What was disclosed on the agency's own motion (section 二).
    Disclosure,
    /// Applications received and handled (section 三).
    Requests,
    /// Reconsideration and litigation (section 四).
    Remedies,
    /// The statistics form of 2014.
    Statistics,
}

impl Role {
    /// All roles, in the order of the record.
    pub const ALL: [Role; 4] = [Role::Disclosure, Role::Requests, Role::Remedies, Role::Statistics];

    /// The name in the record, and the first part of the figures' paths.
    pub fn name(self) -> &'static str {
        match self {
            Role::Disclosure => "disclosure",
            Role::Requests => "requests",
            Role::Remedies => "remedies",
            Role::Statistics => "statistics",
        }
    }

    /// The name of the table in a sentence.
    pub fn title(self) -> &'static str {
        match self {
            Role::Disclosure => "主动公开政府信息情况表",
            Role::Requests => "收到和处理政府信息公开申请情况表",
            Role::Remedies => "行政复议、行政诉讼情况表",
            Role::Statistics => "政府信息公开情况统计表",
        }
    }
}

/// A table that an edition prescribes: one or more blocks, each with a head of its own.
#[derive(Debug)]
pub struct TableSpec {
    /// What it is about.
    pub role: Role,
    /// The number of the section it belongs to, as printed.
    pub section: &'static str,
    /// The blocks from top to bottom.
    pub blocks: &'static [BlockSpec],
}

/// A rectangle of figures under one head.
#[derive(Debug)]
pub struct BlockSpec {
    /// The row above the head that names the block (`第二十条第（一）项`).
    pub caption: Option<Label>,
    /// The words that stand in the head over the labels or over several columns, and name no column.
    pub head: &'static [Label],
    /// The columns of figures from left to right.
    pub columns: &'static [ColumnSpec],
    /// The rows from top to bottom.
    pub rows: &'static [RowSpec],
    /// What must hold between the figures.
    pub relations: &'static [Relation],
}

/// A label as printed, with the other spellings under which it was met.
#[derive(Clone, Copy, Debug)]
pub struct Label {
    /// As the edition prints it.
    pub text: &'static str,
    /// Other spellings; each stands in some fixture.
    pub also: &'static [&'static str],
}

/// A label that was met in no other spelling.
pub const fn label(text: &'static str) -> Label {
    Label { text, also: &[] }
}

/// A label with other spellings.
pub const fn spelt(text: &'static str, also: &'static [&'static str]) -> Label {
    Label { text, also }
}

/// A column of figures.
#[derive(Debug)]
pub struct ColumnSpec {
    /// The last part of the path; empty where the row's key is the whole path.
    pub key: &'static str,
    /// Its label.
    pub label: Label,
    /// The labels above it, from the outermost.
    pub under: &'static [Label],
    /// The unit of its figures where the row states none; empty where the edition states none.
    pub unit: &'static str,
}

/// What a row holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// Figures.
    Figures,
    /// A heading for the rows below; the form prints no figures in it.
    Group,
    /// A heading that holds the figures itself where the rows below it are missing.
    GroupOrFigures,
}

/// A row of a block.
#[derive(Debug)]
pub struct RowSpec {
    /// The middle part of the path.
    pub key: &'static str,
    /// The label with its number, as printed; empty where the row has none.
    pub label: Label,
    /// How deep it stands below the groups above it: 0, 1, 2.
    pub depth: u8,
    /// What it holds.
    pub kind: RowKind,
    /// The unit of its figures; empty where the column states it.
    pub unit: &'static str,
}

impl RowSpec {
    /// Whether the row is a group that holds the figures of another row itself, where the rows below it are missing.
    pub fn stands_for(&self, other: &RowSpec) -> bool {
        let below = || other.key != self.key && other.key.starts_with(self.key.trim_end_matches("total"));
        self.kind == RowKind::GroupOrFigures && below()
    }
}

/// In which direction the terms of a relation run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Along {
    /// The terms are columns; it holds in each row.
    Row,
    /// The terms are rows; it holds in each column.
    Column,
}

/// A relation between the figures of a block: the sum of the left terms is the sum of the right terms.
#[derive(Debug)]
pub struct Relation {
    /// The slug of the finding that a violation raises.
    pub finding: &'static str,
    /// In which direction the terms run.
    pub along: Along,
    /// Keys of columns or rows.
    pub left: &'static [&'static str],
    /// Keys of columns or rows. A key that ends in `*` stands for all rows of figures below that group.
    pub right: &'static [&'static str],
    /// The relation in the words of the form, or of its labels.
    pub words: &'static str,
}

impl TableSpec {
    /// The rows of all blocks that may hold figures, with their blocks.
    pub fn figure_rows(&self) -> impl Iterator<Item = (&'static BlockSpec, &'static RowSpec)> {
        self.blocks
            .iter()
            .flat_map(|block| block.rows.iter().map(move |row| (block, row)))
            .filter(|(_, row)| row.kind != RowKind::Group)
    }

    /// The path of a figure of this table.
    pub fn path(&self, row: &RowSpec, column: &ColumnSpec) -> String {
        joined([self.role.name(), row.key, column.key], '.')
    }
}

/// Those of the parts that are not empty, joined.
pub(super) fn joined<const N: usize>(parts: [&str; N], by: char) -> String {
    let mut whole = String::with_capacity(parts.iter().map(|part| part.len() + 1).sum());
    for part in parts.into_iter().filter(|part| !part.is_empty()) {
        if !whole.is_empty() {
            whole.push(by);
        }
        whole.push_str(part);
    }
    whole
}

impl BlockSpec {
    /// The figure rows that the keys of a relation name, in order.
    pub fn rows_named(&self, keys: &[&str]) -> Vec<&'static RowSpec>
    where
        Self: 'static,
    {
        let named = |row: &&RowSpec| {
            keys.iter().any(|key| match key.strip_suffix('*') {
                Some(group) => row.key.starts_with(group),
                None => row.key == *key,
            })
        };
        let rows: &'static [RowSpec] = self.rows;
        rows.iter().filter(|row| row.kind != RowKind::Group).filter(named).collect()
    }
}
