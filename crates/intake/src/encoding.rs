//! From the bytes of a web page to its text.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};
use std::borrow::Cow;

/// Bytes in which a page must say its encoding; the standard says 1024, old pages are longer-winded.
const PRESCAN: usize = 4096;

/// The text of a page, and whether bytes that mean nothing had to be replaced.
///
/// A byte-order mark decides, then what the page says of itself (`<meta charset=…>`), then whether
/// the bytes are UTF-8. A page that says something else but is UTF-8 beyond ASCII was saved anew
/// and is read as UTF-8: by chance no other text is.
pub(crate) fn decode(bytes: &[u8]) -> (Cow<'_, str>, bool) {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(&bytes[mark..]);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        // ISO-2022-JP and the like are ASCII to look at; no paper of ours is in them.
        return (Cow::Borrowed(text), false);
    }
    let encoding = declared(bytes).unwrap_or(WINDOWS_1252);
    encoding.decode_without_bom_handling(bytes)
}

/// The encoding in `charset=…` within the first bytes of a page.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes[..bytes.len().min(PRESCAN)].to_ascii_lowercase();
    let at = head.windows(8).position(|window| window == b"charset=")? + 8;
    let name = head[at..].iter().skip_while(|byte| matches!(byte, b'"' | b'\'' | b' '));
    let name: Vec<u8> = name
        .take_while(|byte| byte.is_ascii_alphanumeric() || b"-_:.".contains(byte))
        .copied()
        .collect();
    let found = Encoding::for_label(&name)?;
    // A page cannot say in ASCII that it is UTF-16: the standard takes it for UTF-8.
    Some(if found.is_ascii_compatible() { found } else { UTF_8 })
}
