//! Packages as the standards want them: every part, its type and its relations; the order of
//! elements; names that lead somewhere.

use super::order::ORDER;
use super::papers::{papers, seeded};
use super::words::{attribute, child, is, value};
use super::zipped::{Part, part, parts};
use engine::document::{Document, Layout, compendium};
use hemicycle_office as office;
use roxmltree::Node;
use std::collections::BTreeSet;

/// Compendia in both layouts and adopted texts, with what they are called.
fn drawings() -> Vec<(String, Document)> {
    let mut all = papers();
    all.extend((0..10).map(seeded));
    let of = |paper: &super::papers::Paper| {
        let drawn = paper.drawn();
        let compendium = |layout| compendium(&paper.state, paper.lang, layout).typeset();
        let named = |what: &str| format!("{} {what}", paper.name);
        [
            (named("columns"), compendium(Layout::Columns)),
            (named("linear"), compendium(Layout::Linear)),
            (named("changes"), drawn.both),
            (named("clean"), drawn.new),
        ]
    };
    all.iter().flat_map(of).collect()
}

fn docx(drawn: &Document) -> Vec<u8> {
    let decided = office::Decided::parse("2026-11-25");
    office::docx::write(drawn, decided.as_ref()).expect("it is small")
}

fn odt(drawn: &Document) -> Vec<u8> {
    office::odt::write(drawn, None).expect("it is small")
}

fn parsed(part: &Part) -> roxmltree::Document<'_> {
    roxmltree::Document::parse(&part.content).unwrap_or_else(|e| panic!("{}: {e}", part.name))
}

#[test]
fn every_part_has_its_type_and_every_relation_its_part() {
    for (name, drawn) in drawings() {
        let bytes = docx(&drawn);
        let parts = parts(&bytes);
        let names: BTreeSet<String> = parts.iter().map(|part| part.name.clone()).collect();
        assert_eq!(names.len(), parts.len(), "{name}: each part once");
        for wanted in ["word/document.xml", "word/styles.xml", "word/settings.xml"] {
            assert!(names.contains(wanted), "{name} {wanted}");
        }
        let types = part(&bytes, "[Content_Types].xml");
        let types = roxmltree::Document::parse(&types).expect("XML");
        let overridden = types.descendants().filter_map(|node| attribute(node, "PartName"));
        let overridden: BTreeSet<&str> = overridden.collect();
        for part in &parts {
            let own = overridden.contains(format!("/{}", part.name).as_str());
            let by_kind = part.name.ends_with(".rels") || part.name == "[Content_Types].xml";
            assert!(own || by_kind, "{name}: {} has no type", part.name);
        }
        for part in overridden {
            assert!(names.contains(part.trim_start_matches('/')), "{name} {part}");
        }
        for (file, folder) in [("_rels/.rels", ""), ("word/_rels/document.xml.rels", "word/")] {
            let relations = part(&bytes, file);
            let relations = roxmltree::Document::parse(&relations).expect("XML");
            for target in relations.descendants().filter_map(|node| attribute(node, "Target")) {
                assert!(names.contains(&format!("{folder}{target}")), "{name} {target}");
            }
        }
    }
}

/// What stands in the wrong order in a part, or where nothing of its name may stand.
fn disorder(part: &Part) -> Option<String> {
    for node in parsed(part).descendants().filter(Node::is_element) {
        let name = node.tag_name().name();
        let children = || node.children().filter(Node::is_element).map(|c| c.tag_name().name());
        if let Some((_, order)) = ORDER.iter().find(|(of, _)| *of == name) {
            let order: Vec<&str> = order.split_whitespace().collect();
            let mut last = 0;
            for found in children() {
                let at = order.iter().position(|name| *name == found);
                let Some(at) = at else { return Some(format!("{found} in {name}")) };
                if at < last {
                    return Some(format!("{found} behind {} in {name}", order[last]));
                }
                last = at;
            }
        }
        let wrong = match name {
            "p" => children().skip(1).any(|name| name == "pPr"),
            "r" => children().skip(1).any(|name| name == "rPr"),
            "body" => children().next_back() != Some("sectPr"),
            "tc" => children().next_back() != Some("p"),
            _ => false,
        };
        if wrong {
            return Some(format!("what is in {name}"));
        }
    }
    None
}

#[test]
fn elements_stand_in_the_order_of_the_schema() {
    for (name, drawn) in drawings() {
        for part in parts(&docx(&drawn)).iter() {
            assert_eq!(disorder(part), None, "{name} {}", part.name);
        }
    }
    let wrong = |content: &str| {
        let content = format!("<w:p xmlns:w=\"w\">{content}</w:p>");
        disorder(&Part { name: String::new(), content, packed: true }).is_some()
    };
    assert!(wrong("<w:r/><w:pPr/>") && wrong("<w:pPr><w:ind/><w:spacing/></w:pPr>"));
    assert!(wrong("<w:pPr><w:color/></w:pPr>") && !wrong("<w:pPr><w:spacing/><w:ind/></w:pPr>"));
}

#[test]
fn separators_of_notes_are_there() {
    let (_, drawn) = drawings().swap_remove(0);
    let bytes = docx(&drawn);
    let settings = part(&bytes, "word/settings.xml");
    let settings = roxmltree::Document::parse(&settings).expect("XML");
    for (file, one) in [("word/footnotes.xml", "footnote"), ("word/endnotes.xml", "endnote")] {
        let notes = part(&bytes, file);
        let notes = roxmltree::Document::parse(&notes).expect("XML");
        let of_settings = settings.descendants().filter(|node| is(*node, one));
        let called: Vec<&str> = of_settings.filter_map(|node| attribute(node, "id")).collect();
        for (at, kind) in ["separator", "continuationSeparator"].into_iter().enumerate() {
            let note = notes.descendants().find(|node| attribute(*node, "type") == Some(kind));
            let note = note.unwrap_or_else(|| panic!("no {kind} in {file}"));
            assert_eq!(called.get(at).copied(), attribute(note, "id"), "{file} {kind}");
            assert!(note.descendants().any(|node| is(node, kind)), "{file} {kind}");
        }
    }
}

/// Styles, bookmarks and relations that are named exist, and numbers are given once.
#[test]
fn names_in_a_docx_lead_somewhere() {
    for (name, drawn) in drawings() {
        let bytes = docx(&drawn);
        let (styles, text) = (part(&bytes, "word/styles.xml"), part(&bytes, "word/document.xml"));
        let relations = part(&bytes, "word/_rels/document.xml.rels");
        let [styles, text, relations] =
            [&styles, &text, &relations].map(|xml| roxmltree::Document::parse(xml).expect("XML"));
        let given: BTreeSet<&str> =
            styles.descendants().filter_map(|node| attribute(node, "styleId")).collect();
        let related: BTreeSet<&str> =
            relations.descendants().filter_map(|node| attribute(node, "Id")).collect();
        for node in styles.descendants().chain(text.descendants()) {
            if ["pStyle", "rStyle", "tblStyle", "basedOn", "next"].iter().any(|n| is(node, n)) {
                assert!(given.contains(value(node)), "{name}: no style {}", value(node));
            }
            if is(node, "headerReference") || is(node, "footerReference") {
                assert!(attribute(node, "id").is_some_and(|id| related.contains(id)), "{name}");
            }
        }
        let starts: Vec<&str> = text
            .descendants()
            .filter(|node| is(*node, "bookmarkStart"))
            .filter_map(|node| attribute(node, "name"))
            .collect();
        let marks: BTreeSet<&str> = starts.iter().copied().collect();
        assert_eq!(marks.len(), starts.len(), "{name}: each bookmark once");
        assert!(marks.iter().all(|mark| mark.len() <= 40), "{name}");
        for link in text.descendants().filter_map(|node| attribute(node, "anchor")) {
            assert!(marks.contains(link), "{name}: no {link}");
        }
        let numbered = |node: &Node<'_, '_>| {
            ["ins", "del", "bookmarkStart"].iter().any(|name| is(*node, name))
        };
        let numbers: Vec<&str> =
            text.descendants().filter(numbered).filter_map(|node| attribute(node, "id")).collect();
        let once: BTreeSet<&str> = numbers.iter().copied().collect();
        assert_eq!(once.len(), numbers.len(), "{name}: each number once");
        for change in text.descendants().filter(|node| is(*node, "ins") || is(*node, "del")) {
            let author = attribute(change, "author").unwrap_or_default();
            assert!(!author.is_empty() && author.len() <= 1020, "{name}");
            assert_eq!(attribute(change, "date"), Some("2026-11-25T00:00:00Z"), "{name}");
        }
    }
}

/// The heads of tables are repeated, runs say their language, and a document has its properties.
#[test]
fn a_compendium_has_what_word_shows() {
    for paper in papers() {
        let drawn = compendium(&paper.state, paper.lang, Layout::Columns).typeset();
        let text = part(&docx(&drawn), "word/document.xml");
        let text = roxmltree::Document::parse(&text).expect("XML");
        let tag = if paper.lang.tag() == "fr" { "fr-FR" } else { "en-GB" };
        for table in text.descendants().filter(|node| is(*node, "tbl")) {
            let first = child(table, "tr").and_then(|row| child(row, "trPr"));
            assert!(first.is_some_and(|row| child(row, "tblHeader").is_some()), "{}", paper.name);
        }
        for run in text.descendants().filter(|node| is(*node, "r")) {
            let lang = child(run, "rPr").and_then(|run| child(run, "lang"));
            assert_eq!(lang.map(value), Some(tag), "{}", paper.name);
        }
    }
}

#[test]
fn an_odt_begins_with_its_type_and_lists_its_parts() {
    for (name, drawn) in drawings() {
        let bytes = odt(&drawn);
        let parts = parts(&bytes);
        let kind = "application/vnd.oasis.opendocument.text";
        assert_eq!((parts[0].name.as_str(), parts[0].packed), ("mimetype", false), "{name}");
        assert_eq!(parts[0].content, kind, "{name}");
        // Without a field between name and content, so that the type stands at a fixed place.
        assert!(bytes[30..].starts_with(format!("mimetype{kind}").as_bytes()), "{name}");
        let manifest = part(&bytes, "META-INF/manifest.xml");
        let manifest = roxmltree::Document::parse(&manifest).expect("XML");
        let listed: BTreeSet<&str> =
            manifest.descendants().filter_map(|node| attribute(node, "full-path")).collect();
        let own = parts[1..].iter().map(|part| part.name.as_str());
        let own = own.filter(|name| *name != "META-INF/manifest.xml").chain(["/"]);
        assert_eq!(listed, own.collect(), "{name}");
        parts[1..].iter().for_each(|part| drop(parsed(part)));
    }
}

/// Styles that are named exist, changes have their regions, links their bookmarks.
#[test]
fn names_in_an_odt_lead_somewhere() {
    for (name, drawn) in drawings() {
        let bytes = odt(&drawn);
        let (styles, text) = (part(&bytes, "styles.xml"), part(&bytes, "content.xml"));
        let [styles, text] =
            [&styles, &text].map(|xml| roxmltree::Document::parse(xml).expect("XML"));
        let nodes = || styles.descendants().chain(text.descendants());
        let defined = nodes().filter(|node| is(*node, "style") || is(*node, "page-layout"));
        let defined = defined.filter_map(|node| attribute(node, "name"));
        let mut given: BTreeSet<&str> = defined.collect();
        let pages = nodes().filter(|node| is(*node, "master-page"));
        given.extend(pages.filter_map(|node| attribute(node, "name")));
        let named = ["style-name", "parent-style-name", "master-page-name", "next-style-name"];
        for node in nodes() {
            for wanted in named.iter().filter_map(|name| attribute(node, name)) {
                assert!(given.contains(wanted), "{name}: no style {wanted}");
            }
            if is(node, "a") {
                let named = attribute(node, "style-name").is_some();
                assert!(named, "{name}: a link without a style is drawn blue and underlined");
            }
        }
        let all = |of: &str, id: &str| -> Vec<&str> {
            let of = text.descendants().filter(|node| is(*node, of));
            of.filter_map(|node| attribute(node, id)).collect()
        };
        let regions = all("changed-region", "id");
        let mut used = all("change", "change-id");
        used.extend(all("change-start", "change-id"));
        used.sort_unstable();
        let mut sorted = regions.clone();
        sorted.sort_unstable();
        assert_eq!(used, sorted, "{name}: each region once");
        assert_eq!(all("change-start", "change-id"), all("change-end", "change-id"), "{name}");
        let marks = all("bookmark", "name");
        for link in all("a", "href") {
            assert!(marks.contains(&link.trim_start_matches('#')), "{name}: no {link}");
        }
    }
}
