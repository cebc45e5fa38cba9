//! The table without row labels (remedies): its head tells where its values stand, or the number of them does.

use super::axis::{self, Placed};
use super::flow::{Flow, Kind, Layout};
use super::governed;
use super::head::Head;
use super::lexicon::{Lexicon, TableLexicon};
use super::proof::{self, Proof};
use super::rows::{self, PRINTINGS, RowFound};
use super::table::{self, BlockFound, RowPlaced, TableFound};
use super::times::Times;
use super::unread;
use super::whole;
use crate::text::{fold, quantity};
use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::ops::Range;
use std::rc::Rc;

/// The remedies table has no row labels: its head tells where its values stand.
pub(crate) fn find(flow: &Flow, table: &'static TableLexicon, lexicon: &'static Lexicon) -> TableFound {
    let mut found = within(flow, table, lexicon, 0..flow.slots.len());
    let mut last = found.extent;
    // What follows a printing is searched for another one.
    while found.printings.len() < PRINTINGS
        && let Some((_, end)) = last.filter(|&(_, end)| end + 1 < flow.slots.len())
    {
        let next = within(flow, table, lexicon, end + 1..flow.slots.len());
        let from = found.again.len();
        found.again.extend(next.rows);
        if from < found.again.len() {
            found.printings.push(from..found.again.len());
        }
        last = next.extent;
    }
    found
}

/// The same in a part of the flow.
fn within(flow: &Flow, table: &'static TableLexicon, lexicon: &'static Lexicon, range: Range<usize>) -> TableFound {
    let block = table::block_found(flow, table, lexicon.template, 0, range.clone());
    let columns = block.spec.columns.len();
    let mut found = TableFound { labels: block.head.found.len(), ..TableFound::default() };
    if block.head.found.len() * 3 < columns {
        return found;
    }
    let rows = parts(flow, &block, columns);
    for row in rows {
        let part = BlockFound { head: part_of(&block.head, &row.columns), ..block.clone() };
        let judge =
            |row: &RowFound, slots: &[Option<usize>]| proof::of_values(flow, part.spec, row.columns.start, slots);
        let placed = axis::place(flow, &[&row], &part, row.columns.len(), &judge).remove(0);
        let blank = row.cells.is_empty() && !is_before_values(flow, &part);
        let placed = placed.unwrap_or(if blank { Placed::Blank } else { Placed::Unknown });
        found.rows.push(RowPlaced { block: Rc::new(part), found: row, placed });
    }
    // Words of its head may stand in a second printing too.
    let cells = found.rows.iter().flat_map(|row| row.found.cells.iter().copied());
    let all: Vec<usize> = block.head.last_slots.iter().copied().chain(cells).collect();
    let last = all.iter().copied().max().unwrap_or(0);
    found.again = second_rows(flow, &found.rows);
    found.extent = Some((all.iter().copied().min().unwrap_or(0), last));
    found
}

/// The part of a head over some of the columns.
fn part_of(head: &Head, columns: &Range<usize>) -> Head {
    let own = head.found.iter().zip(&head.last_slots).filter(|(column, _)| columns.contains(column));
    let (found, last_slots) = own.map(|(column, slot)| (column - columns.start, *slot)).unzip();
    Head { places: head.places[columns.clone()].to_vec(), found, last_slots, money: OnceCell::new(), ..head.clone() }
}

/// Other rows with as many values below the same head: of another body or year.
fn second_rows(flow: &Flow, rows: &[RowPlaced]) -> Vec<RowPlaced> {
    let mut again = Vec::new();
    for row in rows {
        let Some(&last) = row.block.head.last_slots.iter().max() else { continue };
        let values = row.found.values(flow).len();
        let in_grid = matches!(flow.layout(last), Layout::Grid(..)) && values > 1;
        let below = if in_grid { rows_below(flow, &row.block, last, row.found.columns.len()) } else { Vec::new() };
        for cells in below.into_iter().skip(1) {
            let found = RowFound { cells, ..row.found.clone() };
            if found.values(flow).len() * 2 > values && found.cells.len() == row.found.columns.len() {
                let placed = Placed::sure(found.cells.iter().copied());
                again.push(RowPlaced { block: row.block.clone(), found, placed });
            }
        }
    }
    again
}

/// The row of a table without row labels: its cells follow its head. A table that was printed in parts, each with a head
/// of its own, gives a row for each part.
fn parts(flow: &Flow, block: &BlockFound, columns: usize) -> Vec<RowFound> {
    let head = &block.head;
    let mut heads: Vec<(usize, usize)> = Vec::new();
    for (&column, &last) in head.found.iter().zip(&head.last_slots) {
        heads.push((column, last));
    }
    let between = |from: usize, to: usize| (from..to).any(|slot| flow.slots[slot].kind == Kind::Value);
    let mut parts: Vec<Vec<(usize, usize)>> = Vec::new();
    for head in heads {
        match parts.last_mut() {
            Some(part) if !part.last().is_some_and(|last| between(last.1.min(head.1), last.1.max(head.1))) => {
                part.push(head)
            }
            _ => parts.push(vec![head]),
        }
    }
    let whole = parts.len() == 1;
    // A group is printed as a whole; a number between two of its labels is none of its values.
    if !whole && parts.iter().any(|part| part.len() < LEAST) {
        return Vec::new();
    }
    let row = |part: &Vec<(usize, usize)>| {
        let last = part.iter().map(|&(_, slot)| slot).max()?;
        // A label or two may be damaged; where whole groups are missing, the table has only the others.
        let all = whole && part.len() * 10 > columns * 7;
        let range = if all { 0..columns } else { part[0].0..part[part.len() - 1].0 + 1 };
        let complete = all || range.len() == part.len();
        let cells = cells_below(flow, block, last, columns);
        let end = cells.last().copied().unwrap_or(last);
        let mut row = RowFound::unlabelled(0, 0, range, cells, 0);
        row.gap_after = row.filled(flow).len() < row.columns.len() && is_interrupted(flow, end);
        complete.then_some(row)
    };
    parts.iter().filter_map(row).collect()
}

/// No part of the table has fewer columns.
const LEAST: usize = 3;

/// The values and blanks that follow a head: in a grid the first row below it that holds a value.
fn cells_below(flow: &Flow, block: &BlockFound, last: usize, columns: usize) -> Vec<usize> {
    if matches!(flow.layout(last), Layout::Grid(..)) {
        return rows_below(flow, block, last, columns).into_iter().next().unwrap_or_default();
    }
    let until_words = |slot: &usize| match flow.slots[*slot].kind {
        Kind::Prose => false,
        Kind::Words => flow.layout(*slot) == Layout::Line && rows::is_damaged_value(flow, *slot),
        _ => flow.layout(*slot) == Layout::Line,
    };
    let cells = (last + 1..flow.slots.len()).take_while(until_words);
    let is_cell = |slot: &usize| flow.slots[*slot].kind != Kind::PageMark && !flow.numbers_rows(*slot);
    let mut cells: Vec<usize> = cells.filter(is_cell).collect();
    if closes_paragraph(flow, &cells) {
        cells.pop();
    }
    cells
}

/// Whether cells in lines end with one blank line, and no other stands among them: that ends a paragraph, as others do,
/// and is no cell. A value may have got lost instead.
fn closes_paragraph(flow: &Flow, cells: &[usize]) -> bool {
    let blank = |slot: &usize| matches!(flow.slots[*slot].kind, Kind::Empty { .. });
    cells.len() > 1 && cells.last().is_some_and(blank) && !cells[..cells.len() - 1].iter().any(blank)
}

/// As far as the values of a row in lines may go on behind words that stand between them.
const INTERRUPTED: usize = 40;

/// The slots behind one in its section.
fn of_section(flow: &Flow, last: usize) -> impl Iterator<Item = usize> + Clone {
    let section = flow.section(last);
    (last + 1..flow.slots.len()).take_while(move |&slot| flow.section(slot) == section)
}

/// Whether several values stand near behind a slot in its section that are drawn as it is, whatever stands between: a note
/// may.
fn goes_on(flow: &Flow, last: usize) -> bool {
    let in_grid = |slot: usize| matches!(flow.layout(slot), Layout::Grid(..));
    let is_value = |slot: &usize| flow.slots[*slot].kind == Kind::Value && in_grid(*slot) == in_grid(last);
    of_section(flow, last).take(INTERRUPTED).filter(is_value).count() >= LEAST
}

/// Whether values stand near behind a head whose cells were not found, in its section and before running text: in a row that
/// was written in pieces, or behind words; or several that are drawn as the head is, whatever stands between. Then it is not
/// blank.
fn is_before_values(flow: &Flow, block: &BlockFound) -> bool {
    let Some(&last) = block.head.last_slots.iter().max() else { return false };
    if goes_on(flow, last) {
        return true;
    }
    let behind = of_section(flow, last).take(INTERRUPTED);
    let near = behind.take_while(|&slot| flow.slots[slot].kind != Kind::Prose);
    let digits = |slot: usize| flow.slots[slot].text.chars().any(|c| fold::half_width(c).is_ascii_digit());
    let unread = |slot: &usize| {
        let word = &flow.slots[*slot];
        let stands = || unread::is_sign(word.text) || unread::stands_for_value(block.lexicon, word.text);
        word.kind == Kind::Words && (word.amount.is_some() || stands())
    };
    let mut said = near.clone().filter(|&slot| flow.slots[slot].kind != Kind::PageMark);
    said.any(digits) || near.filter(unread).count() >= LEAST
}

/// Whether words end the cells of a row in lines and further values follow before the next running text, or several behind
/// it: the head of a page, or a note, may stand between the values of the row.
fn is_interrupted(flow: &Flow, last: usize) -> bool {
    let kinds = flow.slots[last + 1..].iter().take(INTERRUPTED).map(|slot| slot.kind);
    let more = || kinds.clone().take_while(|kind| *kind != Kind::Prose).any(|kind| kind == Kind::Value);
    flow.layout(last) == Layout::Line && (more() || goes_on(flow, last))
}

/// The rows of values below a head in its grid, the fullest first: a page number may stand in a row of its own, and a
/// second row of values may follow. A label before the values is no cell, and a row of units or a note is no head.
fn rows_below(flow: &Flow, block: &BlockFound, last: usize, columns: usize) -> Vec<Vec<usize>> {
    let head = flow.slots[last].row;
    let same_grid = |row: &usize| flow.rows[*row].layout == flow.rows[head].layout;
    let kind = |slot: usize| flow.slots[slot].kind;
    let values = |cells: &Vec<usize>| cells.iter().filter(|&&slot| kind(slot) == Kind::Value).count();
    let cells = |row: usize| {
        let is_cell = |&slot: &usize| kind(slot) != Kind::PageMark && !flow.numbers_rows(slot);
        let mut cells: Vec<usize> = flow.rows[row].slots.clone().filter(is_cell).collect();
        while cells.len() > columns && kind(cells[0]) == Kind::Words {
            cells.remove(0);
        }
        cells
    };
    let is_label = |&slot: &usize| kind(slot) == Kind::Words && block.lexicon.knows(flow.slots[slot].key());
    let is_head = |cells: &Vec<usize>| values(cells) == 0 && cells.iter().any(is_label);
    let words = |cells: &Vec<usize>| {
        cells.iter().filter(|&&slot| kind(slot) == Kind::Words && !quantity::is_unit(flow.slots[slot].text)).count()
    };
    // Words in several of as many cells as the form has stand where values should.
    let damaged = |cells: &Vec<usize>| cells.len() == columns && words(cells) >= LEAST;
    let is_note = |cells: &Vec<usize>| {
        values(cells) == 0 && cells.iter().any(|&slot| kind(slot) == Kind::Words) && !damaged(cells)
    };
    let rows = || (head + 1..flow.rows.len()).take_while(same_grid);
    let first = |row: usize| flow.rows[row].slots.clone().next();
    let times = Times::new(flow, rows().filter_map(first));
    let other_time = |row: &usize| first(*row).is_some_and(|slot| times.are_other(flow.slots[slot].key()));
    let below = rows().filter(|row| !other_time(row)).map(cells);
    let mut rows: Vec<Vec<usize>> = below.take_while(|cells| !is_head(cells)).filter(|cells| !is_note(cells)).collect();
    rows.sort_by_key(|cells| std::cmp::Reverse(values(cells)));
    rows
}

/// Places the one row of a table whose head is scattered or lost: exactly as many values as the form has columns, after the
/// words of its head and before running text. They must stand on one line, or the sums of the form must hold.
pub(crate) fn complete(
    flow: &Flow,
    of_form: &'static TableLexicon,
    lexicon: &'static Lexicon,
    table: &mut TableFound,
    from: usize,
) {
    let placed = !table.rows.is_empty() && table.rows.iter().all(|row| matches!(row.placed, Placed::Columns { .. }));
    if placed {
        return;
    }
    let Some((first, end, words)) = stretch(flow, of_form, from) else { return };
    let Some(row) = one_row(flow, of_form, lexicon, first..end) else { return };
    table
        .again
        .extend(stretch(flow, of_form, end).and_then(|(first, end, _)| one_row(flow, of_form, lexicon, first..end)));
    table.rows = vec![row];
    table.labels = table.labels.max(words);
    table.extent = Some((first, end - 1));
}

/// The row whose values stand in a stretch of lines.
fn one_row(
    flow: &Flow,
    of_form: &'static TableLexicon,
    lexicon: &'static Lexicon,
    range: Range<usize>,
) -> Option<RowPlaced> {
    let block = table::block_found(flow, of_form, lexicon.template, 0, range.clone());
    if !governed::in_order(flow, &of_form.keys[0], range.clone()) || block.head.disordered {
        return None;
    }
    let columns = block.spec.columns.len();
    let cells = whole::values(flow, range).filter(|values| values.len() == columns)?;
    let found = RowFound::unlabelled(0, 0, 0..columns, cells.clone(), 0);
    let row = RowPlaced { block: Rc::new(block), found, placed: Placed::sure(cells.iter().copied()) };
    let slots: Vec<Option<usize>> = cells.iter().copied().map(Some).collect();
    let one_line = cells.iter().all(|&slot| flow.slots[slot].row == flow.slots[cells[0]].row);
    (one_line || matches!(proof::of_row(flow, &row, &slots), Proof::Holds | Proof::Trivial)).then_some(row)
}

/// The stretch of lines that begins with a word of the head and holds nothing but pieces of the table's labels and values,
/// and how many different words of the head stand in it; at least two must.
fn stretch(flow: &Flow, lexicon: &'static TableLexicon, from: usize) -> Option<(usize, usize, usize)> {
    let is_head = |slot: usize| {
        flow.slots[slot].kind == Kind::Words
            && flow.layout(slot) == Layout::Line
            && lexicon.head_words.contains(flow.slots[slot].key())
    };
    let first = (from..flow.slots.len()).find(|&slot| is_head(slot))?;
    let belongs = |&slot: &usize| match flow.slots[slot].kind {
        Kind::Prose => false,
        Kind::Words => lexicon.fits(flow.slots[slot].key()) || rows::is_damaged_value(flow, slot),
        _ => flow.layout(slot) == Layout::Line,
    };
    let end = first + (first..flow.slots.len()).take_while(belongs).count();
    let words: BTreeSet<&str> = (first..end).filter(|&s| is_head(s)).map(|s| flow.slots[s].key()).collect();
    (words.len() >= 2).then_some((first, end, words.len()))
}
