//! The first bytes of a stream -> what kind of archive it is. The content decides, not the name.

use std::io::{self, Read};

/// What a stream holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Gzip,
    Zstd,
    Zip,
    Tar,
    Warc,
    /// A saved page with its parts (MHTML), or a letter.
    Mime,
    /// A file that is no archive.
    Plain,
}

/// As many bytes as are looked at.
const HEAD: usize = 4096;

/// The first bytes of a stream, as many as came, and whether an error ended them.
pub(super) fn head(from: &mut dyn Read) -> (Vec<u8>, io::Result<()>) {
    // There is room for all of them: without it a file is asked for a few at a time.
    let mut head = Vec::with_capacity(HEAD);
    let read = from.take(HEAD as u64).read_to_end(&mut head).map(drop);
    (head, read)
}

pub(super) fn kind(head: &[u8]) -> Kind {
    match () {
        _ if head.starts_with(b"\x1f\x8b\x08") => Kind::Gzip,
        _ if head.starts_with(b"\x28\xb5\x2f\xfd") => Kind::Zstd,
        _ if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") => Kind::Zip,
        _ if head.starts_with(b"WARC/") => Kind::Warc,
        _ if is_tar(head) => Kind::Tar,
        _ if is_mime(head) => Kind::Mime,
        _ => Kind::Plain,
    }
}

/// The header of a tar states the sum of its own bytes, its sum counted as blanks.
fn is_tar(head: &[u8]) -> bool {
    let Some(block) = head.get(..512) else { return false };
    let field = std::str::from_utf8(&block[148..156]).unwrap_or("");
    let stated = u32::from_str_radix(field.trim_matches([' ', '\0']), 8).ok();
    let sum = block.iter().enumerate().map(|(at, &b)| if (148..156).contains(&at) { 32 } else { u32::from(b) }).sum();
    stated == Some(sum) && block[0] != 0
}

/// A saved page begins with header lines, among them the version of MIME and a content of several parts.
fn is_mime(head: &[u8]) -> bool {
    let lines = head.trim_ascii_start();
    let first = lines.split(|&byte| byte == b'\n').next().unwrap_or_default();
    let name = first.iter().position(|&byte| byte == b':').map(|colon| &first[..colon]);
    let is_field = name
        .is_some_and(|name| !name.is_empty() && name.iter().all(|&byte| byte.is_ascii_alphanumeric() || byte == b'-'));
    // Few files begin with a field.
    if !is_field {
        return false;
    }
    let lines = String::from_utf8_lossy(lines).to_ascii_lowercase();
    lines.contains("mime-version:") && lines.contains("multipart/")
}

/// The names that the parts of a document in the zip format have: a workbook, a text document, an OFD.
pub(super) fn is_document(name: &str) -> bool {
    matches!(name, "[Content_Types].xml" | "mimetype" | "OFD.xml" | "_rels/.rels" | "xl/workbook.xml")
}
