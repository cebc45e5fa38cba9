//! All styles, with what each can keep.

use super::{Drawn, Rng, aligned, broken, lines, pages, rows, ruled};

/// A way in which a report arrives.
pub struct Style {
    pub name: &'static str,
    /// What becomes of a blank cell.
    pub blanks: Blanks,
    /// It is text that lost its grid: lines can be taken out of it.
    pub flattened: bool,
    pub write: fn(&Drawn, &mut Rng) -> String,
}

/// Whether a blank cell can be told from its neighbours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Blanks {
    /// It leaves a trace of its own.
    Kept,
    /// It leaves room, as far as the columns around it show where.
    Room,
    /// It leaves nothing.
    Lost,
}

const fn page(name: &'static str, write: fn(&Drawn, &mut Rng) -> String) -> Style {
    Style { name, blanks: Blanks::Kept, flattened: false, write }
}

const fn text(name: &'static str, blanks: Blanks, write: fn(&Drawn, &mut Rng) -> String) -> Style {
    Style { name, blanks, flattened: true, write }
}

pub static STYLES: &[Style] = &[
    page("page", |drawn, rng| pages::sound(drawn, pages::plain, rng)),
    page("page of an office program", |drawn, rng| pages::sound(drawn, pages::office, rng)),
    page("page, tables divided", |drawn, rng| pages::divided(drawn, false, rng)),
    page("page, tables divided, heads repeated", |drawn, rng| pages::divided(drawn, true, rng)),
    page("page, covered places written", pages::doubled),
    page("page without spans", pages::spanless),
    page("page, spans of head and rows differ", pages::skewed),
    page("page, local rows and columns", pages::local),
    page("page, labels cut or explained", pages::relabelled),
    Style { blanks: Blanks::Room, ..page("page, text placed by coordinates", pages::placed) },
    page("page, totals in the rows of groups", broken::totalled),
    page("page, remedies as rows", broken::crossed),
    page("page, several columns of values", broken::several),
    text("tabs", Blanks::Kept, rows::tabs),
    text("tabs, merged cells once", Blanks::Kept, rows::tabs_begun),
    text("tabs, merged cells repeated", Blanks::Kept, rows::tabs_repeated),
    text("tabs, labels shift at a page", Blanks::Kept, rows::tabs_shifted),
    text("pipes", Blanks::Kept, rows::pipes),
    text("pipes, merged cells once", Blanks::Kept, rows::pipes_begun),
    text("Markdown", Blanks::Kept, rows::markdown),
    text("Markdown without outer pipes", Blanks::Kept, rows::markdown_bare),
    text("comma-separated", Blanks::Kept, rows::csv),
    text("a cell a line, blanks gone", Blanks::Lost, lines::stripped),
    text("a cell a line", Blanks::Kept, lines::written),
    text("a cell a paragraph", Blanks::Kept, lines::spaced),
    text("a cell and a pipe a line", Blanks::Kept, lines::piped),
    text("a cell a paragraph, indented", Blanks::Lost, lines::indented),
    text("one line, blanks between", Blanks::Lost, lines::one_line),
    text("one line, tabs between", Blanks::Lost, lines::one_line_tabs),
    text("a row a line, labels wrapped", Blanks::Lost, lines::raw),
    text("a row a line, title and head again on a new page", Blanks::Lost, broken::paged),
    text("a row a line, a browser's page heads between", Blanks::Lost, broken::printed),
    text("a row a line, a label upright", Blanks::Lost, broken::upright),
    text("a row a line, rows numbered", Blanks::Lost, broken::numbered),
    text("a cell a line, a label upright", Blanks::Kept, broken::upright_cells),
    text("labels after later values", Blanks::Lost, lines::displaced),
    text("aligned by width", Blanks::Room, |drawn, rng| aligned::layout(drawn, aligned::width, rng)),
    text("aligned by characters", Blanks::Room, |drawn, rng| aligned::layout(drawn, aligned::characters, rng)),
    text("strokes", Blanks::Kept, aligned::boxes),
    text("columns between strokes", Blanks::Kept, ruled::simple),
    text("columns between strokes, labels wrapped", Blanks::Kept, ruled::multiline),
    text("rows between joints, labels wrapped", Blanks::Kept, ruled::joints),
];
