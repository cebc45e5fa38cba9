//! The statistics form of 2014: 国办发〔2014〕32号, 政府信息公开情况统计表, printed as the annex of the reports for 2014 to 2018.
//!
//! One long list of label, unit and value. Labels repeat at different depths, so a row is known by its path. Group rows carry `——`.
//! No relation is printed on the form; those below follow from its labels (`其中` rows are subsets, not addends).

use super::spec::{
    Along, BlockSpec, Bound, ColumnSpec, Label, Relation, Role, RowKind, RowSpec, TableSpec, Template, label, spelt,
};

/// The edition. The reports of these years have no prescribed outline.
#[rustfmt::skip]
pub static TEMPLATE: Template = Template {
    id: "2014",
    document: "国办发〔2014〕32号",
    years: 2014..=2018,
    sections: &[],
    tables: &[&STATISTICS],
    hallmarks: &[
        "统计指标",
        "主动公开政府信息数",
        "制发规范性文件总数",
        "政务微博公开政府信息数",
        "收到申请数",
        "申请办结数",
        "申请答复数",
        "举报投诉数量",
        "从事政府信息公开工作人员数",
        "接受培训人员数",
    ],
    bounds: &[
        Bound { finding: "part-exceeds", left: &["statistics.response.press_conferences.by_leaders"], right: &["statistics.response.press_conferences.total"], words: "其中：主要负责同志参加新闻发布会次数≤参加或举办新闻发布会总次数" },
        Bound { finding: "part-exceeds", left: &["statistics.response.online_interviews.by_leaders"], right: &["statistics.response.online_interviews.total"], words: "其中：主要负责同志参加政府网站在线访谈次数≤政府网站在线访谈次数" },
        Bound { finding: "part-exceeds", left: &["statistics.disclosed.normative_documents"], right: &["statistics.disclosed.items"], words: "其中：主动公开规范性文件数≤主动公开政府信息数" },
        // Documents of earlier years may be disclosed in this one.
        Bound { finding: "part-seldom-exceeds", left: &["statistics.disclosed.normative_documents"], right: &["statistics.disclosed.normative_documents_issued"], words: "主动公开规范性文件数≤制发规范性文件总数" },
        // The label: the same item through several channels counts once.
        Bound { finding: "part-seldom-exceeds", left: &["statistics.disclosed.items"], right: &["statistics.disclosed.channels.gazette", "statistics.disclosed.channels.website", "statistics.disclosed.channels.weibo", "statistics.disclosed.channels.wechat", "statistics.disclosed.channels.other"], words: "主动公开政府信息数≤各渠道公开政府信息数之和" },
    ],
    spoken: &[],
};

const fn figure(key: &'static str, label: Label, depth: u8, unit: &'static str) -> RowSpec {
    RowSpec { key, label, depth, kind: RowKind::Figures, unit }
}

const fn group(label: Label, depth: u8) -> RowSpec {
    RowSpec { key: "", label, depth, kind: RowKind::Group, unit: "" }
}

/// The form.
#[rustfmt::skip]
pub static STATISTICS: TableSpec = TableSpec {
    role: Role::Statistics,
    section: "附表",
    blocks: &[BlockSpec {
        caption: None,
        head: &[label("统计指标"), label("单位"), label("指标名称"), label("计量单位")],
        columns: &[ColumnSpec { key: "", label: spelt("统计数", &["统计数据", "统计数量", "统计数字", "数量", "数值", "数据"]), under: &[], unit: "" }],
        rows: &[
            group(label("一、主动公开情况"), 0),
            figure("disclosed.items",                                         label("（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）"), 1, "条"),
            figure("disclosed.normative_documents",                           label("其中：主动公开规范性文件数"), 2, "条"),
            figure("disclosed.normative_documents_issued",                    label("制发规范性文件总数"), 3, "件"),
            group(label("（二）通过不同渠道和方式公开政府信息的情况"), 1),
            figure("disclosed.channels.gazette",                              label("1.政府公报公开政府信息数"), 2, "条"),
            figure("disclosed.channels.website",                              label("2.政府网站公开政府信息数"), 2, "条"),
            figure("disclosed.channels.weibo",                                label("3.政务微博公开政府信息数"), 2, "条"),
            figure("disclosed.channels.wechat",                               label("4.政务微信公开政府信息数"), 2, "条"),
            figure("disclosed.channels.other",                                label("5.其他方式公开政府信息数"), 2, "条"),
            group(label("二、回应解读情况"), 0),
            figure("response.topics",                                         label("（一）回应公众关注热点或重大舆情数（不同方式回应同一热点或舆情计1次）"), 1, "次"),
            group(label("（二）通过不同渠道和方式回应解读的情况"), 1),
            figure("response.press_conferences.total",                        label("1.参加或举办新闻发布会总次数"), 2, "次"),
            figure("response.press_conferences.by_leaders",                   label("其中：主要负责同志参加新闻发布会次数"), 3, "次"),
            figure("response.online_interviews.total",                        label("2.政府网站在线访谈次数"), 2, "次"),
            figure("response.online_interviews.by_leaders",                   label("其中：主要负责同志参加政府网站在线访谈次数"), 3, "次"),
            figure("response.policy_explanations",                            label("3.政策解读稿件发布数"), 2, "篇"),
            figure("response.social_media",                                   label("4.微博微信回应事件数"), 2, "次"),
            figure("response.other",                                          label("5.其他方式回应事件数"), 2, "次"),
            group(label("三、依申请公开情况"), 0),
            figure("applications.received.total",                             label("（一）收到申请数"), 1, "件"),
            figure("applications.received.in_person",                         label("1.当面申请数"), 2, "件"),
            figure("applications.received.fax",                               label("2.传真申请数"), 2, "件"),
            figure("applications.received.online",                            label("3.网络申请数"), 2, "件"),
            figure("applications.received.letter",                            label("4.信函申请数"), 2, "件"),
            figure("applications.closed.total",                               label("（二）申请办结数"), 1, "件"),
            figure("applications.closed.on_time",                             label("1.按时办结数"), 2, "件"),
            figure("applications.closed.extended",                            label("2.延期办结数"), 2, "件"),
            figure("applications.answered.total",                             label("（三）申请答复数"), 1, "件"),
            figure("applications.answered.already_public",                    label("1.属于已主动公开范围数"), 2, "件"),
            figure("applications.answered.granted",                           label("2.同意公开答复数"), 2, "件"),
            figure("applications.answered.partial",                           label("3.同意部分公开答复数"), 2, "件"),
            figure("applications.answered.refused.total",                     label("4.不同意公开答复数"), 2, "件"),
            figure("applications.answered.refused.state_secret",              label("其中：1.涉及国家秘密"), 3, "件"),
            figure("applications.answered.refused.trade_secret",              label("2.涉及商业秘密"), 3, "件"),
            figure("applications.answered.refused.privacy",                   label("3.涉及个人隐私"), 3, "件"),
            figure("applications.answered.refused.safety_stability",          label("4.危及国家安全、公共安全、经济安全和社会稳定"), 3, "件"),
            figure("applications.answered.refused.not_government_information", label("5.不是《条例》所指政府信息"), 3, "件"),
            figure("applications.answered.refused.other_law",                 label("6.法律法规规定的其他情形"), 3, "件"),
            figure("applications.answered.not_this_agency",                   label("5.不属于本行政机关公开数"), 2, "件"),
            figure("applications.answered.not_existing",                      label("6.申请信息不存在数"), 2, "件"),
            figure("applications.answered.needs_clarification",               label("7.告知作出更改补充数"), 2, "件"),
            figure("applications.answered.other_channels",                    label("8.告知通过其他途径办理数"), 2, "件"),
            figure("reconsideration.total",                                   label("四、行政复议数量"), 0, "件"),
            figure("reconsideration.upheld",                                  label("（一）维持具体行政行为数"), 1, "件"),
            figure("reconsideration.corrected",                               label("（二）被依法纠错数"), 1, "件"),
            figure("reconsideration.other",                                   label("（三）其他情形数"), 1, "件"),
            figure("litigation.total",                                        label("五、行政诉讼数量"), 0, "件"),
            figure("litigation.upheld",                                       label("（一）维持具体行政行为或者驳回原告诉讼请求数"), 1, "件"),
            figure("litigation.corrected",                                    label("（二）被依法纠错数"), 1, "件"),
            figure("litigation.other",                                        label("（三）其他情形数"), 1, "件"),
            figure("complaints",                                              label("六、举报投诉数量"), 0, "件"),
            figure("fees.amount",                                             label("七、依申请公开信息收取的费用"), 0, "万元"),
            group(label("八、机构建设和保障经费情况"), 0),
            figure("capacity.offices",                                        label("（一）政府信息公开工作专门机构数"), 1, "个"),
            figure("capacity.reading_points",                                 label("（二）设置政府信息公开查阅点数"), 1, "个"),
            figure("capacity.staff.total",                                    label("（三）从事政府信息公开工作人员数"), 1, "人"),
            figure("capacity.staff.full_time",                                label("1.专职人员数（不包括政府公报及政府网站工作人员数）"), 2, "人"),
            figure("capacity.staff.part_time",                                label("2.兼职人员数"), 2, "人"),
            figure("capacity.budget",                                         label("（四）政府信息公开专项经费（不包括用于政府公报编辑管理及政府网站建设维护等方面的经费）"), 1, "万元"),
            group(label("九、政府信息公开会议和培训情况"), 0),
            figure("training.meetings",                                       label("（一）召开政府信息公开工作会议或专题会议数"), 1, "次"),
            figure("training.courses",                                        label("（二）举办各类培训班数"), 1, "次"),
            figure("training.participants",                                   label("（三）接受培训人员数"), 1, "人次"),
        ],
        relations: &[
            Relation { finding: "form-total", along: Along::Column, left: &["applications.received.in_person", "applications.received.fax", "applications.received.online", "applications.received.letter"],
                right: &["applications.received.total"], words: "当面＋传真＋网络＋信函申请数＝收到申请数" },
            Relation { finding: "form-total", along: Along::Column, left: &["applications.closed.on_time", "applications.closed.extended"],
                right: &["applications.closed.total"], words: "按时办结数＋延期办结数＝申请办结数" },
            Relation { finding: "form-total", along: Along::Column, left: &["applications.answered.already_public", "applications.answered.granted", "applications.answered.partial", "applications.answered.refused.total", "applications.answered.not_this_agency", "applications.answered.not_existing", "applications.answered.needs_clarification", "applications.answered.other_channels"],
                right: &["applications.answered.total"], words: "申请答复数的1至8项之和＝申请答复数" },
            Relation { finding: "form-total", along: Along::Column, left: &["applications.answered.refused.state_secret", "applications.answered.refused.trade_secret", "applications.answered.refused.privacy", "applications.answered.refused.safety_stability", "applications.answered.refused.not_government_information", "applications.answered.refused.other_law"],
                right: &["applications.answered.refused.total"], words: "不同意公开答复数的6项之和＝不同意公开答复数" },
            Relation { finding: "form-total", along: Along::Column, left: &["reconsideration.upheld", "reconsideration.corrected", "reconsideration.other"],
                right: &["reconsideration.total"], words: "四、行政复议数量＝（一）＋（二）＋（三）" },
            Relation { finding: "form-total", along: Along::Column, left: &["litigation.upheld", "litigation.corrected", "litigation.other"],
                right: &["litigation.total"], words: "五、行政诉讼数量＝（一）＋（二）＋（三）" },
            Relation { finding: "form-total", along: Along::Column, left: &["capacity.staff.full_time", "capacity.staff.part_time"],
                right: &["capacity.staff.total"], words: "专职人员数＋兼职人员数＝从事政府信息公开工作人员数" },
        ],
    }],
};
