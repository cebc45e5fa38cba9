//! A page -> its tree: fed to the parser in pieces, so that its depth can be bounded.
//!
//! The time of an HTML parser grows with the square of the depth, and a page can be made of nothing but opening tags. How
//! deep a tag nests only the parser knows (a `</b>` may close nothing), so it is asked after every piece.

use super::filter::Filter;
use html5ever::driver::{self, ParseOpts};
use html5ever::tendril::{StrTendril, TendrilSink};
use scraper::{Html, HtmlTreeSink, Node};

/// Where elements are nested deeper, the rest of the page is read without its tags.
const DEEPEST: usize = 512;

/// As many nodes as the tree of a page may have. A page of a megabyte has some fifty thousand.
const MOST_NODES: usize = 1_000_000;

/// The tree of a page, and what of it was left out.
pub(super) fn parse(page: &str) -> (Html, Option<&'static str>) {
    let sink = HtmlTreeSink::new(Html::new_document());
    let mut parser = driver::parse_document(sink, ParseOpts::default());
    let mut filter = Filter::new(page);
    let mut left_out = None;
    while let Some(piece) = filter.next() {
        parser.process(StrTendril::from_slice(piece));
        let html = parser.tokenizer.sink.sink.0.borrow();
        if html.tree.nodes().len() > MOST_NODES {
            left_out = Some("elements beyond the limit");
            break;
        }
        if left_out.is_none() && depth(&html) > DEEPEST {
            left_out = Some("elements nested too deep");
            filter.dissolve();
        }
    }
    (parser.finish(), left_out)
}

/// How deep the last element stands. Later nodes that are none, such as comments, may stand elsewhere.
fn depth(html: &Html) -> usize {
    let last = html.tree.nodes().rev().find(|node| matches!(node.value(), Node::Element(_)));
    last.map_or(0, |node| node.ancestors().take(DEEPEST + 1).count())
}
