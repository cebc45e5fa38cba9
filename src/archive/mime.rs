//! A saved page (MHTML) or a letter -> its texts and what is attached. Pictures and style sheets of the page are left out.

use super::name::{Name, tidy};
use super::{Flow, Refusal, Walk};
use mail_parser::{Encoding, Message, MessageParser, MessagePart, MimeHeaders, PartType, decoders};
use std::io::Read;
use std::ops::ControlFlow::Continue;

impl Walk<'_> {
    /// Hands over the texts of a saved page.
    pub(super) fn mime(&mut self, name: &Name, depth: u32, from: &mut dyn Read) -> Flow {
        let bytes = match self.bytes(name, from) {
            Ok(Ok(bytes)) => bytes,
            Ok(Err(refusal)) => return self.refuse(name, refusal),
            Err(error) => return self.broken(name, error),
        };
        let Some(message) = MessageParser::default().parse(&bytes) else {
            return self.refuse(name, Refusal::Damaged("no parts".to_owned()));
        };
        for (at, part) in message.parts.iter().enumerate().filter(|(_, part)| is_text_or_attached(part)) {
            let given = part.content_location().or_else(|| part.attachment_name()).map(tidy);
            let mut inner = name.inside(&given.unwrap_or_else(|| format!("part {at}")));
            inner.named = name.named;
            inner.url = part.content_location().filter(|place| place.starts_with("http")).map(str::to_owned);
            inner.charset = part.content_type().and_then(|kind| kind.attribute("charset")).map(str::to_owned);
            match content(&message, part) {
                Some(content) => self.stream(&inner, depth + 1, &mut content.as_slice())?,
                None => self.refuse(&inner, Refusal::Damaged("its transfer encoding is broken".to_owned()))?,
            }
        }
        Continue(())
    }
}

fn is_text_or_attached(part: &MessagePart<'_>) -> bool {
    let kind = part.content_type();
    let subtype = kind.and_then(|kind| kind.subtype()).unwrap_or("plain").to_ascii_lowercase();
    match &part.body {
        PartType::Html(_) => true,
        PartType::Text(_) => subtype == "plain",
        PartType::Binary(_) | PartType::InlineBinary(_) => {
            kind.is_some_and(|kind| kind.ctype().eq_ignore_ascii_case("application")) && !subtype.contains("javascript")
        }
        PartType::Message(_) | PartType::Multipart(_) => false,
    }
}

/// The bytes of a part as its author had them. The parser's own text is already decoded, by the declared encoding.
fn content(message: &Message<'_>, part: &MessagePart<'_>) -> Option<Vec<u8>> {
    let raw = message.raw_message().get(part.offset_body as usize..part.offset_end as usize)?;
    match part.encoding {
        Encoding::None => Some(raw.to_vec()),
        Encoding::QuotedPrintable => decoders::quoted_printable::quoted_printable_decode(raw),
        Encoding::Base64 => decoders::base64::base64_decode(raw),
    }
}
