//! The filtered page gives the same document as the page itself: on markup of every kind, sound and damaged.

use super::super::{document, parse};
use super::{Filter, PIECE, Piece};
use html5ever::driver::{self, ParseOpts};
use html5ever::tendril::TendrilSink;
use html5ever::tokenizer::TokenizerOpts;
use proptest::prelude::*;
use scraper::{Html, HtmlTreeSink};

/// The tree of a page as the parser alone makes it. A mark of byte order is one at the beginning only: unless told so, the
/// parser passes over one behind every script.
fn straight(page: &str) -> Html {
    let tokenizer = TokenizerOpts { discard_bom: false, ..TokenizerOpts::default() };
    let options = ParseOpts { tokenizer, ..ParseOpts::default() };
    let sink = HtmlTreeSink::new(Html::new_document());
    driver::parse_document(sink, options).one(page.strip_prefix('\u{feff}').unwrap_or(page))
}

/// A page gives the same document through the filter and straight from the parser, in large pieces and in small ones.
fn assert_same(page: &str) {
    let drawn = |html: &Html| format!("{:#?}", document(html, &mut Vec::new()));
    let plain = drawn(&straight(page));
    for piece in [PIECE, 48, 1] {
        let filtered = drawn(&parse::in_pieces(page, piece).0);
        if filtered != plain {
            let line = filtered.lines().zip(plain.lines()).find(|(a, b)| a != b);
            panic!("{page:?} in {piece}\nleft for the parser: {:?}\ndiffers: {line:?}", filtered_page(page));
        }
    }
}

fn filtered_page(page: &str) -> String {
    let mut filter = Filter::new(page, PIECE);
    let mut all = String::new();
    while let Some(Piece::Filtered(piece, _) | Piece::Unchanged(piece)) = filter.next() {
        all.push_str(piece);
    }
    all
}

#[test]
fn what_nobody_reads_is_dropped() {
    for (page, left) in [
        ("<p class=a style='color:red'>文</P >", "<p>文</P>"),
        ("<td width=5 colspan=\"2\" ROWSPAN=3 x>1</td>", "<td colspan=\"2\" ROWSPAN=3>1</td>"),
        ("<p><span style=\"a:b\"><font face=x>文</font><o:p></o:p></span>字", "<p>文字"),
        ("<a href><p>甲</p><span a=1></span><u>乙</u></a><i></i>", "<a href><p>甲</p><span></span>乙</a>"),
        ("<p style='display:none'>隐</p><p hidden>藏</p>", "<p style='display:none'>隐</p><p hidden>藏</p>"),
        ("<script>if (a<b) '</p>'</script><style>p>a{}</style>", "<script></script><style></style>"),
        ("<!-- 注 --><a href='/x' title=y>链</a>", "<!----><a href>链</a>"),
        ("<span>甲<p>乙</p></span>", "<span>甲<p>乙</p></span>"),
        ("<title>a<b>c</title><svg><path d='M0'/></svg><b>c</b>", "<title>a<b>c</title><svg><path d='M0'/></svg>c"),
        ("<p a=1>文<math><mi a=1>x</mi></math><p a=1>", "<p>文<math><mi a=1>x</mi></math><p a=1>"),
    ] {
        assert_eq!(filtered_page(page), left, "{page}");
    }
}

/// What once differed, or nearly did.
#[test]
fn hard_cases_give_the_same_document() {
    for page in [
        "&am<b>p;</b>x &a<span>mp</span>; <<b>p</b>>x</p> 甲\r<b>\n</b>乙 &#2<i>0</i>0004;",
        "<pre>\n甲\r<b>\n</b>乙</pre><pre><b>\n丙</b></pre><pre><!-- x -->\n丁<span>戊</span>己\n</pre>",
        "<!-- x --><span></span></p>甲<title>乙</title><b></b></p>",
        "<table> <b> </b>甲<b> 乙</b><tr><td>1</td> <i>丙</i></tr><!-- x --> 丁</table>",
        "<h1><span>题<h2>次</span>文</h2></h1>",
        "<p>甲<form><p><span></form>乙<p>丙",
        "<span><ucapcontent>甲</span>乙</ucapcontent>丙",
        "<font><font size=1><font size=2><font size=3><font size=4><p>甲</font>乙</font><p>丙</font></font></font>丁",
        "<a href=x>甲<b>乙<a>丙</b>丁</a><a href>戊<span>己</a>庚</span>",
        "<p style='color:red' style='display:none'>甲</p><p style='d&#105;splay:none'>乙</p><p STYLE='DISPLAY : NONE'>丙</p>",
        "<script><!-- <script> </script> --> '<p>甲' </script>乙<script><!--></script>丙<script><!-- </script><p>丁",
        "<script>甲</scripts></script\n x='>'>乙</script><style><!-- </style>丙",
        "<table><input type=hidden><input type=text>甲<tr><td>1</table>",
        "<p a='<b>'b=\"'>\"c=>甲</p d='>'>乙<p x='未",
        "甲<!doctype html><!x -- >乙--><?php echo '>'; ?>丙</ x>丁</>戊<![CDATA[己]]>庚<!-->辛<!--->壬<!-- --!>癸<!--",
        "<p><a href='/x'></p><span></span><table><tr><td>甲</table><pre>\n<b></b>乙",
        "<svg><title>甲</title><p>乙</svg><style>丙</style><script>丁</script>戊",
        "<svg/><p a>甲<svg><g><path/></g></svg><b>乙</b><svg viewBox='0'><circle r=1></svg>丙",
        "<table><tr><td><span><a href=x></span></p><table><tr><td>甲</table>",
        "<select><option><b>甲</b><title>乙</title><option>丙</select>丁<textarea><b>戊</textarea>己",
        "<table><caption><script>甲</script>乙</caption><tr><td><script>丙</script>1<td><table><tr><td>2</table>丁</table>",
        "<template><table><tr><td a=1>甲</template><frameset>乙",
        "<body hidden><html style='display:none'>甲",
        "<plaintext><b>甲</plaintext>",
        "甲<",
        "甲</",
        "甲<b",
        "<b/>甲<br/><br a=1></br><image src=a.jpg width=300><IMG SRC=b.png>",
        "\0<p\0>甲\0</p><td\0 colspan=2>乙",
    ] {
        assert_same(page);
    }
}

/// Pieces of markup that meet each other in every order.
const MARKUP: &[&str] = &[
    "<p>",
    "<p class=MsoNormal style=\"mso-x:1;line-height:2\">",
    "</p>",
    "<div id=a>",
    "</div>",
    "<span style='color:red'>",
    "<span>",
    "</span>",
    "<font size=2>",
    "</font>",
    "<b>",
    "</b>",
    "<STRONG class=x>",
    "</STRONG>",
    "<i>",
    "</i>",
    "<o:p>",
    "</o:p>",
    "<u>",
    "</u>",
    "<table border=1>",
    "</table>",
    "<tr height=5>",
    "</tr>",
    "<td colspan=2 width=9>",
    "<TD rowspan=2>",
    "<td>",
    "</td>",
    "<th>",
    "</th>",
    "<tbody>",
    "</tbody>",
    "<caption>",
    "</caption>",
    "<colgroup>",
    "<col>",
    "<a href='/x'>",
    "<a name=x>",
    "</a>",
    "<br>",
    "<br />",
    "</br>",
    "<h1 class=t>",
    "</h1>",
    "<h2>",
    "</h2>",
    "<ul>",
    "</ul>",
    "<li>",
    "</li>",
    "<form>",
    "</form>",
    "<input type=hidden>",
    "<input>",
    "<select>",
    "<option>",
    "</select>",
    "<button>",
    "</button>",
    "<center>",
    "</center>",
    "<pre>",
    "</pre>",
    "<textarea>",
    "</textarea>",
    "<title>",
    "</title>",
    "<script>",
    "</script>",
    "<style>",
    "</style>",
    "<!--",
    "-->",
    "<!-- x -->",
    "<![if !supportLists]>",
    "<![endif]>",
    "<?xml:namespace prefix = o />",
    "<svg>",
    "</svg>",
    "<svg/>",
    "<path d=''/>",
    "<object>",
    "</object>",
    "<ucapcontent>",
    "</ucapcontent>",
    "<section>",
    "</section>",
    "<dl>",
    "<dd>",
    "<dt>",
    "</dl>",
    "<body>",
    "</body>",
    "<html>",
    "</html>",
    "<head>",
    "</head>",
    "<span style='display:none'>",
    "<p hidden>",
    "<meta name=a content=b>",
    "<img src=a.jpg width=9>",
    "<hr>",
    "<noscript>",
    "</noscript>",
    "<iframe>",
    "</iframe>",
    "<marquee>",
    "</marquee>",
    "<nobr>",
    "</nobr>",
    "<foo>",
    "</foo>",
    "<label>",
    "</label>",
    "<xmp>",
    "</xmp>",
    "<td style=\"",
    "<p title='",
    "\"",
    "'",
    ">",
    "<",
    "</",
    "&nbsp;",
    "&am",
    "p;",
    "&#1",
    "&ldquo;",
    "&nbsp",
    "<3",
    "\0",
    "\u{feff}",
    "<td colspan=&quot;2&quot;>",
    "<th rowspan=2 ROWSPAN='3'>",
    "<meta charset=gbk>",
    "<meta name='a&amp;b' content=\"c\r\nd\">",
    "<img src=b.jpg width=1 hidden SRC=c.png />",
    "甲",
    "乙",
    "12",
    " ",
    "\n",
    "\r\n",
    "\r",
    "\t",
    "一、情况",
    "。",
];

/// Markup in which blocks and cells are mostly sound, as pages are.
fn page() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => prop::sample::select(MARKUP).prop_map(str::to_owned),
        1 => prop::sample::select(MARKUP).prop_map(|tag| format!("<p><span lang=EN-US><font>{tag}</font></span></p>")),
        1 => prop::collection::vec(prop::sample::select(MARKUP), 1..5)
            .prop_map(|cells| format!("<table><tr><td a=1>{}</td></tr></table>", cells.join("<td>"))),
    ];
    prop::collection::vec(piece, 1..40).prop_map(|pieces| pieces.concat())
}

/// The ways in which real pages are damaged.
const DAMAGES: &[(&str, &[(&str, &str)])] = &[
    ("cells and rows are not closed", &[("</td>", ""), ("</tr>", ""), ("</TD>", "")]),
    ("runs and blocks are not closed", &[("</span>", ""), ("</font>", ""), ("</p>", ""), ("</div>", ""), ("</b>", "")]),
    ("text stands between cells", &[("<tr", "甲<p>乙</p><tr"), ("</tr>", "丙 <b> 丁</b></tr>")]),
    ("a quotation mark is missing", &[("\">", ">"), ("='", "=")]),
    ("tables are not closed", &[("</table>", ""), ("</TABLE>", "")]),
    (
        "an office program's remarks",
        &[("<p", "<?xml:namespace prefix = o /><p"), ("<span", "<!--[if gte mso 9]><xml></xml><![endif]--><span")],
    ),
];

/// A page with one of the damages at some of the places where it may be: the bits tell which.
fn damaged(page: &str, damage: usize, mut places: u64) -> String {
    let mut page = page.to_owned();
    for (sound, broken) in DAMAGES[damage].1 {
        let mut rest = std::mem::take(&mut page);
        while let Some(at) = rest.find(sound) {
            page.push_str(&rest[..at]);
            page.push_str(if places & 1 == 1 { broken } else { sound });
            places = places.rotate_right(1);
            rest = rest.split_off(at + sound.len());
        }
        page.push_str(&rest);
    }
    page
}

/// The pages of the fixtures, which are sound.
fn fixtures() -> Vec<String> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/reports");
    let inside = |path: &std::path::Path| -> Vec<std::path::PathBuf> {
        let mut paths: Vec<_> = std::fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        paths.retain(|path| path.is_dir());
        paths
    };
    let cases = inside(&root).into_iter().flat_map(|edition| inside(&edition));
    cases.filter_map(|case| std::fs::read_to_string(case.join("input.html")).ok()).collect()
}

#[test]
fn fixtures_give_the_same_document_sound_and_damaged() {
    let pages = fixtures();
    assert!(pages.len() >= 8, "the fixtures are not where they should be");
    for page in pages {
        assert_same(&page);
        for (damage, _) in DAMAGES.iter().enumerate() {
            for places in [u64::MAX, 0x8421_0842_1084_2108, 0x1111_0000_1111_0000] {
                assert_same(&damaged(&page, damage, places));
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, ..ProptestConfig::default() })]

    #[test]
    fn any_markup_gives_the_same_document(page in page(), damage in 0..DAMAGES.len(), places: u64) {
        assert_same(&page);
        assert_same(&damaged(&page, damage, places));
    }
}
