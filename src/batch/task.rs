//! A member -> what became of it, and the piece of output that it gives. The one step that workers share.

use super::entry::Entry;
use super::form::{Form, Style};
use crate::archive::Member;
use crate::extract::{Options, extract};
use sha2::{Digest, Sha256};

/// What a worker hands back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// What became of the input.
    pub entry: Entry,
    /// Its piece of the output; empty where there is no record.
    pub piece: Vec<u8>,
}

/// What is done with each member.
#[derive(Clone, Debug)]
pub struct Task {
    /// What is known of all members.
    pub options: Options,
    /// What is written.
    pub form: Form,
    /// How it is written.
    pub style: Style,
}

impl Task {
    /// Reads a member.
    pub fn run(&self, member: &Member) -> Done {
        let bytes = match &member.content {
            Ok(bytes) => bytes,
            Err(refusal) => {
                return Done { entry: Entry::refused(member, refusal, self.style.lang), piece: Vec::new() };
            }
        };
        let options = Options {
            path: Some(member.path.clone()),
            member: member.member.clone(),
            charset: member.charset.clone().or_else(|| self.options.charset.clone()),
            url: member.url.clone(),
            lang: self.style.lang,
            evidence: self.options.evidence || self.form.wants_evidence(),
        };
        match extract(bytes, &options) {
            Ok(record) => Done { entry: Entry::read(member, &record), piece: self.form.piece(&record, self.style) },
            Err(error) => {
                let entry = Entry::without_record(member, &error, sha256(bytes), self.style.lang);
                Done { entry, piece: Vec::new() }
            }
        }
    }
}

/// The digest of bytes as `sha256sum` prints it.
pub(super) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
