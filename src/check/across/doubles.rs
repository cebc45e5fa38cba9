//! Two reports of one agency and year.

use super::{Chain, file};
use crate::finding::{Finding, codes};
use crate::record::Brief;
use crate::record::brief::Standing;
use crate::template;

/// Judges the years with more than one report. Whether namesakes seem to share the name, so that years cannot be compared.
pub fn check(chain: &Chain, found: &mut Vec<(usize, Finding)>) -> bool {
    let mut namesakes = false;
    for (&year, reports) in &chain.years {
        let Some((&first, others)) = reports.split_first() else { continue };
        for &other in others {
            let finding = compare(chain, year, first, other);
            namesakes |= finding.code == &codes::AGENCY_SHARED;
            found.push((other, finding));
        }
    }
    namesakes
}

fn compare(chain: &Chain, year: i16, first: usize, other: usize) -> Finding {
    let (one, two) = (&chain.briefs[first], &chain.briefs[other]);
    let differing = differences(one, two);
    let about =
        |code| Finding::new(code).fact("agency", chain.agency(other)).fact("year", year).fact("other", file(one));
    let Some(&(path, this, that)) = differing.first() else { return about(&codes::REPORT_TWICE) };
    if !chain.name.placed {
        return about(&codes::AGENCY_SHARED);
    }
    let shown = |standing: Standing| standing.value.map(|value| value.to_string()).unwrap_or_default();
    about(&codes::REPORTS_DIFFER)
        .fact("count", differing.len())
        .fact("label", label(two, path))
        .fact("this", shown(this))
        .fact("that", shown(that))
        .naming(differing.iter().map(|(path, ..)| (*path).to_owned()))
}

/// Whether two reports print different numbers.
pub(super) fn differ(one: &Brief, other: &Brief) -> bool {
    !differences(one, other).is_empty()
}

/// The figures of which both reports print a number beyond doubt, and not the same one.
fn differences(one: &Brief, other: &Brief) -> Vec<(&'static str, Standing, Standing)> {
    let differs = |(path, this): (&'static str, Standing)| {
        let that = one.figure(path)?;
        let numbers = this.value.is_some() && that.value.is_some() && this.sure && that.sure;
        (numbers && this.value != that.value).then_some((path, this, that))
    };
    other.figures().filter_map(differs).collect()
}

/// The labels of a figure.
pub(super) fn label(brief: &Brief, path: &str) -> String {
    let figure = brief.template.and_then(|id| template::figure(id, path));
    figure.map_or_else(|| path.to_owned(), |figure| format!("{}/{}", figure.row, figure.column))
}
