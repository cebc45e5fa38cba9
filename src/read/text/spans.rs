//! Markdown's bracketed spans: `[text]{style="…"}`, `[text]{.class author="…"}`, as converters of documents write them. What
//! they say of their text is the same as what a page says.

use crate::read::style::{APART, STRUCK, Said, are_glued, named, says};
use memchr::memmem;
use regex::{Captures, Regex};
use std::borrow::Cow;
use std::sync::LazyLock;

/// Spans may be nested so deep.
const DEEPEST: usize = 3;

/// The text with what its spans show.
pub(super) fn shown(text: &str) -> Cow<'_, str> {
    static SPAN: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"\[([^\[\]\n]*)\]\{([^{}\n]*)\}").expect("a fixed pattern"));
    let mut plain = Cow::Borrowed(text);
    for _ in 0..DEEPEST {
        if memmem::find(plain.as_bytes(), b"]{").is_none() {
            break;
        }
        plain = Cow::Owned(SPAN.replace_all(&plain, |span: &Captures<'_>| span_shown(&plain, span)).into_owned());
    }
    plain
}

/// What one span of a text shows, with marks as a line of a page has them.
fn span_shown(text: &str, span: &Captures<'_>) -> String {
    let (inner, whole) = (&span[1], span.get(0).expect("a match has a whole"));
    let said = |wanted| says_so(&span[2], wanted);
    match () {
        () if said(Said::Hidden) => String::new(),
        () if inner.trim().is_empty() => inner.to_owned(),
        () if said(Said::Struck) => format!("{STRUCK}{inner}{STRUCK}"),
        () if said(Said::Apart) => apart(&text[..whole.start()], inner, &text[whole.end()..]),
        () => inner.to_owned(),
    }
}

/// Whether the attributes of a span say this: one of its classes, or its style.
fn says_so(attributes: &str, wanted: Said) -> bool {
    let style = attributes.split_once("style=").map(|(_, style)| style.trim_start_matches(['"', '\'']));
    let style = style.map(|style| style.split(['"', '\'']).next().unwrap_or_default());
    let mut classes = attributes.split_whitespace().filter_map(|word| word.strip_prefix('.'));
    classes.any(|class| named(class) == Some(wanted)) || style.is_some_and(|style| says(style, wanted))
}

/// Raised text between the text before and behind it. A raised number alone in its cell is no value of it.
fn apart(before: &str, inner: &str, behind: &str) -> String {
    let mark = |glued: bool| if glued { APART } else { "" };
    let begins = before.trim_end_matches(' ').ends_with(['|', '\t', '\n']);
    let alone = begins && inner.trim().bytes().all(|byte| byte.is_ascii_digit());
    let opens = mark(alone || are_glued(before.chars().next_back(), inner.chars().next()));
    let closes = mark(are_glued(inner.chars().next_back(), behind.chars().find(|c| *c != '[')));
    format!("{opens}{inner}{closes}")
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn spans_show_their_text_as_a_page_would() {
        for (text, expected) in [
            ("[甲]{style=\"color:red\"}乙", "甲乙"),
            ("[[甲]{.mark}[乙]{.underline}]{lang=\"zh\"}", "甲乙"),
            ("681[6]{style=\"vertical-align:super\"}", "681^6"),
            ("681[6]{.superscript}件", "681^6件"),
            ("[6]{.superscript}681", "6^681"),
            ("| [6]{.superscript} |", "| ^6 |"),
            ("公开[注]{.superscript}", "公开注"),
            ("[3]{style=\"text-decoration:line-through\"}0", "~~3~~0"),
            ("[7]{.deletion author=\"a b\"}[5]{.insertion author=\"a b\"}", "~~7~~5"),
            ("[1]{style=\"display:none\"}0", "0"),
            ("[问]{.comment-start id=\"0\"}12[]{.comment-end id=\"0\"}", "12"),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }
}
