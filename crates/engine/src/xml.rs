//! What all writers of XML have in common.

use std::borrow::Cow;

/// Text that XML can hold: the characters of XML 1.0, section 2.2, without the carriage return, which no
/// reader gives back. Another becomes U+FFFD.
pub fn allowed(text: &str) -> Cow<'_, str> {
    let fits = |c: char| matches!(c, '\t' | '\n' | ' '..='\u{fffd}' | '\u{10000}'..);
    if text.chars().all(fits) {
        return Cow::Borrowed(text);
    }
    text.chars().map(|c| if fits(c) { c } else { '\u{fffd}' }).collect()
}
