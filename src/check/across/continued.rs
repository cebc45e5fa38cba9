//! What one year's report hands to the next: applications carried over, documents in force, items of business; and years
//! of which there is no report.

use super::{Chain, Settings};
use crate::finding::{Finding, Severity, codes};
use crate::record::brief::Standing;
use crate::record::{Brief, Reading};
use crate::template;
use crate::text::quantity::Amount;

/// What the two rows of the requests table say of each other.
const CARRIED_WORDS: &str = "上一年度第四项＝本年度第二项";

/// Judges each report against the one before.
pub fn check(chain: &Chain, settings: &Settings, found: &mut Vec<(usize, Finding)>) {
    skipped(chain, found);
    let reports = chain.single();
    for (&(before, last), &(year, this)) in reports.iter().zip(reports.iter().skip(1)) {
        if before + 1 != year {
            continue;
        }
        let pair =
            Pair { before, last: &chain.briefs[last], year, this: &chain.briefs[this], placed: chain.name.placed };
        let findings = pair.carried().into_iter().chain(pair.in_force(settings)).chain(pair.items());
        found.extend(findings.map(|finding| (this, finding)));
    }
}

fn skipped(chain: &Chain, found: &mut Vec<(usize, Finding)>) {
    let years: Vec<(&i16, &Vec<usize>)> = chain.years.iter().collect();
    for pair in years.windows(2) {
        let ((&before, _), (&year, reports)) = (pair[0], pair[1]);
        let missing: Vec<String> = (before + 1..year).map(|year| year.to_string()).collect();
        if let (Some(&report), false) = (reports.first(), missing.is_empty()) {
            let finding = Finding::new(&codes::YEAR_SKIPPED)
                .fact("agency", chain.agency(report))
                .fact("before", before)
                .fact("year", year)
                .fact("missing", missing.join("、"));
            found.push((report, finding));
        }
    }
}

/// Two reports of one agency, of two years that follow each other.
struct Pair<'b> {
    before: i16,
    last: &'b Brief,
    year: i16,
    this: &'b Brief,
    placed: bool,
}

impl Pair<'_> {
    /// 四 of last year is 二 of this, in each column.
    fn carried(&self) -> Vec<Finding> {
        let columns =
            self.this.figures().filter_map(|(path, this)| Some((path.strip_prefix("requests.carried_in.")?, this)));
        columns.filter_map(|(column, this)| self.carried_in(column, this)).collect()
    }

    fn carried_in(&self, column: &str, this: Standing) -> Option<Finding> {
        let path = format!("requests.carried_in.{column}");
        let last = self.last.figure(&format!("requests.carried_out.{column}"))?;
        let (before, now) = (as_number(last)?, as_number(this)?);
        let untold = || has_total_only(self.last, "carried_out") || has_total_only(self.this, "carried_in");
        if before == now || column != "total" && untold() {
            return None;
        }
        let label = &template::figure(self.this.template?, &path)?.column;
        let finding = Finding::new(&codes::CARRY_OVER)
            .fact("column", label)
            .fact("before", self.before)
            .fact("last", before)
            .fact("year", self.year)
            .fact("this", now)
            .fact("words", CARRIED_WORDS)
            .naming([path]);
        // A blank says less than a number, and a name without its place may be another agency's.
        let certain = last.value.is_some() && this.value.is_some() && self.placed;
        Some(if certain { finding } else { finding.weighing(Severity::Note) })
    }

    /// In force last year, plus issued, minus repealed, is in force this year: usually.
    fn in_force(&self, settings: &Settings) -> Vec<Finding> {
        let rows = self.this.figures().filter_map(|(path, _)| path.strip_suffix(".in_force"));
        rows.filter_map(|row| self.balance(row, settings)).collect()
    }

    fn balance(&self, row: &str, settings: &Settings) -> Option<Finding> {
        let at = |brief: &Brief, column: &str| number(brief.figure(&format!("{row}.{column}"))?);
        let (last, this) = (at(self.last, "in_force")?, at(self.this, "in_force")?);
        let (issued, repealed) = (at(self.this, "issued")?, at(self.this, "repealed")?);
        let sum = last.plus(issued)?.minus(repealed)?;
        let distance = if sum > this { sum.minus(this)? } else { this.minus(sum)? };
        let path = format!("{row}.in_force");
        let label = &template::figure(self.this.template?, &path)?.row;
        let finding = Finding::new(&codes::IN_FORCE_BALANCE)
            .fact("row", label)
            .fact("before", self.before)
            .fact("year", self.year)
            .fact("last", last)
            .fact("issued", issued)
            .fact("repealed", repealed)
            .fact("sum", sum)
            .fact("this", this)
            .naming([path, format!("{row}.issued"), format!("{row}.repealed")]);
        (distance > Amount::from(u64::from(settings.in_force))).then_some(finding)
    }

    /// Last year's items plus the change are the items from which this year starts: usually.
    fn items(&self) -> Vec<Finding> {
        let rows = self.this.figures().filter_map(|(path, _)| path.strip_suffix(".prior_items"));
        rows.filter_map(|row| self.stock(row)).collect()
    }

    fn stock(&self, row: &str) -> Option<Finding> {
        let at = |brief: &Brief, column: &str| number(brief.figure(&format!("{row}.{column}"))?);
        let (last, change) = (at(self.last, "prior_items")?, at(self.last, "change")?);
        let this = at(self.this, "prior_items")?;
        let sum = last.plus(change)?;
        let path = format!("{row}.prior_items");
        let label = &template::figure(self.this.template?, &path)?.row;
        let finding = Finding::new(&codes::ITEMS_CONTINUED)
            .fact("row", label)
            .fact("before", self.before)
            .fact("year", self.year)
            .fact("last", last)
            .fact("sum", sum)
            .fact("this", this)
            .naming([path]);
        (sum != this).then_some(finding)
    }
}

/// Whether a row of requests prints its total and nothing else: then its blanks are no zeros.
fn has_total_only(brief: &Brief, row: &str) -> bool {
    let beginning = format!("requests.{row}.");
    let cells = brief.figures().filter_map(|(path, cell)| Some((path.strip_prefix(&beginning)?, number(cell))));
    let told: Vec<(&str, Amount)> = cells.filter_map(|(column, value)| Some((column, value?))).collect();
    matches!(told[..], [("total", total)] if total != Amount::ZERO)
}

/// A number beyond doubt.
fn number(standing: Standing) -> Option<Amount> {
    standing.value.filter(|_| standing.sure)
}

/// A number beyond doubt, or what stands for none: a blank, a dash, 无.
fn as_number(standing: Standing) -> Option<Amount> {
    let none = matches!(standing.reading, Some(Reading::Blank | Reading::Dash | Reading::NotApplicable));
    number(standing).or((none && standing.sure).then_some(Amount::ZERO))
}
