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
use typst::diag::SourceDiagnostic;
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::PdfOptions;

/// Why a document could not be printed.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The document could not be handed to the typesetter.
    #[error("the document could not be prepared for typesetting: {0}")]
    Data(String),
    /// The typesetter refused.
    #[error("the document could not be typeset: {0}")]
    Typeset(String),
}

/// Above about this many pages a document becomes several volumes.
///
/// The typesetter keeps all pages and what it remembers of them, some 2.4 MiB for a page of a
/// compendium with many links; so a process stays near 1.2 GiB.
const PAGES: usize = 500;

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
    let data = serde_json::to_vec(volume).map_err(|e| Error::Data(e.to_string()))?;
    let paper = world::Paper::new(data).ok_or_else(|| Error::Data("no name for it".into()))?;
    let pages: PagedDocument = typst::compile(&paper).output.map_err(|e| refused(&e))?;
    let pages = links::set(&pages, volume.document)?;
    // The identifier of the file comes from the title; no date is written.
    let creator = Smart::Custom(Some("Hemicycle".to_owned()));
    let options = PdfOptions { creator, ..PdfOptions::default() };
    let bytes = typst_pdf::pdf(&pages, &options).map_err(|e| refused(&e));
    // Nothing of this paper serves the next one.
    typst::comemo::evict(0);
    Ok((bytes?, pages.pages().len()))
}

fn refused(diagnostics: &[SourceDiagnostic]) -> Error {
    let line = |diagnostic: &SourceDiagnostic| {
        let hints = diagnostic.hints.iter().map(|hint| format!(" ({})", hint.v));
        format!("{}{}", diagnostic.message, hints.collect::<String>())
    };
    Error::Typeset(diagnostics.iter().map(line).collect::<Vec<_>>().join("; "))
}
