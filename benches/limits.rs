//! Time and peak memory of every hostile input: `cargo bench --bench limits`. An argument names some of them.

#[path = "generated/hostile.rs"]
mod hostile;

use nianbao::{Options, extract};
use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::time::Instant;

/// The system's allocator, with a count of what is held.
struct Counting;

static HELD: AtomicUsize = AtomicUsize::new(0);
static PEAK: AtomicUsize = AtomicUsize::new(0);

// SAFETY: every call is the system allocator's own; beside it, only numbers are counted.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        PEAK.fetch_max(HELD.fetch_add(layout.size(), Relaxed) + layout.size(), Relaxed);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        HELD.fetch_sub(layout.size(), Relaxed);
        unsafe { System.dealloc(block, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

fn main() {
    let wanted = std::env::args().skip(1).find(|argument| !argument.starts_with('-')).unwrap_or_default();
    println!("{:<50} {:>9} {:>8} {:>8}  outcome", "input", "KB", "ms", "peak MB");
    for input in hostile::INPUTS.iter().filter(|input| input.name.contains(&wanted)) {
        let bytes = (input.make)();
        let before = HELD.load(Relaxed);
        PEAK.store(before, Relaxed);
        let begun = Instant::now();
        drop(extract(&bytes, &Options::default()));
        let (time, peak) = (begun.elapsed().as_millis(), (PEAK.load(Relaxed) - before) >> 20);
        let mark = if time > 1000 || peak > 512 { "  !" } else { "" };
        println!("{:<50} {:>9} {time:>8} {peak:>8}  {}{mark}", input.name, bytes.len() / 1000, input.outcome);
    }
}
