//! When are two names those of one agency?

use crate::template::{PRACTICE, WORDS};
use crate::text::fold;
use std::collections::BTreeMap;

/// Other names of agencies.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Aliases {
    known: BTreeMap<String, String>,
}

/// An agency by its folded name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// What all spellings of the name have in common.
    pub key: String,
    /// Whether the name says where the agency is, so that no other place has one of the same name.
    pub placed: bool,
}

impl Aliases {
    /// Adds another name of an agency.
    pub fn add(&mut self, name: &str, other: &str) {
        self.known.insert(key(other), key(name));
    }

    /// The agency of a name.
    pub fn name(&self, printed: &str) -> Name {
        let own = key(printed);
        let key = self.known.get(&own).cloned().unwrap_or(own);
        let placed = is_placed(&key);
        Name { key, placed }
    }
}

/// The name without blanks, marks, years and what may be added or left out.
fn key(name: &str) -> String {
    let folded = fold::key(name).into_owned();
    let dated = folded.contains(|c: char| c.is_ascii_digit());
    let undated = if dated {
        folded.chars().filter(|c| !c.is_ascii_digit()).collect::<String>().replace("年度", "").replace('年', "")
    } else {
        folded
    };
    let local = PRACTICE.national.iter().find_map(|above| undated.strip_prefix(above).filter(|name| is_placed(name)));
    let same = WORDS.agency_kinds.iter().chain(PRACTICE.same_names);
    same.fold(local.unwrap_or(&undated).to_owned(), |name, (long, short)| name.replace(long, short))
}

/// A name says where it is if a province, city, county or district stands in it behind its own name: 云溪市水务局, not 市水务局.
fn is_placed(key: &str) -> bool {
    let rest = PRACTICE.generic_places.iter().fold(key.to_owned(), |name, generic| name.replace(generic, ""));
    rest.chars().enumerate().any(|(at, c)| at >= 2 && PRACTICE.places.contains(&c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_are_one_agency() {
        let aliases = Aliases::default();
        for (one, other) in [
            ("云溪市人民政府", "云溪市 政府"),
            ("云溪市水务局（防汛办）", "云溪市水务局(防汛办)"),
            ("云溪市水务局2022年度", "云溪市水务局"),
            ("桥东街道办事处", "桥东街道办"),
            ("桥东街道办事处", "桥东街道"),
            ("云溪市人民防空办公室", "云溪市人民防空办"),
            ("云溪市城市管理委员会", "云溪市城市管委会"),
            ("云溪市自来水有限责任公司", "云溪市自来水公司"),
            ("国家税务总局云溪市税务局", "云溪市税务局"),
        ] {
            assert_eq!(aliases.name(one).key, aliases.name(other).key, "{one}");
        }
        assert_ne!(aliases.name("云溪市").key, aliases.name("云溪市人民政府").key);
        assert_ne!(aliases.name("云溪市人民政府办公室").key, aliases.name("云溪市人民政府").key);
        assert_ne!(aliases.name("国家税务总局").key, aliases.name("云溪市税务局").key);
    }

    #[test]
    fn an_alias_is_another_name() {
        let mut aliases = Aliases::default();
        aliases.add("云溪市水务局", "云溪市水利局");
        assert_eq!(aliases.name("云溪市水利局"), aliases.name("云溪市水务局"));
    }

    #[test]
    fn a_name_without_its_place_may_have_namesakes() {
        let placed = |name| Aliases::default().name(name).placed;
        assert_eq!(["云溪市水务局", "霁川县青石镇", "墨汀区教育局"].map(placed), [true; 3]);
        assert_eq!(["青石镇人民政府", "市残联", "区统计局", "高新区管理委员会"].map(placed), [false; 4]);
    }
}
