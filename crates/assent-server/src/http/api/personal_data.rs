//! Everything that is recorded of a person and believed of them, in one file: for the person.
//!
//! It holds what the caller may see. What other people showed in the same meetings is theirs and is
//! left out; notes stand as they were written.

use std::collections::BTreeSet;

use assent_domain::account::{Target, account};
use assent_domain::estimate::estimate;
use assent_domain::evidence::{self, PersonEvidence};
use assent_domain::ids::{OpportunityId, PersonId};
use assent_domain::opportunity::BuyingRole;
use assent_domain::permission::{Action, Noun};
use assent_domain::reading::{Reading, TargetWord};
use assent_domain::time::{Day, Timestamp};
use assent_store::{Db, MOST_ROWS, PageRequest, interactions as stored, people, stakeholders};
use axum::Json;
use axum::extract::State;
use axum::http::header;
use axum::response::IntoResponse;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::beliefs::{self, Explanation};
use super::commitments::{self, Commitment};
use super::interactions::{self, Interaction};
use super::kept::{Named, writing};
use super::people::{self as people_api, Person};
use super::room::deal_of;
use super::ties::Tie;
use crate::http::Web;
use crate::http::auth::Caller;
use crate::http::error::{Problem, Problems};
use crate::http::extract::Path;
use crate::operations::estimates::Deal;
use crate::operations::{Act, Refusal, personal_data};

/// The form of the file; a change that readers must know of counts it up.
const VERSION: u32 = 1;

/// The path of this file.
pub(super) fn router() -> OpenApiRouter<Web> {
    OpenApiRouter::new().routes(routes!(export_personal_data))
}

/// Everything recorded of a person and believed of them, as far as the caller may see it.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PersonalData {
    /// What the file is: `assent-personal-data`.
    format: &'static str,
    /// The version of its form; 1.
    version: u32,
    /// When it was made.
    made_at: Timestamp,
    /// Their record, with where they work and have worked, and whether they are excluded from the
    /// estimates.
    person: Person,
    /// Their ties.
    ties: Vec<Tie>,
    /// The deals in which they have a part.
    parts: Vec<Part>,
    /// What happened with them, newest first; of the signs, their own.
    interactions: Vec<Interaction>,
    /// What was promised between them and us, newest first.
    commitments: Vec<Commitment>,
    /// What is believed of them in each deal today.
    beliefs: Vec<PersonalBelief>,
}

/// A person's part in a deal.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Part {
    /// The deal.
    opportunity: Named<OpportunityId>,
    /// What part.
    role: BuyingRole,
    /// Since when.
    since: Option<Day>,
    /// Whether it is an assumption rather than a reported fact.
    assumed: bool,
}

/// What is believed of a person in a deal.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PersonalBelief {
    /// The deal.
    opportunity: Named<OpportunityId>,
    /// Where they stand.
    reading: Reading,
    /// Why: an account of the time before the order, and of the time since, if there was one.
    accounts: Vec<AccountOf>,
}

/// Why something is believed.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct AccountOf {
    /// What is accounted for: a stage “or further”, `avoids_us` or `blocked`.
    #[schema(value_type = TargetWord)]
    target: String,
    /// Its probability.
    probability: f64,
    /// The lines that add up to it.
    explanation: Explanation,
}

/// Everything recorded of a person and believed of them, as a file. That it was taken is noted.
#[utoipa::path(
    get, path = "/people/{id}/personal-data", tag = "people",
    params(("id" = PersonId, Path)),
    responses((status = 200, body = PersonalData), Problems)
)]
async fn export_personal_data(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<PersonId>,
) -> Result<impl IntoResponse, Problem> {
    let data = writing(&web, &caller, move |db, act| {
        personal_data::note_export(db, act, id)?;
        gather(db, act, id)
    })
    .await?;
    let name = format!("attachment; filename=\"personal-data-{id}.json\"");
    Ok(([(header::CONTENT_DISPOSITION, name)], Json(data)))
}

fn gather(db: &mut Db, act: &Act, id: PersonId) -> Result<PersonalData, Refusal> {
    let people_sight = act.sight(Noun::Person, Action::Read)?;
    let deals = deals_of(db, act, id)?;
    Ok(PersonalData {
        format: "assent-personal-data",
        version: VERSION,
        made_at: act.now,
        person: people_api::one(db, act, id)?,
        ties: people::ties(db, &people_sight, &[id])?.into_iter().map(Tie::from).collect(),
        parts: deals.iter().filter_map(|deal| part(deal, id)).collect(),
        interactions: interactions_of(db, act, id)?,
        commitments: commitments_of(db, act, id)?,
        beliefs: deals.iter().filter_map(|deal| belief(act, deal, id)).collect(),
    })
}

/// The deals with this person that the caller may see.
fn deals_of(db: &mut Db, act: &Act, id: PersonId) -> Result<Vec<Deal>, Refusal> {
    let parts = stakeholders::deals_of(db, id)?;
    let ids: BTreeSet<OpportunityId> =
        stored::deals_with(db, id)?.into_iter().chain(parts).collect();
    let mut deals = Vec::new();
    for id in ids {
        match deal_of(db, act, id) {
            Ok(deal) if deal.opportunity.deal.meta.deleted_at.is_none() => deals.push(deal),
            Ok(_) | Err(Refusal::NotFound) => {}
            Err(refusal) => return Err(refusal),
        }
    }
    Ok(deals)
}

fn named(deal: &Deal) -> Named<OpportunityId> {
    Named::new(deal.opportunity.deal.id, deal.opportunity.deal.facts.name.as_str())
}

fn part(deal: &Deal, id: PersonId) -> Option<Part> {
    let found = deal.stakeholders.iter().find(|one| one.facts.person_id == id)?;
    let facts = &found.facts;
    Some(Part {
        opportunity: named(deal),
        role: facts.role,
        since: facts.since,
        assumed: facts.assumed,
    })
}

fn belief(act: &Act, deal: &Deal, id: PersonId) -> Option<PersonalBelief> {
    let gathered = evidence::gather(&act.model, &deal.facts.records, deal.last_day(act.today()));
    let evidence = gathered.get(&id)?;
    let stretches = evidence.while_buying().into_iter().chain([evidence.clone()]);
    Some(PersonalBelief {
        opportunity: named(deal),
        reading: estimate(&act.model, evidence).reading,
        accounts: stretches.map(|stretch| account_of(act, deal, &stretch)).collect(),
    })
}

fn account_of(act: &Act, deal: &Deal, evidence: &PersonEvidence) -> AccountOf {
    let model = &act.model;
    let target = Target::of(&estimate(model, evidence).reading);
    let account = account(model, evidence, target);
    let recorders = beliefs::recorders(deal);
    AccountOf {
        target: target.as_str().to_owned(),
        probability: account.probability,
        explanation: beliefs::explanation(act, evidence.completeness, &account, &recorders),
    }
}

fn interactions_of(db: &mut Db, act: &Act, id: PersonId) -> Result<Vec<Interaction>, Refusal> {
    let sight = act.sight(Noun::Interaction, Action::Read)?;
    let mut all = Vec::new();
    let mut request = PageRequest { rows: MOST_ROWS, ..PageRequest::default() };
    loop {
        let page = stored::list(db, &sight, None, Some(id), &request)?;
        all.extend(interactions::with_names(db, page.rows)?);
        let Some(next) = page.next else { break };
        request.after = Some(next);
    }
    for one in &mut all {
        let by = one.facts.by_id;
        one.facts.signs.retain(|sign| sign.person_id == id);
        one.people.retain(|named| named.id == id || Some(named.id) == by);
    }
    Ok(all)
}

fn commitments_of(db: &mut Db, act: &Act, id: PersonId) -> Result<Vec<Commitment>, Refusal> {
    let sight = act.sight(Noun::Interaction, Action::Read)?;
    let mut all = Vec::new();
    let mut request = PageRequest { rows: MOST_ROWS, ..PageRequest::default() };
    loop {
        let page = stored::list_commitments(db, &sight, None, Some(id), &request)?;
        all.extend(commitments::with_names(db, page.rows, act.today())?);
        let Some(next) = page.next else { break };
        request.after = Some(next);
    }
    Ok(all)
}
