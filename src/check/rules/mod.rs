//! One rule a file.

pub mod blank_form;
pub mod sections;
pub mod sums;
pub mod year;
