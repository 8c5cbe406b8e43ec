//! Runs of learning: asked for, looked at, broken off.

use assent_domain::ids::{LearningId, UserId};
use assent_domain::time::{Day, Timestamp};
use assent_store::learnings::Learning as Run;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::kept::{Named, reading, writing};
use super::model::LearnedView;
use crate::http::Web;
use crate::http::auth::Caller;
use crate::http::error::{Problem, Problems};
use crate::http::extract::Path;
use crate::operations::Refusal;
use crate::operations::learning::{
    self, Findings, LEAST_JUDGES, LEAST_OF_EITHER, Outcome, Verdict,
};

/// The paths of learning.
pub(super) fn router() -> OpenApiRouter<Web> {
    OpenApiRouter::new()
        .routes(routes!(list_learnings, ask_to_learn))
        .routes(routes!(read_learning))
        .routes(routes!(cancel_learning))
}

/// A run of learning.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct LearningRun {
    /// Which.
    id: LearningId,
    /// When it was asked for.
    asked_at: Timestamp,
    /// By whom; nobody, if the calendar did.
    asked_by: Option<Named<UserId>>,
    /// Where it stands: `waiting`, `gathering`, `learning`, `judging`; `kept`, `not_kept`, `cancelled` or
    /// `failed` once it has ended.
    state: String,
    /// How much of that is done,
    done: i64,
    /// of how much.
    total: i64,
    /// Whether somebody wants it broken off.
    cancel_asked: bool,
    /// When it ended.
    ended_at: Option<Timestamp>,
    /// The version of the model that it made.
    version: Option<i64>,
    /// What came of it.
    findings: Option<FindingsView>,
}

/// What came of a run.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct FindingsView {
    /// Why the learned figures were kept, or not.
    outcome: Outcome,
    /// People dealt with, each counted once a deal.
    dealings: usize,
    /// Deals that ended.
    ended: usize,
    /// Until when records taught. Deals that ended later judge.
    taught_until: Option<Day>,
    /// How they judged.
    verdict: Option<Verdict>,
    /// Passes over all dealings.
    passes: usize,
    /// The objective of learning after each step. It never falls.
    climb: Vec<f64>,
    /// The learned figures, whether kept or not.
    learned: Vec<LearnedFigure>,
}

/// A learned figure, by the path of its key.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct LearnedFigure {
    /// The path.
    key: String,
    /// The figure.
    #[serde(flatten)]
    learned: LearnedView,
}

/// Runs of learning.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct LearningRuns {
    /// The latest, newest first.
    data: Vec<LearningRun>,
    /// How many later deals must judge,
    least_judges: usize,
    /// and how many of them must have been won, and not.
    least_of_either: usize,
}

/// The latest runs of learning.
#[utoipa::path(
    get, path = "/learnings", tag = "model",
    responses((status = 200, body = LearningRuns), Problems)
)]
async fn list_learnings(
    State(web): State<Web>,
    caller: Caller,
) -> Result<Json<LearningRuns>, Problem> {
    let runs = reading(&web, &caller, learning::latest).await?;
    let data = runs.into_iter().map(view).collect::<Result<_, _>>()?;
    let (least_judges, least_of_either) = (LEAST_JUDGES, LEAST_OF_EITHER);
    Ok(Json(LearningRuns { data, least_judges, least_of_either }))
}

/// Asks for the model to be learned from the house's own dealings. It takes minutes; one run goes on at a
/// time, and is answered if there is one.
#[utoipa::path(
    post, path = "/learnings", tag = "model",
    responses((status = 201, body = LearningRun), Problems)
)]
async fn ask_to_learn(
    State(web): State<Web>,
    caller: Caller,
) -> Result<(StatusCode, Json<LearningRun>), Problem> {
    let run = writing(&web, &caller, |db, act| {
        let id = learning::ask(db, act)?;
        learning::run(db, act, id)
    });
    let run = run.await?;
    web.app.wake_chores();
    Ok((StatusCode::CREATED, Json(view(run)?)))
}

/// A run of learning.
#[utoipa::path(
    get, path = "/learnings/{id}", tag = "model",
    params(("id" = LearningId, Path)),
    responses((status = 200, body = LearningRun), Problems)
)]
async fn read_learning(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<LearningId>,
) -> Result<Json<LearningRun>, Problem> {
    let run = reading(&web, &caller, move |db, act| learning::run(db, act, id)).await?;
    Ok(Json(view(run)?))
}

/// Asks for a run to be broken off. Nothing of it is kept.
#[utoipa::path(
    post, path = "/learnings/{id}/cancellation", tag = "model",
    params(("id" = LearningId, Path)),
    responses((status = 200, body = LearningRun), Problems)
)]
async fn cancel_learning(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<LearningId>,
) -> Result<Json<LearningRun>, Problem> {
    let run = writing(&web, &caller, move |db, act| {
        learning::cancel(db, act, id)?;
        learning::run(db, act, id)
    });
    Ok(Json(view(run.await?)?))
}

fn view(run: Run) -> Result<LearningRun, Refusal> {
    let findings: Option<Findings> =
        run.body.as_deref().map(serde_json::from_str).transpose().map_err(|why| {
            let why = why.to_string();
            Refusal::Store(assent_store::StoreError::BadRow { table: "learning", why })
        })?;
    let learned = |(key, learned)| LearnedFigure { key, learned: LearnedView::from(learned) };
    Ok(LearningRun {
        id: run.id,
        asked_at: run.asked_at,
        asked_by: run.asked_by.map(Named::from),
        state: run.state,
        done: run.done,
        total: run.total,
        cancel_asked: run.cancel_asked,
        ended_at: run.ended_at,
        version: run.version,
        findings: findings.map(|found| FindingsView {
            outcome: found.outcome,
            dealings: found.dealings,
            ended: found.ended,
            taught_until: found.taught_until,
            verdict: found.verdict,
            passes: found.passes,
            climb: found.climb,
            learned: found.learned.into_iter().map(learned).collect(),
        }),
    })
}
