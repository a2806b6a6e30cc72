//! Any bytes are read as a PDF or refused; what was read is a dossier like any other, and has every
//! character of the pages.
//!
//! What does not begin as a PDF does is what stands on a page: the target then makes the file around it,
//! so that the fuzzer need not.

use engine::read::{Finding, read};
use intake::Error;
use source::SourceFile;
use std::sync::Arc;

/// One run of the target.
pub fn run(bytes: &[u8]) {
    let page =
        if bytes.starts_with(b"%PDF-") { intake::pdf(bytes) } else { intake::pdf(&around(bytes)) };
    let page = match page {
        Ok(page) => page,
        Err(Error::Unsound) => panic!("a character was lost or taken twice"),
        Err(_) => return,
    };
    assert_eq!(page.places.len(), page.text.lines().count());
    let findings = page.findings();
    let file = Arc::new(SourceFile::new("fuzzed", page.text));
    let mut read = read(Arc::clone(&file));
    testkit::fuzzed::exact(&read, &file);
    read.findings.extend(findings.into_iter().map(Finding::Imported));
    testkit::fuzzed::taken(&read, &file);
}

/// A file of one or more pages, parted by lines of `%page`, with two fonts: `/F` and `/G`.
fn around(content: &[u8]) -> Vec<u8> {
    const FONTS: &str = "<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>\
                         /G<</Type/Font/Subtype/Type1/BaseFont/Times-Bold/Encoding/WinAnsiEncoding>>>>";
    let pages = parted(content, b"\n%page\n");
    let kids: String = (0..pages.len()).map(|at| format!("{} 0 R ", 3 + 2 * at)).collect();
    let mut out = format!(
        "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[{kids}]/Count {}\
         /MediaBox[0 0 600 800]/Resources<</Font{FONTS}>>>>\nendobj\n",
        pages.len()
    )
    .into_bytes();
    for (at, page) in pages.iter().enumerate() {
        let (own, content) = (3 + 2 * at, 4 + 2 * at);
        out.extend(
            format!(
                "{own} 0 obj\n<</Type/Page/Parent 2 0 R/Contents {content} 0 R>>\nendobj\n{content} 0 obj\n\
                 <</Length {}>>\nstream\n",
                page.len()
            )
            .bytes(),
        );
        out.extend_from_slice(page);
        out.extend_from_slice(b"\nendstream\nendobj\n");
    }
    // Without a table of objects the reader looks for them itself.
    out.extend_from_slice(b"trailer\n<</Root 1 0 R>>\n%%EOF\n");
    out
}

fn parted<'a>(mut rest: &'a [u8], by: &[u8]) -> Vec<&'a [u8]> {
    let mut pieces = Vec::new();
    while let Some(at) = rest.windows(by.len()).position(|window| window == by) {
        pieces.push(&rest[..at]);
        rest = &rest[at + by.len()..];
    }
    pieces.push(rest);
    pieces
}
