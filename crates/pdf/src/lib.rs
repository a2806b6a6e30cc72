//! A drawn document as tagged PDF, by Typst, which stands in this crate and nowhere else.
//!
//! The page (`page.typ`) is fixed; the document goes in as data and is never read as markup, so a
//! note that holds `#emph[…]` prints just that. No file, clock or network is within the page's
//! reach, and the same document gives the same bytes.

#![deny(clippy::disallowed_methods)]

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

/// Typesets the document.
pub fn write(document: &Document) -> Result<Vec<u8>, Error> {
    let data = serde_json::to_vec(&document.typeset()).map_err(|e| Error::Data(e.to_string()))?;
    let paper = world::Paper::new(data).ok_or_else(|| Error::Data("no name for it".into()))?;
    let pages: PagedDocument = typst::compile(&paper).output.map_err(|e| refused(&e))?;
    // The identifier of the file comes from the title; no date is written.
    let creator = Smart::Custom(Some("Hemicycle".to_owned()));
    let options = PdfOptions { creator, ..PdfOptions::default() };
    let bytes = typst_pdf::pdf(&pages, &options).map_err(|e| refused(&e));
    // Nothing of this paper serves the next one.
    typst::comemo::evict(0);
    bytes
}

fn refused(diagnostics: &[SourceDiagnostic]) -> Error {
    let line = |diagnostic: &SourceDiagnostic| {
        let hints = diagnostic.hints.iter().map(|hint| format!(" ({})", hint.v));
        format!("{}{}", diagnostic.message, hints.collect::<String>())
    };
    Error::Typeset(diagnostics.iter().map(line).collect::<Vec<_>>().join("; "))
}
