//! Pages that Tika made of printed ones: each line of a paragraph is one that was printed, so it ends where it ended there.

use std::borrow::Cow;

/// What a printed page begins with there.
const PAGE: &str = "<div class=\"page\"><p";

/// The page with the ends of its printed lines marked; others end their lines anywhere.
pub(super) fn with_line_ends(text: &str) -> Cow<'_, str> {
    let Some(first) = memchr::memmem::find(text.as_bytes(), PAGE.as_bytes()) else { return Cow::Borrowed(text) };
    let (head, pages) = text.split_at(first);
    let mut marked = String::with_capacity(text.len() + text.len() / 8);
    marked.push_str(head);
    for line in pages.split_inclusive('\n') {
        let printed = line.trim_end();
        let in_a_paragraph = printed.len() < line.len() && !printed.is_empty() && !printed.ends_with('>');
        marked.push_str(if in_a_paragraph { printed } else { line });
        marked.push_str(if in_a_paragraph { "<br/>\n" } else { "" });
    }
    Cow::Owned(marked)
}

#[cfg(test)]
mod tests {
    use super::with_line_ends;

    #[test]
    fn printed_lines_end_where_they_ended() {
        let page = "<body><div class=\"page\"><p />\n<p>规章 1\n许可 2\n</p>\n</div>";
        let marked = "<body><div class=\"page\"><p />\n<p>规章 1<br/>\n许可 2<br/>\n</p>\n</div>";
        assert_eq!(with_line_ends(page), marked);
        let other = "<body><div class=\"page\">\n<p>规章\n许可</p></div>";
        assert_eq!(with_line_ends(other), other);
    }
}
