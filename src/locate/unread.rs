//! Words where the only value of a row should stand, in lines: a row that shows them is not blank.

use super::flow::{Flow, Kind};
use super::label::Candidate;
use super::lexicon::TableLexicon;
use super::rows;
use crate::text::{fold, ordinal, quantity};

/// As many slots behind a label as are looked through: blank cells may stand there.
const NEAR: usize = 24;

/// The words that stand between the label of a row and the next one of its table where its values should (暂无, 减3, 见 注): on
/// one line, or each on its own and no more than the row has columns. They are neither a label nor a piece of one. Behind
/// the last label of a table the next section must begin: what goes on there is the text that follows.
pub(super) fn instead(flow: &Flow, table: &TableLexicon, label: &Candidate, end: usize) -> Vec<usize> {
    words_before(flow, table, label, end).unwrap_or_default()
}

fn words_before(flow: &Flow, table: &TableLexicon, label: &Candidate, end: usize) -> Option<Vec<usize>> {
    let last = label.last();
    let near = (last + 1..end.min(last + NEAR)).find(|&slot| flow.section(slot) != flow.section(last));
    let end = near.or(Some(end).filter(|&end| end < flow.slots.len() && end <= last + NEAR))?;
    let says = |&slot: &usize| match flow.slots[slot].kind {
        Kind::Words => !quantity::is_unit(flow.slots[slot].text),
        Kind::Value | Kind::Prose => true,
        Kind::Empty { .. } | Kind::PageMark => false,
    };
    let said: Vec<usize> = (last + 1..end).filter(says).collect();
    let line = flow.slots[*said.first()?].row;
    // A mark before the next label on its line is one of a list, or the bracket of its number.
    let is_sign = |text: &str, line| is_sign(text) && flow.slots.get(end).is_none_or(|next| next.row != line);
    if said.iter().all(|&slot| flow.slots[slot].row == line) {
        let text: String = said.iter().map(|&slot| flow.slots[slot].text).collect();
        let alone = is_sign(&text, line) || stands_for_value(table, &text);
        let first = said.into_iter().find(|&slot| flow.slots[slot].kind != Kind::Value);
        return first.filter(|_| alone).map(|slot| vec![slot]);
    }
    let stands = |&slot: &usize| {
        let word = &flow.slots[slot];
        let alone = word.kind == Kind::Words && flow.rows[word.row].slots.len() == 1;
        // One numeral alone may be a character of a label that stands upright.
        alone && (is_sign(word.text, word.row) || word.amount.is_some() || stands_for_value(table, word.text))
    };
    let columns = table.spec.blocks[table.block(label.entry)].columns.len();
    (said.len() <= columns && said.iter().all(stands)).then_some(said)
}

/// Whether a text is a mark that says nothing (?, *), or □ and its like: what a tool writes for a character that it has not.
pub(super) fn is_sign(text: &str) -> bool {
    text.chars().all(|c| matches!(c, '\u{25a0}'..='\u{25ff}')) || fold::key(text).is_empty()
}

/// Whether words are as short as what stands in a cell of figures, and none of a label.
pub(super) fn stands_for_value(table: &TableLexicon, text: &str) -> bool {
    let length = text.chars().count();
    let digits = text.chars().any(|c| fold::half_width(c).is_ascii_digit());
    let short = (1..=if digits { WITH_DIGITS } else { WITHOUT }).contains(&length);
    let other = text.ends_with(['：', ':']) || ordinal::parse(text).is_some() || quantity::is_unit(text);
    short && (rows::is_lone_numeral(text) || !other && !table.recognises(&fold::key(text)))
}

const WITH_DIGITS: usize = 8;
const WITHOUT: usize = 4;
