//! Findings: what there is to say about a report beside its figures.
//!
//! A finding is facts first: a [`Code`], the figures it names, the place, and named facts. The sentence is made from the
//! code's words in one place, [`Finding::message`], in Chinese or English. A finding is about the report; an
//! [`Error`](crate::Error) means that there is no record.

pub mod codes;
pub mod hints;
pub mod parts;

use crate::document::Place;
use serde::{Deserialize, Serialize};

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The report contradicts itself or the form, or a table could not be read.
    Error,
    /// Somebody should look.
    Warning,
    /// Worth knowing.
    Note,
}

/// Whose fault a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Origin {
    /// The report contradicts itself or the form.
    Source,
    /// It is not certain that the report was read right.
    Extraction,
}

/// The language of a sentence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// Chinese.
    #[default]
    Zh,
    /// English.
    En,
}

impl Lang {
    /// That of two which is in this language.
    pub fn pick<T>(self, zh: T, en: T) -> T {
        match self {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }
}

/// A kind of finding: one row of [`codes::ALL`].
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// The stable code, as `C301`.
    pub code: &'static str,
    /// The stable name, as `row-total`.
    pub slug: &'static str,
    /// How much it matters unless the finding says otherwise.
    pub severity: Severity,
    /// Whose fault it is unless the finding says otherwise.
    pub origin: Origin,
    /// The sentence, with `{facts}`.
    pub sentence: Words,
    /// What it means, the rule it rests on and what to do.
    pub explanation: Words,
    /// What stands in a report that raises it.
    pub example: Option<Words>,
}

/// The same words in both languages.
#[derive(Debug, PartialEq, Eq)]
pub struct Words {
    /// Chinese.
    pub zh: &'static str,
    /// English.
    pub en: &'static str,
}

impl Words {
    /// The words in one language.
    pub fn of(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => self.zh,
            Lang::En => self.en,
        }
    }
}

/// Something to say about a report.
#[derive(Clone, Debug)]
pub struct Finding {
    /// Which kind.
    pub code: &'static Code,
    /// How much it matters.
    pub severity: Severity,
    /// Whose fault it is.
    pub origin: Origin,
    /// The paths of the figures it names.
    pub figures: Vec<String>,
    /// Where it stands.
    pub place: Option<Place>,
    /// The facts of the sentence, by name.
    pub facts: Vec<(&'static str, String)>,
    /// The facts of the sentence that are words of ours, in both languages.
    pub terms: Vec<(&'static str, &'static Words)>,
    /// What would settle it, with `{facts}`: help for the reader, never done here.
    pub hint: Option<&'static Words>,
}

impl Finding {
    /// A finding of this kind, with the severity and origin that the code has.
    pub fn new(code: &'static Code) -> Self {
        Finding {
            code,
            severity: code.severity,
            origin: code.origin,
            figures: Vec::new(),
            place: None,
            facts: Vec::new(),
            terms: Vec::new(),
            hint: None,
        }
    }

    /// With a fact of its sentence.
    pub fn fact(mut self, name: &'static str, value: impl ToString) -> Self {
        self.facts.push((name, value.to_string()));
        self
    }

    /// With a fact of its sentence that each language has its own words for.
    pub fn term(mut self, name: &'static str, words: &'static Words) -> Self {
        self.terms.push((name, words));
        self
    }

    /// With the figures that it names.
    pub fn naming(mut self, figures: impl IntoIterator<Item = String>) -> Self {
        self.figures.extend(figures);
        self
    }

    /// With the place where it stands.
    pub fn at(mut self, place: Place) -> Self {
        self.place = Some(place);
        self
    }

    /// With the place where it stands, if that is known.
    pub fn standing(mut self, place: Option<&Place>) -> Self {
        self.place = place.cloned();
        self
    }

    /// With another severity than its code has.
    pub fn weighing(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    /// With another origin than its code has.
    pub fn blaming(mut self, origin: Origin) -> Self {
        self.origin = origin;
        self
    }

    /// With what would settle it. The hint shares the facts of the sentence.
    pub fn hinting(mut self, hint: &'static Words) -> Self {
        self.hint = Some(hint);
        self
    }

    /// The sentence.
    pub fn message(&self, lang: Lang) -> String {
        self.filled(self.code.sentence.of(lang), lang)
    }

    /// What would settle it, if that is known.
    pub fn help(&self, lang: Lang) -> Option<String> {
        self.hint.map(|hint| self.filled(hint.of(lang), lang))
    }

    /// The relation of the form that it rests on, in the form's own words.
    pub fn relation(&self) -> Option<&str> {
        self.facts.iter().find(|(name, _)| *name == "words").map(|(_, words)| words.as_str())
    }

    fn filled(&self, words: &str, lang: Lang) -> String {
        let facts = self.facts.iter().map(|(name, value)| (name, value.as_str()));
        let terms = self.terms.iter().map(|(name, words)| (name, words.of(lang)));
        facts.chain(terms).fold(words.to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_term_speaks_the_language_of_its_sentence() {
        let finding = Finding::new(&codes::PART_LEFT_OUT).term("what", &parts::NESTED);
        assert_eq!(finding.message(Lang::Zh), "内容超出处理上限，部分未读取：嵌套过深的网页元素");
        assert_eq!(
            finding.message(Lang::En),
            "more than is read at most; a part was left out: elements nested too deep"
        );
    }
}
