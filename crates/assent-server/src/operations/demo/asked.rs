//! Whom the sellers of the demo have asked for an introduction, and what came of it: along the ways that
//! the records showed on the day, as sellers would ask.

use assent_domain::ids::{OpportunityId, PersonId, UserId};
use assent_domain::permission::Sight;
use assent_domain::ways::AskState;
use assent_store::{Db, users};

use super::planned::{deals_of, on};
use crate::operations::ways::{self, Eyes, NewAsk};
use crate::operations::{Act, Actor, Refusal, control, estimates};

/// How long ago a seller asked, in days, and what came of it; a seller asks for as many deals.
const ASKS: [(i64, AskState); 4] =
    [(5, AskState::Asked), (44, AskState::Done), (11, AskState::Agreed), (37, AskState::Refused)];
/// How long it took them to answer, in days.
const ANSWERED: i64 = 3;

/// Asks for everybody who sells.
pub(super) fn write(db: &mut Db, act: &mut Act) -> Result<(), Refusal> {
    for seller in users::all(db)? {
        let mut left = ASKS.iter();
        let mut next = left.next();
        for (deal, _) in deals_of(db, seller.user.id)? {
            let Some((ago, state)) = next else { break };
            if ask(db, act, (deal, seller.user.id), (*ago, *state))? {
                next = left.next();
            }
        }
    }
    Ok(())
}

/// Whether there was somebody to ask, and they were asked.
fn ask(
    db: &mut Db,
    act: &mut Act,
    (id, seller): (OpportunityId, UserId),
    (ago, state): (i64, AskState),
) -> Result<bool, Refusal> {
    let deal = estimates::load(db, &Sight::All, id)?;
    let day = act.today().number() - ago;
    let Some(viewer) = users::as_viewer(db, seller)? else { return Ok(false) };
    if deal.opportunity.deal.facts.opened_on.number() > day {
        return Ok(false);
    }
    let mut then = on(act, day);
    then.actor = Actor::User(viewer);
    let bearings = control::bearings(db, &then)?;
    let picture = deal.picture(&then, &bearings.limits, then.today());
    let ways = ways::introductions(db, &then, &deal, &picture, Eyes::Owner)?;
    let most_power = |(person, _): &(PersonId, _)| picture.group.power(*person);
    let best = ways.into_iter().max_by(|one, other| most_power(one).total_cmp(&most_power(other)));
    let Some((target, way)) = best else { return Ok(false) };
    let wanted = NewAsk { target, through: way.through };
    let asked = match ways::ask(db, &mut then, id, &wanted) {
        Err(Refusal::Conflict { .. }) => return Ok(false),
        other => other?,
    };
    if state != AskState::Asked {
        let answered = on(act, day + ANSWERED);
        then.now = answered.now;
        ways::set_state(db, &mut then, (asked, None), state, None)?;
    }
    Ok(true)
}
