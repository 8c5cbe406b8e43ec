//! The change feed: what was done, in order, for programs that keep up and for screens that live.

use assent_domain::ids::{OpportunityId, PersonId, UserId};
use assent_domain::permission::{Action, Noun, Sight};
use assent_domain::time::Timestamp;
use assent_store::journal;
use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use super::kept::{Named, reading};
use crate::http::Web;
use crate::http::auth::Caller;
use crate::http::error::{Problem, Problems};
use crate::http::extract::Query;
use crate::http::page::{PageInfo, PageOf};
use crate::operations::{Act, Refusal};

/// The path of the feed.
pub(super) fn router() -> OpenApiRouter<Web> {
    OpenApiRouter::new().routes(routes!(list_changes))
}

/// Something that was done.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct Change {
    /// Its place in the feed.
    pub cursor: String,
    /// When.
    at: Timestamp,
    /// What sort of record it changed.
    noun: String,
    /// Which.
    #[schema(value_type = String, format = "uuid")]
    id: Uuid,
    /// The operation's name.
    operation: String,
    /// The deal it belongs to.
    opportunity_id: Option<OpportunityId>,
    /// The people whose estimate may have moved.
    person_ids: Vec<PersonId>,
    /// Who did it.
    by: Option<Named<UserId>>,
}

#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct ChangeParams {
    /// `cursor` of the last change seen; the feed's beginning, when left out.
    #[serde(default)]
    since: Option<String>,
    /// Changes at most.
    #[param(minimum = 1, maximum = 1000, default = 100)]
    #[serde(default)]
    limit: Option<usize>,
}

impl From<journal::Change> for Change {
    fn from(row: journal::Change) -> Self {
        Self {
            cursor: row.cursor.to_string(),
            at: row.at,
            noun: row.noun,
            id: row.record,
            operation: row.operation,
            opportunity_id: row.opportunity,
            person_ids: row.people,
            by: row.user.map(Named::from),
        }
    }
}

/// The rows of the feed that a viewer may hear of: those of records they could read.
///
/// A line belongs to a deal or to a record that may be shared; both kinds are in one feed, so the
/// narrower sight of deals decides for lines of deals and the wider one for the rest.
pub(super) fn sights(act: &Act) -> Result<(Sight, Sight), Refusal> {
    Ok((act.sight(Noun::Opportunity, Action::Read)?, act.sight(Noun::Person, Action::Read)?))
}

/// What was done since, oldest first.
#[utoipa::path(
    get, path = "/changes", tag = "changes",
    params(ChangeParams),
    responses((status = 200, body = PageOf<Change>), Problems)
)]
async fn list_changes(
    State(web): State<Web>,
    caller: Caller,
    Query(params): Query<ChangeParams>,
) -> Result<Json<PageOf<Change>>, Problem> {
    let limit = params.limit.unwrap_or(100);
    if !(1..=1_000).contains(&limit) {
        return Err(Refusal::field("/limit", "out_of_range", "lies between 1 and 1,000").into());
    }
    let since = params.since.map(|cursor| cursor.parse()).transpose().map_err(
        |error: assent_store::NotACursor| Refusal::field("/since", "invalid", error.to_string()),
    )?;
    let rows = reading(&web, &caller, move |db, act| {
        let (deals, shared) = sights(act)?;
        Ok(journal::changes(db, &deals, &shared, since.unwrap_or_default(), limit)?)
    })
    .await?;
    let has_more = rows.len() == limit;
    let next_cursor = rows.last().map(|row| row.cursor.to_string());
    let page = PageInfo { next_cursor, has_more, total: None };
    Ok(Json(PageOf { data: rows.into_iter().map(Change::from).collect(), page }))
}
