//! The program as its users meet it: arguments, output, complaints and exit status.

#[path = "cli/files.rs"]
mod files;

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
fn what_is_mistyped_is_said_in_the_language_that_is_asked_for() {
    let complaint = |arguments: &[&str]| {
        let output = run(arguments);
        assert_eq!((output.status.code(), out(&output).as_str()), (Some(2), ""));
        err(&output)
    };
    assert!(complaint(&["extrct"]).starts_with("error: unrecognized subcommand 'extrct'"));
    assert!(complaint(&["extrct", "--lang", "zh"]).starts_with("nianbao: 没有命令“extrct”\n  相近的有：extract\n"));
    assert!(complaint(&["--lang=zh", "extract"]).starts_with("nianbao: 缺少参数：<PATHS>..."));
    assert!(out(&run(&["--lang", "zh", "check", "--help"])).contains("用法：nianbao check [选项] <路径>..."));
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
        ("refused/spreadsheet.xml", "Excel 2003"),
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
    assert!(out(&zh).contains("没有发现问题"), "{}", out(&zh));
    assert!(out(&en).contains("no findings"), "{}", out(&en));
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
fn an_option_that_would_do_nothing_is_told_so() {
    for (arguments, option) in [
        (&["extract", PAGE, "--labels"][..], "--labels"),
        (&["extract", PAGE, TEXT, "--labels"], "--labels"),
        (&["extract", PAGE, "--bom"], "--bom"),
        (&["extract", PAGE, TEXT, "--format", "parquet", "-o", "never.parquet", "--bom"], "--bom"),
        (&["extract", PAGE, "--charset", "nonsense"], "--charset"),
    ] {
        let output = run(arguments);
        assert_eq!((output.status.code(), out(&output).as_str()), (Some(2), ""), "{arguments:?}");
        assert!(err(&output).contains(option), "{arguments:?}");
    }
}

#[test]
fn a_closed_pipe_is_no_failure() {
    let mut child = nianbao(&["figures"]).stdout(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    assert!(matches!(child.wait().unwrap().code(), Some(0)));
}

/// A folder with a report of 2023, one of 2022 whose figures do not continue in it, and what is written beside them.
fn two_years(name: &str) -> PathBuf {
    let folder = scratch(name);
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(TEXT)).unwrap();
    std::fs::write(folder.join("2022.txt"), text.replace("2023年", "2022年")).unwrap();
    std::fs::write(folder.join("2023.txt"), text).unwrap();
    folder
}

#[test]
fn several_years_are_checked_against_each_other() {
    let folder = two_years("check-years");
    let output = run(&["check", "--lang", "en", "--select", "carry-over", folder.to_str().unwrap()]);
    let text = out(&output);
    assert_eq!(text.matches("C350 warning").count(), 7, "{text}");
    assert!(text.ends_with("2 reports: 0 errors, 7 warnings, 0 notes\n"), "{text}");
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn records_are_checked_like_the_reports_they_were_read_from() {
    let folder = two_years("check-records");
    let reports = folder.to_str().unwrap().to_owned();
    let list = |arguments: &[&str]| -> Vec<(String, String)> {
        let output = run(&[&["check", "--lang", "en", "--format", "ndjson"], arguments].concat());
        let problem = |line: &str| {
            let value: serde_json::Value = serde_json::from_str(line).unwrap();
            (value["code"].as_str().unwrap().to_owned(), value["message"].as_str().unwrap().to_owned())
        };
        out(&output)
            .lines()
            .map(problem)
            .filter(|(code, _)| code.starts_with("C35") || code.starts_with("S4"))
            .collect()
    };
    let direct = list(&[&reports]);
    let records = folder.join("records.ndjson");
    for evidence in [&["--evidence"][..], &[]] {
        let lines = run(&[&["extract", "--lang", "en", &reports], evidence].concat());
        std::fs::write(&records, lines.stdout).unwrap();
        assert_eq!(direct, list(&[records.to_str().unwrap()]));
        std::fs::remove_file(&records).unwrap();
    }
    assert!(direct.len() > 7, "{direct:?}");
}

#[test]
fn what_fails_is_chosen() {
    let folder = two_years("check-fail");
    let status = |arguments: &[&str]| run(&[&["check", folder.to_str().unwrap()], arguments].concat()).status.code();
    assert_eq!(status(&[]), Some(0));
    assert_eq!(status(&["--fail-on", "warning"]), Some(1));
    assert_eq!(status(&["--fail-on", "warning", "--ignore", "C350"]), Some(0));
    assert_eq!(status(&["--fail-on", "never"]), Some(0));
    assert_eq!(status(&["--select", "C999"]), Some(2));
}

#[test]
fn the_configuration_beside_the_data_is_kept() {
    let folder = two_years("check-config");
    let config = folder.join("nianbao.toml");
    let path = folder.to_str().unwrap();
    std::fs::write(&config, "ignore = ['C350']\nfail_on = 'warning'\n[tolerances]\nin_force = 100\n").unwrap();
    let output = run(&["check", "--lang", "en", path]);
    assert_eq!((output.status.code(), err(&output).as_str()), (Some(0), ""), "the configuration is no report");
    let text = out(&output);
    assert!(!text.contains("C350") && !text.contains("C351") && text.contains("S454"), "{text}");
    std::fs::write(&config, "ignroe = ['C350']").unwrap();
    let output = run(&["check", "--lang", "en", path]);
    assert_eq!((output.status.code(), out(&output).as_str()), (Some(2), ""));
    assert!(err(&output).contains("line 1: there is no key 'ignroe'; did you mean 'ignore'?"), "{}", err(&output));
}

#[test]
fn findings_are_written_in_every_format() {
    let folder = two_years("check-formats");
    let path = folder.to_str().unwrap();
    for name in ["out.json", "out.ndjson", "out.csv", "out.xlsx", "out.sarif"] {
        let target = scratch("check-formats-out").join(name);
        let once = || {
            let output = run(&["check", "--lang", "zh", path, "-o", target.to_str().unwrap()]);
            assert_eq!((output.status.code(), out(&output).as_str()), (Some(0), ""), "{}", err(&output));
            std::fs::read(&target).unwrap()
        };
        let bytes = once();
        assert_eq!(bytes, once(), "{name} differs when written again");
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let holds = match name {
            "out.json" => serde_json::from_str::<Vec<serde_json::Value>>(&text).unwrap().len() > 7,
            "out.ndjson" => text.lines().all(|line| serde_json::from_str::<serde_json::Value>(line).is_ok()),
            "out.csv" => text.starts_with("\u{feff}单位,年度,代码"),
            "out.sarif" => serde_json::from_str::<serde_json::Value>(&text).unwrap()["version"] == "2.1.0",
            _ => is_workbook_of_problems(bytes),
        };
        assert!(holds, "{name}");
    }
}

/// The three sheets, as a spreadsheet reads them.
fn is_workbook_of_problems(bytes: Vec<u8>) -> bool {
    use calamine::{Data, Reader, Xlsx};
    let mut book = Xlsx::new(std::io::Cursor::new(bytes)).unwrap();
    assert_eq!(book.sheet_names(), ["问题", "统计", "全部数值 2021"]);
    let problems = book.worksheet_range("问题").unwrap();
    let column =
        |head: &str| problems.rows().next().unwrap().iter().position(|cell| *cell == Data::String(head.into()));
    let carried: Vec<&[Data]> = problems.rows().filter(|row| row[2] == Data::String("C350".into())).collect();
    let cell = |head: &str| carried[0][column(head).unwrap()].to_string();
    assert_eq!(
        (cell("单位"), cell("年度"), cell("行")),
        ("澄砚市水务局".into(), "2023".into(), "二、上年结转政府信息公开申请数量".into())
    );
    assert_eq!(
        (cell("列"), cell("填报值"), cell("应为/关系")),
        ("自然人".into(), "8".into(), "上一年度第四项＝本年度第二项".into())
    );
    let figures = book.worksheet_range("全部数值 2021").unwrap();
    // Paths, labels, two reports; agency, year, file, and the edition's 200 figures.
    assert_eq!(figures.get_size(), (4, 203));
    let fees =
        figures.rows().next().unwrap().iter().position(|cell| *cell == Data::String("disclosure.fees.amount".into()));
    figures.rows().nth(2).unwrap()[fees.unwrap()] == Data::Float(3415.74)
}
