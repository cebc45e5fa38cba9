//! Text as a browser shows it: white space runs are one blank, and vanish where a line of source breaks between two wide
//! characters (CSS Text 3, 4.1.2, segment break transformation).

use super::tags::is_blank;
use crate::text::fold;

/// Text of inline elements, gathered piece by piece.
#[derive(Debug, Default)]
pub(super) struct Inline {
    text: String,
    /// White space is pending; `true` if it holds a line break.
    pending: Option<bool>,
}

impl Inline {
    /// Adds the text of a node.
    pub fn push(&mut self, text: &str) {
        let mut rest = text;
        loop {
            let blanks = rest.bytes().take_while(|&byte| is_blank(byte)).count();
            let (blanks, shown) = rest.split_at(blanks);
            if !blanks.is_empty() {
                let breaks = blanks.contains(['\n', '\r']);
                self.pending = Some(self.pending.unwrap_or(false) || breaks);
            }
            let Some(first) = shown.chars().next() else { return };
            self.settle(first);
            let end = shown.bytes().position(is_blank).unwrap_or(shown.len());
            self.text.push_str(&shown[..end]);
            rest = &shown[end..];
        }
    }

    fn settle(&mut self, next: char) {
        let Some(broken) = self.pending.take() else { return };
        let last = self.text.chars().next_back();
        let opens = last.is_none_or(|c| c == '\n');
        let between_wide = broken && last.is_some_and(is_wide) && is_wide(next);
        if !opens && !between_wide {
            self.text.push(' ');
        }
    }

    /// A forced line break inside a cell.
    pub fn newline(&mut self) {
        self.pending = None;
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }

    /// Whether nothing was added, not even a blank character.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The last character.
    pub fn last(&self) -> Option<char> {
        self.text.chars().next_back()
    }

    /// How many bytes were added.
    pub fn len(&self) -> usize {
        self.text.len()
    }

    /// The text without blanks at its ends, and begins anew with the same room.
    pub fn take(&mut self) -> String {
        self.pending = None;
        let text = trim(&self.text).to_owned();
        self.text.clear();
        text
    }
}

fn is_wide(c: char) -> bool {
    fold::is_han(c) || matches!(c, '\u{3000}'..='\u{303f}' | '\u{ff01}'..='\u{ff60}' | '“' | '”' | '‘' | '’')
}

/// A text without blanks at both ends, no-break and ideographic ones included.
pub(super) fn trim(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || fold::is_invisible(c))
}
