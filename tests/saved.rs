//! Inputs that fuzzing found once, replayed: each ends, with a record or an error, and twice with the same.

use nianbao::{Options, emit, extract};
use std::fs;
use std::path::Path;

#[test]
fn saved_inputs_end_and_give_the_same_twice() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/saved");
    let files = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path());
    let saved: Vec<_> = files.filter(|path| path.extension().is_none_or(|ending| ending != "md")).collect();
    assert!(!saved.is_empty(), "nothing is replayed");
    for path in saved {
        let bytes = fs::read(&path).unwrap();
        let once = || extract(&bytes, &Options::default()).map(|record| emit::json::pretty(&record));
        assert_eq!(once(), once(), "{}", path.display());
    }
}
