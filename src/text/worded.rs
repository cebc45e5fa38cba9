//! Words that stand where a number should: what an office writes instead of one, what a tool writes into blank cells.

use super::{fold, ordinal};

/// Whether a word stands in place of a number, or dresses one: 约300, 减少3, 1.2万, 见附件.
pub fn is_worded(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "零",
        "〇",
        "暂无",
        "无数据",
        "见附件",
        "详见附件",
        "见附表",
        "未统计",
        "无统计",
        "无法统计",
        "不详",
        "保密",
        "涉密",
        "略",
    ];
    let bare = word.trim().trim_start_matches(['约', '共', '近', '超', '计', '逾', '达', '新', '增', '减', '加', '少']);
    let dressed = bare.len() < word.trim().len();
    let digits = bare.chars().take_while(|&c| matches!(fold::half_width(c), '0'..='9' | '.' | ',')).count();
    let rest = bare.chars().skip(digits);
    let other = |c: char| matches!(c, '年' | '月' | '日' | '页' | '第' | '、' | '：' | ':');
    let number = digits > 0 && rest.clone().count() <= 3 && !rest.clone().any(other);
    WORDS.contains(&word.trim())
        || number && (dressed || rest.clone().any(fold::is_han)) && ordinal::parse(word).is_none()
}

/// A number that a word signs (增12, 减少3项) with a sign in its place. Where nothing is counted, nothing is signed.
pub fn signed(word: &str) -> Option<String> {
    const SIGNS: &[(&str, &str)] =
        &[("增加", "+"), ("新增", "+"), ("增", "+"), ("↑", "+"), ("减少", "-"), ("减", "-"), ("↓", "-")];
    let word = word.trim();
    let (rest, sign) = SIGNS.iter().find_map(|(sign, mark)| Some((word.strip_prefix(sign)?.trim_start(), *mark)))?;
    let digits = |c: char| fold::half_width(c).is_ascii_digit();
    let counts = rest.starts_with(digits) && rest.contains(|c| matches!(fold::half_width(c), '1'..='9'));
    counts.then(|| format!("{sign}{rest}"))
}

/// Whether a word is what programs for tables write into cells that are blank.
pub fn fills_blanks(word: &str) -> bool {
    ["nan", "none", "null", "nat"].iter().any(|filler| word.eq_ignore_ascii_case(filler))
}

#[cfg(test)]
mod tests {
    use super::signed;

    #[test]
    fn words_that_sign_a_number() {
        let told = ["增12", "减少 3项", "减３", "增0", "增减", "12", "减1-3"].map(signed);
        let told = told.each_ref().map(|word| word.as_deref().unwrap_or(""));
        assert_eq!(told, ["+12", "-3项", "-３", "", "", "", "-1-3"]);
    }
}
