//! What an earlier run left -> what this one may expect of each input, in step with the walk.

use super::entry::Outcome;
use super::journal::{Line, Past, Reader};
use super::store::named;
use crate::archive::{Member, whole};
use std::collections::VecDeque;
use std::io;
use std::path::PathBuf;

/// How many lines are searched for an input that is not the next one: as many may have been removed from a folder.
const AHEAD: usize = 1000;

/// A line of an earlier run's journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expected {
    /// Its number, from 0.
    pub number: u64,
    /// The line.
    pub line: Line,
    /// Where the journal ends behind it.
    pub behind: u64,
}

impl Expected {
    /// Whether a member with this digest was read before, and need not be read again. What failed is tried again.
    pub fn holds(&self, sha256: &str) -> bool {
        self.line.entry.outcome != Outcome::Failed && self.line.entry.sha256.as_deref() == Some(sha256)
    }
}

/// The lines of an earlier run in their order.
pub struct Expectations {
    reader: Reader,
    rest: u64,
    number: u64,
    ahead: VecDeque<Expected>,
    /// The folder in which each record is a file of its own: it must still be there.
    folder: Option<PathBuf>,
}

impl Expectations {
    pub(super) fn new(reader: Reader, past: &Past, folder: Option<PathBuf>) -> Self {
        Expectations { reader, rest: past.lines, number: 0, ahead: VecDeque::new(), folder }
    }

    /// What the earlier run says of a member. Lines of inputs that are gone are passed over.
    pub fn of(&mut self, member: &Member) -> Option<Expected> {
        let name = whole(&member.path, member.member.as_deref());
        for at in 0..AHEAD {
            if at >= self.ahead.len() {
                let next = self.next().ok().flatten()?;
                self.ahead.push_back(next);
            }
            if self.ahead[at].line.entry.name() == name {
                self.ahead.drain(..at);
                return self.ahead.pop_front().filter(|expected| self.is_there(expected));
            }
        }
        None
    }

    fn next(&mut self) -> io::Result<Option<Expected>> {
        if self.rest == 0 {
            return Ok(None);
        }
        self.rest -= 1;
        let Some(line) = self.reader.next_line()? else { return Ok(None) };
        self.number += 1;
        Ok(Some(Expected { number: self.number - 1, line, behind: self.reader.position() }))
    }

    fn is_there(&self, expected: &Expected) -> bool {
        let read = expected.line.entry.outcome == Outcome::Read;
        self.folder.as_ref().is_none_or(|folder| !read || named(folder, &expected.line.entry).is_file())
    }
}
