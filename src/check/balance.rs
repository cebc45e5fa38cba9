//! The relations of the form, judged on the figures of a record.

use crate::record::{Evidence, Reading, Record};
use crate::template::{Along, BlockSpec, ColumnSpec, PerEdition, Relation, RowKind, RowSpec, TableSpec, Template};
use crate::text::quantity::Amount;
use std::collections::BTreeSet;

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

/// A relation with its verdict, and the figures that took part in it.
#[derive(Clone, Debug)]
pub struct Judged<'r> {
    /// The relation.
    pub instance: &'static Instance,
    /// What can be said.
    pub verdict: Verdict,
    /// The figures of the left side.
    pub left: Vec<Term<'r>>,
    /// The figures of the right side.
    pub right: Vec<Term<'r>>,
}

/// A figure in a relation.
#[derive(Clone, Copy, Debug)]
pub struct Term<'r> {
    /// Its path.
    pub path: &'static str,
    /// What stands there.
    pub evidence: &'r Evidence,
}

impl Judged<'_> {
    /// How much the left side exceeds the right one; nothing where that was not judged.
    pub fn excess(&self) -> Option<Amount> {
        match self.verdict {
            Verdict::Holds | Verdict::HoldsIfBlanksAreZero => Some(Amount::ZERO),
            Verdict::Violated { left, right, .. } => left.minus(right),
            Verdict::TotalLeftOut | Verdict::CannotBeJudged => None,
        }
    }
}

/// The relations of an edition, with the figures that take part in them.
struct Relations {
    instances: Vec<Instance>,
    /// The paths of all terms.
    paths: Vec<String>,
    /// For each instance the numbers of its left and right terms among the paths.
    terms: Vec<[Vec<usize>; 2]>,
}

static RELATIONS: PerEdition<Relations> = PerEdition::new(Relations::of);

impl Relations {
    fn of(template: &'static Template) -> Self {
        let blocks = template.tables.iter().flat_map(|table| table.blocks.iter().map(move |block| (*table, block)));
        let instances: Vec<Instance> = blocks.flat_map(|(table, block)| instances(table, block)).collect();
        let named = |instance: &Instance| [&instance.left[..], &instance.right[..]].concat();
        let paths: BTreeSet<String> = instances.iter().flat_map(named).collect();
        let paths: Vec<String> = paths.into_iter().collect();
        let numbers = |side: &[String]| side.iter().filter_map(|path| paths.binary_search(path).ok()).collect();
        let terms = instances.iter().map(|instance| [numbers(&instance.left), numbers(&instance.right)]).collect();
        Relations { instances, paths, terms }
    }
}

/// Judges every relation of an edition on a record.
pub fn judge_all<'r>(record: &'r Record, template: &Template) -> Vec<Judged<'r>> {
    let Some(relations) = RELATIONS.of(template.id) else { return Vec::new() };
    // Both are in order.
    let mut evidence = record.evidence.iter().peekable();
    let cell = |path: &String| {
        while evidence.next_if(|(known, _)| known.as_ref() < path.as_str()).is_some() {}
        evidence.peek().filter(|(known, _)| known.as_ref() == path).map(|&(_, cell)| cell)
    };
    let cells: Vec<Option<&Evidence>> = relations.paths.iter().map(cell).collect();
    let judged = |(instance, [left, right]): (&'static Instance, &[Vec<usize>; 2])| {
        let terms = |numbers: &[usize]| terms(relations, &cells, numbers);
        let (left, right) = (terms(left), terms(right));
        Judged { instance, verdict: verdict(&left, &right), left, right }
    };
    relations.instances.iter().zip(&relations.terms).map(judged).collect()
}

/// The terms of one side. A path that the record does not know (the alternative rows of a mixed form) is no term; nor is a
/// row of which the report uses the other variant: where the group holds the figures itself, the rows below it are absent.
fn terms<'r>(relations: &'static Relations, cells: &[Option<&'r Evidence>], numbers: &[usize]) -> Vec<Term<'r>> {
    let mut terms = Vec::with_capacity(numbers.len());
    terms.extend(numbers.iter().filter_map(|&at| Some(Term { path: &relations.paths[at], evidence: cells[at]? })));
    let absent = |term: &Term| term.evidence.reading == Reading::Absent;
    let single = |term: &Term| !absent(term) && term.path.starts_with(GROUP_ROW);
    // A row of another group that was not found leaves the sum unknown.
    if terms.iter().any(absent) && terms.iter().any(single) {
        terms.retain(|term| !(absent(term) && term.path.starts_with(GROUP)));
    }
    terms
}

/// The rows of 其他处理.
const GROUP: &str = "requests.outcome.other.";

/// The row of 其他处理 where it has no rows below it.
const GROUP_ROW: &str = "requests.outcome.other.total.";

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
    let rows = block.rows.iter().filter(|row| row.kind != RowKind::Group);
    let instance = |row: &RowSpec| {
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
    let instance = |column: &ColumnSpec| {
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

fn verdict(left: &[Term], right: &[Term]) -> Verdict {
    let unknown =
        |term: &Term| matches!(term.evidence.reading, Reading::Ambiguous | Reading::Absent | Reading::Illegible);
    if left.is_empty() || right.is_empty() || left.iter().chain(right).any(unknown) {
        return Verdict::CannotBeJudged;
    }
    let printed = |side: &[Term]| side.iter().filter(|term| term.evidence.value.is_some()).count();
    match (printed(left), printed(right)) {
        // Where no part is printed, nothing is known of their sum.
        (0, _) => return Verdict::CannotBeJudged,
        (_, 0) => return Verdict::TotalLeftOut,
        _ => {}
    }
    let sum = |side: &[Term]| side.iter().filter_map(|term| term.evidence.value).try_fold(Amount::ZERO, Amount::plus);
    let (Some(left_sum), Some(right_sum)) = (sum(left), sum(right)) else { return Verdict::CannotBeJudged };
    let with_blanks = printed(left) < left.len() || printed(right) < right.len();
    match (left_sum == right_sum, with_blanks) {
        (true, false) => Verdict::Holds,
        (true, true) => Verdict::HoldsIfBlanksAreZero,
        (false, _) => Verdict::Violated { left: left_sum, right: right_sum, with_blanks },
    }
}
