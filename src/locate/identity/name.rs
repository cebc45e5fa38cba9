//! Names of agencies: what is one, and whether two of them mean one agency.

use crate::template::WORDS;
use crate::text::fold;

/// Whether a short text is the name of an agency.
pub(crate) fn is_agency(text: &str) -> bool {
    let text = text.trim();
    let length = text.chars().count();
    // 青石镇; other names of three characters (教育局, 本单位) say nothing.
    let long = (4..=40).contains(&length)
        || length == 3 && text.ends_with(['镇', '鎮', '乡', '鄉']) && is_placed(&fold::simplify(text));
    long && text.chars().all(|c| fold::is_han(c) || "（）()·".contains(c)) && is_called(&fold::simplify(text))
}

/// Whether a text ends as names of agencies do.
pub(super) fn is_called(text: &str) -> bool {
    WORDS.agency_ends.iter().any(|end| text.ends_with(end))
}

/// Whether a text may be the name of an agency, whatever it ends with.
pub(super) fn is_name(name: &str) -> bool {
    let length = name.chars().count();
    let begins = WORDS.no_name_begins.iter().any(|word| name.starts_with(word));
    (3..=50).contains(&length) && name.chars().any(fold::is_han) && !begins && !is_pronoun(name)
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

/// Whether a name in a sentence is that of an agency which says its place, or is called by one.
pub(super) fn is_told(name: &str) -> bool {
    is_agency(name) && is_name(name) && (is_placed(name) || is_called_by_place(name))
}

/// Whether a name says where without a word for it: 云溪海关, 云溪大学.
fn is_called_by_place(name: &str) -> bool {
    let (ends, no_places) = WORDS.called_by_place;
    let place = |end: &&str| {
        let rest = name.strip_suffix(*end);
        rest.is_some_and(|rest| rest.chars().count() >= 2 && !no_places.contains(&rest))
    };
    ends.iter().any(place)
}

/// Whether a line of its own is the name of an agency, and nothing of a menu: it says its place, or is called as nothing
/// else is.
pub(super) fn stands_alone(name: &str) -> bool {
    let (first, last) = WORDS.own_places;
    let own = name.starts_with(first) && name.ends_with(last) && name.chars().count() >= 4;
    let sure = |end: &&str| name.strip_suffix(end).is_some_and(|rest| rest.chars().count() >= 2);
    is_called(name) && (is_placed(name) || own || WORDS.sure_ends.iter().any(sure))
}

/// The name with the second name that stands in brackets behind it or within it: 云溪市发展和改革委员会（粮食局）,
/// 云溪高新区（经开区）管委会.
pub(super) fn with_bracket(name: String, plain: &str) -> String {
    let Some(at) = plain.find(&name) else { return with_inner(&name, plain).unwrap_or(name) };
    let behind = plain[at + name.len()..].strip_prefix(['（', '(']);
    match behind.and_then(|behind| behind.split_once(['）', ')'])) {
        Some((second, _)) if is_second_name(second) => {
            format!("{name}（{second}）")
        }
        _ => name,
    }
}

/// The name with the bracket that a text has within it.
fn with_inner(name: &str, plain: &str) -> Option<String> {
    let (before, rest) = plain.split_once(['（', '('])?;
    let (inner, behind) = rest.split_once(['）', ')'])?;
    let short = (1..=20).contains(&inner.chars().count()) && inner.chars().all(fold::is_han);
    let parted = |at: &usize| before.ends_with(&name[..*at]) && behind.starts_with(&name[*at..]);
    let at = name.char_indices().map(|(at, _)| at).skip(1).find(parted).filter(|_| short)?;
    Some(format!("{}（{inner}）{}", &name[..at], &name[at..]))
}

/// Whether what stands in brackets behind a name belongs to it: another name, or which part of the agency is meant.
fn is_second_name(text: &str) -> bool {
    (3..=30).contains(&text.chars().count()) && is_called(text) || WORDS.agency_parts.contains(&text)
}

/// Whether two names may mean one agency: one is short for the other (市住建局, 云溪市住房和城乡建设局), or is its office
/// (云溪市人民政府办公室).
pub(super) fn may_be_one(one: &str, other: &str) -> bool {
    let (one, other) = (&*fold::simplify(one), &*fold::simplify(other));
    let cores = (core(one), core(other));
    // 编办 is short for 机构编制委员会办公室, whose name holds that of another agency.
    let office = cores.0.ends_with('办') || cores.1.ends_with('办');
    is_short_for(&cores.0, &cores.1) || office && is_short_for(&kind_shortened(one), &kind_shortened(other))
}

/// Whether the characters of one of two names stand in the other one in their order, and both end alike.
fn is_short_for(one: &str, other: &str) -> bool {
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

/// Whether two names end so that no agency is both: a school and a bureau.
pub(super) fn end_differently(one: &str, other: &str) -> bool {
    let row = |name: &str| WORDS.different_ends.iter().position(|row| row.iter().any(|end| name.ends_with(end)));
    row(one).zip(row(other)).is_some_and(|(one, other)| one != other)
}

/// A name with its kind shortened, without what only says that it is a government, a party committee or an office of the
/// agency before it.
fn core(name: &str) -> String {
    let mut core = fold::outside_brackets(name).trim().to_owned();
    while let Some(shorter) = without_government(&core).or_else(|| shortened(&core)) {
        core = shorter;
    }
    branch(&core).unwrap_or(core)
}

/// A branch with its district first, as its short name has it: 云溪市生态环境局东湖区分局 -> 东湖区云溪市生态环境分局.
fn branch(name: &str) -> Option<String> {
    let (agency, district) = name.strip_suffix("分局")?.rsplit_once('局')?;
    Some(format!("{district}{agency}分局"))
}

fn kind_shortened(name: &str) -> String {
    let mut short = fold::outside_brackets(name).trim().to_owned();
    while let Some(shorter) = shortened(&short) {
        short = shorter;
    }
    short
}

/// The name with the short form of its kind: 云溪市城市管理委, 云溪市自来水公司.
fn shortened(name: &str) -> Option<String> {
    WORDS.agency_kinds.iter().find_map(|(kind, short)| Some(format!("{}{short}", name.strip_suffix(kind)?)))
}

/// The place or agency whose government, party committee or office a name is.
fn without_government(name: &str) -> Option<String> {
    let (party, committees) = WORDS.party;
    let of_party = party.iter().find_map(|party| name.strip_prefix(party));
    let behind = |ends: &[&str]| ends.iter().find_map(|end| name.strip_suffix(end));
    let place = |name: &&str| WORDS.places.iter().any(|place| name.ends_with(place));
    let office = |name: &&str| is_called(name) || WORDS.inner_offices.iter().any(|inner| name.ends_with(inner));
    let zone = |name: &&str| name.ends_with(WORDS.zones.1);
    let rest = of_party
        .or_else(|| behind(WORDS.governments))
        .or_else(|| name.strip_suffix('办').filter(office))
        .or_else(|| behind(WORDS.inner_offices))
        .or_else(|| behind(WORDS.zones.0).filter(zone))
        .or_else(|| behind(committees).filter(|name| place(name) || is_called(name)));
    rest.map(str::to_owned)
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
            ("东湖区桥东街道办事处", "桥东街道办"),
            ("东湖区桥东街道办事处", "桥东街道党工委"),
            ("云溪市人民防空办公室", "云溪市人防办"),
            ("云溪市城市管理委员会", "云溪市城管委"),
            ("云溪市人民政府国有资产监督管理委员会", "云溪市国资委"),
            ("霁川县青石镇人民政府", "中共青石镇委员会"),
            ("云溪市人民政府办公室", "中共云溪市委办公室"),
            ("云溪市水务局", "云溪市水务局党组"),
            ("云溪市科学技术协会", "云溪市科协"),
            ("云溪市机构编制委员会办公室", "云溪市编办"),
            ("云溪市生态环境局东湖区分局", "东湖区生态环境分局"),
            ("云溪市自来水有限责任公司", "云溪市自来水公司"),
            ("云溪市公共交通集团有限公司", "云溪公交集团"),
            ("云溪市水务局", "云溪市水务局政务公开工作领导小组办公室"),
        ] {
            assert!(may_be_one(one, other) && may_be_one(other, one), "{one} {other}");
        }
        for (one, other) in [
            ("云溪市水务局", "云溪市"),
            ("云溪市水务局", "云溪市教育局"),
            ("青石镇", "白水镇"),
            ("云溪市人民政府", "云溪市青石镇人民政府"),
            ("云溪市人民政府办公室", "云溪市青石镇人民政府办公室"),
            ("云溪市人民防空办公室", "云溪市扶贫办"),
            ("中共青石镇委员会", "白水镇人民政府"),
        ] {
            assert!(!may_be_one(one, other) && !may_be_one(other, one), "{one} {other}");
        }
    }

    #[test]
    fn a_school_is_no_bureau_wherever_they_are() {
        assert!(end_differently("云溪职业技术学院", "云溪市商务局"));
        for (one, other) in
            [("云溪职业技术学院", "云溪大学"), ("云溪市档案局", "云溪市档案馆"), ("市水务局", "市教育局")]
        {
            assert!(!end_differently(one, other), "{one} {other}");
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
