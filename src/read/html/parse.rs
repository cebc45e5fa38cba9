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

/// The tree of a page, and whether a part of it was too deep.
pub(super) fn parse(page: &str) -> (Html, bool) {
    let sink = HtmlTreeSink::new(Html::new_document());
    let mut parser = driver::parse_document(sink, ParseOpts::default());
    let mut filter = Filter::new(page);
    let mut too_deep = false;
    while let Some(piece) = filter.next() {
        parser.process(StrTendril::from_slice(piece));
        if !too_deep && depth(&parser.tokenizer.sink.sink.0.borrow()) > DEEPEST {
            too_deep = true;
            filter.dissolve();
        }
    }
    (parser.finish(), too_deep)
}

/// How deep the last element stands. Later nodes that are none, such as comments, may stand elsewhere.
fn depth(html: &Html) -> usize {
    let last = html.tree.nodes().rev().find(|node| matches!(node.value(), Node::Element(_)));
    last.map_or(0, |node| node.ancestors().take(DEEPEST + 1).count())
}
