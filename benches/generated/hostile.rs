//! Inputs that were made to harm: to take all time, all memory, or the process.
//!
//! `tests/limits.rs` holds what comes of each, `benches/limits.rs` measures how long it takes and how much memory.

use std::io::{Cursor, Write};

/// An input, and what comes of it: `read`; `left out`, with a finding that says so; `no report`; `damaged`; `too large`.
pub struct Input {
    pub name: &'static str,
    pub outcome: &'static str,
    pub make: fn() -> Vec<u8>,
}

const fn input(name: &'static str, outcome: &'static str, make: fn() -> Vec<u8>) -> Input {
    Input { name, outcome, make }
}

/// All of them.
#[rustfmt::skip]
pub static INPUTS: &[Input] = &[
    input("spans of 2^31 and -1",               "read",      || page("<table><tr><td colspan=2147483648 rowspan=-1>甲<td rowspan=2147483648>1<tr><td>乙<td>2</table>")),
    input("cells of 1000 x 65534",              "left out",  || page(&format!("<table>{}</table>", "<tr><td colspan=1000 rowspan=65534>1</td></tr>".repeat(3_000)))),
    input("rows of cells of 1000 x 65534",      "left out",  || page(&format!("<table>{}</table>", format!("<tr>{}</tr>", "<td colspan=1000 rowspan=65534>1".repeat(40)).repeat(100)))),
    input("a million cells",                    "left out",  || page(&format!("<table>{}</table>", format!("<tr>{}", "<td>1".repeat(100)).repeat(10_000)))),
    input("a hundred thousand tables",          "left out",      || page(&"<table><tr><td>甲<td>1<tr><td>乙<td>2</table>".repeat(100_000))),
    input("tables nested 10,000 deep",          "left out",  || page(&"<table><tr><td>甲</td><td>".repeat(10_000))),
    input("elements nested 100,000 deep",       "left out",  || page(&"<div>".repeat(100_000))),
    input("elements that stray ends seem to close", "left out", || page(&"<div></b></i></b>".repeat(100_000))),
    input("fonts that are never closed",        "left out",  || page(&"<font size=1><font size=2><i><b>".repeat(30_000))),
    input("fonts across a hundred thousand paragraphs", "left out", || page(&"<p><b><i><font><u>甲".repeat(100_000))),
    input("lists nested 50,000 deep",           "left out",  || page(&"<ul><li>甲".repeat(50_000))),
    input("a page on a line of 50 MB",          "left out",      || page(&"甲".repeat(50_000_000 / 3))),
    input("a text on a line of 50 MB",          "left out",      || text(&"甲乙 ".repeat(50_000_000 / 7))),
    input("a value on a line of 50 MB",         "left out", || format!("甲,乙,丙\n1,2,{}\n3,4,5\n", "9".repeat(50_000_000)).into_bytes()),
    input("values on a line of 50 MB",          "left out",  || format!("甲,乙,丙\n1,2,3\n3,4,5\n1{}\n", ",2".repeat(25_000_000)).into_bytes()),
    input("100,000 headings in a page",         "read",      || page(&"<h2>三、其他情况</h2><p>（一）内容</p>".repeat(50_000))),
    input("100,000 headings in a text",         "read",      || text(&"三、其他情况\n（一）内容\n".repeat(50_000))),
    input("100,000 beginnings of headings",     "read", || text(&"三、收到\n".repeat(100_000))),
    input("50,000 titles without numbers",      "read", || text(&format!("{}{}", "一、总体情况\n六、其他需要报告的事项\n", "总体情况\n甲\n".repeat(50_000)))),
    input("a report printed 5,000 times over",  "read",      || text(&"一、总体情况\n本年度主动公开各类政府信息，内容涉及多个领域。\n二、主动公开政府信息情况\n认真落实公开要求，做到应公开尽公开，便于查阅。\n".repeat(5_000))),
    input("16,000 counts in sentences",         "read",      || text(&format!("一、总体情况\n二、主动公开政府信息情况\n{}", (0..16_000).map(|n| format!("全年收到政府信息公开申请{n}件。\n")).collect::<String>()))),
    input("100,000 numbers on a line",          "read",      || text(&format!("规章 {}", "12 ".repeat(100_000)))),
    input("100,000 numbers on lines",           "read",      || text(&"行政许可\n12\n\n".repeat(50_000))),
    input("100,000 cells on lines of their own with a bar", "read", || text(&"规章 |\n0 |\n".repeat(50_000))),
    input("years and titles without end",       "read",      || text(&format!("{}\n一、总体情况\n二、主动公开政府信息情况\n", "现公布《2023年".repeat(25_000)))),
    input("10 MB of values on lines",           "left out",  || text(&format!("一、总体情况\n二、主动公开政府信息情况\n{}", "0\n\n".repeat(3_500_000)))),
    input("10 MB of cells and bars",            "left out",  || text(&format!("一、总体情况\n二、主动公开政府信息情况\n{}", "|0|1|\n".repeat(1_700_000)))),
    input("100,000 labels on a line",           "left out",      || text(&"本年新收政府信息公开申请数量 1 ".repeat(50_000))),
    input("100,000 labels in cells",            "read",      || page(&format!("<table>{}</table>", "<tr><td>行政许可<td>1".repeat(50_000)))),
    input("a menu of 50,000 labels above a table", "left out", || page(&format!("{}<table><tr><td>第二十条第（五）项<tr><td>信息内容<td>本年处理决定数量<tr><td>行政许可<td>3<tr><td>第二十条第（六）项<tr><td>信息内容<td>本年处理决定数量<tr><td>行政处罚<td>4<tr><td>行政强制<td>5<tr><td>第二十条第（八）项<tr><td>信息内容<td>本年收费金额（单位：万元）<tr><td>行政事业性收费<td>6</table>", "<li>行政许可</li>".repeat(50_000)))),
    input("50,000 pieces of labels",            "read",      || text(&"第二十条\n第（\n一）\n项\n".repeat(12_500))),
    input("tabs without end",                   "left out",      || text(&format!("规章{}1\n", "\t".repeat(1_000_000)))),
    input("pipes without end",                  "left out",      || text(&format!("|规章{}1|\n", "|".repeat(1_000_000)))),
    input("lines of boxes",                     "read",      || text(&"┌─┬─┐\n│甲│1│\n├─┼─┤\n└─┴─┘\n".repeat(25_000))),
    input("brackets without end",               "left out",      || text(&format!("三、其他{}\n", "（".repeat(1_000_000)))),
    input("dashes without end",                 "left out",      || text(&format!("三、其他\n{}\n", "-".repeat(5_000_000)))),
    input("quotation marks without end",        "left out", || format!("甲,乙,丙\n{}", "\"甲,1,2\n".repeat(200_000)).into_bytes()),
    input("character references",               "left out",      || page(&"&lt;&#x4e00;&CounterClockwiseContourIntegral;&am".repeat(100_000))),
    input("entities that expand",               "read",      || page(&format!("<!DOCTYPE x [<!ENTITY a \"{0}\"><!ENTITY b \"&a;&a;&a;&a;\">]>{1}", "甲".repeat(1_000), "&b;".repeat(100_000)))),
    input("NULs",                               "read",      || page("<p>\0甲\0</p>\0")),
    input("nothing but NULs",                   "undecodable", || vec![0; 1_000_000]),
    input("lone surrogates in UTF-16",          "no report", || [0xff, 0xfe].into_iter().chain([0x00, 0xd8].repeat(500_000)).collect()),
    input("lone surrogates in UTF-8",           "no report",      || [page("<p>甲").as_slice(), &b"\xed\xa0\x80".repeat(10)].concat()),
    input("a lone surrogate as a reference",    "read",      || page("<p>&#xd800;&#x110000;&#0;</p>")),
    input("a comment that is never closed",     "read",      || page(&"<!--".repeat(200_000))),
    input("dashes in a comment",                "read",      || page(&format!("<!--{}", "-".repeat(2_000_000)))),
    input("a quotation mark that is never closed", "read",   || page(&"<a href='".repeat(200_000))),
    input("scripts in remarks in scripts",      "read",      || page(&format!("<script>{}", "<!-- <script> </script> ".repeat(50_000)))),
    input("100,000 attributes of a picture",    "read",      || page(&format!("<img{}>", attributes()))),
    input("100,000 attributes in a formula",    "left out",  || page(&format!("<math><mi{}>", attributes()))),
    input("100,000 attributes in a drawing",    "left out",  || page(&format!("<svg><path{}/></svg>", attributes()))),
    input("links that open again",              "read",  || page(&"<a href=x>甲<p><span></span>".repeat(50_000))),
    input("raw text that never ends",           "read",      || page(&format!("<style>{}", "</styl".repeat(500_000)))),
    input("drawings that never end",            "left out",      || page(&"<svg><g>".repeat(50_000))),
    input("runs around runs",                   "left out",  || page(&format!("{}甲{}", "<span>".repeat(100_000), "</span>".repeat(100_000)))),
    input("a page in an escaped string",        "read",      || format!("{{\"a\":\"{}\"}}", "\\u003cp\\u003e一、总体情况\\u003c\\/p\\u003e\\u003cp\\u003e二、其他情况\\u003c\\/p\\u003e".repeat(20_000)).into_bytes()),
    input("a hundred thousand attributes",      "read",      || page(&format!("<p {}>甲</p>", (0..100_000).map(|n| format!("a{n}=1 ")).collect::<String>()))),
    input("a workbook of blanks that unpacks to 2 GB", "too large", || workbook(Part { rows: &[], blanks: 2 << 30, ..SHEET })),
    input("a workbook that unpacks a thousandfold", "no report", || workbook(Part { rows: &["<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"], blanks: 200 << 20, ..SHEET })),
    input("cells in A1 and XFD1048576",         "no report",      || workbook(Part { rows: &["<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>"], ..SHEET })),
    input("a merged area over a whole sheet",   "no report",      || workbook(Part { rows: &[TABLE], merged: "<mergeCells count=\"1\"><mergeCell ref=\"A1:XFD1048576\"/></mergeCells>", ..SHEET })),
    input("a false count of strings",           "damaged",   || workbook(Part { rows: &[TABLE], strings: "4294967295", ..SHEET })),
    input("a million merged areas",             "no report",  || workbook(Part { rows: &[TABLE], merged: MERGED, repeated: 1_000_000, ..SHEET })),
    input("a row number beyond any sheet",      "read",      || workbook(Part { rows: &["<row r=\"4294967295\"><c r=\"A4294967295\"><v>1</v></c></row>", TABLE], ..SHEET })),
];

/// A report in a page, with `inner` in its third section.
pub fn page(inner: &str) -> Vec<u8> {
    let begun =
        "<p>一、总体情况</p><p>全年无。</p><p>二、主动公开情况</p><p>全年无。</p><p>三、申请情况</p><p>全年无。</p>";
    format!("<html><body>{begun}{inner}<p>四、其他情况</p><p>无。</p></body></html>").into_bytes()
}

/// A hundred thousand attributes with different names.
fn attributes() -> String {
    (0..100_000).map(|number| format!(" a{number}=1")).collect()
}

/// A report in a text, with `inner` in its third section.
fn text(inner: &str) -> Vec<u8> {
    let begun = "某局年度报告\n一、总体情况\n全年无。\n二、主动公开情况\n全年无。\n三、申请情况\n全年无。";
    format!("{begun}\n{inner}\n四、其他情况\n无。\n").into_bytes()
}

const TABLE: &str = "<row r=\"3\"><c r=\"A3\"><v>1</v></c><c r=\"B3\"><v>2</v></c></row><row r=\"4\"><c r=\"A4\"><v>1</v></c><c r=\"B4\"><v>2</v></c></row>";
const MERGED: &str = "<mergeCell ref=\"A3:B4\"/>";

/// A sheet of a workbook.
#[derive(Clone, Copy)]
struct Part {
    rows: &'static [&'static str],
    /// Blanks between the rows and the end: they pack a thousand times smaller.
    blanks: usize,
    merged: &'static str,
    repeated: usize,
    /// As many strings as the table of strings claims.
    strings: &'static str,
}

const SHEET: Part = Part { rows: &[], blanks: 0, merged: "", repeated: 1, strings: "0" };

/// A workbook, written by hand: no library writes what harms.
fn workbook(part: Part) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let mut add = |name: &str, texts: &[&str], blanks: usize, after: &str| {
        let options = zip::write::SimpleFileOptions::default().large_file(blanks > 1 << 30);
        archive.start_file(name, options).expect("an archive takes a part");
        texts.iter().for_each(|text| archive.write_all(text.as_bytes()).expect("an archive takes bytes"));
        let blank = vec![b' '; 1 << 20];
        (0..blanks >> 20).for_each(|_| archive.write_all(&blank).expect("an archive takes bytes"));
        archive.write_all(after.as_bytes()).expect("an archive takes bytes");
    };
    add("[Content_Types].xml", &[TYPES], 0, "");
    add("_rels/.rels", &[RELATIONS[0]], 0, "");
    add("xl/workbook.xml", &[BOOK], 0, "");
    add("xl/_rels/workbook.xml.rels", &[RELATIONS[1]], 0, "");
    let strings = format!(
        "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" uniqueCount=\"{}\"></sst>",
        part.strings
    );
    add("xl/sharedStrings.xml", &[&strings], 0, "");
    let head = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>";
    let rows = [&[head], part.rows].concat();
    let merged = part.merged.repeat(part.repeated);
    let merged = if part.repeated > 1 { format!("<mergeCells>{merged}</mergeCells>") } else { merged };
    add("xl/worksheets/sheet1.xml", &rows, part.blanks, &format!("</sheetData>{merged}</worksheet>"));
    archive.finish().expect("an archive ends").into_inner()
}

const TYPES: &str = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>";
const BOOK: &str = "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"年报\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
const RELATIONS: [&str; 2] = [
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>",
];
