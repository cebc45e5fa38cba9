//! The command line: what the user typed -> library calls -> text and an exit status.
//!
//! Standard output carries data only; complaints go to standard error. It sees only the library's public names.

pub mod args;
mod briefs;
mod check;
mod chinese;
mod config;
mod explain;
mod extract;
mod figures;
mod inputs;
mod progress;
mod schema;
mod selection;

use args::{Args, Command};
use clap::{CommandFactory, FromArgMatches};
use nianbao::Options;
use nianbao::finding::Lang;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// All read.
    Well,
    /// A file that was named gave no record, one was lost, or `check` found an error.
    WithFailures,
    /// The command was mistyped.
    Mistyped,
    /// The user interrupted it.
    Interrupted,
}

impl Ended {
    /// The worse of two endings.
    pub fn and(self, other: Ended) -> Ended {
        match (self, other) {
            (Ended::Interrupted, _) | (_, Ended::Interrupted) => Ended::Interrupted,
            (Ended::Mistyped, _) | (_, Ended::Mistyped) => Ended::Mistyped,
            (Ended::WithFailures, _) | (_, Ended::WithFailures) => Ended::WithFailures,
            _ => Ended::Well,
        }
    }
}

/// What the user typed; else how the program ends, which has shown its help or a complaint.
pub fn parse() -> Result<Args, ExitCode> {
    let lang = args::typed_lang(std::env::args_os());
    let command = match lang {
        Lang::Zh => chinese::spoken(Args::command()),
        Lang::En => Args::command(),
    };
    let parsed = command.try_get_matches().and_then(|matches| Args::from_arg_matches(&matches));
    parsed.map_err(|error| {
        let in_chinese = (lang == Lang::Zh).then(|| chinese::complaint(&error)).flatten();
        match in_chinese {
            Some(complaint) => complain(&complaint),
            // That nobody sees it is nobody's concern.
            None => drop(error.print()),
        }
        ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
    })
}

/// Runs a command.
pub fn run(args: &Args) -> ExitCode {
    let lang = args.lang();
    let ended = match &args.command {
        Command::Extract(command) => extract::run(command, lang),
        Command::Check(command) => check::run(command, lang),
        Command::Explain(command) => explain::run(command, lang),
        Command::Figures(command) => figures::run(command, lang),
        Command::Schema => schema::run(),
    };
    match ended {
        Ok(Ended::Well) => ExitCode::SUCCESS,
        Ok(Ended::WithFailures) => ExitCode::from(1),
        Ok(Ended::Mistyped) => ExitCode::from(2),
        Ok(Ended::Interrupted) => ExitCode::from(130),
        // Whoever reads our output has had enough: that is no failure.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            complain(&format!("{error}"));
            ExitCode::from(1)
        }
    }
}

/// Writes data.
fn say(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()
}

/// Writes a complaint. That standard error is closed is nobody's concern.
fn complain(text: &str) {
    let _ = writeln!(io::stderr(), "nianbao: {text}");
}

/// An error with the path that it is about.
fn about<T>(path: &Path, result: io::Result<T>) -> io::Result<T> {
    result.map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", path.display())))
}

/// Whether the command would write over a report that it reads. If so, the user is told.
fn overwrites(output: Option<&Path>, inputs: &[PathBuf], lang: Lang) -> bool {
    let Some(place) = output.and_then(|output| output.canonicalize().ok()).filter(|place| place.is_file()) else {
        return false;
    };
    let is_input = |input: &PathBuf| input.canonicalize().is_ok_and(|input| input == place);
    let lies_in = |input: &PathBuf| input.is_dir() && input.canonicalize().is_ok_and(|input| place.starts_with(input));
    let overwritten = inputs.iter().any(is_input) || inputs.iter().any(lies_in) && is_report(&place);
    if overwritten {
        let place = place.display();
        complain(&match lang {
            Lang::Zh => format!("{place}：输出会覆盖输入，请换一个文件名"),
            Lang::En => format!("{place}: the output would replace an input; name another file"),
        });
    }
    overwritten
}

/// Whether a file is a report, and no earlier output of ours.
fn is_report(path: &Path) -> bool {
    const OURS: &[&[u8]] = &[b"{", b"[", b"PAR1", b"agency,", "机关,".as_bytes()];
    let Ok(bytes) = std::fs::read(path) else { return false };
    let text = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&bytes);
    let of_ours = OURS.iter().any(|beginning| text.starts_with(beginning));
    let record = || nianbao::extract(&bytes, &Options::default());
    // A workbook of ours holds many reports, and is titled as none of them.
    !of_ours && record().is_ok_and(|record| record.template.is_some())
}
