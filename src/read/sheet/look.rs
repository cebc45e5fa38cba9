//! How a sheet shows what it holds: what the readers of the formats tell beside the values.

use super::MOST_CELLS;
use super::format::NumberFormat;
use super::hidden::Hidden;
use super::runs;
use super::value::{Manner, Shown};
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

/// How a sheet looks.
#[derive(Debug, Default)]
pub(super) struct Look {
    pub(super) hidden: Hidden,
    /// Zeros are not shown.
    pub(super) no_zeros: bool,
    /// The number formats of the workbook's styles, of those that say more than how digits look.
    formats: Rc<[Option<NumberFormat>]>,
    /// The styles of the cells that have such a format.
    styles: HashMap<(u32, u32), usize>,
    /// The texts of cells parts of which are struck out or set apart, with the marks of it.
    marked: HashMap<(u32, u32), Rc<str>>,
    /// The cells that are struck out as a whole.
    struck: HashSet<(u32, u32)>,
}

impl Look {
    /// A sheet of a workbook with these formats.
    pub(super) fn new(formats: Rc<[Option<NumberFormat>]>) -> Self {
        Look { formats, ..Look::default() }
    }

    /// Notes the style of a cell, if its format matters.
    pub(super) fn note(&mut self, place: (u32, u32), style: usize) {
        if self.styles.len() < MOST_CELLS && self.formats.get(style).is_some_and(Option::is_some) {
            self.styles.insert(place, style);
        }
    }

    /// Notes the text of a cell that is dressed.
    pub(super) fn mark(&mut self, place: (u32, u32), text: Rc<str>) {
        if self.marked.len() < MOST_CELLS {
            self.marked.insert(place, text);
        }
    }

    /// Notes that a cell is struck out.
    pub(super) fn strike(&mut self, place: (u32, u32)) {
        if self.struck.len() < MOST_CELLS {
            self.struck.insert(place);
        }
    }

    /// What a cell shows, with the marks of its dress.
    pub(super) fn dressed(&self, place: (u32, u32), shown: Shown) -> Shown {
        match self.marked.get(&place) {
            _ if self.struck.contains(&place) => runs::struck(shown),
            Some(marked) => Shown::Text(marked.to_string()),
            None => shown,
        }
    }

    /// How the value of a cell is shown.
    pub(super) fn manner(&self, place: (u32, u32)) -> Manner<'_> {
        let format = self.styles.get(&place).and_then(|&style| self.formats[style].as_ref());
        Manner { format, no_zeros: self.no_zeros }
    }
}
