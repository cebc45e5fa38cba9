//! A workbook whose sheets are of several reports: another year, another agency, the blank form.
//!
//! The title of a sheet says whose it is, and where it has none its name may say that it is of another year. Sheets without
//! either go with the one before.

use super::identity::title::{self, Title};
use super::times;
use crate::document::{Block, Cell, Document};
use crate::finding::{Finding, codes};
use crate::text::fold;
use std::collections::BTreeSet;
use std::ops::Range;

/// Leaves out the sheets that are of another report than the first, and names the first of them.
pub(super) fn keep_own(document: &mut Document) -> Option<Finding> {
    let sheets = sheets(document);
    let own = own(&sheets);
    let years = years(&sheets, own);
    let forms = forms(document, &sheets);
    let mut finding = None;
    let mut other = false;
    let mut left_out: Vec<Range<usize>> = Vec::new();
    for ((sheet, is_own), is_form) in sheets.iter().zip(years).zip(forms) {
        other = match (&sheet.title, own) {
            (Some(title), Some(own)) => is_other(title, own),
            _ => is_own.map_or(other, |own| !own),
        };
        if other || is_form {
            let title = sheet.title.as_ref().map_or(sheet.name, |title| title.text.as_str());
            let place = document.blocks[sheet.blocks.start].place().clone();
            finding.get_or_insert_with(|| Finding::new(&codes::REPORTS_SEVERAL).fact("title", title).at(place));
            left_out.push(sheet.blocks.clone());
        }
    }
    for blocks in left_out.into_iter().rev() {
        document.blocks.drain(blocks);
    }
    finding
}

/// A sheet of a workbook.
struct Sheet<'d> {
    name: &'d str,
    blocks: Range<usize>,
    title: Option<Title>,
    /// It has a grid, and a number stands in one.
    grid: bool,
    numbers: bool,
}

/// The name of the sheet that a block stands in.
fn name(block: &Block) -> Option<&str> {
    block.place().sheet.as_deref()
}

/// The sheets of a document; none if it has only one.
fn sheets(document: &Document) -> Vec<Sheet<'_>> {
    let mut sheets = Vec::new();
    let mut start = 0;
    for blocks in document.blocks.chunk_by(|one, next| name(one) == name(next)) {
        if let Some(name) = name(&blocks[0]) {
            sheets.push(sheet(name, blocks, start..start + blocks.len()));
        }
        start += blocks.len();
    }
    if sheets.len() < 2 { Vec::new() } else { sheets }
}

fn sheet<'d>(name: &'d str, shown: &'d [Block], blocks: Range<usize>) -> Sheet<'d> {
    let is_number = |text: &str| !text.is_empty() && text.chars().all(|c| fold::half_width(c).is_ascii_digit());
    Sheet {
        name,
        blocks,
        title: shown.iter().find_map(title::own),
        grid: shown.iter().any(|block| matches!(block, Block::Grid(_))),
        numbers: shown.iter().flat_map(cells).any(|cell| is_number(cell.text.trim())),
    }
}

/// The title of the first report: a blank form before it is none.
fn own<'s>(sheets: &'s [Sheet]) -> Option<&'s Title> {
    let titled = || sheets.iter().filter(|sheet| sheet.title.is_some());
    let filled = titled().any(|sheet| sheet.numbers);
    titled().find(|sheet| !sheet.grid || sheet.numbers || !filled)?.title.as_ref()
}

/// Whether a title is of another year or agency, as far as both tell.
fn is_other(title: &Title, own: &Title) -> bool {
    let years = title.year.zip(own.year).is_some_and(|(one, other)| one != other);
    let same = |one: &String, other: &String| one.ends_with(other.as_str()) || other.ends_with(one.as_str());
    years || title.agency.as_ref().zip(own.agency.as_ref()).is_some_and(|(one, other)| !same(one, other))
}

/// Whether the name of each sheet says that it is of the report's year, or of another (上年 beside 本年, 2021年 beside
/// 2022年); no name says so where none is of the report's.
fn years(sheets: &[Sheet], own: Option<&Title>) -> Vec<Option<bool>> {
    let own_year = own.and_then(|own| own.year).map(|year| year.to_string());
    let is_own = |sheet: &Sheet| match times::year(&fold::key(sheet.name)) {
        Some(year) => own_year.as_deref().map(|own| own == year),
        None => times::is_current(&fold::key(sheet.name)),
    };
    let told: Vec<Option<bool>> = sheets.iter().map(is_own).collect();
    if told.contains(&Some(true)) { told } else { vec![None; sheets.len()] }
}

/// As many texts as a form has at least.
const FORM: usize = 20;

/// Which sheets have no number, while all of their texts stand in another one that has: each is the form that the other was
/// filled in from.
fn forms(document: &Document, sheets: &[Sheet]) -> Vec<bool> {
    let blank = |sheet: &Sheet| sheet.grid && !sheet.numbers;
    if !sheets.iter().any(blank) {
        return vec![false; sheets.len()];
    }
    let texts = |sheet: &Sheet| texts(document, sheet);
    let filled: Vec<BTreeSet<&str>> = sheets.iter().filter(|sheet| sheet.numbers).map(texts).collect();
    let is_form = |texts: BTreeSet<&str>| texts.len() >= FORM && filled.iter().any(|other| texts.is_subset(other));
    sheets.iter().map(|sheet| blank(sheet) && is_form(texts(sheet))).collect()
}

/// The texts in the grids of a sheet.
fn texts<'d>(document: &'d Document, sheet: &Sheet) -> BTreeSet<&'d str> {
    let cells = document.blocks[sheet.blocks.clone()].iter().flat_map(cells);
    cells.map(|cell| cell.text.trim()).filter(|text| !text.is_empty()).collect()
}

fn cells(block: &Block) -> &[Cell] {
    match block {
        Block::Grid(grid) => &grid.cells,
        Block::Line(_) => &[],
    }
}
