//! Last year's year, left in the overview.

use crate::check::prose;
use crate::finding::{Finding, codes};
use crate::record::Record;
use crate::template::PRACTICE;
use std::borrow::Cow;

/// As many characters of a sentence as are quoted.
const QUOTED: usize = 24;

/// Looks for sentences of the overview that begin with the year before and compare nothing; the first is quoted.
pub fn check(record: &Record) -> Vec<Finding> {
    let (Some(year), Some(section)) = (record.year, prose::keyed(record, "overview")) else { return Vec::new() };
    let stale = year - 1;
    let texts: Vec<Cow<'_, str>> = prose::paragraphs(section).into_iter().map(prose::squeezed).collect();
    let found = texts.iter().flat_map(|text| prose::sentences(text)).find(|sentence| is_stale(sentence, stale, year));
    let finding = |sentence: &str| {
        Finding::new(&codes::YEAR_STALE)
            .fact("year", year)
            .fact("stale", stale)
            .fact("text", prose::excerpt(sentence, QUOTED))
    };
    found.map(finding).into_iter().collect()
}

fn is_stale(sentence: &str, stale: i16, year: i16) -> bool {
    let Some(rest) = sentence.strip_prefix(&format!("{stale}年")) else { return false };
    // 2021年12月… is a date.
    let dated = rest.starts_with(|c: char| c.is_ascii_digit());
    !dated && !sentence.contains(&format!("{year}年")) && !PRACTICE.comparing.iter().any(|word| rest.contains(word))
}
