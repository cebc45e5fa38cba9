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
    let years = [stale, year].map(|year| format!("{year}年"));
    let texts = prose::paragraphs(section).into_iter().map(prose::squeezed);
    let texts: Vec<Cow<'_, str>> = texts.filter(|text| text.contains(&years[0])).collect();
    let found = texts.iter().flat_map(|text| prose::sentences(text)).find(|sentence| is_stale(sentence, &years));
    let finding = |sentence: &str| {
        Finding::new(&codes::YEAR_STALE)
            .fact("year", year)
            .fact("stale", stale)
            .fact("text", prose::excerpt(sentence, QUOTED))
    };
    found.map(finding).into_iter().collect()
}

fn is_stale(sentence: &str, [stale, year]: &[String; 2]) -> bool {
    let Some(rest) = sentence.strip_prefix(stale.as_str()) else { return false };
    // 2021年12月… is a date.
    let dated = rest.starts_with(|c: char| c.is_ascii_digit());
    !dated && !sentence.contains(year.as_str()) && !PRACTICE.comparing.iter().any(|word| rest.contains(word))
}
