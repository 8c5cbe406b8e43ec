//! The filter against figures of a slow reference in another language (`tests/vectors.json`).

use std::collections::BTreeMap;

use assent_inference::{Belief, Factor, Phase, Stage, State, StateSet, Step, What};
use serde::Deserialize;

use crate::decisions::close;
use crate::given::{MODEL, Story, completeness, defaults, start_of_seed};

#[derive(Deserialize)]
struct Figures {
    cases: Vec<serde_json::Value>,
}

/// All cases of a kind. At least one, or the test would prove nothing.
fn cases<T: for<'de> Deserialize<'de>>(kind: &str) -> Vec<T> {
    let figures: Figures = serde_json::from_str(include_str!("../vectors.json")).unwrap();
    let own = figures.cases.into_iter().filter(|case| case["kind"] == kind);
    let cases: Vec<T> = own.map(|case| serde_json::from_value(case).unwrap()).collect();
    assert!(!cases.is_empty(), "no figures of kind {kind:?}");
    cases
}

#[derive(Deserialize)]
struct ReadOut {
    alpha: Vec<f64>,
    log_evidence: f64,
    #[serde(rename = "C")]
    cognition: [f64; 5],
    #[serde(rename = "P")]
    psychology: [f64; 5],
    #[serde(rename = "B")]
    behaviour: [f64; 5],
    stages: BTreeMap<String, f64>,
}

impl ReadOut {
    fn check(&self, belief: &Belief) {
        let state = belief.state();
        close(state.as_array(), &self.alpha);
        close(&[belief.log_evidence()], &[self.log_evidence]);
        close(&state.marginal(Factor::Cognition), &self.cognition);
        close(&state.marginal(Factor::Psychology), &self.psychology);
        close(&state.marginal(Factor::Behaviour), &self.behaviour);
        let stages = state.stages(belief.phase());
        let named: BTreeMap<String, f64> =
            stages.iter().map(|(stage, share)| (stage.name().to_owned(), share)).collect();
        assert!(named.keys().eq(self.stages.keys()));
        close(&Vec::from_iter(named.into_values()), &Vec::from_iter(self.stages.values().copied()));
    }
}

#[test]
fn the_generator_and_its_stationary_law_are_those_of_the_reference() {
    #[derive(Deserialize)]
    struct Case {
        phase: Phase,
        entries: Vec<(usize, usize, f64)>,
        nonzero: usize,
        start: Vec<f64>,
        stage_of_state: Vec<String>,
    }
    let states: Vec<State> = State::all().collect();
    for case in cases::<Case>("generator") {
        for (from, to, rate) in case.entries {
            close(&[MODEL.rate(case.phase, states[from], states[to])], &[rate]);
        }
        let pairs = states.iter().flat_map(|from| states.iter().map(move |to| (*from, *to)));
        let nonzero = pairs.filter(|(from, to)| MODEL.rate(case.phase, *from, *to) != 0.0);
        assert_eq!(nonzero.count(), case.nonzero);
        close(MODEL.start(case.phase).as_array(), &case.start);
        let stages = states.iter().map(|state| Stage::of(*state, case.phase).name());
        assert!(stages.eq(case.stage_of_state));
    }
}

#[test]
fn a_quiet_gap_moves_the_belief_as_in_the_reference() {
    #[derive(Deserialize)]
    struct Case {
        phase: Phase,
        start_seed: u64,
        days: f64,
        completeness: Option<f64>,
        open_question: Option<String>,
        #[serde(flatten)]
        read_out: ReadOut,
    }
    for case in cases::<Case>("quiet gap") {
        let asked =
            Story::of(case.phase).recorded(case.completeness.map_or(defaults(), completeness));
        let asked = match &case.open_question {
            Some(action) => asked.question(0.0, action),
            None => asked,
        };
        let mut belief = Belief::from_state(&MODEL, &asked.start, start_of_seed(case.start_seed));
        for question in &asked.observations {
            belief.observe(&MODEL, question, &mut ());
        }
        belief.advance(&MODEL, case.days, &mut ());
        case.read_out.check(&belief);
    }
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Recorded {
    Sign { day: f64, sign: String, source: String },
    Action { day: f64, action: String, reply: Option<String> },
}

fn told(phase: Phase, steps: &[Recorded]) -> Story {
    steps.iter().fold(Story::of(phase), |story, step| match step {
        Recorded::Sign { day, sign, source } => story.sign_from(*day, sign, source),
        Recorded::Action { day, action, reply: Some(reply) } => story.reply(*day, action, reply),
        Recorded::Action { day, action, reply: None } => story.question(*day, action),
    })
}

#[test]
fn a_sequence_of_evidence_is_filtered_and_explained_as_in_the_reference() {
    #[derive(Deserialize)]
    struct Case {
        phase: Phase,
        steps: Vec<Recorded>,
        until: f64,
        target: Stage,
        explanation: Vec<(f64, String, f64)>,
        #[serde(flatten)]
        read_out: ReadOut,
    }
    for case in cases::<Case>("sequence") {
        let target = StateSet::stage(case.phase, case.target);
        let mut lines = Vec::new();
        let mut ledger = |step: Step<'_>| {
            let change = step.after.log_odds(target) - step.before.log_odds(target);
            lines.push((step.at_days, format!("{:?}", step.kind).to_lowercase(), change));
        };
        let belief = told(case.phase, &case.steps).until_with(case.until, &mut ledger);
        case.read_out.check(&belief);
        assert_eq!(lines.len(), case.explanation.len());
        for (line, expected) in lines.iter().zip(&case.explanation) {
            assert_eq!((line.0, &line.1), (expected.0, &expected.1));
            close(&[line.2], &[expected.2]);
        }
    }
}

#[test]
fn a_signature_carries_the_belief_over_as_in_the_reference() {
    let signed = Story::buying()
        .sign_from(0.0, "contract_signed", "customer_written")
        .observe(0.0, What::PhaseSwitch(Phase::Use));
    for case in cases::<ReadOut>("signature, switch, 30 quiet days") {
        case.check(&signed.until(30.0));
    }
}
