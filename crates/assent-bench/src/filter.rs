//! How long the model takes over a piece of evidence.

use std::hint::black_box;
use std::time::Instant;

use anyhow::Context;
use assent_inference::{
    Action, Completeness, DEFAULT_PRIORS, History, Model, Phase, Plan, Priors, Start, filter,
    simulate,
};
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use rand::{RngExt, SeedableRng};

use crate::processes;
use crate::report::{Goal, Report};

/// People simulated, each over this many days.
const PEOPLE: u64 = 1_000;
pub(crate) const DAYS: f64 = 365.0;
/// Rounds, of which the median counts.
const ROUNDS: usize = 7;
/// Pieces of evidence of the long run.
const MANY: usize = 10_000_000;
/// What a seller does, most often first.
const USUAL: [&str; 8] =
    ["call", "call", "mail", "mail", "meeting", "discovery", "demo", "send_quote"];

pub(crate) fn measure(report: &mut Report) -> anyhow::Result<()> {
    let model = Model::new(&Priors::parse(DEFAULT_PRIORS)?);
    let lives = Lives::simulated(&model, model.completeness(), PEOPLE)?;
    let goal = Goal { target: 12.0, unit: "µs", peer: None };
    let micros = lives.micros_a_round() / lives.events() as f64;
    report.add("refilter evidence, an event and core", None, micros, goal);
    let goal = Goal { target: 60.0, unit: "s", peer: None };
    let long = LongRun::of(&lives);
    report.add("refilter 10M events on two cores", None, long.seconds, goal);
    let goal = Goal { target: 64.0, unit: "MB", peer: None };
    report.add("memory at its peak while refiltering", None, long.peak_mb, goal);
    Ok(())
}

/// Simulated people, to be filtered.
pub(crate) struct Lives<'a> {
    pub(crate) model: &'a Model,
    pub(crate) start: Start,
    pub(crate) histories: Vec<History>,
}

impl Lives<'_> {
    pub(crate) fn simulated(
        model: &Model,
        completeness: Completeness,
        people: u64,
    ) -> anyhow::Result<Lives<'_>> {
        let start = Start { phase: Phase::Buy, at_days: 0.0, completeness };
        let source = model.source("customer_written").context("the priors lack a source")?;
        let actions: Vec<Action> = USUAL.iter().filter_map(|name| model.action(name)).collect();
        let life = |seed| {
            let mut dice = StdRng::seed_from_u64(seed);
            let mut day = 0.0;
            let mut plan = Plan { actions: Vec::new(), until_days: DAYS, source };
            while day < DAYS {
                day += dice.random_range(3.0..20.0);
                plan.actions.extend(actions.choose(&mut dice).map(|action| (day, *action)));
            }
            simulate(model, &start, &plan, &mut dice).history
        };
        Ok(Lives { model, start, histories: (0..people).map(life).collect() })
    }

    pub(crate) fn events(&self) -> usize {
        self.histories.iter().map(|history| history.observations().len()).sum()
    }

    /// How long it takes to filter them all once.
    pub(crate) fn micros_a_round(&self) -> f64 {
        let mut rounds: Vec<f64> = (0..ROUNDS).map(|_| seconds(|| self.filter())).collect();
        rounds.sort_by(f64::total_cmp);
        rounds[ROUNDS / 2] * 1e6
    }

    fn filter(&self) {
        for history in &self.histories {
            black_box(filter(self.model, &self.start, history, DAYS, &mut ()));
        }
    }
}

/// Ten million pieces of evidence on two cores.
pub(crate) struct LongRun {
    pub(crate) seconds: f64,
    /// The most memory this process has held so far.
    pub(crate) peak_mb: f64,
}

impl LongRun {
    /// Filters the same people again and again.
    pub(crate) fn of(lives: &Lives<'_>) -> LongRun {
        let times = MANY.div_ceil(2 * lives.events());
        let many = || {
            std::thread::scope(|scope| {
                for _ in 0..2 {
                    scope.spawn(|| (0..times).for_each(|_| lives.filter()));
                }
            });
        };
        let done = 2 * times * lives.events();
        let seconds = seconds(many) * MANY as f64 / done as f64;
        LongRun { seconds, peak_mb: processes::peak_mb(std::process::id()) }
    }
}

fn seconds(work: impl FnOnce()) -> f64 {
    let began = Instant::now();
    work();
    began.elapsed().as_secs_f64()
}
