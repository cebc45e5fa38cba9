//! What the sentences of a report count, and the words that tell it: the data of the narrative facts.
//!
//! A form is written as a pattern of the words directly before a number (it must reach the number) and directly behind it.
//! `{name}` stands for a row of [`FRAGMENTS`]. All patterns meet half-width, simplified text without blanks.

/// What a stretch of text is about: the noun that governs the numbers behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// Applications for information.
    Requests,
    /// Administrative reconsideration.
    Reconsideration,
    /// Administrative litigation.
    Litigation,
    /// Information disclosed on the agency's own motion.
    Disclosed,
    /// Fees for applications.
    Fees,
    /// Something that is not counted here (留言, 提案, 信访).
    Other,
}

/// How a count stands to its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// It counts all there are: words that narrow it down (其中, 网上, 自然人) in front make it something else.
    Whole,
    /// It is a part by nature, and may stand behind 其中 and in brackets.
    Part,
}

/// A thing that sentences count.
#[derive(Debug)]
pub struct Counted {
    /// The key of the record.
    pub key: &'static str,
    /// What it belongs to.
    pub topic: Topic,
    /// Whole or part.
    pub extent: Extent,
    /// Its units.
    pub units: &'static [&'static str],
    /// How it is said.
    pub forms: &'static [Form],
}

/// One way to say it.
#[derive(Debug)]
pub struct Form {
    /// The words before the number.
    pub before: &'static str,
    /// The words behind it; empty where nothing may follow that narrows the number down.
    pub behind: &'static str,
    /// The words do not name the topic: it must be told by what stands before.
    pub needs_topic: bool,
    /// The figures that the number can be compared with, one an edition; none where it may mean something else.
    pub figures: &'static [&'static str],
}

const fn said(before: &'static str) -> Form {
    Form { before, behind: "", needs_topic: false, figures: &[] }
}

impl Form {
    const fn then(self, behind: &'static str) -> Form {
        Form { behind, ..self }
    }

    const fn in_topic(self) -> Form {
        Form { needs_topic: true, ..self }
    }

    const fn like(self, figures: &'static [&'static str]) -> Form {
        Form { figures, ..self }
    }
}

/// Units of applications and cases.
pub const CASES: &[&str] = &["件", "份", "宗", "起", "条", "项", "例", "次", "件次"];
/// Units of information.
pub const ITEMS: &[&str] = &["条", "件", "篇", "项", "份", "条次"];
/// Units of money.
pub const MONEY: &[&str] = &["元"];

/// Parts of the patterns.
#[rustfmt::skip]
pub static FRAGMENTS: &[(&str, &str)] = &[
    // Words between the thing and its number that change nothing.
    ("fill", "(?:数量|数目|量|总数|总量|总件数|件数|条数|案件|事项|数|共计|合计|总计|累计|总共|总|共|计|有|达到|达|为|是|:|了|大约|约|将近|接近|近|超过|超|逾|已|的)*"),
    ("receive", "(?:收到并受理|接收并受理|共收|新收到|新收|接收到|接收|收到|接到|受理)(?:了|并登记|、受理)*"),
    ("new", "(?:本年度?)?(?:新收到|新收|新增)(?:了)?"),
    ("answer", "(?:作出|做出|予以|依法|已)*(?:答复|回复)(?:了)?"),
    ("close", "(?:依法|已)*(?:办结|办理完毕|处理完毕|办复)(?:了)?"),
    // Who applies, and how, without narrowing it down.
    ("mod", "(?:公民|法人|其他组织|其它组织|社会组织|或者|或|和|及|与|、|以及|人民群众|群众|社会公众|社会各界|公众|社会|市民|各类|各种|各项|有效|提交|提出|递交|书面|全部|的)*"),
    ("request", "(?:(?:依申请)?(?:政府|政务)?信息(?:依申请)?公开的?申请(?:件|表|书)?|依申请公开(?:政府信息|信息公开|信息)?的?(?:申请|事项|办件|件)?|依申请(?:政府)?信息公开(?:申请)?|申请公开的?(?:政府)?信息(?:的申请)?|公开(?:政府)?信息的?申请|(?:政府|政务)?信息依申请公开(?:件|事项)?|政府信息申请)"),
    ("last", "(?:上一?年度?|去年|(?P<last>[0-9]{4})年度?)"),
    ("next", "(?:下一?年度?|次年|明年|(?P<next>[0-9]{4})年度?)"),
    ("handed", "(?:结转|转入|遗留|转来|未办结|顺延)(?:至|到|转入|下来|而来)?(?:本年度?|今年|当年)?(?:继续)?(?:办理|答复|处理)?的?"),
    ("hand", "(?:结转|转入|顺延|延续|延期|延|转|推迟)(?:至|到|入)?"),
    ("reconsideration", "(?:行政复议|复议)(?:案件|申请|案|事项|案数)?"),
    ("litigation", "(?:行政诉讼|诉讼)(?:案件|案|事项|案数)?"),
    ("reviewed", "(?:行政复议|复议机关|复议机构|复议|案件|结果|审理|决定|获|被|予以|已|为|均|其中|:)*"),
    ("judged", "(?:行政诉讼|人民法院|法院|诉讼|案件|结果|审理|判决|裁定|获|被|予以|已|为|均|其中|:)*"),
    ("disclose", "(?:审核|对外|依法|及时|发布|公布|主动)*公开(?:了|发布)*"),
    // 发布信息 alone may be said of any occasion (新闻发布会12次，发布信息36条).
    ("publish", "(?:审核|对外|依法|及时|主动)*(?:发布|公布)(?:了)?(?:各类|各项|各种|政府|政务|公开|主动公开)+"),
    ("every", "(?:各类|各项|各种|政府|政务|公开|主动公开|对外公开|相关|有关|的|本机关|全部)*"),
    ("website", "(?:政府|门户|官方|部门|政务|本机关|我[局委办镇乡县市区]|区|县|市)*(?:门户网站|政府网站|官方网站|网站|官网|门户网)"),
    ("wechat", "(?:政务|官方|政府|部门|我[局委办镇乡县市区])*(?:微信公众号|微信公众平台|微信平台|微信|公众号)"),
    ("weibo", "(?:政务|官方|政府|新浪)*(?:微博)"),
    ("gazette", "(?:[省市县区州]|人民政府|政府)*公报"),
    ("platform", "(?:政府信息公开|信息公开|政务公开|公开)(?:平台|专栏|栏目|专题)"),
    ("posted", "(?:上|平台)?(?:共|全年)?(?:主动公开|公开发布|公开|发布|公布)?(?:了)?(?:各类|政府|政务|公开|相关|有关)*(?:信息|内容)?"),
    ("time", "(?:[0-9]{4}年度?|全年|本年度?|今年|年内|当年|累计)*"),
    ("office", "(?:我[局委办厅镇乡县市区院处所]|本机关|本单位|本部门|本局|街道)*"),
    // Nothing may follow but another thing.
    ("stop", "(?:$|、|并|和|及|与)"),
    ("charge", "(?:收取|收到|收缴)(?:了)?(?:政府信息公开|信息公开|政府信息|依申请公开|信息处理|申请|检索|复制|邮寄|查询|、|与|和|及|等|的|相关|各类|各项|成本)*(?:费用|收费|费)"),
];

const NEW_TOTAL: &[&str] = &["requests.new.total"];
const RECEIVED_TOTAL: &[&str] = &["statistics.applications.received.total"];

/// The things, with the ways to say each.
#[rustfmt::skip]
pub static COUNTED: &[Counted] = &[
    Counted { key: RECEIVED, topic: Topic::Requests, extent: Extent::Whole, units: CASES, forms: &[
        said("{new}{mod}{request}{fill}").like(&["requests.new.total", "statistics.applications.received.total"]),
        said("{new}{mod}申请{fill}").in_topic().like(NEW_TOTAL),
        said("{new}{fill}").then("{mod}{request}").like(NEW_TOTAL),
        said("{new}{fill}").in_topic().like(NEW_TOTAL),
        said("{receive}{mod}{request}{fill}").like(RECEIVED_TOTAL),
        said("{receive}{mod}申请{fill}").in_topic().like(RECEIVED_TOTAL),
        said("{receive}{fill}").then("{mod}{request}").like(RECEIVED_TOTAL),
        said("{receive}{fill}").then("{mod}申请").in_topic().like(RECEIVED_TOTAL),
        said("{receive}{fill}").in_topic().like(RECEIVED_TOTAL),
        said("^{time}{office}{fill}(?:政府|政务)信息公开申请{fill}"),
    ] },
    Counted { key: "requests.answered", topic: Topic::Requests, extent: Extent::Whole, units: CASES, forms: &[
        said("{answer}{mod}{request}{fill}"),
        said("{answer}{mod}申请{fill}").in_topic(),
        said("{answer}{fill}").then("{mod}{request}"),
        said("{answer}{fill}").then("{mod}申请").in_topic(),
        said("{answer}{fill}").in_topic(),
    ] },
    Counted { key: "requests.answered", topic: Topic::Requests, extent: Extent::Part, units: CASES, forms: &[
        said("^(?:其中)?{fill}").then("(?:申请)?(?:均|全部|都|已)+(?:已|依法|按规定程序|按规定|按程序|予以|规范)*答复{stop}").in_topic(),
    ] },
    // 办理 may be receiving as well as answering: a thing of its own.
    Counted { key: "requests.handled", topic: Topic::Requests, extent: Extent::Whole, units: CASES, forms: &[
        said("(?:办理|处理)(?:了)?{mod}{request}{fill}"),
        said("(?:办理|处理)(?:了)?{fill}").then("{mod}{request}"),
        said("(?:办理|处理|完成办理|办理完成|完成)(?:了)?{fill}").in_topic(),
    ] },
    Counted { key: "requests.closed", topic: Topic::Requests, extent: Extent::Whole, units: CASES, forms: &[
        said("{close}{mod}{request}{fill}").like(&["statistics.applications.closed.total"]),
        said("{close}{mod}申请{fill}").in_topic().like(&["statistics.applications.closed.total"]),
        said("{close}{fill}").then("{mod}{request}"),
        said("{close}{fill}").then("{mod}申请").in_topic(),
        said("{close}{fill}").in_topic().like(&["statistics.applications.closed.total"]),
    ] },
    Counted { key: "requests.closed", topic: Topic::Requests, extent: Extent::Part, units: CASES, forms: &[
        said("^(?:其中)?{fill}").then("(?:申请)?(?:均|全部|都|已)+(?:已|依法|按规定程序|按规定|按程序|予以|规范)*(?:办结|办理完毕){stop}").in_topic(),
    ] },
    Counted { key: CARRIED_IN, topic: Topic::Requests, extent: Extent::Part, units: CASES, forms: &[
        said("{last}{handed}{mod}(?:{request}|申请|件)?{fill}").in_topic().like(&["requests.carried_in.total"]),
        said("结转{last}的?{mod}(?:{request}|申请)?{fill}").in_topic().like(&["requests.carried_in.total"]),
        said("{fill}").then("(?:申请)?(?:为|系|属于|属|是){last}{handed}").in_topic(),
    ] },
    Counted { key: "requests.carried_out", topic: Topic::Requests, extent: Extent::Part, units: CASES, forms: &[
        said("{hand}{next}(?:继续)?(?:办理|答复|处理)?的?{mod}(?:{request}|申请)?{fill}").in_topic().like(&["requests.carried_out.total"]),
        said("^(?:另外|另|其余|还|尚|剩余|其中|余|、|和|并|:)*{fill}").then("的?{mod}(?:{request}|申请)?(?:因[^,]{1,14}|按照[^,]{1,10}|依照[^,]{1,10}|按规定|依法|正在办理|尚在办理|尚未到期|未到期|将|需|已)*{hand}{next}(?:继续)?(?:办理|答复|处理)?").in_topic(),
    ] },
    Counted { key: "requests.outcome.granted", topic: Topic::Requests, extent: Extent::Part, units: CASES, forms: &[
        said("(?:予以|同意|全部|完全)公开的?(?:申请)?{fill}").in_topic().like(&["requests.outcome.granted.total", "statistics.applications.answered.granted"]),
        said("^(?:其中|:|、)*{fill}").then("(?:申请)?(?:予以|同意)公开{stop}").in_topic().like(&["requests.outcome.granted.total", "statistics.applications.answered.granted"]),
    ] },
    Counted { key: "requests.outcome.partial", topic: Topic::Requests, extent: Extent::Part, units: CASES, forms: &[
        said("(?:予以|同意)?部分公开的?(?:申请)?{fill}").in_topic().like(&["requests.outcome.partial.total", "statistics.applications.answered.partial"]),
        said("^(?:其中|:|、)*{fill}").then("(?:申请)?(?:予以|同意)?部分公开{stop}").in_topic().like(&["requests.outcome.partial.total", "statistics.applications.answered.partial"]),
    ] },
    Counted { key: "requests.outcome.denied", topic: Topic::Requests, extent: Extent::Part, units: CASES, forms: &[
        said("(?:不予|不同意)公开的?(?:申请)?{fill}").in_topic().like(&["statistics.applications.answered.refused.total"]),
        said("^(?:其中|:|、)*{fill}").then("(?:申请)?(?:不予|不同意)公开{stop}").in_topic().like(&["statistics.applications.answered.refused.total"]),
    ] },
    Counted { key: "requests.outcome.unable", topic: Topic::Requests, extent: Extent::Part, units: CASES, forms: &[
        said("无法提供的?(?:政府信息)?(?:的)?(?:申请)?{fill}").in_topic(),
        said("^(?:其中|:|、)*{fill}").then("(?:申请)?无法提供{stop}").in_topic(),
    ] },
    Counted { key: "requests.outcome.unable.not_held", topic: Topic::Requests, extent: Extent::Part, units: CASES, forms: &[
        said("(?:本机关|本单位|本部门)不掌握(?:相关|该)?(?:政府)?信息的?(?:申请)?{fill}").in_topic().like(&["requests.outcome.unable.not_held.total"]),
    ] },
    Counted { key: "requests.outcome.not_existing", topic: Topic::Requests, extent: Extent::Part, units: CASES, forms: &[
        said("(?:政府)?信息不存在的?(?:申请)?{fill}").in_topic().like(&["statistics.applications.answered.not_existing"]),
    ] },
    Counted { key: "requests.outcome.not_this_agency", topic: Topic::Requests, extent: Extent::Part, units: CASES, forms: &[
        said("(?:不属于|非)(?:本机关|本单位|本部门)(?:公开|职权范围|职责范围|掌握|负责公开)的?(?:申请)?{fill}").in_topic().like(&["statistics.applications.answered.not_this_agency"]),
    ] },
    Counted { key: "requests.outcome.not_processed", topic: Topic::Requests, extent: Extent::Part, units: CASES, forms: &[
        said("不予处理的?(?:申请)?{fill}").in_topic(),
        said("^(?:其中|:|、)*{fill}").then("(?:申请)?不予处理{stop}").in_topic(),
    ] },
    Counted { key: "requests.outcome.not_processed.petition", topic: Topic::Requests, extent: Extent::Part, units: CASES, forms: &[
        said("信访、?举报、?投诉类申请{fill}").in_topic().like(&["requests.outcome.not_processed.petition.total"]),
    ] },
    Counted { key: "requests.outcome.not_processed.duplicate", topic: Topic::Requests, extent: Extent::Part, units: CASES, forms: &[
        said("重复申请的?{fill}").in_topic().like(&["requests.outcome.not_processed.duplicate.total"]),
    ] },
    Counted { key: "requests.outcome.other", topic: Topic::Requests, extent: Extent::Part, units: CASES, forms: &[
        said("(?:其他处理|作?其它处理)的?(?:申请)?{fill}").in_topic(),
    ] },
    Counted { key: RECONSIDERATION, topic: Topic::Reconsideration, extent: Extent::Whole, units: CASES, forms: &[
        said("{reconsideration}{fill}").like(&["remedies.reconsideration.total", "statistics.reconsideration.total"]),
        said("(?:发生|收到|产生|涉及|引发|引起|被申请|有|共|^){fill}").then("(?:的)?(?:因|涉及)?(?:政府)?(?:信息公开)?(?:工作|申请|答复)?(?:类|的|引发的|引起的|被申请)?{reconsideration}"),
    ] },
    Counted { key: LITIGATION, topic: Topic::Litigation, extent: Extent::Whole, units: CASES, forms: &[
        said("{litigation}{fill}").like(&["statistics.litigation.total"]),
        said("(?:发生|收到|产生|涉及|引发|引起|被提起|有|共|^){fill}").then("(?:的)?(?:因|涉及)?(?:政府)?(?:信息公开)?(?:工作|申请|答复)?(?:类|的|引发的|引起的|被提起)?{litigation}"),
    ] },
    Counted { key: "litigation.direct", topic: Topic::Litigation, extent: Extent::Part, units: CASES, forms: &[
        said("未经(?:行政)?复议(?:而)?(?:直接)?(?:起诉|提起{litigation}|提起诉讼)的?{fill}").like(&["remedies.litigation_direct.total"]),
    ] },
    Counted { key: "litigation.after_reconsideration", topic: Topic::Litigation, extent: Extent::Part, units: CASES, forms: &[
        said("经?(?:行政)?复议后(?:又|再)?(?:起诉|提起{litigation})的?{fill}").like(&["remedies.litigation_after_reconsideration.total"]),
    ] },
    Counted { key: "reconsideration.upheld", topic: Topic::Reconsideration, extent: Extent::Part, units: CASES, forms: &[
        said("{reviewed}维持{fill}").in_topic().like(&["remedies.reconsideration.upheld", "statistics.reconsideration.upheld"]),
        said("^(?:其中|:|、)*{fill}").then("{reviewed}维持(?:原[^,]{2,8})?{stop}").in_topic().like(&["remedies.reconsideration.upheld", "statistics.reconsideration.upheld"]),
    ] },
    Counted { key: "reconsideration.corrected", topic: Topic::Reconsideration, extent: Extent::Part, units: CASES, forms: &[
        said("{reviewed}(?:依法)?纠正{fill}").in_topic().like(&["remedies.reconsideration.corrected", "statistics.reconsideration.corrected"]),
        said("^(?:其中|:|、)*{fill}").then("{reviewed}(?:依法)?纠正{stop}").in_topic().like(&["remedies.reconsideration.corrected", "statistics.reconsideration.corrected"]),
    ] },
    Counted { key: "reconsideration.other", topic: Topic::Reconsideration, extent: Extent::Part, units: CASES, forms: &[
        said("其[他它]结果{fill}").in_topic().like(&["remedies.reconsideration.other", "statistics.reconsideration.other"]),
    ] },
    Counted { key: "reconsideration.pending", topic: Topic::Reconsideration, extent: Extent::Part, units: CASES, forms: &[
        said("(?:尚未|未)(?:审结|结案|办结){fill}").in_topic().like(&["remedies.reconsideration.pending"]),
        said("(?:尚未|未)审结的?(?:行政)?复议(?:案件)?{fill}").like(&["remedies.reconsideration.pending"]),
        said("^(?:其中|:|、|另|还|尚)*{fill}").then("(?:案件)?(?:尚未|未)(?:审结|结案){stop}").in_topic().like(&["remedies.reconsideration.pending"]),
    ] },
    Counted { key: "litigation.upheld", topic: Topic::Litigation, extent: Extent::Part, units: CASES, forms: &[
        said("{judged}维持{fill}").in_topic().like(&["statistics.litigation.upheld"]),
        said("^(?:其中|:|、)*{fill}").then("{judged}维持(?:原[^,]{2,8})?{stop}").in_topic().like(&["statistics.litigation.upheld"]),
    ] },
    Counted { key: "litigation.corrected", topic: Topic::Litigation, extent: Extent::Part, units: CASES, forms: &[
        said("{judged}(?:依法)?纠正{fill}").in_topic().like(&["statistics.litigation.corrected"]),
        said("^(?:其中|:|、)*{fill}").then("{judged}(?:依法)?纠正{stop}").in_topic().like(&["statistics.litigation.corrected"]),
    ] },
    Counted { key: "litigation.other", topic: Topic::Litigation, extent: Extent::Part, units: CASES, forms: &[
        said("其[他它]结果{fill}").in_topic().like(&["statistics.litigation.other"]),
    ] },
    Counted { key: "litigation.pending", topic: Topic::Litigation, extent: Extent::Part, units: CASES, forms: &[
        said("(?:尚未|未)(?:审结|结案|办结){fill}").in_topic(),
        said("(?:尚未|未)审结的?(?:行政)?诉讼(?:案件)?{fill}"),
        said("^(?:其中|:|、|另|还|尚)*{fill}").then("(?:案件)?(?:尚未|未)(?:审结|结案){stop}").in_topic(),
    ] },
    Counted { key: DISCLOSED, topic: Topic::Disclosed, extent: Extent::Whole, units: ITEMS, forms: &[
        said("主动公开{every}信息{fill}").like(&["statistics.disclosed.items"]),
        said("{disclose}{every}信息{fill}"),
        said("{publish}{every}信息{fill}"),
        said("{disclose}{fill}").then("{every}信息"),
        said("主动公开(?:政府)?信息(?:共计|总数|总量|数量|数)+(?:为|达|:)?"),
    ] },
    Counted { key: "disclosed.channels.website", topic: Topic::Disclosed, extent: Extent::Part, units: ITEMS, forms: &[
        said("{website}{posted}{fill}").in_topic().like(&["statistics.disclosed.channels.website"]),
    ] },
    Counted { key: "disclosed.channels.platform", topic: Topic::Disclosed, extent: Extent::Part, units: ITEMS, forms: &[
        said("{platform}{posted}{fill}").in_topic(),
    ] },
    Counted { key: "disclosed.channels.wechat", topic: Topic::Disclosed, extent: Extent::Part, units: ITEMS, forms: &[
        said("{wechat}{posted}{fill}").in_topic().like(&["statistics.disclosed.channels.wechat"]),
    ] },
    Counted { key: "disclosed.channels.weibo", topic: Topic::Disclosed, extent: Extent::Part, units: ITEMS, forms: &[
        said("{weibo}{posted}{fill}").in_topic().like(&["statistics.disclosed.channels.weibo"]),
    ] },
    Counted { key: "disclosed.channels.gazette", topic: Topic::Disclosed, extent: Extent::Part, units: ITEMS, forms: &[
        said("{gazette}{posted}{fill}").in_topic().like(&["statistics.disclosed.channels.gazette"]),
    ] },
    Counted { key: "fees.charged", topic: Topic::Fees, extent: Extent::Whole, units: MONEY, forms: &[
        said("{charge}{fill}").like(&["statistics.fees.amount"]),
        said("信息处理费(?:用)?{fill}"),
    ] },
    Counted { key: "fees.notices", topic: Topic::Fees, extent: Extent::Whole, units: CASES, forms: &[
        said("(?:发出|出具|送达|开具|下达|制发)?收费通知书?{fill}"),
        said("(?:发出|出具|送达|开具|下达|制发){fill}").then("收费通知书?"),
    ] },
];

/// The key of a category of disclosed information that a list names.
pub const CATEGORY: &str = "disclosed.category";
/// The key of what the list is a breakdown of.
pub const DISCLOSED: &str = "disclosed.items";
/// What the keys of items begin with that are counted by the channel which showed them.
pub const CHANNEL: &str = "disclosed.channels.";
/// Words before a count of items that name the ways by which they were shown, or add them to others.
pub static BY_WAYS: &[&str] = &["通过", "利用", "运用", "借助", "依托", "此外", "另外", "还"];
/// The keys whose neighbours in a sentence may be misread.
pub const RECEIVED: &str = "requests.received";
/// What was carried in from the year before.
pub const CARRIED_IN: &str = "requests.carried_in";
/// All cases of reconsideration.
pub const RECONSIDERATION: &str = "reconsideration.total";
/// All cases of litigation.
pub const LITIGATION: &str = "litigation.total";
/// Verbs of disclosure.
pub static DISCLOSING: &[&str] = &["公开", "发布", "公布"];

/// Nouns that turn the text to a topic. At one place the first row that fits counts.
#[rustfmt::skip]
pub static TOPICS: &[(&str, Topic)] = &[
    ("依申请公开政府信息", Topic::Requests), ("依申请公开信息", Topic::Requests), ("申请公开政府信息", Topic::Requests), ("申请公开信息", Topic::Requests), ("依申请公开", Topic::Requests),
    ("信访、举报、投诉类申请", Topic::Requests), ("信访举报投诉类申请", Topic::Requests), ("信息公开申请", Topic::Requests), ("公开信息申请", Topic::Requests),
    ("公开政府信息的申请", Topic::Requests), ("公开政府信息申请", Topic::Requests), ("公开信息的申请", Topic::Requests), ("申请公开", Topic::Requests), ("依申请", Topic::Requests), ("公开申请", Topic::Requests), ("政府信息申请", Topic::Requests),
    ("复议后", Topic::Litigation), ("未经复议", Topic::Litigation), ("不经复议", Topic::Litigation), ("行政复议", Topic::Reconsideration), ("复议", Topic::Reconsideration), ("行政诉讼", Topic::Litigation), ("诉讼", Topic::Litigation), ("应诉", Topic::Other),
    ("主动公开", Topic::Disclosed), ("公开信息", Topic::Disclosed), ("公开政府信息", Topic::Disclosed), ("公开各类", Topic::Disclosed), ("发布信息", Topic::Disclosed), ("发布政府信息", Topic::Disclosed), ("发布各类", Topic::Disclosed),
    ("收费", Topic::Fees), ("信息处理费", Topic::Fees), ("费用", Topic::Fees),
    ("建议", Topic::Other), ("提案", Topic::Other), ("信访", Topic::Other), ("热线", Topic::Other), ("留言", Topic::Other), ("咨询", Topic::Other), ("来信", Topic::Other), ("来电", Topic::Other), ("来访", Topic::Other), ("信箱", Topic::Other),
    ("举报", Topic::Other), ("投诉", Topic::Other), ("诉求", Topic::Other), ("工单", Topic::Other), ("问政", Topic::Other), ("许可", Topic::Other), ("处罚", Topic::Other), ("舆情", Topic::Other), ("审批", Topic::Other), ("调解", Topic::Other), ("仲裁", Topic::Other),
    ("办件", Topic::Other),
];

/// Words that join two things to one count.
pub static JOINING: &[&str] = &["、", "和", "及", "与", "或", "同", "/", "或者", "以及"];

/// Words before a whole count that narrow it down to something else.
#[rustfmt::skip]
pub static NARROWING: &[&str] = &[
    "其中", "其余", "含", "包括", "另", "除", "协助", "配合", "代办", "未", "不", "没", "尚", "逾期", "延期", "按时", "按期", "当场", "当面", "口头", "限期", "到期", "因", "涉及", "针对", "关于", "有关", "属于", "对于",
    "较", "比上", "比去", "同比", "环比", "相比", "增加", "减少", "增长", "下降", "上升", "回落",
    "维持", "纠正", "撤销", "撤回", "败诉", "胜诉", "结转", "驳回", "审结", "遗留", "直接", "复议后", "经复议", "补正", "重复", "审理", "化解", "代理", "委托", "指导", "调解", "作为复议机", "作为行政复议机",
    "平均", "每", "分别", "正在", "退还", "减免", "免收", "免除", "应收", "应缴", "欠缴",
];

/// Words before a count of items disclosed that make it another count.
#[rustfmt::skip]
pub static NOT_DISCLOSING: &[&str] = &["申请", "受理", "收到", "答复", "清理", "删除", "检查", "抽查", "整改", "转载", "采集", "报送", "拟", "要求", "应", "计划", "任务", "目标", "指标", "错误", "有误", "重新", "违规", "不当", "重点领域"];

/// By whom and by which way an application came: a count behind one of them is of a part.
#[rustfmt::skip]
pub static WAYS: &[&str] = &[
    "网络", "网上", "网站", "信函", "现场", "邮件", "邮箱", "传真", "邮寄", "邮政", "平台", "窗口", "系统", "线上", "线下", "电话", "微信", "微博", "公众号", "客户端", "栏目", "专栏", "信箱", "受理点", "大厅", "渠道", "信件", "书信", "在线", "来人", "数据电文", "书面形式", "电子形式", "其他形式", "其他方式",
    "自然人", "法人", "企业", "公民", "个人", "组织", "机构", "律师",
];

/// What a total of cases may directly follow, when the words of [`CAUSE`] are left out.
pub static PLAIN_END: &str = "(?:^|[年度内局委办厅镇乡会院县市区]|政府|机关|单位|街道|部门|中心|发生|收到|产生|出现|引发|引起|涉及|共|有|申请|提起|提出|被|了|:|我|新增|接到|受理|办理|件|情况)$";
/// Words that say that a case is about open information; they narrow nothing down.
pub static CAUSE: &str = "(?:因|由|就|对|关于|针对|涉及|涉)?(?:不服)?(?:本机关|我[局委办厅镇乡县市区]|依)?(?:政府|政务)?(?:信息)?(?:信息公开|依申请公开|申请公开|公开申请)(?:工作|申请|答复|行为|事项|领域|方面|类|案件)*(?:的|被|而|所|引起|引发|导致|产生|提起)*";
/// What a part may directly follow.
pub static PART_AFTER: &str = "(?:^|其中|其中:|:|、|和|及|并|等原因|等情形|等情况|等因素|答复|决定|年|年度|分别|属于|属|为|作出|作|予以|系|行政|复议|诉讼|案件|通过|在|依托|利用|通过我[局委办镇县市区]|含|包括|另|另有|加上|办理|完成|有)$";

/// Words before a part that make it something else.
#[rustfmt::skip]
pub static SPOILING: &[&str] = &["较", "同比", "环比", "相比", "增加", "减少", "增长", "下降", "上升", "平均", "月均", "季均", "周均", "日均", "人均", "户均", "移送", "移交", "接待", "查阅", "LED", "在《》", "每", "属于", "涉及", "除"];

/// Verbs of an authority that decides cases of others, and of receiving: with them only cases on information count.
pub static DECIDING: &[&str] =
    &["办理", "受理", "审理", "审结", "收到", "接到", "承办", "处理", "办结", "新收", "接收"];

/// Words that show that the text is about open government information.
pub static OF_INFORMATION: &[&str] = &["信息公开", "依申请公开", "公开申请", "申请公开"];

/// Channels of disclosure. A count behind several of them, or behind one of them and 等, is of all.
#[rustfmt::skip]
pub static CHANNELS: &[&str] = &["网站", "官网", "微信", "公众号", "微博", "公报", "报纸", "电视", "广播", "新媒体", "客户端", "公开栏", "宣传栏", "公示栏", "短视频", "抖音", "大厅", "平台", "发布会", "通过", "利用", "依托", "借助", "方式", "渠道", "途径", "专栏", "栏目", "APP", "app"];

/// Words of a count for more bodies than the agency itself.
#[rustfmt::skip]
pub static AGGREGATE: &[&str] = &[
    "全市", "全县", "全区", "全省", "全州", "全旗", "全镇", "全系统", "我市", "我县", "我区", "我省", "我州", "我旗", "各级", "各镇", "各乡", "各街道", "各部门", "各单位", "各区", "各县", "分局",
    "下属", "所属", "局属", "辖区", "二级单位", "事业单位", "系统", "工作部门", "直单位", "直部门", "直机关", "级部门", "级单位", "两级", "镇街",
    "部分乡", "部分镇", "部分街道", "部分部门", "部分单位", "部分科室", "部分处室", "个别乡", "个别镇", "个别街道", "个别部门", "个别单位", "个别科室", "个别处室",
    "多数乡", "多数镇", "多数街道", "多数部门", "多数单位", "多数科室", "多数处室", "少数乡", "少数镇", "少数街道", "少数部门", "少数单位", "少数科室", "少数处室",
];

/// Those of them by which no agency means itself: with one of these the counts of the following clauses are of others too.
pub static OTHERS: &[&str] = &[
    "全市",
    "全县",
    "全区",
    "全省",
    "全州",
    "全旗",
    "全系统",
    "各级",
    "各镇",
    "各乡",
    "各街道",
    "各部门",
    "各单位",
    "各区",
    "各县",
    "镇街",
    "两级",
];

/// Words of a count that may be of fewer applications than the table: those of the agency without its offices, those that
/// were found valid.
pub static NARROWED: &[&str] = &["本级", "有效政府", "有效信息", "有效依申请", "有效申请", "有效的"];

/// What an agency calls itself: with one of these a sentence is of its own counts again.
#[rustfmt::skip]
pub static OURSELVES: &[&str] = &["我局", "我委", "我办", "我厅", "我院", "我镇", "我乡", "我街道", "我单位", "我中心", "本局", "本委", "本办", "本厅", "本院", "本镇", "本乡", "本街道", "本单位", "本机关", "本级"];

/// Words of a short clause that compares or rates the counts before it, and says nothing of those behind it.
pub static RATING: &[&str] = &["同比", "环比", "比上", "较上", "比去", "较去", "持平", "率", "统计", "超期", "逾期"];

/// Words that leave a sentence one of the agency's own counts of the year.
#[rustfmt::skip]
pub static PLAIN: &[&str] = &[
    "截至", "截止", "全年", "本年度", "上年度", "下年度", "本年", "年度", "年内", "当年", "今年", "上年", "去年", "报告期内", "报告期", "期间", "底", "年", "月", "日", "共计", "累计", "总计", "合计", "总共", "一共", "总", "共",
    "政府信息", "政务信息", "政务公开", "信息公开", "依申请公开", "公开申请", "主动公开", "公开", "申请人", "申请", "工作", "方面", "情况", "机关", "依法", "依规", "按照", "规定", "办理", "办结", "答复", "受理", "收到", "处理", "作出", "予以",
    "行政复议", "行政诉讼", "复议", "诉讼", "案件", "件", "条", "通过", "其中", "包括", "分别", "均", "已", "全部", "中", "内", "在", "的", "了", "为", "与", "和", "及", "并", "对", "由", "因", "被", "有", "以来",
];

/// Words that show that a name in a list is no category.
#[rustfmt::skip]
pub static NO_CATEGORY: &[&str] = &["较", "比", "占", "率", "平均", "阅读", "访问", "点击", "浏览", "转载", "回复", "审核", "上报", "采用", "纠正", "删除", "整改", "更新", "申请", "复议", "诉讼", "留言", "增", "减", "收到", "受理", "办理", "征集", "建议", "意见", "答复", "接到", "回应", "采纳", "转办", "投诉", "咨询", "信访", "制定", "修订", "废止", "清理", "修改", "自查", "检查", "发现", "更正", "错误", "全年", "本年", "共计", "合计", "总计", "每", "上年", "去年", "未", "不予", "不宜", "不公开", "另"];

/// Verbs before the name of a category.
pub static CATEGORY_VERBS: &[&str] = &[
    "其中",
    "主动公开",
    "公开发布",
    "公开",
    "发布",
    "公布",
    "包括",
    "包含",
    "含",
    "涉及",
    "有",
    ":",
    "、",
    "和",
    "及",
    "并",
    "的",
];

/// Words that state that there were none, before the things that there were none of.
#[rustfmt::skip]
pub static NONE: &str = "(?:均未|并未|未曾|尚未|从未|未|没有|并无|均无|无)(?:收到|接到|受理|发生|产生|出现|存在|涉及|收取|有|被|因|过)*(?:任何|一起|一件|公民|法人|其他组织|或者|或|和|、|的|关于|有关|相关|针对|涉及|因|对|本机关|我局|政府信息公开工作|政府信息公开|信息公开工作|信息公开|工作|引发|引起|导致|而|被|向|申请人|群众|社会公众|类)*?";
/// What may stand behind the things that there were none of.
pub static NONE_END: &str = "(?:案件|申请|的)?(?:的)?(?:情况|情形|案件|事项|现象|行为|事件|发生)?";
/// Each thing that there can be none of is named with one of these.
pub static NONE_NAMES: &[&str] = &["申请", "复议", "诉讼", "费"];
/// The things that there can be none of: key and words.
pub static NONE_OF: &[(&str, &str)] = &[
    (RECEIVED, "{request}"),
    (RECONSIDERATION, "(?:被)?(?:申请|提起|提出)?(?:行政复议|复议)(?:案件|申请)?"),
    (LITIGATION, "(?:被)?(?:提起|提出)?(?:行政诉讼|诉讼)(?:案件)?"),
    ("fees.charged", "(?:(?:信息公开)?(?:信息)?处理费用?|检索费|复制费|收费|费用)"),
];
