//! The parts around the text.

use super::{R, W, tag};
use crate::styles::{FONTS, Style, id};
use crate::xml::Xml;
use engine::document::Document;

const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

/// The parts that belong to the text: their file, what they are, and the relation to them.
const PARTS: [(&str, &str, &str); 7] = [
    ("styles.xml", "styles", "styles"),
    ("settings.xml", "settings", "settings"),
    ("fontTable.xml", "fontTable", "fontTable"),
    ("footnotes.xml", "footnotes", "footnotes"),
    ("endnotes.xml", "endnotes", "endnotes"),
    ("header1.xml", "header", "header"),
    ("footer1.xml", "footer", "footer"),
];

/// The relation to the part of this file, as the text names it.
pub(super) fn relation(file: &str) -> String {
    let at = PARTS.iter().position(|(name, _, _)| *name == file).unwrap_or(0);
    format!("rId{}", at + 1)
}

pub(super) fn content_types() -> String {
    let mut xml = Xml::new();
    let types = "http://schemas.openxmlformats.org/package/2006/content-types";
    xml.open("Types", &[("xmlns", types)]);
    let rels = "application/vnd.openxmlformats-package.relationships+xml";
    xml.empty("Default", &[("Extension", "rels"), ("ContentType", rels)]);
    xml.empty("Default", &[("Extension", "xml"), ("ContentType", "application/xml")]);
    let mut part = |name: &str, kind: &str| {
        xml.empty("Override", &[("PartName", name), ("ContentType", kind)]);
    };
    part("/word/document.xml", &format!("{WORD}document.main+xml"));
    for (file, kind, _) in PARTS {
        part(&format!("/word/{file}"), &format!("{WORD}{kind}+xml"));
    }
    let package = "application/vnd.openxmlformats-";
    part("/docProps/core.xml", &format!("{package}package.core-properties+xml"));
    part("/docProps/app.xml", &format!("{package}officedocument.extended-properties+xml"));
    xml.finish()
}

pub(super) fn relations() -> String {
    let core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/";
    related(&[
        (&format!("{RELATION}officeDocument"), "word/document.xml"),
        (&format!("{core}core-properties"), "docProps/core.xml"),
        (&format!("{RELATION}extended-properties"), "docProps/app.xml"),
    ])
}

pub(super) fn document_relations() -> String {
    let kinds = PARTS.map(|(file, _, kind)| (format!("{RELATION}{kind}"), file));
    let related_to: Vec<(&str, &str)> = kinds.iter().map(|(kind, file)| (&**kind, *file)).collect();
    related(&related_to)
}

fn related(to: &[(&str, &str)]) -> String {
    let mut xml = Xml::new();
    xml.open("Relationships", &[("xmlns", RELATIONS)]);
    for (at, (kind, target)) in to.iter().enumerate() {
        let id = format!("rId{}", at + 1);
        xml.empty("Relationship", &[("Id", &id), ("Type", kind), ("Target", target)]);
    }
    xml.finish()
}

/// Title, maker and language; no time, for nothing here asks a clock.
pub(super) fn core(document: &Document) -> String {
    let mut xml = Xml::new();
    let properties = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    let dublin = "http://purl.org/dc/elements/1.1/";
    xml.open("cp:coreProperties", &[("xmlns:cp", properties), ("xmlns:dc", dublin)]);
    let of_head: String = document.head.title.iter().map(|run| run.text.as_str()).collect();
    xml.within("dc:title", &[], |xml| xml.text(&document.title));
    if !of_head.is_empty() {
        xml.within("dc:subject", &[], |xml| xml.text(&of_head));
    }
    xml.within("dc:creator", &[], |xml| xml.text("Hemicycle"));
    xml.within("dc:language", &[], |xml| xml.text(tag(document.lang.tag())));
    xml.finish()
}

pub(super) fn app() -> String {
    let mut xml = Xml::new();
    let extended = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
    xml.open("Properties", &[("xmlns", extended)]);
    xml.within("Application", &[], |xml| xml.text("Hemicycle"));
    xml.finish()
}

/// The separators of notes, which Word wants wherever it may have to draw one.
pub(super) fn notes(kind: &'static str) -> String {
    let mut xml = Xml::new();
    let (all, one) = match kind {
        "footnote" => ("w:footnotes", "w:footnote"),
        _ => ("w:endnotes", "w:endnote"),
    };
    xml.open(all, &[("xmlns:w", W)]);
    let separators = [
        ("separator", "-1", "w:separator"),
        ("continuationSeparator", "0", "w:continuationSeparator"),
    ];
    for (name, number, sign) in separators {
        xml.within(one, &[("w:type", name), ("w:id", number)], |xml| {
            xml.within("w:p", &[], |xml| {
                xml.within("w:pPr", &[], |xml| {
                    let spacing = [("w:after", "0"), ("w:line", "240"), ("w:lineRule", "auto")];
                    xml.empty("w:spacing", &spacing);
                });
                xml.within("w:r", &[], |xml| xml.empty(sign, &[]));
            });
        });
    }
    xml.finish()
}

pub(super) fn settings(document: &Document) -> String {
    let mut xml = Xml::new();
    xml.open("w:settings", &[("xmlns:w", W)]);
    xml.empty("w:zoom", &[("w:percent", "100")]);
    xml.empty("w:defaultTabStop", &[("w:val", "400")]);
    xml.empty("w:autoHyphenation", &[]);
    xml.empty("w:characterSpacingControl", &[("w:val", "doNotCompress")]);
    for (all, one) in [("w:footnotePr", "w:footnote"), ("w:endnotePr", "w:endnote")] {
        xml.within(all, &[], |xml| {
            xml.empty(one, &[("w:id", "-1")]);
            xml.empty(one, &[("w:id", "0")]);
        });
    }
    xml.within("w:compat", &[], |xml| {
        let uri = "http://schemas.microsoft.com/office/word";
        let mode = [("w:name", "compatibilityMode"), ("w:uri", uri), ("w:val", "15")];
        xml.empty("w:compatSetting", &mode);
    });
    xml.empty("w:themeFontLang", &[("w:val", tag(document.lang.tag()))]);
    xml.finish()
}

pub(super) fn fonts() -> String {
    let mut xml = Xml::new();
    xml.open("w:fonts", &[("xmlns:w", W)]);
    let [first, other, ..] = FONTS;
    xml.within("w:font", &[("w:name", first)], |xml| {
        // One other name, and no list of them.
        xml.empty("w:altName", &[("w:val", other)]);
        xml.empty("w:family", &[("w:val", "roman")]);
        xml.empty("w:pitch", &[("w:val", "variable")]);
    });
    xml.finish()
}

/// What the paper is, at the head of each page behind the first.
pub(super) fn header(document: &Document) -> String {
    let mut xml = Xml::new();
    xml.open("w:hdr", &[("xmlns:w", W), ("xmlns:r", R)]);
    paragraph(&mut xml, Style::Header, |xml| words(xml, &document.title));
    xml.finish()
}

/// Date, page and edition.
pub(super) fn footer(document: &Document) -> String {
    let mut xml = Xml::new();
    xml.open("w:ftr", &[("xmlns:w", W), ("xmlns:r", R)]);
    paragraph(&mut xml, Style::Footer, |xml| {
        words(xml, &document.head.date);
        tab(xml);
        field(xml, "PAGE");
        words(xml, " / ");
        field(xml, "NUMPAGES");
        tab(xml);
        words(xml, &document.head.edition);
    });
    xml.finish()
}

fn paragraph(xml: &mut Xml, style: Style, inside: impl FnOnce(&mut Xml)) {
    xml.within("w:p", &[], |xml| {
        xml.within("w:pPr", &[], |xml| xml.empty("w:pStyle", &[("w:val", &id(&style.name()))]));
        inside(xml);
    });
}

fn words(xml: &mut Xml, words: &str) {
    if !words.is_empty() {
        xml.within("w:r", &[], |xml| {
            xml.within("w:t", &[("xml:space", "preserve")], |xml| xml.text(words));
        });
    }
}

fn tab(xml: &mut Xml) {
    xml.within("w:r", &[], |xml| xml.empty("w:tab", &[]));
}

/// A number that the word processor works out.
fn field(xml: &mut Xml, code: &str) {
    let instruction = format!(" {code} ");
    xml.within("w:fldSimple", &[("w:instr", &instruction)], |xml| words(xml, "1"));
}
