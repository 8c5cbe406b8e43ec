//! When the model has changed, what is believed is settled anew, deal by deal.

use assent_store::outbox::{self, Task};

use super::{Failure, LEASE_SECONDS};
use crate::app::App;
use crate::operations::model::{self, Settling};
use crate::operations::{Actor, Refusal};

/// The word for this chore in the outbox.
pub(super) const KIND: &str = model::SETTLE;

#[derive(serde::Deserialize)]
struct Payload {
    number: i64,
}

pub(super) async fn run(app: &App, task: &Task) -> Result<(), Failure> {
    let Payload { number } =
        serde_json::from_str(&task.payload).map_err(|error| Failure::GiveUp(error.to_string()))?;
    // Another node may have made the version, and this one not have heard of it.
    app.take_newest_model().await.map_err(Refusal::from)?;
    let (id, mut so_far) = (task.id, Settling::default());
    while !so_far.finished {
        let mut act = app.act(Actor::House);
        let some = move |db: &mut assent_store::Db| -> Result<Settling, Refusal> {
            outbox::keep(db, id, act.now.plus_seconds(LEASE_SECONDS))?;
            model::settle_some(db, &mut act, number, so_far)
        };
        so_far = app.store.write(some).await?;
    }
    Ok(())
}
