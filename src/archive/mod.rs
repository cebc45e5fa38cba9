//! Files, folders and archives -> named members, one after the other.
//!
//! Folders are walked in the order of their names, hidden files left out; zip, tar, gzip, zstd, WARC and MHTML are read in
//! place, one in another as they come. What a thing is shows in its first bytes. A member that gives no bytes is handed
//! over with the reason, so that it can be counted; what is damaged costs no more than what stands behind the damage.
//! At any time no more than one member is in memory.

mod kind;
mod meter;
mod mime;
mod name;
mod refusal;
mod shard;
mod tape;
mod warc;
mod zipped;

pub use name::{Filter, whole};
pub use refusal::Refusal;
pub use shard::Shard;

use kind::{Kind, head, kind};
use meter::{Counted, Metered};
use name::{Name, unpacked};
use std::cell::Cell;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Cursor, Read, Seek, SeekFrom};
use std::ops::ControlFlow::{self, Break, Continue};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use walkdir::{DirEntry, WalkDir};

/// A file, or a member of an archive.
#[derive(Clone, Debug)]
pub struct Member {
    /// The path of the file, as given.
    pub path: String,
    /// The name in the archive, through all archives.
    pub member: Option<String>,
    /// The character encoding that the transport stated.
    pub charset: Option<String>,
    /// The address it was fetched from.
    pub url: Option<String>,
    /// The user typed its path, so that it is expected to be a report.
    pub named: bool,
    /// Its bytes, or why there are none.
    pub content: Result<Vec<u8>, Refusal>,
    /// As many bytes of the inputs as had been read from the disk by then.
    pub position: u64,
}

/// What is read, and how much of it.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Which names are wanted.
    pub filter: Filter,
    /// Which share of them.
    pub shard: Option<Shard>,
    /// The largest file that is read, in bytes.
    pub max_bytes: u64,
    /// The output, should it lie in a folder that is walked over: it is no input, nor are the files beside it that an
    /// interrupted batch leaves.
    pub output: Option<PathBuf>,
}

impl Default for Plan {
    fn default() -> Self {
        Plan { filter: Filter::default(), shard: None, max_bytes: 64 << 20, output: None }
    }
}

impl Plan {
    fn is_output(&self, path: &Path) -> bool {
        let Some(output) = &self.output else { return false };
        let (Some(name), Some(own)) = (path.file_name(), output.file_name()) else { return false };
        let ending = name.to_string_lossy().strip_prefix(&*own.to_string_lossy()).map(str::to_owned);
        let fits = ending
            .is_some_and(|end| end.is_empty() || [".part", ".journal", ".tmp"].iter().any(|e| end.starts_with(e)));
        let folder = |path: &Path| path.parent().map(|folder| folder.join(".").canonicalize().ok());
        fits && folder(path) == folder(output)
    }
}

/// Archives in archives: a WARC in a tar in a zip, and one more.
const DEEPEST: u32 = 6;

/// An archive may unpack to so many bytes, and so many times its size more. Pages shrink to a tenth, hardly ever to a
/// fiftieth; the smallest bombs grow a thousandfold.
const BUDGET: u64 = 256 << 20;
const RATIO: u64 = 200;

/// As much room is made for a file before its bytes are seen.
const ROOM: u64 = 1 << 20;

/// Why the walk is left.
enum Halt {
    /// Whoever takes the members has had enough.
    All,
    /// Nothing more is read of this file.
    File,
}

type Flow = ControlFlow<Halt>;

/// A walk over inputs that hands each member over.
pub struct Walk<'a> {
    plan: &'a Plan,
    give: &'a mut dyn FnMut(Member) -> ControlFlow<()>,
    /// The bytes of the files that are done, those of the one that is not, and those read of it.
    done: u64,
    size: u64,
    count: Rc<Cell<u64>>,
    /// As much as the current file may still unpack to.
    budget: Rc<Cell<u64>>,
}

impl<'a> Walk<'a> {
    /// A walk that gives its members to `give` until that breaks off.
    pub fn new(plan: &'a Plan, give: &'a mut dyn FnMut(Member) -> ControlFlow<()>) -> Self {
        Walk { plan, give, done: 0, size: 0, count: Rc::default(), budget: Rc::default() }
    }

    /// Walks over a path: a file, a folder, an archive, or `-` for standard input. `named` says that the user typed it.
    pub fn input(&mut self, path: &Path, named: bool) -> ControlFlow<()> {
        if path.is_dir() {
            return self.folder(path);
        }
        let shown = path.to_string_lossy().into_owned();
        let below = path.file_name().map_or_else(|| shown.clone(), |name| name.to_string_lossy().into_owned());
        self.file(&Name { path: shown, below, named, ..Name::default() }, path)
    }

    fn folder(&mut self, root: &Path) -> ControlFlow<()> {
        let plan = self.plan;
        let shown = |entry: &DirEntry| {
            let hidden = entry.file_name().to_string_lossy().starts_with('.');
            entry.depth() == 0 || !hidden && !plan.is_output(entry.path())
        };
        for entry in WalkDir::new(root).follow_links(true).sort_by_file_name().into_iter().filter_entry(shown) {
            let path = match &entry {
                Ok(entry) if entry.file_type().is_dir() => continue,
                Ok(entry) => entry.path(),
                Err(error) => error.path().unwrap_or(root),
            };
            let below = path.strip_prefix(root).unwrap_or(path).to_string_lossy().replace('\\', "/");
            let name = Name { path: path.to_string_lossy().into_owned(), below, ..Name::default() };
            let flow = match &entry {
                Ok(entry) if entry.file_type().is_file() => self.file(&name, path),
                Ok(_) => past(self.refuse(&name, Refusal::Special)),
                Err(error) => past(self.refuse(&name, unreachable(error))),
            };
            flow?;
        }
        Continue(())
    }

    /// A file of the file system.
    fn file(&mut self, name: &Name, path: &Path) -> ControlFlow<()> {
        self.count = Rc::default();
        if self.plan.filter.excludes(name) {
            return Continue(());
        }
        let opened = if path == Path::new("-") { None } else { Some(File::open(path)) };
        self.size = match &opened {
            Some(Ok(file)) => file.metadata().map_or(0, |metadata| metadata.len()),
            _ => 0,
        };
        self.budget = Rc::new(Cell::new(BUDGET + RATIO * self.size.min(u64::MAX / (2 * RATIO))));
        let flow = match opened {
            None => self.stream(name, 0, &mut io::stdin().lock()),
            Some(Ok(file)) => self.opened(name, file),
            Some(Err(error)) => self.refuse(name, Refusal::Unreachable(error.to_string())),
        };
        self.done += self.size;
        self.count = Rc::default();
        past(flow)
    }

    /// A zip archive on the disk is read where it lies; everything else from its beginning.
    fn opened(&mut self, name: &Name, mut file: File) -> Flow {
        let (head, peeked) = head(&mut file);
        if let Err(error) = peeked {
            return self.refuse(name, Refusal::Unreachable(error.to_string()));
        }
        if kind(&head) == Kind::Zip && file.seek(SeekFrom::Start(0)).is_ok() {
            return self.zip(name, 0, BufReader::new(file), &head);
        }
        let rest = Counted { inner: file, count: Rc::clone(&self.count) };
        self.stream(name, 0, &mut Cursor::new(head).chain(rest))
    }

    /// A stream of any kind.
    fn stream(&mut self, name: &Name, depth: u32, from: &mut dyn Read) -> Flow {
        let (head, peeked) = head(from);
        if let Err(error) = peeked {
            return self.broken(name, error);
        }
        let kind = kind(&head);
        let mut from = Cursor::new(&head).chain(from);
        match kind {
            Kind::Plain => self.leaf(name, &mut from),
            _ if self.plan.filter.excludes(name) => Continue(()),
            _ if depth > DEEPEST => self.refuse(name, Refusal::TooDeep),
            Kind::Gzip => {
                let inner = flate2::bufread::MultiGzDecoder::new(BufReader::new(from));
                self.unpacked(name, depth, inner)
            }
            Kind::Zstd => match zstd::Decoder::new(from) {
                Ok(inner) => self.unpacked(name, depth, inner),
                Err(error) => self.broken(name, error),
            },
            Kind::Zip => self.spooled(name, depth, &mut from, &head),
            Kind::Tar => self.tape(name, depth, &mut from),
            Kind::Warc => self.warc(name, depth, &mut from),
            Kind::Mime => self.mime(name, depth, &mut from),
        }
    }

    /// What is in a compressed file: a file, or an archive, which then bears the name of the whole.
    fn unpacked(&mut self, name: &Name, depth: u32, from: impl Read) -> Flow {
        let mut from = Metered { inner: from, budget: Rc::clone(&self.budget) };
        let (head, peeked) = head(&mut from);
        let mut inner = name.clone();
        if kind(&head) == Kind::Plain {
            inner = name.inside(&unpacked(name));
            // The file itself was typed, and this is what is in it.
            inner.named = name.named;
        }
        match peeked {
            Ok(_) => self.stream(&inner, depth + 1, &mut Cursor::new(head).chain(from)),
            Err(error) => self.cut(name, error),
        }
    }

    /// A member that is no archive.
    fn leaf(&mut self, name: &Name, from: &mut dyn Read) -> Flow {
        if !self.is_wanted(name) {
            return Continue(());
        }
        match self.bytes(name, from) {
            Ok(Ok(bytes)) => self.hand(name, Ok(bytes)),
            Ok(Err(refusal)) => self.refuse(name, refusal),
            Err(error) => self.broken(name, error),
        }
    }

    /// The bytes of a member, unless they are too many.
    fn bytes(&self, name: &Name, from: &mut dyn Read) -> io::Result<Result<Vec<u8>, Refusal>> {
        let limit = self.plan.max_bytes;
        // Of a file it is known how many there are, or said.
        let size = if name.member.is_none() { self.size.min(ROOM) } else { 0 };
        let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0));
        from.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
        Ok(if bytes.len() as u64 > limit { Err(Refusal::TooLarge { limit }) } else { Ok(bytes) })
    }

    fn is_wanted(&self, name: &Name) -> bool {
        self.plan.filter.takes(name) && self.is_of_share(name)
    }

    fn is_of_share(&self, name: &Name) -> bool {
        self.plan.shard.is_none_or(|shard| shard.takes(&name.full()))
    }

    /// A stream that broke: of a file its own error, of an archive that it is damaged. Past its budget it is left.
    fn broken(&mut self, name: &Name, error: io::Error) -> Flow {
        match Refusal::from(error) {
            Refusal::Bomb => {
                self.refuse(name, Refusal::Bomb)?;
                Break(Halt::File)
            }
            Refusal::Damaged(why) if name.member.is_none() => self.refuse(name, Refusal::Unreachable(why)),
            refusal => self.refuse(name, refusal),
        }
    }

    fn refuse(&mut self, name: &Name, refusal: Refusal) -> Flow {
        if self.is_of_share(name) { self.hand(name, Err(refusal)) } else { Continue(()) }
    }

    fn hand(&mut self, name: &Name, content: Result<Vec<u8>, Refusal>) -> Flow {
        let name = name.clone();
        let member = Member {
            path: name.path,
            member: name.member,
            charset: name.charset,
            url: name.url,
            named: name.named,
            content,
            position: self.done + self.count.get(),
        };
        match (self.give)(member) {
            Continue(()) => Continue(()),
            Break(()) => Break(Halt::All),
        }
    }
}

/// What is left of a flow past the file that it was about.
fn past(flow: Flow) -> ControlFlow<()> {
    match flow {
        Break(Halt::All) => Break(()),
        _ => Continue(()),
    }
}

fn unreachable(error: &walkdir::Error) -> Refusal {
    match (error.loop_ancestor(), error.io_error()) {
        (Some(_), _) => Refusal::Loop,
        (None, Some(error)) => Refusal::Unreachable(error.to_string()),
        (None, None) => Refusal::Unreachable(error.to_string()),
    }
}

/// The only member of a file that is no archive of many: a page, a compressed page, a saved page. `None` where there are
/// more, so that many records are wanted.
pub fn alone(path: &Path, plan: &Plan) -> Option<Member> {
    if path.is_dir() || holds_many(path) {
        return None;
    }
    let mut members = Vec::new();
    let mut give = |member| {
        members.push(member);
        if members.len() > 1 { Break(()) } else { Continue(()) }
    };
    let _ = Walk::new(plan, &mut give).input(path, true);
    if members.len() == 1 { members.pop() } else { None }
}

/// Whether a file, or what comes on standard input, shows by its first bytes that it is an archive.
fn holds_many(path: &Path) -> bool {
    if path == Path::new("-") {
        return begins_many(&mut io::stdin().lock());
    }
    let Ok(mut file) = File::open(path) else { return false };
    // A pipe is read once.
    if !file.metadata().is_ok_and(|metadata| metadata.is_file()) {
        return false;
    }
    let (head, peeked) = head(&mut file);
    if peeked.is_err() {
        return false;
    }
    match kind(&head) {
        Kind::Zip => zipped::is_archive(file, &head),
        kind => matches!(kind, Kind::Tar | Kind::Warc),
    }
}

/// Whether a stream begins as an archive does. It is read once, so its beginning must tell.
fn begins_many(from: &mut dyn BufRead) -> bool {
    let Ok(beginning) = from.fill_buf() else { return false };
    let unpacked = match kind(beginning) {
        Kind::Gzip => head(&mut flate2::bufread::MultiGzDecoder::new(beginning)).0,
        Kind::Zstd => zstd::Decoder::new(beginning).map_or_else(|_| Vec::new(), |mut inner| head(&mut inner).0),
        _ => beginning.to_vec(),
    };
    match kind(&unpacked) {
        Kind::Zip => !zipped::begins_like_document(&unpacked),
        kind => matches!(kind, Kind::Tar | Kind::Warc),
    }
}
