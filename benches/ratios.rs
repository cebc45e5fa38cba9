//! How long an extraction takes beside the parser under it: `cargo bench --bench ratios`.
//!
//! The candidates take turns over each report in one process on one thread, so that what slows the machine slows them
//! alike; the medians of each report are summed up: ratios hold across machines, microseconds do not. `-- write FOLDER`
//! writes the reports to a folder instead, for programs in other languages (`benches/peers`). All candidates allocate as the
//! program does.

mod generated;

use calamine::{Reader, Xlsx};
use generated::{book, page, report::Report, text};
use mimalloc::MiMalloc;
use nianbao::{Options, emit, extract};
use std::hint::black_box;
use std::io::Cursor;
use std::process::Command;
use std::time::{Duration, Instant};

#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// As many reports of each set.
const REPORTS: u64 = 60;
/// As many rounds.
const ROUNDS: usize = 9;

fn main() -> std::io::Result<()> {
    let reports: Vec<Report> = (0..REPORTS).map(|seed| Report::new(seed, 1 + (seed % 4) as usize)).collect();
    let style = |seed: u64| (style_of(seed), page::page(&reports[seed as usize], style_of(seed), seed));
    let pages: Vec<(page::Style, String)> = (0..REPORTS).map(style).collect();
    let books: Vec<Vec<u8>> = reports.iter().map(book::book).collect();
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(at) = arguments.iter().position(|argument| argument == "write") {
        let folder = std::path::Path::new(arguments.get(at + 1).map_or("target/generated", String::as_str));
        std::fs::create_dir_all(folder)?;
        for (number, ((_, page), book)) in pages.iter().zip(&books).enumerate() {
            std::fs::write(folder.join(format!("{number:02}.html")), page)?;
            std::fs::write(folder.join(format!("{number:02}.xlsx")), book)?;
            std::fs::write(folder.join(format!("{number:02}.txt")), text::text(&reports[number]))?;
        }
        return Ok(());
    }
    println!(
        "{:<24} {:>6} {:>8} {:>9} {:>8} {:>10} {:>7}",
        "reports", "count", "mean KB", "under µs", "read µs", "extract µs", "ratio"
    );
    of_pages("pages", pages.iter().map(|(_, page)| page.as_str()).collect());
    for style in [page::Style::Office, page::Style::Editor, page::Style::Trs] {
        let of_style = pages.iter().filter(|(found, _)| *found == style).map(|(_, page)| page.as_str());
        of_pages(&format!("pages, {style:?}"), of_style.collect());
    }
    let books: Vec<&[u8]> = books.iter().map(Vec::as_slice).collect();
    line("workbooks", &books, &|at| cells(books[at]));
    let texts: Vec<String> = reports.iter().map(text::text).collect();
    let texts: Vec<&[u8]> = texts.iter().map(|text| text.as_bytes()).collect();
    let time = line("texts", &texts, &|at| assert!(black_box(std::str::from_utf8(texts[at])).is_ok()));
    let bytes: usize = texts.iter().map(|text| text.len()).sum();
    println!("texts: {:.1} MB/s", bytes as f64 / 1e6 / time.as_secs_f64());
    growth();
    cold(&pages[5].1)
}

/// A third of the pages come from an office program, a half from an editor, a sixth from the old system.
fn style_of(seed: u64) -> page::Style {
    match seed % 6 {
        0 | 3 => page::Style::Office,
        5 => page::Style::Trs,
        _ => page::Style::Editor,
    }
}

fn of_pages(name: &str, pages: Vec<&str>) {
    let bytes: Vec<&[u8]> = pages.iter().map(|page| page.as_bytes()).collect();
    line(name, &bytes, &|at| drop(black_box(scraper::Html::parse_document(pages[at]))));
}

/// Compares reading a file, and the whole of an extraction, with what lies under it; the time of all extractions.
fn line(name: &str, reports: &[&[u8]], under: &dyn Fn(usize)) -> Duration {
    let whole = |at: usize| drop(black_box(json(reports[at])));
    let read = |at: usize| drop(black_box(nianbao::read::read(reports[at], None)));
    let [below, read, whole] = medians(reports.len(), [under, &read, &whole]);
    let each = |time: Duration| time.as_secs_f64() * 1e6 / reports.len() as f64;
    let mean = reports.iter().map(|report| report.len()).sum::<usize>() as f64 / 1e3 / reports.len() as f64;
    let ratio = whole.as_secs_f64() / below.as_secs_f64();
    println!(
        "{name:<24} {:>6} {mean:>8.1} {:>9.0} {:>8.0} {:>10.0} {ratio:>7.3}",
        reports.len(),
        each(below),
        each(read),
        each(whole)
    );
    whole
}

/// Reads the cells of a workbook and nothing else.
fn cells(book: &[u8]) {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(book)).expect("a generated workbook opens");
    for name in book.sheet_names() {
        let mut cells = book.worksheet_cells_reader(&name).expect("a sheet has cells");
        while let Some(cell) = cells.next_cell().expect("a cell is read") {
            black_box(cell);
        }
    }
}

/// Bytes to one line of JSON: what a user waits for.
fn json(bytes: &[u8]) -> String {
    let record = extract(bytes, &Options::default()).expect("a generated report is read");
    emit::json::line(&record)
}

/// The time for a byte of one report whose prose grows.
fn growth() {
    let each = |bytes: &[u8]| {
        let [time] = medians(1, [&|_| drop(black_box(json(bytes)))]);
        time.as_secs_f64() * 1e9 / bytes.len() as f64
    };
    let print = |name: &str, written: &dyn Fn(&Report) -> String| {
        let grown = |times: usize| each(written(&Report::new(0, GROWN * times)).as_bytes());
        println!("growth, {name}: {:.1} ns/byte at 1x, {:.1} at 4x, {:.1} at 16x", grown(1), grown(4), grown(16));
    };
    for style in [page::Style::Office, page::Style::Editor, page::Style::Trs] {
        print(&format!("pages, {style:?}"), &|report| page::page(report, style, 0));
    }
    print("texts", &text::text);
}

/// As many paragraphs below each heading of a report that grows.
const GROWN: usize = 20;

/// The time of a process that reads one page, from its start to its end.
fn cold(page: &str) -> std::io::Result<()> {
    let file = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("cold.html");
    std::fs::write(&file, page)?;
    let process = || {
        let done = Command::new(env!("CARGO_BIN_EXE_nianbao")).arg("extract").arg(&file).output();
        assert!(done.expect("the program runs").status.success());
    };
    let [time] = medians(COLD, [&|_| process()]);
    let each = time.as_secs_f64() * 1e3 / COLD as f64;
    println!("cold: a process reads a page of {:.1} KB in {each:.1} ms", page.len() as f64 / 1e3);
    Ok(())
}

/// As many processes a round.
const COLD: usize = 10;

/// The time of each candidate over all reports: of each report the median of the rounds. Who comes first changes from round
/// to round.
fn medians<const N: usize>(reports: usize, candidates: [&dyn Fn(usize); N]) -> [Duration; N] {
    let mut times = vec![[const { Vec::new() }; N]; reports];
    for round in 0..=ROUNDS {
        for (at, times) in times.iter_mut().enumerate() {
            for turn in (0..N).map(|turn| (round + turn) % N) {
                let begun = Instant::now();
                candidates[turn](at);
                times[turn].push(begun.elapsed());
            }
        }
    }
    let median = |times: &Vec<Duration>| {
        // The first round warms up.
        let mut times = times[1..].to_vec();
        times.sort_unstable();
        times[ROUNDS / 2]
    };
    std::array::from_fn(|candidate| times.iter().map(|times| median(&times[candidate])).sum())
}
