//! Any characters as text or comma-separated values.

#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| {
    let _ = nianbao::read::read(text.as_bytes(), None);
});
