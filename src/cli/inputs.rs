//! Paths -> files: folders are walked in order, hidden files left out; `-` is standard input.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::{fs, io};
use walkdir::{DirEntry, WalkDir};

/// The files that the paths name, in order. A path that cannot be read is among them: reading it will say why.
pub fn files(paths: &[PathBuf]) -> Vec<PathBuf> {
    paths.iter().flat_map(|path| if path.is_dir() { walk(path) } else { vec![path.clone()] }).collect()
}

/// Whether the paths name one file, so that one pretty record is wanted.
pub fn is_single(paths: &[PathBuf]) -> bool {
    paths.len() == 1 && !paths[0].is_dir()
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
