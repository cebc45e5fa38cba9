//! The figures of a table in the order of their paths. The order is known beforehand: no paths are compared for it.

use super::{Figure, Value};
use crate::template::Named;
use std::collections::BTreeSet;

/// The figures of a table in the order of their paths.
#[derive(Debug, Default)]
pub(super) struct Figures(Vec<(&'static Named, Figure)>);

impl Figures {
    /// Of figures in any order. Of those of one path the last counts.
    pub fn new(found: Vec<(&'static Named, Figure)>) -> Self {
        let mut order: Vec<(usize, usize)> = found.iter().enumerate().map(|(at, found)| (found.0.number, at)).collect();
        order.sort_unstable();
        let mut found: Vec<Option<(&'static Named, Figure)>> = found.into_iter().map(Some).collect();
        let last = order.chunk_by(|one, other| one.0 == other.0).filter_map(|equal| equal.last());
        let mut sorted = Vec::with_capacity(found.len());
        sorted.extend(last.filter_map(|&(_, at)| found[at].take()));
        Figures(sorted)
    }

    /// Adds those of names that have no figure yet.
    pub fn complete(&mut self, found: Vec<(&'static Named, Figure)>) {
        let lacking: Vec<_> = found.into_iter().filter(|(named, _)| !self.contains(named)).collect();
        if !lacking.is_empty() {
            *self = Figures::new(std::mem::take(&mut self.0).into_iter().chain(lacking).collect());
        }
    }

    /// Takes back what some figures say.
    pub fn doubt(&mut self, which: impl Fn(&Figure) -> bool) {
        self.doubt_named(|_, figure| which(figure));
    }

    /// The same of figures that are told by their names too.
    pub fn doubt_named(&mut self, which: impl Fn(&Named, &Figure) -> bool) {
        let doubted = self.0.iter_mut().filter(|(named, figure)| which(named, figure));
        doubted.for_each(|(_, figure)| figure.value = Value::Ambiguous);
    }

    /// Takes back what the figures of some names say. Their paths.
    pub fn withdraw(&mut self, which: impl Fn(&Named) -> bool) -> BTreeSet<String> {
        let withdrawn = self.0.iter_mut().filter(|(named, _)| which(named));
        let withdraw = |(named, figure): &mut (&'static Named, Figure)| {
            figure.value = Value::Ambiguous;
            named.path.clone()
        };
        withdrawn.map(withdraw).collect()
    }

    /// Whether there is a figure of this name.
    pub fn contains(&self, named: &Named) -> bool {
        self.0.binary_search_by_key(&named.number, |(known, _)| known.number).is_ok()
    }

    /// All of them, in their order.
    pub fn iter(&self) -> impl Iterator<Item = (&'static Named, &Figure)> {
        self.0.iter().map(|(named, figure)| (*named, figure))
    }

    /// All of them, in their order.
    pub fn into_pairs(self) -> Vec<(&'static Named, Figure)> {
        self.0
    }
}
