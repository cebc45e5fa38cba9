//! Kinds of disclosed information, as sentences list them: 公开财政信息12条; 共300条，其中：财政信息12条、规划信息8条.

use super::clause::Clause;
use super::fill;
use super::matcher::{self, Around};
use crate::template::counted::{CATEGORY_VERBS, CHANNELS, DISCLOSING, NARROWING, NO_CATEGORY, NOT_DISCLOSING};

/// A count of disclosed items whose parts may follow.
#[derive(Debug)]
pub(super) struct List {
    /// The unit of its counts.
    unit: String,
    /// Its parts are being told, to the end of the sentence.
    open: bool,
    /// Where the clause begins in which more of its kind may stand.
    clause: Option<usize>,
}

impl List {
    /// Behind a total.
    pub fn of_total(unit: &str) -> Self {
        List { unit: unit.to_owned(), open: false, clause: None }
    }

    /// Takes the words that open a list of parts.
    pub fn open(&mut self, clause: &Clause) {
        self.open |= clause.text.contains("其中") || clause.inside && clause.text.contains('含');
    }

    fn goes_on(&self, clause: &Clause, unit: &str) -> bool {
        (self.open || self.clause == Some(clause.printed.start)) && self.unit == unit
    }
}

/// As many characters as the name of a kind may have.
const NAME: std::ops::RangeInclusive<usize> = 2..=24;

/// The kind that a number counts, and the list that it opens or goes on with.
pub(super) fn kind(list: &mut Option<List>, clause: &Clause, around: Around<'_>) -> Option<String> {
    let lead = fill::without_fill(around.lead);
    let listed = list.as_ref().is_some_and(|list| list.goes_on(clause, around.base));
    let name = if listed { stripped(lead) } else { disclosed(clause, lead)? };
    let closed = around.tail.is_empty() || around.tail.starts_with(['、', '和', '及', '与', '《']);
    if !closed || !NAME.contains(&name.chars().count()) || name == "信息" || matcher::any(name, NO_CATEGORY) {
        return None;
    }
    match list {
        Some(list) if listed => list.clause = Some(clause.printed.start),
        _ => *list = Some(List { clause: Some(clause.printed.start), ..List::of_total(around.base) }),
    }
    // 微博“云溪文旅”发布243条: a channel by its own name is no kind.
    let shown = matcher::any(name, CHANNELS) && DISCLOSING.iter().any(|verb| name.ends_with(verb));
    (!shown).then(|| name.to_owned())
}

/// The name between a verb of disclosure and 信息.
fn disclosed<'t>(clause: &Clause, lead: &'t str) -> Option<&'t str> {
    let end = DISCLOSING.iter().filter_map(|verb| lead.rfind(verb).map(|at| at + verb.len())).max()?;
    let (before, name) = lead.split_at(end);
    let other = [NOT_DISCLOSING, NARROWING].iter().any(|words| matcher::any(before, words));
    let plain = !clause.inside && !other && !matcher::any(lead, CHANNELS);
    (plain && name.ends_with("信息")).then(|| stripped(name))
}

/// The name of a kind without the verbs and joining words before it.
fn stripped(name: &str) -> &str {
    let mut name = name;
    while let Some(rest) = CATEGORY_VERBS.iter().find_map(|verb| name.strip_prefix(verb)) {
        name = rest;
    }
    name
}
