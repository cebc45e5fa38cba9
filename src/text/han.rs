//! Numbers in Chinese digits: 三十五, 一百零三, 两千.

use super::sieve::Sieve;

/// Whether a character may belong to a number in Chinese digits.
pub fn is_han_digit(c: char) -> bool {
    static DIGITS: Sieve =
        Sieve::of(&['零', '〇', '一', '二', '两', '三', '四', '五', '六', '七', '八', '九', '十', '百', '千', '万']);
    DIGITS.holds(c)
}

/// The value of a Chinese number below a hundred million (三十五, 一百零三, 两千, 二〇). A last digit directly behind 百, 千 or
/// 万 names as many of the next lower unit in speech, and ones where 零 was left out: 二百五 is no number.
pub fn han_value(text: &str) -> Option<u64> {
    let mut value = HanValue::default();
    text.chars().try_for_each(|c| match (han_digit(c), han_unit(c)) {
        (Some(digit), _) => value.digit(digit),
        (None, Some(unit)) => value.unit(unit),
        (None, None) => None,
    })?;
    value.total().filter(|_| !text.is_empty())
}

fn han_digit(c: char) -> Option<u64> {
    match c {
        '〇' => Some(0),
        '两' => Some(2),
        _ => "零一二三四五六七八九".chars().zip(0..).find(|(digit, _)| *digit == c).map(|(_, value)| value),
    }
}

fn han_unit(c: char) -> Option<u64> {
    [('十', 10), ('百', 100), ('千', 1000), ('万', 10_000)].iter().find(|(unit, _)| *unit == c).map(|(_, value)| *value)
}

/// A Chinese number as far as it was read.
#[derive(Default)]
struct HanValue {
    /// What stands before 万, with it.
    ten_thousands: u64,
    /// What stands behind 万 and has a unit.
    section: u64,
    /// The last digit, until its unit comes.
    digit: Option<u64>,
    /// The last character is a digit.
    behind_digit: bool,
    /// The last digit stands directly behind a unit other than 十.
    short: bool,
    /// The last unit.
    unit: u64,
}

impl HanValue {
    fn digit(&mut self, value: u64) -> Option<()> {
        // Digits side by side (二〇) are no number with units; only a zero may follow a unit.
        if self.behind_digit && self.digit != Some(0) {
            return None;
        }
        self.short = !self.behind_digit && self.unit > 10 && value > 0;
        (self.digit, self.behind_digit) = (Some(value), true);
        Some(())
    }

    fn unit(&mut self, unit: u64) -> Option<()> {
        let digit = self.digit.take();
        (self.behind_digit, self.short, self.unit) = (false, false, unit);
        match unit {
            10_000 => {
                self.ten_thousands += (std::mem::take(&mut self.section) + digit.unwrap_or(0)) * unit;
            }
            _ => self.section += digit.unwrap_or(1) * unit,
        }
        Some(())
    }

    fn total(&self) -> Option<u64> {
        (!self.short).then(|| self.ten_thousands + self.section + self.digit.unwrap_or(0))
    }
}
