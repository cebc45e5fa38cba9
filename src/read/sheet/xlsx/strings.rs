//! The runs of strings: those that the cells of a workbook share, and those that stand in a cell itself.
//!
//! ECMA-376, part 1, clauses 18.4.4 (`r`), 18.4.6 (`rPh`), 18.4.8 (`si`), 18.4.10 (`strike`) and 18.4.14 (`vertAlign`).

use super::package::attribute;
use crate::error::Error;
use crate::read::sheet::damaged;
use crate::read::sheet::runs::{Runs, entity};
use crate::read::style::Said;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::HashMap;
use std::io::BufRead;
use std::rc::Rc;

/// A string that is being read.
#[derive(Default)]
pub(super) struct Text {
    runs: Runs,
    dress: Option<Said>,
    /// The reader stands in a text, or in the sound of one, which is none.
    inside: bool,
    sound: bool,
}

impl Text {
    pub(super) fn start(&mut self, element: &BytesStart) {
        let says = |word: &str| attribute(element, "val").is_some_and(|value| value == word);
        match element.local_name().as_ref() {
            "r" => self.dress = None,
            "rPh" => self.sound = true,
            "t" => self.inside = !self.sound,
            "strike" if !["0", "false", "off"].into_iter().any(says) => self.dress = Some(Said::Struck),
            "vertAlign" if !says("baseline") => self.dress = self.dress.or(Some(Said::Apart)),
            _ => {}
        }
    }

    pub(super) fn text(&mut self, text: &str) {
        if self.inside {
            self.runs.push(text, self.dress);
        }
    }

    pub(super) fn end(&mut self, name: &str) {
        match name {
            "r" => self.dress = None,
            "rPh" => self.sound = false,
            "t" => self.inside = false,
            _ => {}
        }
    }

    /// The string, if any of it is dressed.
    pub(super) fn marked(self) -> Option<String> {
        self.runs.marked()
    }
}

/// The shared strings that are dressed, by their numbers.
pub(super) fn shared(part: impl BufRead) -> Result<HashMap<usize, Rc<str>>, Error> {
    let mut reader = Reader::from_reader(part);
    reader.config_mut().check_end_names = false;
    let (mut strings, mut number, mut open) = (HashMap::new(), 0, Text::default());
    let mut buffer = Vec::new();
    loop {
        match reader.read_event_into(&mut buffer).map_err(damaged)? {
            Event::Start(element) => open.start(&element),
            Event::Empty(element) if element.local_name().as_ref() == "si" => number += 1,
            Event::Empty(element) => {
                open.start(&element);
                open.end(element.local_name().as_ref());
            }
            Event::Text(text) => open.text(&text.xml10_content()),
            Event::CData(text) => open.text(&text.xml10_content()),
            Event::GeneralRef(reference) => open.text(&entity(&reference)),
            Event::End(element) if element.local_name().as_ref() == "si" => {
                strings.extend(std::mem::take(&mut open).marked().map(|text| (number, text.into())));
                number += 1;
            }
            Event::End(element) => open.end(element.local_name().as_ref()),
            Event::Eof => return Ok(strings),
            _ => {}
        }
        buffer.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_dressed_strings_are_kept() {
        let part = "<sst><si><t>12</t></si><si/><si><r><rPr><strike/></rPr><t>45</t></r><r><t>4&#54;</t></r></si>\
            <si><r><t>12</t></r><r><rPr><vertAlign val='superscript'/></rPr><t>1</t></r><rPh><t>9</t></rPh></si>\
            <si><r><rPr><strike val='0'/></rPr><t>7</t></r></si></sst>";
        let mut strings: Vec<_> = shared(part.as_bytes()).unwrap().into_iter().collect();
        strings.sort();
        assert_eq!(strings, [(2, "~~45~~46".into()), (3, "12^1".into())]);
    }
}
