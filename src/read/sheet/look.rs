//! How a sheet shows what it holds: what the readers of the formats tell beside the values.

use super::MOST_CELLS;
use super::format::NumberFormat;
use super::hidden::Hidden;
use super::value::Manner;
use std::collections::HashMap;
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
}

impl Look {
    /// A sheet of a workbook with these formats.
    pub(super) fn new(formats: Rc<[Option<NumberFormat>]>) -> Self {
        Look { formats, ..Look::default() }
    }

    /// Whether the format of any style matters.
    pub(super) fn asks_styles(&self) -> bool {
        self.formats.iter().any(Option::is_some)
    }

    /// Notes the style of a cell, if its format matters.
    pub(super) fn note(&mut self, place: (u32, u32), style: usize) {
        if self.styles.len() < MOST_CELLS && self.formats.get(style).is_some_and(Option::is_some) {
            self.styles.insert(place, style);
        }
    }

    /// How the value of a cell is shown.
    pub(super) fn manner(&self, place: (u32, u32)) -> Manner<'_> {
        let format = self.styles.get(&place).and_then(|&style| self.formats[style].as_ref());
        Manner { format, no_zeros: self.no_zeros }
    }
}
