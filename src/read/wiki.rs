//! The markup of MediaWiki: tables (`{|`, `|-`, `| cell`, `|}`) as those of a page, headings and bold print without their marks.

/// Whether a text draws a table so.
pub(super) fn draws_table(text: &str) -> bool {
    let Some(begin) = memchr::memmem::find(text.as_bytes(), b"{|") else { return false };
    let mut lines = text[begin..].lines().map(str::trim);
    lines.by_ref().any(|line| line.starts_with("{|")) && lines.any(|line| line.starts_with("|}"))
}

/// The text with markup of a page instead, line for line. A cell ends where the next begins.
pub(super) fn as_markup(text: &str) -> String {
    let mut markup = String::with_capacity(text.len() * 2);
    let mut in_table = false;
    for line in text.lines() {
        let plain = line.trim();
        in_table |= plain.starts_with("{|");
        match plain {
            _ if !in_table => markup.push_str(without_marks(plain)),
            _ if plain.starts_with("{|") => markup.push_str("<table><tr>"),
            _ if plain.starts_with("|}") => {
                in_table = false;
                markup.push_str("</table>");
            }
            _ if plain.starts_with("|-") => markup.push_str("</tr><tr>"),
            _ if plain.starts_with("|+") => markup.push_str("<caption>"),
            _ if plain.starts_with(['|', '!']) => cells(&mut markup, plain),
            _ => markup.push_str(line),
        }
        markup.push('\n');
    }
    markup.replace("'''", "")
}

/// The cells of a line, with their spans.
fn cells(markup: &mut String, line: &str) {
    let (name, line) = if line.starts_with('!') { ("th", line.replace("!!", "||")) } else { ("td", line.to_owned()) };
    for cell in line[1..].split("||") {
        let attributes = cell.split_once('|').filter(|(attributes, _)| is_attributes(attributes));
        let (attributes, text) = attributes.unwrap_or(("", cell));
        markup.extend(["<", name, " ", attributes.trim(), ">", text.trim()]);
    }
}

fn is_attributes(text: &str) -> bool {
    text.contains('=') && !text.contains(['[', '<', '>'])
}

/// A line without the marks of a heading around it.
fn without_marks(line: &str) -> &str {
    let marked = line.len() > 2 && line.starts_with('=') && line.ends_with('=');
    if marked { line.trim_matches('=').trim() } else { line }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_become_those_of_a_page() {
        let wiki = "== 一、总体情况 ==\n{| class=\"a\"\n! colspan=\"2\"|甲!!乙\n|-\n| 1\n| || -\n|}\n'''丙'''";
        assert!(draws_table(wiki) && !draws_table("{|\n甲"));
        let markup =
            "一、总体情况\n<table><tr>\n<th colspan=\"2\">甲<th >乙\n</tr><tr>\n<td >1\n<td ><td >-\n</table>\n丙\n";
        assert_eq!(as_markup(wiki), markup);
    }
}
