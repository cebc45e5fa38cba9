//! Of which time does a clause speak? The year of the report, all time until now, or another time.

mod phrase;

use super::Scope;

/// The time that was said last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Said {
    /// None.
    Nothing,
    /// The year of the report, or all time.
    Scope(Scope),
    /// Another year, a part of the year, a plan. It holds until another time is said.
    Other {
        /// The sentence in which it was said.
        sentence: usize,
    },
}

/// A time that a clause says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Time {
    start: usize,
    end: usize,
    meant: Meant,
}

/// What a time means for the counts behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meant {
    /// Nothing.
    Skipped,
    /// The year of the report.
    Ours,
    /// Another time.
    Other,
    /// Up to now.
    All,
    /// The whole of the year that is spoken of.
    Whole,
    /// 累计.
    Total,
}

/// The times that a text says, in their order.
pub(super) fn times(text: &str, year: Option<i16>) -> Vec<Time> {
    let mut times = Vec::new();
    let mut from = 0;
    for (at, c) in text.char_indices() {
        if at >= from
            && phrase::may_begin(c)
            && let Some((meant, length)) = phrase::at(&text[at..], c, year)
        {
            from = at + length;
            times.push(Time { start: at, end: from, meant });
        }
    }
    times
}

/// The times that a text says; a year that ends a span or a list of years (2021—2023年, 2021年和2022年) is not the year alone.
pub(super) fn told(text: &str, year: Option<i16>) -> Vec<Time> {
    const JOINS: [char; 10] = ['—', '–', '-', '~', '至', '到', '、', '和', '与', '及'];
    let mut times = times(text, year);
    for time in times.iter_mut().filter(|time| time.meant == Meant::Ours) {
        let before = text[..time.start].trim_end_matches(JOINS);
        let joined = before.len() < time.start && before.ends_with(|c: char| c.is_ascii_digit() || c == '年');
        if joined {
            time.meant = Meant::Other;
        }
    }
    times
}

/// The time that is said at the end of the first `until` bytes of a text with these times, when `said` held before it.
pub(super) fn after(said: Said, text: &str, times: &[Time], until: usize, year: Option<i16>, sentence: usize) -> Said {
    let whole = times.partition_point(|time| time.end <= until);
    let said = times[..whole].iter().fold(said, |said, time| time.said(said, sentence));
    match times.get(whole) {
        // What is said of the time up to there may be another time.
        Some(time) if time.start < until => {
            let cut = self::times(&text[time.start..until], year);
            cut.iter().fold(said, |said, time| time.said(said, sentence))
        }
        _ => said,
    }
}

impl Time {
    /// The time that is said behind this one.
    fn said(&self, said: Said, sentence: usize) -> Said {
        let here = matches!(said, Said::Other { sentence: of } if of == sentence);
        match self.meant {
            Meant::Ours => Said::Scope(Scope::Year),
            Meant::Other => Said::Other { sentence },
            Meant::All => Said::Scope(Scope::Cumulative),
            // 2021年全年 stays another year.
            Meant::Whole if !here => Said::Scope(Scope::Year),
            Meant::Total if said == Said::Nothing => Said::Scope(Scope::Cumulative),
            Meant::Skipped | Meant::Whole | Meant::Total => said,
        }
    }
}

/// What of it still holds in the next sentence.
pub(super) fn carried(said: Said) -> Said {
    if matches!(said, Said::Other { .. }) { said } else { Said::Nothing }
}
