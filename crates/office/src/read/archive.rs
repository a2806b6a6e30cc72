//! The parts of a zip archive, read one by one and never more than they may have.
//!
//! Only parts that a reader asks for by name are unpacked, so that pictures and whatever else lies in the
//! file cost nothing. What an archive declares of a part is not believed: unpacking stops at the limit.

use super::Error;
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// Bytes of one part, unpacked.
const PART: u64 = 64 << 20;
/// Bytes of all parts read, unpacked.
const TOTAL: u64 = 128 << 20;
/// Entries of an archive; a document with a thousand pictures has fewer.
const ENTRIES: usize = 20_000;

/// An archive and how much of it may still be unpacked.
pub struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    left: u64,
}

impl<'a> Archive<'a> {
    /// Opens an archive. An archive with two entries of one name is refused: programs that read it do
    /// not agree which of the two counts.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Error> {
        match bytes {
            [] => return Err(Error::Empty),
            [b'P', b'K', ..] => {}
            [b'%', b'P', b'D', b'F', ..] => return Err(Error::NotAnArchive("a PDF")),
            [0xd0, 0xcf, 0x11, 0xe0, ..] => return Err(Error::OldOrEncrypted),
            [b'{', b'\\', b'r', b't', b'f', ..] => return Err(Error::NotAnArchive("RTF")),
            [b'<', ..] if is_flat(bytes) => return Err(Error::Flat),
            [b'<', ..] => return Err(Error::NotAnArchive("XML or HTML")),
            _ => return Err(Error::NotAnArchive("something else")),
        }
        if let Some(name) = twice(bytes)? {
            return Err(Error::EntryTwice(name));
        }
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
        if zip.len() > ENTRIES {
            return Err(Error::TooManyEntries(zip.len()));
        }
        Ok(Self { zip, left: TOTAL })
    }

    /// Whether the archive has this part.
    pub fn has(&self, name: &str) -> bool {
        self.zip.index_for_name(name).is_some()
    }

    /// A part as text; `None` where there is none of that name.
    pub fn text(&mut self, name: &str) -> Result<Option<String>, Error> {
        match self.part(name)? {
            Some(bytes) => super::xml::decoded(name, &bytes).map(Some),
            None => Ok(None),
        }
    }

    /// The bytes of a part.
    fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, Error> {
        let large = || Error::TooLarge(name.to_owned());
        let mut file = match self.zip.by_name(name) {
            Ok(file) => file,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(error) if is_encrypted(&error) => return Err(Error::Encrypted),
            Err(error) => return Err(damaged(&error)),
        };
        let most = PART.min(self.left);
        if file.size() > most {
            return Err(large());
        }
        let mut bytes = Vec::new();
        let read = file.by_ref().take(most + 1).read_to_end(&mut bytes);
        read.map_err(|error| Error::Damaged(format!("{name}: {error}")))?;
        if bytes.len() as u64 > most {
            return Err(large());
        }
        self.left -= bytes.len() as u64;
        Ok(Some(bytes))
    }
}

/// Whether this is OpenDocument in one file, by its root element.
fn is_flat(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]);
    head.contains("<office:document ") && head.contains(":xmlns:office:1.0")
}

fn is_encrypted(error: &ZipError) -> bool {
    matches!(error, ZipError::UnsupportedArchive(_))
        && error.to_string().to_lowercase().contains("password")
}

fn damaged(error: &ZipError) -> Error {
    Error::Damaged(error.to_string())
}

/// Bytes of an entry of the central directory before its name.
const CENTRAL: usize = 46;

/// The first name that two entries of the central directory have, read off its records.
///
/// The library keeps the last of several entries and does not say so.
fn twice(bytes: &[u8]) -> Result<Option<String>, Error> {
    // Behind its last record at most a comment stands.
    let from = bytes.len().saturating_sub(usize::from(u16::MAX) + 22);
    let end = bytes[from..].windows(4).rposition(|four| four == b"PK\x05\x06");
    let end = end.map(|end| from + end);
    let short = |at: usize| -> Option<usize> {
        Some(usize::from(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?)))
    };
    let long = |at: usize| -> Option<usize> {
        usize::try_from(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?)).ok()
    };
    let Some(end) = end else {
        return Err(Error::Damaged("it ends before its table of contents".into()));
    };
    let Some(mut at) = long(end + 16) else { return Ok(None) };
    let mut names = std::collections::BTreeSet::new();
    for _ in 0..=ENTRIES {
        if bytes.get(at..at + 4) != Some(b"PK\x01\x02") {
            break;
        }
        let lengths = (short(at + 28), short(at + 30), short(at + 32));
        let (Some(name), Some(extra), Some(comment)) = lengths else { break };
        let Some(found) = bytes.get(at + CENTRAL..at + CENTRAL + name) else { break };
        if !names.insert(found) {
            return Ok(Some(String::from_utf8_lossy(found).into_owned()));
        }
        at += CENTRAL + name + extra + comment;
    }
    Ok(None)
}
