//! Stakeholders: who has a part in a deal.

use assent_domain::ids::{OpportunityId, PersonId};
use assent_domain::opportunity::{BuyingRole, StakeholderFacts};
use assent_domain::time::Day;
use assent_store::{Db, stakeholders};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::kept::{Named, Written, reading, writing};
use super::opportunities::find;
use crate::http::Web;
use crate::http::auth::Caller;
use crate::http::error::{Problem, Problems};
use crate::http::extract::{Body, Path};
use crate::http::page::PageOf;
use crate::operations::{Refusal, deals};

/// The paths of stakeholders.
pub(super) fn router() -> OpenApiRouter<Web> {
    OpenApiRouter::new()
        .routes(routes!(list_stakeholders))
        .routes(routes!(update_stakeholder, delete_stakeholder))
        .routes(routes!(restore_stakeholder))
}

/// A person's part in a deal.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Stakeholder {
    /// Who.
    person: Named<PersonId>,
    /// In what part.
    role: BuyingRole,
    /// Whether their no would end the deal.
    veto: bool,
    /// Since when.
    since: Option<Day>,
    /// Whether the part is an assumption rather than a reported fact.
    assumed: bool,
    #[serde(flatten)]
    written: Written,
}

/// The part a person is to have.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct StakeholderBody {
    /// In what part.
    role: BuyingRole,
    /// Since when; today, when left out.
    #[serde(default)]
    since: Option<Day>,
    /// Whether it is an assumption rather than a reported fact.
    #[serde(default)]
    assumed: bool,
}

impl From<stakeholders::Stakeholder> for Stakeholder {
    fn from(row: stakeholders::Stakeholder) -> Self {
        Self {
            person: Named::new(row.facts.person_id, row.name),
            role: row.facts.role,
            veto: row.facts.role.has_veto(),
            since: row.facts.since,
            assumed: row.facts.assumed,
            written: row.meta.into(),
        }
    }
}

fn respond(db: &mut Db, deal: OpportunityId, person: PersonId) -> Result<Stakeholder, Refusal> {
    stakeholders::one(db, deal, person)?.map(Stakeholder::from).ok_or(Refusal::NotFound)
}

/// Who has a part in a deal.
#[utoipa::path(
    get, path = "/opportunities/{id}/stakeholders", tag = "opportunities",
    params(("id" = OpportunityId, Path)),
    responses((status = 200, body = PageOf<Stakeholder>), Problems)
)]
async fn list_stakeholders(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<OpportunityId>,
) -> Result<Json<PageOf<Stakeholder>>, Problem> {
    let rows = reading(&web, &caller, move |db, act| {
        find(db, act, id)?;
        Ok(stakeholders::of(db, &[id])?)
    })
    .await?;
    Ok(Json(PageOf::whole(rows.into_iter().map(Stakeholder::from).collect())))
}

/// Gives a person a part in a deal, or another one.
#[utoipa::path(
    put, path = "/opportunities/{id}/stakeholders/{person_id}", tag = "opportunities",
    params(("id" = OpportunityId, Path), ("person_id" = PersonId, Path)),
    request_body = StakeholderBody,
    responses((status = 200, body = Stakeholder), Problems)
)]
async fn update_stakeholder(
    State(web): State<Web>,
    caller: Caller,
    Path((id, person)): Path<(OpportunityId, PersonId)>,
    Body(body): Body<StakeholderBody>,
) -> Result<Json<Stakeholder>, Problem> {
    writing(&web, &caller, move |db, act| {
        let since = body.since.or_else(|| Some(act.today()));
        let StakeholderBody { role, assumed, .. } = body;
        let facts = StakeholderFacts { person_id: person, role, since, assumed };
        deals::put_stakeholder(db, act, id, &facts)?;
        respond(db, id, person).map(Json)
    })
    .await
}

/// Takes a person out of a deal; what was recorded of them stays.
#[utoipa::path(
    delete, path = "/opportunities/{id}/stakeholders/{person_id}", tag = "opportunities",
    params(("id" = OpportunityId, Path), ("person_id" = PersonId, Path)),
    responses((status = 204), Problems)
)]
async fn delete_stakeholder(
    State(web): State<Web>,
    caller: Caller,
    Path((id, person)): Path<(OpportunityId, PersonId)>,
) -> Result<StatusCode, Problem> {
    writing(&web, &caller, move |db, act| {
        deals::set_stakeholder_deleted(db, act, id, person, Some(act.now))
    })
    .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Brings a person back into a deal.
#[utoipa::path(
    post, path = "/opportunities/{id}/stakeholders/{person_id}/restoration", tag = "opportunities",
    params(("id" = OpportunityId, Path), ("person_id" = PersonId, Path)),
    responses((status = 200, body = Stakeholder), Problems)
)]
async fn restore_stakeholder(
    State(web): State<Web>,
    caller: Caller,
    Path((id, person)): Path<(OpportunityId, PersonId)>,
) -> Result<Json<Stakeholder>, Problem> {
    writing(&web, &caller, move |db, act| {
        deals::set_stakeholder_deleted(db, act, id, person, None)?;
        respond(db, id, person).map(Json)
    })
    .await
}
