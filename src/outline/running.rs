//! The headings of a report all of whose lines a tool made one -> lines of their own.
//!
//! Which titles there may be need not be known: a number follows the end of a sentence, the numbers rise by one, and a blank
//! parts each title from its text. The first one may have a line of its own already.

use super::divide::{marks, number_start, part};
use crate::document::{Block, Document, Line};
use crate::text::ordinal;

/// Gives such headings lines of their own; whether there were some.
pub fn divide_running(document: &mut Document) -> bool {
    let found = document.blocks.iter().enumerate().find_map(|(at, block)| match block {
        Block::Line(line) if line.text.len() > LONG => Some((at, pieces(line)?)),
        _ => None,
    });
    let Some((at, pieces)) = found else { return false };
    document.blocks.splice(at..=at, pieces.into_iter().map(Block::Line));
    true
}

/// As many bytes a line has at least that holds a report.
const LONG: usize = 300;
/// As many headings make it one.
const LEAST: usize = 3;
/// A title is no longer than this.
const LONGEST: usize = 40;

fn pieces(line: &Line) -> Option<Vec<Line>> {
    let text = line.text.as_str();
    let mut cuts = vec![0];
    let mut last = 0;
    for mark in marks(text) {
        let start = number_start(text, mark);
        let number = ordinal::han_number(text[start..mark].trim()).unwrap_or(0);
        let next = number == last + 1 || last == 0 && number == 2;
        if let Some(end) = title_end(text, mark).filter(|_| next && is_ended(&text[..start])) {
            cuts.extend([start, end]);
            last = number;
        }
    }
    cuts.push(text.len());
    let parts = cuts.windows(2).map(|cut| part(line, cut[0], cut[1])).filter(|line| !line.is_blank());
    (cuts.len() / 2 > LEAST).then(|| parts.collect())
}

/// Whether a sentence ends where a heading begins.
fn is_ended(before: &str) -> bool {
    let before = before.trim_end();
    before.is_empty() || before.ends_with(['。', '：', ':', '；', '！', '.'])
}

/// Where the blank stands that ends a title behind a mark.
fn title_end(text: &str, mark: usize) -> Option<usize> {
    let begin = mark + text[mark..].chars().next()?.len_utf8();
    let begin = text.len() - text[begin..].trim_start().len();
    let end = begin + text[begin..].find(char::is_whitespace)?;
    let title = &text[begin..end];
    let bare = !title.contains(['，', '。', '；', ',', '：']);
    (bare && (2..=LONGEST).contains(&title.chars().count())).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Format, Place};

    fn divided(text: &str) -> Option<Vec<String>> {
        let mut document = Document::new(Format::Text);
        document.blocks.push(Block::Line(Line::new(text, Place::default())));
        let text = |block: &Block| if let Block::Line(line) = block { line.text.clone() } else { String::new() };
        divide_running(&mut document).then(|| document.blocks.iter().map(text).collect())
    }

    #[test]
    fn titles_before_blanks_come_apart_and_lists_stay() {
        let text = "现将青石镇2009年政府信息公开工作小结如下： 一、信息主动公开情况 通过市政府网站主动公开信息60条，通过公开栏公开信息5条。 \
                    二、信息依申请公开情况 全年受理的申请为零。 三、存在的问题 一是认识有待提高；二是内容不够全面，今后将努力改进。";
        let lines = divided(text).unwrap();
        assert_eq!(lines.len(), 7, "{lines:?}");
        assert_eq!(lines[1], "一、信息主动公开情况");
        assert_eq!(lines[6], "一是认识有待提高；二是内容不够全面，今后将努力改进。");
        let rest = text.split_once("情况 ").unwrap().1;
        let fourth = format!("{rest} 四、其他事项 没有其他需要报告的事项，没有。");
        assert_eq!(divided(&fourth).unwrap().len(), 7);
        assert_eq!(divided(rest), None);
        assert_eq!(divided(&text.replace(" 三、存在的问题", "，三、存在的问题")), None);
        assert_eq!(divided(&text.replace("情况 ", "情况，")), None);
    }
}
