//! Settling anew what was believed under another model, some deals at a time.

use assent_domain::ids::OpportunityId;
use assent_store::{Db, beliefs, model_versions};

use crate::operations::{Act, Refusal, estimates};

/// The word for the chore.
pub const SETTLE: &str = "settle_model";
/// Deals settled in one transaction.
const DEALS_AT_ONCE: usize = 20;

/// How far a pass over all deals is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Settling {
    /// Deals to be settled.
    pub deals: i64,
    /// Those that are.
    pub settled: i64,
    /// The last of them.
    pub after: Option<OpportunityId>,
    /// Whether there are no more.
    pub finished: bool,
}

/// Settles the next deals that another model was used for, and writes how far that is. A version that
/// is no longer the newest is finished: the newer one has a pass of its own.
///
/// # Errors
/// When the database fails.
pub fn settle_some(
    db: &mut Db,
    act: &mut Act,
    number: i64,
    so_far: Settling,
) -> Result<Settling, Refusal> {
    if model_versions::newest(db)? != number || act.in_force.number != number {
        return Ok(Settling { finished: true, ..so_far });
    }
    let model = act.model.version().to_string();
    let mut now = so_far;
    if so_far.after.is_none() {
        now.deals = beliefs::count_made_otherwise(db, &model)?;
    }
    let deals = beliefs::made_otherwise(db, &model, so_far.after, DEALS_AT_ONCE)?;
    for deal in &deals {
        estimates::settle_all(db, act, *deal)?;
    }
    now.settled += deals.len() as i64;
    now.deals = now.deals.max(now.settled);
    now.after = deals.last().copied().or(so_far.after);
    now.finished = deals.len() < DEALS_AT_ONCE;
    let first_pass = model_versions::one(db, number)?.is_some_and(|one| one.settled_at.is_none());
    if first_pass {
        let at = now.finished.then_some(act.now);
        model_versions::set_settled(db, number, now.deals, now.settled, at)?;
    }
    Ok(now)
}
