//! The agency whose office a name is: 云溪市水务局办公室, 东湖区人民政府信息公开办.

use super::name;
use crate::template::WORDS;

/// The agency that is meant where its office is named. The office of a government, a party or an inner committee is an
/// agency of its own.
pub(super) fn agency(name: &str) -> &str {
    let mut agency = name;
    while let Some(shorter) = without_office(agency).or_else(|| without_desk(agency)) {
        agency = shorter;
    }
    agency
}

fn without_office(name: &str) -> Option<&str> {
    let agencies = WORDS.offices.iter().filter_map(|office| Some((name.strip_suffix(office)?, *office)));
    let own = |agency: &str, office: &str| office == PLAIN && WORDS.own_offices.iter().any(|end| agency.ends_with(end));
    agencies.filter(|(agency, office)| name::is_told(agency) && !own(agency, office)).map(|(agency, _)| agency).next()
}

/// The office that an agency of its own may be called, too.
const PLAIN: &str = "办公室";

/// The agency behind whose name a desk of it is named: 云溪市水务局秘书股, 云溪市水务局信息中心.
fn without_desk(name: &str) -> Option<&str> {
    let known = WORDS.desks.iter().find_map(|desk| name.strip_suffix(desk)).filter(|agency| ends_as_agency(agency));
    let at = |at: &usize| (2..=6).contains(&name[*at..].chars().count()) && ends_as_agency(&name[..*at]);
    let section = || {
        let mut places = name.char_indices().map(|(at, _)| at);
        name.ends_with(['股', '科', '室']).then(|| places.find(|place| at(place) && !is_cut(&name[*place..]))).flatten()
    };
    known.or_else(|| section().map(|at| &name[..at])).filter(|agency| name::is_told(agency))
}

/// Whether a name ends as that of a bureau, and not as that of a place, behind which a centre is an agency of its own.
fn ends_as_agency(name: &str) -> bool {
    name.ends_with(['局', '厅', '委', '院', '会', '关']) || name.ends_with(PLAIN)
}

/// Whether the end of a name was cut from the middle of 委员会.
fn is_cut(end: &str) -> bool {
    end.starts_with('员') || end.starts_with("办公")
}

#[cfg(test)]
mod tests {
    #[test]
    fn an_office_is_of_its_agency() {
        for (office, agency) in [
            ("云溪市水务局办公室", "云溪市水务局"),
            ("云溪市水务局信息中心", "云溪市水务局"),
            ("云溪市水务局办公室政务公开科", "云溪市水务局"),
            ("云溪市水务局秘书股", "云溪市水务局"),
            ("云溪市青石镇党政办公室", "云溪市青石镇"),
            ("青石镇人民政府党政办", "青石镇人民政府"),
            ("东湖区人民政府信息公开办", "东湖区人民政府"),
            ("东湖区人民政府政务公开办公室", "东湖区人民政府"),
            ("云溪市人民政府办公室政府信息公开中心", "云溪市人民政府办公室"),
            ("云溪大学学校办公室", "云溪大学"),
            ("云溪市发展和改革委员会办公室", "云溪市发展和改革委员会"),
            ("云溪市水务局政府信息公开工作领导小组办公室", "云溪市水务局"),
        ] {
            assert_eq!(super::agency(office), agency);
        }
        for own in [
            "云溪市人民政府办公室",
            "云溪市人民防空办公室",
            "云溪市机构编制委员会办公室",
            "中共云溪市委网络安全和信息化委员会办公室",
            "天川省云溪市委办公室",
            "天川省云溪市信息中心",
            "云溪市政务服务中心",
        ] {
            assert_eq!(super::agency(own), own);
        }
    }
}
