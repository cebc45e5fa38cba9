//! Records and findings -> text, tables and workbooks. One file an output; what is written goes to a writer that the
//! caller opened.

pub mod csv;
pub mod findings_csv;
pub mod findings_json;
pub mod findings_xlsx;
pub mod flat;
pub mod json;
pub mod parquet;
pub mod people;
pub mod problems;
pub mod sarif;
pub mod shape;
pub mod xlsx;
