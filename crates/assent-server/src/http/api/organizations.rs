//! Organizations.

use assent_domain::ids::OrganizationId;
use assent_domain::organization::OrganizationFacts;
use assent_domain::permission::{Action, Noun};
use assent_store::{Db, organizations};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::kept::{self, Created, Tagged, Written, reading, writing};
use crate::http::Web;
use crate::http::auth::Caller;
use crate::http::error::{Problem, Problems};
use crate::http::extract::{Body, IfMatch, Path, Query};
use crate::http::page::{PageOf, PageParams};
use crate::operations::{self, Act, Refusal};

/// The paths of this noun.
pub(super) fn router() -> OpenApiRouter<Web> {
    OpenApiRouter::new()
        .routes(routes!(list_organizations, create_organization))
        .routes(routes!(read_organization, update_organization, delete_organization))
        .routes(routes!(restore_organization))
}

/// An organization.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Organization {
    /// Which.
    id: OrganizationId,
    #[serde(flatten)]
    facts: OrganizationFacts,
    #[serde(flatten)]
    written: Written,
}

/// Organizations by name, a page at a time.
#[utoipa::path(
    get, path = "/organizations", tag = "organizations",
    params(PageParams),
    responses((status = 200, body = PageOf<Organization>), Problems)
)]
async fn list_organizations(
    State(web): State<Web>,
    caller: Caller,
    Query(params): Query<PageParams>,
) -> Result<Json<PageOf<Organization>>, Problem> {
    let request = params.request()?;
    let page = reading(&web, &caller, move |db, act| {
        let sight = act.sight(Noun::Organization, Action::Read)?;
        Ok(organizations::list(db, &sight, &request)?)
    })
    .await?;
    Ok(Json(PageOf::of(page, Organization::from)))
}

/// An organization by its identifier.
#[utoipa::path(
    get, path = "/organizations/{id}", tag = "organizations",
    params(("id" = OrganizationId, Path)),
    responses((status = 200, body = Organization), Problems)
)]
async fn read_organization(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<OrganizationId>,
) -> Result<Tagged<Organization>, Problem> {
    reading(&web, &caller, move |db, act| respond(db, act, id)).await
}

/// Adds an organization.
#[utoipa::path(
    post, path = "/organizations", tag = "organizations",
    request_body = OrganizationFacts,
    responses((status = 201, body = Organization), Problems)
)]
async fn create_organization(
    State(web): State<Web>,
    caller: Caller,
    Body(facts): Body<OrganizationFacts>,
) -> Result<Created<Organization>, Problem> {
    writing(&web, &caller, move |db, act| {
        let id = operations::create(db, act, &facts)?;
        respond(db, act, id).map(Created)
    })
    .await
}

/// Changes what is named and nothing else (JSON merge patch).
#[utoipa::path(
    patch, path = "/organizations/{id}", tag = "organizations",
    params(("id" = OrganizationId, Path), ("If-Match" = Option<String>, Header)),
    request_body(content = serde_json::Value, content_type = "application/merge-patch+json"),
    responses((status = 200, body = Organization), Problems)
)]
async fn update_organization(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<OrganizationId>,
    IfMatch(version): IfMatch,
    Body(patch): Body<serde_json::Value>,
) -> Result<Tagged<Organization>, Problem> {
    kept::patch::<OrganizationFacts, _>(&web, &caller, id, version, patch, respond).await
}

/// Puts an organization away; nothing is lost.
#[utoipa::path(
    delete, path = "/organizations/{id}", tag = "organizations",
    params(("id" = OrganizationId, Path), ("If-Match" = Option<String>, Header)),
    responses((status = 204), Problems)
)]
async fn delete_organization(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<OrganizationId>,
    IfMatch(version): IfMatch,
) -> Result<StatusCode, Problem> {
    kept::put_away::<OrganizationFacts>(&web, &caller, id, version).await
}

/// Brings an organization back that was put away.
#[utoipa::path(
    post, path = "/organizations/{id}/restoration", tag = "organizations",
    params(("id" = OrganizationId, Path)),
    responses((status = 200, body = Organization), Problems)
)]
async fn restore_organization(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<OrganizationId>,
) -> Result<Tagged<Organization>, Problem> {
    kept::bring_back::<OrganizationFacts, _>(&web, &caller, id, respond).await
}

impl From<organizations::Organization> for Organization {
    fn from(row: organizations::Organization) -> Self {
        Self { id: row.id, facts: row.facts, written: row.meta.into() }
    }
}

fn respond(db: &mut Db, act: &Act, id: OrganizationId) -> Result<Tagged<Organization>, Refusal> {
    let row = operations::read::<OrganizationFacts>(db, act, id)?;
    Ok(Tagged { version: row.meta.version, body: row.into() })
}
