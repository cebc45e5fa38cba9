//! Number formats of workbooks: what a number is shown as where its digits are not.
//!
//! A format has up to four sections, for positive numbers, negative ones, zero and texts. A section without a place for
//! a digit shows its words instead of the number: accounting formats print a zero as `-`, others print nothing at all.
//! Separators, rounding and units of a format are not applied: a value is given with the digits that are stored.

/// What a number format says about the meaning of a number. Most formats say nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct NumberFormat {
    /// The decimals of a percentage.
    percent: Option<usize>,
    /// What is shown instead of a positive number, a negative one, a zero, and a text.
    words: [Option<String>; 4],
}

impl NumberFormat {
    /// What a format such as `0.00%` or `0;-0;"—"` says; `None` if it shows the number itself.
    pub(super) fn of(code: &str) -> Option<Self> {
        let format = NumberFormat { percent: percent_decimals(code), words: words(&sections(code)) };
        (format != NumberFormat::default()).then_some(format)
    }

    pub(super) fn percent(&self) -> Option<usize> {
        self.percent
    }

    /// What is shown instead of a number.
    pub(super) fn instead_of(&self, number: f64) -> Option<&str> {
        let section = if number > 0.0 { 0 } else { 1 + usize::from(number == 0.0) };
        self.words[section].as_deref()
    }

    /// What is shown instead of a text.
    pub(super) fn instead_of_text(&self) -> Option<&str> {
        self.words[3].as_deref()
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
            '\\' | '!' => signs.extend(chars.next().map(Sign::Shown)),
            '_' => signs.extend(chars.next().map(|_| Sign::Shown(' '))),
            '*' => _ = chars.next(),
            '[' => signs.push(Sign::Bracket(chars.by_ref().take_while(|&c| c != ']').collect())),
            '0' | '#' | '?' => signs.push(Sign::Digit(c)),
            ',' => {}
            '@' | '/' => signs.push(Sign::Value),
            c if c.is_ascii_alphabetic() => signs.push(Sign::Value),
            c => signs.push(Sign::Shown(c)),
        }
    }
    sections
}

/// What sections show instead of a positive number, a negative one, a zero, and a text.
fn words(sections: &[Vec<Sign>]) -> [Option<String>; 4] {
    let condition = |section: &Vec<Sign>| {
        section.iter().find_map(|sign| match sign {
            Sign::Bracket(inner) if inner.starts_with(['<', '>', '=']) => Some(inner.replace(' ', "")),
            _ => None,
        })
    };
    let conditions: Vec<Option<String>> = sections.iter().map(condition).collect();
    let conditions: Vec<Option<&str>> = conditions.iter().map(Option::as_deref).collect();
    let [positive, negative, zero] = match (&conditions[..], sections.len()) {
        ([Some("=0"), None], _) => [1, 1, 0],
        ([Some(">0"), Some("<0"), None] | [None, None, None, ..], _) => [0, 1, 2],
        ([None, None], _) => [0, 1, 0],
        ([None], _) => [0, 0, 0],
        _ => return Default::default(),
    };
    // Programs differ in what they show of a negative number where the second of two sections is empty.
    let doubtful = sections.len() == 2 && sections[1].is_empty();
    [
        shown(&sections[positive], false),
        shown(&sections[negative], false).filter(|_| !doubtful),
        shown(&sections[zero], true),
        sections.get(3).and_then(|section| shown(section, false)),
    ]
}

/// The words of a section that shows no digit of its number. Places that need not be filled show none of a zero.
fn shown(section: &[Sign], zero: bool) -> Option<String> {
    let mut words = String::new();
    for sign in section {
        match sign {
            Sign::Shown(c) => words.push(*c),
            Sign::Digit('#' | '?') if zero => {}
            Sign::Bracket(_) => {}
            Sign::Digit(_) | Sign::Value => return None,
        }
    }
    Some(words.trim().to_owned())
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
        let plain =
            ["General", "G/通用格式", "0", "#,##0", "0.00", "0\"件\"", "0_);(0)", "yyyy/m/d", "# ?/?", "@", "0;"];
        for code in plain.into_iter().chain(["[Red]0;[Red]-0", "#,##0.00_ ", "[>100]0;\"少\"", "0.00E+00"]) {
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
    fn numbers_and_texts_may_be_hidden() {
        assert_eq!(instead(";;;"), [Some(String::new()), Some(String::new()), Some(String::new())]);
        assert_eq!(NumberFormat::of(";;;").unwrap().instead_of_text(), Some(""));
        assert_eq!(NumberFormat::of("0;-0;;@").unwrap().instead_of_text(), None);
    }
}
