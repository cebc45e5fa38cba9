//! Reads published Chinese government annual reports (年报) into exact, structured records.
//!
//! A report comes as it lies in an archive: a crawled page, a text that some tool made of one, a workbook. [`extract`]
//! turns its bytes into a [`record::Record`]: title, agency, year, numbered sections, every table as a grid, the figures of
//! the statutory tables, and findings. Its first family is the 政府信息公开工作年度报告.
//!
//! ```
//! let page = "<h1>云溪市水务局2022年政府信息公开工作年度报告</h1>\
//!     <p>一、总体情况</p><p>全年公开信息。</p><p>二、主动公开政府信息情况</p>\
//!     <table><tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr>\
//!     <tr><td>规章</td><td>1</td><td></td><td>7</td></tr></table>";
//! let record = nianbao::extract(page.as_bytes(), &nianbao::Options { evidence: true, ..Default::default() })?;
//! assert_eq!((record.agency.as_deref(), record.year), (Some("云溪市水务局"), Some(2022)));
//! let repealed = record.figure("disclosure.regulations.repealed").unwrap();
//! assert_eq!(repealed.reading, nianbao::record::Reading::Blank); // a blank is not 0
//! # Ok::<(), nianbao::Error>(())
//! ```
//!
//! # The flow
//!
//! Data flows one way, and each room is one step of it:
//!
//! | room | does |
//! | --- | --- |
//! | [`text`] | characters: decode bytes, fold labels, read ordinals and quantities |
//! | [`document`] | types for what a source shows: lines, grids, places |
//! | [`template`] | what the law prescribes, as data: one file an edition |
//! | [`finding`] | what there is to say about a report, with all codes in one table |
//! | [`read`] | bytes to a document, one file a format |
//! | [`outline`] | a document to numbered sections |
//! | [`locate`] | what is shown meets what is prescribed: figures, edition, title, agency, year |
//! | [`record`] | the normalised report, as the wire promises it |
//! | [`check`] | does the record agree with itself, with the law, with last year's and other agencies' records? |
//! | [`emit`] | records and findings to text, tables and workbooks |
//! | [`mod@extract`] | the pipeline: bytes in, record and findings out |
//! | [`archive`] | files, folders and archives to named members |
//! | [`batch`] | many members to one output: workers, order, limits, resumption, summary |
//!
//! A test keeps the table of who may import whom (`tests/tidy.rs`).
//!
//! # Invariants
//!
//! 1. Nothing below [`archive`] and [`batch`] does I/O or reads a clock, and nothing at all prints or reads the environment:
//!    the same bytes give the same record.
//! 2. Past opening the container no step fails: it returns what it has, and its findings.
//! 3. A number, a blank, a dash, "not applicable" and an illegible cell stay distinct from the cell to the wire. Each value
//!    keeps its raw text and its place.
//! 4. No statutory label and no year stand outside [`template`].
//! 5. Checks never change a record. Nothing is filled in, repaired or totalled. What would settle a sum is a hint in words.
//! 6. A value whose row or column the source does not settle has no value, and a finding says so.
//!
//! # How a figure finds its place
//!
//! `locate` lays the cells of all grids and the words of all lines into one flow, in reading order. The labels of a table
//! are aligned with it over its whole length, in the order of the form, so a label may be cut in pieces, stand around its
//! own values, or lie beyond a page break. The words of a label tell its row, and not its number, which changes where an
//! office leaves a row out. What follows a label are its cells. In a grid a cell is given a column by the
//! place of the head and by order, and the two must agree; in rows of tabs or pipes the rows of one depth must agree with
//! each other; in lines, a model of how blanks were written must give every row as many cells as the form has columns.
//! Foreign words in a head or before a row, or a value that stands apart, speak against the order, and then nothing is taken.
//!
//! # What the sentences count
//!
//! Beside the tables, reports say in sentences how many applications came and were answered, how many cases there were and
//! how much was disclosed. [`locate::narrative`] reads them into [`record::Fact`]s: the counted thing as a stable key, the
//! number with its unit, whether it is about (余, 约), the time it covers, the words and the place. A number is a fact only
//! where its own words settle what it counts: a governing noun or verb beside it, nothing that narrows it down, and the
//! year of the report. Where the words say that there were none, there is a fact without a number. Facts never override
//! a table; one that can mean a single figure of the form names its path, so that the two can be compared. The words are
//! data: [`template::counted`].

#![forbid(unsafe_code)]
#![warn(missing_docs)]

pub mod archive;
pub mod batch;
pub mod check;
pub mod document;
pub mod emit;
mod error;
pub mod extract;
pub mod finding;
pub mod locate;
pub mod outline;
pub mod read;
pub mod record;
pub mod template;
pub mod text;

pub use error::Error;
pub use extract::{Options, extract};
