//! How long an extraction takes beside the parser under it: `cargo bench --bench ratios`.
//!
//! The candidates take turns over the same pages in one process on one thread, and the medians of their rounds are
//! compared: ratios hold across machines, microseconds do not.

mod generated;

use generated::{page, report::Report};
use nianbao::{Options, emit, extract};
use std::hint::black_box;
use std::time::{Duration, Instant};

/// As many reports of each set.
const REPORTS: u64 = 60;
/// As many rounds.
const ROUNDS: usize = 9;

fn main() {
    let pages: Vec<(page::Style, String)> = (0..REPORTS)
        .map(|seed| {
            let (style, size) = (style_of(seed), 1 + (seed % 4) as usize);
            (style, page::page(&Report::new(seed, size), style, seed))
        })
        .collect();
    println!("{:<28} {:>6} {:>9} {:>9} {:>9} {:>7}", "pages", "count", "mean KB", "parse µs", "extract µs", "ratio");
    line("all", pages.iter().map(|(_, page)| page.as_str()).collect());
    for style in [page::Style::Office, page::Style::Editor, page::Style::Trs] {
        let of_style = pages.iter().filter(|(found, _)| *found == style).map(|(_, page)| page.as_str());
        line(&format!("{style:?}"), of_style.collect());
    }
}

fn line(name: &str, pages: Vec<&str>) {
    let parse = || pages.iter().for_each(|page| drop(black_box(scraper::Html::parse_document(page))));
    let whole = || pages.iter().for_each(|page| drop(black_box(json(page.as_bytes()))));
    let [parse, whole] = medians([&parse, &whole]);
    let each = |time: Duration| time.as_secs_f64() * 1e6 / pages.len() as f64;
    let mean = pages.iter().map(|page| page.len()).sum::<usize>() as f64 / 1e3 / pages.len() as f64;
    let ratio = whole.as_secs_f64() / parse.as_secs_f64();
    println!("{name:<28} {:>6} {mean:>9.1} {:>9.0} {:>10.0} {ratio:>7.3}", pages.len(), each(parse), each(whole));
}

/// A third of the pages come from an office program, a half from an editor, a sixth from the old system.
fn style_of(seed: u64) -> page::Style {
    match seed % 6 {
        0 | 3 => page::Style::Office,
        5 => page::Style::Trs,
        _ => page::Style::Editor,
    }
}

/// Bytes to one line of JSON: what a user waits for.
fn json(bytes: &[u8]) -> String {
    let record = extract(bytes, &Options::default()).expect("a generated report is read");
    emit::json::line(&record)
}

/// The median time of each candidate; they take turns, so that what slows the machine slows them alike.
fn medians<const N: usize>(candidates: [&dyn Fn(); N]) -> [Duration; N] {
    candidates.iter().for_each(|candidate| candidate());
    let mut times = [(); N].map(|()| Vec::with_capacity(ROUNDS));
    for _ in 0..ROUNDS {
        for (candidate, times) in candidates.iter().zip(&mut times) {
            let begun = Instant::now();
            candidate();
            times.push(begun.elapsed());
        }
    }
    times.map(|mut times| {
        times.sort_unstable();
        times[ROUNDS / 2]
    })
}
