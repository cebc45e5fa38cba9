//! What is a stretch of text about? The last noun that governs the numbers behind it.

use super::marks;
use crate::template::counted::{JOINING, TOPICS, Topic};
use crate::text::vocabulary::Vocabulary;
use std::sync::LazyLock;

/// The topic that was named last. Two topics that are joined (行政复议、行政诉讼) leave none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Named {
    /// The topic, if there is one.
    pub topic: Option<Topic>,
    /// Some topic was named.
    pub any: bool,
    /// The sentence in which it was named.
    pub sentence: usize,
}

/// The topic at the end of a text, when `before` held before it.
pub(super) fn after(before: Named, text: &str, sentence: usize) -> Named {
    let mut named = before;
    let mut last: Option<(Topic, usize)> = None;
    for (word, start, end) in WORDS.in_turn(text) {
        let topic = TOPICS[word].1;
        let joined = last.is_some_and(|(other, end)| other != topic && joins(&text[end..start]));
        named = Named { topic: (!joined).then_some(topic), any: true, sentence };
        last = Some((topic, end));
    }
    named
}

/// The words of all topics. Where several begin at one place, the first of the list is met.
static WORDS: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary::new(TOPICS.iter().map(|(word, _)| *word)));

/// Whether nothing but a joining word stands there.
fn joins(between: &str) -> bool {
    const BESIDE: [&str; 5] = ["案件", "申请", "被", "提起", "的"];
    let mut rest = between.to_owned();
    for word in BESIDE {
        rest = rest.replace(word, "");
    }
    !rest.is_empty() && JOINING.contains(&rest.as_str())
}

/// What the titles around a paragraph say of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Titles {
    /// What the paragraph is about.
    pub topic: Option<Topic>,
    /// They name open information.
    pub informed: bool,
}

impl Titles {
    /// Of these titles, outermost first.
    pub fn new(titles: &[&str]) -> Self {
        let informed = titles.iter().any(|title| marks::marks(title).information);
        Titles { topic: of_titles(titles), informed }
    }
}

/// The topic of the titles around a paragraph: the innermost that names one.
fn of_titles(titles: &[&str]) -> Option<Topic> {
    titles.iter().rev().map(|title| after(Named::default(), title, 0)).find(|named| named.any)?.topic
}
