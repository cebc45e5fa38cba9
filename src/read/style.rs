//! What a style, or a name, says of a text: that it is not shown, struck out, or set apart. Pages and Markdown's spans write
//! the same declarations.

use crate::text::quantity::is_han_digit;

/// What may be said of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Said {
    /// It is not shown.
    Hidden,
    /// It is struck out.
    Struck,
    /// It is set higher or lower than the text around it, as the number of a footnote is.
    Apart,
    /// It is moved from its place, if it is also said how far.
    Relative,
    /// How far it is moved, if it is moved from its place.
    Moved,
}

/// The mark of struck text, on both sides of it.
pub(super) const STRUCK: &str = "~~";
/// The mark between text and what is set higher or lower.
pub(super) const APART: &str = "^";

/// What names say of a text: those of elements, and those of the classes that a converter writes for a word processor's
/// marks of changes, its remarks and its raised characters.
const NAMED: &[(&str, Said)] = &[
    ("sup", Said::Apart),
    ("sub", Said::Apart),
    ("del", Said::Struck),
    ("s", Said::Struck),
    ("strike", Said::Struck),
    ("superscript", Said::Apart),
    ("subscript", Said::Apart),
    ("strikeout", Said::Struck),
    ("deletion", Said::Struck),
    ("comment-start", Said::Hidden),
];

/// What a name says.
pub(super) fn named(name: &str) -> Option<Said> {
    NAMED.iter().find(|(known, _)| *known == name).map(|(_, said)| *said)
}

/// Whether a style says this of its text.
pub(super) fn says(style: &str, wanted: Said) -> bool {
    let says = |wanted| said(style).any(|said| said == wanted);
    says(wanted) || wanted == Said::Apart && says(Said::Relative) && says(Said::Moved)
}

/// Whether a style says anything that is asked for here: plainly, or perhaps in character references.
pub(super) fn matters(style: &str) -> bool {
    style.contains('&') || said(style).next().is_some()
}

/// Whether two characters would be one number if nothing stood between them.
pub(super) fn are_glued(last: Option<char>, next: Option<char>) -> bool {
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit() || matches!(c, '０'..='９') || is_han_digit(c));
    digit(last) && digit(next)
}

/// What the declarations of a style say.
fn said(style: &str) -> impl Iterator<Item = Said> {
    let declarations = style.split(';').filter_map(|declaration| declaration.split_once(':'));
    declarations.filter_map(|(property, value)| declared(property.trim_ascii(), value.trim_ascii()))
}

fn declared(property: &str, value: &str) -> Option<Said> {
    let is = |name: &str| property.eq_ignore_ascii_case(name);
    let begins = |word: &str| {
        let beginning = value.as_bytes().get(..word.len());
        beginning.is_some_and(|beginning| beginning.eq_ignore_ascii_case(word.as_bytes()))
    };
    let holds = |word: &str| value.split_ascii_whitespace().any(|part| part.eq_ignore_ascii_case(word));
    match property.len() {
        7 if is("display") && begins("none") => Some(Said::Hidden),
        10 if is("visibility") && (begins("hidden") || begins("collapse")) => Some(Said::Hidden),
        8 if is("mso-hide") && begins("all") => Some(Said::Hidden),
        9 if is("font-size") && is_zero(value) => Some(Said::Hidden),
        7 if is("opacity") && is_zero(value) => Some(Said::Hidden),
        15 if is("text-decoration") && holds("line-through") => Some(Said::Struck),
        20 if is("text-decoration-line") && holds("line-through") => Some(Said::Struck),
        17 if is("text-line-through") && !begins("none") => Some(Said::Struck),
        14 if is("vertical-align") && (begins("su") || begins("text-") || is_length(value)) => Some(Said::Apart),
        8 if is("position") && begins("relative") => Some(Said::Relative),
        3 | 6 if (is("top") || is("bottom")) && is_length(value) => Some(Said::Moved),
        14 if is("mso-text-raise") => Some(Said::Apart),
        _ => None,
    }
}

/// Whether a value begins with a number that is zero: `0`, `0pt`, `.0em`.
fn is_zero(value: &str) -> bool {
    let end = value.find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(value.len());
    value[..end].parse::<f64>() == Ok(0.0)
}

/// Whether a value is a length or a share that is not zero: `4px`, `-.3em`, `30%`.
fn is_length(value: &str) -> bool {
    let size = value.trim_start_matches(['+', '-']);
    size.starts_with(|c: char| c.is_ascii_digit() || c == '.') && !is_zero(size)
}
