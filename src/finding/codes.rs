//! All codes, in one table: `R1…` reading the file, `L2…` finding sections, tables and figures, `C3…` relations of the
//! form, `S4…` title, year and sections.
//!
//! A code, once published, keeps its meaning. The list of codes is held by a golden file.

use super::{Code, Origin, Severity, Words};

macro_rules! codes {
    ($($name:ident = $code:literal $slug:literal $severity:ident $origin:ident {
        zh: $zh:literal, en: $en:literal, explain_zh: $explain_zh:literal, explain_en: $explain_en:literal $(,)?
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
            };
        )*
        /// Every code, in order.
        pub static ALL: &[&Code] = &[$(&$name),*];
    };
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
    }
    ENCODING_ASSUMED = "R102" "encoding-assumed" Note Extraction {
        zh: "文件未声明字符编码，按 {used} 读取",
        en: "the file declares no encoding; read as {used}",
        explain_zh: "文件没有声明编码，也没有字节序标记，编码是从字节推断的。UTF-8 不在此列：其字节结构足以自证。",
        explain_en: "No encoding is declared and there is no byte-order mark, so it was told from the bytes. UTF-8 proves itself and is not mentioned.",
    }
    CHARACTERS_LOST = "R103" "characters-lost" Warning Extraction {
        zh: "有 {count} 处字节无法按 {used} 解码，已用替代字符代替",
        en: "{count} places do not decode as {used} and are replacement characters now",
        explain_zh: "个别字节在该编码中没有意义，通常是抓取或转码时截断所致。受影响的数字会标为无法辨认。",
        explain_en: "Some bytes mean nothing in this encoding, mostly because a crawl or a conversion cut them. A figure that is hit is illegible.",
    }
    MOJIBAKE = "R104" "mojibake" Warning Source {
        zh: "正文疑似曾以错误编码转存（乱码）",
        en: "the text seems to have been stored in a wrong encoding before (mojibake)",
        explain_zh: "文字中充满 UTF-8 被当作 GBK 读取后产生的字样。文件照原样读取，不做还原。",
        explain_en: "The text is full of characters that appear when UTF-8 is read as GBK. It is read as it stands; nothing is repaired.",
    }
    SPANS_UNKNOWN = "R110" "spans-unknown" Note Extraction {
        zh: "{format} 文件不提供合并单元格信息，空单元格可能是合并区域的一部分",
        en: "{format} gives no merged areas; an empty cell may be part of one",
        explain_zh: "xlsb 与 csv 的读取结果不含合并单元格。数值按行列标签对位，不依赖合并信息。",
        explain_en: "Merged areas cannot be read from xlsb and csv. Figures are placed by their labels and do not depend on them.",
    }
    SHEET_HIDDEN = "R111" "sheet-hidden" Note Extraction {
        zh: "工作表“{sheet}”是隐藏的，未读取",
        en: "sheet \"{sheet}\" is hidden and was not read",
        explain_zh: "隐藏的工作表不是公开内容的一部分，通常是草稿或下拉列表。",
        explain_en: "A hidden sheet is no part of what is published; mostly it is a draft or the source of a drop-down list.",
    }
    FORMULA_WITHOUT_VALUE = "R112" "formula-without-value" Warning Source {
        zh: "单元格 {cell} 含公式但没有存储结果，视为无法辨认",
        en: "cell {cell} holds a formula without a stored result and is illegible",
        explain_zh: "某些程序写出的工作簿只有公式、没有计算结果。本工具从不计算，请用表格软件打开并保存后再试。",
        explain_en: "Some programs write formulas without results. Nothing is computed here: open the workbook in a spreadsheet program, save it, and try again.",
    }
    CELL_ERROR = "R113" "cell-error" Warning Source {
        zh: "单元格 {cell} 显示错误值 {value}",
        en: "cell {cell} shows the error {value}",
        explain_zh: "单元格内是 #DIV/0!、#REF! 之类的错误值。",
        explain_en: "The cell holds an error value such as #DIV/0! or #REF!.",
    }
    PART_LEFT_OUT = "R120" "part-left-out" Warning Extraction {
        zh: "内容超出处理上限，部分未读取：{what}",
        en: "more than is read at most; a part was left out: {what}",
        explain_zh: "表格的行列、嵌套深度或合并跨度超出上限，超出部分未读取。正常的报告远小于这些上限。",
        explain_en: "Rows, columns, nesting or spans exceed the limits, and the rest was not read. Sound reports are far below them.",
    }
    NO_TEMPLATE = "L201" "no-template" Note Extraction {
        zh: "没有找到法定表格的标签，按一般编号报告处理",
        en: "no label of a statutory table was found; read as a general numbered report",
        explain_zh: "版式由表格自身的标签确定，从不由年份推断。2014年以前的报告、以及没有表格的报告，只给出章节。",
        explain_en: "The edition is told from the tables' own labels, never from the year. Reports before 2014 and reports without tables give sections only.",
    }
    TABLE_MISSING = "L202" "table-missing" Error Extraction {
        zh: "没有找到{table}",
        en: "{table} was not found",
        explain_zh: "版式规定的表格没有出现：可能是图片、附件，或在抓取时丢失。对应的数值均为空。",
        explain_en: "A table that the edition prescribes is not there: it may be a picture, an attachment, or lost on the way. Its figures have no value.",
    }
    ROW_MISSING = "L203" "row-missing" Warning Extraction {
        zh: "没有找到行“{row}”",
        en: "row “{row}” was not found",
        explain_zh: "表格中缺少版式规定的一行，或其标签无法辨认。该行数值为空。",
        explain_en: "A row of the form is missing, or its label cannot be recognised. Its figures have no value.",
    }
    COLUMN_MISSING = "L204" "column-missing" Warning Extraction {
        zh: "没有找到列“{column}”",
        en: "column “{column}” was not found",
        explain_zh: "表头中缺少版式规定的一列，或其标签无法辨认。该列数值为空。",
        explain_en: "A column of the form is missing, or its label cannot be recognised. Its figures have no value.",
    }
    POSITION_UNKNOWN = "L205" "position-unknown" Note Extraction {
        zh: "行“{row}”有 {found} 个数值、{expected} 列，无法确定各数值属于哪一列，均不取值",
        en: "row “{row}” shows {found} values for {expected} columns; which belongs where cannot be known, so none is taken",
        explain_zh: "转换工具丢掉了空单元格或重复的行，剩下的数值无法确定属于哪一列。宁缺毋错：这些数值为空，读数为 ambiguous。",
        explain_en: "A tool dropped blank cells or equal lines, and the values that are left cannot be placed. They have no value; their reading is ambiguous.",
    }
    POSITIONS_UNKNOWN = "L206" "positions-unknown" Warning Extraction {
        zh: "{table}有 {rows} 行数值的列位置无法确定",
        en: "{rows} rows of {table} hold values whose columns cannot be known",
        explain_zh: "见 L205。这是每张表一条的汇总。",
        explain_en: "See L205. This is the summary, one for each table.",
    }
    COLUMNS_ASSUMED = "L207" "columns-assumed" Note Extraction {
        zh: "{table}没有可辨认的表头，按版式的列顺序读取",
        en: "{table} has no head that can be recognised; its columns are taken in the order of the form",
        explain_zh: "表头缺失、残缺或被打散，但每行数值个数与版式的列数相同。",
        explain_en: "The head is missing, cut or scattered, but every row has as many values as the form has columns.",
    }
    LABEL_NEARLY = "L208" "label-nearly" Note Source {
        zh: "标签“{found}”与版式不一致，按“{label}”读取",
        en: "label “{found}” differs from the form; read as “{label}”",
        explain_zh: "标签缺字、多字或错字，但位置与相邻标签足以确定它是哪一行或哪一列。",
        explain_en: "The label lacks a character or has another, but its position between its neighbours settles which row or column it is.",
    }
    VALUE_ILLEGIBLE = "L209" "value-illegible" Warning Extraction {
        zh: "“{label}”处的“{raw}”不是可以确定的数值",
        en: "“{raw}” at {label} is no number that can be told",
        explain_zh: "单元格里有文字，但不是数值、空白、短横或“无”。不取值，原文保留。",
        explain_en: "The cell holds something that is neither a number, a blank, a dash nor 无. It has no value; the raw text is kept.",
    }
    VALUE_NOTED = "L210" "value-noted" Note Source {
        zh: "“{label}”处的数值带有说明：“{raw}”",
        en: "the value at {label} carries a note: “{raw}”",
        explain_zh: "单元格中数值之后有括注或文字，取其数值，原文保留。",
        explain_en: "A note follows the number in its cell. The number is taken; the raw text is kept.",
    }
    ROW_TWICE = "L211" "row-twice" Warning Extraction {
        zh: "行“{row}”出现两次且数值不同，均不取值",
        en: "row “{row}” appears twice with different values; none is taken",
        explain_zh: "同一行在报告中出现多次而数值不同，例如两年对照，或附有下级单位的表。",
        explain_en: "The same row appears more than once with different values: two years side by side, say, or the tables of another body.",
    }
    ORDER_UNKNOWN = "L212" "order-unknown" Warning Extraction {
        zh: "{table}的表头与数值行互相矛盾，{rows} 行不取值",
        en: "the head of {table} contradicts its rows; {rows} rows are not taken",
        explain_zh: "按列位置与按顺序两种读法给出不同结果，且没有证据能够取舍。",
        explain_en: "Reading by column and reading by order give different figures, and nothing settles which is right.",
    }
    TABLE_BLANK = "L213" "table-blank" Warning Source {
        zh: "{table}没有填写任何数值",
        en: "{table} holds no value at all",
        explain_zh: "表格存在但全部为空。空白不是0。",
        explain_en: "The table is there and all of it is blank. A blank is not 0.",
    }
    FORM_BLANK = "L214" "form-blank" Warning Source {
        zh: "这是一份空白表格，不是填报的报告",
        en: "this is the blank form, not a report",
        explain_zh: "所有表格均为空，且没有年份与发布机关：通常是格式模板或随文下发的样表。",
        explain_en: "All tables are blank and there is neither a year nor an agency: the form itself, or a notice that carries it.",
    }
    EDITION_MIXED = "L215" "edition-mixed" Note Source {
        zh: "表格混用了不同版式：{what}",
        en: "the tables mix editions: {what}",
        explain_zh: "部分表格用新版式，部分沿用旧版式。各数值按其自身标签归入相应路径。",
        explain_en: "Some tables are of one edition and some of another. Each figure goes to the path of its own labels.",
    }
    TABLES_PICTURED = "L216" "tables-pictured" Warning Extraction {
        zh: "报告中有 {count} 张图片而没有表格，数值可能在图片里",
        en: "the report holds {count} pictures and no table; the figures may be in them",
        explain_zh: "本工具不识别图片中的文字。",
        explain_en: "Text in pictures is not read.",
    }
    VALUES_SURPLUS = "L217" "values-surplus" Note Extraction {
        zh: "{table}附近有 {count} 个数值不属于任何一行",
        en: "{count} values near {table} belong to no row",
        explain_zh: "可能是页码、批注或当地增加的行。它们没有进入任何数值。",
        explain_en: "They may be page numbers, remarks or local rows. They are part of no figure.",
    }
    COMPARISON = "L218" "comparison" Warning Source {
        zh: "表格并列了不止一年的数值，不取值",
        en: "the tables set more than one year side by side; nothing is taken",
        explain_zh: "对照材料不是年度报告。",
        explain_en: "A comparison is not an annual report.",
    }
    EDITION_ASSUMED = "L219" "edition-assumed" Note Extraction {
        zh: "表格中没有能区分版式的标签，按{template}年版式读取",
        en: "no label tells the editions apart; read by the format of {template}",
        explain_zh: "只出现了各版式共有的标签。共有表格在各版式中完全相同，因此数值不受影响，但版式本身是假定的。",
        explain_en: "Only labels that the editions share were found. Those tables are the same in all of them, so the figures are not affected, but the edition is an assumption.",
    }
    TABLE_PARTIAL = "L220" "table-partial" Error Extraction {
        zh: "{table}只找到 {found} 行，缺 {missing} 行",
        en: "only {found} rows of {table} were found; {missing} are missing",
        explain_zh: "表格的大部分行没有找到：可能被截断，或单元格之间的分隔全部丢失。缺行的数值为空。",
        explain_en: "Most rows of the table were not found: it was cut, or every division between its cells was lost. The figures of the missing rows have no value.",
    }
    ROWS_IN_ORDER = "L221" "rows-in-order" Note Extraction {
        zh: "{table}有 {rows} 行的标签与数值分离，按版式的行序读取",
        en: "{rows} rows of {table} stand apart from their labels and were taken in the order of the form",
        explain_zh: "转换工具按页面的栏而不是行取出文字，标签与数值不在一处。数值的总个数与版式完全相同，有标签的行都在自己的位置上，其余各行的总计关系全部成立，因此按版式的行序读取。",
        explain_en: "A tool took the text of a page column by column, so labels stand away from their values. There are exactly as many values as the form has, every row that has its label stands at its own number, and the sums of all other rows hold; so they were read in the order of the form.",
    }
    ROW_TOTAL = "C301" "row-total" Error Source {
        zh: "“{row}”各列之和为 {sum}，总计填报为 {total}（{words}）",
        en: "the columns of “{row}” add up to {sum}, its total is printed as {total} ({words})",
        explain_zh: "申请情况表每一行：自然人与五类法人或其他组织之和等于总计。格式（国办公开办函〔2019〕60号、〔2021〕30号）由表头结构隐含此关系。数值照原样给出，不做更正。",
        explain_en: "In each row of the requests table the natural persons and the five kinds of organisations add up to the total; the head of the form (国办公开办函〔2019〕60号, 〔2021〕30号) implies it. The figures are given as printed.",
    }
    OUTCOME_TOTAL = "C302" "outcome-total" Error Source {
        zh: "“{column}”列办理结果各项之和为 {sum}，（七）总计填报为 {total}（{words}）",
        en: "the outcomes in column “{column}” add up to {sum}, （七）总计 is printed as {total} ({words})",
        explain_zh: "每件申请只计入一种办理结果（“区分处理的，只计这一情形，不计其他情形”），因此各项之和等于（七）总计。",
        explain_en: "Each application counts under one outcome only, as the label of （二）部分公开 says, so the outcomes add up to （七）总计.",
    }
    BALANCE = "C303" "balance" Error Source {
        zh: "“{column}”列：第一项加第二项为 {sum}，第三项加第四项为 {total}（{words}）",
        en: "column “{column}”: items 1 and 2 make {sum}, items 3 and 4 make {total} ({words})",
        explain_zh: "表格左上角印明：本列数据的勾稽关系为第一项加第二项之和，等于第三项加第四项之和。这是格式唯一印明的关系。",
        explain_en: "The corner cell of the form prints it: in each column, item 1 plus item 2 equals item 3 plus item 4. It is the only relation that the form prints.",
    }
    REMEDIES_TOTAL = "C304" "remedies-total" Error Source {
        zh: "{row}四项之和为 {sum}，总计填报为 {total}（{words}）",
        en: "the four results of {row} add up to {sum}, the total is printed as {total} ({words})",
        explain_zh: "行政复议、未经复议直接起诉、复议后起诉三组，各组四项之和等于总计。",
        explain_en: "In each of the three groups the four results add up to the total.",
    }
    FORM_TOTAL = "C305" "form-total" Error Source {
        zh: "各项之和为 {sum}，填报为 {total}（{words}）",
        en: "the parts add up to {sum}, the total is printed as {total} ({words})",
        explain_zh: "政府信息公开情况统计表（国办发〔2014〕32号）的标签隐含的合计关系。",
        explain_en: "A total that the labels of the statistics form (国办发〔2014〕32号) imply.",
    }
    BLANKS_AS_ZERO = "C310" "blanks-as-zero" Note Source {
        zh: "有 {count} 处关系只有把空白看作0才成立",
        en: "{count} relations hold only where blanks are read as 0",
        explain_zh: "报告用空白代替0。空白照空白给出，不补0。",
        explain_en: "The report leaves cells blank instead of 0. A blank stays a blank.",
    }
    TOTALS_LEFT_OUT = "C311" "totals-left-out" Note Source {
        zh: "有 {count} 处总计没有填写",
        en: "{count} totals are left out",
        explain_zh: "各分项有数值而总计为空。总计不由本工具计算。",
        explain_en: "The parts hold values and the total is blank. Totals are not computed here.",
    }
    READING_DOUBTED = "C312" "reading-doubted" Warning Extraction {
        zh: "数值的位置并不确定，而{words}不成立",
        en: "the positions of the figures are not certain, and {words} does not hold",
        explain_zh: "这一行的位置是从排列推断的，且与表格的关系矛盾：可能是读错，也可能是报告本身的错误。",
        explain_en: "The positions were told from the layout and contradict a relation of the form: we may have misread it, or the report may be wrong.",
    }
    YEAR_UNKNOWN = "S401" "year-unknown" Warning Extraction {
        zh: "没有找到报告年度",
        en: "the report year was not found",
        explain_zh: "年度取自标题与统计期限，不取发布日期、文号或计划中的年份。",
        explain_en: "The year comes from the title and the period of the report, never from the date of publication, a document number or plans.",
    }
    YEAR_CONTRADICTED = "S402" "year-contradicted" Warning Source {
        zh: "标题年度为 {title}，{other}为 {year}",
        en: "the title says {title}, {other} says {year}",
        explain_zh: "标题与统计期限或正文的年度不一致，取标题的年度。",
        explain_en: "The title and the period or text name different years. The title's year is taken.",
    }
    AGENCY_UNKNOWN = "S403" "agency-unknown" Warning Extraction {
        zh: "没有找到发布机关的名称",
        en: "the name of the agency was not found",
        explain_zh: "机关名称取自标题、元数据或落款。",
        explain_en: "The name comes from the title, the metadata or the signature.",
    }
    EDITION_OUTDATED = "S404" "edition-outdated" Note Source {
        zh: "{year}年度的报告用了{template}年版式",
        en: "the report for {year} uses the format of {template}",
        explain_zh: "版式与报告年度不符。数值按所用版式的标签给出。",
        explain_en: "The edition is not the one prescribed for that year. The figures are given by the labels that the report uses.",
    }
    SECTION_MISSING = "S405" "section-missing" Note Source {
        zh: "缺少章节“{section}”",
        en: "section “{section}” is missing",
        explain_zh: "格式规定六个部分（条例第五十条），“不能遗漏，也不宜泛化”。也可能是标题在转换中丢失。",
        explain_en: "The form prescribes six sections (条例 Article 50). The heading may also have been lost on the way.",
    }
}
