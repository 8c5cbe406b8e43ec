//! Teams.

use assent_domain::ids::TeamId;
use assent_domain::permission::{Action, Noun};
use assent_domain::user::TeamFacts;
use assent_store::{Db, Stored, users};
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
use crate::http::extract::{Body, IfMatch, Path};
use crate::http::page::PageOf;
use crate::operations::{self, Act, Refusal};

/// The paths of this noun.
pub(super) fn router() -> OpenApiRouter<Web> {
    OpenApiRouter::new()
        .routes(routes!(list_teams, create_team))
        .routes(routes!(read_team, update_team, delete_team))
        .routes(routes!(restore_team))
}

/// A team.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Team {
    /// Which.
    id: TeamId,
    #[serde(flatten)]
    facts: TeamFacts,
    #[serde(flatten)]
    written: Written,
}

/// Every team, by name.
#[utoipa::path(
    get, path = "/teams", tag = "users",
    responses((status = 200, body = PageOf<Team>), Problems)
)]
async fn list_teams(State(web): State<Web>, caller: Caller) -> Result<Json<PageOf<Team>>, Problem> {
    let teams = reading(&web, &caller, |db, act| {
        act.sight(Noun::User, Action::Read)?;
        Ok(users::teams(db)?)
    })
    .await?;
    Ok(Json(PageOf::whole(teams.into_iter().map(Team::from).collect())))
}

/// A team by its identifier.
#[utoipa::path(
    get, path = "/teams/{id}", tag = "users",
    params(("id" = TeamId, Path)),
    responses((status = 200, body = Team), Problems)
)]
async fn read_team(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<TeamId>,
) -> Result<Tagged<Team>, Problem> {
    reading(&web, &caller, move |db, act| respond(db, act, id)).await
}

/// Adds a team.
#[utoipa::path(
    post, path = "/teams", tag = "users",
    request_body = TeamFacts,
    responses((status = 201, body = Team), Problems)
)]
async fn create_team(
    State(web): State<Web>,
    caller: Caller,
    Body(facts): Body<TeamFacts>,
) -> Result<Created<Team>, Problem> {
    writing(&web, &caller, move |db, act| {
        let id = operations::create(db, act, &facts)?;
        respond(db, act, id).map(Created)
    })
    .await
}

/// Changes what is named and nothing else (JSON merge patch).
#[utoipa::path(
    patch, path = "/teams/{id}", tag = "users",
    params(("id" = TeamId, Path), ("If-Match" = Option<String>, Header)),
    request_body(content = serde_json::Value, content_type = "application/merge-patch+json"),
    responses((status = 200, body = Team), Problems)
)]
async fn update_team(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<TeamId>,
    IfMatch(version): IfMatch,
    Body(patch): Body<serde_json::Value>,
) -> Result<Tagged<Team>, Problem> {
    let team = kept::patch::<TeamFacts, _>(&web, &caller, id, version, patch, respond).await?;
    web.callers.forget();
    Ok(team)
}

/// Puts a team away; nothing is lost.
#[utoipa::path(
    delete, path = "/teams/{id}", tag = "users",
    params(("id" = TeamId, Path), ("If-Match" = Option<String>, Header)),
    responses((status = 204), Problems)
)]
async fn delete_team(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<TeamId>,
    IfMatch(version): IfMatch,
) -> Result<StatusCode, Problem> {
    let gone = kept::put_away::<TeamFacts>(&web, &caller, id, version).await?;
    web.callers.forget();
    Ok(gone)
}

/// Brings a team back that was put away.
#[utoipa::path(
    post, path = "/teams/{id}/restoration", tag = "users",
    params(("id" = TeamId, Path)),
    responses((status = 200, body = Team), Problems)
)]
async fn restore_team(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<TeamId>,
) -> Result<Tagged<Team>, Problem> {
    let team = kept::bring_back::<TeamFacts, _>(&web, &caller, id, respond).await?;
    web.callers.forget();
    Ok(team)
}

impl From<Stored<TeamId, TeamFacts>> for Team {
    fn from(row: Stored<TeamId, TeamFacts>) -> Self {
        Self { id: row.id, facts: row.facts, written: row.meta.into() }
    }
}

fn respond(db: &mut Db, act: &Act, id: TeamId) -> Result<Tagged<Team>, Refusal> {
    let row = operations::read::<TeamFacts>(db, act, id)?;
    Ok(Tagged { version: row.meta.version, body: row.into() })
}
