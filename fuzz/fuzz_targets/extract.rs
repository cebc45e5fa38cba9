//! Any bytes, through everything: to a record and its JSON, twice the same.

#![no_main]

use nianbao::{Options, emit, extract};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    // A damaged workbook may make the libraries panic, which its reader catches: only what gets through ends the run.
    static HOOK: std::sync::Once = std::sync::Once::new();
    HOOK.call_once(|| std::panic::set_hook(Box::new(|panic| eprintln!("{panic}"))));
    let once = || extract(bytes, &Options { evidence: true, ..Options::default() }).map(|record| emit::json::line(&record));
    assert_eq!(once(), once());
});
