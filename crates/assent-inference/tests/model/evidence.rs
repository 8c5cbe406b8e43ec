//! How single pieces of evidence are taken in.

use assent_inference::{Attendance, Factor, Observation, Phase, StateVector, Step, StepKind, What};
use rstest::rstest;

use crate::given::{MODEL, Story, avoids_us, distance, reply};

/// The kinds of steps that an observation causes on a belief of day 30, and the state it leaves.
fn steps_of(story: &Story, what: What) -> (Vec<StepKind>, StateVector) {
    let mut belief = story.until(30.0);
    let mut kinds = Vec::new();
    let observation = Observation { at_days: 30.0, what, label: 7 };
    belief.observe(&MODEL, &observation, &mut |step: Step<'_>| {
        assert_eq!(step.label, Some(7));
        kinds.push(step.kind);
    });
    (kinds, belief.state().clone())
}

#[test]
fn attendance_bound_by_procedure_is_not_weighed() {
    let met = Story::buying();
    let (chosen, free) = steps_of(&met, reply("meeting", "held", Attendance::Chosen));
    let (bound, owed) = steps_of(&met, reply("meeting", "held", Attendance::BoundByProcedure));
    assert_eq!(chosen, [StepKind::Reply, StepKind::Contact, StepKind::Effect]);
    assert_eq!(bound, [StepKind::Contact, StepKind::Effect]);
    // Who comes of free will responds; who must come may be anybody.
    assert!(free.mean(Factor::Behaviour) > owed.mean(Factor::Behaviour) + 0.3);
}

#[test]
fn content_of_a_bound_contact_counts_in_full() {
    let hour = What::Sign {
        sign: MODEL.sign("concept_accepted").unwrap(),
        source: MODEL.source("customer_written").unwrap(),
        through_benefit: false,
    };
    let bound =
        Story::buying().observe(5.0, reply("meeting", "held", Attendance::BoundByProcedure));
    let before = bound.until(30.0).state().mean(Factor::Cognition);
    let (kinds, after) = steps_of(&bound, hour);
    assert_eq!(kinds, [StepKind::Sign]);
    assert!(after.mean(Factor::Cognition) > before + 0.5);
}

#[test]
fn a_sign_through_a_benefit_leaves_psychology_to_the_change_of_value() {
    let objection = |through_benefit| What::Sign {
        sign: MODEL.sign("objection_risk").unwrap(),
        source: MODEL.source("customer_written").unwrap(),
        through_benefit,
    };
    let story = Story::buying();
    let before = story.until(30.0).state().clone();
    // Risk speaks of psychology alone, so nothing is left to weigh.
    let (_, through) = steps_of(&story, objection(true));
    assert!(distance(through.as_array(), before.as_array()) < 1e-15);
    let (_, direct) = steps_of(&story, objection(false));
    assert!(direct.mean(Factor::Psychology) < before.mean(Factor::Psychology) - 0.1);
}

#[rstest]
#[case(0.3)]
#[case(-0.3)]
fn a_change_of_value_moves_psychology_its_own_way(#[case] change: f64) {
    let story = Story::buying();
    let before = story.until(30.0).state().mean(Factor::Psychology);
    let (kinds, after) = steps_of(&story, What::Value { change });
    assert_eq!(kinds, [StepKind::Value]);
    assert!((after.mean(Factor::Psychology) - before) * change > 0.0);
}

#[test]
fn a_refusal_forbids_until_they_open_the_door_again() {
    let names = |story: &Story| -> Vec<&str> {
        let belief = story.until(50.0);
        belief.forbidden().iter().map(|action| MODEL.action_prior(*action).name.as_str()).collect()
    };
    let stopped = Story::buying().sign(5.0, "told_us_to_stop").sign(9.0, "told_us_to_stop");
    assert_eq!(names(&stopped), ["call", "mail", "meeting", "demo", "discovery"]);
    assert!(names(&stopped.sign(20.0, "inbound_call")).is_empty());
}

#[test]
fn a_question_stays_open_until_answered_or_lapsed() {
    let asked = Story::buying().question(0.0, "send_quote");
    let lapses: Vec<f64> = asked.until(20.0).open_questions().iter().map(|(_, end)| *end).collect();
    assert_eq!(lapses, [45.0]);
    assert!(asked.until(45.0).open_questions().is_empty());
    let answered = asked.reply(10.0, "send_quote", "negotiating");
    assert!(answered.until(20.0).open_questions().is_empty());
}

#[test]
fn asking_again_replaces_the_question() {
    let asked = Story::buying().question(0.0, "mail").question(10.0, "mail");
    let lapses: Vec<f64> = asked.until(12.0).open_questions().iter().map(|(_, end)| *end).collect();
    assert_eq!(lapses, [24.0]);
}

#[test]
fn a_message_left_opens_a_question() {
    let called = Story::buying().reply(1.0, "call", "no_answer").until(2.0);
    let open = called.open_questions()[0].0;
    assert_eq!(MODEL.action_prior(open.action()).name, "call_back");
}

/// Silence after an unanswered question speaks against them; without the question the same days say
/// less.
#[test]
fn an_open_question_makes_silence_louder() {
    let asked = avoids_us(&Story::buying().question(0.0, "send_quote").until(40.0));
    let idle = avoids_us(&Story::buying().until(40.0));
    assert!(asked > idle + 0.01, "{asked} against {idle}");
}

#[test]
fn a_renewal_keeps_every_level_but_for_the_leak() {
    let using = Story::of(Phase::Use).sign(5.0, "benefit_confirmed");
    let before = using.until(30.0).state().clone();
    let (kinds, after) = steps_of(&using, What::PhaseSwitch(Phase::Buy));
    assert_eq!(kinds, [StepKind::Phase]);
    // Two hundredths start anywhere, so no probability moves by more.
    assert!(distance(before.as_array(), after.as_array()) < 0.02);
}

#[test]
fn a_switch_to_the_phase_already_running_changes_nothing() {
    let story = Story::buying().sign(5.0, "inbound_call");
    let (kinds, after) = steps_of(&story, What::PhaseSwitch(Phase::Buy));
    assert!(kinds.is_empty());
    assert_eq!(&after, story.until(30.0).state());
}

/// Who signed the first contract may sign the next, so that they have not speaks again.
#[test]
fn what_comes_once_is_awaited_again_in_a_renewal() {
    let buying = Story::buying();
    let fresh = buying.until(1.0).awaited_signs_per_day(&MODEL);
    let signed = buying.sign(2.0, "contract_signed");
    assert!(signed.until(3.0).awaited_signs_per_day(&MODEL) < fresh);
    let renewing = signed
        .observe(10.0, What::PhaseSwitch(Phase::Use))
        .observe(400.0, What::PhaseSwitch(Phase::Buy));
    let awaited = renewing.until(401.0).awaited_signs_per_day(&MODEL);
    assert!((awaited - fresh).abs() < 1e-12, "{awaited} {fresh}");
}
