//! What a clause may speak of, told in one pass over it: most clauses say no time and name no open information, and are
//! not looked through for them.

use crate::template::counted::{AGGREGATE, OF_INFORMATION, TOPICS};
use crate::text::vocabulary::Vocabulary;
use std::sync::LazyLock;

/// What words of a clause hint at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Marks {
    /// A time may be said.
    pub time: bool,
    /// It names open information.
    pub information: bool,
    /// Parts of a count are told.
    pub parts: bool,
    /// It names more bodies than the agency itself.
    pub aggregate: bool,
    /// It names a topic.
    pub topic: bool,
}

/// Each way to say a time holds one of these.
const TIMES: &[&str] = &[
    "年",
    "月",
    "季",
    "期",
    "截",
    "以来",
    "至今",
    "迄今",
    "下一步",
    "今后",
    "力争",
    "争取",
    "预计",
    "计划",
    "拟",
    "目标",
    "不少于",
    "不低于",
    "至少",
    "将",
    "累计",
];

const PARTS: &[&str] = &["其中", "包括"];

static WORDS: LazyLock<Vocabulary> = LazyLock::new(|| {
    let topics = TOPICS.iter().map(|(word, _)| word);
    Vocabulary::new(TIMES.iter().chain(OF_INFORMATION).chain(PARTS).chain(AGGREGATE).chain(topics).copied())
});

/// The marks of a text.
pub(super) fn marks(text: &str) -> Marks {
    let information = TIMES.len();
    let parts = information + OF_INFORMATION.len();
    let aggregate = parts + PARTS.len();
    let topics = aggregate + AGGREGATE.len();
    let mut marks = Marks::default();
    WORDS.each(text).for_each(|(word, _)| match word {
        word if word < information => marks.time = true,
        word if word < parts => marks.information = true,
        word if word < aggregate => marks.parts = true,
        word if word < topics => marks.aggregate = true,
        _ => marks.topic = true,
    });
    marks
}
