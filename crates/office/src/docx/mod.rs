//! DOCX: a drawn document for Word.
//!
//! The parts and the order of elements in them are those of ECMA-376 part 1, transitional: Word
//! takes an element that stands in the wrong place for damage. Tracked changes are `w:ins` and
//! `w:del` around runs; a paragraph that came or went has the same inside the properties of its
//! mark, so that it merges with the next one and leaves no empty line.

mod body;
mod parts;
mod runs;
mod styles;

use crate::change::Decided;
use crate::package::{Package, WriteError};
use engine::document::Document;

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// Writes a document as it was drawn, words as they are ([`Document::typeset`] sets them before).
/// `decided` is the date of its tracked changes; without it they have none. The same document gives
/// the same bytes.
pub fn write(document: &Document, decided: Option<&Decided>) -> Result<Vec<u8>, WriteError> {
    let mut package = Package::new();
    package.add("[Content_Types].xml", &parts::content_types())?;
    package.add("_rels/.rels", &parts::relations())?;
    package.add("docProps/core.xml", &parts::core(document))?;
    package.add("docProps/app.xml", &parts::app())?;
    package.add("word/document.xml", &body::write(document, decided))?;
    package.add("word/_rels/document.xml.rels", &parts::document_relations())?;
    package.add("word/styles.xml", &styles::write(document))?;
    package.add("word/settings.xml", &parts::settings(document))?;
    package.add("word/fontTable.xml", &parts::fonts())?;
    package.add("word/footnotes.xml", &parts::notes("footnote"))?;
    package.add("word/endnotes.xml", &parts::notes("endnote"))?;
    package.add("word/header1.xml", &parts::header(document))?;
    package.add("word/footer1.xml", &parts::footer(document))?;
    package.finish()
}

/// The tag of a language as Word knows it: with its country, where the language has one that its
/// papers are written in.
fn tag(lang: &str) -> &str {
    match lang {
        "en" => "en-GB",
        "fr" => "fr-FR",
        other => other,
    }
}
