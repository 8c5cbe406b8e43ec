//! Once a day every belief is read anew: silence speaks, so nobody stands today exactly where they
//! stood yesterday. Lists and boards show these readings; the beliefs themselves do not change.

use assent_store::beliefs;

use super::Failure;
use crate::app::App;
use crate::operations::{Actor, Refusal, estimates};

/// The word for this chore in the outbox.
pub(super) const KIND: &str = "refresh_beliefs";
/// Deals settled in one transaction.
const DEALS_AT_ONCE: usize = 50;

pub(super) async fn run(app: &App) -> Result<(), Failure> {
    loop {
        let mut act = app.act(Actor::House);
        let settled = app
            .store
            .write(move |db| -> Result<usize, Refusal> {
                let deals = beliefs::read_before(db, act.today(), DEALS_AT_ONCE)?;
                for deal in &deals {
                    estimates::settle_all(db, &mut act, *deal)?;
                }
                Ok(deals.len())
            })
            .await?;
        if settled == 0 {
            return Ok(());
        }
    }
}
