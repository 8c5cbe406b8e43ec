//! Explanations add up.

use assent_inference::{
    Attendance, Cause, Observation, Phase, Stage, Start, StateSet, What, explain, points,
};
use proptest::prelude::*;

use crate::given::{MODEL, Story, reply, warm_person};

const ROUNDING: f64 = 1e-9;

#[test]
fn ten_points_double_the_odds() {
    assert!((points(2f64.ln()) - 10.0).abs() < 1e-12);
    assert!((points(0.125f64.ln()) + 30.0).abs() < 1e-12);
}

#[test]
fn quiet_time_between_records_is_one_drift() {
    // The question lapses on day 14, which makes two quiet steps of the days 3 to 30.
    let story = Story::buying().question(3.0, "mail").reply(30.0, "meeting", "held");
    let target = StateSet::stage_at_least(Phase::Buy, Stage::Interested);
    let explanation = explain(&MODEL, &story.start, &story.history(), 40.0, target);
    assert_eq!(explanation.lines().len(), 3 + 3 + 1);
    let causes: Vec<Cause> = explanation.contributions().iter().map(|part| part.cause).collect();
    let expected = [
        Cause::Drift { from_days: 0.0, to_days: 30.0 },
        Cause::Observation { at_days: 30.0, label: 1 },
        Cause::Drift { from_days: 30.0, to_days: 40.0 },
    ];
    assert_eq!(causes, expected);
}

#[test]
fn a_new_phase_begins_a_new_account() {
    let signed = warm_person().observe(50.0, What::PhaseSwitch(Phase::Use));
    let target = StateSet::stage(Phase::Use, Stage::ValueConfirmed);
    let explanation = explain(&MODEL, &signed.start, &signed.history(), 80.0, target);
    let begins = signed.until(50.0).state().log_odds(target);
    assert!((explanation.prior_log_odds() - begins).abs() < ROUNDING);
    assert_eq!(explanation.contributions().len(), 1);
}

/// What a single record may say, drawn from everything the shipped priors know.
fn anything() -> impl Strategy<Value = What> {
    let source = MODEL.source("seller_note").unwrap();
    let signs: Vec<What> = MODEL
        .signs()
        .map(|(sign, _)| What::Sign { sign, source, through_benefit: false })
        .collect();
    let replies = MODEL.actions().flat_map(|(action, _)| MODEL.replies(action));
    let replies: Vec<What> = replies
        .map(|(reply, _)| What::Reply { reply, source, attendance: Attendance::Chosen })
        .collect();
    let questions = MODEL.actions().filter_map(|(action, _)| MODEL.question(action));
    let questions: Vec<What> = questions.map(What::Question).collect();
    prop_oneof![
        4 => prop::sample::select(signs),
        4 => prop::sample::select(replies),
        1 => prop::sample::select(questions),
        1 => (-0.5..0.5).prop_map(|change| What::Value { change }),
        1 => Just(What::PhaseSwitch(Phase::Use)),
        1 => Just(reply("meeting", "held", Attendance::BoundByProcedure)),
    ]
}

fn any_history() -> impl Strategy<Value = Vec<Observation>> {
    prop::collection::vec((0.0..40.0, anything()), 0..25).prop_map(|steps| {
        let mut at_days = 0.0;
        let observe = |(label, (gap, what)): (usize, (f64, What))| {
            at_days += gap;
            Observation { at_days, what, label: label as u32 }
        };
        steps.into_iter().enumerate().map(observe).collect()
    })
}

proptest! {
    #[test]
    fn an_explanation_adds_up_to_the_posterior(
        observations in any_history(),
        stage in prop::sample::select(Phase::Buy.stages()),
    ) {
        let start = Start { phase: Phase::Buy, at_days: 0.0, completeness: MODEL.completeness() };
        let story = Story { start, observations };
        let target = StateSet::stage(Phase::Buy, stage);
        let until = 1000.0;
        let explanation = explain(&MODEL, &start, &story.history(), until, target);
        let posterior = story.until(until).state().log_odds(target);
        let lines: f64 = explanation.lines().iter().map(|line| line.log_odds).sum();
        let grouped: f64 = explanation.contributions().iter().map(|part| part.log_odds).sum();
        prop_assert!((explanation.prior_log_odds() + lines - posterior).abs() < ROUNDING);
        prop_assert!((explanation.prior_log_odds() + grouped - posterior).abs() < ROUNDING);
        prop_assert!((explanation.posterior_log_odds() - posterior).abs() < ROUNDING);
    }

    #[test]
    fn a_belief_stays_a_distribution_whatever_happens(observations in any_history()) {
        let start = Start { phase: Phase::Buy, at_days: 0.0, completeness: MODEL.completeness() };
        let belief = Story { start, observations }.until(1000.0);
        let numbers = belief.state().as_array();
        prop_assert!(numbers.iter().all(|number| *number > 0.0));
        prop_assert!((numbers.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        prop_assert!(belief.log_evidence().is_finite());
    }
}
