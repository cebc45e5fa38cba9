//! Regulations (规章) of a body that cannot make them.

use crate::finding::{Finding, codes};
use crate::record::Record;
use crate::template::{self, PRACTICE};
use crate::text::quantity::Amount;

/// Judges the figures on regulations by the agency's name.
pub fn check(record: &Record) -> Vec<Finding> {
    let (Some(agency), Some(id)) = (&record.agency, record.template) else { return Vec::new() };
    if !is_town(agency) && !is_of_county(agency) {
        return Vec::new();
    }
    let stated = |column: &&str| {
        let path = format!("disclosure.regulations.{column}");
        let evidence = record.figure(&path).filter(|evidence| evidence.sure)?;
        let value = evidence.value.filter(|value| *value != Amount::ZERO)?;
        Some((path, value, evidence))
    };
    let stated: Vec<_> = PRACTICE.regulation_columns.iter().filter_map(stated).collect();
    let Some((path, value, evidence)) = stated.first() else { return Vec::new() };
    let column = template::figure(id, path).map(|figure| figure.column.as_str()).unwrap_or_default();
    let finding = Finding::new(&codes::REGULATIONS_WITHOUT_POWER)
        .fact("agency", agency)
        .fact("column", column)
        .fact("value", value)
        .naming(stated.iter().map(|(path, ..)| path.clone()));
    vec![finding.standing(evidence.place.as_ref())]
}

fn is_town(agency: &str) -> bool {
    PRACTICE.towns.iter().any(|end| agency.ends_with(end))
}

/// A body of a county: 县 stands in the name behind the county's own name.
fn is_of_county(agency: &str) -> bool {
    let letters: Vec<char> = agency.chars().collect();
    let names_county = |at: usize| {
        let before = at.checked_sub(1).and_then(|at| letters.get(at));
        let after = letters.get(at + 1);
        before.is_some_and(|c| !PRACTICE.before_no_county.contains(c))
            && after.is_none_or(|c| !PRACTICE.after_no_county.contains(c))
    };
    (1..letters.len()).any(|at| letters[at] == '县' && names_county(at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn towns_and_county_bodies_are_told_by_their_names() {
        for (agency, town, county) in [
            ("青石镇人民政府", true, false),
            ("云溪市桥东街道办事处", true, false),
            ("霁川县水务局", false, true),
            ("霁川县人民政府", false, true),
            ("霁县水务局", false, true),
            ("云溪市霁川县水务局", false, true),
            ("云溪市水务局", false, false),
            ("云溪市县域经济发展中心", false, false),
            ("墨汀区教育局", false, false),
            ("云溪市城镇建设管理局", false, false),
        ] {
            assert_eq!((is_town(agency), is_of_county(agency)), (town, county), "{agency}");
        }
    }
}
