//! Reports as pages: sound grids, and grids that lie.

use super::tables::{Cell, Table};
use super::{Drawn, Rng};

/// The prose around the tables; the tables stand in sections 二, 三 and 四.
pub fn sections(drawn: &Drawn) -> Vec<(String, Vec<String>)> {
    let year = drawn.year;
    let text = |text: &str| text.replace("{year}", &year.to_string());
    let plain: [(&str, &[&str]); 6] = [
        (
            "一、总体情况",
            &[
                "{year}年，本局认真执行条例，扎实推进各项工作，公开的范围不断扩大，公开的质量不断提高。",
                "（一）主动公开。围绕群众关心的事项，及时公开各类信息，做到应公开尽公开。",
            ],
        ),
        ("二、主动公开政府信息情况", &[]),
        ("三、收到和处理政府信息公开申请情况", &[]),
        ("四、政府信息公开行政复议、行政诉讼情况", &[]),
        ("五、存在的主要问题及改进情况", &["公开的形式还不够丰富，解读的力度有待加强。下一步将加强学习，改进工作。"]),
        ("六、其他需要报告的事项", &["没有其他需要报告的事项。"]),
    ];
    plain.iter().map(|(title, lines)| ((*title).to_owned(), lines.iter().map(|line| text(line)).collect())).collect()
}

/// The first sentence of a report.
pub fn opening(drawn: &Drawn) -> String {
    let year = drawn.year;
    format!("根据有关规定编制本报告。本报告所列数据的统计期限为{year}年1月1日至{year}年12月31日。")
}

/// The report in order: its lines, and for a table what `table` makes of it.
pub fn flow(drawn: &Drawn, line: &dyn Fn(&str) -> String, table: &mut dyn FnMut(&Table) -> String) -> String {
    let mut text = line(&drawn.title()) + &line(&opening(drawn));
    let tables = drawn.tables();
    if drawn.template.sections.is_empty() {
        text += &line("一、概述");
        text += &line("本局认真做好各项工作，公开的范围不断扩大。");
        text += &line("二、附表");
        return text + &tables.iter().map(table).collect::<String>();
    }
    for (number, (title, lines)) in sections(drawn).into_iter().enumerate() {
        text += &line(&title);
        text += &lines.iter().map(|text| line(text)).collect::<String>();
        if let Some(shown) = number.checked_sub(1).and_then(|at| tables.get(at)) {
            text += &table(shown);
        }
    }
    text
}

/// How a page writes its cells.
pub type Write = fn(&Cell, &mut Rng) -> String;

/// A page in which `tables` gives the markup of each table.
fn page(drawn: &Drawn, tables: &mut dyn FnMut(&Table) -> String) -> String {
    let line = |text: &str| format!("<p>{text}</p>\n");
    let body = flow(drawn, &line, tables);
    format!(
        "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>{}</title></head><body><div>{body}</div></body></html>",
        drawn.title()
    )
}

pub fn spans(cell: &Cell) -> String {
    let span = |name, n: usize| if n > 1 { format!(" {name}=\"{n}\"") } else { String::new() };
    span("colspan", cell.columns) + &span("rowspan", cell.rows)
}

pub fn plain(cell: &Cell, _: &mut Rng) -> String {
    format!("<td{}>{}</td>", spans(cell), cell.text)
}

/// Runs of one to four characters, each in a span of its own, as office programs save them.
pub fn office(cell: &Cell, rng: &mut Rng) -> String {
    let chars: Vec<char> = cell.text.chars().collect();
    let mut runs = String::new();
    let mut rest = &chars[..];
    while !rest.is_empty() {
        let (run, after) = rest.split_at(rng.usize(1..=4).min(rest.len()));
        runs +=
            &format!("<span style=\"mso-spacerun:'yes';font-family:宋体\">{}</span>", run.iter().collect::<String>());
        rest = after;
    }
    format!("<td valign=center{}><p class=MsoNormal>{runs}<o:p>&nbsp;</o:p></p></td>", spans(cell))
}

fn markup(rows: &[Vec<Cell>], write: Write, rng: &mut Rng) -> String {
    let rows =
        rows.iter().map(|cells| format!("<tr>{}</tr>\n", cells.iter().map(|c| write(c, rng)).collect::<String>()));
    format!("<table border=\"1\">{}</table>\n", rows.collect::<String>())
}

/// Every table as one grid, changed first.
pub fn of_tables(drawn: &Drawn, rng: &mut Rng, change: &dyn Fn(&Table) -> Table) -> String {
    page(drawn, &mut |table| markup(&change(table).rows, plain, rng))
}

/// Every table as one grid.
pub fn sound(drawn: &Drawn, write: Write, rng: &mut Rng) -> String {
    page(drawn, &mut |table| markup(&table.rows, write, rng))
}

/// The disclosure table as a table for each block; the remedies as three; the requests in two, with or without the head.
pub fn divided(drawn: &Drawn, head_again: bool, rng: &mut Rng) -> String {
    page(drawn, &mut |table| match table.role.name() {
        "disclosure" => {
            let mut ends = table.blocks[1..].to_vec();
            ends.push(table.rows.len());
            let starts = table.blocks.iter().zip(ends);
            starts.map(|(&start, end)| markup(&table.rows[start..end], plain, rng)).collect()
        }
        "requests" => {
            // A page ends between two rows that no merged label ties together.
            let cut = table.rows.iter().position(|row| row[0].text.starts_with("（四）")).unwrap();
            let head = if head_again { table.rows[..table.head_rows()].to_vec() } else { Vec::new() };
            let mut first = table.rows[..cut].to_vec();
            let all = table.rows.len() - table.head_rows() - 3;
            shorten(&mut first, cut - table.head_rows() - 2);
            let mut second = table.rows[cut..].to_vec();
            second[0].insert(0, Cell::label("三、本年度办理结果", 1, all - (cut - table.head_rows() - 2)));
            markup(&first, plain, rng) + &markup(&[head, second].concat(), plain, rng)
        }
        _ => markup(&table.rows, plain, rng),
    })
}

/// The long group label covers as many rows as stand on its page.
fn shorten(rows: &mut [Vec<Cell>], to: usize) {
    for cell in rows.iter_mut().flatten().filter(|cell| cell.rows > to && !cell.figure) {
        cell.rows = to;
    }
}

/// In the head a rowspan is stated, and the place that it covers is written as an empty cell too.
pub fn doubled(drawn: &Drawn, rng: &mut Rng) -> String {
    page(drawn, &mut |table| {
        let mut rows = String::new();
        for (at, (cells, places)) in table.rows.iter().zip(table.places()).enumerate() {
            let mut own = cells.iter();
            let mut row = String::new();
            for place in places.iter().filter(|place| place.first_column) {
                if place.begins {
                    row += &plain(own.next().expect("a cell that begins"), rng);
                } else if at > 0 && at < table.head_rows() && place.text.chars().count() < 10 {
                    row += "<td></td>";
                }
            }
            rows += &format!("<tr>{row}</tr>\n");
        }
        format!("<table>{rows}</table>")
    })
}

/// No spans at all: every place is a cell, covered ones are empty.
pub fn spanless(drawn: &Drawn, _: &mut Rng) -> String {
    page(drawn, &mut |table| {
        let place = |place: &super::tables::Place| {
            if place.begins { format!("<td>{}</td>", place.text) } else { "<td></td>".to_owned() }
        };
        let rows =
            table.places().into_iter().map(|row| format!("<tr>{}</tr>\n", row.iter().map(place).collect::<String>()));
        format!("<table>{}</table>", rows.collect::<String>())
    })
}

/// Merged columns of the head are one column wider or narrower than those of the rows (label 1 + values 2 against 2 + 1).
pub fn skewed(drawn: &Drawn, rng: &mut Rng) -> String {
    page(drawn, &mut |table| {
        let mut rows = table.rows.clone();
        if table.role.name() == "disclosure" {
            for row in rows.iter_mut().filter(|row| row.len() > 1 && row.iter().any(|cell| cell.figure)) {
                let spare: usize = row.iter().map(|cell| cell.columns - 1).sum();
                row.iter_mut().for_each(|cell| cell.columns = 1);
                row[0].columns += spare;
            }
        }
        markup(&rows, plain, rng)
    })
}

/// A column of running numbers before the labels, and a local row in the first block.
pub fn local(drawn: &Drawn, rng: &mut Rng) -> String {
    page(drawn, &mut |table| {
        let mut rows = table.rows.clone();
        if table.role.name() == "disclosure" {
            let at = table.blocks[1];
            let width = rows[at - 1].len();
            let mut extra = vec![Cell::label("其他主动公开文件（含各类通知）", 1, 1)];
            extra.extend((1..width).map(|_| Cell::figure(rng.u32(1..900).to_string(), 1)));
            rows.insert(at, extra);
        }
        if table.role.name() == "statistics" {
            for (number, row) in rows.iter_mut().enumerate() {
                let text = if number == 0 { "序号".to_owned() } else { number.to_string() };
                row.insert(0, Cell::label(&text, 1, 1));
            }
        }
        markup(&rows, plain, rng)
    })
}

/// Labels with guidance in brackets, and heads that were cut short.
pub fn relabelled(drawn: &Drawn, rng: &mut Rng) -> String {
    let relabel = |text: &str| match text {
        "规章" => "规章（设区的市、自治州人民政府应提供2项以上）".to_owned(),
        "现行有效件数" => "现行有效件".to_owned(),
        "本年新制作数量" | "本年新公开数量" => "本年新".to_owned(),
        "上一年项目数量" => "上一年项目数量（指2018年事项数）".to_owned(),
        "科研机构" => "科研企业".to_owned(),
        "2.其他法律行政法规禁止公开" => "2.其他法律行政止公开".to_owned(),
        "四、结转下年度继续办理" => "四、结转下一年度继续办理".to_owned(),
        _ => text.replace('（', "(").replace('）', ")"),
    };
    page(drawn, &mut |table| {
        let mut rows = table.rows.clone();
        let labels = rows.iter_mut().flatten().filter(|cell| !cell.figure);
        labels.for_each(|cell| cell.text = relabel(&cell.text));
        markup(&rows, plain, rng)
    })
}

/// Text placed by coordinates, as a PDF becomes a page: one element a cell, in reading order.
pub fn placed(drawn: &Drawn, _: &mut Rng) -> String {
    let mut top = 100;
    let mut pieces = String::new();
    let mut put = |left: usize, top: usize, text: &str| {
        if !text.is_empty() {
            pieces +=
                &format!("<p style=\"position:absolute;top:{top}px;left:{left}px;white-space:nowrap\">{text}</p>\n");
        }
    };
    let lines = std::cell::RefCell::new(Vec::<(usize, String)>::new());
    flow(
        drawn,
        &|text| {
            lines.borrow_mut().push((80, text.to_owned()));
            lines.borrow_mut().push((usize::MAX, String::new()));
            String::new()
        },
        &mut |table| {
            for row in table.places() {
                for (column, place) in row.iter().enumerate().filter(|(_, place)| place.begins) {
                    lines.borrow_mut().push((80 + column * 60, place.text.clone()));
                }
                lines.borrow_mut().push((usize::MAX, String::new()));
            }
            String::new()
        },
    );
    for (left, text) in lines.into_inner() {
        if left == usize::MAX { top += 20 } else { put(left, top, &text) }
    }
    format!(
        "<!DOCTYPE html><html><head><title>report</title></head><body><div style=\"position:relative\">{pieces}</div></body></html>"
    )
}
