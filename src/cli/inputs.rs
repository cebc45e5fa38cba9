//! The paths that a user typed, and those of a list.

use super::about;
use nianbao::batch::Input;
use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};

/// The paths that were typed, and behind them those that stand in a list, read as they come.
pub fn listed(typed: &[PathBuf], list: Option<&Path>) -> io::Result<impl Iterator<Item = Input> + Send + use<>> {
    let lines: Box<dyn BufRead + Send> = match list {
        None => Box::new(io::empty()),
        Some(path) if path == Path::new("-") => Box::new(BufReader::new(io::stdin())),
        Some(path) => Box::new(BufReader::new(about(path, File::open(path))?)),
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
