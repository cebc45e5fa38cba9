//! Tables into which something came between: page heads, a heading out of its place, labels written upright, totals in the
//! rows of groups.

use super::tables::{Cell, Table};
use super::{Drawn, Rng, pages};

fn row(cells: &[Cell]) -> String {
    cells.iter().map(|cell| format!("{} ", cell.text.trim())).collect::<String>().trim_end().to_owned() + "\n"
}

fn lines(drawn: &Drawn, table: &mut dyn FnMut(&Table) -> String) -> String {
    pages::flow(drawn, &|line| format!("{line}\n"), table)
}

fn has_figure(row: &[Cell]) -> bool {
    row.iter().any(|cell| cell.figure)
}

/// A row a line; between two rows a page ends, and the next one begins with the title and the head again.
pub fn paged(drawn: &Drawn, rng: &mut Rng) -> String {
    let title = drawn.title();
    let mut page = 3;
    lines(drawn, &mut |table| {
        let rows = table.rows.len();
        let cut = if rows > 12 { rng.usize(8..rows - 4) } else { 0 };
        let mut text = String::new();
        for (at, cells) in table.rows.iter().enumerate() {
            if cut > 0 && at == cut {
                page += 1;
                text += &format!("- {page} -\n{title}\n");
                text += &table.rows[..table.head_rows()].iter().map(|cells| row(cells)).collect::<String>();
            }
            text += &row(cells);
        }
        text
    })
}

/// A row a line; the head of a browser's print stands between two rows.
pub fn printed(drawn: &Drawn, rng: &mut Rng) -> String {
    let year = drawn.year + 1;
    lines(drawn, &mut |table| {
        let cut = if table.rows.len() > 12 { rng.usize(8..table.rows.len() - 4) } else { usize::MAX };
        let mark = format!("{year}/1/20 10:22 {}\nhttps://www.yunxi.example/art/12.html 2/5\n", drawn.title());
        let line = |(at, cells): (usize, &Vec<Cell>)| row(cells) + if at == cut { &mark } else { "" };
        table.rows.iter().enumerate().map(line).collect()
    })
}

/// A row a line; the label 三、本年度办理结果 stands upright, a character a line, between the rows it belongs to.
pub fn upright(drawn: &Drawn, rng: &mut Rng) -> String {
    lines(drawn, &mut |table| {
        let mut chars: Vec<char> = Vec::new();
        let mut text = String::new();
        for cells in &table.rows {
            let tall = |cell: &&Cell| !cell.figure && cell.rows > 8;
            let rest: Vec<Cell> = cells.iter().filter(|cell| !tall(cell)).cloned().collect();
            if let Some(cell) = cells.iter().find(tall) {
                chars = cell.text.chars().rev().collect();
            }
            text += &row(&rest);
            if rng.u8(0..3) > 0 {
                text += &chars.pop().map(|c| format!("{c}\n")).unwrap_or_default();
            }
        }
        text
    })
}

/// A cell a line, blank cells as empty lines; upright labels a character a line before the first row they belong to.
pub fn upright_cells(drawn: &Drawn, _: &mut Rng) -> String {
    lines(drawn, &mut |table| {
        let cell = |cell: &Cell| {
            let tall = !cell.figure && cell.rows > 8;
            if tall { cell.text.chars().map(|c| format!("{c}\n")).collect() } else { format!("{}\n", cell.text.trim()) }
        };
        table.rows.iter().flatten().map(cell).collect()
    })
}

/// A page whose group rows carry the totals of the rows below them.
pub fn totalled(drawn: &Drawn, rng: &mut Rng) -> String {
    pages::of_tables(drawn, rng, &|table| {
        let mut table = table.clone();
        if table.role.name() != "requests" {
            return table;
        }
        let mut rows: Vec<Vec<Cell>> = Vec::new();
        let below: Vec<Vec<Cell>> = table.rows.clone();
        for (at, mut cells) in table.rows.into_iter().enumerate() {
            while has_figure(&cells) && cells.len() > 8 {
                let group = cells.remove(0);
                let n = below.len().min(at + group.rows) - at;
                let mut total = vec![Cell::label(&group.text, 3, 1)];
                total.extend((0..7).map(|column| sum(&below[at..at + n], column)));
                rows.push(total);
            }
            if has_figure(&cells) {
                cells[0].columns = 3;
            }
            rows.push(cells);
        }
        table.rows = rows;
        table
    })
}

/// The sum of a column, as far as its cells are numbers.
fn sum(rows: &[Vec<Cell>], column: usize) -> Cell {
    let number = |row: &Vec<Cell>| {
        let text = &row[row.len() - 7 + column].text;
        text.chars().filter_map(|c| c.to_digit(10)).fold(0, |sum, digit| sum * 10 + u64::from(digit))
    };
    Cell::figure(rows.iter().map(number).sum::<u64>().to_string(), 1)
}

/// A page with the remedies as rows: groups and results left of each value.
pub fn crossed(drawn: &Drawn, rng: &mut Rng) -> String {
    pages::of_tables(drawn, rng, &|table| {
        let mut table = table.clone();
        if table.role.name() != "remedies" {
            return table;
        }
        let labels: Vec<Cell> = table.rows[1][..5].iter().map(|cell| Cell { rows: 1, ..cell.clone() }).collect();
        let figures = table.rows.pop().unwrap();
        let head = [Cell::label("类别", 2, 1)].into_iter().chain(labels).collect();
        let row = |heads: Vec<Cell>, from: usize| heads.into_iter().chain(figures[from..from + 5].to_vec()).collect();
        table.rows = vec![
            head,
            row(vec![Cell::label("行政复议", 2, 1)], 0),
            row(vec![Cell::label("行政诉讼", 1, 2), Cell::label("未经复议直接起诉", 1, 1)], 5),
            row(vec![Cell::label("复议后起诉", 1, 1)], 10),
        ];
        table
    })
}

/// A page whose statistics have the columns of last year and of row codes too.
pub fn several(drawn: &Drawn, rng: &mut Rng) -> String {
    pages::of_tables(drawn, rng, &|table| {
        let mut table = table.clone();
        if table.role.name() == "statistics" {
            for (at, cells) in table.rows.iter_mut().enumerate() {
                let (code, last) = if at == 0 {
                    ("代码".to_owned(), "上年数".to_owned())
                } else {
                    (format!("{at:02}"), format!("{at}7"))
                };
                cells.insert(1, Cell::label(&code, 1, 1));
                cells.insert(3, Cell::label(&last, 1, 1));
            }
        }
        table
    })
}

/// A row a line with its number before it; blank cells leave nothing.
pub fn numbered(drawn: &Drawn, _: &mut Rng) -> String {
    lines(drawn, &mut |table| {
        let statistics = table.role.name() == "statistics";
        let number = |at: usize| match at {
            _ if !statistics => String::new(),
            0 => "序号 ".to_owned(),
            _ => format!("{at} "),
        };
        table.rows.iter().enumerate().map(|(at, cells)| number(at) + &row(cells)).collect()
    })
}
