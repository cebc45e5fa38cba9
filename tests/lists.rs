//! Lists of problems, in every format: two years of one agency, with a wrong total and figures that do not continue.
//!
//! `fixtures/lists/<format>` is what is written; `UPDATE=1` rewrites it.

use nianbao::check::across::{self, Settings};
use nianbao::emit::people::{self, Style};
use nianbao::emit::{findings_csv, findings_json, sarif};
use nianbao::finding::Lang;
use nianbao::record::{Brief, FindingRecord};
use nianbao::{Options, extract};
use std::fs;
use std::path::Path;

fn briefs(lang: Lang) -> Vec<Brief> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/reports/2021/plain");
    let text = fs::read_to_string(folder.join("input.txt")).unwrap();
    let before = text.replace("2023年", "2022年").replace("2024年", "2023年").replace("行政处罚\t73", "行政处罚\t-73");
    let now = text.replace("7\t8\t4\t2\t21", "7\t8\t4\t2\t12");
    let one = |text: String, name: &str| {
        let options = Options { path: Some(name.to_owned()), lang, evidence: true, ..Options::default() };
        Brief::of(&extract(text.as_bytes(), &options).unwrap())
    };
    let mut briefs = vec![one(before, "年报/2022 年.txt"), one(now, "年报/2023 年.txt")];
    for (at, finding) in across::across(&briefs, &Settings::default()) {
        briefs[at].add(FindingRecord::new(&finding, lang));
    }
    briefs
}

fn holds(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/lists").join(name);
    if std::env::var_os("UPDATE").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    assert!(expected == text, "{name} differs; UPDATE=1 rewrites it, then read the diff\n{text}");
}

#[test]
fn lists_are_written_as_the_golden_ones() {
    for (lang, suffix) in [(Lang::Zh, "zh"), (Lang::En, "en")] {
        let briefs = briefs(lang);
        let style = Style { lang, colour: false };
        let text: String = briefs.iter().map(|brief| people::findings(brief, style)).collect();
        holds(&format!("text.{suffix}.txt"), &(text + &people::summary(&briefs, style)));
        holds(&format!("table.{suffix}.csv"), &findings_csv::table(&briefs, lang));
    }
    let briefs = briefs(Lang::Zh);
    holds("problems.ndjson", &findings_json::lines(&briefs, Lang::Zh));
    // The rules of the log are the codes, which have their own golden list.
    let mut log: serde_json::Value = serde_json::from_str(&sarif::log(&briefs, Lang::Zh)).unwrap();
    let rules = log["runs"][0]["tool"]["driver"].as_object_mut().unwrap().remove("rules").unwrap();
    assert_eq!(rules.as_array().unwrap().len(), nianbao::finding::codes::ALL.len());
    log["runs"][0]["tool"]["driver"]["version"] = "0".into();
    holds("problems.sarif", &format!("{log:#}\n"));
}

#[test]
fn colours_are_for_terminals() {
    let brief = &briefs(Lang::Zh)[1];
    let plain = people::findings(brief, Style { lang: Lang::Zh, colour: false });
    let coloured = people::findings(brief, Style { lang: Lang::Zh, colour: true });
    assert!(!plain.contains('\u{1b}') && coloured.contains("\u{1b}[31mC304"), "{coloured}");
}
