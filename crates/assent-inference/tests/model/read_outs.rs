//! Reading levels, stages and sets from a distribution.

use assent_inference::{
    Factor, NotADistribution, Phase, STATES, Stage, State, StateSet, StateVector,
};
use rstest::rstest;

use crate::given::{MODEL, distance, start_of_seed, warm_person};

fn state(cognition: usize, psychology: usize, behaviour: usize) -> State {
    State::new(cognition, psychology, behaviour).unwrap()
}

#[test]
fn the_index_of_a_state_counts_behaviour_fastest() {
    let indexes =
        [state(1, 0, 0), state(0, 1, 0), state(0, 0, 1), state(4, 4, 4)].map(State::index);
    assert_eq!(indexes, [25, 5, 1, 124]);
    assert_eq!(State::new(0, 5, 0), None);
}

#[rstest]
#[case([45, 16, 28, 12, 12, 8, 4].as_slice(), Phase::Buy)]
#[case([45, 22, 33, 15, 10].as_slice(), Phase::Use)]
fn the_stages_partition_the_states(#[case] sizes: &[usize], #[case] phase: Phase) {
    let sets: Vec<StateSet> =
        phase.stages().iter().map(|stage| StateSet::stage(phase, *stage)).collect();
    assert!(sets.iter().map(|set| set.len()).eq(sizes.iter().copied()));
    assert_eq!(sets.into_iter().reduce(|a, b| a | b), Some(StateSet::ALL));
}

#[test]
fn the_convinced_but_idle_have_a_name_besides_their_stage() {
    let idle = StateSet::convinced_but_idle();
    assert_eq!(idle.len(), 4);
    assert_eq!(idle & StateSet::stage(Phase::Buy, Stage::Aware), idle);
    assert!(idle.contains(state(4, 3, 1)));
    assert!(!idle.contains(state(4, 3, 2)) && !idle.contains(state(4, 3, 0)));
}

#[test]
fn sets_combine_like_sets() {
    let knows = StateSet::levels(Factor::Cognition, 2..);
    assert_eq!((knows.len(), (!knows).len()), (75, 50));
    assert!((knows & !knows).is_empty());
    assert_eq!(StateSet::blocked(), StateSet::stage(Phase::Use, Stage::Blocked));
    let later = StateSet::stage_at_least(Phase::Buy, Stage::Preferring);
    assert_eq!(later.len(), 8 + 4);
}

#[test]
fn the_log_odds_of_a_set_are_those_of_its_mass() {
    let law = MODEL.start(Phase::Buy);
    let (set, mass) = (StateSet::avoids_us(), law.mass(StateSet::avoids_us()));
    assert!((law.log_odds(set) - (mass / (1.0 - mass)).ln()).abs() < 1e-12);
    assert!((law.log_odds(set) + law.log_odds(!set)).abs() < 1e-12);
    assert!(law.log_odds(StateSet::ALL).is_finite());
}

#[test]
fn a_certain_state_reads_as_itself() {
    let sure = StateVector::certain(state(3, 4, 2));
    assert_eq!(sure.mean(Factor::Cognition), 0.5);
    assert_eq!(sure.mean(Factor::Psychology), 1.0);
    assert_eq!(sure.mean(Factor::Behaviour), 0.0);
    assert_eq!(sure.band(Factor::Psychology, 0.8), (4, 4));
    let stages = sure.stages(Phase::Buy);
    assert_eq!(stages.median(), Stage::Preferring);
    assert_eq!((stages.below(Stage::Preferring), stages.below(Stage::Committed)), (0.0, 1.0));
}

/// The resting law of behaviour is .12, .43, .28, .12, .05 before coupling.
#[test]
fn a_band_is_the_narrowest_that_holds_its_share() {
    let law = MODEL.start(Phase::Buy);
    assert_eq!(law.band(Factor::Behaviour, 0.4), (1, 1));
    assert_eq!(law.band(Factor::Behaviour, 0.8), (0, 2));
    assert_eq!(law.band(Factor::Behaviour, 1.0), (0, 4));
}

#[test]
fn the_median_lies_where_half_of_the_people_stand() {
    let stages = warm_person().until(40.0).state().stages(Phase::Buy);
    assert_eq!(stages.median(), Stage::Preferring);
    assert!(stages.below(Stage::Preferring) < 0.5);
    assert!((stages.below(Stage::Implementing) - 1.0).abs() < 1e-12);
    assert_eq!(stages.probability(Stage::Using), 0.0);
}

#[test]
fn a_state_vector_survives_being_written_down() {
    let law = start_of_seed(1);
    let written = serde_json::to_string(&law).unwrap();
    let read: StateVector = serde_json::from_str(&written).unwrap();
    assert!(distance(read.as_array(), law.as_array()) < 1e-15);
}

#[rstest]
#[case(vec![0.5, 0.5], "expected 125 probabilities, found 2")]
#[case(vec![1.0; STATES], "the probabilities add up to 125, not to 1")]
#[case([vec![-0.5, 1.5], vec![0.0; 123]].concat(), "entry 0 is -0.5, which is no probability")]
fn numbers_that_are_no_distribution_are_refused(#[case] numbers: Vec<f64>, #[case] reason: &str) {
    let refused: NotADistribution = StateVector::try_from(numbers).unwrap_err();
    assert_eq!(refused.to_string(), reason);
}
