//! A draft text in a report: its tree with numbers and texts.

use serde_json::{Value, json};
use text::{Child, Part};

/// A part with all below it. Raised characters are written with a caret, `20^e`.
pub fn part(part: &Part) -> Value {
    json!({
        "letter": part.letter,
        "kind": super::kind(part.kind),
        "heading": part.heading,
        "title": part.title.as_ref().map(|title| title.content.to_caret()),
        "children": part.children.iter().map(child).collect::<Value>(),
    })
}

fn child(child: &Child) -> Value {
    match child {
        Child::Block(block) => json!({ "text": block.content.to_caret() }),
        Child::Opaque(opaque) => json!({ "opaque": opaque.text }),
        Child::Provision(provision) => json!({
            "number": provision.number,
            "children": provision.children.iter().map(self::child).collect::<Value>(),
        }),
    }
}
