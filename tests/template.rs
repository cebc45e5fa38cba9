//! The law's data, tested like code.

use nianbao::template::{Along, BlockSpec, Figure, RowKind, TEMPLATES, TableSpec};
use nianbao::text::fold;
use std::collections::{BTreeMap, BTreeSet};

fn blocks() -> impl Iterator<Item = (&'static str, &'static TableSpec, &'static BlockSpec)> {
    TEMPLATES.iter().flat_map(|t| {
        t.tables.iter().flat_map(move |table| table.blocks.iter().map(move |block| (t.id, *table, block)))
    })
}

#[test]
fn paths_are_unique_within_an_edition() {
    for template in TEMPLATES {
        let figures = template.figures();
        let paths: BTreeSet<&String> = figures.iter().map(|figure| &figure.path).collect();
        assert_eq!(paths.len(), figures.len(), "{}", template.id);
    }
}

#[test]
fn editions_have_as_many_figures_as_their_forms() {
    let count: BTreeMap<&str, usize> =
        TEMPLATES.iter().map(|template| (template.id, template.figures().len())).collect();
    // 2021: 10 + 25 × 7 + 15; 2019: 22 + 23 × 7 + 15; 2014: 58 rows.
    assert_eq!(count, BTreeMap::from([("2014", 58), ("2019", 198), ("2021", 200)]));
}

#[test]
fn relations_name_rows_and_columns_that_exist() {
    for (id, _, block) in blocks() {
        for relation in block.relations {
            for key in relation.left.iter().chain(relation.right) {
                let exists = match relation.along {
                    Along::Row => block.columns.iter().any(|column| column.key == *key),
                    Along::Column => !block.rows_named(&[key]).is_empty(),
                };
                assert!(exists, "{id}: {key} of {} is nowhere", relation.finding);
            }
            assert!(
                nianbao::finding::codes::find(relation.finding).is_some(),
                "{id}: no code is called {}",
                relation.finding
            );
        }
    }
}

#[test]
fn bounds_name_figures_that_exist() {
    for template in TEMPLATES {
        let figures = template.figures();
        for bound in template.bounds {
            for path in bound.left.iter().chain(bound.right) {
                assert!(figures.iter().any(|figure| figure.path == *path), "{}: {path} is nowhere", template.id);
            }
            assert!(nianbao::finding::codes::find(bound.finding).is_some(), "no code is called {}", bound.finding);
        }
        let keys: Vec<&str> = template.sections.iter().map(|section| section.key).collect();
        assert!(template.spoken.iter().all(|key| keys.contains(key)), "{}: {:?}", template.id, template.spoken);
    }
}

#[test]
fn every_outcome_row_is_a_term_of_the_outcome_total() {
    for (id, _, block) in blocks().filter(|(_, table, _)| table.role.name() == "requests") {
        let relation =
            block.relations.iter().find(|r| r.finding == "outcome-total").expect("the requests table has outcomes");
        let terms: Vec<&str> = block.rows_named(relation.left).iter().map(|row| row.key).collect();
        let outcomes = block.rows.iter().filter(|row| {
            row.kind == RowKind::Figures && row.key.starts_with("outcome.") && row.key != "outcome.total"
        });
        outcomes.for_each(|row| assert!(terms.contains(&row.key), "{id}: {} is no term", row.key));
    }
}

/// Labels of one table must not fold to the same, unless rows at different places bear the same label in the form itself
/// ((二)被依法纠错数 under 四 and 五).
#[test]
fn labels_of_a_block_differ_when_folded() {
    for (id, _, block) in blocks() {
        let mut seen: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for row in block.rows.iter().filter(|row| row.kind == RowKind::Figures) {
            seen.entry(fold::key(row.label.text).into_owned()).or_default().push(row.key);
        }
        for (label, keys) in seen.into_iter().filter(|(_, keys)| keys.len() > 1) {
            let groups: BTreeSet<&str> = keys.iter().filter_map(|key| key.split('.').next()).collect();
            assert_eq!(groups.len(), keys.len(), "{id}: {label} names {keys:?}");
        }
        let columns: BTreeSet<(String, String)> = block
            .columns
            .iter()
            .map(|column| {
                (
                    fold::key(column.label.text).into_owned(),
                    column.under.iter().map(|label| fold::key(label.text).into_owned()).collect(),
                )
            })
            .collect();
        assert_eq!(columns.len(), block.columns.len(), "{id}");
    }
}

#[test]
fn hallmarks_are_labels_of_their_edition_alone() {
    let labels = |id: &str| -> BTreeSet<String> {
        blocks()
            .filter(|(other, ..)| *other == id)
            .flat_map(|(_, _, block)| {
                let rows = block.rows.iter().flat_map(|row| {
                    [fold::key(row.label.text).into_owned(), fold::key_outside_brackets(row.label.text)]
                });
                let columns = block.columns.iter().flat_map(|column| {
                    [fold::key(column.label.text).into_owned(), fold::key_outside_brackets(column.label.text)]
                });
                let heads =
                    block.head.iter().chain(block.caption.iter()).map(|label| fold::key(label.text).into_owned());
                rows.chain(columns).chain(heads).collect::<Vec<_>>()
            })
            .collect()
    };
    for template in TEMPLATES {
        for hallmark in template.hallmarks {
            let key = fold::key(hallmark).into_owned();
            let own = labels(template.id).iter().any(|label| label.ends_with(&key));
            assert!(own, "{}: {hallmark} is no label of it", template.id);
            for other in TEMPLATES.iter().filter(|other| other.id != template.id) {
                assert!(!labels(other.id).contains(&key), "{}: {hallmark} is a label of {} too", template.id, other.id);
            }
        }
    }
}

#[test]
fn figures_carry_their_labels_and_units() {
    let figures: Vec<Figure> = TEMPLATES.iter().flat_map(|template| template.figures()).collect();
    let of = |path: &str, id: &str| figures.iter().find(|f| f.path == path && f.template == id).unwrap().clone();
    let denied = of("requests.outcome.denied.state_secret.total", "2021");
    assert_eq!(
        (denied.row.as_str(), denied.column.as_str()),
        ("三、本年度办理结果/（三）不予公开/1.属于国家秘密", "总计")
    );
    assert_eq!(of("statistics.capacity.budget", "2014").unit, "万元");
    assert_eq!(of("remedies.litigation_direct.upheld", "2019").row, "行政诉讼/未经复议直接起诉");
}
