//! One rule a file.

pub mod blank_form;
pub mod bounds;
pub mod counts;
pub mod decisions;
pub mod fees;
pub mod form_text;
pub mod narrative;
pub mod period;
pub mod regulations;
pub mod sections;
pub mod stale_year;
pub mod sums;
pub mod units;
pub mod year;
