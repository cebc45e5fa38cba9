//! Workbooks that hold more than one report shows: sheets of other years and agencies, columns and rows of two years.

use nianbao::record::Record;
use nianbao::{Options, extract};
use rust_xlsxwriter::{Format, Workbook, Worksheet};

/// A cell: nothing, words, or a number.
#[derive(Clone, Copy)]
enum Cell<'c> {
    None,
    Words(&'c str),
    Number(f64),
}

/// The cells of a row, divided by `|`; numbers are numbers.
fn cells(row: &str) -> impl Iterator<Item = Cell<'_>> {
    row.split('|').map(|cell| match (cell.trim(), cell.trim().parse()) {
        ("", _) => Cell::None,
        (_, Ok(number)) => Cell::Number(number),
        (words, Err(_)) => Cell::Words(words),
    })
}

fn write(sheet: &mut Worksheet, rows: &[&str]) {
    for (at, row) in rows.iter().enumerate() {
        for (column, cell) in cells(row).enumerate() {
            let (at, column) = (at as u32, column as u16);
            match cell {
                Cell::None => {}
                Cell::Words(words) => drop(sheet.write(at, column, words).unwrap()),
                Cell::Number(number) => drop(sheet.write(at, column, number).unwrap()),
            }
        }
    }
}

/// The record of a workbook with these sheets.
fn read(sheets: &[(&str, &[&str])]) -> Record {
    let mut book = Workbook::new();
    for (name, rows) in sheets {
        write(book.add_worksheet().set_name(*name).unwrap(), rows);
    }
    record(&mut book)
}

fn record(book: &mut Workbook) -> Record {
    let options = Options { evidence: true, ..Options::default() };
    extract(&book.save_to_buffer().unwrap(), &options).unwrap()
}

/// What a record says of a figure.
fn figure(record: &Record, path: &str) -> String {
    let text = serde_json::to_value(record).unwrap();
    let evidence = &text["evidence"][path];
    match &evidence["value"] {
        serde_json::Value::Null => evidence["reading"].as_str().unwrap_or("not there").to_owned(),
        value => value.to_string(),
    }
}

fn has(record: &Record, code: &str) -> bool {
    record.findings.iter().any(|finding| finding.code == code)
}

const WATER: &str = "青禾县水务局2022年政府信息公开工作年度报告";
const DISCLOSURE: [&str; 3] =
    ["二、主动公开政府信息情况", "第二十条第（一）项", "信息内容|本年制发件数|本年废止件数|现行有效件数"];

fn disclosure(title: &'static str, issued: &'static str) -> Vec<&'static str> {
    let head: Vec<&str> = if title.is_empty() { Vec::new() } else { vec![title] };
    head.into_iter().chain(DISCLOSURE).chain(["规章|0|0|0", issued]).collect()
}

const ISSUED: &str = "disclosure.normative_documents.issued";

#[test]
fn a_sheet_of_another_agency_or_year_is_another_report() {
    let own = disclosure(WATER, "行政规范性文件|8|1|20");
    for title in ["青禾县教育局2022年政府信息公开工作年度报告", "青禾县水务局2021年政府信息公开工作年度报告"]
    {
        let other = disclosure(title, "行政规范性文件|3|0|23");
        let record = read(&[("甲", &own), ("乙", &other), ("丙", &["本单位没有其他需要报告的事项。"])]);
        assert_eq!(figure(&record, ISSUED), "8");
        assert_eq!((record.agency.as_deref(), record.year), (Some("青禾县水务局"), Some(2022)));
        assert!(has(&record, "L225"));
    }
    let part = [&[WATER], &["六、其他需要报告的事项", "没有其他需要报告的事项。"][..]].concat();
    let record = read(&[("甲", &own), ("乙", &part)]);
    assert!(!has(&record, "L225"), "the same report goes on");
}

#[test]
fn sheets_that_are_named_by_years_are_told_by_the_title() {
    let (last, own) = (disclosure("", "行政规范性文件|3|0|23"), disclosure("", "行政规范性文件|8|1|20"));
    for names in [["上年", "本年"], ["2021年", "2022年"], ["2021年度", "2022年度"]] {
        let record = read(&[("封面", &[WATER]), (names[0], &last), (names[1], &own)]);
        assert_eq!(figure(&record, ISSUED), "8", "{names:?}");
        assert!(has(&record, "L225"));
    }
}

#[test]
fn the_blank_form_beside_a_report_is_none() {
    let rows = |title: &'static str, value: &str| {
        let value = |label: &str| format!("{label}|{value}|{value}|{value}");
        let labels = ["规章", "行政规范性文件", "甲类文件", "乙类文件", "丙类文件", "丁类文件", "戊类文件", "己类文件"];
        let more = ["庚类文件", "辛类文件", "壬类文件", "癸类文件", "子类文件", "丑类文件", "寅类文件", "卯类文件"];
        let rows = labels.into_iter().chain(more).map(value);
        [title].into_iter().chain(DISCLOSURE).map(str::to_owned).chain(rows).collect::<Vec<String>>()
    };
    let (form, own) = (rows("政府信息公开工作年度报告（样式）", ""), rows(WATER, "8"));
    let refs = |rows: &Vec<String>| -> Vec<&'static str> { rows.iter().map(|row| &*row.clone().leak()).collect() };
    let record = read(&[("样式", &refs(&form)), ("填报", &refs(&own))]);
    assert_eq!((figure(&record, ISSUED), has(&record, "L225")), ("8".to_owned(), true));
}

#[test]
fn a_word_between_a_label_and_its_values_may_say_that_they_are_of_another_year() {
    let head = "信息内容||本年制发件数|本年废止件数|现行有效件数";
    let rows = |first: &'static str, second: &'static str| {
        let (first, second) = (format!("行政规范性文件|{first}|8|1|20"), format!("|{second}|3|0|23"));
        read(&[("年报", &[WATER, DISCLOSURE[0], DISCLOSURE[1], head, "规章||0|0|0", &first, &second])])
    };
    assert_eq!(figure(&rows("上年", "本年"), ISSUED), "ambiguous");
    assert_eq!(figure(&rows("2021年", "2022年"), ISSUED), "ambiguous");
}

#[test]
fn two_rows_of_values_under_one_label_are_named() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    write(sheet, &disclosure(WATER, "|8|1|20"));
    write(sheet, &[&["", "", "", "", "", ""][..], &["|3|0|23"]].concat());
    sheet.merge_range(5, 0, 6, 0, "行政规范性文件", &Format::new()).unwrap();
    let record = record(&mut book);
    let named: Vec<&str> =
        record.findings.iter().filter(|f| f.code == "L217").flat_map(|f| f.figures.iter().map(|f| &**f)).collect();
    assert!(named.contains(&ISSUED), "{named:?}");
}

#[test]
fn two_sets_of_the_forms_columns_are_not_chosen_from() {
    let years = "|上年|||本年||";
    let head = "信息内容|本年制发件数|本年废止件数|现行有效件数|本年制发件数|本年废止件数|现行有效件数";
    for row in ["行政规范性文件|3|0|23|8|1|20", "行政规范性文件|3|0|23|||"] {
        let record = read(&[("年报", &[WATER, DISCLOSURE[0], DISCLOSURE[1], years, head, "规章|0|0|0|0|0|0", row])]);
        assert_eq!(figure(&record, ISSUED), "ambiguous", "{row}");
    }
}

#[test]
fn what_a_program_left_to_be_calculated_has_no_value() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    write(sheet, &disclosure(WATER, "行政规范性文件||1|20"));
    sheet.write_formula(5, 1, "=数据!A1").unwrap();
    let record = record(&mut book);
    assert_eq!((figure(&record, ISSUED), has(&record, "R112")), ("illegible".to_owned(), true));
}
