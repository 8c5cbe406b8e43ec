//! Ties between people, theirs and ours.

use assent_domain::ids::{PersonId, TieId};
use assent_domain::permission::{Action, Noun};
use assent_domain::person::TieFacts;
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
        .routes(routes!(list_ties, create_tie))
        .routes(routes!(read_tie, update_tie, delete_tie))
        .routes(routes!(restore_tie))
}

/// A tie between two people.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Tie {
    /// Which.
    id: TieId,
    #[serde(flatten)]
    facts: TieFacts,
    /// One end.
    from: Named<PersonId>,
    /// The other.
    to: Named<PersonId>,
    #[serde(flatten)]
    written: Written,
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct TieFilter {
    /// With this person at one end.
    person_id: PersonId,
}

/// The ties of a person.
#[utoipa::path(
    get, path = "/ties", tag = "people",
    params(TieFilter),
    responses((status = 200, body = PageOf<Tie>), Problems)
)]
async fn list_ties(
    State(web): State<Web>,
    caller: Caller,
    Query(filter): Query<TieFilter>,
) -> Result<Json<PageOf<Tie>>, Problem> {
    let rows = reading(&web, &caller, move |db, act| {
        let sight = act.sight(Noun::Person, Action::Read)?;
        Ok(people::ties(db, &sight, &[filter.person_id])?)
    })
    .await?;
    Ok(Json(PageOf::whole(rows.into_iter().map(Tie::from).collect())))
}

/// A tie by its identifier.
#[utoipa::path(
    get, path = "/ties/{id}", tag = "people",
    params(("id" = TieId, Path)),
    responses((status = 200, body = Tie), Problems)
)]
async fn read_tie(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<TieId>,
) -> Result<Tagged<Tie>, Problem> {
    reading(&web, &caller, move |db, act| respond(db, act, id)).await
}

/// Adds a tie.
#[utoipa::path(
    post, path = "/ties", tag = "people",
    request_body = TieFacts,
    responses((status = 201, body = Tie), Problems)
)]
async fn create_tie(
    State(web): State<Web>,
    caller: Caller,
    Body(facts): Body<TieFacts>,
) -> Result<Created<Tie>, Problem> {
    writing(&web, &caller, move |db, act| {
        let id = operations::create(db, act, &facts)?;
        respond(db, act, id).map(Created)
    })
    .await
}

/// Changes what is named and nothing else (JSON merge patch).
#[utoipa::path(
    patch, path = "/ties/{id}", tag = "people",
    params(("id" = TieId, Path), ("If-Match" = Option<String>, Header)),
    request_body(content = serde_json::Value, content_type = "application/merge-patch+json"),
    responses((status = 200, body = Tie), Problems)
)]
async fn update_tie(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<TieId>,
    IfMatch(version): IfMatch,
    Body(patch): Body<serde_json::Value>,
) -> Result<Tagged<Tie>, Problem> {
    kept::patch::<TieFacts, _>(&web, &caller, id, version, patch, respond).await
}

/// Puts a tie away; nothing is lost.
#[utoipa::path(
    delete, path = "/ties/{id}", tag = "people",
    params(("id" = TieId, Path), ("If-Match" = Option<String>, Header)),
    responses((status = 204), Problems)
)]
async fn delete_tie(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<TieId>,
    IfMatch(version): IfMatch,
) -> Result<StatusCode, Problem> {
    kept::put_away::<TieFacts>(&web, &caller, id, version).await
}

/// Brings a tie back that was put away.
#[utoipa::path(
    post, path = "/ties/{id}/restoration", tag = "people",
    params(("id" = TieId, Path)),
    responses((status = 200, body = Tie), Problems)
)]
async fn restore_tie(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<TieId>,
) -> Result<Tagged<Tie>, Problem> {
    kept::bring_back::<TieFacts, _>(&web, &caller, id, respond).await
}

impl From<people::Tie> for Tie {
    fn from(row: people::Tie) -> Self {
        let facts = row.tie.facts;
        Self {
            id: row.tie.id,
            from: Named::new(facts.from_id, row.from_name),
            to: Named::new(facts.to_id, row.to_name),
            facts,
            written: row.tie.meta.into(),
        }
    }
}

fn respond(db: &mut Db, act: &Act, id: TieId) -> Result<Tagged<Tie>, Refusal> {
    let sight = act.sight(Noun::Person, Action::Read)?;
    let row = people::tie(db, &sight, id)?.ok_or(Refusal::NotFound)?;
    Ok(Tagged { version: row.tie.meta.version, body: row.into() })
}
