//! Test figures from outside (`tests/vectors.json`, `tests/decisions.json`), for what the public
//! interface does not show.

use serde::Deserialize;

/// All cases of a kind of the filter; at least one, or a test would prove nothing.
pub(crate) fn cases<T: for<'de> Deserialize<'de>>(kind: &str) -> Vec<T> {
    of_kind(include_str!("../tests/vectors.json"), kind)
}

/// All cases of a kind of what is read off beliefs; at least one.
pub(crate) fn decisions<T: for<'de> Deserialize<'de>>(kind: &str) -> Vec<T> {
    of_kind(include_str!("../tests/decisions.json"), kind)
}

fn of_kind<T: for<'de> Deserialize<'de>>(text: &str, kind: &str) -> Vec<T> {
    let figures: serde_json::Value =
        serde_json::from_str(text).expect("the figures are well-formed");
    let all = figures["cases"].as_array().expect("the figures are a list of cases");
    let own = all.iter().filter(|case| case["kind"] == kind).cloned();
    let cases: Vec<T> =
        own.map(|case| serde_json::from_value(case).expect("a case of this kind")).collect();
    assert!(!cases.is_empty(), "no figures of kind {kind:?}");
    cases
}
