//! The number at the head of a line: 一、 （一） 1. （1） ① 第一部分 第二条.

use super::fold::{is_simple, is_unified, plain_char};

/// How an ordinal is written. The order is the usual order of nesting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Style {
    /// 第一部分, 第一章, 第一条.
    Part,
    /// 一、
    Han,
    /// （一）
    HanBracket,
    /// 1. or 1、
    Arabic,
    /// （1） or 1）
    ArabicBracket,
    /// ①
    Circled,
}

/// An ordinal and what follows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ordinal<'t> {
    /// How it is written.
    pub style: Style,
    /// Its number, from 1.
    pub value: u32,
    /// The ordinal as printed, without the mark that divides it from the text (一, （一）, 1., 第一部分).
    pub number: &'t str,
    /// The text after it, blanks removed.
    pub rest: &'t str,
}

/// The ordinal at the head of a text, if there is one. Blanks within it are allowed, since tools put them there.
pub fn parse(text: &str) -> Option<Ordinal<'_>> {
    // Most lines begin with a Chinese character that is no number, most cells are a number and nothing else.
    let begins = |c: char| !is_unified(c) || c == '第' || han_digit(c).is_some();
    if !text.starts_with(begins) || text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let text = text.trim_start();
    let mut reader = Reader { text, at: 0 };
    let found = match reader.peek()? {
        '第' => part(&mut reader),
        '(' | '[' => bracketed(&mut reader),
        c if circled(c).is_some() => circled_ordinal(&mut reader),
        c if c.is_ascii_digit() => arabic(&mut reader),
        c if han_digit(c).is_some() => han(&mut reader),
        _ => None,
    };
    let (style, value, end) = found?;
    let number = text[..end].trim_end();
    Some(Ordinal { style, value, number, rest: reader.rest().trim() })
}

/// Reads a text character by character, half-width, past blanks.
struct Reader<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Reader<'t> {
    fn peek(&mut self) -> Option<char> {
        loop {
            let c = self.text[self.at..].chars().next()?;
            // Chinese characters and digits are never passed over.
            if is_simple(c) || c.is_ascii_digit() {
                return Some(c);
            }
            let half = plain_char(c);
            if !half.is_whitespace() && !super::fold::is_invisible(c) && half != '*' {
                return Some(half);
            }
            self.at += c.len_utf8();
        }
    }

    fn take(&mut self) -> Option<char> {
        let c = self.peek()?;
        self.at += self.text[self.at..].chars().next().map_or(0, char::len_utf8);
        Some(c)
    }

    fn take_if(&mut self, wanted: impl Fn(char) -> bool) -> Option<char> {
        self.peek().filter(|&c| wanted(c)).and_then(|_| self.take())
    }

    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }
}

type Found = Option<(Style, u32, usize)>;

fn part(reader: &mut Reader<'_>) -> Found {
    reader.take();
    let value = number(reader)?;
    match reader.take()? {
        '章' | '条' | '节' | '篇' => Some((Style::Part, value, reader.at)),
        '部' if reader.take()? == '分' => Some((Style::Part, value, reader.at)),
        _ => None,
    }
    .inspect(|_| {
        reader.take_if(|c| matches!(c, ':' | '、' | '.'));
    })
}

fn bracketed(reader: &mut Reader<'_>) -> Found {
    reader.take();
    let style = if reader.peek()?.is_ascii_digit() { Style::ArabicBracket } else { Style::HanBracket };
    let value = number(reader)?;
    reader.take_if(|c| matches!(c, ')' | ']'))?;
    let end = reader.at;
    reader.take_if(|c| matches!(c, '、' | '.' | ':'));
    Some((style, value, end))
}

fn circled_ordinal(reader: &mut Reader<'_>) -> Found {
    let value = circled(reader.take()?)?;
    let end = reader.at;
    reader.take_if(|c| matches!(c, '、' | '.'));
    Some((Style::Circled, value, end))
}

fn arabic(reader: &mut Reader<'_>) -> Found {
    let value = number(reader)?;
    match reader.take()? {
        '.' if !reader.rest().starts_with(|c: char| plain_char(c).is_ascii_digit()) => {
            Some((Style::Arabic, value, reader.at))
        }
        '、' => Some((Style::Arabic, value, reader.at)),
        ')' => Some((Style::ArabicBracket, value, reader.at)),
        _ => None,
    }
}

fn han(reader: &mut Reader<'_>) -> Found {
    let value = number(reader)?;
    let end = reader.at;
    reader.take_if(|c| matches!(c, '、' | '.' | ',' | ':'))?;
    Some((Style::Han, value, end))
}

/// A number from 1 to 99 in Chinese or Arabic digits.
fn number(reader: &mut Reader<'_>) -> Option<u32> {
    let (mut arabic, mut han) = (Some(0u32), HanNumber::default());
    let mut any = false;
    while let Some(c) = reader.take_if(|c| c.is_ascii_digit() || han_digit(c).is_some()) {
        any = true;
        arabic = arabic.zip(c.to_digit(10)).map(|(value, digit)| value.saturating_mul(10).saturating_add(digit));
        han.push(han_digit(c));
    }
    let value = arabic.filter(|_| any).or_else(|| han.value())?;
    (1..=99).contains(&value).then_some(value)
}

/// A number in Chinese digits up to 99: 三, 十, 十二, 二十, 二十一.
pub fn han_number(text: &str) -> Option<u32> {
    let mut number = HanNumber::default();
    text.chars().for_each(|c| number.push(han_digit(c)));
    number.value()
}

/// A number in Chinese digits, digit by digit. No number up to 99 has more than three.
#[derive(Default)]
struct HanNumber {
    digits: [u32; 3],
    count: usize,
    broken: bool,
}

impl HanNumber {
    fn push(&mut self, digit: Option<u32>) {
        match (digit, self.digits.get_mut(self.count)) {
            (Some(digit), Some(place)) => *place = digit,
            _ => self.broken = true,
        }
        self.count += 1;
    }

    fn value(&self) -> Option<u32> {
        match self.digits.get(..self.count).filter(|_| !self.broken)? {
            [value] => Some(*value),
            [10, unit] if *unit < 10 => Some(10 + unit),
            [ten, 10] if *ten < 10 => Some(ten * 10),
            [ten, 10, unit] if *ten < 10 && *unit < 10 => Some(ten * 10 + unit),
            _ => None,
        }
    }
}

fn han_digit(c: char) -> Option<u32> {
    Some(match c {
        '一' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        '十' => 10,
        _ => return None,
    })
}

fn circled(c: char) -> Option<u32> {
    ('①'..='⑳').contains(&c).then(|| c as u32 - '①' as u32 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<(Style, u32, &str, &str)> {
        parse(text).map(|o| (o.style, o.value, o.number, o.rest))
    }

    #[test]
    fn every_style_is_read() {
        assert_eq!(found("一、总体情况"), Some((Style::Han, 1, "一", "总体情况")));
        assert_eq!(found(" 十二、 附件"), Some((Style::Han, 12, "十二", "附件")));
        assert_eq!(found("（三）不予公开"), Some((Style::HanBracket, 3, "（三）", "不予公开")));
        assert_eq!(found("( 三 ) 不予公开"), Some((Style::HanBracket, 3, "( 三 )", "不予公开")));
        assert_eq!(found("1.属于"), Some((Style::Arabic, 1, "1.", "属于")));
        assert_eq!(found("２、属于"), Some((Style::Arabic, 2, "２、", "属于")));
        assert_eq!(found("（1）属于"), Some((Style::ArabicBracket, 1, "（1）", "属于")));
        assert_eq!(found("③属于"), Some((Style::Circled, 3, "③", "属于")));
        assert_eq!(found("第二部分 决算表"), Some((Style::Part, 2, "第二部分", "决算表")));
        assert_eq!(found("第二十条第（一）项"), Some((Style::Part, 20, "第二十条", "第（一）项")));
    }

    #[test]
    fn no_traditional_character_is_that_of_an_ordinal() {
        let of_ordinal = |c: char| c == '第' || han_digit(c).is_some();
        assert!(('\u{4e00}'..='\u{9fff}').all(|c| of_ordinal(plain_char(c)) == of_ordinal(c)));
    }

    #[test]
    fn what_only_looks_like_an_ordinal_is_none() {
        for text in ["一年来", "1.5万元", "2022年", "2022.1", "（区分处理的）", "一是坚持", "", "三", "100、"]
        {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
