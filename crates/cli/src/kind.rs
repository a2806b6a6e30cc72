//! Formats of files: by the name, by the content, by what the user says.

use crate::status::Failure;
use clap::ValueEnum;
use engine::carried::Feature;
use std::path::Path;

/// A format of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Kind {
    /// Plain text, as published.
    Txt,
    /// A dossier for programs.
    Json,
    /// Akoma Ntoso.
    #[value(name = "xml", alias = "akn")]
    Xml,
    /// One page for a browser.
    Html,
    /// Pages.
    Pdf,
    /// A Word document.
    Docx,
    /// An OpenDocument text.
    Odt,
    /// The amendments as a table for programs.
    Csv,
    /// The amendments as a table for a spreadsheet.
    Xlsx,
    /// The amendments as a feed.
    Atom,
}

/// All formats, and the extensions of each; the first is the one we would choose.
const EXTENSIONS: [(Kind, &[&str]); 10] = [
    (Kind::Txt, &["txt"]),
    (Kind::Json, &["json"]),
    (Kind::Xml, &["xml", "akn"]),
    (Kind::Html, &["html", "htm", "xhtml"]),
    (Kind::Pdf, &["pdf"]),
    (Kind::Docx, &["docx"]),
    (Kind::Odt, &["odt"]),
    (Kind::Csv, &["csv"]),
    (Kind::Xlsx, &["xlsx"]),
    (Kind::Atom, &["atom"]),
];

/// Bytes that are looked at to know a format.
const LOOKED_AT: usize = 4096;

impl Kind {
    /// The format of a file to be written: the one asked for, else by its name; `-` is plain text.
    ///
    /// # Errors
    /// Names without an extension, or with one that no writer is for.
    pub fn of_output(out: &str, asked: Option<Self>) -> Result<Self, Failure> {
        if let Some(kind) = asked.or_else(|| (out == "-").then_some(Self::Txt)) {
            return Ok(kind);
        }
        Self::of_name(out).ok_or_else(|| match extension(out) {
            Some(other) => Failure::Usage(format!("{out}: no writer for \"{other}\"; {THERE_IS}")),
            None => Failure::Usage(format!("{out}: the name needs an extension; {THERE_IS}")),
        })
    }

    /// The format of a file that was read: the one asked for, else by its content and its name.
    ///
    /// # Errors
    /// A name that says one format and a content that is plainly another.
    pub fn of_input(name: &str, bytes: &[u8], asked: Option<Self>) -> Result<Self, Failure> {
        if let Some(kind) = asked {
            return Ok(kind);
        }
        match (Self::of_name(name), Self::of_content(bytes)) {
            (Some(named), Some(found))
                if named != found && !(named == Self::Txt && found.is_text()) =>
            {
                let (named, found) = (named.name(), found.name());
                let message = format!(
                    "{name}: the name says {named}, the content is {found}; name it .{found}"
                );
                Err(Failure::Usage(message))
            }
            (Some(named), _) => Ok(named),
            (None, found) => Ok(found.unwrap_or(Self::Txt)),
        }
    }

    /// The format that a name stands for.
    fn of_name(name: &str) -> Option<Self> {
        let extension = extension(name)?;
        let known = EXTENSIONS.iter().find(|(_, all)| all.contains(&extension.as_str()));
        known.map(|(kind, _)| *kind)
    }

    /// The format that these bytes are plainly in; plain text has no sign of its own.
    fn of_content(bytes: &[u8]) -> Option<Self> {
        let head = &bytes[..bytes.len().min(LOOKED_AT)];
        if head[..head.len().min(1024)].windows(5).any(|window| window == b"%PDF-") {
            return Some(Self::Pdf);
        }
        if head.starts_with(b"PK\x03\x04") {
            return packed(bytes);
        }
        let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start();
        let head = String::from_utf8_lossy(head).to_lowercase();
        let has = |sign: &str| head.contains(sign);
        match head.as_bytes().first() {
            Some(b'{') => Some(Self::Json),
            Some(b'<') if has("<html") || head.starts_with("<!doctype html") => Some(Self::Html),
            // In one file or in a package: the reader says which it reads.
            Some(b'<') if has("<office:document ") => Some(Self::Odt),
            Some(b'<') if has("<akomantoso") || has(":akomantoso") => Some(Self::Xml),
            _ => None,
        }
    }

    /// Whether a person could have typed it: a text that begins so may still be plain text.
    fn is_text(self) -> bool {
        !matches!(self, Self::Pdf | Self::Docx | Self::Odt | Self::Xlsx)
    }

    /// Whether a file of this kind carries the feature: the table in `docs/formats.md`.
    pub fn carries(self, feature: Feature) -> bool {
        match self {
            Self::Json => true,
            Self::Xml => !matches!(feature, Feature::Languages | Feature::Correspondences),
            Self::Txt => !matches!(
                feature,
                Feature::Rules
                    | Feature::Languages
                    | Feature::Correspondences
                    | Feature::Opaque
                    | Feature::Emphasis
                    | Feature::NoteReferences
                    | Feature::OddSpaces
                    | Feature::Outcomes
                    | Feature::Circumstances
                    | Feature::TextOutcomes
            ),
            // What only the amendments have.
            Self::Csv | Self::Xlsx => matches!(
                feature,
                Feature::Amendments
                    | Feature::SubAmendments
                    | Feature::Standing
                    | Feature::Tablers
                    | Feature::Notes
                    | Feature::Remarks
                    | Feature::Outcomes
            ),
            Self::Atom => matches!(
                feature,
                Feature::Head
                    | Feature::Amendments
                    | Feature::SubAmendments
                    | Feature::Standing
                    | Feature::Tablers
            ),
            // Print writes the falls that were worked out, and what is in italics as such; it is read as
            // plain text is.
            Self::Html | Self::Pdf | Self::Docx | Self::Odt => {
                Self::Txt.carries(feature) && feature != Feature::Falling
            }
        }
    }

    /// Its name, which is its extension.
    pub fn name(self) -> &'static str {
        let known = EXTENSIONS.iter().find(|(kind, _)| *kind == self);
        known.and_then(|(_, all)| all.first()).copied().unwrap_or_default()
    }
}

/// What a package holds, by the names of its parts, which stand in it unpacked.
fn packed(bytes: &[u8]) -> Option<Kind> {
    let has = |sign: &str| memchr::memmem::find(bytes, sign.as_bytes()).is_some();
    let signs = [
        ("application/vnd.oasis.opendocument.text", Kind::Odt),
        ("word/document.xml", Kind::Docx),
        ("xl/workbook.xml", Kind::Xlsx),
    ];
    signs.into_iter().find(|(sign, _)| has(sign)).map(|(_, kind)| kind)
}

fn extension(name: &str) -> Option<String> {
    Path::new(name).extension().and_then(|found| found.to_str()).map(str::to_lowercase)
}

const THERE_IS: &str =
    "there are pdf, html, docx, odt, xml (Akoma Ntoso), json, txt, csv, xlsx and atom";
