//! The period that a report covers, from the sentence that states it, and what to say of one that states none.

use super::dates::{self, Printed};
use crate::finding::{Finding, codes};
use crate::template::WORDS;
use serde::{Deserialize, Serialize};

/// From the first to the last day that the report covers, as `2022-01-01`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Period {
    /// The first day.
    pub start: String,
    /// The last day.
    pub end: String,
}

impl Period {
    /// Whether it is a school year, of which schools report: from September to August.
    pub fn is_school_year(&self) -> bool {
        let next = self.start[..4].parse::<i16>().is_ok_and(|year| year + 1 == self.year());
        next && self.start.ends_with("-09-01") && self.end.ends_with("-08-31")
    }

    /// The year in which it ends.
    pub fn year(&self) -> i16 {
        self.end[..4].parse().unwrap_or_default()
    }
}

/// A period that no sentence names covers so many days at least: what began or was shown to the public in the year takes
/// less.
const MOST_OF_A_YEAR: i32 = 300;

/// The first two dates that a sentence on the period joins. Above the sections any sentence may join them, if they span most
/// of a year; in the sections only one that names the period. The finding tells that the sentence joins what is no period.
pub(super) fn stated(preamble: &str, section: &str) -> (Option<Period>, Option<Finding>) {
    let above = ranges(preamble).filter(|range| range.is_named() || range.is_introduced());
    let all = above.chain(ranges(section).filter(Range::is_named));
    let mut broken = None;
    for range in all {
        match range.period() {
            Some(period) => return (Some(period), broken),
            None => broken = broken.or_else(|| Some(range.broken())),
        }
    }
    (None, broken)
}

/// Two dates that stand joined in a sentence.
struct Range<'t> {
    /// What stands before them in it.
    before: &'t str,
    start: Printed,
    end: Printed,
}

/// All of them in a text without blanks.
fn ranges(text: &str) -> impl Iterator<Item = Range<'_>> {
    let mut passed = 0;
    text.match_indices(dates::CENTURY).filter_map(move |(at, _)| {
        let both = |text| dates::spans(text).or_else(|| dates::months(text));
        let (start, end, rest) = both(&text[at..]).filter(|_| at >= passed)?;
        passed = text.len() - rest.len();
        let line = text[..at].lines().next_back().filter(|_| !text[..at].ends_with('\n')).unwrap_or("");
        Some(Range { before: line.rsplit('。').next().unwrap_or(line), start, end })
    })
}

impl Range<'_> {
    fn is_named(&self) -> bool {
        WORDS.period_names.iter().any(|name| self.before.contains(name))
    }

    fn is_introduced(&self) -> bool {
        let introduced = WORDS.period_words.iter().any(|word| self.before.contains(word));
        introduced && self.start.days_until(self.end).is_some_and(|days| days >= MOST_OF_A_YEAR)
    }

    fn period(&self) -> Option<Period> {
        let (start, end) = (self.start.day()?, self.end.day()?);
        (start < end).then_some(Period { start, end })
    }

    fn broken(&self) -> Finding {
        Finding::new(&codes::PERIOD_IRREGULAR).fact("start", self.start).fact("end", self.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(preamble: &str, section: &str) -> Option<(String, String)> {
        stated(preamble, section).0.map(|period| (period.start, period.end))
    }

    #[test]
    fn the_period_is_read_from_its_sentence() {
        for text in [
            "统计期限自2022年1月1日起至2022年12月31日止",
            "本报告所列数据的统计时限为2022年1月1日至12月31日。",
            "数据从2022年1月1日-2022年12月31日",
            "统计期限自2022年1月至2022年12月。",
            "统计期限为2022年1月-12月。",
        ] {
            let year = Some(("2022-01-01".to_owned(), "2022-12-31".to_owned()));
            assert_eq!(days(text, ""), year, "{text}");
        }
        assert_eq!(days("统计期限为2023年2月至2024年2月", "").unwrap().1, "2024-02-29");
    }

    #[test]
    fn other_spans_of_time_are_no_period() {
        for section in [
            "专项行动自2023年10月1日至2024年3月31日，检查56次。",
            "公示期从2023年3月1日至2023年3月7日。",
            "自2023年1月1日至2023年12月31日，公开信息12条。",
        ] {
            assert_eq!(days("", section), None, "{section}");
        }
        assert_eq!(days("公示期从2023年3月1日至2023年3月7日。", ""), None);
        assert!(days("", "统计期限自2023年1月1日起至2023年12月31日止。").is_some());
    }

    #[test]
    fn a_sentence_that_states_no_period_is_told() {
        for text in [
            "统计期限自2023年1月1日起至2022年12月31日止",
            "统计期限自2023年1月1日起至2023年11月31日止",
            "统计期限自2023年1月至2022年12月",
        ] {
            let (period, finding) = stated(text, "");
            assert!(period.is_none() && finding.is_some(), "{text}");
        }
        // Figures lost their dividers: nothing is known.
        let (period, finding) = stated("统计期限自20221月1日起至202212月31日止", "");
        assert!(period.is_none() && finding.is_none());
    }
}
