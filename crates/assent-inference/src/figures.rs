//! Test figures from outside (`tests/vectors.json`), for what the public interface does not show.

use serde::Deserialize;

/// All cases of a kind; at least one, or a test would prove nothing.
pub(crate) fn cases<T: for<'de> Deserialize<'de>>(kind: &str) -> Vec<T> {
    let figures: serde_json::Value = serde_json::from_str(include_str!("../tests/vectors.json"))
        .expect("the figures are well-formed");
    let all = figures["cases"].as_array().expect("the figures are a list of cases");
    let own = all.iter().filter(|case| case["kind"] == kind).cloned();
    let cases: Vec<T> =
        own.map(|case| serde_json::from_value(case).expect("a case of this kind")).collect();
    assert!(!cases.is_empty(), "no figures of kind {kind:?}");
    cases
}
