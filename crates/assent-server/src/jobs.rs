//! Chores: what is done without anybody asking, from the outbox, at least once each.
//!
//! Any number of nodes may run them. A task is put down under a key, so that it is one task however
//! many nodes think of it, and is taken by one of them for a while.

mod estimate_completeness;
mod follow_model;
mod forget;
mod learn_model;
mod prove;
mod refresh_beliefs;
mod settle_model;

use std::time::Duration;

use assent_store::outbox::{self, Task};
use assent_store::{Db, StoreError};
use tokio::sync::watch;

use crate::app::App;
use crate::operations::{Actor, Refusal, proof, ways};

/// How often the outbox is looked at when nothing wakes us.
const LOOK_EVERY: Duration = Duration::from_secs(30);
/// How long a worker may keep a task before another may take it.
const LEASE_SECONDS: i64 = 300;
/// Tasks taken at once.
const MOST_AT_ONCE: usize = 8;
/// How long after completeness the weekly learning begins.
const LEARNING_WAITS_SECONDS: i64 = 3 * 60 * 60;
/// Attempts before a task is given up.
const MOST_ATTEMPTS: i64 = 8;

/// The tasks that are done here. Others, such as mails, wait for whoever can do them.
const KINDS: [&str; 6] = [
    refresh_beliefs::KIND,
    forget::KIND,
    estimate_completeness::PLAN,
    estimate_completeness::KIND,
    proof::KIND,
    learn_model::PLAN,
];
/// Tasks that take minutes. They are done beside the others, which do not wait for them.
const LONG_KINDS: [&str; 2] = [settle_model::KIND, learn_model::KIND];

/// How a task failed.
#[derive(Debug)]
enum Failure {
    /// It may work another time.
    Retry(String),
    /// It never will.
    GiveUp(String),
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self::Retry(refusal.to_string())
    }
}

/// Does chores until told to stop: those that take long beside the others. Meanwhile the model in force
/// is followed.
pub async fn run(app: App, stop: watch::Receiver<bool>) {
    tokio::join!(
        look_after(&app, stop.clone(), &KINDS),
        look_after(&app, stop.clone(), &LONG_KINDS),
        follow_model::follow(&app, stop),
        lay_ways_down(&app),
    );
}

/// So that nobody waits for it at the first question.
async fn lay_ways_down(app: &App) {
    let act = app.act(Actor::House);
    if let Err(error) = app.store.read_at_length(move |db| ways::lay_down(db, &act)).await {
        tracing::error!(error = %error, "the network of acquaintances could not be laid down");
    }
}

async fn look_after(app: &App, mut stop: watch::Receiver<bool>, kinds: &[&'static str]) {
    let mut woken = app.chores();
    while !*stop.borrow() {
        if let Err(error) = round_of(app, kinds).await {
            tracing::error!(error = %error, "the chores could not be looked after");
        }
        tokio::select! {
            _ = stop.changed() => {}
            _ = woken.changed() => {}
            () = tokio::time::sleep(LOOK_EVERY) => {}
        }
    }
}

/// Puts down what is due by the calendar, and does what is due by the outbox.
///
/// # Errors
/// When the outbox cannot be read or written.
pub async fn round(app: &App) -> Result<(), StoreError> {
    let all: Vec<&'static str> = KINDS.iter().chain(&LONG_KINDS).copied().collect();
    round_of(app, &all).await
}

async fn round_of(app: &App, kinds: &[&'static str]) -> Result<(), StoreError> {
    plan(app).await?;
    loop {
        let now = app.now();
        let until = now.plus_seconds(LEASE_SECONDS);
        let kinds = kinds.to_vec();
        let take = move |db: &mut Db| outbox::take(db, &kinds, now, until, MOST_AT_ONCE);
        let tasks = app.store.write(take).await?;
        if tasks.is_empty() {
            return Ok(());
        }
        for task in tasks {
            let outcome = perform(app, &task).await;
            conclude(app, &task, outcome).await?;
        }
    }
}

/// The daily tasks, under a key that holds the day, and the weekly ones, likewise, which wait for the
/// night.
async fn plan(app: &App) -> Result<(), StoreError> {
    let mut act = app.act(Actor::House);
    let put = move |db: &mut Db| {
        let today = act.today();
        for kind in [refresh_beliefs::KIND, forget::KIND] {
            outbox::put(db, act.mint(), kind, &format!("{kind}:{today}"), "{}", act.now, act.now)?;
        }
        // Completeness comes first: what is learned rests on it.
        let (week, night) = (estimate_completeness::week(&act), act.today().end());
        let later = night.plus_seconds(LEARNING_WAITS_SECONDS);
        for (kind, due) in [(estimate_completeness::PLAN, night), (learn_model::PLAN, later)] {
            let key = format!("{kind}:{week}");
            outbox::put(db, act.mint(), kind, &key, "{}", due, act.now)?;
        }
        prove::plan(db, &mut act, week)
    };
    app.store.write(put).await
}

async fn perform(app: &App, task: &Task) -> Result<(), Failure> {
    match task.kind.as_str() {
        refresh_beliefs::KIND => refresh_beliefs::run(app).await,
        forget::KIND => forget::run(app).await,
        estimate_completeness::PLAN => estimate_completeness::plan(app).await,
        proof::KIND => prove::run(app).await,
        estimate_completeness::KIND => estimate_completeness::run(app, &task.payload).await,
        learn_model::PLAN => learn_model::plan(app).await,
        learn_model::KIND => learn_model::run(app, task).await,
        settle_model::KIND => settle_model::run(app, task).await,
        other => Err(Failure::GiveUp(format!("nobody knows how to do “{other}”"))),
    }
}

async fn conclude(app: &App, task: &Task, outcome: Result<(), Failure>) -> Result<(), StoreError> {
    let (id, now, attempts) = (task.id, app.now(), task.attempts);
    let kind = task.kind.clone();
    app.store
        .write(move |db| match outcome {
            Ok(()) => outbox::done(db, id, now),
            Err(Failure::Retry(error)) if attempts < MOST_ATTEMPTS => {
                tracing::warn!(kind, attempts, error, "a chore failed and will be tried again");
                let wait = 30_i64 << attempts.min(8);
                outbox::failed(db, id, &error, Some(now.plus_seconds(wait)), now)
            }
            Err(Failure::Retry(error) | Failure::GiveUp(error)) => {
                tracing::error!(kind, attempts, error, "a chore was given up");
                outbox::failed(db, id, &error, None, now)
            }
        })
        .await
}
