//! Simulated people, and what is believed of them from their records alone.

use anyhow::Context;
use assent_inference::{
    Completeness, History, Model, Phase, Plan, Start, State, StateVector, filter, simulate,
};
use rand::RngExt;
use rand::rngs::StdRng;

/// How long a person is watched, in days: from the first up to the second.
const WATCHED_DAYS: std::ops::Range<u32> = 30..240;

/// Somebody at the end of the time they were watched.
pub(crate) struct Person {
    pub(crate) truth: State,
    pub(crate) belief: StateVector,
    pub(crate) history: History,
}

/// People who are dealt with as usual, and whose dealings are recorded as completely as `kept`.
pub(crate) fn people(
    model: &Model,
    kept: Completeness,
    count: usize,
    rng: &mut StdRng,
) -> anyhow::Result<Vec<Person>> {
    let start = Start { phase: Phase::Buy, at_days: 0.0, completeness: kept };
    let source = model.source("customer_written").context("no such source")?;
    let mut one = || {
        let until_days = f64::from(rng.random_range(WATCHED_DAYS));
        let plan = Plan::of_usual_effort(model, until_days, source, rng);
        let life = simulate(model, &start, &plan, rng);
        let belief = filter(model, &start, &life.history, until_days, &mut ());
        let truth = life.path[life.path.len() - 1].1;
        Person { truth, belief: belief.state().clone(), history: life.history }
    };
    Ok((0..count).map(|_| one()).collect())
}
