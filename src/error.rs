//! The few ways in which a file gives no record at all.
//!
//! Past opening the container nothing fails: every later step returns what it has, and its findings.

use thiserror::Error;

/// Why a file gives no record. The sentence of each variant says what the file is and what can be done.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[non_exhaustive]
pub enum Error {
    /// No bytes, or nothing but blanks.
    #[error("the file is empty | 文件为空")]
    Empty,
    /// A format that holds no text or table that can be read here.
    #[error("{0} | {1}")]
    Unreadable(&'static str, &'static str),
    /// The workbook asks for a password.
    #[error("the workbook is protected by a password; save a copy without it | 工作簿有密码保护，请另存为无密码的副本")]
    Password,
    /// The container begins like a workbook and cannot be opened.
    #[error("the workbook is damaged or cut short: {0} | 工作簿已损坏或不完整")]
    Damaged(String),
    /// The bytes are text in no encoding that can be told.
    #[error("the bytes are no text in UTF-8, GB18030, Big5 or UTF-16 | 无法识别文件的字符编码")]
    Undecodable,
    /// Text was read, and it holds neither numbered sections nor a statutory table.
    #[error("no report: {0} | {1}")]
    NoReport(&'static str, &'static str),
    /// Larger than this version reads.
    #[error("the file has {bytes} bytes, more than the limit of {limit} | 文件超过大小上限")]
    TooLarge {
        /// As many bytes as the file has.
        bytes: u64,
        /// As many as are read at most.
        limit: u64,
    },
}

impl Error {
    /// The sentence in one language: both stand in [`Display`](std::fmt::Display), English first.
    pub fn sentence(&self, chinese: bool) -> String {
        let both = self.to_string();
        match both.split_once(" | ") {
            Some((english, zh)) => if chinese { zh } else { english }.to_owned(),
            None => both,
        }
    }
}
