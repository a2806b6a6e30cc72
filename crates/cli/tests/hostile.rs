//! Files made to hurt whoever reads them: each is refused in a line that says why, soon and in little
//! memory, which the shell's own limit sees to; or read, where only what is not read is large.

mod limited;

use limited::{checked, refused, within};
use std::path::Path;
use testkit::zipped::{Part, archive, checksum};

/// Bytes of 200 MB.
const LARGE: usize = 200_000_000;

const W: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

const DRAFT: &str = "<w:p><w:r><w:t>Draft resolution</w:t></w:r></w:p><w:p><w:r><w:t>1. The lake.</w:t></w:r></w:p>";

fn document(body: &str) -> Part {
    let text = format!("<w:document {W}><w:body>{body}</w:body></w:document>");
    Part::stored("word/document.xml", text.as_bytes())
}

/// A part of so many MiB of nothing, packed a thousand to one.
fn bomb(name: &str, mebibytes: u32) -> Part {
    let state = flate2::Compress::new(flate2::Compression::best(), false);
    let packed = limited::repeated(b' ', mebibytes as usize, state);
    Part::deflated(name, packed, mebibytes << 20, 0)
}

#[test]
fn pictures_of_two_hundred_megabytes_cost_nothing() {
    let picture = Part { checksum: 0, ..Part::stored("word/media/lake.png", &[]) };
    let picture = Part { data: vec![7; LARGE], size: LARGE as u32, ..picture };
    let (text, status) = checked("lake.docx", &archive(&[picture, document(DRAFT)]));
    assert_eq!(status, Some(0), "{text}");
    assert!(text.contains("no-amendments"), "{text}");
}

#[test]
fn a_text_of_two_hundred_megabytes() {
    let body = vec![b' '; LARGE];
    refused(
        "lake.docx",
        &archive(&[Part::stored("word/document.xml", &body)]),
        "larger than 64 MiB",
    );
    refused("lake.xml", &body, "larger than 128 MiB");
    refused("lake.html", &body, "more than 48 MB");
    refused("lake.json", &body, "larger than");
    refused("lake.pdf", &body, "damaged");
}

#[test]
fn many_small_elements() {
    let marks = "<w:r/>".repeat(5_000_000);
    refused("lake.docx", &archive(&[document(&format!("<w:p>{marks}</w:p>"))]), "limit");
    let marks = "<i/>".repeat(7_000_000);
    let xml = format!(
        "<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\">{marks}</akomaNtoso>"
    );
    refused("lake.xml", xml.as_bytes(), "limit");
    refused("lake.json", format!("[{}0]", "0,".repeat(60_000_000)).as_bytes(), "values");
}

#[test]
fn parts_that_unpack_to_more_than_they_may() {
    let honest = bomb("word/document.xml", 1024);
    let small = Part { size: 100, ..honest.clone() };
    let none = Part { size: 0, checksum: 0, ..honest.clone() };
    for part in [honest, small, none] {
        refused("lake.docx", &archive(&[part]), "word/document.xml");
    }
    // None is too large, and all together are.
    let sum = checksum(&vec![b' '; 60 << 20]);
    let each = |name: &&str| Part { checksum: sum, ..bomb(name, 60) };
    let names = ["word/document.xml", "word/styles.xml", "word/numbering.xml"];
    refused("lake.docx", &archive(&names.iter().map(each).collect::<Vec<_>>()), "128 MiB");
    // An archive of archives of archives: what is not read is not unpacked.
    let inner = archive(&[bomb("0.xml", 1024)]);
    let nested =
        archive(&(0..16).map(|at| Part::stored(&format!("{at}.zip"), &inner)).collect::<Vec<_>>());
    let parts =
        [document(DRAFT), Part::stored("nested.zip", &nested), bomb("word/media/a.bmp", 1024)];
    let (text, status) = checked("lake.docx", &archive(&parts));
    assert_eq!(status, Some(0), "{text}");
    refused("lake.docx", &nested, "word/document.xml is missing");
}

#[test]
fn archives_that_are_not_what_they_say() {
    let whole = document(DRAFT);
    let claims = |size: u32| Part { size, ..whole.clone() };
    refused("lake.docx", &archive(&[claims(u32::MAX - 1)]), "64 MiB");
    let wrong = Part { checksum: 7, ..whole.clone() };
    refused("lake.docx", &archive(&[wrong]), "damaged");
    for (flags, words) in [(1, "without a password"), (1 | 1 << 6, "without a password")] {
        refused("lake.docx", &archive(&[Part { flags, ..whole.clone() }]), words);
    }
    refused("lake.docx", &archive(&[Part { method: 99, ..whole.clone() }]), "lake.docx");
    // What Word writes for a document with a password is no zip archive.
    let locked = [&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1][..], &[0; 2000]].concat();
    refused("lake.docx", &locked, "without a password");
    // The directory leads behind the end, into another part, to the archive itself.
    refused("lake.docx", &archive(&[Part { at: Some(1 << 30), ..whole.clone() }]), "damaged");
    let all: Vec<Part> = ["word/document.xml", "word/styles.xml", "word/numbering.xml"]
        .iter()
        .map(|name| Part { at: Some(0), name: (*name).to_owned(), ..whole.clone() })
        .collect();
    let (text, status) = checked("lake.docx", &archive(&all));
    assert!(matches!(status, Some(0 | 2)) && text.lines().count() < 12, "{text}");
    let own = archive(std::slice::from_ref(&whole));
    let own = Part::stored("word/document.xml", &own);
    refused("lake.docx", &archive(&[own]), "word/document.xml");
}

#[test]
fn thousands_of_parts() {
    let parts = |count: usize| -> Vec<Part> {
        let part = |at: usize| Part::stored(&format!("word/media/{at}"), b"");
        [document(DRAFT)].into_iter().chain((1..count).map(part)).collect()
    };
    let (text, status) = checked("lake.docx", &archive(&parts(10_000)));
    assert_eq!(status, Some(0), "{text}");
    refused("lake.docx", &archive(&parts(60_000)), "60000 parts");
    let twice = [document(DRAFT), document(DRAFT)];
    refused("lake.docx", &archive(&twice), "two of its parts have the name");
}

/// Entities that grow to a billion letters, and one that stands in a file.
fn doctypes() -> [String; 3] {
    let grown: String = (1..10)
        .map(|at| format!("<!ENTITY l{at} \"{}\">", format!("&l{};", at - 1).repeat(10)))
        .collect();
    [
        format!("<!DOCTYPE a [<!ENTITY l0 \"lake\">{grown}<!ENTITY x \"&l9;\">]>"),
        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>".into(),
        "<!DOCTYPE a SYSTEM \"http://127.0.0.1:9/a.dtd\" [<!ENTITY % p SYSTEM \"http://127.0.0.1:9/p\"> %p;]>".into(),
    ]
}

#[test]
fn entities_of_any_kind() {
    for doctype in doctypes() {
        let parts = ["document", "styles", "numbering", "footnotes", "endnotes"];
        for own in parts {
            let text = format!("{doctype}<w:{own} {W}><w:body>&x;</w:body></w:{own}>");
            let mut all = vec![Part::stored(&format!("word/{own}.xml"), text.as_bytes())];
            all.extend((own != "document").then(|| document(DRAFT)));
            refused("lake.docx", &archive(&all), "DTD");
        }
        let relationships = Part::stored("_rels/.rels", format!("{doctype}<a>&x;</a>").as_bytes());
        refused("lake.docx", &archive(&[relationships, document(DRAFT)]), "DTD");
        let akn = "<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\">&x;</akomaNtoso>";
        refused("lake.xml", format!("{doctype}{akn}").as_bytes(), "not XML");
        // A page knows no entities but those of the standard.
        let page = format!("{doctype}<p>A. Draft resolution<p>1. The lake &x; &xxe;.");
        let (text, _) = checked("lake.html", page.as_bytes());
        assert!(!text.contains("root:") && text.lines().count() < 12, "{text}");
    }
}

const OFFICE: &str = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
    xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"";

/// The parts of an OpenDocument text with this before its root and this in its text.
fn opendocument(before: &str, text: &str) -> Vec<Part> {
    let content = format!(
        "{before}<office:document-content {OFFICE}><office:body><office:text>{text}</office:text>\
         </office:body></office:document-content>"
    );
    let kind = b"application/vnd.oasis.opendocument.text";
    vec![Part::stored("mimetype", kind), Part::stored("content.xml", content.as_bytes())]
}

#[test]
fn opendocument_is_held_to_the_same() {
    const LAKE: &str = "<text:p>Draft resolution</text:p><text:p>1. The lake.</text:p>";
    for doctype in doctypes() {
        refused("lake.odt", &archive(&opendocument(&doctype, "<text:p>&x;</text:p>")), "DTD");
        for beside in ["styles.xml", "META-INF/manifest.xml"] {
            let mut parts = opendocument("", LAKE);
            parts.push(Part::stored(beside, format!("{doctype}<a>&x;</a>").as_bytes()));
            refused("lake.odt", &archive(&parts), "DTD");
        }
    }
    for tag in ["text:section", "text:list", "text:span", "text:p"] {
        let deep = format!("<{tag}>").repeat(10_000) + &format!("</{tag}>").repeat(10_000);
        refused("lake.odt", &archive(&opendocument("", &deep)), "stand in one another");
    }
    let mut parts = opendocument("", LAKE);
    parts[1] = bomb("content.xml", 200);
    refused("lake.odt", &archive(&parts), "content.xml is larger than 64 MiB");
    let mut parts = opendocument("", LAKE);
    parts.push(bomb("Pictures/lake.png", 200));
    let (text, status) = checked("lake.odt", &archive(&parts));
    assert!(text.contains("no amendments") && status != Some(2), "{text}");
}

#[test]
fn ten_thousand_elements_in_one_another() {
    const TIMES: usize = 10_000;
    let deep = |tag: &str| {
        format!("{}{}", format!("<{tag}>").repeat(TIMES), format!("</{tag}>").repeat(TIMES))
    };
    for tag in ["w:p", "w:tbl", "w:sdt", "w:r"] {
        refused("lake.docx", &archive(&[document(&deep(tag))]), "stand in one another");
    }
    for tag in ["section", "i", "div"] {
        let akn = format!(
            "<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\">{}</akomaNtoso>",
            deep(tag)
        );
        refused("lake.xml", akn.as_bytes(), "in one another");
    }
    for tag in ["div", "table", "ul", "p", "b"] {
        let (text, status) = checked("lake.html", format!("fog {}", deep(tag)).as_bytes());
        let said = status == Some(1) || text.contains("one within the other");
        assert!(said && text.lines().count() < 12, "{tag}: {text}");
    }
    refused(
        "lake.json",
        format!("{}{}", "[".repeat(TIMES), "]".repeat(TIMES)).as_bytes(),
        "recursion",
    );
}

/// A small file of each format, by its right extension.
fn small() -> Vec<(&'static str, Vec<u8>)> {
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/harbours-en.txt");
    let folder = tempfile::tempdir().expect("a temporary folder");
    std::fs::copy(example, folder.path().join("paper.txt")).expect("the example");
    let formats = ["txt", "json", "xml", "html", "pdf", "docx", "odt", "xlsx"];
    let made = |extension: &'static str| {
        let name = format!("paper.{extension}");
        if extension != "txt" {
            let (text, _) = within(4000, &format!("convert paper.txt -o {name}"), folder.path());
            assert!(folder.path().join(&name).exists(), "{text}");
        }
        (extension, std::fs::read(folder.path().join(name)).expect("it was written"))
    };
    formats.into_iter().map(made).collect()
}

#[test]
fn wrong_extensions() {
    for (right, bytes) in small() {
        for wrong in ["txt", "json", "xml", "html", "pdf", "docx", "odt", "xlsx"] {
            let name = format!("paper.{wrong}");
            match (right, wrong) {
                _ if wrong == right => {}
                // Text is text whatever it is called, but no page, no package and no dossier.
                ("txt", "xlsx") => {}
                ("txt", "html") | ("json" | "xml" | "html", "txt") => {
                    let (text, status) = checked(&name, &bytes);
                    let said = text.contains("not-a-compendium") || text.contains("not-text");
                    assert!(said && status == Some(1), "{right} as {wrong}: {text}");
                }
                ("txt", _) => refused(&name, &bytes, "paper."),
                _ => refused(&name, &bytes, &format!("the content is {right}; name it .{right}")),
            }
        }
        // A name that says nothing: the content does.
        let (text, status) = checked("paper.doc", &bytes);
        let said = (right == "xlsx") == text.contains("not-text");
        assert!(said && matches!(status, Some(0 | 1)), "{right}: {text}");
    }
}
