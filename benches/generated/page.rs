//! A report -> a page as sites publish it: pasted from an office program, from a site's editor, or as an old publishing
//! system wrote it, each inside the site's own frame.

use super::Dice;
use super::report::{Cell, Part, Report};
use std::fmt::Write;

/// Who wrote the markup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Every run of text in a span with a long style, an empty `<o:p>` behind it.
    Office,
    /// Short styles, some spans.
    Editor,
    /// Upper-case names, values without quotes, ends left out, inside tables that lay out the page.
    Trs,
}

const MSO: &str = "mso-spacerun:'yes';font-family:仿宋;font-size:12.0000pt;mso-font-kerning:1.0000pt;";
const MSO_P: &str = "margin-bottom:0pt;text-indent:24.0000pt;mso-char-indent-count:2.0000;line-height:28.0000pt;";
const MSO_TD: &str = "width:73.7000pt;padding:0.0000pt 5.4000pt;border-left:1.0000pt solid windowtext;\
    mso-border-left-alt:0.5000pt solid windowtext;";

/// The page of a report.
pub fn page(report: &Report, style: Style, seed: u64) -> String {
    let mut page = Page { html: String::new(), style, dice: Dice::new(seed ^ 0x5eed) };
    page.top(report);
    for part in &report.parts {
        match part {
            Part::Heading(text) => page.paragraph(text, true),
            Part::Text(text) => page.paragraph(text, false),
            Part::Table(rows) => page.table(rows),
        }
    }
    page.bottom();
    page.html
}

struct Page {
    html: String,
    style: Style,
    dice: Dice,
}

impl Page {
    fn add(&mut self, text: std::fmt::Arguments<'_>) {
        self.html.write_fmt(text).expect("a string takes every text");
    }

    fn top(&mut self, report: &Report) {
        let (title, agency, date) = (&report.title, &report.agency, &report.date);
        self.add(format_args!(
            "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title}-{agency}</title>\n\
             <meta name=\"SiteName\" content=\"{agency}\">\n<meta name=\"ArticleTitle\" content=\"{title}\">\n\
             <meta name=\"PubDate\" content=\"{date} 09:30\">\n<meta name=\"ContentSource\" content=\"{agency}\">\n\
             <link rel=\"stylesheet\" href=\"/static/css/main.css?v=3\">\n"
        ));
        self.sheet(24);
        self.script(10);
        self.html.push_str(
            "</head>\n<body class=\"page page-detail\" onload=\"init()\">\n<!-- 页头 -->\n<div class=\"header\">",
        );
        self.links(40);
        self.html.push_str("</div>\n");
        self.script(6);
        if self.style == Style::Trs {
            self.html.push_str(
                "<TABLE width=1002 border=0 cellspacing=0 cellpadding=0 align=center background=/images/bg.gif><TR><TD \
                 valign=top width=180 class=left>\n",
            );
            self.links(30);
            self.html.push_str("<TD valign=top class=right><TABLE width=\"100%\" border=0><TR><TD class=TRS_Editor>\n");
        } else {
            self.html.push_str("<div class=\"main\"><div class=\"left\">");
            self.links(30);
            self.html.push_str("</div><div class=\"article\" id=\"zoom\" style=\"width:1000px;margin:0 auto\">\n");
        }
        self.add(format_args!("<h1 class=\"title\">{title}</h1>\n<div class=\"info\">发布时间：{date}　来源：{agency}　浏览次数：<span id=\"hits\"></span></div>\n"));
    }

    fn bottom(&mut self) {
        self.html.push_str(if self.style == Style::Trs { "</TABLE></TABLE>\n" } else { "</div></div>\n" });
        self.html.push_str("<div class=\"share\"><!-- 分享 --><a href=\"javascript:;\" onclick=\"window.print()\">打印本页</a></div>\n");
        self.script(20);
        self.html.push_str("<div class=\"footer\">");
        self.links(60);
        self.html.push_str("<p>主办：云溪市人民政府办公室　备案号：ICP备00000000号</p></div>\n");
        self.script(8);
        self.html.push_str("</body>\n</html>\n");
    }

    fn links(&mut self, count: usize) {
        self.html.push_str("<ul class=\"nav-list clearfix\">");
        for number in 0..count {
            let name =
                self.dice.pick(&["政务公开", "新闻动态", "办事服务", "互动交流", "机构职能", "规划计划", "财政信息"]);
            let page = self.dice.below(90_000);
            self.add(format_args!(
                "<li class=\"item item-{number}\"><a href=\"/zwgk/list/{page}.html\" target=\"_blank\" title=\"{name}\" \
                 data-id=\"{page}\">{name}</a></li>\n"
            ));
        }
        self.html.push_str("</ul>");
    }

    fn script(&mut self, lines: usize) {
        self.html.push_str("<script type=\"text/javascript\">\n//<![CDATA[\n");
        for _ in 0..lines {
            let number = self.dice.below(100_000);
            self.add(format_args!(
                "  if (window.innerWidth < {number} && document.getElementById('n{number}')) {{ \
                 $('#n{number}').html('<td>' + data[{number}] + '<\\/td>'); }}\n"
            ));
        }
        self.html.push_str("//]]>\n</script>\n");
    }

    fn sheet(&mut self, lines: usize) {
        self.html.push_str("<style type=\"text/css\">\n");
        for _ in 0..lines {
            let number = self.dice.below(10_000);
            self.add(format_args!(
                ".TRS_Editor P.MsoNormal{number}, .c{number} > td {{ margin:0cm; font-family:宋体; font-size:{}pt; }}\n",
                number % 30
            ));
        }
        self.html.push_str("</style>\n");
    }

    fn paragraph(&mut self, text: &str, heading: bool) {
        match self.style {
            Style::Office => {
                self.add(format_args!("<p class=\"MsoNormal\" style=\"{MSO_P}\">"));
                self.runs(text, heading);
                self.html.push_str("</p>\n");
            }
            Style::Editor => {
                let (open, close) = if heading { ("<strong>", "</strong>") } else { ("", "") };
                self.add(format_args!(
                    "<p style=\"text-indent: 2em; line-height: 2; margin-bottom: 5px;\">{open}<span style=\"font-family: \
                     仿宋, FangSong; font-size: 21px;\">{text}</span>{close}</p>\n"
                ));
            }
            Style::Trs => self.add(format_args!("<P align=justify class=MsoNormal>　　{text}\n")),
        }
    }

    /// Text cut in runs where the program changed fonts.
    fn runs(&mut self, text: &str, bold: bool) {
        let characters: Vec<char> = text.chars().collect();
        let mut rest = characters.as_slice();
        let weight = if bold { "font-weight:bold;" } else { "" };
        while !rest.is_empty() {
            let length = (4 + self.dice.below(32) as usize).min(rest.len());
            let run: String = rest[..length].iter().collect();
            rest = &rest[length..];
            self.add(format_args!("<span style=\"{MSO}{weight}\" ><font face=\"仿宋_GB2312\" >{run}</font></span>"));
        }
        self.add(format_args!("<span><o:p></o:p></span>"));
    }

    fn table(&mut self, rows: &[Vec<Cell>]) {
        let (open, row, end, close) = match self.style {
            Style::Office => (
                "<div align=\"center\"><table class=\"MsoTableGrid\" border=\"1\" cellspacing=\"0\" \
                 style=\"border-collapse:collapse;width:425.0000pt;mso-table-layout-alt:fixed;\" ><tbody>\n",
                "<tr style=\"height:22.7000pt;\" >",
                "</tr>\n",
                "</tbody></table></div>\n",
            ),
            Style::Editor => (
                "<table border=\"1\" cellspacing=\"0\" cellpadding=\"0\" width=\"100%\" class=\"table table-bordered\"><tbody>\n",
                "<tr class=\"firstRow\">",
                "</tr>\n",
                "</tbody></table>\n",
            ),
            Style::Trs => {
                ("<TABLE border=1 cellspacing=0 width=\"98%\" align=center>\n", "<TR height=25>", "\n", "</TABLE>\n")
            }
        };
        self.html.push_str(open);
        for cells in rows {
            self.html.push_str(row);
            cells.iter().for_each(|cell| self.cell(cell));
            self.html.push_str(end);
        }
        self.html.push_str(close);
    }

    fn cell(&mut self, cell: &Cell) {
        let spans = |html: &mut String, quote: &str| {
            for (name, span) in [("rowspan", cell.rows), ("colspan", cell.columns)] {
                if span > 1 {
                    let _ = write!(html, " {name}={quote}{span}{quote}");
                }
            }
        };
        match self.style {
            Style::Office => {
                self.html.push_str("<td width=\"98\" valign=\"center\"");
                spans(&mut self.html, "\"");
                self.add(format_args!(
                    " style=\"{MSO_TD}\" ><p class=\"MsoNormal\" align=\"center\" style=\"{MSO_P}\">"
                ));
                self.runs(&cell.text, false);
                self.html.push_str("</p></td>");
            }
            Style::Editor => {
                self.html.push_str("<td");
                spans(&mut self.html, "\"");
                self.add(format_args!(
                    " style=\"border-color: windowtext; padding: 0px 7px; word-break: break-all;\" width=\"98\" \
                     valign=\"middle\" align=\"center\"><p style=\"text-align: center;\"><span style=\"font-family: 宋体; \
                     font-size: 14px;\">{}</span></p></td>",
                    cell.text
                ));
            }
            Style::Trs => {
                self.html.push_str("<TD align=middle");
                spans(&mut self.html, "");
                self.add(format_args!("><P align=center>{}", cell.text));
            }
        }
    }
}
