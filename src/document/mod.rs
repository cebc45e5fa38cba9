//! What a source shows, and nothing of what it means.
//!
//! A reader turns bytes into a [`Document`]: lines of text and grids, in reading order, each with the [`Place`] where
//! it stands. This room holds types only. It does not know headings, sections or the law.

mod grid;
mod place;

pub use grid::{Cell, Drawing, Grid};
pub use place::Place;

/// The kind of container that the content itself shows, whatever the file is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A page or a fragment of one.
    Html,
    /// Plain text, tab-separated or Markdown.
    Text,
    /// Comma-separated values.
    Csv,
    /// Office Open XML workbook.
    Xlsx,
    /// Binary Office Open XML workbook.
    Xlsb,
    /// Excel 97–2003 workbook.
    Xls,
    /// OpenDocument spreadsheet.
    Ods,
}

impl Format {
    /// The name that records carry.
    pub fn name(self) -> &'static str {
        match self {
            Format::Html => "html",
            Format::Text => "text",
            Format::Csv => "csv",
            Format::Xlsx => "xlsx",
            Format::Xlsb => "xlsb",
            Format::Xls => "xls",
            Format::Ods => "ods",
        }
    }
}

/// One report as its source shows it: blocks in reading order, and what the file says of itself.
#[derive(Clone, Debug)]
pub struct Document {
    /// What the bytes are.
    pub format: Format,
    /// The character encoding that the text was decoded from; `None` for workbooks.
    pub encoding: Option<&'static str>,
    /// The titles that the file declares (`<title>`, `<ucaptitle>`, a title meta), in order.
    pub declared_titles: Vec<String>,
    /// Other name–value pairs that the file declares about itself, in order (`PubDate`, `ContentSource`, …).
    pub declared: Vec<(String, String)>,
    /// Pictures in the body, as many as are large enough to be content.
    pub pictures: usize,
    /// What stands in the file, in reading order.
    pub blocks: Vec<Block>,
    /// `containers[i]` is the container that holds container `i`; container 0 is the whole source and holds itself.
    /// Readers without nesting have just that one.
    pub containers: Vec<u32>,
}

impl Document {
    /// An empty document in one container.
    pub fn new(format: Format) -> Self {
        Document {
            format,
            encoding: None,
            declared_titles: Vec::new(),
            declared: Vec::new(),
            pictures: 0,
            blocks: Vec::new(),
            containers: vec![0],
        }
    }
}

/// A piece of a document.
#[derive(Clone, Debug)]
pub enum Block {
    /// A line or a paragraph of text, or an empty one.
    Line(Line),
    /// A table.
    Grid(Grid),
}

impl Block {
    /// The container that the block stands in.
    pub fn container(&self) -> u32 {
        match self {
            Block::Line(line) => line.container,
            Block::Grid(grid) => grid.container,
        }
    }

    /// Where the block begins.
    pub fn place(&self) -> &Place {
        match self {
            Block::Line(line) => &line.place,
            Block::Grid(grid) => &grid.place,
        }
    }
}

/// A line or paragraph. A line without visible characters is kept too: in text that lost its tables, such lines may be
/// the blank cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The text with its inner blanks as the source has them.
    pub text: String,
    /// Where it stands.
    pub place: Place,
    /// The container it stands in, see [`Document::containers`].
    pub container: u32,
    /// The line is marked as a heading of this level: by the source (`<h2>`, `## `), or by its whole title.
    pub heading: Option<u8>,
    /// All of the text is a link, but for digits and marks.
    pub link: bool,
    /// The line is a whole paragraph by the source's own word (`<p>`): what follows is never its continuation.
    pub whole: bool,
}

impl Line {
    /// A plain line in the outermost container.
    pub fn new(text: impl Into<String>, place: Place) -> Self {
        Line { text: text.into(), place, container: 0, heading: None, link: false, whole: false }
    }

    /// Whether nothing visible stands in the line.
    pub fn is_blank(&self) -> bool {
        self.text.chars().all(|c| c.is_whitespace() || is_invisible(c))
    }
}

/// Characters that take no room and mean nothing: zero-width blanks and joiners, direction marks, byte-order marks,
/// soft hyphens.
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{ad}')
}
