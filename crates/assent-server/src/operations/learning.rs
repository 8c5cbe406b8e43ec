//! Learning from the house's own dealings: champion against challenger.
//!
//! What was recorded until some day teaches new figures. The deals that ended after that day then judge
//! them: on the same days of each, the chance to win is read under the model in force and under three
//! challengers, which have learned the weights of winning, how people move and what they show, or both.
//! The best is kept if its Brier score is better by more than chance; whatever comes of it is laid down
//! with all scores. No data leaves the house.

mod gathering;
mod judging;

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use assent_domain::ids::{LearningId, OutboxId};
use assent_domain::model_layers::{Layers, LearnedValue};
use assent_domain::permission::{Action, Noun};
use assent_domain::time::Day;
use assent_inference::{Dealing, Learning, Model, Priors, Progress, learn};
use assent_store::learnings::{self, Learning as Run};
use assent_store::{Db, outbox};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::kept::{Place, note_as};
use super::{Act, Refusal, model};
use crate::model_in_force::layers;

pub use self::gathering::{EndedDeal, LEAST_JUDGES, LEAST_OF_EITHER, Plan, gather, plan};
pub use self::judging::{Challenger, Contest, Forecasts, Score, Verdict, When, forecasts};

/// The word for the chore.
pub const LEARN: &str = "learn_model";
/// The word for it in the journal.
const NOUN: &str = "learning";
/// Runs that are shown.
const MOST_SHOWN: usize = 20;

/// Why a run ended as it did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = LearningOutcome)]
pub enum Outcome {
    /// The learned figures forecast later deals better, and are in force.
    Kept,
    /// They do not, or not by more than chance.
    NotBetter,
    /// Too few deals ended to judge by.
    TooFewDeals,
    /// The model was changed meanwhile by somebody.
    Overtaken,
}

/// What came of a run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Findings {
    /// Why it ended as it did.
    pub outcome: Outcome,
    /// People dealt with, each counted once a deal.
    pub dealings: usize,
    /// Deals that ended, and so can be learned from or judge.
    pub ended: usize,
    /// Until when records taught.
    pub taught_until: Option<Day>,
    /// How the later deals judged.
    pub verdict: Option<Verdict>,
    /// Passes over all dealings.
    pub passes: usize,
    /// The objective of learning after each step. It never falls.
    #[serde(default)]
    pub climb: Vec<f64>,
    /// The figures that the best challenger learned, whether kept or not.
    pub learned: BTreeMap<String, LearnedValue>,
}

impl Findings {
    /// Of deals that are too few to judge by.
    #[must_use]
    pub fn nothing(plan: &Plan) -> Self {
        Self {
            outcome: Outcome::TooFewDeals,
            dealings: 0,
            ended: plan.ended(),
            taught_until: plan.taught_until,
            verdict: None,
            passes: 0,
            climb: Vec::new(),
            learned: BTreeMap::new(),
        }
    }
}

/// Asks for a run: `ask_to_learn`. One that goes on is answered in its place.
///
/// # Errors
/// When the actor may not.
pub fn ask(db: &mut Db, act: &mut Act) -> Result<LearningId, Refusal> {
    act.sight(Noun::Model, Action::Update)?;
    if let Some(run) = learnings::going_on(db)? {
        return Ok(run.id);
    }
    let id: LearningId = act.mint();
    learnings::insert(db, id, act.user(), act.now)?;
    note_as(db, act, "ask_to_learn", NOUN, id.uuid(), &Place::default(), None)?;
    let task: OutboxId = act.mint();
    let payload = serde_json::json!({ "learning": id }).to_string();
    outbox::put(db, task, LEARN, &format!("{LEARN}:{id}"), &payload, act.now, act.now)?;
    Ok(id)
}

/// Asks for a run to be broken off: `cancel_learning`. One that has ended stays as it is.
///
/// # Errors
/// When the actor may not, or there is no such run.
pub fn cancel(db: &mut Db, act: &Act, id: LearningId) -> Result<(), Refusal> {
    act.sight(Noun::Model, Action::Update)?;
    let run = learnings::one(db, id)?.ok_or(Refusal::NotFound)?;
    if run.ended_at.is_some() {
        return Ok(());
    }
    learnings::ask_to_cancel(db, id)?;
    if run.state == "waiting" {
        learnings::end(db, id, "cancelled", None, None, act.now)?;
    }
    note_as(db, act, "cancel_learning", NOUN, id.uuid(), &Place::default(), None)
}

/// The latest runs, newest first.
///
/// # Errors
/// When the actor may not see them.
pub fn latest(db: &mut Db, act: &Act) -> Result<Vec<Run>, Refusal> {
    model::may_read(act)?;
    Ok(learnings::latest(db, MOST_SHOWN)?)
}

/// A run.
///
/// # Errors
/// When there is none, or the actor may not see it.
pub fn run(db: &mut Db, act: &Act, id: LearningId) -> Result<Run, Refusal> {
    model::may_read(act)?;
    learnings::one(db, id)?.ok_or(Refusal::NotFound)
}

/// The layers to learn over, and the version they are of.
///
/// # Errors
/// When the database fails.
pub fn layers_now(db: &mut Db, act: &Act) -> Result<(i64, Layers), Refusal> {
    Ok((act.in_force.number, layers(db, act.in_force.number)?))
}

/// Learns from what was gathered, over what users have set and without what was learned before. `None`
/// if it was broken off.
pub fn learn_from(
    act: &Act,
    layers: &Layers,
    dealings: &[Dealing],
    watch: impl FnMut(Progress) -> ControlFlow<()>,
) -> Option<Learning> {
    learn(&priors(act, &layers.without_learned()), dealings, watch)
}

/// The model that these layers make.
pub fn model_of(act: &Act, layers: &Layers) -> Model {
    Model::new(&priors(act, layers))
}

fn priors(act: &Act, layers: &Layers) -> Priors {
    let found = layers.over(&act.in_force.base.text);
    found.unwrap_or_else(|why| unreachable!("the priors file was in order: {why}")).priors
}

/// Lays down what came of a run, and puts the learned figures in force if they are to be kept.
///
/// # Errors
/// When the database fails.
pub fn conclude(
    db: &mut Db,
    act: &mut Act,
    id: LearningId,
    (number, layers): (i64, &Layers),
    mut result: Findings,
) -> Result<(), Refusal> {
    let mut version = None;
    if result.outcome == Outcome::Kept {
        let verdict = result.verdict.as_ref();
        let reason = verdict.and_then(|verdict| Some(verdict.reason(&verdict.winner()?)));
        let reason = reason.unwrap_or_default();
        match db.attempt(|db| model::take_learned(db, act, number, layers, &reason)) {
            Ok(number) => version = Some(number),
            Err(Refusal::ChangedMeanwhile) => result.outcome = Outcome::Overtaken,
            Err(Refusal::Invalid(_)) => result.outcome = Outcome::NotBetter,
            Err(other) => return Err(other),
        }
    }
    let state = if version.is_some() { "kept" } else { "not_kept" };
    // What came of it is a plain value, which always has a JSON form.
    let body = serde_json::to_string(&result).unwrap_or_default();
    learnings::end(db, id, state, Some(&body), version, act.now)?;
    let detail = serde_json::json!({ "outcome": result.outcome, "version": version }).to_string();
    note_as(db, act, "learn", NOUN, id.uuid(), &Place::default(), Some(detail))
}
