//! The answer of a site's interface: a page in the strings of JSON, {"title": "…", "content": "<p>…"}, as it is or in the call
//! of a function.
//!
//! What the strings hold is read as a page. Of the names around them only those that say what a page itself would print are
//! shown; numbers (times in milliseconds, identifiers) are not.

use super::{is_escaped_page, is_page};
use serde_json::{Map, Value};

/// The page that a text holds; `None` where it is no JSON, or no string of it is markup.
pub(super) fn page(text: &str) -> Option<String> {
    let value: Value = serde_json::from_str(value_in(text)?).ok()?;
    let mut page = "<!doctype html>".to_owned();
    let found = show(&value, &mut page);
    found.then_some(page)
}

/// What may be a value of JSON: the text, or what the brackets of a call hold.
fn value_in(text: &str) -> Option<&str> {
    let is_value = |text: &&str| text.starts_with(['{', '[']);
    let text = text.trim();
    let (name, rest) = text.split_at(text.find(|c: char| !c.is_ascii_alphanumeric() && !"_$.".contains(c))?);
    let inner = || rest.trim_end_matches([';', ' ', '\n', '\r']).strip_prefix('(')?.strip_suffix(')');
    if name.is_empty() { Some(rest).filter(is_value) } else { inner().map(str::trim).filter(is_value) }
}

/// Writes what a value shows, and tells whether some of it is markup. The parser bounds how deep values are nested.
fn show(value: &Value, page: &mut String) -> bool {
    match value {
        Value::String(text) if is_markup(text) => {
            page.extend(["<div>", text, "</div>\n"]);
            true
        }
        Value::Array(values) => values.iter().filter(|value| show(value, page)).count() > 0,
        Value::Object(values) => show_object(values, page),
        _ => false,
    }
}

fn is_markup(text: &str) -> bool {
    is_page(text) || is_escaped_page(text)
}

/// Writes what an object shows: the title and the date of what it holds stand above it, whatever their order. Those of an
/// object that holds nothing lead to other pages.
fn show_object(values: &Map<String, Value>, page: &mut String) -> bool {
    let mut held = String::new();
    let found = values.values().filter(|value| show(value, &mut held)).count() > 0;
    for (names, before, behind) in SHOWN.iter().filter(|_| found) {
        let own = values.iter().filter(|(name, _)| names.contains(&plain(name).as_str()));
        for text in own.filter_map(|(_, value)| value.as_str()).filter(|text| !is_markup(text)) {
            page.extend([before, &*referenced(text), behind, "\n"]);
        }
    }
    page.push_str(&held);
    found
}

/// A text as a page writes it.
fn referenced(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

/// A name in small letters and without strokes.
fn plain(name: &str) -> String {
    name.chars().filter(|c| !matches!(c, '_' | '-')).flat_map(char::to_lowercase).collect()
}

/// The names of the date of publication and of a title, as interfaces write them, and the markup around them on a page.
#[rustfmt::skip]
const SHOWN: [(&[&str], &str, &str); 2] = [
    (&["pubdate", "pubtime", "publishdate", "publishtime", "publisheddate", "publishedtime", "datepublished", "releasedate",
       "releasetime", "发布日期", "发布时间"], "<meta name=\"PubDate\" content=\"", "\">"),
    (&["title", "doctitle", "articletitle", "newstitle", "infotitle", "contenttitle", "headline", "标题"], "<h1>", "</h1>"),
];

#[cfg(test)]
mod tests {
    use super::page;

    #[test]
    fn strings_of_markup_are_a_page_below_their_title() {
        let answer = r#"{"code": 0, "data": [{"content": "<p class=\"a\">\u7532<\/p>", "id": "7", "pubDate": "2023-01-19",
            "doc_title": "乙 & 丙", "author": "丁", "time": 1674094800000}, {"title": "戊"}]}"#;
        let shown = "<!doctype html><meta name=\"PubDate\" content=\"2023-01-19\">\n<h1>乙 &amp; 丙</h1>\n<div><p class=\"a\">甲</p></div>\n";
        assert_eq!(page(answer).as_deref(), Some(shown));
        assert_eq!(page(&format!("jQuery_1.call({answer});\n")).as_deref(), Some(shown));
    }

    #[test]
    fn what_holds_no_markup_is_no_page() {
        for text in [
            "{\"a\": \"一、总体情况\"}",
            "[1, 2]",
            "{\"a\": \"<p>甲",
            "甲（{}）",
            "f({)",
            "<p>{\"a\": \"<p>甲</p>\"}</p>",
            "",
        ] {
            assert_eq!(page(text), None, "{text}");
        }
    }
}
