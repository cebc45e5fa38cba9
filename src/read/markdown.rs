//! Markdown with markup in it: converters write tables that Markdown cannot draw as those of a page, and keep `<div>` and
//! `<span>`. Such tables are read as of a page; other tags are none of the text.

use super::{html, text};
use crate::document::{Block, Document, Format, Place};
use crate::finding::Finding;
use std::borrow::Cow;
use std::ops::Range;

/// As many headings or bold lines show that lines are Markdown's; of rules that draw a table one does.
const SEVERAL: usize = 2;
/// As many paragraphs between blank lines show the same, where no tags part them.
const PARAGRAPHS: usize = 8;

/// Whether a fragment with tags is Markdown: its lines draw tables, or mark headings, or blank lines alone part its
/// paragraphs, as no page does.
pub(super) fn is_markdown(text: &str) -> bool {
    let (mut marked, mut parted, mut blank) = (0, 0, false);
    for line in text.lines() {
        let line = line.trim();
        marked += usize::from(is_heading(line) || is_bold(line));
        parted += usize::from(std::mem::replace(&mut blank, line.is_empty()) && is_bare(line));
        if marked >= SEVERAL || text::draws_table(line) {
            return true;
        }
    }
    parted >= PARAGRAPHS && !has_paragraphs(text)
}

fn is_bare(line: &str) -> bool {
    !line.is_ascii() && !line.contains(['<', '>'])
}

/// Whether tags outside of tables part paragraphs or lines.
fn has_paragraphs(text: &str) -> bool {
    let mut from = 0;
    let ends = tables(text).into_iter().map(|table| (table.start, table.end)).chain([(text.len(), text.len())]);
    let mut parts = ends.map(|(start, end)| &text[std::mem::replace(&mut from, end)..start]);
    let parts_text = |part: &str| {
        let mut tags = memchr::memchr_iter(b'<', part.as_bytes());
        tags.any(|at| ["<p", "<br", "<td", "<li", "<h1", "<h2", "<h3"].iter().any(|tag| is_tag(&part[at..], tag)))
    };
    parts.any(parts_text)
}

fn is_heading(line: &str) -> bool {
    let marks = line.bytes().take_while(|byte| *byte == b'#').count();
    (1..=6).contains(&marks) && line[marks..].starts_with(' ') && !line.is_ascii()
}

fn is_bold(line: &str) -> bool {
    line.len() > 4 && line.starts_with("**") && line.ends_with("**") && !line.is_ascii()
}

/// Reads a text with its tables of markup.
pub(super) fn read(source: &str) -> (Document, Vec<Finding>) {
    let mut document = Document::new(Format::Text);
    let mut findings = Vec::new();
    let (mut from, mut above) = (0, 0);
    for table in tables(source) {
        add_lines(&mut document, &source[from..table.start], above);
        above += line_ends(&source[from..table.end]);
        let (page, found) = html::read(&source[table.clone()]);
        document.pictures += page.pictures;
        document.blocks.extend(page.blocks);
        findings.extend(found);
        from = table.end;
    }
    add_lines(&mut document, &source[from..], above);
    number_tables(&mut document);
    (document, findings)
}

fn line_ends(text: &str) -> u32 {
    memchr::memchr_iter(b'\n', text.as_bytes()).count() as u32
}

/// Adds the lines of a part with so many lines above it.
fn add_lines(document: &mut Document, part: &str, above: u32) {
    let lines = without_tags(part);
    let (mut part, _) = text::read(lines.trim_end_matches([' ', '\t']));
    let lower = |place: &mut Place| place.line = place.line.map(|line| line + above);
    for block in &mut part.blocks {
        match block {
            Block::Line(line) => lower(&mut line.place),
            Block::Grid(grid) => {
                lower(&mut grid.place);
                grid.cells.iter_mut().for_each(|cell| lower(&mut cell.place));
            }
        }
    }
    document.blocks.extend(part.blocks);
}

/// The tables were numbered in each part; all stand in one container.
fn number_tables(document: &mut Document) {
    let mut tables = 0;
    for block in &mut document.blocks {
        match block {
            Block::Line(line) => line.container = 0,
            Block::Grid(grid) => {
                tables += 1;
                grid.container = 0;
                let number = |place: &mut Place| place.table = place.table.map(|_| tables);
                number(&mut grid.place);
                grid.cells.iter_mut().for_each(|cell| number(&mut cell.place));
            }
        }
    }
}

/// Where the outermost tables of markup stand. One that does not end is none, and neither is what stands within its last
/// tag.
fn tables(source: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let (mut depth, mut start) = (0usize, 0);
    for at in memchr::memchr_iter(b'<', source.as_bytes()) {
        if found.last().is_some_and(|last| at < last.end) {
            continue;
        }
        if is_tag(&source[at..], "<table") {
            if depth == 0 {
                start = at;
            }
            depth += 1;
        } else if depth > 0 && is_tag(&source[at..], "</table") {
            depth -= 1;
            if depth == 0 {
                let Some(end) = source[at..].find('>') else { break };
                found.push(start..at + end + 1);
            }
        }
    }
    found
}

fn is_tag(text: &str, tag: &str) -> bool {
    let name = text.as_bytes().get(..tag.len());
    let closes = |byte: Option<&u8>| byte.is_none_or(|byte| matches!(byte, b'>' | b'/') || byte.is_ascii_whitespace());
    name.is_some_and(|name| name.eq_ignore_ascii_case(tag.as_bytes())) && closes(text.as_bytes().get(tag.len()))
}

/// The text without tags but those that break a line in a cell; the lines of a tag stay.
fn without_tags(text: &str) -> Cow<'_, str> {
    let mut plain = String::new();
    let mut from = 0;
    for at in memchr::memchr_iter(b'<', text.as_bytes()) {
        let Some(end) = (at >= from).then(|| tag_end(&text[at..])).flatten() else { continue };
        plain.push_str(&text[from..at]);
        plain.extend(text[at..at + end].matches('\n'));
        from = at + end;
    }
    if from == 0 {
        return Cow::Borrowed(text);
    }
    plain.push_str(&text[from..]);
    Cow::Owned(plain)
}

/// Where a tag ends that begins a text.
fn tag_end(text: &str) -> Option<usize> {
    let named = text.as_bytes().get(1).is_some_and(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'/' | b'!'));
    let end = 1 + memchr::memchr2(b'>', b'<', text.as_bytes().get(1..).filter(|_| named && !is_tag(text, "<br"))?)?;
    (text.as_bytes()[end] == b'>').then_some(end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MIXED: &str = "<div class=\"a\">\n\n# 青枫县民政局\n\n| 甲 | 乙 |\n|---|---|\n| 1 |   |\n\n<table>\n<tr><td>丙</td>\n\
                         <td>5</td></tr>\n</table>\n\n</div>\n\n<span\nclass=\"b\">丁</span>";

    #[test]
    fn tables_of_both_kinds_are_read_and_lines_stand_where_they_do() {
        assert!(is_markdown(MIXED));
        let (document, _) = read(MIXED);
        let shown = |block: &Block| match block {
            Block::Line(line) => Some((line.place.line, line.text.clone())).filter(|_| !line.is_blank()),
            Block::Grid(grid) => {
                let cells: Vec<&str> = grid.cells.iter().map(|cell| cell.text.as_str()).collect();
                Some((grid.place.table, cells.join("|")))
            }
        };
        let shown: Vec<_> = document.blocks.iter().filter_map(shown).collect();
        let expected = [(Some(3), "青枫县民政局"), (Some(1), "甲|乙|1|"), (Some(2), "丙|5"), (Some(17), "丁")];
        assert_eq!(shown, expected.map(|(place, text)| (place, text.to_owned())));
    }

    #[test]
    fn tags_that_do_not_end_are_no_tables() {
        assert!(tables("<table </table <table </table ").is_empty());
        let ends: Vec<usize> = tables("<table></table <table></table>").iter().map(|table| table.end).collect();
        assert_eq!(ends, [22]);
        let last = read("# 甲\n# 乙\n<table></table <table></table>丙").0.blocks.pop();
        assert!(matches!(last, Some(Block::Line(line)) if line.text == "丙" && line.place.line == Some(3)));
    }

    #[test]
    fn a_page_is_no_markdown() {
        assert!(!is_markdown("<p>一、总体情况</p>\n<style>\n# {}\n</style>\n<p>---</p>"));
        assert!(!is_markdown("<p>**必填**</p>\n**注：以下同**"));
    }
}
