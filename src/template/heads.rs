//! Words over the columns of a statistics form that has more columns than 国办发〔2014〕32号 prescribes: numbers of rows,
//! remarks, and several columns of values (`区政府统计数 | 区直单位统计数 | 乡镇街道统计数`).

/// The words, as they are compared: without blanks and brackets.
#[derive(Debug)]
pub struct ValueHeads {
    /// Over the labels.
    pub labels: &'static [&'static str],
    /// Over the units.
    pub units: &'static [&'static str],
    /// Over numbers that count rows.
    pub numbers: &'static [&'static str],
    /// Over remarks.
    pub remarks: &'static [&'static str],
    /// What is left of a head over values is whom or when they count.
    pub counts: &'static [&'static str],
    /// The year of the report.
    pub current: &'static [&'static str],
    /// The time of the report, or a part of it.
    pub term: &'static [&'static str],
    /// A part of the year.
    pub period: &'static [&'static str],
    /// By how much the others differ.
    pub differences: &'static [&'static str],
    /// The year so far beside a part of it, or all years beside one.
    pub cumulative: &'static [&'static str],
    /// Another year.
    pub past: &'static [&'static str],
    /// All columns beside it together.
    pub whole: &'static [&'static str],
    /// The words over the values of an office that is no government.
    pub offices: &'static [&'static str],
    /// What the names of governments end with; the character before tells the level.
    pub governments: &'static [&'static str],
    /// The characters that tell a level.
    pub levels: &'static [char],
}

/// The words.
pub static VALUE_HEADS: ValueHeads = ValueHeads {
    labels: &["统计指标", "指标名称", "指标", "统计项目", "项目", "统计内容", "内容", "名称"],
    units: &["单位", "计量单位", "计算单位"],
    numbers: &["序号", "代码", "行次", "编号", "编码", "指标代码", "行号"],
    remarks: &["备注", "说明", "备考"],
    counts: &["统计数据", "统计数", "数量", "数值", "数据", "统计", "数"],
    current: &["本年", "本年度", "当年", "全年", "年度", "本年实际", "本年累计", "年度累计"],
    term: &["本期", "本期实际"],
    period: &[
        "本季",
        "本季度",
        "本月",
        "一季度",
        "二季度",
        "三季度",
        "四季度",
        "第一季度",
        "第二季度",
        "第三季度",
        "第四季度",
        "1季度",
        "2季度",
        "3季度",
        "4季度",
        "上半年",
        "下半年",
    ],
    differences: &[
        "增减",
        "增减情况",
        "增减率",
        "增减%",
        "增减量",
        "增减变化",
        "同比",
        "同比增减",
        "同比增长",
        "增长率",
        "增幅",
        "变化",
    ],
    cumulative: &["累计"],
    past: &["上年", "上年度", "去年", "上期", "同期", "上年同期", "去年同期", "历年累计"],
    whole: &["合计", "总计", "总数"],
    offices: &["部门", "本部门", "本单位", "单位"],
    governments: &["人民政府", "政府"],
    levels: &['省', '市', '州', '县', '区', '旗', '镇', '乡'],
};
