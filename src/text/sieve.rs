//! Characters that are looked for in every text: one look passes over most others.

/// A sieve of characters. It holds back most of those that are not its own.
#[derive(Clone, Copy, Debug)]
pub struct Sieve([u64; BITS / 64]);

/// Characters are told by their last bits.
const BITS: usize = 1024;

impl Sieve {
    /// The sieve of these characters.
    pub const fn of(characters: &[char]) -> Self {
        let (mut bits, mut at) = ([0; BITS / 64], 0);
        while at < characters.len() {
            let bit = characters[at] as usize % BITS;
            bits[bit / 64] |= 1 << (bit % 64);
            at += 1;
        }
        Sieve(bits)
    }

    /// Whether it lets a character through: all of its own, and a few others.
    pub fn passes(&self, c: char) -> bool {
        let bit = c as usize % BITS;
        self.0[bit / 64] & 1 << (bit % 64) != 0
    }
}

#[cfg(test)]
mod tests {
    use super::Sieve;

    #[test]
    fn a_sieve_holds_back_most_others() {
        let own = ['一', '0', '\u{1f601}'];
        let sieve = Sieve::of(&own);
        assert!(own.iter().all(|&c| sieve.passes(c)));
        let passed = |&c: &char| sieve.passes(c);
        assert!(('\u{4e00}'..='\u{9fff}').filter(passed).count() * 100 < 0x5200);
    }
}
