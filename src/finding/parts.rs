//! What a sentence names in words of ours: parts of a document that were left out, and where a year or a name may stand.

use super::Words;

/// Cells of a table.
pub static CELLS: Words = Words { zh: "部分单元格", en: "cells" };

/// Lines of a text, and the cells in them.
pub static LINES: Words = Words { zh: "超出数量上限的行和单元格", en: "lines and cells beyond the limit" };

/// The end of a line.
pub static LINE_END: Words = Words { zh: "过长一行的末尾", en: "the end of a line that is too long" };

/// Words and cells behind those that are looked through for tables.
pub static SLOTS: Words =
    Words { zh: "用于定位表格的后续文字和单元格", en: "words and cells looked through for tables" };

/// Elements of a page behind the first million.
pub static ELEMENTS: Words = Words { zh: "超出数量上限的网页元素", en: "elements beyond the limit" };

/// Elements of a page that lie too deep.
pub static NESTED: Words = Words { zh: "嵌套过深的网页元素", en: "elements nested too deep" };

/// A tag of a page, and all behind it.
pub static CROWDED: Words =
    Words { zh: "属性过多的标签及其后的内容", en: "a tag of too many attributes, and what follows it" };

/// An empty cell.
pub static BLANK: Words = Words { zh: "空白", en: "blank" };

/// The title of the report.
pub static TITLE: Words = Words { zh: "标题", en: "the title" };

/// The running text of the report.
pub static TEXT: Words = Words { zh: "正文", en: "the text" };

/// The sentence that states the period of the report.
pub static PERIOD: Words = Words { zh: "统计期限", en: "the stated period" };

/// Whoever published the page.
pub static PUBLISHER: Words = Words { zh: "网页的发布机构", en: "who published the page" };

/// Whom the text asks the reader to turn to.
pub static CONTACT: Words = Words { zh: "正文的联系单位", en: "whom the text asks to contact" };

/// The date of publication.
pub static PUBLISHED: Words = Words { zh: "发布日期", en: "published on" };

/// The date below the name at the end.
pub static SIGNED: Words = Words { zh: "落款日期", en: "signed on" };

/// Who signed the report.
pub static SIGNATURE: Words = Words { zh: "落款", en: "the signature" };
