//! Entries -> how a batch went: read, with findings, skipped, failed, by reason.

use super::entry::{Entry, Outcome};
use crate::finding::Lang;
use crate::record::Status;
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt::Write;

/// As many failed inputs as are listed by name.
const LISTED: usize = 1000;

/// How a batch went.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// Every input was met. Otherwise the batch was interrupted.
    pub complete: bool,
    /// Inputs that gave a record.
    pub read: u64,
    /// Records that somebody should look at: a warning, an error, or something missing.
    pub with_findings: u64,
    /// Records in which a statutory table is missing or unread.
    pub incomplete: u64,
    /// Inputs that are no reports.
    pub skipped: u64,
    /// Inputs that may be reports and gave no record.
    pub failed: u64,
    /// Why inputs were skipped or failed.
    pub reasons: Vec<Reason>,
    /// The failed inputs, the first thousand of them.
    pub failures: Vec<Failure>,
    /// Inputs that an earlier run had done.
    #[serde(skip)]
    pub kept: u64,
    /// A path that the user typed gave no record.
    #[serde(skip)]
    pub named_without_record: bool,
    #[serde(skip)]
    counts: BTreeMap<(Outcome, String), (String, u64)>,
}

/// A reason, and how many inputs it concerns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Reason {
    /// Skipped or failed.
    pub outcome: Outcome,
    /// The stable word.
    pub reason: String,
    /// The words of the first such input.
    pub sentence: String,
    /// As many inputs.
    pub count: u64,
}

/// An input that failed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Failure {
    /// Its whole name.
    pub name: String,
    /// The stable word.
    pub reason: String,
    /// The reason in words.
    pub sentence: String,
}

impl Summary {
    /// Counts an entry.
    pub fn count(&mut self, entry: &Entry) {
        match entry.outcome {
            Outcome::Read => self.read += 1,
            Outcome::Skipped => self.skipped += 1,
            Outcome::Failed => self.failed += 1,
        }
        self.with_findings += u64::from(entry.status.is_some_and(|status| status != Status::Clean));
        self.incomplete += u64::from(entry.status == Some(Status::Incomplete));
        let (Some(reason), Some(sentence)) = (&entry.reason, &entry.sentence) else { return };
        self.named_without_record |= entry.named;
        let counted = self.counts.entry((entry.outcome, reason.clone())).or_insert_with(|| (sentence.clone(), 0));
        counted.1 += 1;
        if entry.outcome == Outcome::Failed && self.failures.len() < LISTED {
            let (reason, sentence) = (reason.clone(), sentence.clone());
            self.failures.push(Failure { name: entry.name(), reason, sentence });
        }
    }

    /// Closes the counting.
    pub(super) fn close(&mut self, complete: bool) {
        self.complete = complete;
        let reason = |(key, value): (&(Outcome, String), &(String, u64))| Reason {
            outcome: key.0,
            reason: key.1.clone(),
            sentence: value.0.clone(),
            count: value.1,
        };
        self.reasons = self.counts.iter().map(reason).collect();
    }

    /// All inputs.
    pub fn inputs(&self) -> u64 {
        self.read + self.skipped + self.failed
    }

    /// The summary as JSON.
    pub fn json(&self) -> String {
        #[derive(Serialize)]
        struct Wire<'a> {
            schema: &'a str,
            #[serde(flatten)]
            summary: &'a Summary,
        }
        // Counts and sentences are JSON.
        let wire = Wire { schema: "nianbao.summary/1", summary: self };
        serde_json::to_string_pretty(&wire).expect("a summary is JSON") + "\n"
    }

    /// The summary for people: a line of counts, then a line for each reason.
    pub fn text(&self, lang: Lang) -> String {
        let Summary { read, with_findings, incomplete, skipped, failed, kept, .. } = self;
        let mut text = match lang {
            Lang::Zh => format!(
                "读取 {read} 份（其中待核 {with_findings} 份，不完整 {incomplete} 份），跳过 {skipped} 个，失败 {failed} 个"
            ),
            Lang::En => format!(
                "{read} read ({with_findings} to review, {incomplete} incomplete), {skipped} skipped, {failed} failed"
            ),
        };
        if *kept > 0 {
            let _ = match lang {
                Lang::Zh => write!(text, "；{kept} 个此前已完成"),
                Lang::En => write!(text, "; {kept} were done before"),
            };
        }
        text.push('\n');
        for Reason { outcome, reason, sentence, count } in &self.reasons {
            let word = match (outcome, lang) {
                (Outcome::Failed, Lang::Zh) => "失败",
                (Outcome::Failed, Lang::En) => "failed ",
                (_, Lang::Zh) => "跳过",
                (_, Lang::En) => "skipped",
            };
            // The sentences of one reason may differ: a PDF, a picture.
            let first = if *count > 1 { lang.pick("，如", ", such as") } else { "" };
            let _ = writeln!(text, "  {word} {count:>6}  {reason}{first}: {sentence}");
        }
        text
    }
}
