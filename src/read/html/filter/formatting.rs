//! Which links and fonts are open where the filter stands: one that was never closed opens again in the next text.

use super::kind::{Kind, Name};

/// Whether an element opens again (13.2.4.3).
fn is_formatting(name: &[u8]) -> bool {
    matches!(name, b"a" | b"b" | b"big" | b"code" | b"em" | b"font" | b"i" | b"nobr" | b"s" | b"small")
        || matches!(name, b"strike" | b"strong" | b"tt" | b"u")
}

/// Whether an element hides what was opened before it from end tags in it.
fn hides(name: &[u8]) -> bool {
    matches!(name, b"select" | b"button" | b"object" | b"applet" | b"marquee")
}

/// Where tags are nested deeper in a link or font, what is open is not followed.
const DEEPEST: usize = 64;

/// The tags since the first formatting element that has not ended, which is as much as must be known to tell whether there
/// is none.
#[derive(Default)]
pub(super) struct Formatting {
    open: Vec<Name>,
    doubtful: bool,
}

impl Formatting {
    /// Whether no element opens again, for certain.
    pub fn is_none(&self) -> bool {
        self.open.is_empty() && !self.doubtful
    }

    pub fn start(&mut self, name: Name, kind: Kind) {
        if self.open.is_empty() && !is_formatting(name.as_bytes()) {
            return;
        }
        let hides = matches!(kind, Kind::Table | Kind::Cell | Kind::Unsure) || hides(name.as_bytes());
        self.doubtful |= hides || self.open.len() == DEEPEST;
        if !self.doubtful && !matches!(kind, Kind::Passing | Kind::Empty) {
            self.open.push(name);
        }
    }

    /// Only the end of what was opened last ends it for certain.
    pub fn end(&mut self, name: Name) {
        self.doubtful |= self.open.last().is_some_and(|last| *last != name);
        self.open.pop();
    }
}
