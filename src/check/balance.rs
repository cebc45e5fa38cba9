//! One relation of the form, judged on the figures of a record.

use crate::record::{Reading, Record};
use crate::template::{Along, BlockSpec, Relation, TableSpec};
use crate::text::quantity::Amount;

/// A relation in one row or column: which figures are its terms.
#[derive(Clone, Debug)]
pub struct Instance {
    /// The relation of the form.
    pub relation: &'static Relation,
    /// The row or column in which it is judged, as printed; empty where there is one only.
    pub across: String,
    /// The paths of the left terms.
    pub left: Vec<String>,
    /// The paths of the right terms.
    pub right: Vec<String>,
}

/// What can be said about a relation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// All terms are numbers, and both sides are equal.
    Holds,
    /// Both sides are equal if blanks, dashes and the like are read as 0.
    HoldsIfBlanksAreZero,
    /// The parts are printed and the total is not.
    TotalLeftOut,
    /// The sides differ.
    Violated {
        /// The sum of the left side.
        left: Amount,
        /// The sum of the right side.
        right: Amount,
        /// A blank had to be read as 0 to say so.
        with_blanks: bool,
    },
    /// Some term has no value that is known, or none is printed.
    CannotBeJudged,
}

/// All places in which the relations of a block can be judged.
pub fn instances(table: &TableSpec, block: &'static BlockSpec) -> Vec<Instance> {
    block
        .relations
        .iter()
        .flat_map(|relation| match relation.along {
            Along::Row => along_rows(table, block, relation),
            Along::Column => along_columns(table, block, relation),
        })
        .collect()
}

fn along_rows(table: &TableSpec, block: &'static BlockSpec, relation: &'static Relation) -> Vec<Instance> {
    let rows = block.rows.iter().filter(|row| row.kind != crate::template::RowKind::Group);
    let instance = |row: &crate::template::RowSpec| {
        let paths = |keys: &[&str]| -> Vec<String> {
            let columns = keys.iter().filter_map(|key| block.columns.iter().find(|column| column.key == *key));
            columns.map(|column| table.path(row, column)).collect()
        };
        Instance {
            relation,
            across: row.label.text.to_owned(),
            left: paths(relation.left),
            right: paths(relation.right),
        }
    };
    rows.map(instance).collect()
}

fn along_columns(table: &TableSpec, block: &'static BlockSpec, relation: &'static Relation) -> Vec<Instance> {
    let instance = |column: &crate::template::ColumnSpec| {
        let paths = |keys: &[&str]| block.rows_named(keys).iter().map(|row| table.path(row, column)).collect();
        Instance {
            relation,
            across: column.label.text.to_owned(),
            left: paths(relation.left),
            right: paths(relation.right),
        }
    };
    block.columns.iter().map(instance).collect()
}

/// Judges a relation. A path that the record does not know (the alternative rows of a mixed form) is no term.
pub fn judge(record: &Record, instance: &Instance) -> Verdict {
    let known = |path: &&String| record.figure(path).is_some();
    let readings = |paths: &[String]| -> Vec<(Reading, Option<Amount>)> {
        paths
            .iter()
            .filter(known)
            .filter_map(|path| record.figure(path))
            .filter(|e| !stands_apart(e.reading, record, paths))
            .map(|e| (e.reading, e.value))
            .collect()
    };
    let (left, right) = (readings(&instance.left), readings(&instance.right));
    let unknown = |(reading, _): &(Reading, Option<Amount>)| {
        matches!(reading, Reading::Ambiguous | Reading::Absent | Reading::Illegible)
    };
    if left.is_empty() || right.is_empty() || left.iter().chain(&right).any(unknown) {
        return Verdict::CannotBeJudged;
    }
    let printed = |side: &[(Reading, Option<Amount>)]| side.iter().filter(|(_, value)| value.is_some()).count();
    match (printed(&left), printed(&right)) {
        // Where no part is printed, nothing is known of their sum.
        (0, _) => return Verdict::CannotBeJudged,
        (_, 0) => return Verdict::TotalLeftOut,
        _ => {}
    }
    let sum = |side: &[(Reading, Option<Amount>)]| {
        side.iter().filter_map(|(_, value)| *value).try_fold(Amount::ZERO, Amount::plus)
    };
    let (Some(left_sum), Some(right_sum)) = (sum(&left), sum(&right)) else { return Verdict::CannotBeJudged };
    let with_blanks = printed(&left) < left.len() || printed(&right) < right.len();
    match (left_sum == right_sum, with_blanks) {
        (true, false) => Verdict::Holds,
        (true, true) => Verdict::HoldsIfBlanksAreZero,
        (false, _) => Verdict::Violated { left: left_sum, right: right_sum, with_blanks },
    }
}

/// A figure of a form of which the report uses the other variant of the rows: not absent, but not a term.
fn stands_apart(reading: Reading, record: &Record, paths: &[String]) -> bool {
    let single = |path: &&String| {
        path.starts_with("requests.outcome.other.total.")
            && record.figure(path).is_some_and(|e| e.reading != Reading::Absent)
    };
    reading == Reading::Absent && paths.iter().any(|path| single(&path))
}
