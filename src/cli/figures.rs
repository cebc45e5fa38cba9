//! `nianbao figures`: the dictionary of all statutory figures, as CSV.

use super::{Ended, args, complain, say};
use nianbao::finding::Lang;
use nianbao::template::{self, Figure, TEMPLATES};
use std::io;

/// Runs the command.
pub fn run(command: &args::Figures, lang: Lang) -> io::Result<Ended> {
    let templates = match command.template.as_deref() {
        None => TEMPLATES.to_vec(),
        Some(id) => match template::by_id(id) {
            Some(template) => vec![template],
            None => {
                let known = TEMPLATES.iter().map(|template| template.id).collect::<Vec<_>>().join(", ");
                complain(&match lang {
                    Lang::Zh => format!("没有版式“{id}”，已知：{known}"),
                    Lang::En => format!("there is no template '{id}'; known are {known}"),
                });
                return Ok(Ended::Mistyped);
            }
        },
    };
    let mut table = String::from("path,template,section,row,column,unit\n");
    for figure in templates.into_iter().flat_map(|template| template.figures()) {
        table.push_str(&line(&figure));
    }
    say(&table).map(|()| Ended::Well)
}

fn line(figure: &Figure) -> String {
    let fields = [&figure.path, figure.template, figure.section, &figure.row, &figure.column, figure.unit];
    fields.map(quoted).join(",") + "\n"
}

/// A field of CSV. The labels hold no line breaks.
fn quoted(field: &str) -> String {
    if field.contains([',', '"']) { format!("\"{}\"", field.replace('"', "\"\"")) } else { field.to_owned() }
}
