//! Tables whose columns are drawn by strokes above and below their rows (`---- ----`, `==== ====`): the simple and the
//! multi-line tables of Markdown and reStructuredText.

use super::boxes::{is_ambiguous, is_wide};
use super::wrapped::{self, Row};
use super::{drawn, ragged, spans, without_bold};
use crate::document::Grid;

/// Reads such tables, each line once.
pub(super) struct Ruled<'l, 't> {
    /// The lines as they are written: strokes stand beside what they draw, marks and all.
    lines: &'l [&'t str],
    /// Up to here a table was looked for in vain.
    tried: usize,
}

/// As many lines as the head of a table may have above its first rule.
const HEAD: usize = 12;
/// No table has more lines.
const MOST: usize = 2000;
/// No table has so many columns.
const WIDEST: usize = 100;
/// The shortest of the strokes that draw columns; dashes that stand for values are shorter.
const STROKE: usize = 5;

/// How many columns of the display a character takes: terminals do not agree about quotes, and some programs count
/// characters.
type Width = fn(char) -> usize;
const WIDTHS: [Width; 3] = [narrow, |c| narrow(c) + usize::from(is_ambiguous(c)), |_| 1];

fn narrow(c: char) -> usize {
    match c {
        '\u{200b}'..='\u{200d}' | '\u{feff}' => 0,
        _ => 1 + usize::from(is_wide(c)),
    }
}

impl<'l, 't> Ruled<'l, 't> {
    /// The reader of a text, if there are such tables in it.
    pub fn of(lines: &'l [&'t str]) -> Option<Self> {
        lines.iter().any(|line| columns(line).is_some()).then_some(Ruled { lines, tried: 0 })
    }

    /// The grid of a table that begins at line `start`, with its head or with a rule, and the line after it.
    pub fn read(&mut self, start: usize) -> Option<(Grid, usize)> {
        let lines = self.lines;
        if start < self.tried || start > 0 && !is_blank(lines[start - 1]) && columns(lines[start]).is_none() {
            return None;
        }
        let head = start + usize::from(strokes(lines[start]).is_some_and(|strokes| strokes.len() == 1));
        let may_be_head = |line: &&&str| !is_blank(line) && strokes(line).is_none();
        let rule = head + lines[head..].iter().take(HEAD).take_while(may_be_head).count();
        let columns = columns(lines.get(rule)?)?;
        // Only a head without a rule above it begins a table that no rule ends.
        let table = Table { lines, head, rule, columns, open: start == head && head < rule };
        let end = table.end();
        let found = end.line.and_then(|line| Some((grid(table.best(line)?, end.wrapped), line)));
        if found.is_none() && !table.open {
            self.tried = end.seen;
        }
        found
    }
}

fn is_blank(line: &str) -> bool {
    line.chars().all(char::is_whitespace)
}

/// From which column of the display to which a stroke goes.
type Stroke = (usize, usize);

/// The strokes of a line that holds nothing else.
fn strokes(line: &str) -> Option<Vec<Stroke>> {
    let drawn = |c: char| matches!(c, '-' | '=');
    if !line.trim_start().starts_with(drawn) || !line.bytes().all(|byte| matches!(byte, b'-' | b'=' | b' ')) {
        return None;
    }
    let mut strokes: Vec<Stroke> = Vec::new();
    for (at, _) in line.bytes().enumerate().filter(|(_, byte)| *byte != b' ') {
        match strokes.last_mut() {
            Some((_, to)) if *to == at => *to = at + 1,
            _ => strokes.push((at, at + 1)),
        }
    }
    Some(strokes)
}

/// The columns that a line draws.
pub(super) fn columns(line: &str) -> Option<Vec<Stroke>> {
    let strokes = strokes(line)?;
    let lengths = || strokes.iter().map(|(from, to)| to - from);
    ((2..WIDEST).contains(&strokes.len())
        && lengths().all(|length| length > 1)
        && lengths().any(|length| length >= STROKE))
    .then_some(strokes)
}

/// A table that begins with its head, or with the rule that draws its columns.
struct Table<'l, 't> {
    lines: &'l [&'t str],
    head: usize,
    rule: usize,
    columns: Vec<Stroke>,
    /// It has a head and no rule above it.
    open: bool,
}

/// Where a table ends.
#[derive(Default)]
struct End {
    /// The line behind it, if it ends.
    line: Option<usize>,
    /// Blank lines part its rows.
    wrapped: bool,
    /// As far as was looked.
    seen: usize,
}

impl Table<'_, '_> {
    /// A table ends with a rule that nothing follows, or, if its head has no rule above it, with a blank line. None has two
    /// blank lines on each other, or strokes of other columns.
    fn end(&self) -> End {
        let mut end = End::default();
        for at in self.rule + 1..self.lines.len().min(self.rule + MOST) {
            end.seen = at;
            let last = self.lines.get(at + 1).is_none_or(|next| is_blank(next));
            let strokes = strokes(self.lines[at]);
            let blank = is_blank(self.lines[at]);
            match strokes.map(|strokes| self.is_of_table(&strokes)) {
                Some(true) if last => end.line = Some(at + 1),
                None if last && self.open => end.line = Some(at + 1),
                Some(false) => return end,
                None if blank && last => return end,
                _ => end.wrapped |= blank,
            }
            if end.line.is_some() {
                return end;
            }
        }
        end
    }

    /// The rows as far as to a line, by that width of characters by which most cells stand alike below their strokes; none
    /// where two widths are as good, and do not agree.
    fn best(&self, end: usize) -> Option<Vec<Row>> {
        let mut readings: Vec<(usize, Vec<Row>)> = WIDTHS.iter().filter_map(|width| self.rows(end, *width)).collect();
        let most = readings.iter().map(|(alike, _)| *alike).max()?;
        readings.retain(|(alike, rows)| *alike == most && rows.len() > 1);
        let (_, rows) = readings.pop()?;
        readings.iter().all(|(_, others)| *others == rows).then_some(rows)
    }

    /// The rows as far as to a line, if characters are so wide that words stand below strokes in all but a few of them, and
    /// how many cells stand alike. In the others a value got lost, or came in: which is whose they do not show.
    fn rows(&self, end: usize, width: Width) -> Option<(usize, Vec<Row>)> {
        let mut band = 0;
        let mut read: Vec<Read> = Vec::new();
        for at in (self.head..end).filter(|&at| at != self.rule) {
            match is_blank(self.lines[at]) || strokes(self.lines[at]).is_some() {
                true => band += 1,
                false => read.push(self.row(at, band + usize::from(at > self.rule), width)?),
            }
        }
        let sides: Vec<Side> = (0..self.columns.len()).map(|column| Side::of(&read, |of| of == column)).collect();
        let of_all = Side::of(&read, |_| true);
        let stray = |(column, room): &(usize, Room)| sides[*column].excludes(*room) || of_all.excludes(*room);
        let strays = |read: &Read| read.rooms.iter().any(stray);
        let few = |count: usize| count * FEW <= read.len();
        let across = read.iter().filter(|read| read.across).count();
        let loose: Vec<bool> = read.iter().map(|read| read.across || strays(read)).collect();
        if !few(across) {
            return None;
        }
        let uniform = few(loose.iter().filter(|loose| **loose).count());
        let alike = sides.iter().map(|side| side.cells).sum();
        let rows = read.into_iter().zip(loose).map(|(read, loose)| match read.across || loose && uniform {
            true => untold(read.row),
            false => read.row,
        });
        Some((alike, rows.collect()))
    }

    /// Whether a rule draws the columns of the table, or ends it over its whole width.
    fn is_of_table(&self, strokes: &[Stroke]) -> bool {
        let (first, last) = (self.columns[0], self.columns[self.columns.len() - 1]);
        strokes == self.columns || *strokes == [(first.0, last.1)]
    }

    /// A line as a row; `None` where words begin left of all strokes.
    fn row(&self, line: usize, band: usize, width: Width) -> Option<Read> {
        let mut cells = vec![String::new(); self.columns.len()];
        let mut starts = vec![0; self.columns.len()];
        let (mut rooms, mut across): (Vec<(usize, Room)>, bool) = (Vec::new(), false);
        let (mut display, mut column) = (0, 0);
        for (at, c) in self.lines[line].chars().enumerate() {
            let from = display;
            display += width(c);
            if c.is_whitespace() {
                if !cells[column].is_empty() {
                    cells[column].push(c);
                }
                continue;
            }
            column = self.columns.partition_point(|(first, _)| *first <= from).checked_sub(1)?;
            let (first, end) = self.columns[column];
            across |= display > end;
            if cells[column].is_empty() {
                starts[column] = at;
                rooms.push((column, (from - first, 0)));
            }
            if let Some((_, room)) = rooms.last_mut() {
                room.1 = end.saturating_sub(display);
            }
            cells[column].push(c);
        }
        let cells = cells.iter().map(|cell| shown(cell.trim_end())).collect();
        Some(Read { row: Row { line, band, cells, starts }, rooms, across })
    }
}

/// A line read by its strokes.
struct Read {
    row: Row,
    /// How much room is beside each cell, by columns.
    rooms: Vec<(usize, Room)>,
    /// Words stand beside the strokes too.
    across: bool,
}

/// In so many lines one may be shifted.
const FEW: usize = 4;

/// A row whose values cannot be told: each place behind its labels shows all of them.
fn untold(mut row: Row) -> Row {
    let is_label = |cell: &String| !cell.is_empty() && !wrapped::is_value(cell);
    let labels = row.cells.iter().rposition(is_label).map_or(0, |last| last + 1);
    let mut values = row.cells[labels..].iter().map(String::as_str).filter(|cell| !cell.is_empty()).peekable();
    if values.peek().is_some() {
        let all = wrapped::untold(values);
        row.cells[labels..].fill(all);
    }
    row
}

/// How much of its stroke reaches over a cell on its left and on its right.
type Room = (usize, usize);

/// At which side of their strokes columns are written.
struct Side {
    is: fn(Room) -> bool,
    /// As many cells stand there, of all.
    cells: usize,
    all: usize,
}

const SIDES: [fn(Room) -> bool; 3] = [|room| room.0 == 0, |room| room.1 == 0, |room| room.0.abs_diff(room.1) < 2];

impl Side {
    /// The side at which most cells of some columns stand.
    fn of(read: &[Read], columns: impl Fn(usize) -> bool) -> Self {
        let rooms = || read.iter().flat_map(|read| &read.rooms).filter(|(of, _)| columns(*of)).map(|(_, room)| *room);
        let side =
            |is: fn(Room) -> bool| Side { is, cells: rooms().filter(|room| is(*room)).count(), all: rooms().count() };
        SIDES.map(side).into_iter().rev().max_by_key(|side| side.cells).expect("there are sides")
    }

    /// Whether all but a few cells stand elsewhere than one does.
    fn excludes(&self, room: Room) -> bool {
        self.cells > 2 && (self.all - self.cells) * FEW <= self.all && !(self.is)(room)
    }
}

/// The grid of rows of one line each, or of several.
fn grid(mut rows: Vec<Row>, wrapped: bool) -> Grid {
    if wrapped {
        return drawn::banded(&rows);
    }
    wrapped::keep_apart_unruled(&mut rows);
    ragged(rows.iter().map(Row::texts))
}

/// What a cell shows, which begins as behind a stroke.
fn shown(cell: &str) -> String {
    let cell = format!("|{cell}");
    without_bold(&spans::shown(&cell)).trim_start_matches('|').to_owned()
}

#[cfg(test)]
mod tests {
    use super::super::tests::drawn;

    #[test]
    fn strokes_above_and_below_rows_draw_their_columns() {
        let plain = "  ------ --- ----\n  甲     乙  丙\n  规章   1   \n         -   20\n  ------ --- ----\n\n丁";
        assert_eq!(drawn(plain), ["[甲|乙|丙 / 规章|1| / |-|20]", "", "丁"]);
        let headed = "甲     乙   丙\n------ ---- ----\n规章   1    \n戊     -    20\n\n丁";
        assert_eq!(drawn(headed), ["[甲|乙|丙 / 规章|1| / 戊|-|20]", "", "丁"]);
        let marked = "------------ ----\n[甲]{.mark}  乙\n**规章**     1\n------------ ----";
        assert_eq!(drawn(marked), ["[甲|乙 / 规章|1]"]);
        let quoted = "-------------- ----\n甲             乙\n危及“三安全”   1\n规章           2\n-------------- ----";
        assert_eq!(drawn(quoted), ["[甲|乙 / 危及“三安全”|1 / 规章|2]"]);
        let double = "====== ====\n甲     乙\n====== ====\n规章   1\n====== ====";
        assert_eq!(drawn(double), ["[甲|乙 / 规章|1]"]);
    }

    #[test]
    fn blank_lines_part_rows_of_several_lines() {
        let lines = "  --------------\n  甲       乙\n  -------- -----\n  行政规   12\n  范性文件 \n\n  戊       3\n  --------------\n";
        assert_eq!(drawn(lines), ["[甲|乙 / 行政规范性文件|12 / 戊|3]", ""]);
        let torn = "-------- -----\n甲       57\n         49\n\n乙       3\n-------- -----";
        assert_eq!(drawn(torn), ["[甲|57~49 / 乙|3]"]);
    }

    #[test]
    fn what_stands_across_strokes_is_no_row_of_them() {
        let across = "------ ----\n行政规范性文件 1\n------ ----";
        assert_eq!(drawn(across).len(), 3);
        let lost = "------ ---- ----\n甲     乙   丙\n丁     1    2\n戊     3    4\n己        5\n庚     6    7\n------ ---- ----";
        assert_eq!(drawn(lost), ["[甲|乙|丙 / 丁|1|2 / 戊|3|4 / 己|… 5|… 5 / 庚|6|7]"]);
        assert_eq!(drawn("-- -- --\n1  2  3\n-- -- --").len(), 3);
    }
}
