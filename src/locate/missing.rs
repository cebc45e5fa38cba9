//! What a table of the form lacks in the report: rows, and groups of columns.

use super::lexicon::Lexicon;
use super::{Figure, name};
use crate::finding::{Finding, codes};
use crate::template::{BlockSpec, Role, RowKind, RowSpec, TableSpec};
use std::collections::{BTreeMap, HashSet};

/// Rows of the form that were not found: a finding each, or one for all where most are missing.
pub(super) fn rows(lexicon: &Lexicon, role: Role, figures: &BTreeMap<String, Figure>, findings: &mut Vec<Finding>) {
    let rows = |kind| {
        lexicon
            .template
            .tables
            .iter()
            .filter(|t| t.role == role)
            .flat_map(|t| t.figure_rows().map(move |(b, r)| (t, b, r)))
            .filter(move |(.., r)| r.kind == kind)
    };
    let all = rows(RowKind::Figures).count();
    let paths = |table: &TableSpec, block: &BlockSpec, row: &RowSpec| -> Vec<String> {
        block.columns.iter().map(|column| table.path(row, column)).collect()
    };
    // The rows below a group that holds the figures itself are not missing.
    let replaced = |key: &str| {
        rows(RowKind::GroupOrFigures).any(|(t, b, r)| {
            key.starts_with(r.key.trim_end_matches("total"))
                && paths(t, b, r).iter().any(|path| figures.contains_key(path))
        })
    };
    // A row under the head of another edition has other paths, but the same row.
    let known: HashSet<&str> = figures.keys().map(|path| path_row(path)).collect();
    // In a list of one column a path is its row.
    let found = |paths: &[String]| match paths {
        [only] => figures.contains_key(only),
        _ => paths.iter().any(|path| known.contains(path_row(path))),
    };
    let missing: Vec<&str> = rows(RowKind::Figures)
        .filter(|(t, b, r)| !replaced(r.key) && !found(&paths(t, b, r)))
        .map(|(.., r)| r.label.text)
        .collect();
    if missing.len() * 2 > all {
        let finding = Finding::new(&codes::TABLE_PARTIAL).fact("table", name(role)).fact("found", all - missing.len());
        findings.push(finding.fact("missing", missing.len()));
        return;
    }
    // Its figures are absent, which their evidence says; there is nothing to doubt in a value.
    findings.extend(missing.into_iter().map(|label| Finding::new(&codes::ROW_MISSING).fact("row", label)));
}

/// Groups of columns that a table without row labels lacks.
pub(super) fn groups(spec: &'static TableSpec, figures: &BTreeMap<String, Figure>, findings: &mut Vec<Finding>) {
    let unlabelled = |row: &&RowSpec| row.label.text.is_empty();
    for (block, row) in
        spec.blocks.iter().flat_map(|block| block.rows.iter().filter(unlabelled).map(move |r| (block, r)))
    {
        let missing = block.columns.iter().filter(|column| !figures.contains_key(&spec.path(row, column)));
        let mut groups: Vec<&str> = missing.filter_map(|column| column.under.last()).map(|label| label.text).collect();
        groups.dedup();
        findings.extend(groups.into_iter().map(|group| Finding::new(&codes::COLUMN_MISSING).fact("column", group)));
    }
}

fn path_row(path: &str) -> &str {
    path.rsplit_once('.').map_or(path, |(row, _)| row)
}
