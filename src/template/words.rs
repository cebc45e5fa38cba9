//! Words of the reports around the tables: titles, periods, what a page says of itself.

/// The words by which a report's title, agency, year and period are told.
#[derive(Debug)]
pub struct Words {
    /// What a title of this family ends with, longest first. What stands before is agency and year.
    pub title_ends: &'static [&'static str],
    /// Words in a title that show it is about something else than one agency's report of one year.
    pub title_others: &'static [&'static str],
    /// What a sentence that names the report begins with, and no title.
    pub sentence_openers: &'static [&'static str],
    /// What a line begins with that names another article of the site, or a shape of this one.
    pub asides: &'static [&'static str],
    /// What a letter does with a report, between 关于 and its year.
    pub title_verbs: &'static [&'static str],
    /// What an agency's name ends with.
    pub agency_ends: &'static [&'static str],
    /// What an agency's name may end with and what stands for it in a shorter name.
    pub agency_kinds: &'static [(&'static str, &'static str)],
    /// What stands behind the name of a place.
    pub places: &'static [&'static str],
    /// Characters before these that make no name of a place of them.
    pub no_places: &'static [char],
    /// What a name may begin with that leaves its place out (市住建局), and what it ends with then.
    pub own_places: (&'static [char], &'static [char]),
    /// What a name ends with that belongs to no menu, whatever stands before it.
    pub sure_ends: &'static [&'static str],
    /// What a name that says its place otherwise begins with.
    pub places_first: &'static [&'static str],
    /// What may stand in brackets behind it and says which part of the agency is meant.
    pub agency_parts: &'static [&'static str],
    /// Names under which a page states who published it.
    pub publisher_names: &'static [&'static str],
    /// Names under which a form states which office filled it in.
    pub office_names: &'static [&'static str],
    /// The same for the date of publication.
    pub date_names: &'static [&'static str],
    /// What stands before such a name where it names another time than that of publication.
    pub other_dates: &'static [&'static str],
    /// Names that follow the date of publication where it stands first in a line.
    pub bar_names: &'static [&'static str],
    /// The same for the title.
    pub title_names: &'static [&'static str],
    /// Other names of a page's metadata, with the key of the record.
    pub metadata_names: &'static [(&'static str, &'static str)],
    /// Names of a page's metadata that the record does not keep.
    pub other_names: &'static [&'static str],
    /// Words behind a year in which something began, was made or was found wanting: not the year of the report.
    pub past_words: &'static [&'static str],
    /// What stands in brackets behind a label first where the row is not that of the form: another time or body, or a part.
    pub other_rows: &'static [&'static str],
    /// What a sentence begins with that presents the report, before its year.
    pub presenting: &'static [&'static str],
    /// What is done with a report that says of itself that it is made, before its year.
    pub writing: &'static [&'static str],
    /// What the reports are about, in titles and sentences.
    pub subjects: &'static [&'static str],
    /// What a report is called in a sentence.
    pub reports: &'static [&'static str],
    /// What the period of the report is called.
    pub period_names: &'static [&'static str],
    /// Words that introduce the period of the report.
    pub period_words: &'static [&'static str],
}

/// The words.
#[rustfmt::skip]
pub static WORDS: Words = Words {
    title_ends: &[
        "政府信息公开工作年度报告", "政府信息公开工作年度情况报告", "政府信息公开年度工作报告", "政府信息公开年度报告", "政府信息公开工作报告", "政府信息公开工作总结",
        "政府信息公开工作情况的报告", "政府信息公开工作情况报告", "政府信息公开情况的报告", "政府信息公开情况报告", "政府信息公开工作的报告", "政府信息公开报告", "政府信息公开工作年报", "政府信息公开年报",
        "政务信息公开工作年度报告", "政务信息公开年度报告", "政务公开工作年度报告", "政务公开年度报告", "政务公开工作报告", "政务公开年报",
        "信息公开工作年度报告", "信息公开年度报告", "信息公开工作报告", "信息公开年报", "信息公开报告",
        "法治政府建设年度报告", "法治政府建设情况报告", "法治政府建设年度情况报告", "法治政府建设工作情况报告", "法治政府建设工作报告", "法治政府建设情况的报告",
        "国民经济和社会发展统计公报", "政府工作报告", "部门决算公开", "单位决算公开", "部门决算", "部门预算", "部门预算公开", "单位决算", "单位预算", "决算公开", "预算公开",
        "工作年度报告", "年度工作报告", "年度报告", "工作报告", "年报",
    ],
    title_others: &["格式", "模板", "样表", "通知", "指南", "目录", "解读", "对比", "对照", "意见", "办法"],
    sentence_openers: &["现将", "现就", "现对", "特向", "兹将", "根据", "按照", "依据", "本报告", "本年报"],
    asides: &[
        "上一篇", "下一篇", "上一条", "下一条", "前一篇", "后一篇", "上一页", "下一页", "上篇", "下篇", "相关", "推荐", "延伸阅读", "点击", "下载", "附件下载", "返回",
        "一图读懂", "一图看懂", "图解", "图说", "您可能", "猜你喜欢",
    ],
    title_verbs: &["报送", "上报", "呈报", "公布", "发布", "印发", "公开"],
    agency_ends: &[
        "人民政府办公厅", "人民政府办公室", "政府办公厅", "政府办公室", "人民政府", "管理委员会", "委员会", "办事处", "管委会", "监督管理局", "行政执法局",
        "统计局", "税务局", "公安局", "管理局", "事务局", "服务局", "办公厅", "办公室", "研究院", "研究所", "总队", "支队", "大队", "中心", "公司", "政府",
        "街道", "苏木", "学校", "中学", "小学", "幼儿园", "残联", "妇联", "工商联", "文联", "侨联", "科协", "集团", "大学", "学院", "医院", "银行", "海关", "法院", "检察院", "联合会", "总工会", "协会", "开发区", "高新区", "新区", "林场", "农场",
        "局", "厅", "委", "办", "署", "部", "院", "处", "队", "站", "所", "镇", "乡", "县", "区", "市", "省", "州", "旗", "盟", "会", "社", "馆", "库",
    ],
    agency_kinds: &[
        ("人民政府", ""), ("政府", ""), ("办公厅", ""), ("办公室", ""), ("办事处", ""), ("监督管理委员会", "委"), ("管理委员会", ""), ("管委会", ""),
        ("党政办", ""), ("党政综合办", ""), ("政府办", ""), ("政务公开办", ""), ("党政", ""), ("党政综合", ""), ("工作领导小组", ""), ("领导小组", ""),
        ("政务公开", ""), ("政府信息公开", ""), ("信息公开", ""), ("机关", ""), ("本级", ""),
        ("有限责任公司", ""), ("有限公司", ""), ("委员会", "委"), ("联合会", "联"), ("联合社", "社"), ("合作社", "社"), ("中学", "中"),
    ],
    places: &["省", "市", "县", "区", "州", "盟", "旗", "镇", "乡", "街道", "苏木"],
    no_places: &['本', '我', '全', '该', '贵', '各', '社', '专', '下', '辖'],
    own_places: (&['省', '市', '县', '区', '州'], &['局', '厅', '委', '办', '院', '联']),
    sure_ends: &[
        "海关", "学校", "中学", "小学", "幼儿园", "大学", "学院", "医院", "银行", "法院", "检察院", "研究院", "研究所", "总队", "支队", "大队", "公司", "集团",
        "林场", "农场", "管理局", "监督管理局", "管理处", "管委会", "管理委员会",
    ],
    places_first: &["国家", "中国", "中华", "中共", "全国", "国务院"],
    agency_parts: &["本级", "本部", "局本级", "局机关", "机关", "汇总", "合并"],
    publisher_names: &["发布机构", "公开机构", "发布单位", "公开单位", "发布机关", "公开主体", "信息来源", "发文机关", "发文机构", "制发机关", "责任部门", "公开责任部门", "生成单位"],
    office_names: &["部门", "单位", "编制单位", "编报单位", "填报单位", "填报单位（盖章）", "公开部门", "公开单位", "部门名称", "单位名称", "预算单位"],
    date_names: &["发布日期", "发布时间", "公开日期", "公开时间", "发文日期", "成文日期", "生成日期", "发布于", "日期", "时间", "PubDate", "pubdate", "publishdate", "publishtime", "article:published_time", "publish-date", "datePublished"],
    other_dates: &["统计", "截止", "截至", "采集", "打印", "办公", "受理", "工作", "服务", "接待", "访问", "起止", "起始", "更新", "修改", "失效", "有效", "导出", "抓取", "审核", "下载", "保存", "当前", "现在", "今天", "系统", "服务器", "登录", "查询"],
    bar_names: &["来源", "信息来源", "稿源", "作者", "浏览", "阅读", "点击", "访问", "字号", "字体", "责任编辑", "编辑", "发布机构", "发布单位"],
    title_names: &["名称", "标题", "信息名称", "文件名称", "ArticleTitle", "title"],
    metadata_names: &[
        ("索引号", "index_number"), ("信息索引号", "index_number"), ("索取号", "index_number"), ("文号", "document_number"), ("发文字号", "document_number"), ("文件编号", "document_number"),
        ("分类", "category"), ("信息分类", "category"), ("主题分类", "category"), ("所属主题", "category"), ("体裁分类", "genre"), ("组配分类", "category"),
        ("关键词", "keywords"), ("主题词", "keywords"), ("时效", "validity"), ("有效性", "validity"), ("效力状态", "validity"), ("来源", "origin"), ("内容概述", "abstract"),
        ("发布机构", "publisher"), ("公开机构", "publisher"), ("发布单位", "publisher"), ("公开单位", "publisher"), ("发布机关", "publisher"), ("公开主体", "publisher"), ("信息来源", "publisher"),
        ("发文机关", "publisher"), ("发文机构", "publisher"), ("制发机关", "publisher"), ("责任部门", "publisher"), ("生成单位", "publisher"),
        ("发布日期", "published"), ("发布时间", "published"), ("公开日期", "published"), ("公开时间", "published"), ("发文日期", "issued"), ("成文日期", "issued"), ("生成日期", "issued"),
        ("名称", "name"), ("标题", "name"), ("信息名称", "name"), ("文件名称", "name"), ("文件下载", "attachment"), ("公开方式", "manner"), ("公开范围", "scope"), ("采集时间", "collected"),
    ],
    other_names: &["公开类别", "公开类型", "公开形式", "公开属性", "公开程序", "公开时限", "体裁", "主题", "语种", "服务对象", "责任编辑", "有效期", "生效日期", "废止日期", "浏览次数", "访问次数", "来源网站", "信息类别", "载体类型", "内容分类", "附件"],
    past_words: &["以来", "修订", "印发", "施行", "实施", "出台", "制定", "发布", "颁布", "存在", "问题", "底", "末", "起", "计划", "将", "下一"],
    other_rows: &["上年", "上一年", "去年", "往年", "历年", "累计", "委托", "其中"],
    presenting: &["现将", "现就", "现对"],
    writing: &["编制", "编写", "撰写"],
    subjects: &["政府信息公开", "政务公开", "信息公开", "政府信息", "政务信息", "依法公开"],
    reports: &["报告", "年报", "总结"],
    period_names: &["统计期限", "统计时限", "统计周期", "统计时间", "统计期间", "数据的期限"],
    period_words: &["统计期限", "统计时限", "统计周期", "统计时间", "数据的期限", "时限", "期限", "截止", "起至", "数据核定", "统计数据", "自", "从", "为"],
};
