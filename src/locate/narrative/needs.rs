//! Words that a text must hold for a pattern to be met: told from the pattern at a glance, without building it.

use super::matcher::fragment;

/// Sets of words. A text that a pattern meets holds one of each set.
pub(super) fn needs(pattern: &'static str) -> Vec<Vec<&'static str>> {
    let mut sets = Vec::new();
    // Where the word begins of which characters were met last.
    let (mut word, mut at) = (0, 0);
    while at < pattern.len() {
        let (atom, end) = atom(pattern, at);
        let (times, optional) = times(&pattern[end..]);
        if matches!(atom, Atom::Or) {
            return Vec::new();
        }
        if matches!(atom, Atom::Plain) && !optional {
            at = end;
        }
        if at < end || times > 0 {
            sets.extend((word < at).then(|| vec![&pattern[word..at]]));
            word = end + times;
            at = word;
        }
        match atom {
            Atom::Group(inner) if !optional => sets.extend(of_group(inner)),
            Atom::Fragment(inner) if !optional => sets.extend(needs(inner)),
            _ => (),
        }
    }
    sets.extend((word < at).then(|| vec![&pattern[word..at]]));
    sets
}

/// What stands at a place of a pattern.
#[derive(Clone, Copy)]
enum Atom {
    /// A character that stands for itself.
    Plain,
    /// What stands in a group's brackets.
    Group(&'static str),
    /// The pattern for which a name stands.
    Fragment(&'static str),
    /// A bar: the pattern is a choice.
    Or,
    /// A class, an escape, an end of the text.
    Other,
}

/// The atom at a place, and where it ends.
fn atom(pattern: &'static str, at: usize) -> (Atom, usize) {
    let rest = &pattern[at..];
    let first = rest.chars().next().map_or(0, char::len_utf8);
    let to = |close: char| rest.find(close).map_or(rest.len(), |length| length + 1);
    let (atom, length) = match rest.as_bytes()[0] {
        b'(' => {
            let length = group(rest);
            (Atom::Group(&rest[1..length - 1]), length)
        }
        b'{' => {
            let length = to('}');
            (fragment(&rest[1..length - 1]).map_or(Atom::Other, Atom::Fragment), length)
        }
        b'[' => (Atom::Other, to(']')),
        b'|' => (Atom::Or, 1),
        b'\\' => (Atom::Other, 1 + rest[1..].chars().next().map_or(0, char::len_utf8)),
        b'^' | b'$' | b'.' | b'?' | b'*' | b'+' | b'}' => (Atom::Other, 1),
        _ => (Atom::Plain, first),
    };
    (atom, at + length)
}

/// How long a group is that a text begins with.
fn group(text: &str) -> usize {
    let mut depth = 0;
    let end = text.bytes().position(|byte| {
        depth += i32::from(byte == b'(') - i32::from(byte == b')');
        depth == 0
    });
    end.map_or(text.len(), |at| at + 1)
}

/// How long that is which says how often an atom stands before a text, and whether it may lack.
fn times(text: &str) -> (usize, bool) {
    match text.as_bytes() {
        [b'?' | b'*', ..] => (1, true),
        [b'+', ..] => (1, false),
        [b'{', b'0'..=b'9', ..] => (text.find('}').map_or(text.len(), |length| length + 1), true),
        _ => (0, false),
    }
}

/// The sets of a group that must be met: its words where it is a choice of words, else those of its only branch.
fn of_group(inner: &'static str) -> Vec<Vec<&'static str>> {
    let body = match inner.strip_prefix("?P<") {
        Some(named) => named.split_once('>').map_or("", |(_, body)| body),
        None => inner.strip_prefix("?:").unwrap_or(inner),
    };
    let plain = |branch: &str| !branch.is_empty() && !branch.contains(|c: char| "()[]{}?*+.^$\\".contains(c));
    if body.contains('|') && body.split('|').all(plain) {
        return vec![body.split('|').collect()];
    }
    needs(body)
}

#[cfg(test)]
mod tests {
    use super::needs;
    use crate::locate::narrative::matcher;
    use crate::template::counted::COUNTED;

    #[test]
    fn words_that_must_stand_are_told() {
        let words =
            |pattern: &'static str| needs(pattern).iter().map(|set| set.join("/")).collect::<Vec<_>>().join(" ");
        assert_eq!(words("(?:新收|新增)(?:了)?申请书?"), "新收/新增 申请");
        assert_eq!(words("(?P<last>[0-9]{4}年)?结转(?:至(?:下|次)年)"), "结转 至 下/次 年");
        assert_eq!(words("[一二]件{2,3}(?:甲|乙?)"), "");
        assert_eq!(words("甲|乙"), "");
        assert_eq!(words("共{fill}收{new}件{close}?"), "共 收 新收到/新收/新增 件");
    }

    #[test]
    fn a_text_without_them_is_never_met() {
        let texts = [
            "新收到政府信息公开申请",
            "收到申请",
            "上年结转政府信息公开申请",
            "予以公开",
            "被申请行政复议",
            "行政诉讼案件",
            "主动公开信息",
            "通过政府网站公开",
            "答复",
            "收取费用",
        ];
        for form in COUNTED.iter().flat_map(|counted| counted.forms) {
            let pattern = matcher::regex(&format!("(?:{})$", form.before));
            let needs = needs(form.before);
            for lead in texts {
                let plausible = needs.iter().all(|set| set.iter().any(|word| lead.contains(word)));
                assert!(plausible || !pattern.is_match(lead), "{} {lead} {needs:?}", form.before);
            }
        }
    }
}
