//! Batches with workers that misbehave on purpose, and runs that break off.

use super::*;
use crate::archive::Member;
use std::fs;
use std::path::Path;
use std::sync::atomic::AtomicUsize;
use std::sync::{Condvar, Mutex};

/// A folder with files `000`, `001`, … that hold their own numbers.
fn files(count: usize) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    (0..count).for_each(|number| fs::write(folder.path().join(format!("{number:03}")), format!("{number}")).unwrap());
    folder
}

fn inputs(folder: &Path) -> Inputs {
    let path = folder.to_owned();
    Box::new(std::iter::once(Input { path, named: true }))
}

fn batch(jobs: usize) -> Batch {
    Batch { jobs, timeout: None, plan: Plan::default(), lang: Lang::En }
}

/// Copies a member to the output, a line each.
fn copied(member: &Member) -> Done {
    let bytes = member.content.as_ref().unwrap();
    let entry = Entry {
        path: member.path.clone(),
        member: None,
        sha256: Some(task::sha256(bytes)),
        outcome: Outcome::Read,
        reason: None,
        sentence: None,
        status: None,
        named: false,
    };
    Done { entry, piece: [bytes.as_slice(), b"\n"].concat() }
}

fn head() -> Head {
    Head::new("as in tests".to_owned())
}

fn store(out: &Path, resume: bool) -> Store {
    Store::open(out, Form::Ndjson, Style::default(), &head(), resume).unwrap()
}

fn run_with(batch: &Batch, folder: &Path, out: &Path, resume: bool, work: Work) -> Ended {
    let stop = Arc::new(AtomicBool::new(false));
    run(batch, inputs(folder), work, store(out, resume), &stop, &mut |_, _, _| {})
}

fn lines(numbers: impl Iterator<Item = usize>) -> String {
    numbers.map(|number| format!("{number}\n")).collect()
}

/// Lets a worker wait until others have done something.
#[derive(Default)]
struct Gate(Mutex<bool>, Condvar);

impl Gate {
    fn open(&self) {
        *self.0.lock().unwrap() = true;
        self.1.notify_all();
    }

    fn wait(&self) {
        let mut open = self.0.lock().unwrap();
        while !*open {
            open = self.1.wait(open).unwrap();
        }
    }
}

#[test]
fn the_output_is_in_the_order_of_the_inputs() {
    let (folder, out) = (files(60), tempfile::tempdir().unwrap());
    let gate = Arc::new(Gate::default());
    // The first file is not done before the tenth is.
    let work: Work = Arc::new(move |member: &Member| {
        match member.path.rsplit('/').next() {
            Some("000") => gate.wait(),
            Some("009") => gate.open(),
            _ => {}
        }
        copied(member)
    });
    let out = out.path().join("o.ndjson");
    let ended = run_with(&batch(3), folder.path(), &out, false, work);
    assert!(ended.error.is_none() && ended.summary.complete);
    assert_eq!(fs::read_to_string(&out).unwrap(), lines(0..60));
}

#[test]
fn a_file_that_panics_costs_itself() {
    let (folder, out) = (files(9), tempfile::tempdir().unwrap());
    let work: Work = Arc::new(|member: &Member| {
        assert!(!member.path.ends_with("004"), "a bad page");
        copied(member)
    });
    let out = out.path().join("o.ndjson");
    let summary = run_with(&batch(2), folder.path(), &out, false, work).summary;
    assert_eq!((summary.read, summary.failed), (8, 1));
    assert_eq!(
        (summary.failures[0].reason.as_str(), summary.failures[0].sentence.as_str()),
        ("panic", "panic: a bad page")
    );
    assert_eq!(fs::read_to_string(&out).unwrap(), lines((0..9).filter(|&number| number != 4)));
}

#[test]
fn a_file_that_does_not_end_is_given_up() {
    let (folder, out) = (files(9), tempfile::tempdir().unwrap());
    let never = Arc::new(Gate::default());
    let work: Work = Arc::new(move |member: &Member| {
        if member.path.ends_with("002") || member.path.ends_with("005") {
            never.wait();
        }
        copied(member)
    });
    let out = out.path().join("o.ndjson");
    let patient = Batch { timeout: Some(Duration::from_secs(2)), ..batch(1) };
    let summary = run_with(&patient, folder.path(), &out, false, work).summary;
    let failed: Vec<&str> = summary.failures.iter().map(|failure| &failure.name[failure.name.len() - 3..]).collect();
    assert_eq!((summary.read, failed), (7, vec!["002", "005"]));
    assert_eq!(summary.failures[0].reason, "timeout");
}

/// Runs until so many files are written, as if it was interrupted then.
fn interrupted(folder: &Path, out: &Path, after: u64) {
    let stop = Arc::new(AtomicBool::new(false));
    let flag = Arc::clone(&stop);
    let ended = run(&batch(2), inputs(folder), Arc::new(copied), store(out, true), &stop, &mut |_, summary, _| {
        if summary.inputs() == after {
            flag.store(true, Ordering::Relaxed);
        }
    });
    assert!(ended.journal.is_some() && !ended.summary.complete && !out.exists());
}

fn counting(count: &Arc<AtomicUsize>) -> Work {
    let count = Arc::clone(count);
    Arc::new(move |member: &Member| {
        count.fetch_add(1, Ordering::Relaxed);
        copied(member)
    })
}

#[test]
fn an_interrupted_batch_goes_on_where_it_stopped() {
    let (folder, out) = (files(80), tempfile::tempdir().unwrap());
    let (out, read) = (out.path().join("o.ndjson"), Arc::new(AtomicUsize::new(0)));
    interrupted(folder.path(), &out, 20);
    interrupted(folder.path(), &out, 40);
    let ended = run_with(&batch(2), folder.path(), &out, true, counting(&read));
    assert_eq!(fs::read_to_string(&out).unwrap(), lines(0..80));
    assert_eq!(ended.summary.read, 80);
    assert_eq!(ended.summary.kept as usize + read.load(Ordering::Relaxed), 80, "nothing is read twice");
    assert!(ended.summary.kept >= 40);
    assert_eq!(fs::read_dir(out.parent().unwrap()).unwrap().count(), 1, "nothing is left beside the output");
}

#[test]
fn what_changed_is_read_again_and_what_did_not_is_kept() {
    let (folder, out) = (files(80), tempfile::tempdir().unwrap());
    let (out, read) = (out.path().join("o.ndjson"), Arc::new(AtomicUsize::new(0)));
    interrupted(folder.path(), &out, 60);
    fs::write(folder.path().join("010"), "10 changed").unwrap();
    fs::remove_file(folder.path().join("020")).unwrap();
    fs::write(folder.path().join("0300"), "30 added").unwrap();
    let ended = run_with(&batch(2), folder.path(), &out, true, counting(&read));
    let mut expected: Vec<String> = (0..80).filter(|&n| n != 20).map(|n| n.to_string()).collect();
    expected[10] = "10 changed".to_owned();
    expected.insert(30, "30 added".to_owned());
    assert_eq!(fs::read_to_string(&out).unwrap().lines().collect::<Vec<_>>(), expected);
    assert_eq!(ended.summary.kept as usize + read.load(Ordering::Relaxed), 80);
    assert!(ended.summary.kept >= 58 - 2, "{} were kept", ended.summary.kept);
}

#[test]
fn files_that_are_gone_leave_nothing_behind() {
    let (folder, out) = (files(40), tempfile::tempdir().unwrap());
    let out = out.path().join("o.ndjson");
    interrupted(folder.path(), &out, 30);
    (20..40).for_each(|number| fs::remove_file(folder.path().join(format!("{number:03}"))).unwrap());
    run_with(&batch(2), folder.path(), &out, true, Arc::new(copied));
    assert_eq!(fs::read_to_string(&out).unwrap(), lines(0..20));
}

#[test]
fn a_torn_end_is_cut_off() {
    let (folder, out) = (files(40), tempfile::tempdir().unwrap());
    let out = out.path().join("o.ndjson");
    interrupted(folder.path(), &out, 30);
    let with = |ending: &str| out.with_file_name(format!("o.ndjson{ending}"));
    let append =
        |path: &Path, bytes: &[u8]| fs::write(path, [fs::read(path).unwrap().as_slice(), bytes].concat()).unwrap();
    // A piece without its line, and half a line.
    append(&with(".part"), b"half a rec");
    append(&with(".journal"), b"{\"entry\":{\"pa");
    run_with(&batch(2), folder.path(), &out, true, Arc::new(copied));
    assert_eq!(fs::read_to_string(&out).unwrap(), lines(0..40));
}

#[test]
fn an_output_is_not_begun_over_one_that_can_go_on() {
    let (folder, out) = (files(40), tempfile::tempdir().unwrap());
    let out = out.path().join("o.ndjson");
    interrupted(folder.path(), &out, 10);
    let open = |head: &Head, resume| Store::open(&out, Form::Ndjson, Style::default(), head, resume);
    assert!(matches!(open(&head(), false), Err(Blocked::Interrupted(_))));
    let first = open(&head(), true).unwrap();
    assert!(matches!(open(&head(), true), Err(Blocked::Busy)), "two batches do not write one output");
    drop(first);
    let other = open(&Head::new("other options".to_owned()), true).unwrap();
    assert!(other.replaces && other.expectations().unwrap().is_none_or(|mut all| all.of(&member("000")).is_none()));
}

fn member(path: &str) -> Member {
    Member {
        path: path.to_owned(),
        member: None,
        charset: None,
        url: None,
        named: false,
        content: Ok(Vec::new()),
        position: 0,
    }
}

/// A stream that is full after some bytes.
struct Full(usize);

impl io::Write for Full {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 = self.0.checked_sub(bytes.len()).ok_or(io::ErrorKind::StorageFull)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_full_disk_ends_the_batch_with_its_error() {
    let folder = files(40);
    let stop = Arc::new(AtomicBool::new(false));
    let store = Store::stream(Box::new(Full(30)), Form::Ndjson, Style::default()).unwrap();
    let ended = run(&batch(2), inputs(folder.path()), Arc::new(copied), store, &stop, &mut |_, _, _| {});
    assert_eq!(ended.error.map(|error| error.kind()), Some(io::ErrorKind::StorageFull));
    assert!(!ended.summary.complete && ended.summary.read > 5);
}

#[test]
fn no_two_inputs_share_a_file() {
    let entry = |path: &str, name: Option<&str>| {
        let mut done = copied(&member(path));
        done.entry.member = name.map(str::to_owned);
        done.entry
    };
    let entries = [
        entry("a/b_c.html", None),
        entry("a_b/c.html", None),
        entry("a/b/c.html", None),
        entry("../a/b/c.html", None),
        entry("a.zip", Some("b?c")),
        entry("a.zip", Some("b*c")),
        entry(&"年报".repeat(100), None),
        entry(&("年报".repeat(100) + "x"), None),
    ];
    let named: std::collections::BTreeSet<_> =
        entries.iter().map(|entry| store::named(Path::new("out"), entry)).collect();
    assert_eq!(named.len(), entries.len());
    assert!(named.iter().all(|path| path.parent() == Some(Path::new("out"))));
    assert!(named.iter().all(|path| path.file_name().unwrap().len() < 200));
    assert!(named.contains(Path::new("out/a_b_c.html.json")));
}
