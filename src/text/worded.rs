//! Words that stand where a number should: what an office writes instead of one, what a tool writes into blank cells.

use super::{fold, ordinal};

/// Whether a word stands in place of a number, or dresses one: 约300, 1.2万, 见附件.
pub fn is_worded(word: &str) -> bool {
    const WORDS: &[&str] =
        &["零", "见附件", "详见附件", "见附表", "未统计", "无统计", "无法统计", "不详", "保密", "涉密", "略"];
    let bare = word.trim().trim_start_matches(['约', '共', '近', '超', '计', '逾', '达']);
    let digits = bare.chars().take_while(|&c| matches!(fold::half_width(c), '0'..='9' | '.' | ',')).count();
    let rest = bare.chars().skip(digits);
    let other = |c: char| matches!(c, '年' | '月' | '日' | '页' | '第' | '、' | '：' | ':');
    let number = digits > 0 && rest.clone().count() <= 3 && !rest.clone().any(other);
    WORDS.contains(&word.trim()) || number && rest.clone().any(fold::is_han) && ordinal::parse(word).is_none()
}

/// Whether a word is what programs for tables write into cells that are blank.
pub fn fills_blanks(word: &str) -> bool {
    ["nan", "none", "null", "nat"].iter().any(|filler| word.eq_ignore_ascii_case(filler))
}
