//! The program and the files around it: what it reads from standard input, what it must not write over, what counts as lost.

use super::{PAGE, nianbao, scratch};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Output, Stdio};

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(name)
}

fn fed(arguments: &[&str], input: &[u8]) -> Output {
    let mut child =
        nianbao(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    child.wait_with_output().unwrap()
}

fn lines(output: &Output) -> usize {
    String::from_utf8_lossy(&output.stdout).lines().count()
}

fn complaint(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn an_archive_on_standard_input_gives_all_its_reports() {
    let page = fs::read(fixture(PAGE)).unwrap();
    let mut tape = tar::Builder::new(Vec::new());
    for name in ["a.html", "b.html"] {
        let mut header = tar::Header::new_gnu();
        header.set_size(page.len() as u64);
        header.set_mode(0o644);
        tape.append_data(&mut header, name, &page[..]).unwrap();
    }
    let tape = tape.into_inner().unwrap();
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(&tape).unwrap();
    for archive in [tape, packed.finish().unwrap()] {
        let output = fed(&["extract", "-"], &archive);
        assert_eq!((output.status.code(), lines(&output)), (Some(0), 2), "{}", complaint(&output));
    }
    // One report is one pretty record, packed or not.
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(&page).unwrap();
    let output = fed(&["extract", "-"], &packed.finish().unwrap());
    assert!(output.status.success() && lines(&output) > 2);
}

#[test]
fn an_output_never_replaces_an_input() {
    let folder = scratch("replaces");
    let report = folder.join("report.csv");
    fs::copy(fixture("doubts/dashes.csv"), &report).unwrap();
    let path = report.to_str().unwrap();
    for arguments in [&["extract", path, "-o", path][..], &["check", path, "-o", path]] {
        let output = nianbao(arguments).output().unwrap();
        assert_eq!(output.status.code(), Some(2));
        assert!(complaint(&output).contains("report.csv"));
        assert_eq!(fs::read(&report).unwrap(), fs::read(fixture("doubts/dashes.csv")).unwrap());
    }
}

#[test]
fn an_output_never_replaces_a_report_in_a_folder_and_replaces_itself() {
    let folder = scratch("replaces_in_a_folder");
    fs::copy(fixture("doubts/dashes.csv"), folder.join("report.csv")).unwrap();
    let status = |name: &str| {
        let output = folder.join(name);
        let arguments = ["extract", folder.to_str().unwrap(), "-o", output.to_str().unwrap()];
        nianbao(&arguments).output().unwrap().status.code()
    };
    assert_eq!(status("report.csv"), Some(2));
    assert_eq!(fs::read(folder.join("report.csv")).unwrap(), fs::read(fixture("doubts/dashes.csv")).unwrap());
    assert_eq!((status("panel.csv"), status("panel.csv")), (Some(0), Some(0)));
}

#[test]
fn one_file_is_chosen_as_many_are() {
    let records = |arguments: &[&str]| lines(&nianbao(&[&["extract", PAGE], arguments].concat()).output().unwrap());
    assert_eq!((records(&["--include", "*.html"]), records(&["--exclude", "*.html"])), (1, 0));
    assert_eq!(records(&["--shard", "1/2"]) + records(&["--shard", "2/2"]), 1);
}

#[test]
fn a_mistyped_path_leaves_an_earlier_output() {
    let output = scratch("mistyped").join("panel.csv");
    let to = |path: &str| nianbao(&["extract", path, "-o", output.to_str().unwrap()]).output().unwrap().status.code();
    assert_eq!(to(PAGE), Some(0));
    let panel = fs::read(&output).unwrap();
    assert_eq!((to("no such file"), fs::read(&output).unwrap()), (Some(1), panel));
    assert_eq!(fs::read_dir(output.parent().unwrap()).unwrap().count(), 1, "nothing else is left behind");
}

#[test]
fn check_counts_what_may_be_lost() {
    let status = |arguments: &[&str]| nianbao(arguments).output().unwrap().status.code();
    assert_eq!(status(&["check", "refused"]), Some(1));
    assert_eq!(status(&["check", scratch("nothing").to_str().unwrap()]), Some(1));
}

#[test]
fn a_bad_line_of_records_costs_that_line() {
    let record = nianbao(&["extract", PAGE, PAGE]).output().unwrap().stdout;
    let [first, second] = [0, 1].map(|at| record.split(|&byte| byte == b'\n').nth(at).unwrap().to_vec());
    let records = [first, b"\xff{".to_vec(), b"{}".to_vec(), second].join(&b'\n');
    let output = fed(&["check", "-"], &records);
    let complaint = complaint(&output);
    assert_eq!(output.status.code(), Some(1));
    assert!(complaint.contains("line 2") && complaint.contains("2 lines"), "{complaint}");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(text.contains("2 reports"), "both records are checked: {text}");
}

#[test]
fn a_list_of_findings_runs_no_formula() {
    let folder = scratch("formula");
    let page = fs::read_to_string(fixture("doubts/surplus_value.html")).unwrap();
    fs::write(folder.join("a.html"), page.replace("<td colspan=\"3\">31</td>", "<td colspan=\"3\">=1+1</td>")).unwrap();
    let output = nianbao(&["check", "--format", "csv", folder.to_str().unwrap()]).output().unwrap();
    let list = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(list.contains("'=1+1") && !list.contains(",=1+1"), "{list}");
}
