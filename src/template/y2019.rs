//! The format of 2019: 国办公开办函〔2019〕60号（格式（试行）), for the reports of 2019 and 2020.
//!
//! The legal basis is 条例（国务院令第711号）, Articles 20, 49 and 50. The applicants of the requests table, the remedies
//! table and the six sections are unchanged in 2021.

use super::spec::{
    Along, BlockSpec, Bound, ColumnSpec, Label, Relation, Role, RowKind, RowSpec, SectionSpec, TableSpec, Template,
    label, spelt,
};

/// The edition.
#[rustfmt::skip]
pub static TEMPLATE: Template = Template {
    id: "2019",
    document: "国办公开办函〔2019〕60号",
    years: 2019..=2020,
    sections: SECTIONS,
    tables: &[&DISCLOSURE, &REQUESTS, &REMEDIES],
    hallmarks: &[
        "本年新制作数量",
        "本年新公开数量",
        "对外公开总数量",
        "上一年项目数量",
        "本年增/减",
        "其他对外管理服务事项",
        "第二十条第（九）项",
        "采购项目数量",
        "采购总金额",
        "政府集中采购",
    ],
    bounds: &[
        Bound { finding: "part-exceeds", left: &["disclosure.regulations.newly_disclosed"], right: &["disclosure.regulations.total_disclosed"], words: "规章：本年新公开数量≤对外公开总数量" },
        Bound { finding: "part-exceeds", left: &["disclosure.normative_documents.newly_disclosed"], right: &["disclosure.normative_documents.total_disclosed"], words: "规范性文件：本年新公开数量≤对外公开总数量" },
    ],
    spoken: &["overview", "problems"],
};

/// The six sections of the report (条例 Article 50).
#[rustfmt::skip]
pub static SECTIONS: &[SectionSpec] = &[
    SectionSpec { key: "overview",   number: "一", title: "总体情况",
        also: &["总体概述", "概述", "基本情况"],
        tells: &[&["总体情况"], &["总体概述"], &["概述"], &["基本情况"], &["工作总体"], &["总体工作"], &["基本工作情况"], &["工作开展情况"], &["主要工作情况"], &["概况"]] },
    SectionSpec { key: "remedies",   number: "四", title: "政府信息公开行政复议、行政诉讼情况",
        also: &["因政府信息公开工作被申请行政复议、提起行政诉讼情况", "因政府信息公开工作被申请行政复议和提起行政诉讼情况",
            "政府信息公开行政复议和行政诉讼情况", "政府信息公开行政复议及行政诉讼情况", "行政复议和行政诉讼情况", "行政复议、行政诉讼情况"],
        tells: &[&["行政复议"], &["行政诉讼"], &["复议", "诉讼"]] },
    SectionSpec { key: "requests",   number: "三", title: "收到和处理政府信息公开申请情况",
        also: &["行政机关收到和处理政府信息公开申请情况", "收到和处理政府信息公开申请的情况", "依申请公开政府信息情况"],
        tells: &[&["收到", "处理", "申请"], &["依申请公开"], &["公开申请情况"], &["公开申请", "办理"], &["申请公开", "情况"]] },
    SectionSpec { key: "disclosure", number: "二", title: "主动公开政府信息情况",
        also: &["行政机关主动公开政府信息情况", "行政机关主动公开政府信息的情况", "主动公开政府信息的情况", "主动公开信息情况"],
        tells: &[&["主动公开"]] },
    SectionSpec { key: "problems",   number: "五", title: "存在的主要问题及改进情况",
        also: &["政府信息公开工作存在的主要问题及改进情况", "存在的主要问题及改进措施", "存在的主要问题和改进措施", "存在的主要问题和改进情况",
            "存在的主要问题及整改措施", "存在问题及改进情况", "存在的问题及改进情况", "存在问题及改进措施", "存在的问题及改进措施"],
        tells: &[&["问题", "改进"], &["问题", "整改"], &["存在", "问题"], &["主要问题"], &["存在", "不足"], &["不足", "改进"], &["困难", "改进"], &["问题", "不足"], &["薄弱环节"], &["短板"]] },
    SectionSpec { key: "other",      number: "六", title: "其他需要报告的事项",
        also: &["其他需要报告事项", "其他需要报告的事项情况"],
        tells: &[&["其他需要报告"], &["其他需报告"], &["其他", "需要", "事项"], &["需要报告的", "事项"], &["其他", "报告事项"], &["其他事项"], &["其他有关事项"], &["其他需要说明"], &["说明的其他事项"]] },
];

const fn row(key: &'static str, label: Label) -> RowSpec {
    RowSpec { key, label, depth: 0, kind: RowKind::Figures, unit: "" }
}

const fn column(key: &'static str, label: Label, unit: &'static str) -> ColumnSpec {
    ColumnSpec { key, label, under: &[], unit }
}

/// Section 二: 条例 Article 20, items （一）（五）（六）（八）（九）. No unit is printed for 采购总金额.
#[rustfmt::skip]
pub static DISCLOSURE: TableSpec = TableSpec {
    role: Role::Disclosure,
    section: "二",
    blocks: &[
        BlockSpec {
            caption: Some(label("第二十条第（一）项")),
            head: &[label("信息内容")],
            columns: &[
                column("made",            label("本年新制作数量"), "件"),
                column("newly_disclosed", label("本年新公开数量"), "件"),
                column("total_disclosed", label("对外公开总数量"), "件"),
            ],
            rows: &[
                row("regulations",         spelt("规章", &["政府规章"])),
                row("normative_documents", spelt("规范性文件", &["行政规范性文件"])),
            ],
            relations: &[],
        },
        BlockSpec {
            caption: Some(label("第二十条第（五）项")),
            head: &[label("信息内容")],
            columns: ITEMS_AND_DECISIONS,
            rows: &[
                row("licences",       label("行政许可")),
                row("other_services", label("其他对外管理服务事项")),
            ],
            relations: &[],
        },
        BlockSpec {
            caption: Some(label("第二十条第（六）项")),
            head: &[label("信息内容")],
            columns: ITEMS_AND_DECISIONS,
            rows: &[
                row("penalties",         label("行政处罚")),
                row("coercive_measures", spelt("行政强制", &["行政强制措施"])),
            ],
            relations: &[],
        },
        BlockSpec {
            caption: Some(label("第二十条第（八）项")),
            head: &[label("信息内容")],
            columns: &[
                column("prior_items", label("上一年项目数量"), "项"),
                column("change",      spelt("本年增/减", &["本年增/", "本年增加/减少"]), "项"),
            ],
            rows: &[row("fees", label("行政事业性收费"))],
            relations: &[],
        },
        BlockSpec {
            caption: Some(label("第二十条第（九）项")),
            head: &[label("信息内容")],
            columns: &[
                column("projects", label("采购项目数量"), "个"),
                column("amount",   label("采购总金额"), ""),
            ],
            rows: &[row("procurement", label("政府集中采购"))],
            relations: &[],
        },
    ],
};

static ITEMS_AND_DECISIONS: &[ColumnSpec] = &[
    column("prior_items", label("上一年项目数量"), "项"),
    column("change", spelt("本年增/减", &["本年增/", "本年增加/减少"]), "项"),
    column("decisions", label("处理决定数量"), "件"),
];

/// The words of the corner cell of the requests table: the only relation that the form itself prints.
pub const BALANCE_WORDS: &str = "本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和";

/// The head of the requests table that names no column.
pub static REQUESTS_HEAD: &[Label] = &[
    label("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"),
    label("申请人情况"),
    label("法人或其他组织"),
];

const LEGAL_PERSONS: &[Label] = &[label("申请人情况"), label("法人或其他组织")];

/// The seven columns of the requests table.
#[rustfmt::skip]
pub static APPLICANTS: &[ColumnSpec] = &[
    ColumnSpec { key: "natural_person",       label: label("自然人"), under: &[label("申请人情况")], unit: "件" },
    ColumnSpec { key: "enterprise",           label: label("商业企业"), under: LEGAL_PERSONS, unit: "件" },
    ColumnSpec { key: "research_institution", label: spelt("科研机构", &["科研企业"]), under: LEGAL_PERSONS, unit: "件" },
    ColumnSpec { key: "social_organisation",  label: label("社会公益组织"), under: LEGAL_PERSONS, unit: "件" },
    ColumnSpec { key: "legal_service",        label: label("法律服务机构"), under: LEGAL_PERSONS, unit: "件" },
    ColumnSpec { key: "other",                label: label("其他"), under: LEGAL_PERSONS, unit: "件" },
    ColumnSpec { key: "total",                label: spelt("总计", &["合计"]), under: &[label("申请人情况")], unit: "件" },
];

const fn result(key: &'static str, label: Label, depth: u8) -> RowSpec {
    RowSpec { key, label, depth, kind: RowKind::Figures, unit: "" }
}

const fn group(key: &'static str, label: Label, depth: u8) -> RowSpec {
    RowSpec { key, label, depth, kind: RowKind::Group, unit: "" }
}

/// Section 三: 23 rows of figures by 7 applicants.
#[rustfmt::skip]
pub static REQUESTS: TableSpec = TableSpec {
    role: Role::Requests,
    section: "三",
    blocks: &[BlockSpec {
        caption: None,
        head: REQUESTS_HEAD,
        columns: APPLICANTS,
        rows: &[
            result("new",                                label("一、本年新收政府信息公开申请数量"), 0),
            result("carried_in",                         label("二、上年结转政府信息公开申请数量"), 0),
            group( "outcome",                            spelt("三、本年度办理结果", &["三、本年办理结果"]), 0),
            result("outcome.granted",                    label("（一）予以公开"), 1),
            result("outcome.partial",                    label("（二）部分公开（区分处理的，只计这一情形，不计其他情形）"), 1),
            group( "outcome.denied",                     label("（三）不予公开"), 1),
            result("outcome.denied.state_secret",        label("1.属于国家秘密"), 2),
            result("outcome.denied.law_prohibits",       label("2.其他法律行政法规禁止公开"), 2),
            result("outcome.denied.safety_stability",    spelt("3.危及“三安全一稳定”", &["3.危及国家安全、公共安全、经济安全和社会稳定", "3.危及国家安全、公共安全、经济安全、社会稳定"]), 2),
            result("outcome.denied.third_party_rights",  label("4.保护第三方合法权益"), 2),
            result("outcome.denied.internal_affairs",    spelt("5.属于三类内部事务信息", &["5.属于内部事务信息"]), 2),
            result("outcome.denied.process_information", spelt("6.属于四类过程性信息", &["6.属于过程性信息"]), 2),
            result("outcome.denied.enforcement_files",   label("7.属于行政执法案卷"), 2),
            result("outcome.denied.administrative_inquiry", label("8.属于行政查询事项"), 2),
            group( "outcome.unable",                     label("（四）无法提供"), 1),
            result("outcome.unable.not_held",            label("1.本机关不掌握相关政府信息"), 2),
            result("outcome.unable.needs_creation",      label("2.没有现成信息需要另行制作"), 2),
            result("outcome.unable.unclear_after_correction", label("3.补正后申请内容仍不明确"), 2),
            group( "outcome.not_processed",              label("（五）不予处理"), 1),
            result("outcome.not_processed.petition",     label("1.信访举报投诉类申请"), 2),
            result("outcome.not_processed.duplicate",    label("2.重复申请"), 2),
            result("outcome.not_processed.publication",  label("3.要求提供公开出版物"), 2),
            result("outcome.not_processed.excessive",    label("4.无正当理由大量反复申请"), 2),
            result("outcome.not_processed.reissue",      label("5.要求行政机关确认或重新出具已获取信息"), 2),
            result("outcome.other.total",                spelt("（六）其他处理", &["（六）其他"]), 1),
            result("outcome.total",                      spelt("（七）总计", &["（七）合计", "七、总计", "总计（七）"]), 1),
            result("carried_out",                        spelt("四、结转下年度继续办理", &["四、结转下一年度继续办理", "四、结转下一年继续办理"]), 0),
        ],
        relations: &[
            Relation { finding: "row-total", along: Along::Row,
                left: &["natural_person", "enterprise", "research_institution", "social_organisation", "legal_service", "other"],
                right: &["total"], words: "自然人＋商业企业＋科研机构＋社会公益组织＋法律服务机构＋其他＝总计" },
            Relation { finding: "outcome-total", along: Along::Column,
                left: &["outcome.granted", "outcome.partial", "outcome.denied.*", "outcome.unable.*", "outcome.not_processed.*", "outcome.other.*"],
                right: &["outcome.total"], words: "（一）至（六）各项之和＝（七）总计" },
            Relation { finding: "balance", along: Along::Column, left: &["new", "carried_in"],
                right: &["outcome.total", "carried_out"], words: BALANCE_WORDS },
        ],
    }],
};

const RECONSIDERATION: &[Label] = &[label("行政复议")];
const DIRECT: &[Label] = &[label("行政诉讼"), label("未经复议直接起诉")];
const AFTER: &[Label] = &[label("行政诉讼"), label("复议后起诉")];
const UPHELD: Label = spelt("结果维持", &["维持"]);
const CORRECTED: Label = spelt("结果纠正", &["纠正"]);
const OTHER: Label = label("其他结果");
const PENDING: Label = spelt("尚未审结", &["未审结", "尚未办结"]);
const TOTAL: Label = spelt("总计", &["合计", "小计"]);

/// Section 四: one row of 15 figures without a label.
#[rustfmt::skip]
pub static REMEDIES: TableSpec = TableSpec {
    role: Role::Remedies,
    section: "四",
    blocks: &[BlockSpec {
        caption: None,
        head: &[label("行政复议"), label("行政诉讼"), label("未经复议直接起诉"), label("复议后起诉")],
        columns: &[
            ColumnSpec { key: "reconsideration.upheld",    label: UPHELD,    under: RECONSIDERATION, unit: "件" },
            ColumnSpec { key: "reconsideration.corrected", label: CORRECTED, under: RECONSIDERATION, unit: "件" },
            ColumnSpec { key: "reconsideration.other",     label: OTHER,     under: RECONSIDERATION, unit: "件" },
            ColumnSpec { key: "reconsideration.pending",   label: PENDING,   under: RECONSIDERATION, unit: "件" },
            ColumnSpec { key: "reconsideration.total",     label: TOTAL,     under: RECONSIDERATION, unit: "件" },
            ColumnSpec { key: "litigation_direct.upheld",    label: UPHELD,    under: DIRECT, unit: "件" },
            ColumnSpec { key: "litigation_direct.corrected", label: CORRECTED, under: DIRECT, unit: "件" },
            ColumnSpec { key: "litigation_direct.other",     label: OTHER,     under: DIRECT, unit: "件" },
            ColumnSpec { key: "litigation_direct.pending",   label: PENDING,   under: DIRECT, unit: "件" },
            ColumnSpec { key: "litigation_direct.total",     label: TOTAL,     under: DIRECT, unit: "件" },
            ColumnSpec { key: "litigation_after_reconsideration.upheld",    label: UPHELD,    under: AFTER, unit: "件" },
            ColumnSpec { key: "litigation_after_reconsideration.corrected", label: CORRECTED, under: AFTER, unit: "件" },
            ColumnSpec { key: "litigation_after_reconsideration.other",     label: OTHER,     under: AFTER, unit: "件" },
            ColumnSpec { key: "litigation_after_reconsideration.pending",   label: PENDING,   under: AFTER, unit: "件" },
            ColumnSpec { key: "litigation_after_reconsideration.total",     label: TOTAL,     under: AFTER, unit: "件" },
        ],
        rows: &[row("", label(""))],
        relations: &[
            Relation { finding: "remedies-total", along: Along::Row,
                left: &["reconsideration.upheld", "reconsideration.corrected", "reconsideration.other", "reconsideration.pending"],
                right: &["reconsideration.total"], words: "行政复议：结果维持＋结果纠正＋其他结果＋尚未审结＝总计" },
            Relation { finding: "remedies-total", along: Along::Row,
                left: &["litigation_direct.upheld", "litigation_direct.corrected", "litigation_direct.other", "litigation_direct.pending"],
                right: &["litigation_direct.total"], words: "未经复议直接起诉：结果维持＋结果纠正＋其他结果＋尚未审结＝总计" },
            Relation { finding: "remedies-total", along: Along::Row,
                left: &["litigation_after_reconsideration.upheld", "litigation_after_reconsideration.corrected", "litigation_after_reconsideration.other", "litigation_after_reconsideration.pending"],
                right: &["litigation_after_reconsideration.total"], words: "复议后起诉：结果维持＋结果纠正＋其他结果＋尚未审结＝总计" },
        ],
    }],
};
