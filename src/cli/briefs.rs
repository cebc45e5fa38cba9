//! Paths -> what is kept of each report, to check it and set it beside others.
//!
//! A path names a report, or records that `extract` wrote: one, or one a line. The content tells which. Of records only a
//! line at a time is held.

use super::{Ended, complain, config};
use nianbao::archive::{self, Member, Plan, Walk};
use nianbao::finding::Lang;
use nianbao::record::{Brief, Record};
use nianbao::{Error, Options};
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

/// Why a path or a member of it gave nothing, or not all.
struct Failure {
    sentence: String,
    /// A report or a record may have been lost.
    is_loss: bool,
}

impl Failure {
    fn loss(why: impl ToString) -> Self {
        Failure { sentence: why.to_string(), is_loss: true }
    }
}

type Result = std::result::Result<(), Failure>;

/// What is kept of every report and record, in the order of the paths. What lies in a folder or an archive and is no report
/// is told and passed over; a path that was typed must be one.
pub fn read(paths: &[PathBuf], plan: &Plan, lang: Lang) -> (Vec<Brief>, Ended) {
    let (mut briefs, mut ended) = (Vec::new(), Ended::Well);
    for path in paths {
        let well = match names_records(path) {
            true => told(&path.display().to_string(), of_records(path, lang, &mut briefs), true),
            false => walk(path, plan, lang, &mut briefs),
        };
        if !well {
            ended = Ended::WithFailures;
        }
    }
    (briefs, ended)
}

/// Whether a file, or what comes on standard input, begins as records do.
fn names_records(path: &Path) -> bool {
    let head = |mut source: Box<dyn BufRead>| source.fill_buf().map(<[u8]>::to_vec).ok();
    let head = match () {
        // Its beginning stays there for whoever reads it next.
        () if is_stdin(path) => head(Box::new(io::stdin().lock())),
        () if path.is_file() => File::open(path).ok().and_then(|file| head(Box::new(BufReader::new(file)))),
        () => None,
    };
    head.is_some_and(|head| is_record(&head))
}

fn is_stdin(path: &Path) -> bool {
    path == Path::new("-")
}

fn of_records(path: &Path, lang: Lang, briefs: &mut Vec<Brief>) -> Result {
    if is_stdin(path) {
        return of_source(io::stdin().lock(), lang, briefs);
    }
    let file = File::open(path).map_err(Failure::loss)?;
    of_source(BufReader::with_capacity(1 << 16, file), lang, briefs)
}

/// Reads everything below a path; false where something that was typed gave nothing, or something may have been lost.
fn walk(path: &Path, plan: &Plan, lang: Lang, briefs: &mut Vec<Brief>) -> bool {
    let (mut well, mut any) = (true, false);
    let mut take = |member: Member| {
        let name = archive::whole(&member.path, member.member.as_deref());
        // The configuration beside the data is no report.
        if !Path::new(&name).ends_with(config::NAME) {
            any = true;
            let named = member.named;
            well &= told(&name, of_member(member, lang, briefs), named);
        }
        ControlFlow::Continue(())
    };
    let _ = Walk::new(plan, &mut take).input(path, true);
    let empty = match lang {
        Lang::Zh => "没有可读取的文件",
        Lang::En => "no files to read",
    };
    well && (any || told(&path.display().to_string(), Err(Failure::loss(empty)), true))
}

/// Tells what failed; false where that counts: what was typed, and what may have been lost.
fn told(name: &str, read: Result, named: bool) -> bool {
    let Err(failure) = read else { return true };
    complain(&format!("{name}: {}", failure.sentence));
    !named && !failure.is_loss
}

fn of_member(member: Member, lang: Lang, briefs: &mut Vec<Brief>) -> Result {
    let refused = |refusal: archive::Refusal| Failure { sentence: refusal.sentence(lang), is_loss: refusal.is_loss() };
    let bytes = member.content.map_err(refused)?;
    if is_record(&bytes) {
        return of_source(&bytes[..], lang, briefs);
    }
    let Member { path, member, charset, url, .. } = Member { content: Ok(Vec::new()), ..member };
    let options = Options { path: Some(path), member, charset, url, lang, evidence: true };
    briefs.push(Brief::of(&report(&bytes, &options)?));
    Ok(())
}

/// Reads a report. One that breaks the program costs itself.
fn report(bytes: &[u8], options: &Options) -> std::result::Result<Record, Failure> {
    let lang = options.lang;
    let unread = |error: Error| Failure { sentence: error.sentence(lang == Lang::Zh), is_loss: error.is_loss() };
    match catch_unwind(AssertUnwindSafe(|| nianbao::extract(bytes, options))) {
        Ok(read) => read.map_err(unread),
        Err(_) => Err(Failure::loss(match lang {
            Lang::Zh => "读取时程序出错，已跳过",
            Lang::En => "the program failed at it; it is passed over",
        })),
    }
}

/// One record, or a record a line.
fn of_source(mut source: impl BufRead, lang: Lang, briefs: &mut Vec<Brief>) -> Result {
    let head = source.fill_buf().map_err(Failure::loss)?;
    let pretty = head.trim_ascii_start().get(1).is_none_or(|byte| byte.is_ascii_whitespace());
    if pretty { record(source, briefs) } else { records(source, lang, briefs) }
}

/// Whether a file begins as a record does: with its version.
fn is_record(head: &[u8]) -> bool {
    let begins = head.trim_ascii_start().starts_with(b"{");
    let head = &head[..head.len().min(200)];
    begins && head.windows(b"nianbao.record".len()).any(|window| window == b"nianbao.record")
}

fn record(mut source: impl Read, briefs: &mut Vec<Brief>) -> Result {
    let mut text = String::new();
    source.read_to_string(&mut text).map_err(Failure::loss)?;
    briefs.push(Brief::read(&text).map_err(Failure::loss)?);
    Ok(())
}

/// A record on each line. A line that is none costs that line; the first one is told, and how many there are.
fn records(mut source: impl BufRead, lang: Lang, briefs: &mut Vec<Brief>) -> Result {
    let (mut first, mut wrong, mut line) = (None, 0, Vec::new());
    for number in 1.. {
        line.clear();
        if source.read_until(b'\n', &mut line).map_err(Failure::loss)? == 0 {
            break;
        }
        match of_line(&line) {
            Ok(brief) => briefs.extend(brief),
            Err(why) => {
                wrong += 1;
                first.get_or_insert((number, why));
            }
        }
    }
    let Some((number, why)) = first else { return Ok(()) };
    Err(Failure::loss(match (lang, wrong) {
        (Lang::Zh, _) => format!("第 {number} 行：{why}（共 {wrong} 行不是记录）"),
        (Lang::En, 1) => format!("line {number}: {why}"),
        (Lang::En, _) => format!("line {number}: {why} ({wrong} lines are no records)"),
    }))
}

/// The record of a line; none of an empty one.
fn of_line(line: &[u8]) -> std::result::Result<Option<Brief>, String> {
    let text = std::str::from_utf8(line).map_err(|error| error.to_string())?;
    if text.trim().is_empty() {
        return Ok(None);
    }
    Brief::read(text).map(Some).map_err(|error| error.to_string())
}
