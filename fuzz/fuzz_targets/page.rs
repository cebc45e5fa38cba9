//! Any text inside a page: the reader of pages, whatever the first bytes say.

#![no_main]

libfuzzer_sys::fuzz_target!(|inner: &str| {
    let page = format!("<html><body>{inner}");
    let _ = nianbao::read::read(page.as_bytes(), None);
});
