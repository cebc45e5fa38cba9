//! Violated relations -> the smallest set of figures whose change would make them hold.
//!
//! Relations that share a figure are taken together: a figure in the middle of a table stands in a row and in a column,
//! and only one figure stands in both. A relation that holds must go on holding. What is found is a hint, never a repair.

use super::balance::Judged;
use crate::text::quantity::Amount;
use std::collections::{BTreeMap, BTreeSet};

/// A figure and the value that it would have to have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// The path of the figure.
    pub path: &'static str,
    /// The number printed; none where the cell is blank, or a mark stands in it.
    pub printed: Option<Amount>,
    /// The value that would settle it.
    pub needed: Amount,
}

/// Violated relations that hang together, and what would settle all of them.
#[derive(Clone, Debug)]
pub struct Settlement {
    /// Which of the judged relations are violated here.
    pub violated: Vec<usize>,
    /// The single changes, any one of which would do.
    pub single: Vec<Change>,
    /// Pairs of changes that would do together; looked for where no single change does.
    pub pairs: Vec<(Change, Change)>,
}

/// As many pairs as are kept: of more than these nothing can be said.
const PAIRS: usize = 64;

/// As many tangles without a settlement as are tried in twos.
const OPEN: usize = 8;

/// What would settle the violated relations among those judged.
pub fn settle(judged: &[Judged]) -> Vec<Settlement> {
    if judged.iter().all(|judged| judged.excess().is_none_or(|excess| excess == Amount::ZERO)) {
        return Vec::new();
    }
    let tangle = Tangle::new(judged);
    let all = tangle.components().into_iter().map(|violated| tangle.settlement(violated));
    let (mut settled, open): (Vec<Settlement>, Vec<Settlement>) =
        all.partition(|settlement| !settlement.single.is_empty() || !settlement.pairs.is_empty());
    settled.extend(tangle.in_twos(open));
    settled.sort_by(|one, other| one.violated.cmp(&other.violated));
    settled
}

/// A figure in a relation: where it adds to the excess of the left side, and where it lowers it.
#[derive(Clone, Copy)]
struct Part {
    relation: usize,
    left: bool,
}

/// All judged relations and the figures in them.
struct Tangle {
    /// How much the left side of each relation exceeds the right one; none where it was not judged.
    excess: Vec<Option<Amount>>,
    /// The relations of each figure.
    parts: BTreeMap<&'static str, Vec<Part>>,
    /// The value of each figure.
    printed: BTreeMap<&'static str, Option<Amount>>,
}

impl Tangle {
    fn new(judged: &[Judged]) -> Self {
        let excess: Vec<Option<Amount>> = judged.iter().map(Judged::excess).collect();
        let mut tangle = Tangle { excess, parts: BTreeMap::new(), printed: BTreeMap::new() };
        for (relation, judged) in judged.iter().enumerate().filter(|(_, judged)| judged.excess().is_some()) {
            for (terms, left) in [(&judged.left, true), (&judged.right, false)] {
                for term in terms {
                    tangle.parts.entry(term.path).or_default().push(Part { relation, left });
                    tangle.printed.insert(term.path, term.evidence.value);
                }
            }
        }
        tangle
    }

    fn is_violated(&self, relation: usize) -> bool {
        self.excess[relation].is_some_and(|excess| excess != Amount::ZERO)
    }

    /// The violated relations, those together that share a figure.
    fn components(&self) -> Vec<Vec<usize>> {
        let mut group: BTreeMap<usize, usize> =
            (0..self.excess.len()).filter(|&at| self.is_violated(at)).map(|at| (at, at)).collect();
        for parts in self.parts.values() {
            let here: Vec<usize> =
                parts.iter().map(|part| part.relation).filter(|&relation| self.is_violated(relation)).collect();
            let groups: BTreeSet<usize> = here.iter().map(|relation| group[relation]).collect();
            if let Some(&first) = groups.first() {
                group.values_mut().filter(|of| groups.contains(of)).for_each(|of| *of = first);
            }
        }
        let mut components: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        group.into_iter().for_each(|(relation, of)| components.entry(of).or_default().push(relation));
        components.into_values().collect()
    }

    /// Two tangles may hang together by a relation that holds: the total of a row in which one column was filled instead
    /// of another.
    fn in_twos(&self, mut open: Vec<Settlement>) -> Vec<Settlement> {
        if open.len() > OPEN {
            return open;
        }
        let mut joined = Vec::new();
        while let Some(first) = open.pop() {
            let union = |other: &Settlement| [&first.violated[..], &other.violated[..]].concat();
            let pairs = |other: &Settlement| self.pairs(&self.cells(&union(other)), &union(other));
            match (0..open.len()).find(|&at| !pairs(&open[at]).is_empty()) {
                Some(at) => {
                    let other = open.remove(at);
                    let (pairs, mut violated) = (pairs(&other), union(&other));
                    violated.sort_unstable();
                    joined.push(Settlement { violated, single: Vec::new(), pairs });
                }
                None => joined.push(first),
            }
        }
        joined
    }

    /// The figures of these relations.
    fn cells(&self, violated: &[usize]) -> Vec<&'static str> {
        let concerned = |parts: &[Part]| parts.iter().any(|part| violated.contains(&part.relation));
        self.parts.iter().filter(|(_, parts)| concerned(parts)).map(|(path, _)| *path).collect()
    }

    fn settlement(&self, violated: Vec<usize>) -> Settlement {
        let cells = self.cells(&violated);
        let single: Vec<Change> = cells.iter().filter_map(|path| self.alone(path, &violated)).collect();
        let pairs = if single.is_empty() { self.pairs(&cells, &violated) } else { Vec::new() };
        Settlement { violated, single, pairs }
    }

    /// The change of one figure that settles all of these relations and breaks none.
    fn alone(&self, path: &'static str, violated: &[usize]) -> Option<Change> {
        let parts = &self.parts[path];
        let covers = violated.iter().all(|relation| parts.iter().any(|part| part.relation == *relation));
        let delta = self.wanted(*parts.first()?)?;
        let agree = parts.iter().all(|part| self.wanted(*part) == Some(delta));
        (covers && agree && delta != Amount::ZERO).then(|| self.change(path, delta)).flatten()
    }

    /// By how much a figure must grow to make one of its relations hold.
    fn wanted(&self, part: Part) -> Option<Amount> {
        let excess = self.excess[part.relation]?;
        if part.left { Amount::ZERO.minus(excess) } else { Some(excess) }
    }

    /// A change to a value that a report could print: not negative, and whole where it was whole.
    fn change(&self, path: &'static str, delta: Amount) -> Option<Change> {
        let printed = self.printed[path];
        let needed = printed.unwrap_or(Amount::ZERO).plus(delta)?;
        let possible = !needed.is_negative() && (needed.is_whole() || printed.is_some_and(|value| !value.is_whole()));
        possible.then_some(Change { path, printed, needed })
    }

    fn pairs(&self, cells: &[&'static str], violated: &[usize]) -> Vec<(Change, Change)> {
        let mut found = Vec::new();
        for (at, one) in cells.iter().enumerate() {
            for other in &cells[at + 1..] {
                let relations: BTreeSet<usize> =
                    self.parts[one].iter().chain(&self.parts[other]).map(|part| part.relation).collect();
                if violated.iter().all(|relation| relations.contains(relation))
                    && let Some(pair) = self.together(one, other)
                {
                    found.push(pair);
                }
                if found.len() > PAIRS {
                    return Vec::new();
                }
            }
        }
        found
    }

    /// Two changes that settle all relations of both figures. Each must follow from a relation in which the other has no
    /// part, or nothing would settle how the difference is divided.
    fn together(&self, one: &'static str, other: &'static str) -> Option<(Change, Change)> {
        let delta = |own: &str, foreign: &str| {
            let apart = |part: &&Part| self.parts[foreign].iter().all(|other| other.relation != part.relation);
            self.parts[own].iter().find(apart).and_then(|part| self.wanted(*part))
        };
        let (first, second) = (delta(one, other)?, delta(other, one)?);
        if first == Amount::ZERO || second == Amount::ZERO {
            return None;
        }
        let grown = |path: &str, relation: usize, delta: Amount| -> Option<Amount> {
            let part = self.parts[path].iter().find(|part| part.relation == relation);
            match part {
                None => Some(Amount::ZERO),
                Some(part) if part.left => Some(delta),
                Some(_) => Amount::ZERO.minus(delta),
            }
        };
        let settled = |relation: usize| {
            let sum =
                self.excess[relation]?.plus(grown(one, relation, first)?)?.plus(grown(other, relation, second)?)?;
            (sum == Amount::ZERO).then_some(())
        };
        let mut relations = self.parts[one].iter().chain(&self.parts[other]).map(|part| part.relation);
        relations.all(|relation| settled(relation).is_some()).then_some(())?;
        Some((self.change(one, first)?, self.change(other, second)?))
    }
}
