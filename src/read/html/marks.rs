//! Marks that keep apart in a line what a page shows apart. Running text stays as it is: a mark stands only around what is
//! struck out, and where two numbers would be one.

use super::style::{dressed, is_named};
use crate::read::style::{APART, STRUCK, Said, are_glued};
use scraper::node::Element;

/// What is open while a page is walked through.
#[derive(Debug, Default)]
pub(super) struct Marks {
    /// Open elements whose text is struck out.
    struck: usize,
    /// Struck text of the line has begun and not ended.
    open: bool,
    /// Text that is set apart has begun or ended since the last text.
    seam: bool,
    /// It has begun with an element that is there for that.
    named: bool,
}

impl Marks {
    /// Opens an element.
    pub fn open(&mut self, element: &Element) {
        match dressed(element) {
            Some(Said::Struck) => self.struck += 1,
            Some(_) => (self.seam, self.named) = (true, is_named(element)),
            None => {}
        }
    }

    /// Closes an element: the mark that its text ends with.
    pub fn close(&mut self, element: &Element) -> &'static str {
        match dressed(element) {
            Some(Said::Struck) => {
                self.struck = self.struck.saturating_sub(1);
                if self.struck == 0 { self.end() } else { "" }
            }
            Some(_) => {
                (self.seam, self.named) = (true, false);
                ""
            }
            None => "",
        }
    }

    /// Whether the text of all open elements is struck out.
    pub fn is_struck(&self) -> bool {
        self.struck > 0
    }

    /// The mark before a text, behind the last character of its line.
    pub fn before(&mut self, last: Option<char>, text: &str) -> &'static str {
        let text = text.trim();
        if text.is_empty() {
            return "";
        }
        let (seam, named) = (std::mem::take(&mut self.seam), std::mem::take(&mut self.named));
        if self.struck > 0 && !self.open {
            self.open = true;
            return STRUCK;
        }
        // A raised number without any text before it is no value of its own.
        let alone = named && last.is_none() && text.bytes().all(|byte| byte.is_ascii_digit());
        if seam && (alone || are_glued(last, text.chars().next())) { APART } else { "" }
    }

    /// The mark at the end of a line.
    pub fn end(&mut self) -> &'static str {
        if std::mem::take(&mut self.open) { STRUCK } else { "" }
    }
}
