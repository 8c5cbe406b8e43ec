//! Asks: who was asked to lead us to whom, and what came of it.

use std::collections::HashSet;

use assent_domain::ids::{AskId, OpportunityId, PersonId, UserId};
use assent_domain::permission::{Action, Noun};
use assent_domain::time::{Day, Timestamp};
use assent_domain::ways::{AskState, asked_again};
use assent_store::{Db, acquaintances, asks};
use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::kept::{Created, Named, Tagged, reading, writing};
use super::people_names::Names;
use crate::http::Web;
use crate::http::auth::Caller;
use crate::http::error::{Problem, Problems};
use crate::http::extract::{Body, IfMatch, Path, Query};
use crate::http::page::{PageOf, PageParams};
use crate::operations::ways::{self, NewAsk};
use crate::operations::{Act, Refusal};

/// The paths of asks.
pub(super) fn router() -> OpenApiRouter<Web> {
    OpenApiRouter::new()
        .routes(routes!(list_asks))
        .routes(routes!(create_ask))
        .routes(routes!(read_ask))
        .routes(routes!(update_ask_state))
}

/// That somebody was asked to lead us to somebody.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Ask {
    /// Which.
    id: AskId,
    /// The deal it is for.
    opportunity: Named<OpportunityId>,
    /// To whom we want to get.
    target: Named<PersonId>,
    /// Who was asked.
    person: Named<PersonId>,
    /// Who lies between the two, from the first to the last, as far as you may see them.
    onward: Vec<Named<PersonId>>,
    /// The chance of the whole way when it was asked for; nothing, if it was not among the best.
    chance: Option<f64>,
    /// How it stands.
    state: AskState,
    /// When it was asked.
    asked_on: Day,
    /// From when they may be asked for something else.
    again_on: Day,
    /// When it got to that state.
    state_at: Timestamp,
    /// In whose words it was answered.
    note: Option<String>,
    /// Who asked.
    by: Option<Named<UserId>>,
    /// Changes so far; the record's ETag.
    version: i64,
}

impl Ask {
    fn of_rows(db: &mut Db, act: &Act, rows: Vec<asks::Ask>) -> Result<Vec<Self>, Refusal> {
        let onward: Vec<PersonId> = rows.iter().flat_map(|row| row.onward.clone()).collect();
        let sight = act.sight(Noun::Person, Action::Read)?;
        let seen = acquaintances::seen_among(db, &sight, &onward)?;
        let seen: HashSet<PersonId> = seen.into_iter().collect();
        let names = Names::of_people(db, &onward)?;
        let days = act.model.path_prior().asked_again_days;
        let make = |row: asks::Ask| Self {
            id: row.id,
            opportunity: Named::new(row.opportunity, row.opportunity_name),
            target: row.target.into(),
            person: row.person.into(),
            onward: row
                .onward
                .iter()
                .filter(|person| seen.contains(person))
                .map(|person| names.named(*person))
                .collect(),
            chance: row.chance,
            state: row.state,
            asked_on: row.asked_on,
            again_on: asked_again(row.asked_on, days),
            state_at: row.state_at,
            note: row.note,
            by: row.by.map(Named::from),
            version: row.version,
        };
        Ok(rows.into_iter().map(make).collect())
    }
}

fn respond(db: &mut Db, act: &Act, id: AskId) -> Result<Tagged<Ask>, Refusal> {
    let row = ways::find(db, act, id)?;
    let body = Ask::of_rows(db, act, vec![row])?.pop().ok_or(Refusal::NotFound)?;
    Ok(Tagged { version: body.version, body })
}

#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct AskFilter {
    /// For this deal.
    #[serde(default)]
    opportunity_id: Option<OpportunityId>,
    /// To get to this person.
    #[serde(default)]
    target_id: Option<PersonId>,
    /// Of this person.
    #[serde(default)]
    person_id: Option<PersonId>,
    /// By this user.
    #[serde(default)]
    by_id: Option<UserId>,
    /// Only those still waiting for an outcome (true), or only those that are over (false).
    #[serde(default)]
    open: Option<bool>,
}

/// Asks, the newest first, a page at a time.
#[utoipa::path(
    get, path = "/asks", tag = "ways",
    params(PageParams, AskFilter),
    responses((status = 200, body = PageOf<Ask>), Problems)
)]
async fn list_asks(
    State(web): State<Web>,
    caller: Caller,
    Query(params): Query<PageParams>,
    Query(filter): Query<AskFilter>,
) -> Result<Json<PageOf<Ask>>, Problem> {
    let request = params.request()?;
    let page = reading(&web, &caller, move |db, act| {
        let deals = act.sight(Noun::Opportunity, Action::Read)?;
        let people = act.sight(Noun::Person, Action::Read)?;
        let AskFilter { opportunity_id, target_id, person_id, by_id, open } = filter;
        let filter = asks::Filter {
            opportunity: opportunity_id,
            target: target_id,
            person: person_id,
            by: by_id,
            open,
        };
        let page = asks::list(db, [&deals, &people], &filter, &request)?;
        let (next, total) = (page.next, page.total);
        let rows = Ask::of_rows(db, act, page.rows)?;
        Ok(PageOf::of(assent_store::Page { rows, next, total }, |row| row))
    })
    .await?;
    Ok(Json(page))
}

/// An ask to be noted.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct AskBody {
    /// To whom you want to get.
    target_id: PersonId,
    /// Through whom, from the one you have asked to the last.
    through: Vec<PersonId>,
}

/// Notes that somebody was asked to lead us to somebody. Nobody is asked twice within thirty days: then
/// the answer is a conflict that says who was asked when and by whom.
#[utoipa::path(
    post, path = "/opportunities/{id}/asks", tag = "ways",
    params(("id" = OpportunityId, Path)),
    request_body = AskBody,
    responses((status = 201, body = Ask), Problems)
)]
async fn create_ask(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<OpportunityId>,
    Body(body): Body<AskBody>,
) -> Result<Created<Ask>, Problem> {
    writing(&web, &caller, move |db, act| {
        let AskBody { target_id, through } = body;
        let ask = ways::ask(db, act, id, &NewAsk { target: target_id, through })?;
        respond(db, act, ask).map(Created)
    })
    .await
}

/// An ask by its identifier.
#[utoipa::path(
    get, path = "/asks/{id}", tag = "ways",
    params(("id" = AskId, Path)),
    responses((status = 200, body = Ask), Problems)
)]
async fn read_ask(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<AskId>,
) -> Result<Tagged<Ask>, Problem> {
    reading(&web, &caller, move |db, act| respond(db, act, id)).await
}

/// How an ask stands.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct AskStateBody {
    /// How; `undone` takes the ask back, `asked` takes an answer back.
    state: AskState,
    /// In your words.
    #[serde(default)]
    note: Option<String>,
}

/// Notes how an ask stands. What became of asks is learned by person.
#[utoipa::path(
    put, path = "/asks/{id}/state", tag = "ways",
    params(("id" = AskId, Path), ("If-Match" = Option<String>, Header)),
    request_body = AskStateBody,
    responses((status = 200, body = Ask), Problems)
)]
async fn update_ask_state(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<AskId>,
    IfMatch(version): IfMatch,
    Body(body): Body<AskStateBody>,
) -> Result<Tagged<Ask>, Problem> {
    writing(&web, &caller, move |db, act| {
        ways::set_state(db, act, (id, version), body.state, body.note.as_deref())?;
        respond(db, act, id)
    })
    .await
}
