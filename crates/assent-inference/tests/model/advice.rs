//! What actions may bring and what questions tell, against the reference, and what must hold of both.

use assent_inference::{
    Answer, Buyer, Circumstances, Counting, Delivery, Group, Phase, STATES, Share, StateVector,
    TopicAnswer, effect, information, question_gain, use_worth_by_state, win_by_state,
};
use proptest::prelude::*;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::decisions::close;
use crate::given::{MODEL, Story, start_of_seed};
use crate::influence::{WrittenTie, roles, ties};

fn cases<T: DeserializeOwned>(kind: &str) -> Vec<T> {
    #[derive(Deserialize)]
    struct Figures {
        cases: Vec<serde_json::Value>,
    }
    let figures: Figures = serde_json::from_str(include_str!("../advice.json")).unwrap();
    let own = figures.cases.into_iter().filter(|case| case["kind"] == kind);
    let cases: Vec<T> = own.map(|case| serde_json::from_value(case).unwrap()).collect();
    assert!(!cases.is_empty(), "no figures of kind {kind:?}");
    cases
}

/// A worth by state that any language can rebuild.
fn worth(seed: u64) -> [f64; STATES] {
    std::array::from_fn(|z| (1 + (z as u64 * 7919 + seed * 104_729) % 1000) as f64 / 1001.0)
}

fn name(answer: Answer) -> String {
    match answer {
        Answer::Reply(reply) => MODEL.reply_prior(reply).name.clone(),
        Answer::Silence => "silence".to_owned(),
        Answer::NotPassedOn => "not passed on".to_owned(),
    }
}

#[test]
fn effects_are_those_of_the_reference() {
    #[derive(Deserialize)]
    struct Case {
        action: String,
        reach: f64,
        again: usize,
        seed: u64,
        by_state: Vec<f64>,
        gain: f64,
        answers: Vec<(String, f64, f64)>,
    }
    for case in cases::<Case>("effect") {
        let action = MODEL.action(&case.action).unwrap();
        let way = Delivery { reach: Share::new(case.reach).unwrap(), again: case.again };
        let state = start_of_seed(case.seed + 500);
        let found = effect(&MODEL, action, way, &worth(case.seed), &state);
        close(&found.by_state, &case.by_state);
        close(&[found.gain], &[case.gain]);
        let names: Vec<String> = found.answers.iter().map(|one| name(one.answer)).collect();
        let theirs: Vec<&String> = case.answers.iter().map(|(name, ..)| name).collect();
        assert_eq!(names.iter().collect::<Vec<_>>(), theirs);
        for (ours, (_, probability, worth)) in found.answers.iter().zip(&case.answers) {
            close(&[ours.probability, ours.worth], &[*probability, *worth]);
        }
    }
}

#[test]
fn what_answers_tell_is_worth_what_the_reference_says() {
    #[derive(Deserialize)]
    struct Case {
        menu: Vec<String>,
        seed: u64,
        information: Vec<f64>,
    }
    for case in cases::<Case>("information") {
        let state = start_of_seed(case.seed + 500);
        let actions: Vec<_> = case.menu.iter().map(|name| MODEL.action(name).unwrap()).collect();
        let value = worth(case.seed);
        let of = |action| effect(&MODEL, action, Delivery::STRAIGHT, &value, &state).by_state;
        let menu: Vec<_> = actions.iter().map(|action| of(*action)).collect();
        let told = |action: &_| information(&MODEL, *action, Share::ONE, &menu, &state);
        let told: Vec<f64> = actions.iter().map(told).collect();
        close(&told, &case.information);
    }
}

#[test]
fn questions_tell_what_was_computed_from_the_rates_of_the_reference() {
    #[derive(Deserialize)]
    struct Case {
        topic: String,
        seed: u64,
        bits: f64,
        answers: Vec<f64>,
    }
    for case in cases::<Case>("question") {
        let topic = MODEL.topic(&case.topic).unwrap();
        let found = question_gain(&MODEL, topic, &start_of_seed(case.seed + 900));
        close(&[found.bits], &[case.bits]);
        let chances: Vec<f64> = found.answers.iter().map(|(_, chance)| *chance).collect();
        close(&chances, &case.answers);
        assert_eq!(found.answers.last().unwrap().0, TopicAnswer::Nothing);
    }
}

#[test]
fn the_worth_by_state_is_that_of_the_reference() {
    #[derive(Deserialize)]
    struct Case {
        roles: Vec<String>,
        ties: Vec<WrittenTie>,
        seeds: Vec<u64>,
        known: Vec<usize>,
        member: usize,
        win: Vec<f64>,
        used: Vec<f64>,
    }
    for case in cases::<Case>("worth by state") {
        let group = Group::new(&MODEL, &roles(&case.roles), &ties(&case.ties)).unwrap();
        let states: Vec<StateVector> = case.seeds.iter().map(|seed| start_of_seed(*seed)).collect();
        let buyer = |member: usize| Buyer {
            state: &states[member],
            met: case.known.contains(&member),
            days_heard: 0,
        };
        let besides = Circumstances { overdue_promises: 1, rival_preferred: true };
        let member = case.member;
        let win = win_by_state(&MODEL, &group, buyer, besides, Counting::Repeatedly, member);
        close(&win, &case.win);
        close(&use_worth_by_state(&MODEL, &group, |one| &states[one], member), &case.used);
    }
}

#[test]
fn what_is_done_again_moves_less() {
    let demo = MODEL.action("demo").unwrap();
    let state = start_of_seed(3);
    let gain = |again| {
        let way = Delivery { again, ..Delivery::STRAIGHT };
        effect(&MODEL, demo, way, &worth_of_liking(), &state).gain
    };
    assert!(gain(0) > gain(1) && gain(1) > gain(3) && gain(3) > 0.0);
}

/// Somebody's psychology, from 0 to 1.
fn worth_of_liking() -> [f64; STATES] {
    std::array::from_fn(|z| (z / 5 % 5) as f64 / 4.0)
}

#[test]
fn how_often_something_was_done_lately_is_counted_by_its_most_frequent_answer() {
    let call = MODEL.action("call").unwrap();
    let story = Story::buying()
        .reply(1.0, "call", "no_answer")
        .reply(2.0, "call", "answered")
        .reply(3.0, "call", "no_answer");
    assert_eq!(story.until(4.0).times_done(&MODEL, call), 2);
    assert_eq!(story.until(400.0).times_done(&MODEL, call), 0);
}

#[test]
fn a_question_tells_more_of_somebody_unknown_than_of_somebody_known() {
    let topic = MODEL.topic("criteria").unwrap();
    let stranger = question_gain(&MODEL, topic, MODEL.start(Phase::Buy)).bits;
    let mut known = [0.0; STATES];
    known[0] = 1.0;
    let known = question_gain(&MODEL, topic, &StateVector::new(known).unwrap()).bits;
    assert!(stranger > 0.05 && known.abs() < 1e-12, "{stranger} {known}");
}

proptest! {
    /// The answers of an action split its worth and lose none of it; none is worth asking for its own sake.
    #[test]
    fn answers_add_up_and_information_is_never_negative(
        seed in 0..10_000_u64, which in 0..19_usize, reach in 0.05..1.0_f64, again in 0..8_usize,
    ) {
        let actions: Vec<_> = MODEL.actions().map(|(action, _)| action).collect();
        let action = actions[which % actions.len()];
        let (state, value) = (start_of_seed(seed + 1), worth(seed));
        let way = Delivery { reach: Share::new(reach).unwrap(), again };
        let found = effect(&MODEL, action, way, &value, &state);
        let total: f64 = found.answers.iter().map(|one| one.probability).sum();
        prop_assert!((total - 1.0).abs() < 1e-12);
        let mean: f64 = found.answers.iter().map(|one| one.probability * one.worth).sum();
        let now: f64 = state.as_array().iter().zip(&value).map(|(p, worth)| p * worth).sum();
        prop_assert!((mean - now - found.gain).abs() < 1e-12, "{mean} {now} {}", found.gain);
        let menu = [found.by_state, effect(&MODEL, actions[0], way, &value, &state).by_state];
        prop_assert!(information(&MODEL, action, way.reach, &menu, &state) >= 0.0);
        for (topic, _) in MODEL.topics() {
            let asked = question_gain(&MODEL, topic, &state);
            let chances: f64 = asked.answers.iter().map(|(_, chance)| chance).sum();
            prop_assert!(asked.bits >= 0.0 && (chances - 1.0).abs() < 1e-12);
        }
    }
}
