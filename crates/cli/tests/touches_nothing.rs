//! No reader touches the network or any file but the one that it is given, whatever that refers to: seen
//! by the calls that the command makes to the operating system.

#![allow(clippy::print_stdout, reason = "a skipped test says so")]

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;
use testkit::zipped::{Part, archive};

/// What lies beside the file and is referred to, by name and by address.
const OTHER: &str = "other.txt";

/// The calls about files and about the network that `check NAMES` makes, with the path of each, `GIVEN` for
/// the first name, and what it prints; nothing where calls cannot be seen.
fn calls(names: &[&str], folder: &Path) -> Option<(BTreeSet<String>, String)> {
    let seen = folder.join("calls");
    let _ = std::fs::remove_file(&seen);
    let printed = Command::new("strace")
        .args(["-f", "-qq", "-e", "trace=%file,%network", "-e", "signal=none", "-o"])
        .arg(&seen)
        .args([env!("CARGO_BIN_EXE_hemicycle"), "check"])
        .args(names)
        .current_dir(folder)
        .env_remove("LD_LIBRARY_PATH")
        .output()
        .ok()?;
    let text = std::fs::read_to_string(&seen).ok().filter(|text| !text.is_empty())?;
    // `1234  openat(AT_FDCWD, "paper.txt", O_RDONLY|O_CLOEXEC) = 3`
    let call = |line: &str| {
        let (_, call) = line.split_once(' ')?;
        let (name, rest) = call.trim().split_once('(')?;
        let path = rest.split('"').nth(1).unwrap_or_default().replace(names[0], "GIVEN");
        // Without a path it is about a file that is open.
        let seen = name != "execve" && (!path.is_empty() || !rest.contains('"'));
        seen.then(|| format!("{name} {path}"))
    };
    let printed = String::from_utf8_lossy(&printed.stdout).into_owned();
    Some((text.lines().filter_map(call).collect(), printed))
}

/// An archive of these parts.
fn packed(parts: &[(&str, String)]) -> Vec<u8> {
    let part = |(name, text): &(&str, String)| Part::stored(name, text.as_bytes());
    archive(&parts.iter().map(part).collect::<Vec<_>>())
}

fn docx(address: &str) -> Vec<u8> {
    let names = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
         xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
         xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"";
    let field = format!("<w:r><w:instrText>INCLUDETEXT \"{address}\"</w:instrText></w:r>");
    let body = format!(
        "<w:p><w:r><w:t>Draft resolution</w:t></w:r></w:p><w:p><w:r><w:t>1. The lake.</w:t></w:r>{field}\
         <w:hyperlink r:id=\"a\"><w:r><w:t>Fog</w:t></w:r></w:hyperlink><w:drawing><a:blip r:link=\"a\"/></w:drawing></w:p>\
         <w:altChunk r:id=\"a\"/><w:subDoc r:id=\"a\"/>"
    );
    let kinds = [
        "officeDocument",
        "attachedTemplate",
        "image",
        "hyperlink",
        "aFChunk",
        "subDocument",
        "styles",
        "numbering",
        "footnotes",
    ];
    let related: String = kinds
        .iter()
        .map(|kind| format!("<Relationship Id=\"a\" Type=\"x/{kind}\" TargetMode=\"External\" Target=\"{address}\"/>"))
        .collect();
    packed(&[
        ("word/document.xml", format!("<w:document {names}><w:body>{body}</w:body></w:document>")),
        ("_rels/.rels", format!("<Relationships>{related}</Relationships>")),
        ("word/_rels/document.xml.rels", format!("<Relationships>{related}</Relationships>")),
        (
            "word/settings.xml",
            format!("<w:settings {names}><w:attachedTemplate r:id=\"a\"/></w:settings>"),
        ),
    ])
}

fn odt(address: &str) -> Vec<u8> {
    let names = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" \
         xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\"";
    let body = format!(
        "<text:p>Draft resolution</text:p><text:p>1. The lake. <text:a xlink:href=\"{address}\">Fog</text:a>\
         <draw:frame><draw:image xlink:href=\"{address}\"/></draw:frame><draw:object xlink:href=\"{address}\"/></text:p>\
         <text:section text:name=\"a\"><text:section-source xlink:href=\"{address}\"/></text:section>"
    );
    packed(&[
        ("mimetype", "application/vnd.oasis.opendocument.text".into()),
        (
            "content.xml",
            format!(
                "<office:document-content {names}><office:body><office:text>{body}</office:text></office:body></office:document-content>"
            ),
        ),
    ])
}

fn html(address: &str) -> String {
    format!(
        "<html><head><base href=\"{address}\"><link rel=stylesheet href=\"{address}\"><meta http-equiv=refresh content=\"0; url={address}\">\
         <script src=\"{address}\"></script><style>@import \"{address}\";</style></head><body background=\"{address}\">\
         <iframe src=\"{address}\"></iframe><img src=\"{address}\" onerror=\"fetch('{address}')\"><object data=\"{address}\"></object>\
         <p>A. Draft resolution<p>1. The lake.</body></html>"
    )
}

fn json(address: &str) -> String {
    let part = serde_json::json!({
        "letter": "", "kind": "resolution", "heading": "Draft resolution", "title": null,
        "children": [{ "number": "1", "children": [format!("The lake {address}.")] }],
    });
    let version = serde_json::json!({
        "language": "en", "title": address, "date": null, "edition": null, "parts": [part],
    });
    serde_json::json!({
        "schema": "hemicycle-dossier/1", "reference": address, "versions": [version], "amendments": [],
    })
    .to_string()
}

fn akn(address: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?><?xml-stylesheet href=\"{address}\"?>\
         <akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\" xmlns:xi=\"http://www.w3.org/2001/XInclude\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"urn:x {address}\">\
         <statement name=\"s\"><meta><FRBRlanguage language=\"eng\"/></meta><mainBody><xi:include href=\"{address}\" parse=\"text\"/>\
         <paragraph><num>1.</num><content><p>The lake. <img src=\"{address}\"/><ref href=\"{address}\">Fog</ref></p></content></paragraph>\
         <componentRef src=\"{address}\"/></mainBody></statement></akomaNtoso>"
    )
}

fn pdf(address: &str) -> String {
    let content = "BT /F 12 Tf 50 700 Td (A. Draft resolution) Tj 0 -30 Td (1. The lake.) Tj /G 9 Tf ET /X Do";
    format!(
        "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R/OpenAction<</S/URI/URI({address})>>/AA<</O<</S/GoToR/F({address})>>>>>>\nendobj\n\
         2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n\
         3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Annots[<</Subtype/Link/A<</S/URI/URI({address})>>>>]\
         /Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>/G<</Type/Font/Subtype/Type1/BaseFont/Boats/FontDescriptor<</FontFile 5 0 R>>>>>>\
         /XObject<</X<</Subtype/Form/Ref<</F({address})/Page 0>>>>>>>>>>\nendobj\n\
         4 0 obj\n<</Length {}>>\nstream\n{content}\nendstream\nendobj\n\
         5 0 obj\n<</Length 0/F<</FS/URL/F({address})>>>>\nstream\n\nendstream\nendobj\ntrailer\n<</Root 1 0 R>>\n",
        content.len()
    )
}

#[test]
fn nothing_but_the_file_is_touched() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let write = |name: &str, bytes: &[u8]| {
        std::fs::write(folder.path().join(name), bytes).expect("room on the disk");
    };
    write(OTHER, b"Draft resolution\n1. The other lake.\n");
    write("plain.txt", b"Draft resolution\n\n1. The lake.\n");
    let Some((usual, _)) = calls(&["plain.txt"], folder.path()) else {
        return println!("skipped: strace is not there, or may not look");
    };
    assert!(usual.iter().any(|call| call.contains("GIVEN")), "{usual:?}");
    // What is touched is seen.
    let (two, _) = calls(&["plain.txt", OTHER], folder.path()).expect("as before");
    assert!(two.difference(&usual).any(|call| call.contains(OTHER)), "{two:?}");
    let beside = folder.path().join(OTHER).display().to_string();
    for address in ["http://127.0.0.1:9/other", "other.txt", &beside, &format!("file://{beside}")] {
        let files = [
            ("paper.docx", docx(address)),
            ("paper.odt", odt(address)),
            ("paper.html", html(address).into_bytes()),
            ("paper.json", json(address).into_bytes()),
            ("paper.xml", akn(address).into_bytes()),
            ("paper.pdf", pdf(address).into_bytes()),
            ("paper.txt", format!("Draft resolution\n\n1. The lake {address}.\n").into_bytes()),
        ];
        for (name, bytes) in files {
            write(name, &bytes);
            let (found, printed) = calls(&[name], folder.path()).expect("as before");
            assert!(printed.contains("no amendments:"), "{name} is not read: {printed}");
            let more: Vec<&String> = found.difference(&usual).collect();
            assert!(more.is_empty(), "{name} with {address}: {more:?}");
            assert!(!found.iter().any(|call| call.starts_with("socket") || call.contains(OTHER)));
        }
    }
}
