//! Drawing lives: simulated people, of whom one is taken that ends where the plot needs them.
//!
//! Taking one of many draws is drawing from the model under a condition, so what the records of such
//! a life show is as likely as the model says, given how it ends.

use assent_inference::{
    Action, History, Model, Observation, Phase, Plan, Stage, StageDistribution, Start, State, What,
    filter, simulate,
};
use rand::Rng;

use super::events::source_of;

/// Draws at most, before the best so far is taken.
const MOST_DRAWS: usize = 240;
/// Lives that end where they should and are filtered at most.
const MOST_FILTERED: usize = 24;

/// A stretch of somebody's life in one phase.
pub(super) struct Leg<'a> {
    pub(super) phase: Phase,
    pub(super) from: f64,
    pub(super) until: f64,
    /// What we do, with its time.
    pub(super) actions: &'a [(f64, Action)],
    /// Where they are to stand in the end.
    pub(super) wanted: Wanted,
    /// Days on which machines report their use.
    pub(super) reports: &'a [f64],
}

/// Where somebody is to stand in the end.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wanted {
    pub(super) stage: Stage,
    /// What the seller's stage presumes of them, where a gap would be judged on them.
    pub(super) presumed: Option<Stage>,
}

impl Wanted {
    /// How well a reading of their records shows it, and whether it does.
    fn judge(&self, stages: &StageDistribution) -> (f64, bool) {
        let named = stages.median() == self.stage;
        let Some(presumed) = self.presumed else { return (stages.probability(self.stage), named) };
        // The flag of a gap goes up at .8 and down at .5; the margins keep it clear of both.
        let below = stages.below(presumed);
        if self.stage < presumed {
            (below + stages.probability(self.stage), below > 0.85)
        } else {
            (1.0 - below + stages.probability(self.stage), below < 0.42 && named)
        }
    }
}

/// Lives through a leg, after what was observed before, and returns all observations.
pub(super) fn live(
    model: &Model,
    before: &[Observation],
    leg: &Leg<'_>,
    dice: &mut impl Rng,
) -> Vec<Observation> {
    let mut best: Option<(f64, Vec<Observation>)> = None;
    let mut filtered = 0;
    for draw in 0..MOST_DRAWS {
        let last = draw + 1 == MOST_DRAWS;
        let Some((state, observed)) = draw_one(model, leg, dice) else { continue };
        if Stage::of(state, leg.phase) != leg.wanted.stage && !(last && best.is_none()) {
            continue;
        }
        let observed = joined(before, observed, leg);
        let (score, shows) = leg.wanted.judge(&reading(model, &observed, leg));
        if shows {
            return observed;
        }
        if best.as_ref().is_none_or(|(known, _)| score > *known) {
            best = Some((score, observed));
        }
        filtered += 1;
        if filtered == MOST_FILTERED {
            break;
        }
    }
    best.map_or_else(|| before.to_vec(), |(_, observed)| observed)
}

/// Lives through a leg as chance has it, and returns where they truly stand in the end and all
/// observations.
pub(super) fn live_as_it_comes(
    model: &Model,
    leg: &Leg<'_>,
    dice: &mut impl Rng,
) -> (State, Vec<Observation>) {
    for _ in 0..MOST_DRAWS {
        if let Some(drawn) = draw_one(model, leg, dice) {
            return drawn;
        }
    }
    (State::LOWEST, Vec::new())
}

/// One life: where it ends, and what was observed of it. Nothing, if it makes no sense: a contract
/// signed that the plot does not know of, a word for us to others by somebody who has bought nothing,
/// or a complaint settled that nobody made.
fn draw_one(
    model: &Model,
    leg: &Leg<'_>,
    dice: &mut impl Rng,
) -> Option<(State, Vec<Observation>)> {
    let source = model.source("customer_written")?;
    let start = Start { phase: leg.phase, at_days: leg.from, completeness: model.completeness() };
    let plan = Plan { actions: leg.actions.to_vec(), until_days: leg.until, source };
    let life = simulate(model, &start, &plan, dice);
    let noted = |one: &Observation| as_noted(model, *one);
    let mut observed: Vec<Observation> = life.history.observations().iter().map(noted).collect();
    for day in leg.reports {
        let state = life.path.iter().rev().find(|(since, _)| since <= day);
        observed.extend(state.and_then(|(_, state)| report(model, *state, *day)));
    }
    observed.sort_by(|a, b| a.at_days.total_cmp(&b.at_days));
    let state = life.path.last()?.1;
    is_sensible(model, leg.phase, &observed).then_some((state, observed))
}

/// The same observation from the source that the records will name.
fn as_noted(model: &Model, one: Observation) -> Observation {
    let What::Sign { sign, through_benefit, .. } = one.what else { return one };
    match model.source(source_of(model, sign)) {
        Some(source) => Observation { what: What::Sign { sign, source, through_benefit }, ..one },
        None => one,
    }
}

/// What a machine reports of somebody who uses much or little of it.
fn report(model: &Model, state: State, at_days: f64) -> Option<Observation> {
    let [cognition, _, behaviour] = assent_inference::Factor::ALL.map(|factor| state.level(factor));
    let sign = match (cognition, behaviour) {
        (_, 0 | 1) => model.sign("usage_down"),
        (2.., 2..) => model.sign("usage_up"),
        _ => None,
    };
    let what =
        What::Sign { sign: sign?, source: model.source("system_record")?, through_benefit: false };
    Some(Observation { at_days, what, label: 0 })
}

fn is_sensible(model: &Model, phase: Phase, observed: &[Observation]) -> bool {
    let complaint = model.sign("complaint");
    let out_of_place = match phase {
        Phase::Buy => [model.sign("contract_signed"), model.sign("reference_given")],
        Phase::Use => [None, None],
    };
    let settled = model.action("resolve_complaint");
    let mut complained = false;
    observed.iter().all(|one| match one.what {
        What::Sign { sign, .. } => {
            complained |= Some(sign) == complaint;
            !out_of_place.contains(&Some(sign))
        }
        What::Reply { reply, .. } => Some(model.reply_prior(reply).action) != settled || complained,
        _ => true,
    })
}

fn joined(before: &[Observation], observed: Vec<Observation>, leg: &Leg<'_>) -> Vec<Observation> {
    let switch = Observation { at_days: leg.from, what: What::PhaseSwitch(leg.phase), label: 0 };
    let between = if before.is_empty() { None } else { Some(switch) };
    before.iter().copied().chain(between).chain(observed).collect()
}

/// What is believed at the end, on these records.
fn reading(model: &Model, observed: &[Observation], leg: &Leg<'_>) -> StageDistribution {
    let completeness = model.completeness();
    let first = observed.first().map_or(leg.from, |one| one.at_days);
    let phase = if observed.iter().any(|one| matches!(one.what, What::PhaseSwitch(_))) {
        Phase::Buy
    } else {
        leg.phase
    };
    let start = Start { phase, at_days: first, completeness };
    // The observations come by rising time and hold no numbers of their own.
    let history = History::new(observed.to_vec()).unwrap_or_default();
    filter(model, &start, &history, leg.until, &mut ()).state().stages(leg.phase)
}
