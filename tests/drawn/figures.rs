//! Random figures of one edition, in which every relation of the form holds.

use super::Rng;
use super::tables::{self, Table};
use nianbao::template::{Along, BlockSpec, RowKind, TableSpec, Template};
use std::collections::BTreeMap;

/// How the cells of a report are filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Numbers above 0 everywhere, so that a shifted cell shows.
    Dense,
    /// Mostly 0, all of them printed.
    Sparse,
    /// Mostly 0, which is left blank.
    Blank,
    /// Mostly 0, printed as a dash.
    Dash,
    /// Mostly 0, printed as a slash.
    Slash,
}

pub const KINDS: [Kind; 5] = [Kind::Dense, Kind::Sparse, Kind::Blank, Kind::Dash, Kind::Slash];

/// A report: its figures as printed, and as they must be read.
#[derive(Clone, Debug)]
pub struct Drawn {
    pub template: &'static Template,
    pub kind: Kind,
    pub agency: &'static str,
    pub year: i16,
    /// The text of each figure's cell.
    pub shown: BTreeMap<String, String>,
    /// The number that must be read; `None` where none is printed.
    pub expected: BTreeMap<String, Option<String>>,
}

impl Drawn {
    /// Draws a report of an edition.
    pub fn new(template: &'static Template, kind: Kind, rng: &mut Rng) -> Self {
        let values = values(template, kind, rng);
        let (mut shown, mut expected) = (BTreeMap::new(), BTreeMap::new());
        let dress = DRESSES[rng.usize(0..DRESSES.len())];
        for (path, value) in values {
            let text = dress(&path, written(&path, &value, kind, rng));
            let number = matches!(kind, Kind::Dense | Kind::Sparse) || value != "0";
            shown.insert(path.clone(), text);
            expected.insert(path, number.then_some(value));
        }
        let year = *template.years.start();
        Drawn { template, kind, agency: "云溪市水务局", year, shown, expected }
    }

    /// The tables of the report, in the order of the form.
    pub fn tables(&self) -> Vec<Table> {
        self.template.tables.iter().map(|spec| tables::table(spec, &|path| self.text(path))).collect()
    }

    /// The text of a figure's cell.
    pub fn text(&self, path: &str) -> String {
        self.shown.get(path).cloned().unwrap_or_default()
    }

    pub fn title(&self) -> String {
        format!("{}{}年政府信息公开工作年度报告", self.agency, self.year)
    }
}

/// How all numbers of a report are dressed; most are plain.
const DRESSES: [fn(&str, String) -> String; 10] =
    [plain, plain, plain, plain, plain, wide, grouped, counted, noted, spelled];

fn plain(_: &str, text: String) -> String {
    text
}

/// Full-width digits: １２.
fn wide(_: &str, text: String) -> String {
    text.chars().map(|c| c.to_digit(10).and_then(|digit| char::from_u32('０' as u32 + digit)).unwrap_or(c)).collect()
}

/// Thousands set apart: 1,234.
fn grouped(_: &str, text: String) -> String {
    let (whole, fraction) = text.split_once('.').map_or((text.as_str(), ""), |(whole, rest)| (whole, rest));
    let digits = whole.trim_start_matches(['+', '-']);
    let sign = &whole[..whole.len() - digits.len()];
    let groups = digits.as_bytes().rchunks(3).rev().map(|group| String::from_utf8_lossy(group).into_owned());
    let grouped = format!("{sign}{}", groups.collect::<Vec<_>>().join(","));
    if fraction.is_empty() { grouped } else { format!("{grouped}.{fraction}") }
}

/// The unit behind each count: 12件.
fn counted(path: &str, text: String) -> String {
    let number = text.ends_with(|c: char| c.is_ascii_digit()) && !path.ends_with("amount");
    if number { format!("{text}件") } else { text }
}

/// A note in brackets behind some: 22（其中修订16件）.
fn noted(_: &str, text: String) -> String {
    if text.len() > 1 && text.ends_with('2') { format!("{text}（其中修订1件）") } else { text }
}

/// Numbers below a hundred in Chinese digits, but for single ones: 二十二.
fn spelled(_: &str, text: String) -> String {
    let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    match text.parse::<usize>() {
        Ok(number @ 11..=19) => format!("十{}", digits[number % 10]),
        Ok(number @ 20..=99) => format!("{}十{}", digits[number / 10], digits[number % 10]),
        _ => text,
    }
}

/// The text of a cell.
fn written(path: &str, value: &str, kind: Kind, rng: &mut Rng) -> String {
    match kind {
        Kind::Blank if value == "0" => String::new(),
        Kind::Dash if value == "0" => "-".to_owned(),
        Kind::Slash if value == "0" => "/".to_owned(),
        Kind::Dense if path.ends_with("change") && !value.starts_with('-') && rng.bool() => format!("+{value}"),
        _ => value.to_owned(),
    }
}

type Values = BTreeMap<String, i64>;

fn values(template: &'static Template, kind: Kind, rng: &mut Rng) -> BTreeMap<String, String> {
    let mut values = Values::new();
    for figure in template.figures() {
        let leaf = leaf(kind, rng);
        values.insert(figure.path.clone(), if figure.path.ends_with("change") && rng.bool() { -leaf } else { leaf });
    }
    for _ in 0..3 {
        for table in template.tables {
            table.blocks.iter().for_each(|block| settle(table, block, &mut values));
        }
    }
    let decimal = |path: &str| path.ends_with("amount");
    let printed = values.into_iter().map(|(path, value)| {
        let text = match decimal(&path) && value != 0 && kind == Kind::Dense {
            true => format!("{value}.{:02}", rng.u32(1..100)),
            false => value.to_string(),
        };
        (path, text)
    });
    printed.collect()
}

fn leaf(kind: Kind, rng: &mut Rng) -> i64 {
    match kind {
        Kind::Dense if rng.u8(0..10) == 0 => rng.i64(1000..100_000),
        Kind::Dense => rng.i64(1..400),
        _ if rng.u8(0..100) < 70 => 0,
        _ => rng.i64(1..120),
    }
}

/// Makes the totals of a block what its parts add up to.
fn settle(table: &TableSpec, block: &'static BlockSpec, values: &mut Values) {
    for relation in block.relations {
        match relation.along {
            Along::Row => {
                for row in block.rows.iter().filter(|row| row.kind == RowKind::Figures) {
                    let path = |key: &&str| {
                        let column = block.columns.iter().find(|column| column.key == *key).unwrap();
                        table.path(row, column)
                    };
                    let left: Vec<String> = relation.left.iter().map(&path).collect();
                    total(values, &left, &path(&relation.right[0]));
                }
            }
            Along::Column => {
                for column in block.columns {
                    let paths = |keys: &[&str]| -> Vec<String> {
                        block.rows_named(keys).iter().map(|row| table.path(row, column)).collect()
                    };
                    let (left, right) = (paths(relation.left), paths(relation.right));
                    match right.len() {
                        1 => total(values, &left, &right[0]),
                        _ => balance(values, &left, &right),
                    }
                }
            }
        }
    }
}

fn total(values: &mut Values, left: &[String], right: &str) {
    let sum = left.iter().filter_map(|path| values.get(path)).sum();
    values.insert(right.to_owned(), sum);
}

/// The first term is what is missing; where it would be below 0, the last one grows.
fn balance(values: &mut Values, left: &[String], right: &[String]) {
    let of = |values: &Values, paths: &[String]| -> i64 { paths.iter().filter_map(|path| values.get(path)).sum() };
    let first = of(values, right) - of(values, &left[1..]);
    if first < 0 {
        *values.get_mut(right.last().unwrap()).unwrap() -= first;
    }
    values.insert(left[0].clone(), first.max(0));
}
