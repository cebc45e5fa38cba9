//! The one walk over the parsed page: opens and closes lines and containers, and hands tables over.

use super::marks::Marks;
use super::style::is_hidden;
use super::text::Inline;
use super::{layout, table};
use crate::document::{Block, Document, Line, Place};
use crate::finding::{Finding, codes, parts};
use ego_tree::NodeRef;
use ego_tree::iter::Edge;
use scraper::{Html, Node};

type PageNode<'h> = NodeRef<'h, Node>;

/// Walks a page and fills the document.
pub(super) fn walk(html: &Html, document: &mut Document, findings: &mut Vec<Finding>) {
    document.blocks.reserve(html.tree.nodes().len() / NODES);
    let mut walker = Walker {
        document,
        findings,
        line: Inline::default(),
        containers: vec![0],
        anchors: 0,
        linked: false,
        plain: false,
        pre: 0,
        marks: Marks::default(),
        places: table::PLACES,
        cut: false,
        raw: String::new(),
        heading: None,
        paragraph: None,
    };
    visit(html.tree.root(), |edge| match edge {
        Edge::Open(node) => !walker.open(node),
        Edge::Close(node) => {
            walker.close(node);
            true
        }
    });
    walker.end_line(false);
    if walker.cut {
        walker.findings.push(Finding::new(&codes::PART_LEFT_OUT).term("what", &parts::LINE_END));
    }
}

/// Goes through a node and all that is in it. A node of whose opening `goes_in` says no is neither gone through nor closed.
pub(super) fn visit<'h>(root: PageNode<'h>, mut goes_in: impl FnMut(Edge<'h, Node>) -> bool) {
    let behind = |node: PageNode<'h>| match node.id() == root.id() {
        true => None,
        false => node.next_sibling().map(Edge::Open).or_else(|| node.parent().map(Edge::Close)),
    };
    let mut next = Some(Edge::Open(root));
    while let Some(edge) = next {
        let into = goes_in(edge);
        next = match edge {
            Edge::Open(node) if into => Some(node.first_child().map_or(Edge::Close(node), Edge::Open)),
            Edge::Open(node) | Edge::Close(node) => behind(node),
        };
    }
}

/// As many nodes of a page make a line.
const NODES: usize = 8;

/// A line of more bytes is read so far.
const LONGEST_LINE: usize = 512 << 10;

struct Walker<'d> {
    document: &'d mut Document,
    findings: &'d mut Vec<Finding>,
    line: Inline,
    containers: Vec<u32>,
    /// Open links.
    anchors: usize,
    /// Something visible of this line stands in a link, or in none.
    linked: bool,
    plain: bool,
    pre: usize,
    marks: Marks,
    /// As many places as tables may still cover.
    places: usize,
    /// A line was too long.
    cut: bool,
    /// The line of preformatted text that has not ended.
    raw: String,
    heading: Option<u8>,
    /// How many lines were there when the open paragraph began: an empty one is kept as a blank line.
    paragraph: Option<usize>,
}

impl Walker<'_> {
    /// Opens a node; `true` if what is in it must be passed over.
    fn open(&mut self, node: PageNode<'_>) -> bool {
        match node.value() {
            Node::Text(text) => self.text(text),
            Node::Element(element) => return self.open_element(node, element),
            _ => {}
        }
        false
    }

    fn open_element(&mut self, node: PageNode<'_>, element: &scraper::node::Element) -> bool {
        let name = element.name();
        match name {
            "title" | "ucaptitle" => self.declare_title(node),
            "meta" => self.declare(element),
            "publishtime" => self.document.declared.push(("publishtime".to_owned(), all_text(node))),
            "img" => self.document.pictures += usize::from(is_content_picture(element)),
            _ => {}
        }
        if is_unseen(name) || is_hidden(element) {
            return true;
        }
        match name {
            "br" => self.end_line(true),
            "a" if attribute(element, "href").is_some() => self.anchors += 1,
            "table" if !layout::lays_out(node) => {
                self.end_line(false);
                self.grid(node);
                return true;
            }
            _ if is_block(name) => self.open_block(name),
            _ => {}
        }
        self.marks.open(element);
        false
    }

    fn open_block(&mut self, name: &str) {
        self.end_line(false);
        let parent = self.containers.last().copied().unwrap_or(0);
        self.containers.push(self.document.containers.len() as u32);
        self.document.containers.push(parent);
        self.pre += usize::from(name == "pre");
        if let Some(level) = heading_level(name) {
            self.heading = Some(level);
        }
        if matches!(name, "p" | "td" | "li") {
            self.paragraph = Some(self.document.blocks.len());
        }
    }

    fn close(&mut self, node: PageNode<'_>) {
        let Some(element) = node.value().as_element() else { return };
        let name = element.name();
        let mark = self.marks.close(element);
        self.mark(mark);
        if name == "a" && attribute(element, "href").is_some() {
            self.anchors = self.anchors.saturating_sub(1);
        }
        if !is_block(name) {
            return;
        }
        let begun = self.document.blocks.len();
        self.end_line(false);
        // An empty paragraph may be the blank cell of a table that lost its grid.
        if name == "p" && self.paragraph.take() == Some(begun) && self.document.blocks.len() == begun {
            self.push_line(String::new(), false);
        }
        self.containers.pop();
        self.pre -= usize::from(name == "pre");
        if heading_level(name).is_some() {
            self.heading = None;
        }
    }

    fn mark(&mut self, mark: &str) {
        match self.pre {
            0 => self.line.push(mark),
            _ => self.raw.push_str(mark),
        }
    }

    fn text(&mut self, text: &str) {
        let last = if self.pre > 0 { self.raw.chars().next_back() } else { self.line.last() };
        let mark = self.marks.before(last, text);
        self.mark(mark);
        if self.pre > 0 {
            self.preformatted(text);
            return;
        }
        // A date or a mark beside a link says nothing of its own.
        if self.anchors > 0 {
            self.linked |= text.contains(|c: char| !c.is_whitespace());
        } else {
            self.plain |= text.contains(char::is_alphabetic);
        }
        self.cut |= self.line.len() + text.len() > LONGEST_LINE;
        if self.line.len() < LONGEST_LINE {
            self.line.push(beginning(text));
        }
    }

    /// Preformatted text: its line breaks end lines, wherever its elements begin and end.
    fn preformatted(&mut self, text: &str) {
        let mut lines = text.split('\n');
        self.raw.push_str(lines.next().unwrap_or_default());
        for line in lines {
            self.raw.push_str(self.marks.end());
            let mark = self.marks.before(None, line);
            let ended = std::mem::replace(&mut self.raw, format!("{mark}{line}"));
            self.push_line(ended.trim_end().to_owned(), false);
        }
    }

    /// Ends a line. A line that holds blank characters only is kept as a blank one.
    fn end_line(&mut self, broken: bool) {
        let mark = self.marks.end();
        self.mark(mark);
        let raw = std::mem::take(&mut self.raw);
        if !raw.trim().is_empty() {
            self.push_line(raw.trim_end().to_owned(), false);
        }
        if self.line.is_empty() {
            return;
        }
        let text = self.line.take();
        self.push_line(text, !broken);
    }

    fn push_line(&mut self, text: String, whole: bool) {
        let link = self.linked && !self.plain;
        (self.linked, self.plain) = (false, false);
        let container = self.containers.last().copied().unwrap_or(0);
        let text = if text.is_empty() && whole { "\u{a0}".to_owned() } else { text };
        self.document.blocks.push(Block::Line(Line {
            container,
            heading: self.heading,
            link,
            whole,
            ..Line::new(text, Place::default())
        }));
    }

    fn grid(&mut self, node: PageNode<'_>) {
        let container = self.containers.last().copied().unwrap_or(0);
        table::read(node, container, self.document, self.findings, &mut self.places, self.marks.is_struck());
    }

    fn declare_title(&mut self, node: PageNode<'_>) {
        let title = all_text(node);
        if !title.is_empty() && !self.document.declared_titles.contains(&title) {
            self.document.declared_titles.push(title);
        }
    }

    fn declare(&mut self, element: &scraper::node::Element) {
        // Vocabularies of other sites name with `property` and `itemprop` what HTML names with `name`.
        let name = ["name", "property", "itemprop"].into_iter().find_map(|named| attribute(element, named));
        if let (Some(name), Some(content)) = (name, attribute(element, "content"))
            && !content.trim().is_empty()
        {
            if name.eq_ignore_ascii_case("ArticleTitle") {
                self.document.declared_titles.push(content.trim().to_owned());
            }
            self.document.declared.push((name.to_owned(), content.trim().to_owned()));
        }
    }
}

/// As much of a text as a line may have.
fn beginning(text: &str) -> &str {
    let end = text.len().min(LONGEST_LINE);
    let end = (0..=end).rev().find(|&at| text.is_char_boundary(at));
    &text[..end.unwrap_or(0)]
}

fn heading_level(name: &str) -> Option<u8> {
    let digit = name.strip_prefix('h')?.parse().ok()?;
    (1..=6).contains(&digit).then_some(digit)
}

/// A picture that is not told to be small.
fn is_content_picture(element: &scraper::node::Element) -> bool {
    let small = |name: &str| {
        attribute(element, name)
            .and_then(|v| v.trim_end_matches("px").parse::<u32>().ok())
            .is_some_and(|size| size < 200)
    };
    let source = attribute(element, "src").unwrap_or_default().to_ascii_lowercase();
    let icon = [".gif", "icon", "logo", "qrcode", "button"].iter().any(|part| source.contains(part));
    !small("width") && !small("height") && !icon
}

/// All text below a node, on one line. Scripts are no text.
pub(super) fn all_text(node: PageNode<'_>) -> String {
    let texts = node.descendants().filter(|node| !is_code(node)).filter_map(|node| node.value().as_text());
    texts.map(|text| &**text).collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a node is the body of a script or a style.
pub(super) fn is_code(node: &PageNode<'_>) -> bool {
    let holder = node.parent().and_then(|parent| parent.value().as_element());
    holder.is_some_and(|element| matches!(element.name(), "script" | "style"))
}

/// Whether the content of an element is never shown as text of the page.
pub(super) fn is_unseen(name: &str) -> bool {
    matches!(
        name.as_bytes(),
        b"script"
            | b"style"
            | b"noscript"
            | b"template"
            | b"iframe"
            | b"select"
            | b"button"
            | b"textarea"
            | b"svg"
            | b"object"
            | b"title"
            | b"math"
            | b"rt"
            | b"rp"
            | b"datalist"
            | b"dialog"
    )
}

/// Whether an element stands on lines of its own.
pub(super) fn is_block(name: &str) -> bool {
    matches!(
        name.as_bytes(),
        b"p" | b"div"
            | b"li"
            | b"ul"
            | b"ol"
            | b"dl"
            | b"dt"
            | b"dd"
            | b"h1"
            | b"h2"
            | b"h3"
            | b"h4"
            | b"h5"
            | b"h6"
            | b"section"
            | b"article"
            | b"main"
            | b"header"
            | b"footer"
            | b"nav"
            | b"aside"
            | b"center"
            | b"blockquote"
            | b"pre"
            | b"table"
            | b"tbody"
            | b"thead"
            | b"tfoot"
            | b"tr"
            | b"td"
            | b"th"
            | b"caption"
            | b"form"
            | b"fieldset"
            | b"figure"
            | b"figcaption"
            | b"address"
            | b"body"
            | b"html"
            | b"hr"
            | b"ucapcontent"
            | b"details"
            | b"summary"
    )
}

/// The value of an attribute. Few attributes are left of a tag, so they are looked through.
pub(super) fn attribute<'e>(element: &'e scraper::node::Element, name: &str) -> Option<&'e str> {
    element.attrs().find(|(known, _)| *known == name).map(|(_, value)| value)
}
