//! Relations between organizations.

use assent_domain::ids::{OrganizationId, OrganizationRelationId};
use assent_domain::organization::OrganizationRelationFacts;
use assent_domain::permission::{Action, Noun};
use assent_store::{Db, organizations};
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
        .routes(routes!(list_organization_relations, create_organization_relation))
        .routes(routes!(
            read_organization_relation,
            update_organization_relation,
            delete_organization_relation
        ))
        .routes(routes!(restore_organization_relation))
}

/// How one organization stands to another.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct OrganizationRelation {
    /// Which.
    id: OrganizationRelationId,
    #[serde(flatten)]
    facts: OrganizationRelationFacts,
    /// The one that stands so.
    from: Named<OrganizationId>,
    /// To whom it stands so.
    to: Named<OrganizationId>,
    #[serde(flatten)]
    written: Written,
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct RelationFilter {
    /// With this organization at one end.
    organization_id: OrganizationId,
}

/// The relations of an organization, both ways.
#[utoipa::path(
    get, path = "/organization-relations", tag = "organizations",
    params(RelationFilter),
    responses((status = 200, body = PageOf<OrganizationRelation>), Problems)
)]
async fn list_organization_relations(
    State(web): State<Web>,
    caller: Caller,
    Query(filter): Query<RelationFilter>,
) -> Result<Json<PageOf<OrganizationRelation>>, Problem> {
    let rows = reading(&web, &caller, move |db, act| {
        let sight = act.sight(Noun::Organization, Action::Read)?;
        Ok(organizations::relations(db, &sight, &[filter.organization_id])?)
    })
    .await?;
    Ok(Json(PageOf::whole(rows.into_iter().map(OrganizationRelation::from).collect())))
}

/// A relation by its identifier.
#[utoipa::path(
    get, path = "/organization-relations/{id}", tag = "organizations",
    params(("id" = OrganizationRelationId, Path)),
    responses((status = 200, body = OrganizationRelation), Problems)
)]
async fn read_organization_relation(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<OrganizationRelationId>,
) -> Result<Tagged<OrganizationRelation>, Problem> {
    reading(&web, &caller, move |db, act| respond(db, act, id)).await
}

/// Adds a relation.
#[utoipa::path(
    post, path = "/organization-relations", tag = "organizations",
    request_body = OrganizationRelationFacts,
    responses((status = 201, body = OrganizationRelation), Problems)
)]
async fn create_organization_relation(
    State(web): State<Web>,
    caller: Caller,
    Body(facts): Body<OrganizationRelationFacts>,
) -> Result<Created<OrganizationRelation>, Problem> {
    writing(&web, &caller, move |db, act| {
        let id = operations::create(db, act, &facts)?;
        respond(db, act, id).map(Created)
    })
    .await
}

/// Changes what is named and nothing else (JSON merge patch).
#[utoipa::path(
    patch, path = "/organization-relations/{id}", tag = "organizations",
    params(("id" = OrganizationRelationId, Path), ("If-Match" = Option<String>, Header)),
    request_body(content = serde_json::Value, content_type = "application/merge-patch+json"),
    responses((status = 200, body = OrganizationRelation), Problems)
)]
async fn update_organization_relation(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<OrganizationRelationId>,
    IfMatch(version): IfMatch,
    Body(patch): Body<serde_json::Value>,
) -> Result<Tagged<OrganizationRelation>, Problem> {
    kept::patch::<OrganizationRelationFacts, _>(&web, &caller, id, version, patch, respond).await
}

/// Puts a relation away; nothing is lost.
#[utoipa::path(
    delete, path = "/organization-relations/{id}", tag = "organizations",
    params(("id" = OrganizationRelationId, Path), ("If-Match" = Option<String>, Header)),
    responses((status = 204), Problems)
)]
async fn delete_organization_relation(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<OrganizationRelationId>,
    IfMatch(version): IfMatch,
) -> Result<StatusCode, Problem> {
    kept::put_away::<OrganizationRelationFacts>(&web, &caller, id, version).await
}

/// Brings a relation back that was put away.
#[utoipa::path(
    post, path = "/organization-relations/{id}/restoration", tag = "organizations",
    params(("id" = OrganizationRelationId, Path)),
    responses((status = 200, body = OrganizationRelation), Problems)
)]
async fn restore_organization_relation(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<OrganizationRelationId>,
) -> Result<Tagged<OrganizationRelation>, Problem> {
    kept::bring_back::<OrganizationRelationFacts, _>(&web, &caller, id, respond).await
}

impl From<organizations::Relation> for OrganizationRelation {
    fn from(row: organizations::Relation) -> Self {
        let facts = row.relation.facts;
        Self {
            id: row.relation.id,
            from: Named::new(facts.from_id, row.from_name),
            to: Named::new(facts.to_id, row.to_name),
            facts,
            written: row.relation.meta.into(),
        }
    }
}

fn respond(
    db: &mut Db,
    act: &Act,
    id: OrganizationRelationId,
) -> Result<Tagged<OrganizationRelation>, Refusal> {
    let sight = act.sight(Noun::Organization, Action::Read)?;
    let row = organizations::relation(db, &sight, id)?.ok_or(Refusal::NotFound)?;
    Ok(Tagged { version: row.relation.meta.version, body: row.into() })
}
