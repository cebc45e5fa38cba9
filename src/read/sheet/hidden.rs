//! Rows and columns of a sheet that are not shown.
//!
//! A reader of the sheet sees the others side by side, and so do the rooms above: places are counted without the hidden
//! ones, and named as the file names them.

use super::Sheet;
use crate::document::Place;
use crate::finding::{Finding, codes};
use crate::read::rows::Area;
use std::collections::{BTreeSet, HashMap};

/// The hidden rows and columns of a sheet.
#[derive(Debug, Default)]
pub(super) struct Hidden {
    pub(super) rows: Spans,
    pub(super) columns: Spans,
}

/// Rows or columns from one to another, and how many are hidden up to the end of each span. In order once settled.
#[derive(Debug, Default)]
pub(super) struct Spans(Vec<(u32, u32, u32)>);

/// No sheet has more rows.
const MOST: usize = 1 << 20;

impl Spans {
    /// Adds the places from one to another, both included.
    pub(super) fn add(&mut self, from: u32, to: u32) {
        let full = self.0.len() >= MOST;
        match self.0.last_mut() {
            Some(last) if last.1.checked_add(1) == Some(from) => last.1 = to.max(from),
            _ if full => {}
            _ => self.0.push((from, to.max(from), 0)),
        }
    }

    fn settle(&mut self) {
        self.0.sort_unstable();
        self.0.dedup_by(|next, kept| {
            let joins = next.0 <= kept.1.saturating_add(1);
            if joins {
                kept.1 = kept.1.max(next.1);
            }
            joins
        });
        let mut before = 0u32;
        for span in &mut self.0 {
            before = before.saturating_add((span.1 - span.0).saturating_add(1));
            span.2 = before;
        }
    }

    /// Which of the shown places this is; `None` where it is hidden.
    fn shown(&self, at: u32) -> Option<u32> {
        match self.0[..self.0.partition_point(|span| span.0 <= at)].last() {
            Some(span) if at <= span.1 => None,
            Some(span) => Some(at - span.2),
            None => Some(at),
        }
    }

    /// The place that is the shown one of this number.
    fn place(&self, shown: u32) -> u32 {
        let before = self.0.partition_point(|span| u64::from(span.1) + 1 - u64::from(span.2) <= u64::from(shown));
        shown.saturating_add(self.0[..before].last().map_or(0, |span| span.2))
    }

    /// The shown places between two borders, as the first and the last of them.
    fn between(&self, from: u32, to: u32) -> Option<(u32, u32)> {
        let until = |at: u32| self.shown(at).unwrap_or_else(|| self.following(at));
        let (first, last) = (until(from), self.shown(to).map_or_else(|| self.following(to), |at| at + 1));
        (first < last).then(|| (first, last - 1))
    }

    /// The number of the first shown place after a hidden one.
    fn following(&self, hidden: u32) -> u32 {
        let span = self.0[self.0.partition_point(|span| span.0 <= hidden) - 1];
        (u64::from(span.1) + 1 - u64::from(span.2)) as u32
    }
}

impl Hidden {
    fn is_empty(&self) -> bool {
        self.rows.0.is_empty() && self.columns.0.is_empty()
    }

    /// The place in the file of what is shown in this row and column.
    pub(super) fn place(&self, row: u32, column: u32) -> (u32, u32) {
        (self.rows.place(row), self.columns.place(column))
    }

    fn area(&self, area: &Area) -> Option<Area> {
        let (top, bottom) = self.rows.between(area.top, area.bottom)?;
        let (left, right) = self.columns.between(area.left, area.right)?;
        Some(Area { top, left, bottom, right })
    }
}

/// Leaves out of a sheet what stands in hidden rows and columns. A merged area is shown, with its text, as long as any of
/// it is.
pub(super) fn leave_out(sheet: &mut Sheet) {
    if sheet.hidden.is_empty() {
        return;
    }
    sheet.hidden.rows.settle();
    sheet.hidden.columns.settle();
    let hidden = &sheet.hidden;
    let areas: HashMap<(u32, u32), Area> =
        sheet.areas.iter().filter_map(|area| Some(((area.top, area.left), hidden.area(area)?))).collect();
    let (mut rows, mut columns) = (BTreeSet::new(), BTreeSet::new());
    sheet.cells.retain_mut(|cell| {
        let shown = match areas.get(&(cell.row, cell.column)) {
            Some(area) => Some((area.top, area.left)),
            None => hidden.rows.shown(cell.row).zip(hidden.columns.shown(cell.column)),
        };
        match shown {
            Some((row, column)) => (cell.row, cell.column) = (row, column),
            None if hidden.rows.shown(cell.row).is_none() => _ = rows.insert(cell.row),
            None => _ = columns.insert(cell.column),
        }
        shown.is_some()
    });
    sheet.areas = sheet.areas.iter().filter_map(|area| hidden.area(area)).collect();
    let name = |row, column| Place::sheet_cell("", row, column).cell.unwrap_or_default();
    let rows = listed(&rows, |row| name(row, 0)[1..].to_owned());
    let columns = listed(&columns, |column| name(0, column).trim_end_matches('1').to_owned());
    for (what, code) in [(rows, &codes::ROWS_HIDDEN), (columns, &codes::COLUMNS_HIDDEN)] {
        if !what.is_empty() {
            sheet.findings.push(Finding::new(code).fact("sheet", &sheet.name).fact("places", what));
        }
    }
}

/// As many runs of rows or columns as a finding names.
const MOST_NAMED: usize = 12;

/// Rows or columns, those that follow each other as one run.
fn listed(places: &BTreeSet<u32>, name: impl Fn(u32) -> String) -> String {
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for &place in places {
        match runs.last_mut() {
            Some(run) if run.1 + 1 == place => run.1 = place,
            _ => runs.push((place, place)),
        }
    }
    let one =
        |run: &(u32, u32)| if run.0 == run.1 { name(run.0) } else { format!("{}–{}", name(run.0), name(run.1)) };
    let mut names: Vec<String> = runs.iter().take(MOST_NAMED).map(one).collect();
    names.extend((runs.len() > MOST_NAMED).then(|| "…".to_owned()));
    names.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shown_places_are_counted_without_hidden_ones() {
        let mut spans = Spans::default();
        for (from, to) in [(7, 7), (2, 3), (4, 4), (3, 4)] {
            spans.add(from, to);
        }
        spans.settle();
        let shown: Vec<Option<u32>> = (0..10).map(|at| spans.shown(at)).collect();
        let expected = [Some(0), Some(1), None, None, None, Some(2), Some(3), None, Some(4), Some(5)];
        assert_eq!(shown, expected);
        for at in (0..10).filter(|&at| expected[at as usize].is_some()) {
            assert_eq!(spans.place(expected[at as usize].unwrap()), at);
        }
        assert_eq!([spans.between(1, 5), spans.between(2, 4), spans.between(3, 7)], [Some((1, 2)), None, Some((2, 3))]);
    }

    #[test]
    fn runs_are_named_by_their_ends() {
        let places: BTreeSet<u32> = [1, 2, 3, 7].into();
        assert_eq!(listed(&places, |at| at.to_string()), "1–3, 7");
    }
}
