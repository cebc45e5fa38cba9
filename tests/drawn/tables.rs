//! The tables of a form as cells with spans, as a page would hold them.

use nianbao::template::{BlockSpec, Role, RowKind, TableSpec};

/// A cell: its text, how many columns and rows it covers, and whether a figure stands in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    pub text: String,
    pub columns: usize,
    pub rows: usize,
    pub figure: bool,
}

impl Cell {
    pub fn label(text: &str, columns: usize, rows: usize) -> Self {
        Cell { text: text.to_owned(), columns, rows, figure: false }
    }

    pub fn figure(text: String, columns: usize) -> Self {
        Cell { text, columns, rows: 1, figure: true }
    }
}

/// A table: the cells that begin in each row.
#[derive(Clone, Debug)]
pub struct Table {
    pub role: Role,
    pub rows: Vec<Vec<Cell>>,
    /// The first row of each block.
    pub blocks: Vec<usize>,
}

/// A place of the full grid.
#[derive(Clone, Debug)]
pub struct Place {
    pub text: String,
    /// The cell begins here, not left of it or above it.
    pub begins: bool,
    pub figure: bool,
    /// The place of the cell's first column.
    pub first_column: bool,
}

impl Table {
    /// Every place of every row.
    pub fn places(&self) -> Vec<Vec<Place>> {
        let width = self.rows[0].iter().map(|cell| cell.columns).sum();
        let mut grid: Vec<Vec<Option<Place>>> = vec![vec![None; width]; self.rows.len()];
        for (row, cells) in self.rows.iter().enumerate() {
            let mut column = 0;
            for cell in cells {
                while grid[row][column].is_some() {
                    column += 1;
                }
                for (r, line) in grid.iter_mut().enumerate().skip(row).take(cell.rows) {
                    for (c, place) in line.iter_mut().enumerate().skip(column).take(cell.columns) {
                        let (begins, first_column) = (r == row && c == column, c == column);
                        *place = Some(Place { text: cell.text.clone(), begins, figure: cell.figure, first_column });
                    }
                }
                column += cell.columns;
            }
        }
        grid.into_iter().map(|row| row.into_iter().map(|place| place.expect("a full grid")).collect()).collect()
    }

    /// Where the rows of figures begin, after the head.
    pub fn head_rows(&self) -> usize {
        self.rows.iter().position(|row| row.iter().any(|cell| cell.figure)).unwrap_or(0)
    }
}

/// The cells of a table of the form.
pub fn table(spec: &'static TableSpec, text: &dyn Fn(&str) -> String) -> Table {
    match spec.role {
        Role::Disclosure => disclosure(spec, text),
        Role::Requests => requests(spec, text),
        Role::Remedies => remedies(spec, text),
        Role::Statistics => statistics(spec, text),
    }
}

/// All blocks below each other, four columns wide; the last cells of a narrower block are merged.
fn disclosure(spec: &'static TableSpec, text: &dyn Fn(&str) -> String) -> Table {
    let (mut rows, mut blocks) = (Vec::new(), Vec::new());
    for block in spec.blocks {
        blocks.push(rows.len());
        let n = block.columns.len();
        let wide = |at: usize| if at + 1 == n { 4 - n } else { 1 };
        rows.push(vec![Cell::label(block.caption.unwrap().text, 4, 1)]);
        let labels = block.columns.iter().enumerate().map(|(at, column)| Cell::label(column.label.text, wide(at), 1));
        rows.push([Cell::label("信息内容", 1, 1)].into_iter().chain(labels).collect());
        for row in block.rows {
            let figure = |(at, column)| Cell::figure(text(&spec.path(row, column)), wide(at));
            let figures = block.columns.iter().enumerate().map(figure);
            rows.push([Cell::label(row.label.text, 1, 1)].into_iter().chain(figures).collect());
        }
    }
    Table { role: spec.role, rows, blocks }
}

const CORNER: &str = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";

fn requests(spec: &'static TableSpec, text: &dyn Fn(&str) -> String) -> Table {
    let block = &spec.blocks[0];
    let printed: Vec<_> =
        block.rows.iter().filter(|row| row.kind != RowKind::GroupOrFigures || has_figures(block)).collect();
    let names: Vec<&str> = block.columns.iter().map(|column| column.label.text).collect();
    let middle = names[1..6].iter().map(|name| Cell::label(name, 1, 1)).collect();
    let mut rows = vec![
        vec![Cell::label(CORNER, 3, 3), Cell::label("申请人情况", 7, 1)],
        vec![Cell::label(names[0], 1, 2), Cell::label("法人或其他组织", 5, 1), Cell::label(names[6], 1, 2)],
        middle,
    ];
    let inner = block.rows.iter().filter(|row| row.key.starts_with("outcome.") && holds(row.kind, block)).count();
    let mut above: Vec<Cell> = Vec::new();
    for row in printed {
        let group = row.kind == RowKind::Group || (row.kind == RowKind::GroupOrFigures && !has_figures(block));
        if group {
            let below = block.rows.iter().filter(|r| r.depth == 2 && r.key.starts_with(row.key)).count();
            above.push(Cell::label(row.label.text, 1, if row.depth == 0 { inner } else { below }));
            continue;
        }
        let mut cells = std::mem::take(&mut above);
        cells.push(Cell::label(row.label.text, 3 - usize::from(row.depth), 1));
        cells.extend(block.columns.iter().map(|column| Cell::figure(text(&spec.path(row, column)), 1)));
        rows.push(cells);
    }
    with_split_group(block, &mut rows);
    Table { role: spec.role, rows, blocks: vec![0] }
}

/// Whether the group that may hold figures itself does: there are no rows below it.
fn has_figures(block: &BlockSpec) -> bool {
    !block
        .rows
        .iter()
        .any(|row| row.key.starts_with("outcome.other.") && row.kind == RowKind::Figures && row.depth == 2)
}

fn holds(kind: RowKind, block: &BlockSpec) -> bool {
    kind == RowKind::Figures || (kind == RowKind::GroupOrFigures && has_figures(block))
}

/// The group （六）其他处理 of the newer form stands above its rows like the other groups.
fn with_split_group(block: &BlockSpec, rows: &mut [Vec<Cell>]) {
    let Some(group) = block.rows.iter().find(|row| row.kind == RowKind::GroupOrFigures && !has_figures(block)) else {
        return;
    };
    let below: Vec<&str> = block
        .rows
        .iter()
        .filter(|row| row.key.starts_with("outcome.other.") && row.kind == RowKind::Figures)
        .map(|row| row.label.text)
        .collect();
    if let Some(row) = rows.iter_mut().find(|row| row.iter().any(|cell| cell.text == below[0])) {
        row.insert(0, Cell::label(group.label.text, 1, below.len()));
    }
}

fn remedies(spec: &'static TableSpec, text: &dyn Fn(&str) -> String) -> Table {
    let block = &spec.blocks[0];
    let five: Vec<Cell> = block.columns[..5].iter().map(|column| Cell::label(column.label.text, 1, 2)).collect();
    let flat = |cell: &Cell| Cell { rows: 1, ..cell.clone() };
    let mut second = five.clone();
    second.extend([Cell::label("未经复议直接起诉", 5, 1), Cell::label("复议后起诉", 5, 1)]);
    let figures = block.columns.iter().map(|column| Cell::figure(text(&spec.path(&block.rows[0], column)), 1));
    let rows = vec![
        vec![Cell::label("行政复议", 5, 1), Cell::label("行政诉讼", 10, 1)],
        second,
        five.iter().chain(&five).map(flat).collect(),
        figures.collect(),
    ];
    Table { role: spec.role, rows, blocks: vec![0] }
}

fn statistics(spec: &'static TableSpec, text: &dyn Fn(&str) -> String) -> Table {
    let block = &spec.blocks[0];
    let mut rows = vec![["统计指标", "单位", "统计数"].map(|label| Cell::label(label, 1, 1)).to_vec()];
    for row in block.rows {
        let indented = format!("{}{}", "　".repeat(usize::from(row.depth)), row.label.text);
        let figure = row.kind == RowKind::Figures;
        let unit = if figure { row.unit } else { "——" };
        let value = if figure {
            Cell::figure(text(&spec.path(row, &block.columns[0])), 1)
        } else {
            Cell::label("——", 1, 1)
        };
        rows.push(vec![Cell::label(&indented, 1, 1), Cell::label(unit, 1, 1), value]);
    }
    Table { role: spec.role, rows, blocks: vec![0] }
}
