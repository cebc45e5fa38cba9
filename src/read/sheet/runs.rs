//! The runs of a cell's text: what of it is struck out or set apart, so that 45 struck out before 46 is not 4546, nor 12 with
//! the raised number of a footnote 121. The marks are those of pages.

use super::value::Shown;
use crate::read::style::{APART, STRUCK, Said, are_glued};
use quick_xml::events::BytesRef;

/// A text that is put together from runs.
#[derive(Default)]
pub(super) struct Runs {
    text: String,
    /// How the last run is dressed.
    last: Option<Said>,
    dressed: bool,
}

impl Runs {
    /// Adds a run, or a piece of one.
    pub(super) fn push(&mut self, text: &str, dress: Option<Said>) {
        if text.is_empty() {
            return;
        }
        if dress != self.last {
            self.turn(text, dress);
        }
        self.text.push_str(text);
    }

    /// The mark where another dress begins.
    fn turn(&mut self, text: &str, dress: Option<Said>) {
        self.end();
        // A raised number without any text before it is no value of its own.
        let alone = self.text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let glued = are_glued(self.text.chars().next_back(), text.chars().next());
        match dress {
            Some(Said::Struck) => self.text.push_str(STRUCK),
            Some(_) if alone || glued => self.text.push_str(APART),
            None if glued => self.text.push_str(APART),
            _ => {}
        }
        self.dressed |= dress.is_some();
        self.last = dress;
    }

    fn end(&mut self) {
        if self.last.take() == Some(Said::Struck) {
            self.text.push_str(STRUCK);
        }
    }

    /// The text, if any of it is dressed.
    pub(super) fn marked(mut self) -> Option<String> {
        self.end();
        self.dressed.then_some(self.text)
    }
}

/// What a cell shows whose whole text is struck out.
pub(super) fn struck(shown: Shown) -> Shown {
    match shown {
        Shown::Text(text) if !text.is_empty() => Shown::Text(format!("{STRUCK}{text}{STRUCK}")),
        other => other,
    }
}

/// The character that a reference such as `&amp;` or `&#20;` stands for; unknown ones show nothing.
pub(super) fn entity(reference: &BytesRef) -> String {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        return character.to_string();
    }
    let text = match reference.xml10_content().as_ref() {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        _ => "",
    };
    text.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_struck_out_or_raised_is_kept_apart() {
        let marked = |runs: &[(&str, Option<Said>)]| {
            let mut all = Runs::default();
            runs.iter().for_each(|(text, dress)| all.push(text, *dress));
            all.marked()
        };
        let (struck, apart) = (Some(Said::Struck), Some(Said::Apart));
        assert_eq!(marked(&[("45", struck), ("46", None)]).as_deref(), Some("~~45~~46"));
        assert_eq!(marked(&[("4", struck), ("5", struck)]).as_deref(), Some("~~45~~"));
        assert_eq!(marked(&[("12", None), ("1", apart)]).as_deref(), Some("12^1"));
        assert_eq!(marked(&[("1", apart), ("12", None)]).as_deref(), Some("^1^12"));
        assert_eq!(marked(&[("100m", None), ("2", apart)]).as_deref(), Some("100m2"));
        assert_eq!(marked(&[("4", None), ("5", None)]), None);
    }
}
