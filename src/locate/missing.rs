//! What a table of the form lacks in the report: rows, and groups of columns.

use super::lexicon::Lexicon;
use super::order::Figures;
use crate::finding::{Finding, codes};
use crate::template::{BlockSpec, Named, Role, RowKind, RowSpec, TableSpec};

/// Rows of the form that were not found: a finding each, or one for all where most are missing.
pub(super) fn rows(lexicon: &Lexicon, role: Role, figures: &Figures, findings: &mut Vec<Finding>) {
    let rows = |kind| {
        lexicon
            .template
            .tables
            .iter()
            .filter(|t| t.role == role)
            .flat_map(|table| table.blocks.iter().flat_map(|block| named_rows(table, block)))
            .filter(move |(row, _)| row.kind == kind)
    };
    let all = rows(RowKind::Figures).count();
    // The rows below a group that holds the figures itself are not missing.
    let replaced = |row: &RowSpec| {
        let holds = |named: &[Named]| named.iter().any(|figure| figures.contains(figure));
        rows(RowKind::GroupOrFigures).any(|(group, named)| group.stands_for(row) && holds(named))
    };
    // A row under the head of another edition has other paths, but the same row.
    let mut known: Vec<&str> = figures.iter().map(|(named, _)| path_row(&named.path)).collect();
    // Paths of one row stand together, and rows nearly in order.
    known.dedup();
    known.sort_unstable();
    known.dedup();
    // In a list of one column a path is its row.
    let found = |named: &[Named]| match named {
        [only] => figures.contains(only),
        _ => named.iter().any(|figure| known.binary_search(&path_row(&figure.path)).is_ok()),
    };
    let missing: Vec<&str> = rows(RowKind::Figures)
        .filter(|(row, named)| !found(named) && !replaced(row))
        .map(|(row, _)| row.label.text)
        .collect();
    if missing.len() * 2 > all {
        let finding =
            Finding::new(&codes::TABLE_PARTIAL).fact("table", role.title()).fact("found", all - missing.len());
        findings.push(finding.fact("missing", missing.len()));
        return;
    }
    // Its figures are absent, which their evidence says; there is nothing to doubt in a value.
    findings.extend(missing.into_iter().map(|label| Finding::new(&codes::ROW_MISSING).fact("row", label)));
}

/// The rows of a block with the names of their figures.
fn named_rows(
    table: &'static TableSpec,
    block: &'static BlockSpec,
) -> impl Iterator<Item = (&'static RowSpec, &'static [Named])> {
    block.rows.iter().zip(table.named(block)).map(|(row, named)| (row, named.as_slice()))
}

/// Groups of columns that a table without row labels lacks.
pub(super) fn groups(spec: &'static TableSpec, figures: &Figures, findings: &mut Vec<Finding>) {
    let rows =
        spec.blocks.iter().flat_map(|block| named_rows(spec, block).map(move |(row, named)| (block, row, named)));
    for (block, _, named) in rows.filter(|(_, row, _)| row.label.text.is_empty()) {
        let columns = block.columns.iter().zip(named);
        let missing = columns.filter(|(_, figure)| !figures.contains(figure));
        let groups = missing.filter_map(|(column, _)| column.under.last());
        let mut groups: Vec<&str> = groups.map(|label| label.text).collect();
        groups.dedup();
        findings.extend(groups.into_iter().map(|group| Finding::new(&codes::COLUMN_MISSING).fact("column", group)));
    }
}

fn path_row(path: &str) -> &str {
    path.rsplit_once('.').map_or(path, |(row, _)| row)
}
