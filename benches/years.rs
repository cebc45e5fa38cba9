//! Prints what it costs to check many records, alone and across years: `cargo bench --bench years`.
//!
//! Agencies with sound figures over six years are drawn; a third of their texts is last year's. Time is of one thread.

#[path = "../tests/sound/mod.rs"]
mod sound;

use nianbao::check::across::{self, Settings};
use nianbao::check::check;
use nianbao::emit::json;
use nianbao::record::{Brief, Record};
use nianbao::template::TEMPLATES;
use sound::{Draw, Values};
use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

const YEARS: std::ops::RangeInclusive<i16> = 2019..=2024;
/// Characters of which sentences are drawn.
const LETTERS: &str =
    "公开栏目清单月度科室报送材料更新解读政策群众窗口答复文书平台信箱监督保障培训台账审核指南目录站点热线留言";

fn main() {
    println!(
        "{:>8} {:>12} {:>12} {:>12} {:>12} {:>12} {:>10}",
        "records", "rules", "from JSON", "across", "kept", "at most", "findings"
    );
    for agencies in [417, 834, 1667] {
        measure(agencies);
    }
}

fn measure(agencies: usize) {
    let before = HELD.load(Ordering::Relaxed);
    let mut draw = Draw(42);
    let (mut rules, mut read, mut briefs) = (Duration::ZERO, Duration::ZERO, Vec::new());
    for agency in 0..agencies {
        for record in history(agency, &mut draw) {
            let start = Instant::now();
            std::hint::black_box(check(&record));
            rules += start.elapsed();
            let line = json::line(&record);
            let start = Instant::now();
            briefs.push(Brief::read(&line).expect("a record"));
            read += start.elapsed();
        }
    }
    let kept = HELD.load(Ordering::Relaxed) - before;
    MOST.store(HELD.load(Ordering::Relaxed), Ordering::Relaxed);
    let start = Instant::now();
    let found = across::across(&briefs, &Settings::default());
    let across = start.elapsed();
    let (count, most) = (briefs.len(), MOST.load(Ordering::Relaxed) - before);
    let (kept, most) = (kept >> 20, most >> 20);
    println!("{count:>8} {rules:>12.2?} {read:>12.2?} {across:>12.2?} {kept:>9} MB {most:>9} MB {:>10}", found.len());
}

/// The records of an agency over the years.
fn history(agency: usize, draw: &mut Draw) -> Vec<Record> {
    let name = format!("云溪市第{agency}水务局");
    let (mut last, mut overview, mut problems): (Option<Values>, String, String) = Default::default();
    let mut records = Vec::new();
    for year in YEARS {
        let template = TEMPLATES.iter().copied().find(|template| template.years.contains(&year)).expect("an edition");
        let values = sound::values(template, last.as_ref(), draw);
        if overview.is_empty() || draw.below(3) > 0 {
            (overview, problems) = (text(900, draw), text(400, draw));
        }
        records.push(sound::record(template, &name, year, &values, [&overview, &problems]));
        last = Some(values);
    }
    records
}

fn text(length: usize, draw: &mut Draw) -> String {
    let letters: Vec<char> = LETTERS.chars().collect();
    (0..length)
        .map(|at| if at % 17 == 16 { '，' } else { letters[draw.below(letters.len() as u64) as usize] })
        .collect()
}

/// Counts the bytes that are held.
struct Counting;

static HELD: AtomicUsize = AtomicUsize::new(0);
static MOST: AtomicUsize = AtomicUsize::new(0);

#[global_allocator]
static ALLOCATOR: Counting = Counting;

// SAFETY: every request is handed on to the system's allocator unchanged.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let held = HELD.fetch_add(layout.size(), Ordering::Relaxed) + layout.size();
        MOST.fetch_max(held, Ordering::Relaxed);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        HELD.fetch_sub(layout.size(), Ordering::Relaxed);
        unsafe { System.dealloc(pointer, layout) }
    }
}
