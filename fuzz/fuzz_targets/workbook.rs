//! Any bytes behind the first bytes of a workbook.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    // A damaged workbook may make the libraries panic, which its reader catches: only what gets through ends the run.
    static HOOK: std::sync::Once = std::sync::Once::new();
    HOOK.call_once(|| std::panic::set_hook(Box::new(|panic| eprintln!("{panic}"))));
    for magic in [b"PK\x03\x04".as_slice(), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"] {
        if !bytes.starts_with(magic) {
            let _ = nianbao::read::read(&[magic, bytes].concat(), None);
        }
    }
    let _ = nianbao::read::read(bytes, None);
});
