//! What the part of a sheet says beside its values: merged areas, what is hidden, and which cells have which style.
//!
//! ECMA-376, part 1, clauses 18.3.1.13 (`col`), 18.3.1.55 (`mergeCell`), 18.3.1.73 (`row`) and 18.3.1.87 (`sheetView`).

use super::package::attribute;
use super::strings::Text;
use crate::error::Error;
use crate::read::rows::{Area, MOST_AREAS};
use crate::read::sheet::damaged;
use crate::read::sheet::format::NumberFormat;
use crate::read::sheet::look::Look;
use crate::read::sheet::runs::entity;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::HashMap;
use std::io::BufRead;
use std::rc::Rc;

/// What the workbook says of how texts are dressed.
pub(super) struct Dress<'b> {
    /// The shared strings that are dressed.
    pub(super) strings: &'b HashMap<usize, Rc<str>>,
    /// Which styles strike out the whole of a cell.
    pub(super) styles: Vec<bool>,
}

impl Dress<'_> {
    /// No shared string and no style is dressed.
    pub(super) fn is_plain(&self) -> bool {
        self.strings.is_empty() && !self.styles.contains(&true)
    }
}

/// Reads the part of a sheet of a workbook with these formats: how it looks, and its merged areas.
pub(super) fn read(
    part: impl BufRead,
    formats: Rc<[Option<NumberFormat>]>,
    dress: Dress,
) -> Result<(Look, Vec<Area>), Error> {
    let mut reader = Reader::from_reader(part);
    reader.config_mut().check_end_names = false;
    let look = Look::new(formats);
    let mut walk =
        Walk { look, dress, areas: Vec::new(), at: (0, 0), cell: (0, 0), shared: false, number: None, inline: None };
    let mut buffer = Vec::new();
    loop {
        match reader.read_event_into(&mut buffer).map_err(damaged)? {
            Event::Start(element) => walk.take(&element),
            Event::Empty(element) => {
                walk.take(&element);
                walk.end(element.local_name().as_ref());
            }
            Event::End(element) if matches!(element.local_name().as_ref(), "mergeCells" | "worksheet") => break,
            Event::End(element) => walk.end(element.local_name().as_ref()),
            Event::Text(text) if walk.asks_text() => walk.text(&text.xml10_content()),
            Event::CData(text) if walk.asks_text() => walk.text(&text.xml10_content()),
            Event::GeneralRef(reference) if walk.asks_text() => walk.text(&entity(&reference)),
            Event::Eof => break,
            _ => {}
        }
        buffer.clear();
    }
    Ok((walk.look, walk.areas))
}

/// The walk through the part.
struct Walk<'b> {
    look: Look,
    dress: Dress<'b>,
    areas: Vec<Area>,
    /// The row that is being read, and the column of its next cell.
    at: (u32, u32),
    /// The place of the last cell.
    cell: (u32, u32),
    /// The cell shows a shared string, and the number of it where the reader stands in it.
    shared: bool,
    number: Option<String>,
    /// The string of the cell itself.
    inline: Option<Text>,
}

impl Walk<'_> {
    fn take(&mut self, element: &BytesStart) {
        if let Some(inline) = &mut self.inline {
            return inline.start(element);
        }
        match element.local_name().as_ref() {
            "c" => self.cell(element),
            "v" if self.shared && !self.dress.strings.is_empty() => self.number = Some(String::new()),
            "is" => self.inline = Some(Text::default()),
            "row" => self.row(element),
            "col" if is_hidden(element, "width") => self.columns(element),
            // One more than is taken, so that the surplus is noticed.
            "mergeCell" if self.areas.len() <= MOST_AREAS => {
                self.areas.extend(attribute(element, "ref").and_then(|area| parse_area(&area)))
            }
            "sheetView" => self.look.no_zeros |= is(element, "showZeros", false),
            _ => {}
        }
    }

    /// Whether the reader stands in a text that matters.
    fn asks_text(&self) -> bool {
        self.number.is_some() || self.inline.is_some()
    }

    fn text(&mut self, text: &str) {
        match (&mut self.number, &mut self.inline) {
            (Some(number), _) => number.push_str(text),
            (None, Some(inline)) => inline.text(text),
            (None, None) => {}
        }
    }

    /// Notes the text of the cell, if it is dressed.
    fn mark(&mut self) {
        let inline = self.inline.take().and_then(Text::marked).map(Rc::from);
        let shared = || self.dress.strings.get(&self.number.as_ref()?.trim().parse().ok()?).cloned();
        let marked = inline.or_else(shared);
        self.number = None;
        if let Some(text) = marked {
            self.look.mark(self.cell, text);
        }
    }

    fn end(&mut self, name: &str) {
        if matches!(name, "v" | "is") {
            return self.mark();
        }
        if let Some(inline) = &mut self.inline {
            return inline.end(name);
        }
        match name {
            "row" => self.at = (self.at.0.saturating_add(1), 0),
            "c" => self.at.1 = self.at.1.saturating_add(1),
            _ => {}
        }
    }

    /// A row or a cell that does not say where it stands follows the one before.
    fn row(&mut self, element: &BytesStart) {
        let stated = attribute(element, "r").and_then(|row| row.parse::<u32>().ok());
        self.at.0 = stated.map_or(self.at.0, |row| row.saturating_sub(1));
        if is_hidden(element, "ht") {
            self.look.hidden.rows.add(self.at.0, self.at.0);
        }
    }

    fn cell(&mut self, element: &BytesStart) {
        let (mut place, mut style) = (None, None);
        self.shared = false;
        for attribute in element.attributes().with_checks(false).flatten() {
            match attribute.key.as_ref() {
                "r" => place = parse_place(&attribute.value),
                "s" => style = attribute.value.parse().ok(),
                "t" => self.shared = attribute.value.as_ref() == "s",
                _ => {}
            }
        }
        let place = place.unwrap_or(self.at);
        (self.at.1, self.cell) = (place.1, place);
        if let Some(style) = style {
            self.look.note(place, style);
            if self.dress.styles.get(style) == Some(&true) {
                self.look.strike(place);
            }
        }
    }

    fn columns(&mut self, element: &BytesStart) {
        let border = |name| attribute(element, name)?.parse::<u32>().ok()?.checked_sub(1);
        if let (Some(from), Some(to)) = (border("min"), border("max")) {
            self.look.hidden.columns.add(from, to);
        }
    }
}

/// Whether a row or a column is hidden, or has no size.
fn is_hidden(element: &BytesStart, size: &str) -> bool {
    is(element, "hidden", true) || attribute(element, size).is_some_and(|size| size.parse() == Ok(0.0))
}

/// Whether an attribute says so.
fn is(element: &BytesStart, name: &str, what: bool) -> bool {
    let words = if what { ["1", "true", "on"] } else { ["0", "false", "off"] };
    attribute(element, name).is_some_and(|value| words.contains(&value.trim()))
}

/// A merged area such as `A1:C2`.
fn parse_area(text: &str) -> Option<Area> {
    let (from, to) = text.split_once(':').unwrap_or((text, text));
    Some(Area::between(parse_place(from)?, parse_place(to)?))
}

/// The row and the column of a cell such as `B12`, from 0.
fn parse_place(text: &str) -> Option<(u32, u32)> {
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (column, row) = text.split_at(letters);
    let digit = |letter: u8| u32::from(letter.to_ascii_uppercase() - b'A') + 1;
    let column = column.bytes().try_fold(0u32, |sum, letter| sum.checked_mul(26)?.checked_add(digit(letter)))?;
    Some((row.parse::<u32>().ok()?.checked_sub(1)?, column.checked_sub(1)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::sheet::value::Shown;

    #[test]
    fn places_are_letters_and_a_number() {
        let places = ["A1", "b12", "XFD1048576", "A0", "12", "A", "", "A1B", "ZZZZZZZZ1"].map(parse_place);
        assert_eq!(places[..3], [Some((0, 0)), Some((11, 1)), Some((1_048_575, 16_383))]);
        assert!(places[3..].iter().all(Option::is_none));
    }

    #[test]
    fn a_sheet_says_what_is_hidden_merged_and_styled() {
        let part = "<x:worksheet><x:sheetViews><x:sheetView showZeros='0'/></x:sheetViews><x:cols>\
            <x:col min='2' max='3' hidden='1'/><x:col min='5' max='5' hidden='0'/></x:cols><x:sheetData>\
            <x:row r='2' ht='0' customHeight='1'><x:c r='B2' s='3'><x:v>1</x:v></x:c><x:c s='4'/><x:c s='3'/></x:row>\
            <x:row><x:c s='3'/></x:row></x:sheetData><x:mergeCells><x:mergeCell ref='C3:A1'/></x:mergeCells></x:worksheet>";
        let formats = [None, None, None, NumberFormat::of("0%"), None];
        let dress = Dress { strings: &HashMap::new(), styles: Vec::new() };
        let (look, areas) = read(part.as_bytes(), Rc::from(formats), dress).unwrap();
        let styled = |place: &(u32, u32)| look.manner(*place).format.is_some();
        let places = (0..3).flat_map(|row| (0..4).map(move |column| (row, column)));
        assert_eq!(places.filter(styled).collect::<Vec<_>>(), [(1, 1), (1, 3), (2, 0)]);
        assert_eq!(areas, [Area { top: 0, left: 0, bottom: 2, right: 2 }]);
        assert!(look.no_zeros);
        assert_eq!(format!("{:?}", look.hidden), "Hidden { rows: Spans([(1, 1, 0)]), columns: Spans([(1, 2, 0)]) }");
    }

    #[test]
    fn cells_know_what_of_them_is_struck_out_or_raised() {
        let part = "<worksheet><sheetData><row r='1'><c r='A1' t='s'><v>7</v></c><c r='B1'><v>7</v></c><c r='C1' s='1'><v>5</v>\
            </c><c r='D1' t='inlineStr'><is><r><rPr><strike/></rPr><t>45</t></r><r><t>46</t></r></is></c>\
            <c t='s'><v>8</v></c></row></sheetData></worksheet>";
        let strings = HashMap::from([(7, Rc::from("12^1"))]);
        let dress = Dress { strings: &strings, styles: vec![false, true] };
        let (look, _) = read(part.as_bytes(), Rc::from([None, None]), dress).unwrap();
        let shown = |column| look.dressed((0, column), Shown::Text("5".to_owned())).into_text();
        assert_eq!((0..5).map(shown).collect::<Vec<_>>(), ["12^1", "5", "~~5~~", "~~45~~46", "5"]);
    }
}
