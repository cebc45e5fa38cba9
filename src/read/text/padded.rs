//! Rows of cells, each closed by a bar, that a tool filled up with bars to the width of the table. The cells of a row may
//! stand on lines of their own (`规章 |`, `0 |`, `|`): as many bars as the table is wide make a row.
//!
//! Most of these tools write no blank cells, only the bars at the end of the row. What fills a row up is no cell.

use super::{of_cells, pipes, wrapped};
use crate::document::{Cell, Grid, Place};

/// A cell as it stands on its line.
struct Piece<'t> {
    line: usize,
    start: usize,
    text: &'t str,
}

/// A row, and how many bars without a blank between them end it.
struct Row<'t> {
    pieces: Vec<Piece<'t>>,
    bars: usize,
}

/// The grid of rows that begins at `start`, and the line after it. `None` where the bars do not make rows of one width.
pub(super) fn read(lines: &[&str], start: usize) -> Option<(Grid, usize)> {
    if !is_closed(lines[start]) || is_bars(lines[start]) {
        return None;
    }
    let (mut rows, end) = of_one_width(lines, start)?;
    // One row that is filled up tells a width; another that ends with a bar shows that it holds.
    let filled = rows.iter().filter(|row| row.bars > 0).count();
    let row_a_line = rows.iter().all(|row| row.pieces.iter().all(|piece| piece.line == row.pieces[0].line));
    if rows.len() < 3 || filled + usize::from(row_a_line) < 2 {
        return None;
    }
    if opens(lines[start]) {
        open(&mut rows)?;
    }
    strip(&mut rows);
    Some((grid(rows), end))
}

/// The grid of rows that a tool broke before each blank cell and behind it (`乙 | 25 |`, `|`, `| 25 |`): a line that begins
/// with a bar goes on with the row above.
pub(super) fn continued(lines: &[&str], start: usize) -> Option<(Grid, usize)> {
    if !is_closed(lines[start]) || opens(lines[start]) || !is_first(lines, start) {
        return None;
    }
    let run = lines[start..].iter().take_while(|line| is_closed(line)).count();
    let own = &lines[start..start + run];
    let goes_on = |line: &&str| opens(line) && !is_bars(line);
    // Where no bar has a line of its own, a line begins with the place that a label above covers.
    let broken = || own.iter().any(|line| line.trim() == "|") && own.iter().any(goes_on);
    let filled_up = || own.iter().any(|line| closing(line) > 1);
    if !broken() || filled_up() {
        return None;
    }
    let mut rows: Vec<Row> = Vec::new();
    for (at, line) in (start..).zip(own) {
        let pieces: Vec<Piece> = cut(line, at).collect();
        let behind_head = rows.last().is_none_or(|row| is_head(&row.pieces));
        match rows.last_mut().filter(|_| opens(line) && !behind_head) {
            Some(row) => row.pieces.extend(pieces),
            // A value on a line of its own is a cell of a row that was broken otherwise.
            None if pieces.len() == 1 && wrapped::is_value(pieces[0].text) && !behind_head => return None,
            None => rows.push(Row { pieces, bars: 0 }),
        }
    }
    Some((grid(rows), start + run))
}

/// Whether no line of cells stands right above: bars make rows from the first line of a table only.
fn is_first(lines: &[&str], start: usize) -> bool {
    !start.checked_sub(1).is_some_and(|above| is_closed(lines[above]))
}

/// Whether a row holds words alone, in several cells.
fn is_head(pieces: &[Piece]) -> bool {
    pieces.len() > 2 && !pieces.iter().any(|piece| wrapped::is_value(piece.text))
}

fn opens(line: &str) -> bool {
    line.trim_start().starts_with('|')
}

fn is_bars(line: &str) -> bool {
    line.trim().bytes().all(|byte| byte == b'|')
}

/// Whether a line holds cells each of which a bar closes.
fn is_closed(line: &str) -> bool {
    line.trim_end().ends_with('|') && !line.contains(['│', '｜', '\\'])
}

/// How many bars end a line that stand for no cell with a text. Where no blanks stand around the bars, nobody can know.
fn closing(line: &str) -> usize {
    let text = line.trim_end();
    let rest = text.trim_end_matches('|');
    let bars = text.len() - rest.len();
    match rest.trim_end() {
        "" => bars,
        _ if !rest.ends_with(char::is_whitespace) => 0,
        cells => bars - usize::from(!cells.ends_with('|')),
    }
}

/// The rows that begin at `start`, all of one width, and the line after them.
fn of_one_width<'t>(lines: &[&'t str], start: usize) -> Option<(Vec<Row<'t>>, usize)> {
    let bars = first_filled(lines, start)?;
    // Full rows may stand before the first that is filled up.
    let widths = (1..=FULL).filter(|rows| bars % rows == 0).map(|rows| bars / rows);
    widths.filter(|width| (NARROWEST..=WIDEST).contains(width)).find_map(|width| rows(lines, start, width))
}

/// The bars of the rows up to the first that is filled up.
fn first_filled(lines: &[&str], start: usize) -> Option<usize> {
    let mut bars = 0;
    for line in lines[start..].iter().take(WIDEST).take_while(|line| is_closed(line)) {
        bars += line.matches('|').count();
        if closing(line) > 1 {
            return Some(bars);
        }
    }
    None
}

/// As many full rows are looked for before the first that is filled up.
const FULL: usize = 3;
/// Narrower rows have no bars that fill them up; no form is wider.
const NARROWEST: usize = 3;
const WIDEST: usize = 30;
/// Nor longer.
const LONGEST: usize = 1_000;

/// The rows of so many bars each, and the line after them. What fills a row up stands at its end.
fn rows<'t>(lines: &[&'t str], start: usize, width: usize) -> Option<(Vec<Row<'t>>, usize)> {
    // Below another line of cells a row stands on one line: else each line would be read as the first one of all behind it.
    let over_lines = is_first(lines, start);
    let mut rows = Vec::new();
    let mut pieces: Vec<Piece> = Vec::with_capacity(width);
    let mut at = start;
    while at < lines.len() {
        let line = lines[at];
        if is_closed(line) && !pipes::is_rule(line) {
            pieces.extend(cut(line, at));
        } else if !pieces.is_empty() || !pipes::is_rule(line) && !is_gap(lines, at) {
            break;
        }
        let own = pieces.iter().position(|piece| piece.line == at).unwrap_or(pieces.len());
        if pieces.len() > width && own > 0 && pieces[0].line == pieces[own - 1].line && !rows.is_empty() {
            // The last row of a table, and the first of another.
            pieces.truncate(own);
            break;
        }
        at += 1;
        let bars = closing(line);
        if pieces.len() == width {
            rows.push(Row { pieces: std::mem::replace(&mut pieces, Vec::with_capacity(width)), bars });
        } else if pieces.len() > width || !pieces.is_empty() && (bars > 1 || !over_lines) || rows.len() > LONGEST {
            return None;
        }
    }
    // Nothing fills the last row up.
    let last = Row { pieces, bars: 0 };
    rows.extend(Some(last).filter(|row| !row.pieces.is_empty()));
    Some((rows, at))
}

/// Whether an empty line stands between two rows.
fn is_gap(lines: &[&str], at: usize) -> bool {
    lines[at].trim().is_empty() && lines.get(at + 1).is_some_and(|next| is_closed(next))
}

/// The cells of a line.
fn cut(line: &str, at: usize) -> impl Iterator<Item = Piece<'_>> {
    let closed = line.trim_end();
    let mut from = 0;
    closed[..closed.len() - 1].split('|').map(move |cell| {
        let start = from + cell.chars().take_while(|c| c.is_whitespace()).count();
        from += cell.chars().count() + 1;
        Piece { line: at, start, text: cell.trim() }
    })
}

/// Takes the border before the first cell from every row.
fn open(rows: &mut [Row]) -> Option<()> {
    let bordered = rows.iter().all(|row| row.pieces[0].text.is_empty());
    for row in rows.iter_mut().filter(|_| bordered) {
        row.pieces.remove(0);
    }
    bordered.then_some(())
}

/// Takes what fills the rows up from their ends. A single bar may be a blank cell, where a blank stands before some other
/// cell of the table; else the tool writes none.
fn strip(rows: &mut [Row]) {
    let has_gap = |row: &Row| {
        let filled = row.pieces.iter().rposition(|piece| !piece.text.is_empty());
        filled.is_some_and(|last| row.pieces[..last].iter().any(|piece| piece.text.is_empty()))
    };
    let blanks = rows.iter().any(has_gap);
    for row in rows {
        let fill = if row.bars == 1 && blanks { 0 } else { row.bars };
        // A row that shows a label alone keeps a cell beside it.
        row.pieces.truncate(row.pieces.len().saturating_sub(fill).max(2));
    }
}

fn grid(rows: Vec<Row>) -> Grid {
    let pieces = rows
        .into_iter()
        .enumerate()
        .flat_map(|(row, found)| found.pieces.into_iter().enumerate().map(move |p| (row, p)));
    let cell = |(row, (column, piece)): (usize, (usize, Piece))| {
        let place = Place::line_column(piece.line as u32 + 1, piece.start as u32 + 1);
        Cell { row, column, rows: 1, columns: 1, text: super::shown(piece.text), place }
    };
    of_cells(pieces.map(cell).collect())
}

#[cfg(test)]
mod tests {
    use super::super::tests::drawn;

    #[test]
    fn bars_that_fill_a_row_up_are_no_cells() {
        assert_eq!(
            drawn("甲 | |||\n乙 | 丙 | 丁 | 戊 |\n己 | 1 | ||\n庚 | 1 | 2 | |\n辛 | 3 |"),
            ["[甲||| / 乙|丙|丁|戊 / 己|1|| / 庚|1|2| / 辛|3||]"]
        );
    }

    #[test]
    fn a_single_bar_may_be_a_blank_where_blanks_are_written() {
        let cells = |text: &str| {
            let (document, _) = super::super::read(text);
            let crate::document::Block::Grid(grid) = &document.blocks[0] else { panic!("no grid") };
            (0..grid.rows).map(|row| grid.row(row).len()).collect::<Vec<_>>()
        };
        assert_eq!(cells("甲 |\n|||\n乙 |\n1 |\n2 |\n|\n丙 |\n1 |\n||\n丁 |\n3 |"), [2, 3, 2, 2]);
        assert_eq!(cells("甲 |\n|||\n乙 |\n1 |\n2 |\n|\n丙 |\n|\n1 |\n|\n丁 |\n1 |\n||"), [2, 4, 4, 2]);
        assert_eq!(cells("| 甲 | |||\n| 乙 | 1 | 2 | |\n| 丙 | 1 | ||"), [2, 3, 2]);
    }

    #[test]
    fn cells_on_lines_of_their_own_make_rows_of_one_width() {
        assert_eq!(drawn("甲 |\n||\n乙 |\n1 |\n2 |\n丙 |\n||\n丁 |\n3 |\n4 |"), ["[甲|| / 乙|1|2 / 丙|| / 丁|3|4]"]);
    }

    #[test]
    fn rows_broken_at_their_blanks_go_on() {
        assert_eq!(
            drawn("甲 | 乙 | 丙 | 丁 |\n戊 | 25 |\n|\n| 3 |\n己 |\n|\n|\n| 0 |"),
            ["[甲|乙|丙|丁| / 戊|25|||3 / 己||||0]"]
        );
        assert_eq!(drawn("甲 |\n1 |\n|\n| 2 |\n乙 |\n3 |")[0], "甲 |");
    }

    #[test]
    fn cells_with_bars_of_their_own_stand_beside_each_other() {
        assert_eq!(drawn("|甲||乙||丙|\n|丁||1||2|\n|戊||3|"), ["[甲|乙|丙 / 丁|1|2 / 戊|3|]"]);
        assert_eq!(drawn("|甲||1|\n|乙|2|3|"), ["[甲||1 / 乙|2|3]"]);
    }
}
