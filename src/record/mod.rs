//! The normalised report: what the wire promises. Names and shapes are stable under `nianbao.record/1`.

mod assemble;
pub mod brief;
mod figures;

pub use assemble::assemble;
pub use brief::Brief;
pub use figures::{Figures, Node};

use crate::document::Place;
use crate::finding::{Finding, Lang, Origin, Severity};
pub use crate::locate::narrative::Scope;
pub use crate::locate::{Contact, Period};
pub use crate::text::quantity::Amount;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The version of the record.
pub const SCHEMA: &str = "nianbao.record/1";

/// One report.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Record {
    /// The version of the record, [`SCHEMA`].
    pub schema: &'static str,
    /// The file it was read from.
    pub source: Source,
    /// What kind of report it is.
    pub kind: Kind,
    /// The title as printed, in one line.
    pub title: Option<String>,
    /// The agency whose report it is.
    pub agency: Option<String>,
    /// The report year.
    pub year: Option<i16>,
    /// The date of publication, as `2023-01-18`.
    pub published: Option<String>,
    /// The period that the report covers.
    pub period: Option<Period>,
    /// The edition of the statutory tables, told from their own labels.
    pub template: Option<&'static str>,
    /// What the page says of itself: `index_number`, `publisher`, `document_number`, `url` and others.
    pub metadata: BTreeMap<String, String>,
    /// Where the office can be reached.
    pub contact: Contact,
    /// What stands between the beginning of the report and its first section.
    pub preamble: Vec<Block>,
    /// The sections of the first level.
    pub sections: Vec<Section>,
    /// Every table of the report as a grid.
    pub tables: Vec<Table>,
    /// The figures of section 二 (editions 2019 and 2021).
    pub disclosure: Option<Figures>,
    /// The figures of section 三 (editions 2019 and 2021).
    pub requests: Option<Figures>,
    /// The figures of section 四 (editions 2019 and 2021).
    pub remedies: Option<Figures>,
    /// The figures of the statistics form (edition 2014).
    pub statistics: Option<Figures>,
    /// What the sentences of the report count. They never override a table.
    pub narrative: Vec<Fact>,
    /// For each figure path its reading, raw text and place. Left out unless asked for.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub evidence: BTreeMap<Cow<'static, str>, Evidence>,
    /// What there is to say about the report.
    pub findings: Vec<FindingRecord>,
    /// Whether somebody should look.
    pub status: Status,
}

/// The file of a report.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
pub struct Source {
    /// The path as given; `-` for standard input.
    pub path: Option<String>,
    /// The name inside an archive.
    pub member: Option<String>,
    /// The SHA-256 of the bytes, as `sha256sum` prints it.
    pub sha256: String,
    /// As many bytes as the file has.
    pub bytes: u64,
    /// What the content is: `html`, `text`, `csv`, `xlsx`, `xlsb`, `xls`, `ods`.
    pub format: String,
    /// The encoding it was decoded from; `null` for workbooks.
    pub encoding: Option<String>,
}

impl Source {
    /// The whole name, `a.zip!2022/b.html`; empty where there is none.
    pub fn name(&self) -> String {
        [self.path.as_deref(), self.member.as_deref()].into_iter().flatten().collect::<Vec<_>>().join("!")
    }
}

/// What kind of report a record is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// An annual report on open government information, with statutory tables.
    OgiAnnualReport,
    /// Another report with numbered sections or tables.
    NumberedReport,
}

/// A numbered section.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Section {
    /// The number as printed: 一, （一）, 1., 第一部分; empty where the heading has none.
    pub number: String,
    /// How deep it is nested, from 1.
    pub level: u8,
    /// Which prescribed section it is: `overview`, `disclosure`, `requests`, `remedies`, `problems`, `other`.
    pub key: Option<String>,
    /// The title without its number.
    pub title: String,
    /// What stands in it before its first subsection.
    pub blocks: Vec<Block>,
    /// The sections in it.
    pub sections: Vec<Section>,
}

/// A paragraph, or a table by its number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Block {
    /// A paragraph.
    Paragraph(String),
    /// A table, as its index in `tables`.
    Table(usize),
}

/// A table of the report.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Table {
    /// What it is: `disclosure`, `requests`, `remedies`, `statistics`, `metadata`.
    pub role: Option<String>,
    /// Its caption.
    pub caption: Option<String>,
    /// The unit that stands above it (单位：万元).
    pub unit: Option<String>,
    /// The texts. A merged area has its text at its first place and the empty text elsewhere.
    pub rows: Vec<Vec<String>>,
    /// The areas of more than one place.
    pub merged: Vec<Area>,
    /// Where it stands.
    pub place: Place,
}

/// A merged area; rows and columns count from 0.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Area {
    /// The first row.
    pub row: usize,
    /// The first column.
    pub column: usize,
    /// As many rows as it covers.
    pub rows: usize,
    /// As many columns as it covers.
    pub columns: usize,
}

/// How a figure was read.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Evidence {
    /// What stands there.
    pub reading: Reading,
    /// The number, if it is one.
    #[schemars(with = "Option<f64>")]
    pub value: Option<Amount>,
    /// The text as printed.
    pub raw: String,
    /// Its labels on the form.
    pub label: Cow<'static, str>,
    /// Where it stands.
    pub place: Option<Place>,
    /// Its row and column are beyond doubt.
    pub sure: bool,
}

/// Something that a sentence counts: applications received or answered, cases, items disclosed, fees.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Fact {
    /// What is counted, as `requests.received`, `reconsideration.total`, `disclosed.items`.
    pub key: String,
    /// The words that name it.
    pub name: String,
    /// Whether a number is printed, or the words state that there were none.
    pub reading: Stated,
    /// The number as printed; `null` where the words state that there were none.
    #[schemars(with = "Option<f64>")]
    pub value: Option<Amount>,
    /// The unit behind the number, with its 万: `件`, `条`, `万条`, `元`.
    pub unit: Option<String>,
    /// The sentence says 余, 多, 约, 近 or the like.
    pub approximate: bool,
    /// The time that the sentence says it covers.
    pub scope: Option<Scope>,
    /// The clause as printed, from the one on that names other bodies than the agency where it counts theirs.
    pub words: String,
    /// The number of the section of the first level; `null` before the first.
    pub section: Option<String>,
    /// Where its paragraph begins, where the source can tell.
    pub place: Option<Place>,
    /// The path of the figure it can be compared with; `null` where the sentence may mean something else.
    pub figure: Option<String>,
}

/// How a sentence states a count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Stated {
    /// By a number, zero included.
    Number,
    /// In words: there were none.
    NoneStated,
}

/// What stands where a figure should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Reading {
    /// A number, zero included.
    Number,
    /// Nothing.
    Blank,
    /// A dash.
    Dash,
    /// `/`, 无, N/A.
    NotApplicable,
    /// Something that is none of these.
    Illegible,
    /// Values whose columns cannot be known.
    Ambiguous,
    /// No such cell.
    Absent,
}

/// A finding with its sentence.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct FindingRecord {
    /// The stable code.
    pub code: String,
    /// The stable name.
    pub slug: String,
    /// How much it matters.
    pub severity: Severity,
    /// Whose fault it is.
    pub origin: Origin,
    /// The sentence.
    pub message: String,
    /// The figures it names.
    pub figures: Vec<String>,
    /// Where it stands.
    pub place: Option<Place>,
    /// The relation that it rests on, in the words of the form.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub relation: Option<String>,
    /// What would settle it: help for whoever corrects the report.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
}

impl FindingRecord {
    /// A finding with its sentence in one language.
    pub fn new(finding: &Finding, lang: Lang) -> Self {
        FindingRecord {
            code: finding.code.code.to_owned(),
            slug: finding.code.slug.to_owned(),
            severity: finding.severity,
            origin: finding.origin,
            message: finding.message(lang),
            figures: finding.figures.clone(),
            place: finding.place.clone().filter(|place| *place != Place::default()),
            relation: finding.relation().map(str::to_owned),
            help: finding.help(lang),
        }
    }
}

/// Whether somebody should look at a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Nothing but notes.
    Clean,
    /// A warning or an error.
    Review,
    /// A statutory table is missing, or some of its values could not be placed.
    Incomplete,
}

impl Record {
    /// The evidence of a figure.
    pub fn figure(&self, path: &str) -> Option<&Evidence> {
        self.evidence.get(path)
    }
}

/// The JSON Schema of the record, made from its types.
pub fn schema() -> String {
    let schema = schemars::schema_for!(Record);
    serde_json::to_string_pretty(&schema).expect("a schema is JSON")
}
