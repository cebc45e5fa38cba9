//! Sound figures raise nothing; a figure that is changed is found and named; what would settle it is told.

mod sound;

use nianbao::check::across::{self, Settings};
use nianbao::check::{balance, check, settle};
use nianbao::finding::{Finding, Severity};
use nianbao::record::{Brief, Reading, Record};
use nianbao::template::{self, TEMPLATES, Template};
use nianbao::text::quantity::Amount;
use sound::{Draw, Values};
use std::collections::BTreeSet;

/// As many records as are drawn of each edition.
const DRAWN: u64 = 200;

fn record(template: &'static Template, values: &Values) -> Record {
    sound::record(
        template,
        "云溪市水务局",
        *template.years.start(),
        values,
        ["全年照常公开信息。", "个别栏目更新偏晚。"],
    )
}

fn loud(findings: &[Finding]) -> Vec<String> {
    let loud = findings.iter().filter(|finding| finding.severity != Severity::Note);
    loud.map(|finding| finding.message(nianbao::finding::Lang::En)).collect()
}

#[test]
fn sound_figures_raise_nothing() {
    for template in TEMPLATES {
        let mut draw = Draw(7);
        for _ in 0..DRAWN {
            let values = sound::values(template, None, &mut draw);
            let findings = loud(&check(&record(template, &values)));
            assert!(findings.is_empty(), "{}: {findings:?}", template.id);
        }
    }
}

/// The paths that stand in some relation of the form.
fn related(template: &'static Template) -> Vec<String> {
    let blocks = template.tables.iter().flat_map(|table| table.blocks.iter().map(move |block| (table, block)));
    let instances = blocks.flat_map(|(table, block)| balance::instances(table, block));
    let paths: BTreeSet<String> = instances.flat_map(|instance| [instance.left, instance.right].concat()).collect();
    paths.into_iter().filter(|path| template::figures(template.id).contains_key(path)).collect()
}

#[test]
fn a_changed_figure_is_found_and_named() {
    let (mut changed, mut found, mut settled) = (0u32, 0u32, 0u32);
    for template in TEMPLATES {
        let (mut draw, paths) = (Draw(11), related(template));
        for _ in 0..DRAWN * 5 {
            let mut values = sound::values(template, None, &mut draw);
            let path = &paths[draw.below(paths.len() as u64) as usize];
            let (right, wrong) = (values[path], draw.below(60));
            if right == wrong {
                continue;
            }
            values.insert(path.clone(), wrong);
            let record = record(template, &values);
            changed += 1;
            found +=
                u32::from(check(&record).iter().any(|f| f.severity == Severity::Error && f.figures.contains(path)));
            let judged = balance::judge_all(&record, template);
            let told = settle::settle(&judged).into_iter().flat_map(|settlement| settlement.single);
            settled += u32::from(told.into_iter().any(|c| c.path == path && c.needed == Amount::from(right)));
        }
    }
    println!("{changed} changes, {found} found and named, {settled} told how to settle");
    assert!(found * 100 >= changed * 95, "{found} of {changed}");
    assert!(settled * 100 >= changed * 95, "{settled} of {changed}");
}

fn help(template: &'static Template, values: &Values) -> Vec<String> {
    let findings = check(&record(template, values));
    let helps: BTreeSet<String> =
        findings.iter().filter_map(|finding| finding.help(nianbao::finding::Lang::En)).collect();
    helps.into_iter().collect()
}

/// A sound record of 2021 in which some figures are changed.
fn with(changes: &[(&str, u64)]) -> Vec<String> {
    let template = template::by_id("2021").unwrap();
    let mut values: Values = template.figures().into_iter().map(|figure| (figure.path, 0)).collect();
    for (path, value) in [("natural_person", 25), ("enterprise", 4), ("other", 9), ("total", 38)] {
        values.insert(format!("requests.new.{path}"), value);
        values.insert(format!("requests.outcome.granted.{path}"), value);
        values.insert(format!("requests.outcome.total.{path}"), value);
    }
    changes.iter().for_each(|(path, value)| {
        assert!(values.insert(format!("requests.{path}"), *value).is_some(), "{path}");
    });
    help(template, &values)
}

#[test]
fn totals_that_are_left_out_are_named() {
    let template = template::by_id("2021").unwrap();
    let values = sound::values(template, None, &mut Draw(3));
    let mut record = record(template, &values);
    let blank = "requests.outcome.total.enterprise";
    let figure = record.evidence.get_mut(blank).expect("a figure of the edition");
    (figure.reading, figure.value, figure.raw) = (Reading::Blank, None, String::new());
    let findings = check(&record);
    let left_out: Vec<&Finding> = findings.iter().filter(|finding| finding.code.code == "C311").collect();
    assert_eq!(left_out.iter().map(|finding| finding.figures.as_slice()).collect::<Vec<_>>(), [[blank]]);
}

#[test]
fn the_smallest_set_of_figures_is_told() {
    let cases: [(&[(&str, u64)], &str); 6] = [
        (&[("outcome.granted.natural_person", 2)], "（一）予以公开/自然人” 25 instead of 2 (a digit may be missing)"),
        (&[("outcome.granted.natural_person", 52)], "25 instead of 52 (digits may have changed places)"),
        (
            &[("outcome.granted.natural_person", 2), ("outcome.granted.enterprise", 54)],
            "（一）予以公开/自然人” 25 instead of 2",
        ),
        (
            &[("outcome.total.natural_person", 24), ("outcome.total.enterprise", 5)],
            "（七）总计/商业企业” is 1 too high and “三、本年度办理结果/（七）总计/自然人” 1 too low",
        ),
        (
            &[
                ("outcome.granted.natural_person", 24),
                ("outcome.granted.enterprise", 3),
                ("outcome.granted.total", 36),
                ("outcome.partial.enterprise", 2),
                ("outcome.partial.total", 2),
            ],
            "column “商业企业” is 1 too high and column “自然人” 1 too low",
        ),
        // 25 applications of natural persons, as 2 and 5 in two cells.
        (
            &[
                ("outcome.total.natural_person", 2),
                ("outcome.total.enterprise", 5),
                ("new.enterprise", 0),
                ("new.total", 34),
                ("outcome.granted.enterprise", 0),
                ("outcome.granted.total", 34),
                ("outcome.total.total", 34),
            ],
            "“三、本年度办理结果/（七）总计/自然人” and its neighbour “三、本年度办理结果/（七）总计/商业企业” may be one number, 25",
        ),
    ];
    for (changes, expected) in cases {
        let helps = with(changes);
        assert!(helps.iter().any(|help| help.contains(expected)), "{changes:?}: {helps:?}");
    }
    assert!(with(&[]).is_empty());
}

#[test]
fn sound_years_continue_each_other() {
    let mut draw = Draw(3);
    let mut briefs = Vec::new();
    let mut last: Option<Values> = None;
    for year in 2019..=2024 {
        let template = TEMPLATES.iter().copied().find(|template| template.years.contains(&year)).unwrap();
        let values = sound::values(template, last.as_ref(), &mut draw);
        briefs.push(Brief::of(&sound::record(template, "云溪市水务局", year, &values, ["照常。", "无。"])));
        last = Some(values);
    }
    let found: Vec<String> = across::across(&briefs, &Settings::default())
        .iter()
        .map(|(_, finding)| finding.message(nianbao::finding::Lang::En))
        .collect();
    assert!(found.is_empty(), "{found:?}");
}
