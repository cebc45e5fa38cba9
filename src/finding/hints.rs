//! What would settle a relation that does not hold: sentences that share the facts of their finding.
//!
//! A hint is help for whoever has the original at hand. Nothing is changed by it.

use super::Words;

/// One figure, changed, settles everything.
pub static ONE: Words = Words {
    zh: "若“{cell}”为 {needed}（现为 {printed}），相关的 {count} 处关系即全部成立",
    en: "were “{cell}” {needed} instead of {printed}, the relations concerned ({count}) would hold",
};

/// The same, and a digit is missing.
pub static DIGIT_LOST: Words = Words {
    zh: "若“{cell}”为 {needed}（现为 {printed}，疑少一位数字），相关的 {count} 处关系即全部成立",
    en: "were “{cell}” {needed} instead of {printed} (a digit may be missing), the relations concerned ({count}) would hold",
};

/// The same, and a digit is too many.
pub static DIGIT_ADDED: Words = Words {
    zh: "若“{cell}”为 {needed}（现为 {printed}，疑多一位数字），相关的 {count} 处关系即全部成立",
    en: "were “{cell}” {needed} instead of {printed} (a digit may be too many), the relations concerned ({count}) would hold",
};

/// The same, and two digits changed places.
pub static DIGITS_SWAPPED: Words = Words {
    zh: "若“{cell}”为 {needed}（现为 {printed}，疑数字颠倒），相关的 {count} 处关系即全部成立",
    en: "were “{cell}” {needed} instead of {printed} (digits may have changed places), the relations concerned ({count}) would hold",
};

/// Any one of several figures.
pub static ANY: Words = Words {
    zh: "改动下列任意一处，相关的 {count} 处关系即全部成立：{cells}",
    en: "any one of these would make the relations concerned ({count}) hold: {cells}",
};

/// Two neighbouring figures that are one number.
pub static SPLIT: Words = Words {
    zh: "“{cell}”与相邻的“{other}”疑为一个数 {needed} 被拆成了两格",
    en: "“{cell}” and its neighbour “{other}” may be one number, {needed}, split over two cells",
};

/// Two figures of one row, one too high and one too low by the same number.
pub static OFFSET: Words = Words {
    zh: "“{high}”多 {difference}、“{low}”少 {difference}，总计不变，疑为记错了列",
    en: "“{high}” is {difference} too high and “{low}” {difference} too low, which leaves the total as it is: the wrong column may have been filled",
};

/// Two columns that are off by the same number in some row.
pub static OFFSET_COLUMNS: Words = Words {
    zh: "“{high}”列多 {difference}、“{low}”列少 {difference}，总计不变，疑某一行记错了列",
    en: "column “{high}” is {difference} too high and column “{low}” {difference} too low, which leaves the total as it is: in some row the wrong column may have been filled",
};

/// Two figures, changed together.
pub static TWO: Words = Words {
    zh: "若“{cell}”为 {needed}（现为 {printed}）且“{other}”为 {other_needed}（现为 {other_printed}），相关的 {count} 处关系即全部成立",
    en: "were “{cell}” {needed} instead of {printed} and “{other}” {other_needed} instead of {other_printed}, the relations concerned ({count}) would hold",
};

/// Every hint.
pub static ALL: &[&Words] =
    &[&ONE, &DIGIT_LOST, &DIGIT_ADDED, &DIGITS_SWAPPED, &ANY, &SPLIT, &OFFSET, &OFFSET_COLUMNS, &TWO];
