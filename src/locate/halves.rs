//! A list that is set in halves side by side, so that it fits on one page: the head of its columns stands several times in
//! one row.
//!
//! The second half goes on where the first one ends, as it would on the next page, and is read so. Where the halves name the
//! same rows, they set two years or two bodies beside each other, and go on nowhere.

use super::lexicon::Lexicon;
use crate::document::{Cell, Drawing, Grid};
use crate::text::fold;
use std::collections::BTreeSet;
use std::ops::Range;

/// A part of a grid that is read by itself: rows and columns.
pub(super) type Part = (Range<usize>, Range<usize>);

/// The parts of a grid in reading order: all of it, or its halves with what stands above and below them.
pub(super) fn parts(grid: &Grid, lexicons: &[Lexicon]) -> Vec<Part> {
    let halves = (0..grid.rows.min(HEADS)).find_map(|row| Halves::of(grid, row));
    let halves = halves.filter(|halves| halves.follow_the_form(grid, lexicons));
    halves.map_or_else(|| vec![(0..grid.rows, 0..grid.columns)], |halves| halves.parts(grid))
}

/// The head of a list stands in one of the first rows: titles, the body that reports and the year may stand above.
const HEADS: usize = 6;

/// A half has as many rows at least.
const ROWS: usize = 3;

/// Where the halves of a grid stand.
struct Halves {
    /// The rows of the list with its head.
    rows: Range<usize>,
    /// The columns of each half.
    columns: Vec<Range<usize>>,
}

impl Halves {
    /// The halves below a row, if it is their head and each of them names rows of its own.
    fn of(grid: &Grid, head: usize) -> Option<Self> {
        let columns = columns(grid, head)?;
        let crosses = |cell: &Cell| columns.iter().all(|half| cell.column < half.start || cell.end() > half.end);
        let crossed = |row: usize| grid.row(row).iter().any(|cell| !cell.text.is_empty() && crosses(cell));
        let end = (head + 1..grid.rows).find(|&row| crossed(row)).unwrap_or(grid.rows);
        // What reaches over all halves ends them: the row of those who signed.
        let ended = (end..grid.rows).all(|row| grid.alone(row).is_some() || grid.row(row).is_empty());
        let whole = |row: usize| grid.drawing != Drawing::Rows || grid.row(row).len() == grid.columns;
        let halves = Halves { rows: head..end, columns };
        (ended && (head + 1..end).all(whole) && halves.go_on(grid)).then_some(halves)
    }

    /// Whether each half names rows, and no more of them again than a form does (其他情形数).
    fn go_on(&self, grid: &Grid) -> bool {
        let mut known: BTreeSet<String> = BTreeSet::new();
        self.columns.iter().all(|half| {
            let labels: Option<Vec<String>> = labels(grid, self.rows.start + 1..self.rows.end, half).collect();
            let Some(labels) = labels.filter(|labels| labels.len() >= ROWS) else { return false };
            let again = labels.iter().filter(|&label| known.contains(label)).count();
            let count = labels.len();
            known.extend(labels);
            again * 4 <= count
        })
    }

    /// Whether the labels of a form follow each other half by half, not row by row: a list may be set in lines of two rows.
    fn follow_the_form(&self, grid: &Grid, lexicons: &[Lexicon]) -> bool {
        let rows = self.rows.start + 1..self.rows.end;
        let all = |rows: Range<usize>| self.columns.iter().flat_map(move |half| labels(grid, rows.clone(), half));
        let by_halves: Vec<String> = all(rows.clone()).flatten().collect();
        let by_rows: Vec<String> = rows.flat_map(|row| all(row..row + 1)).flatten().collect();
        let tables = || lexicons.iter().flat_map(Lexicon::tables);
        let steps = |labels: &[String]| tables().map(|table| table.steps(labels)).max();
        steps(&by_halves) >= steps(&by_rows)
    }

    fn parts(self, grid: &Grid) -> Vec<Part> {
        let all = 0..grid.columns;
        let halves = self.columns.into_iter().map(|half| (self.rows.clone(), half));
        let above = std::iter::once((0..self.rows.start, all.clone()));
        above.chain(halves).chain(std::iter::once((self.rows.end..grid.rows, all))).collect()
    }
}

/// The columns of each half below a head that stands twice or three times in a row.
fn columns(grid: &Grid, head: usize) -> Option<Vec<Range<usize>>> {
    let heads: Vec<&Cell> = grid.row(head).iter().filter(|cell| !cell.text.is_empty()).collect();
    let times = [2, 3].into_iter().find(|times| heads.len() >= times * 2 && repeats(&heads, heads.len() / times))?;
    let step = heads.len() / times;
    let starts = |half: usize| if half == 0 { 0 } else { heads[half * step].column };
    let end = |half: usize| if half + 1 == times { grid.columns } else { heads[(half + 1) * step].column };
    Some((0..times).map(|half| starts(half)..end(half)).collect())
}

/// Whether words stand again behind each step of them, at the same distance.
fn repeats(heads: &[&Cell], step: usize) -> bool {
    let distance = heads[step].column - heads[0].column;
    let again = |(one, next): (&&Cell, &&Cell)| {
        one.column + distance == next.column
            && one.columns == next.columns
            && one.text.chars().any(fold::is_han)
            && fold::key(&one.text) == fold::key(&next.text)
    };
    heads.len().is_multiple_of(step) && heads.iter().zip(&heads[step..]).all(again)
}

/// The labels of a half, `None` for one that is no words: the longest text of each of its rows. Rows without one are left
/// out.
fn labels<'g>(grid: &'g Grid, rows: Range<usize>, half: &'g Range<usize>) -> impl Iterator<Item = Option<String>> + 'g {
    rows.filter_map(move |row| {
        let own = grid.row(row).iter().filter(|cell| half.contains(&cell.column) && !cell.text.is_empty());
        let longest = own.max_by_key(|cell| cell.text.len())?;
        Some(longest.text.chars().any(fold::is_han).then(|| fold::key(&longest.text).into_owned()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Place;
    use crate::template::TEMPLATES;

    /// A grid of rows of texts divided by `|`; a text before `~` reaches over all columns.
    fn grid(rows: &[&str]) -> Grid {
        let columns = rows.iter().map(|row| row.split('|').count()).max().unwrap_or(0);
        let cell = |row: usize, column: usize, text: &str| {
            let all = text.ends_with('~');
            let text = text.trim_end_matches('~').to_owned();
            Cell { row, column, rows: 1, columns: if all { columns } else { 1 }, text, place: Place::default() }
        };
        let cells = rows.iter().enumerate();
        let cells =
            cells.flat_map(|(row, texts)| texts.split('|').enumerate().map(move |(at, text)| cell(row, at, text)));
        let (cells, rows, drawing) = (cells.collect(), rows.len(), Drawing::Spans);
        Grid { rows, columns, cells, drawing, caption: None, place: Place::default(), container: 0 }
    }

    fn cut(rows: &[&str]) -> Vec<Part> {
        let lexicons: Vec<Lexicon> = TEMPLATES.iter().map(|template| Lexicon::new(template)).collect();
        parts(&grid(rows), &lexicons)
    }

    #[test]
    fn halves_are_read_one_behind_the_other() {
        let rows = ["附表~", "指标|数|指标|数", "甲|1|丁|4", "乙|2|戊|5", "丙|3|己|6", "审核人~"];
        assert_eq!(cut(&rows), [(0..1, 0..4), (1..5, 0..2), (1..5, 2..4), (5..6, 0..4)]);
        let gap = ["指标|数||指标|数", "甲|1||丁|4", "乙|2||戊|5", "丙|3||己|"];
        assert_eq!(cut(&gap)[1..3], [(0..4, 0..3), (0..4, 3..5)]);
    }

    #[test]
    fn a_list_of_two_rows_a_line_has_no_halves() {
        let head = "指标|数|指标|数";
        let lines = ["1.当面申请数|1|2.传真申请数|2", "3.网络申请数|3|4.信函申请数|4", "1.按时办结数|5|2.延期办结数|6"];
        let halves =
            ["1.当面申请数|1|4.信函申请数|4", "2.传真申请数|2|1.按时办结数|5", "3.网络申请数|3|2.延期办结数|6"];
        assert_eq!([lines, halves].map(|rows| cut(&[&[head], &rows[..]].concat()).len()), [1, 4]);
    }

    #[test]
    fn what_stands_beside_its_like_has_no_halves() {
        let whole = |rows: &[&str]| assert_eq!(cut(rows).len(), 1, "{rows:?}");
        // Two years of the same rows, columns of two groups, a row over both halves, a half of two rows.
        whole(&["指标|数|指标|数", "甲|1|甲|4", "乙|2|乙|5", "丙|3|丙|6"]);
        whole(&["维持|纠正|维持|纠正", "1|2|3|4", "1|2|3|4", "1|2|3|4"]);
        whole(&["指标|数|指标|数", "甲|1|丁|4", "乙~", "丙|3|己|6", "丙|3|己|6"]);
        whole(&["指标|数|指标|数", "甲|1|丁|4", "乙|2|戊|5", "丙|3||"]);
        whole(&["指标|今年|指标|去年", "甲|1|丁|4", "乙|2|戊|5", "丙|3|己|6"]);
    }
}
