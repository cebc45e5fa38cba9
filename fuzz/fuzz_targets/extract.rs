//! Any bytes, through everything: to a record and its JSON, twice the same.

#![no_main]

use nianbao::{Options, emit, extract};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let once = || extract(bytes, &Options { evidence: true, ..Options::default() }).map(|record| emit::json::line(&record));
    assert_eq!(once(), once());
});
