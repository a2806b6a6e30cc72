//! A drawn document as tagged PDF, by Typst, which stands in this crate and nowhere else.
//!
//! The page (`page.typ`) is fixed; the document goes in as data and is never read as markup, so a
//! note that holds `#emph[…]` prints just that. No file, clock or network is within the page's
//! reach, and the same document gives the same bytes.

#![deny(clippy::disallowed_methods)]

mod links;
mod volumes;
mod world;

use engine::document::Document;
use std::collections::BTreeSet;
use typst::diag::SourceDiagnostic;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

/// Why a document could not be printed.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The document could not be handed to the typesetter.
    #[error("the document could not be prepared for typesetting: {0}")]
    Data(String),
    /// Characters that no font in the binary has; a paper with boxes in their place would not say
    /// what it should.
    #[error("no font here has {}: write html, docx or odt instead, or spell them otherwise", named(.0))]
    NoGlyph(Vec<char>),
    /// The typesetter refused.
    #[error("the document could not be typeset: {0}")]
    Typeset(String),
}

/// What every paper conforms to: PDF/UA-1, for those who hear it (ISO 14289-1). The typesetter refuses a
/// paper that breaks a rule of it.
const READ_ALOUD: PdfStandard = PdfStandard::Ua_1;

/// What a paper with a date conforms to besides: PDF/A-2a, for the archive (ISO 19005-2, level A:
/// every word has its characters and its place in the reading order). It asks for a date of
/// making; that is the paper's own, since there is no clock here, so one without stays without.
const ARCHIVED: PdfStandard = PdfStandard::A_2a;

/// Above about this many pages a document becomes several volumes.
///
/// The typesetter keeps all pages and what it remembers of them, some 2.4 MiB for a page of a
/// compendium with many links; so a process stays near 1.2 GiB.
const PAGES: usize = 500;

/// The first of some characters, each with its code point.
fn named(characters: &[char]) -> String {
    let shown =
        characters.iter().take(5).map(|c| format!("\u{201c}{c}\u{201d} (U+{:04X})", u32::from(*c)));
    let shown = shown.collect::<Vec<_>>().join(", ");
    match characters.len().saturating_sub(5) {
        0 => shown,
        more => format!("{shown} and {more} more characters"),
    }
}

/// What the page reads: one volume and where it stands among all.
#[derive(serde::Serialize)]
struct Volume<'a> {
    #[serde(flatten)]
    document: &'a Document,
    /// From 1.
    volume: usize,
    volumes: usize,
    first_page: usize,
}

/// Typesets the document: one file, or for a very long one several, whose pages are numbered on.
pub fn write(document: &Document) -> Result<Vec<Vec<u8>>, Error> {
    write_in(document, PAGES)
}

/// Typesets the document in volumes of about `pages` pages.
pub fn write_in(document: &Document, pages: usize) -> Result<Vec<Vec<u8>>, Error> {
    let cut = volumes::cut(&document.typeset(), pages);
    let volumes = cut.len();
    let mut first_page = 1;
    let mut files = Vec::new();
    for (at, document) in cut.iter().enumerate() {
        let (file, pages) = of_volume(&Volume { document, volume: at + 1, volumes, first_page })?;
        first_page += pages;
        files.push(file);
    }
    Ok(files)
}

/// The file of one volume, and its number of pages.
fn of_volume(volume: &Volume<'_>) -> Result<(Vec<u8>, usize), Error> {
    let mut data = serde_json::to_string(volume).map_err(|e| Error::Data(e.to_string()))?;
    // A byte-order mark within a text says nothing, and no accessible paper may hold one.
    data.retain(|c| c != '\u{feff}');
    let missing = without_glyph(&data);
    if !missing.is_empty() {
        return Err(Error::NoGlyph(missing));
    }
    let paper =
        world::Paper::new(data.into_bytes()).ok_or_else(|| Error::Data("no name for it".into()))?;
    let pages: PagedDocument = typst::compile(&paper).output.map_err(|e| refused(&e))?;
    let pages = links::set(&pages, volume.document)?;
    // The identifier of the file comes from the title.
    let creator = Smart::Custom(Some("Hemicycle".to_owned()));
    let timestamp = day(&volume.document.head.date).map(Timestamp::new_utc);
    let standards: &[PdfStandard] =
        if timestamp.is_some() { &[ARCHIVED, READ_ALOUD] } else { &[READ_ALOUD] };
    let standards =
        PdfStandards::new(standards).map_err(|error| Error::Data(error.message().to_string()))?;
    let options = PdfOptions { creator, timestamp, standards, ..PdfOptions::default() };
    let bytes = typst_pdf::pdf(&pages, &options).map_err(|e| refused(&e));
    // Nothing of this paper serves the next one.
    typst::comemo::evict(0);
    Ok((bytes?, pages.pages().len()))
}

/// The characters of the data that cannot be printed, each once, in order of their code points. Its keys
/// and its marks are plain ASCII, which can.
fn without_glyph(data: &str) -> Vec<char> {
    let seen: BTreeSet<char> = data.chars().filter(|c| !c.is_ascii()).collect();
    seen.into_iter().filter(|c| !world::prints(*c)).collect()
}

/// The day at the head of the paper, at its beginning; `None` where there is none that can be read.
fn day(printed: &str) -> Option<Datetime> {
    let day = engine::day(printed)?;
    let mut numbers = day.split('-').map(|number| number.parse::<i32>().ok());
    let (year, month, day) = (numbers.next()??, numbers.next()??, numbers.next()??);
    Datetime::from_ymd_hms(year, month.try_into().ok()?, day.try_into().ok()?, 0, 0, 0)
}

fn refused(diagnostics: &[SourceDiagnostic]) -> Error {
    let line = |diagnostic: &SourceDiagnostic| {
        let hints = diagnostic.hints.iter().map(|hint| format!(" ({})", hint.v));
        format!("{}{}", diagnostic.message, hints.collect::<String>())
    };
    Error::Typeset(diagnostics.iter().map(line).collect::<Vec<_>>().join("; "))
}
