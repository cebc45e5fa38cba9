//! What would settle violated relations -> a hint in words.

use super::settle::{Change, Settlement};
use crate::finding::{Finding, Words, hints, parts};
use crate::record::Record;
use crate::template;
use crate::text::quantity::Amount;

/// As many figures as a hint lists where any one of them would do.
const LISTED: usize = 5;

/// A hint and its facts.
pub(super) struct Hint {
    words: &'static Words,
    facts: Vec<(&'static str, String)>,
    terms: Vec<(&'static str, &'static Words)>,
}

impl Hint {
    /// Adds the hint to a finding.
    pub(super) fn on(&self, finding: Finding) -> Finding {
        let with_facts = self.facts.iter().fold(finding, |finding, (name, value)| finding.fact(name, value));
        let with_terms = self.terms.iter().fold(with_facts, |finding, (name, words)| finding.term(name, words));
        with_terms.hinting(self.words)
    }

    fn new(words: &'static Words, facts: Vec<(&'static str, String)>) -> Self {
        Hint { words, facts, terms: Vec::new() }
    }

    /// With what is printed at a figure.
    fn printed(mut self, name: &'static str, record: &Record, change: &Change) -> Self {
        match printed(record, change) {
            Some(text) => self.facts.push((name, text)),
            None => self.terms.push((name, &parts::BLANK)),
        }
        self
    }
}

/// What is printed at a figure: its number, or what stands there instead; nothing where the cell is blank.
fn printed(record: &Record, change: &Change) -> Option<String> {
    let raw =
        || record.figure(change.path).map(|evidence| evidence.raw.trim().to_owned()).filter(|raw| !raw.is_empty());
    change.printed.map(|value| value.to_string()).or_else(raw)
}

/// The hint of a settlement, if there is something worth saying.
pub(super) fn of(record: &Record, settlement: &Settlement) -> Option<Hint> {
    let count = settlement.violated.len();
    match settlement.single.as_slice() {
        [] => of_pairs(record, &settlement.pairs, count),
        [change] => Some(one(record, change, slip(change).unwrap_or(&hints::ONE), count)),
        several => of_several(record, several, count),
    }
}

/// Where any of several figures would do, a slip of the pen is likelier than another change.
fn of_several(record: &Record, changes: &[Change], count: usize) -> Option<Hint> {
    let mut slips = changes.iter().filter_map(|change| slip(change).map(|words| (change, words)));
    if let (Some((change, words)), None) = (slips.next(), slips.next()) {
        return Some(one(record, change, words, count));
    }
    let printed = |change: &Change| printed(record, change).unwrap_or_else(|| "[ ]".to_owned());
    let shown = |change: &Change| format!("{} {}→{}", label(record, change.path), printed(change), change.needed);
    (changes.len() <= LISTED).then(|| {
        let cells = changes.iter().map(shown).collect::<Vec<_>>().join("；");
        Hint::new(&hints::ANY, vec![("cells", cells), ("count", count.to_string())])
    })
}

fn one(record: &Record, change: &Change, words: &'static Words, count: usize) -> Hint {
    let facts =
        vec![("cell", label(record, change.path)), ("needed", change.needed.to_string()), ("count", count.to_string())];
    Hint::new(words, facts).printed("printed", record, change)
}

fn of_pairs(record: &Record, pairs: &[(Change, Change)], count: usize) -> Option<Hint> {
    if let Some(split) = pairs.iter().find_map(|pair| split(record, pair)) {
        return Some(split);
    }
    let opposite = |(one, other): &(Change, Change)| {
        difference(one) == difference(other).and_then(|other| Amount::ZERO.minus(other))
    };
    match pairs {
        [] => None,
        [pair @ (one, other)] if opposite(pair) => {
            offset(&hints::OFFSET, one, other, |change| label(record, change.path))
        }
        [(one, other)] => Some(two(record, one, other, count)),
        several if several.iter().all(opposite) => of_columns(record, several),
        several => likeliest(several).map(|(one, other)| two(record, one, other, count)),
    }
}

/// The one pair with the most slips of the pen.
fn likeliest(pairs: &[(Change, Change)]) -> Option<&(Change, Change)> {
    let slips = |(one, other): &(Change, Change)| usize::from(slip(one).is_some()) + usize::from(slip(other).is_some());
    let most = pairs.iter().map(slips).max().filter(|&most| most > 0)?;
    let mut best = pairs.iter().filter(|pair| slips(pair) == most);
    best.next().filter(|_| best.next().is_none())
}

/// The pairs stand in two columns, whatever the row: which row cannot be told.
fn of_columns(record: &Record, pairs: &[(Change, Change)]) -> Option<Hint> {
    let column = |change: &Change| label(record, change.path).rsplit('/').next().map(str::to_owned);
    let columns = |(one, other): &(Change, Change)| (column(one), column(other));
    let (one, other) = pairs.first()?;
    let same = pairs.iter().all(|pair| columns(pair) == columns(&pairs[0]) && difference(&pair.0) == difference(one));
    same.then(|| offset(&hints::OFFSET_COLUMNS, one, other, |change| column(change).unwrap_or_default())).flatten()
}

fn offset(words: &'static Words, one: &Change, other: &Change, name: impl Fn(&Change) -> String) -> Option<Hint> {
    let grown = difference(one)?;
    let (low, high, by) =
        if grown.is_negative() { (other, one, Amount::ZERO.minus(grown)?) } else { (one, other, grown) };
    let facts = vec![("high", name(high)), ("low", name(low)), ("difference", by.to_string())];
    Some(Hint::new(words, facts))
}

fn two(record: &Record, one: &Change, other: &Change, count: usize) -> Hint {
    let facts = vec![
        ("cell", label(record, one.path)),
        ("needed", one.needed.to_string()),
        ("other", label(record, other.path)),
        ("other_needed", other.needed.to_string()),
        ("count", count.to_string()),
    ];
    Hint::new(&hints::TWO, facts).printed("printed", record, one).printed("other_printed", record, other)
}

/// One number that was split over two cells: the digits of both, side by side, are what one of them needs.
fn split(record: &Record, (one, other): &(Change, Change)) -> Option<Hint> {
    let joined = |first: &Change, second: &Change| {
        let digits = format!("{}{}", first.printed?, second.printed?);
        (second.needed == Amount::ZERO && first.needed.to_string() == digits && same_row(first, second)).then_some(())
    };
    let (first, second) = match (joined(one, other), joined(other, one)) {
        (Some(()), _) => (one, other),
        (_, Some(())) => (other, one),
        _ => return None,
    };
    let facts = vec![
        ("cell", label(record, first.path)),
        ("other", label(record, second.path)),
        ("needed", first.needed.to_string()),
    ];
    Some(Hint::new(&hints::SPLIT, facts))
}

/// Two figures of one row.
fn same_row(one: &Change, other: &Change) -> bool {
    let row = |change: &Change| change.path.rsplit_once('.').map(|(row, _)| row);
    row(one) == row(other)
}

fn difference(change: &Change) -> Option<Amount> {
    change.needed.minus(change.printed.unwrap_or(Amount::ZERO))
}

fn label(record: &Record, path: &str) -> String {
    let of_form = record.template.and_then(|id| template::figure(id, path));
    match of_form {
        Some(figure) => format!("{}/{}", figure.row, figure.column),
        None => record.figure(path).map_or_else(|| path.to_owned(), |evidence| evidence.label.to_string()),
    }
}

/// How a number is mistaken for another by one slip of the pen.
fn slip(change: &Change) -> Option<&'static Words> {
    let digits = |value: Amount| value.to_string().chars().filter(char::is_ascii_digit).collect::<String>();
    let (printed, needed) = (digits(change.printed?), digits(change.needed));
    match printed.len() as isize - needed.len() as isize {
        -1 if lacks_one(&needed, &printed) => Some(&hints::DIGIT_LOST),
        1 if lacks_one(&printed, &needed) => Some(&hints::DIGIT_ADDED),
        0 if swapped(&printed, &needed) => Some(&hints::DIGITS_SWAPPED),
        _ => None,
    }
}

/// Whether the shorter number is the longer one without one digit.
fn lacks_one(longer: &str, shorter: &str) -> bool {
    (0..longer.len()).any(|at| format!("{}{}", &longer[..at], &longer[at + 1..]) == shorter)
}

/// Whether two neighbouring digits changed places.
fn swapped(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let differ: Vec<usize> = (0..one.len()).filter(|&at| one[at] != other[at]).collect();
    matches!(differ[..], [a, b] if b == a + 1 && one[a] == other[b] && one[b] == other[a])
}
