//! How long the filter takes for one observation, the quiet time before it included. Run with
//! `--release`.
//!
//! Two kinds of histories, four hundred people over a year each: simulated ones, in which several
//! things are said at one meeting, and spaced ones, in which every observation follows three to
//! twenty days after the last while questions of ours are open. Prints medians of several passes
//! over all of them.

use std::time::Instant;

use assent_inference::{
    Action, Attendance, Belief, Channel, DEFAULT_PRIORS, History, Model, Observation, Phase, Plan,
    Priors, Share, Source, Start, What, filter, simulate,
};
use rand::seq::IndexedRandom;
use rand::{Rng, RngExt, SeedableRng, rngs::StdRng};

const PEOPLE: u64 = 400;
const DAYS: f64 = 365.0;
const PASSES: usize = 15;

/// Actions of ours as they come in practice, some of them questions that stay open for weeks.
const USUAL: [&str; 12] = [
    "call",
    "call",
    "call",
    "mail",
    "mail",
    "mail",
    "meeting",
    "meeting",
    "discovery",
    "demo",
    "send_quote",
    "promise_kept",
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let model = Model::new(&Priors::parse(DEFAULT_PRIORS)?);
    let source = model.source("customer_written").ok_or("the priors lack a source")?;
    let actions: Vec<Action> = USUAL.iter().filter_map(|name| model.action(name)).collect();
    let by_hand = Start { phase: Phase::Buy, at_days: 0.0, completeness: model.completeness() };
    let heard = by_hand.completeness.with(Channel::Written, Share::ONE);
    let connected = Start { completeness: heard.with(Channel::Spoken, Share::ONE), ..by_hand };

    let each = |one: &dyn Fn(&mut StdRng) -> History| -> Vec<History> {
        (0..PEOPLE).map(|seed| one(&mut StdRng::seed_from_u64(seed))).collect()
    };
    let by_hand_lives = each(&|rng| simulated(&model, &by_hand, &actions, source, rng));
    report("simulated, kept by hand", &model, &by_hand, &by_hand_lives);
    let connected_lives = each(&|rng| simulated(&model, &connected, &actions, source, rng));
    report("simulated, connected", &model, &connected, &connected_lives);
    report("spaced", &model, &by_hand, &each(&|rng| spaced(&model, &actions, source, rng)));

    for days in [1.0, 10.0, 30.0, 365.0, 3650.0, 36_500.0] {
        let begin = Belief::begin(&model, &by_hand);
        let micros = median_micros(|| begin.clone().advance(&model, days, &mut ()));
        println!("one gap of {days} days: {micros:.1} µs");
    }
    Ok(())
}

fn report(name: &str, model: &Model, start: &Start, histories: &[History]) {
    let events: usize = histories.iter().map(|history| history.observations().len()).sum();
    let micros = median_micros(|| {
        for history in histories {
            std::hint::black_box(filter(model, start, history, DAYS, &mut ()));
        }
    });
    let gap = DAYS * PEOPLE as f64 / events as f64;
    let each = micros / events as f64;
    println!("{name}: {each:.2} µs an event ({events} events, one in {gap:.1} days)");
}

fn simulated(
    model: &Model,
    start: &Start,
    actions: &[Action],
    source: Source,
    rng: &mut StdRng,
) -> History {
    let mut any_action =
        || (rng.random_range(0.0..DAYS), actions[rng.random_range(0..actions.len())]);
    let actions = (0..30).map(|_| any_action()).collect();
    simulate(model, start, &Plan { actions, until_days: DAYS, source }, rng).history
}

fn spaced(model: &Model, actions: &[Action], source: Source, rng: &mut StdRng) -> History {
    let mut observations = Vec::new();
    let mut at_days = rng.random_range(3.0..20.0);
    while at_days < DAYS {
        let what = anything(model, actions, source, rng);
        observations.push(Observation { at_days, what, label: 0 });
        at_days += rng.random_range(3.0..20.0);
    }
    History::new(observations).expect("time only grows")
}

/// A question of ours, an action with its reply, or a sign of theirs.
fn anything(model: &Model, actions: &[Action], source: Source, rng: &mut impl Rng) -> What {
    let signs: Vec<_> = model.signs().map(|(sign, _)| sign).collect();
    if let Some(&sign) = signs.choose(rng).filter(|_| rng.random_bool(0.3)) {
        return What::Sign { sign, source, through_benefit: false };
    }
    let action = actions[rng.random_range(0..actions.len())];
    if let Some(question) = model.question(action) {
        return What::Question(question);
    }
    let replies: Vec<_> = model.replies(action).map(|(reply, _)| reply).collect();
    let reply = replies[rng.random_range(0..replies.len())];
    What::Reply { reply, source, attendance: Attendance::Chosen }
}

/// The median time of several passes.
fn median_micros(mut pass: impl FnMut()) -> f64 {
    let mut micros: Vec<f64> = (0..PASSES)
        .map(|_| {
            let began = Instant::now();
            pass();
            began.elapsed().as_secs_f64() * 1e6
        })
        .collect();
    micros.sort_by(f64::total_cmp);
    micros[PASSES / 2]
}
