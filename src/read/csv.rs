//! Comma-separated values -> Document, divided into lines and grids like a sheet.
//!
//! The format tells no merged areas: a covered place is an empty cell. Delimiters are commas or semicolons; text with
//! tabs or pipes is not for this file.

use super::rows::{self, Progress, Used};
use crate::document::{Block, Cell, Document, Drawing, Format, Grid, Place};
use crate::finding::{Finding, codes, parts};
use crate::text::fold;
use crate::text::quantity::{self, Reading};
use ::csv::{ReaderBuilder, StringRecord};
use std::collections::BTreeMap;

/// No value has more lines than this. More are the trace of a quotation mark that is never closed.
const LONGEST_VALUE: usize = 100;

/// As many lines as are looked at to tell the format.
const SAMPLE: usize = 400;

/// Reads a text of comma-separated values. Never fails.
pub(crate) fn read(text: &str) -> (Document, Vec<Finding>) {
    let delimiter = delimiter(text).unwrap_or(b',');
    let mut records = records(text, delimiter, true);
    let unclosed = |record: &StringRecord| record.iter().any(|value| value.matches('\n').count() > LONGEST_VALUE);
    if records.iter().any(unclosed) {
        records = self::records(text, delimiter, false);
    }
    let (cells, lines) = places(text, &records);
    let lengths = lengths(text, &records);
    let line = |row: u32| lines.get(row as usize).copied().unwrap_or(row + 1);
    let place = |row: u32, column: u32| Place::line_column(line(row), column + 1);
    let mut progress = Progress::default();
    let sheet = rows::Sheet { cells, areas: Vec::new(), drawing: Drawing::Places, place: &place };
    let mut document = Document::new(Format::Csv);
    document.blocks = rows::blocks(sheet, &mut progress);
    let grids =
        document.blocks.iter_mut().filter_map(|block| if let Block::Grid(grid) = block { Some(grid) } else { None });
    grids.for_each(|grid| cut_short_rows(grid, &lengths));
    let mut findings = Vec::new();
    if progress.tables > 0 {
        findings.push(Finding::new(&codes::SPANS_UNKNOWN).fact("format", Format::Csv.name()));
    }
    if progress.cut {
        findings.push(Finding::new(&codes::PART_LEFT_OUT).term("what", &parts::CELLS));
    }
    (document, findings)
}

fn records(text: &str, delimiter: u8, quoting: bool) -> Vec<StringRecord> {
    let mut builder = ReaderBuilder::new();
    builder.has_headers(false).flexible(true).delimiter(delimiter).quoting(quoting);
    // Every record of a text is readable: it is valid UTF-8, and rows may differ in length.
    builder.from_reader(text.as_bytes()).records().filter_map(Result::ok).collect()
}

/// The written places, and the line of the text in which each row begins. Empty lines, which make no record, are rows;
/// the further lines of a record with line breaks are not.
fn places(text: &str, records: &[StringRecord]) -> (Vec<Used>, Vec<u32>) {
    let mut cells = Vec::new();
    let mut lines: Vec<u32> = Vec::new();
    let mut next = 1;
    for (record, counts) in records.iter().zip(counts(records)) {
        let line = first_line(text, record).unwrap_or(next);
        lines.extend(next..line);
        let row = lines.len() as u32;
        lines.push(line);
        next = line + 1 + record.iter().map(|value| value.matches('\n').count() as u32).sum::<u32>();
        let used = |(column, text): (usize, &str)| Used { row, column: column as u32, text: as_text(text).to_owned() };
        cells.extend(record.iter().enumerate().skip(counts).filter(|(_, text)| !text.is_empty()).map(used));
    }
    (cells, lines)
}

/// A value that was written so that a spreadsheet program takes it for a text: `="12"` is shown as 12.
fn as_text(value: &str) -> &str {
    value
        .strip_prefix("=\"")
        .and_then(|value| value.strip_suffix('"'))
        .filter(|inner| !inner.contains('"'))
        .unwrap_or(value)
}

/// How many values at the beginning of each record only count: below a row `,0,1,2` that counts the columns, the first
/// values 0, 1, 2 count the rows. So tools write a table that has no names.
fn counts(records: &[StringRecord]) -> Vec<usize> {
    let counts_columns = |record: &StringRecord| {
        let mut columns = record.iter().skip(1).enumerate();
        record.len() > 2 && record[0].is_empty() && columns.all(|(at, value)| value == at.to_string())
    };
    let mut next = None;
    let count = |record: &StringRecord| {
        if counts_columns(record) {
            next = Some(0usize);
            return record.len();
        }
        next = next.filter(|row| record.get(0) == Some(row.to_string().as_str())).map(|row| row + 1);
        usize::from(next.is_some())
    };
    records.iter().map(count).collect()
}

/// As many values as the record has that begins in each line.
fn lengths(text: &str, records: &[StringRecord]) -> BTreeMap<u32, usize> {
    records.iter().filter_map(|record| Some((first_line(text, record)?, record.len()))).collect()
}

/// Where the rows of a table differ in length, a value may be missing anywhere in a shorter one: each row keeps as many
/// cells as it has, and their places are no longer certain.
fn cut_short_rows(grid: &mut Grid, lengths: &BTreeMap<u32, usize>) {
    let length = |cell: &Cell| cell.place.line.and_then(|line| lengths.get(&line)).copied().unwrap_or(usize::MAX);
    if grid.cells.windows(2).all(|pair| length(&pair[0]) == length(&pair[1])) {
        return;
    }
    grid.drawing = Drawing::Rows;
    // The table may be narrower than its records; what a record lacks, its row lacks.
    let longest = grid.cells.iter().map(length).filter(|&length| length < usize::MAX).max().unwrap_or(0);
    let width = grid.columns;
    let kept = |cell: &Cell| width.min(length(cell)).min((width + length(cell).min(longest)).saturating_sub(longest));
    grid.cells.retain(|cell| cell.column < kept(cell));
}

/// The line in which a record begins. The reader counts the empty lines before a record as a part of it.
fn first_line(text: &str, record: &StringRecord) -> Option<u32> {
    let position = record.position()?;
    let rest = text.as_bytes().get(position.byte() as usize..)?;
    let empty = rest.iter().take_while(|byte| matches!(byte, b'\n' | b'\r')).filter(|&&byte| byte == b'\n').count();
    Some(position.line() as u32 + empty as u32)
}

/// Whether a text is comma-separated values rather than prose with commas.
pub(crate) fn looks_like_csv(text: &str) -> bool {
    delimiter(text).is_some()
}

/// The delimiter of a text of values.
fn delimiter(text: &str) -> Option<u8> {
    // Most texts are none, which a look at their marks tells.
    if memchr::memchr2_iter(b',', b';', text.as_bytes()).take(4).count() < 4 {
        return None;
    }
    let foreign = |line: &str| line.trim_start().starts_with(['|', '<', '#', '┌', '+']) || is_divided_by_tabs(line);
    let sample: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(SAMPLE).collect();
    if sample.iter().filter(|line| foreign(line)).count() * 5 > sample.len() {
        return None;
    }
    let several = |delimiter: u8| {
        let times =
            |line: &&&str, least: usize| memchr::memchr_iter(delimiter, line.as_bytes()).take(least).count() == least;
        let of_two = sample.iter().filter(|line| times(line, 1)).count();
        of_two >= LEAST_PAIRS || sample.iter().filter(|line| times(line, 2)).count() >= 2
    };
    [b',', b';'].into_iter().filter(|&delimiter| several(delimiter)).find(|&delimiter| {
        let rows = rows(text, delimiter);
        rows.len() >= 2 && (is_rectangle(&rows) || is_ragged_table(&rows) || is_two_columns(&rows))
    })
}

/// Whether a tab divides a line. One beside a delimiter belongs to a value, which it keeps a text (`"12<tab>"`).
fn is_divided_by_tabs(line: &str) -> bool {
    let line = line.trim_matches([' ', '\u{feff}']).as_bytes();
    let beside = |at: Option<&u8>| at.is_none_or(|byte| matches!(byte, b',' | b';' | b'"'));
    memchr::memchr_iter(b'\t', line)
        .any(|tab| !beside(tab.checked_sub(1).and_then(|at| line.get(at))) && !beside(line.get(tab + 1)))
}

/// The values of the first rows that are not empty.
fn rows(text: &str, delimiter: u8) -> Vec<StringRecord> {
    let end = text.match_indices('\n').nth(SAMPLE).map_or(text.len(), |(at, _)| at);
    let mut records = records(&text[..end], delimiter, true);
    // A cut in the middle of a value would look like a short row.
    if end < text.len() {
        records.pop();
    }
    records.retain(|record| record.iter().any(|value| !value.trim().is_empty()) || record.len() > 1);
    records
}

/// Most rows have the same three or more values, and most of those are short: a sentence in prose may have three commas
/// by chance, but its parts are never blank and seldom a number.
fn is_rectangle(rows: &[StringRecord]) -> bool {
    let count = |length: usize| rows.iter().filter(|row| row.len() == length).count();
    let Some(length) = rows.iter().map(StringRecord::len).filter(|&n| n >= 3).max_by_key(|&n| count(n)) else {
        return false;
    };
    let values = || rows.iter().filter(|row| row.len() == length).flat_map(|row| row.iter());
    let plain = values().filter(|value| is_plain(value)).count();
    count(length) * 10 >= rows.len() * 6 && plain * 4 >= values().count()
}

/// At least three rows that are mostly blanks and numbers, and hardly any other row with several values.
fn is_ragged_table(rows: &[StringRecord]) -> bool {
    let several = rows.iter().filter(|row| row.len() >= 3);
    let plain = |row: &&StringRecord| row.iter().filter(|value| is_plain(value)).count() * 2 >= row.len();
    let found = several.clone().filter(plain).count();
    found >= 3 && found * 10 >= several.count() * 6
}

/// Rows of two values: a text, and a number, a dash or nothing.
fn is_two_columns(rows: &[StringRecord]) -> bool {
    let pair = |row: &&StringRecord| {
        row.len() == 2 && row[0].chars().any(fold::is_han) && !is_plain(&row[0]) && is_plain(&row[1])
    };
    let pairs = rows.iter().filter(pair).count();
    let longer = rows.iter().filter(|row| row.len() > 2).count();
    pairs >= LEAST_PAIRS && pairs * 10 >= rows.len() * 6 && longer == 0
}

/// As many rows of two values show a table.
const LEAST_PAIRS: usize = 8;

/// Whether a value is blank, or what stands in the cell of a figure: a number in whatever dress, a dash, a word for nothing.
fn is_plain(value: &str) -> bool {
    quantity::read(value) != Reading::Illegible
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<String> {
        let row = |row: &Vec<String>| row.join("|");
        let block = |block: &Block| match block {
            Block::Line(line) => line.text.clone(),
            Block::Grid(grid) => format!("[{}]", grid.rectangle().iter().map(row).collect::<Vec<_>>().join("/")),
        };
        read(text).0.blocks.iter().map(block).collect()
    }

    #[test]
    fn a_report_is_divided_like_a_sheet() {
        let text = "某局年度报告,,\r\n,,\r\n\"一、情况\",,\r\n\"甲,乙\",1,0\r\n\"丙\n丁\",2,\r\n,,\r\n二、其他,,\r\n";
        assert!(looks_like_csv(text));
        assert_eq!(shown(text), ["某局年度报告", "", "一、情况", "[甲,乙|1|0/丙\n丁|2|]", "", "二、其他"]);
    }

    #[test]
    fn what_counts_rows_and_columns_is_no_value() {
        let text = "某局报告\n,0,1,2\n0,类,数,数\n1,甲,1,\n2,乙,3,4\n二、其他\n3,5,6,7\n";
        assert_eq!(shown(text)[1..3], ["", "[类|数|数/甲|1|/乙|3|4]"]);
        assert!(shown(text).join(" ").contains("3|5|6|7"));
    }

    #[test]
    fn places_are_lines_of_the_text() {
        let (document, findings) = read("标题\n\n\"甲\n乙\",1,2\n丙,3,4\n");
        let Block::Grid(grid) = &document.blocks[2] else { panic!("no grid") };
        let lines: Vec<_> = grid.cells.iter().map(|cell| (cell.place.line, cell.place.column)).collect();
        assert_eq!(lines[..2], [(Some(3), Some(1)), (Some(3), Some(2))]);
        assert_eq!(lines[3], (Some(5), Some(1)));
        assert_eq!(findings[0].code.slug, "spans-unknown");
        assert_eq!((grid.drawing, grid.place.table), (Drawing::Places, Some(1)));
    }

    #[test]
    fn semicolons_and_ragged_rows_are_values_too() {
        assert_eq!(shown("类;数;数\n甲;1;2\n乙;3;\n"), ["[类|数|数/甲|1|2/乙|3|]"]);
        let ragged = "某局报告\n一、情况\n类,数,数\n甲,1,2,\n乙,,3,,,\n丙,0,0\n";
        assert!(looks_like_csv(ragged));
    }

    #[test]
    fn prose_with_commas_is_no_table() {
        let prose =
            "一、总体情况\n今年,全局上下认真工作,公开信息若干条,成效明显。\n存在不足,下一步改进,加强学习。\n无。\n";
        let equal = "今年,我们努力,取得成绩。\n明年,继续努力,再上台阶。\n以后,不断努力,永不停步。\n";
        let pipes = "| 类 | 数 |\n| 甲 | 1,234,567 |\n| 乙 | 2,345,678 |\n";
        let tabs = "类\t数,数,数\n甲\t1,2,3\n乙\t1,2,3\n";
        for text in [prose, equal, pipes, tabs, "", "甲,1,2", "<p>1,2,3</p>\n<p>4,5,6</p>"] {
            assert!(!looks_like_csv(text), "{text}");
        }
    }

    #[test]
    fn a_quotation_mark_that_is_never_closed_swallows_nothing() {
        let mut text = "类,数,数\n\"甲,1,2\n".to_owned();
        text.push_str(&"乙,3,4\n".repeat(300));
        let (document, _) = read(&text);
        let Block::Grid(grid) = &document.blocks[0] else { panic!("no grid") };
        assert_eq!(grid.rows, 302);
    }
}
