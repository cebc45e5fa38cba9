//! How fast a batch is with one worker and with two, and whether its memory grows with the archive.
//!
//! `cargo bench --bench batch` draws archives of 2,000 and 20,000 reports and runs the program over them. Give other
//! numbers as arguments: `cargo bench --bench batch -- 500 5000`.

#[path = "../tests/archived/mod.rs"]
mod archived;
#[path = "../tests/drawn/mod.rs"]
mod drawn;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// As many rounds, in which the two numbers of workers take turns.
const ROUNDS: usize = 3;

fn main() {
    let mut counts: Vec<usize> = std::env::args().filter_map(|argument| argument.parse().ok()).collect();
    if counts.is_empty() {
        counts = vec![2000, 20_000];
    }
    let folders: Vec<PathBuf> = counts.iter().map(|&count| laid(count)).collect();
    println!("\npeak memory (MiB), by the number of reports");
    for form in ["o.ndjson", "o.csv", "o.parquet", "o.xlsx"] {
        let peaks: Vec<f64> = folders.iter().map(|folder| run(folder, form, 2).1).collect();
        let shown: Vec<String> = counts.iter().zip(&peaks).map(|(count, peak)| format!("{count}: {peak:.1}")).collect();
        let growth = peaks.last().unwrap() / peaks[0] - 1.0;
        println!("  {form:10} {}   growth {:+.0} %", shown.join("   "), growth * 100.0);
    }
    let (count, folder) = (counts.last().unwrap(), folders.last().unwrap());
    println!("\nthroughput over {count} reports, NDJSON");
    let mut times = [Vec::new(), Vec::new()];
    for _ in 0..ROUNDS {
        times[0].push(run(folder, "o.ndjson", 1).0);
        times[1].push(run(folder, "o.ndjson", 2).0);
    }
    let [one, two] = times.map(|mut times| {
        times.sort();
        times[ROUNDS / 2].as_secs_f64()
    });
    let bytes = size(&folder.join("in")) as f64 / f64::from(1 << 20);
    let rate =
        |seconds: f64| format!("{:.0} reports/s, {:.1} s for {bytes:.0} MiB on disk", *count as f64 / seconds, seconds);
    println!("  1 worker   {}\n  2 workers  {}\n  {:.2} times as fast", rate(one), rate(two), one / two);
}

/// An archive of so many reports, drawn once.
fn laid(count: usize) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("bench-{count}"));
    if !folder.join("drawn").exists() {
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("in")).unwrap();
        archived::archive(&folder.join("in"), count, archived::full);
        fs::write(folder.join("drawn"), "").unwrap();
    }
    folder
}

fn size(folder: &Path) -> u64 {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    entries.map(|entry| if entry.path().is_dir() { size(&entry.path()) } else { entry.metadata().unwrap().len() }).sum()
}

/// The time of a run, and the most memory it had.
fn run(folder: &Path, out: &str, jobs: usize) -> (Duration, f64) {
    // What a bench that was broken off has left.
    for ending in ["", ".part", ".journal"] {
        let _ = fs::remove_file(folder.join(format!("{out}{ending}")));
    }
    let begun = Instant::now();
    let mut child = Command::new(env!("CARGO_BIN_EXE_nianbao"))
        .args(["extract", "in", "--quiet", "-o", out, "--jobs", &jobs.to_string()])
        .current_dir(folder)
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut peak = 0;
    let status = loop {
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        peak = memory(child.id()).unwrap_or(peak);
        std::thread::sleep(Duration::from_millis(5));
    };
    let took = begun.elapsed();
    assert!(status.success(), "{out}: {status}");
    fs::remove_file(folder.join(out)).unwrap();
    (took, peak as f64 / 1024.0)
}

/// The most memory that a process had so far, in KiB, where the system tells.
fn memory(process: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().trim_end_matches(" kB").parse().ok()
}
