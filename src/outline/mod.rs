//! Document -> numbered sections: 第一部分, 一、, （一）, 1., （1）, ①.
//!
//! The outline knows how reports are numbered and nothing of the law: not which sections there must be, nor what they are
//! called. Where the report begins and ends in a page with site chrome follows from where its own headings stand.

mod chrome;
mod divide;
mod heading;
mod paragraph;
mod rows;
mod running;
mod titled;
mod tree;

use crate::document::{Document, Place};

pub use divide::{Titles, divide};
pub use paragraph::Paragraph;
pub use running::divide_running;

/// The sections of a document.
#[derive(Clone, Debug, Default)]
pub struct Outline {
    /// The texts between the beginning of the report and its first section, title included.
    pub preamble: Vec<Part>,
    /// The sections of the first level, in order.
    pub sections: Vec<Section>,
    /// The blocks of the document that belong to the report.
    pub body: std::ops::Range<usize>,
}

/// A numbered section.
#[derive(Clone, Debug)]
pub struct Section {
    /// The number as printed, without the mark behind it: 一, （一）, 1., 第一部分; empty where none is printed.
    pub number: String,
    /// Its value.
    pub value: u32,
    /// How deep it is nested, from 1.
    pub level: u8,
    /// The title without its number.
    pub title: String,
    /// Where the heading stands.
    pub place: Place,
    /// The block of the document that holds the heading.
    pub block: usize,
    /// What stands below the heading, before the first section in it.
    pub parts: Vec<Part>,
    /// The sections in it.
    pub sections: Vec<Section>,
}

/// Something that stands in a section.
#[derive(Clone, Debug)]
pub enum Part {
    /// Text.
    Paragraph(Paragraph),
    /// A grid, as the number of its block in the document.
    Grid(usize),
}

/// Finds the sections of a document. Where its numbers are lost, these titles tell them.
pub fn outline(document: &Document, titles: &Titles) -> Outline {
    let items = paragraph::items(document);
    let headings = heading::first_level(&items, titles);
    let body = chrome::body(document, &items, &headings);
    tree::build(items, &headings, body)
}
