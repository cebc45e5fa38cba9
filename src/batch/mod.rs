//! Many inputs -> one output, unattended: workers, order, limits, resumption, and a summary at the end.
//!
//! The output is in the order of the inputs, whatever the number of workers. What is in memory is bounded by the workers,
//! never by the archive. One input that panics, hangs or is too large costs itself, and is named.

mod crew;
mod entry;
mod expected;
mod finish;
mod form;
mod journal;
mod store;
mod summary;
mod task;
#[cfg(test)]
mod tests;

pub use crew::{Input, Inputs, WORKER, Work};
pub use entry::{Entry, Outcome};
pub use form::{Form, Style};
pub use journal::Head;
pub use store::{Blocked, Store, whole};
pub use summary::{Failure, Reason, Summary};
pub use task::{Done, Task};

use crate::archive::Plan;
use crate::finding::Lang;
use crew::{Crew, Message, Result, Verdict};
use std::collections::BTreeMap;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::RecvTimeoutError;
use std::time::Duration;

/// How a batch is run.
#[derive(Clone, Debug)]
pub struct Batch {
    /// As many workers.
    pub jobs: usize,
    /// As long as one input may take.
    pub timeout: Option<Duration>,
    /// What is read of the inputs.
    pub plan: Plan,
    /// The language of sentences.
    pub lang: Lang,
}

/// How a batch ended.
#[derive(Debug)]
pub struct Ended {
    /// What it did.
    pub summary: Summary,
    /// The journal by which it can go on, if it did not come to its end.
    pub journal: Option<PathBuf>,
    /// Why the output could not be written.
    pub error: Option<io::Error>,
}

/// How often overdue inputs are looked for.
const TICK: Duration = Duration::from_millis(100);

/// Runs a batch. `stop` ends it early: the files in work are finished. `watch` sees each input when it is written, with
/// the summary so far and the bytes of the inputs that are done.
pub fn run(
    batch: &Batch,
    inputs: Inputs,
    work: Work,
    mut store: Store,
    stop: &Arc<AtomicBool>,
    watch: &mut dyn FnMut(&Entry, &Summary, u64),
) -> Ended {
    let mut summary = Summary::default();
    let over = write_all(batch, inputs, work, &mut store, stop, &mut summary, watch);
    let complete = matches!(over, Ok(())) && !stop.load(Ordering::Relaxed);
    summary.close(complete);
    let (journal, error) = match over {
        Ok(()) if complete => {
            let journal = store.journal();
            // A mistyped path leaves an earlier output as it is.
            let over = if summary.inputs() == summary.failed { store.give_up() } else { store.finish() };
            match over {
                Ok(()) => (None, None),
                Err(error) => (journal, Some(error)),
            }
        }
        Ok(()) => (store.journal(), store.leave().err()),
        Err(error) => (store.journal(), Some(error)),
    };
    Ended { summary, journal, error }
}

fn write_all(
    batch: &Batch,
    inputs: Inputs,
    work: Work,
    store: &mut Store,
    stop: &Arc<AtomicBool>,
    summary: &mut Summary,
    watch: &mut dyn FnMut(&Entry, &Summary, u64),
) -> io::Result<()> {
    let expectations = store.expectations()?;
    let mut crew = Crew::start(batch.jobs.max(1), work, inputs, batch.plan.clone(), expectations, Arc::clone(stop))?;
    let sentence = overdue(batch);
    let mut waiting: BTreeMap<u64, Result> = BTreeMap::new();
    let (mut next, mut total) = (0, None);
    loop {
        while let Some(result) = waiting.remove(&next) {
            write(store, &result, summary, watch)?;
            crew.free();
            next += 1;
        }
        if total == Some(next) {
            return Ok(());
        }
        match crew.results.recv_timeout(TICK) {
            Ok(Message::Result(number, result)) => drop(waiting.insert(number, *result)),
            Ok(Message::End(handed)) => total = Some(handed),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return Err(io::Error::other("the workers are gone")),
        }
        if let Some(limit) = batch.timeout {
            waiting.extend(crew.give_up(limit, &sentence)?);
        }
    }
}

fn write(
    store: &mut Store,
    result: &Result,
    summary: &mut Summary,
    watch: &mut dyn FnMut(&Entry, &Summary, u64),
) -> io::Result<()> {
    let entry = match (&result.verdict, &result.expected) {
        (Verdict::Kept, Some(expected)) => {
            store.keep(expected)?;
            summary.kept += 1;
            &expected.line.entry
        }
        (Verdict::Fresh(done), expected) => {
            store.take(done, expected.as_ref())?;
            &done.entry
        }
        // What is kept was expected.
        (Verdict::Kept, None) => return Ok(()),
    };
    summary.count(entry);
    watch(entry, summary, result.position);
    Ok(())
}

fn overdue(batch: &Batch) -> String {
    let seconds = batch.timeout.map_or(0, |limit| limit.as_secs());
    match batch.lang {
        Lang::Zh => format!("读取超过 {seconds} 秒，已放弃（--timeout）"),
        Lang::En => format!("it was not read within {seconds} seconds and given up (--timeout)"),
    }
}
