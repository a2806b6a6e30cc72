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
