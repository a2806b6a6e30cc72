//! Any bytes are read as a word processor's file or refused; what was read is a dossier like any other.
//!
//! A changed zip archive seldom gets past its own checksums. What does not begin as one is therefore taken
//! for the XML of its parts, and the target packs them:
//!
//! ```text
//! <w:p><w:r><w:t>1. The lake is wide.</w:t></w:r></w:p>
//! === numbering.xml
//! <w:abstractNum w:abstractNumId="0"/>
//! ```
//!
//! The root element of a part is put around what has none.

use office::read::{Kind, read};
use testkit::zipped::{Part, archive};

/// A format and its parts: where each stands, and its root element. Text without a name is the first's.
type Format = (Kind, &'static [(&'static str, &'static str)]);

/// The namespaces of both formats; readers go by local names.
const NAMESPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
    xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" \
    xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
    xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" \
    xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" \
    xmlns:fo=\"urn:fo\" xmlns:dc=\"urn:dc\" xmlns:xlink=\"urn:xlink\"";

/// A new format is a line here.
const FORMATS: &[Format] = &[
    (
        Kind::Docx,
        &[
            ("word/document.xml", "w:document w:body"),
            ("word/numbering.xml", "w:numbering"),
            ("word/styles.xml", "w:styles"),
            ("word/footnotes.xml", "w:footnotes"),
            ("word/endnotes.xml", "w:endnotes"),
            ("_rels/.rels", "Relationships"),
        ],
    ),
    (
        Kind::Odt,
        &[("content.xml", "office:document-content"), ("styles.xml", "office:document-styles")],
    ),
];

/// One run of the target.
pub fn run(bytes: &[u8]) {
    for (kind, parts) in FORMATS {
        if bytes.starts_with(b"PK") {
            one(bytes, *kind);
        } else if let Ok(text) = std::str::from_utf8(bytes) {
            one(&packed(text, parts), *kind);
        }
    }
}

fn one(bytes: &[u8], kind: Kind) {
    let Ok(read) = read("fuzzed", bytes, kind) else { return };
    let taken = engine::read::Read { dossier: read.dossier, findings: read.findings };
    testkit::fuzzed::taken(&taken, &read.file);
}

fn packed(text: &str, known: &[(&str, &str)]) -> Vec<u8> {
    let mut pieces: Vec<(&str, &str, String)> = Vec::new();
    for (at, piece) in text.split("\n=== ").enumerate() {
        let (name, content) =
            if at == 0 { ("", piece) } else { piece.split_once('\n').unwrap_or((piece, "")) };
        let found = known.iter().find(|(path, _)| path.ends_with(name)).or(known.first());
        let Some((path, roots)) = found else { continue };
        match pieces.iter_mut().find(|(known, ..)| known == path) {
            Some((_, _, text)) => text.push_str(content),
            None => pieces.push((path, roots, content.to_owned())),
        }
    }
    let part = |(path, roots, text): &(&str, &str, String)| {
        Part::stored(path, rooted(roots, text).as_bytes())
    };
    archive(&pieces.iter().map(part).collect::<Vec<_>>())
}

/// The text within these elements, unless it has a root of its own.
fn rooted(roots: &str, text: &str) -> String {
    if text.starts_with("<?") || text.starts_with("<!") {
        return text.to_owned();
    }
    let opened: Vec<String> =
        roots.split(' ').map(|root| format!("<{root} {NAMESPACES}>")).collect();
    let closed: Vec<String> = roots.split(' ').rev().map(|root| format!("</{root}>")).collect();
    format!("{}{text}{}", opened.concat(), closed.concat())
}
