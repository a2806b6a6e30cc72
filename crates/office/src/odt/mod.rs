//! ODT: a drawn document for LibreOffice and its like (OpenDocument 1.2, part 1).
//!
//! Tracked changes stand at the head of the text, each as a region with its author and date: an
//! insertion is marked where it begins and ends in the text, a deletion holds the words that went
//! and has one mark where they stood. A region may reach over the ends of paragraphs.

mod content;
mod parts;
mod spans;
mod styles;
mod tracked;

use crate::change::Decided;
use crate::package::{Package, WriteError};
use crate::styles::Style;
use engine::document::Document;

/// Names that come with every file: prefix and address.
const NAMESPACES: [(&str, &str); 8] = [
    ("xmlns:office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"),
    ("xmlns:style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0"),
    ("xmlns:text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"),
    ("xmlns:table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0"),
    ("xmlns:fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"),
    ("xmlns:svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"),
    ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
    ("xmlns:xlink", "http://www.w3.org/1999/xlink"),
];

const MIMETYPE: &str = "application/vnd.oasis.opendocument.text";

/// Writes a document as it was drawn, words as they are ([`Document::typeset`] sets them before).
/// `decided` is the date of its tracked changes. The same document gives the same bytes.
pub fn write(document: &Document, decided: Option<&Decided>) -> Result<Vec<u8>, WriteError> {
    let mut package = Package::new();
    package.store("mimetype", MIMETYPE)?;
    package.add("META-INF/manifest.xml", &parts::manifest())?;
    package.add("meta.xml", &parts::meta(document))?;
    package.add("settings.xml", &parts::settings())?;
    package.add("styles.xml", &styles::write(document))?;
    package.add("content.xml", &content::write(document, decided))?;
    package.finish()
}

/// The attributes of the root element.
fn root() -> Vec<(&'static str, &'static str)> {
    let mut root = NAMESPACES.to_vec();
    root.push(("office:version", "1.2"));
    root
}

/// The language and the country of a tag.
fn language(lang: &str) -> [(&str, &str); 2] {
    let country = match lang {
        "en" => "GB",
        "fr" => "FR",
        _ => "none",
    };
    [("fo:language", lang), ("fo:country", country)]
}

/// The name of a paragraph style as people see it; some are LibreOffice's own.
fn display(style: Style) -> String {
    match style {
        Style::Normal => "Standard".into(),
        Style::Section => "Heading 1".into(),
        Style::Header => "Header".into(),
        Style::Footer => "Footer".into(),
        Style::Footnote => "Footnote".into(),
        other => other.name(),
    }
}

/// A name as it stands in a file: no spaces.
fn name(display: &str) -> String {
    display.replace(' ', "_20_")
}
