//! What an element says of its text, by its name and its `style`. Stylesheets are not read.

use super::walk::attribute;
use crate::read::style::{Said, named, says};
use scraper::node::Element;

fn is_said(element: &Element, wanted: Said) -> bool {
    attribute(element, "style").is_some_and(|style| says(style, wanted))
}

/// Whether an element is not shown.
pub(super) fn is_hidden(element: &Element) -> bool {
    // Most elements have no attribute left.
    element.attrs().next().is_some() && (attribute(element, "hidden").is_some() || is_said(element, Said::Hidden))
}

/// Whether the text of an element is struck out or set apart: a footnote's number set high beside a figure is no digit of
/// it, nor is what was struck out.
pub(super) fn dressed(element: &Element) -> Option<Said> {
    let styled = || [Said::Struck, Said::Apart].into_iter().find(|said| is_said(element, *said));
    // As most elements are.
    let plain = element.attrs().next().is_none();
    named(element.name()).or_else(|| if plain { None } else { styled() })
}

/// Whether an element says so by its name. A whole text may be set a little higher by its style, which says nothing.
pub(super) fn is_named(element: &Element) -> bool {
    named(element.name()).is_some()
}
