//! Employments: who works where, as what, under whom.

use assent_domain::ids::{EmploymentId, OrganizationId, PersonId};
use assent_domain::permission::{Action, Noun};
use assent_domain::person::EmploymentFacts;
use assent_store::{Db, people};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::kept::{self, Created, Named, Tagged, Written, reading, writing};
use crate::http::Web;
use crate::http::auth::Caller;
use crate::http::error::{Problem, Problems};
use crate::http::extract::{Body, IfMatch, Path, Query};
use crate::http::page::PageOf;
use crate::operations::{self, Act, Refusal};

/// The paths of this noun.
pub(super) fn router() -> OpenApiRouter<Web> {
    OpenApiRouter::new()
        .routes(routes!(list_employments, create_employment))
        .routes(routes!(read_employment, update_employment, delete_employment))
        .routes(routes!(restore_employment))
}

/// A person's time with an organization.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Employment {
    /// Which.
    id: EmploymentId,
    #[serde(flatten)]
    facts: EmploymentFacts,
    /// Who.
    person: Named<PersonId>,
    /// Where.
    organization: Named<OrganizationId>,
    /// To whom they report there.
    reports_to: Option<Named<PersonId>>,
    #[serde(flatten)]
    written: Written,
}

#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct EmploymentFilter {
    /// Of this person.
    #[serde(default)]
    person_id: Option<PersonId>,
    /// At this organization.
    #[serde(default)]
    organization_id: Option<OrganizationId>,
}

/// The employments of a person or at an organization.
#[utoipa::path(
    get, path = "/employments", tag = "people",
    params(EmploymentFilter),
    responses((status = 200, body = PageOf<Employment>), Problems)
)]
async fn list_employments(
    State(web): State<Web>,
    caller: Caller,
    Query(filter): Query<EmploymentFilter>,
) -> Result<Json<PageOf<Employment>>, Problem> {
    let rows = reading(&web, &caller, move |db, act| {
        let sight = act.sight(Noun::Person, Action::Read)?;
        let people = Vec::from_iter(filter.person_id);
        let organizations = Vec::from_iter(filter.organization_id);
        Ok(people::employments(db, &sight, &people, &organizations)?)
    })
    .await?;
    Ok(Json(PageOf::whole(rows.into_iter().map(Employment::from).collect())))
}

/// An employment by its identifier.
#[utoipa::path(
    get, path = "/employments/{id}", tag = "people",
    params(("id" = EmploymentId, Path)),
    responses((status = 200, body = Employment), Problems)
)]
async fn read_employment(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<EmploymentId>,
) -> Result<Tagged<Employment>, Problem> {
    reading(&web, &caller, move |db, act| respond(db, act, id)).await
}

/// Adds an employment.
#[utoipa::path(
    post, path = "/employments", tag = "people",
    request_body = EmploymentFacts,
    responses((status = 201, body = Employment), Problems)
)]
async fn create_employment(
    State(web): State<Web>,
    caller: Caller,
    Body(facts): Body<EmploymentFacts>,
) -> Result<Created<Employment>, Problem> {
    writing(&web, &caller, move |db, act| {
        let id = operations::create(db, act, &facts)?;
        respond(db, act, id).map(Created)
    })
    .await
}

/// Changes what is named and nothing else (JSON merge patch).
#[utoipa::path(
    patch, path = "/employments/{id}", tag = "people",
    params(("id" = EmploymentId, Path), ("If-Match" = Option<String>, Header)),
    request_body(content = serde_json::Value, content_type = "application/merge-patch+json"),
    responses((status = 200, body = Employment), Problems)
)]
async fn update_employment(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<EmploymentId>,
    IfMatch(version): IfMatch,
    Body(patch): Body<serde_json::Value>,
) -> Result<Tagged<Employment>, Problem> {
    kept::patch::<EmploymentFacts, _>(&web, &caller, id, version, patch, respond).await
}

/// Puts an employment away; nothing is lost.
#[utoipa::path(
    delete, path = "/employments/{id}", tag = "people",
    params(("id" = EmploymentId, Path), ("If-Match" = Option<String>, Header)),
    responses((status = 204), Problems)
)]
async fn delete_employment(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<EmploymentId>,
    IfMatch(version): IfMatch,
) -> Result<StatusCode, Problem> {
    kept::put_away::<EmploymentFacts>(&web, &caller, id, version).await
}

/// Brings an employment back that was put away.
#[utoipa::path(
    post, path = "/employments/{id}/restoration", tag = "people",
    params(("id" = EmploymentId, Path)),
    responses((status = 200, body = Employment), Problems)
)]
async fn restore_employment(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<EmploymentId>,
) -> Result<Tagged<Employment>, Problem> {
    kept::bring_back::<EmploymentFacts, _>(&web, &caller, id, respond).await
}

impl From<people::Employment> for Employment {
    fn from(row: people::Employment) -> Self {
        let facts = row.employment.facts;
        Self {
            id: row.employment.id,
            person: Named::new(facts.person_id, row.person_name),
            organization: Named::new(facts.organization_id, row.organization_name),
            reports_to: facts.reports_to_id.zip(row.reports_to_name).map(Named::from),
            facts,
            written: row.employment.meta.into(),
        }
    }
}

fn respond(db: &mut Db, act: &Act, id: EmploymentId) -> Result<Tagged<Employment>, Refusal> {
    let sight = act.sight(Noun::Person, Action::Read)?;
    let row = people::employment(db, &sight, id)?.ok_or(Refusal::NotFound)?;
    Ok(Tagged { version: row.employment.meta.version, body: row.into() })
}
