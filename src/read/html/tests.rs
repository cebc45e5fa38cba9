//! Pages in, blocks out: what stands in a line, what becomes a grid, and what no page can do.

use super::read;
use crate::document::{Block, Document};
use std::time::{Duration, Instant};

/// Blocks drawn in characters: a line as itself, a grid as its rows between brackets with spans as `text<rows,columns>`.
fn drawn(page: &str) -> Vec<String> {
    let (document, _) = read(page);
    document.blocks.iter().map(draw).collect()
}

fn draw(block: &Block) -> String {
    let Block::Grid(grid) = block else {
        let Block::Line(line) = block else { unreachable!() };
        return line.text.clone();
    };
    let span = |cell: &crate::document::Cell| {
        if cell.rows * cell.columns > 1 { format!("<{},{}>", cell.rows, cell.columns) } else { String::new() }
    };
    let row = |at| {
        grid.row(at)
            .iter()
            .map(|cell| format!("{}{}", cell.text.replace('\n', "~"), span(cell)))
            .collect::<Vec<_>>()
            .join("|")
    };
    format!("[{}]", (0..grid.rows).map(row).collect::<Vec<_>>().join(" / "))
}

#[test]
fn runs_join_and_breaks_of_source_between_wide_characters_vanish() {
    assert_eq!(drawn("<p><span>一</span><span>、总\n\t体</span><b>情况</b></p>"), ["一、总体情况"]);
    assert_eq!(drawn("<p>a\nb</p>"), ["a b"]);
}

#[test]
fn a_forced_break_ends_a_line_and_blank_paragraphs_stay() {
    assert_eq!(drawn("<p><br>四、复议</p><p></p><p>&nbsp;</p><p>五</p>"), ["四、复议", "", "\u{a0}", "五"]);
}

#[test]
fn what_is_not_shown_is_no_text() {
    let page = "<script>var a='2025年';</script><style>p{}</style><div style='display: none'>隐</div><p hidden>藏</p><select><option>选</select><p>文</p>";
    assert_eq!(drawn(page), ["文"]);
}

#[test]
fn what_is_set_apart_or_struck_out_is_no_part_of_the_number_beside_it() {
    for (page, expected) in [
        ("<p>1767<sup>2</sup></p>", "1767^2"),
        ("<p><sup>2</sup>1767</p>", "^2^1767"),
        ("<p>1767<span style='vertical-align:super'>2</span>件</p>", "1767^2件"),
        ("<p>17<span style='position:relative;top:-4px'>2</span></p>", "17^2"),
        ("<p>占地100m<sup>2</sup>，公开<sup>注</sup>12件</p>", "占地100m2，公开注12件"),
        ("<p><del>7</del>1767</p>", "~~7~~1767"),
        ("<p>收<del>到<b>7</b></del><ins>12</ins>件</p>", "收~~到7~~12件"),
        ("<p style='text-decoration:line-through'>收到7件</p>", "~~收到7件~~"),
        ("<pre>1767<sup>2</sup></pre>", "1767^2"),
    ] {
        assert_eq!(drawn(page), [expected], "{page}");
    }
    let lines = "<del><p>甲</p><p>乙</p></del><s><pre>丙\n丁</pre></s>";
    assert_eq!(drawn(lines), ["~~甲~~", "~~乙~~", "~~丙~~", "~~丁~~"]);
}

#[test]
fn cells_keep_apart_what_is_raised_or_struck_out_in_any_way() {
    let apart = ["vertical-align:4px", "vertical-align:-30%", "vertical-align:text-top", "position:relative;top:-4px"];
    for style in apart {
        let page = format!("<table><tr><td>甲<td>0<span style='{style}'>9</span><tr><td>乙<td>1</table>");
        assert_eq!(drawn(&page), ["[甲|0^9 / 乙|1]"], "{style}");
    }
    for style in ["vertical-align:middle", "vertical-align:0pt", "position:relative;top:0", "top:-4px"] {
        let page = format!("<table><tr><td>甲<td>0<span style='{style}'>9</span><tr><td>乙<td>1</table>");
        assert_eq!(drawn(&page), ["[甲|09 / 乙|1]"], "{style}");
    }
    let struck = "<table><tr><td>甲<td>5<tr style='text-decoration:line-through'><td>乙<td>1</table>";
    assert_eq!(drawn(struck), ["[甲|5 / ~~乙~~|~~1~~]"]);
}

#[test]
fn spans_follow_the_standard() {
    let page =
        "<table><tr><td rowspan=2>甲<td colspan=2>乙<tr><td>1<td>2<tr><td>丙<td><p>商业</p><p>企业</p><td></table>";
    assert_eq!(drawn(page), ["[甲<2,1>|乙<1,2> / 1|2 / 丙|商业~企业|]"]);
}

#[test]
fn absurd_spans_are_cut_to_the_table() {
    let page = "<table><tr><td colspan=4294967296>甲<td rowspan=-1>乙<tr><td rowspan=65534 colspan=1000>丙</table>";
    let (document, _) = read(page);
    let Block::Grid(grid) = &document.blocks[0] else { panic!("no grid") };
    assert!(grid.columns <= 2002 && grid.rows == 2);
    assert!(grid.cells.iter().all(|cell| cell.row + cell.rows <= grid.rows && cell.end() <= grid.columns));
}

#[test]
fn a_table_that_lays_out_the_page_dissolves() {
    let page = "<table><tr><td><h2>题</h2><p>文</p><table><tr><td>甲<td>1<tr><td>乙<td>2</table></td></tr></table>";
    assert_eq!(drawn(page), ["题", "文", "[甲|1 / 乙|2]"]);
}

#[test]
fn links_titles_and_declarations_are_kept_apart() {
    let page = "<title>题</title><meta name='PubDate' content='2023-01-18'><p><a href='/'>首页</a></p><p><a name='x'>文</a></p>";
    let (document, _) = read(page);
    let links: Vec<bool> =
        document.blocks.iter().map(|block| matches!(block, Block::Line(line) if line.link)).collect();
    assert_eq!((links, document.declared_titles.len(), document.declared.len()), (vec![true, false], 1, 1));
}

#[test]
fn containers_tell_what_stands_together() {
    let (document, _) = read("<div>栏</div><div><p>甲</p><p>乙</p></div>");
    let parent = |at: usize| document.containers[document.blocks[at].container() as usize];
    assert!(parent(1) == parent(2) && parent(0) != parent(1));
}

#[test]
fn an_escaped_page_is_read_once() {
    let cell = r#"\u003cp class=\"a\"\u003e一、\u003c\/p\u003e"#;
    let page = format!(r#"{{"content":"{}<\/p><p>三</p>"}}"#, cell.repeat(3));
    assert_eq!(drawn(&page).iter().filter(|line| *line == "一、").count(), 3);
}

#[test]
fn tags_written_as_references_are_tags_where_they_are_most() {
    let rows =
        "&lt;tr&gt;&lt;td class=&quot;a&quot;&gt;甲&amp;nbsp;乙&lt;/td&gt;&lt;td&gt;1 &amp;lt; 2&lt;/td&gt;&lt;/tr&gt;"
            .repeat(2);
    let feed = format!("<item><title>丙</title><description>&lt;table&gt;{rows}&lt;/table&gt;</description></item>");
    assert_eq!(drawn(&feed), ["[甲\u{a0}乙|1 < 2 / 甲\u{a0}乙|1 < 2]"]);
    let page = format!("{}{rows}", "<p>丁</p>".repeat(8));
    assert_eq!(drawn(&page).iter().filter(|line| *line == "丁").count(), 8);
}

/// Broken or hostile pages end soon, whatever they hold. The bound is far above what they take.
#[test]
fn hostile_pages_end() {
    let deep = "<div>".repeat(100_000) + "底";
    let tables = "<table><tr><td>".repeat(10_000) + "底";
    let spans = format!("<table>{}</table>", "<tr><td colspan=1000 rowspan=65534>1</td></tr>".repeat(2_000));
    for page in [deep, tables, spans, "<!--".repeat(50_000), "<a href='".repeat(50_000), "<p>&lt;".repeat(100_000)] {
        let begun = Instant::now();
        let (document, _): (Document, _) = read(&page);
        assert!(document.containers.len() < 200_000);
        assert!(begun.elapsed() < Duration::from_secs(30), "{} bytes took {:?}", page.len(), begun.elapsed());
    }
}
