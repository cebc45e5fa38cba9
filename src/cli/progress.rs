//! How a batch is going, on standard error: a bar on a terminal, a plain line now and then where there is none.

use super::complain;
use indicatif::{ProgressBar, ProgressStyle};
use nianbao::batch::{Entry, Outcome, Summary};
use nianbao::finding::Lang;
use std::io::{self, IsTerminal};
use std::path::PathBuf;
use std::time::{Duration, Instant};
use walkdir::WalkDir;

/// How often a plain line is written.
const NOW_AND_THEN: Duration = Duration::from_secs(30);

/// What is shown of a batch.
pub struct Progress {
    bar: Option<ProgressBar>,
    quiet: bool,
    lang: Lang,
    begun: Instant,
    said: Instant,
}

impl Progress {
    /// Begins to show.
    pub fn new(paths: &[PathBuf], quiet: bool, lang: Lang) -> Self {
        let bar = (!quiet && io::stderr().is_terminal()).then(|| bar(paths.to_vec()));
        Progress { bar, quiet, lang, begun: Instant::now(), said: Instant::now() }
    }

    /// An input is done.
    pub fn seen(&mut self, entry: &Entry, summary: &Summary, position: u64) {
        if entry.outcome == Outcome::Failed || entry.outcome == Outcome::Skipped && entry.named {
            let line = format!("{}: {}", entry.name(), entry.sentence.as_deref().unwrap_or_default());
            match &self.bar {
                Some(bar) => bar.suspend(|| complain(&line)),
                None => complain(&line),
            }
        }
        if let Some(bar) = &self.bar {
            bar.set_position(position);
            bar.set_message(self.words(summary));
        } else if !self.quiet && self.said.elapsed() >= NOW_AND_THEN {
            self.said = Instant::now();
            complain(&self.words(summary));
        }
    }

    fn words(&self, summary: &Summary) -> String {
        let fresh = summary.inputs().saturating_sub(summary.kept);
        let rate = fresh as f64 / self.begun.elapsed().as_secs_f64().max(0.001);
        let (files, found, failed) = (summary.inputs(), summary.with_findings, summary.failed);
        match self.lang {
            Lang::Zh => format!("{files} 个文件，每秒 {rate:.0} 个，待核 {found}，失败 {failed}"),
            Lang::En => format!("{files} files, {rate:.0}/s, {found} to review, {failed} failed"),
        }
    }

    /// Takes the bar away.
    pub fn close(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}

/// A bar over the bytes of the inputs, which are counted while the first of them are read.
fn bar(paths: Vec<PathBuf>) -> ProgressBar {
    let bar = ProgressBar::new(0);
    if let Ok(style) = ProgressStyle::with_template("{bar:30} {percent:>3}% {eta:>4} {msg}") {
        bar.set_style(style);
    }
    let counted = bar.clone();
    std::thread::spawn(move || {
        let files = paths.iter().flat_map(|path| WalkDir::new(path).follow_links(true)).flatten();
        let sizes = files.filter_map(|entry| entry.metadata().ok()).filter(|metadata| metadata.is_file());
        counted.set_length(sizes.map(|metadata| metadata.len()).sum());
    });
    bar
}
