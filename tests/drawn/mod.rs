//! Reports drawn at random, with known figures, and written in the styles in which reports arrive.
//!
//! A [`Drawn`] holds the figures of one sound report: every relation of its form holds. A [`Style`](styles::Style) writes it
//! as some tool would. What a style cannot keep (a blank cell that leaves no trace) is stated with it.

#![allow(dead_code)]

pub mod aligned;
pub mod broken;
pub mod figures;
pub mod lies;
pub mod lines;
pub mod pages;
pub mod rows;
pub mod ruled;
pub mod score;
pub mod styles;
pub mod tables;

pub use figures::Drawn;

/// The random numbers of one report: the same seed gives the same report.
pub type Rng = fastrand::Rng;
