//! Records and findings -> text. One file an output, each pure: values in, text out.

pub mod json;
pub mod people;
