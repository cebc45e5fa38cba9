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
    /// What is done with a report in a line that is no title of one.
    pub sentence_verbs: &'static [&'static str],
    /// What stands before the words of a title where they end a sentence: 云溪市水务局认真编制了2023年….
    pub sentence_ends: &'static [&'static str],
    /// What follows the words of a title in a sentence about a report, which is another one than that in hand.
    pub about_reports: &'static [&'static str],
    /// What follows a title where a text has lost its divisions, before all that names its date or begins a sentence.
    pub behind_titles: &'static [&'static str],
    /// What no name of an agency begins with.
    pub no_name_begins: &'static [&'static str],
    /// What a line begins with that names another article of the site, or a shape of this one.
    pub asides: &'static [&'static str],
    /// What a letter does with a report, between 关于 and its year.
    pub title_verbs: &'static [&'static str],
    /// What an agency's name ends with.
    pub agency_ends: &'static [&'static str],
    /// What an agency's name may end with and what stands for it in a shorter name, the longer first.
    pub agency_kinds: &'static [(&'static str, &'static str)],
    /// What the name of a government has behind that of its place.
    pub governments: &'static [&'static str],
    /// What stands behind the name of an agency where an office of it is named, shortened as above.
    pub inner_offices: &'static [&'static str],
    /// What the name of a party committee has before and behind that of its place or agency, shortened as above.
    pub party: (&'static [&'static str], &'static [&'static str]),
    /// What stands behind the name of a zone for its government, and what zones end with.
    pub zones: (&'static [&'static str], &'static [char]),
    /// Ends of names, those of one row like each other, that tell two agencies apart wherever they are.
    pub different_ends: &'static [&'static [&'static str]],
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
    /// Those that are also the ends of other names: they count only where they stand alone.
    pub bare_date_names: &'static [&'static str],
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
    /// Words behind a year in which something is to be done.
    pub plan_words: &'static [&'static str],
    /// Words that state what was done, or that nothing was, where no number does.
    pub done_words: &'static [&'static str],
    /// What stands in brackets behind a label first where the row is not that of the form: another time or body, or a part.
    pub other_rows: &'static [&'static str],
    /// What a sentence begins with that presents the report, before its year.
    pub presenting: &'static [&'static str],
    /// What is done with a report that says of itself that it is made, before its year.
    pub writing: &'static [&'static str],
    /// What may stand before a verb of publishing that presents a report, in order: 现向社会公布.
    pub now_words: &'static [&'static str],
    /// What stands between the name of whoever writes a report and such a word: 由云溪市水务局组织编制.
    pub by_whom: &'static [&'static str],
    /// What follows that name where a sentence says by what the report is written: 由云溪市水务局根据……编制.
    pub by_what: &'static [&'static str],
    /// What a report calls itself at the beginning of a sentence.
    pub own_names: &'static [&'static str],
    /// What the name of an agency ends with where it is an office of the agency before it.
    pub offices: &'static [&'static str],
    /// What stands before 办公室 where that is an agency of its own.
    pub own_offices: &'static [&'static str],
    /// What the name of a bureau has behind it where a part of it is named.
    pub desks: &'static [&'static str],
    /// What names of agencies that are called by their place alone end with (云溪海关), and what before it is no place.
    pub called_by_place: (&'static [&'static str], &'static [&'static str]),
    /// Words of a bracket that shortens a name.
    pub shortening: &'static [&'static str],
    /// What stands behind the name of whoever publishes a report of its own.
    pub acts: &'static [&'static str],
    /// What may stand between such a word and the report.
    pub own_words: &'static [&'static str],
    /// What is done with the work that a report is written from, before the name of whose work it is.
    pub gathering: &'static [&'static str],
    /// What that work is called behind its subject.
    pub works: &'static [&'static str],
    /// Those that whoever writes it has of its own.
    pub own_works: &'static [&'static str],
    /// What the reports are about, in titles and sentences.
    pub subjects: &'static [&'static str],
    /// What a report is called in a sentence.
    pub reports: &'static [&'static str],
    /// What the period of the report is called.
    pub period_names: &'static [&'static str],
    /// Words that introduce the period of the report, and other times too.
    pub period_words: &'static [&'static str],
}

/// The words.
#[rustfmt::skip]
pub static WORDS: Words = Words {
    title_ends: &[
        "政府信息公开工作年度报告", "政府资讯公开工作年度报告", "政府资讯公开年度报告", "政府信息公开工作年度情况报告", "政府信息公开年度工作报告", "政府信息公开年度报告", "政府信息公开工作报告", "政府信息公开工作总结",
        "政府信息公开工作情况的报告", "政府信息公开工作情况报告", "政府信息公开情况的报告", "政府信息公开情况报告", "政府信息公开工作的报告", "政府信息公开报告", "政府信息公开工作年报", "政府信息公开年报",
        "政务信息公开工作年度报告", "政务信息公开年度报告", "政务公开工作年度报告", "政务公开年度报告", "政务公开工作报告", "政务公开年报",
        "信息公开工作年度报告", "信息公开年度报告", "信息公开工作报告", "信息公开年报", "信息公开报告",
        "法治政府建设年度报告", "法治政府建设情况报告", "法治政府建设年度情况报告", "法治政府建设工作情况报告", "法治政府建设工作报告", "法治政府建设情况的报告",
        "国民经济和社会发展统计公报", "政府工作报告", "部门决算公开", "单位决算公开", "部门决算", "部门预算", "部门预算公开", "单位决算", "单位预算", "决算公开", "预算公开",
        "工作年度报告", "年度工作报告", "年度报告", "工作报告", "年报",
    ],
    title_others: &["格式", "模板", "样表", "通知", "指南", "目录", "解读", "对比", "对照", "意见", "办法"],
    sentence_openers: &[
        "现将", "现就", "现对", "特向", "兹将", "根据", "按照", "依据", "依照", "遵照", "本报告", "本年报", "现发布", "现公布", "现公开", "现印发", "现向", "现予", "现报", "现把",
        "为", "针对", "围绕", "对照", "结合", "通过",
    ],
    sentence_verbs: &["认真", "切实", "做好", "推进", "加强", "落实", "开展", "编制", "编写", "撰写", "起草"],
    sentence_ends: &["了", "编制", "编写", "撰写", "起草", "做好", "抓好"],
    about_reports: &["编制", "起草", "反馈", "指出", "提出", "显示", "问题", "整改", "评估", "发现"],
    behind_titles: &["公布", "公示", "公告", "的公告", "的通知", "全文", "正文", "目录", "一、", "第一部分", "索引号", "来源", "信息来源", "发布机构", "作者", "字号", "字体", "浏览"],
    no_name_begins: &["我", "各", "及", "以及", "并", "了解", "如下", "发布", "公布"],
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
        ("集团有限责任公司", "集团"), ("集团股份有限公司", "集团"), ("集团有限公司", "集团"), ("集团公司", "集团"), ("有限责任公司", "公司"), ("股份有限公司", "公司"), ("有限公司", "公司"),
        ("工作委员会", "工委"), ("管理委员会", "管委会"), ("管委会", "管委"), ("委员会", "委"), ("街道办事处", "街道办"), ("办公厅", "办"), ("办公室", "办"),
        ("联合会", "联"), ("联合社", "社"), ("合作社", "社"), ("协会", "协"), ("中学", "中"), ("总工会", "工会"),
    ],
    governments: &["人民政府", "政府"],
    inner_offices: &[
        "党政综合办", "党政办", "政府办", "政务公开办", "综合办", "党政综合", "党政", "政务公开", "政府信息公开", "信息公开", "工作领导小组", "领导小组", "办事处", "机关", "本级",
    ],
    party: (&["中国共产党", "中共"], &["党工委", "机关党委", "党委", "党组", "工委", "委"]),
    zones: (&["管委会"], &['区', '园', '城']),
    different_ends: &[
        &["学校", "中学", "小学", "幼儿园", "大学", "学院"], &["医院", "卫生院"], &["公司", "集团"], &["法院", "检察院"], &["银行", "支行"], &["局", "厅"], &["镇人民政府", "乡人民政府", "镇", "乡"],
    ],
    places: &["省", "市", "县", "区", "州", "盟", "旗", "镇", "乡", "街道", "苏木"],
    no_places: &['本', '我', '全', '该', '贵', '各', '社', '专', '下', '辖'],
    own_places: (&['省', '市', '县', '区', '州'], &['局', '厅', '委', '办', '院', '联']),
    sure_ends: &[
        "海关", "学校", "中学", "小学", "幼儿园", "大学", "学院", "医院", "银行", "法院", "检察院", "研究院", "研究所", "总队", "支队", "大队", "公司", "集团",
        "林场", "农场", "管理局", "监督管理局", "管理处", "管委会", "管理委员会",
    ],
    places_first: &["国家", "中国", "中华", "中共", "全国", "国务院"],
    agency_parts: &["本级", "本部", "局本级", "局机关", "机关", "本级机关", "汇总", "合并", "系统"],
    publisher_names: &["发布机构", "公开机构", "发布单位", "公开单位", "发布机关", "公开主体", "信息来源", "发文机关", "发文机构", "制发机关", "责任部门", "公开责任部门", "生成单位"],
    office_names: &["部门", "单位", "编制单位", "编报单位", "填报单位", "填报单位（盖章）", "公开部门", "公开单位", "部门名称", "单位名称", "预算单位"],
    date_names: &["发布日期", "发布时间", "公开日期", "公开时间", "发文日期", "成文日期", "生成日期", "发布于", "发表日期", "发表时间", "发稿日期", "发稿时间", "上传日期", "上传时间", "录入日期", "录入时间", "创建日期", "创建时间", "报告日期", "编制日期", "填报日期", "日期", "时间", "PubDate", "pubdate", "publishdate", "publishtime", "article:published_time", "publish-date", "datePublished"],
    bare_date_names: &["日期", "时间"],
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
    past_words: &["以来", "修订", "印发", "施行", "实施", "出台", "制定", "发布", "颁布", "存在", "问题", "底", "末", "起", "计划", "将", "下一", "拟"],
    plan_words: &["计划", "将", "下一", "力争", "争取", "拟"],
    done_words: &["没有", "未收到", "未发生", "未收取"],
    other_rows: &["上年", "上一年", "去年", "往年", "历年", "累计", "委托", "其中"],
    presenting: &["现将", "现就", "现对"],
    writing: &["编制", "编写", "撰写"],
    now_words: &["现将", "现", "特", "兹", "予以", "予", "面", "向社会", "公开", "正式"],
    by_whom: &["组织", "负责", "牵头", "统一", "并"],
    by_what: &["根据", "依据", "按照", "依照", "结合", "综合各", "综合全", "综合本", "汇总", "会同"],
    own_names: &["本报告", "本年报", "本年度报告"],
    offices: &[
        "政府信息公开工作领导小组办公室", "政府信息公开领导小组办公室", "信息公开工作领导小组办公室", "信息公开领导小组办公室", "政务公开工作领导小组办公室",
        "党政综合办", "党政办", "综合办", "政府信息公开办公室", "信息公开办公室", "政府信息公开办", "信息公开办", "政务公开办",
        "政务公开领导小组办公室", "政务公开办公室", "党政综合办公室", "党政办公室", "综合办公室", "学校办公室", "校长办公室", "办公室"],
    own_offices: &[
        "政府", "省委", "市委", "县委", "区委", "州委", "盟委", "旗委", "编制委员会", "安全和信息化委员会", "国家安全委员会", "工作委员会", "动员委员会", "运动委员会",
        "深化改革委员会", "依法治省委员会", "依法治市委员会", "依法治县委员会", "依法治区委员会",
    ],
    desks: &["政府信息公开中心", "信息公开中心", "信息中心", "政务公开处", "政务公开科", "信息公开科", "政府信息公开机构", "政府信息公开工作机构"],
    called_by_place: (
        &["海关", "海事局", "气象局", "税务局", "邮政管理局", "通信管理局", "调查总队", "调查队", "大学", "学院", "中学", "小学", "办事处"],
        &["街道", "直属", "隶属", "附属", "基层", "各级", "有关", "中心", "实验", "农业", "师范", "国家"],
    ),
    shortening: &["简称", "以下", "下称"],
    acts: &["向社会", "现向", "特向", "现公布", "现发布", "现公开"],
    own_words: &["了", "完成", "本年度", "本单位", "本局", "我局", "本机关", "本级", "行政机关"],
    gathering: &["结合", "梳理", "汇总", "总结"],
    works: &["情况", "实际", "数据"],
    own_works: &["实际"],
    subjects: &["政府信息公开", "政务公开", "信息公开", "政府信息", "政务信息", "依法公开", "政府资讯公开"],
    reports: &["报告", "年报", "总结"],
    period_names: &["统计期限", "统计时限", "统计周期", "统计时间", "统计期间", "数据的期限", "数据的时限", "数据期限", "数据核定", "报告期限", "报告期间", "报告周期", "报告时间", "报告时段"],
    period_words: &["时限", "期限", "截止", "起至", "统计数据", "自", "从", "为"],
};
