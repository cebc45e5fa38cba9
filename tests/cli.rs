//! The program as its users meet it: arguments, output, complaints and exit status.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

fn nianbao(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_nianbao"));
    command
        .args(arguments)
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures"))
        .env("LC_ALL", "C.UTF-8");
    command
}

fn run(arguments: &[&str]) -> Output {
    nianbao(arguments).output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

const PAGE: &str = "reports/2021/plain/input.html";
const TEXT: &str = "reports/2021/plain/input.txt";

fn scratch(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

#[test]
fn one_file_gives_one_pretty_record() {
    let output = run(&["extract", PAGE]);
    let record: serde_json::Value = serde_json::from_str(&out(&output)).unwrap();
    assert_eq!((output.status.code(), err(&output).as_str()), (Some(0), ""));
    assert_eq!((record["schema"].as_str(), record["source"]["path"].as_str()), (Some("nianbao.record/1"), Some(PAGE)));
    assert!(record.get("evidence").is_none());
}

#[test]
fn several_files_give_a_line_each_in_their_order() {
    let output = run(&["extract", TEXT, PAGE]);
    let paths: Vec<String> = out(&output)
        .lines()
        .map(|line| {
            serde_json::from_str::<serde_json::Value>(line).unwrap()["source"]["path"].as_str().unwrap().to_owned()
        })
        .collect();
    assert_eq!(paths, [TEXT, PAGE]);
}

#[test]
fn standard_input_is_a_dash() {
    let mut child = nianbao(&["extract", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let bytes = std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(PAGE)).unwrap();
    child.stdin.take().unwrap().write_all(&bytes).unwrap();
    let output = child.wait_with_output().unwrap();
    let record: serde_json::Value = serde_json::from_str(&out(&output)).unwrap();
    assert_eq!(record["source"]["path"], "-");
}

#[test]
fn a_folder_as_output_takes_a_file_for_each_input() {
    let folder = scratch("extract-folder");
    let output = run(&["extract", PAGE, TEXT, "-o", folder.to_str().unwrap()]);
    assert_eq!((output.status.code(), out(&output).as_str()), (Some(0), ""));
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 2);
}

#[test]
fn what_is_no_report_is_refused_with_its_reason() {
    for (file, reason) in [
        ("refused/empty.txt", "empty"),
        ("refused/picture.html", "picture"),
        ("refused/report.pdf", "PDF"),
        ("refused/list.html", "no report"),
        ("refused/notes.txt", "no report"),
        ("refused/truncated.xlsx", "damaged"),
        ("refused/missing.html", "No such file"),
    ] {
        let output = run(&["extract", file]);
        assert_eq!((output.status.code(), out(&output).as_str()), (Some(1), ""), "{file}");
        assert!(err(&output).contains(reason), "{file}: {}", err(&output));
    }
}

#[test]
fn one_bad_file_costs_that_file_only() {
    let output = run(&["extract", "refused/report.pdf", PAGE]);
    assert_eq!((output.status.code(), out(&output).lines().count()), (Some(1), 1));
}

#[test]
fn the_content_decides_the_format_not_the_name() {
    for (file, format) in [
        ("sniffed/page.xls", "html"),
        ("sniffed/book.doc", "xlsx"),
        ("sniffed/text.html", "text"),
        ("sniffed/page_gb.html", "html"),
    ] {
        let output = run(&["extract", file]);
        let record: serde_json::Value =
            serde_json::from_str(&out(&output)).unwrap_or_else(|_| panic!("{file}: {}", err(&output)));
        assert_eq!(record["source"]["format"], format, "{file}");
        assert_eq!(record["template"], "2021", "{file}");
    }
}

#[test]
fn check_is_bilingual_and_quiet_about_sound_reports() {
    let (zh, en) = (run(&["check", "--lang", "zh", PAGE]), run(&["check", "--lang", "en", PAGE]));
    assert_eq!((zh.status.code(), en.status.code()), (Some(0), Some(0)));
    assert!(out(&zh).contains("没有发现问题") || out(&zh).contains("提示"), "{}", out(&zh));
    assert!(out(&en).contains("no findings") || out(&en).contains("note"), "{}", out(&en));
    assert!(!out(&zh).contains('\u{1b}'), "no colours in a pipe");
}

#[test]
fn explain_knows_codes_and_names() {
    for name in ["C303", "balance", "c303"] {
        let output = run(&["explain", name]);
        assert_eq!(output.status.code(), Some(0));
        assert!(out(&output).starts_with("C303 balance"), "{}", out(&output));
    }
    assert_eq!(run(&["explain", "C999"]).status.code(), Some(2));
    assert!(out(&run(&["explain"])).lines().count() > 20);
}

#[test]
fn figures_lists_the_dictionary() {
    assert_eq!(out(&run(&["figures"])).lines().count(), 457);
    assert_eq!(out(&run(&["figures", "--template", "2021"])).lines().count(), 201);
    assert_eq!(run(&["figures", "--template", "2020"]).status.code(), Some(2));
}

#[test]
fn schema_is_a_schema() {
    let schema: serde_json::Value = serde_json::from_str(&out(&run(&["schema"]))).unwrap();
    assert!(schema["properties"]["requests"].is_object());
}

#[test]
fn a_mistyped_command_is_told_so() {
    for arguments in [&["extrct"][..], &["extract"], &["--wrong"], &[]] {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(out(&output).is_empty() && !err(&output).is_empty(), "{arguments:?}");
    }
}

#[test]
fn a_closed_pipe_is_no_failure() {
    let mut child = nianbao(&["figures"]).stdout(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    assert!(matches!(child.wait().unwrap().code(), Some(0)));
}
