//! The few ways in which a file gives no record at all.
//!
//! Past opening the container nothing fails: every later step returns what it has, and its findings.

use thiserror::Error;

/// Why a file gives no record. What is displayed says what the file is and what can be done, in English; see
/// [`Error::sentence`].
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[non_exhaustive]
pub enum Error {
    /// No bytes, or nothing but blanks.
    #[error("the file is empty")]
    Empty,
    /// A format that holds no text or table that can be read here, in English and Chinese.
    #[error("{0}")]
    Unreadable(&'static str, &'static str),
    /// The workbook asks for a password.
    #[error("the workbook is protected by a password; save a copy without it")]
    Password,
    /// The container begins like a workbook and cannot be opened.
    #[error("the workbook is damaged or cut short: {0}")]
    Damaged(String),
    /// The bytes are text in no encoding that can be told.
    #[error("the bytes are no text in UTF-8, GB18030, Big5 or UTF-16")]
    Undecodable,
    /// Text was read, and it holds neither numbered sections nor a statutory table; in English and Chinese.
    #[error("no report: {0}")]
    NoReport(&'static str, &'static str),
    /// Larger than this version reads.
    #[error("the file has {bytes} bytes, more than the limit of {limit}")]
    TooLarge {
        /// As many bytes as the file has.
        bytes: u64,
        /// As many as are read at most.
        limit: u64,
    },
}

impl Error {
    /// What is displayed, in one language.
    pub fn sentence(&self, chinese: bool) -> String {
        if chinese { self.zh() } else { self.to_string() }
    }

    fn zh(&self) -> String {
        match self {
            Error::Empty => "文件为空".to_owned(),
            Error::Unreadable(_, zh) | Error::NoReport(_, zh) => (*zh).to_owned(),
            Error::Password => "工作簿有密码保护，请另存为无密码的副本".to_owned(),
            Error::Damaged(_) => "工作簿已损坏或不完整".to_owned(),
            Error::Undecodable => "无法识别文件的字符编码".to_owned(),
            Error::TooLarge { bytes, limit } => format!("文件有 {bytes} 字节，超过上限 {limit}"),
        }
    }

    /// A stable word for the kind of reason.
    pub fn reason(&self) -> &'static str {
        match self {
            Error::Empty => "empty",
            Error::Unreadable(..) => "unreadable_format",
            Error::NoReport(..) => "no_report",
            Error::Undecodable => "no_text",
            Error::Password => "password",
            Error::Damaged(_) => "damaged_workbook",
            Error::TooLarge { .. } => "too_large",
        }
    }

    /// Whether a report may have been lost: a picture or a list of links never was one.
    pub fn is_loss(&self) -> bool {
        matches!(self, Error::Password | Error::Damaged(_) | Error::TooLarge { .. })
    }
}
