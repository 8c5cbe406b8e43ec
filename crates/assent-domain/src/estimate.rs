//! Estimates: a person's evidence run through the model, read on a day, traced over time.

use std::collections::BTreeSet;

use assent_inference::{Belief, Implementing, Model, Moment, StateVector, trajectory};

use crate::evidence::PersonEvidence;
use crate::reading::Reading;
use crate::time::{Day, Timestamp};

/// Points of a curve at most, besides those at the evidence.
const CURVE_POINTS: i64 = 120;

/// What is estimated of one person in one deal.
#[derive(Clone, Debug)]
pub struct Estimate {
    /// The belief right after the last evidence: a function of the evidence alone.
    pub settled: StateVector,
    /// When that was.
    pub settled_at: Timestamp,
    /// Natural logarithm of the probability of all the evidence up to then.
    pub log_evidence: f64,
    /// The belief on the day asked for, silence since then included.
    pub state: StateVector,
    /// The same in the form it is shown.
    pub reading: Reading,
}

/// Runs a person's evidence through the model.
#[must_use]
pub fn estimate(model: &Model, evidence: &PersonEvidence) -> Estimate {
    estimate_as(model, evidence, Implementing::Own)
}

/// The same, with "implementing" read off as told.
#[must_use]
pub fn estimate_as(
    model: &Model,
    evidence: &PersonEvidence,
    implementing: Implementing,
) -> Estimate {
    let mut belief = Belief::begin(model, &evidence.start());
    let mut settled_at = evidence.first.0;
    for observation in evidence.history.observations() {
        belief.observe(model, observation, &mut ());
        settled_at = evidence.labels.get(observation.label as usize).map_or(settled_at, |l| l.at);
    }
    let (settled, log_evidence) = (belief.state().clone(), belief.log_evidence());
    belief.advance(model, evidence.until_days(), &mut ());
    let reading = Reading::of(
        belief.state(),
        belief.phase(),
        implementing,
        evidence.until,
        evidence.count(),
        evidence.last_at(),
    );
    Estimate { settled, settled_at, log_evidence, state: belief.state().clone(), reading }
}

/// How the belief moved from the first dealing on, or from a renewal on: at even steps, and on the day of each piece of
/// evidence and the day before it, so that a curve shows the leap.
#[must_use]
pub fn curve(model: &Model, evidence: &PersonEvidence) -> Vec<(Day, Moment)> {
    let days = days_of_curve(evidence);
    let at: Vec<f64> = days.iter().map(|day| evidence.clock_on(*day)).collect();
    let moments = trajectory(model, &evidence.start(), &evidence.history, &at);
    days.into_iter().zip(moments).collect()
}

fn days_of_curve(evidence: &PersonEvidence) -> Vec<Day> {
    let first = evidence.first_day().number();
    let last = evidence.until.number().max(first);
    let step = ((last - first) / CURVE_POINTS).max(1);
    let mut days: BTreeSet<i64> =
        (first..=last).step_by(usize::try_from(step).unwrap_or(1)).chain([last]).collect();
    for label in &evidence.labels {
        let day = Day::from(label.at.date()).number();
        days.extend([day - 1, day].into_iter().filter(|day| (first..=last).contains(day)));
    }
    days.into_iter().map(Day::from_number).collect()
}
