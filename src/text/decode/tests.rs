use super::*;
use encoding_rs::{BIG5, UTF_16BE, UTF_16LE};

const SIMPLIFIED: &str =
    "一、总体情况\n本机关全年共发布各类信息若干条，办理群众申请，无行政复议。\n二、其他\n没有需要说明的问题。\n";
const TRADITIONAL: &str =
    "一、總體情況\n本機關全年共發布各類資訊若干條，辦理民眾申請，無行政訴訟。\n二、其他\n沒有需要說明的問題。\n";

/// What is decoded, apart from the bytes.
fn decode(bytes: &[u8], hint: Option<&str>) -> Option<Decoded<'static>> {
    let decoded = super::decode(bytes, hint)?;
    Some(Decoded {
        text: Cow::Owned(decoded.text.into_owned()),
        encoding: decoded.encoding,
        declared: decoded.declared,
        contradicted: decoded.contradicted,
        assumed: decoded.assumed,
        lost: decoded.lost,
        mojibake: decoded.mojibake,
    })
}

fn encode(encoding: &'static Encoding, text: &str) -> Vec<u8> {
    if encoding == UTF_16LE {
        return text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    }
    if encoding == UTF_16BE {
        return text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    }
    encoding.encode(text).0.into_owned()
}

fn page(charset: &str) -> String {
    format!("<html><head>{charset}<title>某局</title></head><body>{SIMPLIFIED}</body></html>")
}

#[test]
fn every_encoding_is_told_without_a_declaration() {
    let cases = [
        (UTF_8, SIMPLIFIED, "UTF-8", false),
        (GB18030, SIMPLIFIED, "GB18030", true),
        (BIG5, TRADITIONAL, "Big5", true),
        (UTF_16LE, SIMPLIFIED, "UTF-16LE", true),
        (UTF_16BE, TRADITIONAL, "UTF-16BE", true),
    ];
    for (encoding, text, name, assumed) in cases {
        let decoded = decode(&encode(encoding, text), None).expect(name);
        assert_eq!((decoded.encoding, &*decoded.text, decoded.assumed), (name, text, assumed));
        assert_eq!((decoded.lost, decoded.contradicted, decoded.mojibake), (0, false, false), "{name}");
    }
}

#[test]
fn marks_are_believed_and_taken_off() {
    let marks: [(&[u8], _); 4] = [
        (&[0xef, 0xbb, 0xbf], UTF_8),
        (&[0xff, 0xfe], UTF_16LE),
        (&[0xfe, 0xff], UTF_16BE),
        (&[0x84, 0x31, 0x95, 0x33], GB18030),
    ];
    for (mark, encoding) in marks {
        let decoded = decode(&[mark, &encode(encoding, SIMPLIFIED)].concat(), None).expect("text");
        assert_eq!((&*decoded.text, decoded.assumed, decoded.lost), (SIMPLIFIED, false, 0));
    }
    let wrong = [b"\xef\xbb\xbf".as_slice(), &encode(GB18030, SIMPLIFIED)].concat();
    assert_eq!(decode(&wrong, None).expect("text").text, SIMPLIFIED);
}

#[test]
fn wide_text_with_markup_is_told_by_its_nuls() {
    for encoding in [UTF_16LE, UTF_16BE] {
        let decoded = decode(&encode(encoding, &page("<meta charset=utf-16>")), None).expect("text");
        assert_eq!((decoded.encoding, decoded.lost), (encoding.name(), 0));
    }
}

#[test]
fn declarations_are_found_in_every_spelling() {
    let spellings = [
        "<meta charset=gb2312>",
        "<META CHARSET='GBK'>",
        "<meta charset = \"gb18030\" />",
        "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=gb2312\">",
        "<meta content='text/html;charset=x-gbk' http-equiv=Content-Type />",
        "<!-- <meta charset=utf-8> --><meta charset=\"gb2312\">",
        "<?xml version='1.0' encoding='GB2312'?>",
    ];
    for spelling in spellings {
        let decoded = decode(&encode(GB18030, &page(spelling)), None).expect(spelling);
        assert_eq!((decoded.encoding, decoded.contradicted, decoded.assumed), ("GB18030", false, false), "{spelling}");
        assert!(decoded.declared.is_some_and(|label| label.to_lowercase().contains("gb")), "{spelling}");
    }
}

#[test]
fn a_wrong_declaration_yields_to_the_bytes() {
    let cases = [
        (UTF_8, "gb2312", "UTF-8"),
        (GB18030, "utf-8", "GB18030"),
        (GB18030, "iso-8859-1", "GB18030"),
        (GB18030, "big5", "GB18030"),
        (UTF_8, "windows-1252", "UTF-8"),
        (UTF_8, "utf-16", "UTF-8"),
        (UTF_16LE, "gbk", "UTF-16LE"),
    ];
    for (encoding, label, name) in cases {
        let text = page(&format!("<meta charset=\"{label}\">"));
        let decoded = decode(&encode(encoding, &text), None).expect(label);
        assert_eq!((decoded.encoding, decoded.text == text), (name, true), "{label}");
        assert_eq!((decoded.contradicted, decoded.assumed, decoded.declared.as_deref()), (true, false, Some(label)));
    }
}

#[test]
fn the_hint_of_the_transport_comes_after_the_file() {
    let bytes = encode(GB18030, SIMPLIFIED);
    let decoded = decode(&bytes, Some("GBK")).expect("text");
    assert_eq!((decoded.declared.as_deref(), decoded.assumed, decoded.contradicted), (Some("GBK"), false, false));
    assert!(decode(&bytes, Some("utf-8")).expect("text").contradicted);
    let named = decode(&encode(GB18030, &page("<meta charset=gb2312>")), Some("utf-8")).expect("text");
    assert_eq!((named.declared.as_deref(), named.contradicted), (Some("gb2312"), false));
    let unknown = decode(&bytes, Some("chinese-unknown")).expect("text");
    assert_eq!((unknown.assumed, unknown.contradicted), (true, false));
}

#[test]
fn plain_ascii_is_utf8_and_contradicts_nothing() {
    let decoded = decode(b"<meta charset=gb2312><p>2023</p>", None).expect("text");
    assert_eq!((decoded.encoding, decoded.contradicted, decoded.assumed), ("UTF-8", false, false));
    assert_eq!(decode(b"", None).expect("no text is text").text, "");
}

#[test]
fn a_cut_character_does_not_change_the_encoding() {
    for cut in 1..=3 {
        let text = SIMPLIFIED.repeat(2);
        let utf8 = &text.as_bytes()[..text.len() - 1 - cut];
        let decoded = decode(utf8, None).expect("text");
        assert_eq!((decoded.encoding, decoded.lost), ("UTF-8", usize::from(cut < 3)), "{cut}");
    }
    let gbk = encode(GB18030, SIMPLIFIED);
    let decoded = decode(&gbk[..gbk.len() - 2], None).expect("text");
    assert_eq!((decoded.encoding, decoded.lost), ("GB18030", 1));
    let wide = encode(UTF_16LE, SIMPLIFIED);
    assert_eq!(decode(&wide[..wide.len() - 1], None).expect("text").lost, 1);
}

#[test]
fn broken_bytes_are_counted_and_the_rest_is_kept() {
    for (encoding, label) in [(UTF_8, "utf-8"), (GB18030, "gbk")] {
        let mut bytes = encode(encoding, &page("").repeat(10));
        let at = bytes.len() / 2;
        let at = (at..bytes.len()).find(|&at| bytes[at] == b'<').expect("a tag");
        bytes.splice(at..at, [0xff, 0x20]);
        for hint in [None, Some(label)] {
            let decoded = decode(&bytes, hint).expect(label);
            assert_eq!((decoded.lost, decoded.contradicted), (1, false), "{label}");
            assert!(decoded.text.starts_with("<html>") && decoded.text.contains("总体情况"));
        }
    }
}

#[test]
fn what_is_no_text_gives_none() {
    let mut state = 7u32;
    let mut random = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 24) as u8
    };
    let noise: Vec<u8> = (0..5000).map(|_| random()).collect();
    let zeros = vec![0u8; 300];
    let mixed = [encode(UTF_8, SIMPLIFIED), zeros.clone()].concat();
    for bytes in [noise.as_slice(), &zeros, &mixed, b"%PDF-1.7\n1 0 obj\n", b"\x89PNG\r\n\x1a\n"] {
        assert_eq!(decode(bytes, None), None);
    }
}

#[test]
fn other_scripts_are_read_as_declared() {
    let decoded = decode(b"<meta charset=iso-8859-1><p>caf\xe9 \xe0 la carte</p>", None).expect("text");
    assert_eq!((decoded.encoding, decoded.contradicted), ("windows-1252", false));
    assert!(decoded.text.contains("café à la"));
}

#[test]
fn utf8_that_was_read_as_gbk_is_noticed() {
    let garbled = GB18030.decode_without_bom_handling(SIMPLIFIED.as_bytes()).0.into_owned();
    assert!(decode(garbled.as_bytes(), None).expect("text").mojibake);
    assert!(decode(&encode(GB18030, &garbled), Some("gbk")).is_none_or(|decoded| decoded.encoding != "Big5"));
    assert!(decode("涓€銆佹€讳綋鎯呭喌".as_bytes(), None).expect("text").mojibake);
    for sound in [SIMPLIFIED, TRADITIONAL, "", "2023", "价格€100，锛字与鐨字"] {
        assert!(!decode(sound.as_bytes(), None).expect("text").mojibake, "{sound}");
    }
}
