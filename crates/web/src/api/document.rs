//! The OpenAPI document, made from the code.

use super::problem::{MEDIA, Told};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::sync::OnceLock;
use utoipa::openapi::security::{Http, HttpAuthScheme, SecurityScheme};
use utoipa::openapi::{ContentBuilder, OpenApi, Ref, RefOr, Response, ResponseBuilder};
use utoipa::{IntoResponses, Modify, OpenApi as _};

/// What may be answered to whoever reads, beside what they ask for.
pub(super) struct Reading;

/// What may be answered to whoever changes something.
pub(super) struct Writing;

impl IntoResponses for Reading {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        let unchanged =
            ResponseBuilder::new().description("What `If-None-Match` names is the last");
        let mut all = refusals(&["400", "401", "403", "404", "406", "500", "503"]);
        all.insert("304".to_owned(), unchanged.build().into());
        all
    }
}

impl IntoResponses for Writing {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        refusals(&[
            "400", "401", "403", "404", "409", "412", "413", "415", "422", "428", "429", "500",
            "503",
        ])
    }
}

fn refusals(statuses: &[&str]) -> BTreeMap<String, RefOr<Response>> {
    let problem = || ContentBuilder::new().schema(Some(Ref::from_schema_name("Problem"))).build();
    let refusal = |status: &&str| {
        let response = ResponseBuilder::new().description("Why not").content(MEDIA, problem());
        ((*status).to_owned(), response.build().into())
    };
    statuses.iter().map(refusal).collect()
}

#[derive(utoipa::OpenApi)]
#[openapi(
    info(title = "Hemicycle", description = "Amendments to a text before an assembly."),
    components(schemas(Told)),
    modifiers(&Token)
)]
struct Frame;

struct Token;

impl Modify for Token {
    fn modify(&self, document: &mut OpenApi) {
        let scheme = SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer));
        let components = document.components.get_or_insert_default();
        components.add_security_scheme("token", scheme);
    }
}

/// What stands around the operations.
pub(super) fn frame() -> OpenApi {
    Frame::openapi()
}

/// In the place of a prefix: the definitions that are named are put in alone; they refer to no others.
const NAMED: &str = "";

/// A published schema: what it is called in the document, and which of its definitions stand for what handlers name.
type Published = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

const PUBLISHED: [Published; 4] = [
    (
        "Log",
        include_str!("../../../../docs/schema/entry-1.json"),
        &[("event", "EventJson"), ("consequence", "ConsequenceJson"), ("wording", "WordingJson")],
    ),
    ("Dossier1", include_str!("../../../../docs/schema/dossier-1.json"), &[("", "DossierJson")]),
    (
        NAMED,
        include_str!("../../../../docs/schema/report-1.json"),
        &[("diagnostic", "FindingJson")],
    ),
    ("Adopted1", include_str!("../../../../docs/schema/adopted-1.json"), &[("", "AdoptedJson")]),
];

/// The document with the published schemas in it, as JSON.
pub(super) fn written(document: &OpenApi) -> String {
    static WRITTEN: OnceLock<String> = OnceLock::new();
    let written = || {
        let mut value = serde_json::to_value(document).unwrap_or_default();
        if let Some(schemas) =
            value.pointer_mut("/components/schemas").and_then(Value::as_object_mut)
        {
            PUBLISHED.iter().for_each(|published| put(schemas, published));
        }
        value.to_string()
    };
    WRITTEN.get_or_init(written).clone()
}

/// Puts the definitions of a schema among the components of the document.
fn put(schemas: &mut Map<String, Value>, (prefix, text, names): &Published) {
    let Ok(mut root) = serde_json::from_str::<Value>(text) else { return };
    let Some(object) = root.as_object_mut() else { return };
    let definitions = object.remove("$defs");
    object.retain(|key, _| !key.starts_with('$'));
    let own = |name: &str| {
        let known = names.iter().find(|(definition, _)| *definition == name);
        known.map_or_else(|| format!("{prefix}_{name}"), |(_, component)| (*component).to_owned())
    };
    let mut all = Map::new();
    if let Some(Value::Object(definitions)) = definitions {
        all = definitions;
    }
    all.insert(String::new(), root);
    for (name, mut schema) in all {
        let is_named = names.iter().any(|(definition, _)| *definition == name);
        if !is_named && (name.is_empty() || *prefix == NAMED) {
            continue;
        }
        point(&mut schema, &own);
        schemas.insert(own(&name), schema);
    }
}

/// Has references lead to components.
fn point(schema: &mut Value, own: &impl Fn(&str) -> String) {
    match schema {
        Value::Object(object) => {
            for (key, value) in object {
                match value {
                    Value::String(to) if key == "$ref" => {
                        if let Some(name) = to.strip_prefix("#/$defs/") {
                            *to = format!("#/components/schemas/{}", own(name));
                        }
                    }
                    value => point(value, own),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| point(item, own)),
        _ => {}
    }
}
