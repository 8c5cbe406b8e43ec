//! The description of the API lies in the repository, for whoever writes against it: the web app's
//! types are made from it.

use std::path::PathBuf;

#[test]
fn the_description_in_the_repository_is_the_one_that_is_served() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs/openapi.json");
    let served = assent_server::http::openapi().to_pretty_json().expect("plain values");
    let served = format!("{served}\n");
    if std::env::var_os("ASSENT_ACCEPT").is_some() {
        std::fs::write(&path, &served).expect("docs/openapi.json can be written");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == served,
        "docs/openapi.json differs from what is served; run this test with ASSENT_ACCEPT=1, then \
         `npm run api` in web/"
    );
}

#[test]
fn every_schema_that_is_referred_to_is_there() {
    let served = assent_server::http::openapi().to_json().expect("plain values");

    let (schemas, refers) = ("#/components/schemas/", "\"$ref\":\"");
    let value: serde_json::Value = serde_json::from_str(&served).expect("JSON");
    let missing: Vec<&str> = served
        .split(refers)
        .skip(1)
        .filter_map(|rest| rest.split('"').next()?.strip_prefix(schemas))
        .filter(|name| value["components"]["schemas"][name].is_null())
        .collect();

    assert!(missing.is_empty(), "{missing:?}");
}
