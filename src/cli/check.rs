//! `nianbao check`: findings of reports, alone and beside each other.

use super::args::{FailOn, FindingsFormat};
use super::config::{self, Config};
use super::selection::Selection;
use super::{Ended, about, args, briefs, complain, overwrites};
use nianbao::archive::Plan;
use nianbao::check::across;
use nianbao::emit::{findings_csv, findings_json, findings_xlsx, people, sarif};
use nianbao::finding::{Lang, Severity};
use nianbao::record::{Brief, FindingRecord};
use std::fs;
use std::io::{self, IsTerminal, Write};

/// Runs the command.
pub fn run(command: &args::Check, lang: Lang) -> io::Result<Ended> {
    let prepared = config::load(command.config.as_deref(), &command.paths, lang)
        .and_then(|config| Ok((selection(command, &config, lang)?, config)));
    let (selection, config) = match prepared {
        Ok(prepared) => prepared,
        Err(complaint) => {
            complain(&complaint);
            return Ok(Ended::Mistyped);
        }
    };
    let format = format(command);
    if overwrites(command.output.as_deref(), &command.paths, lang) {
        return Ok(Ended::Mistyped);
    }
    if format == FindingsFormat::Xlsx && command.output.is_none() && io::stdout().is_terminal() {
        complain(match lang {
            Lang::Zh => "工作簿不能显示在终端上，请用 -o 指定文件",
            Lang::En => "a workbook cannot be shown on a terminal; name a file with -o",
        });
        return Ok(Ended::Mistyped);
    }
    let plan = Plan { max_bytes: command.max_bytes, output: command.output.clone(), ..Plan::default() };
    let (mut briefs, ended) = briefs::read(&command.paths, &plan, lang);
    compare(&mut briefs, &config, lang);
    for brief in &mut briefs {
        brief.findings.retain(|reported| selection.takes(&reported.finding.code));
        // By weight, and what is said of other reports after what is said of this one alone.
        brief.findings.sort_by_key(|reported| reported.finding.severity);
    }
    write(command, format, &briefs, lang)?;
    Ok(ended.and(judged(&briefs, command.fail_on.or(config.fail_on).unwrap_or(FailOn::Error))))
}

/// What the command line says goes before the configuration; what is ignored is ignored by either.
fn selection(command: &args::Check, config: &Config, lang: Lang) -> Result<Selection, String> {
    let select = if command.select.is_empty() { &config.select } else { &command.select };
    let ignore: Vec<String> = config.ignore.iter().chain(&command.ignore).cloned().collect();
    Selection::new(select, &ignore, lang)
}

fn format(command: &args::Check) -> FindingsFormat {
    let named = || match command.output.as_ref()?.extension()?.to_str()?.to_ascii_lowercase().as_str() {
        "json" => Some(FindingsFormat::Json),
        "ndjson" | "jsonl" => Some(FindingsFormat::Ndjson),
        "csv" => Some(FindingsFormat::Csv),
        "xlsx" => Some(FindingsFormat::Xlsx),
        "sarif" => Some(FindingsFormat::Sarif),
        _ => None,
    };
    command.format.or_else(named).unwrap_or(FindingsFormat::Text)
}

/// Adds what there is to say of the reports beside each other.
fn compare(briefs: &mut [Brief], config: &Config, lang: Lang) {
    for (report, finding) in across::across(briefs, &config.settings()) {
        briefs[report].add(FindingRecord::new(&finding, lang));
    }
}

fn write(command: &args::Check, format: FindingsFormat, briefs: &[Brief], lang: Lang) -> io::Result<()> {
    let terminal = command.output.is_none() && io::stdout().is_terminal();
    let style = people::Style { lang, colour: terminal && std::env::var_os("NO_COLOR").is_none() };
    let bytes = match format {
        FindingsFormat::Text => text(briefs, style).into_bytes(),
        FindingsFormat::Json => findings_json::pretty(briefs, lang).into_bytes(),
        FindingsFormat::Ndjson => findings_json::lines(briefs, lang).into_bytes(),
        FindingsFormat::Csv => findings_csv::table(briefs, lang).into_bytes(),
        FindingsFormat::Sarif => sarif::log(briefs, lang).into_bytes(),
        FindingsFormat::Xlsx => findings_xlsx::workbook(briefs, lang).map_err(io::Error::other)?,
    };
    match &command.output {
        Some(path) => about(path, fs::write(path, bytes)),
        None => {
            let mut out = io::stdout().lock();
            out.write_all(&bytes)?;
            out.flush()
        }
    }
}

fn text(briefs: &[Brief], style: people::Style) -> String {
    let mut text: String = briefs.iter().map(|brief| people::findings(brief, style)).collect();
    if briefs.len() > 1 {
        text.push_str(&people::summary(briefs, style));
    }
    text
}

fn judged(briefs: &[Brief], fail_on: FailOn) -> Ended {
    let fails = |severity: Severity| match fail_on {
        FailOn::Error => severity == Severity::Error,
        FailOn::Warning => severity != Severity::Note,
        FailOn::Never => false,
    };
    let failed = briefs.iter().flat_map(|brief| &brief.findings).any(|reported| fails(reported.finding.severity));
    if failed { Ended::WithFailures } else { Ended::Well }
}
