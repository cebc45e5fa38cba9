//! A report -> a text as tools make it of a page: headings and paragraphs on lines of their own, and each table flattened
//! to one cell a line.

use super::report::{Part, Report};

/// The text of a report.
pub fn text(report: &Report) -> String {
    let mut text = format!("{}\n\n", report.title);
    for part in &report.parts {
        match part {
            Part::Heading(line) | Part::Text(line) => text.extend([line.as_str(), "\n\n"]),
            Part::Table(rows) => {
                rows.iter().flatten().for_each(|cell| text.extend([cell.text.as_str(), "\n"]));
                text.push('\n');
            }
        }
    }
    text
}
