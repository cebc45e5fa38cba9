//! A data table -> a grid, by the table algorithm of the HTML standard (4.9.12.1, forming a table).

use super::style::{dressed, is_hidden, is_named};
use super::text::{Inline, trim};
use super::walk::{all_text, attribute, is_block, is_unseen, visit};
use crate::document::{Block, Cell, Document, Drawing, Grid, Place};
use crate::finding::{Finding, codes, parts};
use crate::read::rows;
use crate::read::style::{APART, STRUCK, Said};
use ego_tree::NodeRef;
use ego_tree::iter::Edge;
use scraper::Node;

/// The standard's bound on `colspan`.
const WIDEST: usize = 1000;
/// As many places as the tables of a page may cover.
pub(super) const PLACES: usize = 500_000;

/// Reads a table into blocks of the document: a grid, or the lines and grids of a whole sheet that was saved as one table.
/// `left` is what is left of the places of the page; the text around the table may be struck out.
pub(super) fn read(
    table: NodeRef<'_, Node>,
    container: u32,
    document: &mut Document,
    findings: &mut Vec<Finding>,
    left: &mut usize,
    mut struck: bool,
) {
    let (mut caption, mut rows, mut text) = (None, Vec::new(), Inline::default());
    let is_struck = |element| dressed(element) == Some(Said::Struck);
    visit(table, |edge| {
        let Edge::Open(node) = edge else { return true };
        let Some(element) = node.value().as_element() else { return true };
        match element.name() {
            "caption" => caption = Some(all_text(node)).filter(|text| !text.is_empty()),
            "tr" if !is_hidden(element) => rows.push(cells_of(node, &mut text, struck || is_struck(element))),
            "table" | "thead" | "tbody" | "tfoot" => struck |= is_struck(element),
            _ => {}
        }
        // A table with another one in it lays out a page, so that no row stands in a cell.
        !matches!(element.name(), "td" | "th")
    });
    let (grid, cut) = form(rows, container, caption, left);
    if cut {
        findings.push(Finding::new(&codes::PART_LEFT_OUT).term("what", &parts::CELLS));
    }
    if is_sheet(&grid) {
        document.blocks.extend(sheet_blocks(&grid));
    } else {
        document.blocks.push(Block::Grid(grid));
    }
}

/// Whether a table is a whole sheet that an office program saved as a page: it holds running text, or wholly empty rows,
/// between its tables.
fn is_sheet(grid: &Grid) -> bool {
    let filled = |row: usize| grid.row(row).iter().filter(|cell| !cell.text.is_empty());
    let empty = (0..grid.rows).filter(|&row| filled(row).next().is_none()).count();
    let prose = (0..grid.rows).filter(|&row| {
        filled(row).count() == 1 && filled(row).any(|cell| cell.text.chars().count() > 60 && cell.text.contains('。'))
    });
    grid.rows > 12 && (prose.count() >= 2 || empty >= 6)
}

/// The lines and grids of a whole sheet.
fn sheet_blocks(grid: &Grid) -> Vec<Block> {
    let used = |cell: &Cell| rows::Used { row: cell.row as u32, column: cell.column as u32, text: cell.text.clone() };
    let area = |cell: &Cell| {
        let merged = cell.rows > 1 || cell.columns > 1;
        let (bottom, right) = (cell.row + cell.rows - 1, cell.end() - 1);
        merged.then_some(rows::Area {
            top: cell.row as u32,
            left: cell.column as u32,
            bottom: bottom as u32,
            right: right as u32,
        })
    };
    let sheet = rows::Sheet {
        cells: grid.cells.iter().map(used).collect(),
        areas: grid.cells.iter().filter_map(area).collect(),
        drawing: Drawing::Spans,
        place: &|_, _| Place::default(),
    };
    let mut blocks = rows::blocks(sheet, &mut rows::Progress::default());
    for block in &mut blocks {
        match block {
            Block::Line(line) => line.container = grid.container,
            Block::Grid(inner) => inner.container = grid.container,
        }
    }
    blocks
}

/// A cell as written.
struct Written {
    text: String,
    colspan: usize,
    rowspan: usize,
}

/// As many cells as most rows have.
const USUAL: usize = 12;

fn cells_of(row: NodeRef<'_, Node>, text: &mut Inline, struck: bool) -> Vec<Written> {
    let dress = |text: String| if struck && !text.is_empty() { format!("{STRUCK}{text}{STRUCK}") } else { text };
    let mut cell = |node: NodeRef<'_, Node>| {
        let element = node.value().as_element()?;
        let is_cell = matches!(element.name(), "td" | "th") && !is_hidden(element);
        is_cell.then(|| Written {
            text: dress(cell_text(node, text)),
            colspan: span(element, "colspan").clamp(1, WIDEST),
            rowspan: span(element, "rowspan"),
        })
    };
    let mut cells = Vec::with_capacity(USUAL);
    cells.extend(row.children().filter_map(&mut cell));
    cells
}

/// A span as browsers read it: an integer with anything behind it; what is no positive number is 1, and a rowspan of 0
/// reaches to the end of the table.
fn span(element: &scraper::node::Element, name: &str) -> usize {
    let Some(value) = attribute(element, name) else { return 1 };
    let value = value.trim();
    let digits = &value[..value.bytes().take_while(u8::is_ascii_digit).count()];
    match digits.parse::<usize>() {
        Ok(0) if name == "rowspan" => usize::MAX,
        Ok(span) if span > 0 => span,
        Err(_) if digits.len() > 6 => usize::MAX,
        _ => 1,
    }
}

/// Gives every cell its rows and columns. A cell keeps clear of places that one above it covers.
fn form(written: Vec<Vec<Written>>, container: u32, caption: Option<String>, left: &mut usize) -> (Grid, bool) {
    let height = written.len();
    let mut cells = Vec::with_capacity(written.iter().map(Vec::len).sum());
    // For each column, the row up to which a cell above covers it.
    let mut covered: Vec<usize> = Vec::new();
    let mut cut = false;
    for (row, line) in written.into_iter().enumerate() {
        let mut column = 0;
        for cell in line {
            while covered.get(column).is_some_and(|&until| until > row) {
                column += 1;
            }
            let rows = cell.rowspan.min(height - row);
            // A cell ends where another one from above begins.
            let free = (column..column + cell.colspan)
                .take_while(|&c| covered.get(c).is_none_or(|&until| until <= row))
                .count();
            let Some(rest) = left.checked_sub(rows * free) else {
                cut = true;
                break;
            };
            *left = rest;
            if covered.len() < column + free {
                covered.resize(column + free, 0);
            }
            covered[column..column + free].fill(row + rows);
            cells.push(Cell { row, column, rows, columns: free, text: cell.text, place: Place::default() });
            column += free;
        }
        if cut {
            break;
        }
    }
    let columns = cells.iter().map(Cell::end).max().unwrap_or(0);
    let rows = if cut { cells.last().map_or(0, |cell| cell.row + 1) } else { height };
    cells.iter_mut().for_each(|cell| cell.rows = cell.rows.min(rows - cell.row));
    (Grid { rows, columns, cells, drawing: Drawing::Spans, caption, place: Place::default(), container }, cut)
}

fn ends_line(node: NodeRef<'_, Node>) -> bool {
    node.value().as_element().is_some_and(|element| is_block(element.name()))
}

/// What stands for a picture or a field of a form where nothing else is in a cell.
const OBJECT: &str = "\u{fffc}";

/// The text of a cell; its paragraphs and breaks are lines.
fn cell_text(cell: NodeRef<'_, Node>, text: &mut Inline) -> String {
    let mut objects = 0;
    visit(cell, |edge| {
        match edge {
            Edge::Open(node) => match node.value() {
                Node::Text(inline) => text.push(inline),
                Node::Element(element) if is_unseen(element.name()) || is_hidden(element) => {
                    objects += usize::from(is_field(element.name()) && !is_hidden(element));
                    return false;
                }
                Node::Element(element) if is_object(element) => objects += 1,
                Node::Element(element) => match mark(element, !text.is_empty()) {
                    Some(mark) => text.push(mark),
                    None if element.name() == "br" || is_block(element.name()) => text.newline(),
                    None => {}
                },
                _ => {}
            },
            Edge::Close(node) if ends_line(node) => text.newline(),
            Edge::Close(_) => {}
        }
        true
    });
    let text = text.take();
    let text = match text.contains('\n') {
        true => text.lines().map(trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n"),
        false => text,
    };
    if text.is_empty() && objects > 0 { OBJECT.to_owned() } else { text }
}

/// The mark before the text of an element. A whole text may be set a little higher, which says nothing.
fn mark(element: &scraper::node::Element, behind_text: bool) -> Option<&'static str> {
    match dressed(element)? {
        Said::Struck => Some(STRUCK),
        _ => (behind_text || is_named(element)).then_some(APART),
    }
}

/// Fields in which a figure may stand that is no text.
fn is_field(name: &str) -> bool {
    matches!(name, "select" | "textarea")
}

/// A picture or a field, unless it is too small to show anything or not shown.
fn is_object(element: &scraper::node::Element) -> bool {
    let size = |name| attribute(element, name).and_then(|size| size.trim_end_matches("px").parse::<u32>().ok());
    match element.name() {
        "img" => [size("width"), size("height")].into_iter().flatten().all(|size| size > 8),
        "input" => attribute(element, "type") != Some("hidden"),
        _ => false,
    }
}
