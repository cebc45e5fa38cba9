//! What the `style` of an element says of its text. Stylesheets are not read.

use super::walk::attribute;
use scraper::node::Element;

/// What a declaration may say of a text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Said {
    /// It is not shown.
    Hidden,
    /// It is struck out.
    Struck,
    /// It is set higher or lower than the text around it.
    Apart,
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
        14 if is("vertical-align") && begins("su") => Some(Said::Apart),
        14 if is("mso-text-raise") => Some(Said::Apart),
        _ => None,
    }
}

/// Whether a value begins with a number that is zero: `0`, `0pt`, `.0em`.
fn is_zero(value: &str) -> bool {
    let end = value.find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(value.len());
    value[..end].parse::<f64>() == Ok(0.0)
}

/// Whether a style says anything that is asked for here: plainly, or perhaps in character references.
pub(super) fn matters(style: &str) -> bool {
    style.contains('&') || said(style).next().is_some()
}

fn says(element: &Element, wanted: Said) -> bool {
    attribute(element, "style").is_some_and(|style| said(style).any(|said| said == wanted))
}

/// Whether an element is not shown.
pub(super) fn is_hidden(element: &Element) -> bool {
    // Most elements have no attribute left.
    element.attrs().next().is_some() && (attribute(element, "hidden").is_some() || says(element, Said::Hidden))
}

/// Whether the text of an element is struck out.
pub(super) fn is_struck(element: &Element) -> bool {
    says(element, Said::Struck)
}

/// Whether the text of an element is set higher or lower than that around it, as the number of a footnote is.
pub(super) fn is_set_apart(element: &Element) -> bool {
    says(element, Said::Apart)
}
