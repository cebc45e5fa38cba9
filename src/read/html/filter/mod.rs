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
//!   then no element that has a say in the tree is ever opened, closed or moved while it is open. With no text in it
//!   or directly before, it would open unclosed links and fonts again, and stays if there may be any (`formatting`). It
//!   also must not glue text that is none: `&am<b>p;</b>`, `<<b>p</b>`; and in a table outside of cells it keeps blanks in
//!   their place.

mod attributes;
mod drawing;
mod formatting;
mod kind;
mod part;
mod tag;

pub(super) use part::{Markup, Part, Tag};

use super::tags;
use formatting::Formatting;
use kind::{Kind, Name, kind};
use memchr::memchr;

/// As much is given to the parser at once, unless a single part is larger.
pub(super) const PIECE: usize = 8 << 10;
/// A tag of more attributes is crowded: the parser compares each with all before it.
const CROWDED: usize = 2048;
/// A pair of tags around more text than this stays: taking the first out moves the text.
const RUN: usize = 4 << 10;

/// What is left of a page, in pieces.
pub(super) struct Filter<'p> {
    page: &'p str,
    piece: usize,
    at: usize,
    out: String,
    /// The markup in `out`.
    parts: Vec<Part>,
    /// Tags of fonts and spans in `out` that go if their end follows with nothing but text between.
    open: Vec<Open>,
    tags: tag::Tags<'p>,
    formatting: Formatting,
    /// Where `out` ended when a `<pre>` was opened last: a line break that follows there is ignored.
    preformatted: usize,
    /// The body has begun. Before it, the first tag of a run is not idle: it opens the body.
    in_body: bool,
    /// In a table, and in none of its cells: blanks and text go different ways here.
    between_cells: bool,
    mode: Mode,
    /// As much of a page that is given unchanged has been looked through for crowded tags.
    checked: usize,
    /// There was one, and the page was cut off.
    crowded: bool,
}

/// A part of what is left.
pub(super) enum Piece<'f> {
    /// Its markup is what the parser would find.
    Filtered(&'f str, &'f [Part]),
    /// As the page has it: what is a tag is no longer certain.
    Unchanged(&'f str),
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
    /// Its place among the parts.
    part: usize,
    name: Name,
}

impl<'p> Filter<'p> {
    /// What is left of a page, in pieces of about so many bytes.
    pub fn new(page: &'p str, piece: usize) -> Self {
        let out = String::with_capacity(piece * 2);
        Filter {
            page,
            piece,
            at: 0,
            out,
            parts: Vec::new(),
            open: Vec::new(),
            tags: tag::Tags::new(page),
            formatting: Formatting::default(),
            preformatted: 0,
            in_body: false,
            between_cells: false,
            mode: Mode::Filtering,
            checked: 0,
            crowded: false,
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
    pub fn next(&mut self) -> Option<Piece<'_>> {
        self.out.clear();
        self.parts.clear();
        self.open.clear();
        self.preformatted = 0;
        while self.out.len() < self.piece && self.at < self.page.len() && self.mode != Mode::Unchanged {
            self.step();
        }
        if !self.out.is_empty() {
            return Some(Piece::Filtered(&self.out, &self.parts));
        }
        let (start, end) = (self.at, self.piece_end());
        self.at = self.before_crowded(end);
        (start < self.at).then(|| Piece::Unchanged(&self.page[start..self.at]))
    }

    /// This end, or the beginning of a crowded tag before it, where the page is cut off. What is a tag is not certain here:
    /// the tags are those that would be.
    fn before_crowded(&mut self, end: usize) -> usize {
        let page = self.page.as_bytes();
        self.checked = self.checked.max(self.at);
        while let Some(length) = page.get(self.checked..end).and_then(|rest| memchr(b'<', rest)) {
            let start = self.checked + length;
            let name = start + 1 + usize::from(page.get(start + 1) == Some(&b'/'));
            if !page.get(name).is_some_and(u8::is_ascii_alphabetic) {
                self.checked = name;
                continue;
            }
            let name_end = tags::name_end(page, name);
            let mut count = 0;
            let tag = tags::attributes(page, name_end, |_| count += 1);
            if count > CROWDED {
                (self.page, self.crowded) = (&self.page[..start], true);
                return start;
            }
            self.checked = tag.map_or(page.len(), |tag| tag.at);
        }
        end
    }

    /// Whether the page was cut off at a tag of more attributes than any has.
    pub fn is_crowded(&self) -> bool {
        self.crowded
    }

    /// The end of a piece that is given unchanged, at a border between characters.
    fn piece_end(&self) -> usize {
        let end = (self.at + self.piece).min(self.page.len());
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
                self.put("<!---->", Markup::Comment);
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

    fn put(&mut self, written: &str, markup: Markup) {
        if self.mode != Mode::Dissolving {
            let start = self.out.len();
            self.out.push_str(written);
            self.part(start, markup);
        }
    }

    /// What was written from `start` on is markup.
    fn part(&mut self, start: usize, markup: Markup) {
        self.parts.push(Part { start, end: self.out.len(), markup });
    }

    /// Gives the part from `start` to the next `end` unchanged.
    fn pass_until(&mut self, start: usize, end: u8) {
        let page = self.page;
        self.at = memchr(end, &page.as_bytes()[start..]).map_or(page.len(), |length| start + length + 1);
        self.put(&page[start..self.at], Markup::Other);
        self.open.clear();
    }

    /// The page ends within a tag, which then is none. What the parser makes of it is its own affair.
    fn unfinished(&mut self) {
        match self.mode {
            Mode::Dissolving => self.at = self.page.len(),
            _ => {
                let from = self.out.len();
                self.copy(self.page.len());
                self.part(from, Markup::Unfinished);
            }
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
        let name = Name::of(page, start + 2..name_end);
        self.formatting.end(name);
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
        let from = self.out.len();
        self.out.push_str(&self.page[start..name_end]);
        let name_end = self.out.len();
        self.out.push('>');
        self.part(from, Markup::Tag(Tag { closing: true, name_end }));
    }

    /// Takes a pair of tags out, if it was opened last and its text is short; whether it did.
    fn close_run(&mut self, name: Name) -> bool {
        let Some(open) = self.open.pop() else { return false };
        let text = self.out.len() - open.to;
        let idle = text > 0 || self.formatting.is_none() || ends_with_text(&self.out.as_bytes()[..open.from]);
        if open.name == name && idle && text <= RUN && !glues(self.out.as_bytes()) {
            self.take_out(&open);
            return true;
        }
        self.open.clear();
        false
    }

    fn take_out(&mut self, tag: &Open) {
        self.out.drain(tag.from..tag.to);
        self.parts.remove(tag.part);
        self.parts[tag.part..].iter_mut().for_each(|part| part.move_back(tag.to - tag.from));
    }

    fn start_tag(&mut self, start: usize) {
        let Some(tag) = self.tags.at(start) else { return self.unfinished() };
        let (name, kind) = (tag.name, tag.kind);
        self.at = start + tag.written.len();
        let from = self.out.len();
        if self.mode != Mode::Dissolving {
            self.out.push_str(&tag.left);
            let of_tag = Tag { closing: false, name_end: from + 1 + name.length };
            self.part(from, if kind == Kind::Raw { Markup::Raw } else { Markup::Tag(of_tag) });
        }
        self.formatting.start(name, kind);
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
            Kind::Unsure if self.mode == Mode::Dissolving => self.at = self.page.len(),
            Kind::Unsure => self.leave(from, start, name),
            _ => {}
        }
    }

    /// Notes a tag that may go. Directly behind `<pre>` it keeps a line break from being ignored; and what a piece begins
    /// with may have to stand apart from the piece before.
    fn open_run(&mut self, from: usize, name: Name) {
        let apart = from > self.preformatted && !glues(&self.out.as_bytes()[..from]);
        if apart && self.in_body && !self.between_cells {
            self.open.push(Open { from, to: self.out.len(), part: self.parts.len() - 1, name });
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
    fn leave(&mut self, from: usize, start: usize, name: Name) {
        self.out.truncate(from);
        self.parts.pop();
        self.at = start;
        let drawing = || drawing::end(self.page.as_bytes(), start);
        match (name.as_bytes() == b"svg").then(drawing).flatten() {
            Some(end) => {
                self.copy(end);
                self.part(from, Markup::Other);
            }
            None => self.mode = Mode::Unchanged,
        }
    }
}

/// Whether text went before, for certain: what an unclosed link or font opens again is then open.
fn ends_with_text(before: &[u8]) -> bool {
    before.last().is_some_and(|&last| last > b' ' && last != b'>')
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

#[cfg(test)]
mod tests;
