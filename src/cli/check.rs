//! `nianbao check`: findings for people.

use super::{Ended, args, extract, inputs, say};
use nianbao::Options;
use nianbao::emit::people::{self, Style};
use nianbao::finding::{Lang, Severity};
use std::io::{self, IsTerminal};

/// Runs the command.
pub fn run(command: &args::Check, lang: Lang) -> io::Result<Ended> {
    let style = Style { lang, colour: io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none() };
    let mut ended = Ended::Well;
    for file in inputs::files(&command.paths) {
        let options = Options { evidence: true, ..extract::options(&file, lang) };
        let Some(record) = extract::record(&file, &options, lang) else {
            ended = ended.and(Ended::WithFailures);
            continue;
        };
        say(&people::findings(&record, style))?;
        if record.findings.iter().any(|finding| finding.severity == Severity::Error) {
            ended = ended.and(Ended::WithFailures);
        }
    }
    Ok(ended)
}
