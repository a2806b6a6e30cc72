//! What a page is, for machines: JSON-LD in the words of schema.org and of ELI.
//!
//! A compendium is a `Legislation` whose parts are the draft texts and the amendments; each amendment
//! `legislationChanges` the text it stands at. An adopted text says on which amendments it is based.
//!
//! ```json
//! {"@type": "Legislation", "@id": "#am-4", "name": "Amendment 4, paragraph 7",
//!  "legislationChanges": {"@id": "#part-a"}}
//! ```
//!
//! It is a block of data: nothing runs and nothing is fetched. No text can end it, since the signs that
//! mean something to HTML are written as escapes of JSON.

use engine::document::{AmendmentBlock, Catalogue, CataloguedText, Document};
use serde_json::{Map, Value, json};

/// The block's content; nothing for a paper that no catalogue lists.
pub fn data(document: &Document) -> Option<String> {
    let catalogue = document.catalogue.as_ref()?;
    Some(escaped(&paper(document, catalogue).to_string()))
}

fn paper(document: &Document, catalogue: &Catalogue) -> Value {
    let head = &document.head;
    let title: String = head.title.iter().map(|run| run.text.as_str()).collect();
    let name = if title.is_empty() { &document.title } else { &title };
    let day = engine::day(&head.date);
    let mut paper = object(json!({
        "@context": ["https://schema.org", { "eli": "http://data.europa.eu/eli/ontology#" }],
        "@type": "Legislation",
        "inLanguage": document.lang.tag(),
        "legislationType": head.kind,
        "name": name,
        "eli:title": name,
    }));
    if !head.reference.is_empty() {
        paper.insert("legislationIdentifier".into(), json!(head.reference));
        paper.insert("eli:id_local".into(), json!(head.reference));
    }
    if let Some(day) = day {
        paper.insert("legislationDate".into(), json!(day));
        paper.insert("eli:date_document".into(), json!(day));
    }
    if !head.edition.is_empty() {
        paper.insert("version".into(), json!(head.edition));
    }
    let mut parts = texts(document, catalogue);
    parts.extend(amendments(document, catalogue));
    if !parts.is_empty() {
        paper.insert("hasPart".into(), Value::Array(parts));
    }
    if !catalogue.amendments.is_empty() {
        let based = catalogue.amendments.iter();
        let based = based.map(|name| json!({ "@type": "Legislation", "name": name }));
        paper.insert("isBasedOn".into(), based.collect());
    }
    Value::Object(paper)
}

fn texts(document: &Document, catalogue: &Catalogue) -> Vec<Value> {
    let text = |text: &CataloguedText| {
        json!({
            "@type": "Legislation",
            "@id": format!("#{}", text.id),
            "inLanguage": document.lang.tag(),
            "legislationType": text.kind,
            "name": if text.title.is_empty() { &text.kind } else { &text.title },
        })
    };
    catalogue.texts.iter().map(text).collect()
}

/// The amendments in calling order, each behind its sub-amendments.
fn amendments(document: &Document, catalogue: &Catalogue) -> Vec<Value> {
    let mut all = Vec::new();
    for section in &document.sections {
        let blocks = section.rows.iter().flat_map(|row| &row.amendments);
        for block in blocks {
            let own = format!("#{}", block.id);
            all.extend(
                block.before.iter().map(|sub| amendment(sub, Some(&own), document, catalogue)),
            );
            // Where it has no place, nothing is said of what it changes.
            let placed = block.without_place.is_empty().then(|| format!("#{}", section.id));
            all.push(amendment(block, placed.as_deref(), document, catalogue));
        }
    }
    all
}

fn amendment(
    block: &AmendmentBlock,
    changes: Option<&str>,
    document: &Document,
    catalogue: &Catalogue,
) -> Value {
    let lang = if block.lang.is_empty() { document.lang.tag() } else { &block.lang };
    let mut amendment = object(json!({
        "@type": "Legislation",
        "@id": format!("#{}", block.id),
        "inLanguage": lang,
        "legislationType": catalogue.amendment,
        "legislationIdentifier": block.cited,
        "name": block.title(),
    }));
    if let Some(changes) = changes {
        amendment.insert("legislationChanges".into(), json!({ "@id": changes }));
    }
    let kind = if block.committee { "Organization" } else { "Person" };
    let tablers = block.tablers.iter().map(|name| json!({ "@type": kind, "name": name }));
    if tablers.len() > 0 {
        amendment.insert("creator".into(), tablers.collect());
    }
    Value::Object(amendment)
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(object) => object,
        _ => Map::new(),
    }
}

/// JSON that may stand in a `script`: the signs replaced occur in its strings only.
fn escaped(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        match c {
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => {
                out.push_str(&format!("\\u{:04x}", u32::from(c)));
            }
            _ => out.push(c),
        }
    }
    out
}
