//! Document, outline and what was located -> record.

use super::{
    Area, Block, Evidence, Fact, Figures, FindingRecord, Kind, Node, Reading, Record, SCHEMA, Section, Source, Stated,
    Status, Table,
};
use crate::document::{self, Document, Grid};
use crate::finding::{Finding, Severity};
use crate::locate::{Figure, Located, Value, narrative};
use crate::outline::{self, Outline, Part};
use crate::template::{self, Named, Role, RowKind, Template};
use crate::text::quantity::{self, Amount};
use std::borrow::Cow;
use std::collections::{BTreeMap, HashSet};

/// Puts a record together. Its findings are added when all rooms have spoken, see [`Record::conclude`].
pub fn assemble(document: Document, outline: Outline, located: Located, source: Source) -> Record {
    let tables = Tables::new(document, &outline, &located);
    let Located { template, identity, figures, narrative, section_keys, .. } = located;
    let units = units(template, &figures);
    let group = |role| group(role, template, &units, &figures);
    let [disclosure, requests, remedies, statistics] =
        [Role::Disclosure, Role::Requests, Role::Remedies, Role::Statistics].map(group);
    let evidence = evidence(template, figures);
    let mut sections: Vec<Section> = outline.sections.into_iter().map(|section| tables.section(section)).collect();
    for (section, key) in sections.iter_mut().zip(section_keys) {
        section.key = key.map(str::to_owned);
    }
    Record {
        schema: SCHEMA,
        source,
        kind: if template.is_some() { Kind::OgiAnnualReport } else { Kind::NumberedReport },
        metadata: identity.metadata.iter().map(|(key, value)| (key.to_owned(), value.to_owned())).collect(),
        title: identity.title,
        agency: identity.agency,
        year: identity.year,
        published: identity.published,
        period: identity.period,
        template: template.map(|template| template.id),
        contact: identity.contact,
        preamble: tables.blocks(outline.preamble),
        disclosure,
        requests,
        remedies,
        statistics,
        sections,
        tables: tables.tables,
        narrative: narrative.into_iter().map(fact).collect(),
        evidence,
        findings: Vec::new(),
        status: Status::Clean,
    }
}

fn fact(fact: narrative::Fact) -> Fact {
    Fact {
        key: fact.key.to_owned(),
        name: fact.name,
        reading: if fact.value.is_some() { Stated::Number } else { Stated::NoneStated },
        value: fact.value,
        unit: fact.unit,
        approximate: fact.approximate,
        scope: fact.scope,
        words: fact.words,
        section: fact.section,
        place: fact.place,
        figure: fact.figure.map(str::to_owned),
    }
}

/// The tables of the report, and which block of the document is which.
struct Tables {
    tables: Vec<Table>,
    numbers: BTreeMap<usize, usize>,
}

impl Tables {
    /// The grids of the report's body, and those outside it that hold statutory figures or metadata.
    fn new(document: Document, outline: &Outline, located: &Located) -> Self {
        let mut found = Tables { tables: Vec::new(), numbers: BTreeMap::new() };
        let shown = |(at, block): (usize, &document::Block)| {
            let document::Block::Grid(_) = block else { return None };
            let role = located.roles.get(&at).map(|role| role.name());
            let role = role.or(located.metadata_grids.contains(&at).then_some("metadata"));
            let belongs = role.is_some() || outline.body.contains(&at);
            belongs.then(|| (at, role, above(&document, at)))
        };
        let shown: Vec<_> = document.blocks.iter().enumerate().filter_map(shown).collect();
        let mut shown = shown.into_iter().peekable();
        for (at, block) in document.blocks.into_iter().enumerate() {
            if let document::Block::Grid(grid) = block
                && let Some((_, role, above)) = shown.next_if(|shown| shown.0 == at)
            {
                found.numbers.insert(at, found.tables.len());
                found.tables.push(table(grid, role, above));
            }
        }
        found
    }

    fn section(&self, section: outline::Section) -> Section {
        Section {
            number: section.number,
            level: section.level,
            key: None,
            title: section.title,
            blocks: self.blocks(section.parts),
            sections: section.sections.into_iter().map(|inner| self.section(inner)).collect(),
        }
    }

    fn blocks(&self, parts: Vec<Part>) -> Vec<Block> {
        let block = |part: Part| match part {
            Part::Paragraph(paragraph) => Some(Block::Paragraph(paragraph.text)),
            Part::Grid(at) => self.numbers.get(&at).copied().map(Block::Table),
        };
        parts.into_iter().filter_map(block).collect()
    }
}

fn table(grid: Grid, role: Option<&str>, (caption, unit): (Option<String>, Option<String>)) -> Table {
    let area = |cell: &document::Cell| {
        (cell.rows > 1 || cell.columns > 1).then_some(Area {
            row: cell.row,
            column: cell.column,
            rows: cell.rows,
            columns: cell.columns,
        })
    };
    Table {
        role: role.map(str::to_owned),
        unit: unit.or_else(|| inside(&grid)),
        merged: grid.cells.iter().filter_map(area).collect(),
        place: grid.place.clone(),
        caption: grid.caption.clone().or(caption),
        rows: grid.into_rectangle(),
    }
}

/// The caption and unit in the short lines directly above a table: a line that ends in 表, or begins with 表 and a number;
/// a line or its end that states the unit.
fn above(document: &Document, at: usize) -> (Option<String>, Option<String>) {
    let (mut caption, mut unit) = (None, None);
    let mut seen = 0;
    for block in document.blocks[..at].iter().rev() {
        let document::Block::Line(line) = block else { break };
        let text = line.text.trim();
        if text.is_empty() {
            continue;
        }
        seen += 1;
        if seen > 4 || text.chars().count() > 60 {
            break;
        }
        unit = unit.or_else(|| stated_unit(text));
        let head = text.split_whitespace().next().unwrap_or(text);
        if caption.is_none() && (head.ends_with('表') || head.starts_with('表')) && head.chars().count() >= 2 {
            caption = Some(head.to_owned());
        }
    }
    (caption, unit)
}

/// The unit in the first rows of a grid, where a workbook keeps it.
fn inside(grid: &Grid) -> Option<String> {
    grid.cells
        .iter()
        .filter(|cell| cell.row < 4 && cell.text.chars().count() <= 30)
        .find_map(|cell| stated_unit(&cell.text))
}

/// `单位：万元`, `（单位:件）`.
fn stated_unit(text: &str) -> Option<String> {
    let after = text.split("单位").nth(1)?.trim_start().strip_prefix(['：', ':'])?;
    let unit: String =
        after.trim_start().chars().take_while(|c| !c.is_whitespace() && !"）)，,；;。".contains(*c)).collect();
    // 填报单位：… names an office, not a unit.
    (!unit.is_empty() && unit.chars().count() <= 6 && !text.contains("填报单位")).then_some(unit)
}

/// By paths in their order.
type ByPath<T> = BTreeMap<Cow<'static, str>, T>;

/// Figures as they were located, in the order of their paths.
type Found = [(&'static Named, Figure)];

/// The evidence of every figure of the edition, and of those that another edition's block brought in.
fn evidence(template: Option<&'static Template>, figures: Vec<(&'static Named, Figure)>) -> ByPath<Evidence> {
    let mut of_form = template.map(|template| template::figures(template.id)).into_iter().flatten().peekable();
    let mut evidence = Vec::with_capacity(figures.len());
    let absent = |(path, figure): (&'static String, _)| (Cow::Borrowed(path.as_str()), absent(figure));
    // Both are in order.
    for (Named { path, .. }, figure) in figures {
        evidence.extend(std::iter::from_fn(|| of_form.next_if(|(known, _)| *known < path)).map(absent));
        let _ = of_form.next_if(|(known, _)| *known == path);
        evidence.push((Cow::Borrowed(path.as_str()), of_figure(figure)));
    }
    evidence.extend(of_form.map(absent));
    evidence.into_iter().collect()
}

fn absent(figure: &template::Figure) -> Evidence {
    let label = Cow::Owned(format!("{}/{}", figure.row, figure.column));
    Evidence { reading: Reading::Absent, value: None, raw: String::new(), label, place: None, sure: true }
}

fn of_figure(figure: Figure) -> Evidence {
    let value = number(&figure);
    let reading = match figure.value {
        Value::Ambiguous => Reading::Ambiguous,
        Value::Absent => Reading::Absent,
        Value::Read(quantity::Reading::Number(_)) => Reading::Number,
        Value::Read(quantity::Reading::Blank) => Reading::Blank,
        Value::Read(quantity::Reading::Dash) => Reading::Dash,
        Value::Read(quantity::Reading::NotApplicable) => Reading::NotApplicable,
        Value::Read(quantity::Reading::Illegible) => Reading::Illegible,
    };
    let (label, place) = (Cow::Borrowed(figure.label), figure.place);
    Evidence { reading, value, raw: figure.raw, label, place, sure: figure.sure }
}

/// The number that a figure says, if it says one.
fn number(figure: &Figure) -> Option<Amount> {
    match &figure.value {
        Value::Read(quantity::Reading::Number(number)) => Some(number.amount),
        _ => None,
    }
}

/// The figures of a role in the order of the form.
fn group(
    role: Role,
    template: Option<&'static Template>,
    units: &BTreeMap<&'static str, String>,
    found: &Found,
) -> Option<Figures> {
    let table = template?.tables.iter().find(|table| table.role == role)?;
    let rows = || table.blocks.iter().flat_map(|block| block.rows.iter().zip(table.named(block)));
    let rows = || rows().filter(|(row, _)| row.kind != RowKind::Group);
    let located = |named: &Named| found.binary_search_by_key(&named.number, |(known, _)| known.number).ok();
    let mut figures = Figures::default();
    let mut shown = 0;
    for (row, named) in rows() {
        let mut value = |named: &'static Named| match located(named) {
            Some(at) => {
                shown += 1;
                Some((named, number(&found[at].1)))
            }
            None => (row.kind == RowKind::Figures).then_some((named, None)),
        };
        for together in named.chunk_by(|one, other| one.group() == other.group()) {
            put(&mut figures, together.iter().filter_map(&mut value), units);
        }
    }
    // Another edition's block may have brought in others.
    let of_role = || found.iter().filter(|(named, _)| named.is_of(role));
    if of_role().count() > shown {
        let listed: HashSet<usize> = rows().flat_map(|(_, named)| named).map(|named| named.number).collect();
        let others = of_role().filter(|(named, _)| !listed.contains(&named.number));
        others.for_each(|(named, figure)| put(&mut figures, std::iter::once((*named, number(figure))), units));
    }
    Some(figures)
}

/// Puts figures of one group where their paths say; behind an amount what it is in yuan, and its unit.
fn put(
    figures: &mut Figures,
    together: impl Iterator<Item = (&'static Named, Option<Amount>)>,
    units: &BTreeMap<&'static str, String>,
) {
    let mut together = together.peekable();
    let Some((first, _)) = together.peek() else { return };
    let group = figures.group(first.group());
    for (named, value) in together {
        group.push(named.name(), Node::Number(value));
        if named.name() == AMOUNT {
            let unit = units.get(named.path.as_str()).cloned();
            group.push("amount_yuan", Node::Number(yuan(value, unit.as_deref())));
            group.push("unit", Node::Unit(unit));
        }
    }
}

/// The name of an amount of money.
const AMOUNT: &str = "amount";

/// The units of all amounts, found or not: the one in its cell, else the one that its row or column states, else the one
/// that the form prints.
fn units(template: Option<&'static Template>, figures: &Found) -> BTreeMap<&'static str, String> {
    let of_form = template.map(|template| template::figures(template.id)).into_iter().flatten();
    let of_form = of_form.filter(|(path, _)| path.ends_with(AMOUNT));
    let of_form = of_form.map(|(path, figure)| (path.as_str(), figure.unit.to_owned()));
    let found = figures.iter().filter(|(named, _)| named.path.ends_with(AMOUNT));
    let found = found.filter_map(|(named, figure)| Some((named.path.as_str(), unit(figure)?)));
    let mut units: BTreeMap<&'static str, String> = of_form.chain(found).collect();
    units.retain(|_, unit| !unit.is_empty());
    units
}

/// The unit that an amount has in this report, where it is said.
fn unit(figure: &Figure) -> Option<String> {
    let in_cell = match &figure.value {
        Value::Read(quantity::Reading::Number(number)) => number.unit.clone(),
        _ => None,
    };
    in_cell.or_else(|| figure.unit.clone())
}

fn yuan(amount: Option<Amount>, unit: Option<&str>) -> Option<Amount> {
    match unit? {
        "元" => amount,
        "千元" => amount?.times(1_000),
        "万元" => amount?.times(10_000),
        "百万元" => amount?.times(1_000_000),
        "亿元" => amount?.times(100_000_000),
        _ => None,
    }
}

impl Record {
    /// Adds the findings in a stable order, and judges by them whether somebody should look.
    pub fn conclude(&mut self, findings: &[Finding], lang: crate::finding::Lang) {
        let mut findings: Vec<&Finding> = findings.iter().collect();
        findings.sort_by(|a, b| {
            (a.severity, a.code.code, &a.place, &a.figures).cmp(&(b.severity, b.code.code, &b.place, &b.figures))
        });
        let incomplete = ["table-missing", "table-partial", "positions-unknown", "tables-pictured", "tables-unread"];
        let loud = findings.iter().any(|finding| finding.severity != Severity::Note);
        self.status = match () {
            _ if findings.iter().any(|finding| incomplete.contains(&finding.code.slug)) => Status::Incomplete,
            _ if loud => Status::Review,
            _ => Status::Clean,
        };
        self.findings = findings.into_iter().map(|finding| FindingRecord::new(finding, lang)).collect();
    }
}
