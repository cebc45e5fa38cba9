//! Paths -> what is kept of each report, to check it and set it beside others.
//!
//! A path names a report, or records that `extract` wrote: one, or one a line. The content tells which. Of records only a
//! line at a time is held.

use super::{Ended, complain, config};
use nianbao::Options;
use nianbao::archive::{self, Member, Plan, Refusal, Walk};
use nianbao::finding::Lang;
use nianbao::record::Brief;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

/// What is kept of every report and record, in the order of the paths. What lies in a folder or an archive and is no report
/// is told and passed over; a path that was typed must be one.
pub fn read(paths: &[PathBuf], lang: Lang) -> (Vec<Brief>, Ended) {
    let (mut briefs, mut ended) = (Vec::new(), Ended::Well);
    for path in paths {
        let failed = if names_records(path) { !of_records(path, &mut briefs) } else { !walk(path, lang, &mut briefs) };
        if failed {
            ended = Ended::WithFailures;
        }
    }
    (briefs, ended)
}

/// Whether a file begins as records do.
fn names_records(path: &Path) -> bool {
    let head = File::open(path).ok().filter(|_| path.is_file()).and_then(|file| {
        let mut source = BufReader::new(file);
        source.fill_buf().map(<[u8]>::to_vec).ok()
    });
    head.is_some_and(|head| is_record(&head))
}

/// Reads a file of records; false where that failed.
fn of_records(path: &Path, briefs: &mut Vec<Brief>) -> bool {
    let read = open(path).map_err(|error| error.to_string()).and_then(|source| of_source(source, briefs));
    told(&path.display().to_string(), read)
}

/// Reads everything below a path; false where something that was typed gave nothing, or something may have been lost.
fn walk(path: &Path, lang: Lang, briefs: &mut Vec<Brief>) -> bool {
    let plan = Plan::default();
    let mut well = true;
    let mut take = |member: Member| {
        let name = archive::whole(&member.path, member.member.as_deref());
        // The configuration beside the data is no report.
        if !Path::new(&name).ends_with(config::NAME) {
            let lost = member.named || member.content.as_ref().is_err_and(Refusal::is_loss);
            well &= told(&name, of_member(member, lang, briefs)) || !lost;
        }
        ControlFlow::Continue(())
    };
    let _ = Walk::new(&plan, &mut take).input(path, true);
    well
}

fn told(name: &str, read: Result<(), String>) -> bool {
    if let Err(complaint) = &read {
        complain(&format!("{name}: {complaint}"));
    }
    read.is_ok()
}

fn of_member(member: Member, lang: Lang, briefs: &mut Vec<Brief>) -> Result<(), String> {
    let bytes = member.content.map_err(|refusal| refusal.sentence(lang))?;
    if is_record(&bytes) {
        return of_source(&bytes[..], briefs);
    }
    let Member { path, member, charset, url, .. } = Member { content: Ok(Vec::new()), ..member };
    let options = Options { path: Some(path), member, charset, url, lang, evidence: true };
    let record = nianbao::extract(&bytes, &options).map_err(|error| error.sentence(lang == Lang::Zh))?;
    briefs.push(Brief::of(&record));
    Ok(())
}

/// One record, or a record a line.
fn of_source(mut source: impl BufRead, briefs: &mut Vec<Brief>) -> Result<(), String> {
    let head = source.fill_buf().map_err(|error| error.to_string())?;
    let pretty = head.trim_ascii_start().get(1).is_none_or(|byte| byte.is_ascii_whitespace());
    if pretty { record(source, briefs) } else { records(source, briefs) }
}

fn open(file: &Path) -> io::Result<impl BufRead + use<>> {
    Ok(BufReader::with_capacity(1 << 16, File::open(file)?))
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
