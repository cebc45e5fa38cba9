//! Lays drawn reports into folders, zip archives, tapes and WARCs. The same number gives the same file.

#![allow(dead_code)]

use crate::drawn::figures::KINDS;
use crate::drawn::styles::STYLES;
use crate::drawn::{Drawn, Rng};
use nianbao::template::TEMPLATES;
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

const PLACES: [&str; 5] = ["云溪市", "霁川县", "青石镇", "墨汀区", "枫浔市"];
const OFFICES: [&str; 6] = ["水务局", "教育局", "档案馆", "农业局", "统计局", "民政局"];

/// A name that no two numbers share.
pub fn agency(number: usize) -> String {
    let digits: String = number
        .to_string()
        .chars()
        .map(|c| ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'][c as usize - 48])
        .collect();
    format!("{}第{digits}{}", PLACES[number % PLACES.len()], OFFICES[number % OFFICES.len()])
}

/// A report of a few lines, so that many can be read in a test.
pub fn small(number: usize) -> String {
    let (agency, year) = (agency(number), 2021 + number % 4);
    let (issued, in_force) = (number % 7, number % 50 + 7);
    format!(
        "<html><head><meta charset=\"utf-8\"><title>{agency}{year}年政府信息公开工作年度报告</title></head><body>\
         <h1>{agency}{year}年政府信息公开工作年度报告</h1><p>一、总体情况</p><p>全年公开信息{number}条。</p>\
         <p>二、主动公开政府信息情况</p><table><tr><td colspan=4>第二十条第（一）项</td></tr><tr><td>信息内容</td>\
         <td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr><tr><td>规章</td><td>{issued}</td><td></td>\
         <td>{in_force}</td></tr><tr><td>行政规范性文件</td><td>1</td><td>-</td><td>3</td></tr></table></body></html>"
    )
}

/// The styles in which a crawl finds reports, the frequent ones more than once: by their names in `STYLES`.
const FOUND: [&str; 8] = [
    "page",
    "page of an office program",
    "page of an office program",
    "page, tables divided",
    "page, covered places written",
    "tabs",
    "Markdown",
    "a cell a line",
];

/// A report of the size that agencies publish, drawn in one of these styles, with its ending. Every twentieth is a
/// workbook, every sixth is in GB18030.
pub fn full(number: usize) -> (String, Vec<u8>) {
    if number % 20 == 19 {
        let book = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/reports/2019/plain/input.xlsx");
        return ("xlsx".to_owned(), fs::read(book).unwrap());
    }
    let mut rng = Rng::with_seed(number as u64);
    let template = TEMPLATES[if number % 5 == 4 { 1 } else { 0 }];
    let mut drawn = Drawn::new(template, KINDS[number % KINDS.len()], &mut rng);
    drawn.year += (number / 7 % 4) as i16 * i16::from(template.id == TEMPLATES[0].id);
    let name = FOUND[number % FOUND.len()];
    let style = STYLES.iter().find(|style| style.name == name).unwrap();
    let text = (style.write)(&drawn, &mut rng).replace(drawn.agency, &agency(number));
    let ending = if name.starts_with("page") { "html" } else { "txt" }.to_owned();
    if number % 6 == 1 {
        let (bytes, ..) = encoding_rs::GB18030.encode(&text);
        return (ending, bytes.into_owned());
    }
    (ending, text.into_bytes())
}

/// A small report with its ending.
pub fn small_file(number: usize) -> (String, Vec<u8>) {
    match number % 50 {
        // What every archive holds too.
        49 => ("png".to_owned(), b"\x89PNG\r\n\x1a\n".to_vec()),
        48 => ("html".to_owned(), b"<html><body><ul><li><a href=x>x</a></li></ul></body></html>".to_vec()),
        _ => ("html".to_owned(), small(number).into_bytes()),
    }
}

/// As many files in one folder or archive.
const TOGETHER: usize = 100;

/// Fills a folder with so many files: two parts in folders, and one part each in zip archives, tapes and WARCs.
pub fn archive(folder: &Path, count: usize, file: impl Fn(usize) -> (String, Vec<u8>)) {
    for (part, first) in (0..count).step_by(TOGETHER).enumerate() {
        let files = (first..count.min(first + TOGETHER)).map(|number| {
            let (ending, bytes) = file(number);
            (format!("{number:06}.{ending}"), bytes)
        });
        let path = folder.join(format!("part{part:04}"));
        match part % 5 {
            0 | 1 => plain(&path, files),
            2 => zip(&path.with_extension("zip"), files),
            3 => tar_gz(&path.with_extension("tar.gz"), files),
            _ => warc_gz(&path.with_extension("warc.gz"), files),
        }
    }
}

fn plain(folder: &Path, files: impl Iterator<Item = (String, Vec<u8>)>) {
    fs::create_dir_all(folder).unwrap();
    files.for_each(|(name, bytes)| fs::write(folder.join(name), bytes).unwrap());
}

fn created(path: &Path) -> BufWriter<File> {
    BufWriter::new(File::create(path).unwrap())
}

/// A zip archive.
pub fn zip(path: &Path, files: impl Iterator<Item = (String, Vec<u8>)>) {
    let mut archive = zip::ZipWriter::new(created(path));
    for (name, bytes) in files {
        archive.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(&bytes).unwrap();
    }
    archive.finish().unwrap().flush().unwrap();
}

/// A compressed tape.
pub fn tar_gz(path: &Path, files: impl Iterator<Item = (String, Vec<u8>)>) {
    let packed = flate2::write::GzEncoder::new(created(path), flate2::Compression::fast());
    let mut archive = tar::Builder::new(packed);
    for (name, bytes) in files {
        let mut header = tar::Header::new_gnu();
        header.set_size(bytes.len() as u64);
        header.set_mode(0o644);
        archive.append_data(&mut header, name, bytes.as_slice()).unwrap();
    }
    archive.into_inner().unwrap().finish().unwrap().flush().unwrap();
}

/// A WARC, each record compressed by itself.
pub fn warc_gz(path: &Path, files: impl Iterator<Item = (String, Vec<u8>)>) {
    let mut out = created(path);
    for (name, bytes) in files {
        let mut packed = flate2::write::GzEncoder::new(&mut out, flate2::Compression::fast());
        packed.write_all(&answer(&format!("http://www.example.gov.cn/{name}"), "text/html", &bytes)).unwrap();
        packed.finish().unwrap();
    }
    out.flush().unwrap();
}

/// A record of a WARC that keeps the answer of a server.
pub fn answer(address: &str, kind: &str, page: &[u8]) -> Vec<u8> {
    record(address, &format!("HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n"), page)
}

/// The same with any header.
pub fn record(address: &str, header: &str, page: &[u8]) -> Vec<u8> {
    let length = header.len() + page.len();
    let head = format!(
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nContent-Length: {length}\r\n\r\n{header}"
    );
    [head.as_bytes(), page, b"\r\n\r\n"].concat()
}

/// An empty folder for a test.
pub fn scratch(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}
