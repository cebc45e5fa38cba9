//! Paths -> files: folders are walked in order, hidden files left out; `-` is standard input.

use nianbao::batch::Input;
use std::fs;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// The files that the paths name, in order. A path that cannot be read is among them: reading it will say why.
pub fn files(paths: &[PathBuf]) -> Vec<PathBuf> {
    paths.iter().flat_map(|path| if path.is_dir() { walk(path) } else { vec![path.clone()] }).collect()
}

fn walk(folder: &Path) -> Vec<PathBuf> {
    let shown = |entry: &DirEntry| entry.depth() == 0 || !entry.file_name().to_string_lossy().starts_with('.');
    let entries = WalkDir::new(folder).sort_by_file_name().into_iter().filter_entry(shown).flatten();
    entries.filter(|entry| entry.file_type().is_file()).map(DirEntry::into_path).collect()
}

/// The bytes of a file or of standard input.
pub fn read(path: &Path) -> io::Result<Vec<u8>> {
    if path != Path::new("-") {
        return fs::read(path);
    }
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The paths that were typed, and behind them those that stand in a list, read as they come.
pub fn listed(typed: &[PathBuf], list: Option<&Path>) -> io::Result<impl Iterator<Item = Input> + Send + use<>> {
    let lines: Box<dyn BufRead + Send> = match list {
        None => Box::new(io::empty()),
        Some(path) if path == Path::new("-") => Box::new(BufReader::new(io::stdin())),
        Some(path) => Box::new(BufReader::new(File::open(path)?)),
    };
    let typed: Vec<Input> = typed.iter().map(|path| Input { path: path.clone(), named: true }).collect();
    Ok(typed.into_iter().chain(paths(lines).map(|path| Input { path, named: false })))
}

/// One path a line, or up to a zero byte as `find -print0` ends them.
fn paths(mut from: impl BufRead) -> impl Iterator<Item = PathBuf> {
    let mut ready = Vec::new().into_iter();
    std::iter::from_fn(move || {
        loop {
            if let Some(path) = ready.next() {
                return Some(path);
            }
            let mut line = Vec::new();
            if from.read_until(b'\n', &mut line).ok()? == 0 {
                return None;
            }
            let parts = line.split(|&byte| byte == 0 || byte == b'\n' || byte == b'\r').filter(|part| !part.is_empty());
            ready = parts.map(path).collect::<Vec<_>>().into_iter();
        }
    })
}

#[cfg(unix)]
fn path(bytes: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt;
    PathBuf::from(std::ffi::OsStr::from_bytes(bytes))
}

#[cfg(not(unix))]
fn path(bytes: &[u8]) -> PathBuf {
    PathBuf::from(String::from_utf8_lossy(bytes).into_owned())
}
