//! Once a week it is estimated anew how completely each seller records. A task a seller, for it takes
//! seconds of computing.

use assent_domain::ids::UserId;
use assent_domain::permission::Sight;
use assent_store::{Db, completeness, outbox};

use super::Failure;
use crate::app::App;
use crate::operations::{Act, Actor, Refusal, completeness as sellers};

/// The word for putting the tasks down.
pub(super) const PLAN: &str = "plan_completeness";
/// The word for the task of one seller.
pub(super) const KIND: &str = "estimate_completeness";

/// Puts down a task for each seller, under a key that holds the week.
pub(super) async fn plan(app: &App) -> Result<(), Failure> {
    let mut act = app.act(Actor::House);
    let put = move |db: &mut Db| -> Result<(), Refusal> {
        let week = week(&act);
        for seller in completeness::sellers(db, &Sight::All, None)? {
            let user = seller.user;
            let key = format!("{KIND}:{user}:{week}");
            let payload = serde_json::json!({"user_id": user}).to_string();
            outbox::put(db, act.mint(), KIND, &key, &payload, act.now, act.now)?;
        }
        Ok(())
    };
    Ok(app.store.write(put).await?)
}

/// Weeks since 1970.
pub(super) fn week(act: &Act) -> i64 {
    act.today().number().div_euclid(7)
}

#[derive(serde::Deserialize)]
struct Payload {
    user_id: UserId,
}

/// Estimates one seller. What takes long is computed before anything is written.
pub(super) async fn run(app: &App, payload: &str) -> Result<(), Failure> {
    let Payload { user_id: user } =
        serde_json::from_str(payload).map_err(|error| Failure::GiveUp(error.to_string()))?;
    let act = app.act(Actor::House);
    let compute = move |db: &mut Db| sellers::estimate_of(db, &act, user);
    let estimate = app.store.read_at_length(compute).await?;
    let mut act = app.act(Actor::House);
    let write = move |db: &mut Db| sellers::take_over(db, &mut act, user, estimate.as_ref());
    Ok(app.store.write(write).await?)
}
