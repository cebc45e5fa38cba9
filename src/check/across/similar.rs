//! Which texts share most of their words? Near-linear in the number of texts.
//!
//! A text is the set of its shingles: runs of a few characters, without digits and punctuation. A signature of the set
//! (the least hash in each of many divisions) estimates how much two sets share; texts that agree in a band of their
//! signatures are candidates, and candidates are compared exactly.

use crate::text::fold;
use std::collections::{BTreeSet, HashMap};

/// As many characters as a shingle has.
const SHINGLE: usize = 8;
/// As many divisions as a signature has.
const DIVISIONS: usize = 128;
/// As many divisions as a band has: texts of which half is the same meet in some band almost surely.
const BAND: usize = 4;
/// As many texts as are kept for each value of a band: of many equal texts the first ones stand for all.
const KEPT: usize = 4;

/// The signature of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature([u32; DIVISIONS]);

/// The hashes of a text's shingles, in the order of the text, with the place where each begins and ends.
pub struct Shingles {
    hashes: Vec<u64>,
    places: Vec<usize>,
    length: usize,
}

impl Shingles {
    /// The shingles of a text.
    pub fn of(text: &str) -> Self {
        let letters: Vec<(usize, char)> = fold::places(text).filter(|(_, c)| !c.is_ascii_digit()).collect();
        let hash =
            |window: &[(usize, char)]| window.iter().fold(0u64, |hash, &(_, c)| mixed(hash ^ u64::from(u32::from(c))));
        let hashes = letters.windows(SHINGLE).map(hash).collect();
        let mut places: Vec<usize> = letters.iter().map(|&(at, _)| at).collect();
        places.push(text.len());
        Shingles { hashes, places, length: letters.len() }
    }

    /// As many characters as the text has, digits and punctuation apart.
    pub fn length(&self) -> usize {
        self.length
    }

    /// The signature. A text without shingles has none.
    pub fn signature(&self) -> Option<Signature> {
        let mut least = [u32::MAX; DIVISIONS];
        for hash in &self.hashes {
            let division = (hash % DIVISIONS as u64) as usize;
            least[division] = least[division].min((hash >> 32) as u32);
        }
        // A division that no shingle fell into takes the value of the next one that has some.
        let filled = least;
        for (at, value) in least.iter_mut().enumerate().filter(|(_, value)| **value == u32::MAX) {
            *value = (1..DIVISIONS).map(|step| filled[(at + step) % DIVISIONS]).find(|&next| next != u32::MAX)?;
        }
        Some(Signature(least))
    }

    /// The share of this text's shingles that stand in another text, in percent, and the longest run of them.
    pub fn shared(&self, other: &Shingles) -> (u8, std::ops::Range<usize>) {
        let known: BTreeSet<u64> = other.hashes.iter().copied().collect();
        let (mut count, mut run, mut longest) = (0usize, 0usize, 0..0);
        for (at, hash) in self.hashes.iter().enumerate() {
            run = if known.contains(hash) { run + 1 } else { 0 };
            count += usize::from(run > 0);
            if run > longest.len() {
                longest = at + 1 - run..at + 1;
            }
        }
        let percent = (count * 100).checked_div(self.hashes.len()).unwrap_or(0);
        let ends = if longest.is_empty() { 0..0 } else { longest.start..longest.end + SHINGLE - 1 };
        (percent as u8, self.places[ends.start]..self.places[ends.end])
    }
}

/// A well-known finaliser: every bit of the value moves every bit of the hash. Unlike the hashes of the standard library
/// it is the same in every version.
fn mixed(value: u64) -> u64 {
    let value = value.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    value ^ (value >> 31)
}

impl Signature {
    /// About how much two texts share, in percent.
    pub fn likeness(&self, other: &Signature) -> usize {
        let equal = self.0.iter().zip(&other.0).filter(|(one, other)| one == other).count();
        equal * 100 / DIVISIONS
    }
}

/// Texts by the bands of their signatures.
#[derive(Default)]
pub struct Bands(HashMap<u64, Vec<usize>>);

impl Bands {
    /// The texts put in before that agree with this one in some band, in the order of their numbers; then puts it in.
    pub fn meet(&mut self, text: usize, signature: &Signature) -> BTreeSet<usize> {
        let mut met = BTreeSet::new();
        for (at, band) in signature.0.chunks(BAND).enumerate() {
            let hash = band.iter().fold(at as u64, |hash, &value| mixed(hash ^ u64::from(value)));
            let texts = self.0.entry(hash).or_default();
            met.extend(texts.iter().copied());
            if texts.len() < KEPT {
                texts.push(text);
            }
        }
        met
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "一是部分科室报送材料偏晚，个别信息在形成后第十五日才上网；二是基层水站的公示栏更换不及时，\
        群众到站办事时看到的仍是旧表。三是申请答复的文书格式不一，引用条款有误写。下一步拟将报送时限写入科室月度清单。";

    #[test]
    fn a_text_shares_all_with_itself_whatever_its_digits_and_marks() {
        let other = TEXT.replace('，', ", ") + " 2023 ……";
        let (share, run) = Shingles::of(TEXT).shared(&Shingles::of(&other));
        assert_eq!((share, run), (100, 0..TEXT.len()));
    }

    #[test]
    fn what_is_shared_is_found_and_measured() {
        let half = TEXT.split("三是").next().unwrap();
        let other = format!("全年无此类情况。{half}以上各点已列入明年计划。");
        let (share, run) = Shingles::of(TEXT).shared(&Shingles::of(&other));
        assert!((50..80).contains(&share), "{share}");
        assert!(TEXT[run].starts_with("一是部分科室"));
    }

    #[test]
    fn texts_that_are_mostly_the_same_meet() {
        let signature = |text: &str| Shingles::of(text).signature().unwrap();
        let mut bands = Bands::default();
        bands.meet(0, &signature(TEXT));
        bands.meet(
            1,
            &signature("全局共召开会议三次，培训两次，编发简报四期，未收到相关投诉，也没有需要追究责任的情形。"),
        );
        assert_eq!(bands.meet(2, &signature(&TEXT.replace("水站", "站所"))), BTreeSet::from([0]));
    }
}
