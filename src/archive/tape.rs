//! A tar archive -> its members.

use super::name::{Name, is_hidden, is_outside, tidy};
use super::{Flow, Refusal, Walk};
use crate::text::decode;
use std::io::Read;
use std::ops::ControlFlow::Continue;

impl Walk<'_> {
    /// Hands over the files of a tar archive. Links are left out: what they point to stands in the archive itself.
    pub(super) fn tape(&mut self, name: &Name, depth: u32, from: &mut dyn Read) -> Flow {
        let mut archive = tar::Archive::new(from);
        let entries = match archive.entries() {
            Ok(entries) => entries,
            Err(error) => return self.broken(name, error),
        };
        for entry in entries {
            let mut entry = match entry {
                Ok(entry) => entry,
                Err(error) => return self.cut(name, error),
            };
            let own = tidy(&decode::name(&entry.path_bytes()));
            if !entry.header().entry_type().is_file() || is_hidden(&own) {
                continue;
            }
            let inner = name.inside(&own);
            if is_outside(&own) {
                self.refuse(&inner, Refusal::Outside)?;
            } else {
                self.stream(&inner, depth + 1, &mut entry)?;
            }
        }
        Continue(())
    }

    /// An archive that ends before its end.
    pub(super) fn cut(&mut self, name: &Name, error: std::io::Error) -> Flow {
        match Refusal::from(error) {
            Refusal::Bomb => self.broken(name, std::io::Error::other(super::meter::Overflown)),
            refusal => self.refuse(name, refusal),
        }
    }
}
