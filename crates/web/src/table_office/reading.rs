//! Files as they are brought in, read into one dossier: every format that commands read, too.

use super::Given;
use engine::open::{self, Opened};
use engine::read::{self, Read};
use engine::state::Profile;
use engine::{RulesName, json};
use procedure::rules;
use source::SourceFile;
use std::sync::Arc;

/// A format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Plain text, as published.
    Txt,
    /// A dossier for programs.
    Json,
    /// Akoma Ntoso.
    Xml,
    /// A web page.
    Html,
    /// Pages.
    Pdf,
    /// A Word document.
    Docx,
    /// An OpenDocument text.
    Odt,
}

/// Formats by what a program says that it sends.
const MEDIA: [(&str, &str); 9] = [
    ("application/json", "json"),
    ("text/plain", "txt"),
    ("application/akn+xml", "xml"),
    ("application/xml", "xml"),
    ("text/html", "html"),
    ("application/xhtml+xml", "html"),
    ("application/pdf", "pdf"),
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    ("application/vnd.oasis.opendocument.text", "odt"),
];

/// The end of the name of a file of this media type; none for one that is not read.
pub(crate) fn end_of(media: &str) -> Option<&'static str> {
    let found = MEDIA.iter().find(|(known, _)| known.eq_ignore_ascii_case(media));
    found.map(|(_, end)| *end)
}

/// Formats by the end of a name.
const ENDS: [(&str, Kind); 11] = [
    ("txt", Kind::Txt),
    ("text", Kind::Txt),
    ("json", Kind::Json),
    ("xml", Kind::Xml),
    ("akn", Kind::Xml),
    ("html", Kind::Html),
    ("htm", Kind::Html),
    ("xhtml", Kind::Html),
    ("pdf", Kind::Pdf),
    ("docx", Kind::Docx),
    ("odt", Kind::Odt),
];

/// Bytes that are looked at to know a format.
const LOOKED_AT: usize = 4_096;

/// Why a file is not read at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unread {
    /// There is no file and no text.
    Nothing,
    /// The files are not all in one format.
    Mixed,
    /// One cannot be read.
    File {
        /// What it is called.
        name: String,
        /// Why.
        why: String,
        /// Where in it, in a dossier for programs, `$.versions[0].parts`; empty where that is not said.
        place: String,
    },
}

impl Kind {
    /// By what a file plainly is, or else by its name; plain text where neither tells.
    pub fn of(name: &str, bytes: &[u8]) -> Self {
        let end = name.rsplit_once('.').map(|(_, end)| end.to_ascii_lowercase());
        let named = end.and_then(|end| ENDS.iter().find(|(known, _)| *known == end));
        let named = named.map(|(_, kind)| *kind);
        match (named, Self::of_content(bytes)) {
            // A text may begin with any sign.
            (Some(Self::Txt), Some(found)) if found.is_text() => Self::Txt,
            // Both formats are packed alike, and only the name tells.
            (Some(named @ (Self::Docx | Self::Odt)), Some(Self::Docx)) => named,
            (_, Some(found)) => found,
            (named, None) => named.unwrap_or(Self::Txt),
        }
    }

    fn of_content(bytes: &[u8]) -> Option<Self> {
        let head = &bytes[..bytes.len().min(LOOKED_AT)];
        if head[..head.len().min(1_024)].windows(5).any(|window| window == b"%PDF-") {
            return Some(Self::Pdf);
        }
        if head.starts_with(b"PK\x03\x04") {
            // An OpenDocument says so in its first piece, which is not packed.
            let sign = b"application/vnd.oasis.opendocument.text";
            let odt = head.windows(sign.len()).any(|window| window == sign);
            return Some(if odt { Self::Odt } else { Self::Docx });
        }
        let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start();
        let head = String::from_utf8_lossy(head).to_lowercase();
        match head.as_bytes().first() {
            Some(b'{') => Some(Self::Json),
            Some(b'<') if head.contains("<html") || head.starts_with("<!doctype html") => {
                Some(Self::Html)
            }
            Some(b'<') if head.contains("<office:document ") => Some(Self::Odt),
            Some(b'<') if head.contains("akomantoso") => Some(Self::Xml),
            _ => None,
        }
    }

    /// Whether what stands in it is what a person could type, and correct.
    pub fn is_text(self) -> bool {
        matches!(self, Self::Txt | Self::Json | Self::Xml)
    }
}

/// Reads files as the language versions of one dossier, under these rules or those that it names.
///
/// # Errors
/// [`Unread`]; what is only doubtful or wrong in a file that can be read is among the findings.
pub fn read(given: &[Given], asked: Option<&RulesName>) -> Result<Opened, Unread> {
    let at_hand = |name: &RulesName| rules::named(&name.profile, &name.edition).map(Profile::of);
    let kinds: Vec<Kind> = given.iter().map(|one| Kind::of(&one.name, &one.bytes)).collect();
    let first = *kinds.first().ok_or(Unread::Nothing)?;
    if kinds.iter().any(|kind| *kind != first) {
        return Err(Unread::Mixed);
    }
    if let ([one], Kind::Json) = (given, first) {
        let dossier = json::read(&SourceFile::decode(&one.name, &one.bytes).text);
        let mut dossier = dossier.map_err(|error| one.misshapen(&error))?;
        dossier.rules = asked.cloned().or(dossier.rules);
        return Ok(open::dossier_under(dossier, &at_hand));
    }
    let (mut all, mut files) = (Vec::new(), Vec::new());
    for one in given {
        let (mut version, file) = of_one(one, first)?;
        if asked.is_some() {
            version.findings.retain(|finding| finding.code() != "rules-assumed");
        }
        version.dossier.rules = asked.cloned().or(version.dossier.rules);
        all.push(version);
        files.push(file);
    }
    Ok(open::joined_under(all, files, &at_hand))
}

fn of_one(one: &Given, kind: Kind) -> Result<(Read, Arc<SourceFile>), Unread> {
    let file = |text: String| Arc::new(SourceFile::new(&one.name, text));
    let plain = || Arc::new(SourceFile::decode(&one.name, &one.bytes));
    let page = |page: intake::Extracted| {
        let findings = page.findings().into_iter().map(read::Finding::Imported).collect::<Vec<_>>();
        let file = file(page.text);
        let mut read = read::read(Arc::clone(&file));
        read.findings.extend(findings);
        (read, file)
    };
    let packed = |kind| {
        let found = office::read::read(&one.name, &one.bytes, kind);
        let found = found.map_err(|error| one.unread(error))?;
        Ok((Read { dossier: found.dossier, findings: found.findings }, found.file))
    };
    match kind {
        Kind::Txt => {
            let file = plain();
            Ok((read::read(Arc::clone(&file)), file))
        }
        Kind::Json => {
            let file = plain();
            let dossier = json::read(&file.text).map_err(|error| one.misshapen(&error))?;
            Ok((Read { dossier, findings: Vec::new() }, file))
        }
        Kind::Xml => {
            let text = std::str::from_utf8(&one.bytes).map_err(|error| one.unread(error))?;
            let read = akn::read(text).map_err(|error| one.unread(error))?;
            Ok((read, file(text.to_owned())))
        }
        Kind::Html => Ok(page(intake::html(&one.bytes).map_err(|error| one.unread(error))?)),
        Kind::Pdf => Ok(page(intake::pdf(&one.bytes).map_err(|error| one.unread(error))?)),
        Kind::Docx => packed(office::read::Kind::Docx),
        Kind::Odt => packed(office::read::Kind::Odt),
    }
}

impl Given {
    fn unread(&self, why: impl std::fmt::Display) -> Unread {
        Unread::File { name: self.name.clone(), why: why.to_string(), place: String::new() }
    }

    fn misshapen(&self, error: &json::Error) -> Unread {
        let place = match error {
            json::Error::Shape { path, .. } => path.clone(),
            _ => String::new(),
        };
        Unread::File { name: self.name.clone(), why: error.to_string(), place }
    }
}
