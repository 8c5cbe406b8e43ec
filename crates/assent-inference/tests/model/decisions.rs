//! Figures of the reference for groups, wins, stall limits and benefit points
//! (`tests/decisions.json`).

use serde::Deserialize;
use serde::de::DeserializeOwned;

/// All cases of a kind. At least one, or the test would prove nothing.
pub(crate) fn cases<T: DeserializeOwned>(kind: &str) -> Vec<T> {
    #[derive(Deserialize)]
    struct Figures {
        cases: Vec<serde_json::Value>,
    }
    let figures: Figures = serde_json::from_str(include_str!("../decisions.json")).unwrap();
    let own = figures.cases.into_iter().filter(|case| case["kind"] == kind);
    let cases: Vec<T> = own.map(|case| serde_json::from_value(case).unwrap()).collect();
    assert!(!cases.is_empty(), "no figures of kind {kind:?}");
    cases
}

/// Checks numbers against figures from outside: within 1e-9, relative where a figure is above 1.
#[track_caller]
pub(crate) fn close(actual: &[f64], expected: &[f64]) {
    assert_eq!(actual.len(), expected.len());
    for (k, (actual, expected)) in actual.iter().zip(expected).enumerate() {
        let error = (actual - expected).abs() / expected.abs().max(1.0);
        assert!(error <= 1e-9, "entry {k}: {actual} instead of {expected}");
    }
}
