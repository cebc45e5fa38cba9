//! When are two labels the same? Two texts fold to the same key if they differ only in blanks, invisible characters,
//! punctuation, brackets, quotes, width, bold marks, or traditional against simplified characters.
//!
//! A key is for comparison only. The text that a record reports is never folded.

use std::sync::LazyLock;

/// The key of a text: Chinese characters, letters and digits, simplified and half-width, nothing else.
pub fn key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    key.extend(text.chars().filter_map(key_char));
    key
}

/// The characters of a key, each with the place in the text where it stands.
pub fn places(text: &str) -> impl Iterator<Item = (usize, char)> {
    text.char_indices().filter_map(|(at, c)| key_char(c).map(|key| (at, key)))
}

/// The key of a text without what stands in brackets. A bracket that is never closed hides nothing.
pub fn key_outside_brackets(text: &str) -> String {
    key(&outside_brackets(text))
}

/// Whether a text holds brackets that may be left out.
pub fn has_brackets(text: &str) -> bool {
    text.contains(['（', '(', '［', '[', '〔'])
}

/// The text without its brackets and what stands in them, except brackets that open the text: those are ordinals.
pub fn outside_brackets(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut open_at: Option<usize> = None;
    let mut depth = 0usize;
    for c in text.chars() {
        match c {
            '（' | '(' | '［' | '[' | '〔' if !kept.trim().is_empty() => {
                if depth == 0 {
                    open_at = Some(kept.len());
                }
                depth += 1;
                kept.push(c);
            }
            '）' | ')' | '］' | ']' | '〕' if depth > 0 => {
                depth -= 1;
                if depth == 0
                    && let Some(at) = open_at.take()
                {
                    kept.truncate(at);
                }
            }
            _ => kept.push(c),
        }
    }
    kept
}

/// One character of a key, or nothing.
fn key_char(c: char) -> Option<char> {
    let c = half_width(c);
    match c {
        '0'..='9' | 'a'..='z' => Some(c),
        'A'..='Z' => Some(c.to_ascii_lowercase()),
        '〇' => Some('零'),
        _ if is_han(c) => Some(simplified(c)),
        _ => None,
    }
}

/// One character as it is compared: half-width and simplified. Punctuation stays.
pub fn plain_char(c: char) -> char {
    simplified(half_width(c))
}

/// Full-width ASCII as ASCII, other characters as they are.
pub fn half_width(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '\u{3000}' | '\u{a0}' => ' ',
        _ => c,
    }
}

/// Characters that take no room and mean nothing: zero-width blanks and joiners, direction marks, byte-order marks,
/// soft hyphens.
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{ad}')
}

/// Whether a character is a Chinese character (unified, extension A, compatibility).
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '\u{f900}'..='\u{faff}' | '\u{2f00}'..='\u{2fd5}')
}

/// The simplified form of a traditional character that stands in the labels of the forms or in titles.
fn simplified(c: char) -> char {
    match SIMPLIFIED.get((c as usize).wrapping_sub(UNIFIED)) {
        Some(&simplified) => simplified,
        None => radical(c),
    }
}

/// The first of the unified characters.
const UNIFIED: usize = 0x4e00;

/// The simplified form of every unified character, by its code: texts are folded whole, so a look must be enough.
static SIMPLIFIED: LazyLock<Vec<char>> = LazyLock::new(|| {
    let mut forms: Vec<char> = ('\u{4e00}'..='\u{9fff}').collect();
    TRADITIONAL.iter().for_each(|&(traditional, simplified)| forms[traditional as usize - UNIFIED] = simplified);
    forms
});

/// Text taken from a PDF may hold a Kangxi radical where the character of the same shape is meant.
fn radical(c: char) -> char {
    match RADICALS.binary_search_by_key(&c, |&(radical, _)| radical) {
        Ok(at) => RADICALS[at].1,
        Err(_) => c,
    }
}

/// Traditional characters of the forms, in code order.
#[rustfmt::skip]
static TRADITIONAL: &[(char, char)] = &[
    ('並', '并'), ('亂', '乱'), ('係', '系'), ('個', '个'), ('備', '备'), ('傳', '传'), ('價', '价'), ('億', '亿'), ('儘', '尽'), ('優', '优'),
    ('內', '内'), ('兩', '两'), ('別', '别'), ('創', '创'), ('劃', '划'), ('動', '动'), ('務', '务'), ('區', '区'), ('協', '协'), ('員', '员'),
    ('問', '问'), ('單', '单'), ('囑', '嘱'), ('國', '国'), ('團', '团'), ('執', '执'), ('報', '报'), ('場', '场'), ('壓', '压'), ('學', '学'),
    ('實', '实'), ('寧', '宁'), ('審', '审'), ('專', '专'), ('對', '对'), ('導', '导'), ('屬', '属'), ('師', '师'), ('帳', '帐'), ('幹', '干'),
    ('廢', '废'), ('廣', '广'), ('廳', '厅'), ('張', '张'), ('強', '强'), ('從', '从'), ('復', '复'), ('徵', '征'), ('懇', '恳'), ('應', '应'),
    ('戶', '户'), ('採', '采'), ('據', '据'), ('擴', '扩'), ('數', '数'), ('斷', '断'), ('於', '于'), ('時', '时'), ('書', '书'), ('會', '会'),
    ('東', '东'), ('條', '条'), ('業', '业'), ('構', '构'), ('標', '标'), ('機', '机'), ('檔', '档'), ('權', '权'), ('歷', '历'), ('歸', '归'),
    ('決', '决'), ('沒', '没'), ('況', '况'), ('準', '准'), ('滬', '沪'), ('漢', '汉'), ('濟', '济'), ('灣', '湾'), ('無', '无'), ('現', '现'),
    ('環', '环'), ('產', '产'), ('畫', '画'), ('當', '当'), ('療', '疗'), ('發', '发'), ('監', '监'), ('確', '确'), ('祕', '秘'), ('禦', '御'),
    ('稅', '税'), ('種', '种'), ('穩', '稳'), ('範', '范'), ('紀', '纪'), ('納', '纳'), ('紙', '纸'), ('級', '级'), ('結', '结'), ('絡', '络'),
    ('統', '统'), ('經', '经'), ('綜', '综'), ('維', '维'), ('網', '网'), ('縣', '县'), ('總', '总'), ('繳', '缴'), ('續', '续'), ('罰', '罚'),
    ('職', '职'), ('與', '与'), ('興', '兴'), ('舉', '举'), ('華', '华'), ('葉', '叶'), ('藝', '艺'), ('蘇', '苏'), ('蘭', '兰'), ('處', '处'),
    ('號', '号'), ('術', '术'), ('衛', '卫'), ('衝', '冲'), ('補', '补'), ('裝', '装'), ('製', '制'), ('複', '复'), ('見', '见'), ('規', '规'),
    ('親', '亲'), ('覽', '览'), ('觀', '观'), ('計', '计'), ('訊', '讯'), ('訟', '讼'), ('訪', '访'), ('設', '设'), ('許', '许'), ('訴', '诉'),
    ('註', '注'), ('詢', '询'), ('該', '该'), ('認', '认'), ('語', '语'), ('說', '说'), ('調', '调'), ('請', '请'), ('證', '证'), ('議', '议'),
    ('護', '护'), ('讀', '读'), ('變', '变'), ('財', '财'), ('責', '责'), ('費', '费'), ('貿', '贸'), ('資', '资'), ('質', '质'), ('賬', '账'),
    ('購', '购'), ('贏', '赢'), ('車', '车'), ('較', '较'), ('載', '载'), ('輯', '辑'), ('輸', '输'), ('轉', '转'), ('辦', '办'), ('農', '农'),
    ('進', '进'), ('運', '运'), ('過', '过'), ('達', '达'), ('遞', '递'), ('選', '选'), ('還', '还'), ('郵', '邮'), ('鄉', '乡'), ('釋', '释'),
    ('錄', '录'), ('鎮', '镇'), ('鐵', '铁'), ('鑑', '鉴'), ('長', '长'), ('門', '门'), ('開', '开'), ('間', '间'), ('關', '关'), ('陝', '陕'),
    ('陽', '阳'), ('隊', '队'), ('階', '阶'), ('際', '际'), ('隨', '随'), ('險', '险'), ('難', '难'), ('雲', '云'), ('電', '电'), ('靜', '静'),
    ('頁', '页'), ('項', '项'), ('順', '顺'), ('須', '须'), ('預', '预'), ('領', '领'), ('題', '题'), ('額', '额'), ('類', '类'), ('顧', '顾'),
    ('風', '风'), ('飛', '飞'), ('餘', '余'), ('館', '馆'), ('驗', '验'), ('體', '体'), ('點', '点'), ('齊', '齐'), ('龍', '龙'),
];

/// Kangxi radicals that look like characters of the forms, in code order.
#[rustfmt::skip]
static RADICALS: &[(char, char)] = &[
    ('\u{2f00}', '一'), ('\u{2f06}', '二'), ('\u{2f08}', '人'), ('\u{2f0a}', '入'), ('\u{2f0b}', '八'), ('\u{2f12}', '力'), ('\u{2f17}', '十'), ('\u{2f1d}', '口'),
    ('\u{2f1f}', '土'), ('\u{2f24}', '大'), ('\u{2f25}', '女'), ('\u{2f26}', '子'), ('\u{2f29}', '小'), ('\u{2f2f}', '工'), ('\u{2f3e}', '户'), ('\u{2f3f}', '手'),
    ('\u{2f42}', '文'), ('\u{2f45}', '方'), ('\u{2f47}', '日'), ('\u{2f49}', '月'), ('\u{2f4c}', '止'), ('\u{2f52}', '气'), ('\u{2f54}', '水'), ('\u{2f63}', '生'),
    ('\u{2f64}', '用'), ('\u{2f69}', '白'), ('\u{2f6c}', '目'), ('\u{2f74}', '立'), ('\u{2f83}', '自'), ('\u{2f8f}', '行'), ('\u{2f94}', '言'), ('\u{2f9d}', '身'),
    ('\u{2fa5}', '里'), ('\u{2fa7}', '长'), ('\u{2fa8}', '门'), ('\u{2fae}', '非'), ('\u{2faf}', '面'),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted_so_that_they_can_be_searched() {
        assert!(TRADITIONAL.is_sorted_by_key(|&(c, _)| c) && RADICALS.is_sorted_by_key(|&(c, _)| c));
    }

    #[test]
    fn labels_that_differ_only_in_dress_are_the_same() {
        for (one, other) in [
            ("（一）予以公开", "(一) 予以公开"),
            ("1.属于国家秘密", "１．属于 国家秘密"),
            ("3.危及“三安全一稳定”", "3、危及\"三安全一稳定\""),
            ("本年增/减", "本年增／减"),
            ("第二十条第（一）项", "第二十條 第(一)項"),
            ("商业\n企业", "**商業企業**"),
        ] {
            assert_eq!(key(one), key(other), "{one}");
        }
    }

    #[test]
    fn guidance_in_brackets_can_be_left_out_but_an_ordinal_stays() {
        assert_eq!(key_outside_brackets("规章(设区的市应提供)"), "规章");
        assert_eq!(key_outside_brackets("（二）部分公开（只计（这一）情形）"), "二部分公开");
        assert_eq!(key_outside_brackets("本年增/减（指2020年"), "本年增减指2020年");
    }
}
