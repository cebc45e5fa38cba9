//! Tables whose heads and rows are not where the form has them. What the labels settle must be read; what they do not settle
//! may be missing, and nothing may be wrong in silence.

use super::tables::{Cell, Table};
use super::{Drawn, Rng, pages};

/// A table in another order than the form's.
pub struct Lie {
    pub name: &'static str,
    /// The labels settle every figure.
    pub settled: bool,
    pub write: fn(&Drawn, &mut Rng) -> String,
}

const fn settled(name: &'static str, write: fn(&Drawn, &mut Rng) -> String) -> Lie {
    Lie { name, settled: true, write }
}

const fn unsettled(name: &'static str, write: fn(&Drawn, &mut Rng) -> String) -> Lie {
    Lie { name, settled: false, write }
}

pub static LIES: &[Lie] = &[
    settled("litigation before reconsideration", |drawn, rng| page(drawn, rng, &litigation_first)),
    settled("organisations in another order", |drawn, rng| page(drawn, rng, &organisations_reversed)),
    settled("a column of subtotals", |drawn, rng| page(drawn, rng, &with_subtotals)),
    settled("a page number in a row of the remedies", |drawn, rng| page(drawn, rng, &with_page_number)),
    settled("a local column before the unit", |drawn, rng| page(drawn, rng, &with_empty_remarks)),
    unsettled("organisations in another order, one of them renamed", |drawn, rng| {
        page(drawn, rng, &renamed_and_reversed)
    }),
    unsettled("last year's decisions", |drawn, rng| page(drawn, rng, &last_year)),
    unsettled("a footnote beside every figure", |drawn, rng| page(drawn, rng, &with_footnotes)),
    unsettled("a second row of remedies", |drawn, rng| page(drawn, rng, &second_row)),
    unsettled("organisations in another order, in lines", |drawn, _| lines(drawn, &organisations_reversed)),
    unsettled("litigation before reconsideration, in lines", |drawn, _| lines(drawn, &litigation_first)),
    unsettled("values before their labels", |drawn, _| lines(drawn, &values_first)),
    unsettled("two rows exchanged, in lines", |drawn, _| lines(drawn, &exchanged)),
];

type Change = dyn Fn(&Table) -> Table;

fn page(drawn: &Drawn, rng: &mut Rng, change: &Change) -> String {
    pages::of_tables(drawn, rng, &|table| change(table))
}

fn lines(drawn: &Drawn, change: &Change) -> String {
    pages::flow(drawn, &|line| format!("{line}\n"), &mut |table| {
        let row =
            |cells: &Vec<Cell>| cells.iter().map(|cell| format!("{} ", cell.text.trim())).collect::<String>() + "\n";
        change(table).rows.iter().map(row).collect()
    })
}

fn of_role(table: &Table, role: &str, change: impl Fn(&mut Table)) -> Table {
    let mut changed = table.clone();
    if table.role.name() == role {
        change(&mut changed);
    }
    changed
}

fn litigation_first(table: &Table) -> Table {
    of_role(table, "remedies", |table| {
        table.rows[0].rotate_left(1);
        table.rows[1].rotate_left(5);
        table.rows[3].rotate_left(5);
    })
}

/// The five organisations from right to left, with their figures.
fn organisations_reversed(table: &Table) -> Table {
    of_role(table, "requests", |table| {
        table.rows[2].reverse();
        for row in table.rows.iter_mut().filter(|row| row.iter().any(|cell| cell.figure)) {
            let end = row.len() - 1;
            row[end - 5..end].reverse();
        }
    })
}

fn renamed_and_reversed(table: &Table) -> Table {
    let mut table = organisations_reversed(table);
    table
        .rows
        .iter_mut()
        .flatten()
        .filter(|cell| cell.text == "法律服务机构")
        .for_each(|cell| cell.text = "律所".to_owned());
    table
}

fn with_subtotals(table: &Table) -> Table {
    of_role(table, "requests", |table| {
        table.rows[0][1].columns += 1;
        table.rows[1][1].columns += 1;
        table.rows[2].push(Cell::label("小计", 1, 1));
        for row in table.rows.iter_mut().filter(|row| row.iter().any(|cell| cell.figure)) {
            row.insert(row.len() - 1, Cell::figure("7".to_owned(), 1));
        }
    })
}

fn with_page_number(table: &Table) -> Table {
    of_role(table, "remedies", |table| {
        let row = [Cell::label("5", 1, 1)].into_iter().chain((1..15).map(|_| Cell::label("", 1, 1)));
        table.rows.insert(3, row.collect());
    })
}

fn with_empty_remarks(table: &Table) -> Table {
    of_role(table, "statistics", |table| {
        for (at, row) in table.rows.iter_mut().enumerate() {
            row.push(Cell::label(if at == 0 { "备注" } else { "" }, 1, 1));
        }
    })
}

fn last_year(table: &Table) -> Table {
    of_role(table, "disclosure", |table| {
        let heads = table
            .rows
            .iter_mut()
            .flatten()
            .filter(|cell| cell.text.starts_with("本年处理") || cell.text.starts_with("上一年"));
        heads.for_each(|cell| cell.text = cell.text.replace("本年", "上年").replace("上一年", "本年"));
    })
}

fn with_footnotes(table: &Table) -> Table {
    let mut table = table.clone();
    let figures = table.rows.iter_mut().flatten().filter(|cell| cell.figure && !cell.text.is_empty());
    figures.for_each(|cell| cell.text += "<sup>1</sup>");
    table
}

fn second_row(table: &Table) -> Table {
    of_role(table, "remedies", |table| {
        let mut row = table.rows[3].clone();
        row.iter_mut().for_each(|cell| cell.text += "1");
        table.rows.insert(3, row);
    })
}

fn values_first(table: &Table) -> Table {
    let mut table = table.clone();
    for row in table.rows.iter_mut().filter(|row| row.iter().any(|cell| cell.figure) && !row[0].figure) {
        let labels = row.iter().filter(|cell| !cell.figure).count();
        row.rotate_left(labels);
    }
    table
}

/// The figures of two neighbouring rows stand beside each other's place, with their labels.
fn exchanged(table: &Table) -> Table {
    of_role(table, "requests", |table| {
        let at = table.rows.iter().position(|row| row[0].text.starts_with("2.重复")).unwrap();
        table.rows.swap(at, at + 1);
    })
}
