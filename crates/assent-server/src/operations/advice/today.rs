//! Today: what a seller owes, has planned, and does best next, over all their deals.

use std::collections::HashMap;

use assent_domain::advice::{Advice, Asking, Duty, Measure, Suggestion};
use assent_domain::ids::{OpportunityId, PersonId, UserId};
use assent_domain::permission::{Action, Noun};
use assent_store::activities::{self, Activity, Filter};
use assent_store::advice as kept;
use assent_store::opportunities::{self, Opportunity};
use assent_store::stakeholders::{self, Stakeholder};
use assent_store::{Db, PageRequest, acquaintances};

use crate::operations::{Act, Refusal};

/// Suggestions over all deals at most.
const BEST_AT_MOST: usize = 5;
/// Questions over all deals at most.
const ASKS_AT_MOST: usize = 3;
/// Suggestions of one deal at most, so that one large deal does not fill the day.
const OF_ONE_DEAL: usize = 2;
/// Activities shown at most.
const ACTIVITIES: usize = 100;

/// Something said of a deal.
#[derive(Clone, Debug)]
pub struct DealAgenda<T> {
    /// The deal.
    pub opportunity: OpportunityId,
    /// What shifts are shifts of.
    pub measure: Measure,
    /// What that is today.
    pub now: f64,
    /// What is said.
    pub said: T,
}

/// What a seller has before them.
#[derive(Clone, Debug)]
pub struct Agenda {
    /// What is owed, most pressing first.
    pub duties: Vec<DealAgenda<Duty>>,
    /// What is planned until today and not done, due first before the others.
    pub planned: Vec<Activity>,
    /// What is worth doing, best first.
    pub best: Vec<DealAgenda<Suggestion>>,
    /// What is worth asking, most telling first.
    pub ask: Vec<DealAgenda<Asking>>,
    /// The deals spoken of.
    pub deals: HashMap<OpportunityId, Opportunity>,
    /// How many deals of theirs are advised on.
    pub watched: usize,
}

/// What the owner of deals has before them, as far as the deals are within sight.
///
/// # Errors
/// When the database fails.
pub fn today(db: &mut Db, act: &Act, owner: UserId) -> Result<Agenda, Refusal> {
    let sight = act.sight(Noun::Opportunity, Action::Read)?;
    let (mut duties, mut best, mut ask) = (Vec::new(), Vec::new(), Vec::new());
    let rows = kept::of_owner(db, &sight, owner)?;
    let watched = rows.len();
    for row in rows {
        // What a newer program wrote is read anew when its deal is settled.
        let Ok(advice) = serde_json::from_str::<Advice>(&row.body) else { continue };
        let Advice { measure, now, .. } = advice;
        let opportunity = row.opportunity;
        duties.extend(advice.duties.into_iter().map(|said| DealAgenda {
            opportunity,
            measure,
            now,
            said,
        }));
        let own = advice.best.into_iter().take(OF_ONE_DEAL);
        best.extend(own.map(|said| DealAgenda { opportunity, measure, now, said }));
        let own = advice.ask.into_iter().take(1);
        ask.extend(own.map(|said| DealAgenda { opportunity, measure, now, said }));
    }
    let mut best = told(db, act, best)?;
    duties.sort_by_key(|one| one.said.urgency(act.today()));
    best.sort_by(|one, other| other.said.score_hours.total_cmp(&one.said.score_hours));
    best.truncate(BEST_AT_MOST);
    let bits = |of: &DealAgenda<Asking>| of.said.bits.unwrap_or(f64::INFINITY);
    ask.sort_by(|one, other| bits(other).total_cmp(&bits(one)));
    ask.truncate(ASKS_AT_MOST);
    let filter = Filter {
        owner: Some(owner),
        open: Some(true),
        due_until: Some(act.today()),
        ..Filter::default()
    };
    let request = PageRequest { rows: ACTIVITIES, ..PageRequest::default() };
    let planned = activities::list(db, &sight, &filter, &request)?.rows;
    let mut ids: Vec<OpportunityId> = duties.iter().map(|one| one.opportunity).collect();
    ids.extend(best.iter().map(|one| one.opportunity));
    ids.extend(ask.iter().map(|one| one.opportunity));
    ids.sort_unstable();
    ids.dedup();
    let deals = opportunities::many(db, &ids)?.into_iter().map(|deal| (deal.deal.id, deal));
    Ok(Agenda { duties, planned, best, ask, deals: deals.collect(), watched })
}

/// The suggestions whose way leads over nobody out of the actor's sight: the advice was laid down for the
/// owner, who may see more than others, or could then see more than now.
fn told(
    db: &mut Db,
    act: &Act,
    best: Vec<DealAgenda<Suggestion>>,
) -> Result<Vec<DealAgenda<Suggestion>>, Refusal> {
    let on_ways: Vec<PersonId> = best.iter().flat_map(|one| one.said.through.clone()).collect();
    if on_ways.is_empty() {
        return Ok(best);
    }
    let sight = act.sight(Noun::Person, Action::Read)?;
    let seen = acquaintances::seen_among(db, &sight, &on_ways)?;
    let ids: Vec<OpportunityId> = best.iter().map(|one| one.opportunity).collect();
    let parts = stakeholders::of(db, &ids)?;
    let may_see = |deal: OpportunityId, person: &PersonId| {
        let has_part =
            |one: &Stakeholder| one.opportunity == deal && one.facts.person_id == *person;
        seen.contains(person) || parts.iter().any(has_part)
    };
    let told = best.into_iter();
    Ok(told
        .filter(|one| one.said.through.iter().all(|who| may_see(one.opportunity, who)))
        .collect())
}
