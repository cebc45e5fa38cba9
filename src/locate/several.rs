//! A list of one column that is printed with more: row numbers, remarks, several columns of values.
//!
//! The words over the columns tell them apart. The values taken are those of the column that these words show to be the
//! agency's own for the year of the report; where they do not show it, none is taken.

use super::Identity;
use super::axis::Placed;
use super::flow::{Flow, Kind, Layout};
use super::table::{BlockFound, RowPlaced, TableFound};
use super::times::{Told, counts, told, year};
use crate::finding::{Finding, codes};
use crate::template::VALUE_HEADS;
use crate::text::quantity;
use std::collections::BTreeMap;
use std::rc::Rc;

/// What stands below a word of the head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Label,
    Unit,
    /// Numbers of rows.
    Numbers,
    Remark,
    Values,
}

fn column(key: &str) -> Column {
    let is = |words: &[&str]| words.contains(&key);
    match () {
        _ if is(VALUE_HEADS.labels) => Column::Label,
        _ if is(VALUE_HEADS.units) => Column::Unit,
        _ if is(VALUE_HEADS.numbers) => Column::Numbers,
        _ if is(VALUE_HEADS.remarks) => Column::Remark,
        _ => Column::Values,
    }
}

/// Places the rows of a table of one column anew where it is printed with more.
pub(crate) fn settle(flow: &Flow, table: &mut TableFound, identity: &Identity) {
    let Some(block) = table.rows.first().map(|row| row.block.clone()).filter(|b| b.spec.columns.len() == 1) else {
        return;
    };
    let drawn = table.rows[0].found.cells.first().is_some_and(|&slot| flow.layout(slot) != Layout::Line);
    if drawn {
        in_grid(flow, table, &block, identity);
    } else {
        in_lines(flow, table, &block, identity);
    }
}

/// The columns of a grid that hold values, with the words above them.
fn in_grid(flow: &Flow, table: &mut TableFound, block: &BlockFound, identity: &Identity) {
    let heads = heads_of_grid(flow, table);
    let values: Vec<(usize, String)> =
        heads.iter().filter(|(_, key)| column(key) == Column::Values).map(|(&at, key)| (at, key.clone())).collect();
    if is_side_by_side(flow, table) {
        return;
    }
    if values.is_empty() {
        return;
    }
    let chosen = choose(flow, table, block, &values, identity);
    let several = values.len() > 1;
    let is_headed = |slot: usize| heads.keys().any(|&at| flow.slots[slot].from <= at && at < flow.slots[slot].to);
    for row in table.rows.iter_mut().chain(&mut table.again) {
        if !several && row.found.filled(flow).len() == 1 {
            continue;
        }
        let in_column = |&slot: &usize| match chosen {
            Some(chosen) => flow.slots[slot].from <= chosen && chosen < flow.slots[slot].to,
            None => false,
        };
        let cells: Vec<usize> = row.found.cells.iter().copied().filter(in_column).collect();
        // A value under no word of the head belongs to nothing that is known.
        let surplus = row.found.values(flow).into_iter().any(|slot| !is_headed(slot));
        row.placed = match cells[..] {
            _ if surplus => Placed::Unknown,
            [cell] if matches!(flow.slots[cell].kind, Kind::Empty { .. }) => Placed::Blank,
            [cell] => Placed::sure([cell]),
            _ if !row.found.shows_something(flow) => Placed::Blank,
            _ => Placed::Unknown,
        };
        if several && chosen.is_some() {
            Rc::make_mut(&mut row.block).told = true;
        }
    }
    only_time(flow, table, &values, identity);
}

/// The same where there is one column.
fn only_time(flow: &Flow, table: &mut TableFound, values: &[(usize, String)], identity: &Identity) {
    if let [(_, key)] = values
        && let Some(own) = is_own_time(key, identity)
    {
        settle_only(flow, table, own);
    }
}

/// What the word over the only column of values says: that it counts, or is of the year of the report; that it is of another
/// time; or nothing.
fn is_own_time(key: &str, identity: &Identity) -> Option<bool> {
    let bare = counts(key);
    let own_year = year(key).or(year(bare)).zip(identity.year).map(|(printed, own)| printed == own.to_string());
    own_year.or(match told(key) {
        Told::Current | Told::Whole => Some(true),
        Told::Past | Told::Period => Some(false),
        _ => counts(bare).is_empty().then_some(true),
    })
}

/// Takes the values below the only word for those of the year, or for none of it.
fn settle_only(flow: &Flow, table: &mut TableFound, own: bool) {
    for row in table.rows.iter_mut().chain(&mut table.again) {
        if own {
            Rc::make_mut(&mut row.block).told = true;
        } else if row.found.shows_something(flow) {
            row.placed = Placed::Unknown;
        }
    }
}

/// The lowest words of the head above each column that most rows have a cell in, by the first place of the column.
fn heads_of_grid(flow: &Flow, table: &TableFound) -> BTreeMap<usize, String> {
    let mut heads = BTreeMap::new();
    let Some(label) = table.rows.iter().filter_map(|row| row.found.label.as_ref()).min_by_key(|l| l.first()) else {
        return heads;
    };
    let mut times: BTreeMap<usize, usize> = BTreeMap::new();
    for row in &table.rows {
        row.found.cells.iter().for_each(|&slot| *times.entry(flow.slots[slot].from).or_default() += 1);
    }
    let above: Vec<usize> = head_rows(flow, label.first()).collect();
    let most = |&(at, n): &(usize, usize)| n * 2 > table.rows.len() && !is_of_words(flow, table, at);
    for (at, _) in times.into_iter().filter(most) {
        let over = |row: &usize| {
            let mut slots = flow.rows[*row].slots.clone();
            let slot = slots.find(|&slot| flow.slots[slot].from <= at && at < flow.slots[slot].to)?;
            Some(flow.slots[slot].key()).filter(|key| !key.is_empty())
        };
        if let Some(key) = above.iter().find_map(over) {
            heads.insert(at, key.to_owned());
        }
    }
    heads
}

/// Whether a column holds words and no value: a remark on each row, or who filled it in.
fn is_of_words(flow: &Flow, table: &TableFound, at: usize) -> bool {
    let cells = table.rows.iter().flat_map(|row| &row.found.cells).filter(|&&slot| flow.slots[slot].from == at);
    let mut kinds =
        cells.map(|&slot| flow.slots[slot].kind).filter(|kind| !matches!(kind, Kind::Empty { .. })).peekable();
    kinds.peek().is_some() && kinds.all(|kind| kind != Kind::Value)
}

/// Whether two halves of the list stand side by side: a row of the head names the labels twice.
fn is_side_by_side(flow: &Flow, table: &TableFound) -> bool {
    let Some((first, _)) = table.extent else { return false };
    let labels = |row: usize| {
        let slots = flow.rows[row].slots.clone();
        slots.filter(|&slot| column(flow.slots[slot].key()) == Column::Label).count()
    };
    head_rows(flow, first).any(|row| labels(row) > 1)
}

/// The rows of the head above a slot of a grid, the lowest first.
fn head_rows(flow: &Flow, slot: usize) -> impl Iterator<Item = usize> {
    let own = flow.layout(slot);
    let above = (0..flow.slots[slot].row).rev().take_while(move |&row| flow.rows[row].layout == own);
    above.filter(move |&row| own != Layout::Line && is_head(flow, row))
}

/// Whether a row of a grid is one of its head: several cells of words, and no value.
fn is_head(flow: &Flow, row: usize) -> bool {
    let kinds = || flow.rows[row].slots.clone().map(|slot| flow.slots[slot].kind);
    kinds().filter(|kind| *kind == Kind::Words).count() >= 2 && kinds().all(|kind| kind != Kind::Value)
}

/// Lines: how many values each row must have is told by the words of the head.
fn in_lines(flow: &Flow, table: &mut TableFound, block: &BlockFound, identity: &Identity) {
    let words: Vec<String> = head_in_lines(flow, block);
    let Some(label) = words.iter().position(|key| column(key) == Column::Label) else { return };
    let before = words[..label].iter().filter(|key| column(key) == Column::Numbers).count();
    let numeric: Vec<&String> =
        words[label + 1..].iter().filter(|key| matches!(column(key), Column::Numbers | Column::Values)).collect();
    let values: Vec<(usize, String)> = numeric
        .iter()
        .enumerate()
        .filter(|(_, key)| column(key) == Column::Values)
        .map(|(at, key)| (at, (*key).clone()))
        .collect();
    if before == 0 && numeric.len() < 2 {
        return only_time(flow, table, &values, identity);
    }
    if values.is_empty() {
        return;
    }
    let chosen = choose(flow, table, block, &values, identity);
    let rows = || table.rows.iter().filter(|row| row.found.label.is_some());
    let a_row_a_line = rows().filter(|row| shares_its_line(flow, row)).count() * 2 > rows().count();
    for row in table.rows.iter_mut().chain(&mut table.again) {
        let found = if a_row_a_line {
            Some(beside(flow, row)).filter(|values| values.is_empty() || ends_line(flow, values))
        } else {
            up_to_next(flow, row, numeric.len(), before)
        };
        row.placed = match (found, chosen) {
            (Some(found), _) if found.is_empty() => Placed::Blank,
            (Some(found), Some(chosen)) if found.len() == numeric.len() => Placed::sure([found[chosen]]),
            _ => Placed::Unknown,
        };
    }
}

/// The words of the head in their order, those that name a column of such a list. A word may be set with blanks between
/// its characters.
fn head_in_lines(flow: &Flow, block: &BlockFound) -> Vec<String> {
    let known = |key: &String| {
        column(key) != Column::Values || told(key) != Told::Nothing || counts(key) != key || year(key).is_some()
    };
    let mut words: Vec<String> = Vec::new();
    let mut spaced = false;
    for slot in block.range.clone().filter(|&slot| flow.slots[slot].kind == Kind::Words) {
        let key = flow.slots[slot].key();
        let single = key.chars().count() == 1;
        match words.last_mut() {
            Some(last) if single && spaced => last.push_str(key),
            _ => words.push(key.to_string()),
        }
        spaced = single;
    }
    words.retain(|key| key.chars().count() <= 12 && known(key));
    words
}

/// The values on the lines of a label.
fn beside(flow: &Flow, row: &RowPlaced) -> Vec<usize> {
    let Some(label) = row.found.label.as_ref() else { return Vec::new() };
    let lines = flow.slots[label.first()].row..=flow.slots[label.last()].row;
    row.found.filled(flow).into_iter().filter(|&slot| lines.contains(&flow.slots[slot].row)).collect()
}

/// Whether a value or the number of the row stands on a line of its label.
fn shares_its_line(flow: &Flow, row: &RowPlaced) -> bool {
    let Some(label) = row.found.label.as_ref() else { return false };
    let lines = flow.slots[label.first()].row..=flow.slots[label.last()].row;
    let mut slots = lines.flat_map(|line| flow.rows[line].slots.clone());
    slots.any(|slot| flow.slots[slot].kind == Kind::Value)
}

/// Whether nothing follows the values on their line: a number before the next label is that of its row.
fn ends_line(flow: &Flow, values: &[usize]) -> bool {
    values.last().is_some_and(|&last| {
        let line = flow.rows[flow.slots[last].row].slots.clone();
        (last + 1..line.end).all(|slot| quantity::is_unit(flow.slots[slot].text))
    })
}

/// A cell a line: the values up to the next label, before whose number they stand, if they are as many as the head says.
fn up_to_next(flow: &Flow, row: &RowPlaced, columns: usize, before: usize) -> Option<Vec<usize>> {
    let filled = row.found.filled(flow);
    // The number of the next row is not among them where it is known for one.
    let left_out = filled.last().is_some_and(|&last| last + 1 < flow.slots.len() && flow.numbers_rows(last + 1));
    let numbers = if row.found.next_depth.is_some() && !left_out { before } else { 0 };
    if filled.is_empty() && before == 0 {
        return Some(filled);
    }
    (filled.len() == columns + numbers && columns > 0).then(|| filled[..columns].to_vec())
}

/// The only column, or that of the agency and year of the report, with a finding that lists the heads.
fn choose(
    flow: &Flow,
    table: &mut TableFound,
    block: &BlockFound,
    values: &[(usize, String)],
    identity: &Identity,
) -> Option<usize> {
    if let [(only, _)] = values {
        return Some(*only);
    }
    let chosen = own(values, identity);
    let heads: Vec<&str> = values.iter().map(|(_, key)| key.as_str()).collect();
    let code = if chosen.is_some() { &codes::COLUMN_CHOSEN } else { &codes::COLUMNS_SEVERAL };
    let mut finding = Finding::new(code).fact("table", block.table.role.title()).fact("heads", heads.join(" | "));
    if let Some((_, key)) = values.iter().find(|(at, _)| Some(*at) == chosen) {
        finding = finding.fact("chosen", key);
    }
    let place = table.rows.first().and_then(|row| row.found.label.as_ref()).map(|l| flow.slots[l.first()].place());
    table.findings.push(finding.at(place.unwrap_or_default()));
    chosen
}

fn own(values: &[(usize, String)], identity: &Identity) -> Option<usize> {
    let is_difference = |key: &str| [key, counts(key)].iter().any(|key| VALUE_HEADS.differences.contains(key));
    let values: Vec<&(usize, String)> = values.iter().filter(|(_, key)| !is_difference(key)).collect();
    if let [only] = values[..] {
        return Some(only.0);
    }
    let year = identity.year.map(|year| year.to_string());
    let of_year = |key: &str| {
        let digits: String = key.chars().filter(char::is_ascii_digit).collect();
        (digits.len() == 4).then_some(digits)
    };
    let only = |wanted: &dyn Fn(&str) -> bool| {
        let mut found = values.iter().filter(|(_, key)| wanted(key));
        let first = found.next()?;
        found.next().is_none().then_some(first.0)
    };
    if values.iter().all(|(_, key)| of_year(key).is_some()) {
        return only(&|key| of_year(key) == year);
    }
    let any = |wanted: Told| values.iter().any(|(_, key)| told(key) == wanted);
    let parts = any(Told::Term) || any(Told::Period);
    let dated = parts || [Told::Current, Told::Cumulative, Told::Past].into_iter().any(any);
    if dated {
        let of_form = |key: &str| counts(key).is_empty();
        let all_told = values.iter().all(|(_, key)| told(key) != Told::Nothing || of_form(key));
        let is = |wanted: Told| only(&|key| told(key) == wanted);
        // What is added up beside a column without a time may be of this year or of all years.
        let current = match (any(Told::Cumulative), parts) {
            (true, true) => is(Told::Cumulative),
            (true, false) => None,
            (false, true) => is(Told::Term),
            (false, false) => only(&of_form),
        };
        return is(Told::Current).or(current).filter(|_| all_told);
    }
    only(&|key| told(key) == Told::Whole).or_else(|| only(&|key| is_of(counts(key), identity)))
}

/// Whether the words over a column name the kind of agency whose report it is.
fn is_of(bare: &str, identity: &Identity) -> bool {
    let Some(agency) = identity.agency.as_deref() else { return false };
    let level = |name: &str| {
        let place = VALUE_HEADS.governments.iter().find_map(|end| name.strip_suffix(end))?;
        place.chars().last().filter(|c| VALUE_HEADS.levels.contains(c))
    };
    match level(agency) {
        Some(own) => level(bare) == Some(own),
        None => VALUE_HEADS.offices.contains(&bare),
    }
}
