//! The value of a cell -> the text that a reader of the sheet sees, as far as the file tells.
//!
//! Digits are those of the value: no separators, no exponent, and no more than the fifteen that spreadsheet programs
//! show. Formats are not applied but for what means something else without them: percentages, dates, and words that a
//! format shows instead of a number.

use super::format::NumberFormat;
use calamine::{Data, ExcelDateTime};
use rust_decimal::{Decimal, RoundingStrategy};

/// What a cell shows.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Shown {
    /// A text, perhaps an empty one.
    Text(String),
    /// An error value such as `#DIV/0!`.
    Error(String),
    /// A formula that has no stored result.
    Formula(String),
}

impl Shown {
    /// The text of the cell. A formula begins with `=`, so that nobody takes it for a value.
    pub(super) fn into_text(self) -> String {
        match self {
            Shown::Text(text) | Shown::Error(text) => text,
            Shown::Formula(formula) => format!("={}", formula.trim_start_matches('=')),
        }
    }
}

/// How a sheet shows a value.
#[derive(Clone, Copy, Default)]
pub(super) struct Manner<'f> {
    /// The number format of the cell, if it says more than how the digits look.
    pub(super) format: Option<&'f NumberFormat>,
    /// The sheet shows no zeros.
    pub(super) no_zeros: bool,
}

/// What a value shows.
pub(super) fn shown(value: Data, manner: Manner) -> Shown {
    let text = match value {
        Data::Empty => String::new(),
        Data::String(text) => manner.format.and_then(NumberFormat::instead_of_text).map_or(text, str::to_owned),
        Data::DateTimeIso(text) | Data::DurationIso(text) => text,
        Data::Bool(value) => if value { "TRUE" } else { "FALSE" }.to_owned(),
        Data::Error(error) => return Shown::Error(error.to_string()),
        Data::DateTime(value) => date(&value),
        Data::Int(value) => formatted(value as f64, manner).unwrap_or_else(|| value.to_string()),
        Data::Float(value) => formatted(value, manner).unwrap_or_else(|| number(value)),
    };
    Shown::Text(text)
}

/// What is shown of a number that is not shown by its digits.
fn formatted(value: f64, manner: Manner) -> Option<String> {
    if manner.no_zeros && value == 0.0 {
        return Some(String::new());
    }
    let format = manner.format?;
    let words = format.instead_of(value).map(str::to_owned);
    let percentage = || format.percent().map(|decimals| percentage(value, decimals));
    // Whoever reads the sheet sees another number than the one that is stored.
    let scale = format.scale(value);
    if words.is_none() && scale > 0 && value != 0.0 {
        return Some(format!("{}÷1{}", number(value), "0".repeat(scale)));
    }
    words.or_else(percentage).or_else(|| Some(format!("{}{}", number(value), format.unit(value))))
}

/// A number with its shortest digits. More than fifteen are the residue of binary arithmetic (12.3 + 4.56 is stored as
/// 16.860000000000003), which no spreadsheet program shows.
pub(super) fn number(value: f64) -> String {
    // Most numbers are counts.
    if value.fract() == 0.0 && value.abs() < 1e15 {
        return (value as i64).to_string();
    }
    let digits = |text: &str| text.replace(['-', '.'], "").trim_matches('0').len();
    let shortest = value.to_string();
    if digits(&shortest) <= 15 {
        return shortest;
    }
    format!("{value:.14e}").parse::<f64>().map_or(shortest, |rounded| rounded.to_string())
}

/// A percentage with so many decimals, a half rounded away from zero as spreadsheet programs do.
fn percentage(value: f64, decimals: usize) -> String {
    let hundredfold = number(value).parse::<Decimal>().ok().and_then(|value| value.checked_mul(Decimal::ONE_HUNDRED));
    let away = RoundingStrategy::MidpointAwayFromZero;
    match hundredfold.map(|value| value.round_dp_with_strategy(decimals as u32, away)) {
        Some(rounded) => format!("{rounded:.decimals$}%"),
        None => number(value),
    }
}

/// A date, a time, both, or a duration.
fn date(value: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, _) = value.to_ymd_hms_milli();
    let serial = value.as_f64();
    if value.is_duration() {
        let seconds = (serial * 86_400.0).round() as i64;
        return format!("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
    let date = format!("{year:04}-{month:02}-{day:02}");
    let time = format!("{hour:02}:{minute:02}:{second:02}");
    match (serial.trunc() == 0.0, serial.fract() == 0.0) {
        (_, true) => date,
        (true, false) => time,
        (false, false) => format!("{date} {time}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::{CellErrorType, ExcelDateTimeType};

    #[test]
    fn numbers_have_their_own_digits_and_no_exponent() {
        let numbers = [12.0, 0.0, -0.0, -8.0, 96171.6, 59237.2449, 1e15, 1e21, 16.860000000000003, 0.1 + 0.2, 0.00001];
        let texts = numbers.map(number);
        let expected = ["12", "0", "0", "-8", "96171.6", "59237.2449", "1000000000000000", "1000000000000000000000"];
        assert_eq!(texts[..8], expected);
        assert_eq!(texts[8..], ["16.86", "0.3", "0.00001"]);
    }

    #[test]
    fn percentages_are_shown_as_formatted() {
        let text = |value, code: &str| {
            let format = NumberFormat::of(code);
            shown(Data::Float(value), Manner { format: format.as_ref(), no_zeros: false }).into_text()
        };
        assert_eq!(text(0.1817, "0.00%"), "18.17%");
        assert_eq!(text(0.281_45, "0.00%"), "28.15%");
        assert_eq!(text(1.0, "0%"), "100%");
        assert_eq!(text(0.1817, "General"), "0.1817");
        assert_eq!(text(12.0, "0\"件\""), "12件");
        assert_eq!([text(0.0, "0;-0;\"-\""), text(12.0, "0;-0;\"-\"")], ["-", "12"]);
    }

    #[test]
    fn a_sheet_may_show_no_zeros() {
        let text = |value| shown(value, Manner { format: None, no_zeros: true }).into_text();
        assert_eq!([text(Data::Float(0.0)), text(Data::Int(0)), text(Data::Int(10))], ["", "", "10"]);
    }

    #[test]
    fn dates_errors_and_truth_values_are_written_out() {
        let date = |serial, kind| {
            shown(Data::DateTime(ExcelDateTime::new(serial, kind, false)), Manner::default()).into_text()
        };
        assert_eq!(date(45_308.0, ExcelDateTimeType::DateTime), "2024-01-17");
        assert_eq!(date(45_308.5, ExcelDateTimeType::DateTime), "2024-01-17 12:00:00");
        assert_eq!(date(0.25, ExcelDateTimeType::DateTime), "06:00:00");
        assert_eq!(date(1.5, ExcelDateTimeType::TimeDelta), "36:00:00");
        assert_eq!(shown(Data::Bool(true), Manner::default()).into_text(), "TRUE");
        assert_eq!(shown(Data::Error(CellErrorType::Div0), Manner::default()), Shown::Error("#DIV/0!".into()));
        assert_eq!(Shown::Formula("SUM(A1)".into()).into_text(), "=SUM(A1)");
    }
}
