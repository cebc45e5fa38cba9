//! OpenDocument spreadsheet -> written places and merged areas, from its `content.xml`.
//!
//! The file is read here rather than by calamine, which gives no merged areas and fills the blanks of a wide sheet. A
//! cell shows its value where it has one (separators are no digits), and its text otherwise, or where its format shows
//! words instead of a number. Hidden rows and columns say so (OpenDocument 1.3, part 3, clause 19.749).

mod cell;

use super::value::Shown;
use super::{Book, MOST_COLUMNS, Sheet, archive, damaged, runs};
use crate::error::Error;
use crate::read::rows::{Area, MOST_AREAS};
use crate::read::style::Said;
use cell::Content;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use std::collections::{HashMap, HashSet};
use std::io::{BufReader, Read};

/// As many rows as a sheet may have.
const MOST_ROWS: u32 = 1 << 20;

pub(super) fn book(bytes: &[u8]) -> Result<Book, Error> {
    let mut archive = archive(bytes)?;
    if let Ok(manifest) = archive.by_name("META-INF/manifest.xml") {
        let mut text = Vec::new();
        manifest.take(1 << 20).read_to_end(&mut text).map_err(damaged)?;
        if String::from_utf8_lossy(&text).contains("encryption-data") {
            return Err(Error::Password);
        }
    }
    let content = archive.by_name("content.xml").map_err(damaged)?;
    let mut reader = Reader::from_reader(BufReader::new(content));
    reader.config_mut().check_end_names = false;
    reader.config_mut().expand_empty_elements = true;
    let mut walk = Walk::default();
    let mut buffer = Vec::new();
    loop {
        match reader.read_event_into(&mut buffer).map_err(damaged)? {
            Event::Start(element) => walk.start(&element),
            Event::End(element) => walk.end(element.name().as_ref()),
            Event::Text(text) => walk.text(&text.xml10_content()),
            Event::CData(text) => walk.text(&text.xml10_content()),
            Event::GeneralRef(reference) => walk.text(&runs::entity(&reference)),
            Event::Eof if walk.finished => return Ok(walk.book),
            Event::Eof => return Err(damaged("its content ends early")),
            _ => {}
        }
        buffer.clear();
    }
}

/// The walk through `content.xml`.
#[derive(Default)]
struct Walk {
    book: Book,
    /// The styles of hidden sheets, and the style that is being read.
    hiding: HashSet<String>,
    style: String,
    /// What styles say of texts.
    dresses: HashMap<String, Said>,
    sheet: Option<Sheet>,
    row: u32,
    /// As many times as the row is repeated, and what stands in it.
    repeated: u32,
    cells: Vec<Placed>,
    column: u32,
    content: Option<Content>,
    finished: bool,
}

/// A cell of the row that is being read.
struct Placed {
    column: u32,
    repeated: u32,
    rows: u32,
    columns: u32,
    shown: Shown,
}

impl Walk {
    fn start(&mut self, element: &BytesStart) {
        if let Some(content) = &mut self.content {
            let dress = dress(&self.dresses, element, "text:style-name");
            return content.start(element, dress);
        }
        match element.name().as_ref() {
            "style:style" => self.style = attribute(element, "style:name").unwrap_or_default(),
            "style:table-properties" if attribute(element, "table:display").as_deref() == Some("false") => {
                self.hiding.insert(self.style.clone());
            }
            "style:text-properties" => {
                self.dresses.extend(said(element).map(|said| (self.style.clone(), said)));
            }
            "table:table" => self.open(element),
            "table:table-column" => self.column(element),
            "table:table-row" => self.row(element),
            "table:table-cell" => {
                let dress = dress(&self.dresses, element, "table:style-name");
                self.content = Some(Content::new(element, dress));
            }
            // What stands under a merged area is not seen.
            "table:covered-table-cell" => self.content = Some(Content::covered(element)),
            _ => {}
        }
    }

    fn open(&mut self, element: &BytesStart) {
        let name = attribute(element, "table:name").unwrap_or_default();
        let hidden = attribute(element, "table:style-name").is_some_and(|style| self.hiding.contains(&style));
        (self.row, self.column) = (0, 0);
        if hidden {
            self.book.hidden.push(name);
        } else {
            self.sheet = Some(Sheet { name, ..Sheet::default() });
        }
    }

    fn column(&mut self, element: &BytesStart) {
        let next = self.column.saturating_add(count(element, "table:number-columns-repeated", MOST_COLUMNS));
        if let (Some(sheet), true) = (&mut self.sheet, is_hidden(element)) {
            sheet.hidden.columns.add(self.column, next - 1);
        }
        self.column = next;
    }

    fn row(&mut self, element: &BytesStart) {
        self.repeated = count(element, "table:number-rows-repeated", MOST_ROWS);
        self.column = 0;
        if let (Some(sheet), true) = (&mut self.sheet, is_hidden(element)) {
            sheet.hidden.rows.add(self.row, self.row.saturating_add(self.repeated - 1));
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(content) = &mut self.content {
            content.text(text);
        }
    }

    fn end(&mut self, name: &str) {
        if let Some(mut content) = self.content.take() {
            if content.end(name) {
                self.place(content);
            } else {
                self.content = Some(content);
            }
            return;
        }
        match name {
            "table:table-row" => self.write_row(),
            "table:table" => self.book.sheets.extend(self.sheet.take()),
            "office:spreadsheet" => self.finished = true,
            _ => {}
        }
    }

    fn place(&mut self, content: Content) {
        let column = self.column;
        let (repeated, rows, columns) = (content.repeated, content.rows, content.columns);
        self.column = column.saturating_add(repeated);
        if let Some(shown) = content.shown() {
            self.cells.push(Placed { column, repeated, rows, columns, shown });
        }
    }

    /// Writes the row as often as it is repeated. Blank rows are repeated to the end of the sheet and cost nothing.
    fn write_row(&mut self) {
        let cells = std::mem::take(&mut self.cells);
        if let (Some(sheet), false) = (&mut self.sheet, cells.is_empty()) {
            for row in self.row..self.row.saturating_add(self.repeated).min(MOST_ROWS) {
                for cell in &cells {
                    cell.write(&mut self.book, sheet, row);
                }
                if self.book.cut || sheet.areas.len() > MOST_AREAS {
                    break;
                }
            }
        }
        self.row = self.row.saturating_add(self.repeated).min(MOST_ROWS);
    }
}

impl Placed {
    fn write(&self, book: &mut Book, sheet: &mut Sheet, row: u32) {
        // One more than is taken, so that the surplus is noticed.
        if (self.rows > 1 || self.columns > 1) && sheet.areas.len() <= MOST_AREAS {
            let (bottom, right) = (row.saturating_add(self.rows - 1), self.column.saturating_add(self.columns - 1));
            sheet.areas.push(Area { top: row, left: self.column, bottom, right });
        }
        for column in self.column..self.column.saturating_add(self.repeated) {
            book.write(sheet, row, column, self.shown.clone());
            if book.cut {
                break;
            }
        }
    }
}

/// What the style of an element says of its text.
fn dress(dresses: &HashMap<String, Said>, element: &BytesStart, name: &str) -> Option<Said> {
    // Most workbooks have no such style.
    if dresses.is_empty() {
        return None;
    }
    dresses.get(&attribute(element, name)?).copied()
}

/// What the properties of a style say of a text: clauses 20.376 (`text-line-through-style`) and 20.392 (`text-position`).
fn said(element: &BytesStart) -> Option<Said> {
    let has = |name, none: &str| attribute(element, name).is_some_and(|value| value != none);
    let struck = has("style:text-line-through-style", "none") || has("style:text-line-through-type", "none");
    let raised = || attribute(element, "style:text-position").is_some_and(|value| !value.starts_with("0%"));
    if struck { Some(Said::Struck) } else { raised().then_some(Said::Apart) }
}

/// Whether a row or a column is hidden, by hand or by a filter.
fn is_hidden(element: &BytesStart) -> bool {
    attribute(element, "table:visibility").is_some_and(|how| how != "visible")
}

/// A number of rows or columns: at least 1, at most `most`.
fn count(element: &BytesStart, name: &str, most: u32) -> u32 {
    attribute(element, name).and_then(|value| value.trim().parse().ok()).unwrap_or(1u32).clamp(1, most)
}

fn attribute(element: &BytesStart, name: &str) -> Option<String> {
    let attribute = element.try_get_attribute(name).ok().flatten()?;
    attribute.normalized_value(XmlVersion::Implicit1_0).ok().map(|value| value.into_owned())
}
