//! `nianbao extract`: records.

use super::{Ended, args, complain, inputs, say};
use nianbao::finding::Lang;
use nianbao::record::Record;
use nianbao::{Options, emit};
use std::path::{Path, PathBuf};
use std::{fs, io};

/// Runs the command.
pub fn run(command: &args::Extract, lang: Lang) -> io::Result<Ended> {
    let files = inputs::files(&command.paths);
    let single = inputs::is_single(&command.paths);
    let target = target(command, single);
    let mut ended = Ended::Well;
    let mut lines = String::new();
    for file in &files {
        let options = Options { charset: command.charset.clone(), evidence: command.evidence, ..options(file, lang) };
        let Some(record) = record(file, &options, lang) else {
            ended = Ended::WithFailures;
            continue;
        };
        match &target {
            Target::Standard if single => say(&emit::json::pretty(&record))?,
            Target::Standard => say(&emit::json::line(&record))?,
            Target::One(path) => fs::write(path, emit::json::pretty(&record))?,
            Target::Lines(_) => lines.push_str(&emit::json::line(&record)),
            Target::Folder(folder) => fs::write(named(folder, file), emit::json::pretty(&record))?,
        }
    }
    if let Target::Lines(path) = &target {
        fs::write(path, lines)?;
    }
    if files.is_empty() {
        complain(match lang {
            Lang::Zh => "没有可读取的文件",
            Lang::En => "no files to read",
        });
        ended = Ended::WithFailures;
    }
    Ok(ended)
}

/// Where records go.
enum Target {
    Standard,
    One(PathBuf),
    Lines(PathBuf),
    Folder(PathBuf),
}

fn target(command: &args::Extract, single: bool) -> Target {
    match &command.output {
        None => Target::Standard,
        Some(path) if path.is_dir() => Target::Folder(path.clone()),
        Some(path) if single && path.extension().is_some_and(|extension| extension == "json") => {
            Target::One(path.clone())
        }
        Some(path) => Target::Lines(path.clone()),
    }
}

/// The file of an input's record in a folder: its path with the separators replaced, so that no two inputs share one.
fn named(folder: &Path, file: &Path) -> PathBuf {
    let name: String = file
        .to_string_lossy()
        .trim_start_matches(['.', '/', '\\'])
        .chars()
        .map(|c| if matches!(c, '/' | '\\' | ':') { '_' } else { c })
        .collect();
    folder.join(format!("{name}.json"))
}

/// What is known of a file by its path.
pub fn options(file: &Path, lang: Lang) -> Options {
    Options { path: Some(file.to_string_lossy().into_owned()), lang, ..Options::default() }
}

/// The record of a file, or a complaint.
pub fn record(file: &Path, options: &Options, lang: Lang) -> Option<Record> {
    let shown = file.display();
    let bytes = match inputs::read(file) {
        Ok(bytes) => bytes,
        Err(error) => {
            complain(&format!("{shown}: {error}"));
            return None;
        }
    };
    match nianbao::extract(&bytes, options) {
        Ok(record) => Some(record),
        Err(error) => {
            complain(&format!("{shown}: {}", error.sentence(lang == Lang::Zh)));
            None
        }
    }
}
