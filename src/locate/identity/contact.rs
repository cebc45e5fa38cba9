//! Where the office can be reached, as the preamble says.

use super::{name, office};
use regex::Regex;
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

/// Where the office can be reached.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Contact {
    /// The postal address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// The postcode.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub postcode: Option<String>,
    /// The telephone number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub telephone: Option<String>,
    /// The electronic mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
}

static ADDRESS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?P<other>网站|网址|网|邮箱|邮件|下载|查询|访问|浏览|链接|IP|ip)?(?:地址|办公地点)(?:[：:]|为)(?P<text>(?:[^，。；,;）)（(\n]|（[^）\n]*）|\([^)\n]*\))+)")
        .expect("a fixed pattern")
});
static POSTCODE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?:邮编|邮政编码|邮递区号)[：:]?(?P<text>[0-9]{6})").expect("a fixed pattern"));
static TELEPHONE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?P<other>举报|监督|投诉|传真|值班)?电话(?:号码)?(?:[/／]传真)?(?:[：:]|为)?(?P<text>[（(]?[0-9][0-9\-—－–()（）]{5,22}[0-9](?:转[0-9]{1,6})?)",
    )
    .expect("a fixed pattern")
});
static EMAIL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?P<text>[A-Za-z0-9._+\-]+[@＠][A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+)").expect("a fixed pattern")
});
static AGENCY: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?:请|可|可以|或)(?:直接|及时)?(?:与|联系|向|致电)[：:]?([\u{4e00}-\u{9fff}（）]+?)(?:联系|咨询|反映|[（(，,])",
    )
    .expect("a fixed pattern")
});

/// Names of what may follow without a mark between.
const NEXT: &[&str] = &["邮编", "邮政编码", "联系电话", "咨询电话", "办公电话", "电话", "传真", "邮箱", "电子邮"];

/// As many characters as an address has at most.
const LONGEST: usize = 60;
/// Fewer characters are no address and no name.
const SHORTEST: usize = 4;

impl Contact {
    /// The same with each text as it is printed, where it was read from simplified characters.
    pub(super) fn printed(self, as_printed: impl Fn(String) -> String) -> Self {
        Contact {
            address: self.address.map(&as_printed),
            postcode: self.postcode,
            telephone: self.telephone.map(&as_printed),
            email: self.email,
        }
    }
}

/// Reads the contact from the opening of a report.
pub(crate) fn read(prose: &str) -> Contact {
    // A pattern costs more to build than a report without its sign costs to look through.
    let first = |sign: &str, pattern: &LazyLock<Regex>| {
        // 举报电话, 网站地址 are not those of the office.
        let found = || pattern.captures_iter(prose).find(|found| found.name("other").is_none());
        let found = prose.contains(sign).then(found).flatten()?;
        let text = NEXT.iter().fold(&found["text"], |text, next| text.split(next).next().unwrap_or(text));
        let text: String = text.chars().take(LONGEST).collect();
        let text = text.trim_end_matches(['（', '(']);
        // What a page or a file is fetched from is no place.
        let fetched = sign == "地" && (text.contains("://") || text.starts_with("www."));
        (!fetched && text.chars().count() >= SHORTEST).then(|| text.to_owned())
    };
    Contact {
        address: first("地", &ADDRESS),
        postcode: first("邮", &POSTCODE),
        telephone: first("电话", &TELEPHONE),
        email: first("@", &EMAIL).or_else(|| first("＠", &EMAIL)),
    }
}

/// The agency that the preamble asks the reader to turn to, or whose office it is. The office of a government is an agency
/// of its own.
pub(crate) fn agency(prose: &str) -> Option<String> {
    AGENCY.captures_iter(prose).find_map(|found| asked(found.get(1)?.as_str()))
}

/// The agency of which a name in a sentence is, or is an office.
fn asked(name: &str) -> Option<String> {
    let name = office::agency(name);
    let ours = name.starts_with('我') || name::is_pronoun(name);
    let long = (SHORTEST..=40).contains(&name.chars().count());
    let own = long && name::is_called(name) && name::is_placed(name) && !ours;
    own.then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    #[test]
    fn an_office_is_asked_for_its_agency() {
        for (asked, agency) in [
            ("云溪市水务局办公室", "云溪市水务局"),
            ("云溪市青石镇党政办公室", "云溪市青石镇"),
            ("云溪市人民政府办公室", "云溪市人民政府办公室"),
            ("云溪市人民防空办公室", "云溪市人民防空办公室"),
            ("云溪市水务局秘书股", "云溪市水务局"),
            ("云溪市青石镇党政办", "云溪市青石镇"),
            ("云溪市水务局政府信息公开工作领导小组办公室", "云溪市水务局"),
        ] {
            for before in ["如有疑问，请与", "可向社会公布，如有疑问的，可与", "可下载或直接与"]
            {
                assert_eq!(super::agency(&format!("{before}{asked}联系。")).as_deref(), Some(agency));
            }
        }
    }
}
