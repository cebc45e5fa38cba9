//! Members -> what became of them, by several workers at once.
//!
//! One thread walks over the inputs, a member for each worker that asks, and lays out one more for each, so that nobody
//! waits for a disk: so many members are in memory, and no more. A member that panics costs itself; one that does not end
//! is given up, and another worker takes the place of the one that is stuck in it, since a thread cannot be stopped.

use super::entry::Entry;
use super::expected::{Expectations, Expected};
use super::task::{Done, sha256};
use crate::archive::{Member, Plan, Refusal, Walk};
use std::any::Any;
use std::collections::BTreeMap;
use std::ops::ControlFlow::{self, Break, Continue};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use std::{io, thread};

/// What is done with a member.
pub type Work = Arc<dyn Fn(&Member) -> Done + Send + Sync>;

/// A path to walk over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// A file, a folder, an archive, or `-`.
    pub path: PathBuf,
    /// The user typed it.
    pub named: bool,
}

/// The inputs of a batch, in order.
pub type Inputs = Box<dyn Iterator<Item = Input> + Send>;

/// The name that worker threads bear.
pub const WORKER: &str = "nianbao-worker";

/// How deep a page may nest is bounded by its reader for the stack of a main thread; workers have the same.
const STACK: usize = 8 << 20;

/// As many results as may wait, for each worker, for the one before them.
const WAITING: usize = 16;

/// As many members lie ready for each worker.
const READY: usize = 1;

/// A member on its way to a worker.
struct Job {
    number: u64,
    member: Arc<Member>,
    expected: Option<Expected>,
}

/// What a worker found.
pub(super) enum Verdict {
    /// It was read before, and is unchanged.
    Kept,
    /// It was read now.
    Fresh(Done),
}

/// A result on its way to the output.
pub(super) struct Result {
    pub verdict: Verdict,
    pub expected: Option<Expected>,
    pub position: u64,
}

pub(super) enum Message {
    Result(u64, Box<Result>),
    /// The walk is over; so many members were handed out.
    End(u64),
}

/// What a worker is at.
struct Busy {
    number: u64,
    member: Arc<Member>,
    expected: Option<Expected>,
    since: Instant,
}

/// What the threads share.
struct Shared {
    work: Work,
    asks: Sender<()>,
    jobs: Mutex<Receiver<Job>>,
    results: Sender<Message>,
    busy: Mutex<BTreeMap<u64, Busy>>,
    places: Mutex<Places>,
    freed: Condvar,
}

struct Places {
    free: usize,
    /// As many workers wait for one.
    wanted: usize,
    closed: bool,
}

/// The workers and the walk.
pub(super) struct Crew {
    shared: Arc<Shared>,
    pub(super) results: Receiver<Message>,
    hired: u64,
}

/// No data is left half changed by a panic in these rooms.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Crew {
    pub(super) fn start(
        jobs: usize,
        work: Work,
        inputs: Inputs,
        plan: Plan,
        expectations: Option<Expectations>,
        stop: Arc<AtomicBool>,
    ) -> io::Result<Self> {
        let (asks, asked) = channel();
        let (hand, jobs_out) = sync_channel(jobs * READY);
        (0..jobs * READY).try_for_each(|_| asks.send(())).map_err(io::Error::other)?;
        let (results, results_out) = channel();
        let walk = Round { asked, hand, results: results.clone(), stop, expectations, number: 0 };
        thread::Builder::new()
            .name("nianbao-reader".to_owned())
            .stack_size(STACK)
            .spawn(move || walk.go(inputs, &plan))?;
        let places = Mutex::new(Places { free: jobs * WAITING, wanted: 0, closed: false });
        let (busy, jobs_out) = (Mutex::default(), Mutex::new(jobs_out));
        let shared = Arc::new(Shared { work, asks, jobs: jobs_out, results, busy, places, freed: Condvar::new() });
        let mut crew = Crew { shared, results: results_out, hired: 0 };
        (0..jobs).try_for_each(|_| crew.hire())?;
        Ok(crew)
    }

    fn hire(&mut self) -> io::Result<()> {
        let (id, shared) = (self.hired, Arc::clone(&self.shared));
        self.hired += 1;
        thread::Builder::new().name(WORKER.to_owned()).stack_size(STACK).spawn(move || shared.labour(id)).map(drop)
    }

    /// A result was written: another member may be begun.
    pub(super) fn free(&self) {
        let mut places = lock(&self.shared.places);
        places.free += 1;
        // Hardly ever does anybody wait, and to wake nobody costs as much as to wake somebody.
        if places.wanted > 0 {
            self.shared.freed.notify_one();
        }
    }

    /// Gives up members that take longer than they may. Each leaves a thread behind that ends when it ends.
    pub(super) fn give_up(&mut self, limit: Duration, sentence: &str) -> io::Result<Vec<(u64, Result)>> {
        let mut given_up = Vec::new();
        lock(&self.shared.busy).retain(|_, busy| {
            let overdue = busy.since.elapsed() > limit;
            if overdue {
                let entry = Entry::broken(&busy.member, "timeout", sentence.to_owned());
                let verdict = Verdict::Fresh(Done { entry, piece: Vec::new() });
                let (expected, position) = (busy.expected.take(), busy.member.position);
                given_up.push((busy.number, Result { verdict, expected, position }));
            }
            !overdue
        });
        given_up.iter().try_for_each(|_| self.hire())?;
        Ok(given_up)
    }
}

impl Drop for Crew {
    fn drop(&mut self) {
        lock(&self.shared.places).closed = true;
        self.shared.freed.notify_all();
    }
}

impl Shared {
    fn labour(&self, id: u64) {
        while self.take_place() {
            // When the walk is over, what lies ready is still to be done.
            let _ = self.asks.send(());
            let Ok(Job { number, member, expected }) = lock(&self.jobs).recv() else { return };
            let busy = Busy { number, member: Arc::clone(&member), expected: expected.clone(), since: Instant::now() };
            lock(&self.busy).insert(id, busy);
            let verdict = self.judge(&member, expected.as_ref());
            if lock(&self.busy).remove(&id).is_none() {
                // It was given up, and somebody else has this place.
                return;
            }
            let result = Result { verdict, expected, position: member.position };
            if self.results.send(Message::Result(number, Box::new(result))).is_err() {
                return;
            }
        }
    }

    fn take_place(&self) -> bool {
        let mut places = lock(&self.places);
        while places.free == 0 && !places.closed {
            places.wanted += 1;
            places = self.freed.wait(places).unwrap_or_else(PoisonError::into_inner);
            places.wanted -= 1;
        }
        places.free = places.free.saturating_sub(1);
        !places.closed
    }

    fn judge(&self, member: &Member, expected: Option<&Expected>) -> Verdict {
        if let (Some(expected), Ok(bytes)) = (expected, &member.content)
            && expected.holds(&sha256(bytes))
        {
            return Verdict::Kept;
        }
        let done = catch_unwind(AssertUnwindSafe(|| (self.work)(member)));
        Verdict::Fresh(done.unwrap_or_else(|panic| {
            let entry = Entry::broken(member, "panic", format!("panic: {}", words(&*panic)));
            Done { entry, piece: Vec::new() }
        }))
    }
}

/// The walk over the inputs, a member for each ask.
struct Round {
    asked: Receiver<()>,
    hand: SyncSender<Job>,
    results: Sender<Message>,
    stop: Arc<AtomicBool>,
    expectations: Option<Expectations>,
    number: u64,
}

impl Round {
    fn go(mut self, inputs: Inputs, plan: &Plan) {
        let _ = self.over(inputs, plan);
        // Whoever waits for a result may have left.
        let _ = self.results.send(Message::End(self.number));
    }

    fn over(&mut self, inputs: Inputs, plan: &Plan) -> ControlFlow<()> {
        self.asked()?;
        let mut give = |member| self.give(member);
        for Input { path, named } in inputs {
            let walked = catch_unwind(AssertUnwindSafe(|| Walk::new(plan, &mut give).input(&path, named)));
            match walked {
                Ok(flow) => flow?,
                Err(panic) => give(fallen(&path, named, &*panic))?,
            }
        }
        Continue(())
    }

    fn asked(&self) -> ControlFlow<()> {
        if self.asked.recv().is_err() || self.stop.load(Ordering::Relaxed) { Break(()) } else { Continue(()) }
    }

    fn give(&mut self, member: Member) -> ControlFlow<()> {
        let expected = self.expectations.as_mut().and_then(|expectations| expectations.of(&member));
        let job = Job { number: self.number, member: Arc::new(member), expected };
        if self.hand.send(job).is_err() {
            return Break(());
        }
        self.number += 1;
        self.asked()
    }
}

/// An archive in which the walk itself broke down.
fn fallen(path: &Path, named: bool, panic: &(dyn Any + Send)) -> Member {
    Member {
        path: path.to_string_lossy().into_owned(),
        member: None,
        charset: None,
        url: None,
        named,
        content: Err(Refusal::Damaged(format!("panic: {}", words(panic)))),
        position: 0,
    }
}

fn words(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("")
}
