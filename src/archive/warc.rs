//! A WARC -> the answers of servers that it keeps, with their address and their character encoding.

use super::meter::{Metered, Stretch};
use super::name::Name;
use super::{Flow, Refusal, Walk};
use flate2::bufread::{DeflateDecoder, MultiGzDecoder, ZlibDecoder};
use std::collections::BTreeMap;
use std::io::{self, BufRead, BufReader, Read};
use std::ops::ControlFlow::Continue;
use std::rc::Rc;

/// As many bytes as a line of a header, and as many lines as a header may have.
const LINE: u64 = 64 << 10;
const LINES: usize = 1000;

/// The fields of a header by their names in small letters; the first line under the empty name.
type Fields = BTreeMap<String, String>;

impl Walk<'_> {
    /// Hands over the answers in a WARC. It may be cut anywhere: what stands before the cut is read.
    pub(super) fn warc(&mut self, name: &Name, depth: u32, from: &mut dyn Read) -> Flow {
        let mut from = BufReader::new(from);
        loop {
            let fields = match header(&mut from) {
                Ok(Some(fields)) if fields[""].starts_with("WARC/") => fields,
                Ok(Some(_)) => {
                    return self.refuse(name, Refusal::Damaged("no record where one should begin".to_owned()));
                }
                Ok(None) => return Continue(()),
                Err(error) => return self.cut(name, error),
            };
            let Some(length) = fields.get("content-length").and_then(|length| length.parse().ok()) else {
                return self.refuse(name, Refusal::Damaged("a record without its length".to_owned()));
            };
            let mut body = Stretch { inner: &mut from, rest: length };
            self.record(name, depth, &fields, &mut body)?;
            if let Err(error) = io::copy(&mut body, &mut io::sink()) {
                return self.cut(name, error);
            }
        }
    }

    fn record(&mut self, name: &Name, depth: u32, fields: &Fields, body: &mut dyn Read) -> Flow {
        let Some(address) = fields.get("warc-target-uri") else { return Continue(()) };
        let address = address.trim_matches(['<', '>']);
        let mut inner = name.inside(address);
        inner.url = Some(address.to_owned());
        match fields.get("warc-type").map(String::as_str) {
            Some("response") if address.starts_with("http") => self.response(inner, depth, body),
            Some("resource") if address.starts_with("http") => self.stream(&inner, depth + 1, body),
            _ => Continue(()),
        }
    }

    /// The answer of a server: a header, and the page as it was sent.
    fn response(&mut self, mut name: Name, depth: u32, body: &mut dyn Read) -> Flow {
        let mut body = BufReader::new(body);
        let fields = match header(&mut body) {
            Ok(fields) => fields.unwrap_or_default(),
            Err(error) => return self.broken(&name, error),
        };
        let status = fields.get("").and_then(|line| line.split_whitespace().nth(1)?.parse::<u16>().ok()).unwrap_or(0);
        if !(200..300).contains(&status) {
            return self.refuse(&name, Refusal::Status(status));
        }
        name.charset = fields.get("content-type").and_then(|kind| charset(kind));
        let says =
            |field: &str, word: &str| fields.get(field).is_some_and(|value| value.to_ascii_lowercase().contains(word));
        // Some crawlers keep the header and store the page without its chunks.
        if says("transfer-encoding", "chunked") && body.fill_buf().is_ok_and(begins_with_chunk) {
            return self.packed(
                &name,
                depth,
                &fields,
                &mut BufReader::new(Chunks { inner: body, rest: 0, done: false }),
            );
        }
        self.packed(&name, depth, &fields, &mut body)
    }

    /// The page as it was packed for the transport.
    fn packed(&mut self, name: &Name, depth: u32, fields: &Fields, body: &mut dyn BufRead) -> Flow {
        let how = fields.get("content-encoding").map(|how| how.trim().to_ascii_lowercase()).unwrap_or_default();
        let first = match body.fill_buf() {
            Ok(bytes) => [bytes.first().copied().unwrap_or(0), bytes.get(1).copied().unwrap_or(0)],
            Err(error) => return self.broken(name, error),
        };
        match how.as_str() {
            "gzip" | "x-gzip" if first == [0x1f, 0x8b] => self.plain(name, depth, MultiGzDecoder::new(body)),
            "deflate" if first[0] & 0x0f == 8 => self.plain(name, depth, ZlibDecoder::new(body)),
            "deflate" => self.plain(name, depth, DeflateDecoder::new(body)),
            "br" | "compress" | "zstd" => self.refuse(name, Refusal::Packed(how)),
            _ => self.stream(name, depth + 1, body),
        }
    }

    fn plain(&mut self, name: &Name, depth: u32, body: impl Read) -> Flow {
        let mut body = Metered { inner: body, budget: Rc::clone(&self.budget) };
        self.stream(name, depth + 1, &mut body)
    }
}

/// The next header, blank lines before it left out; `None` at the end.
fn header(from: &mut impl BufRead) -> io::Result<Option<Fields>> {
    let mut fields = Fields::new();
    for _ in 0..LINES {
        let Some(line) = line(from)? else { return if fields.is_empty() { Ok(None) } else { Err(cut()) } };
        match line.split_once(':') {
            _ if line.is_empty() && fields.is_empty() => {}
            _ if line.is_empty() => return Ok(Some(fields)),
            _ if fields.is_empty() => drop(fields.insert(String::new(), line)),
            Some((name, value)) => drop(fields.insert(name.trim().to_ascii_lowercase(), value.trim().to_owned())),
            None => {}
        }
    }
    Err(cut())
}

/// A line without its end; `None` at the end of all.
fn line(from: &mut impl BufRead) -> io::Result<Option<String>> {
    let mut bytes = Vec::new();
    from.take(LINE).read_until(b'\n', &mut bytes)?;
    if bytes.is_empty() {
        return Ok(None);
    }
    Ok(Some(String::from_utf8_lossy(&bytes).trim_end_matches(['\n', '\r']).to_owned()))
}

fn cut() -> io::Error {
    io::Error::new(io::ErrorKind::UnexpectedEof, "it ends in the middle of a header")
}

/// `text/html; charset=gb2312`.
fn charset(kind: &str) -> Option<String> {
    let (_, value) = kind
        .split(';')
        .filter_map(|part| part.split_once('='))
        .find(|(name, _)| name.trim().eq_ignore_ascii_case("charset"))?;
    let value = value.trim().trim_matches(['"', '\'']);
    (!value.is_empty()).then(|| value.to_owned())
}

fn size(line: &str) -> Option<u64> {
    u64::from_str_radix(line.split(';').next()?.trim(), 16).ok()
}

fn begins_with_chunk(bytes: &[u8]) -> bool {
    let line = bytes.split(|&byte| byte == b'\n').next().unwrap_or(bytes);
    std::str::from_utf8(line).is_ok_and(|line| size(line).is_some())
}

/// A page that was sent in chunks, put together.
struct Chunks<R> {
    inner: R,
    rest: u64,
    done: bool,
}

impl<R: BufRead> Chunks<R> {
    /// The size of the next chunk; the line break behind the last one stands before it.
    fn next(&mut self) -> io::Result<u64> {
        loop {
            match line(&mut self.inner)? {
                Some(line) if line.is_empty() => {}
                Some(line) => return size(&line).ok_or_else(cut),
                None => return Err(cut()),
            }
        }
    }
}

impl<R: BufRead> Read for Chunks<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.rest == 0 && !self.done {
            self.rest = self.next()?;
            self.done = self.rest == 0;
        }
        if self.done || buffer.is_empty() {
            return Ok(0);
        }
        let most = buffer.len().min(usize::try_from(self.rest).unwrap_or(usize::MAX));
        let read = self.inner.read(&mut buffer[..most])?;
        if read == 0 {
            return Err(cut());
        }
        self.rest -= read as u64;
        Ok(read)
    }
}
