//! Histories: their order, and the passes over them.

use assent_inference::{
    History, HistoryError, Observation, Phase, StateSet, What, leave_one_out, trajectory,
};
use rstest::rstest;

use crate::given::{MODEL, Story, distance, sign, warm_person};

fn value(at_days: f64, change: f64) -> Observation {
    Observation { at_days, what: What::Value { change }, label: 0 }
}

#[rstest]
#[case(vec![value(1.0, 0.0), value(3.0, 0.0), value(2.0, 0.0)], HistoryError::OutOfOrder(2))]
#[case(vec![value(1.0, 0.0), value(f64::NAN, 0.0)], HistoryError::OutOfRange(1))]
#[case(vec![value(f64::INFINITY, 0.0)], HistoryError::OutOfRange(0))]
#[case(vec![value(1.0, f64::NAN)], HistoryError::OutOfRange(0))]
#[case(vec![value(1.0, 0.5), value(2.0, -2.5)], HistoryError::OutOfRange(1))]
fn a_history_names_the_observation_at_fault(
    #[case] observations: Vec<Observation>,
    #[case] fault: HistoryError,
) {
    assert_eq!(History::new(observations), Err(fault));
}

#[test]
fn observations_of_the_same_moment_are_in_order() {
    let history = History::new(vec![value(1.0, 0.1), value(1.0, 0.2)]).unwrap();
    assert_eq!(history.observations().len(), 2);
}

#[test]
fn an_observation_before_the_start_is_taken_in_at_the_start() {
    let early = Story::buying().observe(-5.0, sign("inbound_call", "seller_note"));
    let prompt = Story::buying().observe(0.0, sign("inbound_call", "seller_note"));
    assert_eq!(early.until(9.0).state(), prompt.until(9.0).state());
}

#[test]
fn a_trajectory_reads_at_each_day_what_a_filter_until_then_reads() {
    let story = warm_person();
    let days = [55.0, 0.0, 5.0, 12.5, 34.0];
    let moments = trajectory(&MODEL, &story.start, &story.history(), &days);
    assert!(moments.iter().map(|moment| moment.at_days).is_sorted());
    for moment in &moments {
        let known = story.observations.iter().filter(|seen| seen.at_days <= moment.at_days);
        let known = Story { observations: known.copied().collect(), ..story.clone() };
        let filtered = known.until(moment.at_days);
        assert!(distance(moment.state.as_array(), filtered.state().as_array()) < 1e-12);
        assert_eq!(moment.phase, Phase::Buy);
    }
}

#[test]
fn leaving_a_record_out_is_never_having_made_it() {
    let mut story = warm_person();
    // One record with two observations that are not neighbours.
    story.observations[9].label = 2;
    let omissions = leave_one_out(&MODEL, &story.start, &story.history(), 50.0);
    assert_eq!(omissions.len(), 9);
    for omission in omissions {
        let others = story.observations.iter().filter(|seen| seen.label != omission.label);
        let others = Story { observations: others.copied().collect(), ..story.clone() };
        let never_made = others.until(50.0);
        assert!(
            distance(omission.without.state().as_array(), never_made.state().as_array()) < 1e-12
        );
    }
}

#[test]
fn the_record_that_speaks_loudest_is_the_one_most_missed() {
    let story = warm_person().sign_from(45.0, "told_us_to_stop", "customer_written");
    let avoids = StateSet::avoids_us();
    let with = story.until(45.0).state().log_odds(avoids);
    let omissions = leave_one_out(&MODEL, &story.start, &story.history(), 45.0);
    let missed =
        |omission: &assent_inference::Omission| with - omission.without.state().log_odds(avoids);
    let most = omissions.iter().max_by(|a, b| missed(a).total_cmp(&missed(b))).unwrap();
    assert_eq!(most.label, 10);
}
