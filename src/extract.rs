//! The one pipeline: bytes in, record and findings out.

use crate::document::{Block, Document, Format};
use crate::error::Error;
use crate::finding::{Finding, Lang, codes};
use crate::locate::Located;
use crate::outline::{Outline, Titles};
use crate::record::{Record, Source};
use crate::{check, locate, outline, read, record, template};
use sha2::{Digest, Sha256};
use std::sync::LazyLock;

/// What a caller knows of a file, and wants of its record.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The path that the record names.
    pub path: Option<String>,
    /// The name inside an archive.
    pub member: Option<String>,
    /// The character encoding that a transport stated.
    pub charset: Option<String>,
    /// The address it was fetched from. It stands in the record's metadata where the page states none itself.
    pub url: Option<String>,
    /// The language of the findings' sentences.
    pub lang: Lang,
    /// Whether the record carries the evidence of each figure.
    pub evidence: bool,
}

/// The titles of all prescribed sections.
static TITLES: LazyLock<Titles> = LazyLock::new(|| Titles::new(&template::section_titles()));

/// Reads one report.
///
/// # Errors
/// Where there is no report to speak of: see [`Error`]. Whatever is wrong with a report itself is a finding of its record.
pub fn extract(bytes: &[u8], options: &Options) -> Result<Record, Error> {
    let (mut document, mut findings) = read::read(bytes, options.charset.as_deref())?;
    outline::divide(&mut document, &TITLES);
    findings.extend(locate::keep_first(&mut document));
    let mut outline = outline::outline(&document, &TITLES);
    if outline.sections.len() < 2 && outline::divide_running(&mut document) {
        outline = outline::outline(&document, &TITLES);
    }
    let mut located = locate::locate(&document, &outline);
    must_be_report(&document, &outline, &located)?;
    findings.append(&mut located.findings);
    findings.append(&mut located.identity.findings);
    findings.extend(pictured(&document, &located));
    let source = source(bytes, &document, options);
    let mut record = record::assemble(document, outline, located, source);
    if let Some(url) = &options.url {
        record.metadata.entry("url".to_owned()).or_insert_with(|| url.clone());
    }
    findings.extend(check::check(&record));
    record.conclude(&findings, options.lang);
    if !options.evidence {
        record.evidence.clear();
    }
    Ok(record)
}

fn source(bytes: &[u8], document: &Document, options: &Options) -> Source {
    let digits = Sha256::digest(bytes).into_iter().flat_map(|byte| [byte >> 4, byte & 15]);
    Source {
        path: options.path.clone(),
        member: options.member.clone(),
        sha256: digits.filter_map(|digit| char::from_digit(digit.into(), 16)).collect(),
        bytes: bytes.len() as u64,
        format: document.format.name().to_owned(),
        encoding: document.encoding.map(str::to_owned),
    }
}

/// A page without sections and statutory tables is a list, a picture's frame or a message, and must not pose as a report.
fn must_be_report(document: &Document, outline: &Outline, located: &Located) -> Result<(), Error> {
    let workbook = !matches!(document.format, Format::Html | Format::Text);
    let tables = locate::grids(document) > 0;
    if located.template.is_some() || outline.sections.len() >= 2 || workbook && tables {
        return Ok(());
    }
    if located.identity.of_family && document.pictures > 0 {
        return Err(Error::NoReport("its text seems to stand in pictures", "正文疑似为图片"));
    }
    let text: usize = document
        .blocks
        .iter()
        .map(|block| if let Block::Line(line) = block { line.text.chars().count() } else { 0 })
        .sum();
    if located.identity.of_family && text > 400 {
        return Ok(());
    }
    Err(Error::NoReport(
        "neither numbered sections nor a statutory table were found",
        "没有找到编号章节，也没有法定表格",
    ))
}

/// A report of the family whose tables are pictures.
fn pictured(document: &Document, located: &Located) -> Option<Finding> {
    let none = located.tables.is_empty() && located.identity.of_family && document.pictures > 0;
    none.then(|| Finding::new(&codes::TABLES_PICTURED).fact("count", document.pictures))
}
