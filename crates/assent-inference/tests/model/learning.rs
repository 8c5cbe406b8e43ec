//! What is learned of figures that are not those of the priors, from dealings drawn under the truth.

use std::ops::ControlFlow;

use assent_inference::{
    Channel, DEFAULT_PRIORS, Dealing, Learning, Model, Phase, Plan, Priors, Setting, Settings,
    Share, Start, learn, overlaid, simulate,
};
use rand::{RngExt, SeedableRng, rngs::StdRng};
use rstest::rstest;

use crate::given::MODEL;

fn shipped() -> Priors {
    Priors::parse(DEFAULT_PRIORS).unwrap()
}

/// The shipped priors with other figures.
fn with<const N: usize>(figures: [(&str, Setting); N]) -> Model {
    let settings: Settings =
        figures.into_iter().map(|(key, setting)| (key.to_owned(), Some(setting))).collect();
    Model::new(&Priors::parse(&overlaid(DEFAULT_PRIORS, &settings).unwrap()).unwrap())
}

/// Dealings of the usual effort by a truth, with all answers recorded.
fn dealings(truth: &Model, count: usize, seed: u64) -> Vec<Dealing> {
    let mut rng = StdRng::seed_from_u64(seed);
    let source = truth.source("seller_note").unwrap();
    let completeness = truth.completeness().with(Channel::Reply, Share::ONE);
    let start = Start { phase: Phase::Buy, at_days: 0.0, completeness };
    let mut one = || {
        let until_days = f64::from(rng.random_range(30..240));
        let plan = Plan::of_usual_effort(truth, until_days, source, &mut rng);
        let history = simulate(truth, &start, &plan, &mut rng).history;
        Dealing { start, history, until_days }
    };
    (0..count).map(|_| one()).collect()
}

fn learned(dealings: &[Dealing]) -> Learning {
    learn(&shipped(), dealings, |_| ControlFlow::Continue(())).unwrap()
}

fn entry<'a>(learned: &'a Learning, key: &str) -> &'a assent_inference::LearnedEntry {
    learned.entries.iter().find(|entry| entry.key == key).unwrap()
}

#[rstest]
#[case(1)]
#[case(2)]
#[case(3)]
fn the_objective_never_falls(#[case] seed: u64) {
    let truth = with([
        ("sign.inbound_mail.most_per_year", Setting::Number(120.0)),
        ("factor.B.half_life_days", Setting::Number(20.0)),
    ]);
    let learned = learned(&dealings(&truth, 40, seed));
    assert!(learned.climb.is_sorted(), "{:?}", learned.climb);
    assert!(learned.climb.len() > 4 && learned.settled, "{learned:?}");
}

/// Not within so and so many percent, but within three of the errors that are stated.
#[test]
fn figures_that_are_far_off_are_found_within_the_error_stated() {
    let truths = [
        ("sign.inbound_mail.most_per_year", vec![120.0]),
        ("sign.inbound_mail.B", vec![-3.0, -1.3, 0.6, 0.8, 0.9]),
        ("sign.warm_words.most_per_contact", vec![1.5]),
        ("sign.warm_words.P", vec![-1.2, -0.6, 0.0, 1.2, 1.8]),
        ("action.call.reply.answered.base", vec![-1.0]),
        ("action.call.reply.answered.B", vec![-2.0, 0.2, 0.7, 1.6, 2.2]),
        ("action.mail.reply.answered.most_per_100_days", vec![30.0]),
        ("factor.B.half_life_days", vec![25.0]),
    ];
    let setting = |values: &Vec<f64>| match values[..] {
        [number] => Setting::Number(number),
        _ => Setting::Numbers(values.clone()),
    };
    let truth = with(truths.clone().map(|(key, values)| (key, setting(&values))));
    let learned = learned(&dealings(&truth, 150, 7));
    for (key, truth) in truths {
        let found = entry(&learned, key);
        for (at, truth) in truth.into_iter().enumerate() {
            let (value, error) = (found.values[at], found.errors[at]);
            let off = (value - truth).abs();
            assert!(off <= 3.0 * error + 1e-9, "{key} {at}: {value} ± {error}, in truth {truth}");
        }
    }
    // Experience was off by far more than that.
    let rate = entry(&learned, "sign.inbound_mail.most_per_year");
    assert!((120.0 - rate.before[0]) > 2.0 * (120.0 - rate.values[0]).abs(), "{rate:?}");
}

#[test]
fn what_experience_says_nothing_of_stays_and_what_it_says_rises_rises() {
    let learned = learned(&dealings(&MODEL, 60, 5));
    assert!(learned.entries.iter().all(|entry| entry.key != "sign.warm_words.C"));
    let mut weights = 0;
    for one in learned.entries.iter().filter(|entry| entry.values.len() == 5) {
        let rises = |of: &[f64]| of.is_sorted();
        let falls = |of: &[f64]| of.is_sorted_by(|one, next| one >= next);
        assert!(!rises(&one.before) || rises(&one.values), "{one:?}");
        assert!(!falls(&one.before) || falls(&one.values), "{one:?}");
        assert_eq!((one.values[2], one.errors[2]), (one.before[2], 0.0), "{one:?}");
        weights += 1;
    }
    assert!(weights > 10);
}

#[test]
fn few_records_teach_nothing() {
    let learned = learned(&dealings(&MODEL, 2, 5));
    assert!(learned.entries.is_empty() && learned.settled && learned.passes == 0);
    let learned = self::learned(&[]);
    assert!(learned.entries.is_empty() && learned.dealings == 0);
}

/// Half-lives need many dealings; of rare signs nothing is learned.
#[test]
fn each_figure_is_learned_once_there_is_enough_of_it() {
    let learned = learned(&dealings(&MODEL, 60, 6));
    let keys: Vec<&str> = learned.entries.iter().map(|entry| entry.key.as_str()).collect();
    assert!(keys.contains(&"sign.inbound_mail.most_per_year"));
    assert!(keys.iter().all(|key| !key.starts_with("factor.")), "{keys:?}");
    assert!(keys.iter().all(|key| !key.starts_with("sign.reference_given")), "{keys:?}");
    assert!(
        learned.entries.iter().all(|entry| entry.recorded > 0 || entry.key.contains(".reply."))
    );
}

#[test]
fn whoever_watches_may_break_it_off() {
    let dealings = dealings(&MODEL, 20, 8);
    let mut told = Vec::new();
    let broken = learn(&shipped(), &dealings, |progress| {
        told.push((progress.passes, progress.dealings, progress.of));
        if progress.passes == 1 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    assert!(broken.is_none());
    assert_eq!((told[0], told[told.len() - 1]), ((0, 1, 20), (1, 1, 20)));
}

/// The weights of an entry that counts for more are written without that.
#[test]
fn a_strength_is_not_learned_into_the_weights() {
    let dealings = dealings(&MODEL, 60, 5);
    let settings: Settings = [
        ("sign.warm_words.strength", Setting::Number(4.0)),
        (
            "sign.warm_words.P",
            Setting::Numbers([-2.2, -1.1, 0.0, 0.6, 1.0].map(|w| w / 1.5).to_vec()),
        ),
    ]
    .into_iter()
    .map(|(key, setting)| (key.to_owned(), Some(setting)))
    .collect();
    let strong = Priors::parse(&overlaid(DEFAULT_PRIORS, &settings).unwrap()).unwrap();
    let strong = learn(&strong, &dealings, |_| ControlFlow::Continue(())).unwrap();
    let plain = learned(&dealings);
    let [strong, plain] = [&strong, &plain].map(|of| entry(of, "sign.warm_words.P"));
    for level in 0..5 {
        assert!((1.5 * strong.values[level] - plain.values[level]).abs() < 1e-6, "{strong:?}");
        assert!((1.5 * strong.errors[level] - plain.errors[level]).abs() < 1e-6, "{strong:?}");
    }
}
