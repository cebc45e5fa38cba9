//! Hostile inputs: each ends, within bounded memory, with a record or an error that says what was left out.
//!
//! Timing decides nothing here: what is not bounded takes minutes or all memory, and fails by itself. `cargo bench --bench
//! limits` measures what each takes.

#[path = "../benches/generated/hostile.rs"]
mod hostile;

use nianbao::{Error, Options, extract};
use std::sync::atomic::{AtomicUsize, Ordering};

/// What comes of an input, in the words of the list.
fn outcome(bytes: &[u8]) -> String {
    match extract(bytes, &Options::default()) {
        Ok(record) if record.findings.iter().any(|finding| finding.slug == "part-left-out") => "left out".to_owned(),
        Ok(_) => "read".to_owned(),
        Err(Error::NoReport(..)) => "no report".to_owned(),
        Err(Error::Damaged(_)) => "damaged".to_owned(),
        Err(Error::TooLarge { .. }) => "too large".to_owned(),
        Err(Error::Undecodable) => "undecodable".to_owned(),
        Err(error) => error.to_string(),
    }
}

#[test]
fn hostile_inputs_end_with_a_word_on_what_was_left_out() {
    let differ = |input: &hostile::Input| {
        let found = outcome(&(input.make)());
        (found != input.outcome).then(|| format!("{}: {found} instead of {}", input.name, input.outcome))
    };
    // Some take long: whoever is free takes the next.
    let next = AtomicUsize::new(0);
    let inputs = || std::iter::from_fn(|| hostile::INPUTS.get(next.fetch_add(1, Ordering::Relaxed)));
    let work = || inputs().filter_map(differ).collect::<Vec<_>>();
    let differing = std::thread::scope(|scope| {
        let workers = [scope.spawn(work), scope.spawn(work)];
        workers.map(|worker| worker.join().expect("no input makes an extraction panic")).concat()
    });
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}
