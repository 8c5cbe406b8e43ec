//! Today: what a seller owes, has planned, and does best next.

use std::collections::BTreeSet;

use assent_domain::advice::{Asking, Duty, Measure, Suggestion};
use assent_domain::ids::{OpportunityId, PersonId, UserId};
use assent_domain::money::Money;
use assent_domain::time::Day;
use assent_store::Db;
use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::activities::Activity;
use super::board::Buyer;
use super::kept::{Named, computing};
use super::people_names::Names;
use crate::http::Web;
use crate::http::auth::Caller;
use crate::http::error::{Problem, Problems};
use crate::http::extract::Query;
use crate::operations::advice::{self, Agenda, DealAgenda};
use crate::operations::{Act, Refusal};

/// The paths of today.
pub(super) fn router() -> OpenApiRouter<Web> {
    OpenApiRouter::new().routes(routes!(read_today))
}

/// What a seller has before them.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Today {
    /// The day.
    day: Day,
    /// What is owed, most pressing first.
    duties: Vec<InDeal<Duty>>,
    /// What is planned until today and not done.
    planned: Vec<Activity>,
    /// What is worth doing, best first; at most five, two of a deal.
    best: Vec<InDeal<Suggestion>>,
    /// What is worth asking, most telling first; at most three, one of a deal.
    ask: Vec<InDeal<Asking>>,
    /// How many deals are advised on.
    deals: usize,
    /// The people spoken of.
    people: Vec<Named<PersonId>>,
    /// Where those stand who are spoken of, deal by deal.
    standing: Vec<StandingIn>,
}

/// A buyer in a deal.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct StandingIn {
    /// The deal.
    opportunity_id: OpportunityId,
    #[serde(flatten)]
    buyer: Buyer,
}

/// Something said of a deal.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct InDeal<T> {
    /// The deal.
    opportunity: Named<OpportunityId>,
    /// Who buys.
    organization: String,
    /// What it would bring.
    amount: Option<Money>,
    /// What shifts are shifts of.
    measure: Measure,
    /// What that is today.
    now: f64,
    #[serde(flatten)]
    said: T,
}

#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct TodayParams {
    /// Whose day; your own, when left out.
    #[serde(default)]
    user_id: Option<UserId>,
}

/// What a seller owes, has planned and does best next, over all their deals that you may see.
#[utoipa::path(
    get, path = "/today", tag = "advice",
    params(TodayParams),
    responses((status = 200, body = Today), Problems)
)]
async fn read_today(
    State(web): State<Web>,
    caller: Caller,
    Query(params): Query<TodayParams>,
) -> Result<Json<Today>, Problem> {
    computing(&web, &caller, move |db, act| {
        let owner = params.user_id.or(act.user()).ok_or(Refusal::NotFound)?;
        let agenda = advice::today(db, act, owner)?;
        today(db, act, agenda).map(Json)
    })
    .await
}

fn today(db: &mut Db, act: &Act, agenda: Agenda) -> Result<Today, Refusal> {
    let mut spoken: Vec<PersonId> = agenda.duties.iter().map(|one| one.said.person_id).collect();
    for one in &agenda.best {
        spoken.push(one.said.person_id);
        spoken.extend(&one.said.through);
        spoken.extend(one.said.reasons.iter().filter_map(|reason| reason.person_id));
    }
    spoken.extend(agenda.ask.iter().map(|one| one.said.person_id));
    let standing = standing(db, &agenda)?;
    let deals = &agenda.deals;
    Ok(Today {
        day: act.today(),
        duties: in_deals(agenda.duties, deals),
        best: in_deals(agenda.best, deals),
        ask: in_deals(agenda.ask, deals),
        planned: Activity::of_rows(db, act, agenda.planned)?,
        deals: agenda.watched,
        people: Names::of_people(db, &spoken)?.all(),
        standing,
    })
}

/// Where those stand to whom something is to be done, or of whom something is to be asked.
fn standing(db: &mut Db, agenda: &Agenda) -> Result<Vec<StandingIn>, Refusal> {
    let mut spoken: BTreeSet<(OpportunityId, PersonId)> = BTreeSet::new();
    spoken.extend(agenda.duties.iter().map(|one| (one.opportunity, one.said.person_id)));
    spoken.extend(agenda.best.iter().map(|one| (one.opportunity, one.said.person_id)));
    spoken.extend(agenda.ask.iter().map(|one| (one.opportunity, one.said.person_id)));
    for facts in agenda.planned.iter().map(|one| &one.stored.facts) {
        spoken.extend(facts.people.iter().map(|one| (facts.opportunity_id, one.person_id)));
    }
    let deals: BTreeSet<OpportunityId> = spoken.iter().map(|(deal, _)| *deal).collect();
    let buyers = Buyer::of_deals(db, &deals.into_iter().collect::<Vec<_>>())?;
    let all = buyers.into_iter().flat_map(|(opportunity_id, own)| {
        own.into_iter().map(move |buyer| StandingIn { opportunity_id, buyer })
    });
    let is_spoken = |one: &StandingIn| spoken.contains(&(one.opportunity_id, one.buyer.id()));
    let mut standing: Vec<StandingIn> = all.filter(is_spoken).collect();
    standing.sort_by_key(|one| (one.opportunity_id, one.buyer.id()));
    Ok(standing)
}

fn in_deals<T>(
    all: Vec<DealAgenda<T>>,
    deals: &std::collections::HashMap<OpportunityId, assent_store::opportunities::Opportunity>,
) -> Vec<InDeal<T>> {
    let one = |one: DealAgenda<T>| {
        let row = deals.get(&one.opportunity)?;
        Some(InDeal {
            opportunity: Named::new(one.opportunity, row.deal.facts.name.as_str()),
            organization: row.organization_name.clone(),
            amount: row.deal.facts.amount,
            measure: one.measure,
            now: one.now,
            said: one.said,
        })
    };
    all.into_iter().filter_map(one).collect()
}
