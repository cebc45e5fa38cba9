//! Which blocks are the report's own: those that stand where its headings stand, not the page around them.

use super::heading::Heading;
use super::paragraph::Item;
use crate::document::{Block, Document};
use crate::text::fold;
use std::ops::Range;

/// What pages print below an article. The words are those of readers' tools and of the site, not of any content system.
#[rustfmt::skip]
const FOOT: &[&str] = &[
    "扫一扫", "【打印", "[打印", "打印本", "打印此", "打印文章", "打印页面", "【关闭", "[关闭", "关闭窗口", "关闭本", "关闭此", "关闭页面", "【字体", "[字体", "字体：", "字号：",
    "版权所有", "网站标识码", "政府网站标识码", "备案号", "浏览次数", "浏览量", "阅读次数", "阅读量", "点击数", "点击量", "责任编辑", "信息来源：", "来源：", "作者：", "编辑：", "主办：",
    "Copyright", "Produced By", "保护视力色", "微信扫", "返回顶部", "回到顶部", "您访问的链接", "设为首页", "收藏本页", "中文域名", "视力保护色", "网站支持IPv6", "繁体版",
];

/// The same, where no word goes on behind them: running text begins with these too.
#[rustfmt::skip]
const FOOT_WORDS: &[&str] = &[
    "上一篇", "下一篇", "上一条", "下一条", "打印", "关闭", "分享", "分享到", "主办单位", "承办单位", "技术支持", "相关附件", "相关链接", "相关信息", "相关文章", "附件下载",
    "友情链接", "常用链接", "网站地图", "网站声明", "联系我们", "无障碍浏览",
];

/// What stands within such a line.
const FOOT_MARKS: &[&str] = &["公网安备", "公安备案", "ICP备"];

/// The blocks from the first to the last of the report.
pub(crate) fn body(document: &Document, items: &[Item], headings: &[Heading]) -> Range<usize> {
    let whole = 0..document.blocks.len();
    let (Some(first), Some(last)) = (headings.first(), headings.last()) else { return whole };
    let (first_block, last_block) = (items[first.item].block(), items[last.item].block());
    let common = common_container(document, headings.iter().map(|heading| items[heading.item].block()));
    let common = if headings.len() == 1 { around(document, common) } else { common };
    let inside = |block: &Block| lies_in(document, block.container(), common);
    let start = (0..first_block).rev().take_while(|&at| inside(&document.blocks[at])).last().unwrap_or(first_block);
    let below = &document.blocks[last_block + 1..];
    let end = below.iter().position(|block| !inside(block) || is_foot(block)).unwrap_or(below.len());
    start..last_block + 1 + before_links(&below[..end])
}

/// The text of a line, if it is short enough to be part of the site.
fn short(block: &Block) -> Option<&str> {
    let Block::Line(line) = block else { return None };
    let text = line.text.trim();
    (!text.is_empty() && text.chars().count() <= 60).then_some(text)
}

/// Whether a line is one of a site. A sentence may begin with such a word too (关闭不活跃账号3个。).
fn is_foot(block: &Block) -> bool {
    let goes_on = |c: char| fold::is_han(c) || matches!(c, '、' | '，');
    let word = |text: &str, word: &&str| text.strip_prefix(word).is_some_and(|rest| !rest.starts_with(goes_on));
    short(block).is_some_and(|text| {
        !text.contains(['。', '；'])
            && (FOOT.iter().any(|words| text.starts_with(words))
                || FOOT_WORDS.iter().any(|words| word(text, words))
                || FOOT_MARKS.iter().any(|mark| text.contains(mark)))
    })
}

/// How many of the blocks stand before the links to other articles: a line that is a link, behind which nothing is said any
/// more. An address that is printed is text.
fn before_links(blocks: &[Block]) -> usize {
    let said = |block: &Block| match block {
        Block::Line(line) => !line.link && line.text.trim_end().ends_with('。'),
        Block::Grid(_) => false,
    };
    let from = blocks.iter().rposition(said).map_or(0, |last| last + 1);
    let links_away = |block: &Block| {
        let address = |text: &str| text.starts_with("http") || text.starts_with("www.");
        matches!(block, Block::Line(line) if line.link) && short(block).is_some_and(|text| !address(text))
    };
    blocks[from..].iter().position(links_away).map_or(blocks.len(), |links| from + links)
}

/// The innermost container that holds all the blocks.
fn common_container(document: &Document, blocks: impl Iterator<Item = usize>) -> u32 {
    let mut common: Option<u32> = None;
    for block in blocks {
        let own = document.blocks[block].container();
        common = Some(match common {
            None => own,
            Some(other) => lowest_common(document, own, other),
        });
    }
    common.unwrap_or(0)
}

/// The innermost container that holds a heading and something else: a heading alone may stand in a paragraph of its own.
fn around(document: &Document, mut container: u32) -> u32 {
    let alone =
        |container| document.blocks.iter().filter(|block| lies_in(document, block.container(), container)).count() < 2;
    for _ in 0..NESTED {
        if !alone(container) {
            break;
        }
        container = document.containers[container as usize];
    }
    container
}

/// So many containers may hold nothing but a heading.
const NESTED: usize = 8;

/// The chain of containers from one to the outermost. A container is always numbered after the one that holds it.
fn lowest_common(document: &Document, mut a: u32, mut b: u32) -> u32 {
    while a != b {
        if a > b {
            a = document.containers[a as usize];
        } else {
            b = document.containers[b as usize];
        }
    }
    a
}

fn lies_in(document: &Document, mut container: u32, outer: u32) -> bool {
    while container > outer {
        container = document.containers[container as usize];
    }
    container == outer
}

#[cfg(test)]
mod tests {
    use crate::document::{Block, Document, Format, Line, Place};

    /// How many of the lines behind a heading belong to the report. A line in angle brackets is a link.
    fn kept(lines: &[&str]) -> usize {
        let mut document = Document::new(Format::Html);
        let line = |text: &&str| {
            let link = text.starts_with('<');
            Block::Line(Line { link, ..Line::new(text.trim_matches(['<', '>']), Place::default()) })
        };
        let headings = ["一、总体情况", "工作平稳。", "六、其他需要报告的事项"];
        document.blocks = headings.iter().chain(lines).map(line).collect();
        crate::outline::outline(&document, &crate::outline::Titles::new(&[])).body.end - headings.len()
    }

    #[test]
    fn a_report_ends_before_what_belongs_to_the_site() {
        assert_eq!(kept(&["无。", "打印本页", "关闭窗口"]), 1);
        assert_eq!(kept(&["无。", "<上一篇：云溪市水务局2021年度报告>", "版权所有：云溪市水务局"]), 1);
        assert_eq!(kept(&["关闭不活跃账号3个，整合栏目5个。", "本年度收取费用0元。", "2023年1月19日"]), 3);
        assert_eq!(kept(&["<http://www.example.gov.cn/gk>", "<详见附件>", "本年度收取费用0元。", "<下一篇>"]), 3);
    }
}
