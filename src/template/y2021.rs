//! The format of 2021: 国办公开办函〔2021〕30号, 2021-09-26, for the reports of 2021 and later.
//!
//! Against 2019: the columns of 第（一）项 count what was made, repealed and is in force; 第（五）（六）项 keep only the
//! decisions; 第（八）项 is an amount; 第（九）项 is gone; （六）其他处理 has three rows.

use super::spec::{
    Along, BlockSpec, Bound, ColumnSpec, Label, Relation, Role, RowKind, RowSpec, TableSpec, Template, label, spelt,
};
use super::y2019::{APPLICANTS, BALANCE_WORDS, REMEDIES, REQUESTS_HEAD, SECTIONS};

/// The edition.
#[rustfmt::skip]
pub static TEMPLATE: Template = Template {
    id: "2021",
    document: "国办公开办函〔2021〕30号",
    years: 2021..=2099,
    sections: SECTIONS,
    tables: &[&DISCLOSURE, &REQUESTS, &REMEDIES],
    hallmarks: &[
        "本年制发件数",
        "本年废止件数",
        "现行有效件数",
        "本年处理决定数量",
        "本年收费金额",
        "申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
        "申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
    ],
    bounds: &[
        // What was issued in the year is in force at its end, or was repealed.
        Bound { finding: "part-exceeds", left: &["disclosure.regulations.issued"], right: &["disclosure.regulations.repealed", "disclosure.regulations.in_force"], words: "规章：本年制发件数≤本年废止件数＋现行有效件数" },
        Bound { finding: "part-exceeds", left: &["disclosure.normative_documents.issued"], right: &["disclosure.normative_documents.repealed", "disclosure.normative_documents.in_force"], words: "行政规范性文件：本年制发件数≤本年废止件数＋现行有效件数" },
        // Unless it was issued and repealed in the same year.
        Bound { finding: "part-seldom-exceeds", left: &["disclosure.regulations.issued"], right: &["disclosure.regulations.in_force"], words: "规章：本年制发件数≤现行有效件数" },
        Bound { finding: "part-seldom-exceeds", left: &["disclosure.normative_documents.issued"], right: &["disclosure.normative_documents.in_force"], words: "行政规范性文件：本年制发件数≤现行有效件数" },
    ],
    // The form: 收取信息处理费情况在此处报告.
    spoken: &["overview", "problems", "other"],
};

const fn row(key: &'static str, label: Label) -> RowSpec {
    RowSpec { key, label, depth: 0, kind: RowKind::Figures, unit: "" }
}

const fn column(key: &'static str, label: Label, unit: &'static str) -> ColumnSpec {
    ColumnSpec { key, label, under: &[], unit }
}

/// Section 二: 条例 Article 20, items （一）（五）（六）（八）.
#[rustfmt::skip]
pub static DISCLOSURE: TableSpec = TableSpec {
    role: Role::Disclosure,
    section: "二",
    blocks: &[
        BlockSpec {
            caption: Some(label("第二十条第（一）项")),
            head: &[label("信息内容")],
            columns: &[
                column("issued",   spelt("本年制发件数", &["本年制发数", "本年度制发件数", "本年发件"]), "件"),
                column("repealed", spelt("本年废止件数", &["本年废止数", "本年度废止件数"]), "件"),
                column("in_force", spelt("现行有效件数", &["现行有效数"]), "件"),
            ],
            rows: &[
                row("regulations",         spelt("规章", &["政府规章"])),
                row("normative_documents", spelt("行政规范性文件", &["规范性文件"])),
            ],
            relations: &[],
        },
        BlockSpec {
            caption: Some(label("第二十条第（五）项")),
            head: &[label("信息内容")],
            columns: &[column("decisions", spelt("本年处理决定数量", &["处理决定数量", "本年度处理决定数量", "本年处理绝对数量"]), "件")],
            rows: &[row("licences", spelt("行政许可", &["行政许可事项"]))],
            relations: &[],
        },
        BlockSpec {
            caption: Some(label("第二十条第（六）项")),
            head: &[label("信息内容")],
            columns: &[column("decisions", spelt("本年处理决定数量", &["处理决定数量", "本年度处理决定数量", "本年处理绝对数量"]), "件")],
            rows: &[
                row("penalties",         label("行政处罚")),
                row("coercive_measures", spelt("行政强制", &["行政强制措施"])),
            ],
            relations: &[],
        },
        BlockSpec {
            caption: Some(label("第二十条第（八）项")),
            head: &[label("信息内容")],
            columns: &[column("amount", spelt("本年收费金额（单位：万元）", &["本年度收费金额（单位：万元）"]), "万元")],
            rows: &[row("fees", label("行政事业性收费"))],
            relations: &[],
        },
    ],
};

const fn result(key: &'static str, label: Label, depth: u8) -> RowSpec {
    RowSpec { key, label, depth, kind: RowKind::Figures, unit: "" }
}

const fn group(key: &'static str, label: Label, depth: u8) -> RowSpec {
    RowSpec { key, label, depth, kind: RowKind::Group, unit: "" }
}

/// Section 三: 25 rows of figures by 7 applicants.
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
            // Some offices kept the single row of 2019; its figures then are those of the group.
            RowSpec { key: "outcome.other.total", label: spelt("（六）其他处理", &["（六）其他"]), depth: 1, kind: RowKind::GroupOrFigures, unit: "" },
            result("outcome.other.overdue_correction",   spelt("1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", &["1.逾期不补正"]), 2),
            result("outcome.other.overdue_payment",      spelt("2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", &["2.逾期不缴费"]), 2),
            result("outcome.other.other",                label("3.其他"), 2),
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
