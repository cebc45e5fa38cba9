//! What the `style` of an element says of its text. Stylesheets are not read.

use super::walk::attribute;
use scraper::node::Element;
use std::borrow::Cow;

/// A style in lower case and without blanks.
pub(super) fn plain(style: &str) -> Cow<'_, str> {
    let is_plain = |byte: u8| !byte.is_ascii_whitespace() && !byte.is_ascii_uppercase();
    if style.is_ascii() && style.bytes().all(is_plain) {
        return Cow::Borrowed(style);
    }
    Cow::Owned(style.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_lowercase()).collect())
}

/// Declarations of what is not shown.
const HIDING: &[&str] = &["display:none", "visibility:hidden", "visibility:collapse", "mso-hide:all"];

/// Whether an element is not shown.
pub(super) fn is_hidden(element: &Element) -> bool {
    if attribute(element, "hidden").is_some() {
        return true;
    }
    let Some(style) = attribute(element, "style") else { return false };
    let style = plain(style);
    let is_zero = |rest: &str| {
        let number: String = rest.chars().take_while(|c| c.is_ascii_digit() || *c == '.').collect();
        number.parse::<f64>() == Ok(0.0)
    };
    let none = |property: &str| style.split(property).skip(1).any(is_zero);
    HIDING.iter().any(|hiding| style.contains(hiding)) || none("font-size:") || none("opacity:")
}

/// Whether the text of an element is struck out.
pub(super) fn is_struck(element: &Element) -> bool {
    attribute(element, "style").is_some_and(|style| plain(style).contains("line-through"))
}

/// Whether the text of an element is set higher or lower than that around it, as the number of a footnote is.
pub(super) fn is_set_apart(element: &Element) -> bool {
    let set = |style: &str| style.contains("vertical-align:su") || style.contains("mso-text-raise:");
    attribute(element, "style").is_some_and(|style| set(&plain(style)))
}
