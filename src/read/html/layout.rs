//! Tables that lay out a page, told from tables that hold data.

use super::walk::is_code;
use ego_tree::NodeRef;
use scraper::Node;

/// A cell of more characters than this holds running text.
const PROSE: usize = 400;

/// A table of so many cells holds data.
const MANY: usize = 12;

/// Whether a table lays out the page: it holds another table or headings, or one cell, or a cell with running text among
/// few others.
pub(super) fn lays_out(table: NodeRef<'_, Node>) -> bool {
    let (mut cells, mut rows, mut longest) = (0usize, 0usize, 0usize);
    let mut current = 0usize;
    for node in table.descendants().skip(1) {
        match node.value() {
            Node::Element(element) => match element.name() {
                "table" | "h1" | "h2" | "h3" => return true,
                "td" | "th" => {
                    cells += 1;
                    current = 0;
                }
                "tr" => rows += 1,
                _ => {}
            },
            // Running text among many cells says nothing.
            Node::Text(text) if cells < MANY && !is_code(&node) => {
                current += text.chars().filter(|c| !c.is_whitespace()).count();
                longest = longest.max(current);
            }
            _ => {}
        }
    }
    cells <= 1 || (longest > PROSE && cells <= rows * 2 && cells < MANY)
}
