//! What time alone does to a belief, from minutes to ten years.

use assent_inference::{Belief, DEFAULT_PRIORS, Factor, Model, Phase, Priors};
use rstest::rstest;
use serde::Deserialize;

use crate::given::{MODEL, Story, completeness, distance, start_of_seed};

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

/// The figures of `tests/expm.json` come from `scipy.linalg.expm`; its version stands there.
#[test]
fn a_gap_of_any_length_equals_the_matrix_exponential() {
    let figures: Figures = serde_json::from_str(include_str!("../expm.json")).unwrap();
    for case in figures.cases {
        let start = Story::of(case.phase).recorded(completeness(case.completeness)).start;
        let mut belief = Belief::from_state(&MODEL, &start, start_of_seed(case.start_seed));
        belief.advance(&MODEL, case.days, &mut ());
        let error = distance(belief.state().as_array(), &case.alpha);
        assert!(error < 1e-12, "{} days: off by {error:e}", case.days);
        let error = (belief.log_evidence() - case.log_mass).abs() / case.log_mass.abs().max(1.0);
        assert!(error < 1e-12, "{} days: log mass off by {error:e}", case.days);
    }
}

#[test]
fn two_gaps_are_one_gap() {
    let story = Story::buying().sign(0.0, "inbound_call").question(0.0, "mail");
    let whole = story.until(20.0);
    let mut halves = story.until(10.0);
    halves.advance(&MODEL, 20.0, &mut ());
    assert!(distance(halves.state().as_array(), whole.state().as_array()) < 1e-13);
    assert!((halves.log_evidence() - whole.log_evidence()).abs() < 1e-12);
}

#[rstest]
#[case(Phase::Buy)]
#[case(Phase::Use)]
fn no_evidence_where_nothing_is_recorded_stays_at_the_prior(#[case] phase: Phase) {
    let belief = Story::of(phase).recorded(completeness(0.0)).until(700.0);
    let drift = distance(belief.state().as_array(), MODEL.start(phase).as_array());
    assert!(drift < 1e-12, "moved by {drift:e}");
    assert!(belief.log_evidence().abs() < 1e-10);
}

/// A drain that never ends leads to a law that no longer moves; a century must not take a century
/// to compute.
#[test]
fn a_thousand_years_end_where_a_hundred_did() {
    let hundred = Story::buying().until(36_500.0);
    let thousand = Story::buying().until(365_000.0);
    assert!(distance(hundred.state().as_array(), thousand.state().as_array()) < 1e-12);
    let yearly = |belief: &Belief| belief.log_evidence() / belief.at_days();
    assert!((yearly(&hundred) - yearly(&thousand)).abs() < 1e-5);
}

/// ln 2 over the spectral gap is a half-life only without coupling, so the check takes the coupling
/// out.
#[rstest]
#[case(Factor::Cognition, 1.0)]
#[case(Factor::Behaviour, 0.5)]
#[case(Factor::Behaviour, 2.0)]
fn the_slowest_deviation_of_a_lone_factor_halves_in_its_half_life(
    #[case] factor: Factor,
    #[case] times: f64,
) {
    let alone = ["C_to_P = 0.4", "P_to_B = 0.4", "B_to_C = 0.2", "refusal_pace = 0.33"];
    let with = ["C_to_P = 0.0", "P_to_B = 0.0", "B_to_C = 0.0", "refusal_pace = 1.0"];
    let text = alone
        .iter()
        .zip(with)
        .fold(DEFAULT_PRIORS.to_owned(), |text, (coupled, free)| text.replace(coupled, free));
    let model = Model::new(&Priors::parse(&text).unwrap().with_half_lives_times(times));
    let half_life_days = model.factor_prior(factor).half_life_days;
    let start = Story::buying().recorded(completeness(0.0)).start;
    let mut belief = Belief::from_state(&model, &start, start_of_seed(3));
    // After eight half-lives only the slowest mode is left.
    belief.advance(&model, 8.0 * half_life_days, &mut ());
    let deviation =
        |belief: &Belief| belief.state().mean(factor) - model.start(Phase::Buy).mean(factor);
    let before = deviation(&belief);
    belief.advance(&model, 9.0 * half_life_days, &mut ());
    let ratio = deviation(&belief) / before;
    assert!((ratio - 0.5).abs() < 1e-3, "{ratio}");
}
