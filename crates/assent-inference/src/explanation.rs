//! Why a belief stands where it stands: contributions in log-odds that add up exactly.

use crate::belief::{Belief, Start};
use crate::ledger::{Ledger, Step, StepKind};
use crate::model::Model;
use crate::observation::History;
use crate::state::StateVector;
use crate::state_set::StateSet;

/// Natural-log odds in points: `10 · log₂(odds ratio)`, so that 10 points double the odds.
pub fn points(log_odds: f64) -> f64 {
    10.0 * log_odds / std::f64::consts::LN_2
}

/// What one step of the filter did for or against the target.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line {
    /// When the step ended.
    pub at_days: f64,
    /// What it was.
    pub kind: StepKind,
    /// The label of the observation that caused it; none for quiet time.
    pub label: Option<u32>,
    /// `logit P(target | after) − logit P(target | before)`.
    pub log_odds: f64,
}

/// Where a contribution comes from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cause {
    /// Quiet time: forgetting, and silence where something could have been heard.
    Drift {
        /// When it began.
        from_days: f64,
        /// When it ended.
        to_days: f64,
    },
    /// An observation, with all that followed from it at once.
    Observation {
        /// When.
        at_days: f64,
        /// Its label.
        label: u32,
    },
}

/// Neighbouring lines of one cause, added up.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contribution {
    /// Where it comes from.
    pub cause: Cause,
    /// The sum of its lines, in natural-log odds.
    pub log_odds: f64,
}

/// The account of how the odds of a target came about, within one phase.
///
/// `prior + Σ lines = posterior`, exactly but for rounding: the lines are differences of
/// neighbouring log-odds, so the sum telescopes. A phase switch empties levels, and the log-odds of
/// next to nothing are no numbers to add; the account therefore begins anew with every phase. To
/// explain an earlier phase, filter only until it ended.
///
/// Lines depend on order: each says what the step did given all before it. To rank evidence, see
/// [`crate::leave_one_out`].
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    target: StateSet,
    began_days: f64,
    prior: f64,
    posterior: f64,
    lines: Vec<Line>,
}

impl Explanation {
    /// An account that begins with a belief as it stands. Hand it as the ledger to everything that
    /// follows.
    pub fn begin(target: StateSet, belief: &Belief) -> Explanation {
        Explanation::from_state(target, belief.at_days(), belief.state())
    }

    fn from_state(target: StateSet, began_days: f64, state: &StateVector) -> Explanation {
        let prior = state.log_odds(target);
        Explanation { target, began_days, prior, posterior: prior, lines: Vec::new() }
    }

    /// What is explained.
    pub fn target(&self) -> StateSet {
        self.target
    }

    /// The log-odds of the target when the account began.
    pub fn prior_log_odds(&self) -> f64 {
        self.prior
    }

    /// The log-odds of the target now.
    pub fn posterior_log_odds(&self) -> f64 {
        self.posterior
    }

    /// Every step, in order.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// The lines with quiet time between observations made one drift, and the steps of one
    /// observation made one contribution; the sum is the same.
    pub fn contributions(&self) -> Vec<Contribution> {
        let mut contributions: Vec<Contribution> = Vec::new();
        let mut since = self.began_days;
        for line in &self.lines {
            let cause = match line.label {
                Some(label) => Cause::Observation { at_days: line.at_days, label },
                None => Cause::Drift { from_days: since, to_days: line.at_days },
            };
            since = line.at_days;
            match contributions.last_mut() {
                Some(last) if continues(last.cause, cause) => {
                    last.cause = joined(last.cause, cause);
                    last.log_odds += line.log_odds;
                }
                _ => contributions.push(Contribution { cause, log_odds: line.log_odds }),
            }
        }
        contributions
    }
}

fn continues(last: Cause, next: Cause) -> bool {
    match (last, next) {
        (Cause::Drift { .. }, Cause::Drift { .. }) => true,
        (Cause::Observation { .. }, Cause::Observation { .. }) => last == next,
        _ => false,
    }
}

fn joined(last: Cause, next: Cause) -> Cause {
    match (last, next) {
        (Cause::Drift { from_days, .. }, Cause::Drift { to_days, .. }) => {
            Cause::Drift { from_days, to_days }
        }
        _ => next,
    }
}

impl Ledger for Explanation {
    fn record(&mut self, step: Step<'_>) {
        if step.kind == StepKind::Phase {
            *self = Explanation::from_state(self.target, step.at_days, step.after);
            return;
        }
        let posterior = step.after.log_odds(self.target);
        let log_odds = posterior - self.posterior;
        let Step { at_days, kind, label, .. } = step;
        self.lines.push(Line { at_days, kind, label, log_odds });
        self.posterior = posterior;
    }
}

/// Filters a history and explains the odds of `target` in the phase that runs at its end.
pub fn explain(
    model: &Model,
    start: &Start,
    history: &History,
    until_days: f64,
    target: StateSet,
) -> Explanation {
    let begin = Belief::begin(model, start);
    let mut explanation = Explanation::begin(target, &begin);
    begin.follow(model, history.observations(), until_days, &mut explanation);
    explanation
}
