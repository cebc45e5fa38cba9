//! Words that a text must hold for a pattern to be met: told from the pattern at a glance, without building it.

/// Sets of words. A text that a pattern meets holds one of each set.
pub(super) fn needs(pattern: &str) -> Vec<Vec<String>> {
    let chars: Vec<char> = pattern.chars().collect();
    let mut sets = Vec::new();
    let mut word = String::new();
    let mut at = 0;
    while at < chars.len() {
        let (atom, end) = atom(&chars, at);
        let optional = matches!(chars.get(end), Some('?' | '*' | '{'));
        match atom {
            Atom::Or => return Vec::new(),
            Atom::Plain if !optional => word.push(chars[at]),
            _ => close(&mut word, &mut sets),
        }
        if let (Atom::Group, false) = (atom, optional) {
            sets.extend(of_group(&chars[at + 1..end - 1]));
        }
        at = end + usize::from(matches!(chars.get(end), Some('?' | '*' | '+')));
        if chars.get(end) == Some(&'{') {
            at = end + chars[end..].iter().position(|&c| c == '}').map_or(1, |length| length + 1);
        }
    }
    close(&mut word, &mut sets);
    sets
}

fn close(word: &mut String, sets: &mut Vec<Vec<String>>) {
    if !word.is_empty() {
        sets.push(vec![std::mem::take(word)]);
    }
}

/// What stands at a place of a pattern.
#[derive(Clone, Copy)]
enum Atom {
    /// A character that stands for itself.
    Plain,
    /// A group in brackets.
    Group,
    /// A bar: the pattern is a choice.
    Or,
    /// A class, an escape, an end of the text.
    Other,
}

/// The atom at a place, and where it ends.
fn atom(chars: &[char], at: usize) -> (Atom, usize) {
    match chars[at] {
        '(' => {
            let mut depth = 0;
            let end = chars[at..].iter().position(|&c| {
                depth += i32::from(c == '(') - i32::from(c == ')');
                depth == 0
            });
            (Atom::Group, end.map_or(chars.len(), |length| at + length + 1))
        }
        '[' => (Atom::Other, chars[at..].iter().position(|&c| c == ']').map_or(chars.len(), |length| at + length + 1)),
        '|' => (Atom::Or, at + 1),
        '\\' => (Atom::Other, (at + 2).min(chars.len())),
        '^' | '$' | '.' | '?' | '*' | '+' | '{' | '}' => (Atom::Other, at + 1),
        _ => (Atom::Plain, at + 1),
    }
}

/// The sets of a group that must be met: its words where it is a choice of words, else those of its only branch.
fn of_group(inner: &[char]) -> Vec<Vec<String>> {
    let text: String = inner.iter().collect();
    let body = match text.strip_prefix("?P<") {
        Some(named) => named.split_once('>').map_or("", |(_, body)| body),
        None => text.strip_prefix("?:").unwrap_or(&text),
    };
    let plain = |branch: &str| !branch.is_empty() && !branch.contains(|c: char| "()[]{}?*+.^$\\".contains(c));
    if body.contains('|') && body.split('|').all(plain) {
        return vec![body.split('|').map(str::to_owned).collect()];
    }
    needs(body)
}

#[cfg(test)]
mod tests {
    use super::needs;
    use crate::locate::narrative::matcher::expanded;
    use crate::template::counted::COUNTED;

    #[test]
    fn words_that_must_stand_are_told() {
        let words = |pattern| needs(pattern).iter().map(|set| set.join("/")).collect::<Vec<_>>().join(" ");
        assert_eq!(words("(?:新收|新增)(?:了)?申请书?"), "新收/新增 申请");
        assert_eq!(words("(?P<last>[0-9]{4}年)?结转(?:至(?:下|次)年)"), "结转 至 下/次 年");
        assert_eq!(words("[一二]件{2,3}(?:甲|乙?)"), "");
        assert_eq!(words("甲|乙"), "");
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
            let text = expanded(form.before);
            let pattern = regex::Regex::new(&format!("(?:{text})$")).unwrap();
            let needs = needs(&text);
            for lead in texts {
                let plausible = needs.iter().all(|set| set.iter().any(|word| lead.contains(word.as_str())));
                assert!(plausible || !pattern.is_match(lead), "{} {lead} {needs:?}", form.before);
            }
        }
    }
}
