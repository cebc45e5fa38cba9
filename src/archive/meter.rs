//! Readers that watch what passes: how much came from the disk, how much was unpacked, and that nothing is missing.

use std::cell::Cell;
use std::io::{self, Read};
use std::rc::Rc;

/// The error of a stream that unpacks to more than its archive may.
#[derive(Debug, thiserror::Error)]
#[error("unpacks to too much")]
pub(super) struct Overflown;

/// Counts what is read.
pub(super) struct Counted<R> {
    pub inner: R,
    pub count: Rc<Cell<u64>>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.count.set(self.count.get() + read as u64);
        Ok(read)
    }
}

/// Takes what is unpacked from the budget of its archive.
pub(super) struct Metered<R> {
    pub inner: R,
    pub budget: Rc<Cell<u64>>,
}

impl<R: Read> Read for Metered<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        match self.budget.get().checked_sub(read as u64) {
            Some(rest) => self.budget.set(rest),
            None => return Err(io::Error::other(Overflown)),
        }
        Ok(read)
    }
}

/// A stretch of known length; that it ends early is an error.
pub(super) struct Stretch<R> {
    pub inner: R,
    pub rest: u64,
}

impl<R: Read> Read for Stretch<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let most = buffer.len().min(usize::try_from(self.rest).unwrap_or(usize::MAX));
        if most == 0 {
            return Ok(0);
        }
        let read = self.inner.read(&mut buffer[..most])?;
        if read == 0 {
            return Err(io::Error::new(io::ErrorKind::UnexpectedEof, "it ends in the middle of a record"));
        }
        self.rest -= read as u64;
        Ok(read)
    }
}
