//! A filtered page -> its tree. Whole tags and plain text go straight to what builds the tree; the parser's tokenizer, which
//! goes from character to character, gets what is neither.
//!
//! That gives the same tokens, for these reasons:
//!
//! - A part that the tokenizer gets begins where it would be in its data state, and ends behind markup that brings it back
//!   there (`part`). Where that is not certain, as at the end of a piece, it gets the next part too.
//! - Elements whose content is no markup (titles, scripts) change its state, and it gets all of them.
//! - In text and in values it changes line breaks, character references and NULs (13.2.3.5, 13.2.5). Whatever is not
//!   certain of these is its own affair (`token`).
//! - The tree takes a text in one token or in many for the same.

mod token;

use super::filter::{Markup, Part};
use ego_tree::Tree;
use html5ever::driver::{self, ParseOpts, Parser};
use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::tokenizer::{Token, TokenSink, TokenizerOpts};
use scraper::{Html, HtmlTreeSink, Node};
use std::cell::Ref;
use std::ops::Range;

/// A page has about one node for so many bytes. Room for so many nodes is made before any is seen.
const BYTES: usize = 32;
const NODES: usize = 8 << 10;

/// What builds the tree of a page.
pub(super) struct Feed {
    parser: Parser<HtmlTreeSink>,
    names: token::Names,
    /// The tokenizer holds something that has not ended.
    within: bool,
}

impl Feed {
    /// For a page of so many bytes.
    pub fn new(bytes: usize) -> Self {
        // A mark of byte order counts at the beginning of a page, not of every part of it.
        let tokenizer = TokenizerOpts { discard_bom: false, ..TokenizerOpts::default() };
        let options = ParseOpts { tokenizer, ..ParseOpts::default() };
        let mut html = Html::new_document();
        html.tree = Tree::with_capacity(Node::Document, (bytes / BYTES).min(NODES));
        Feed {
            parser: driver::parse_document(HtmlTreeSink::new(html), options),
            names: token::Names::new(),
            within: false,
        }
    }

    /// The tree as far as it is built.
    pub fn html(&self) -> Ref<'_, Html> {
        self.parser.tokenizer.sink.sink.0.borrow()
    }

    pub fn finish(self) -> Html {
        self.parser.finish()
    }

    /// Gives a piece in which it is not certain what is a tag.
    pub fn pass(&mut self, piece: &str) {
        self.within = true;
        self.parser.process(StrTendril::from_slice(piece));
    }

    /// Gives a piece whose markup is known.
    pub fn give(&mut self, piece: &str, parts: &[Part]) {
        let piece = StrTendril::from_slice(piece);
        let rest = Part { start: piece.len(), end: piece.len(), markup: Markup::Unfinished };
        let mut at = 0;
        for part in parts.iter().chain([&rest]) {
            let from = self.tokens(&piece, at, part);
            self.tokenize(&piece, from..part.end);
            at = part.end;
        }
    }

    /// Gives as much of a part as needs no tokenizer, with the text before it, and says where the rest begins.
    fn tokens(&mut self, piece: &StrTendril, start: usize, part: &Part) -> usize {
        let ends = !matches!(part.markup, Markup::Raw | Markup::Unfinished);
        let within = std::mem::replace(&mut self.within, !ends);
        if within {
            return start;
        }
        let Some(text) = token::text(piece, start..part.start, ends) else { return start };
        if !text.is_empty() {
            self.token(Token::CharacterTokens(text));
        }
        let token = match &part.markup {
            Markup::Tag(tag) => self.names.tag(piece, part.start, tag).map(Token::TagToken),
            Markup::Comment => Some(Token::CommentToken(StrTendril::new())),
            Markup::Raw | Markup::Other | Markup::Unfinished => None,
        };
        // Plain text at the end of a piece has ended.
        self.within &= part.start < part.end;
        match token {
            Some(token) => {
                self.token(token);
                part.end
            }
            None => part.start,
        }
    }

    fn token(&mut self, token: Token) {
        // The answer concerns elements that only the tokenizer gives, and encodings.
        let _ = self.parser.tokenizer.sink.process_token(token, 1);
    }

    fn tokenize(&mut self, piece: &StrTendril, range: Range<usize>) {
        if !range.is_empty() {
            self.parser.process(piece.subtendril(range.start as u32, range.len() as u32));
        }
    }
}
