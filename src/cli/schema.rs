//! `nianbao schema`: the JSON Schema of the record.

use super::{Ended, say};
use std::io;

/// Runs the command.
pub fn run() -> io::Result<Ended> {
    let mut schema = nianbao::record::schema();
    schema.push('\n');
    say(&schema).map(|()| Ended::Well)
}
