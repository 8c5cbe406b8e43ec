//! Interactions: what happened between people.

use std::collections::HashMap;

use assent_domain::ids::{EvidenceId, InteractionId, OpportunityId, PersonId, UserId};
use assent_domain::interaction::InteractionFacts;
use assent_domain::permission::{Action, Noun};
use assent_domain::reading::{Reading, TargetWord};
use assent_store::{Db, interactions, people};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::kept::{Named, Tagged, Written, by_itself, computing, reading, writing};
use super::withheld::{Reason, Withheld};
use crate::http::Web;
use crate::http::auth::Caller;
use crate::http::error::{Problem, Problems, as_item};
use crate::http::extract::{Body, IfMatch, Path, Query, merged};
use crate::http::page::{PageOf, PageParams};
use crate::operations::estimates::Moved as MovedRow;
use crate::operations::evidence::{self, Entry};
use crate::operations::{Act, Refusal, withheld};

/// The paths of interactions.
pub(super) fn router() -> OpenApiRouter<Web> {
    OpenApiRouter::new()
        .routes(routes!(list_interactions, create_interaction))
        .routes(routes!(create_interactions))
        .routes(routes!(read_interaction, update_interaction, delete_interaction))
        .routes(routes!(restore_interaction))
        .routes(routes!(dispute_interaction, end_dispute_of_interaction))
}

/// Something that happened.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Interaction {
    /// Which.
    pub id: InteractionId,
    #[serde(flatten)]
    pub facts: InteractionFacts,
    /// The names of everybody it speaks of.
    pub people: Vec<Named<PersonId>>,
    /// What it was entered with, and is undone with.
    pub evidence_id: Option<EvidenceId>,
    /// Who recorded it.
    pub recorded_by: Option<Named<UserId>>,
    /// Whether it is disputed: kept and shown, but used by no estimate.
    pub dispute: Option<Withheld>,
    #[serde(flatten)]
    pub written: Written,
}

/// A person whose estimate moved.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Moved {
    /// Who.
    person_id: PersonId,
    /// Where they stood.
    before: Option<Reading>,
    /// Where they stand.
    after: Option<Reading>,
    /// Points towards `target`, or away from it. Ten double the odds.
    points: f64,
    /// What the points are towards: a stage “or further”, `avoids_us` or `blocked`.
    #[schema(value_type = Option<TargetWord>)]
    target: Option<String>,
    /// Probability of the target before.
    p_before: Option<f64>,
    /// Probability of the target after.
    p_after: Option<f64>,
}

/// Something that happened, and whom it moved.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct InteractionMade {
    /// What happened; nothing, when it was only tried out.
    interaction: Option<Interaction>,
    /// Whom it moved.
    beliefs: Vec<Moved>,
}

/// Interactions to be recorded together.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct InteractionBatch {
    /// At most 1,000.
    #[schema(max_items = 1000)]
    items: Vec<serde_json::Value>,
}

/// What became of each.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct BatchResult {
    /// In the order sent.
    items: Vec<BatchItem>,
}

/// What became of one.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct BatchItem {
    /// Its place in what was sent, from 0.
    index: usize,
    /// The HTTP status it would have had by itself.
    status: u16,
    /// Which it is now.
    id: Option<InteractionId>,
    /// Why it was not taken.
    problem: Option<serde_json::Value>,
}

#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct DealFilter {
    /// Of this deal.
    #[serde(default)]
    pub(super) opportunity_id: Option<OpportunityId>,
    /// That speak of this person.
    #[serde(default)]
    pub(super) person_id: Option<PersonId>,
}

#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Preview {
    /// Whether only to say what it would move. Nothing is stored.
    #[serde(default)]
    preview: Option<bool>,
}

impl From<MovedRow> for Moved {
    fn from(row: MovedRow) -> Self {
        let p = |reading: &Option<Reading>| {
            reading.as_ref().zip(row.target).map(|(reading, target)| reading.p(target))
        };
        Self {
            person_id: row.person,
            p_before: p(&row.before),
            p_after: p(&row.after),
            points: row.points,
            target: row.target.map(|target| target.as_str().to_owned()),
            before: row.before,
            after: row.after,
        }
    }
}

/// Interactions with the names of everybody they speak of.
pub(super) fn with_names(
    db: &mut Db,
    rows: Vec<interactions::Interaction>,
) -> Result<Vec<Interaction>, Refusal> {
    let spoken_of = |row: &interactions::Interaction| {
        let facts = &row.stored.facts;
        interactions::people_of(facts).into_iter().chain(facts.by_id).collect::<Vec<_>>()
    };
    let everyone: Vec<PersonId> = rows.iter().flat_map(spoken_of).collect();
    let names: HashMap<PersonId, String> = people::names(db, &everyone)?.into_iter().collect();
    let make = |row: interactions::Interaction| {
        let named = |id: PersonId| Some(Named::new(id, names.get(&id)?.clone()));
        Interaction {
            people: spoken_of(&row).into_iter().filter_map(named).collect(),
            id: row.stored.id,
            facts: row.stored.facts,
            evidence_id: row.evidence,
            recorded_by: row.recorded_by.map(Named::from),
            dispute: row.dispute.map(Withheld::from),
            written: row.stored.meta.into(),
        }
    };
    Ok(rows.into_iter().map(make).collect())
}

pub(super) fn one(db: &mut Db, act: &Act, id: InteractionId) -> Result<Interaction, Refusal> {
    let sight = act.sight(Noun::Interaction, Action::Read)?;
    let row = interactions::one(db, &sight, id)?.ok_or(Refusal::NotFound)?;
    with_names(db, vec![row])?.pop().ok_or(Refusal::NotFound)
}

fn respond(db: &mut Db, act: &Act, id: InteractionId) -> Result<Tagged<Interaction>, Refusal> {
    let body = one(db, act, id)?;
    Ok(Tagged { version: body.written.version, body })
}

/// What happened, newest first, a page at a time.
#[utoipa::path(
    get, path = "/interactions", tag = "interactions",
    params(PageParams, DealFilter),
    responses((status = 200, body = PageOf<Interaction>), Problems)
)]
async fn list_interactions(
    State(web): State<Web>,
    caller: Caller,
    Query(params): Query<PageParams>,
    Query(filter): Query<DealFilter>,
) -> Result<Json<PageOf<Interaction>>, Problem> {
    let request = params.request()?;
    let page = reading(&web, &caller, move |db, act| {
        let sight = act.sight(Noun::Interaction, Action::Read)?;
        let DealFilter { opportunity_id, person_id } = filter;
        let page = interactions::list(db, &sight, opportunity_id, person_id, &request)?;
        let (next, total) = (page.next, page.total);
        let rows = with_names(db, page.rows)?;
        Ok(PageOf::of(assent_store::Page { rows, next, total }, |row| row))
    })
    .await?;
    Ok(Json(page))
}

/// Records what happened, and says whom it moved.
#[utoipa::path(
    post, path = "/interactions", tag = "interactions",
    params(Preview),
    request_body = InteractionFacts,
    responses(
        (status = 201, body = InteractionMade),
        (status = 200, description = "What it would move; nothing is stored", body = InteractionMade),
        Problems
    )
)]
async fn create_interaction(
    State(web): State<Web>,
    caller: Caller,
    Query(how): Query<Preview>,
    Body(facts): Body<InteractionFacts>,
) -> Result<(StatusCode, Json<InteractionMade>), Problem> {
    let entry = Entry { interaction: Some(facts), commitments: Vec::new() };
    if how.preview == Some(true) {
        let moved = computing(&web, &caller, move |db, act| {
            evidence::preview(db, act, &entry).map_err(|refusal| by_itself(refusal, "/interaction"))
        });
        let moved = moved.await?;
        let beliefs = moved.into_iter().map(Moved::from).collect();
        return Ok((StatusCode::OK, Json(InteractionMade { interaction: None, beliefs })));
    }
    let made = writing(&web, &caller, move |db, act| {
        let entered = evidence::record_entry(db, act, &entry)
            .map_err(|refusal| by_itself(refusal, "/interaction"))?;
        let interaction = entered.interaction.map(|id| one(db, act, id)).transpose()?;
        let beliefs = entered.moved.into_iter().map(Moved::from).collect();
        Ok(InteractionMade { interaction, beliefs })
    })
    .await?;
    Ok((StatusCode::CREATED, Json(made)))
}

/// Records what happened, many at a time. Each is taken or refused by itself.
#[utoipa::path(
    post, path = "/interactions/batch", tag = "interactions",
    request_body = InteractionBatch,
    responses((status = 200, body = BatchResult), Problems)
)]
async fn create_interactions(
    State(web): State<Web>,
    caller: Caller,
    Body(batch): Body<InteractionBatch>,
) -> Result<Json<BatchResult>, Problem> {
    if batch.items.len() > 1_000 {
        return Err(Refusal::field("/items", "too_many", "at most 1,000 at a time").into());
    }
    let items = writing(&web, &caller, move |db, act| {
        let taken = batch.items.into_iter().enumerate().map(|(index, item)| {
            let made = db.attempt(|db| take(db, act, item));
            match made {
                Ok(id) => Ok(BatchItem { index, status: 201, id: Some(id), problem: None }),
                Err(Refusal::Store(error)) => Err(Refusal::Store(error)),
                Err(refusal) => {
                    let (status, problem) = as_item(refusal);
                    Ok(BatchItem { index, status, id: None, problem: Some(problem) })
                }
            }
        });
        taken.collect::<Result<Vec<_>, Refusal>>()
    })
    .await?;
    Ok(Json(BatchResult { items }))
}

fn take(db: &mut Db, act: &mut Act, item: serde_json::Value) -> Result<InteractionId, Refusal> {
    let facts = crate::http::extract::facts_of::<InteractionFacts>(item)?;
    let entry = Entry { interaction: Some(facts), commitments: Vec::new() };
    let entered = evidence::record_entry(db, act, &entry)
        .map_err(|refusal| by_itself(refusal, "/interaction"))?;
    entered.interaction.ok_or(Refusal::NotFound)
}

/// An interaction by its identifier.
#[utoipa::path(
    get, path = "/interactions/{id}", tag = "interactions",
    params(("id" = InteractionId, Path)),
    responses((status = 200, body = Interaction), Problems)
)]
async fn read_interaction(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<InteractionId>,
) -> Result<Tagged<Interaction>, Problem> {
    reading(&web, &caller, move |db, act| respond(db, act, id)).await
}

/// Corrects what is named and nothing else (JSON merge patch). Estimates follow.
#[utoipa::path(
    patch, path = "/interactions/{id}", tag = "interactions",
    params(("id" = InteractionId, Path), ("If-Match" = Option<String>, Header)),
    request_body(content = serde_json::Value, content_type = "application/merge-patch+json"),
    responses((status = 200, body = Interaction), Problems)
)]
async fn update_interaction(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<InteractionId>,
    IfMatch(version): IfMatch,
    Body(patch): Body<serde_json::Value>,
) -> Result<Tagged<Interaction>, Problem> {
    writing(&web, &caller, move |db, act| {
        evidence::change_interaction(db, act, id, version, |facts| merged(&facts, patch))?;
        respond(db, act, id)
    })
    .await
}

/// Puts an interaction away: it is evidence no more, and nothing is lost.
#[utoipa::path(
    delete, path = "/interactions/{id}", tag = "interactions",
    params(("id" = InteractionId, Path), ("If-Match" = Option<String>, Header)),
    responses((status = 204), Problems)
)]
async fn delete_interaction(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<InteractionId>,
    IfMatch(version): IfMatch,
) -> Result<StatusCode, Problem> {
    let write =
        move |db: &mut Db, act: &mut Act| evidence::put_interaction_away(db, act, id, version);
    writing(&web, &caller, write).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Brings an interaction back that was put away.
#[utoipa::path(
    post, path = "/interactions/{id}/restoration", tag = "interactions",
    params(("id" = InteractionId, Path)),
    responses((status = 200, body = Interaction), Problems)
)]
async fn restore_interaction(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<InteractionId>,
) -> Result<Tagged<Interaction>, Problem> {
    writing(&web, &caller, move |db, act| {
        evidence::bring_interaction_back(db, act, id)?;
        respond(db, act, id)
    })
    .await
}

/// Notes that an interaction is disputed. It is kept and shown, and no estimate uses it.
#[utoipa::path(
    put, path = "/interactions/{id}/dispute", tag = "interactions",
    params(("id" = InteractionId, Path)),
    request_body = Reason,
    responses((status = 200, body = InteractionMade), Problems)
)]
async fn dispute_interaction(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<InteractionId>,
    Body(why): Body<Reason>,
) -> Result<Json<InteractionMade>, Problem> {
    writing(&web, &caller, move |db, act| {
        let moved = withheld::dispute_interaction(db, act, id, &why.reason)?;
        judged(db, act, id, moved)
    })
    .await
}

/// Ends the dispute of an interaction: it is evidence again.
#[utoipa::path(
    delete, path = "/interactions/{id}/dispute", tag = "interactions",
    params(("id" = InteractionId, Path)),
    responses((status = 200, body = InteractionMade), Problems)
)]
async fn end_dispute_of_interaction(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<InteractionId>,
) -> Result<Json<InteractionMade>, Problem> {
    writing(&web, &caller, move |db, act| {
        let moved = withheld::end_dispute(db, act, id)?;
        judged(db, act, id, moved)
    })
    .await
}

fn judged(
    db: &mut Db,
    act: &Act,
    id: InteractionId,
    moved: Vec<MovedRow>,
) -> Result<Json<InteractionMade>, Refusal> {
    let interaction = Some(one(db, act, id)?);
    Ok(Json(InteractionMade { interaction, beliefs: moved.into_iter().map(Moved::from).collect() }))
}
