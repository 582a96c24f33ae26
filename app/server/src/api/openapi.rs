//! The description of the interface, made from the table of routes and from the messages themselves. It must not be written by hand.

use serde_json::{Map, Value, json};

use super::routes::{Fields, Needs, ROUTES, Route};

/// OpenAPI 3.1. Bodies are CBOR lists; `x-fields` names what stands in them, after the version.
pub fn description() -> Value {
    let mut paths = Map::new();
    for route in &ROUTES {
        let operation = json!({ route.method().to_lowercase(): operation(route) });
        paths.insert(route.path(), operation);
    }
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Thuisnabij",
            "version": "1",
            "description": "A mailbox of bytes that it cannot read. app/server/README.md is the specification.",
        },
        "paths": paths,
        "components": { "securitySchemes": { "session": { "type": "http", "scheme": "bearer" } } },
    })
}

fn operation(route: &Route) -> Value {
    let stream = route.answers.0 == "EventStream";
    let kind = if stream { "text/event-stream" } else { "application/cbor" };
    let mut operation = json!({
        "operationId": route.name,
        "summary": route.about,
        "responses": {
            "200": { "description": route.answers.0, "content": { kind: body(route.answers) } },
            "default": {
                "description": "Problem: the refusal's number, how long to wait, and the sentence in Dutch and English",
                "content": { "application/cbor": body(<replica::sync::api::Problem as replica::sync::api::Message>::FIELDS) },
            },
        },
    });
    if let Some(operation) = operation.as_object_mut() {
        if matches!(route.needs, Needs::Device | Needs::Invited | Needs::Either) {
            operation.insert("security".into(), json!([{ "session": [] }]));
        }
        if route.get {
            let ticket = json!({ "name": "ticket", "in": "query", "required": true, "schema": { "type": "string" } });
            operation.insert("parameters".into(), json!([ticket]));
        } else {
            let content = json!({ "application/cbor": body(route.asks) });
            let asks = json!({ "required": true, "content": content, "x-max-bytes": route.most });
            operation.insert("requestBody".into(), asks);
        }
    }
    operation
}

fn body((name, fields): Fields) -> Value {
    let fields: Vec<_> =
        fields.iter().map(|(field, kind)| json!({ "name": field, "kind": kind })).collect();
    json!({ "schema": { "title": name, "type": "string", "format": "binary", "x-fields": fields } })
}
