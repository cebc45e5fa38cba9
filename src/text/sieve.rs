//! Characters that are looked for in every text: one look passes over most others.

/// A few characters, told from most others without looking through them.
#[derive(Clone, Copy, Debug)]
pub struct Sieve {
    own: &'static [char],
    bits: [u64; BITS / 64],
}

/// Characters are told by their last bits.
const BITS: usize = 1024;

impl Sieve {
    /// The sieve of these characters.
    pub const fn of(own: &'static [char]) -> Self {
        let (mut bits, mut at) = ([0; BITS / 64], 0);
        while at < own.len() {
            let bit = own[at] as usize % BITS;
            bits[bit / 64] |= 1 << (bit % 64);
            at += 1;
        }
        Sieve { own, bits }
    }

    /// Whether a character is one of its own.
    #[inline]
    pub fn holds(&self, c: char) -> bool {
        self.may_hold(c) && self.own.contains(&c)
    }

    /// Whether a character may be one of its own: hardly any others are told so.
    #[inline]
    pub fn may_hold(&self, c: char) -> bool {
        let bit = c as usize % BITS;
        self.bits[bit / 64] & 1 << (bit % 64) != 0
    }
}

#[cfg(test)]
mod tests {
    use super::Sieve;

    #[test]
    fn a_sieve_holds_its_own_and_no_others() {
        const OWN: &[char] = &['一', '0', '\u{1f601}'];
        let sieve = Sieve::of(OWN);
        assert!(('\0'..=char::MAX).all(|c| sieve.holds(c) == OWN.contains(&c)));
        assert!(OWN.iter().all(|&c| sieve.may_hold(c)));
    }
}
