//! All codes, in one table: `R1…` reading the file, `L2…` finding sections, tables and figures, `C3…` relations of the
//! form, `S4…` title, year and sections.
//!
//! A code, once published, keeps its meaning. The list of codes is held by a golden file.

use super::{Code, Origin, Severity, Words};

macro_rules! codes {
    ($($name:ident = $code:literal $slug:literal $severity:ident $origin:ident {
        zh: $zh:literal, en: $en:literal, explain_zh: $explain_zh:literal, explain_en: $explain_en:literal,
        $(example_zh: $example_zh:literal, example_en: $example_en:literal,)?
    })*) => {
        $(
            #[doc = concat!("`", $code, "` ", $slug, ": ", $en)]
            pub static $name: Code = Code {
                code: $code,
                slug: $slug,
                severity: Severity::$severity,
                origin: Origin::$origin,
                sentence: Words { zh: $zh, en: $en },
                explanation: Words { zh: $explain_zh, en: $explain_en },
                example: codes!(@example $($example_zh, $example_en)?),
            };
        )*
        /// Every code, in order.
        pub static ALL: &[&Code] = &[$(&$name),*];
    };
    (@example) => { None };
    (@example $zh:literal, $en:literal) => { Some(Words { zh: $zh, en: $en }) };
}

/// The code with this name, given as `C301` or as `row-total`, in any case.
pub fn find(name: &str) -> Option<&'static Code> {
    ALL.iter().copied().find(|code| code.code.eq_ignore_ascii_case(name) || code.slug.eq_ignore_ascii_case(name))
}

codes! {
    ENCODING_CONTRADICTED = "R101" "encoding-contradicted" Note Source {
        zh: "文件声明的字符编码是 {declared}，字节实为 {used}，已按 {used} 读取",
        en: "the file declares {declared}, but its bytes are {used}; read as {used}",
        explain_zh: "网页或文件声明的字符编码与字节不符。字节能无损地按另一种编码读出，因此以字节为准。gb2312、gbk 与 GB18030 视为同一编码。",
        explain_en: "The declared character encoding does not fit the bytes. They decode without loss in another encoding, so the bytes win. gb2312, gbk and GB18030 count as the same.",
        example_zh: "网页写着 charset=utf-8，字节却只能按 GB18030 读出。",
        example_en: "The page says charset=utf-8, but its bytes decode as GB18030 only.",
    }
    ENCODING_ASSUMED = "R102" "encoding-assumed" Note Extraction {
        zh: "文件未声明字符编码，按 {used} 读取",
        en: "the file declares no encoding; read as {used}",
        explain_zh: "文件没有声明编码，也没有字节序标记，编码是从字节推断的。UTF-8 不在此列：其字节结构足以自证。",
        explain_en: "No encoding is declared and there is no byte-order mark, so it was told from the bytes. UTF-8 proves itself and is not mentioned.",
        example_zh: "一个没有字节序标记的 GBK 文本文件。",
        example_en: "A GBK text without a byte-order mark.",
    }
    CHARACTERS_LOST = "R103" "characters-lost" Warning Extraction {
        zh: "有 {count} 处字节无法按 {used} 解码，已用替代字符代替",
        en: "{count} places do not decode as {used} and are replacement characters now",
        explain_zh: "个别字节在该编码中没有意义，通常是抓取或转码时截断所致。受影响的数字会标为无法辨认。",
        explain_en: "Some bytes mean nothing in this encoding, mostly because a crawl or a conversion cut them. A figure that is hit is illegible.",
        example_zh: "文件在一个汉字的两个字节之间被截断。",
        example_en: "The file was cut between the two bytes of a character.",
    }
    MOJIBAKE = "R104" "mojibake" Warning Source {
        zh: "正文疑似曾以错误编码转存（乱码）",
        en: "the text seems to have been stored in a wrong encoding before (mojibake)",
        explain_zh: "文字中充满 UTF-8 被当作 GBK 读取后产生的字样。文件照原样读取，不做还原。",
        explain_en: "The text is full of characters that appear when UTF-8 is read as GBK. It is read as it stands; nothing is repaired.",
        example_zh: "标题显示为“涓€銆佹€讳綋鎯呭喌”。",
        example_en: "The heading reads 涓€銆佹€讳綋鎯呭喌 instead of 一、总体情况.",
    }
    SPANS_UNKNOWN = "R110" "spans-unknown" Note Extraction {
        zh: "{format} 文件不提供合并单元格信息，空单元格可能是合并区域的一部分",
        en: "{format} gives no merged areas; an empty cell may be part of one",
        explain_zh: "xlsb 与 csv 的读取结果不含合并单元格。数值按行列标签对位，不依赖合并信息。",
        explain_en: "Merged areas cannot be read from xlsb and csv. Figures are placed by their labels and do not depend on them.",
        example_zh: "csv 中“三、本年度办理结果”之下的空格是合并单元格的一部分。",
        example_en: "In a csv the empty cells below 三、本年度办理结果 were one merged cell.",
    }
    SHEET_HIDDEN = "R111" "sheet-hidden" Note Extraction {
        zh: "工作表“{sheet}”是隐藏的，未读取",
        en: "sheet \"{sheet}\" is hidden and was not read",
        explain_zh: "隐藏的工作表不是公开内容的一部分，通常是草稿或下拉列表。",
        explain_en: "A hidden sheet is no part of what is published; mostly it is a draft or the source of a drop-down list.",
        example_zh: "工作簿里有一张名为“上年”的隐藏工作表。",
        example_en: "The workbook has a hidden sheet called 上年.",
    }
    FORMULA_WITHOUT_VALUE = "R112" "formula-without-value" Warning Source {
        zh: "单元格 {cell} 含公式但没有存储结果，视为无法辨认",
        en: "cell {cell} holds a formula without a stored result and is illegible",
        explain_zh: "某些程序写出的工作簿只有公式、没有计算结果。本工具从不计算，请用表格软件打开并保存后再试。",
        explain_en: "Some programs write formulas without results. Nothing is computed here: open the workbook in a spreadsheet program, save it, and try again.",
        example_zh: "总计单元格是公式 =SUM(D5:I5)，没有保存计算结果。",
        example_en: "The total is the formula =SUM(D5:I5), saved without its result.",
    }
    CELL_ERROR = "R113" "cell-error" Warning Source {
        zh: "单元格 {cell} 显示错误值 {value}",
        en: "cell {cell} shows the error {value}",
        explain_zh: "单元格内是 #DIV/0!、#REF! 之类的错误值。",
        explain_en: "The cell holds an error value such as #DIV/0! or #REF!.",
        example_zh: "总计单元格显示 #REF!。",
        example_en: "The total shows #REF!.",
    }
    ROWS_HIDDEN = "R114" "rows-hidden" Note Extraction {
        zh: "工作表“{sheet}”有隐藏的行，未读取：{places}",
        en: "sheet \"{sheet}\" has hidden rows, which were not read: {places}",
        explain_zh: "隐藏的行（包括被筛选掉的行）不会显示，也不会打印，不是公开内容的一部分。其中有文字的行在此列出。",
        explain_en: "Hidden rows, also those that a filter hides, are neither shown nor printed and are no part of what is published. Those that hold text are named.",
        example_zh: "报送单位用筛选隐藏了全为 0 的行。",
        example_en: "The office hid the rows of zeros with a filter.",
    }
    COLUMNS_HIDDEN = "R115" "columns-hidden" Note Extraction {
        zh: "工作表“{sheet}”有隐藏的列，未读取：{places}",
        en: "sheet \"{sheet}\" has hidden columns, which were not read: {places}",
        explain_zh: "隐藏的列不会显示，也不会打印，不是公开内容的一部分。其中有文字的列在此列出。",
        explain_en: "Hidden columns are neither shown nor printed and are no part of what is published. Those that hold text are named.",
        example_zh: "表格左侧有一列隐藏的指标代码。",
        example_en: "A hidden column of codes stands left of the table.",
    }
    PART_LEFT_OUT = "R120" "part-left-out" Warning Extraction {
        zh: "内容超出处理上限，部分未读取：{what}",
        en: "more than is read at most; a part was left out: {what}",
        explain_zh: "表格的行列、嵌套深度或合并跨度超出上限，超出部分未读取。正常的报告远小于这些上限。",
        explain_en: "Rows, columns, nesting or spans exceed the limits, and the rest was not read. Sound reports are far below them.",
        example_zh: "网页嵌套过深，最里层的内容没有读取。",
        example_en: "A page is nested so deep that its innermost part is not read.",
    }
    NO_TEMPLATE = "L201" "no-template" Note Extraction {
        zh: "没有找到法定表格的标签，按一般编号报告处理",
        en: "no label of a statutory table was found; read as a general numbered report",
        explain_zh: "版式由表格自身的标签确定，从不由年份推断。2014年以前的报告、以及没有表格的报告，只给出章节。",
        explain_en: "The edition is told from the tables' own labels, never from the year. Reports before 2014 and reports without tables give sections only.",
        example_zh: "法治政府建设年度报告，没有信息公开的法定表格。",
        example_en: "A report on rule of law, without the tables of open information.",
    }
    TABLE_MISSING = "L202" "table-missing" Error Extraction {
        zh: "没有找到{table}",
        en: "{table} was not found",
        explain_zh: "版式规定的表格没有出现：可能是图片、附件，或在抓取时丢失。对应的数值均为空。",
        explain_en: "A table that the edition prescribes is not there: it may be a picture, an attachment, or lost on the way. Its figures have no value.",
        example_zh: "报告有六个部分，却没有“行政复议、行政诉讼”表。",
        example_en: "The report has six sections and no table of reconsideration and litigation.",
    }
    ROW_MISSING = "L203" "row-missing" Warning Extraction {
        zh: "没有找到行“{row}”",
        en: "row “{row}” was not found",
        explain_zh: "表格中缺少版式规定的一行，或其标签无法辨认。该行数值为空。",
        explain_en: "A row of the form is missing, or its label cannot be recognised. Its figures have no value.",
        example_zh: "申请表中没有“7.属于行政执法案卷”一行。",
        example_en: "The requests table has no row 7.属于行政执法案卷.",
    }
    COLUMN_MISSING = "L204" "column-missing" Warning Extraction {
        zh: "没有找到列“{column}”",
        en: "column “{column}” was not found",
        explain_zh: "表头中缺少版式规定的一列，或其标签无法辨认。该列数值为空。",
        explain_en: "A column of the form is missing, or its label cannot be recognised. Its figures have no value.",
        example_zh: "申请表的表头没有“科研机构”一列。",
        example_en: "The head of the requests table has no column 科研机构.",
    }
    POSITION_UNKNOWN = "L205" "position-unknown" Note Extraction {
        zh: "行“{row}”有 {found} 个数值、{expected} 列，无法确定各数值属于哪一列，均不取值",
        en: "row “{row}” shows {found} values for {expected} columns; which belongs where cannot be known, so none is taken",
        explain_zh: "转换工具丢掉了空单元格或重复的行，剩下的数值无法确定属于哪一列。宁缺毋错：这些数值为空，读数为 ambiguous。",
        explain_en: "A tool dropped blank cells or equal lines, and the values that are left cannot be placed. They have no value; their reading is ambiguous.",
        example_zh: "“一、本年新收”之后只剩 3、3 两个数，而版式有 7 列。",
        example_en: "一、本年新收 is followed by 3 and 3; the form has 7 columns.",
    }
    POSITIONS_UNKNOWN = "L206" "positions-unknown" Warning Extraction {
        zh: "{table}有 {rows} 行数值的列位置无法确定",
        en: "{rows} rows of {table} hold values whose columns cannot be known",
        explain_zh: "见 L205。这是每张表一条的汇总。",
        explain_en: "See L205. This is the summary, one for each table.",
        example_zh: "收到和处理申请情况表有 5 行各剩两个数值。",
        example_en: "Five rows of the requests table have two values left.",
    }
    COLUMNS_ASSUMED = "L207" "columns-assumed" Note Extraction {
        zh: "{table}没有可辨认的表头，按版式的列顺序读取",
        en: "{table} has no head that can be recognised; its columns are taken in the order of the form",
        explain_zh: "表头缺失、残缺或被打散，但每行数值个数与版式的列数相同。",
        explain_en: "The head is missing, cut or scattered, but every row has as many values as the form has columns.",
        example_zh: "粘贴为文本的表格没有表头，每行恰有 7 个数值。",
        example_en: "A table pasted as text lost its head; every row has 7 values.",
    }
    LABEL_NEARLY = "L208" "label-nearly" Note Source {
        zh: "标签“{found}”与版式不一致，按“{label}”读取",
        en: "label “{found}” differs from the form; read as “{label}”",
        explain_zh: "标签缺字、多字或错字，但位置与相邻标签足以确定它是哪一行或哪一列；或者只有编号与版式不同，文字正是这一行的。",
        explain_en: "The label lacks a character or has another, but its position between its neighbours settles which row or column it is; or its number alone differs, and its words are those of this row and of no other.",
        example_zh: "“科研企业”在商业企业与社会公益组织之间，按“科研机构”读取。",
        example_en: "科研企业 stands between 商业企业 and 社会公益组织 and is read as 科研机构.",
    }
    VALUE_ILLEGIBLE = "L209" "value-illegible" Warning Extraction {
        zh: "“{label}”处的“{raw}”不是可以确定的数值",
        en: "“{raw}” at {label} is no number that can be told",
        explain_zh: "单元格里有文字，但不是数值、空白、短横或“无”。不取值，原文保留。",
        explain_en: "The cell holds something that is neither a number, a blank, a dash nor 无. It has no value; the raw text is kept.",
        example_zh: "单元格里写着“1 2”。",
        example_en: "A cell holds “1 2”.",
    }
    VALUE_NOTED = "L210" "value-noted" Note Source {
        zh: "“{label}”处的数值带有说明：“{raw}”",
        en: "the value at {label} carries a note: “{raw}”",
        explain_zh: "单元格中数值之后有括注或文字，取其数值，原文保留。",
        explain_en: "A note follows the number in its cell. The number is taken; the raw text is kept.",
        example_zh: "单元格里写着“22（其中修订16件）”。",
        example_en: "A cell holds 22（其中修订16件）.",
    }
    ROW_TWICE = "L211" "row-twice" Warning Extraction {
        zh: "“{row}”不止一次出现且数值不同，均不取值",
        en: "“{row}” appears more than once with different values; none is taken",
        explain_zh: "同一行在报告中出现多次而数值不同，例如两年对照，或附有下级单位的表。这些表中有的缺少的行也不取值：它可能不是本机关的。",
        explain_en: "The same row appears more than once with different values: two years side by side, say, or the tables of another body. Nor is a row taken that some of these tables lack: it may not be the agency's own.",
        example_zh: "页面之后附有下级单位的同一张表，数值不同。",
        example_en: "Below the report stands the same table of a subordinate body with other values.",
    }
    ORDER_UNKNOWN = "L212" "order-unknown" Warning Extraction {
        zh: "{table}的表头与数值行互相矛盾，{rows} 行不取值",
        en: "the head of {table} contradicts its rows; {rows} rows are not taken",
        explain_zh: "按列位置与按顺序两种读法给出不同结果，且没有证据能够取舍。",
        explain_en: "Reading by column and reading by order give different figures, and nothing settles which is right.",
        example_zh: "表头比数值行少一列，两种对应方式的合计都不成立。",
        example_en: "The head has one column less than the rows, and the sums hold in neither reading.",
    }
    TABLE_BLANK = "L213" "table-blank" Warning Source {
        zh: "{table}没有填写任何数值",
        en: "{table} holds no value at all",
        explain_zh: "表格存在但全部为空。空白不是0。",
        explain_en: "The table is there and all of it is blank. A blank is not 0.",
        example_zh: "表格完整，所有单元格为空。",
        example_en: "The table is complete and all its cells are empty.",
    }
    FORM_BLANK = "L214" "form-blank" Warning Source {
        zh: "这是一份空白表格，不是填报的报告",
        en: "this is the blank form, not a report",
        explain_zh: "所有表格均为空，且没有年份与发布机关：通常是格式模板或随文下发的样表。",
        explain_en: "All tables are blank and there is neither a year nor an agency: the form itself, or a notice that carries it.",
        example_zh: "随通知下发的格式模板。",
        example_en: "The model that a notice carries.",
    }
    EDITION_MIXED = "L215" "edition-mixed" Note Source {
        zh: "表格混用了不同版式：{what}",
        en: "the tables mix editions: {what}",
        explain_zh: "部分表格用新版式，部分沿用旧版式。各数值按其自身标签归入相应路径。",
        explain_en: "Some tables are of one edition and some of another. Each figure goes to the path of its own labels.",
        example_zh: "第（一）项用“本年新制作数量”，第（五）项用“本年处理决定数量”。",
        example_en: "Item （一） has the columns of 2019, item （五） those of 2021.",
    }
    TABLES_PICTURED = "L216" "tables-pictured" Warning Extraction {
        zh: "报告中有 {count} 张图片而没有表格，数值可能在图片里",
        en: "the report holds {count} pictures and no table; the figures may be in them",
        explain_zh: "本工具不识别图片中的文字。",
        explain_en: "Text in pictures is not read.",
        example_zh: "三张表都以图片贴在页面上。",
        example_en: "All three tables are pictures on the page.",
    }
    VALUES_SURPLUS = "L217" "values-surplus" Note Extraction {
        zh: "{table}中一行的下方有 {count} 个数值没有自己的行标签，未采用",
        en: "{count} values below a row of {table} have no label of their own and are not taken",
        explain_zh: "可能是另一年度或初稿的数，也可能是页码。它们没有进入任何数值；上一行的数值仍按其标签读取，请核对哪一行是本机关的。",
        explain_en: "They may be those of another year or of a draft, or the number of a page. They are part of no figure; the row above is read by its label. See which of the two is meant.",
        example_zh: "“行政处罚”一格合并了两行，各有一个数。",
        example_en: "The label 行政处罚 is merged over two rows, each with a number.",
    }
    COMPARISON = "L218" "comparison" Warning Source {
        zh: "表格并列了不止一年的数值，不取值",
        en: "the tables set more than one year side by side; nothing is taken",
        explain_zh: "对照材料不是年度报告。",
        explain_en: "A comparison is not an annual report.",
        example_zh: "2021年与2022年两列并列的对照表。",
        example_en: "A table with 2021 and 2022 side by side.",
    }
    EDITION_ASSUMED = "L219" "edition-assumed" Note Extraction {
        zh: "表格中没有能区分版式的标签，按{template}年版式读取",
        en: "no label tells the editions apart; read by the format of {template}",
        explain_zh: "只出现了各版式共有的标签。共有表格在各版式中完全相同，因此数值不受影响，但版式本身是假定的。",
        explain_en: "Only labels that the editions share were found. Those tables are the same in all of them, so the figures are not affected, but the edition is an assumption.",
        example_zh: "页面只有复议诉讼表，各版式的这张表相同。",
        example_en: "The page has the remedies table only, which is the same in all editions.",
    }
    TABLE_PARTIAL = "L220" "table-partial" Error Extraction {
        zh: "{table}只找到 {found} 行，缺 {missing} 行",
        en: "only {found} rows of {table} were found; {missing} are missing",
        explain_zh: "表格的大部分行没有找到：可能被截断，或单元格之间的分隔全部丢失。缺行的数值为空。",
        explain_en: "Most rows of the table were not found: it was cut, or every division between its cells was lost. The figures of the missing rows have no value.",
        example_zh: "文件在申请表的第八行处中断。",
        example_en: "The file ends in the eighth row of the requests table.",
    }
    ROWS_IN_ORDER = "L221" "rows-in-order" Note Extraction {
        zh: "{table}有 {rows} 行的标签与数值分离，按版式的行序读取",
        en: "{rows} rows of {table} stand apart from their labels and were taken in the order of the form",
        explain_zh: "转换工具按页面的栏而不是行取出文字，标签与数值不在一处。数值的总个数与版式完全相同，有标签的行都在自己的位置上，其余各行的总计关系全部成立，因此按版式的行序读取。",
        explain_en: "A tool took the text of a page column by column, so labels stand away from their values. There are exactly as many values as the form has, every row that has its label stands at its own number, and the sums of all other rows hold; so they were read in the order of the form.",
        example_zh: "从PDF按栏取出的文字：先是全部标签，后是全部数值。",
        example_en: "Text taken from a PDF by columns: all labels first, then all values.",
    }
    TABLES_UNREAD = "L222" "tables-unread" Warning Extraction {
        zh: "报告有法定的章节，但没有能够辨认的法定表格",
        en: "the report has the prescribed sections and no statutory table that could be recognised",
        explain_zh: "格式规定的章节齐备，而其中的表格没有读出：可能是图片、附件，或在转换中失去了全部标签与分隔。没有任何数值。",
        explain_en: "The sections that the form prescribes are there and their tables were not read: they may be pictures or attachments, or a conversion lost every label and division. There are no figures.",
        example_zh: "“三、收到和处理政府信息公开申请情况”之下只有一张图片。",
        example_en: "Below “三、收到和处理政府信息公开申请情况” stands nothing but a picture.",
    }
    COLUMN_CHOSEN = "L223" "column-chosen" Note Extraction {
        zh: "{table}有几列数值（{heads}），取“{chosen}”一列",
        en: "{table} has several columns of values ({heads}); those under “{chosen}” are taken",
        explain_zh: "版式只规定一列数值，报告却列出几列。表头表明其中一列是本机关在报告年度的数值：本年而非上年、报告年度、合计，或与发布机关同级的政府、部门。只取该列，其余各列在 tables 中。",
        explain_en: "The form prescribes one column of values and the report prints several. Their heads show one to be the agency's own for the year of the report: this year and not the last, the year itself, the whole, or a government or office of the agency's own level. Only that one is taken; the others stand in `tables`.",
        example_zh: "“区政府统计数 | 区直单位统计数 | 乡镇街道统计数”，发布机关是区人民政府。",
        example_en: "区政府统计数 | 区直单位统计数 | 乡镇街道统计数, in the report of a district government.",
    }
    COLUMNS_SEVERAL = "L224" "columns-several" Warning Extraction {
        zh: "{table}有几列数值（{heads}），无法确定哪一列是本机关的，不取值",
        en: "{table} has several columns of values ({heads}), and which one is the agency's own cannot be known; none is taken",
        explain_zh: "版式只规定一列数值，报告却列出几列，表头不足以说明哪一列是本机关在报告年度的数值。各列都在 tables 中。",
        explain_en: "The form prescribes one column of values and the report prints several, and their heads do not show which is the agency's own for the year of the report. All of them stand in `tables`.",
        example_zh: "“甲组 | 乙组”。",
        example_en: "甲组 | 乙组 over two columns.",
    }
    REPORTS_SEVERAL = "L225" "reports-several" Warning Extraction {
        zh: "文件中还有另一份报告（{title}），未读取",
        en: "the file holds another report ({title}), which is not read",
        explain_zh: "第一份报告之后出现了另一年度或另一机关的报告标题，其下又有规定的章节；或者工作簿中另有这样的工作表、上年的工作表、空白表样。一条记录只对应一份报告，另一份的内容不读取，请拆成单独的文件。",
        explain_en: "Behind the first report stands the title of another year or agency, with prescribed sections below it; or a workbook has a sheet with such a title, one of last year, or the blank form. A record is of one report: the other is not read. Divide the file to read it.",
        example_zh: "同一文件中先后为2022年和2021年的报告。",
        example_en: "A file with the report for 2022 and behind it the one for 2021.",
    }
    TABLE_OF_OTHERS = "L226" "table-of-others" Warning Extraction {
        zh: "{table}只见于另一套数值不同的表中，不取值",
        en: "{table} stands only in another set of tables, whose values differ; none of it is taken",
        explain_zh: "其他法定表格在报告中出现两次而数值不同，第二次出现在第一套表之后；本表只在第二套表里。它可能属于另一机关或另一年度，例如附在报告之后的全市汇总表。",
        explain_en: "Other tables of the form stand in the report twice with different values, the second time behind the first set, and this one stands in the second set only. It may be of another body or year: the summary of a whole city, say, printed behind the report.",
        example_zh: "报告附有全县汇总表，本机关没有填报行政复议、行政诉讼情况表。",
        example_en: "Behind the report stand the tables of the whole county, and the agency's own has none on remedies.",
    }
    VALUES_UNCLAIMED = "L227" "values-unclaimed" Warning Extraction {
        zh: "{table}中有 {count} 个数值不属于任何一行，看似空白的行可能并非空白",
        en: "{count} values in {table} belong to no row; rows that seem blank may not be",
        explain_zh: "数值与行标签被分开：逐列输出的文本、嵌套的表格，或数值落到下一行。哪一行是空白无法确定，这些行不取值。",
        explain_en: "Values stand apart from the labels of their rows: a text that goes column by column, nested tables, or a value in the line below. Which rows are blank cannot be known, so these have no value.",
        example_zh: "文本先列出全部行标签，再列出全部数值。",
        example_en: "A text lists the labels of all rows first and their values after them.",
    }
    LINES_ONCE = "L228" "lines-once" Warning Extraction {
        zh: "文本中没有重复的行，{table}中看似空白的行可能并非空白",
        en: "no line of the text stands twice; rows of {table} that seem blank may not be",
        explain_zh: "表式本身有重复的文字（如多个“信息内容”），文本中却没有一行出现两次：提取工具删去了重复的行，相同的数值（如第二个 0）也随之丢失。看似空白的行不取值。",
        explain_en: "The form itself repeats words (信息内容 above each block), yet no line of the text stands twice: a tool removed repeated lines, and with them equal values such as the second 0. Rows that seem blank have no value.",
        example_zh: "“规章”之后是 0，“规范性文件”之后没有数值，全文只有一个 0。",
        example_en: "A 0 stands behind 规章 and nothing behind 规范性文件, and the whole text has one 0.",
    }
    UNIT_ASSUMED = "L229" "unit-assumed" Note Extraction {
        zh: "{table}没有印出金额的单位，按格式的单位取值",
        en: "{table} prints no unit of its amounts; that of the form is taken",
        explain_zh: "表头、行标签、单元格和表格上方都没有金额单位。记录的 unit 和 amount_yuan 以格式规定的单位为准（〔2021〕30号：本年收费金额（单位：万元）；国办发〔2014〕32号：万元）；机关实际所用的单位可能不同，数值照原样给出。",
        explain_en: "No unit of money stands in the head, the label, the cell or above the table. The record's unit and amount_yuan follow the form (〔2021〕30号: 本年收费金额（单位：万元）; 国办发〔2014〕32号: 万元); the office may have meant another. The number itself is as printed.",
        example_zh: "表头只印“本年收费金额”，行政事业性收费填 3415。",
        example_en: "The head prints 本年收费金额 only, and 行政事业性收费 is 3415.",
    }
    ROW_TOTAL = "C301" "row-total" Error Source {
        zh: "“{row}”各列之和为 {sum}，总计填报为 {total}（{words}）",
        en: "the columns of “{row}” add up to {sum}, its total is printed as {total} ({words})",
        explain_zh: "申请情况表每一行：自然人与五类法人或其他组织之和等于总计。格式（国办公开办函〔2019〕60号、〔2021〕30号）由表头结构隐含此关系。数值照原样给出，不做更正。",
        explain_en: "In each row of the requests table the natural persons and the five kinds of organisations add up to the total; the head of the form (国办公开办函〔2019〕60号, 〔2021〕30号) implies it. The figures are given as printed.",
        example_zh: "“一、本年新收政府信息公开申请数量”一行填 12、3、0、0、0、1，总计填 15：六列之和是 16。",
        example_en: "The row 一、本年新收政府信息公开申请数量 prints 12, 3, 0, 0, 0, 1 and the total 15: the six columns make 16.",
    }
    OUTCOME_TOTAL = "C302" "outcome-total" Error Source {
        zh: "“{column}”列办理结果各项之和为 {sum}，（七）总计填报为 {total}（{words}）",
        en: "the outcomes in column “{column}” add up to {sum}, （七）总计 is printed as {total} ({words})",
        explain_zh: "每件申请只计入一种办理结果（“区分处理的，只计这一情形，不计其他情形”），因此各项之和等于（七）总计。",
        explain_en: "Each application counts under one outcome only, as the label of （二）部分公开 says, so the outcomes add up to （七）总计.",
        example_zh: "自然人列予以公开 5、部分公开 2、重复申请 1，其余为 0，（七）总计填 7：各项之和是 8。",
        example_en: "Natural persons: 5 granted, 2 in part, 1 duplicate, 0 elsewhere, and （七）总计 prints 7: the outcomes make 8.",
    }
    BALANCE = "C303" "balance" Error Source {
        zh: "“{column}”列：第一项加第二项为 {sum}，第三项加第四项为 {total}（{words}）",
        en: "column “{column}”: items 1 and 2 make {sum}, items 3 and 4 make {total} ({words})",
        explain_zh: "表格左上角印明：本列数据的勾稽关系为第一项加第二项之和，等于第三项加第四项之和。这是格式唯一印明的关系。",
        explain_en: "The corner cell of the form prints it: in each column, item 1 plus item 2 equals item 3 plus item 4. It is the only relation that the form prints.",
        example_zh: "总计列新收 60、上年结转 0，办理结果总计 61、结转下年度 0：60 不等于 61。",
        example_en: "The total column prints 60 new and 0 carried in, 61 closed and 0 carried out: 60 is not 61.",
    }
    REMEDIES_TOTAL = "C304" "remedies-total" Error Source {
        zh: "{row}四项之和为 {sum}，总计填报为 {total}（{words}）",
        en: "the four results of {row} add up to {sum}, the total is printed as {total} ({words})",
        explain_zh: "行政复议、未经复议直接起诉、复议后起诉三组，各组四项之和等于总计（国办公开办函〔2019〕60号、〔2021〕30号，表四）。",
        explain_en: "In each of the three groups of table 四 (国办公开办函〔2019〕60号, 〔2021〕30号) the four results add up to the total.",
        example_zh: "行政复议：维持 3、纠正 1、其他 0、尚未审结 1，总计填 4：四项之和是 5。",
        example_en: "Reconsideration: 3 upheld, 1 corrected, 0 other, 1 pending, total 4: the four make 5.",
    }
    FORM_TOTAL = "C305" "form-total" Error Source {
        zh: "各项之和为 {sum}，填报为 {total}（{words}）",
        en: "the parts add up to {sum}, the total is printed as {total} ({words})",
        explain_zh: "政府信息公开情况统计表（国办发〔2014〕32号）的标签隐含的合计关系。",
        explain_en: "A total that the labels of the statistics form (国办发〔2014〕32号) imply.",
        example_zh: "当面 21、传真 3、网络 29、信函 11，收到申请数填 46：四种渠道之和是 64。",
        example_en: "21 in person, 3 by fax, 29 online, 11 by letter, and 46 received: the four channels make 64.",
    }
    BLANKS_AS_ZERO = "C310" "blanks-as-zero" Note Source {
        zh: "有 {count} 处关系只有把空白（或“-”“/”）看作0才成立",
        en: "{count} relations hold only where blanks, dashes and / are read as 0",
        explain_zh: "报告用空白、“-”或“/”代替0。空白照空白给出，不补0。表四、表三的关系仍按“空白为0”核对，因此列为提示。",
        explain_en: "The report leaves cells blank, or prints - or /, instead of 0. A blank stays a blank; the relations were judged as if it were 0, which is why this is said.",
        example_zh: "自然人 1，其余五列空白，总计 1。",
        example_en: "Natural persons 1, the five other columns blank, total 1.",
    }
    TOTALS_LEFT_OUT = "C311" "totals-left-out" Note Source {
        zh: "有 {count} 处总计没有填写",
        en: "{count} totals are left out",
        explain_zh: "各分项有数值而总计为空。总计不由本工具计算。",
        explain_en: "The parts hold values and the total is blank. Totals are not computed here.",
        example_zh: "“（一）予以公开”一行自然人 3、商业企业 1，总计空白。",
        example_en: "（一）予以公开: natural persons 3, enterprises 1, total blank.",
    }
    READING_DOUBTED = "C312" "reading-doubted" Warning Extraction {
        zh: "数值的位置并不确定，而{words}不成立",
        en: "the positions of the figures are not certain, and {words} does not hold",
        explain_zh: "这一行的位置是从排列推断的，且与表格的关系矛盾：可能是读错，也可能是报告本身的错误。请对照原件。",
        explain_en: "The positions were told from the layout and contradict a relation of the form: we may have misread it, or the report may be wrong. Compare the original.",
        example_zh: "转换工具丢掉了空单元格，余下数值的列由相邻行推断，而其和与总计不符。",
        example_en: "A tool dropped blank cells; the columns of what is left were told from the rows around, and the sum is not the total.",
    }
    NEGATIVE_COUNT = "C320" "negative-count" Error Source {
        zh: "“{row}”“{column}”填报为 {value}，数量不能为负",
        en: "“{row}” “{column}” is printed as {value}; a count cannot be negative",
        explain_zh: "表中各项是件数、条数、人次等数量，或收取的金额，不会小于0。只有2019年版式的“本年增/减”可以带负号（“减用负值表示”）。",
        explain_en: "The figures count documents, applications or people, or money collected, and are never below 0. Only the change column of the 2019 format may carry a minus sign.",
        example_zh: "行政处罚本年处理决定数量填 -3。",
        example_en: "Penalties decided this year are printed as -3.",
    }
    FRACTION_OF_COUNT = "C321" "fraction-of-count" Warning Source {
        zh: "“{row}”“{column}”填报为 {value}，{unit}数应为整数",
        en: "“{row}” “{column}” is printed as {value}; a number of {unit} should be whole",
        explain_zh: "以件、条、项、次、人等为单位的数应为整数；只有金额（万元、元）可以有小数。常见原因是把比率或金额填进了件数栏。",
        explain_en: "What is counted in 件, 条, 项, 次 or 人 is whole; only amounts of money have decimals. A rate or an amount in the wrong cell is the usual cause.",
        example_zh: "自然人列“一、本年新收”填 12.5。",
        example_en: "New applications of natural persons are printed as 12.5.",
    }
    PART_EXCEEDS = "C322" "part-exceeds" Warning Source {
        zh: "{sum} 大于 {total}（{words}）",
        en: "{sum} is more than {total} ({words})",
        explain_zh: "“其中”行是上一行的一部分（国办发〔2014〕32号）；本年制发的文件年末要么现行有效、要么已经废止（〔2021〕30号）；本年新公开的计入对外公开总数（〔2019〕60号）。部分不会大于整体。",
        explain_en: "A row that begins with 其中 is part of the row above (国办发〔2014〕32号); what was issued in the year is in force at its end or was repealed (〔2021〕30号); what was newly disclosed is part of all that is disclosed (〔2019〕60号). A part is not more than its whole.",
        example_zh: "行政规范性文件本年制发 6 件、废止 1 件，现行有效却填 2 件。",
        example_en: "6 normative documents issued, 1 repealed, and 2 in force.",
    }
    PART_SELDOM_EXCEEDS = "C323" "part-seldom-exceeds" Note Source {
        zh: "{sum} 大于 {total}，通常不会如此（{words}）",
        en: "{sum} is more than {total}, which is unusual ({words})",
        explain_zh: "按栏目含义通常成立、但可能有正当例外的关系，例如当年制发、当年废止的文件不计入现行有效，往年制发的文件本年才公开。请核对，不等于错误。",
        explain_en: "What usually holds by the meaning of the labels and may have a good exception: a document issued and repealed in one year is not in force, one made earlier may be disclosed now. Worth a look; not an error.",
        example_zh: "规章本年制发 2 件、废止 1 件，现行有效 1 件。",
        example_en: "2 regulations issued, 1 repealed, 1 in force.",
    }
    REGULATIONS_WITHOUT_POWER = "C324" "regulations-without-power" Warning Source {
        zh: "{agency}无权制定规章，“{column}”却填报为 {value}",
        en: "{agency} cannot make regulations (规章), yet “{column}” is printed as {value}",
        explain_zh: "规章由国务院部门以及省、自治区、直辖市和设区的市、自治州人民政府制定（立法法）。乡镇（苏木）、街道和县级（县、旗、区、县级市）机关不能制定规章；内部规章制度不是规章。",
        explain_en: "Regulations (规章) are made by departments of the State Council and by the governments of provinces, cities with districts and autonomous prefectures (立法法). Towns, streets and the bodies of counties, banners and districts cannot make them; house rules are not 规章.",
        example_zh: "镇人民政府填报规章本年制发 5 件。",
        example_en: "A town government prints 5 regulations issued this year.",
    }
    DECISIONS_AS_ITEMS = "C325" "decisions-as-items" Note Source {
        zh: "“{row}”处理决定数量 {value} 恰等于上一年项目数量加本年增减，疑为把项目数填作决定数",
        en: "the decisions of “{row}”, {value}, equal last year's items plus the change; the number of items may have been put there",
        explain_zh: "2019年版式（国办公开办函〔2019〕60号）中，上一年项目数量与本年增/减是事项数，处理决定数量是本年作出的决定件数，两者没有合计关系。",
        explain_en: "In the 2019 format (国办公开办函〔2019〕60号) the first two columns count items of business and the third counts decisions made in the year; they do not add up to it.",
        example_zh: "行政许可：上一年项目数量 21，本年增/减 +19，处理决定数量 40。",
        example_en: "Licences: 21 items last year, change +19, 40 decisions.",
    }
    UNIT_DIFFERS = "C326" "unit-differs" Note Source {
        zh: "“{row}”“{column}”写作“{raw}”，而该栏的单位是{unit}",
        en: "“{row}” “{column}” is printed as “{raw}”, but the unit of that column is {unit}",
        explain_zh: "单元格自带的单位与表头印明的单位不同，数值照原样给出并带有自己的单位。请核对金额是否应换算。",
        explain_en: "The unit in the cell is not the one that the head prints. The number is given as printed, with its own unit. Check whether the amount should have been converted.",
        example_zh: "本年收费金额（单位：万元）一栏写作“8040元”。",
        example_en: "The column 本年收费金额（单位：万元） holds 8040元.",
    }
    FEES_DISAGREE = "C327" "fees-disagree" Note Source {
        zh: "正文称“{text}”，表中“{row}”为 {value}",
        en: "the text says “{text}”, the table prints {value} for “{row}”",
        explain_zh: "第六部分应报告发出收费通知的件数和收取信息处理费的金额（国办公开办函〔2021〕30号、《政府信息公开信息处理费管理办法》）。逾期未按收费通知缴费的申请只有发出收费通知才会出现；2014年统计表第七项与正文的收费金额应一致。",
        explain_en: "Section 六 reports fee notices and fees collected (国办公开办函〔2021〕30号, 《政府信息公开信息处理费管理办法》). An application dropped for an unpaid fee supposes a fee notice; item 七 of the 2014 form and the fees named in the text should agree.",
        example_zh: "第六部分写“发出收费通知0件”，表三“逾期未按收费通知要求缴纳费用”为 2。",
        example_en: "Section 六 says that no fee notice was sent, table 三 counts 2 applications dropped for an unpaid fee.",
    }
    NARRATIVE_DIFFERS = "C330" "narrative-differs" Warning Source {
        zh: "正文“{text}”称 {said}，表中“{label}”为 {printed}",
        en: "the text says {said} (“{text}”), the table prints {printed} for “{label}”",
        explain_zh: "正文所述数量与表格不一致。第一部分应概括表格所列情况（国办公开办函〔2021〕30号）。正文常含上年结转、汇总下级或口径不同，因此一般列为提示；只有明确说本年新收、上年结转、结转下年度的句子列为警告。正文的数不改变表格的数。",
        explain_en: "The text and the table state different numbers. Section 一 sums up what the tables state (国办公开办函〔2021〕30号). A text often includes last year's cases or those of subordinate bodies, so this is a note as a rule; it is a warning where the sentence names what was newly received or carried over in the year. The text never changes a figure.",
        example_zh: "正文写“2022年，我局新收政府信息公开申请38件”，表中新收总计为 37。",
        example_en: "The text says that 38 applications were newly received in 2022; the table prints 37.",
    }
    CARRY_OVER = "C350" "carry-over" Warning Source {
        zh: "“{column}”列：{before}年报告结转下年度 {last} 件，{year}年报告上年结转 {this} 件（{words}）",
        en: "column “{column}”: the report for {before} carries {last} forward, the report for {year} starts with {this} ({words})",
        explain_zh: "“四、结转下年度继续办理”与次年的“二、上年结转政府信息公开申请数量”是同一批申请，应逐列相等（国办公开办函〔2019〕60号、〔2021〕30号）。机构合并、拆分时可以有正当的差别，应予说明。",
        explain_en: "四、结转下年度继续办理 and next year's 二、上年结转政府信息公开申请数量 are the same applications and should be equal in each column (国办公开办函〔2019〕60号, 〔2021〕30号). Where offices were merged or divided they may differ with reason.",
        example_zh: "2021年报告自然人列结转下年度 3 件，2022年报告自然人列上年结转 2 件。",
        example_en: "For 2021 natural persons carry 3 forward; for 2022 they start with 2.",
    }
    IN_FORCE_BALANCE = "C351" "in-force-balance" Note Source {
        zh: "“{row}”：{before}年现行有效 {last}，加{year}年制发 {issued}、减废止 {repealed}，为 {sum}，{year}年现行有效填报为 {this}",
        en: "“{row}”: {last} in force for {before}, plus {issued} issued and minus {repealed} repealed in {year} make {sum}; {this} are printed as in force",
        explain_zh: "现行有效件数通常等于上年现行有效件数加本年制发、减本年废止。这不是格式规定的关系：集中清理、文件到期失效、机构调整、首年重新统计都会打破它。仅供参考。",
        explain_en: "What is in force usually equals last year's plus what was issued minus what was repealed. The form does not say so: clean-ups, lapsed documents, reorganisation and a first count break it. For information.",
        example_zh: "2021年现行有效 40 件；2022年制发 2 件、废止 1 件，现行有效填 45 件。",
        example_en: "40 in force for 2021; for 2022 2 issued, 1 repealed, 45 in force.",
    }
    ITEMS_CONTINUED = "C352" "items-continued" Note Source {
        zh: "“{row}”：{before}年报告项目数量 {last} 加增减为 {sum}，{year}年报告上一年项目数量填报为 {this}",
        en: "“{row}”: {last} items and the change make {sum} in the report for {before}; the report for {year} prints {this} for the year before",
        explain_zh: "2019年版式中，上一年项目数量加本年增/减就是当年的项目数量，次年报告应以它为上一年项目数量。格式没有写明，机构改革和目录调整会打破它。仅供参考。",
        explain_en: "In the 2019 format last year's items plus the change are this year's items, from which next year's report starts. The form does not say so, and reforms break it. For information.",
        example_zh: "2019年行政许可上一年项目数量 17、增减 +2；2020年上一年项目数量填 17。",
        example_en: "2019: 17 items, change +2; 2020 starts with 17.",
    }
    YEAR_UNKNOWN = "S401" "year-unknown" Warning Extraction {
        zh: "没有找到报告年度",
        en: "the report year was not found",
        explain_zh: "年度取自标题与统计期限，不取发布日期、文号或计划中的年份。",
        explain_en: "The year comes from the title and the period of the report, never from the date of publication, a document number or plans.",
        example_zh: "标题写作“政府信息公开年度报告”，统计期限一句也没有年份。",
        example_en: "The title is 政府信息公开年度报告, and no sentence states a period.",
    }
    YEAR_CONTRADICTED = "S402" "year-contradicted" Warning Source {
        zh: "{taken}年度为 {own}，{other}为 {year}",
        en: "{taken} says {own}, {other} says {year}",
        explain_zh: "标题、统计期限与正文的年度不一致，取标题的年度；标题没有年度的，取统计期限的年度。",
        explain_en: "Title, period and text name different years. The title's year is taken; without one, that of the period.",
        example_zh: "标题为2022年，统计期限为2021年1月1日至2021年12月31日。",
        example_en: "The title says 2022, the period runs from 2021-01-01 to 2021-12-31.",
    }
    AGENCY_UNKNOWN = "S403" "agency-unknown" Warning Extraction {
        zh: "没有找到发布机关的名称",
        en: "the name of the agency was not found",
        explain_zh: "机关名称取自标题、元数据或落款。",
        explain_en: "The name comes from the title, the metadata or the signature.",
        example_zh: "标题没有机关，没有元数据，也没有落款。",
        example_en: "No agency in the title, no metadata, no signature.",
    }
    EDITION_OUTDATED = "S404" "edition-outdated" Note Source {
        zh: "{year}年度的报告用了{template}年版式",
        en: "the report for {year} uses the format of {template}",
        explain_zh: "版式与报告年度不符。数值按所用版式的标签给出。",
        explain_en: "The edition is not the one prescribed for that year. The figures are given by the labels that the report uses.",
        example_zh: "2022年度的报告沿用“本年新制作数量”等2019年版式的栏目。",
        example_en: "A report for 2022 with the columns of 2019 (本年新制作数量).",
    }
    SECTION_MISSING = "S405" "section-missing" Note Source {
        zh: "缺少章节“{section}”",
        en: "section “{section}” is missing",
        explain_zh: "格式规定六个部分（条例第五十条），“不能遗漏，也不宜泛化”。也可能是标题在转换中丢失。",
        explain_en: "The form prescribes six sections (条例 Article 50). The heading may also have been lost on the way.",
        example_zh: "“四、…”之后是“六、其他需要报告的事项”，没有第五部分。",
        example_en: "四 is followed by 六、其他需要报告的事项; there is no 五.",
    }
    SECTION_EMPTY = "S406" "section-empty" Note Source {
        zh: "章节“{section}”没有内容",
        en: "section “{section}” holds nothing",
        explain_zh: "格式要求六个部分“不能遗漏，也不宜泛化”（国办公开办函〔2021〕30号，条例第五十条）。标题之下既无文字也无表格：可能漏写，也可能内容是图片或在转换中丢失。",
        explain_en: "The form wants all six parts filled (国办公开办函〔2021〕30号, 条例 Article 50). Below the heading there is neither text nor a table: it was left out, is a picture, or was lost on the way.",
        example_zh: "“五、存在的主要问题及改进情况”之后紧接“六、其他需要报告的事项”。",
        example_en: "五、存在的主要问题及改进情况 is followed at once by 六、其他需要报告的事项.",
    }
    SECTION_ONLY_NONE = "S407" "section-only-none" Note Source {
        zh: "章节“{section}”只写了“{text}”",
        en: "section “{section}” says “{text}” and nothing else",
        explain_zh: "第五部分应写明存在的主要问题和改进情况（条例第五十条）；2021年版式要求在第六部分报告收取信息处理费的情况，没有收取也应写明。",
        explain_en: "Section 五 should name problems and what is done about them (条例 Article 50); under the 2021 format section 六 reports the fees collected, and says so where there were none.",
        example_zh: "“五、存在的主要问题及改进情况”之下只有“无。”。",
        example_en: "Below 五、存在的主要问题及改进情况 stands 无。 alone.",
    }
    SECTION_ORDER = "S408" "section-order" Note Source {
        zh: "章节“{section}”排在“{after}”之后，与格式的顺序不同",
        en: "section “{section}” stands after “{after}”, against the order of the form",
        explain_zh: "格式规定了六个部分的顺序（国办公开办函〔2019〕60号、〔2021〕30号）。",
        explain_en: "The form prescribes the order of its six parts (国办公开办函〔2019〕60号, 〔2021〕30号).",
        example_zh: "“六、其他需要报告的事项”排在“五、存在的主要问题及改进情况”之前。",
        example_en: "六、其他需要报告的事项 stands before 五、存在的主要问题及改进情况.",
    }
    SECTION_TWICE = "S409" "section-twice" Note Source {
        zh: "章节“{section}”出现 {count} 次",
        en: "section “{section}” appears {count} times",
        explain_zh: "同一部分有两个一级标题：可能粘贴重复，也可能附有另一份报告。",
        explain_en: "One part has two headings of the first level: text was pasted twice, or another report is attached.",
        example_zh: "两处“五、存在的主要问题及改进情况”。",
        example_en: "五、存在的主要问题及改进情况 stands there twice.",
    }
    PERIOD_IRREGULAR = "S410" "period-irregular" Note Source {
        zh: "统计期限为 {start} 至 {end}，不是整个年度",
        en: "the period runs from {start} to {end}, which is not the whole year",
        explain_zh: "年度报告应覆盖上一年度（条例第四十九条、第五十条），即1月1日至12月31日；学校的报告以学年（9月1日至次年8月31日）为期。新设机构可以有例外。首尾颠倒或日历上没有的日期照原文列出，这时记录没有统计期限。",
        explain_en: "An annual report covers the year before (条例 Articles 49 and 50), 1 January to 31 December; that of a school covers a school year, 1 September to 31 August. A new body may have reason to differ. Dates in the wrong order, or that no calendar has, are given as printed; the record then has no period.",
        example_zh: "统计期限自2022年1月1日起至2022年11月30日止。",
        example_en: "The period runs from 2022-01-01 to 2022-11-30.",
    }
    PUBLISHED_EARLY = "S411" "published-early" Note Source {
        zh: "{what} {published} 早于{year}年度结束",
        en: "{what} {published}, before the year {year} was over",
        explain_zh: "{year}年度的数据在年度结束后才完整，发布日期、落款日期或年度可能有误（条例第四十九条：每年1月31日前公布上一年度报告）。",
        explain_en: "The figures of a year are complete when it is over; the date or the year may be wrong (条例 Article 49: by 31 January the report on the year before).",
        example_zh: "2022年度报告的落款日期为2022年1月18日。",
        example_en: "The report for 2022 is dated 2022-01-18.",
    }
    YEAR_STALE = "S412" "year-stale" Note Source {
        zh: "{year}年度报告的总体情况中有以“{stale}年”开头的句子或分句：“{text}”",
        en: "the overview of the report for {year} has a sentence or clause that begins with {stale}: “{text}”",
        explain_zh: "总体情况应写报告年度的工作。以上一年度开头、又不作比较的句子，可能是沿用上年报告而未改年份。",
        explain_en: "The overview speaks of the report year. A sentence that begins with the year before and compares nothing may have been kept from last year's report.",
        example_zh: "2022年度报告写道“2021年，我局主动公开信息135条”。",
        example_en: "A report for 2022 says 2021年，我局主动公开信息135条.",
    }
    FORM_TEXT_LEFT = "S413" "form-text-left" Note Source {
        zh: "报告中留有模板文字“{text}”",
        en: "words of the form were left in the report: “{text}”",
        explain_zh: "格式模板或起草说明中的提示文字没有替换或删除。",
        explain_en: "An instruction of the form or of the draft was neither replaced nor removed.",
        example_zh: "“本报告电子版可在政府网站（具体网址）下载”。",
        example_en: "…可在政府网站（具体网址）下载.",
    }
    SECTIONS_UNTOLD = "S414" "sections-untold" Note Extraction {
        zh: "格式规定的 {count} 个部分只认出 {found} 个",
        en: "of the {count} sections that the form prescribes {found} were found",
        explain_zh: "标题没有序号且措辞与格式不同，或在转换中丢失、与正文连成一行。表格仍按栏目名称读取；正文可能归入了别的部分，或列在各部分之前。",
        explain_en: "The headings have no numbers and are worded unlike the form's, were lost on the way, or run on into the text. Tables are read by their labels all the same; text may stand under another section, or before all of them.",
        example_zh: "“总体情况”“主动公开情况”等标题只以字体区别，没有“一、”“二、”。",
        example_en: "Headings such as 总体情况 and 主动公开情况 that only their print tells, without 一、 and 二、.",
    }
    SECTION_NUMBER_TWICE = "S415" "section-number-twice" Note Source {
        zh: "章节“{section}”与前面的一个部分序号相同，都是“{number}”",
        en: "section “{section}” has the number {number} of a section before it",
        explain_zh: "格式规定了六个部分的序号（国办公开办函〔2019〕60号、〔2021〕30号）。标题按其文字归入各部分，序号照原文记录。",
        explain_en: "The form numbers its six parts (国办公开办函〔2019〕60号, 〔2021〕30号). Headings are told by their words; the record has the numbers as printed.",
        example_zh: "“三、收到和处理政府信息公开申请情况”之后是“三、政府信息公开行政复议、行政诉讼情况”。",
        example_en: "三、收到和处理政府信息公开申请情况 is followed by 三、政府信息公开行政复议、行政诉讼情况.",
    }
    AGENCY_CONTRADICTED = "S416" "agency-contradicted" Warning Source {
        zh: "标题的机关为{title}，{where}为{other}",
        en: "the title names {title}, {where} {other}",
        explain_zh: "标题与带日期的落款，或与引言所公布的报告（现公布某机关2023年…年度报告），不是同一机关（简称、办公室、同一地方的党委与政府视为同一机关；学校与局这样一望而知不同的，不看地名）：可能沿用了别的机关的报告，也可能标题取自网页上的其他报告。机关取标题的名称。",
        explain_en: "The title and the signature above its date, or the report that the preamble gives (现公布…2023年…年度报告), name two agencies (a short name, an office of it, party and government of one place are the same one; a school and a bureau differ wherever they are): another agency's report was reused, or the title is that of another report on the page. The title's name is taken.",
        example_zh: "标题为“云溪市水务局2023年政府信息公开工作年度报告”，落款为“云溪市教育局 2024年1月17日”。",
        example_en: "The title is 云溪市水务局2023年政府信息公开工作年度报告, the signature 云溪市教育局, 2024年1月17日.",
    }
    TITLES_SEVERAL = "S417" "titles-several" Warning Extraction {
        zh: "报告之前有几个标题，取“{title}”；另有：{others}",
        en: "several titles stand before the report; “{title}” was taken; others: {others}",
        explain_zh: "网页的列表、上一篇与下一篇也印有标题。落款、统计期限和网页自身的标题都不能说明哪一个是本报告的。",
        explain_en: "Lists and links to other articles print titles too. Neither the signature nor the period nor what the page calls itself tells which one is the report's.",
        example_zh: "正文之前依次是“云溪市教育局2023年政府信息公开工作年度报告”和“云溪市水务局2023年政府信息公开工作年度报告”，文末没有落款。",
        example_en: "Above the text stand 云溪市教育局2023年政府信息公开工作年度报告 and 云溪市水务局2023年政府信息公开工作年度报告; nobody signed.",
    }
    AGENCY_ASSUMED = "S418" "agency-assumed" Note Extraction {
        zh: "标题、正文和落款都没有机关名称，取自{source}：{agency}",
        en: "neither title, text nor signature names the agency; {agency} is {source}",
        explain_zh: "标题没有机关名称，标题之下、正文引言和落款也都没有。发布网页的机构、供咨询的单位往往就是编制报告的机关，也可能是上级机关或其办公室，使用前请核对。",
        explain_en: "The title names no agency; neither does a line below it, the preamble or a signature. Whoever published the page, or is to be asked, often is the agency, and may be a superior body or its office.",
        example_zh: "标题为“2023年政府信息公开工作年度报告”，文末没有落款，引言写“请与云溪市水务局办公室联系”。",
        example_en: "The title is 2023年政府信息公开工作年度报告, nobody signed, and the preamble says 请与云溪市水务局办公室联系.",
    }
    YEAR_SKIPPED = "S450" "year-skipped" Note Source {
        zh: "{agency}有{before}年和{year}年的报告，缺少{missing}年",
        en: "{agency} has reports for {before} and {year}, none for {missing}",
        explain_zh: "给出的报告中该机关的年份不连续。行政机关每年都应公布年度报告（条例第四十九条）；也可能只是没有收集到。",
        explain_en: "The years of this agency have a gap among the reports given. Every agency publishes one each year (条例 Article 49); it may only not have been collected.",
        example_zh: "给出2020、2021、2023年三份报告。",
        example_en: "Reports for 2020, 2021 and 2023 are given.",
    }
    REPORTS_DIFFER = "S451" "reports-differ" Warning Source {
        zh: "{agency}{year}年度有两份报告，{count} 个数值不同（另一份：{other}），例如“{label}”{this} 与 {that}",
        en: "{agency} has two reports for {year} that differ in {count} figures (the other: {other}), as “{label}” {this} and {that}",
        explain_zh: "同一机关、同一年度的两份报告数值不一致：可能一份是更正前的版本，也可能其中一份的机关或年度读错。分析时只应使用一份。",
        explain_en: "Two reports of one agency and year print different figures: one may be the version before a correction, or its agency or year was read wrong. Use one of them.",
        example_zh: "网站和公报各有一份2022年报告，新收申请总计分别为 12 和 13。",
        example_en: "The site and the gazette each have a report for 2022; new applications are 12 in one and 13 in the other.",
    }
    REPORT_TWICE = "S452" "report-twice" Note Source {
        zh: "{agency}{year}年度的报告重复给出，数值相同（另一份：{other}）",
        en: "{agency}'s report for {year} is given twice with the same figures (the other: {other})",
        explain_zh: "同一机关、同一年度有两个文件，数值没有矛盾。汇总时应只计一次。",
        explain_en: "Two files are of one agency and year, and their figures do not contradict each other. Count one of them.",
        example_zh: "同一报告的网页与文字版各一份。",
        example_en: "The page and the text of one report.",
    }
    AGENCY_SHARED = "S453" "agency-shared" Note Extraction {
        zh: "“{agency}”之名下{year}年度有数值不同的报告，可能是不同地方的同名机关，跨年核对未进行（另一份：{other}）",
        en: "reports for {year} under the name “{agency}” differ; they may be of namesakes in different places, so years were not compared (the other: {other})",
        explain_zh: "名称没有上级地名（如“城关镇”“市残联”），全国有许多同名机关。可在别名表中为各文件的机关写明全称。",
        explain_en: "The name lacks the place above it, and many places have such an agency. A table of aliases can give the full names.",
        example_zh: "两个县的“城关镇”各有一份2022年报告。",
        example_en: "Two counties each have a report of 城关镇 for 2022.",
    }
    TEXT_REPEATED = "S454" "text-repeated" Note Source {
        zh: "“{section}”有 {share}% 的文字与{before}年报告相同，例如“{passage}”",
        en: "{share}% of “{section}” stands in the report for {before} too, as “{passage}”",
        explain_zh: "去掉数字与标点后，本部分大部分连续文字与本机关上年报告相同。格式要求据实反映当年情况；固定表述不在此列的可能性较小，但仍需人工判断。",
        explain_en: "Digits and punctuation apart, most of this part stands in the agency's report of the year before. A report should speak of its own year; whether this is mere standing phrase is for a reader to judge.",
        example_zh: "第五部分与上年一字不差，只改了年份。",
        example_en: "Section 五 is last year's word for word, with another year in it.",
    }
    TEXT_SHARED = "S455" "text-shared" Note Source {
        zh: "“{section}”有 {share}% 的文字与{agency}{before}年报告相同（{other}），例如“{passage}”",
        en: "{share}% of “{section}” stands in the report of {agency} for {before} too ({other}), as “{passage}”",
        explain_zh: "去掉数字与标点后，本部分大部分连续文字与另一机关的报告相同：可能使用了统一的底稿，也可能照抄。",
        explain_en: "Digits and punctuation apart, most of this part stands in another agency's report: both may rest on a common draft, or one is a copy.",
        example_zh: "两个镇的第五部分只有镇名不同。",
        example_en: "Section 五 of two towns differs in the name of the town alone.",
    }
}
