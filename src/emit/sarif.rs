//! Findings as SARIF 2.1.0, which code review systems and editors show beside the files.

use super::problems::{self, Problem};
use crate::document::Place;
use crate::finding::{Code, Lang, Severity, codes};
use crate::record::Brief;
use serde_json::{Value, json};

/// The log of one run, indented, with a line break at its end.
pub fn log(briefs: &[Brief], lang: Lang) -> String {
    let rules: Vec<Value> = codes::ALL.iter().map(|code| rule(code, lang)).collect();
    let results: Vec<Value> = problems::problems(briefs, lang).map(|problem| result(&problem)).collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": { "name": "nianbao", "version": env!("CARGO_PKG_VERSION"), "rules": rules } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    format!("{log:#}\n")
}

fn rule(code: &Code, lang: Lang) -> Value {
    json!({
        "id": code.code,
        "name": code.slug,
        "shortDescription": { "text": code.sentence.of(lang) },
        "fullDescription": { "text": code.explanation.of(lang) },
        "defaultConfiguration": { "level": level(code.severity) },
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

fn result(problem: &Problem) -> Value {
    let index = codes::ALL.iter().position(|code| code.code == problem.code);
    let mut physical = json!({ "artifactLocation": { "uri": uri(&problem.file) } });
    if let Some(region) = problem.place.and_then(region) {
        physical["region"] = region;
    }
    let named: Vec<Value> =
        problem.figures.iter().map(|stated| json!({ "fullyQualifiedName": stated.path, "kind": "member" })).collect();
    let text = match problem.help {
        Some(help) => format!("{} ({help})", problem.message),
        None => problem.message.to_owned(),
    };
    json!({
        "ruleId": problem.code,
        "ruleIndex": index,
        "level": level(problem.severity),
        "message": { "text": text },
        "locations": [{ "physicalLocation": physical, "logicalLocations": named }],
        "properties": {
            "agency": problem.agency, "year": problem.year, "origin": problem.origin, "relation": problem.relation,
            "place": problem.place,
        },
    })
}

/// Only a text has lines.
fn region(place: &Place) -> Option<Value> {
    let line = place.line?;
    Some(match place.column {
        Some(column) => json!({ "startLine": line, "startColumn": column }),
        None => json!({ "startLine": line }),
    })
}

/// A path as a relative reference: what a URI cannot hold is written as its bytes.
fn uri(path: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/!".contains(&byte);
    path.replace('\\', "/")
        .bytes()
        .map(|b| if plain(b) { char::from(b).to_string() } else { format!("%{b:02X}") })
        .collect()
}
