//! Values on one line of aligned text -> columns, by where they stand.
//!
//! A blank cell left only its room. On one page the values of a column stand below each other, so the values of all its
//! rows fall into as many groups as there are columns. Where some column is blank on the whole page, the full rows above
//! and below must say the same.

use super::flow::{Flow, Kind};

/// A row whose values stand on one line: the line, and the middle of each value (doubled, so that it is whole).
#[derive(Clone, Debug)]
struct Aligned {
    line: usize,
    middles: Vec<usize>,
}

/// How a tool counted the room that a character takes.
#[derive(Clone, Copy)]
enum Measure {
    /// Two columns for a wide character.
    Width,
    /// One for each.
    Characters,
}

/// Values that are no farther apart than this, in half columns, stand below each other.
const NEAR: usize = 4;
/// As many full rows on each side as are asked.
const ASKED: usize = 2;

/// The column of each value, or `None` where the text does not settle it. `rows` are the values of all rows of the table.
pub(crate) fn place(flow: &Flow, rows: &[&[usize]], values: &[usize], columns: usize) -> Option<Vec<Option<usize>>> {
    let measure = measure(flow, rows);
    let row = aligned(flow, values, measure)?;
    let others = rows.iter().filter(|values| values.len() <= columns);
    let mut all: Vec<Aligned> = others.filter_map(|values| aligned(flow, values, measure)).collect();
    all.sort_by_key(|row| row.line);
    let first = all.iter().filter_map(|row| row.middles.first()).min();
    if !is_aligned(flow, rows, measure) || is_pushed(flow, *values.first()?, *first?, measure) {
        return None;
    }
    let found = columns_of(&all, &row, columns)?;
    // Behind quotes that the tool may have counted as one the values stand elsewhere: both must say the same.
    let quotes = match measure {
        Measure::Width => narrow_or_wide(flow, *values.first()?),
        Measure::Characters => 0,
    };
    if quotes > 0 && columns_of(&moved(&all, row.line, quotes), &row.moved(quotes), columns).as_ref() != Some(&found) {
        return None;
    }
    let mut placed = vec![None; columns];
    for (&column, &slot) in found.iter().zip(values) {
        placed[column] = Some(slot);
    }
    Some(placed)
}

/// The columns of the values of a row among all rows.
fn columns_of(all: &[Aligned], row: &Aligned, columns: usize) -> Option<Vec<usize>> {
    by_groups(all, row, columns).or_else(|| by_full_rows(all, row, columns))
}

/// As many characters on the line before a value as are wide to one tool and narrow to another.
fn narrow_or_wide(flow: &Flow, value: usize) -> usize {
    let line = flow.rows[flow.slots[value].row].slots.start..value;
    let text = line.flat_map(|slot| flow.slots[slot].text.chars());
    text.filter(|c| matches!(c, '“' | '”' | '‘' | '’' | '…' | '—' | '·' | '×')).count()
}

/// All rows, that of a line moved to the left by so many columns.
fn moved(all: &[Aligned], line: usize, by: usize) -> Vec<Aligned> {
    all.iter().map(|row| if row.line == line { row.moved(by) } else { row.clone() }).collect()
}

impl Aligned {
    fn moved(&self, by: usize) -> Aligned {
        Aligned { line: self.line, middles: self.middles.iter().map(|middle| middle.saturating_sub(2 * by)).collect() }
    }
}

/// Whether the words of a row reach into the first column, so that its values were set behind them and not where they
/// belong.
fn is_pushed(flow: &Flow, value: usize, first: usize, measure: Measure) -> bool {
    let Some(words) = value.checked_sub(1).map(|slot| &flow.slots[slot]) else { return false };
    let (end, begin) = match measure {
        Measure::Width => (words.to, flow.slots[value].from),
        Measure::Characters => (words.character + words.text.chars().count(), flow.slots[value].character),
    };
    words.row == flow.slots[value].row && words.kind == Kind::Words && end + 1 >= begin && 2 * end > first
}

fn aligned(flow: &Flow, values: &[usize], measure: Measure) -> Option<Aligned> {
    let line = flow.slots[*values.first()?].row;
    let middle = |&slot: &usize| {
        let slot = &flow.slots[slot];
        match measure {
            Measure::Width => slot.from + slot.to,
            Measure::Characters => 2 * slot.character + slot.text.chars().count(),
        }
    };
    let one_line = values.iter().all(|&slot| flow.slots[slot].row == line);
    one_line.then(|| Aligned { line, middles: values.iter().map(middle).collect() })
}

/// Whether blanks were set to align values: in most rows some of them stand more than a blank apart, and the last values
/// of most neighbouring rows stand below each other, whatever the length of their labels.
fn is_aligned(flow: &Flow, rows: &[&[usize]], measure: Measure) -> bool {
    let apart = |pair: &[usize]| {
        let (a, b) = (&flow.slots[pair[0]], &flow.slots[pair[1]]);
        a.row == b.row && b.from > a.to + 1
    };
    let several = || rows.iter().filter(|values| values.len() > 1);
    let set_apart = several().filter(|values| values.windows(2).any(apart)).count() * 2 > several().count();
    let ends: Vec<usize> =
        rows.iter().filter_map(|values| Some(*aligned(flow, values, measure)?.middles.last()?)).collect();
    let below = ends.windows(2).filter(|pair| pair[0].abs_diff(pair[1]) <= NEAR).count();
    set_apart && below * 4 >= ends.len().saturating_sub(1) * 3
}

/// The measure in which the last values of neighbouring rows stand below each other, whatever the length of their labels.
fn measure(flow: &Flow, rows: &[&[usize]]) -> Measure {
    let unrest = |measure| -> usize {
        let last = |values: &&[usize]| Some(*aligned(flow, values, measure)?.middles.last()?);
        let ends: Vec<usize> = rows.iter().filter_map(last).collect();
        ends.windows(2).map(|pair| pair[0].abs_diff(pair[1]).min(NEAR * 2)).sum()
    };
    if unrest(Measure::Characters) < unrest(Measure::Width) { Measure::Characters } else { Measure::Width }
}

/// The columns by the groups of the page: the neighbouring rows whose last value stands where this row's does.
fn by_groups(all: &[Aligned], row: &Aligned, columns: usize) -> Option<Vec<usize>> {
    let last = *row.middles.last()?;
    let at = all.iter().position(|other| other.line == row.line)?;
    let same_page = |other: &&Aligned| other.middles.last().is_some_and(|end| end.abs_diff(last) <= NEAR);
    let above = all[..at].iter().rev().take_while(same_page);
    let page = all[at..].iter().take_while(same_page).chain(above);
    let mut middles: Vec<usize> = page.flat_map(|row| row.middles.iter().copied()).collect();
    middles.sort_unstable();
    let groups: Vec<&[usize]> = middles.chunk_by(|a, b| b - a <= NEAR).collect();
    let narrow = groups.iter().all(|group| group[group.len() - 1] - group[0] <= NEAR * 2);
    if groups.len() != columns || !narrow {
        return None;
    }
    let of_value = |middle: &usize| groups.iter().position(|group| group.contains(middle));
    let found: Vec<usize> = row.middles.iter().map(of_value).collect::<Option<_>>()?;
    found.is_sorted_by(|a, b| a < b).then_some(found)
}

/// The columns on which the full rows nearest above and below agree.
fn by_full_rows(all: &[Aligned], row: &Aligned, columns: usize) -> Option<Vec<usize>> {
    // A row that is shifted against this one, by a page or by a label more, has its last column elsewhere.
    let last = *row.middles.last()?;
    let beside = |other: &&Aligned| other.middles.last().is_some_and(|end| end.abs_diff(last) <= NEAR);
    let full = || all.iter().filter(|other| other.middles.len() == columns).filter(beside);
    let above = full().rev().filter(|other| other.line < row.line).take(ASKED);
    let below = full().filter(|other| other.line > row.line).take(ASKED);
    let witnesses: Vec<&Aligned> = above.chain(below).collect();
    let mut columns_of = witnesses.iter().map(|witness| columns_by(witness, row));
    let agreed = columns_of.next()??;
    let all_agree = columns_of.all(|other| other.as_ref() == Some(&agreed));
    (witnesses.len() >= 2 && all_agree).then_some(agreed)
}

/// The nearest column of each value, if it is much nearer than the next one and no two values share it.
fn columns_by(witness: &Aligned, row: &Aligned) -> Option<Vec<usize>> {
    let mut columns = Vec::new();
    for &middle in &row.middles {
        let mut distances: Vec<(usize, usize)> =
            witness.middles.iter().enumerate().map(|(column, at)| (at.abs_diff(middle), column)).collect();
        distances.sort_unstable();
        let &[(near, column), (next, _), ..] = &distances[..] else { return None };
        if near * 5 > next * 3 || columns.last().is_some_and(|&last| last >= column) {
            return None;
        }
        columns.push(column);
    }
    Some(columns)
}
