//! What reading a PDF may cost, found out before the interpreter sees the file.
//!
//! The interpreter unpacks whatever it is led to, as far as it goes; it walks into values within values by
//! calling itself; it follows pages and forms from one to the other. None of this can be limited from
//! outside once it runs, so that a file of a thousand bytes could fill any memory. Therefore
//!
//! - [`admit`] looks through the bytes first: every packed stream is unpacked here, to a limit, by the
//!   filters that its dictionary names, and no value may stand too deep in others. A stream that is cut off
//!   or whose checksum is wrong is refused: the interpreter would read what is left and say nothing;
//! - [`Content`] counts what pages and the forms on them hold before they are interpreted;
//! - [`Watched`] holds the bytes while the interpreter reads, and stops it when it comes back to them too often
//!   or from too deep within itself;
//! - [`Stop`] is how: the interpreter is left by unwinding, as if it had failed.
//!
//! Streams of an encrypted file that opens without a password cannot be unpacked before they are decrypted. Of
//! these the packed bytes are limited, by what they would come to if nothing were packed better.

mod content;
mod encrypted;
mod scan;
mod unpack;
mod watch;

pub use content::{Content, counted, has_all_pages};
pub use watch::{Stop, Watched};

use crate::error::Error;
use scan::{Scan, entries, is_space, unescaped};
use unpack::Filter;

/// Bytes that one part may unpack to: the content of a page has a thousandth of it.
const MOST_UNPACKED: usize = 64 << 20;

/// The same for a picture: a sheet of A3, scanned in colours as finely as anybody does.
const MOST_PICTURE: usize = 256 << 20;

/// Bytes that all parts of a file may unpack to.
const MOST_IN_ALL: usize = 512 << 20;

/// Filters one behind the other.
const MOST_FILTERS: usize = 4;

/// Looks through a file.
///
/// # Errors
/// What would take more memory or time than any paper does, and streams that are damaged.
pub fn admit(bytes: &[u8]) -> Result<(), Error> {
    let encrypted = has(bytes, b"/Encrypt");
    let (mut left, mut objects) = (MOST_IN_ALL, MOST_IN_ALL);
    Scan::new(bytes).each(|range| {
        let dictionary = &bytes[range.clone()];
        match behind_keyword(bytes, range.end) {
            Some(start) if dictionary.starts_with(b"<<") => {
                if encrypted {
                    let most = encrypted::unpacks_to(bytes, dictionary, start);
                    objects = match most.objects {
                        true => objects.checked_sub(most.bytes),
                        false => (most.bytes <= MOST_IN_ALL).then_some(objects),
                    }
                    .ok_or(Error::PdfExpands { limit: MOST_IN_ALL >> 20 })?;
                }
                Packed { dictionary, bytes: &bytes[start..], encrypted }.admit(&mut left)
            }
            _ => Ok(()),
        }
    })
}

fn has(bytes: &[u8], words: &[u8]) -> bool {
    memchr::memmem::find(bytes, words).is_some()
}

/// Where the bytes of a stream begin whose dictionary ends here.
fn behind_keyword(bytes: &[u8], end: usize) -> Option<usize> {
    let mut at = end;
    loop {
        at += bytes[at..].iter().take_while(|byte| is_space(**byte)).count();
        if bytes.get(at) != Some(&b'%') {
            break;
        }
        at += bytes[at..].iter().take_while(|byte| !matches!(byte, b'\r' | b'\n')).count();
    }
    let at = bytes[at..].starts_with(b"stream").then_some(at + 6)?;
    let line = match &bytes[at..] {
        [b'\r', b'\n', ..] => 2,
        [b'\r' | b'\n', ..] => 1,
        _ => 0,
    };
    Some(at + line)
}

/// A stream and all that stands behind it.
struct Packed<'a> {
    dictionary: &'a [u8],
    bytes: &'a [u8],
    encrypted: bool,
}

impl Packed<'_> {
    fn admit(&self, left: &mut usize) -> Result<(), Error> {
        let entries = entries(self.dictionary);
        let all = |key: &[u8]| {
            let key = key.to_vec();
            entries.iter().filter(move |(found, _)| *found == key).map(|(_, value)| *value)
        };
        let kinds: Vec<&[u8]> = all(b"Subtype").collect();
        let other = [&b"N"[..], b"First", b"FunctionType", b"CMapName"];
        let picture = kinds == [b"/Image"] && !other.iter().any(|key| all(key).next().is_some());
        for widths in all(b"W") {
            // A table whose rows are empty has as many as it says.
            if widths.iter().all(|byte| b"[]0 \r\n\t".contains(byte)) {
                return Err(Error::PdfDamaged);
            }
        }
        for named in all(b"Filter").chain(all(b"F")) {
            let filters = filters(named).ok_or(Error::PdfDamaged)?;
            if filters.len() > MOST_FILTERS {
                return Err(Error::PdfDamaged);
            }
            self.unpacked(&filters, picture, left)?;
        }
        if !picture && all(b"Filter").chain(all(b"F")).next().is_none() {
            procedures(self.bytes)?;
        }
        Ok(())
    }

    fn unpacked(
        &self,
        filters: &[Option<Filter>],
        picture: bool,
        left: &mut usize,
    ) -> Result<(), Error> {
        let one = if picture { MOST_PICTURE } else { MOST_UNPACKED };
        let mut held: Option<Vec<u8>> = None;
        // What follows one of pictures is one of pictures.
        for filter in filters.iter().map_while(|filter| *filter) {
            let bytes = held.as_deref().unwrap_or(self.bytes);
            let most = one.min(*left);
            let Ok(out) = filter.unpacked(bytes, most) else {
                let limit = if *left < one { MOST_IN_ALL } else { one };
                return Err(Error::PdfExpands { limit: limit >> 20 });
            };
            // The interpreter makes what it can of damaged bytes, and says nothing.
            if !(out.whole || picture || self.encrypted || is_empty(bytes)) {
                return Err(Error::PdfDamaged);
            }
            *left -= out.bytes.len();
            held = Some(out.bytes);
        }
        match held {
            Some(bytes) if !picture => {
                procedures(&bytes)?;
                Scan::new(&bytes).each(|_| Ok(()))
            }
            _ => Ok(()),
        }
    }
}

/// Whether nothing stands in a stream that is said to be packed.
fn is_empty(bytes: &[u8]) -> bool {
    bytes.trim_ascii_start().starts_with(b"endstream")
}

/// The filters that are named here, `None` for each that only pictures have; nothing where the names
/// stand elsewhere.
fn filters(value: &[u8]) -> Option<Vec<Option<Filter>>> {
    let inner = value
        .strip_prefix(b"[")
        .and_then(|value| value.strip_suffix(b"]"))
        .unwrap_or(value)
        .trim_ascii();
    let Some(names) = inner.strip_prefix(b"/") else {
        let nothing = inner.is_empty()
            || matches!(inner, b"null")
            || inner.starts_with(b"(")
            || inner.starts_with(b"<");
        return nothing.then(Vec::new);
    };
    let name = |name: &[u8]| {
        let name = name.trim_ascii();
        (!name.iter().any(|byte| is_space(*byte))).then(|| Filter::named(&unescaped(name)))
    };
    names.split(|byte| *byte == b'/').map(name).collect()
}

/// Refuses procedures too deep in one another, which a function for colours may be written in.
fn procedures(bytes: &[u8]) -> Result<(), Error> {
    let mut depth = 0usize;
    let mut rest = bytes.trim_ascii_start().iter();
    while let Some(byte) = rest.next() {
        match byte {
            b'%' => _ = rest.find(|byte| matches!(byte, b'\r' | b'\n')),
            b'{' => depth += 1,
            b'}' if depth > 1 => depth -= 1,
            // It begins with one and ends with it.
            b'}' => break,
            byte if depth == 0 && !is_space(*byte) => break,
            _ => {}
        }
        if depth > scan::DEEPEST {
            return Err(Error::PdfTooDeep { limit: scan::DEEPEST });
        }
    }
    Ok(())
}
