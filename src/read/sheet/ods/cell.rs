//! One cell of an OpenDocument sheet -> what it shows.

use super::{MOST_COLUMNS, MOST_ROWS, attribute, count};
use crate::read::sheet::runs::Runs;
use crate::read::sheet::value::{Shown, number};
use crate::read::style::Said;
use crate::text::fold;
use quick_xml::events::BytesStart;

/// A cell that is being read.
#[derive(Default)]
pub(super) struct Content {
    pub(super) repeated: u32,
    pub(super) rows: u32,
    pub(super) columns: u32,
    covered: bool,
    /// The value that the cell states beside its text.
    value: Option<String>,
    is_number: bool,
    is_error: bool,
    formula: Option<String>,
    /// The text, its paragraphs divided by line breaks.
    text: String,
    /// The same with the marks of its dress, and the spans that are open.
    runs: Runs,
    spans: Vec<Option<Said>>,
    paragraphs: usize,
    /// How deep the reader stands in paragraphs, and in what is no text of the cell (remarks, drawings).
    inside: usize,
    beside: usize,
    /// Cells of a table within the cell.
    nested: usize,
}

impl Content {
    /// A cell whose style says this of its text.
    pub(super) fn new(element: &BytesStart, dress: Option<Said>) -> Self {
        Content {
            spans: vec![dress],
            repeated: count(element, "table:number-columns-repeated", MOST_COLUMNS),
            rows: count(element, "table:number-rows-spanned", MOST_ROWS),
            columns: count(element, "table:number-columns-spanned", MOST_COLUMNS),
            value: value(element),
            is_number: matches!(attribute(element, "office:value-type").as_deref(), Some("float" | "currency")),
            is_error: attribute(element, "calcext:value-type").as_deref() == Some("error"),
            formula: attribute(element, "table:formula"),
            ..Content::default()
        }
    }

    /// A place under a merged area: it counts as a column and shows nothing.
    pub(super) fn covered(element: &BytesStart) -> Self {
        let repeated = count(element, "table:number-columns-repeated", MOST_COLUMNS);
        Content { repeated, rows: 1, columns: 1, covered: true, ..Content::default() }
    }

    /// Takes the beginning of an element; `dress` is what its style says of its text.
    pub(super) fn start(&mut self, element: &BytesStart, dress: Option<Said>) {
        match element.name().as_ref() {
            "table:table-cell" | "table:covered-table-cell" => self.nested += 1,
            name if is_beside(name) => self.beside += 1,
            _ if self.beside > 0 => {}
            "text:p" | "text:h" => {
                if self.paragraphs > 0 {
                    self.push("\n");
                }
                self.paragraphs += 1;
                self.inside += 1;
                self.spans.push(dress);
            }
            "text:span" => self.spans.push(dress),
            "text:s" => self.push(&" ".repeat(count(element, "text:c", 256) as usize)),
            "text:tab" => self.push("\t"),
            "text:line-break" => self.push("\n"),
            _ => {}
        }
    }

    pub(super) fn text(&mut self, text: &str) {
        if self.inside > 0 && self.beside == 0 {
            // Line breaks within a paragraph are those of the file, not of the text.
            self.push(&text.replace(['\n', '\r', '\t'], " "));
        }
    }

    fn push(&mut self, text: &str) {
        self.text.push_str(text);
        let struck = self.spans.contains(&Some(Said::Struck)).then_some(Said::Struck);
        self.runs.push(text, struck.or_else(|| self.spans.iter().copied().flatten().last()));
    }

    /// Takes the end of an element; whether the cell itself ends.
    pub(super) fn end(&mut self, name: &str) -> bool {
        match name {
            "table:table-cell" | "table:covered-table-cell" if self.nested == 0 => return true,
            "table:table-cell" | "table:covered-table-cell" => self.nested -= 1,
            name if is_beside(name) => self.beside = self.beside.saturating_sub(1),
            "text:p" | "text:h" if self.beside == 0 => {
                self.inside = self.inside.saturating_sub(1);
                self.spans.pop();
            }
            "text:span" if self.beside == 0 => _ = self.spans.pop(),
            _ => {}
        }
        false
    }

    /// What the cell shows; `None` for a place without content that is no merged area.
    pub(super) fn shown(mut self) -> Option<Shown> {
        if self.covered {
            return None;
        }
        if let Some(marked) = std::mem::take(&mut self.runs).marked() {
            return Some(if self.is_error { Shown::Error(self.text) } else { Shown::Text(marked) });
        }
        let empty = self.text.is_empty() && self.value.is_none();
        let number = self.number();
        match (empty, self.formula) {
            (true, Some(formula)) => {
                Some(Shown::Formula(formula.split_once(":=").map_or(formula.clone(), |(_, f)| f.to_owned())))
            }
            (true, None) => (self.rows > 1 || self.columns > 1).then(|| Shown::Text(String::new())),
            (false, _) if self.is_error => Some(Shown::Error(self.text)),
            (false, _) if self.is_number => Some(Shown::Text(number.unwrap_or(self.text))),
            (false, _) => Some(Shown::Text(self.value.filter(|value| !value.is_empty()).unwrap_or(self.text))),
        }
    }

    /// What is shown of a number: its value, with the Chinese words of its format, unless the text says something else (`-`
    /// for 0). A cell without any text was written by a program that formats nothing.
    fn number(&self) -> Option<String> {
        let value = self.value.as_deref().filter(|_| self.is_number)?;
        if self.paragraphs == 0 {
            return Some(value.to_owned());
        }
        let unit: String = self.text.chars().filter(|&c| fold::is_han(c)).collect();
        says(&self.text, value.parse().ok()?).then(|| format!("{value}{unit}"))
    }
}

/// Whether a text is this number as a format shows it: with separators, rounded, with a currency or a unit.
fn says(text: &str, value: f64) -> bool {
    let text: String =
        text.chars().filter(|c| !matches!(c, ',' | '，' | '￥' | '¥' | '$') && !c.is_whitespace()).collect();
    let inner = text.trim_end_matches(fold::is_han).trim_start_matches('(').trim_end_matches(')');
    let decimals = inner.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let value = if text.starts_with('(') { value.abs() } else { value };
    let close = |shown: f64| {
        let least =
            if inner.contains(['e', 'E']) { value.abs() / 10.0 } else { 0.5_f64 / 10_f64.powi(decimals as i32) };
        (shown - value).abs() <= least * 1.000_001
    };
    inner.parse().is_ok_and(close)
}

/// Remarks and drawings stand in a cell without being its text.
fn is_beside(name: &str) -> bool {
    name == "office:annotation" || name.starts_with("draw:") || name == "table:shapes"
}

/// The value that a cell states, if the text may differ from it by its format. Percentages and times keep their text,
/// which says what they are.
fn value(element: &BytesStart) -> Option<String> {
    match attribute(element, "office:value-type")?.as_str() {
        "float" | "currency" => attribute(element, "office:value")?.trim().parse().ok().map(number),
        "date" => {
            attribute(element, "office:date-value").map(|date| date.trim_end_matches("T00:00:00").replace('T', " "))
        }
        "boolean" => attribute(element, "office:boolean-value").map(|value| value.to_ascii_uppercase()),
        // A formula may result in the empty text.
        "string" => attribute(element, "office:string-value").filter(String::is_empty),
        _ => None,
    }
}
