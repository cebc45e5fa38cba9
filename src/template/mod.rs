//! What the law prescribes, as data: one file an edition.
//!
//! No other room holds a statutory label or a year. A spelling that was met is one word in its row's list.

mod compared;
pub mod counted;
mod heads;
mod practice;
pub mod spec;
mod words;
mod y2014;
mod y2019;
mod y2021;

pub use compared::{CERTAIN, COMPARED, Compared};
pub use heads::{VALUE_HEADS, ValueHeads};
pub use practice::{PRACTICE, Practice};
pub use spec::{
    Along, BlockSpec, Bound, ColumnSpec, Label, Relation, Role, RowKind, RowSpec, SectionSpec, TableSpec, Template,
};
pub use words::WORDS;

use std::collections::BTreeMap;
use std::sync::{LazyLock, OnceLock};

/// All editions, newest first.
pub static TEMPLATES: &[&Template] = &[&y2021::TEMPLATE, &y2019::TEMPLATE, &y2014::TEMPLATE];

/// The edition with this id.
pub fn by_id(id: &str) -> Option<&'static Template> {
    TEMPLATES.iter().copied().find(|template| template.id == id)
}

/// Every title of a prescribed section, in all wordings, with the number of its section as printed.
pub fn section_titles() -> Vec<(&'static str, &'static str)> {
    let specs = TEMPLATES.iter().flat_map(|template| template.sections);
    let titled =
        |spec: &'static SectionSpec| std::iter::once(&spec.title).chain(spec.also).map(|title| (*title, spec.number));
    let mut titles: Vec<(&str, &str)> = specs.flat_map(titled).collect();
    titles.sort_unstable();
    titles.dedup();
    titles
}

/// The figure of an edition with this path, also where its row holds figures only in some reports.
pub fn figure(id: &str, path: &str) -> Option<&'static Figure> {
    static OTHERS: PerEdition<BTreeMap<String, Figure>> =
        PerEdition::new(|template| by_path(template, RowKind::GroupOrFigures));
    figures(id).get(path).or_else(|| OTHERS.of(id)?.get(path))
}

/// All figures of an edition that every report has, by path.
pub fn figures(id: &str) -> &'static BTreeMap<String, Figure> {
    static NONE: BTreeMap<String, Figure> = BTreeMap::new();
    static DICTIONARY: PerEdition<BTreeMap<String, Figure>> =
        PerEdition::new(|template| by_path(template, RowKind::Figures));
    DICTIONARY.of(id).unwrap_or(&NONE)
}

fn by_path(template: &'static Template, kind: RowKind) -> BTreeMap<String, Figure> {
    template.figures_of(kind).map(|figure| (figure.path.clone(), figure)).collect()
}

/// As many editions as there are.
const EDITIONS: usize = 3;
const _: () = assert!(TEMPLATES.len() == EDITIONS);

/// Something that is made of each edition when it is first asked for.
pub(crate) struct PerEdition<T: 'static> {
    make: fn(&'static Template) -> T,
    made: [OnceLock<T>; EDITIONS],
}

impl<T> PerEdition<T> {
    /// Made by this of each edition.
    pub const fn new(make: fn(&'static Template) -> T) -> Self {
        PerEdition { make, made: [const { OnceLock::new() }; EDITIONS] }
    }

    /// That of an edition.
    pub fn of(&'static self, id: &str) -> Option<&'static T> {
        let at = TEMPLATES.iter().position(|template| template.id == id)?;
        Some(self.made.get(at)?.get_or_init(|| (self.make)(TEMPLATES[at])))
    }
}

/// A figure of a block as records and findings name it.
#[derive(Debug)]
pub struct Named {
    /// Its path in the record.
    pub path: String,
    /// Where in the path the name of the role has ended, and where its last name begins.
    ends: (usize, usize),
    /// The number of the path among those of all editions, in their order.
    pub number: usize,
    /// The labels of its row and its column, as far as the form prints them, joined by `/`.
    pub label: String,
}

impl Named {
    /// What the path says between the name of the role and the last name; empty where nothing stands there.
    pub fn group(&self) -> &str {
        self.path.get(self.ends.0 + 1..self.ends.1 - 1).unwrap_or("")
    }

    /// The last name of the path.
    pub fn name(&self) -> &str {
        &self.path[self.ends.1..]
    }

    /// Whether it is a figure of this table.
    pub fn is_of(&self, role: Role) -> bool {
        self.path.strip_prefix(role.name()).is_some_and(|rest| rest.starts_with('.'))
    }
}

/// The figures of a block by the numbers of row and column.
type NamedBlock = (&'static TableSpec, &'static BlockSpec, Vec<Vec<Named>>);

static NAMED: LazyLock<Vec<NamedBlock>> = LazyLock::new(|| {
    let tables = TEMPLATES.iter().flat_map(|template| template.tables.iter().copied());
    let blocks = tables.flat_map(|table| table.blocks.iter().map(move |block| (table, block)));
    let mut named: Vec<NamedBlock> = blocks.map(|(table, block)| (table, block, named(table, block))).collect();
    number(named.iter_mut().flat_map(|(_, _, rows)| rows).flatten().collect());
    named
});

/// Numbers figures by their paths; the same path has the same number.
fn number(mut figures: Vec<&mut Named>) {
    figures.sort_by(|one, other| one.path.cmp(&other.path));
    for (number, same) in figures.chunk_by_mut(|one, other| one.path == other.path).enumerate() {
        same.iter_mut().for_each(|figure| figure.number = number);
    }
}

fn named(table: &TableSpec, block: &'static BlockSpec) -> Vec<Vec<Named>> {
    let figure = |row: &RowSpec, column: &ColumnSpec| {
        let label = spec::joined([row.label.text, column.label.text], '/');
        let path = table.path(row, column);
        let ends = (table.role.name().len(), path.rfind('.').map_or(0, |dot| dot + 1));
        Named { path, ends, number: 0, label }
    };
    block.rows.iter().map(|row| block.columns.iter().map(|column| figure(row, column)).collect()).collect()
}

impl TableSpec {
    /// The figures of a block of this table, by the numbers of row and column.
    pub fn named(&'static self, block: &'static BlockSpec) -> &'static [Vec<Named>] {
        let own = |known: &&NamedBlock| std::ptr::eq(known.0, self) && std::ptr::eq(known.1, block);
        NAMED.iter().find(own).map_or(&[], |known| &known.2)
    }
}

/// One figure of an edition, as the dictionary lists it.
#[derive(Clone, Debug)]
pub struct Figure {
    /// Its path in the record.
    pub path: String,
    /// The edition.
    pub template: &'static str,
    /// The table's section, as printed.
    pub section: &'static str,
    /// Its row: the caption or the groups above it and its label, joined by `/`.
    pub row: String,
    /// Its column: the labels above it and its own, joined by `/`.
    pub column: String,
    /// Its unit; empty where the edition prints none.
    pub unit: &'static str,
}

impl Template {
    /// All figures of the edition, in the order of the form.
    pub fn figures(&'static self) -> Vec<Figure> {
        self.figures_of(RowKind::Figures).collect()
    }

    fn figures_of(&'static self, kind: RowKind) -> impl Iterator<Item = Figure> {
        let tables = self.tables.iter().flat_map(|table| table.blocks.iter().map(move |block| (*table, block)));
        tables.flat_map(move |(table, block)| block_figures(self, table, block, kind))
    }
}

fn block_figures(
    template: &'static Template,
    table: &'static TableSpec,
    block: &'static BlockSpec,
    kind: RowKind,
) -> Vec<Figure> {
    let mut figures = Vec::new();
    let mut above: Vec<(u8, &str)> = Vec::new();
    for row in block.rows {
        above.retain(|&(depth, _)| depth < row.depth);
        let caption = block.caption.map(|caption| caption.text);
        let parts = caption.into_iter().chain(above.iter().map(|&(_, text)| text)).chain([row.label.text]);
        let label = parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join("/");
        above.push((row.depth, row.label.text));
        if row.kind != kind {
            continue;
        }
        for column in block.columns {
            let unit = if row.unit.is_empty() { column.unit } else { row.unit };
            let (row_label, column_label) = printed(table.role, &label, column);
            figures.push(Figure {
                path: table.path(row, column),
                template: template.id,
                section: table.section,
                row: row_label,
                column: column_label,
                unit,
            });
        }
    }
    figures
}

/// The remedies table has no row labels: there the groups of columns take their place.
fn printed(role: Role, row: &str, column: &ColumnSpec) -> (String, String) {
    let groups = column.under.iter().map(|label| label.text).collect::<Vec<_>>().join("/");
    match role {
        Role::Remedies => (groups, column.label.text.to_owned()),
        _ => (row.to_owned(), column.label.text.to_owned()),
    }
}
