//! A value without the marks that a converter put around it: it is set as a formula (`$12$`, `\(0\)`, `$\mathrm{12}$`), or a
//! stroke stands before a character that Markdown might take for one of its own (`\-`, `\+4`).

/// The text without such marks. `None` where it has none.
pub(super) fn plain(text: &str) -> Option<String> {
    if !text.contains(['$', '\\']) {
        return None;
    }
    formula(text.trim()).or_else(|| unescaped(text))
}

/// What begins and ends a formula.
const SIGNS: [(&str, &str); 4] = [("$$", "$$"), ("$", "$"), (r"\(", r"\)"), (r"\[", r"\]")];

/// What a text says that begins with a formula. A formula that computes something says no value.
fn formula(text: &str) -> Option<String> {
    let (opens, closes) = SIGNS.iter().find(|(opens, _)| text.starts_with(opens))?;
    let (mut inner, behind) = text[opens.len()..].split_once(closes)?;
    while let Some(within) = typeset(inner.trim()) {
        inner = within;
    }
    let value = inner.trim().replace(r"\%", "%");
    // Digits behind it may be another number.
    let alone = !behind.contains(|c: char| c.is_ascii_digit() || c == '$');
    let is_plain = alone && !value.is_empty() && !value.contains(['\\', '{', '}', '$', '^', '_']);
    is_plain.then(|| value + behind)
}

/// What stands within the name of a type: `\mathrm{12}`, `{12}`.
fn typeset(formula: &str) -> Option<&str> {
    let (name, within) = formula.strip_suffix('}')?.split_once('{')?;
    let named = name.is_empty() || name.strip_prefix('\\').is_some_and(|name| TYPES.contains(&name.trim_end()));
    named.then_some(within)
}

const TYPES: &[&str] =
    &["mathrm", "mathbf", "mathsf", "mathtt", "mathit", "boldsymbol", "text", "textbf", "textrm", "textsf", "texttt"];

/// The text without the strokes before marks. Two strokes end a row of LaTeX.
fn unescaped(text: &str) -> Option<String> {
    let mut plain = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        let mut mark = || characters.next_if(|&mark| mark.is_ascii_punctuation() && mark != '\\');
        plain.push(if c == '\\' { mark().unwrap_or(c) } else { c });
    }
    (plain.len() < text.len()).then_some(plain)
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn formulas_and_escaped_marks_say_what_is_in_them() {
        let said = |text: &str| plain(text).unwrap_or_default();
        assert_eq!(["$12$", "$ 0 $", r"\(7\)", r"\[8\]", "$$9$$"].map(said), ["12", "0", "7", "8", "9"]);
        let typed = [r"$\mathrm{12}$", r"$\mathbf {\text{ 3 }}$", "${4}$", r"$98.5\%$", "$6$件"];
        assert_eq!(typed.map(said), ["12", "3", "4", "98.5%", "6件"]);
        assert_eq!([r"\-", r"\+4", r"\--", r"4\*"].map(said), ["-", "+4", "--", "4*"]);
    }

    #[test]
    fn what_computes_or_does_not_end_is_no_value() {
        assert_eq!(
            ["$12", "$x^{2}$", "$$", r"$\frac{1}{2}$", r"$\mathrm{1}\mathrm{2}$", r"\", "$1$2", "$1$$2$", r"\\"]
                .map(plain),
            [const { None }; 9]
        );
    }
}
