//! Where the pieces of output go: a stream, a file, a folder; whole at the end, and kept if the batch is interrupted.
//!
//! A file is written beside its place, as `OUT.part`, with its journal `OUT.journal`, and renamed when it is whole. A piece
//! is written before its line of the journal; so whatever moment a run is killed at, the journal names nothing that is
//! not there.

use super::entry::{Entry, Outcome};
use super::expected::{Expectations, Expected};
use super::finish;
use super::form::{Form, Style};
use super::journal::{self, Head, Journal, Line, Past, Reader};
use super::task::{Done, sha256};
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// Where a batch writes.
pub struct Store {
    form: Form,
    style: Style,
    target: Target,
    /// Where the output ends.
    at: u64,
    /// What an interrupted batch left was written by another version or for other options, and is begun anew.
    pub replaces: bool,
}

enum Target {
    Stream(Box<dyn Write + Send>),
    Kept(Kept),
}

/// An output with a journal.
struct Kept {
    paths: Paths,
    journal: Journal,
    /// The output so far; none where each record is a file.
    part: Option<File>,
    /// What an earlier run left, until this one departs from it.
    past: Option<Past>,
    /// The lines of the earlier run that this one has met, and where its journal ends behind them.
    met: u64,
    behind: u64,
    /// The output of the earlier run, once this one has departed from it.
    old: Option<File>,
}

/// The files of an output.
#[derive(Clone, Debug)]
struct Paths {
    out: PathBuf,
    part: PathBuf,
    journal: PathBuf,
}

/// Why an output cannot be begun.
#[derive(Debug)]
pub enum Blocked {
    /// Another batch is writing it.
    Busy,
    /// An interrupted batch lies there, and nobody said that it should go on.
    Interrupted(PathBuf),
    /// The file system says no.
    Io(io::Error),
}

impl From<io::Error> for Blocked {
    fn from(error: io::Error) -> Self {
        Blocked::Io(error)
    }
}

impl Store {
    /// A stream that nothing is kept of.
    ///
    /// # Errors
    /// Those of the stream.
    pub fn stream(mut out: Box<dyn Write + Send>, form: Form, style: Style) -> io::Result<Self> {
        out.write_all(&form.head(style))?;
        Ok(Store { form, style, target: Target::Stream(out), at: 0, replaces: false })
    }

    /// A file or a folder, begun anew or gone on with.
    ///
    /// # Errors
    /// Where it cannot be begun: see [`Blocked`].
    pub fn open(out: &Path, form: Form, style: Style, head: &Head, resume: bool) -> Result<Self, Blocked> {
        let paths = Paths::of(out, form)?;
        let was_there = paths.journal.exists();
        if was_there && !resume {
            return Err(Blocked::Interrupted(paths.journal));
        }
        let Some(mut journal) = Journal::open(&paths.journal)? else { return Err(Blocked::Busy) };
        let length = if form == Form::Folder { u64::MAX } else { fs::metadata(&paths.part).map_or(0, |m| m.len()) };
        let past = if was_there { journal::past(&paths.journal, head, length)? } else { None };
        // A journal of which not even the first line is whole was killed at its birth.
        let replaces = was_there && past.is_none() && Reader::open(&paths.journal)?.is_headed();
        let start = form.head(style);
        // The head of a table is no piece; an output that lacks it has nothing that could be kept.
        let past = past.filter(|_| length >= start.len() as u64);
        let at = past.as_ref().map_or(start.len() as u64, |past| past.output.max(start.len() as u64));
        match &past {
            Some(past) => journal.resume(past.journal)?,
            None => journal.begin(head)?,
        }
        let part = paths.opened(form, &start, past.is_some().then_some(at))?;
        let behind = Reader::open(&paths.journal)?.position();
        let kept = Kept { paths, journal, part, past, met: 0, behind, old: None };
        Ok(Store { form, style, target: Target::Kept(kept), at: start.len() as u64, replaces })
    }

    /// What may be expected of the inputs by what an earlier run left.
    ///
    /// # Errors
    /// Those of the journal.
    pub fn expectations(&self) -> io::Result<Option<Expectations>> {
        let Target::Kept(Kept { past: Some(past), paths, .. }) = &self.target else { return Ok(None) };
        let folder = (self.form == Form::Folder).then(|| paths.out.clone());
        Ok(Some(Expectations::new(Reader::open(&paths.journal)?, past, folder)))
    }

    /// Takes what a member gave. `expected` is what the earlier run says of it.
    ///
    /// # Errors
    /// Those of the output.
    pub fn take(&mut self, done: &Done, expected: Option<&Expected>) -> io::Result<()> {
        let start = self.at;
        match &mut self.target {
            Target::Stream(out) => out.write_all(&done.piece),
            Target::Kept(kept) if self.form == Form::Folder => {
                if expected.is_some_and(|expected| kept.stays(done, expected)) {
                    return Ok(());
                }
                kept.depart(self.form, start)?;
                let path = named(&kept.paths.out, &done.entry);
                match done.entry.outcome {
                    Outcome::Read => whole(&path, &done.piece)?,
                    // A record of an earlier run, of an input that gives none now.
                    _ if expected.is_some() => drop(fs::remove_file(path)),
                    _ => {}
                }
                kept.journal.add(&Line { entry: done.entry.clone(), start, end: start })
            }
            Target::Kept(kept) => {
                if let Some(expected) = expected.filter(|expected| kept.stays(done, expected)) {
                    self.at = expected.line.end;
                    return Ok(());
                }
                kept.depart(self.form, start)?;
                self.at += kept.append(&done.piece)?;
                kept.journal.add(&Line { entry: done.entry.clone(), start, end: self.at })
            }
        }
    }

    /// Takes a member that the earlier run had read, and that did not change.
    ///
    /// # Errors
    /// Those of the output.
    pub fn keep(&mut self, expected: &Expected) -> io::Result<()> {
        let entry = expected.line.entry.clone();
        let piece = match &mut self.target {
            Target::Kept(kept) if expected.number != kept.met || kept.past.is_none() => {
                kept.depart(self.form, self.at)?;
                kept.old_piece(&expected.line)?
            }
            _ => Vec::new(),
        };
        let is_file = self.form == Form::Folder;
        match &mut self.target {
            Target::Kept(kept) if is_file && kept.past.is_none() => {
                kept.journal.add(&Line { entry, start: self.at, end: self.at })
            }
            _ => self.take(&Done { entry, piece }, Some(expected)),
        }
    }

    /// Puts the whole output in its place.
    ///
    /// # Errors
    /// Those of the output.
    pub fn finish(mut self) -> io::Result<()> {
        let kept = match &mut self.target {
            Target::Stream(out) => return out.flush(),
            Target::Kept(kept) => kept,
        };
        if kept.past.as_ref().is_some_and(|past| kept.met < past.lines) {
            // Inputs at the end are gone.
            kept.depart(self.form, self.at)?;
        }
        if let Some(part) = &kept.part {
            part.sync_all()?;
        }
        let Paths { out, part, journal } = &kept.paths;
        match self.form {
            Form::Folder => {}
            form if form.is_appended() => fs::rename(part, out)?,
            form => {
                finish::build(form, self.style, part, journal, out)?;
                fs::remove_file(part)?;
            }
        }
        fs::remove_file(journal)
    }

    /// Ends a batch of which no input gave anything: an earlier output stays, and a new one is as empty.
    ///
    /// # Errors
    /// Those of the output.
    pub fn give_up(self) -> io::Result<()> {
        match &self.target {
            Target::Kept(kept) if kept.past.is_none() && kept.paths.out.is_file() => {
                let Paths { part, journal, .. } = &kept.paths;
                fs::remove_file(part).and_then(|()| fs::remove_file(journal))
            }
            _ => self.finish(),
        }
    }

    /// Leaves what there is, to be gone on with.
    ///
    /// # Errors
    /// Those of the output.
    pub fn leave(mut self) -> io::Result<()> {
        match &mut self.target {
            Target::Stream(out) => out.flush(),
            Target::Kept(_) => Ok(()),
        }
    }

    /// The journal by which an interrupted batch can go on.
    pub fn journal(&self) -> Option<PathBuf> {
        match &self.target {
            Target::Stream(_) => None,
            Target::Kept(kept) => Some(kept.paths.journal.clone()),
        }
    }
}

impl Kept {
    /// Whether what was done is what the earlier run left at this very place, so that nothing need be written.
    fn stays(&mut self, done: &Done, expected: &Expected) -> bool {
        let same = self.past.is_some() && expected.number == self.met && expected.line.entry == done.entry;
        let stays = same && done.piece.is_empty();
        if stays {
            self.met += 1;
            self.behind = expected.behind;
        }
        stays
    }

    /// Leaves the earlier run where this one differs from it: what was met is taken over into new files, and what
    /// stands behind it in the old output is copied piece by piece where it still holds.
    fn depart(&mut self, form: Form, at: u64) -> io::Result<()> {
        let Some(past) = self.past.take() else { return Ok(()) };
        if self.met == past.lines {
            return Ok(());
        }
        let beside = self.paths.renewed();
        if form != Form::Folder {
            let mut old = File::open(&self.paths.part)?;
            let mut new = File::create(&beside.part)?;
            io::copy(&mut Read::by_ref(&mut old).take(at), &mut new)?;
            self.part = Some(new);
            self.old = Some(old);
        }
        let opened = Journal::open(&beside.journal)?;
        let mut journal = opened.ok_or_else(|| io::Error::other("another batch is writing the journal"))?;
        journal.take_over(&self.paths.journal, self.behind)?;
        // The output first: a journal that names more than there is, is read as far as there is.
        if form != Form::Folder {
            fs::rename(&beside.part, &self.paths.part)?;
        }
        fs::rename(&beside.journal, &self.paths.journal)?;
        self.journal = journal;
        Ok(())
    }

    fn old_piece(&mut self, line: &Line) -> io::Result<Vec<u8>> {
        let Some(old) = &mut self.old else { return Ok(Vec::new()) };
        let mut piece = Vec::new();
        old.seek(SeekFrom::Start(line.start))?;
        old.take(line.end - line.start).read_to_end(&mut piece)?;
        Ok(piece)
    }

    fn append(&mut self, piece: &[u8]) -> io::Result<u64> {
        if let Some(part) = &mut self.part {
            part.write_all(piece)?;
        }
        Ok(piece.len() as u64)
    }
}

impl Paths {
    fn of(out: &Path, form: Form) -> io::Result<Self> {
        if form == Form::Folder {
            fs::create_dir_all(out)?;
            let journal = out.join(".nianbao.journal");
            return Ok(Paths { out: out.to_owned(), part: journal.clone(), journal });
        }
        let with = |ending: &str| {
            let mut name = out.as_os_str().to_owned();
            name.push(ending);
            PathBuf::from(name)
        };
        Ok(Paths { out: out.to_owned(), part: with(".part"), journal: with(".journal") })
    }

    fn renewed(&self) -> Paths {
        let with = |path: &Path| {
            let mut name = path.as_os_str().to_owned();
            name.push(".new");
            PathBuf::from(name)
        };
        Paths { out: self.out.clone(), part: with(&self.part), journal: with(&self.journal) }
    }

    /// The output, cut behind the last whole piece, or begun anew.
    fn opened(&self, form: Form, start: &[u8], at: Option<u64>) -> io::Result<Option<File>> {
        if form == Form::Folder {
            return Ok(None);
        }
        let mut part = OpenOptions::new().create(true).read(true).write(true).truncate(false).open(&self.part)?;
        part.set_len(at.unwrap_or(0))?;
        if at.is_none() {
            part.write_all(start)?;
        }
        part.seek(SeekFrom::End(0))?;
        Ok(Some(part))
    }
}

/// Writes a file so that it is there whole or not at all.
pub fn whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut name = path.as_os_str().to_owned();
    name.push(".tmp");
    fs::write(&name, bytes)?;
    fs::rename(&name, path)
}

/// As many bytes as a file name may have before it is shortened.
const LONGEST: usize = 150;

/// The file of an input's record in a folder: its name with the strokes replaced. Where that may make two names one, or
/// the name is too long, a part of its digest stands behind it.
pub fn named(folder: &Path, entry: &Entry) -> PathBuf {
    let whole = entry.name();
    let plain = whole.trim_start_matches(['.', '/', '\\']);
    let unfit = |c: char| matches!(c, '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' | '%') || c.is_control();
    let name: String = plain.chars().map(|c| if c == '/' || unfit(c) { '_' } else { c }).collect();
    let ambiguous = plain.len() != whole.len() && whole.starts_with("..") || plain.contains(|c| c == '_' || unfit(c));
    if !ambiguous && name.len() <= LONGEST {
        return folder.join(format!("{name}.json"));
    }
    let end = name.char_indices().map(|(at, _)| at).take_while(|&at| at <= LONGEST).last().unwrap_or(0);
    let kept = if name.len() <= LONGEST { name.as_str() } else { &name[..end] };
    folder.join(format!("{kept}-{}.json", &sha256(whole.as_bytes())[..8]))
}
