//! Pipelines and their stages.

use assent_domain::ids::{PipelineId, StageId};
use assent_domain::permission::{Action, Noun};
use assent_domain::pipeline::{PipelineFacts, StageFacts};
use assent_store::{Db, pipelines};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::kept::{Created, Tagged, Written, reading, writing};
use crate::http::Web;
use crate::http::auth::Caller;
use crate::http::error::{Problem, Problems};
use crate::http::extract::{Body, IfMatch, Path};
use crate::http::page::PageOf;
use crate::operations::{self, Act, Refusal};

/// The paths of pipelines.
pub(super) fn router() -> OpenApiRouter<Web> {
    OpenApiRouter::new()
        .routes(routes!(list_pipelines, create_pipeline))
        .routes(routes!(read_pipeline, update_pipeline, delete_pipeline))
        .routes(routes!(restore_pipeline))
}

/// A pipeline with its stages.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Pipeline {
    /// Which.
    id: PipelineId,
    /// Unique among pipelines.
    key: String,
    /// As the user calls it.
    name: String,
    /// First to last.
    stages: Vec<Stage>,
    #[serde(flatten)]
    written: Written,
}

/// A stage of a pipeline.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct Stage {
    /// Which.
    pub id: StageId,
    #[serde(flatten)]
    pub facts: StageFacts,
    /// Its place, from 0.
    pub position: i64,
}

impl From<pipelines::Stage> for Stage {
    fn from(row: pipelines::Stage) -> Self {
        Self { id: row.id, facts: row.facts, position: row.position }
    }
}

impl From<pipelines::Pipeline> for Pipeline {
    fn from(row: pipelines::Pipeline) -> Self {
        Self {
            id: row.id,
            key: row.key,
            name: row.name,
            stages: row.stages.into_iter().map(Stage::from).collect(),
            written: row.meta.into(),
        }
    }
}

/// The pipeline with this identifier.
pub(super) fn find(db: &mut Db, act: &Act, id: PipelineId) -> Result<pipelines::Pipeline, Refusal> {
    act.sight(Noun::Pipeline, Action::Read)?;
    pipelines::all(db)?.into_iter().find(|one| one.id == id).ok_or(Refusal::NotFound)
}

fn respond(db: &mut Db, act: &Act, id: PipelineId) -> Result<Tagged<Pipeline>, Refusal> {
    let row = find(db, act, id)?;
    Ok(Tagged { version: row.meta.version, body: row.into() })
}

/// Every pipeline, oldest first.
#[utoipa::path(
    get, path = "/pipelines", tag = "pipelines",
    responses((status = 200, body = PageOf<Pipeline>), Problems)
)]
async fn list_pipelines(
    State(web): State<Web>,
    caller: Caller,
) -> Result<Json<PageOf<Pipeline>>, Problem> {
    let rows = reading(&web, &caller, |db, act| {
        act.sight(Noun::Pipeline, Action::Read)?;
        Ok(pipelines::all(db)?)
    })
    .await?;
    Ok(Json(PageOf::whole(rows.into_iter().map(Pipeline::from).collect())))
}

/// A pipeline by its identifier.
#[utoipa::path(
    get, path = "/pipelines/{id}", tag = "pipelines",
    params(("id" = PipelineId, Path)),
    responses((status = 200, body = Pipeline), Problems)
)]
async fn read_pipeline(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<PipelineId>,
) -> Result<Tagged<Pipeline>, Problem> {
    reading(&web, &caller, move |db, act| respond(db, act, id)).await
}

/// Adds a pipeline.
#[utoipa::path(
    post, path = "/pipelines", tag = "pipelines",
    request_body = PipelineFacts,
    responses((status = 201, body = Pipeline), Problems)
)]
async fn create_pipeline(
    State(web): State<Web>,
    caller: Caller,
    Body(facts): Body<PipelineFacts>,
) -> Result<Created<Pipeline>, Problem> {
    writing(&web, &caller, move |db, act| {
        let id = operations::pipelines::create(db, act, &facts)?;
        respond(db, act, id).map(Created)
    })
    .await
}

/// Puts a pipeline as described in the place of what it was. Stages keep their identity by key;
/// deals at a stage that is dropped stay there until somebody moves them.
#[utoipa::path(
    put, path = "/pipelines/{id}", tag = "pipelines",
    params(("id" = PipelineId, Path), ("If-Match" = Option<String>, Header)),
    request_body = PipelineFacts,
    responses((status = 200, body = Pipeline), Problems)
)]
async fn update_pipeline(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<PipelineId>,
    IfMatch(version): IfMatch,
    Body(facts): Body<PipelineFacts>,
) -> Result<Tagged<Pipeline>, Problem> {
    writing(&web, &caller, move |db, act| {
        operations::pipelines::change(db, act, id, version, &facts)?;
        respond(db, act, id)
    })
    .await
}

/// Puts a pipeline away; nothing is lost.
#[utoipa::path(
    delete, path = "/pipelines/{id}", tag = "pipelines",
    params(("id" = PipelineId, Path)),
    responses((status = 204), Problems)
)]
async fn delete_pipeline(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<PipelineId>,
) -> Result<StatusCode, Problem> {
    writing(&web, &caller, move |db, act| {
        find(db, act, id)?;
        operations::pipelines::set_deleted(db, act, id, Some(act.now))
    })
    .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Brings a pipeline back that was put away.
#[utoipa::path(
    post, path = "/pipelines/{id}/restoration", tag = "pipelines",
    params(("id" = PipelineId, Path)),
    responses((status = 200, body = Pipeline), Problems)
)]
async fn restore_pipeline(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<PipelineId>,
) -> Result<Tagged<Pipeline>, Problem> {
    writing(&web, &caller, move |db, act| {
        operations::pipelines::set_deleted(db, act, id, None)?;
        respond(db, act, id)
    })
    .await
}
