//! Once a week, and whenever somebody asks, the closed deals are held against what was said of them. A
//! few deals at a time, so that nobody waits for it and everybody can see how far it is.

use assent_store::{Db, StoreError, outbox, proof as stored};

use super::Failure;
use crate::app::App;
use crate::operations::proof::{self, KIND};
use crate::operations::{Act, Actor, Refusal};

/// Deals looked at in one go.
const DEALS_AT_ONCE: usize = 20;

/// Puts the weekly task down, under a key that holds the week: at once where it was never computed nor
/// asked for, else for the night.
pub(super) fn plan(db: &mut Db, act: &mut Act, week: i64) -> Result<(), StoreError> {
    let due = if stored::run(db)?.is_none() { act.now } else { act.today().end() };
    outbox::put(db, act.mint(), KIND, &format!("{KIND}:week:{week}"), "{}", due, act.now)
}

pub(super) async fn run(app: &App) -> Result<(), Failure> {
    let result = compute(app).await;
    if let Err(refusal) = &result {
        let (message, now) = (refusal.to_string(), app.now());
        let end = move |db: &mut Db| stored::end(db, Some(&message), now).map_err(Refusal::from);
        app.store.write(end).await?;
    }
    Ok(result?)
}

async fn compute(app: &App) -> Result<(), Refusal> {
    let act = app.act(Actor::House);
    app.store.write(move |db| proof::begin(db, &act)).await?;
    let ended = app.store.read(proof::ended).await?;
    let mut samples = Vec::new();
    for begin in (0..ended.len()).step_by(DEALS_AT_ONCE) {
        let end = (begin + DEALS_AT_ONCE).min(ended.len());
        let (act, deals) = (app.act(Actor::House), ended.clone());
        let look = move |db: &mut Db| proof::look_back(db, &act, &deals, begin..end);
        samples.extend(app.store.read_at_length(look).await?);
        let (done, total, now) = (end as i64, ended.len() as i64, app.now());
        let advance = move |db: &mut Db| stored::advance(db, done, total, now);
        app.store.write(advance).await.map_err(Refusal::from)?;
    }
    let model = app.model();
    let judge = move |_: &mut Db| -> Result<_, Refusal> {
        Ok(proof::judge(&model.model, &ended, &samples))
    };
    let proof = app.store.read_at_length(judge).await?;
    let mut act = app.act(Actor::House);
    app.store.write(move |db| proof::keep(db, &mut act, &proof)).await
}
