use super::*;
use rust_xlsxwriter::{Format as Style, Formula, Workbook, Worksheet};

/// A workbook with one sheet.
fn workbook(write: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut workbook = Workbook::new();
    write(workbook.add_worksheet().set_name("年报").unwrap());
    workbook.save_to_buffer().unwrap()
}

/// The workbook with other text in its sheet.
fn patched(bytes: &[u8], from: &str, to: &str) -> Vec<u8> {
    use std::io::{Cursor, Read, Write};
    let mut source = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut target = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..source.len() {
        let mut part = source.by_index(index).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        let text = if name.contains("sheet1") { text.replace(from, to) } else { text };
        target.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        target.write_all(text.as_bytes()).unwrap();
    }
    target.finish().unwrap().into_inner()
}

fn shown(document: &Document) -> Vec<String> {
    let rows = |rows: Vec<Vec<String>>| rows.iter().map(|row| row.join("|")).collect::<Vec<_>>().join("/");
    let block = |block: &Block| match block {
        Block::Line(line) => line.text.clone(),
        Block::Grid(grid) => format!("[{}]", rows(grid.rectangle())),
    };
    document.blocks.iter().map(block).collect()
}

fn slugs(findings: &[Finding]) -> Vec<&str> {
    findings.iter().map(|finding| finding.code.slug).collect()
}

#[test]
fn a_sheet_becomes_lines_and_grids() {
    let bytes = workbook(|sheet| {
        let plain = Style::new();
        sheet.merge_range(0, 0, 0, 3, "某局2023年度报告", &plain).unwrap();
        sheet.write(2, 0, "二、情况").unwrap();
        sheet.merge_range(3, 0, 3, 3, "第二十条第（一）项", &plain).unwrap();
        sheet.write_row(4, 0, ["内容", "甲", "乙", "丙"]).unwrap();
        sheet.write(5, 0, "规章").unwrap();
        sheet.write_row(5, 1, [12.0, 0.5, -8.0]).unwrap();
        sheet.merge_range(6, 0, 7, 0, "合并", &plain).unwrap();
        sheet.write(6, 1, 1).unwrap();
        sheet.write(7, 3, 2).unwrap();
    });
    let (document, findings) = read(&bytes, Format::Xlsx).unwrap();
    let table = "[第二十条第（一）项|||/内容|甲|乙|丙/规章|12|0.5|-8/合并|1||/|||2]";
    assert_eq!(shown(&document), ["某局2023年度报告", "", "二、情况", table]);
    assert!(findings.is_empty());
    let Block::Grid(grid) = &document.blocks[3] else { panic!("no grid") };
    assert_eq!((grid.drawing, grid.cells[0].columns, grid.row(3)[0].rows), (Drawing::Spans, 4, 2));
    assert_eq!((grid.place.cell.as_deref(), grid.place.table), (Some("A4"), Some(1)));
    assert_eq!(grid.row(4)[0].place, Place::sheet_cell("年报", 7, 1));
}

#[test]
fn values_are_shown_as_a_reader_sees_them() {
    let bytes = workbook(|sheet| {
        sheet.write_with_format(0, 0, 0.1817, &Style::new().set_num_format("0.00%")).unwrap();
        sheet.write_with_format(0, 1, 45_308, &Style::new().set_num_format("yyyy\"年\"m\"月\"d\"日\"")).unwrap();
        sheet.write(0, 2, true).unwrap();
        sheet.write(0, 3, " 1\n2 ").unwrap();
        sheet.write_with_format(0, 4, 8040, &Style::new().set_num_format("#,##0")).unwrap();
    });
    let (document, _) = read(&bytes, Format::Xlsx).unwrap();
    assert_eq!(shown(&document), ["[18.17%|2024-01-17|TRUE|1\n2|8040]"]);
}

#[test]
fn words_that_a_format_shows_instead_of_a_number_are_read() {
    let accounting = r#"_ * #,##0_ ;_ * \-#,##0_ ;_ * "-"_ ;_ @_ "#;
    let bytes = workbook(|sheet| {
        let styled = |format: &str| Style::new().set_num_format(format);
        sheet.write(0, 0, "规章").unwrap();
        sheet.write_with_format(0, 1, 0, &styled(accounting)).unwrap();
        sheet.write_with_format(0, 2, 1200, &styled(accounting)).unwrap();
        sheet.write_with_format(0, 3, 0, &styled("0;-0;;@")).unwrap();
        sheet.write_with_format(0, 4, 0, &styled("0")).unwrap();
    });
    let (document, findings) = read(&bytes, Format::Xlsx).unwrap();
    assert_eq!(shown(&document), ["[规章|-|1200||0]"]);
    assert!(findings.is_empty());
    let bytes = patched(&bytes, "<sheetView ", "<sheetView showZeros=\"0\" ");
    assert_eq!(shown(&read(&bytes, Format::Xlsx).unwrap().0), ["[规章||1200]"]);
}

#[test]
fn hidden_rows_and_columns_are_named_and_not_read() {
    let bytes = workbook(|sheet| {
        sheet.merge_range(0, 0, 2, 0, "申请", &Style::new()).unwrap();
        for row in 0..5 {
            sheet.write_row(row, 1, [f64::from(row), 77.0, 8.0]).unwrap();
        }
        sheet.write(3, 0, "复议").unwrap();
        sheet.write(4, 0, "诉讼").unwrap();
        for row in [0, 3, 6] {
            sheet.set_row_hidden(row).unwrap();
        }
        sheet.set_column_hidden(2).unwrap();
    });
    let (document, findings) = read(&bytes, Format::Xlsx).unwrap();
    assert_eq!(shown(&document), ["[申请|1|8/|2|8/诉讼|4|8]"]);
    let Block::Grid(grid) = &document.blocks[0] else { panic!("no grid") };
    assert_eq!(grid.row(2)[2].place, Place::sheet_cell("年报", 4, 3));
    assert_eq!(slugs(&findings), ["rows-hidden", "columns-hidden"]);
    assert_eq!([&findings[0].facts[1].1, &findings[1].facts[1].1], ["1, 4", "C"]);
}

#[test]
fn formulas_show_their_stored_result_or_themselves() {
    let bytes = workbook(|sheet| {
        sheet.write(0, 0, "合计").unwrap();
        sheet.write_formula(0, 1, Formula::new("=SUM(D1:E1)").set_result("7")).unwrap();
        sheet.write_formula(0, 2, Formula::new("=SUM(D1:E1)").set_result("99")).unwrap();
        sheet.write_formula(0, 3, Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
    });
    let bytes = patched(&bytes, "<v>99</v>", "");
    let (document, findings) = read(&bytes, Format::Xlsx).unwrap();
    assert_eq!(shown(&document), ["[合计|7|=SUM(D1:E1)|#DIV/0!]"]);
    assert_eq!(slugs(&findings), ["formula-without-value", "cell-error"]);
    assert_eq!(findings[0].facts, [("cell", "C1".to_owned())]);
    assert_eq!(findings[1].facts[1], ("value", "#DIV/0!".to_owned()));
}

#[test]
fn hidden_sheets_are_named_and_several_visible_ones_have_their_names() {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("甲").unwrap().write(0, 0, "一").unwrap();
    book.add_worksheet().set_name("草稿").unwrap().set_hidden(true).write(0, 0, "密").unwrap();
    book.add_worksheet().set_name("空").unwrap();
    book.add_worksheet().set_name("乙").unwrap().write_row(0, 0, ["a", "b"]).unwrap();
    let (document, findings) = read(&book.save_to_buffer().unwrap(), Format::Xlsx).unwrap();
    assert_eq!(shown(&document), ["甲", "一", "乙", "[a|b]"]);
    let Block::Line(line) = &document.blocks[0] else { panic!("no line") };
    assert_eq!((line.heading, line.place.sheet.as_deref()), (Some(2), Some("甲")));
    assert_eq!(slugs(&findings), ["sheet-hidden"]);
    assert_eq!(findings[0].facts, [("sheet", "草稿".to_owned())]);
}

#[test]
fn the_far_corner_of_a_sheet_costs_nothing() {
    let bytes = workbook(|sheet| {
        sheet.write(0, 0, "近").unwrap();
        sheet.write(1_048_575, 16_383, "远").unwrap();
    });
    let (document, _) = read(&bytes, Format::Xlsx).unwrap();
    assert_eq!(shown(&document), ["近", "", "远"]);
    assert_eq!(document.blocks[2].place().cell.as_deref(), Some("XFD1048576"));
}

#[test]
fn damaged_workbooks_are_errors_and_never_panics() {
    let sound = workbook(|sheet| {
        sheet.write_row(0, 0, ["a", "b"]).unwrap();
    });
    for format in [Format::Xlsx, Format::Xlsb, Format::Xls, Format::Ods] {
        for bytes in [&sound[..sound.len() / 2], b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and nothing", b""] {
            assert!(matches!(read(bytes, format), Err(Error::Damaged(_))), "{format:?}");
        }
    }
}

/// An OpenDocument spreadsheet with this content in its body.
fn ods(styles: &str, body: &str, manifest: &str) -> Vec<u8> {
    use std::io::Write;
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let content = format!(
        "<?xml version='1.0'?><office:document-content><office:automatic-styles>{styles}</office:automatic-styles>\
         <office:body><office:spreadsheet>{body}</office:spreadsheet></office:body></office:document-content>"
    );
    for (name, text) in [("content.xml", content.as_str()), ("META-INF/manifest.xml", manifest)] {
        archive.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

#[test]
fn an_opendocument_sheet_has_spans_values_and_texts() {
    let body = "<table:table table:name='年报'><table:table-row>\
        <table:table-cell table:number-columns-spanned='2'><text:p>甲&amp;<text:s text:c='2'/>乙<office:annotation>\
        <text:p>批注</text:p></office:annotation></text:p><text:p>丙</text:p></table:table-cell><table:covered-table-cell/>\
        <table:table-cell office:value-type='float' office:value='1234.50'><text:p>1,234.5</text:p></table:table-cell>\
        </table:table-row><table:table-row table:number-rows-repeated='2'>\
        <table:table-cell office:value-type='percentage' office:value='0.1817'><text:p>18.17%</text:p></table:table-cell>\
        <table:table-cell table:formula='of:=SUM([.A1])'/>\
        <table:table-cell office:value-type='date' office:date-value='2024-01-17T00:00:00'><text:p>x</text:p>\
        </table:table-cell><table:table-cell table:number-columns-repeated='16380'/></table:table-row>\
        <table:table-row table:number-rows-repeated='1048570'><table:table-cell/></table:table-row></table:table>\
        <table:table table:name='草稿' table:style-name='ta2'><table:table-row><table:table-cell><text:p>密</text:p>\
        </table:table-cell></table:table-row></table:table>";
    let styles = "<style:style style:name='ta2'><style:table-properties table:display='false'/></style:style>";
    let (document, findings) = read(&ods(styles, body, ""), Format::Ods).unwrap();
    let row = "18.17%|=SUM([.A1])|2024-01-17";
    assert_eq!(shown(&document), [format!("[甲&  乙\n丙||1234.5/{row}/{row}]")]);
    assert_eq!(slugs(&findings), ["sheet-hidden", "formula-without-value", "formula-without-value"]);
    let Block::Grid(grid) = &document.blocks[0] else { panic!("no grid") };
    assert_eq!((grid.drawing, grid.cells[0].columns), (Drawing::Spans, 2));
}

#[test]
fn an_opendocument_sheet_says_what_it_hides() {
    let number = |value: &str, text: &str| {
        format!("<table:table-cell office:value-type='float' office:value='{value}'>{text}</table:table-cell>")
    };
    let row = |how: &str, cells: [String; 3]| format!("<table:table-row {how}>{}</table:table-row>", cells.concat());
    let words = |words: &str| format!("<table:table-cell><text:p>{words}</text:p></table:table-cell>");
    let body = [
        "<table:table table:name='年报'><table:table-column/><table:table-column table:visibility='collapse'/>"
            .to_owned(),
        row("", [words("甲"), words("乙"), number("0", "<text:p>-</text:p>")]),
        row("table:visibility='filter'", [words("丙"), words("丁"), number("5", "<text:p>5</text:p>")]),
        row("", [words("戊"), words(""), number("0", "<text:p/>")]),
        row("", [words("己"), words(""), number("0", "")]),
        "</table:table>".to_owned(),
    ];
    let (document, findings) = read(&ods("", &body.concat(), ""), Format::Ods).unwrap();
    assert_eq!(shown(&document), ["[甲|-/戊|/己|0]"]);
    assert_eq!(slugs(&findings), ["rows-hidden", "columns-hidden"]);
}

#[test]
fn an_encrypted_opendocument_sheet_asks_for_its_password() {
    let manifest = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>";
    assert_eq!(read(&ods("", "", manifest), Format::Ods).unwrap_err(), Error::Password);
}
