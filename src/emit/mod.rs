//! Records and findings -> text. One file an output, each pure: values in, text out.

pub mod findings_csv;
pub mod findings_json;
pub mod findings_xlsx;
pub mod json;
pub mod people;
pub mod problems;
pub mod sarif;
