//! Learning from the house's own dealings. It takes minutes of computing on a thread of its own, says how
//! far it is, and can be broken off.

use std::ops::ControlFlow;

use assent_domain::ids::{LearningId, OutboxId};
use assent_domain::model_layers::Layers;
use assent_inference::{Dealing, Learning, Model, Progress, WinFit};
use assent_store::learnings;
use assent_store::outbox::{self, Task};
use assent_store::{Db, StoreError};

use super::{Failure, LEASE_SECONDS};
use crate::app::App;
use crate::operations::learning::{
    self, Challenger, Contest, EndedDeal, Findings, Forecasts, LEAST_JUDGES, Outcome, Plan,
    Verdict, When,
};
use crate::operations::{Act, Actor, Refusal};

/// The word for this chore in the outbox.
pub(super) const KIND: &str = learning::LEARN;
/// The word for putting the weekly run down.
pub(super) const PLAN: &str = "plan_learning";
/// Deals gathered, or judging, between two words of how far it is.
const DEALS_AT_ONCE: usize = 20;
/// Attempts before a run has failed.
const MOST_ATTEMPTS: i64 = 3;
/// Dealings passed between two words of how far it is.
const DEALINGS_AT_ONCE: usize = 100;

#[derive(serde::Deserialize)]
struct Payload {
    learning: LearningId,
}

/// Puts a run down on behalf of the house, where enough deals have ended to judge it by.
pub(super) async fn plan(app: &App) -> Result<(), Failure> {
    let mut act = app.act(Actor::House);
    let ask = move |db: &mut Db| -> Result<(), Refusal> {
        if learning::plan(db)?.can_be_judged() {
            learning::ask(db, &mut act)?;
        }
        Ok(())
    };
    Ok(app.store.write(ask).await?)
}

/// Runs one. All of it computes for long, so all of it runs on a thread that may block.
pub(super) async fn run(app: &App, task: &Task) -> Result<(), Failure> {
    let Payload { learning: id } =
        serde_json::from_str(&task.payload).map_err(|error| Failure::GiveUp(error.to_string()))?;
    app.take_newest_model().await.map_err(Refusal::from)?;
    let run = Run { app: app.clone(), act: app.act(Actor::House), id, task: task.id };
    let done = tokio::task::spawn_blocking(move || run.through()).await;
    let why = match done {
        Ok(Ok(())) => return Ok(()),
        Ok(Err(refusal)) if task.attempts < MOST_ATTEMPTS => return Err(refusal.into()),
        Ok(Err(refusal)) => refusal.to_string(),
        // A run that panicked would panic again.
        Err(error) => error.to_string(),
    };
    let now = app.now();
    let end = move |db: &mut Db| learnings::end(db, id, "failed", None, None, now);
    app.store.write(end).await.map_err(Refusal::from)?;
    Err(Failure::GiveUp(why))
}

/// A run, with the model that was in force when it began.
struct Run {
    app: App,
    act: Act,
    id: LearningId,
    task: OutboxId,
}

/// Why a run goes no further: it was broken off, or the database failed.
enum Stop {
    BrokenOff,
    Failed(Refusal),
}

impl From<Refusal> for Stop {
    fn from(refusal: Refusal) -> Self {
        Self::Failed(refusal)
    }
}

impl From<StoreError> for Stop {
    fn from(error: StoreError) -> Self {
        Self::Failed(error.into())
    }
}

impl Run {
    fn through(&self) -> Result<(), Refusal> {
        let (layers, found) = match self.findings() {
            Ok(found) => found,
            Err(Stop::Failed(refusal)) => return Err(refusal),
            Err(Stop::BrokenOff) => {
                let now = self.app.now();
                let end = |db: &mut Db| learnings::end(db, self.id, "cancelled", None, None, now);
                return Ok(self.app.store.write_blocking(end)?);
            }
        };
        let mut act = self.app.act(Actor::House);
        let number = self.act.in_force.number;
        let conclude =
            |db: &mut Db| learning::conclude(db, &mut act, self.id, (number, &layers), found);
        self.app.store.write_blocking(conclude)?;
        Ok(self.app.take_newest_model_blocking()?)
    }

    fn findings(&self) -> Result<(Layers, Findings), Stop> {
        let read = |db: &mut Db| -> Result<_, Refusal> {
            Ok((learning::layers_now(db, &self.act)?.1, learning::plan(db)?))
        };
        let (layers, plan) = self.app.store.read_blocking(read)?;
        let mut findings = Findings::nothing(&plan);
        if !plan.can_be_judged() {
            return Ok((layers, findings));
        }
        let dealings = self.gather(&plan)?;
        findings.dealings = dealings.len();
        let learned = self.learn(&layers, &dealings)?;
        findings.passes = learned.passes;
        findings.climb.clone_from(&learned.climb);
        let layers = self.contest(&plan, &layers, &learned, &mut findings)?;
        Ok((layers, findings))
    }

    /// Lets the challengers forecast the later deals, and returns the layers of the best.
    fn contest(
        &self,
        plan: &Plan,
        layers: &Layers,
        learned: &Learning,
        findings: &mut Findings,
    ) -> Result<Layers, Stop> {
        let Some(until) = plan.taught_until else { return Ok(layers.clone()) };
        let taught = layers.with_learned(&learned.entries);
        let [bare, people] = [&layers.without_learned(), &taught]
            .map(|layers| learning::model_of(&self.act, layers));
        let models = [&*self.act.model, &bare, &people];
        let total = plan.ended();
        let earlier = self.forecasts(&models, &plan.earlier, When::Until(until), (0, total))?;
        let done = plan.earlier.len();
        let later = self.forecasts(&models, &plan.later, When::After(until), (done, total))?;
        let fit = |model: usize| {
            let cases = earlier.iter().flat_map(|deal| &deal[model]).copied();
            WinFit::of(models[model].win_prior(), &cases.collect::<Vec<_>>())
        };
        let (alone, with_people) = (fit(1), fit(2));
        let mut contests = vec![Contest { challenger: Challenger::Winning, model: 1, fit: &alone }];
        if !learned.entries.is_empty() {
            let given = &WinFit::AS_GIVEN;
            contests.push(Contest { challenger: Challenger::People, model: 2, fit: given });
            contests.push(Contest { challenger: Challenger::Both, model: 2, fit: &with_people });
        }
        findings.verdict = Verdict::of(&later, &contests);
        let verdict = findings.verdict.as_ref().filter(|verdict| verdict.deals >= LEAST_JUDGES);
        let Some(verdict) = verdict else { return Ok(layers.clone()) };
        let winner = verdict.winner();
        findings.outcome = if winner.is_some() { Outcome::Kept } else { Outcome::NotBetter };
        let best = verdict.challengers.iter().min_by(|a, b| a.brier.total_cmp(&b.brier));
        let best = winner.or(best.copied()).map_or(Challenger::Winning, |score| score.challenger);
        let prior = bare.win_prior();
        let entries = match best {
            Challenger::Winning => alone.entries(prior, earlier.len()),
            Challenger::People => learned.entries.clone(),
            Challenger::Both => {
                [&learned.entries[..], &with_people.entries(prior, earlier.len())].concat()
            }
        };
        let layers = layers.with_learned(&entries);
        findings.learned = layers.learned.clone();
        Ok(layers)
    }

    fn gather(&self, plan: &Plan) -> Result<Vec<Dealing>, Stop> {
        let mut dealings = Vec::new();
        let Some(until) = plan.taught_until else { return Ok(dealings) };
        let total = plan.teach.len();
        for (at, deals) in plan.teach.chunks(DEALS_AT_ONCE).enumerate() {
            self.go_on("gathering", at * DEALS_AT_ONCE, total)?;
            let gather = |db: &mut Db| learning::gather(db, &self.act, deals, until, &mut dealings);
            self.app.store.read_blocking(gather)?;
        }
        Ok(dealings)
    }

    fn learn(&self, layers: &Layers, dealings: &[Dealing]) -> Result<Learning, Stop> {
        let mut stop = None;
        let watch = |progress: Progress| {
            let due = progress.dealings.is_multiple_of(DEALINGS_AT_ONCE);
            if !due && progress.dealings != progress.of {
                return ControlFlow::Continue(());
            }
            let done = progress.passes * progress.of + progress.dealings;
            match self.go_on("learning", done, progress.most_passes * progress.of) {
                Ok(()) => ControlFlow::Continue(()),
                Err(why) => {
                    stop = Some(why);
                    ControlFlow::Break(())
                }
            }
        };
        let learned = learning::learn_from(&self.act, layers, dealings, watch);
        learned.ok_or_else(|| stop.unwrap_or(Stop::BrokenOff))
    }

    /// The forecasts of the deals that have any.
    fn forecasts(
        &self,
        models: &[&Model],
        deals: &[EndedDeal],
        when: When,
        (done, total): (usize, usize),
    ) -> Result<Vec<Forecasts>, Stop> {
        let mut all = Vec::new();
        for (at, deals) in deals.chunks(DEALS_AT_ONCE).enumerate() {
            self.go_on("judging", done + at * DEALS_AT_ONCE, total)?;
            let read = |db: &mut Db| -> Result<(), Refusal> {
                for deal in deals {
                    let own = learning::forecasts(db, &self.act, models, deal, when)?;
                    all.extend((!own.is_empty()).then_some(own));
                }
                Ok(())
            };
            self.app.store.read_blocking(read)?;
        }
        Ok(all)
    }

    /// Says how far it is, keeps the task, and hears whether to go on.
    fn go_on(&self, state: &str, done: usize, total: usize) -> Result<(), Stop> {
        let until = self.app.now().plus_seconds(LEASE_SECONDS);
        let tell = |db: &mut Db| -> Result<bool, StoreError> {
            outbox::keep(db, self.task, until)?;
            learnings::go_on(db, self.id, state, (done as i64, total as i64))
        };
        if self.app.store.write_blocking(tell)? { Ok(()) } else { Err(Stop::BrokenOff) }
    }
}
