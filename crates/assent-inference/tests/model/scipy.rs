//! The motion between observations against `scipy.linalg.expm` (`tests/expm.json`), from minutes to ten years.

use assent_inference::{Belief, Phase};
use serde::Deserialize;

use crate::given::{MODEL, Story, completeness, start_of_seed};

#[derive(Deserialize)]
struct Figures {
    cases: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    phase: Phase,
    completeness: f64,
    days: f64,
    start_seed: u64,
    log_mass: f64,
    alpha: Vec<f64>,
}

#[test]
fn a_gap_of_any_length_equals_the_matrix_exponential() {
    let figures: Figures = serde_json::from_str(include_str!("../expm.json")).unwrap();
    for case in figures.cases {
        let start = Story::of(case.phase).recorded(completeness(case.completeness)).start;
        let mut belief = Belief::from_state(&MODEL, &start, start_of_seed(case.start_seed));
        belief.advance(&MODEL, case.days, &mut ());
        let pairs = belief.state().as_array().iter().zip(&case.alpha);
        let error = pairs.map(|(actual, expected)| (actual - expected).abs()).fold(0.0, f64::max);
        assert!(error < 1e-11, "{} days: {error:e}", case.days);
        let log_error = (belief.log_evidence() - case.log_mass).abs();
        assert!(
            log_error < 1e-10 * case.log_mass.abs().max(1.0),
            "{} days: {log_error:e}",
            case.days
        );
    }
}
