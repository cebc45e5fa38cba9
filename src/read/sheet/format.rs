//! Number formats of workbooks: what a number is shown as where its digits are not.
//!
//! A format has up to four sections, for positive numbers, negative ones, zero and texts. A section without a place for
//! a digit shows its words instead of the number: accounting formats print a zero as `-`, others print nothing at all.
//! Chinese words behind the digits are shown with them (8040元). Separators and rounding are not applied: a value is given
//! with the digits that are stored. One that is shown divided (in ten thousands) is not what it seems, and says so.

use crate::text::fold;

/// What a number format says about the meaning of a number. Most formats say nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct NumberFormat {
    /// The decimals of a percentage.
    percent: Option<usize>,
    /// The sections for numbers.
    sections: Vec<Section>,
    /// What is shown instead of a text.
    text: Option<String>,
}

/// A section for numbers.
#[derive(Clone, Debug, Default, PartialEq)]
struct Section {
    /// The numbers that it is for, if it says so.
    condition: Option<Condition>,
    /// What it shows instead of a number, and instead of a zero.
    words: Option<String>,
    zero: Option<String>,
    /// The Chinese words behind the digits (元, 件).
    unit: String,
    /// By which power of ten it divides what is shown.
    scale: usize,
}

/// A condition such as `<5`.
#[derive(Clone, Debug, PartialEq)]
struct Condition {
    sign: &'static str,
    number: f64,
}

impl NumberFormat {
    /// What a format such as `0.00%`, `0;-0;"—"` or `0"元"` says; `None` if it shows the number and no more.
    pub(super) fn of(code: &str) -> Option<Self> {
        let mut sections = sections(code);
        let text = sections.get(3).and_then(|section| shown(section, false));
        sections.truncate(3);
        let format = NumberFormat {
            percent: percent_decimals(code),
            text,
            sections: sections.iter().map(|signs| Section::of(signs)).collect(),
        };
        let plain = |section: &Section| Section { condition: None, ..section.clone() } == Section::default();
        let says_more = format.percent.is_some() || format.text.is_some() || !format.sections.iter().all(plain);
        says_more.then_some(format)
    }

    pub(super) fn percent(&self) -> Option<usize> {
        self.percent
    }

    /// The section for a number: by the conditions, or positive numbers, negative ones and zero in this order.
    fn section(&self, number: f64) -> Option<&Section> {
        if self.sections.iter().any(|section| section.condition.is_some()) {
            let is_for =
                |section: &&Section| section.condition.as_ref().is_none_or(|condition| condition.holds(number));
            return self.sections.iter().find(is_for);
        }
        let at = if number < 0.0 { 1 } else { 2 * usize::from(number == 0.0) };
        self.sections.get(at).or(self.sections.first())
    }

    /// What is shown instead of a number.
    pub(super) fn instead_of(&self, number: f64) -> Option<&str> {
        let section = self.section(number)?;
        // Programs differ in what they show of a negative number where the second of two sections is empty.
        if number < 0.0 && self.sections.len() == 2 && section.words.as_deref() == Some("") {
            return None;
        }
        if number == 0.0 { section.zero.as_deref() } else { section.words.as_deref() }
    }

    /// The Chinese words that are shown behind a number.
    pub(super) fn unit(&self, number: f64) -> &str {
        self.section(number).map_or("", |section| &section.unit)
    }

    /// By which power of ten a number is divided before it is shown.
    pub(super) fn scale(&self, number: f64) -> usize {
        self.section(number).map_or(0, |section| section.scale)
    }

    /// What is shown instead of a text.
    pub(super) fn instead_of_text(&self) -> Option<&str> {
        self.text.as_deref()
    }
}

impl Section {
    fn of(signs: &[Sign]) -> Self {
        let condition = signs.iter().find_map(|sign| match sign {
            Sign::Bracket(inner) => Condition::of(inner),
            _ => None,
        });
        Section {
            condition,
            words: shown(signs, false),
            zero: shown(signs, true),
            unit: unit(signs),
            scale: scale(signs),
        }
    }
}

impl Condition {
    fn of(inner: &str) -> Option<Self> {
        let signs = ["<=", ">=", "<>", "<", ">", "="];
        let inner = inner.replace(' ', "");
        let sign = signs.into_iter().find(|sign| inner.starts_with(sign))?;
        Some(Condition { sign, number: inner[sign.len()..].parse().ok()? })
    }

    fn holds(&self, number: f64) -> bool {
        match self.sign {
            "<=" => number <= self.number,
            ">=" => number >= self.number,
            "<>" => number != self.number,
            "<" => number < self.number,
            ">" => number > self.number,
            _ => number == self.number,
        }
    }
}

/// The decimals of a number format that is a plain percentage (`0%`, `0.00%`); `None` for any other.
fn percent_decimals(code: &str) -> Option<usize> {
    let code = code.split(';').next()?.trim().trim_end_matches("_ ").strip_suffix('%')?.trim_start_matches(['#', ',']);
    let (whole, decimals) = code.split_once('.').unwrap_or((code, ""));
    let plain = whole == "0" && decimals.len() <= 10 && decimals.bytes().all(|b| b == b'0');
    plain.then_some(decimals.len())
}

/// One sign of a format.
#[derive(Clone, Debug, PartialEq)]
enum Sign {
    /// A character that is shown as it is.
    Shown(char),
    /// A place for a digit (`0`, `#` or `?`).
    Digit(char),
    /// What stands in brackets: a colour, a condition, a currency.
    Bracket(String),
    /// A point that is written as a character and divides nothing: digits behind it are those of the whole number.
    Point,
    /// A comma: between digits a separator, behind them a division by a thousand.
    Scale,
    /// A letter that stands for something (General, dates, exponents), the text itself, a fraction.
    Value,
}

/// The signs of each section.
fn sections(code: &str) -> Vec<Vec<Sign>> {
    let mut sections = vec![Vec::new()];
    let mut chars = code.chars();
    while let Some(c) = chars.next() {
        let signs = sections.last_mut().expect("there is one from the start");
        match c {
            ';' => sections.push(Vec::new()),
            '"' => signs.extend(chars.by_ref().take_while(|&c| c != '"').map(Sign::Shown)),
            // Spreadsheet programs in Chinese escape with an exclamation mark too.
            '\\' | '!' => {
                signs.extend(chars.next().map(|c| if c == '.' { Sign::Point } else { Sign::Shown(c) }));
            }
            '_' => signs.extend(chars.next().map(|_| Sign::Shown(' '))),
            '*' => _ = chars.next(),
            '[' => signs.push(Sign::Bracket(chars.by_ref().take_while(|&c| c != ']').collect())),
            '0' | '#' | '?' => signs.push(Sign::Digit(c)),
            ',' => signs.push(Sign::Scale),
            '@' | '/' => signs.push(Sign::Value),
            c if c.is_ascii_alphabetic() => signs.push(Sign::Value),
            c => signs.push(Sign::Shown(c)),
        }
    }
    sections
}

/// The words of a section that shows no digit of its number. Places that need not be filled show none of a zero.
fn shown(section: &[Sign], zero: bool) -> Option<String> {
    let mut words = String::new();
    for sign in section {
        match sign {
            Sign::Shown(c) => words.push(*c),
            Sign::Point => words.push('.'),
            Sign::Digit('#' | '?') if zero => {}
            Sign::Bracket(_) | Sign::Scale => {}
            Sign::Digit(_) | Sign::Value => return None,
        }
    }
    Some(words.trim().to_owned())
}

/// The Chinese words behind the last digit of a section. A comma there divides what is shown by a thousand, so that the
/// words do not go with the stored number.
fn unit(section: &[Sign]) -> String {
    let Some(last) = section.iter().rposition(|sign| matches!(sign, Sign::Digit(_))) else { return String::new() };
    let behind = &section[last + 1..];
    if behind.contains(&Sign::Scale) {
        return String::new();
    }
    behind
        .iter()
        .filter_map(|sign| if let Sign::Shown(c) = sign { Some(*c) } else { None })
        .filter(|&c| fold::is_han(c))
        .collect()
}

/// By which power of ten a section divides: each comma behind the last digit by a thousand, and a point that is only
/// written by ten for each digit behind it.
fn scale(section: &[Sign]) -> usize {
    let is_digit = |sign: &Sign| matches!(sign, Sign::Digit(_));
    let Some(last) = section.iter().rposition(is_digit) else { return 0 };
    let commas = section[last..].iter().filter(|sign| **sign == Sign::Scale).count();
    let point = section.iter().position(|sign| *sign == Sign::Point).filter(|&at| section[..at].iter().any(is_digit));
    3 * commas + point.map_or(0, |at| section[at..].iter().filter(|sign| is_digit(sign)).count())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn instead(code: &str) -> [Option<String>; 3] {
        let format = NumberFormat::of(code).unwrap_or_default();
        [8.0, -8.0, 0.0].map(|number| format.instead_of(number).map(str::to_owned))
    }

    #[test]
    fn formats_that_show_the_number_say_nothing() {
        let plain = ["General", "G/通用格式", "0", "#,##0", "0.00", "0_);(0)", "yyyy/m/d", "# ?/?", "@"];
        for code in plain.into_iter().chain(["[Red]0;[Red]-0", "#,##0.00_ ", "[>100]0;0.0", "0.00E+00", "¥#,##0.00"]) {
            assert_eq!(NumberFormat::of(code), None, "{code}");
        }
    }

    #[test]
    fn a_zero_may_be_shown_by_words_or_not_at_all() {
        let zero = |code: &str| instead(code)[2].clone();
        for code in
            [r#"_ * #,##0_ ;_ * \-#,##0_ ;_ * "-"_ ;_ @_ "#, r#"_ * #,##0.00_ ;_ * \-#,##0.00_ ;_ * "-"??_ ;_ @_ "#]
        {
            assert_eq!(instead(code), [None, None, Some("-".into())], "{code}");
        }
        assert_eq!(zero("0;-0;\"—\""), Some("—".into()));
        assert_eq!(zero("0;-0;!无;@"), Some("无".into()));
        assert_eq!(zero("[=0]\"/\";General"), Some("/".into()));
        assert_eq!(zero("[>0]0;[<0]-0;\"-\""), Some("-".into()));
        for code in ["0;-0;;@", "#", "#,###", "??", "[红色]0;-0;"] {
            assert_eq!(zero(code), Some(String::new()), "{code}");
        }
    }

    #[test]
    fn conditions_choose_the_section() {
        assert_eq!(instead("[<5]\"小于5\";0"), [None, Some("小于5".into()), Some("小于5".into())]);
        assert_eq!(instead("[>100]0;\"少\"")[0], Some("少".into()));
        assert_eq!(instead("0;")[1], None);
    }

    #[test]
    fn chinese_words_behind_the_digits_are_shown() {
        let unit = |code: &str| NumberFormat::of(code).map(|format| format.unit(8.0).to_owned());
        assert_eq!(unit("0.00\"元\""), Some("元".into()));
        assert_eq!(unit("#,##0\"万元\";-0"), Some("万元".into()));
        assert_eq!(unit("0!.0,\"万元\""), Some(String::new()));
    }

    #[test]
    fn commas_behind_the_digits_and_written_points_divide() {
        let scale = |code: &str| NumberFormat::of(code).map_or(0, |format| format.scale(123_456.0));
        assert_eq!(["0,", "0.0,,", "0!.0000", "0!.0,\"万元\"", "#\\.##00"].map(scale), [3, 6, 4, 4, 4]);
        assert_eq!(["#,##0", "0.00", "#,##0.00_ ", "!.0"].map(scale), [0; 4]);
    }

    #[test]
    fn numbers_and_texts_may_be_hidden() {
        assert_eq!(instead(";;;"), [Some(String::new()), Some(String::new()), Some(String::new())]);
        assert_eq!(NumberFormat::of(";;;").unwrap().instead_of_text(), Some(""));
        assert_eq!(NumberFormat::of("0;-0;;@").unwrap().instead_of_text(), None);
    }
}
