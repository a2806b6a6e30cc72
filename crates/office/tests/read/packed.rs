//! Files of word processors packed from the pieces of XML that a test is about.

use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;

/// Namespaces of a part of DOCX.
pub const W: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#;

/// A zip archive of these parts.
pub fn zip(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a part begins");
        zip.write_all(text.as_bytes()).expect("written to memory");
    }
    zip.finish().expect("closed").into_inner()
}

/// A DOCX with this body, and these lists where there are any.
pub fn docx(body: &str, numbering: &str) -> Vec<u8> {
    let document = format!("<w:document {W}><w:body>{body}</w:body></w:document>");
    let numbering = format!("<w:numbering {W}>{numbering}</w:numbering>");
    zip(&[("word/document.xml", &document), ("word/numbering.xml", &numbering)])
}

/// A paragraph with these runs.
pub fn p(runs: &str) -> String {
    format!("<w:p>{runs}</w:p>")
}

/// A run of this text.
pub fn r(text: &str) -> String {
    format!(r#"<w:r><w:t xml:space="preserve">{text}</w:t></w:r>"#)
}

/// A paragraph of this text.
pub fn line(text: &str) -> String {
    p(&r(text))
}

/// Namespaces of the parts of ODT.
const NAMES: &str = r#"xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink""#;

/// The type that an ODT begins with.
pub const ODT: &str = "application/vnd.oasis.opendocument.text";

/// `content.xml` with these automatic styles and this text.
pub fn content(styles: &str, text: &str) -> String {
    format!(
        "<office:document-content {NAMES}><office:automatic-styles>{styles}</office:automatic-styles>\
         <office:body><office:text>{text}</office:text></office:body></office:document-content>"
    )
}

/// `styles.xml` with these common styles.
pub fn common(styles: &str) -> String {
    format!(
        "<office:document-styles {NAMES}><office:styles>{styles}</office:styles></office:document-styles>"
    )
}

/// An ODT of these automatic styles and this text.
pub fn odt(styles: &str, text: &str) -> Vec<u8> {
    zip(&[("mimetype", ODT), ("content.xml", &content(styles, text))])
}

/// Paragraphs of these texts, which may hold elements.
pub fn paragraphs(texts: &[&str]) -> String {
    texts.iter().map(|text| format!("<text:p>{text}</text:p>")).collect()
}
