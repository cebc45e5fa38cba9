//! A paragraph -> clauses: half-width, simplified, without blanks, bold marks and quotes; what stands in brackets apart.

use super::{count, none, struck};
use crate::text::fold::{is_invisible, is_simple, plain_char};
use crate::text::quantity::is_han_digit;
use crate::text::sieve::Sieve;
use std::ops::Range;

/// A clause of a sentence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Clause {
    /// Its text as it is compared.
    pub text: String,
    /// Where it stands in the paragraph.
    pub printed: Range<usize>,
    /// The number of its sentence in the paragraph.
    pub sentence: usize,
    /// The number of the part of the paragraph between semicolons.
    pub part: usize,
    /// It stands in brackets.
    pub inside: bool,
    /// It is a whole sentence without counts, which is not cut: all that it can do is to name a time or a topic.
    pub quiet: bool,
}

/// A blank that keeps two numbers apart: a row of a table, or a number that was torn.
pub(super) const GAP: char = '\u{1}';

/// A text as it is compared. No paragraph is so long that 32 bits would not do.
#[derive(Default)]
struct Shown {
    /// The characters that matter.
    plain: String,
    /// Where they part from the paragraph. Between two seams both go on side by side.
    seams: Vec<Seam>,
    marks: Vec<Mark>,
    /// Where a character stands that may belong to a count or deny one; whether it must be looked at for certain.
    signs: Vec<(usize, bool)>,
}

/// A place from which on the plain text stands elsewhere in the paragraph.
#[derive(Clone, Copy)]
struct Seam {
    plain: u32,
    /// The same place in the paragraph.
    at: u32,
    /// Where the character before it ends in the paragraph.
    end: u32,
}

/// A character that ends a clause, or opens or closes something in it.
#[derive(Clone, Copy)]
struct Mark {
    at: usize,
    plain: char,
    /// The place of the closing one, if it is an opening bracket that is closed.
    partner: Option<usize>,
}

/// The clauses of a paragraph. What stands in brackets comes behind the clause that holds it.
pub(super) fn clauses(text: &str) -> Vec<Clause> {
    let mut shown = Shown::new(text);
    shown.pair();
    let mut cutter = Cutter { shown, ..Cutter::default() };
    let mut at = 0;
    while at < cutter.shown.plain.len() {
        at = cutter.step(at);
    }
    cutter.finish(true);
    cutter.clauses
}

impl Shown {
    /// The characters that matter. A blank before a digit becomes a gap where a number or a unit stands before it.
    fn new(text: &str) -> Self {
        let mut shown = Shown { plain: String::with_capacity(text.len()), ..Shown::default() };
        let (mut blank, mut from, mut end) = (false, 0, 0);
        for (at, c) in text.char_indices() {
            if at < from {
                continue;
            }
            // Most characters are Chinese, and are themselves: they are taken together.
            if is_simple(c) {
                if let Some(loud) = sign(c) {
                    shown.signs.push((shown.plain.len() + at - from, loud));
                }
                continue;
            }
            if from < at {
                shown.push(&text[from..at], from, end);
                (blank, end) = (false, at);
            }
            from = at + c.len_utf8();
            let plain = plain_char(c);
            if let Some(length) = struck::at(&text[at..]) {
                from = at + length;
                if shown.ends_value() || shown.plain.ends_with(is_han_digit) {
                    shown.push(GAP.encode_utf8(&mut [0; 4]), at, end);
                    end = from;
                }
            } else if plain.is_whitespace() {
                blank = true;
            } else if !is_left_out(c, plain) {
                let torn = blank && plain.is_ascii_digit() && shown.ends_value();
                if torn || matches!(plain, '|' | '│') {
                    shown.push(GAP.encode_utf8(&mut [0; 4]), at, end);
                    end = at;
                }
                if is_mark(plain) {
                    shown.marks.push(Mark { at: shown.plain.len(), plain, partner: None });
                }
                shown.signs.extend(sign(plain).map(|loud| (shown.plain.len(), loud)));
                shown.push(plain.encode_utf8(&mut [0; 4]), at, end);
                (blank, end) = (false, from);
            }
        }
        shown.push(&text[from..], from, end);
        shown
    }

    /// Adds characters that stand at a place of the paragraph; the one before them ends at another.
    fn push(&mut self, characters: &str, at: usize, end: usize) {
        let plain = self.plain.len();
        // The last seam stands before them.
        let place = self.seams.last().map_or(plain, |seam| seam.at as usize + plain - seam.plain as usize);
        if place != at {
            self.seams.push(Seam { plain: plain as u32, at: at as u32, end: end as u32 });
        }
        self.plain.push_str(characters);
    }

    /// The last seam that does not stand behind a place.
    fn seam(&self, plain: usize) -> Option<&Seam> {
        self.seams[..self.seams.partition_point(|seam| seam.plain as usize <= plain)].last()
    }

    /// Where the character that begins at a place of the plain text begins in the paragraph.
    fn place(&self, plain: usize) -> usize {
        self.seam(plain).map_or(plain, |seam| seam.at as usize + plain - seam.plain as usize)
    }

    /// Where the character that ends at a place of the plain text ends in the paragraph.
    fn end(&self, plain: usize) -> usize {
        match self.seam(plain) {
            Some(seam) if seam.plain as usize == plain => seam.end as usize,
            _ => self.place(plain),
        }
    }

    /// A digit, a mark that stands for a value, or a unit behind a digit.
    fn ends_value(&self) -> bool {
        let mut back = self.plain.chars().rev();
        let [last, before] = [back.next(), back.next()];
        let number = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit() || is_han_digit(c));
        let unit = last.is_some_and(|c| "件条元项次份起宗".contains(c)) && number(before);
        unit || last.is_some_and(|c| c.is_ascii_digit() || matches!(c, '/' | '-'))
    }

    /// Finds for each opening bracket its closing one.
    fn pair(&mut self) {
        let mut open: Vec<(char, usize)> = Vec::new();
        for number in 0..self.marks.len() {
            let Mark { at, plain, .. } = self.marks[number];
            match plain {
                '(' | '[' | '〔' | '【' | '《' => open.push((plain, number)),
                ')' | ']' | '〕' | '】' | '》' => {
                    if let Some((opening, from)) = open.pop()
                        && (opening == '《') == (plain == '》')
                    {
                        self.marks[from].partner = Some(at);
                    }
                }
                _ => {}
            }
        }
    }

    /// The number of the first mark that does not stand before a place.
    fn mark_from(&self, at: usize) -> usize {
        self.marks.partition_point(|mark| mark.at < at)
    }

    /// Where the character at a place ends.
    fn behind(&self, at: usize) -> usize {
        at + self.plain[at..].chars().next().map_or(0, char::len_utf8)
    }

    /// Whether a stretch holds no count, and no word that states that there was none.
    fn is_quiet(&self, range: Range<usize>) -> bool {
        let from = |place: usize| self.signs.partition_point(|(at, _)| *at < place);
        let signs = &self.signs[from(range.start)..from(range.end)];
        let loud = signs.iter().any(|(_, loud)| *loud);
        signs.is_empty() || !loud && count::counts(&self.plain[range]).is_empty()
    }
}

/// The characters that may belong to a count or deny one.
static SIGNS: Sieve = Sieve::of(&[
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '零', '〇', '一', '二', '两', '三', '四', '五', '六', '七', '八',
    '九', '十', '百', '千', '万', '未', '无', '無', '没', '沒',
]);

/// Whether a character may belong to a count or deny one: a digit or a denial makes a sentence loud, a Chinese digit may.
pub(super) fn sign(c: char) -> Option<bool> {
    if !SIGNS.may_hold(c) {
        return None;
    }
    let loud = c.is_ascii_digit() || none::denies(c);
    (loud || is_han_digit(c)).then_some(loud)
}

/// Whether a character is left out of what is compared.
fn is_left_out(c: char, plain: char) -> bool {
    is_invisible(c) || matches!(plain, '*' | '"' | '“' | '”' | '‘' | '’' | '「' | '」' | '\'')
}

fn is_bracket(c: char) -> bool {
    matches!(c, '(' | '[' | '〔' | '【' | '《' | ')' | ']' | '〕' | '】' | '》')
}

/// Whether a character ends a clause or opens or closes something in it.
fn is_mark(c: char) -> bool {
    matches!(c, '。' | '!' | '?' | ';' | ',') || is_bracket(c)
}

#[derive(Default)]
struct Cutter {
    shown: Shown,
    /// How many marks were passed.
    passed: usize,
    clauses: Vec<Clause>,
    open: Clause,
    inner: Vec<Clause>,
    sentence: usize,
    part: usize,
    /// The number of sentences of which it was asked whether they are quiet.
    asked: usize,
}

impl Cutter {
    /// Takes what stands at this place, and gives the next place.
    fn step(&mut self, at: usize) -> usize {
        let marks = &self.shown.marks;
        self.passed += marks[self.passed..].iter().take_while(|mark| mark.at < at).count();
        let mark = marks.get(self.passed).copied();
        if let Some(end) = self.quiet_until(at) {
            self.open.quiet = true;
            return self.words(at..end);
        }
        let Some(mark) = mark.filter(|mark| mark.at == at) else {
            return self.words(at..mark.map_or(self.shown.plain.len(), |mark| mark.at));
        };
        let behind = at + mark.plain.len_utf8();
        match (mark.plain, mark.partner) {
            // A title names something; the figures and years in it say nothing here.
            ('《', Some(close)) => {
                let close = self.shown.behind(close);
                push(&mut self.open, &self.shown, at..close, "《》");
                return close;
            }
            (_, Some(close)) => {
                self.bracket(behind..close);
                let close = self.shown.behind(close);
                if !self.open.text.is_empty() {
                    self.open.printed.end = self.shown.end(close);
                }
                return close;
            }
            // What a lone bracket holds or leaves out cannot be told.
            ('(' | '[' | '〔' | '【' | ')' | ']' | '〕' | '】', None) => {
                push(&mut self.open, &self.shown, at..behind, GAP.encode_utf8(&mut [0; 4]));
            }
            ('。' | '!' | '?', _) => self.finish(true),
            (';', _) => {
                self.finish(false);
                self.part += 1;
            }
            (',', _) if !is_separator(&self.shown.plain, at) => self.finish(false),
            _ => return self.words(at..behind),
        }
        behind
    }

    /// Where the sentence ends that begins here, if it is quiet and nothing in it is bracketed. Asked once a sentence.
    fn quiet_until(&mut self, at: usize) -> Option<usize> {
        if std::mem::replace(&mut self.asked, self.sentence + 1) > self.sentence {
            return None;
        }
        let shown = &self.shown;
        let mut ahead = shown.marks[self.passed..].iter();
        let end = match ahead.find(|mark| !matches!(mark.plain, ',' | ';')) {
            Some(Mark { at, plain: '。' | '!' | '?', .. }) => *at,
            Some(_) => return None,
            None => shown.plain.len(),
        };
        (at < end && shown.is_quiet(at..end)).then_some(end)
    }

    /// Takes characters as they are.
    fn words(&mut self, range: Range<usize>) -> usize {
        push(&mut self.open, &self.shown, range.clone(), &self.shown.plain[range.clone()]);
        range.end
    }

    /// The clauses in a bracket. A bracket in it is left out.
    fn bracket(&mut self, range: Range<usize>) {
        let shown = &self.shown;
        let inside = || Clause { inside: true, ..Clause::default() };
        let (mut clause, mut at) = (inside(), range.start);
        while at < range.end {
            let mark = shown.marks.get(shown.mark_from(at)).filter(|mark| mark.at < range.end);
            let next = mark.map_or(range.end, |mark| mark.at);
            if at < next {
                push(&mut clause, shown, at..next, &shown.plain[at..next]);
            }
            let Some(mark) = mark else { break };
            at = shown.behind(mark.at);
            match mark.partner {
                Some(close) => at = shown.behind(close),
                None if matches!(mark.plain, ';' | '。')
                    || mark.plain == ',' && !is_separator(&shown.plain, mark.at) =>
                {
                    self.inner.push(std::mem::replace(&mut clause, inside()));
                }
                None => push(&mut clause, shown, mark.at..at, &shown.plain[mark.at..at]),
            }
        }
        self.inner.push(clause);
    }

    fn finish(&mut self, sentence: bool) {
        let whole = std::mem::take(&mut self.open);
        let inner = std::mem::take(&mut self.inner);
        for clause in std::iter::once(whole).chain(inner).filter(|clause| !clause.text.is_empty()) {
            self.clauses.push(Clause { sentence: self.sentence, part: self.part, ..clause });
        }
        self.sentence += usize::from(sentence);
        self.part += usize::from(sentence);
    }
}

/// Most clauses have no more bytes.
const USUAL: usize = 72;

/// Adds to a clause what stands for a stretch of the plain text.
fn push(clause: &mut Clause, shown: &Shown, range: Range<usize>, text: &str) {
    if clause.text.is_empty() {
        clause.printed.start = shown.place(range.start);
        clause.text.reserve(USUAL.max(text.len()));
    }
    clause.text.push_str(text);
    clause.printed.end = shown.end(range.end);
}

/// Whether a comma parts thousands: one to three digits before it, or a group of three behind another comma; three behind.
fn is_separator(plain: &str, at: usize) -> bool {
    let (before, behind) = (&plain.as_bytes()[..at], &plain.as_bytes()[at + 1..]);
    let before = before.iter().rev().take(4).take_while(|byte| byte.is_ascii_digit()).count();
    let behind = behind.iter().take(4).take_while(|byte| byte.is_ascii_digit()).count();
    (1..=3).contains(&before) && behind == 3
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<String> {
        clauses(text)
            .into_iter()
            .map(|c| format!("{}{}{}", c.sentence, if c.inside { "(" } else { " " }, c.text))
            .collect()
    }

    #[test]
    fn every_digit_and_denial_is_a_sign() {
        let loud = |c: char| c.is_ascii_digit() || none::denies(c);
        let expected = |c: char| (loud(c) || is_han_digit(c)).then_some(loud(c));
        assert!(('\0'..=char::MAX).all(|c| sign(c) == expected(c)));
    }

    #[test]
    fn clauses_are_cut_at_commas_but_numbers_are_not() {
        assert_eq!(cut("受理 1，234 件，答复**1**2件。另有3件。"), ["0 受理1,234件", "0 答复12件", "1 另有3件"]);
        assert_eq!(cut("共3件 5件，末"), ["0 共3件\u{1}5件", "0 末"]);
    }

    #[test]
    fn brackets_stand_behind_their_clause() {
        assert_eq!(cut("答复８件（含上年2件，余略），完"), ["0 答复8件", "0(含上年2件", "0(余略", "0 完"]);
        assert_eq!(cut("依《2019年办法（试行）》答复8件"), ["0 依《》答复8件"]);
        assert_eq!(cut("答复8件（含2件"), ["0 答复8件\u{1}含2件"]);
    }

    #[test]
    fn a_clause_knows_its_words() {
        let text = "全年 **收到**12件（网上3件），";
        let clause = &clauses(text)[0];
        assert_eq!(&text[clause.printed.clone()], "全年 **收到**12件（网上3件）");
    }
}
