//! What one cell says: a number, a blank, a dash, "not applicable", or nothing that can be told.
//!
//! The five readings stay distinct from here to the record. Nothing is rounded and no digit is added: a number that
//! cannot be read with certainty (`1 2`, `-4-`, `O`) is illegible.

pub use super::amount::{Amount, NotAnAmount};
pub use super::han::{han_value, is_han_digit};

use super::fold::{half_width, is_han, is_invisible};
use super::{marked, worded};
use std::borrow::Cow;
use std::str::FromStr;

/// What a cell's text means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading {
    /// A number, zero included.
    Number(Number),
    /// Nothing is printed.
    Blank,
    /// A dash (`—`, `-`, `——`).
    Dash,
    /// `/`, 无, N/A and the like.
    NotApplicable,
    /// Something else.
    Illegible,
}

/// A number and what is printed with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// Its value.
    pub amount: Amount,
    /// The unit printed behind it (件, 元, 万元, %).
    pub unit: Option<String>,
    /// A note in brackets behind it.
    pub note: Option<String>,
}

/// Reads the text of one cell.
pub fn read(text: &str) -> Reading {
    // Most cells are plain numbers or labels.
    if let Some(amount) = plain_number(text) {
        return Reading::Number(Number { amount, unit: None, note: None });
    }
    if is_label(text) {
        return Reading::Illegible;
    }
    let plain = undressed(text);
    let plain = plain.trim();
    if plain.is_empty() || worded::fills_blanks(plain) {
        return Reading::Blank;
    }
    if plain.chars().all(|c| is_dash(c) || c == ' ') {
        return Reading::Dash;
    }
    let stroke = plain.strip_prefix('/').is_some_and(|unit| UNITS.contains(&unit));
    if stroke || NOT_APPLICABLE.iter().any(|word| plain.eq_ignore_ascii_case(word)) {
        return Reading::NotApplicable;
    }
    match number(plain).or_else(|| han(plain)) {
        Some(number) => Reading::Number(number),
        None => Reading::Illegible,
    }
}

/// A few ASCII digits and nothing else.
fn plain_number(text: &str) -> Option<Amount> {
    let short = (1..=15).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    short.then(|| Amount::from(text.bytes().fold(0, |value, byte| value * 10 + u64::from(byte - b'0'))))
}

/// What begins with a character that opens no number, no dash and no word for nothing.
fn is_label(text: &str) -> bool {
    let opens = |c: char| {
        let mark = matches!(half_width(c), '0'..='9' | '+' | '.' | ',' | '/' | '\\' | '$' | 'n' | 'N' | '*');
        mark || is_dash(c) || may_begin(c)
    };
    let first = text.chars().find(|&c| !c.is_whitespace() && !is_invisible(c));
    first.is_some_and(|c| !opens(c))
}

/// The text half-width, without invisible characters and the marks of a converter.
fn undressed(text: &str) -> Cow<'_, str> {
    let plain = if !text.contains(|c| is_invisible(c) || half_width(c) != c) {
        Cow::Borrowed(text)
    } else {
        let mut plain = String::with_capacity(text.len());
        plain.extend(text.chars().filter(|&c| !is_invisible(c)).map(half_width));
        Cow::Owned(plain)
    };
    let plain = if is_bold(&plain) { Cow::Owned(plain.replace("**", "")) } else { plain };
    marked::plain(&plain).map_or(plain, Cow::Owned)
}

/// Whether a text has bold marks, in pairs that enclose something. Marks around nothing mask what was there.
fn is_bold(text: &str) -> bool {
    text.contains("**") && {
        let pieces: Vec<&str> = text.split("**").collect();
        pieces.len() % 2 == 1 && pieces.iter().skip(1).step_by(2).all(|enclosed| !enclosed.trim().is_empty())
    }
}

const NOT_APPLICABLE: &[&str] =
    &["/", "//", "\\", "无", "無", "无。", "空", "n/a", "na", "不涉及", "不适用", "没有", "未发生"];

const UNITS: &[&str] = &[
    "百万元",
    "万元",
    "亿元",
    "千元",
    "元",
    "件次",
    "人次",
    "件",
    "条",
    "个",
    "项",
    "次",
    "人",
    "篇",
    "份",
    "宗",
    "起",
    "家",
    "部",
    "期",
    "%",
];

/// Whether a text is a unit and nothing else.
pub fn is_unit(text: &str) -> bool {
    UNITS.contains(&text.trim().trim_matches(['（', '）', '(', ')']))
}

/// Whether a character before a number means that it is below zero. A long dash does not.
fn is_minus(c: char) -> bool {
    matches!(c, '-' | '‐' | '‑' | '−' | '﹣' | '－')
}

/// The unit of money that a label states: 本年收费金额（单位：元）, 本年收费金额（元）. Empty where it states one that is none of
/// money, or none that can be read.
pub fn stated_money(label: &str) -> Option<&'static str> {
    let named = label.rsplit_once("单位").map(|(_, rest)| rest.trim_start_matches(['：', ':', ' ', '\u{3000}', '为']));
    let bracketed = || label.rsplit_once(['（', '(']).map(|(_, inner)| inner.trim());
    let stated = named.or_else(bracketed)?;
    // No other unit goes on behind it.
    let begins = |money: &&str| stated.strip_prefix(*money).is_some_and(|rest| !rest.starts_with(is_han));
    MONEY.iter().copied().find(begins).or(named.map(|_| ""))
}

/// Units of money.
pub const MONEY: &[&str] = &["元", "千元", "万元", "百万元", "亿元"];

/// The dashes that publishers print, hyphen and minus included.
pub fn is_dash(c: char) -> bool {
    matches!(c, '-' | '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '─' | '━' | '﹣' | '－' | '_')
}

/// A number in Arabic digits with an optional sign, unit and note in brackets.
fn number(text: &str) -> Option<Number> {
    let (sign, rest) = match text.chars().next()? {
        '+' => ("", text[1..].trim_start()),
        c if is_minus(c) => ("-", text[c.len_utf8()..].trim_start()),
        _ => ("", text),
    };
    let end = rest.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ',' | '，')).unwrap_or(rest.len());
    // Most texts are labels.
    if end == 0 {
        return None;
    }
    let digits = plain_digits(&rest[..end])?;
    let amount = if sign.is_empty() { Amount::from_str(&digits) } else { Amount::from_str(&format!("{sign}{digits}")) };
    let amount = amount.ok()?;
    let (unit, after) = unit(rest[end..].trim_start());
    let note = note(after.trim())?;
    // `5（元）` states its unit in brackets.
    let bracketed = note.as_deref().filter(|note| unit.is_none() && is_unit(note));
    match bracketed.map(|note| note.trim_matches(['(', ')']).to_owned()) {
        Some(unit) => Some(Number { amount, unit: Some(unit), note: None }),
        None => Some(Number { amount, unit, note }),
    }
}

/// The digits without thousands separators, if the separators stand where they must.
fn plain_digits(text: &str) -> Option<String> {
    let text = text.replace('，', ",");
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let groups: Vec<&str> = whole.split(',').collect();
    let grouped = groups.len() == 1 || ((1..=3).contains(&groups[0].len()) && groups[1..].iter().all(|g| g.len() == 3));
    let digits = |t: &str| t.bytes().all(|b| b.is_ascii_digit());
    if !grouped || !digits(fraction) || text.ends_with('.') || (whole.is_empty() && fraction.is_empty()) {
        return None;
    }
    let whole = if whole.is_empty() { "0".to_owned() } else { groups.concat() };
    Some(if fraction.is_empty() { whole } else { format!("{whole}.{fraction}") })
}

fn unit(text: &str) -> (Option<String>, &str) {
    match UNITS.iter().find(|unit| text.starts_with(**unit)) {
        Some(unit) => (Some((*unit).to_owned()), &text[unit.len()..]),
        None => (None, text),
    }
}

/// The note behind a number: `Some(None)` where nothing follows, `None` where something else does.
fn note(text: &str) -> Option<Option<String>> {
    if text.is_empty() {
        return Some(None);
    }
    let inner = text.strip_prefix(['(', '[', '〔'])?.strip_suffix([')', ']', '〕'])?;
    (!inner.trim().is_empty() && inner.chars().any(|c| !c.is_ascii_digit())).then(|| Some(text.to_owned()))
}

/// Whether a Chinese character may begin a reading: a number in Chinese digits, 无, 空.
pub fn may_begin(c: char) -> bool {
    is_han_digit(c) || matches!(c, '无' | '無' | '空' | '不' | '没' | '未')
}

/// A number in Chinese digits. A lone 一 may be a dash and is not taken.
fn han(text: &str) -> Option<Number> {
    if !text.starts_with(is_han_digit) {
        return None;
    }
    let (unit_text, body) =
        UNITS.iter().find_map(|u| text.strip_suffix(u).map(|b| (Some((*u).to_owned()), b))).unwrap_or((None, text));
    let value = match body {
        "零" | "〇" => 0,
        "一" if unit_text.is_none() => return None,
        _ => han_value(body)?,
    };
    Some(Number { amount: Amount::from(value), unit: unit_text, note: None })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amount(text: &str) -> String {
        match read(text) {
            Reading::Number(number) => {
                format!("{}{}{}", number.amount, number.unit.unwrap_or_default(), number.note.unwrap_or_default())
            }
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn bold_marks_enclose_something() {
        assert_eq!(["**12**", "** 0 **"].map(amount), ["12", "0"]);
        assert_eq!(["**", "****", "12**", "**1**2**"].map(amount), ["Illegible"; 4]);
    }

    #[test]
    fn numbers_keep_their_digits() {
        for (text, expected) in [
            ("0", "0"),
            (" 12 ", "12"),
            ("１２", "12"),
            ("+19", "19"),
            ("-8", "-8"),
            ("－８", "-8"),
            ("1,234", "1234"),
            ("1，234", "1234"),
            ("96171.60", "96171.60"),
            (".5", "0.5"),
            ("0.00", "0.00"),
            ("251000元", "251000元"),
            ("3940 元", "3940元"),
            ("**26**", "26"),
            ("0件", "0件"),
            ("\u{200b}7\u{feff}", "7"),
            ("11398889", "11398889"),
            ("22（其中修订16件）", "22(其中修订16件)"),
            ("18.17%", "18.17%"),
            ("三十五", "35"),
            ("两千零三", "2003"),
            ("二十件", "20件"),
            ("零", "0"),
            ("三千五百", "3500"),
            ("一万二千", "12000"),
            ("$12$", "12"),
            (r"$\mathrm{1,234}$", "1234"),
            (r"\+19", "19"),
            (r"**\(7\)**", "7"),
            ("一百零五", "105"),
            ("两万零五十", "20050"),
        ] {
            assert_eq!(amount(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_number_keeps_its_kind() {
        for (texts, expected) in [
            (&["", " ", "\u{a0}", "\u{3000}", "\n"][..], "Blank"),
            (&["-", "—", "——", "－－", "– –", r"\-", "$-$"], "Dash"),
            (&["/", "／", "无", "N/A", "不涉及", "/件", "/人次"], "NotApplicable"),
            (
                &[
                    "-4-",
                    "1 2",
                    "1.",
                    "1、",
                    "12,34",
                    "O",
                    "规章",
                    "2022年",
                    "(12)",
                    "3.其他",
                    "一",
                    "1.2.3",
                    "12(3)",
                    "$1 2$",
                    "$5",
                    "一万二",
                    "三千五",
                    "二百五件",
                    "一亿二",
                    "\u{fffd}5",
                ],
                "Illegible",
            ),
        ] {
            for text in texts {
                assert_eq!(amount(text), expected, "{text:?}");
            }
        }
    }

    #[test]
    fn words_for_nothing_begin_as_they_are_told() {
        for word in NOT_APPLICABLE {
            let first = word.chars().next().unwrap();
            assert!(may_begin(first) || !crate::text::fold::is_han(first), "{word}");
        }
    }

    #[test]
    fn more_digits_than_a_decimal_holds_are_illegible_not_rounded() {
        assert_eq!(read("123456789012345678901234567890123"), Reading::Illegible);
    }
}
