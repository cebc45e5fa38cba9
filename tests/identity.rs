//! Title, agency, year and date of publication, told among what pages print around a report.
//!
//! `fixtures/identity/cases.txt` has cases: a name (`## …`; `.html` where it is a page), the lines above the first section,
//! behind `---` those below the last one, and behind `=>` what is read: title, agency, year, date (`-`: none) and the
//! findings on them.

use nianbao::{Options, extract};
use std::fs;
use std::path::Path;

/// A case: its name, what stands above and below the report, what is read.
struct Case<'t> {
    name: &'t str,
    above: &'t str,
    below: &'t str,
    read: &'t str,
}

fn case(text: &str) -> Case<'_> {
    let (name, rest) = text.split_once('\n').expect("a case has a name");
    let (lines, read) = rest.split_once("\n=>").expect("a case says what is read");
    let (above, below) = lines.split_once("\n---\n").unwrap_or((lines, ""));
    Case { name: name.trim(), above, below, read: read.trim() }
}

const BODY: [&str; 12] = [
    "一、总体情况",
    "工作平稳，各项要求得到落实。",
    "二、主动公开政府信息情况",
    "目录按时更新，栏目没有空缺。",
    "三、收到和处理政府信息公开申请情况",
    "申请都在期限之内答复。",
    "四、政府信息公开行政复议、行政诉讼情况",
    "没有复议，也没有诉讼。",
    "五、存在的主要问题及改进情况",
    "部分材料报送偏晚，将加强培训。",
    "六、其他需要报告的事项",
    "没有其他需要报告的事项。",
];

/// The findings on title, agency and year.
const CODES: [&str; 6] = ["S401", "S402", "S403", "S416", "S417", "S418"];

fn read(case: &Case<'_>) -> String {
    let page = case.name.ends_with(".html");
    let lines = |text: &str| if page { format!("<p>{text}</p>\n") } else { format!("{text}\n\n") };
    let body: String = BODY.iter().map(|line| lines(line)).collect();
    let report = format!("{}\n\n{body}{}\n", case.above, case.below);
    let report = if page { format!("<html><body>{report}</body></html>") } else { report };
    let record =
        extract(report.as_bytes(), &Options::default()).unwrap_or_else(|error| panic!("{}: {error}", case.name));
    let codes: Vec<&str> =
        record.findings.iter().map(|finding| finding.code.as_ref()).filter(|code| CODES.contains(code)).collect();
    let text = |value: Option<String>| value.unwrap_or_else(|| "-".to_owned());
    let year = text(record.year.map(|year| year.to_string()));
    [text(record.title), text(record.agency), year, text(record.published), codes.join(" ")]
        .join(" | ")
        .trim()
        .to_owned()
}

#[test]
fn reports_are_told_from_what_stands_around_them() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/identity/cases.txt");
    let text = fs::read_to_string(path).unwrap();
    let cases: Vec<Case<'_>> = text.split("## ").skip(1).map(case).collect();
    let wrong = cases.iter().filter(|case| read(case) != case.read);
    let wrong: Vec<String> = wrong.map(|case| format!("{}\n  {}\n  {}", case.name, read(case), case.read)).collect();
    assert!(cases.len() > 20 && wrong.is_empty(), "{}", wrong.join("\n"));
}
