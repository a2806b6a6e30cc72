//! The parts around the text.

use super::{MIMETYPE, language, root};
use crate::xml::Xml;
use engine::document::Document;

pub(super) fn manifest() -> String {
    let mut xml = Xml::new();
    let manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";
    let version = ("manifest:version", "1.2");
    xml.open("manifest:manifest", &[("xmlns:manifest", manifest), version]);
    let mut entry = |path: &str, kind: &str| {
        let entry = [("manifest:full-path", path), ("manifest:media-type", kind)];
        let with_version = [entry[0], version, entry[1]];
        let attributes = if path == "/" { with_version.as_slice() } else { entry.as_slice() };
        xml.empty("manifest:file-entry", attributes);
    };
    entry("/", MIMETYPE);
    for part in ["meta.xml", "settings.xml", "styles.xml", "content.xml"] {
        entry(part, "text/xml");
    }
    xml.finish()
}

/// Title, maker and language; no time, for nothing here asks a clock.
pub(super) fn meta(document: &Document) -> String {
    let mut xml = Xml::new();
    let mut names = root();
    names.insert(0, ("xmlns:meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"));
    xml.open("office:document-meta", &names);
    xml.open("office:meta", &[]);
    let of_head: String = document.head.title.iter().map(|run| run.text.as_str()).collect();
    let [(_, lang), (_, country)] = language(document.lang.tag());
    let tag = if country == "none" { lang.to_owned() } else { format!("{lang}-{country}") };
    xml.within("meta:generator", &[], |xml| xml.text("Hemicycle"));
    xml.within("dc:title", &[], |xml| xml.text(&document.title));
    if !of_head.is_empty() {
        xml.within("dc:subject", &[], |xml| xml.text(&of_head));
    }
    xml.within("dc:creator", &[], |xml| xml.text("Hemicycle"));
    xml.within("dc:language", &[], |xml| xml.text(&tag));
    xml.finish()
}

/// Changes are shown, as those who open the file expect.
pub(super) fn settings() -> String {
    let mut xml = Xml::new();
    let mut names = root();
    names.insert(0, ("xmlns:config", "urn:oasis:names:tc:opendocument:xmlns:config:1.0"));
    xml.open("office:document-settings", &names);
    xml.open("office:settings", &[]);
    let set = [("config:name", "ooo:configuration-settings")];
    xml.within("config:config-item-set", &set, |xml| {
        let shown = [("config:name", "ShowRedlineChanges"), ("config:type", "boolean")];
        xml.within("config:config-item", &shown, |xml| xml.text("true"));
    });
    xml.finish()
}
