//! Archives of every kind: which members they give, under which names, and what is said of the rest.

mod archived;
mod drawn;

use archived::{answer, record, scratch, small};
use nianbao::archive::{Filter, Member, Plan, Shard, Walk, whole};
use nianbao::finding::Lang;
use std::fs;
use std::io::Write;
use std::ops::ControlFlow::Continue;
use std::path::Path;

/// What a walk gives: the names of members with their first bytes, the names of the others with the reason.
fn walked(path: &Path, plan: &Plan) -> Vec<(String, String)> {
    let root = path.parent().unwrap().to_string_lossy().into_owned() + "/";
    let said = |member: &Member| match &member.content {
        Ok(bytes) => String::from_utf8_lossy(bytes).chars().take(12).collect(),
        Err(refusal) => format!("!{}", refusal.reason()),
    };
    members(path, plan)
        .iter()
        .map(|member| (whole(&member.path, member.member.as_deref()).replace(&root, ""), said(member)))
        .collect()
}

fn members(path: &Path, plan: &Plan) -> Vec<Member> {
    let mut found = Vec::new();
    let mut give = |member| {
        found.push(member);
        Continue(())
    };
    assert!(Walk::new(plan, &mut give).input(path, true).is_continue());
    found
}

fn gives(path: &Path, expected: &[(&str, &str)]) {
    gives_by(&Plan::default(), path, expected);
}

fn gives_by(plan: &Plan, path: &Path, expected: &[(&str, &str)]) {
    let expected: Vec<(String, String)> = expected.iter().map(|&(a, b)| (a.to_owned(), b.to_owned())).collect();
    assert_eq!(walked(path, plan), expected);
}

fn file(name: &str, bytes: &[u8]) -> (String, Vec<u8>) {
    (name.to_owned(), bytes.to_vec())
}

fn zipped(files: Vec<(String, Vec<u8>)>) -> Vec<u8> {
    let path = tempfile::NamedTempFile::new().unwrap().into_temp_path();
    archived::zip(&path, files.into_iter());
    fs::read(path).unwrap()
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(bytes).unwrap();
    packed.finish().unwrap()
}

#[test]
fn a_zip_gives_its_members_by_name() {
    let folder = scratch("archives-zip");
    let inner = zipped(vec![file("deep/c.txt", b"third")]);
    let files = vec![
        file("2022/b.html", b"first"),
        file(".hidden/x.html", b"no"),
        file("__MACOSX/b.html", b"no"),
        file("inner.zip", &inner),
        file("packed.html.gz", &gzip(b"fourth")),
        file("win\\d.html", b"fifth"),
    ];
    archived::zip(&folder.join("a.zip"), files.into_iter());
    gives(
        &folder.join("a.zip"),
        &[
            ("a.zip!2022/b.html", "first"),
            ("a.zip!inner.zip!deep/c.txt", "third"),
            ("a.zip!packed.html.gz!packed.html", "fourth"),
            ("a.zip!win/d.html", "fifth"),
        ],
    );
}

#[test]
fn names_in_gbk_are_read() {
    let folder = scratch("archives-gbk");
    let name = "年报/水务局.html";
    let (gbk, ..) = encoding_rs::GBK.encode(name);
    let stand_in = "x".repeat(gbk.len());
    let mut bytes = zipped(vec![file(&stand_in, b"page")]);
    for at in 0..bytes.len() - gbk.len() {
        if bytes[at..].starts_with(stand_in.as_bytes()) {
            bytes[at..at + gbk.len()].copy_from_slice(&gbk);
        }
    }
    fs::write(folder.join("g.zip"), bytes).unwrap();
    gives(&folder.join("g.zip"), &[("g.zip!年报/水务局.html", "page")]);
}

#[test]
fn a_name_that_leads_out_of_an_archive_is_not_followed() {
    let folder = scratch("archives-outside");
    archived::zip(&folder.join("a.zip"), vec![file("../evil.html", b"x"), file("good.html", b"good")].into_iter());
    gives(&folder.join("a.zip"), &[("a.zip!../evil.html", "!unsafe_name"), ("a.zip!good.html", "good")]);
}

#[test]
fn a_workbook_is_no_archive() {
    let book = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/reports/2021/plain/input.xlsx");
    let folder = scratch("archives-book");
    fs::copy(&book, folder.join("b.xlsx")).unwrap();
    let cut = fs::read(&book).unwrap();
    fs::write(folder.join("cut.xlsx"), &cut[..cut.len() / 2]).unwrap();
    let names: Vec<String> = walked(&folder, &Plan::default()).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["archives-book/b.xlsx", "archives-book/cut.xlsx"], "a damaged workbook is left to its reader");
}

#[test]
fn tapes_are_read_through_their_compression() {
    let folder = scratch("archives-tar");
    let path = folder.join("t.tar.gz");
    archived::tar_gz(&path, vec![file("x/年报.txt", b"one"), file("y.txt", b"two")].into_iter());
    gives(&path, &[("t.tar.gz!x/年报.txt", "one"), ("t.tar.gz!y.txt", "two")]);
    let mut tape = Vec::new();
    std::io::Read::read_to_end(&mut flate2::read::GzDecoder::new(fs::File::open(&path).unwrap()), &mut tape).unwrap();
    fs::write(folder.join("t.tar.zst"), zstd::encode_all(tape.as_slice(), 3).unwrap()).unwrap();
    fs::write(folder.join("p.html.zst"), zstd::encode_all(b"page".as_slice(), 3).unwrap()).unwrap();
    gives(&folder.join("t.tar.zst"), &[("t.tar.zst!x/年报.txt", "one"), ("t.tar.zst!y.txt", "two")]);
    gives(&folder.join("p.html.zst"), &[("p.html.zst!p.html", "page")]);
}

#[test]
fn a_warc_gives_answers_with_their_address_and_charset() {
    let folder = scratch("archives-warc");
    let ok = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=gb2312\r\n";
    let chunked = [b"3\r\nthi\r\n2;x=y\r\nrd\r\n0\r\n\r\n".as_slice()].concat();
    let records = [
        b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 3\r\n\r\nabc\r\n\r\n".to_vec(),
        answer("http://a.example/1.html", "text/html; charset=\"gb2312\"", b"first"),
        record("http://a.example/2.html", &format!("{ok}Content-Encoding: gzip\r\n\r\n"), &gzip(b"second")),
        record("http://a.example/3.html", &format!("{ok}Transfer-Encoding: chunked\r\n\r\n"), &chunked),
        record("http://a.example/4.html", "HTTP/1.1 404 Not Found\r\n\r\n", b"no"),
        record("http://a.example/5.html", &format!("{ok}Transfer-Encoding: chunked\r\n\r\n"), b"<p>fifth"),
        record("http://a.example/6.html", &format!("{ok}Content-Encoding: br\r\n\r\n"), b"?"),
    ];
    let plain = folder.join("c.warc");
    fs::write(&plain, records.concat()).unwrap();
    let expected = [
        ("http://a.example/1.html", "first"),
        ("http://a.example/2.html", "second"),
        ("http://a.example/3.html", "third"),
        ("http://a.example/4.html", "!http_status"),
        ("http://a.example/5.html", "<p>fifth"),
        ("http://a.example/6.html", "!content_encoding"),
    ];
    let named = |archive: &str| expected.map(|(name, said)| (format!("{archive}!{name}"), said.to_owned())).to_vec();
    assert_eq!(walked(&plain, &Plan::default()), named("c.warc"));
    let packed = folder.join("c.warc.gz");
    fs::write(&packed, records.iter().flat_map(|record| gzip(record)).collect::<Vec<u8>>()).unwrap();
    assert_eq!(walked(&packed, &Plan::default()), named("c.warc.gz"));
    let first = &members(&packed, &Plan::default())[0];
    assert_eq!((first.charset.as_deref(), first.url.as_deref()), (Some("gb2312"), Some("http://a.example/1.html")));
}

#[test]
fn a_cut_archive_gives_what_stands_before_the_cut() {
    let folder = scratch("archives-cut");
    let pages = || (0..3).map(|number| (format!("{number}.html"), small(number).into_bytes()));
    let warc: Vec<u8> =
        pages().flat_map(|(name, page)| answer(&format!("http://a.example/{name}"), "text/html", &page)).collect();
    fs::write(folder.join("w.warc"), &warc[..warc.len() - 100]).unwrap();
    let names = |name: &str| walked(&folder.join(name), &Plan::default());
    let said = names("w.warc");
    assert_eq!(said[1].0, "w.warc!http://a.example/1.html");
    assert_eq!(said[2].1, "!damaged_archive");
    archived::tar_gz(&folder.join("whole.tar.gz"), pages());
    let tape = fs::read(folder.join("whole.tar.gz")).unwrap();
    fs::write(folder.join("t.tar.gz"), &tape[..tape.len() * 2 / 3]).unwrap();
    assert!(names("t.tar.gz").iter().any(|(_, said)| said == "!damaged_archive"));
    archived::zip(&folder.join("whole.zip"), pages());
    let zip = fs::read(folder.join("whole.zip")).unwrap();
    fs::write(folder.join("z.zip"), &zip[..zip.len() - 30]).unwrap();
    assert_eq!(names("z.zip"), [("z.zip".to_owned(), "!damaged_archive".to_owned())]);
}

#[test]
fn a_bomb_is_left() {
    let folder = scratch("archives-bomb");
    let zeros = vec![0u8; 3 << 20];
    // One member that is too large costs itself; the one behind it is read.
    archived::zip(&folder.join("large.zip"), vec![file("a.html", &zeros), file("b.html", b"small")].into_iter());
    let plan = Plan { max_bytes: 1 << 20, ..Plan::default() };
    gives_by(&plan, &folder.join("large.zip"), &[("large.zip!a.html", "!too_large"), ("large.zip!b.html", "small")]);
    // Many that are much together, each of them small, end the archive.
    let many = (0..400).map(|number| (format!("{number:03}.html"), vec![0u8; 1 << 20]));
    archived::zip(&folder.join("bomb.zip"), many);
    let said = walked(&folder.join("bomb.zip"), &Plan::default());
    assert_eq!(said.last().unwrap().1, "!bomb");
    assert!(said.len() < 400 && said[0].1 != "!bomb");
}

#[test]
fn archives_in_archives_end_somewhere() {
    let folder = scratch("archives-deep");
    let mut bytes = b"page".to_vec();
    for _ in 0..9 {
        bytes = zipped(vec![file("x.zip", &bytes)]);
    }
    fs::write(folder.join("deep.zip"), bytes).unwrap();
    let said = walked(&folder.join("deep.zip"), &Plan::default());
    assert_eq!(said.len(), 1);
    assert_eq!(said[0].1, "!too_deep");
}

#[test]
fn a_saved_page_gives_its_text() {
    let folder = scratch("archives-mime");
    let (page, ..) = encoding_rs::GBK.encode("<html><body>年报</body></html>");
    let quoted: String = page.iter().map(|byte| format!("={byte:02X}")).collect::<Vec<_>>().concat();
    let text = format!(
        "From: <Saved by Browser>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n\
         --b\r\nContent-Type: text/html; charset=\"gb2312\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\
         Content-Location: http://a.example/m.html\r\n\r\n{quoted}\r\n\
         --b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n\
         --b\r\nContent-Type: text/css\r\n\r\nbody {{}}\r\n--b--\r\n"
    );
    fs::write(folder.join("s.mht"), text).unwrap();
    let found = members(&folder.join("s.mht"), &Plan::default());
    assert_eq!(found.len(), 1);
    let page_found = found[0].content.as_ref().unwrap();
    assert_eq!(
        (found[0].member.as_deref(), found[0].charset.as_deref()),
        (Some("http://a.example/m.html"), Some("gb2312"))
    );
    assert_eq!(page_found.trim_ascii_end(), &page[..]);
}

#[cfg(unix)]
#[test]
fn a_loop_of_links_and_what_cannot_be_read_are_told() {
    let folder = scratch("archives-loop");
    fs::create_dir(folder.join("in")).unwrap();
    fs::write(folder.join("in/a.html"), "page").unwrap();
    fs::write(folder.join("in/.hidden.html"), "no").unwrap();
    std::os::unix::fs::symlink("../in", folder.join("in/loop")).unwrap();
    std::os::unix::fs::symlink("nowhere", folder.join("in/gone.html")).unwrap();
    gives(&folder.join("in"), &[("in/a.html", "page"), ("in/gone.html", "!unreachable"), ("in/loop", "!link_loop")]);
    gives(&folder.join("missing"), &[("missing", "!unreachable")]);
}

#[test]
fn patterns_choose_members() {
    let folder = scratch("archives-globs");
    archived::zip(
        &folder.join("a.zip"),
        vec![file("2022/a.html", b"one"), file("2021/b.html", b"no"), file("2022/c.txt", b"no")].into_iter(),
    );
    fs::write(folder.join("z.html"), "no").unwrap();
    let filter = Filter::new(&["**/2022/*.html".to_owned()], &[]).unwrap();
    gives_by(&Plan { filter, ..Plan::default() }, &folder, &[("archives-globs/a.zip!2022/a.html", "one")]);
    let filter = Filter::new(&[], &["*.zip".to_owned()]).unwrap();
    gives_by(&Plan { filter, ..Plan::default() }, &folder, &[("archives-globs/z.html", "no")]);
}

#[test]
fn the_output_is_no_input() {
    let folder = scratch("archives-output");
    for name in ["a.html", "o.csv", "o.csv.part", "o.csv.journal", "o.csv.html"] {
        fs::write(folder.join(name), name).unwrap();
    }
    let plan = Plan { output: Some(folder.join("o.csv")), ..Plan::default() };
    let expected = [("archives-output/a.html", "a.html"), ("archives-output/o.csv.html", "o.csv.html")];
    gives_by(&plan, &folder, &expected);
}

#[test]
fn the_shares_of_an_archive_are_the_whole() {
    let folder = scratch("archives-shards");
    archived::archive(&folder, 400, archived::small_file);
    let mut whole = walked(&folder, &Plan::default());
    let shares: Vec<_> = ["1/3", "2/3", "3/3"]
        .map(|share| walked(&folder, &Plan { shard: Some(share.parse().unwrap()), ..Plan::default() }))
        .into();
    assert!(shares.iter().all(|share| share.len() > 90));
    let mut joined = shares.concat();
    joined.sort();
    whole.sort();
    assert_eq!(joined, whole);
    for wrong in ["0/3", "4/3", "1", "a/b"] {
        assert!(wrong.parse::<Shard>().is_err());
    }
}

#[test]
fn every_reason_is_told_in_both_languages() {
    use nianbao::archive::Refusal;
    for refusal in [Refusal::Bomb, Refusal::TooDeep, Refusal::Outside, Refusal::Loop, Refusal::Locked, Refusal::Special]
    {
        assert_ne!(refusal.sentence(Lang::Zh), refusal.sentence(Lang::En));
    }
}
