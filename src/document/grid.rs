//! A table as its source draws it.

use super::Place;

/// A table: cells with the rows and columns they cover. Cells stand in row order; a place that no cell covers is a hole.
#[derive(Clone, Debug)]
pub struct Grid {
    /// As many rows as the source draws.
    pub rows: usize,
    /// As many columns as the widest row covers.
    pub columns: usize,
    /// The cells, ordered by row, then column.
    pub cells: Vec<Cell>,
    /// How far the columns can be trusted.
    pub drawing: Drawing,
    /// The caption that the source binds to the table itself (`<caption>`), if any.
    pub caption: Option<String>,
    /// Where the table begins.
    pub place: Place,
    /// The container it stands in, see [`Document::containers`](super::Document::containers).
    pub container: u32,
}

/// How a source draws its cells, which tells how far the columns of the grid can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drawing {
    /// Cells with stated spans (HTML, merged areas of a workbook, box-drawing characters).
    Spans,
    /// Each place of the grid is written, but merged areas are not told: a covered place is an empty cell (CSV, a
    /// workbook format without merge data).
    Places,
    /// Rows of cells divided by tabs or pipes: what a merged area became is the other tool's secret.
    Rows,
}

/// A cell of a grid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The first row it covers, from 0.
    pub row: usize,
    /// The first column it covers, from 0.
    pub column: usize,
    /// As many rows as it covers, at least 1.
    pub rows: usize,
    /// As many columns as it covers, at least 1.
    pub columns: usize,
    /// The text, blanks at both ends removed.
    pub text: String,
    /// Where the cell stands.
    pub place: Place,
}

impl Cell {
    /// The first column after the cell.
    pub fn end(&self) -> usize {
        self.column + self.columns
    }
}

impl Grid {
    /// The cells that begin in `row`, from left to right.
    pub fn row(&self, row: usize) -> &[Cell] {
        let start = self.cells.partition_point(|c| c.row < row);
        let end = self.cells.partition_point(|c| c.row <= row);
        &self.cells[start..end]
    }

    /// The cell of a row beside which no other one holds a text: a title or a date over the width of a table.
    pub fn alone(&self, row: usize) -> Option<&Cell> {
        let mut told = self.row(row).iter().filter(|cell| !cell.text.is_empty());
        told.next().filter(|_| told.next().is_none())
    }

    /// The texts as a rectangle: the text of a cell at its first place, the empty text elsewhere.
    pub fn rectangle(&self) -> Vec<Vec<String>> {
        self.clone().into_rectangle()
    }

    /// The texts as a rectangle, without copying them.
    pub fn into_rectangle(self) -> Vec<Vec<String>> {
        let mut rows = vec![vec![String::new(); self.columns]; self.rows];
        for cell in self.cells {
            rows[cell.row][cell.column] = cell.text;
        }
        rows
    }
}
