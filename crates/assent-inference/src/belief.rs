//! The filter: what is believed of one person, carried forward through time and evidence.

mod evidence;
mod memory;
mod open;
mod operation;

use crate::generator::{LANES, Lanes};
use crate::ledger::{Ledger, StepKind};
use crate::model::Model;
use crate::observation::{History, Observation, What};
use crate::priors::{Action, Completeness, Question};
use crate::state::{Factor, Phase, State, StateVector};
use crate::state_set::StateSet;
use evidence::Occasion;
use memory::{Kind, Memory};
use open::Open;

pub(crate) use open::Answers;
pub(crate) use operation::Operation;

/// Where a belief begins.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Start {
    /// The phase at that time.
    pub phase: Phase,
    /// The time of the first dealing, in days on the axis of the observations. Not earlier: a clock
    /// that runs before anybody met would take years of silence for evidence.
    pub at_days: f64,
    /// How much of what happens reaches the records.
    pub completeness: Completeness,
}

/// What is believed of one person at one time.
///
/// With Q the generator of the phase, κ the completeness of each channel and τ the reliability of a
/// source, the belief α over the 125 states follows the forward recursion of a hidden Markov model
/// (Rabiner 1989) in continuous time:
///
/// ```text
/// over a quiet gap of Δ days   α ← α exp((Q − diag Σ κ rates) Δ)
/// at an observation            α ← α ⊙ L(z)^τ
/// at an effect                 α ← α exp(G dose)
/// ```
///
/// After each step α is normalised; the logs of the norms add up to the log-evidence.
#[derive(Clone, Debug)]
pub struct Belief {
    at_days: f64,
    phase: Phase,
    completeness: Completeness,
    state: StateVector,
    log_evidence: f64,
    open: Vec<Open>,
    memory: Memory,
    /// By sign, whether it was ever seen.
    happened: Vec<bool>,
    forbidden: Vec<Action>,
    /// The rate per day at which signs would be recorded, by state.
    awaited: Lanes,
    /// What was done so far, where somebody wants to do it again.
    operations: Option<Vec<Operation>>,
}

impl Belief {
    /// A person of whom nothing is known yet: the law at rest in the phase.
    pub fn begin(model: &Model, start: &Start) -> Belief {
        Belief::from_state(model, start, model.start(start.phase).clone())
    }

    /// A person of whom a distribution is known from elsewhere, but no history.
    pub fn from_state(model: &Model, start: &Start, state: StateVector) -> Belief {
        let mut belief = Belief {
            at_days: start.at_days,
            phase: start.phase,
            completeness: start.completeness,
            state,
            log_evidence: 0.0,
            open: Vec::new(),
            memory: Memory::default(),
            happened: vec![false; model.signs().count()],
            forbidden: Vec::new(),
            awaited: [0.0; LANES],
            operations: None,
        };
        belief.await_signs(model);
        belief
    }

    /// The time of the belief, in days on the axis of the observations.
    pub fn at_days(&self) -> f64 {
        self.at_days
    }

    /// The phase that runs.
    pub fn phase(&self) -> Phase {
        self.phase
    }

    /// The distribution over the joint states. Read levels, stages and sets from it.
    pub fn state(&self) -> &StateVector {
        &self.state
    }

    /// The natural log of the probability (density) of all evidence so far, silence included.
    pub fn log_evidence(&self) -> f64 {
        self.log_evidence
    }

    /// The questions that are open now, each with the day on which it lapses.
    pub fn open_questions(&self) -> Vec<(Question, f64)> {
        self.open.iter().map(|open| (open.question, open.lapses_at)).collect()
    }

    /// How often an action was done lately, as far as that weakens what it does: the most frequent of
    /// its replies within the window of the priors.
    pub fn times_done(&self, model: &Model, action: Action) -> usize {
        let window = model.repeat().dose_days;
        let count = |(reply, _)| self.memory.count(Kind::Reply(reply), self.at_days, window);
        model.replies(action).map(count).max().unwrap_or(0)
    }

    /// The actions that a sign of theirs has ruled out until they open the door again.
    pub fn forbidden(&self) -> &[Action] {
        &self.forbidden
    }

    /// How many recorded signs a day to expect, of those awaited now, from somebody who responds:
    /// the mean of `Σ κ rates` over the resting law of the phase, given behaviour at level 2 or
    /// above. 0 if none are awaited.
    pub fn awaited_signs_per_day(&self, model: &Model) -> f64 {
        let (start, responds) = (model.start(self.phase), StateSet::levels(Factor::Behaviour, 2..));
        let signs = |state: State| start.probability(state) * self.awaited[state.index()];
        let sum: f64 = State::all().filter(|z| responds.contains(*z)).map(signs).sum();
        sum / start.mass(responds)
    }

    /// Lets time pass until `to_days`; a time that is not later than the belief's changes nothing.
    pub fn advance(&mut self, model: &Model, to_days: f64, ledger: &mut impl Ledger) {
        while self.at_days < to_days {
            let lapse = self.open.iter().map(|open| open.lapses_at).fold(to_days, f64::min);
            let killing = self.killing(model, lapse);
            self.keep_quiet(model, lapse - self.at_days);
            let generator = model.generator(self.phase);
            let (after, log_mass) =
                generator.propagate(&self.state, &killing, lapse - self.at_days);
            self.at_days = lapse;
            self.open.retain(|open| open.lapses_at > lapse);
            self.log_evidence += log_mass;
            self.settle(after, StepKind::Quiet, None, ledger);
        }
    }

    /// Lets time pass until the observation, and takes it in. Its numbers must be in range, as
    /// [`History`] checks; one dated before the belief's time is taken in at the belief's time.
    pub fn observe(&mut self, model: &Model, observation: &Observation, ledger: &mut impl Ledger) {
        self.advance(model, observation.at_days, ledger);
        let occasion = &mut Occasion { model, label: observation.label, ledger };
        match observation.what {
            What::Sign { sign, source, through_benefit } => {
                self.take_sign(sign, source, through_benefit, occasion);
            }
            What::Reply { reply, source, attendance } => {
                self.take_reply(reply, source, attendance, occasion);
            }
            What::Question(question) => self.ask(model, question),
            What::Value { change } => self.take_value(change, occasion),
            What::PhaseSwitch(phase) => self.switch(phase, occasion),
        }
    }

    /// Takes observations in, by rising time, and then lets time pass until `to_days`.
    pub(crate) fn follow<'a>(
        mut self,
        model: &Model,
        observations: impl IntoIterator<Item = &'a Observation>,
        to_days: f64,
        ledger: &mut impl Ledger,
    ) -> Belief {
        for observation in observations {
            self.observe(model, observation, ledger);
        }
        self.advance(model, to_days, ledger);
        self
    }
}

/// Filters a whole history from `start` until `until_days`, or until its last observation if that
/// is later.
pub fn filter(
    model: &Model,
    start: &Start,
    history: &History,
    until_days: f64,
    ledger: &mut impl Ledger,
) -> Belief {
    Belief::begin(model, start).follow(model, history.observations(), until_days, ledger)
}
