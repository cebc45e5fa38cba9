//! Bounds the nesting of elements before the parser sees them: the time of an HTML5 parser grows with the square of the
//! depth, and a page can be made of nothing but opening tags.

/// Deeper elements are dissolved; their text stays.
const DEEPEST: usize = 512;

/// The page without the tags of elements that are nested too deep; `None` if there are none.
pub(super) fn bound(source: &str) -> Option<String> {
    if !too_deep(source) {
        return None;
    }
    let mut kept = String::with_capacity(source.len() / 2);
    let mut depth = 0usize;
    let mut last = 0;
    for tag in tags(source) {
        if tag.void {
            continue;
        }
        let dropped = if tag.closing { depth > DEEPEST } else { depth >= DEEPEST };
        depth = if tag.closing { depth.saturating_sub(1) } else { depth + 1 };
        if dropped {
            kept.push_str(&source[last..tag.start]);
            last = tag.end;
        }
    }
    kept.push_str(&source[last..]);
    Some(kept)
}

fn too_deep(source: &str) -> bool {
    let mut depth = 0usize;
    tags(source).filter(|tag| !tag.void).any(|tag| {
        depth = if tag.closing { depth.saturating_sub(1) } else { depth + 1 };
        depth > DEEPEST
    })
}

struct Tag {
    start: usize,
    end: usize,
    closing: bool,
    /// It opens nothing that nests: it has no content, or its end is usually left out.
    void: bool,
}

const VOID: &[&str] = &[
    "br", "img", "hr", "input", "meta", "link", "col", "area", "base", "wbr", "source", "embed", "p", "li", "td", "tr",
    "th", "option", "dd", "dt",
];

/// The tags of a page, found by their brackets. That an attribute may hold a `>` only makes the count of depth rougher.
fn tags(source: &str) -> impl Iterator<Item = Tag> {
    let bytes = source.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < bytes.len() {
            let start = at + source[at..].find('<')?;
            let closing = bytes.get(start + 1) == Some(&b'/');
            let name_start = start + 1 + usize::from(closing);
            let name_len = bytes[name_start..].iter().take_while(|b| b.is_ascii_alphanumeric()).count();
            at = start + 1;
            if name_len == 0 {
                continue;
            }
            let end = source[start..].find('>').map_or(source.len(), |e| start + e + 1);
            at = end;
            let name = source[name_start..name_start + name_len].to_ascii_lowercase();
            let void = VOID.contains(&name.as_str()) || source[start..end].ends_with("/>");
            return Some(Tag { start, end, closing, void });
        }
        None
    })
}
