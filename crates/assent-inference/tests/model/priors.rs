//! Priors files: what is refused, and where the fault lies.

use assent_inference::{
    Awaited, Channel, Completeness, DEFAULT_PRIORS, Direction, Exposure, Factor, Model, Phase,
    Precondition, Priors, Share,
};
use rstest::rstest;

use crate::given::{MODEL, completeness, distance};

/// The faults of the shipped priors after one replacement, as printed.
fn faults(original: &str, changed: &str) -> Vec<String> {
    let text = DEFAULT_PRIORS.replacen(original, changed, 1);
    assert!(text != DEFAULT_PRIORS, "{original:?} is not in the priors");
    let faults = Priors::parse(&text).unwrap_err();
    faults.faults().iter().map(ToString::to_string).collect()
}

/// The number of the first line of the shipped priors that holds `text`.
fn line_of(text: &str) -> usize {
    1 + DEFAULT_PRIORS.lines().position(|line| line.contains(text)).unwrap()
}

#[rstest]
#[case::unknown_key(
    "half_life_days = 60",
    "half_live_days = 60\nhalf_life_days = 60",
    "factor.B.half_live_days: is not a known key"
)]
#[case::wrong_length(
    "C = [-1.2, 0.0, 0.0, 0.0, 0.0]",
    "C = [-1.2, 0.0, 0.0, 0.0]",
    "sign.inbound_call.C: must be a list of 5 values"
)]
#[case::no_number(
    "most_per_year = 40",
    "most_per_year = \"often\"",
    "sign.inbound_mail.most_per_year: must be a number"
)]
#[case::not_positive(
    "half_life_days = 365",
    "half_life_days = 0",
    "factor.C.half_life_days: must be positive, between a millionth and a million"
)]
#[case::not_finite(
    "half_life_days = 365",
    "half_life_days = inf",
    "factor.C.half_life_days: must be positive, between a millionth and a million"
)]
#[case::no_distribution(
    "rest.buy = [0.40,",
    "rest.buy = [0.50,",
    "factor.C.rest.buy: must add up to 1, not to 1.1"
)]
#[case::unknown_declining_reply(
    "\"call.refused\"",
    "\"call.sulked\"",
    "advice.declines: there is no reply \"call.sulked\""
)]
#[case::unknown_suited_role(
    "trial = [\"evaluator\"",
    "trial = [\"tester\"",
    "advice.suits.trial: there is no role \"tester\""
)]
#[case::unknown_suited_action(
    "trial = [\"evaluator\"",
    "trail = [\"evaluator\"",
    "advice.suits.trail: is no action"
)]
#[case::unknown_answer_to_a_question(
    "asks = [\"stated_criterion\"]",
    "asks = [\"stated_hope\"]",
    "question.criteria.asks: there is no sign \"stated_hope\""
)]
#[case::unknown_forbidden(
    "\"demo\", \"discovery\"]",
    "\"dinner\"]",
    "sign.told_us_to_stop.forbids: there is no action \"dinner\""
)]
#[case::unknown_opened(
    "opens = \"call_back\"",
    "opens = \"ring_back\"",
    "action.call.reply.no_answer.opens: there is no action \"ring_back\""
)]
#[case::opened_is_no_question(
    "opens = \"call_back\"",
    "opens = \"demo\"",
    "action.call.reply.no_answer.opens: \"demo\" has no open_days: it is no question"
)]
#[case::unknown_condition(
    "after = \"message\"",
    "after = \"lunch\"",
    "action.call_back.after: must be one of: contact, message, promise, complaint"
)]
#[case::unknown_channel(
    "channel = \"spoken\"",
    "channel = \"telepathy\"",
    "sign.inbound_call.channel: must be one of: written, spoken, contact, milestone"
)]
#[case::unknown_phase(
    "phase = \"use\"",
    "phase = \"lose\"",
    "sign.usage_up.phase: must be one of: buy, use, both"
)]
#[case::empty_why(
    "why = \"signs\"",
    "why = \" \"",
    "sign.contract_signed.why: must be a text that is not empty"
)]
#[case::share_above_one(
    "milestone = 0.95",
    "milestone = 1.05",
    "completeness.milestone: must lie between 0 and 1"
)]
#[case::no_reliability(
    "third_party = 0.5",
    "third_party = 0.0",
    "sources.third_party: must be greater than 0 and at most 1"
)]
#[case::no_level(
    "P_to = [0, 1, 2, 3, 3]",
    "P_to = [0, 1, 2, 3, 5]",
    "switch.P_to: must be a level, 0 to 4"
)]
#[case::weight_out_of_range(
    "B = [-3.0, -1.0, 0.6, 1.1, 1.4]",
    "B = [-30.0, -1.0, 0.6, 1.1, 1.4]",
    "sign.inbound_call.B: must lie between -20 and 20"
)]
#[case::negative_dose(
    "dose = { P_down = 0.2 }",
    "dose = { P_down = -0.2 }",
    "sign.complaint.dose.P_down: must lie between 0 and 1000"
)]
#[case::unknown_dose(
    "dose = { P_down = 0.2 }",
    "dose = { P_downwards = 0.2 }",
    "sign.complaint.dose.P_downwards: is not a known key"
)]
#[case::unknown_proof(
    "proves = \"vouched\"",
    "proves = \"hoped\"",
    "sign.reference_given.proves: must be one of: endorsed, declared, realised, vouched"
)]
#[case::no_stand_of_their_own(
    "susceptibility = 0.5",
    "susceptibility = 1.0",
    "role.user.susceptibility: must lie between 0 and 0.95"
)]
#[case::never_heard_of(
    "pace_in_use = 1.0",
    "pace_in_use = 0",
    "role.user.pace_in_use: must be greater than 0 and at most 1"
)]
#[case::fades_at_once(
    "half_life_days = 730",
    "half_life_days = 0",
    "tie.trusts.half_life_days: must be positive, between a millionth and a million"
)]
#[case::unknown_key_of_a_tie(
    "weight = 0.8",
    "wait = 1\nweight = 0.8",
    "tie.trusts.wait: is not a known key"
)]
#[case::sure_to_win(
    "base_rate = 0.25",
    "base_rate = 1.0",
    "win.base_rate: must lie between 0.0001 and 0.9999"
)]
#[case::spans_that_do_not_rise(
    "age_days = [30, 90, 180, 365]",
    "age_days = [30, 90, 90, 365]",
    "closing.age_days: must rise"
)]
#[case::flutters(
    "avoids = { on = 0.6, off = 0.5 }",
    "avoids = { on = 0.6, off = 0.7 }",
    "control.avoids.off: must not lie above on"
)]
#[case::no_stage_of_buying(
    "approval_due = \"committed\"",
    "approval_due = \"vouching\"",
    "control.gap.approval_due: must be one of: blocked, unaware, aware, interested, evaluating, \
     preferring, committed"
)]
#[case::too_like_the_expected_rate(
    "ratio = 0.4 ",
    "ratio = 0.9 ",
    "control.stall.ratio: must lie between 0.1 and 0.6"
)]
#[case::half_a_stay(
    "least_ended = 8",
    "least_ended = 7.5",
    "control.time_in_stage.least_ended: must be a whole number from 1"
)]
#[case::unknown_milestone(
    "milestone = \"approval\"",
    "milestone = \"applause\"",
    "sign.approval_given.milestone: must be one of: endorsement, approval"
)]
#[case::no_strength(
    "most_per_year = 8",
    "strength = 6\nmost_per_year = 8",
    "sign.complaint.strength: must be a strength, 1 to 5"
)]
#[case::no_flag(
    "reopens = true",
    "reopens = 1",
    "sign.inbound_call.reopens: must be true or false"
)]
fn a_fault_is_named_with_its_line_and_key(
    #[case] original: &str,
    #[case] changed: &str,
    #[case] fault: &str,
) {
    assert_eq!(faults(original, changed), [format!("line {}: {fault}", line_of(original))]);
}

#[test]
fn a_missing_key_is_named_with_the_line_of_its_table() {
    let line = line_of("[sign.inbound_mail]");
    let fault = format!("line {line}: sign.inbound_mail.phase: is missing");
    assert_eq!(faults("effort\"\nphase = \"both\"\n", "effort\"\n"), [fault]);
}

#[test]
fn a_question_says_how_much_it_brings_out() {
    let found =
        faults("asks = [\"stated_criterion\"]", "asks = [\"stated_criterion\", \"usage_up\"]");
    assert_eq!(found.len(), 1);
    assert!(found[0].ends_with("so it must say how many days"), "{found:?}");
    assert_eq!(faults("asks = [\"stated_criterion\"]", "asks = []").len(), 1);
}

#[test]
fn a_missing_table_is_named() {
    let found = faults("[switch]", "[swatch]");
    assert!(found.contains(&"line 1: switch: is missing".to_owned()), "{found:?}");
}

#[test]
fn all_faults_are_reported_at_once() {
    let text = DEFAULT_PRIORS
        .replace("\nhalf_life_days = 365", "\nhalf_life_days = -1")
        .replace("[0.40, 0.30, 0.15, 0.10, 0.05]", "[0.40, 0.30, 0.15, 0.10]")
        .replace("opens = \"call_back\"", "opens = \"nothing\"")
        .replace("\ndays = 14", "\ndays = true");
    let faults = Priors::parse(&text).unwrap_err();
    let keys: Vec<&str> = faults.faults().iter().map(|fault| fault.key.as_str()).collect();
    let expected = [
        "factor.C.rest.buy",
        "factor.C.half_life_days",
        "repeat.days",
        "action.call.reply.no_answer.opens",
    ];
    assert_eq!(keys, expected);
}

#[test]
fn a_file_that_is_no_toml_is_refused_with_its_line() {
    let error = Priors::parse("version = 1\nsource = \"x\"\nn_equiv = = 4\n").unwrap_err();
    assert_eq!(error.faults()[0].line, 3);
}

#[test]
fn a_menu_can_be_built_from_the_model() {
    let stop = MODEL.sign_prior(MODEL.sign("told_us_to_stop").unwrap());
    assert_eq!(stop.weights.direction(Factor::Behaviour), Direction::Falling);
    assert_eq!(stop.weights.direction(Factor::Cognition), Direction::Flat);
    assert_eq!((stop.provenance.source.as_str(), stop.provenance.n_equiv), ("expert prior", 4.0));
    assert!(stop.phases.include(Phase::Buy) && stop.phases.include(Phase::Use));
    assert_eq!(stop.exposure.channel(), Channel::Milestone);

    let criterion = MODEL.sign_prior(MODEL.sign("stated_criterion").unwrap());
    assert_eq!(criterion.exposure, Exposure::Contact { most_per_contact: 0.6 });
    assert_eq!(criterion.benefit.importance, 1.0);
    assert!(!criterion.phases.include(Phase::Use));

    let signed = MODEL.sign_prior(MODEL.sign("contract_signed").unwrap());
    assert_eq!(signed.awaited, Awaited::UntilSeen);

    let quote = MODEL.action("send_quote").unwrap();
    assert_eq!(MODEL.action_prior(quote).after, Some(Precondition::Contact));
    let names: Vec<&str> = MODEL.replies(quote).map(|(_, reply)| reply.name.as_str()).collect();
    assert_eq!(names, ["accepted", "negotiating", "rejected"]);
    assert_eq!(MODEL.reply(quote, "held"), None);
    assert_eq!(MODEL.question(MODEL.action("demo").unwrap()), None);
}

#[test]
fn an_entry_may_name_its_own_provenance() {
    let text = DEFAULT_PRIORS.replace(
        "[sign.inbound_call]\n",
        "[sign.inbound_call]\nsource = \"learned\"\nn_equiv = 40\n",
    );
    let model = Model::new(&Priors::parse(&text).unwrap());
    let call = model.sign_prior(model.sign("inbound_call").unwrap());
    assert_eq!((call.provenance.source.as_str(), call.provenance.n_equiv), ("learned", 40.0));
}

#[test]
fn a_strength_multiplies_the_weights_of_its_evidence() {
    let text = DEFAULT_PRIORS.replace("[sign.warm_words]\n", "[sign.warm_words]\nstrength = 4\n");
    let model = Model::new(&Priors::parse(&text).unwrap());
    let weights = |model: &Model| {
        let words = model.sign_prior(model.sign("warm_words").unwrap());
        (words.strength.number(), *words.weights.of(Factor::Psychology))
    };
    let (given, stronger) = (weights(&MODEL), weights(&model));
    assert_eq!((given.0, stronger.0), (3, 4));
    assert!(distance(&stronger.1, &given.1.map(|weight| 1.5 * weight)) < 1e-15);
}

#[test]
fn different_numbers_never_carry_the_same_version() {
    let shipped = Priors::parse(DEFAULT_PRIORS).unwrap();
    let reworded = Priors::parse(&format!("{DEFAULT_PRIORS}# a remark\n")).unwrap();
    let halved = shipped.clone().with_half_lives_times(0.5);
    let sparse = shipped.clone().with_completeness(completeness(0.1));
    let versions = [shipped, reworded, halved, sparse].map(|priors| Model::new(&priors).version());
    for (k, version) in versions.iter().enumerate() {
        assert_eq!(version.number, 1);
        assert!(!versions[..k].contains(version));
    }
}

#[rstest]
#[case(0.5)]
#[case(2.0)]
fn other_half_lives_keep_the_resting_law(#[case] times: f64) {
    let priors = Priors::parse(DEFAULT_PRIORS).unwrap().with_half_lives_times(times);
    let model = Model::new(&priors);
    assert_eq!(model.factor_prior(Factor::Behaviour).half_life_days, 60.0 * times);
    // All rates share the factor, so the stationary law does not see it.
    let shift = distance(model.start(Phase::Buy).as_array(), MODEL.start(Phase::Buy).as_array());
    assert!(shift < 1e-14, "{shift:e}");
}

#[test]
fn another_completeness_becomes_the_default() {
    let tenth: Completeness = completeness(0.1);
    let priors = Priors::parse(DEFAULT_PRIORS).unwrap().with_completeness(tenth);
    assert_eq!(Model::new(&priors).completeness(), tenth);
    assert!(Share::new(1.1).is_err() && Share::new(f64::NAN).is_err());
}
