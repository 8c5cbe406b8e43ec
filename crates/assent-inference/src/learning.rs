//! Learning the priors' figures from dealings: expectation and maximisation (Dempster, Laird and Rubin
//! 1977) for the hidden Markov model in continuous time, around what experience says.
//!
//! Climbed is
//!
//! ```text
//! Σ over dealings log-evidence + log-density of the figures around those of the priors
//! ```
//!
//! Each pass takes every dealing forwards and backwards, which gives the expected jumps, the days
//! spent in each state and the places in which signs and replies came ([`crate::sojourn`] has the
//! integrals); then the figures are set to their maximum given those. The objective never falls.
//!
//! Learned are, each once there are enough records of it: how often signs come and answers arrive and
//! how they weigh, by level; how the replies to an action weigh against each other; and the half-lives.
//! Each number is normal around the priors' with `n_equiv` as its precision, in natural logs, so that
//! an entry counts like that many observations; a pace has the gamma law of that many jumps. A factor
//! of which the priors say nothing stays flat, and one that they say rises or falls goes on doing so.
//!
//! Not learned: resting laws, coupling and doses, for what moves people and what shows it cannot be
//! told apart by records alone; what belongs to the group and to winning; and completeness, which
//! comes first and is given (see [`crate::estimate_completeness`]). All records are taken at their word
//! here, as there.

mod data;
mod errors;
mod expected;
mod log_linear;
mod maximisation;
mod passes;
mod report;
mod tape;
mod values;

use std::ops::ControlFlow;

use crate::belief::Operation;
use crate::completeness::Dealing;
use crate::model::Model;
use crate::priors::{Priors, Reply, Sign};
use crate::state::Factor;
use expected::Expected;
use maximisation::maximise;
use passes::{Effects, Figures, Room};
use tape::{Tape, Teaches};
use values::{Centres, Learnable, Values};

pub use report::LearnedEntry;

/// A sign, an answer or the replies to an action are learned once this many were recorded.
pub const LEAST_RECORDED: usize = 20;
/// Half-lives are learned from this many dealings on.
pub const LEAST_DEALINGS: usize = 100;
/// A pass that gains less, by dealing, ends the climb.
const LEAST_GAIN: f64 = 2e-5;
/// As does this many passes.
const MOST_PASSES: usize = 60;

/// How far learning has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Passes over all dealings that are done.
    pub passes: usize,
    /// Passes at most.
    pub most_passes: usize,
    /// Dealings done in the pass that runs.
    pub dealings: usize,
    /// All dealings.
    pub of: usize,
}

/// What was learned.
#[derive(Clone, Debug)]
pub struct Learning {
    /// The learned figures, each beside the one it replaces, in the order of the priors file. Empty
    /// if there were too few records of everything.
    pub entries: Vec<LearnedEntry>,
    /// The objective after each step. It never falls.
    pub climb: Vec<f64>,
    /// Whether it had stopped rising.
    pub settled: bool,
    /// Passes over all dealings, those included that led down and were taken back.
    pub passes: usize,
    /// From how many dealings.
    pub dealings: usize,
}

/// Learns from dealings, around the figures of `priors`; `None` if `watch`, which is told of every
/// dealing done, breaks it off.
///
/// The completeness of each dealing's start is taken for true. Time: about as many passes as a few
/// dozen, each some ten times as long as filtering all dealings; memory: a few hundred bytes for each
/// observation.
pub fn learn(
    priors: &Priors,
    dealings: &[Dealing],
    mut watch: impl FnMut(Progress) -> ControlFlow<()>,
) -> Option<Learning> {
    let shipped = Model::new(priors).taking_records_at_their_word();
    let tapes: Vec<Tape> = dealings.iter().map(|dealing| Tape::of(&shipped, dealing)).collect();
    let recorded = Recorded::of(&shipped, &tapes);
    let learned = recorded.enough(&shipped, tapes.len());
    let effects = Effects::of(&shipped, &tapes);
    let centres = Centres::of(priors);
    let room = Room::default();
    let mut work = Work { priors, fixed: &shipped, tapes: &tapes, effects: &effects, room };
    if learned.is_nothing() {
        return Some(Learning::nothing(tapes.len()));
    }
    let goal = Goal { priors, centres: &centres, learned: &learned };
    let climb = climb(&mut work, &goal, &mut watch)?;
    let passes = climb.passes;
    let entries = report::entries(&mut work, (&goal, &climb.values), passes, &mut watch)?;
    let Climb { objectives, settled, .. } = climb;
    Some(Learning {
        entries,
        climb: objectives,
        settled,
        passes: passes + 1,
        dealings: tapes.len(),
    })
}

impl Learning {
    fn nothing(dealings: usize) -> Learning {
        Learning { entries: Vec::new(), climb: Vec::new(), settled: true, passes: 0, dealings }
    }
}

/// What is learned, and around what.
struct Goal<'a> {
    priors: &'a Priors,
    centres: &'a Centres,
    learned: &'a Learnable,
}

/// A climb to the maximum.
struct Climb {
    values: Values,
    objectives: Vec<f64>,
    settled: bool,
    passes: usize,
}

/// Climbs from the centre: two steps of expectation and maximisation, then a leap in their direction,
/// which is taken back if it leads down.
fn climb(
    work: &mut Work<'_>,
    goal: &Goal<'_>,
    watch: &mut impl FnMut(Progress) -> ControlFlow<()>,
) -> Option<Climb> {
    let numbers = goal.learned.numbers(goal.centres);
    let least_gain = LEAST_GAIN * work.tapes.len() as f64;
    let mut trail = vec![Values::at_centre(goal.centres)];
    let (mut objectives, mut safe) = (Vec::<f64>::new(), None);
    for passes in 0..MOST_PASSES {
        let values = trail[trail.len() - 1].clone();
        let (objective, next) = work.step(goal, &values, passes, watch)?;
        let before = objectives.last().copied();
        if let Some(safe) = safe.take()
            && before.is_some_and(|before| objective < before)
        {
            trail = vec![safe];
            continue;
        }
        objectives.push(objective);
        if before.is_some_and(|before| objective - before < least_gain) {
            return Some(Climb { values, objectives, settled: true, passes: passes + 1 });
        }
        trail.push(next);
        if let [first, second, third] = &trail[..] {
            let leap = third.ahead([first, second], &numbers, goal.centres);
            safe = leap.is_some().then(|| third.clone());
            trail = vec![leap.unwrap_or_else(|| third.clone())];
        }
    }
    // A leap that nobody has looked at yet is not trusted.
    let values = safe.unwrap_or_else(|| trail.swap_remove(trail.len() - 1));
    Some(Climb { values, objectives, settled: false, passes: MOST_PASSES })
}

/// What every pass needs.
struct Work<'a> {
    priors: &'a Priors,
    fixed: &'a Model,
    tapes: &'a [Tape],
    effects: &'a Effects,
    room: Room,
}

impl<'a> Work<'a> {
    fn model(&self, values: &Values, learned: &Learnable) -> Model {
        Model::new(&values.priors(self.priors, learned)).taking_records_at_their_word()
    }

    fn figures<'m>(&self, model: &'m Model) -> Figures<'m>
    where
        'a: 'm,
    {
        Figures::new(model, self.fixed, self.effects)
    }

    /// One step: the objective at these values, and values at which it is no lower.
    fn step(
        &mut self,
        goal: &Goal<'_>,
        values: &Values,
        passes: usize,
        watch: &mut impl FnMut(Progress) -> ControlFlow<()>,
    ) -> Option<(f64, Values)> {
        let model = self.model(values, goal.learned);
        let figures = self.figures(&model);
        let mut expected = Expected::nothing(&model);
        let evidence = self.pass(&figures, passes, watch, &mut expected, |_| ())?;
        let objective = evidence + goal.centres.log_prior(values, goal.learned);
        let mut next = values.clone();
        maximise(&figures, &expected, (goal.priors, goal.centres), goal.learned, &mut next);
        Some((objective, next))
    }

    /// One pass over all dealings: their log-evidence; `each` is shown what is expected of each.
    fn pass(
        &mut self,
        figures: &Figures<'_>,
        passes: usize,
        watch: &mut impl FnMut(Progress) -> ControlFlow<()>,
        sum: &mut Expected,
        mut each: impl FnMut(&Expected),
    ) -> Option<f64> {
        let mut evidence = 0.0;
        for (at, tape) in self.tapes.iter().enumerate() {
            evidence += figures.pass(tape, &mut self.room, sum);
            each(sum);
            let (dealings, of) = (at + 1, self.tapes.len());
            let progress = Progress { passes, most_passes: MOST_PASSES + 1, dealings, of };
            if watch(progress).is_break() {
                return None;
            }
        }
        Some(evidence)
    }
}

/// How often what was recorded.
struct Recorded {
    signs: Vec<usize>,
    replies: Vec<usize>,
}

impl Recorded {
    fn of(model: &Model, tapes: &[Tape]) -> Recorded {
        let mut recorded = Recorded {
            signs: vec![0; model.signs().count()],
            replies: vec![0; model.reply_count()],
        };
        let steps = tapes.iter().flat_map(|tape| &tape.steps);
        for step in steps.filter(|step| step.teaches == Teaches::Yes) {
            match step.operation {
                Operation::Sign { sign, .. } => recorded.signs[sign.index()] += 1,
                Operation::Reply { reply, .. } => recorded.replies[reply.index()] += 1,
                _ => {}
            }
        }
        recorded
    }

    fn enough(&self, model: &Model, dealings: usize) -> Learnable {
        let signs = model.signs().map(|(sign, _)| sign);
        let signs: Vec<Sign> =
            signs.filter(|one| self.is_enough(self.signs[one.index()])).collect();
        let mut learnable = Learnable { signs, ..Learnable::default() };
        for (action, prior) in model.actions() {
            let replies: Vec<Reply> = model.replies(action).map(|(reply, _)| reply).collect();
            if prior.open_days.is_some() {
                let often = |one: &Reply| self.is_enough(self.replies[one.index()]);
                learnable.answers.extend(replies.into_iter().filter(often));
            } else if self.tells(&replies) {
                learnable.choices.push(replies);
            }
        }
        if dealings >= LEAST_DEALINGS {
            learnable.paces = Factor::ALL.to_vec();
        }
        learnable
    }

    /// Whether choices between these replies tell anything: there are some, and not all the same.
    fn tells(&self, replies: &[Reply]) -> bool {
        let counts = replies.iter().map(|reply| self.replies[reply.index()]);
        self.is_enough(counts.clone().sum()) && counts.filter(|count| *count > 0).count() > 1
    }

    fn is_enough(&self, count: usize) -> bool {
        count >= LEAST_RECORDED
    }
}
