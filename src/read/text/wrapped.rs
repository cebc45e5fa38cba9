//! Numbers on several lines of one cell: two numbers, or one that was wrapped. A drawing does not show which, so both are
//! kept, on lines of their own: no reader takes them for a number.

use crate::text::fold;
use crate::text::quantity::{self, Reading, is_dash};

/// The lines of one cell in one text.
pub(super) fn joined(lines: impl Iterator<Item = String>) -> String {
    let mut text = String::new();
    let mut last_is_value = false;
    for line in lines {
        let is_value = is_value(&line);
        if is_value && last_is_value {
            text.push('\n');
        }
        text.push_str(&line);
        last_is_value = is_value;
    }
    text
}

/// Whether a line shows a value, or a part of a number.
pub(super) fn is_value(line: &str) -> bool {
    let part = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '，' | '%' | ' ' | '\n') || is_dash(c);
    line.chars().all(part) || quantity::read(line) != Reading::Illegible
}

/// Whether a cell holds a number or a part of one.
pub(super) fn holds_number(cell: &str) -> bool {
    cell.contains(|c: char| c.is_ascii_digit()) && is_value(cell)
}

/// What each place of a row shows whose values cannot be told apart: all of them, and so no number.
pub(super) fn untold<'v>(values: impl Iterator<Item = &'v str>) -> String {
    values.fold("…".to_owned(), |all, value| all + " " + value)
}

/// A row of cells as a line of the text has it.
#[derive(PartialEq, Eq)]
pub(super) struct Row {
    pub line: usize,
    /// Rows with the same number stand between the same rules.
    pub band: usize,
    pub cells: Vec<String>,
    /// The characters of the line at which they begin.
    pub starts: Vec<usize>,
}

impl Row {
    /// Its line, and its cells with the characters at which they begin.
    pub fn texts(&self) -> (usize, Vec<(usize, &str)>) {
        (self.line, self.starts.iter().copied().zip(self.cells.iter().map(String::as_str)).collect())
    }

    fn has_numbers(&self) -> bool {
        self.cells.iter().any(|cell| holds_number(cell))
    }

    /// Whether it can only go on with another row: numbers without a label, and not in each column.
    fn is_rest(&self) -> bool {
        let mut filled = self.cells.iter().filter(|cell| !cell.is_empty());
        self.has_numbers() && self.cells.iter().any(String::is_empty) && filled.all(|cell| is_value(cell))
    }
}

/// Keeps numbers apart that one cell of a table may hold on two of its lines: both lines show both. Where rules stand
/// between the rows, they tell which lines are one row; else numbers without a label may go on with the row above, or the
/// row below with them.
pub(super) fn keep_apart(rows: &mut [Row]) {
    if is_ruled(rows) {
        rows.chunk_by_mut(|row, next| row.band == next.band).for_each(gather);
    } else {
        keep_apart_unruled(rows);
    }
}

/// The same without rules between the rows.
pub(super) fn keep_apart_unruled(rows: &mut [Row]) {
    let rests: Vec<usize> = (0..rows.len()).filter(|&at| rows[at].is_rest()).collect();
    for at in rests {
        for above in at.saturating_sub(1)..(at + 1).min(rows.len() - 1) {
            pair(rows, above, above + 1);
        }
    }
}

/// Whether rules stand between rows: most lines with numbers have none beside them between the same rules, or the columns
/// are so narrow that each line holds a character of a cell.
pub(super) fn is_ruled(rows: &[Row]) -> bool {
    if is_narrow(rows) {
        return true;
    }
    let numbers: Vec<usize> = rows.iter().filter(|row| row.has_numbers()).map(|row| row.band).collect();
    let bands = || numbers.chunk_by(|one, other| one == other);
    bands().count() > 1 && bands().filter(|lines| lines.len() == 1).count() * 2 > bands().count()
}

/// As many short words beside numbers are pieces of labels.
const PIECES: usize = 8;

/// Whether nearly no word beside numbers is longer than two characters: such words are no labels.
fn is_narrow(rows: &[Row]) -> bool {
    let cells = || rows.iter().filter(|row| row.has_numbers()).flat_map(|row| &row.cells);
    let is_word = |cell: &&String| cell.chars().any(fold::is_han);
    let wide = |cell: &&String| cell.chars().nth(2).is_some();
    let words = cells().filter(is_word).count();
    words >= PIECES && cells().filter(is_word).filter(wide).count() * 8 <= words
}

/// As many of the numbers in one place are shown.
const SHOWN: usize = 4;

/// Shows the numbers that one row has in a column on several lines in all of its lines: none of them is the number, and
/// the others are not blank.
fn gather(lines: &mut [Row]) {
    let widest = lines.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    for column in 0..widest {
        let cells = lines.iter().filter_map(|row| row.cells.get(column));
        let numbers: Vec<&str> = cells.filter(|cell| holds_number(cell)).map(String::as_str).collect();
        if numbers.len() > 1 {
            let all = numbers[..numbers.len().min(SHOWN)].join("\n");
            let cells = lines.iter_mut().filter_map(|row| row.cells.get_mut(column));
            cells.filter(|cell| cell.is_empty() || holds_number(cell)).for_each(|cell| cell.clone_from(&all));
        }
    }
}

/// Shows the numbers of two lines in both of them, where both have one.
fn pair(rows: &mut [Row], above: usize, below: usize) {
    let (before, behind) = rows.split_at_mut(below);
    for (upper, lower) in before[above].cells.iter_mut().zip(&mut behind[0].cells) {
        if holds_number(upper) && holds_number(lower) {
            let own = |cell: &str| cell.lines().next_back().unwrap_or_default().to_owned();
            let both = [own(upper), own(lower)].join("\n");
            // What is shown with others already is no number any more.
            [upper, lower].into_iter().filter(|cell| !cell.contains('\n')).for_each(|cell| cell.clone_from(&both));
        }
    }
}
