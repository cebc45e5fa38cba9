//! The clauses of a paragraph, one after the other -> facts. What was said before a number is kept: time, topic, list.

mod settled;

use super::agreed::{self, Stood};
use super::clause::{self, Clause, GAP};
use super::count::{self, Count};
use super::fill;
use super::lead::{self, first, last, roughly};
use super::list::{self, List};
use super::marks::{self, Marks};
use super::matcher::{self, Around};
use super::time::{self, Said, Time};
use super::topic::{self, Named, Titles};
use super::{Fact, Scope, Setting, none};
use crate::template::counted::{
    BY_WAYS, CASES, CATEGORY, DISCLOSED, Extent, LITIGATION, NARROWED, OTHERS, OURSELVES, RATING, RECONSIDERATION,
    SPOILING, Topic, WAYS,
};
use crate::template::{self, CERTAIN};
use crate::text::vocabulary::Vocabulary;
use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

/// The facts of a paragraph.
pub(super) fn read(setting: &Setting<'_>, titles: Titles, text: &str) -> Vec<Fact> {
    let clauses = clause::clauses(text);
    let counted: Vec<(&Clause, Option<Vec<Count<'_>>>)> =
        clauses.iter().map(|clause| (clause, counts(clause))).collect();
    // Nothing is said behind the last clause that holds a number, or states that there was none.
    let says = |(clause, counts): &(&Clause, Option<Vec<Count<'_>>>)| match counts {
        Some(counts) => !counts.is_empty() || none::may(&clause.text),
        None => false,
    };
    let Some(last) = counted.iter().rposition(says) else { return Vec::new() };
    let mut reader = Reader::new(setting, titles, text);
    for (at, (clause, counts)) in counted[..=last].iter().enumerate() {
        reader.turn(clause);
        if let Some(counts) = counts {
            reader.clause(clause, counts, clauses.get(at + 1).filter(|next| next.inside));
        }
        reader.leave(clause, counts.as_ref().is_some_and(Vec::is_empty));
    }
    agreed::agreed(reader.facts)
}

/// The numbers of a clause. What a gap parts is a row of a table, or a number that was torn.
fn counts(clause: &Clause) -> Option<Vec<Count<'_>>> {
    if clause.quiet { Some(Vec::new()) } else { (!clause.text.contains(GAP)).then(|| count::counts(&clause.text)) }
}

struct Reader<'s> {
    setting: &'s Setting<'s>,
    text: &'s str,
    titles: Titles,
    /// The text is about open information.
    informed: bool,
    said: Said,
    named: Named,
    /// What was named before the bracket.
    outside: Named,
    /// What the clause may speak of.
    marks: Marks,
    /// The times that the clause says.
    times: Vec<Time>,
    /// As much of the clause as has been looked through for topics.
    scanned: usize,
    sentence: usize,
    /// The clause before, if no number stands in it.
    earlier: Option<&'s Clause>,
    list: Option<List>,
    /// The sentence with a total of cases that are not, or not only, about open information.
    refused: Option<usize>,
    /// The part of a sentence in which parts of a count are being told (其中).
    parted: Option<usize>,
    /// The part in which what was carried in is parted (上年结转的3件申请中).
    among_carried: Option<usize>,
    /// Where the words end that told what the number before them counts.
    told: usize,
    /// A bracket says that the number holds what was carried over.
    mixed: bool,
    /// A bracket says that the number holds another result (予以公开（含部分公开）).
    including: bool,
    /// The sentence that says something of its counts beside the time and the agency itself.
    odd: Option<usize>,
    /// The paragraph speaks of more bodies than the agency itself, until it speaks of that again.
    aggregate: bool,
    /// Where the clause begins that names them, if they are no name of the agency itself.
    others: Option<usize>,
    facts: Vec<(Stood, Fact)>,
}

/// Words before a number that counts a part, a share or a kind of what was named before.
static PARTLY: LazyLock<Vocabulary> =
    LazyLock::new(|| Vocabulary::new(["其中", "类"].iter().chain(SPOILING).chain(WAYS).copied()));

/// As many characters around a number as can govern it.
const REACH: usize = 60;
/// What a clause ends with of whose counts those behind it are parts.
const AMONG: &[&str] = &["申请中", "件中", "事项中", "结果中", "答复中"];
/// What a bracket begins with that says what else a number holds.
const INCLUDING: &[&str] = &["含", "包括", "包含", "其中含"];
/// A clause of so many characters without numbers is no statement of its own.
const FEW: usize = 8;
/// A clause of more numbers is a table.
const MOST_COUNTS: usize = 40;

impl<'s> Reader<'s> {
    fn new(setting: &'s Setting<'s>, titles: Titles, text: &'s str) -> Self {
        Reader {
            setting,
            text,
            titles,
            informed: titles.informed,
            said: Said::Nothing,
            named: Named::default(),
            outside: Named::default(),
            marks: Marks::default(),
            times: Vec::new(),
            scanned: 0,
            sentence: 0,
            earlier: None,
            list: None,
            refused: None,
            parted: None,
            among_carried: None,
            told: 0,
            mixed: false,
            including: false,
            aggregate: false,
            others: None,
            odd: None,
            facts: Vec::new(),
        }
    }

    /// At the beginning of a clause.
    fn turn(&mut self, clause: &Clause) {
        if clause.sentence != self.sentence {
            self.sentence = clause.sentence;
            self.said = time::carried(self.said);
            self.earlier = None;
            self.list = None;
        }
        if let Some(list) = &mut self.list {
            list.open(clause);
        }
        self.scanned = 0;
        self.told = 0;
        self.outside = self.named;
        self.marks = marks::marks(&clause.text);
        self.informed |= self.marks.information;
        let own = self.aggregate && matcher::any(&clause.text, OURSELVES);
        self.aggregate = self.marks.aggregate || self.aggregate && !own;
        let others =
            self.marks.aggregate && matcher::any(&clause.text, OTHERS) && !matcher::any(&clause.text, OURSELVES);
        self.others = if others { Some(clause.printed.start) } else { self.others.filter(|_| self.aggregate) };
        self.times = if self.marks.time { time::told(&clause.text, self.setting.year) } else { Vec::new() };
    }

    /// At the end of a clause, which may be without numbers. What a bracket names and says ends with it.
    fn leave(&mut self, clause: &'s Clause, bare: bool) {
        if clause.inside {
            self.named = self.outside;
            return;
        }
        self.said = self.said_in(clause, clause.text.len());
        self.scan(clause, clause.text.len());
        let among = AMONG.iter().any(|words| clause.text.ends_with(words));
        if self.marks.parts || among {
            self.parted = Some(clause.part);
        }
        if among && clause.text.contains("结转") {
            self.among_carried = Some(clause.part);
        }
        self.earlier = bare.then_some(clause);
        // 县级部门方面，三月，: what a few words set before the counts.
        let few = || clause.text.chars().count() <= FEW && !matcher::any(&clause.text, RATING);
        if bare && few() && !lead::is_plain(&clause.text) {
            self.odd = Some(clause.sentence);
        }
    }

    fn said_in(&self, clause: &Clause, until: usize) -> Said {
        time::after(self.said, &clause.text, &self.times, until, self.setting.year, clause.sentence)
    }

    fn scan(&mut self, clause: &Clause, until: usize) {
        if self.marks.topic {
            self.named = topic::after(self.named, &clause.text[self.scanned..until], clause.sentence);
        }
        self.scanned = until;
    }

    /// A clause, and the first words of the bracket in it.
    fn clause(&mut self, clause: &Clause, counts: &[Count<'_>], note: Option<&Clause>) {
        // 收到12件（含上年结转2件） is no figure of the form.
        self.mixed = note.is_some_and(|note| note.text.contains("结转"));
        self.including = note.is_some_and(|note| INCLUDING.iter().any(|words| note.text.starts_with(words)));
        if counts.is_empty() && note.is_none() {
            self.none(clause);
        }
        if counts.len() > MOST_COUNTS {
            return;
        }
        for (at, count) in counts.iter().enumerate() {
            let from = if at == 0 { 0 } else { counts[at - 1].end.max(self.told) };
            let until = counts.get(at + 1).map_or(clause.text.len(), |next| next.start);
            let around = Around {
                lead: &clause.text[from..count.start],
                tail: first(&clause.text[count.end..until], REACH),
                more: at + 1 < counts.len(),
                base: count.base,
                year: self.setting.year,
            };
            if let Some(told) = self.count(clause, count, around) {
                self.told = count.end + told;
            }
        }
    }

    /// Takes a number; gives as many bytes behind it as told what it counts.
    fn count(&mut self, clause: &Clause, count: &Count<'_>, around: Around<'_>) -> Option<usize> {
        self.scan(clause, count.start);
        let said = self.said_in(clause, count.start);
        if count.value.is_none() || matches!(said, Said::Other { .. }) {
            return None;
        }
        // 公开……三类信息，合计12条: the clause before names what is counted.
        let summed = !clause.inside && !around.lead.is_empty() && fill::is_fill(around.lead);
        let held = self.earlier.filter(|_| summed);
        let lead = match held {
            Some(earlier) => Cow::Owned(earlier.text.clone() + around.lead),
            None => Cow::Borrowed(around.lead),
        };
        let around = Around { lead: &last(&lead, REACH), ..around };
        let from = held.map_or(clause.printed.start, |earlier| earlier.printed.start);
        let fact = Fact {
            value: count.value,
            unit: Some([count.scale, count.base].concat()),
            approximate: count.approximate || roughly(around.lead),
            ..self.fact(said, from..clause.printed.end)
        };
        self.assign(clause, fact, around, held.is_some())
    }

    /// A fact of which it is known when and in which words.
    fn fact(&self, said: Said, words: Range<usize>) -> Fact {
        Fact {
            key: CATEGORY,
            name: String::new(),
            value: None,
            unit: None,
            approximate: false,
            scope: if let Said::Scope(scope) = said { Some(scope) } else { None },
            // Whose counts they are is said by the clause that names the bodies.
            words: self.text[self.others.unwrap_or(words.start).min(words.start)..words.end].trim().to_owned(),
            section: None,
            place: None,
            figure: None,
        }
    }

    /// Gives the number to the thing that its words name.
    fn assign(&mut self, clause: &Clause, fact: Fact, around: Around<'_>, held: bool) -> Option<usize> {
        let met = matcher::best(around, |topic| self.is_about(topic));
        if met.is_some_and(|met| !lead::is_plain(met.before) && !lead::is_named(met.before, self.setting.agency)) {
            self.odd = Some(clause.sentence);
        }
        match met {
            Some(met) if self.settled(&met, clause, held) => {
                let edition = self.setting.template;
                let has = |path: &str| edition.is_some_and(|edition| template::figure(edition.id, path).is_some());
                let including = self.including && agreed::is_result(met.counted.key);
                let other = fact.scope == Some(Scope::Cumulative) || self.mixed || including || self.aggregate;
                let other = other || matcher::any(met.before, NARROWED) || matcher::any(met.own, NARROWED);
                let odd = self.odd == Some(clause.sentence);
                let part = self.parted == Some(clause.part);
                let whole = |path: &str| CERTAIN.contains(&path);
                let figure = met.figure(clause.inside, has);
                let of_part = |path: &str| part && (whole(path) || met.counted.extent == Extent::Whole);
                let figure = figure.filter(|path| !(other || of_part(path) || odd && whole(path)));
                let opens = met.counted.topic == Topic::Disclosed && self.list.is_none();
                if met.counted.key == DISCLOSED || opens {
                    self.list = Some(List::of_total(around.base));
                }
                if met.counted.topic == Topic::Disclosed {
                    self.name(clause, Some(Topic::Disclosed));
                }
                let told = met.told.len();
                self.push(clause, Fact { key: met.counted.key, name: met.name(), figure, ..fact });
                return Some(told);
            }
            Some(met) => {
                if met.counted.key == RECONSIDERATION || met.counted.key == LITIGATION {
                    self.refused = Some(clause.sentence);
                }
                if met.is_of_all_kinds() {
                    self.name(clause, None);
                }
            }
            None => match list::kind(&mut self.list, clause, around) {
                Some(name) => {
                    self.name(clause, Some(Topic::Disclosed));
                    self.push(clause, Fact { name, ..fact });
                }
                None => self.unknown(clause, around),
            },
        }
        None
    }

    /// Something else is counted: what follows may be about that.
    fn unknown(&mut self, clause: &Clause, around: Around<'_>) {
        let case = !clause.inside && CASES.contains(&around.base);
        if case && !PARTLY.meets(around.lead) && !fill::is_fill(around.lead) {
            self.name(clause, None);
        }
    }

    fn name(&mut self, clause: &Clause, topic: Option<Topic>) {
        self.named = Named { topic, any: true, sentence: clause.sentence };
    }

    fn push(&mut self, clause: &Clause, fact: Fact) {
        let by_ways = |clause: &Clause| matcher::any(&clause.text, BY_WAYS);
        let stood = Stood {
            sentence: clause.sentence,
            part: clause.part,
            parted: self.marks.parts || self.parted == Some(clause.part),
            by_ways: fact.key == DISCLOSED && (by_ways(clause) || self.earlier.is_some_and(by_ways)),
        };
        self.facts.push((stood, fact));
    }

    /// Whether the text before a number is about the topic. A case's result belongs to a case of its own sentence.
    fn is_about(&self, topic: Topic) -> bool {
        let case = matches!(topic, Topic::Reconsideration | Topic::Litigation);
        let stale = case && self.named.sentence != self.sentence;
        if self.named.any && !stale { self.named.topic == Some(topic) } else { self.titles.topic == Some(topic) }
    }

    /// A clause without numbers may state that there were none.
    fn none(&mut self, clause: &Clause) {
        let said = self.said_in(clause, clause.text.len());
        if matches!(said, Said::Other { .. }) || clause.inside {
            return;
        }
        for (key, name) in none::none_of(&clause.text) {
            if self.informed || !none::needs_information(key) {
                let fact = Fact { key, name: name.to_owned(), ..self.fact(said, clause.printed.clone()) };
                self.push(clause, fact);
            }
        }
    }
}
