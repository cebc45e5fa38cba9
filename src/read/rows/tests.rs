use super::*;

/// Draws a sheet: rows of texts divided by `|`, merged areas as (top, left, bottom, right).
fn draw(rows: &[&str], areas: &[(u32, u32, u32, u32)]) -> Vec<Block> {
    let cells = rows.iter().enumerate().flat_map(|(row, texts)| {
        let used =
            move |(column, text): (usize, &str)| Used { row: row as u32, column: column as u32, text: text.into() };
        texts.split('|').enumerate().map(used).collect::<Vec<_>>()
    });
    let areas = areas.iter().map(|&(top, left, bottom, right)| Area { top, left, bottom, right }).collect();
    let place = |row, column| Place::sheet_cell("表", row, column);
    let sheet = Sheet { cells: cells.collect(), areas, drawing: Drawing::Spans, place: &place };
    blocks(sheet, &mut Progress::default())
}

/// The blocks in characters: lines as they are, grids as `[row/row]`.
fn shown(blocks: &[Block]) -> Vec<String> {
    let grid = |grid: &crate::document::Grid| {
        let rows = grid.rectangle().iter().map(|row| row.join("|")).collect::<Vec<_>>();
        format!("[{}]", rows.join("/"))
    };
    blocks.iter().map(|block| if let Block::Grid(g) = block { grid(g) } else { text(block) }).collect()
}

fn text(block: &Block) -> String {
    if let Block::Line(line) = block { line.text.clone() } else { String::new() }
}

#[test]
fn a_heading_between_two_tables_is_a_line() {
    let rows = ["二、甲", "a|b", "x|1", "", "三、乙", "", "c|d", "y|2"];
    assert_eq!(shown(&draw(&rows, &[])), ["二、甲", "[a|b/x|1]", "", "三、乙", "", "[c|d/y|2]"]);
    let tight = ["二、甲", "a|b", "x|1", "三、乙", "c|d", "y|2"];
    assert_eq!(shown(&draw(&tight, &[])), ["二、甲", "[a|b/x|1]", "三、乙", "[c|d/y|2]"]);
}

#[test]
fn captions_inside_a_table_stay_in_it() {
    let rows = ["第二十条第（一）项", "a|b", "x|1", "第二十条第（五）项", "a|c", "y|2"];
    let expected = "[第二十条第（一）项|/a|b/x|1/第二十条第（五）项|/a|c/y|2]";
    assert_eq!(shown(&draw(&rows, &[(0, 0, 0, 1), (3, 0, 3, 1)])), [expected]);
    assert_eq!(shown(&draw(&rows, &[])), [expected]);
}

#[test]
fn a_label_with_blank_values_stays_in_its_table() {
    let rows =
        ["三、甲", "类|自然人", "一、新收", "二、结转|", "三、办理|1", "（六）其他处理|", "（七）总计|1", "四、下年"];
    let expected = "[类|自然人/一、新收|/二、结转|/三、办理|1/（六）其他处理|/（七）总计|1/四、下年|]";
    assert_eq!(shown(&draw(&rows, &[])), ["三、甲", expected]);
}

#[test]
fn the_next_section_is_no_row_even_without_a_blank_row() {
    let rows = ["三、甲", "类|数", "一、新收|1", "二、结转|1", "四、乙", "c|d"];
    assert_eq!(shown(&draw(&rows, &[])), ["三、甲", "[类|数/一、新收|1/二、结转|1]", "四、乙", "[c|d]"]);
    // 三、 would continue the table's own numbers, but its area leaves no room for values.
    let rows = ["二、甲", "类|数", "一、新收|1", "二、结转|1", "三、乙", "c|d"];
    assert_eq!(shown(&draw(&rows, &[(4, 0, 4, 1)]))[2], "三、乙");
}

#[test]
fn a_blank_form_keeps_its_rows() {
    let rows = [
        "三、甲",
        "（勾稽）||申请人|",
        "||自然人|总计",
        "一、新收",
        "二、结转",
        "三、结果|（一）公开",
        "|（二）不公开|1.国家",
        "||2.法律",
        "|（三）总计",
        "四、下年",
        "",
        "四、乙",
    ];
    let areas = [(1, 0, 2, 1), (1, 2, 1, 3), (3, 0, 3, 1), (4, 0, 4, 1), (5, 0, 8, 0), (6, 1, 7, 1), (9, 0, 9, 1)];
    let blocks = draw(&rows, &areas);
    let Block::Grid(grid) = &blocks[1] else { panic!("no grid") };
    assert_eq!((blocks.len(), grid.rows, grid.columns), (4, 9, 4));
    assert_eq!(
        (grid.row(2)[0].text.as_str(), grid.row(6)[0].text.as_str(), grid.row(6).len()),
        ("一、新收", "2.法律", 2)
    );
}

#[test]
fn an_empty_row_inside_a_table_does_not_end_it() {
    let rows = ["类|商业|科研", "", "|企业|机构", "甲|1|2"];
    assert_eq!(shown(&draw(&rows, &[])), ["[类|商业|科研/||/|企业|机构/甲|1|2]"]);
    let two = ["a|b", "", "", "c|d"];
    assert_eq!(shown(&draw(&two, &[])), ["[a|b]", "", "[c|d]"]);
}

#[test]
fn rows_under_one_area_belong_together() {
    let rows = ["不予公开|1.甲|1", "|2.乙", "", "|3.丙"];
    let blocks = draw(&rows, &[(0, 0, 3, 0)]);
    assert_eq!(shown(&blocks), ["[不予公开|1.甲|1/|2.乙|/||/|3.丙|]"]);
    let Block::Grid(grid) = &blocks[0] else { panic!("no grid") };
    assert_eq!((grid.cells[0].rows, grid.row(1).len(), grid.place.table), (4, 2, Some(1)));
    assert_eq!(grid.row(3)[0].place.cell.as_deref(), Some("B4"));
}

#[test]
fn hidden_content_under_an_area_is_not_seen() {
    assert_eq!(shown(&draw(&["甲|乙|丙", "1|2|3"], &[(0, 0, 0, 1)])), ["[甲||丙/1|2|3]"]);
}

#[test]
fn a_text_that_is_written_out_is_a_line_and_said_once() {
    let rows = ["砚桥县水利局年度报告|砚桥县水利局年度报告", "二、主动公开政府信息|二、主动公开政府信息", "a|b", "x|1"];
    assert_eq!(shown(&draw(&rows, &[])), ["砚桥县水利局年度报告", "二、主动公开政府信息", "[a|b/x|1]"]);
    let below = ["类|数", "一、新收|1", "二、结转|1", "三、收到和处理情况|三、收到和处理情况", "c|d"];
    assert_eq!(shown(&draw(&below, &[]))[1..], ["三、收到和处理情况", "[c|d]"]);
    // Heads and values may be equal, and a label that leaves room for values is one.
    assert_eq!(shown(&draw(&["本年新|本年新", "0|0"], &[])), ["[本年新|本年新/0|0]"]);
    let label = ["类|种|数", "一、本年新收申请|x|1", "二、上年结转申请|二、上年结转申请|", "三、办理|x|1"];
    assert_eq!(shown(&draw(&label, &[])).len(), 1);
}

#[test]
fn prose_signature_and_date_are_lines() {
    let rows = ["a|b", "x|1", "注：含上年结转。", "某某局", "2024年1月5日"];
    assert_eq!(shown(&draw(&rows, &[])), ["[a|b/x|1]", "注：含上年结转。", "某某局", "2024年1月5日"]);
    let rows = ["a|b", "x|1", "某某局", "2024-01-05"];
    assert_eq!(shown(&draw(&rows, &[])), ["[a|b/x|1]", "某某局", "2024-01-05"]);
}

#[test]
fn a_text_with_line_breaks_becomes_lines_of_one_place() {
    let blocks = draw(&["一、总体情况\r\n全年平稳。\n无。"], &[]);
    assert_eq!(shown(&blocks), ["一、总体情况", "全年平稳。", "无。"]);
    assert_eq!(blocks[2].place().cell.as_deref(), Some("A1"));
}

#[test]
fn a_table_begins_at_its_own_first_column() {
    assert_eq!(shown(&draw(&["||a|b", "||x|1"], &[])), ["[a|b/x|1]"]);
}

#[test]
fn a_vast_sheet_is_cut() {
    let used = |row, column| Used { row, column, text: "1".into() };
    let cells = (0..100).flat_map(|row| [used(row, 0), used(row, 16_383)]).collect();
    let place = |row, column| Place::sheet_cell("表", row, column);
    let sheet = Sheet { cells, areas: vec![], drawing: Drawing::Spans, place: &place };
    let mut progress = Progress::default();
    assert_eq!(blocks(sheet, &mut progress).len(), 1);
    assert!(progress.cut);
}

#[test]
fn areas_that_overlap_do_no_harm() {
    let blocks = draw(&["a|b|c", "1|2|3"], &[(0, 0, 1, 1), (1, 1, 1, 2), (0, 0, 0, 2)]);
    let Block::Grid(grid) = &blocks[0] else { panic!("no grid") };
    let places: usize = grid.cells.iter().map(|cell| cell.rows * cell.columns).sum();
    assert_eq!(places, grid.rows * grid.columns);
}
