//! Which figures the counts of a report's sentences can be set beside, as far as the sentence alone does not say.

/// A count of the text, and the sums of figures that it may mean.
#[derive(Debug)]
pub struct Compared {
    /// What is counted, as the record names it.
    pub key: &'static str,
    /// Paths of figures that are added up. A path with `*` stands for all figures that begin and end so.
    pub sums: &'static [&'static [&'static str]],
}

/// The figures that a sentence of the year names without room for another meaning: 新收, 上年结转, 结转下年度.
pub static CERTAIN: &[&str] = &["requests.new.total", "requests.carried_in.total", "requests.carried_out.total"];

/// The counts that leave a choice. 收到 is what was newly received to some, to others also what came from last year; 诉讼
/// may be either kind, or both.
pub static COMPARED: &[Compared] = &[
    Compared {
        key: "requests.received",
        sums: &[&["requests.new.total"], &["requests.new.total", "requests.carried_in.total"]],
    },
    Compared { key: "requests.outcome.denied", sums: &[&["requests.outcome.denied.*.total"]] },
    Compared { key: "requests.outcome.unable", sums: &[&["requests.outcome.unable.*.total"]] },
    Compared { key: "requests.outcome.not_processed", sums: &[&["requests.outcome.not_processed.*.total"]] },
    Compared { key: "requests.outcome.other", sums: &[&["requests.outcome.other.*.total"]] },
    Compared { key: "reconsideration.total", sums: &[&["remedies.reconsideration.total"]] },
    Compared {
        key: "litigation.total",
        sums: &[
            &["remedies.litigation_direct.total", "remedies.litigation_after_reconsideration.total"],
            &["remedies.litigation_direct.total"],
            &["remedies.litigation_after_reconsideration.total"],
        ],
    },
];
