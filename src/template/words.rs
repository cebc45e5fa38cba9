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
    /// What a letter does with a report, between 关于 and its year.
    pub title_verbs: &'static [&'static str],
    /// What an agency's name ends with.
    pub agency_ends: &'static [&'static str],
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
    /// The same for the title.
    pub title_names: &'static [&'static str],
    /// Other names of a page's metadata, with the key of the record.
    pub metadata_names: &'static [(&'static str, &'static str)],
    /// Words that introduce the period of the report.
    pub period_words: &'static [&'static str],
}

/// The words.
#[rustfmt::skip]
pub static WORDS: Words = Words {
    title_ends: &[
        "政府信息公开工作年度报告", "政府信息公开工作年度情况报告", "政府信息公开年度工作报告", "政府信息公开年度报告", "政府信息公开工作报告", "政府信息公开工作总结",
        "政府信息公开工作情况报告", "政府信息公开情况报告", "政府信息公开报告", "政府信息公开工作年报", "政府信息公开年报",
        "政务信息公开工作年度报告", "政务信息公开年度报告", "政务公开工作年度报告", "政务公开年度报告", "政务公开工作报告", "政务公开年报",
        "信息公开工作年度报告", "信息公开年度报告", "信息公开工作报告", "信息公开年报", "信息公开报告",
        "法治政府建设年度报告", "法治政府建设情况报告", "法治政府建设年度情况报告", "法治政府建设工作情况报告", "法治政府建设工作报告", "法治政府建设情况的报告",
        "国民经济和社会发展统计公报", "政府工作报告", "部门决算公开", "单位决算公开", "部门决算", "部门预算", "部门预算公开", "单位决算", "单位预算", "决算公开", "预算公开",
        "工作年度报告", "年度工作报告", "年度报告", "工作报告", "年报",
    ],
    title_others: &["格式", "模板", "样表", "通知", "指南", "目录", "解读", "对比", "对照", "意见", "办法"],
    sentence_openers: &["现将", "现就", "现对", "根据", "按照", "依据", "本报告", "本年报"],
    title_verbs: &["报送", "上报", "呈报", "公布", "发布", "印发", "公开"],
    agency_ends: &[
        "人民政府办公厅", "人民政府办公室", "政府办公厅", "政府办公室", "人民政府", "管理委员会", "委员会", "办事处", "管委会", "监督管理局", "行政执法局",
        "统计局", "税务局", "公安局", "管理局", "事务局", "服务局", "办公厅", "办公室", "研究院", "研究所", "总队", "支队", "大队", "中心", "公司", "政府",
        "街道", "学校", "大学", "学院", "医院", "银行", "海关", "法院", "检察院", "联合会", "总工会", "协会", "开发区", "高新区", "新区", "林场", "农场",
        "局", "厅", "委", "办", "署", "部", "院", "处", "队", "站", "所", "镇", "乡", "县", "区", "市", "省", "州", "旗", "盟", "会", "社", "馆", "库",
    ],
    agency_parts: &["本级", "本部", "局本级", "局机关", "机关", "汇总", "合并"],
    publisher_names: &["发布机构", "公开机构", "发布单位", "公开单位", "发布机关", "公开主体", "信息来源", "发文机关", "发文机构", "制发机关", "责任部门", "公开责任部门", "生成单位"],
    office_names: &["部门", "单位", "编制单位", "编报单位", "填报单位", "填报单位（盖章）", "公开部门", "公开单位", "部门名称", "单位名称", "预算单位"],
    date_names: &["发布日期", "发布时间", "公开日期", "公开时间", "发文日期", "成文日期", "生成日期", "发布于", "日期", "时间", "PubDate", "pubdate", "publishdate", "publishtime", "article:published_time", "publish-date", "datePublished"],
    other_dates: &["统计", "截止", "截至", "采集", "打印", "办公", "受理", "工作", "服务", "接待", "访问", "起止", "起始", "更新", "修改", "失效", "有效", "导出", "抓取", "审核", "下载", "保存"],
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
    period_words: &["统计期限", "统计时限", "统计周期", "统计时间", "数据的期限", "时限", "期限", "截止", "起至", "数据核定", "统计数据", "自", "从", "为"],
};
