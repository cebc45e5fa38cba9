//! Tables drawn with box characters (┌─┬─┐), as text browsers print them: the strokes tell every span.

use super::drawn::{self, Drawn};
use crate::document::{Cell, Drawing, Grid, Place};
use std::collections::BTreeSet;
use std::ops::RangeInclusive;

/// The grid that begins at line `start`, and the line after it.
pub(super) fn read(lines: &[&str], start: usize) -> Option<(Grid, usize)> {
    if !lines[start].trim_start().starts_with(['┌', '┏', '╔']) {
        return None;
    }
    let is_drawn = |line: &&str| line.contains(['│', '─', '┃', '━', '║', '═']);
    let end = start + lines[start..].iter().take_while(|line| is_drawn(line)).count();
    let raster = Raster::new(&lines[start..end]);
    let grid = raster.grid(start)?;
    Some((grid, end))
}

/// The grid of strokes with joints (`+---+`, `|   |`) that begin at a line, where some of them end within it.
pub(super) fn of_joints(lines: &[&str], first_line: usize) -> Option<Grid> {
    let drawn: Vec<String> = lines.iter().map(|line| with_box_characters(line)).collect();
    let lines: Vec<&str> = drawn.iter().map(String::as_str).collect();
    let raster = Raster::new(&lines);
    if raster.lengths() > 1 { None } else { raster.grid(first_line) }
}

/// A line of strokes with joints in box characters. A joint has a stroke beside it, and a stroke ends at a joint.
fn with_box_characters(line: &str) -> String {
    let mut characters: Vec<char> = line.trim_end().replace('|', "│").chars().collect();
    let is_stroke = |c: &char| matches!(c, '-' | '=' | ':');
    let mut at = 0;
    while let Some(from) = characters[at..].iter().position(is_stroke).map(|found| at + found) {
        let to = from + characters[from..].iter().take_while(|c| is_stroke(c)).count();
        let joints = [from.checked_sub(1), Some(to)].map(|at| at.filter(|&at| is_joint(characters.get(at))));
        if to - from > 1 && joints != [None, None] {
            characters[from..to].fill('─');
            joints.into_iter().flatten().for_each(|joint| characters[joint] = '┼');
        }
        at = to;
    }
    characters.into_iter().collect()
}

fn is_joint(c: Option<&char>) -> bool {
    matches!(c, Some('+' | '┼'))
}

/// The characters by display column: a wide character takes two, the second of which is `None`.
struct Raster {
    rows: Vec<Vec<Option<char>>>,
}

const VERTICAL: &str = "│┃║├┤┼┌┐└┘┬┴┣┫╋┏┓┗┛┳┻╠╣╬╔╗╚╝╦╩";
const HORIZONTAL: &str = "─━═├┤┼┬┴┌┐└┘┣┫╋┳┻┏┓┗┛╠╣╬╦╩╔╗╚╝";

impl Raster {
    /// Whether quotes and the like take two columns depends on the program; all lines of a drawing are equally long.
    fn new(lines: &[&str]) -> Self {
        let narrow = Raster::drawn(lines, is_wide);
        let wide = Raster::drawn(lines, |c| is_wide(c) || is_ambiguous(c));
        if wide.lengths() < narrow.lengths() { wide } else { narrow }
    }

    fn drawn(lines: &[&str], is_wide: fn(char) -> bool) -> Self {
        let spread =
            |line: &&str| line.chars().flat_map(|c| [Some(c)].into_iter().chain(is_wide(c).then_some(None))).collect();
        Raster { rows: lines.iter().map(spread).collect() }
    }

    /// How many different lengths the lines have.
    fn lengths(&self) -> usize {
        self.rows.iter().map(Vec::len).collect::<BTreeSet<usize>>().len()
    }

    fn at(&self, row: usize, column: usize) -> Option<char> {
        self.rows.get(row)?.get(column).copied().flatten()
    }

    fn has(&self, row: usize, column: usize, strokes: &str) -> bool {
        self.at(row, column).is_some_and(|c| strokes.contains(c))
    }

    /// The columns and rows at which some stroke turns or crosses.
    fn lines_of_grid(&self) -> (Vec<usize>, Vec<usize>) {
        let (mut columns, mut rows) = (Vec::new(), Vec::new());
        for (r, row) in self.rows.iter().enumerate() {
            for (c, char) in row.iter().enumerate() {
                let Some(char) = char else { continue };
                if VERTICAL.contains(*char) && HORIZONTAL.contains(*char) {
                    columns.push(c);
                    rows.push(r);
                }
            }
        }
        for list in [&mut columns, &mut rows] {
            list.sort_unstable();
            list.dedup();
        }
        (columns, rows)
    }

    /// The grid of the drawing; `None` where the strokes close no cell.
    fn grid(&self, first_line: usize) -> Option<Grid> {
        let (columns, rows) = self.lines_of_grid();
        if columns.len() < 2 || rows.len() < 2 {
            return None;
        }
        let mut covered = vec![vec![false; columns.len() - 1]; rows.len() - 1];
        let mut cells: Vec<Drawn> = Vec::new();
        for row in 0..rows.len() - 1 {
            for column in 0..columns.len() - 1 {
                if covered[row][column] {
                    continue;
                }
                let (bottom, right) = self.extent(&rows, &columns, row, column);
                covered[row..bottom].iter_mut().for_each(|line| line[column..right].fill(true));
                let lines = self.lines(rows[row]..=rows[bottom], columns[column]..=columns[right]);
                let place = Place::line_column((first_line + rows[row]) as u32 + 2, columns[column] as u32 + 1);
                let (rows, columns) = (bottom - row, right - column);
                let cell = Cell { row, column, rows, columns, text: String::new(), place };
                cells.push(Drawn::new(cell, lines));
            }
        }
        let (cells, added) = drawn::divided(cells, rows.len() - 1);
        Some(Grid {
            rows: rows.len() - 1 + added,
            columns: columns.len() - 1,
            cells,
            drawing: Drawing::Spans,
            caption: None,
            place: Place::line(first_line as u32 + 1),
            container: 0,
        })
    }

    /// Where the cell that begins at this row and column ends: at the first strokes on its right and below.
    fn extent(&self, rows: &[usize], columns: &[usize], row: usize, column: usize) -> (usize, usize) {
        let inside_row = rows[row] + 1;
        let right = (column + 1..columns.len())
            .find(|&c| self.has(inside_row, columns[c], VERTICAL))
            .unwrap_or(columns.len() - 1);
        let inside = columns[column] + 1..columns[right];
        let closed = |r: &usize| inside.clone().all(|c| self.has(rows[*r], c, HORIZONTAL));
        let bottom = (row + 1..rows.len()).find(closed).unwrap_or(rows.len() - 1);
        (bottom, right)
    }

    /// The lines of text between strokes, and where they stand. They are wraps of one text, so they join without a break. Two
    /// numbers, or two parts of one, stay apart: which of the two they are is not shown.
    fn lines(&self, rows: RangeInclusive<usize>, columns: RangeInclusive<usize>) -> Vec<(usize, String)> {
        let inside =
            |r: usize| (columns.start() + 1..*columns.end()).filter_map(move |c| self.at(r, c)).collect::<String>();
        let lines = (rows.start() + 1..*rows.end()).map(|r| (r, inside(r).trim().to_owned()));
        lines.filter(|(_, line)| !line.is_empty()).collect()
    }
}

/// Characters to which terminals give one column or two.
pub(super) fn is_ambiguous(c: char) -> bool {
    matches!(c, '“' | '”' | '‘' | '’' | '…' | '—' | '·' | '×' | '①'..='⑳')
}

/// Whether a terminal gives the character two columns.
pub(super) fn is_wide(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{303e}' | '\u{3041}'..='\u{33ff}' | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}'
        | '\u{ff00}'..='\u{ff60}' | '\u{ffe0}'..='\u{ffe6}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strokes_tell_spans_and_wrapped_text_is_one() {
        let drawing = "\
┌────┬─────┐
│ 甲 │  1  │
│乙  ├──┬──┤
│    │2 │  │
├────┴──┴──┤
│    丙    │
└──────────┘";
        let lines: Vec<&str> = drawing.lines().collect();
        let (grid, next) = read(&lines, 0).unwrap();
        let cells: Vec<_> = grid.cells.iter().map(|c| (c.row, c.column, c.rows, c.columns, c.text.as_str())).collect();
        assert_eq!(next, 7);
        assert_eq!(
            cells,
            [(0, 0, 2, 1, "甲乙"), (0, 1, 1, 2, "1"), (1, 1, 1, 1, "2"), (1, 2, 1, 1, ""), (2, 0, 1, 3, "丙")]
        );
    }

    #[test]
    fn rows_between_which_a_stroke_is_lost_are_two() {
        for [drawing, read] in [
            ["┌────┬────┬───┐\n│ 甲 │ 1  │   │\n│乙  │ 2  │ 3 │\n└────┴────┴───┘", "甲乙 1\n2 3"],
            ["┌────┬────┬───┐\n│ 甲 │    │   │\n│    │ 2  │ 3 │\n└────┴────┴───┘", "甲    2 3"],
            ["┌────┬────┬───┐\n│ 甲 │ 1  │   │\n│ 乙 │    │ 3 │\n└────┴────┴───┘", "甲乙 1    3"],
            ["┌────┬────┬───┐\n│ 甲 │ 12 │   │\n│    │ 3  │ 4 │\n└────┴────┴───┘", "甲 12   3 4"],
        ] {
            let lines: Vec<&str> = drawing.lines().collect();
            let (grid, _) = super::read(&lines, 0).unwrap();
            let texts: Vec<&str> = grid.cells.iter().map(|cell| cell.text.as_str()).collect();
            assert_eq!(texts.join(" "), read, "{drawing}");
        }
    }

    #[test]
    fn numbers_on_lines_of_one_cell_stay_apart() {
        let drawing = "┌────┬─────┐\n│ 甲 │ 257 │\n│ 乙 │  4  │\n├────┼─────┤\n│ 丙 │  1  │\n└────┴─────┘";
        let lines: Vec<&str> = drawing.lines().collect();
        let (grid, _) = read(&lines, 0).unwrap();
        assert_eq!(grid.cells.iter().map(|c| c.text.as_str()).collect::<Vec<_>>(), ["甲乙", "257\n4", "丙", "1"]);
    }
}
