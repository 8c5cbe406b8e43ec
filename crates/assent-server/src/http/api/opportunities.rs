//! Deals: listed, begun, changed, moved from stage to stage, ordered, ended.

use assent_domain::gap::Gap;
use assent_domain::ids::{
    OpportunityId, OrganizationId, PersonId, PipelineId, ProductId, StageChangeId, StageId, TeamId,
    UserId,
};
use assent_domain::opportunity::{ClosureFacts, DealState, OpportunityFacts, StageChangeFacts};
use assent_domain::permission::{Action, Noun};
use assent_domain::reading::PhaseWord;
use assent_domain::text::Words;
use assent_domain::time::Timestamp;
use assent_store::opportunities::Filter;
use assent_store::{Db, opportunities};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::kept::{Created, Named, Tagged, Written, reading, writing};
use super::pipelines::Stage;
use crate::http::Web;
use crate::http::auth::Caller;
use crate::http::error::{Problem, Problems};
use crate::http::extract::{Body, IfMatch, Path, Query, merged};
use crate::http::page::{PageOf, PageParams};
use crate::operations::{Act, Refusal, deals};

/// The paths of deals.
pub(super) fn router() -> OpenApiRouter<Web> {
    OpenApiRouter::new()
        .routes(routes!(list_opportunities, create_opportunity))
        .routes(routes!(read_opportunity, update_opportunity, delete_opportunity))
        .routes(routes!(restore_opportunity))
        .routes(routes!(list_stage_changes, create_stage_change))
        .routes(routes!(delete_stage_change))
        .routes(routes!(update_closure, delete_closure))
        .routes(routes!(update_order, delete_order))
}

/// A deal.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Opportunity {
    /// Which.
    id: OpportunityId,
    #[serde(flatten)]
    facts: OpportunityFacts,
    /// Who would buy.
    organization: Named<OrganizationId>,
    /// Who sells.
    owner: Named<UserId>,
    /// The team it belongs to.
    team: Option<Named<TeamId>>,
    /// What would be sold.
    product: Option<Named<ProductId>>,
    /// The stage the seller says it is in.
    stage: Stage,
    /// Since when.
    stage_since: Timestamp,
    /// Buying, or using once it is ordered.
    phase: PhaseWord,
    /// When the order was placed.
    ordered_at: Option<Timestamp>,
    /// How it ended.
    closure: Option<ClosureFacts>,
    /// How its stage stands to its buyers.
    gap: Option<Gap>,
    #[serde(flatten)]
    written: Written,
}

/// A deal to be begun.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct NewOpportunity {
    #[serde(flatten)]
    facts: OpportunityFacts,
    /// The stage it starts at; the first one, when left out.
    #[serde(default)]
    stage_id: Option<StageId>,
}

/// A move of a deal to a stage.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct StageChange {
    /// Which.
    pub id: StageChangeId,
    /// The stage moved to.
    pub stage: Stage,
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: Option<Named<UserId>>,
    /// Why.
    pub note: Option<String>,
    /// Whether it is an assumption rather than a reported fact.
    pub assumed: bool,
}

/// A move to be made.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewStageChange {
    /// The stage to move to.
    stage_id: StageId,
    /// When; now, when left out.
    #[serde(default)]
    at: Option<Timestamp>,
    /// Why, in the seller's words.
    #[serde(default)]
    note: Option<Words>,
}

/// When the order was placed.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct OrderBody {
    /// When.
    at: Timestamp,
}

#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct OpportunityFilter {
    /// Of this pipeline.
    #[serde(default)]
    pipeline_id: Option<PipelineId>,
    /// At this stage.
    #[serde(default)]
    stage_id: Option<StageId>,
    /// Of this owner.
    #[serde(default)]
    owner_id: Option<UserId>,
    /// With this organization.
    #[serde(default)]
    organization_id: Option<OrganizationId>,
    /// With this person among the stakeholders.
    #[serde(default)]
    person_id: Option<PersonId>,
    /// Open, closed, won or lost.
    #[serde(default)]
    state: Option<DealState>,
}

impl From<OpportunityFilter> for Filter {
    fn from(filter: OpportunityFilter) -> Self {
        Self {
            pipeline: filter.pipeline_id,
            stage: filter.stage_id,
            owner: filter.owner_id,
            organization: filter.organization_id,
            person: filter.person_id,
            state: filter.state,
        }
    }
}

impl From<opportunities::Opportunity> for Opportunity {
    fn from(row: opportunities::Opportunity) -> Self {
        let facts = row.deal.facts;
        Self {
            id: row.deal.id,
            organization: Named::new(facts.organization_id, row.organization_name),
            owner: Named::new(facts.owner_id, row.owner_name),
            team: facts.team_id.zip(row.team_name).map(Named::from),
            product: facts.product_id.zip(row.product_name).map(Named::from),
            stage: row.stage.into(),
            stage_since: row.stage_since,
            phase: if row.ordered_at.is_some() { PhaseWord::Use } else { PhaseWord::Buy },
            ordered_at: row.ordered_at,
            closure: row.closure,
            gap: row.gap.and_then(|gap| serde_json::from_str(&gap).ok()),
            written: row.deal.meta.into(),
            facts,
        }
    }
}

impl From<opportunities::StageChange> for StageChange {
    fn from(row: opportunities::StageChange) -> Self {
        Self {
            id: row.id,
            stage: row.stage.into(),
            at: row.at,
            by: row.by.map(Named::from),
            note: row.note,
            assumed: row.assumed,
        }
    }
}

/// The deal, if the caller sees it.
pub(super) fn find(
    db: &mut Db,
    act: &Act,
    id: OpportunityId,
) -> Result<opportunities::Opportunity, Refusal> {
    let sight = act.sight(Noun::Opportunity, Action::Read)?;
    opportunities::one(db, &sight, id)?.ok_or(Refusal::NotFound)
}

/// The deal with its version, if the caller sees it.
pub(super) fn respond(
    db: &mut Db,
    act: &Act,
    id: OpportunityId,
) -> Result<Tagged<Opportunity>, Refusal> {
    let row = find(db, act, id)?;
    Ok(Tagged { version: row.deal.meta.version, body: row.into() })
}

/// Deals by name, a page at a time.
#[utoipa::path(
    get, path = "/opportunities", tag = "opportunities",
    params(PageParams, OpportunityFilter),
    responses((status = 200, body = PageOf<Opportunity>), Problems)
)]
async fn list_opportunities(
    State(web): State<Web>,
    caller: Caller,
    Query(params): Query<PageParams>,
    Query(filter): Query<OpportunityFilter>,
) -> Result<Json<PageOf<Opportunity>>, Problem> {
    let request = params.request()?;
    let page = reading(&web, &caller, move |db, act| {
        let sight = act.sight(Noun::Opportunity, Action::Read)?;
        Ok(opportunities::list(db, &sight, &filter.into(), &request)?)
    })
    .await?;
    Ok(Json(PageOf::of(page, Opportunity::from)))
}

/// A deal by its identifier.
#[utoipa::path(
    get, path = "/opportunities/{id}", tag = "opportunities",
    params(("id" = OpportunityId, Path)),
    responses((status = 200, body = Opportunity), Problems)
)]
async fn read_opportunity(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<OpportunityId>,
) -> Result<Tagged<Opportunity>, Problem> {
    reading(&web, &caller, move |db, act| respond(db, act, id)).await
}

/// Begins a deal.
#[utoipa::path(
    post, path = "/opportunities", tag = "opportunities",
    request_body = NewOpportunity,
    responses((status = 201, body = Opportunity), Problems)
)]
async fn create_opportunity(
    State(web): State<Web>,
    caller: Caller,
    Body(new): Body<NewOpportunity>,
) -> Result<Created<Opportunity>, Problem> {
    writing(&web, &caller, move |db, act| {
        let id = deals::create(db, act, new.facts, new.stage_id)?;
        respond(db, act, id).map(Created)
    })
    .await
}

/// Changes what is named and nothing else (JSON merge patch).
#[utoipa::path(
    patch, path = "/opportunities/{id}", tag = "opportunities",
    params(("id" = OpportunityId, Path), ("If-Match" = Option<String>, Header)),
    request_body(content = serde_json::Value, content_type = "application/merge-patch+json"),
    responses((status = 200, body = Opportunity), Problems)
)]
async fn update_opportunity(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<OpportunityId>,
    IfMatch(version): IfMatch,
    Body(patch): Body<serde_json::Value>,
) -> Result<Tagged<Opportunity>, Problem> {
    writing(&web, &caller, move |db, act| {
        deals::update(db, act, id, version, |facts| merged(&facts, patch))?;
        respond(db, act, id)
    })
    .await
}

/// Puts a deal away; nothing is lost.
#[utoipa::path(
    delete, path = "/opportunities/{id}", tag = "opportunities",
    params(("id" = OpportunityId, Path), ("If-Match" = Option<String>, Header)),
    responses((status = 204), Problems)
)]
async fn delete_opportunity(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<OpportunityId>,
    IfMatch(version): IfMatch,
) -> Result<StatusCode, Problem> {
    writing(&web, &caller, move |db, act| deals::put_away(db, act, id, version)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Brings a deal back that was put away.
#[utoipa::path(
    post, path = "/opportunities/{id}/restoration", tag = "opportunities",
    params(("id" = OpportunityId, Path)),
    responses((status = 200, body = Opportunity), Problems)
)]
async fn restore_opportunity(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<OpportunityId>,
) -> Result<Tagged<Opportunity>, Problem> {
    writing(&web, &caller, move |db, act| {
        deals::bring_back(db, act, id)?;
        respond(db, act, id)
    })
    .await
}

/// The moves of a deal from stage to stage, oldest first.
#[utoipa::path(
    get, path = "/opportunities/{id}/stage-changes", tag = "opportunities",
    params(("id" = OpportunityId, Path)),
    responses((status = 200, body = PageOf<StageChange>), Problems)
)]
async fn list_stage_changes(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<OpportunityId>,
) -> Result<Json<PageOf<StageChange>>, Problem> {
    let rows = reading(&web, &caller, move |db, act| {
        find(db, act, id)?;
        Ok(opportunities::stage_changes(db, id)?)
    })
    .await?;
    Ok(Json(PageOf::whole(rows.into_iter().map(StageChange::from).collect())))
}

/// Moves a deal to a stage. The buyers do not move with it; the gap does.
#[utoipa::path(
    post, path = "/opportunities/{id}/stage-changes", tag = "opportunities",
    params(("id" = OpportunityId, Path)),
    request_body = NewStageChange,
    responses((status = 201, body = StageChange), Problems)
)]
async fn create_stage_change(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<OpportunityId>,
    Body(new): Body<NewStageChange>,
) -> Result<(StatusCode, Json<StageChange>), Problem> {
    let made = writing(&web, &caller, move |db, act| {
        let NewStageChange { stage_id, at, note } = new;
        let change = StageChangeFacts { stage_id, at, note, assumed: false };
        let made = deals::move_to_stage(db, act, id, None, &change)?;
        let rows = opportunities::stage_changes(db, id)?;
        rows.into_iter().find(|row| Some(row.id) == made).ok_or(Refusal::NotFound)
    })
    .await?;
    Ok((StatusCode::CREATED, Json(made.into())))
}

/// Takes a move back: the deal stands where it stood before.
#[utoipa::path(
    delete, path = "/opportunities/{id}/stage-changes/{change_id}", tag = "opportunities",
    params(("id" = OpportunityId, Path), ("change_id" = StageChangeId, Path)),
    responses((status = 204), Problems)
)]
async fn delete_stage_change(
    State(web): State<Web>,
    caller: Caller,
    Path((id, change)): Path<(OpportunityId, StageChangeId)>,
) -> Result<StatusCode, Problem> {
    writing(&web, &caller, move |db, act| {
        deals::take_back_move(db, act, id, change, Some(act.now))
    })
    .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Ends a deal.
#[utoipa::path(
    put, path = "/opportunities/{id}/closure", tag = "opportunities",
    params(("id" = OpportunityId, Path)),
    request_body = ClosureFacts,
    responses((status = 200, body = Opportunity), Problems)
)]
async fn update_closure(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<OpportunityId>,
    Body(closure): Body<ClosureFacts>,
) -> Result<Tagged<Opportunity>, Problem> {
    writing(&web, &caller, move |db, act| {
        deals::set_closure(db, act, id, Some(&closure))?;
        respond(db, act, id)
    })
    .await
}

/// Opens an ended deal again.
#[utoipa::path(
    delete, path = "/opportunities/{id}/closure", tag = "opportunities",
    params(("id" = OpportunityId, Path)),
    responses((status = 204), Problems)
)]
async fn delete_closure(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<OpportunityId>,
) -> Result<StatusCode, Problem> {
    writing(&web, &caller, move |db, act| deals::set_closure(db, act, id, None)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Notes the order, with which the phase of use begins.
#[utoipa::path(
    put, path = "/opportunities/{id}/order", tag = "opportunities",
    params(("id" = OpportunityId, Path)),
    request_body = OrderBody,
    responses((status = 200, body = Opportunity), Problems)
)]
async fn update_order(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<OpportunityId>,
    Body(order): Body<OrderBody>,
) -> Result<Tagged<Opportunity>, Problem> {
    writing(&web, &caller, move |db, act| {
        deals::set_ordered(db, act, id, Some(order.at))?;
        respond(db, act, id)
    })
    .await
}

/// Takes the order back.
#[utoipa::path(
    delete, path = "/opportunities/{id}/order", tag = "opportunities",
    params(("id" = OpportunityId, Path)),
    responses((status = 204), Problems)
)]
async fn delete_order(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<OpportunityId>,
) -> Result<StatusCode, Problem> {
    writing(&web, &caller, move |db, act| deals::set_ordered(db, act, id, None)).await?;
    Ok(StatusCode::NO_CONTENT)
}
