//! Batches as their users run them: outputs of every form, interruption at any moment, full disks and closed pipes.

mod archived;
mod drawn;

use archived::{scratch, small};
use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::Duration;

fn nianbao(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_nianbao"));
    command.args(arguments).current_dir(folder).env("LC_ALL", "C.UTF-8");
    command
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    nianbao(folder, arguments).output().unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn read(path: PathBuf) -> String {
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A folder with an archive of small reports in `in`.
fn drawn_archive(name: &str, count: usize) -> PathBuf {
    let folder = scratch(name);
    fs::create_dir(folder.join("in")).unwrap();
    archived::archive(&folder.join("in"), count, archived::small_file);
    folder
}

#[test]
fn an_archive_becomes_a_panel() {
    let folder = drawn_archive("batch-panel", 600);
    let output = run(&folder, &["extract", "in", "-o", "panel.csv", "--summary", "summary.json"]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    let summary: serde_json::Value = serde_json::from_str(&read(folder.join("summary.json"))).unwrap();
    assert_eq!(
        (summary["read"].as_u64(), summary["skipped"].as_u64(), summary["failed"].as_u64()),
        (Some(576), Some(24), Some(0))
    );
    let reasons: Vec<_> = summary["reasons"].as_array().unwrap().iter().map(|reason| &reason["reason"]).collect();
    assert_eq!(reasons, ["no_report", "unreadable_format"]);
    let panel = read(folder.join("panel.csv"));
    let mut lines = csv::Reader::from_reader(panel.as_bytes());
    let head = lines.headers().unwrap().clone();
    let at = |name: &str| head.iter().position(|column| column == name).unwrap();
    let rows: Vec<csv::StringRecord> = lines.records().map(|row| row.unwrap()).collect();
    assert_eq!(rows.len(), 576);
    // The numbers 0 to 47 of the first hundred are reports; two of each fifty are none.
    let row = &rows[30];
    assert_eq!((&row[at("agency")], &row[at("year")]), (archived::agency(30).as_str(), "2023"));
    assert_eq!(&row[at("disclosure.regulations.in_force")], "37");
    assert_eq!(&row[at("disclosure.regulations.repealed")], "", "a blank is not 0");
    assert!(rows.iter().any(|row| &row[at("member")] == "000250.html" && row[at("source")].ends_with("part0002.zip")));
}

#[test]
fn the_order_does_not_depend_on_the_workers() {
    let folder = drawn_archive("batch-order", 500);
    for jobs in ["1", "2", "5"] {
        let out = format!("{jobs}.ndjson");
        assert_eq!(run(&folder, &["extract", "in", "-o", &out, "--jobs", jobs]).status.code(), Some(0));
    }
    let one = read(folder.join("1.ndjson"));
    assert_eq!(one.lines().count(), 480);
    assert!(one == read(folder.join("2.ndjson")) && one == read(folder.join("5.ndjson")));
    let streamed = run(&folder, &["extract", "in"]);
    assert!(String::from_utf8(streamed.stdout).unwrap() == one, "a stream has the same records");
}

#[test]
fn shares_joined_are_the_whole() {
    let folder = drawn_archive("batch-shards", 300);
    let lines = |name: &str| read(folder.join(name)).lines().map(str::to_owned).collect::<BTreeSet<_>>();
    run(&folder, &["extract", "in", "-o", "whole.ndjson"]);
    for share in ["1", "2", "3"] {
        run(&folder, &["extract", "in", "-o", &format!("{share}.ndjson"), "--shard", &format!("{share}/3")]);
    }
    let joined: Vec<String> = ["1.ndjson", "2.ndjson", "3.ndjson"].iter().flat_map(|name| lines(name)).collect();
    assert_eq!(joined.len(), 288, "no input is in two shares");
    assert_eq!(joined.into_iter().collect::<BTreeSet<_>>(), lines("whole.ndjson"));
    assert_eq!(run(&folder, &["extract", "in", "--shard", "4/3"]).status.code(), Some(2));
}

#[test]
fn a_list_on_standard_input_names_the_files() {
    let folder = scratch("batch-list");
    for number in 0..3 {
        fs::write(folder.join(format!("{number}.html")), small(number)).unwrap();
    }
    for list in ["2.html\n\n0.html\n", "2.html\x000.html\x00"] {
        let mut child = nianbao(&folder, &["extract", "--files-from", "-"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(list.as_bytes()).unwrap();
        let output = child.wait_with_output().unwrap();
        let paths: Vec<serde_json::Value> = String::from_utf8(output.stdout)
            .unwrap()
            .lines()
            .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap()["source"]["path"].clone())
            .collect();
        assert_eq!(paths, ["2.html", "0.html"]);
    }
}

#[test]
fn what_was_named_must_be_a_report_and_what_was_found_may_be_none() {
    let folder = scratch("batch-named");
    fs::create_dir(folder.join("in")).unwrap();
    fs::write(folder.join("in/a.html"), small(1)).unwrap();
    fs::write(folder.join("in/b.png"), b"\x89PNG\r\n").unwrap();
    assert_eq!(run(&folder, &["extract", "in"]).status.code(), Some(0));
    let named = run(&folder, &["extract", "in/a.html", "in/b.png"]);
    assert_eq!(named.status.code(), Some(1));
    assert!(err(&named).contains("in/b.png: a picture"), "{}", err(&named));
}

#[test]
fn every_bad_thing_has_its_line_and_the_batch_goes_on() {
    let folder = scratch("batch-bad");
    let input = folder.join("in");
    fs::create_dir(&input).unwrap();
    let page = || small(7).into_bytes();
    archived::zip(
        &input.join("a_outside.zip"),
        [("../x.html".to_owned(), page()), ("ok.html".to_owned(), page())].into_iter(),
    );
    archived::zip(&input.join("b_bomb.zip"), (0..400).map(|n| (format!("{n}.html"), vec![b' '; 1 << 20])));
    let warc = [
        archived::answer("http://a.example/1.html", "text/html", &page()),
        archived::answer("http://a.example/2.html", "text/html", &page()),
    ];
    let warc = warc.concat();
    fs::write(input.join("c_cut.warc"), &warc[..warc.len() - 200]).unwrap();
    fs::write(input.join("z_last.html"), page()).unwrap();
    let mut reasons = vec!["unsafe_name", "bomb", "damaged_archive"];
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("../in", input.join("d_loop")).unwrap();
        std::os::unix::fs::symlink("nowhere", input.join("e_gone.html")).unwrap();
        reasons.extend(["link_loop", "unreachable"]);
    }
    let output = run(&folder, &["extract", "in", "-o", "o.ndjson", "--summary", "s.json"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(read(folder.join("o.ndjson")).lines().count(), 3, "{}", err(&output));
    let summary: serde_json::Value = serde_json::from_str(&read(folder.join("s.json"))).unwrap();
    for reason in reasons {
        assert!(summary["failures"].as_array().unwrap().iter().any(|failure| failure["reason"] == reason), "{reason}");
        assert!(err(&output).contains(reason), "{}", err(&output));
    }
}

#[test]
fn the_form_is_told_by_the_name_or_asked_for() {
    let folder = drawn_archive("batch-forms", 60);
    for (out, arguments) in [
        ("o.csv", &["--bom", "--labels"][..]),
        ("long.csv", &["--format", "csv-long"]),
        ("o.parquet", &[]),
        ("long.parquet", &["--format", "parquet-long"]),
        ("o.xlsx", &[]),
        ("each/", &[]),
    ] {
        let output = run(&folder, &[&["extract", "in", "-o", out], arguments].concat());
        assert_eq!(output.status.code(), Some(0), "{out}: {}", err(&output));
    }
    let labelled = read(folder.join("o.csv"));
    assert!(labelled.starts_with("\u{feff}机关,年度,"), "{}", &labelled[..60]);
    assert!(
        read(folder.join("long.csv"))
            .starts_with("agency,year,template,path,label,value,unit,reading,raw,place,flagged")
    );
    assert!(fs::read(folder.join("o.parquet")).unwrap().ends_with(b"PAR1"));
    assert!(fs::read(folder.join("o.xlsx")).unwrap().starts_with(b"PK"));
    let record = read(folder.join("each/in_part0000_000003.html.json"));
    let record: serde_json::Value = serde_json::from_str(&record).unwrap();
    assert_eq!(record["agency"], archived::agency(3));
    assert_eq!(fs::read_dir(folder.join("each")).unwrap().count(), 58);
    for wrong in [&["-o", "o.xyz"][..], &["--format", "xlsx"], &["--include", "["]] {
        let output = run(&folder, &[&["extract", "in"], wrong].concat());
        assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0), "{wrong:?}");
    }
}

/// As many lines as a journal has by now.
fn progress(journal: &Path) -> usize {
    fs::read(journal).map_or(0, |bytes| bytes.iter().filter(|&&byte| byte == b'\n').count())
}

/// Numbers that look like chance, the same in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (self.0 >> 33) % limit
    }
}

/// Kills runs until so many were killed in the middle of their work; every one that comes to its end is compared, and the
/// batch begun anew.
fn kill(folder: &Path, arguments: &[&str], journal: &Path, kills: usize, mut compare: impl FnMut()) {
    let mut chance = Chance(kills as u64);
    let (mut killed, mut ended) = (0, 0);
    while killed < kills || ended == 0 {
        let until = progress(journal) + chance.below(60) as usize;
        let mut child = nianbao(folder, arguments).stderr(Stdio::null()).spawn().unwrap();
        let status = loop {
            if let Some(status) = child.try_wait().unwrap() {
                break Some(status);
            }
            if killed < kills && progress(journal) >= until {
                std::thread::sleep(Duration::from_micros(chance.below(3000)));
                break ended_by_kill(&mut child);
            }
            std::thread::sleep(Duration::from_millis(1));
        };
        match status {
            Some(status) => {
                assert_eq!(status.code(), Some(0));
                ended += 1;
                compare();
            }
            None => killed += 1,
        }
    }
}

/// Kills a process; its status, if it had ended before.
fn ended_by_kill(child: &mut Child) -> Option<std::process::ExitStatus> {
    child.kill().unwrap();
    Some(child.wait().unwrap()).filter(|status| status.code().is_some())
}

#[test]
fn a_batch_that_is_killed_fifty_times_gives_what_an_undisturbed_one_gives() {
    let folder = drawn_archive("batch-kill", 2000);
    run(&folder, &["extract", "in", "-o", "calm.ndjson", "--summary", "calm.json"]);
    let calm = read(folder.join("calm.ndjson"));
    assert_eq!(calm.lines().count(), 1920);
    let arguments = ["extract", "in", "-o", "o.ndjson", "--resume", "--summary", "o.json"];
    kill(&folder, &arguments, &folder.join("o.ndjson.journal"), 50, || {
        assert!(read(folder.join("o.ndjson")) == calm);
        assert_eq!(read(folder.join("o.json")), read(folder.join("calm.json")));
    });
}

#[test]
fn every_form_survives_being_killed() {
    let folder = drawn_archive("batch-kill-forms", 300);
    for out in ["o.csv", "o.parquet", "o.xlsx"] {
        let calm = format!("calm-{out}");
        run(&folder, &["extract", "in", "-o", &calm]);
        let calm = fs::read(folder.join(calm)).unwrap();
        let arguments = ["extract", "in", "-o", out, "--resume"];
        kill(&folder, &arguments, &folder.join(format!("{out}.journal")), 6, || {
            assert!(fs::read(folder.join(out)).unwrap() == calm, "{out} differs");
        });
    }
    run(&folder, &["extract", "in", "-o", "calm/"]);
    let all = |name: &str| -> Vec<(PathBuf, String)> {
        let mut files: Vec<PathBuf> =
            fs::read_dir(folder.join(name)).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.sort();
        files.iter().map(|path| (PathBuf::from(path.file_name().unwrap()), read(path.clone()))).collect()
    };
    kill(&folder, &["extract", "in", "-o", "each/", "--resume"], &folder.join("each/.nianbao.journal"), 6, || {
        assert!(all("each") == all("calm"));
    });
}

#[cfg(unix)]
#[test]
fn an_interrupt_finishes_what_is_in_work_and_says_how_to_go_on() {
    let folder = drawn_archive("batch-interrupt", 1500);
    let child =
        nianbao(&folder, &["extract", "in", "-o", "o.ndjson", "--jobs", "1"]).stderr(Stdio::piped()).spawn().unwrap();
    while progress(&folder.join("o.ndjson.journal")) < 20 {
        std::thread::sleep(Duration::from_millis(1));
    }
    assert!(Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap().success());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(130), "{}", err(&output));
    assert!(err(&output).contains("--resume"), "{}", err(&output));
    assert!(!folder.join("o.ndjson").exists());
    let blocked = run(&folder, &["extract", "in", "-o", "o.ndjson", "--jobs", "1"]);
    assert_eq!(blocked.status.code(), Some(2));
    assert!(err(&blocked).contains("--resume"));
    assert_eq!(run(&folder, &["extract", "in", "-o", "o.ndjson", "--jobs", "2", "--resume"]).status.code(), Some(0));
    assert_eq!(read(folder.join("o.ndjson")).lines().count(), 1440);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_and_a_closed_pipe_end_with_a_sentence() {
    let folder = drawn_archive("batch-full", 300);
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = nianbao(&folder, &["extract", "in"]).stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(err(&output).contains("the disk is full"), "{}", err(&output));
    let mut child = nianbao(&folder, &["extract", "in"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert!(err(&output).contains("closed"), "{}", err(&output));
}
