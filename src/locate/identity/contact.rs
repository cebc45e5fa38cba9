//! Where the office can be reached, as the preamble says.

use crate::template::WORDS;
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

static ADDRESS: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?:地址|办公地点)[：:]([^，。；,;）)\n]{4,60})").expect("a fixed pattern"));
static POSTCODE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?:邮编|邮政编码)[：:]?(\d{6})").expect("a fixed pattern"));
static TELEPHONE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"电话(?:号码)?[：:]([（(]?\d[\d\-—－–()（）]{5,22}\d)").expect("a fixed pattern"));
static EMAIL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"([A-Za-z0-9._+\-]{1,40}@[A-Za-z0-9\-]{1,40}(?:\.[A-Za-z0-9\-]{1,20}){1,4})").expect("a fixed pattern")
});
static AGENCY: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"请(?:与|联系|向|致电)([\p{Han}（）]{4,40}?)(?:联系|咨询|反映|[（(，,])").expect("a fixed pattern")
});

/// Reads the contact from the opening of a report.
pub(crate) fn read(prose: &str) -> Contact {
    let first =
        |pattern: &Regex| pattern.captures(prose).map(|found| found[1].trim_end_matches(['（', '(']).to_owned());
    Contact { address: first(&ADDRESS), postcode: first(&POSTCODE), telephone: first(&TELEPHONE), email: first(&EMAIL) }
}

/// The agency that the preamble asks the reader to turn to.
pub(crate) fn agency(prose: &str) -> Option<String> {
    let name = AGENCY.captures(prose)?[1].to_owned();
    let named = WORDS.agency_ends.iter().any(|end| name.ends_with(end));
    named.then_some(name)
}
