//! Renewals: who uses what they ordered decides again, in a deal of its own that begins where its people
//! stand.

use assent_domain::ids::OpportunityId;
use assent_domain::opportunity::{OpportunityFacts, StakeholderFacts};
use assent_domain::permission::{Action, Noun};
use assent_domain::text::Name;
use assent_store::{Db, opportunities};

use super::{create, place_of, taken, write_stakeholder};
use crate::operations::{Act, Refusal, estimates};

/// Begins the renewal of an ordered deal today, with the same product, amount, seller and people:
/// `create_opportunity`. Its name is that of the deal it renews unless it is given another.
///
/// # Errors
/// When the actor may not, nothing has been ordered yet, or a renewal is open already.
pub fn renew(
    db: &mut Db,
    act: &mut Act,
    id: OpportunityId,
    name: Option<Name>,
) -> Result<OpportunityId, Refusal> {
    let sight = act.sight(Noun::Opportunity, Action::Read)?;
    let renewed = taken(db, act, id, Noun::Opportunity, Action::Create)?;
    let conflict =
        |code, message: &str| Err(Refusal::Conflict { code, message: message.to_owned() });
    if renewed.ordered_at.is_none_or(|at| at > act.now) {
        return conflict(
            "nothing_to_renew",
            "nothing has been ordered yet, so nothing can be renewed",
        );
    }
    if has_open_renewal(db, id)? {
        return conflict("renewal_open", "a renewal of this deal is open already");
    }
    let before = renewed.deal.facts;
    let facts = OpportunityFacts {
        key: None,
        name: name.unwrap_or_else(|| before.name.clone()),
        opened_on: act.today(),
        expected_close: None,
        observed_until: None,
        renews_id: Some(id),
        note: None,
        ..before
    };
    let renewal = create(db, act, facts.clone(), None)?;
    let today = act.today();
    let deal = estimates::load(db, &sight, id)?;
    for one in deal.stakeholders.iter().filter(|one| deal.is_active(one.facts.person_id, today)) {
        let part = StakeholderFacts { since: Some(today), ..one.facts.clone() };
        let place = place_of(renewal, &facts, vec![part.person_id]);
        write_stakeholder(db, act, (renewal, &place), &part)?;
    }
    estimates::settle_all(db, act, renewal)?;
    Ok(renewal)
}

fn has_open_renewal(db: &mut Db, id: OpportunityId) -> Result<bool, Refusal> {
    let renewals: Vec<OpportunityId> =
        opportunities::renewals_of(db, id)?.into_iter().map(|(renewal, _)| renewal).collect();
    Ok(opportunities::many(db, &renewals)?.iter().any(|one| one.closure.is_none()))
}

/// Checks that `id` may renew `renewed`: it is another deal within sight, which does not renew `id`
/// itself.
pub(super) fn check_renewed(
    db: &mut Db,
    act: &Act,
    id: OpportunityId,
    renewed: OpportunityId,
) -> Result<(), Refusal> {
    let sight = act.sight(Noun::Opportunity, Action::Read)?;
    let mut next = Some(renewed);
    while let Some(earlier) = next {
        if earlier == id {
            let message = "a deal does not renew itself, nor one that renews it";
            return Err(Refusal::field("/renews_id", "invalid", message));
        }
        let found = opportunities::one(db, &sight, earlier)?;
        next = found.ok_or_else(|| Refusal::dangling("/renews_id"))?.deal.facts.renews_id;
    }
    Ok(())
}
