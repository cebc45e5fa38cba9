//! The journal of a batch: a line for each input that is done, written when its piece of the output is.
//!
//! By the journal an interrupted batch goes on. A line says where the output ends behind its piece; what stands in the
//! output behind the last whole line was written by a run that was killed, and is cut off.

use super::entry::Entry;
use serde::{Deserialize, Serialize};
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom, Write};
use std::path::Path;

/// The first line: by whom and for what a journal was written. Another tool or other options begin anew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// The version of the journal.
    pub schema: String,
    /// The version of the tool.
    pub tool: String,
    /// The options that shape the output.
    pub options: String,
}

impl Head {
    /// The head of a journal for these options.
    pub fn new(options: String) -> Self {
        Head { schema: "nianbao.journal/1".to_owned(), tool: env!("CARGO_PKG_VERSION").to_owned(), options }
    }
}

/// A line: an input, and where the output ends behind it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// The input.
    pub entry: Entry,
    /// Where its piece of the output begins.
    pub start: u64,
    /// Where it ends.
    pub end: u64,
}

/// What a journal says of the batch that wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Past {
    /// As many whole lines behind the head.
    pub lines: u64,
    /// Where the output ends behind the last of them.
    pub output: u64,
    /// Where the journal itself ends behind it.
    pub journal: u64,
}

/// Reads a journal up to its last whole line whose piece stands in an output of `length` bytes; `None` where it was
/// written by another tool or for other options.
///
/// # Errors
/// Those of the file.
pub fn past(path: &Path, head: &Head, length: u64) -> io::Result<Option<Past>> {
    let mut reader = Reader::open(path)?;
    if reader.head.as_ref() != Some(head) {
        return Ok(None);
    }
    let mut past = Past { lines: 0, output: 0, journal: reader.position };
    while let Some(line) = reader.next_line()? {
        if line.end > length {
            break;
        }
        past = Past { lines: past.lines + 1, output: line.end, journal: reader.position };
    }
    Ok(Some(past))
}

/// Reads a journal line by line.
pub struct Reader {
    from: BufReader<File>,
    head: Option<Head>,
    position: u64,
}

impl Reader {
    /// Opens a journal.
    ///
    /// # Errors
    /// Those of the file.
    pub fn open(path: &Path) -> io::Result<Self> {
        let mut reader = Reader { from: BufReader::new(File::open(path)?), head: None, position: 0 };
        reader.head = reader.whole()?.and_then(|line| serde_json::from_slice(&line).ok());
        Ok(reader)
    }

    /// Whether it begins with a whole line: one that does not was killed at its birth.
    pub fn is_headed(&self) -> bool {
        self.position > 0
    }

    /// Where the line that was read last ends.
    pub fn position(&self) -> u64 {
        self.position
    }

    /// The next input; `None` behind the last whole line.
    ///
    /// # Errors
    /// Those of the file.
    pub fn next_line(&mut self) -> io::Result<Option<Line>> {
        Ok(self.whole()?.and_then(|line| serde_json::from_slice(&line).ok()))
    }

    fn whole(&mut self) -> io::Result<Option<Vec<u8>>> {
        let mut line = Vec::new();
        self.from.read_until(b'\n', &mut line)?;
        if line.last() != Some(&b'\n') {
            return Ok(None);
        }
        self.position += line.len() as u64;
        Ok(Some(line))
    }
}

/// A journal that is being written. While it is open, no other batch writes the same output.
#[derive(Debug)]
pub struct Journal {
    file: File,
}

impl Journal {
    /// Opens a journal, or makes an empty one; `None` where another batch is writing it.
    ///
    /// # Errors
    /// Those of the file.
    pub fn open(path: &Path) -> io::Result<Option<Self>> {
        let file = OpenOptions::new().create(true).read(true).write(true).truncate(false).open(path)?;
        // Where a file system knows no locks, nothing is claimed and nothing refused.
        let free = !matches!(file.try_lock(), Err(TryLockError::WouldBlock));
        Ok(free.then_some(Journal { file }))
    }

    /// Begins it anew.
    ///
    /// # Errors
    /// Those of the file.
    pub fn begin(&mut self, head: &Head) -> io::Result<()> {
        self.resume(0)?;
        self.put(head)
    }

    /// Goes on behind so many bytes.
    ///
    /// # Errors
    /// Those of the file.
    pub fn resume(&mut self, position: u64) -> io::Result<()> {
        self.file.set_len(position)?;
        self.file.seek(SeekFrom::End(0)).map(drop)
    }

    /// Takes over the beginning of another journal.
    ///
    /// # Errors
    /// Those of the files.
    pub fn take_over(&mut self, path: &Path, length: u64) -> io::Result<()> {
        self.resume(0)?;
        io::copy(&mut File::open(path)?.take(length), &mut self.file).map(drop)
    }

    /// Adds a line.
    ///
    /// # Errors
    /// Those of the file.
    pub fn add(&mut self, line: &Line) -> io::Result<()> {
        self.put(line)
    }

    fn put(&mut self, value: &impl Serialize) -> io::Result<()> {
        let mut line = serde_json::to_vec(value)?;
        line.push(b'\n');
        // One call, so that a kill leaves at most one line that is not whole.
        self.file.write_all(&line)
    }
}
