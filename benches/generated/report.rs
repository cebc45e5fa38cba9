//! A seed -> a report of the 2021 edition: headings, paragraphs and tables, without any markup.

use super::Dice;
use nianbao::template::{BlockSpec, ColumnSpec, RowKind, RowSpec, TableSpec, by_id};

/// A report before it has a format.
pub struct Report {
    pub title: String,
    pub agency: String,
    pub date: String,
    pub parts: Vec<Part>,
}

pub enum Part {
    Heading(String),
    Text(String),
    Table(Vec<Vec<Cell>>),
}

/// A cell of a table, written where it begins.
#[derive(Clone)]
pub struct Cell {
    pub text: String,
    pub rows: usize,
    pub columns: usize,
}

fn cell(text: impl Into<String>, rows: usize, columns: usize) -> Cell {
    Cell { text: text.into(), rows, columns }
}

const PLACES: &[&str] = &["云溪市", "霁川县", "絮溪市", "枫浔区", "岚桥县", "澄浦区"];
const OFFICES: &[&str] = &["水务局", "林业局", "教育体育局", "住房和城乡建设局", "青石镇人民政府", "统计局"];
const SENTENCES: &[&str] = &[
    "全年通过门户网站和政务新媒体发布各类信息，内容涵盖规划计划、财政资金、重点项目和便民服务。",
    "对照目录逐条核对栏目内容，补齐缺项，更正过期的联系方式，撤下失效的办事指南。",
    "在办事大厅设置查阅点，配备自助终端和纸质汇编，安排专人解答群众询问。",
    "组织各科室学习条例和配套文件，把公开属性的审查放在公文起草环节。",
    "建立登记台账，申请件当日分办，到期前三个工作日提醒承办人员。",
    "部分信息更新不够及时，解读材料以文字为主，图表和问答形式偏少。",
    "下一步将细化责任分工，按季度通报更新情况，并请服务对象评议公开内容。",
];

impl Report {
    /// The report of a seed; `size` stretches its prose.
    pub fn new(seed: u64, size: usize) -> Self {
        let mut dice = Dice::new(seed);
        let agency = format!("{}{}", dice.pick(PLACES), dice.pick(OFFICES));
        let year = 2021 + dice.below(4);
        let title = format!("{agency}{year}年政府信息公开工作年度报告");
        let edition = by_id("2021").expect("the edition is there");
        let mut parts = vec![Part::Text(format!(
            "现将{agency}{year}年政府信息公开工作情况报告如下。本报告数据统计期限为{year}年1月1日至{year}年12月31日。"
        ))];
        let mut sections: Vec<_> = edition.sections.iter().collect();
        let order = ["一", "二", "三", "四", "五", "六"];
        sections.sort_by_key(|section| order.iter().position(|number| *number == section.number));
        for section in sections {
            parts.push(Part::Heading(format!("{}、{}", section.number, section.title)));
            match edition.tables.iter().find(|table| table.section == section.number) {
                Some(table) => parts.push(Part::Table(self::table(table, &mut dice))),
                None => prose(&mut parts, size, &mut dice),
            }
        }
        let date = format!("{}-01-{:02}", year + 1, 5 + dice.below(24));
        Report { title, agency, date, parts }
    }
}

/// Paragraphs under sub-headings.
fn prose(parts: &mut Vec<Part>, size: usize, dice: &mut Dice) {
    for number in ["（一）", "（二）", "（三）"] {
        parts.push(Part::Text(format!("{number}{}方面", dice.pick(&["公开内容", "平台建设", "制度保障", "监督考核"]))));
        for _ in 0..size {
            let sentences = (0..3).map(|_| dice.pick(SENTENCES)).collect::<String>();
            parts.push(Part::Text(format!("{sentences}全年共{}次。", dice.below(90))));
        }
    }
}

fn table(table: &'static TableSpec, dice: &mut Dice) -> Vec<Vec<Cell>> {
    let blocks = table.blocks.iter();
    let width = blocks.clone().map(|block| labels_width(block) + block.columns.len()).max().unwrap_or(1);
    blocks.flat_map(|block| self::block(block, width, dice)).collect()
}

/// As many columns as the labels of a block take.
fn labels_width(block: &BlockSpec) -> usize {
    let labelled = block.rows.iter().any(|row| !row.label.text.is_empty());
    let depth = block.rows.iter().map(|row| row.depth as usize).max().unwrap_or(0);
    if labelled { depth + 1 } else { 0 }
}

fn block(block: &'static BlockSpec, width: usize, dice: &mut Dice) -> Vec<Vec<Cell>> {
    let mut rows = Vec::new();
    rows.extend(block.caption.map(|caption| vec![cell(caption.text, 1, width)]));
    rows.extend(head(block, width));
    let values = values(block, dice);
    let labels = labels_width(block);
    let mut opened: Vec<Cell> = Vec::new();
    for (at, row) in block.rows.iter().enumerate() {
        let depth = row.depth as usize;
        if is_group(block.rows, at) {
            let below = block.rows[at + 1..].iter().take_while(|below| below.depth > row.depth);
            let (first, count) = (at + 1, below.count());
            let figures = (first..first + count).filter(|&below| !is_group(block.rows, below)).count();
            opened.push(cell(row.label.text, figures, 1));
            continue;
        }
        let mut cells = std::mem::take(&mut opened);
        if labels > 0 {
            cells.push(cell(row.label.text, 1, labels - depth));
        }
        let span = (width - labels) / block.columns.len();
        cells.extend(values[at].iter().map(|value| cell(value.to_string(), 1, span)));
        rows.push(cells);
    }
    rows
}

fn is_group(rows: &[RowSpec], at: usize) -> bool {
    rows[at].kind != RowKind::Figures
}

/// The rows of labels above the figures: each label stands over all columns that share it.
fn head(block: &BlockSpec, width: usize) -> Vec<Vec<Cell>> {
    let height = block.columns.iter().map(|column| column.under.len()).max().unwrap_or(0) + 1;
    let labels = labels_width(block);
    let span = (width - labels) / block.columns.len();
    let mut rows = vec![Vec::new(); height];
    if labels > 0 {
        rows[0].push(cell(block.head[0].text, height, labels));
    }
    for (level, row) in rows.iter_mut().enumerate() {
        let mut at = 0;
        while at < block.columns.len() {
            let alike = block.columns[at..].iter().take_while(|c| above(c, level) == above(&block.columns[at], level));
            let column = &block.columns[at];
            let count = if column.under.len() > level { alike.count() } else { 1 };
            match column.under.get(level) {
                Some(label) => row.push(cell(label.text, 1, count * span)),
                None if column.under.len() == level => row.push(cell(column.label.text, height - level, span)),
                None => {}
            }
            at += count;
        }
    }
    rows
}

/// The labels down to a level, which tell whether two columns stand under the same one.
fn above(column: &ColumnSpec, level: usize) -> Vec<&'static str> {
    column.under.iter().take(level + 1).map(|label| label.text).collect()
}

/// Figures whose sums hold along rows and columns.
fn values(block: &'static BlockSpec, dice: &mut Dice) -> Vec<Vec<u64>> {
    let count = block.columns.len();
    let mut values: Vec<Vec<u64>> = block.rows.iter().map(|_| (0..count).map(|_| figure(dice)).collect()).collect();
    let at = |key: &str| block.rows.iter().position(|row| row.key == key);
    if let (Some(total), Some(new), Some(left)) = (at("outcome.total"), at("new"), at("carried_out")) {
        let carried = at("carried_in").expect("the edition carries in");
        let outcomes: Vec<usize> =
            (carried + 1..total).filter(|&row| block.rows[row].kind == RowKind::Figures).collect();
        values[total] = (0..count).map(|column| outcomes.iter().map(|&row| values[row][column]).sum()).collect();
        values[left] = values[carried].clone();
        values[new] = values[total].clone();
    }
    // A total closes the columns before it, back to the total before.
    for row in &mut values {
        let mut sum = 0;
        for (value, column) in row.iter_mut().zip(block.columns) {
            let total = column.key == "total" || column.key.ends_with(".total");
            *value = if total { std::mem::take(&mut sum) } else { *value };
            sum += if total { 0 } else { *value };
        }
    }
    values
}

fn figure(dice: &mut Dice) -> u64 {
    if dice.below(3) > 0 { 0 } else { dice.below(60) }
}
