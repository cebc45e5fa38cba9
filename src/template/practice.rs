//! Words of practice on which checks rest: what names of agencies tell, what a draft leaves behind.

/// The words.
#[derive(Debug)]
pub struct Practice {
    /// What the names of towns and streets end with.
    pub towns: &'static [&'static str],
    /// Characters before 县 that show that no county is named (市县两级, 各县区).
    pub before_no_county: &'static [char],
    /// Characters behind 县 that show the same (县级, 县域).
    pub after_no_county: &'static [char],
    /// The national agencies whose name that of a local one may begin with or not.
    pub national: &'static [&'static str],
    /// What a name may add or leave out and stay the same, beside the kinds of agencies: replaced, in order.
    pub same_names: &'static [(&'static str, &'static str)],
    /// What places end with that stand in a name before the agency's own words.
    pub places: &'static [char],
    /// Words that hold such an ending and name no place of their own.
    pub generic_places: &'static [&'static str],
    /// Instructions of the form and of drafts that a report should not hold.
    pub form_text: &'static [&'static str],
    /// The last parts of the paths that state regulations which the agency itself made or holds.
    pub regulation_columns: &'static [&'static str],
    /// What a section says that says nothing.
    pub nothing: &'static [&'static str],
    /// Words in a sentence that compare years, so that another year is no slip.
    pub comparing: &'static [&'static str],
    /// The last parts of the paths of figures that may be negative.
    pub signed: &'static [&'static str],
    /// The units of money, which may have decimals.
    pub money: &'static [&'static str],
}

/// The words.
#[rustfmt::skip]
pub static PRACTICE: Practice = Practice {
    towns: &["镇", "乡", "街道", "街道办事处", "街道办", "镇人民政府", "乡人民政府", "镇政府", "乡政府", "苏木", "苏木人民政府"],
    before_no_county: &['市', '省', '州', '区', '各', '全', '跨', '级', '盟'],
    after_no_county: &['级', '域', '区', '乡', '市', '城'],
    national: &["国家税务总局"],
    same_names: &[
        ("人民政府", "政府"), ("政府信息公开", ""), ("镇政府", "镇"), ("乡政府", "乡"), ("街道办", "街道"), ("卫生和健康", "卫生健康"), ("卫生健康", "卫健"),
        ("发展和改革", "发改"), ("发展改革", "发改"), ("林业和草原", "林草"), ("住房和城乡建设", "住建"), ("人力资源和社会保障", "人社"), ("自然资源和规划", "自规"), ("工业和信息化", "工信"), ("交通运输", "交通"),
        ("年度", ""),
    ],
    places: &['省', '市', '州', '盟', '县', '区', '旗'],
    generic_places: &["开发区", "高新区", "经开区", "度假区", "保税区", "新区", "园区", "社区", "林区", "景区", "地区", "城市", "市场", "区域", "县域"],
    form_text: &[
        "（文字描述）", "（具体网址）", "（网址）", "该部分以表格形式报告", "收取信息处理费情况在此处报告", "（此处填写", "（请填写", "（单位名称）", "（机关名称）", "（联系电话）", "（联系地址）",
        "××××", "XXXX", "××年", "XX年", "××局", "XX局", "××镇", "XX镇", "××县", "XX县", "××市", "XX市", "××条", "XX条", "××件", "XX件",
    ],
    regulation_columns: &["issued", "repealed", "in_force", "made"],
    nothing: &["无", "暂无", "没有", "无其他", "无内容", "无此项内容", "无此类情况", "无相关情况", "无此情况", "暂无此项", "暂无其他", "略", "不涉及"],
    comparing: &["比", "结转", "上年", "去年", "相较", "较", "以来", "转入", "未办结", "遗留", "顺延", "延续", "至", "起", "从", "自", "印发", "出台", "制定", "修订", "底", "末", "初", "到", "同期", "增", "减", "年报", "年度报告", "要点"],
    signed: &["change"],
    money: &["万元", "元", "亿元", ""],
};
