//! Why something in an archive or a folder gives no bytes.

use super::meter::Overflown;
use crate::finding::Lang;
use std::io;

/// Why a member cannot be handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The file system says no.
    Unreachable(String),
    /// The archive, or this member of it, is damaged or cut short.
    Damaged(String),
    /// More bytes than are read of one file.
    TooLarge {
        /// As many as are read at most.
        limit: u64,
    },
    /// The archive unpacks to far more than any archive of pages does.
    Bomb,
    /// Archives in archives, deeper than anybody packs them.
    TooDeep,
    /// The name leads out of the archive.
    Outside,
    /// A folder that contains itself by a link.
    Loop,
    /// The member asks for a password.
    Locked,
    /// Neither a file nor a folder.
    Special,
    /// The server answered with something else than a page.
    Status(u16),
    /// The page is packed in a way that is not read here.
    Packed(String),
}

impl Refusal {
    /// A stable word for the kind of reason.
    pub fn reason(&self) -> &'static str {
        match self {
            Refusal::Unreachable(_) => "unreachable",
            Refusal::Damaged(_) => "damaged_archive",
            Refusal::TooLarge { .. } => "too_large",
            Refusal::Bomb => "bomb",
            Refusal::TooDeep => "too_deep",
            Refusal::Outside => "unsafe_name",
            Refusal::Loop => "link_loop",
            Refusal::Locked => "password",
            Refusal::Special => "special_file",
            Refusal::Status(_) => "http_status",
            Refusal::Packed(_) => "content_encoding",
        }
    }

    /// Whether a report may have been lost: an answer 404 or a device file never was one.
    pub fn is_loss(&self) -> bool {
        !matches!(self, Refusal::Status(_) | Refusal::Special)
    }

    /// The reason in words.
    pub fn sentence(&self, lang: Lang) -> String {
        let (zh, en) = match self {
            Refusal::Unreachable(why) => return why.clone(),
            Refusal::Damaged(why) => {
                (format!("压缩包已损坏或不完整：{why}"), format!("the archive is damaged or cut short: {why}"))
            }
            Refusal::TooLarge { limit } => (
                format!("文件超过大小上限 {limit} 字节（--max-bytes）"),
                format!("more than the limit of {limit} bytes (--max-bytes)"),
            ),
            Refusal::Bomb => (
                "解压后异常膨胀，已停止读取该压缩包".to_owned(),
                "it unpacks to far more than an archive of pages does; the rest of it is not read".to_owned(),
            ),
            Refusal::TooDeep => ("压缩包嵌套过深".to_owned(), "archives in archives, too deep".to_owned()),
            Refusal::Outside => (
                "文件名指向压缩包之外，不读取".to_owned(),
                "its name leads out of the archive; it is not read".to_owned(),
            ),
            Refusal::Loop => ("链接形成循环".to_owned(), "a link to a folder above it; it is not followed".to_owned()),
            Refusal::Locked => ("有密码保护".to_owned(), "it asks for a password".to_owned()),
            Refusal::Special => ("不是普通文件".to_owned(), "neither a file nor a folder".to_owned()),
            Refusal::Status(code) => (format!("网页抓取状态为 {code}"), format!("the server answered {code}")),
            Refusal::Packed(how) => {
                (format!("无法读取的内容编码 {how}"), format!("its content encoding {how} is not read"))
            }
        };
        match lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }
}

/// An error in a stream that is being unpacked.
impl From<io::Error> for Refusal {
    fn from(error: io::Error) -> Self {
        if error.get_ref().is_some_and(|inner| inner.is::<Overflown>()) {
            return Refusal::Bomb;
        }
        Refusal::Damaged(error.to_string())
    }
}
