//! What became of one input: a line of the journal, and what summaries count.

use crate::archive::{Member, Refusal, whole};
use crate::error::Error;
use crate::finding::Lang;
use crate::record::{Record, Status};
use serde::{Deserialize, Serialize};

/// What became of an input.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Outcome {
    /// It gave a record.
    Read,
    /// It is no report: a picture, a list of links, a style sheet.
    Skipped,
    /// It may be a report, and gave no record.
    Failed,
}

/// One input of a batch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The path of the file, as given.
    pub path: String,
    /// The name in the archive.
    pub member: Option<String>,
    /// The SHA-256 of the bytes; none where there are none, or where they were not read to their end.
    pub sha256: Option<String>,
    /// What became of it.
    pub outcome: Outcome,
    /// A stable word for the reason; none for a record.
    pub reason: Option<String>,
    /// The reason in words.
    pub sentence: Option<String>,
    /// Whether somebody should look at the record.
    pub status: Option<Status>,
    /// The user typed its path.
    pub named: bool,
}

impl Entry {
    fn of(member: &Member, outcome: Outcome) -> Self {
        Entry {
            path: member.path.clone(),
            member: member.member.clone(),
            sha256: None,
            outcome,
            reason: None,
            sentence: None,
            status: None,
            named: member.named,
        }
    }

    /// A member that gave a record.
    pub(super) fn read(member: &Member, record: &Record) -> Self {
        let sha256 = Some(record.source.sha256.clone());
        Entry { sha256, status: Some(record.status), ..Entry::of(member, Outcome::Read) }
    }

    /// A member that could not be handed over.
    pub(super) fn refused(member: &Member, refusal: &Refusal, lang: Lang) -> Self {
        Entry::of(member, unread(refusal.is_loss())).because(refusal.reason(), refusal.sentence(lang))
    }

    /// A member that gave no record.
    pub(super) fn without_record(member: &Member, error: &Error, sha256: String, lang: Lang) -> Self {
        let entry = Entry { sha256: Some(sha256), ..Entry::of(member, unread(error.is_loss())) };
        entry.because(error.reason(), error.sentence(lang == Lang::Zh))
    }

    /// A member whose reading broke down: it panicked, or it did not end.
    pub(super) fn broken(member: &Member, reason: &str, sentence: String) -> Self {
        Entry::of(member, Outcome::Failed).because(reason, sentence)
    }

    fn because(self, reason: &str, sentence: String) -> Self {
        Entry { reason: Some(reason.to_owned()), sentence: Some(sentence), ..self }
    }

    /// Its whole name, `a.zip!2022/b.html`.
    pub fn name(&self) -> String {
        whole(&self.path, self.member.as_deref())
    }
}

/// What became of an input that gave no record.
fn unread(is_loss: bool) -> Outcome {
    if is_loss { Outcome::Failed } else { Outcome::Skipped }
}
