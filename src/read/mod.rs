//! Bytes -> Document, one file a format. The content decides the format, not the name of the file.

mod csv;
mod html;
mod json;
mod markdown;
mod printed;
mod rows;
mod sheet;
mod style;
mod text;
mod wiki;

use crate::document::{Document, Format};
use crate::error::Error;
use crate::finding::{Finding, codes, parts};
use crate::text::decode::{Decoded, decode};
use std::borrow::Cow;

/// Larger files are refused.
pub const LIMIT: usize = 256 << 20;

/// Reads a file.
///
/// `charset` is what a transport said of the bytes (the header of a web answer); a declaration in the file and the bytes
/// themselves weigh more.
///
/// # Errors
/// Where the bytes are no page, text or workbook: [`Error::Empty`], [`Error::Unreadable`] for a picture or a PDF,
/// [`Error::Password`], [`Error::Damaged`], [`Error::Undecodable`], [`Error::TooLarge`].
pub fn read(bytes: &[u8], charset: Option<&str>) -> Result<(Document, Vec<Finding>), Error> {
    if bytes.len() > LIMIT {
        return Err(Error::TooLarge { bytes: bytes.len() as u64, limit: LIMIT as u64 });
    }
    match container(bytes)? {
        Some(format) => sheet::read(bytes, format),
        None => characters(bytes, charset),
    }
}

/// The workbook format that the first bytes show; `None` for text.
fn container(bytes: &[u8]) -> Result<Option<Format>, Error> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Error::Empty);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return zipped(bytes).map(Some);
    }
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]) {
        return compound(bytes).map(Some);
    }
    match FOREIGN.iter().find(|(magic, ..)| bytes.starts_with(magic)) {
        Some((_, english, chinese)) => Err(Error::Unreadable(english, chinese)),
        None => Ok(None),
    }
}

/// Formats that hold no text or table that is read here, by their first bytes.
#[rustfmt::skip]
static FOREIGN: &[(&[u8], &str, &str)] = &[
    (b"%PDF", "a PDF; convert it to text first (pdftotext -layout)", "PDF 文件，请先转换为文本（pdftotext -layout）"),
    (b"\x89PNG", "a picture (PNG); text in pictures is not read", "图片（PNG），不识别图片中的文字"),
    (b"\xff\xd8\xff", "a picture (JPEG); text in pictures is not read", "图片（JPEG），不识别图片中的文字"),
    (b"GIF8", "a picture (GIF); text in pictures is not read", "图片（GIF），不识别图片中的文字"),
    (b"BM", "a picture (BMP); text in pictures is not read", "图片（BMP），不识别图片中的文字"),
    (b"II*\0", "a picture (TIFF); text in pictures is not read", "图片（TIFF），不识别图片中的文字"),
    (b"MM\0*", "a picture (TIFF); text in pictures is not read", "图片（TIFF），不识别图片中的文字"),
    (b"RIFF", "a picture or recording (RIFF); it holds no text", "图片或音视频文件（RIFF），没有文字"),
    (b"{\\rtf", "an RTF document; save it as a page, a text or a workbook first", "RTF 文档，请先另存为网页、文本或工作簿"),
    (b"Rar!", "an archive (RAR); unpack it first", "RAR 压缩包，请先解压"),
    (b"7z\xbc\xaf", "an archive (7z); unpack it first", "7z 压缩包，请先解压"),
    (b"\x1f\x8b", "a compressed file (gzip); unpack it first", "gzip 压缩文件，请先解压"),
    (b"\x28\xb5\x2f\xfd", "a compressed file (zstd); unpack it first", "zstd 压缩文件，请先解压"),
];

/// What an archive in the zip format is, by the names in it. The names stand uncompressed in every member's header.
fn zipped(bytes: &[u8]) -> Result<Format, Error> {
    let names = |wanted: &str| find(bytes, wanted.as_bytes());
    if names("xl/workbook.bin") {
        return Ok(Format::Xlsb);
    }
    if names("xl/workbook.xml") || names("xl/worksheets/") {
        return Ok(Format::Xlsx);
    }
    if names("opendocument.spreadsheet") {
        return Ok(Format::Ods);
    }
    if names("word/document.xml") || names("opendocument.text") {
        return Err(Error::Unreadable(
            "a word-processor document; save it as a page (.html) or a text first",
            "文字处理文档，请先另存为网页（.html）或文本",
        ));
    }
    if names("[Content_Types].xml") || names("mimetype") {
        return Err(Error::Damaged("the archive holds no workbook, or its end is missing".to_owned()));
    }
    Err(Error::Unreadable("an archive (zip) that is no workbook; unpack it first", "zip 压缩包而非工作簿，请先解压"))
}

/// What a compound file is, by the names of its streams (UTF-16).
fn compound(bytes: &[u8]) -> Result<Format, Error> {
    let wide = |name: &str| name.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let names = |wanted: &str| find(bytes, &wide(wanted));
    if names("EncryptedPackage") {
        return Err(Error::Password);
    }
    if names("Workbook") || names("Book") {
        return Ok(Format::Xls);
    }
    if names("WordDocument") {
        return Err(Error::Unreadable(
            "a Word 97–2003 document; save it as a page (.html) or a text first",
            "Word 97–2003 文档，请先另存为网页（.html）或文本",
        ));
    }
    Err(Error::Damaged("the compound file holds no workbook, or its directory is missing".to_owned()))
}

fn find(bytes: &[u8], wanted: &[u8]) -> bool {
    memchr::memmem::find(bytes, wanted).is_some()
}

/// Text of some kind: decoded, then read as a page, as values or as text.
fn characters(bytes: &[u8], charset: Option<&str>) -> Result<(Document, Vec<Finding>), Error> {
    let decoded = decode(bytes, charset).ok_or(Error::Undecodable)?;
    if decoded.text.chars().all(|c| c.is_whitespace() || crate::text::fold::is_invisible(c)) {
        return Err(Error::Empty);
    }
    let text = decoded.text.trim_start_matches('\u{feff}');
    let answer = json::page(text);
    let text = answer.as_deref().unwrap_or(text);
    let page = answer.is_some() || is_page(text) || is_escaped_page(text);
    if is_json(text) && !page {
        return Err(Error::Unreadable(
            "JSON data; a report is a page, a text or a workbook",
            "JSON 数据，不是网页、文本或工作簿形式的报告",
        ));
    }
    if text.trim_start().starts_with("<?xml")
        && beginning(text).contains("urn:schemas-microsoft-com:office:spreadsheet")
    {
        return Err(Error::Unreadable(
            "a spreadsheet in the XML format of Excel 2003; save it as a workbook (.xlsx) first",
            "Excel 2003 的 XML 电子表格，请先另存为工作簿（.xlsx）",
        ));
    }
    let (mut document, mut findings) = match page {
        _ if wiki::draws_table(text) && !is_whole_page(text) => marked_lines(&wiki::as_markup(text)),
        true if !is_whole_page(text) && markdown::is_markdown(text) => marked_lines(text),
        true => html::read(&printed::with_line_ends(text)),
        false => lines(text),
    };
    document.encoding = Some(decoded.encoding);
    findings.extend(decoding_findings(&decoded));
    Ok((document, findings))
}

/// A line of more bytes is read so far. A whole report on one line has a tenth of it.
const LONGEST_LINE: usize = 512 << 10;

/// As many lines, and cells that tabs or bars divide, are read of a text. The longest report has some thousands.
const MOST: usize = 500_000;

/// What divides them.
const DIVIDERS: [char; 5] = ['\n', '\t', '|', '｜', '│'];

/// A text of lines: values, or text. Lines without end are cut.
fn lines(text: &str) -> (Document, Vec<Finding>) {
    let (text, left_out) = shortened(text);
    let (document, findings) =
        if csv::looks_like_csv(&text) && !text::are_listed(&text) { csv::read(&text) } else { text::read(&text) };
    (document, left_out.chain(findings).collect())
}

/// Markdown with markup in it.
fn marked_lines(text: &str) -> (Document, Vec<Finding>) {
    let (text, left_out) = shortened(text);
    let (document, findings) = markdown::read(&text);
    (document, left_out.chain(findings).collect())
}

/// As much of a text as is read, and what was left out.
fn shortened(text: &str) -> (Cow<'_, str>, impl Iterator<Item = Finding> + use<>) {
    // A text has no more of them than bytes.
    let end = if text.len() > MOST { text.match_indices(DIVIDERS).nth(MOST).map(|(at, _)| at) } else { None };
    let text = &text[..end.unwrap_or(text.len())];
    let cut = text.len() > LONGEST_LINE && text.split('\n').any(|line| line.len() > LONGEST_LINE);
    let left_out = |(_, what)| Finding::new(&codes::PART_LEFT_OUT).term("what", what);
    let findings =
        [(end.is_some(), &parts::LINES), (cut, &parts::LINE_END)].into_iter().filter(|(is, _)| *is).map(left_out);
    let shown = if cut { text.split('\n').map(beginning).collect::<Vec<_>>().join("\n").into() } else { text.into() };
    (shown, findings)
}

/// As much of a line as is read.
fn beginning(line: &str) -> &str {
    let end = (0..=line.len().min(LONGEST_LINE)).rev().find(|&at| line.is_char_boundary(at));
    &line[..end.unwrap_or(0)]
}

fn decoding_findings(decoded: &Decoded) -> Vec<Finding> {
    let mut findings = Vec::new();
    let used = decoded.encoding;
    if decoded.contradicted {
        let declared = decoded.declared.as_deref().unwrap_or_default();
        findings.push(Finding::new(&codes::ENCODING_CONTRADICTED).fact("declared", declared).fact("used", used));
    }
    if decoded.assumed {
        findings.push(Finding::new(&codes::ENCODING_ASSUMED).fact("used", used));
    }
    if decoded.lost > 0 {
        findings.push(Finding::new(&codes::CHARACTERS_LOST).fact("count", decoded.lost).fact("used", used));
    }
    if decoded.mojibake {
        findings.push(Finding::new(&codes::MOJIBAKE));
    }
    findings
}

/// Whether a text holds markup as an escaped string does (`\\u003cp\\u003e`), or as references (`&lt;/p&gt;`).
fn is_escaped_page(text: &str) -> bool {
    ["\\u003c", "&lt;/"].iter().any(|tag| memchr::memmem::find_iter(text.as_bytes(), tag).take(5).count() == 5)
}

/// Whether a text is an object or a list of JSON.
fn is_json(text: &str) -> bool {
    let mut begins = text.trim_start().chars().filter(|c| !c.is_whitespace());
    let value = |c: char| matches!(c, '{' | '[' | '"' | '-' | '0'..='9' | ']');
    match (begins.next(), begins.next(), begins.next()) {
        (Some('{'), next, _) => next == Some('"'),
        // `[[name]]` is the mark of a place in AsciiDoc.
        (Some('['), Some('['), next) => next.is_some_and(value),
        (Some('['), next, _) => matches!(next, Some('{' | '"')),
        _ => false,
    }
}

/// Whether a text is a page or a fragment of one: it holds several tags of page markup.
fn is_page(text: &str) -> bool {
    if is_whole_page(text) {
        return true;
    }
    let head = text.trim_start();
    let enough = if head.starts_with('<') { 1 } else { 3 };
    let mut found = [false; TAGS.len()];
    memchr::memchr_iter(b'<', text.as_bytes()).any(|at| {
        if let Some(tag) = tag_at(&text.as_bytes()[at..]) {
            found[tag] = true;
        }
        found.iter().filter(|found| **found).count() >= enough
    })
}

/// Whether a text begins as a page does.
fn is_whole_page(text: &str) -> bool {
    let start: String = text.trim_start().chars().take(64).collect::<String>().to_ascii_lowercase();
    ["<!doctype html", "<html", "<head", "<body"].iter().any(|tag| start.starts_with(tag))
}

/// Tags of page markup, as pages write them: all in small letters, or all in capitals.
const TAGS: [&str; 12] = ["<p", "<div", "<table", "<td", "<tr", "<br", "<span", "<h1", "<ul", "<li", "<meta", "<font"];

/// Which of the tags begins here.
fn tag_at(bytes: &[u8]) -> Option<usize> {
    TAGS.iter().position(|tag| {
        let name = bytes.get(..tag.len());
        let closes = |byte: &u8| matches!(byte, b'>' | b' ' | b'/' | b'\n' | b'\r' | b'\t');
        let capitals = |name: &[u8]| name.iter().copied().eq(tag.bytes().map(|byte| byte.to_ascii_uppercase()));
        let written = |name: &[u8]| name == tag.as_bytes() || capitals(name);
        name.is_some_and(written) && bytes.get(tag.len()).is_some_and(closes)
    })
}
