//! What is shown meets what is prescribed: the figures of the statutory tables, the edition, title, agency and year.
//!
//! Everything here is evidence for an assignment. A value whose column or row is not settled is left without one, and
//! a finding says so.

mod axis;
mod edition;
mod flow;
mod governed;
mod head;
mod identity;
mod label;
mod lexicon;
pub mod narrative;
mod offset;
mod proof;
mod rows;
mod section;
mod stream;
mod table;
mod unlabelled;
mod whole;

pub use identity::{Contact, Identity, Metadata, Period};

use crate::document::{Block, Document, Place};
use crate::finding::{Finding, codes};
use crate::outline::Outline;
use crate::template::{ColumnSpec, Role, RowKind, RowSpec, TEMPLATES, TableSpec, Template};
use crate::text::quantity::{self, Number, Reading};
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
    /// The figures of the form by path. A path of the edition that is not there is absent.
    pub figures: BTreeMap<String, Figure>,
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
    pub label: String,
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
    let lexicons: &[Lexicon] = &LEXICONS;
    let flow = Flow::new(document, &section::headings(document, outline, lexicons), lexicons);
    let mut located = Located::default();
    if flow.cut {
        located
            .findings
            .push(Finding::new(&codes::PART_LEFT_OUT).fact("what", "words and cells looked through for tables"));
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
    let with_table = TEMPLATES.iter().flat_map(|template| template.tables).map(|table| table.role.name());
    let sections = keys.iter().flatten().filter(|key| with_table.clone().any(|name| name == **key)).count();
    // Other numbered reports have a section on applications or remedies, and not all of these.
    Finding::new(if sections >= 3 { &codes::TABLES_UNREAD } else { &codes::NO_TEMPLATE })
}

/// The edition, the others that show hallmarks, and whether it had to be assumed: the labels that all editions share
/// stand in the report, and none that tells them apart.
fn choose<'l>(flow: &Flow, lexicons: &'l [Lexicon]) -> Option<(usize, Vec<&'l Lexicon>, bool)> {
    if let Some((at, others)) = edition::choose(flow, lexicons) {
        return Some((at, others.into_iter().map(|other| &lexicons[other]).collect(), false));
    }
    let labels =
        |lexicon: &Lexicon| lexicon.tables.iter().map(|t| table::find(flow, t, lexicon, &[]).labels).sum::<usize>();
    let (at, found) =
        lexicons.iter().map(labels).enumerate().max_by_key(|&(at, found)| (found, std::cmp::Reverse(at)))?;
    (found >= 8).then_some((at, Vec::new(), true))
}

fn tables(flow: &Flow, lexicon: &Lexicon, others: &[&Lexicon], located: &mut Located) {
    let mut found: Vec<TableFound> =
        lexicon.tables.iter().map(|table| table::find(flow, table, lexicon, others)).collect();
    table::place_lines(flow, &mut found);
    settle(flow, lexicon, &mut found);
    for (spec, table) in lexicon.template.tables.iter().zip(&mut found) {
        // One label alone may stand in any text; under the whole head of its block it is a row.
        let settled = table.labels >= 2 || table.rows.iter().any(|row| row.block.head.complete());
        if !settled || table.rows.is_empty() {
            located.findings.push(Finding::new(&codes::TABLE_MISSING).fact("table", name(spec.role)));
            continue;
        }
        located.tables.push(spec.role);
        if is_comparison(flow, table) {
            located.findings.push(Finding::new(&codes::COMPARISON));
        }
        located.findings.append(&mut table.findings);
        mark_grids(flow, table, spec.role, located);
        let mut figures = read(flow, table, spec.role, &mut located.findings);
        contradict(flow, table, spec.role, &mut figures, &mut located.findings);
        missing_rows(lexicon, spec.role, &figures, &mut located.findings);
        missing_groups(spec, &figures, &mut located.findings);
        let blank = |figure: &Figure| matches!(figure.value, Value::Read(Reading::Blank) | Value::Absent);
        if figures.values().all(blank) && !shows_values(flow, table) {
            located.findings.push(Finding::new(&codes::TABLE_BLANK).fact("table", name(spec.role)));
        }
        located.figures.extend(figures);
    }
}

/// What only a table as a whole can tell: rows whose labels stand apart, a scattered head, placings that sums contradict.
fn settle(flow: &Flow, lexicon: &Lexicon, found: &mut [TableFound]) {
    let mut from = 0;
    for (of_form, table) in lexicon.tables.iter().zip(found) {
        match of_form.spec.role {
            Role::Remedies => unlabelled::complete(flow, of_form, lexicon, table, from),
            role => whole::complete(flow, table, name(role)),
        }
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

/// Whether values stand within a table.
fn shows_values(flow: &Flow, table: &TableFound) -> bool {
    let Some((first, last)) = table.extent else { return false };
    (first..=last).any(|slot| flow.slots[slot].kind == Kind::Value)
}

/// The name of a table in a sentence.
pub fn name(role: Role) -> &'static str {
    match role {
        Role::Disclosure => "主动公开政府信息情况表",
        Role::Requests => "收到和处理政府信息公开申请情况表",
        Role::Remedies => "行政复议、行政诉讼情况表",
        Role::Statistics => "政府信息公开情况统计表",
    }
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

/// The figures of a table, with findings about single rows and values.
fn read(flow: &Flow, table: &TableFound, role: Role, findings: &mut Vec<Finding>) -> BTreeMap<String, Figure> {
    let mut figures = BTreeMap::new();
    let mut unknown_rows = 0;
    for row in table.rows.iter().filter(|row| counts(row, table)) {
        let before = unknown_rows;
        for (path, figure) in row_figures(flow, row) {
            if figure.value == Value::Ambiguous {
                unknown_rows = before + 1;
            }
            figures.insert(path, figure);
        }
        if unknown_rows > before {
            findings.push(position_unknown(flow, row));
        }
        note_labels(flow, row, findings);
    }
    note_values(&figures, findings);
    if unknown_rows > 0 {
        findings.push(Finding::new(&codes::POSITIONS_UNKNOWN).fact("table", name(role)).fact("rows", unknown_rows));
    }
    figures
}

/// A group holds the figures itself only where none of the rows below it is found.
fn counts(row: &RowPlaced, table: &TableFound) -> bool {
    let spec = &row.block.spec.rows[row.found.row];
    if spec.kind != RowKind::GroupOrFigures {
        return true;
    }
    let group = spec.key.trim_end_matches("total");
    let below = |other: &&RowPlaced| {
        let key = other.block.spec.rows[other.found.row].key;
        key != spec.key && key.starts_with(group)
    };
    !table.rows.iter().any(|other| below(&other)) && !row.found.cells.is_empty()
}

/// The figures of a row.
fn row_figures(flow: &Flow, row: &RowPlaced) -> Vec<(String, Figure)> {
    let block = &row.block;
    let spec = &block.spec.rows[row.found.row];
    let columns = row.found.columns.start..row.found.columns.end.min(block.spec.columns.len());
    let figure = |column: usize| {
        let of_form = &block.spec.columns[column];
        let path = block.table.path(spec, of_form);
        let label = [spec.label.text, of_form.label.text]
            .iter()
            .filter(|text| !text.is_empty())
            .copied()
            .collect::<Vec<_>>()
            .join("/");
        let mut figure = placed_figure(flow, row, column - row.found.columns.start, label);
        figure.unit = stated_unit(flow, row, column);
        refuse_other_units(&mut figure, spec, of_form);
        (path, figure)
    };
    columns.map(figure).collect()
}

/// Whether a value stands in a grid under a word that is no label of the form, where the label of its column is missing:
/// 上年处理决定数量 is not 本年处理决定数量.
fn is_under_strange(flow: &Flow, row: &RowPlaced, column: usize, slot: usize) -> bool {
    let head = &row.block.head;
    // A head without labels stands for no column here; the row's part of it counts from the first of its own.
    let told = head.found.contains(&column) || head.found.contains(&(column - row.found.columns.start));
    let value = &flow.slots[slot];
    let over = |&word: &usize| {
        let word_slot = &flow.slots[word];
        flow.layout(word) == flow.layout(slot) && word_slot.from <= value.from && value.from < word_slot.to
    };
    !told && matches!(flow.layout(slot), Layout::Grid(..)) && row.block.strange.iter().any(over)
}

/// The unit of money that the label of a column states, or a cell between label and values.
fn stated_unit(flow: &Flow, row: &RowPlaced, column: usize) -> Option<String> {
    let head = &row.block.head;
    let at = head.found.iter().position(|&found| found == column);
    let of_column = at.and_then(|at| quantity::stated_money(&flow.slots[head.last_slots[at]].text));
    let beside = || {
        let last = row.found.label.as_ref()?.last();
        let first = *row.found.cells.first()?;
        let words = (last + 1..first).map(|slot| flow.slots[slot].text.trim());
        quantity::MONEY.iter().copied().find(|money| words.clone().any(|word| word == *money))
    };
    of_column.or_else(beside).map(str::to_owned)
}

/// A number with a unit that its figure cannot have (a share, money among counts) is no value of it.
fn refuse_other_units(figure: &mut Figure, row: &RowSpec, column: &ColumnSpec) {
    let Value::Read(Reading::Number(number)) = &figure.value else { return };
    let Some(unit) = number.unit.as_deref() else { return };
    let of_form = if row.unit.is_empty() { column.unit } else { row.unit };
    let money = |unit: &str| quantity::MONEY.contains(&unit);
    if unit == "%" || (money(unit) && !of_form.is_empty() && !money(of_form)) {
        figure.value = Value::Read(Reading::Illegible);
    }
}

fn placed_figure(flow: &Flow, row: &RowPlaced, column: usize, label: String) -> Figure {
    let none = |value| Figure { value, raw: String::new(), place: None, sure: true, label: label.clone(), unit: None };
    match &row.placed {
        _ if row.block.foreign && !row.found.filled(flow).is_empty() => none(Value::Ambiguous),
        Placed::Unknown => none(Value::Ambiguous),
        Placed::Blank => Figure {
            place: row.found.cells.first().map(|&slot| flow.slots[slot].place.clone()),
            ..none(Value::Read(Reading::Blank))
        },
        Placed::Columns { slots, sure } => match slots.get(column).copied().flatten() {
            Some(slot) if is_under_strange(flow, row, row.found.columns.start + column, slot) => none(Value::Ambiguous),
            Some(slot) => {
                let slot = &flow.slots[slot];
                Figure {
                    value: Value::Read(quantity::read(&slot.text)),
                    raw: slot.text.clone(),
                    place: Some(slot.place.clone()),
                    sure: *sure,
                    label,
                    unit: None,
                }
            }
            None => Figure { sure: *sure, ..none(Value::Read(Reading::Blank)) },
        },
    }
}

fn paths(row: &RowPlaced) -> Vec<String> {
    let spec = &row.block.spec.rows[row.found.row];
    row.block.spec.columns[row.found.columns.start..row.found.columns.end.min(row.block.spec.columns.len())]
        .iter()
        .map(|column| row.block.table.path(spec, column))
        .collect()
}

fn position_unknown(flow: &Flow, row: &RowPlaced) -> Finding {
    let spec = &row.block.spec.rows[row.found.row];
    let place = row.found.cells.first().map(|&slot| flow.slots[slot].place.clone()).unwrap_or_default();
    Finding::new(&codes::POSITION_UNKNOWN)
        .fact("row", if spec.label.text.is_empty() { name(row.block.table.role) } else { spec.label.text })
        .fact("found", row.found.filled(flow).len())
        .fact("expected", row.found.columns.len())
        .naming(paths(row))
        .at(place)
}

/// Notes on labels that differ from the form.
fn note_labels(flow: &Flow, row: &RowPlaced, findings: &mut Vec<Finding>) {
    let Some(label) = row.found.label.as_ref().filter(|label| label.near) else { return };
    let slot = &flow.slots[label.first()];
    let spec = &row.block.spec.rows[row.found.row];
    let finding = Finding::new(&codes::LABEL_NEARLY).fact("found", &slot.text).fact("label", spec.label.text);
    findings.push(finding.naming(paths(row)).at(slot.place.clone()));
}

/// Findings on cells that hold no plain number.
fn note_values(figures: &BTreeMap<String, Figure>, findings: &mut Vec<Finding>) {
    for (path, figure) in figures {
        let code = match &figure.value {
            Value::Read(Reading::Illegible) => &codes::VALUE_ILLEGIBLE,
            Value::Read(Reading::Number(Number { note: Some(_), .. })) => &codes::VALUE_NOTED,
            _ => continue,
        };
        let finding = Finding::new(code).fact("label", &figure.label).fact("raw", &figure.raw).naming([path.clone()]);
        findings.push(finding.at(figure.place.clone().unwrap_or_default()));
    }
}

/// Compares a second printing of the table with the first. What differs is not taken from either.
fn contradict(
    flow: &Flow,
    table: &TableFound,
    role: Role,
    figures: &mut BTreeMap<String, Figure>,
    findings: &mut Vec<Finding>,
) {
    let mut differing: Vec<String> = Vec::new();
    for (path, again) in table.again.iter().flat_map(|row| row_figures(flow, row)) {
        let Some(figure) = figures.get_mut(&path) else { continue };
        if let (Value::Read(first), Value::Read(second)) = (&figure.value, &again.value)
            && amount(first) != amount(second)
        {
            figure.value = Value::Ambiguous;
            differing.push(path);
        }
    }
    if !differing.is_empty() {
        findings.push(Finding::new(&codes::ROW_TWICE).fact("row", name(role)).naming(differing));
    }
}

fn amount(reading: &Reading) -> Option<quantity::Amount> {
    match reading {
        Reading::Number(number) => Some(number.amount),
        _ => None,
    }
}

/// Rows of the form that were not found: a finding each, or one for all where most are missing.
fn missing_rows(lexicon: &Lexicon, role: Role, figures: &BTreeMap<String, Figure>, findings: &mut Vec<Finding>) {
    let rows = |kind| {
        lexicon
            .template
            .tables
            .iter()
            .filter(|t| t.role == role)
            .flat_map(|t| t.figure_rows().map(move |(b, r)| (t, b, r)))
            .filter(move |(.., r)| r.kind == kind)
    };
    let all = rows(RowKind::Figures).count();
    let paths = |table: &crate::template::TableSpec,
                 block: &crate::template::BlockSpec,
                 row: &crate::template::RowSpec|
     -> Vec<String> { block.columns.iter().map(|column| table.path(row, column)).collect() };
    // The rows below a group that holds the figures itself are not missing.
    let replaced = |key: &str| {
        rows(RowKind::GroupOrFigures).any(|(t, b, r)| {
            key.starts_with(r.key.trim_end_matches("total"))
                && paths(t, b, r).iter().any(|path| figures.contains_key(path))
        })
    };
    // A row under the head of another edition has other paths, but the same row.
    // In a list of one column a path is its row.
    let row = |path: &str, columns: usize| if columns > 1 { path_row(path).to_owned() } else { path.to_owned() };
    let found = |paths: &[String]| {
        let same = |path: &String| figures.keys().any(|known| row(known, paths.len()) == row(path, paths.len()));
        paths.iter().any(same)
    };
    let missing: Vec<&str> = rows(RowKind::Figures)
        .filter(|(t, b, r)| !replaced(r.key) && !found(&paths(t, b, r)))
        .map(|(.., r)| r.label.text)
        .collect();
    if missing.len() * 2 > all {
        let finding = Finding::new(&codes::TABLE_PARTIAL).fact("table", name(role)).fact("found", all - missing.len());
        findings.push(finding.fact("missing", missing.len()));
        return;
    }
    // Its figures are absent, which their evidence says; there is nothing to doubt in a value.
    findings.extend(missing.into_iter().map(|label| Finding::new(&codes::ROW_MISSING).fact("row", label)));
}

/// Groups of columns that a table without row labels lacks.
fn missing_groups(spec: &'static TableSpec, figures: &BTreeMap<String, Figure>, findings: &mut Vec<Finding>) {
    let unlabelled = |row: &&RowSpec| row.label.text.is_empty();
    for (block, row) in
        spec.blocks.iter().flat_map(|block| block.rows.iter().filter(unlabelled).map(move |r| (block, r)))
    {
        let missing = block.columns.iter().filter(|column| !figures.contains_key(&spec.path(row, column)));
        let mut groups: Vec<&str> = missing.filter_map(|column| column.under.last()).map(|label| label.text).collect();
        groups.dedup();
        findings.extend(groups.into_iter().map(|group| Finding::new(&codes::COLUMN_MISSING).fact("column", group)));
    }
}

fn path_row(path: &str) -> &str {
    path.rsplit_once('.').map_or(path, |(row, _)| row)
}

/// How many grids a document has.
pub fn grids(document: &Document) -> usize {
    document.blocks.iter().filter(|block| matches!(block, Block::Grid(_))).count()
}
