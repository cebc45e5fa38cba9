//! The lines before the first section in which a title is looked for.

use super::ends::{Letters, first_end};
use super::{metadata, title};
use crate::document::{Block, Cell, Document, Grid};
use crate::outline::Outline;
use crate::template::WORDS;
use crate::text::fold;

/// A line that may be a title, or part of one.
pub(super) struct Printed<'d> {
    pub text: &'d str,
    /// The block that it is.
    pub block: usize,
    /// The source marks it as a heading.
    pub heading: bool,
    /// It may be part of a title that is broken over lines: it is no longer than one, no sentence and no name with its
    /// value (来源：…).
    piece: bool,
    /// It is no longer than a title, and no sentence ends or divides in it.
    short: bool,
    letters: Letters,
    /// The container that holds the one of the line.
    around: u32,
}

impl<'d> Printed<'d> {
    fn new(text: &'d str, block: usize, heading: bool, around: u32) -> Self {
        // Aligned text sets a title with blanks between its words.
        let length = text.chars().filter(|c| !c.is_whitespace()).count();
        let short = length <= 60 && !text.contains(['。', '；']);
        let piece = short && !text.contains(['：', ':', '|']) && !title::is_sentence(text);
        let letters = if short { Letters::of(text) } else { Letters::default() };
        Printed { text, block, heading, piece, short, letters, around }
    }
}

/// As many lines before the first section as a title is looked for in.
const NEAR: usize = 200;

/// As many cells as a title has that a stroke divides: 云溪市水务局 | 2023年政府信息公开工作年度报告.
const DIVIDED: usize = 3;

/// The last lines before the first section, without those that lead to other pages.
pub(super) fn lines<'d>(document: &'d Document, outline: &Outline) -> Vec<Printed<'d>> {
    let first = outline.sections.first().map_or(document.blocks.len(), |section| section.block);
    let mut lines: Vec<Printed> = Vec::new();
    for (at, block) in document.blocks[..first].iter().enumerate().rev().filter(|(_, block)| may_name(block)) {
        match block {
            Block::Line(line) => {
                let around = document.containers.get(line.container as usize).copied().unwrap_or(0);
                lines.push(Printed::new(headline(unnamed(line.text.trim())), at, line.heading.is_some(), around));
            }
            Block::Grid(grid) => {
                let cells = titles(grid).into_iter().rev();
                lines.extend(cells.map(|cell| Printed::new(cell.text.trim(), at, false, 0)));
            }
        }
        if lines.len() >= NEAR {
            break;
        }
    }
    lines.reverse();
    lines
}

/// Whether a block may be a title or part of one: a line, or a row of the words of a title.
fn may_name(block: &Block) -> bool {
    match block {
        Block::Line(line) => !line.is_blank() && !line.link && !is_aside(&line.text),
        Block::Grid(grid) => !titles(grid).is_empty(),
    }
}

/// The cells of a table that are a title: those of a row that strokes divide, and one that no other stands beside in a table
/// that holds a whole page.
fn titles(grid: &Grid) -> Vec<&Cell> {
    let is_title = |cell: &Cell| title::read(&cell.text).is_some_and(|title| title.of_family);
    match grid.cells.last() {
        Some(last) if grid.rows == 1 && grid.cells.len() <= DIVIDED && is_title(last) => grid.cells.iter().collect(),
        _ => (0..grid.rows).filter_map(|row| grid.alone(row)).filter(|cell| is_title(cell)).collect(),
    }
}

/// The short lines, and each of them with those that follow: a title may be broken over several.
pub(super) fn windows<'l, 'd>(
    lines: &'l [Printed<'d>],
    n: usize,
) -> impl DoubleEndedIterator<Item = &'l [Printed<'d>]> {
    // A line of a menu does not stand where the title does.
    let together = |lines: &[Printed<'_>]| lines.iter().all(|line| line.around == lines[0].around);
    let fits = move |line: &Printed<'_>| if n == 1 { line.short } else { line.piece };
    let title = move |lines: &&[Printed<'_>]| lines.iter().all(fits) && together(lines);
    let letters = |lines: &[Printed<'_>]| lines.iter().fold(Letters::default(), |all, line| all.and(line.letters));
    lines.windows(n).filter(title).filter(move |lines| letters(lines).may_be_title())
}

/// Whether a line names another page: 下一篇：…, 相关链接, a link as tools that keep them write it.
fn is_aside(text: &str) -> bool {
    let text = text.trim_start_matches(|c: char| !fold::is_han(c) && !c.is_ascii_alphanumeric() && c != '[');
    let link = text.starts_with('[') && text.contains("](");
    link || WORDS.asides.iter().any(|aside| text.starts_with(aside))
}

/// The line, or its beginning up to the words of a title, where text that lost its divisions follows them.
fn headline(line: &str) -> &str {
    if line.len() <= 60 || line.chars().count() <= 60 {
        return line;
    }
    let whole = |end: &usize| {
        let (title, behind) = line.split_at(*end);
        title.chars().count() <= 60 && !title.contains(['。', '，', '《']) && is_parted(title, behind)
    };
    first_end(line).filter(whole).map_or(line, |end| &line[..end])
}

/// Whether what follows the words of a title begins anew, and does not go on in their sentence.
fn is_parted(title: &str, behind: &str) -> bool {
    let next = behind.trim_start();
    let begins = |words: &[&str]| words.iter().any(|word| next.starts_with(word));
    let running = next.starts_with(fold::is_han) && next.len() == behind.len();
    let known = || {
        begins(WORDS.behind_titles)
            || begins(WORDS.date_names)
            || begins(WORDS.sentence_openers)
            || next.starts_with(title.trim())
    };
    !next.starts_with(['，', ',', '、', '；', ';', '。', '”', '》']) && (!running || known())
}

/// A line without the name that a page's metadata gives it (名称  …, 标题：…).
fn unnamed(line: &str) -> &str {
    let bare = line.trim_start_matches(['-', '•', '·', '*', ' ']);
    let cuts = [&['：', ':'][..], &[' ', '\u{a0}', '\t']].into_iter().filter_map(|marks| bare.split_once(marks));
    let named = cuts.into_iter().find(|(name, _)| metadata::key(name) == Some("name"));
    named.map_or(line, |(_, rest)| rest.trim())
}
