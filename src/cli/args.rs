//! What the user typed. Filling these types reads the environment and nothing else.

use clap::{Parser, Subcommand, ValueEnum};
use nianbao::archive::Shard;
use nianbao::finding::Lang;
use nianbao::text::decode;
use std::ffi::OsString;
use std::num::NonZeroUsize;
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
    /// Print the record of a report as JSON; of several files, a folder or an archive, write one of several forms.
    Extract(Box<Extract>),
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
    /// Files, folders or archives (zip, tar, gz, zst, WARC, MHTML); `-` is a report on standard input.
    #[arg(required_unless_present = "files_from")]
    pub paths: Vec<PathBuf>,
    /// Where to write: .json for one report; .ndjson, .csv, .parquet or .xlsx for many; a folder for a JSON file each.
    #[arg(short, long)]
    pub output: Option<PathBuf>,
    /// The form of the output, where its name does not tell.
    #[arg(long, value_enum)]
    pub format: Option<FormatArg>,
    /// Name the columns of tables by their Chinese labels instead of their paths.
    #[arg(long)]
    pub labels: bool,
    /// Begin CSV with a byte-order mark, so that Excel reads it as UTF-8.
    #[arg(long)]
    pub bom: bool,
    /// Give each figure's reading, raw text and place.
    #[arg(long)]
    pub evidence: bool,
    /// The character encoding that a transport stated (the charset of a web answer).
    #[arg(long, value_parser = known_encoding)]
    pub charset: Option<String>,
    /// Batches: which inputs, how fast, what if.
    #[command(flatten)]
    pub batch: Batch,
}

/// The options of a batch.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Batches")]
pub struct Batch {
    /// Read only what fits the pattern: `*.html`, or with slashes `2022/**/*.html`, seen from the path
    /// that was named, archives counted as folders.
    #[arg(long, value_name = "GLOB")]
    pub include: Vec<String>,
    /// Leave out what fits the pattern.
    #[arg(long, value_name = "GLOB")]
    pub exclude: Vec<String>,
    /// Read the paths in this file too, one a line; `-` is standard input.
    #[arg(long, value_name = "FILE")]
    pub files_from: Option<PathBuf>,
    /// As many workers; by default one for each core.
    #[arg(short, long, value_name = "N")]
    pub jobs: Option<NonZeroUsize>,
    /// Give up a file after so many seconds; 0 never does.
    #[arg(long, value_name = "SECONDS", default_value_t = 60)]
    pub timeout: u64,
    /// Do not read larger files than this.
    #[arg(long, value_name = "BYTES", default_value_t = 64 << 20)]
    pub max_bytes: u64,
    /// Go on with a batch that was interrupted.
    #[arg(long)]
    pub resume: bool,
    /// Read share i of n of the inputs, by a hash of their names.
    #[arg(long, value_name = "I/N")]
    pub shard: Option<Shard>,
    /// Write the summary as JSON to this file.
    #[arg(long, value_name = "FILE")]
    pub summary: Option<PathBuf>,
    /// Say nothing of the progress.
    #[arg(short, long)]
    pub quiet: bool,
}

/// A form of output, as typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FormatArg {
    /// A record a line.
    Ndjson,
    /// A folder with a JSON file for each input.
    Json,
    /// A line for each report, a column for each figure.
    Csv,
    /// A line for each figure.
    CsvLong,
    /// As csv, with typed columns.
    Parquet,
    /// As csv-long, with typed columns.
    ParquetLong,
    /// A workbook with sheets for figures, findings and files.
    Xlsx,
}

/// `check`.
#[derive(Debug, clap::Args)]
pub struct Check {
    /// Reports, folders, archives, or records that `extract` wrote (.json, .ndjson); `-` is standard input.
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
    /// The configuration; by default the nianbao.toml beside the data, else in the working directory.
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Do not read larger reports than this.
    #[arg(long, value_name = "BYTES", default_value_t = 64 << 20)]
    pub max_bytes: u64,
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

fn known_encoding(label: &str) -> Result<String, &'static str> {
    if decode::is_known(label) { Ok(label.to_owned()) } else { Err("no encoding bears this name") }
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

/// The language that is asked for, before it is known whether anything was mistyped.
pub fn typed_lang(typed: impl Iterator<Item = OsString>) -> Lang {
    let typed: Vec<OsString> = typed.collect();
    let behind = typed.iter().position(|argument| argument == "--lang").and_then(|at| typed.get(at + 1)?.to_str());
    let joined = || typed.iter().find_map(|argument| argument.to_str()?.strip_prefix("--lang="));
    match behind.or_else(joined) {
        Some("zh") => Lang::Zh,
        Some("en") => Lang::En,
        _ => locale(),
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
