//! A page -> its tree: fed to the parser in pieces, so that its depth can be bounded.
//!
//! The time of an HTML parser grows with the square of the depth, and a page can be made of nothing but opening tags. How
//! deep a tag nests only the parser knows (a `</b>` may close nothing), so it is asked after every piece.

use super::feed::Feed;
use super::filter::{Filter, PIECE, Piece};
use crate::finding::{Words, parts};
use scraper::{Html, Node};

/// Where elements are nested deeper, the rest of the page is read without its tags.
const DEEPEST: usize = 512;

/// As many nodes as the tree of a page may have. A page of a megabyte has some fifty thousand.
const MOST_NODES: usize = 700_000;

/// The tree of a page, and what of it was left out.
pub(super) fn parse(page: &str) -> (Html, Option<&'static Words>) {
    in_pieces(page, PIECE)
}

/// The same, fed in pieces of about so many bytes.
pub(super) fn in_pieces(page: &str, piece: usize) -> (Html, Option<&'static Words>) {
    let page = page.strip_prefix('\u{feff}').unwrap_or(page);
    let (mut feed, mut filter) = (Feed::new(page.len()), Filter::new(page, piece));
    let mut left_out = None;
    while let Some(piece) = filter.next() {
        match piece {
            Piece::Filtered(piece, parts) => feed.give(piece, parts),
            Piece::Unchanged(piece) => feed.pass(piece),
        }
        let html = feed.html();
        if html.tree.nodes().len() > MOST_NODES {
            left_out = Some(&parts::ELEMENTS);
            break;
        }
        if left_out.is_none() && depth(&html) > DEEPEST {
            left_out = Some(&parts::NESTED);
            filter.dissolve();
        }
    }
    let crowded = filter.is_crowded().then_some(&parts::CROWDED);
    (feed.finish(), left_out.or(crowded))
}

/// How deep the last element stands. Later nodes that are none, such as comments, may stand elsewhere.
fn depth(html: &Html) -> usize {
    let last = html.tree.nodes().rev().find(|node| matches!(node.value(), Node::Element(_)));
    last.map_or(0, |node| node.ancestors().take(DEEPEST + 1).count())
}
