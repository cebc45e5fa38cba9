//! A number with its decimal digits as printed. Nothing is rounded, and no digit is added.

use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// A number with its decimal digits as printed: `12`, `96171.60`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Amount(Decimal);

impl Amount {
    /// Zero.
    pub const ZERO: Amount = Amount(Decimal::ZERO);

    /// Whether it is a whole number.
    pub fn is_whole(self) -> bool {
        self.0.fract().is_zero()
    }

    /// Whether it is below zero.
    pub fn is_negative(self) -> bool {
        self.0.is_sign_negative() && !self.0.is_zero()
    }

    /// The product, if it can be written.
    pub fn times(self, factor: u32) -> Option<Amount> {
        self.0.checked_mul(Decimal::from(factor)).map(|product| Amount(product.normalize()))
    }

    /// The difference, if it can be written.
    pub fn minus(self, other: Amount) -> Option<Amount> {
        self.0.checked_sub(other.0).map(Amount)
    }

    /// The sum, if it can be written.
    pub fn plus(self, other: Amount) -> Option<Amount> {
        self.0.checked_add(other.0).map(Amount)
    }
}

impl From<u64> for Amount {
    fn from(value: u64) -> Self {
        Amount(Decimal::from(value))
    }
}

impl FromStr for Amount {
    type Err = NotAnAmount;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        // A number of more digits than a decimal holds must not be rounded.
        Decimal::from_str_exact(text).map(Amount).map_err(|_| NotAnAmount)
    }
}

/// The text is no number of at most 28 digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a number of at most 28 digits")]
pub struct NotAnAmount;

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // A whole number is its digits.
        if self.0.scale() == 0
            && self.0.is_sign_positive()
            && let Ok(whole) = u64::try_from(self.0)
        {
            return serializer.serialize_u64(whole);
        }
        // serde_json keeps the digits of a number that is given as text.
        serde_json::Number::from_str(&self.0.to_string()).map_err(serde::ser::Error::custom)?.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = serde_json::Number::deserialize(deserializer)?;
        Amount::from_str(&number.to_string()).map_err(serde::de::Error::custom)
    }
}
