//! Once a day every deal that is watched is read anew: silence speaks, so nobody stands today exactly
//! where they stood yesterday. Lists, boards and alarms rest on these readings; the beliefs themselves
//! do not change.

use assent_store::{beliefs, indicators};

use super::Failure;
use crate::app::App;
use crate::operations::{Actor, Refusal, control, digest, estimates};

/// The word for this chore in the outbox.
pub(super) const KIND: &str = "refresh_beliefs";
/// Deals settled in one transaction.
const DEALS_AT_ONCE: usize = 50;

pub(super) async fn run(app: &App) -> Result<(), Failure> {
    let act = app.act(Actor::House);
    app.store.write(move |db| control::refresh_norms(db, &act)).await?;
    loop {
        let mut act = app.act(Actor::House);
        let settled = app
            .store
            .write(move |db| -> Result<usize, Refusal> {
                let mut deals = indicators::read_before(db, act.today(), DEALS_AT_ONCE)?;
                if deals.is_empty() {
                    deals = beliefs::read_before(db, act.today(), DEALS_AT_ONCE)?;
                }
                for deal in &deals {
                    estimates::settle_all(db, &mut act, *deal)?;
                }
                Ok(deals.len())
            })
            .await?;
        if settled == 0 {
            break;
        }
    }
    // Silence raises alarms overnight, so the digest comes after it has been listened to.
    let mut act = app.act(Actor::House);
    app.store.write(move |db| digest::put_digests(db, &mut act)).await?;
    Ok(())
}
