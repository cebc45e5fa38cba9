//! Which reading of some bytes is Chinese: by the characters that come out, and by what is lost.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};
use std::borrow::Cow;

/// A reading with this merit is Chinese text. Reports have 0.2 to 0.4; bytes read in a wrong encoding below 0.03.
pub(super) const CHINESE: f64 = 0.08;

/// With less than this nothing speaks for Chinese.
pub(super) const SOME_CHINESE: f64 = 0.02;

/// Characters that are very common in reports, simplified and traditional, with the punctuation of Chinese.
const COMMON: &str = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过\
    子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本\
    去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质\
    第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管\
    特件长求老头基资边流路级少图山统接知较将组见计她手角期根论运农指几九区强放决西被干做必战先回则任取据处理\
    信息府报告申请数类项目机关办律规范许可务复议诉讼督监局市县省区收费废止效\
    這個為國時來們對會發動過說產種後實業學開還應與關間樣條問體機當點從經報請項類辦務復議訴訟監縣區費廢總統計據處\
    情況數見題黨長門員級單規範許決電話書";

/// Punctuation that a wrong reading does not bring forth.
const MARKS: &str = "，。、：；（）《》“”　！？【】—…";

/// Some bytes as text in one encoding.
pub(super) struct Reading<'b> {
    pub(super) encoding: &'static Encoding,
    pub(super) text: Cow<'b, str>,
    pub(super) lost: usize,
}

/// As much text as is looked at to judge it.
const SAMPLE: usize = 5_000;

impl Reading<'_> {
    /// How much this is like Chinese text: the share of common characters, less a penalty for what is lost. ASCII, the
    /// lines of drawn tables and no-break spaces do not count.
    pub(super) fn merit(&self) -> f64 {
        let foreign = || {
            self.text.chars().filter(|c| !matches!(c, '\0'..='\x7f' | '\u{a0}' | '\u{2500}'..='\u{257f}')).take(SAMPLE)
        };
        let count = foreign().count().max(1) as f64;
        let good = foreign().filter(|&c| COMMON.contains(c) || MARKS.contains(c)).count() as f64;
        let lost = foreign().filter(|&c| c == char::REPLACEMENT_CHARACTER).count() as f64;
        good / count - 4.0 * lost / count
    }
}

/// Reads bytes in an encoding.
pub(super) fn read<'b>(encoding: &'static Encoding, bytes: &'b [u8]) -> Reading<'b> {
    let (text, had_errors) = encoding.decode_without_bom_handling(bytes);
    if !had_errors {
        return Reading { encoding, text, lost: 0 };
    }
    let present =
        if encoding == UTF_8 { bytes.windows(3).filter(|window| window == b"\xef\xbf\xbd").count() } else { 0 };
    let lost = text.matches(char::REPLACEMENT_CHARACTER).count().saturating_sub(present);
    Reading { encoding, text, lost }
}

/// The best of the readings that a Chinese file may have. Of equals the declared one comes first, then UTF-8, GB18030
/// and Big5.
pub(super) fn best<'b>(bytes: &'b [u8], declared: Option<&'static Encoding>) -> Reading<'b> {
    let wide = |encoding: &'static Encoding| encoding == UTF_16LE || encoding == UTF_16BE;
    let rest = [UTF_8, GB18030, BIG5].into_iter().filter(|&encoding| Some(encoding) != declared);
    let mut best = read(declared.filter(|encoding| !wide(encoding)).unwrap_or(UTF_8), bytes);
    for encoding in rest {
        let reading = read(encoding, bytes);
        if reading.merit() > best.merit() {
            best = reading;
        }
    }
    best
}

/// What a detector says of a small window that begins where the text stops being ASCII. Over a whole file it costs more
/// than everything else together, and over ASCII it learns nothing.
pub(super) fn guess(bytes: &[u8]) -> &'static Encoding {
    let start = bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or(0);
    let window = &bytes[start..bytes.len().min(start + 2048)];
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(window, window.len() == bytes.len() - start);
    super::family(detector.guess(Some(b"cn"), Utf8Detection::Allow))
}

/// UTF-16 without a mark: by the Chinese that comes out, or else by the NULs of its ASCII characters. The other way round
/// a text full of wide blanks (U+3000) would be taken for zeros (U+0030).
pub(super) fn wide(bytes: &[u8], utf8: bool) -> Option<Reading<'_>> {
    let head = &bytes[..bytes.len().min(4096) & !1];
    let nuls = |odd: usize| head.iter().skip(odd).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd) = (nuls(0), nuls(1));
    let pairs = head.len() / 2;
    if even + odd == 0 && utf8 || pairs < 4 {
        return None;
    }
    let chinese = [UTF_16LE, UTF_16BE].into_iter().find(|&encoding| is_wide_chinese(&read(encoding, head)));
    let by_nuls = || match (even * 5 > pairs && odd * 50 < pairs, odd * 5 > pairs && even * 50 < pairs) {
        (true, _) => Some(UTF_16BE),
        (_, true) => Some(UTF_16LE),
        _ => None,
    };
    let reading = read(chinese.or_else(by_nuls)?, bytes);
    (reading.lost <= 1 + bytes.len() / 500).then_some(reading)
}

/// Whether nearly every character is Chinese, a mark or printable ASCII, and many are very common.
fn is_wide_chinese(reading: &Reading<'_>) -> bool {
    let plausible = |c: &char| {
        matches!(c, '\u{20}'..='\u{7e}' | '\u{a0}'..='\u{ff}' | '\t' | '\r' | '\n' | '\u{2000}'..='\u{25ff}')
            || matches!(c, '\u{3000}'..='\u{303f}' | '\u{4e00}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}')
    };
    let count = reading.text.chars().count();
    reading.text.chars().filter(plausible).count() * 100 >= count * 95 && reading.merit() > CHINESE
}

/// Whether a text is UTF-8 that was read as GBK: written as GBK again, a stretch of it is UTF-8 with Chinese characters.
/// Three stretches are tried, since the frame of a page may be sound where its body is not.
pub(super) fn is_mojibake(text: &str) -> bool {
    [0, text.len() / 2, text.len() / 4 * 3].into_iter().any(|from| {
        let from = (from..=text.len()).find(|&at| text.is_char_boundary(at)).unwrap_or(text.len());
        let as_gbk = |most| as_gbk(&foreign(&text[from..], most));
        !begins_broken(&as_gbk(HEAD)) && is_chinese_utf8(&as_gbk(STRETCH))
    })
}

/// As many characters of a stretch are written as GBK, and as many of them tell most texts.
const STRETCH: usize = 200;
const HEAD: usize = 75;

/// A text written as GBK. The byte 0x80 was read as the euro sign, which has another code when written.
fn as_gbk(text: &str) -> Vec<u8> {
    text.split('€').map(|part| GB18030.encode(part).0).collect::<Vec<_>>().join(&0x80)
}

/// Whether the first characters of a stretch hold so much that is no UTF-8 that the others cannot make up for it: each is
/// written in four bytes at most.
fn begins_broken(head: &[u8]) -> bool {
    let most = (STRETCH - HEAD) * 4 / 3;
    let chunks = head.utf8_chunks();
    let (chinese, broken) = chunks.fold((0, 0), |(chinese, broken), chunk| {
        (chinese + chunk.valid().chars().count(), broken + usize::from(!chunk.invalid().is_empty()))
    });
    // The last character may be cut.
    (broken.saturating_sub(1)) * 2 >= chinese + most
}

/// The first characters of a text that are not ASCII, as many as `most`.
fn foreign(text: &str, most: usize) -> String {
    let mut found = String::with_capacity(most * 3);
    let (mut rest, mut left) = (text, most);
    while left > 0 {
        rest = &rest[Encoding::ascii_valid_up_to(rest.as_bytes())..];
        let run = rest.char_indices().take(left).take_while(|(_, c)| !c.is_ascii());
        let (count, end) = run.fold((0, 0), |(count, _), (at, c)| (count + 1, at + c.len_utf8()));
        if count == 0 {
            break;
        }
        found.push_str(&rest[..end]);
        (rest, left) = (&rest[end..], left - count);
    }
    found
}

/// Whether bytes are UTF-8 with some Chinese characters, and more than twice as many as there are places that are none.
fn is_chinese_utf8(bytes: &[u8]) -> bool {
    let (mut chinese, mut broken, mut left) = (0, 0, bytes.len());
    for chunk in bytes.utf8_chunks() {
        left -= chunk.valid().len() + chunk.invalid().len();
        let is_chinese = |c: &char| matches!(c, '\u{3000}'..='\u{303f}' | '\u{4e00}'..='\u{9fff}');
        chinese += chunk.valid().chars().filter(is_chinese).count();
        broken += chunk.valid().matches(char::REPLACEMENT_CHARACTER).count() + usize::from(!chunk.invalid().is_empty());
        // What is left cannot make up for it.
        if broken * 2 >= chinese + left / 3 {
            return false;
        }
    }
    chinese >= 6
}
