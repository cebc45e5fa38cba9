//! Decoded HTML -> Document: lines, grids, and what the page declares of itself.
//!
//! What no room reads is dropped before the parser (`filter`). The page is parsed once and walked once, without recursion.
//! Scripts, styles and hidden parts are no text. Nothing here judges what the text means; a grid is only told from a table
//! that lays out the page.

mod escaped;
mod feed;
mod filter;
mod layout;
mod marks;
mod parse;
mod style;
mod table;
mod tags;
mod text;
mod walk;

use crate::document::{Block, Document, Format};
use crate::finding::{Finding, codes};
use scraper::Html;

/// Reads a page or a fragment of one. Never fails: broken markup gives what a browser would show.
pub(crate) fn read(source: &str) -> (Document, Vec<Finding>) {
    let mut findings = Vec::new();
    let unescaped = escaped::unescape(source);
    let source = unescaped.as_deref().unwrap_or(source);
    let (html, left_out) = parse::parse(source);
    findings.extend(left_out.map(|what| Finding::new(&codes::PART_LEFT_OUT).term("what", what)));
    let document = document(&html, &mut findings);
    (document, findings)
}

/// The document of a parsed page.
fn document(html: &Html, findings: &mut Vec<Finding>) -> Document {
    let mut document = Document::new(Format::Html);
    walk::walk(html, &mut document, findings);
    number_tables(&mut document);
    document
}

/// Numbers the grids in reading order, and their cells with them.
fn number_tables(document: &mut Document) {
    let grids = document.blocks.iter_mut().filter_map(|block| match block {
        Block::Grid(grid) => Some(grid),
        Block::Line(_) => None,
    });
    for (number, grid) in (1u32..).zip(grids) {
        grid.place.table = Some(number);
        for cell in &mut grid.cells {
            cell.place = crate::document::Place::table_cell(number, cell.row, cell.column);
        }
    }
}

#[cfg(test)]
mod tests;
