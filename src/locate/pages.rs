//! What the pages of a print bring into a text: their numbers, and what a browser writes at their head and foot.

use crate::text::fold;
use crate::text::quantity::is_dash;
use memchr::memchr2;

/// `- 4 -`, `—4—`, `~ 4 ~`, `第 4 页 共 6 页`, `Page 4 of 6`, `4/6页`: page numbers with their dress.
pub(super) fn is_page_mark(text: &str) -> bool {
    // What is struck out is no page number.
    if text.bytes().all(|byte| byte.is_ascii_digit()) || text.starts_with("~~") {
        return false;
    }
    let first = text.chars().find(|c| !c.is_whitespace()).map(fold::half_width);
    let may = match first {
        Some('第' | '共' | '0'..='9') => text.contains('页'),
        Some(c) => c == 'P' || is_dash(c) || is_ornament(c),
        None => false,
    };
    if !may {
        return false;
    }
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).map(fold::half_width).collect();
    let dress = |c: char| is_dash(c) || is_ornament(c);
    // `— — 5 5 — —` is a row of values: a page has one number, with a sign on each side.
    let alone = || text.split_whitespace().count() <= 3;
    let dressed = plain.starts_with(dress) && plain.ends_with(dress) && is_short_number(plain.trim_matches(dress));
    let dressed = dressed && alone();
    let words = plain.strip_prefix("Page").map(|rest| rest.split_once("of").unwrap_or((rest, "1")));
    let page = |t: &str| is_short_number(t.trim_start_matches(['第', '共']));
    let counted =
        plain.len() < 24 && plain.contains('页') && plain.split(['页', '/', ',']).all(|t| t.is_empty() || page(t));
    dressed || counted || words.is_some_and(|(number, all)| is_short_number(number) && is_short_number(all))
}

/// The shortest line of one stroke, and the shortest stroke of several; dashes that stand for values are shorter.
const STROKE: usize = 8;
const STROKES: usize = 5;

/// Strokes over a line, which draw something: `---- ------`, `| :-- | --: |`, `+----+----+`; `|-` begins a row of a wiki.
pub(super) fn is_rule(text: &str) -> bool {
    if text.trim() == "|-" {
        return true;
    }
    let drawn = |byte: u8| matches!(byte, b'-' | b'=' | b'_' | b'+' | b'|' | b':' | b' ');
    if !text.bytes().all(drawn) {
        return false;
    }
    let mut strokes = text.split([' ', '+', '|', ':']).map(str::len).filter(|length| *length > 0);
    let (longest, count) = strokes.by_ref().fold((0, 0), |(longest, count), length| (length.max(longest), count + 1));
    longest >= if count > 1 { STROKES } else { STROKE } || count > 0 && text.contains('|') && text.contains("---")
}

/// Digits as a page number or a part of a date has them.
fn is_short_number(text: &str) -> bool {
    (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Signs that stand on both sides of a page number.
fn is_ornament(c: char) -> bool {
    matches!(c, '~' | '·' | '•' | '*' | '=')
}

/// What a browser prints at the head and foot of a page: the time and the title, the address, `3/8`.
pub(super) fn is_print_mark(text: &str) -> bool {
    if memchr2(b'/', b':', text.as_bytes()).is_none() {
        return false;
    }
    let text = text.trim();
    let of_pages =
        text.split_once('/').is_some_and(|(page, all)| is_short_number(page.trim()) && is_short_number(all.trim()));
    let address = text.starts_with("http://") || text.starts_with("https://") || text.starts_with("file://");
    let timed = || {
        let mut words = text.split_whitespace();
        let (date, time) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        let parts = |word: &str, mark: char, count: usize| {
            word.contains(mark) && (2..=count).contains(&word.split(mark).filter(|part| is_short_number(part)).count())
        };
        (parts(date, '/', 3) || parts(date, '-', 3) && date.len() >= 8)
            && parts(time.trim_start_matches(['上', '下', '午']), ':', 3)
    };
    of_pages || address || timed()
}
