//! The API's description of itself, and whether the program lives.

use std::collections::BTreeMap;

use axum::Router;
use axum::http::header;
use axum::response::IntoResponse;
use axum::routing::get;
use utoipa::openapi::schema::{ArrayItems, Schema};
use utoipa::openapi::{OpenApi, Ref, RefOr};

use crate::http::Web;

/// The paths of the description and of the health check.
pub fn router(description: OpenApi) -> Router<Web> {
    // The description is plain values, which always have a JSON form.
    let json: &'static str = finished(description).to_json().unwrap_or_default().leak();
    let describe =
        move || async move { ([(header::CONTENT_TYPE, "application/json")], json).into_response() };
    Router::new()
        .route("/api/v1/openapi.json", get(describe))
        .route("/api/v1/health", get(|| async { "ok" }))
}

/// The description with its compositions put right.
///
/// Facts refuse fields they do not know, and their schemas say so. Where they are a part of
/// something larger, the other parts' fields stand beside theirs, so there they must not say so:
/// compositions refer to a copy, called `…Fields`, that does not.
pub fn finished(mut description: OpenApi) -> OpenApi {
    let Some(components) = &mut description.components else { return description };
    let mut copies = BTreeMap::new();
    for schema in components.schemas.values_mut() {
        open_compositions(schema, &mut copies);
    }
    for (copy, original) in copies {
        if let Some(RefOr::T(Schema::Object(closed))) = components.schemas.get(&original) {
            let mut open = closed.clone();
            open.additional_properties = None;
            components.schemas.insert(copy, RefOr::T(Schema::Object(open)));
        }
    }
    description
}

/// Copies to be made, each under its name, of the schema so named.
type Copies = BTreeMap<String, String>;

fn open_compositions(schema: &mut RefOr<Schema>, copies: &mut Copies) {
    match schema {
        RefOr::T(Schema::AllOf(all_of)) => {
            for part in &mut all_of.items {
                refer_to_copy(part, copies);
            }
        }
        RefOr::T(Schema::Object(object)) => {
            for property in object.properties.values_mut() {
                open_compositions(property, copies);
            }
        }
        RefOr::T(Schema::Array(array)) => {
            if let ArrayItems::RefOrSchema(items) = &mut array.items {
                open_compositions(items, copies);
            }
        }
        _ => {}
    }
}

fn refer_to_copy(part: &mut RefOr<Schema>, copies: &mut Copies) {
    let RefOr::Ref(reference) = part else { return };
    let name = reference.ref_location.trim_start_matches("#/components/schemas/").to_owned();
    if name.ends_with("Facts") {
        let copy = format!("{}Fields", name.trim_end_matches("Facts"));
        *part = RefOr::Ref(Ref::from_schema_name(&copy));
        copies.insert(copy, name);
    }
}
