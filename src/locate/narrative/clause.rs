//! A paragraph -> clauses: half-width, simplified, without blanks, bold marks and quotes; what stands in brackets apart.

use super::{count, none};
use crate::text::fold::{is_invisible, is_unified, plain_char};
use crate::text::quantity::is_han_digit;
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

/// A text as it is compared, with the place of each character. No paragraph is so long that 32 bits would not do.
#[derive(Default)]
struct Shown {
    /// The characters that matter.
    plain: String,
    characters: Vec<Character>,
    /// Which of them end a clause, or open or close something in it.
    marks: Vec<usize>,
    /// Some of them are brackets.
    brackets: bool,
}

/// A character that matters.
#[derive(Clone, Copy)]
struct Character {
    plain: char,
    /// Where it stands in the plain text.
    from: u32,
    /// Where it stands in the paragraph.
    at: u32,
    end: u32,
}

/// The clauses of a paragraph. What stands in brackets comes behind the clause that holds it.
pub(super) fn clauses(text: &str) -> Vec<Clause> {
    let shown = Shown::new(text);
    let mut cutter = Cutter { partners: partners(&shown), shown, ..Cutter::default() };
    let mut at = 0;
    while at < cutter.shown.characters.len() {
        at = cutter.step(at);
    }
    cutter.finish(true);
    cutter.clauses
}

impl Shown {
    /// The characters that matter. A blank before a digit becomes a gap where a number or a unit stands before it.
    fn new(text: &str) -> Self {
        let mut shown = Shown { plain: String::with_capacity(text.len()), ..Shown::default() };
        shown.characters.reserve(text.len() / 3 + 1);
        let mut blank = false;
        for (at, c) in text.char_indices() {
            let (plain, end) = (plain_char(c), at + c.len_utf8());
            // Most characters are Chinese, and are themselves.
            if is_unified(c) {
                shown.push(plain, at, end);
            } else if plain.is_whitespace() {
                blank = true;
                continue;
            } else if is_invisible(c) || matches!(plain, '*' | '"' | '“' | '”' | '‘' | '’' | '「' | '」' | '\'')
            {
                continue;
            } else {
                let torn = blank && plain.is_ascii_digit() && shown.ends_value();
                if torn || matches!(plain, '|' | '│') {
                    shown.push(GAP, at, at);
                }
                shown.mark(plain);
                shown.push(plain, at, end);
            }
            blank = false;
        }
        shown
    }

    #[inline]
    fn push(&mut self, plain: char, at: usize, end: usize) {
        let from = self.plain.len() as u32;
        self.characters.push(Character { plain, from, at: at as u32, end: end as u32 });
        self.plain.push(plain);
    }

    /// Notes the next character if it is a mark.
    fn mark(&mut self, plain: char) {
        if is_mark(plain) {
            self.marks.push(self.characters.len());
            self.brackets |= is_bracket(plain);
        }
    }

    /// A digit, a mark that stands for a value, or a unit behind a digit.
    fn ends_value(&self) -> bool {
        let length = self.characters.len();
        let at = |back: usize| length.checked_sub(back).map(|at| self.characters[at].plain);
        let number = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit() || is_han_digit(c));
        let unit = at(1).is_some_and(|c| "件条元项次份起宗".contains(c)) && number(at(2));
        unit || at(1).is_some_and(|c| c.is_ascii_digit() || matches!(c, '/' | '-'))
    }

    /// Whether some characters hold no count, and no word that states that there was none.
    fn is_quiet(&self, range: Range<usize>) -> bool {
        let mut characters = self.characters[range.clone()].iter().map(|c| c.plain);
        let mut may_count = false;
        let loud = characters.any(|c| {
            may_count |= is_han_digit(c);
            c.is_ascii_digit() || none::denies(c)
        });
        !loud && !(may_count && !count::counts(self.text(range)).is_empty())
    }

    /// The plain text of some characters.
    fn text(&self, range: Range<usize>) -> &str {
        let start = |at: usize| self.characters.get(at).map_or(self.plain.len(), |c| c.from as usize);
        &self.plain[start(range.start)..start(range.end)]
    }
}

fn is_bracket(c: char) -> bool {
    matches!(c, '(' | '[' | '〔' | '【' | '《' | ')' | ']' | '〕' | '】' | '》')
}

/// Whether a character ends a clause or opens or closes something in it.
fn is_mark(c: char) -> bool {
    matches!(c, '。' | '!' | '?' | ';' | ',') || is_bracket(c)
}

/// For each opening bracket the place of its closing one; none where there are no brackets.
fn partners(shown: &Shown) -> Vec<Option<usize>> {
    if !shown.brackets {
        return Vec::new();
    }
    let mut partners = vec![None; shown.characters.len()];
    let mut open: Vec<(char, usize)> = Vec::new();
    for &at in &shown.marks {
        let plain = shown.characters[at].plain;
        match plain {
            '(' | '[' | '〔' | '【' | '《' => open.push((plain, at)),
            ')' | ']' | '〕' | '】' | '》' => {
                if let Some((opening, from)) = open.pop()
                    && (opening == '《') == (plain == '》')
                {
                    partners[from] = Some(at);
                }
            }
            _ => {}
        }
    }
    partners
}

#[derive(Default)]
struct Cutter {
    shown: Shown,
    partners: Vec<Option<usize>>,
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
    /// Takes the character at this place, and gives the next place.
    fn step(&mut self, at: usize) -> usize {
        let mark = self.next_mark(at);
        if let Some(end) = self.quiet_until(at) {
            self.open.quiet = true;
            return self.words(at..end);
        }
        if at < mark {
            return self.words(at..mark);
        }
        let c = self.shown.characters[at];
        let partner = self.partners.get(at).copied().flatten();
        match (c.plain, partner) {
            // A title names something; the figures and years in it say nothing here.
            ('《', Some(close)) => {
                push(&mut self.open, c, "《》");
                self.open.printed.end = self.shown.characters[close].end as usize;
                return close + 1;
            }
            (_, Some(close)) => {
                self.bracket(at + 1..close);
                if !self.open.text.is_empty() {
                    self.open.printed.end = self.shown.characters[close].end as usize;
                }
                return close + 1;
            }
            // What a lone bracket holds or leaves out cannot be told.
            ('(' | '[' | '〔' | '【', None) => push(&mut self.open, c, "\u{1}"),
            (')' | ']' | '〕' | '】', _) => push(&mut self.open, c, "\u{1}"),
            ('。' | '!' | '?', _) => self.finish(true),
            (';', _) => {
                self.finish(false);
                self.part += 1;
            }
            (',', _) if !is_separator(&self.shown, at) => self.finish(false),
            (plain, _) => push(&mut self.open, c, plain.encode_utf8(&mut [0; 4])),
        }
        at + 1
    }

    /// The first mark that does not stand before a place.
    fn next_mark(&mut self, at: usize) -> usize {
        let marks = &self.shown.marks;
        self.passed += marks[self.passed..].iter().take_while(|&&mark| mark < at).count();
        marks.get(self.passed).copied().unwrap_or(self.shown.characters.len())
    }

    /// Where the sentence ends that begins here, if it is quiet and nothing in it is bracketed. Asked once a sentence.
    fn quiet_until(&mut self, at: usize) -> Option<usize> {
        if std::mem::replace(&mut self.asked, self.sentence + 1) > self.sentence {
            return None;
        }
        let shown = &self.shown;
        let mut ahead = shown.marks[self.passed..].iter().map(|&mark| (mark, shown.characters[mark].plain));
        let end = match ahead.find(|(_, plain)| !matches!(plain, ',' | ';')) {
            Some((mark, '。' | '!' | '?')) => mark,
            Some(_) => return None,
            None => shown.characters.len(),
        };
        (at < end && shown.is_quiet(at..end)).then_some(end)
    }

    /// Takes the characters up to the next mark.
    fn words(&mut self, range: Range<usize>) -> usize {
        push(&mut self.open, self.shown.characters[range.start], self.shown.text(range.clone()));
        self.open.printed.end = self.shown.characters[range.end - 1].end as usize;
        range.end
    }

    /// The clauses in a bracket. A bracket in it is left out.
    fn bracket(&mut self, range: Range<usize>) {
        let mut clause = Clause { inside: true, ..Clause::default() };
        let mut at = range.start;
        while at < range.end {
            let c = self.shown.characters[at];
            let ends = matches!(c.plain, ';' | '。') || c.plain == ',' && !is_separator(&self.shown, at);
            match self.partners.get(at).copied().flatten() {
                Some(close) => at = close,
                None if ends => {
                    self.inner.push(std::mem::replace(&mut clause, Clause { inside: true, ..Clause::default() }))
                }
                None => push(&mut clause, c, c.plain.encode_utf8(&mut [0; 4])),
            }
            at += 1;
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

fn push(clause: &mut Clause, c: Character, text: &str) {
    if clause.text.is_empty() {
        clause.printed.start = c.at as usize;
        clause.text.reserve(USUAL.max(text.len()));
    }
    clause.text.push_str(text);
    clause.printed.end = c.end as usize;
}

/// Whether a comma parts thousands: one to three digits before it, or a group of three behind another comma; three behind.
fn is_separator(shown: &Shown, at: usize) -> bool {
    let digit = |at: usize| shown.characters.get(at).is_some_and(|c| c.plain.is_ascii_digit());
    let before = (1..=4).take_while(|&back| at >= back && digit(at - back)).count();
    let behind = (1..=4).take_while(|&on| digit(at + on)).count();
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
