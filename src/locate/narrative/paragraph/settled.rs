//! Whether a number is of the whole of what its words name: behind 其中, behind what was carried in, or behind other cases
//! it may be of a part.

use super::super::agreed::{self, Stood};
use super::super::clause::Clause;
use super::super::matcher::{self, Met};
use super::Reader;
use crate::template::counted::{CARRIED_IN, Extent, LITIGATION, RECEIVED, RECONSIDERATION, Topic};

impl Reader<'_> {
    /// Whether the number is of what its words name, and not of a part of it or of something else.
    pub(super) fn settled(&self, met: &Met<'_>, clause: &Clause, held: bool) -> bool {
        let earlier = self.earlier.filter(|_| !held).map_or("", |earlier| &earlier.text);
        let part = match met.counted.extent {
            Extent::Whole => clause.inside || self.of_part(met, clause),
            Extent::Part => false,
        };
        let other = || self.of_both(met, clause) || self.of_others(met, clause) || self.of_carried(met, clause);
        met.stands(earlier, self.informed) && !part && !other()
    }

    /// A result behind nothing but what was carried in may be of that only.
    fn of_carried(&self, met: &Met<'_>, clause: &Clause) -> bool {
        let here = self.facts.iter().rev().take_while(|(stood, _)| stood.sentence == clause.sentence);
        let of_all: Vec<&str> = here.map(|(_, fact)| fact.key).filter(|key| !agreed::is_result(key)).collect();
        let named = !of_all.is_empty() && of_all.iter().all(|key| *key == CARRIED_IN);
        agreed::is_result(met.counted.key) && (self.among_carried == Some(clause.part) || named)
    }

    /// A part of cases that are not known to be about open information.
    fn of_others(&self, met: &Met<'_>, clause: &Clause) -> bool {
        let told = self.marks.information;
        let refused = self.refused == Some(clause.sentence);
        let total = match met.counted.topic {
            Topic::Reconsideration => RECONSIDERATION,
            Topic::Litigation => LITIGATION,
            _ => return false,
        };
        let here = self.facts.iter().rev().take_while(|(stood, _)| stood.sentence == clause.sentence);
        let known = here.into_iter().any(|(_, fact)| fact.key == total);
        match met.counted.extent {
            Extent::Part => !known && !told && (!self.titles.informed && !self.informed || refused),
            // 审结行政复议案件19件，行政诉讼案件31件: what the first is of, the second is of.
            Extent::Whole => refused && !told,
        }
    }

    /// A verb alone (答复5件) behind 其中…… or behind what was carried in may speak of that part only.
    fn of_part(&self, met: &Met<'_>, clause: &Clause) -> bool {
        if met.counted.topic != Topic::Requests || !met.form.needs_topic || met.own.contains("申请") {
            return false;
        }
        let here = || self.facts.iter().rev().take_while(|(stood, _)| stood.sentence == clause.sentence);
        let carried = met.counted.key != RECEIVED && here().next().is_some_and(|(_, fact)| fact.key == CARRIED_IN);
        let all = met.own.contains('已') || matcher::any(met.before, &["均", "全部", "已"]);
        self.parted == Some(clause.part) || carried && (all || !here().any(|(_, fact)| fact.key == RECEIVED))
    }

    /// A result behind 复议3件，诉讼2件 may be of both.
    fn of_both(&self, met: &Met<'_>, clause: &Clause) -> bool {
        let case = matches!(met.counted.topic, Topic::Reconsideration | Topic::Litigation) && met.form.needs_topic;
        // In a part of the sentence without any fact of its own, the whole sentence is what it may speak of.
        let alone = self.facts.last().is_none_or(|(stood, _)| stood.part != clause.part);
        let near = |stood: &Stood| stood.part == clause.part || alone && stood.sentence == clause.sentence;
        let here = self.facts.iter().rev().take_while(|(stood, _)| near(stood));
        let two: Vec<&str> = here.take(2).map(|(_, fact)| fact.key).collect();
        let both = two.contains(&RECONSIDERATION) && two.contains(&LITIGATION);
        case && both && !matcher::any(&clause.text, &["复议", "诉讼"])
    }
}
