//! What is shown meets what is prescribed: the figures of the statutory tables, the edition, title, agency and year.
//!
//! Everything here is evidence for an assignment. A value whose column or row is not settled is left without one, and
//! a finding says so.

mod axis;
mod beside;
mod brackets;
mod cross;
mod edition;
mod figures;
mod flow;
mod governed;
mod halves;
mod head;
mod identity;
mod index;
mod keys;
mod label;
mod lexicon;
mod missing;
pub mod narrative;
mod numbering;
mod offset;
mod once;
mod order;
mod pages;
mod parents;
mod printed;
mod printings;
mod proof;
mod prose;
mod ragged;
mod renumbered;
mod rows;
mod second;
mod section;
mod several;
mod sheets;
mod shifted;
mod strange;
mod strays;
mod stream;
mod surplus;
mod table;
mod times;
mod told;
mod twice;
mod twins;
mod unclaimed;
mod unlabelled;
mod unread;
mod whole;
mod words;

pub use identity::{Contact, Identity, Metadata, Period};
pub use second::keep_first;

use crate::document::{Block, Document, Place};
use crate::finding::{Finding, codes, parts};
use crate::outline::Outline;
use crate::template::{self, Named, Role, TEMPLATES, Template};
use crate::text::quantity::Reading;
use axis::Placed;
use flow::{Flow, Kind, Layout};
use lexicon::Lexicon;
use std::collections::BTreeMap;
use std::sync::LazyLock;
use table::{RowPlaced, TableFound};

/// What was located in a document.
#[derive(Debug, Default)]
pub struct Located {
    /// The edition that the tables follow.
    pub template: Option<&'static Template>,
    /// The figures of the form, in the order of their paths. One of the edition that is not there is absent.
    pub figures: Vec<(&'static Named, Figure)>,
    /// The grids of the document that hold statutory tables, by block.
    pub roles: BTreeMap<usize, Role>,
    /// The grids that hold what a page says of itself, by block.
    pub metadata_grids: Vec<usize>,
    /// Statutory tables that were found.
    pub tables: Vec<Role>,
    /// What the sentences of the report count.
    pub narrative: Vec<narrative::Fact>,
    /// Keys of the sections of the first level, in their order.
    pub section_keys: Vec<Option<&'static str>>,
    /// Title, agency, year and what else tells the report.
    pub identity: Identity,
    /// What there is to say.
    pub findings: Vec<Finding>,
}

/// A figure as it stands in the report.
#[derive(Clone, Debug)]
pub struct Figure {
    /// What it says.
    pub value: Value,
    /// The text it was read from.
    pub raw: String,
    /// Where it stands.
    pub place: Option<Place>,
    /// Its column is beyond doubt.
    pub sure: bool,
    /// Its labels as printed on the form.
    pub label: &'static str,
    /// The unit of money that its column or row states in this report.
    pub unit: Option<String>,
}

/// What a figure says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// The cell was found, and says this.
    Read(Reading),
    /// The values are there, and which is this figure's cannot be known.
    Ambiguous,
    /// There is no such cell.
    Absent,
}

static LEXICONS: LazyLock<Vec<Lexicon>> =
    LazyLock::new(|| TEMPLATES.iter().map(|template| Lexicon::new(template)).collect());

/// Locates everything that the law prescribes in a document.
pub fn locate(document: &Document, outline: &Outline) -> Located {
    let lexicons: &'static [Lexicon] = &LEXICONS;
    let flow = Flow::new(document, &section::headings(document, outline, lexicons), lexicons);
    let mut located = Located::default();
    if flow.cut {
        located.findings.push(Finding::new(&codes::PART_LEFT_OUT).term("what", &parts::SLOTS));
    }
    (located.identity, located.metadata_grids) = identity::identify(document, outline);
    located.section_keys = section::keys(outline);
    match choose(&flow, lexicons) {
        Some((at, others, assumed)) => {
            located.template = Some(lexicons[at].template);
            if assumed {
                located.findings.push(Finding::new(&codes::EDITION_ASSUMED).fact("template", lexicons[at].template.id));
            }
            tables(&flow, &lexicons[at], &others, &mut located);
        }
        None => located.findings.push(without_template(&located.section_keys)),
    }
    located.narrative = narrative::read(outline, &located);
    located
}

/// What a report without statutory tables lacks: nothing, or the tables of its own sections.
fn without_template(keys: &[Option<&'static str>]) -> Finding {
    Finding::new(if has_sections(keys) { &codes::TABLES_UNREAD } else { &codes::NO_TEMPLATE })
}

/// Whether the sections of a report are those of the form that hold a table. Other numbered reports have one on applications
/// or remedies, and not all of these.
fn has_sections(keys: &[Option<&'static str>]) -> bool {
    let with_table = TEMPLATES.iter().flat_map(|template| template.tables).map(|table| table.role.name());
    keys.iter().flatten().filter(|key| with_table.clone().any(|name| name == **key)).count() >= 3
}

/// The edition, the others that show hallmarks, and whether it had to be assumed: the labels that all editions share
/// stand in the report, and none that tells them apart.
fn choose(flow: &Flow, lexicons: &'static [Lexicon]) -> Option<(usize, Vec<&'static Lexicon>, bool)> {
    if let Some((at, others)) = edition::choose(flow, lexicons) {
        return Some((at, others.into_iter().map(|other| &lexicons[other]).collect(), false));
    }
    let labels = |lexicon: &'static Lexicon| {
        lexicon.tables().iter().map(|t| table::find(flow, t, lexicon, &[]).labels).sum::<usize>()
    };
    let (at, found) =
        lexicons.iter().map(labels).enumerate().max_by_key(|&(at, found)| (found, std::cmp::Reverse(at)))?;
    (found >= 8).then_some((at, Vec::new(), true))
}

fn tables(flow: &Flow, lexicon: &'static Lexicon, others: &[&'static Lexicon], located: &mut Located) {
    let mut found: Vec<TableFound> =
        lexicon.tables().iter().map(|table| table::find(flow, table, lexicon, others)).collect();
    if found.iter().any(|table| table.cut) && !flow.cut {
        located.findings.push(Finding::new(&codes::PART_LEFT_OUT).term("what", &parts::SLOTS));
    }
    table::place_lines(flow, &mut found);
    found.iter_mut().for_each(|table| several::settle(flow, table, &located.identity));
    settle(flow, lexicon, &mut found);
    located.figures.reserve(template::figures(lexicon.template.id).len());
    let mut later = vec![None; found.len()];
    let claimed = unclaimed::claimed(&found);
    let once = once::stand_once(flow, &found, lexicon.tables().iter().map(|table| table.spec.role));
    for ((of_form, table), later) in lexicon.tables().iter().zip(&mut found).zip(&mut later) {
        let spec = of_form.spec;
        // One label alone may stand in any text; under the whole head of its block it is a row.
        let settled = table.labels >= 2 || table.rows.iter().any(|row| row.block.head.complete());
        if !settled || table.rows.is_empty() {
            located.findings.push(Finding::new(&codes::TABLE_MISSING).fact("table", spec.role.title()));
            continue;
        }
        located.tables.push(spec.role);
        let told = table.findings.iter().any(|finding| finding.code.code == codes::COLUMNS_SEVERAL.code);
        if !told && is_comparison(flow, table) {
            located.findings.push(Finding::new(&codes::COMPARISON));
        }
        located.findings.append(&mut table.findings);
        mark_grids(flow, table, spec.role, located);
        let mut figures = figures::read(flow, table, spec.role, &mut located.findings);
        *later = twice::compare(flow, table, spec.role, &mut figures, &mut located.findings);
        located.findings.extend(surplus::findings(flow, table, spec.role));
        located.findings.extend(unclaimed::doubt(flow, table, of_form, &claimed, &mut figures));
        located.findings.extend(once.then(|| once::doubt(spec.role, &mut figures)).flatten());
        missing::rows(lexicon, spec.role, &figures, &mut located.findings);
        missing::groups(spec, &figures, &mut located.findings);
        let blank = |figure: &Figure| matches!(figure.value, Value::Read(Reading::Blank) | Value::Absent);
        if figures.iter().all(|(_, figure)| blank(figure)) {
            located.findings.push(without_figures(flow, table, spec.role));
            // Nobody can know which of them are blank.
            if shows_values(flow, table) {
                figures.doubt(|figure| figure.value == Value::Read(Reading::Blank));
            }
        }
        located.figures.append(&mut figures.into_pairs());
    }
    for table in twice::of_others(&found, &later) {
        twice::withhold(lexicon.template.tables[table].role, located);
    }
    located.figures.sort_by_key(|(named, _)| named.number);
}

/// What only a table as a whole can tell: rows whose labels stand apart, a scattered head, placings that sums contradict.
fn settle(flow: &Flow, lexicon: &'static Lexicon, found: &mut [TableFound]) {
    let mut from = 0;
    for (of_form, table) in lexicon.tables().iter().zip(found) {
        match of_form.spec.role {
            Role::Remedies => unlabelled::complete(flow, of_form, lexicon, table, from),
            role => whole::complete(flow, table, role.title()),
        }
        cross::complete(flow, of_form, lexicon, table);
        from = from.max(table.extent.map_or(0, |(_, last)| last + 1));
        proof::withdraw(flow, table);
    }
}

/// Whether most rows of a table hold the figures of several years or bodies side by side: every row of a grid has a
/// multiple of the form's columns.
fn is_comparison(flow: &Flow, table: &TableFound) -> bool {
    let in_grid =
        |row: &&RowPlaced| row.found.cells.first().is_some_and(|&slot| matches!(flow.layout(slot), Layout::Grid(..)));
    let several = |row: &&RowPlaced| {
        let (cells, columns) = (row.found.cells.len(), row.block.spec.columns.len());
        row.placed == Placed::Unknown && cells > columns && cells % columns == 0
    };
    let rows = table.rows.iter().filter(in_grid);
    rows.clone().filter(several).count() * 2 > rows.count().max(2)
}

/// A table none of whose rows shows a value: it was left blank, or its values stand away from its labels.
fn without_figures(flow: &Flow, table: &TableFound, role: Role) -> Finding {
    if !shows_values(flow, table) {
        return Finding::new(&codes::TABLE_BLANK).fact("table", role.title());
    }
    Finding::new(&codes::POSITIONS_UNKNOWN).fact("table", role.title()).fact("rows", table.rows.len())
}

/// Whether values stand within a table, or between its last label and the next running text.
fn shows_values(flow: &Flow, table: &TableFound) -> bool {
    let Some((first, last)) = table.extent else { return false };
    let kinds = |range: std::ops::Range<usize>| flow.slots[range].iter().map(|slot| slot.kind);
    kinds(first..last + 1).any(|kind| kind == Kind::Value)
        || kinds(last + 1..flow.slots.len()).take_while(|k| *k != Kind::Prose).any(|kind| kind == Kind::Value)
}

fn mark_grids(flow: &Flow, table: &TableFound, role: Role, located: &mut Located) {
    let labels = table
        .rows
        .iter()
        .flat_map(|row| row.found.label.iter().map(|label| label.first()).chain(row.found.cells.first().copied()));
    for slot in labels {
        if let Layout::Grid(block, _) = flow.layout(slot) {
            located.roles.entry(block).or_insert(role);
        }
    }
}

/// How many grids a document has.
pub fn grids(document: &Document) -> usize {
    document.blocks.iter().filter(|block| matches!(block, Block::Grid(_))).count()
}
