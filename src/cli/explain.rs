//! `nianbao explain`: what a finding code means.

use super::{Ended, args, complain, say, selection};
use nianbao::finding::{Code, Lang, Origin, Severity, codes};
use std::io;

/// Runs the command.
pub fn run(command: &args::Explain, lang: Lang) -> io::Result<Ended> {
    let Some(name) = &command.code else {
        let list: String = codes::ALL
            .iter()
            .map(|code| format!("{} {:24} {}\n", code.code, code.slug, code.sentence.of(lang)))
            .collect();
        return say(&list).map(|()| Ended::Well);
    };
    match codes::find(name) {
        Some(code) => say(&explanation(code, lang)).map(|()| Ended::Well),
        None => {
            complain(&selection::complaint(name, lang));
            Ok(Ended::Mistyped)
        }
    }
}

fn explanation(code: &Code, lang: Lang) -> String {
    let severity = match (code.severity, lang) {
        (Severity::Error, Lang::Zh) => "错误",
        (Severity::Warning, Lang::Zh) => "警告",
        (Severity::Note, Lang::Zh) => "提示",
        (Severity::Error, Lang::En) => "error",
        (Severity::Warning, Lang::En) => "warning",
        (Severity::Note, Lang::En) => "note",
    };
    let origin = match (code.origin, lang) {
        (Origin::Source, Lang::Zh) => "报告本身",
        (Origin::Extraction, Lang::Zh) => "读取存疑",
        (Origin::Source, Lang::En) => "the report's fault",
        (Origin::Extraction, Lang::En) => "our doubt",
    };
    let example = code.example.as_ref().map(|example| match lang {
        Lang::Zh => format!("\n例：{}\n", example.zh),
        Lang::En => format!("\nExample: {}\n", example.en),
    });
    format!(
        "{} {} ({severity}, {origin})\n\n{}\n\n{}\n{}",
        code.code,
        code.slug,
        code.sentence.of(lang),
        code.explanation.of(lang),
        example.unwrap_or_default()
    )
}
