//! Reports made for measuring: a seed -> a report of an invented agency -> a page, a text, a workbook.
//!
//! The same seed gives the same bytes. The tables are those of the 2021 edition, filled so that their sums hold, and are
//! made from the edition's own data, so they cannot fall behind it.

pub mod book;
pub mod page;
pub mod report;
pub mod text;

/// Numbers without rhyme that are the same on every run (Marsaglia's xorshift).
pub struct Dice(u64);

impl Dice {
    /// Dice for one report.
    pub fn new(seed: u64) -> Self {
        let mut dice = Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x2545_f491_4f6c_dd1d);
        // Neighbouring seeds differ in few bits at first.
        for _ in 0..8 {
            dice.below(2);
        }
        dice
    }

    /// A number below `bound`.
    pub fn below(&mut self, bound: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % bound
    }

    /// One of several.
    pub fn pick<'t>(&mut self, from: &[&'t str]) -> &'t str {
        from[self.below(from.len() as u64) as usize]
    }
}
