//! What the user typed. Filling these types reads the environment and nothing else.

use clap::{Parser, Subcommand, ValueEnum};
use nianbao::finding::Lang;
use std::path::PathBuf;

/// Reads published Chinese government annual reports (年报) from pages, texts and workbooks into exact JSON records.
#[derive(Debug, Parser)]
#[command(name = "nianbao", version, arg_required_else_help = true)]
pub struct Args {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// The language of findings and messages; by default that of the locale.
    #[arg(long, global = true, value_enum)]
    lang: Option<LangArg>,
}

/// A language, as typed.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum LangArg {
    Zh,
    En,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Print the record of a report as JSON; of several files or a folder, as NDJSON.
    Extract(Extract),
    /// Print the findings of reports for people.
    Check(Check),
    /// Say what a finding code means, and on which rule it rests.
    Explain(Explain),
    /// List every statutory figure: path, template, section, row, column, unit.
    Figures(Figures),
    /// Print the JSON Schema of the record.
    Schema,
}

/// `extract`.
#[derive(Debug, clap::Args)]
pub struct Extract {
    /// Files or folders; `-` is standard input.
    #[arg(required = true)]
    pub paths: Vec<PathBuf>,
    /// Where to write: a .json file for one report, .ndjson for several, or an existing folder (one JSON for each input).
    #[arg(short, long)]
    pub output: Option<PathBuf>,
    /// Give each figure's reading, raw text and place.
    #[arg(long)]
    pub evidence: bool,
    /// The character encoding that a transport stated (the charset of a web answer).
    #[arg(long)]
    pub charset: Option<String>,
}

/// `check`.
#[derive(Debug, clap::Args)]
pub struct Check {
    /// Reports, folders, or records that `extract` wrote (.json, .ndjson); `-` is standard input.
    #[arg(required = true)]
    pub paths: Vec<PathBuf>,
    /// How findings are written; by default as the name of the output says, else as text.
    #[arg(long, value_enum)]
    pub format: Option<FindingsFormat>,
    /// Where to write; standard output without it.
    #[arg(short, long)]
    pub output: Option<PathBuf>,
    /// Only these codes: C301, its name row-total, or the beginning of codes, as C or C3. Divided by commas.
    #[arg(long, value_delimiter = ',', value_name = "CODES")]
    pub select: Vec<String>,
    /// All but these codes.
    #[arg(long, value_delimiter = ',', value_name = "CODES")]
    pub ignore: Vec<String>,
    /// Which findings make the exit status 1; by default errors.
    #[arg(long, value_enum)]
    pub fail_on: Option<FailOn>,
    /// The configuration; by default the nianbao.toml beside the data.
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
}

/// How findings are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FindingsFormat {
    /// For people.
    Text,
    /// An array of problems.
    Json,
    /// A problem a line.
    Ndjson,
    /// A problem a row.
    Csv,
    /// A workbook: problems, counts, figures.
    Xlsx,
    /// For code review systems and editors.
    Sarif,
}

/// Which findings make the exit status 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FailOn {
    /// Errors.
    Error,
    /// Errors and warnings.
    Warning,
    /// None.
    Never,
}

/// `explain`.
#[derive(Debug, clap::Args)]
pub struct Explain {
    /// A code (C301) or its name (row-total); without one, all are listed.
    pub code: Option<String>,
}

/// `figures`.
#[derive(Debug, clap::Args)]
pub struct Figures {
    /// Only those of one edition: 2014, 2019 or 2021.
    #[arg(long)]
    pub template: Option<String>,
}

impl Args {
    /// The language asked for, else that of the locale: English unless the locale is Chinese.
    pub fn lang(&self) -> Lang {
        match self.lang {
            Some(LangArg::Zh) => Lang::Zh,
            Some(LangArg::En) => Lang::En,
            None => locale(),
        }
    }
}

fn locale() -> Lang {
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|value| !value.is_empty());
    match set {
        Some(value) if value.starts_with("zh") => Lang::Zh,
        _ => Lang::En,
    }
}
