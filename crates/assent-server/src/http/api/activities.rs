//! Planned activities: planned, done, cancelled; what they were to change, and what they did.

use assent_domain::activity::{
    ActivityFacts, ActivityState, Expectation, ObservedChange, observed,
};
use assent_domain::evidence;
use assent_domain::ids::{ActivityId, InteractionId, OpportunityId, PersonId, UserId};
use assent_domain::permission::{Action, Noun, Sight};
use assent_domain::text::{Key, Words};
use assent_domain::time::{Day, Timestamp};
use assent_store::{Db, activities};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::interactions::Moved;
use super::kept::{self, Created, Named, Tagged, Written, by_itself, computing, reading, writing};
use super::people_names::Names;
use crate::http::Web;
use crate::http::auth::Caller;
use crate::http::error::{Problem, Problems};
use crate::http::extract::{Body, IfMatch, Path, Query, merged};
use crate::http::page::{PageOf, PageParams};
use crate::operations::activities::{self as planning, HowItWent};
use crate::operations::{Act, Refusal, estimates};

/// The paths of activities.
pub(super) fn router() -> OpenApiRouter<Web> {
    OpenApiRouter::new()
        .routes(routes!(list_activities, create_activity))
        .routes(routes!(read_activity, update_activity, delete_activity))
        .routes(routes!(restore_activity))
        .routes(routes!(update_activity_result))
        .routes(routes!(update_cancellation, delete_cancellation))
        .routes(routes!(read_effect))
}

/// Something planned.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Activity {
    /// Which.
    id: ActivityId,
    #[serde(flatten)]
    facts: ActivityFacts,
    /// The deal.
    opportunity: Named<OpportunityId>,
    /// Who buys.
    organization: String,
    /// Who is to do it.
    owner: Named<UserId>,
    /// The people named.
    names: Vec<Named<PersonId>>,
    /// How it stands today.
    state: ActivityState,
    /// What it was expected to bring when it was planned.
    expected: Option<Expectation>,
    /// Whether it takes up a suggestion.
    suggested: bool,
    /// What it became.
    done: Option<DoneAs>,
    /// Why it was cancelled.
    cancelled: Option<Cancelled>,
    #[serde(flatten)]
    written: Written,
}

/// What an activity became.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct DoneAs {
    /// The record of it.
    interaction_id: InteractionId,
    /// When it happened.
    at: Timestamp,
    /// How they answered, by its name in the model's priors.
    result: Option<String>,
}

/// When and why an activity was cancelled.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Cancelled {
    /// When.
    at: Timestamp,
    /// Why.
    reason: Option<String>,
}

/// An activity to be planned.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct NewActivity {
    #[serde(flatten)]
    facts: ActivityFacts,
    /// Whether it takes up a suggestion, which is learned from.
    #[serde(default)]
    suggested: bool,
}

/// How an activity went.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ResultBody {
    /// How they answered, by its name in the model's priors; nothing, where the question is still
    /// open.
    #[serde(default)]
    result: Option<Key>,
    /// When; now, when left out.
    #[serde(default)]
    at: Option<Timestamp>,
    /// In your words.
    #[serde(default)]
    words: Option<Words>,
}

/// An activity done, and whom it moved.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ActivityDone {
    /// The activity.
    activity: Activity,
    /// Whom it moved.
    beliefs: Vec<Moved>,
}

/// Why an activity is cancelled.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct CancellationBody {
    /// Why, in a line.
    #[serde(default)]
    reason: Option<String>,
}

/// What an activity was to change, and what it did.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ActivityEffect {
    /// What was expected when it was planned.
    expected: Option<Expectation>,
    /// What the records say today; nothing until it is done.
    observed: Option<Vec<ObservedChange>>,
    /// The chance to win at the end of the day before, and of the day itself; nothing after the order.
    win: Option<[f64; 2]>,
}

#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct ActivityFilter {
    /// Of this deal.
    #[serde(default)]
    opportunity_id: Option<OpportunityId>,
    /// Of whoever is to do it.
    #[serde(default)]
    owner_id: Option<UserId>,
    /// Only those still to be done (true), or only those that are over (false).
    #[serde(default)]
    open: Option<bool>,
    /// Due by the end of this day.
    #[serde(default)]
    due_until: Option<Day>,
}

impl Activity {
    /// Activities with the names of all people they name.
    pub(super) fn of_rows(
        db: &mut Db,
        act: &Act,
        rows: Vec<activities::Activity>,
    ) -> Result<Vec<Self>, Refusal> {
        let named = |row: &activities::Activity| {
            let facts = &row.stored.facts;
            let aimed = facts.people.iter().map(|one| one.person_id);
            aimed.chain(facts.through.iter().copied()).collect::<Vec<_>>()
        };
        let everyone: Vec<PersonId> = rows.iter().flat_map(named).collect();
        let names = Names::of_people(db, &everyone)?;
        let make = |row: activities::Activity| Self {
            id: row.stored.id,
            opportunity: Named::new(row.stored.facts.opportunity_id, row.opportunity.0.as_str()),
            organization: row.opportunity.1.clone(),
            owner: Named::new(row.stored.facts.owner_id, row.owner_name.as_str()),
            names: named(&row).into_iter().map(|person| names.named(person)).collect(),
            state: row.state(act.today()),
            expected: row.expected.as_deref().and_then(|text| serde_json::from_str(text).ok()),
            suggested: row.proposal.is_some(),
            done: row.done.map(|done| DoneAs {
                interaction_id: done.interaction,
                at: done.at,
                result: done.result,
            }),
            cancelled: row.cancelled.map(|(at, reason)| Cancelled { at, reason }),
            written: row.stored.meta.into(),
            facts: row.stored.facts,
        };
        Ok(rows.into_iter().map(make).collect())
    }
}

fn respond(db: &mut Db, act: &Act, id: ActivityId) -> Result<Tagged<Activity>, Refusal> {
    let row = planning::find(db, act, id)?;
    let body = Activity::of_rows(db, act, vec![row])?.pop().ok_or(Refusal::NotFound)?;
    Ok(Tagged { version: body.written.version, body })
}

/// Activities by the day they are due, a page at a time.
#[utoipa::path(
    get, path = "/activities", tag = "advice",
    params(PageParams, ActivityFilter),
    responses((status = 200, body = PageOf<Activity>), Problems)
)]
async fn list_activities(
    State(web): State<Web>,
    caller: Caller,
    Query(params): Query<PageParams>,
    Query(filter): Query<ActivityFilter>,
) -> Result<Json<PageOf<Activity>>, Problem> {
    let request = params.request()?;
    let page = reading(&web, &caller, move |db, act| {
        let sight = act.sight(Noun::Interaction, Action::Read)?;
        let filter = activities::Filter {
            opportunity: filter.opportunity_id,
            owner: filter.owner_id,
            open: filter.open,
            due_until: filter.due_until,
        };
        let page = activities::list(db, &sight, &filter, &request)?;
        let (next, total) = (page.next, page.total);
        let rows = Activity::of_rows(db, act, page.rows)?;
        Ok(PageOf::of(assent_store::Page { rows, next, total }, |row| row))
    })
    .await?;
    Ok(Json(page))
}

/// Plans an activity. What it may be expected to bring is laid down with it.
#[utoipa::path(
    post, path = "/activities", tag = "advice",
    request_body = NewActivity,
    responses((status = 201, body = Activity), Problems)
)]
async fn create_activity(
    State(web): State<Web>,
    caller: Caller,
    Body(new): Body<NewActivity>,
) -> Result<Created<Activity>, Problem> {
    writing(&web, &caller, move |db, act| {
        let id = planning::plan(db, act, &new.facts, new.suggested)?;
        respond(db, act, id).map(Created)
    })
    .await
}

/// An activity by its identifier.
#[utoipa::path(
    get, path = "/activities/{id}", tag = "advice",
    params(("id" = ActivityId, Path)),
    responses((status = 200, body = Activity), Problems)
)]
async fn read_activity(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<ActivityId>,
) -> Result<Tagged<Activity>, Problem> {
    reading(&web, &caller, move |db, act| respond(db, act, id)).await
}

/// Changes what is named and nothing else (JSON merge patch).
#[utoipa::path(
    patch, path = "/activities/{id}", tag = "advice",
    params(("id" = ActivityId, Path), ("If-Match" = Option<String>, Header)),
    request_body(content = serde_json::Value, content_type = "application/merge-patch+json"),
    responses((status = 200, body = Activity), Problems)
)]
async fn update_activity(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<ActivityId>,
    IfMatch(version): IfMatch,
    Body(patch): Body<serde_json::Value>,
) -> Result<Tagged<Activity>, Problem> {
    writing(&web, &caller, move |db, act| {
        planning::change(db, act, id, version, |facts| merged(&facts, patch))?;
        respond(db, act, id)
    })
    .await
}

/// Puts an activity away; nothing is lost.
#[utoipa::path(
    delete, path = "/activities/{id}", tag = "advice",
    params(("id" = ActivityId, Path), ("If-Match" = Option<String>, Header)),
    responses((status = 204), Problems)
)]
async fn delete_activity(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<ActivityId>,
    IfMatch(version): IfMatch,
) -> Result<StatusCode, Problem> {
    kept::put_away::<ActivityFacts>(&web, &caller, id, version).await
}

/// Brings an activity back that was put away.
#[utoipa::path(
    post, path = "/activities/{id}/restoration", tag = "advice",
    params(("id" = ActivityId, Path)),
    responses((status = 200, body = Activity), Problems)
)]
async fn restore_activity(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<ActivityId>,
) -> Result<Tagged<Activity>, Problem> {
    kept::bring_back::<ActivityFacts, _>(&web, &caller, id, respond).await
}

/// Records that an activity was done, and how they answered. It becomes evidence.
#[utoipa::path(
    put, path = "/activities/{id}/result", tag = "advice",
    params(("id" = ActivityId, Path)),
    request_body = ResultBody,
    responses((status = 200, body = ActivityDone), Problems)
)]
async fn update_activity_result(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<ActivityId>,
    Body(body): Body<ResultBody>,
) -> Result<Json<ActivityDone>, Problem> {
    writing(&web, &caller, move |db, act| {
        let how = HowItWent { result: body.result, at: body.at, words: body.words };
        let entered = planning::finish(db, act, id, &how)
            .map_err(|refusal| by_itself(refusal, "/interaction"))?;
        let activity = respond(db, act, id)?.body;
        let beliefs = entered.moved.into_iter().map(Moved::from).collect();
        Ok(Json(ActivityDone { activity, beliefs }))
    })
    .await
}

/// Cancels an activity.
#[utoipa::path(
    put, path = "/activities/{id}/cancellation", tag = "advice",
    params(("id" = ActivityId, Path)),
    request_body = CancellationBody,
    responses((status = 200, body = Activity), Problems)
)]
async fn update_cancellation(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<ActivityId>,
    Body(body): Body<CancellationBody>,
) -> Result<Tagged<Activity>, Problem> {
    writing(&web, &caller, move |db, act| {
        planning::set_cancelled(db, act, id, Some(body.reason.as_deref()))?;
        respond(db, act, id)
    })
    .await
}

/// Takes back that an activity was cancelled.
#[utoipa::path(
    delete, path = "/activities/{id}/cancellation", tag = "advice",
    params(("id" = ActivityId, Path)),
    responses((status = 204), Problems)
)]
async fn delete_cancellation(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<ActivityId>,
) -> Result<StatusCode, Problem> {
    writing(&web, &caller, move |db, act| planning::set_cancelled(db, act, id, None)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// What an activity was expected to change, beside what the records say that it did.
#[utoipa::path(
    get, path = "/activities/{id}/effect", tag = "advice",
    params(("id" = ActivityId, Path)),
    responses((status = 200, body = ActivityEffect), Problems)
)]
async fn read_effect(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<ActivityId>,
) -> Result<Json<ActivityEffect>, Problem> {
    computing(&web, &caller, move |db, act| effect(db, act, id).map(Json)).await
}

fn effect(db: &mut Db, act: &Act, id: ActivityId) -> Result<ActivityEffect, Refusal> {
    let row = planning::find(db, act, id)?;
    let expected = row.expected.as_deref();
    let expected: Option<Expectation> = expected.and_then(|text| serde_json::from_str(text).ok());
    let (Some(done), Some(hoped)) = (&row.done, &expected) else {
        return Ok(ActivityEffect { expected, observed: None, win: None });
    };
    // Whoever sees the activity sees its deal.
    let deal = estimates::load(db, &Sight::All, row.stored.facts.opportunity_id)?;
    let today = deal.last_day(act.today());
    let gathered = evidence::gather(&act.model, &deal.facts.records, today);
    let seen = hoped.people.iter().filter_map(|one| {
        let evidence = gathered.get(&one.person_id)?;
        observed(&act.model, evidence, (one.person_id, one.stage), done.interaction)
    });
    let seen = seen.collect();
    let win = planning::win_around(act, &deal, done.at.date().into());
    Ok(ActivityEffect { expected, observed: Some(seen), win })
}
