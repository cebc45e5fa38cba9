//! A page -> the same page without what no room above the parser reads, piece by piece.
//!
//! Nine tenths of the time of an extraction went into the parser, and most of that into attributes that nobody reads. So
//! before the parser sees them, this drops: attributes, except those that the walk asks for; the bodies of scripts, styles
//! and comments; and tags of fonts and spans that open and close around plain text. The document is the same, which a
//! property test holds on sound and on broken pages, and for these reasons:
//!
//! - Parts end where the tokenizer of the standard ends them (`tags`). What it reads depends on the tree only inside of
//!   other vocabularies, templates and frames: from the first of those on, the page is given unchanged.
//! - Of attributes, the tree itself asks for `type` of `input` only. Equal unclosed fonts count as one (the "Noah's Ark
//!   clause"), which changes how often a font is opened again and never a block.
//! - A pair of font or span tags is dropped only if nothing but text and line breaks stands between:
//!   then no element that has a say in the tree is ever opened, closed or moved while it is open. It also must not glue
//!   text that is none: `&am<b>p;</b>`, `<<b>p</b>`; and in a table outside of cells it keeps blanks in their place.

use super::tags::{self, TagEnd};
use memchr::{memchr, memchr2, memmem};
use std::sync::LazyLock;

/// As much is given to the parser at once, unless a single part is larger.
const PIECE: usize = 8 << 10;
/// A pair of tags around more text than this stays: taking the first out moves the text.
const RUN: usize = 4 << 10;

/// What is left of a page, in pieces.
pub(super) struct Filter<'p> {
    page: &'p str,
    at: usize,
    out: String,
    /// Tags of fonts and spans in `out` that go if their end follows with nothing but text between.
    open: Vec<Open>,
    /// Where `out` ended when a `<pre>` was opened last: a line break that follows there is ignored.
    preformatted: usize,
    /// The body has begun. Before it, the first tag of a run is not idle: it opens the body.
    in_body: bool,
    /// In a table, and in none of its cells: blanks and text go different ways here.
    between_cells: bool,
    mode: Mode,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mode {
    /// Drops what is not read.
    Filtering,
    /// Drops nothing: what is a tag is no longer certain.
    Unchanged,
    /// Drops all tags: the elements are nested too deep.
    Dissolving,
}

/// A tag that may go.
struct Open {
    /// Its place in the output.
    from: usize,
    to: usize,
    name: Name,
}

/// The lower-case name of an element, if it is short enough to be a known one.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Name {
    bytes: [u8; 16],
    length: usize,
}

impl Name {
    fn new(written: &[u8]) -> Self {
        let mut name = Name { bytes: [0; 16], length: written.len() };
        for (byte, written) in name.bytes.iter_mut().zip(written) {
            *byte = written.to_ascii_lowercase();
        }
        name
    }

    /// Empty for names that are longer than any known one.
    fn as_bytes(&self) -> &[u8] {
        self.bytes.get(..self.length).unwrap_or_default()
    }
}

impl<'p> Filter<'p> {
    pub fn new(page: &'p str) -> Self {
        let out = String::with_capacity(PIECE * 2);
        Filter {
            page,
            at: 0,
            out,
            open: Vec::new(),
            preformatted: 0,
            in_body: false,
            between_cells: false,
            mode: Mode::Filtering,
        }
    }

    /// From here on all tags are dropped and the text is kept, if what is a tag is certain; else nothing is left.
    pub fn dissolve(&mut self) {
        match self.mode {
            Mode::Unchanged => self.at = self.page.len(),
            Mode::Filtering | Mode::Dissolving => self.mode = Mode::Dissolving,
        }
    }

    /// The next piece; `None` at the end of the page.
    pub fn next(&mut self) -> Option<&str> {
        self.out.clear();
        self.open.clear();
        self.preformatted = 0;
        while self.out.len() < PIECE && self.at < self.page.len() {
            match self.mode {
                Mode::Unchanged => self.copy(self.piece_end()),
                _ => self.step(),
            }
        }
        (!self.out.is_empty()).then_some(self.out.as_str())
    }

    /// The end of a piece that is given unchanged, at a border between characters.
    fn piece_end(&self) -> usize {
        let end = (self.at + PIECE).min(self.page.len());
        (end..=self.page.len()).find(|&at| self.page.is_char_boundary(at)).unwrap_or(self.page.len())
    }

    fn copy(&mut self, to: usize) {
        self.out.push_str(&self.page[self.at..to]);
        self.at = to;
    }

    /// Passes text and the part of markup behind it.
    fn step(&mut self) {
        let page = self.page.as_bytes();
        let markup = memchr(b'<', &page[self.at..]).map_or(page.len(), |length| self.at + length);
        self.copy(markup);
        match (page.get(markup + 1), page.get(markup + 2)) {
            (Some(b'!'), _) if page[markup..].starts_with(b"<!--") => {
                self.at = tags::comment_end(page, markup);
                // Something must stay: a comment divides runs of blanks between the cells of a table.
                self.put_markup("<!---->");
            }
            // Document types, and what a parser takes for comments.
            (Some(b'!' | b'?'), _) => self.pass_until(markup, b'>'),
            (Some(b'/'), Some(letter)) if letter.is_ascii_alphabetic() => self.end_tag(markup),
            (Some(b'/'), Some(_)) => self.pass_until(markup, b'>'),
            (Some(letter), _) if letter.is_ascii_alphabetic() => self.start_tag(markup),
            (None, _) => self.copy(page.len()),
            // A `<` that is text.
            _ => self.copy(markup + 1),
        }
    }

    fn put_markup(&mut self, markup: &str) {
        if self.mode != Mode::Dissolving {
            self.out.push_str(markup);
        }
    }

    /// Gives the part from `start` to the next `end` unchanged.
    fn pass_until(&mut self, start: usize, end: u8) {
        let page = self.page.as_bytes();
        self.at = memchr(end, &page[start..]).map_or(page.len(), |length| start + length + 1);
        self.put_markup(&self.page[start..self.at]);
        self.open.clear();
    }

    /// The page ends within a tag, which then is none. What the parser makes of it is its own affair.
    fn unfinished(&mut self) {
        match self.mode {
            Mode::Dissolving => self.at = self.page.len(),
            _ => self.copy(self.page.len()),
        }
    }

    fn end_tag(&mut self, start: usize) {
        let page = self.page.as_bytes();
        let name_end = tags::name_end(page, start + 2);
        let Some(end) = tags::attributes(page, name_end, |_| {}) else { return self.unfinished() };
        self.at = end.at;
        if self.mode == Mode::Dissolving {
            return;
        }
        let name = Name::new(&page[start + 2..name_end]);
        match kind(name.as_bytes()) {
            Kind::Run if self.close_run(name) => return,
            Kind::Passing => {}
            kind => {
                self.open.clear();
                if matches!(kind, Kind::Table | Kind::Cell) {
                    self.between_cells = name.as_bytes() != b"table";
                }
            }
        }
        self.out.push_str(&self.page[start..name_end]);
        self.out.push('>');
    }

    /// Takes a pair of tags out, if it was opened last and its text is short; whether it did.
    fn close_run(&mut self, name: Name) -> bool {
        let Some(open) = self.open.pop() else { return false };
        if open.name == name && self.out.len() - open.to <= RUN && !glues(self.out.as_bytes()) {
            self.out.drain(open.from..open.to);
            return true;
        }
        self.open.clear();
        false
    }

    fn start_tag(&mut self, start: usize) {
        let page = self.page.as_bytes();
        let name_end = tags::name_end(page, start + 1);
        let name = Name::new(&page[start + 1..name_end]);
        let kind = kind(name.as_bytes());
        let from = self.out.len();
        self.out.push_str(&self.page[start..name_end]);
        let Some(end) = self.attributes(name_end, kind, name) else {
            self.out.truncate(from);
            return self.unfinished();
        };
        self.at = end.at;
        self.out.push('>');
        if self.mode == Mode::Dissolving {
            self.out.truncate(from);
        }
        match kind {
            Kind::Run if self.out.len() - from == name.length + 2 => self.open_run(from, name),
            Kind::Passing => {}
            _ => self.open.clear(),
        }
        self.in_body |= !matches!(kind, Kind::Head | Kind::Raw) && name.as_bytes() != b"meta";
        match kind {
            Kind::Raw => self.raw_text(name),
            Kind::Cell => self.between_cells = false,
            Kind::Preformatted => self.preformatted = self.out.len(),
            Kind::Table => self.between_cells = true,
            Kind::Unsure if self.mode == Mode::Dissolving => self.at = page.len(),
            Kind::Unsure => self.leave(from, start, end, name),
            _ => {}
        }
    }

    /// Writes the attributes that are read, and finds the end of the tag.
    fn attributes(&mut self, name_end: usize, kind: Kind, name: Name) -> Option<TagEnd> {
        let (page, out) = (self.page, &mut self.out);
        let mut styled = false;
        tags::attributes(page.as_bytes(), name_end, |attribute| {
            let lower = Name::new(&page.as_bytes()[attribute.name]);
            let written = &page[attribute.written];
            let kept = match (kind, name.as_bytes(), lower.as_bytes()) {
                (Kind::Attributed, ..) => written,
                (_, b"td" | b"th", b"colspan" | b"rowspan") => written,
                (_, b"a", b"href") => "href",
                (.., b"hidden") => "hidden",
                // Of two attributes with one name the first counts.
                (.., b"style") if !std::mem::replace(&mut styled, true) && may_hide(written.as_bytes()) => written,
                _ => return,
            };
            out.push(' ');
            out.push_str(kept);
        })
    }

    /// Notes a tag that may go. Directly behind `<pre>` it keeps a line break from being ignored; and what a piece begins
    /// with may have to stand apart from the piece before.
    fn open_run(&mut self, from: usize, name: Name) {
        let apart = from > self.preformatted && !glues(&self.out.as_bytes()[..from]);
        if apart && self.in_body && !self.between_cells {
            self.open.push(Open { from, to: self.out.len(), name });
        }
    }

    /// Passes an element in which nothing is a tag but its own end. The text of titles and the like is kept.
    fn raw_text(&mut self, name: Name) {
        let page = self.page.as_bytes();
        let (end, read) = match name.as_bytes() {
            b"script" => (tags::script_end(page, self.at), false),
            other => (tags::raw_text_end(page, self.at, other), other != b"style"),
        };
        if read && self.mode != Mode::Dissolving {
            self.copy(end);
        }
        self.at = end;
    }

    /// Passes a drawing that is nothing but shapes; from anything else of its kind on the page stays as it is.
    fn leave(&mut self, from: usize, start: usize, tag: TagEnd, name: Name) {
        self.out.truncate(from);
        self.at = start;
        match name.as_bytes() {
            b"svg" if tag.closes_itself => self.copy(tag.at),
            b"svg" => match drawing_end(self.page.as_bytes(), tag.at) {
                Some(end) => self.copy(end),
                None => self.mode = Mode::Unchanged,
            },
            _ => self.mode = Mode::Unchanged,
        }
    }
}

/// Whether text would become something else if it went on directly behind these bytes: an unfinished character reference,
/// a `<`, the first half of a line break.
fn glues(before: &[u8]) -> bool {
    let Some(&last) = before.last() else { return false };
    if matches!(last, b'<' | b'\r') {
        return true;
    }
    // No name of a character is longer. Digits may go on for ever, and are left alone after that.
    let tail = before.iter().rev().take(40);
    let word = tail.clone().take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'#').count();
    word == 40 || before.len() > word && before[before.len() - 1 - word] == b'&'
}

static HIDING: LazyLock<[memmem::Finder<'static>; 5]> =
    LazyLock::new(|| ["display", "hid", "size:0", "size: 0", "line-through"].map(memmem::Finder::new));

/// Whether a style may say that an element is not shown, or struck out: plainly, in capitals, or in character references.
fn may_hide(style: &[u8]) -> bool {
    let plain = || HIDING.iter().any(|hiding| hiding.find(style).is_some());
    plain() || memchr2(b'&', b'D', style).is_some()
}

/// What the filter does with an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// Dresses text: a pair of tags may go.
    Run,
    /// May stand within such a pair.
    Passing,
    /// All attributes are read.
    Attributed,
    /// Holds text in which no tags are.
    Raw,
    /// Ignores a line break at its beginning.
    Preformatted,
    /// A cell, in which blanks are blanks again.
    Cell,
    /// Another part of a table.
    Table,
    /// May stand before the body.
    Head,
    /// Makes uncertain what is a tag.
    Unsure,
    /// Any other.
    Plain,
}

fn kind(name: &[u8]) -> Kind {
    match name {
        b"span" | b"font" | b"o:p" | b"b" | b"strong" | b"i" | b"em" | b"u" | b"small" | b"big" => Kind::Run,
        b"br" | b"wbr" => Kind::Passing,
        b"meta" | b"input" | b"img" | b"image" => Kind::Attributed,
        b"script" | b"style" | b"title" | b"textarea" | b"xmp" | b"iframe" | b"noembed" | b"noframes" | b"noscript" => {
            Kind::Raw
        }
        b"td" | b"th" | b"caption" => Kind::Cell,
        b"table" | b"tr" | b"tbody" | b"thead" | b"tfoot" | b"colgroup" | b"col" => Kind::Table,
        b"pre" | b"listing" => Kind::Preformatted,
        b"html" | b"head" | b"link" | b"base" | b"basefont" | b"bgsound" => Kind::Head,
        b"svg" | b"math" | b"template" | b"frameset" | b"plaintext" => Kind::Unsure,
        _ => Kind::Plain,
    }
}

/// Shapes: elements of drawings in which tags are tags.
const SHAPES: &[&[u8]] = &[
    b"svg",
    b"g",
    b"path",
    b"circle",
    b"rect",
    b"line",
    b"polyline",
    b"polygon",
    b"ellipse",
    b"use",
    b"defs",
    b"symbol",
    b"stop",
    b"clippath",
    b"mask",
    b"text",
    b"tspan",
    b"linearGradient",
    b"radialGradient",
];

/// The end of a drawing of shapes whose content begins at `at`; `None` if it holds anything else.
fn drawing_end(page: &[u8], mut at: usize) -> Option<usize> {
    let mut depth = 1;
    loop {
        let start = at + memchr(b'<', &page[at..])?;
        let closing = page.get(start + 1) == Some(&b'/');
        let name_start = start + 1 + usize::from(closing);
        let name_end = tags::name_end(page, name_start);
        let name = &page[name_start..name_end];
        if !SHAPES.iter().any(|shape| shape.eq_ignore_ascii_case(name)) {
            return None;
        }
        let end = tags::attributes(page, name_end, |_| {})?;
        at = end.at;
        match (name.eq_ignore_ascii_case(b"svg"), closing, end.closes_itself) {
            (true, true, _) => depth -= 1,
            (true, false, false) => depth += 1,
            _ => {}
        }
        if depth == 0 {
            return Some(at);
        }
    }
}

#[cfg(test)]
mod tests;
