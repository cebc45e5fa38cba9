//! A zip archive -> its members. A workbook is a zip archive too, and a member itself.

use super::kind::is_document;
use super::meter::Metered;
use super::name::{Name, is_hidden, is_outside, tidy};
use super::{Flow, Refusal, Walk};
use crate::text::decode;
use std::io::{self, Read, Seek, SeekFrom};
use std::ops::ControlFlow::Continue;
use std::rc::Rc;
use tempfile::SpooledTempFile;
use zip::ZipArchive;

/// A zip archive in an archive is kept in memory up to this size, then on the disk: its directory stands at its end.
const IN_MEMORY: usize = 8 << 20;

/// What the directory says of a member.
struct Entry {
    name: String,
    locked: bool,
    is_file: bool,
    packed: u64,
}

impl Walk<'_> {
    /// A zip archive in another archive.
    pub(super) fn spooled(&mut self, name: &Name, depth: u32, from: &mut dyn Read, head: &[u8]) -> Flow {
        let mut spool = SpooledTempFile::new(IN_MEMORY);
        if let Err(error) = io::copy(from, &mut spool) {
            return self.broken(name, error);
        }
        self.zip(name, depth, spool, head)
    }

    /// A zip archive, or a document in its format.
    pub(super) fn zip<R: Read + Seek>(&mut self, name: &Name, depth: u32, mut file: R, head: &[u8]) -> Flow {
        let mut archive = match open(&mut file, head) {
            Opened::Archive(archive) => archive,
            Opened::Document => return self.document(name, &mut file),
            Opened::Damaged(why) => return self.refuse(name, Refusal::Damaged(why)),
        };
        for at in 0..archive.len() {
            let entry = match entry(&mut archive, at) {
                Ok(entry) => entry,
                Err(error) => {
                    self.refuse(name, Refusal::Damaged(error.to_string()))?;
                    continue;
                }
            };
            let inner = name.inside(&entry.name);
            match () {
                _ if !entry.is_file || is_hidden(&entry.name) => {}
                _ if is_outside(&entry.name) => self.refuse(&inner, Refusal::Outside)?,
                _ if entry.locked => self.refuse(&inner, Refusal::Locked)?,
                _ => self.zipped(&inner, depth, &mut archive, at)?,
            }
            if depth == 0 {
                self.count.set(self.count.get() + entry.packed);
            }
        }
        Continue(())
    }

    fn zipped<R: Read + Seek>(&mut self, name: &Name, depth: u32, archive: &mut ZipArchive<R>, at: usize) -> Flow {
        match archive.by_index(at) {
            Ok(file) => {
                let mut file = Metered { inner: file, budget: Rc::clone(&self.budget) };
                self.stream(name, depth + 1, &mut file)
            }
            Err(error) => self.refuse(name, Refusal::Damaged(error.to_string())),
        }
    }

    fn document<R: Read + Seek>(&mut self, name: &Name, file: &mut R) -> Flow {
        match file.seek(SeekFrom::Start(0)) {
            Ok(_) => self.leaf(name, file),
            Err(error) => self.broken(name, error),
        }
    }
}

enum Opened<R> {
    Archive(ZipArchive<R>),
    Document,
    Damaged(String),
}

/// A damaged document is left to the readers of documents, which say more about it.
fn open<R: Read + Seek>(file: R, head: &[u8]) -> Opened<R> {
    match ZipArchive::new(file) {
        Ok(archive) if archive.file_names_raw().any(|name| is_document(&decode::name(name))) => Opened::Document,
        Ok(archive) => Opened::Archive(archive),
        Err(_) if begins_like_document(head) => Opened::Document,
        Err(error) => Opened::Damaged(error.to_string()),
    }
}

/// Whether the first member is a part of a document. Its name stands behind a header of 30 bytes.
pub(super) fn begins_like_document(head: &[u8]) -> bool {
    let length = head.get(26..28).map_or(0, |bytes| usize::from(bytes[0]) | usize::from(bytes[1]) << 8);
    let name = head.get(30..30 + length).map(decode::name).unwrap_or_default();
    is_document(&name) || ["xl/", "word/", "docProps/"].iter().any(|folder| name.starts_with(folder))
}

fn entry<R: Read + Seek>(archive: &mut ZipArchive<R>, at: usize) -> zip::result::ZipResult<Entry> {
    let file = archive.by_index_raw(at)?;
    Ok(Entry {
        name: tidy(&decode::name(file.name_raw())),
        locked: file.encrypted(),
        is_file: file.is_file(),
        packed: file.compressed_size(),
    })
}

/// Whether a file in the zip format is an archive and no document.
pub(super) fn is_archive(file: impl Read + Seek, head: &[u8]) -> bool {
    !matches!(open(file, head), Opened::Document)
}
