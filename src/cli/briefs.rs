//! Paths -> what is kept of each report, to check it and set it beside others.
//!
//! A path names a report, or records that `extract` wrote: one, or one a line. The content tells which. Of records only a
//! line at a time is held.

use super::{Ended, complain, config, inputs};
use nianbao::Options;
use nianbao::finding::Lang;
use nianbao::record::Brief;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

/// What is kept of every report and record, in the order of the paths.
pub fn read(paths: &[PathBuf], lang: Lang) -> (Vec<Brief>, Ended) {
    let (mut briefs, mut ended) = (Vec::new(), Ended::Well);
    // The configuration beside the data is no report.
    let reports = inputs::files(paths).into_iter().filter(|file| !file.ends_with(config::NAME));
    for file in reports {
        if let Err(complaint) = of_file(&file, lang, &mut briefs) {
            complain(&format!("{}: {complaint}", file.display()));
            ended = Ended::WithFailures;
        }
    }
    (briefs, ended)
}

fn of_file(file: &Path, lang: Lang, briefs: &mut Vec<Brief>) -> Result<(), String> {
    let mut source = open(file).map_err(|error| error.to_string())?;
    let head = source.fill_buf().map_err(|error| error.to_string())?;
    if is_record(head) {
        let pretty = head.trim_ascii_start().get(1).is_none_or(|byte| byte.is_ascii_whitespace());
        return if pretty { record(source, briefs) } else { records(source, briefs) };
    }
    let mut bytes = Vec::new();
    source.read_to_end(&mut bytes).map_err(|error| error.to_string())?;
    let path = Some(file.to_string_lossy().into_owned());
    let options = Options { path, lang, evidence: true, ..Options::default() };
    let record = nianbao::extract(&bytes, &options).map_err(|error| error.sentence(lang == Lang::Zh))?;
    briefs.push(Brief::of(&record));
    Ok(())
}

fn open(file: &Path) -> io::Result<Box<dyn BufRead>> {
    Ok(if file == Path::new("-") {
        Box::new(io::stdin().lock())
    } else {
        Box::new(BufReader::with_capacity(1 << 16, File::open(file)?))
    })
}

/// Whether a file begins as a record does: with its version.
fn is_record(head: &[u8]) -> bool {
    let begins = head.trim_ascii_start().starts_with(b"{");
    let head = &head[..head.len().min(200)];
    begins && head.windows(b"nianbao.record".len()).any(|window| window == b"nianbao.record")
}

fn record(mut source: impl Read, briefs: &mut Vec<Brief>) -> Result<(), String> {
    let mut text = String::new();
    source.read_to_string(&mut text).map_err(|error| error.to_string())?;
    briefs.push(Brief::read(&text).map_err(|error| error.to_string())?);
    Ok(())
}

/// A record on each line. A line that is none costs that line; the first one is told.
fn records(source: impl BufRead, briefs: &mut Vec<Brief>) -> Result<(), String> {
    let mut wrong = None;
    for (number, line) in (1..).zip(source.lines()) {
        let line = line.map_err(|error| error.to_string())?;
        if line.trim().is_empty() {
            continue;
        }
        match Brief::read(&line) {
            Ok(brief) => briefs.push(brief),
            Err(error) => {
                wrong.get_or_insert(format!("{number}: {error}"));
            }
        }
    }
    wrong.map_or(Ok(()), Err)
}
