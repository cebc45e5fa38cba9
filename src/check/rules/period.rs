//! The period is the report year, and the report was published after it.

use crate::finding::{Finding, codes, parts};
use crate::record::Record;

/// Judges period and date of publication.
pub fn check(record: &Record) -> Vec<Finding> {
    irregular(record).into_iter().chain(early(record)).collect()
}

fn irregular(record: &Record) -> Option<Finding> {
    let period = record.period.as_ref()?;
    let year =
        period.start[..4] == period.end[..4] && period.start.ends_with("-01-01") && period.end.ends_with("-12-31");
    let whole = year || period.is_school_year();
    let finding = || Finding::new(&codes::PERIOD_IRREGULAR).fact("start", &period.start).fact("end", &period.end);
    (!whole).then(finding)
}

fn early(record: &Record) -> Option<Finding> {
    let (year, published) = (record.year?, record.published.as_ref()?);
    let published_in: i16 = published.get(..4)?.parse().ok()?;
    let school = record.period.as_ref().filter(|period| period.is_school_year());
    if school.is_some_and(|period| *published > period.end) {
        return None;
    }
    let finding = || {
        let finding = Finding::new(&codes::PUBLISHED_EARLY).term("what", &parts::PUBLISHED);
        finding.fact("year", year).fact("published", published)
    };
    (published_in <= year).then(finding)
}
