//! The parts of a workbook's archive: which of them holds which sheet.

use super::held::Held;
use super::strings;
use crate::error::Error;
use crate::read::sheet::{archive, damaged};
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use std::collections::HashMap;
use std::io::{BufRead, BufReader, Cursor, Read};
use std::rc::Rc;
use zip::ZipArchive;

/// The archive of a workbook.
pub(super) struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    /// The paths of the sheets' parts, in the order of the workbook.
    sheets: Vec<String>,
    /// The program that wrote the workbook left its formulas to be calculated: what is stored as their result is none.
    pub(super) uncalculated: bool,
}

impl<'b> Package<'b> {
    /// Opens the archive.
    ///
    /// # Errors
    /// [`Error::TooLarge`] where it unpacks to more than is read, [`Error::Damaged`] where it cannot be opened or lies
    /// about its strings.
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, Error> {
        let mut package = Package { archive: archive(bytes)?, sheets: Vec::new(), uncalculated: false };
        package.check_strings()?;
        Ok(package)
    }

    /// Refuses a table of strings that claims more strings than it has bytes: room for all of them would be reserved.
    fn check_strings(&mut self) -> Result<(), Error> {
        for index in 0..self.archive.len() {
            let Ok(part) = self.archive.by_index(index) else { continue };
            if !part.name().is_ok_and(|name| name.to_ascii_lowercase().contains("sharedstrings")) {
                continue;
            }
            let size = part.size();
            let mut head = Vec::new();
            part.take(4096).read_to_end(&mut head).map_err(damaged)?;
            let head = String::from_utf8_lossy(&head);
            let claim = head.split_once("uniqueCount").map(|(_, rest)| rest.chars().filter(|c| !c.is_whitespace()));
            let digits = claim.map(|rest| rest.skip(2).take_while(char::is_ascii_digit).collect::<String>());
            if digits.is_some_and(|digits| !digits.is_empty() && digits.parse::<u64>().map_or(true, |n| n > size)) {
                return Err(damaged("it claims more strings than it has bytes"));
            }
        }
        Ok(())
    }

    /// The shared strings that are dressed, by their numbers.
    pub(super) fn dressed_strings(&mut self) -> Result<HashMap<usize, Rc<str>>, Error> {
        let is_strings = |name: &str| name.to_ascii_lowercase().contains("sharedstrings");
        let index = self.archive.file_names().position(|name| name.is_ok_and(|name| is_strings(&name)));
        let Some(index) = index else { return Ok(HashMap::new()) };
        let part = Held::of(self.archive.by_index(index).map(BufReader::new).map_err(damaged)?);
        if part.is_undressed() { Ok(HashMap::new()) } else { strings::shared(part.reader()) }
    }

    /// Finds the parts of the sheets (ECMA-376, part 1, clauses 18.2.2 and 18.2.19; part 2, clause 6.5).
    pub(super) fn find_sheets(&mut self) -> Result<(), Error> {
        let main = self.related("_rels/.rels", "")?.into_values().find(|part| part.kind == "officeDocument");
        let main = main.map_or_else(|| "xl/workbook.xml".to_owned(), |part| part.path);
        let (folder, name) = main.rsplit_once('/').map_or(("", main.as_str()), |(folder, name)| (folder, name));
        let folder = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        let parts = self.related(&format!("{folder}_rels/{name}.rels"), &folder)?;
        let (mut sheets, mut uncalculated) = (Vec::new(), false);
        each(self.named(&main)?, |element| {
            uncalculated |= attribute(element, "fullCalcOnLoad").is_some_and(|value| value == "1" || value == "true");
            if element.local_name().as_ref() == "sheet" {
                let id = attribute(element, "id").unwrap_or_default();
                sheets.push(parts.get(&id).map(|part| part.path.clone()).unwrap_or_default());
            }
        })?;
        (self.sheets, self.uncalculated) = (sheets, uncalculated);
        Ok(())
    }

    /// The part of a sheet.
    pub(super) fn part(&mut self, number: usize) -> Result<impl BufRead + use<'_, 'b>, Error> {
        let path = self.sheets.get(number).cloned().unwrap_or_default();
        self.named(&path)
    }

    /// The part with this name. Some programs write names in other cases, or with backslashes.
    fn named(&mut self, path: &str) -> Result<impl BufRead + use<'_, 'b>, Error> {
        let index = self.archive.index_for_name(path).or_else(|| {
            let mut names = self.archive.file_names();
            names.position(|name| name.is_ok_and(|name| name.replace('\\', "/").eq_ignore_ascii_case(path)))
        });
        let index = index.ok_or_else(|| damaged(format!("it has no part {path}")))?;
        self.archive.by_index(index).map(BufReader::new).map_err(damaged)
    }

    /// The parts that a part names, by their identifiers. Targets are relative to a folder unless they begin with `/`.
    fn related(&mut self, path: &str, folder: &str) -> Result<HashMap<String, Related>, Error> {
        let mut parts = HashMap::new();
        each(self.named(path)?, |element| {
            if element.local_name().as_ref() == "Relationship" {
                let text = |name| attribute(element, name).unwrap_or_default();
                let (target, kind) = (text("Target"), text("Type"));
                let path = target.strip_prefix('/').map_or_else(|| format!("{folder}{target}"), str::to_owned);
                let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                parts.insert(text("Id"), Related { kind, path });
            }
        })?;
        Ok(parts)
    }
}

/// A part that another one names.
struct Related {
    /// The last word of its type, `officeDocument` or `worksheet`.
    kind: String,
    path: String,
}

/// Goes through the elements of a part.
fn each(part: impl BufRead, mut take: impl FnMut(&BytesStart)) -> Result<(), Error> {
    let mut reader = Reader::from_reader(part);
    reader.config_mut().check_end_names = false;
    let mut buffer = Vec::new();
    loop {
        match reader.read_event_into(&mut buffer).map_err(damaged)? {
            Event::Start(element) | Event::Empty(element) => take(&element),
            Event::Eof => return Ok(()),
            _ => {}
        }
        buffer.clear();
    }
}

/// The value of an attribute, with whatever prefix.
pub(super) fn attribute(element: &BytesStart, name: &str) -> Option<String> {
    let attribute = element.attributes().with_checks(false).flatten().find(|a| a.key.local_name().as_ref() == name)?;
    attribute.normalized_value(XmlVersion::Implicit1_0).ok().map(|value| value.into_owned())
}
