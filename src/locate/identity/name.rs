//! Names of agencies: what is one, and whether two of them mean one agency.

use crate::template::WORDS;
use crate::text::fold;

/// Whether a short text is the name of an agency.
pub(crate) fn is_agency(text: &str) -> bool {
    let text = text.trim();
    let long = (4..=40).contains(&text.chars().count());
    long && text.chars().all(|c| fold::is_han(c) || "（）()·".contains(c)) && is_called(text)
}

/// Whether a text ends as names of agencies do.
pub(super) fn is_called(text: &str) -> bool {
    WORDS.agency_ends.iter().any(|end| text.ends_with(end))
}

/// Whether a text may be the name of an agency, whatever it ends with.
pub(super) fn is_name(name: &str) -> bool {
    let length = name.chars().count();
    (3..=50).contains(&length) && name.chars().any(fold::is_han) && !is_pronoun(name)
}

/// Whether a name says no more than "we" or "the whole county": 我局, 本单位, 全县.
pub(super) fn is_pronoun(name: &str) -> bool {
    const ENDS: &[&str] =
        &["局", "县", "市", "区", "镇", "乡", "省", "委", "办", "院", "厅", "街道", "单位", "机关", "系统"];
    name.strip_prefix(['我', '本', '全', '该', '贵']).is_some_and(|rest| ENDS.contains(&rest))
}

/// Whether a name says where: 云溪市水务局, 青石镇, 国家税务总局. Names of a menu (下载中心, 网上办事大厅) do not.
pub(super) fn is_placed(name: &str) -> bool {
    let named = |at: usize| at > 0 && !name[..at].ends_with(WORDS.no_places);
    WORDS.places.iter().any(|place| name.match_indices(place).any(|(at, _)| named(at)))
        || WORDS.places_first.iter().any(|place| name.starts_with(place))
}

/// Whether a line of its own is the name of an agency, and nothing of a menu: it says its place, or is called as nothing
/// else is.
pub(super) fn stands_alone(name: &str) -> bool {
    let (first, last) = WORDS.own_places;
    let own = name.starts_with(first) && name.ends_with(last) && name.chars().count() >= 4;
    let sure = |end: &&str| name.strip_suffix(end).is_some_and(|rest| rest.chars().count() >= 2);
    is_called(name) && (is_placed(name) || own || WORDS.sure_ends.iter().any(sure))
}

/// The name with the second name that stands in brackets behind it: 云溪市发展和改革委员会（粮食局）.
pub(super) fn with_bracket(name: String, plain: &str) -> String {
    let inner = plain.find(&name).and_then(|at| plain[at + name.len()..].strip_prefix('（')?.split_once('）'));
    match inner {
        Some((second, _)) if is_second_name(second) => {
            format!("{name}（{second}）")
        }
        _ => name,
    }
}

/// Whether what stands in brackets behind a name belongs to it: another name, or which part of the agency is meant.
fn is_second_name(text: &str) -> bool {
    (3..=30).contains(&text.chars().count()) && is_called(text) || WORDS.agency_parts.contains(&text)
}

/// Whether two names may mean one agency: one is short for the other (市住建局, 云溪市住房和城乡建设局), or is its office
/// (云溪市人民政府办公室).
pub(super) fn may_be_one(one: &str, other: &str) -> bool {
    let (one, other) = (core(one), core(other));
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let mut rest = long.chars();
    let within = short.chars().all(|c| rest.any(|other| other == c));
    within && (short.is_empty() || short.chars().last() == long.chars().last())
}

/// Whether several names that stand side by side hold one whole (中共青石镇委员会青石镇人民政府). A place alone says nothing:
/// others are named by it.
pub(super) fn is_among(name: &str, several: &str) -> bool {
    let place = WORDS.places.iter().any(|place| name.ends_with(place));
    // The town may be named without its county.
    let behind = WORDS.places.iter().filter_map(|place| name.split_once(place).map(|(_, behind)| behind));
    let mut names = std::iter::once(name).chain(behind).filter(|name| name.chars().count() >= 4);
    !place && is_called(name) && names.any(|name| several.contains(name))
}

/// A name without what it is called beside its place and matter.
fn core(name: &str) -> String {
    let mut core = fold::outside_brackets(name).trim().to_owned();
    let kind = |core: &str| {
        let mut kinds = WORDS.agency_kinds.iter();
        kinds.find_map(|(kind, short)| Some(format!("{}{short}", core.strip_suffix(kind)?)))
    };
    while let Some(shorter) = kind(&core) {
        core = shorter;
    }
    core
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_may_mean_one_agency() {
        for (one, other) in [
            ("云溪市住房和城乡建设局", "市住建局"),
            ("云溪市人民政府办公室", "云溪市"),
            ("青石镇", "青石镇人民政府"),
            ("云溪市残疾人联合会", "市残联"),
            ("云溪市发展和改革委员会（粮食局）", "市发改委"),
            ("云溪高新技术产业开发区管理委员会", "云溪高新区"),
            ("云溪市水务局办公室", "云溪市水务局"),
        ] {
            assert!(may_be_one(one, other) && may_be_one(other, one), "{one} {other}");
        }
        for (one, other) in [("云溪市水务局", "云溪市"), ("云溪市水务局", "云溪市教育局"), ("青石镇", "白水镇")]
        {
            assert!(!may_be_one(one, other) && !may_be_one(other, one), "{one} {other}");
        }
    }

    #[test]
    fn names_of_a_menu_say_no_place() {
        for name in ["收藏本站", "下载中心", "网上办事大厅", "局办公室", "本单位办公室", "镇党政办公室"]
        {
            assert!(!is_placed(name), "{name}");
        }
        for name in ["云溪市水务局", "青石镇", "国家税务总局云溪分局", "云溪自治州水利局"] {
            assert!(is_placed(name), "{name}");
        }
    }
}
