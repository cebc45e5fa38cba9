//! The conventions of the tree that can be tested: who imports whom, where a third party may appear, that every file says
//! what it is, and that the law's words stay in `template`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Who may import whom. A room that is not listed on the right is closed to the room on the left.
#[rustfmt::skip]
const MAY: &[(&str, &[&str])] = &[
    ("text",     &[]),
    ("document", &[]),
    ("template", &[]),
    ("error",    &[]),
    ("finding",  &["document"]),
    ("read",     &["text", "document", "finding", "error"]),
    ("outline",  &["text", "document", "finding"]),
    ("locate",   &["text", "document", "template", "finding", "outline"]),
    ("record",   &["text", "document", "template", "finding", "outline", "locate"]),
    ("check",    &["text", "template", "finding", "record"]),
    ("emit",     &["record", "finding", "template", "document"]),
    ("extract",  &["text", "document", "template", "finding", "error", "read", "outline", "locate", "record", "check", "emit"]),
    ("archive",  &["text", "finding"]),
    ("batch",    &["finding", "error", "record", "emit", "extract", "archive"]),
];

/// Crates that may appear in these files only.
#[rustfmt::skip]
const WALLS: &[(&str, &[&str])] = &[
    ("encoding_rs", &["src/text/decode"]),
    ("chardetng",   &["src/text/decode"]),
    ("scraper",     &["src/read/html"]),
    ("ego_tree",    &["src/read/html"]),
    ("html5ever",   &["src/read/html"]),
    ("memchr",      &["src/read", "src/locate/lexicon.rs", "src/locate/edition.rs", "src/locate/pages.rs", "src/outline/divide.rs"]),
    ("calamine",    &["src/read/sheet"]),
    ("quick_xml",   &["src/read/sheet"]),
    ("zip",         &["src/read/sheet", "src/archive"]),
    ("clap",        &["src/cli", "src/main.rs"]),
    ("walkdir",     &["src/cli", "src/archive"]),
    ("toml",        &["src/cli"]),
    ("strsim",      &["src/cli"]),
    ("sha2",        &["src/extract.rs", "src/archive", "src/batch"]),
    ("rust_xlsxwriter", &["src/emit"]),
    ("parquet",     &["src/emit/parquet.rs"]),
    ("tar",         &["src/archive"]),
    ("flate2",      &["src/archive"]),
    ("zstd",        &["src/archive"]),
    ("mail_parser", &["src/archive"]),
    ("globset",     &["src/archive"]),
    ("tempfile",    &["src/archive"]),
    ("indicatif",   &["src/cli"]),
    ("ctrlc",       &["src/cli"]),
];

fn sources() -> Vec<(PathBuf, String)> {
    fn collect(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
        let mut entries: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        entries.sort();
        for path in entries {
            if path.is_dir() {
                collect(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") && !path.ends_with("tests.rs") {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path, text));
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    collect(&root.join("src"), &mut found);
    found.into_iter().map(|(path, text)| (path.strip_prefix(root).unwrap().to_path_buf(), text)).collect()
}

/// The code of a file: without comments, and without the tests at its end.
fn code(text: &str) -> String {
    let body = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or(text);
    body.lines().map(|line| line.split("//").next().unwrap_or(line)).collect::<Vec<_>>().join("\n")
}

/// The rooms that a grouped import names.
fn names(line: &str) -> Vec<&str> {
    let inner = line.split_once('{').map_or("", |(_, inner)| inner);
    inner.split(',').map(|name| name.trim().split("::").next().unwrap_or("").trim_end_matches(['}', ';'])).collect()
}

/// The room of a file: its folder below `src`, or its own name.
fn room(path: &Path) -> String {
    let mut parts = path.components().skip(1).map(|part| part.as_os_str().to_string_lossy().into_owned());
    parts.next().unwrap().trim_end_matches(".rs").to_owned()
}

#[test]
fn data_flows_one_way() {
    let may: BTreeMap<&str, &[&str]> = MAY.iter().copied().collect();
    let mut broken = Vec::new();
    for (path, text) in sources() {
        let room = room(&path);
        let Some(allowed) = may.get(room.as_str()) else { continue };
        for target in MAY.iter().map(|(name, _)| *name).filter(|name| *name != room && !allowed.contains(name)) {
            let code = code(&text);
            let grouped = code
                .lines()
                .filter(|line| line.trim_start().starts_with("use crate::{"))
                .any(|line| names(line).contains(&target));
            if code.contains(&format!("crate::{target}::")) || code.contains(&format!("crate::{target};")) || grouped {
                broken.push(format!("`{room}` may not import `{target}` ({})", path.display()));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn third_parties_stay_behind_their_walls() {
    let mut broken = Vec::new();
    for (path, text) in sources() {
        let code = code(&text);
        let shown = path.to_string_lossy().replace('\\', "/");
        for (name, homes) in WALLS {
            let used = code.contains(&format!("use {name}::"))
                || code.contains(&format!(" {name}::"))
                || code.contains(&format!("({name}::"));
            if used && !homes.iter().any(|home| shown.starts_with(home)) {
                broken.push(format!("{shown} may not use {name}"));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn every_file_says_what_it_is() {
    for (path, text) in sources() {
        assert!(text.starts_with("//!"), "{} begins without a sentence on what it is", path.display());
    }
}

#[test]
fn nothing_below_the_command_line_prints_or_asks_the_world() {
    let worldly = ["println!", "eprintln!", "std::env::", "SystemTime", "dbg!", "todo!", "unimplemented!"];
    // Only these two rooms touch files and threads and look at a clock.
    let outward = ["std::fs", "std::thread", "Instant::now"];
    for (path, text) in sources().into_iter().filter(|(path, _)| !matches!(room(path).as_str(), "cli" | "main")) {
        let code = code(&text);
        let inner = !matches!(room(&path).as_str(), "archive" | "batch");
        let words = worldly.iter().chain(outward.iter().filter(|_| inner));
        let found = words.into_iter().find(|word| code.contains(**word));
        assert!(found.is_none(), "{} uses {}", path.display(), found.unwrap());
    }
}

#[test]
fn statutory_labels_stand_in_the_template_only() {
    let labels: Vec<&str> = nianbao::template::TEMPLATES
        .iter()
        .flat_map(|template| template.tables.iter())
        .flat_map(|table| table.blocks.iter())
        .flat_map(|block| {
            block.rows.iter().map(|row| row.label.text).chain(block.columns.iter().map(|column| column.label.text))
        })
        .filter(|label| label.chars().count() >= 5)
        .collect();
    for (path, text) in sources() {
        // The words of findings explain the form and may cite it.
        if matches!(room(&path).as_str(), "template" | "finding") {
            continue;
        }
        let code = code(&text);
        let found = labels.iter().find(|label| code.contains(**label));
        assert!(found.is_none(), "{} holds the statutory label {}", path.display(), found.unwrap());
    }
}

#[test]
fn files_stay_small_enough_to_read() {
    for (path, text) in sources() {
        let lines = code(&text).lines().filter(|line| !line.trim().is_empty()).count();
        let data = path.starts_with("src/template") || path.ends_with("src/finding/codes.rs");
        assert!(data || lines <= 400, "{} has {lines} lines of code", path.display());
    }
}
