//! How long the model takes over a piece of evidence.

use std::hint::black_box;
use std::time::Instant;

use assent_inference::{
    Action, DEFAULT_PRIORS, History, Model, Phase, Plan, Priors, Start, filter, simulate,
};
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use rand::{RngExt, SeedableRng};

use crate::report::{Goal, Report};

/// People simulated, each over this many days.
const PEOPLE: u64 = 1_000;
const DAYS: f64 = 365.0;
/// Rounds, of which the median counts.
const ROUNDS: usize = 7;
/// Pieces of evidence of the long run.
const MANY: usize = 10_000_000;
/// What a seller does, most often first.
const USUAL: [&str; 8] =
    ["call", "call", "mail", "mail", "meeting", "discovery", "demo", "send_quote"];

pub(crate) fn measure(report: &mut Report) -> anyhow::Result<()> {
    let model = Model::new(&Priors::parse(DEFAULT_PRIORS)?);
    let start = Start { phase: Phase::Buy, at_days: 0.0, completeness: model.completeness() };
    let lives = lives(&model, &start)?;
    let events: usize = lives.iter().map(|life| life.observations().len()).sum();
    let mut rounds: Vec<f64> =
        (0..ROUNDS).map(|_| seconds(|| all(&model, &start, &lives))).collect();
    rounds.sort_by(f64::total_cmp);
    let micros = rounds[ROUNDS / 2] * 1e6 / events as f64;
    let goal = Goal { target: 12.0, unit: "µs", peer: None };
    report.add("refilter evidence, an event and core", None, micros, goal);
    let times = MANY.div_ceil(2 * events);
    let many = || {
        std::thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| (0..times).for_each(|_| all(&model, &start, &lives)));
            }
        });
    };
    let goal = Goal { target: 60.0, unit: "s", peer: None };
    let per_ten_million = seconds(many) * MANY as f64 / (2 * times * events) as f64;
    report.add("refilter 10M events on two cores", None, per_ten_million, goal);
    Ok(())
}

fn all(model: &Model, start: &Start, lives: &[History]) {
    for life in lives {
        black_box(filter(model, start, life, DAYS, &mut ()));
    }
}

fn lives(model: &Model, start: &Start) -> anyhow::Result<Vec<History>> {
    let source = model.source("customer_written");
    let source = source.ok_or_else(|| anyhow::anyhow!("the priors lack a source"))?;
    let actions: Vec<Action> = USUAL.iter().filter_map(|name| model.action(name)).collect();
    let life = |seed| {
        let mut dice = StdRng::seed_from_u64(seed);
        let mut day = 0.0;
        let mut plan = Plan { actions: Vec::new(), until_days: DAYS, source };
        while day < DAYS {
            day += dice.random_range(3.0..20.0);
            plan.actions.extend(actions.choose(&mut dice).map(|action| (day, *action)));
        }
        simulate(model, start, &plan, &mut dice).history
    };
    Ok((0..PEOPLE).map(life).collect())
}

fn seconds(work: impl FnOnce()) -> f64 {
    let began = Instant::now();
    work();
    began.elapsed().as_secs_f64()
}
