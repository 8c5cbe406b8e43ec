//! Commitments: what was promised, both ways.

use std::collections::HashMap;

use assent_domain::ids::{CommitmentId, EvidenceId, PersonId};
use assent_domain::interaction::{CommitmentFacts, CommitmentState};
use assent_domain::permission::{Action, Noun};
use assent_domain::time::Day;
use assent_store::{Db, interactions, people};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::interactions::{DealFilter, Moved};
use super::kept::{self, Created, Named, Tagged, Written, by_itself, reading, writing};
use super::withheld::{Reason, Withheld};
use crate::http::Web;
use crate::http::auth::Caller;
use crate::http::error::{Problem, Problems};
use crate::http::extract::{Body, IfMatch, Path, Query, merged};
use crate::http::page::{PageOf, PageParams};
use crate::operations::estimates::Moved as MovedRow;
use crate::operations::evidence::{self, Entry};
use crate::operations::{Act, Refusal, withheld};

/// The paths of commitments.
pub(super) fn router() -> OpenApiRouter<Web> {
    OpenApiRouter::new()
        .routes(routes!(list_commitments, create_commitment))
        .routes(routes!(read_commitment, update_commitment, delete_commitment))
        .routes(routes!(restore_commitment))
        .routes(routes!(dispute_commitment, end_dispute_of_commitment))
}

/// A promise.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Commitment {
    /// Which.
    id: CommitmentId,
    #[serde(flatten)]
    facts: CommitmentFacts,
    /// Who promised.
    by: Named<PersonId>,
    /// To whom.
    to: Named<PersonId>,
    /// Whether it is a promise of ours.
    ours: bool,
    /// How it stands today.
    state: CommitmentState,
    /// What it was entered with, and is undone with.
    evidence_id: Option<EvidenceId>,
    /// Whether it is disputed: kept and shown, but used by no estimate.
    dispute: Option<Withheld>,
    #[serde(flatten)]
    written: Written,
}

/// A promise, and whom the change of it moved.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct CommitmentChanged {
    /// The promise.
    commitment: Commitment,
    /// Whom it moved.
    beliefs: Vec<Moved>,
}

impl Commitment {
    /// Which.
    pub(super) const fn id(&self) -> CommitmentId {
        self.id
    }

    /// When it was given.
    pub(super) const fn made_on(&self) -> Day {
        self.facts.made_on
    }

    /// Whether this person gave it or got it.
    pub(super) fn is_with(&self, person: PersonId) -> bool {
        self.by.id == person || self.to.id == person
    }
}

/// Promises with the names of both sides.
pub(super) fn with_names(
    db: &mut Db,
    rows: Vec<interactions::Commitment>,
    today: Day,
) -> Result<Vec<Commitment>, Refusal> {
    let sides = |row: &interactions::Commitment| [row.stored.facts.by_id, row.stored.facts.to_id];
    let everyone: Vec<PersonId> = rows.iter().flat_map(sides).collect();
    let ours = people::ours_among(db, &everyone)?;
    let names: HashMap<PersonId, String> = people::names(db, &everyone)?.into_iter().collect();
    let named = |id: PersonId| Named::new(id, names.get(&id).cloned().unwrap_or_default());
    let make = |row: interactions::Commitment| {
        let facts = row.stored.facts;
        Commitment {
            id: row.stored.id,
            by: named(facts.by_id),
            to: named(facts.to_id),
            ours: ours.contains(&facts.by_id),
            state: facts.state(today),
            facts,
            evidence_id: row.evidence,
            dispute: row.dispute.map(Withheld::from),
            written: row.stored.meta.into(),
        }
    };
    Ok(rows.into_iter().map(make).collect())
}

pub(super) fn one(db: &mut Db, act: &Act, id: CommitmentId) -> Result<Commitment, Refusal> {
    let sight = act.sight(Noun::Interaction, Action::Read)?;
    let row = interactions::one_commitment(db, &sight, id)?.ok_or(Refusal::NotFound)?;
    with_names(db, vec![row], act.today())?.pop().ok_or(Refusal::NotFound)
}

fn respond(db: &mut Db, act: &Act, id: CommitmentId) -> Result<Tagged<Commitment>, Refusal> {
    let body = one(db, act, id)?;
    Ok(Tagged { version: body.written.version, body })
}

/// Promises, newest first, a page at a time.
#[utoipa::path(
    get, path = "/commitments", tag = "interactions",
    params(PageParams, DealFilter),
    responses((status = 200, body = PageOf<Commitment>), Problems)
)]
async fn list_commitments(
    State(web): State<Web>,
    caller: Caller,
    Query(params): Query<PageParams>,
    Query(filter): Query<DealFilter>,
) -> Result<Json<PageOf<Commitment>>, Problem> {
    let request = params.request()?;
    let page = reading(&web, &caller, move |db, act| {
        let sight = act.sight(Noun::Interaction, Action::Read)?;
        let DealFilter { opportunity_id, person_id } = filter;
        let page = interactions::list_commitments(db, &sight, opportunity_id, person_id, &request)?;
        let (next, total) = (page.next, page.total);
        let rows = with_names(db, page.rows, act.today())?;
        Ok(PageOf::of(assent_store::Page { rows, next, total }, |row| row))
    })
    .await?;
    Ok(Json(page))
}

/// Records a promise.
#[utoipa::path(
    post, path = "/commitments", tag = "interactions",
    request_body = CommitmentFacts,
    responses((status = 201, body = Commitment), Problems)
)]
async fn create_commitment(
    State(web): State<Web>,
    caller: Caller,
    Body(facts): Body<CommitmentFacts>,
) -> Result<Created<Commitment>, Problem> {
    writing(&web, &caller, move |db, act| {
        let entry = Entry { interaction: None, commitments: vec![facts] };
        let entered = evidence::record_entry(db, act, &entry)
            .map_err(|refusal| by_itself(refusal, "/commitments/0"))?;
        let id = entered.commitments.first().copied().ok_or(Refusal::NotFound)?;
        respond(db, act, id).map(Created)
    })
    .await
}

/// A promise by its identifier.
#[utoipa::path(
    get, path = "/commitments/{id}", tag = "interactions",
    params(("id" = CommitmentId, Path)),
    responses((status = 200, body = Commitment), Problems)
)]
async fn read_commitment(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<CommitmentId>,
) -> Result<Tagged<Commitment>, Problem> {
    reading(&web, &caller, move |db, act| respond(db, act, id)).await
}

/// Changes what is named and nothing else (JSON merge patch): `kept_on`, above all. Estimates
/// follow.
#[utoipa::path(
    patch, path = "/commitments/{id}", tag = "interactions",
    params(("id" = CommitmentId, Path), ("If-Match" = Option<String>, Header)),
    request_body(content = serde_json::Value, content_type = "application/merge-patch+json"),
    responses((status = 200, body = Commitment), Problems)
)]
async fn update_commitment(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<CommitmentId>,
    IfMatch(version): IfMatch,
    Body(patch): Body<serde_json::Value>,
) -> Result<Tagged<Commitment>, Problem> {
    writing(&web, &caller, move |db, act| {
        evidence::change_commitment(db, act, id, version, |facts| merged(&facts, patch))?;
        respond(db, act, id)
    })
    .await
}

/// Puts a promise away; nothing is lost.
#[utoipa::path(
    delete, path = "/commitments/{id}", tag = "interactions",
    params(("id" = CommitmentId, Path), ("If-Match" = Option<String>, Header)),
    responses((status = 204), Problems)
)]
async fn delete_commitment(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<CommitmentId>,
    IfMatch(version): IfMatch,
) -> Result<StatusCode, Problem> {
    kept::put_away::<CommitmentFacts>(&web, &caller, id, version).await
}

/// Brings a promise back that was put away.
#[utoipa::path(
    post, path = "/commitments/{id}/restoration", tag = "interactions",
    params(("id" = CommitmentId, Path)),
    responses((status = 200, body = Commitment), Problems)
)]
async fn restore_commitment(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<CommitmentId>,
) -> Result<Tagged<Commitment>, Problem> {
    kept::bring_back::<CommitmentFacts, _>(&web, &caller, id, respond).await
}

/// Notes that a promise is disputed. It is kept and shown, and no estimate uses it.
#[utoipa::path(
    put, path = "/commitments/{id}/dispute", tag = "interactions",
    params(("id" = CommitmentId, Path)),
    request_body = Reason,
    responses((status = 200, body = CommitmentChanged), Problems)
)]
async fn dispute_commitment(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<CommitmentId>,
    Body(why): Body<Reason>,
) -> Result<Json<CommitmentChanged>, Problem> {
    writing(&web, &caller, move |db, act| {
        let moved = withheld::dispute_commitment(db, act, id, &why.reason)?;
        judged(db, act, id, moved)
    })
    .await
}

/// Ends the dispute of a promise: it is evidence again.
#[utoipa::path(
    delete, path = "/commitments/{id}/dispute", tag = "interactions",
    params(("id" = CommitmentId, Path)),
    responses((status = 200, body = CommitmentChanged), Problems)
)]
async fn end_dispute_of_commitment(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<CommitmentId>,
) -> Result<Json<CommitmentChanged>, Problem> {
    writing(&web, &caller, move |db, act| {
        let moved = withheld::end_dispute_of_commitment(db, act, id)?;
        judged(db, act, id, moved)
    })
    .await
}

fn judged(
    db: &mut Db,
    act: &Act,
    id: CommitmentId,
    moved: Vec<MovedRow>,
) -> Result<Json<CommitmentChanged>, Refusal> {
    let commitment = one(db, act, id)?;
    Ok(Json(CommitmentChanged {
        commitment,
        beliefs: moved.into_iter().map(Moved::from).collect(),
    }))
}
