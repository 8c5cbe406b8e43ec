//! The versions of the model: who changed what and why, and the way back.

use assent_domain::ids::UserId;
use assent_domain::model_layers::VersionKind;
use assent_domain::time::Timestamp;
use assent_store::Db;
use assent_store::model_versions::{self, VersionLine};
use axum::Json;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::kept::{Named, reading, writing};
use super::model::{ChangeView, Figures};
use crate::http::Web;
use crate::http::auth::Caller;
use crate::http::error::{Problem, Problems};
use crate::http::extract::{Body, Path, Query};
use crate::operations::model::{self, KeyChange, Making};
use crate::operations::{Act, Refusal};

/// Versions on a page.
const PAGE: usize = 50;

/// The paths of the versions.
pub(super) fn router() -> OpenApiRouter<Web> {
    OpenApiRouter::new()
        .routes(routes!(list_versions, create_version))
        .routes(routes!(read_version))
        .routes(routes!(restore_version))
        .routes(routes!(read_priors))
}

/// A version of the model.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Version {
    /// Counts from 1.
    number: i64,
    /// When it was made.
    made_at: Timestamp,
    /// By whom; nobody, if the house did.
    made_by: Option<Named<UserId>>,
    /// How it came about.
    kind: VersionKind,
    /// Why.
    reason: String,
    /// The version it goes back to; 0 is the priors file itself.
    returns_to: Option<i64>,
    /// As beliefs made with it name it.
    model: String,
    /// How many figures it changes of the version before.
    figures: usize,
    /// Deals to be settled anew with it; nothing before they were counted.
    deals: Option<i64>,
    /// Those that are.
    settled: i64,
    /// When the last one was.
    settled_at: Option<Timestamp>,
}

/// A version with what it changes.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct VersionDetail {
    /// The version.
    #[serde(flatten)]
    version: Version,
    /// What it changes of the version before.
    changes: Vec<ChangeView>,
    /// What differs between it and the priors file.
    against_file: Vec<ChangeView>,
}

/// Versions, newest first.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Versions {
    /// The versions.
    data: Vec<Version>,
    /// Whether there are earlier ones.
    has_more: bool,
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct VersionParams {
    /// Only those before this one.
    #[serde(default)]
    before: Option<i64>,
}

/// The versions of the model, newest first.
#[utoipa::path(
    get, path = "/model-versions", tag = "model",
    params(VersionParams),
    responses((status = 200, body = Versions), Problems)
)]
async fn list_versions(
    State(web): State<Web>,
    caller: Caller,
    Query(params): Query<VersionParams>,
) -> Result<Json<Versions>, Problem> {
    let lines = reading(&web, &caller, move |db, act| {
        model::may_read(act)?;
        Ok(model_versions::before(db, params.before, PAGE + 1)?)
    });
    let mut data = lines.await?.iter().map(version).collect::<Result<Vec<_>, _>>()?;
    let has_more = data.len() > PAGE;
    data.truncate(PAGE);
    Ok(Json(Versions { data, has_more }))
}

/// Changes to be taken.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct VersionBody {
    /// The version that they were made for. If it is no longer in force, nothing is taken.
    based_on: i64,
    /// Figures by the path of their key; nothing takes one back to its default.
    changes: Figures,
    /// Why.
    reason: String,
    /// Whether they come from a priors file that was read.
    #[serde(default)]
    imported: bool,
}

/// Changes the model. Everything that is believed is settled anew; that takes a while.
#[utoipa::path(
    post, path = "/model-versions", tag = "model",
    request_body = VersionBody,
    responses((status = 201, body = VersionDetail), Problems)
)]
async fn create_version(
    State(web): State<Web>,
    caller: Caller,
    Body(body): Body<VersionBody>,
) -> Result<(StatusCode, Json<VersionDetail>), Problem> {
    let kind = if body.imported { VersionKind::Import } else { VersionKind::Edit };
    let made = writing(&web, &caller, move |db, act| {
        let making = Making { based_on: body.based_on, kind, reason: &body.reason };
        let number = model::change(db, act, making, &body.changes.into())?;
        detail(db, act, number)
    });
    taken(&web, made.await?).await
}

/// A version with what it changes.
#[utoipa::path(
    get, path = "/model-versions/{number}", tag = "model",
    params(("number" = i64, Path)),
    responses((status = 200, body = VersionDetail), Problems)
)]
async fn read_version(
    State(web): State<Web>,
    caller: Caller,
    Path(number): Path<i64>,
) -> Result<Json<VersionDetail>, Problem> {
    Ok(Json(reading(&web, &caller, move |db, act| detail(db, act, number)).await?))
}

/// Why a version is gone back to.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct RestorationBody {
    /// The version in force. If it no longer is, nothing is done.
    based_on: i64,
    /// Why.
    reason: String,
}

/// Goes back to a version, 0 for the priors file itself. That makes a new version.
#[utoipa::path(
    post, path = "/model-versions/{number}/restoration", tag = "model",
    params(("number" = i64, Path)),
    request_body = RestorationBody,
    responses((status = 201, body = VersionDetail), Problems)
)]
async fn restore_version(
    State(web): State<Web>,
    caller: Caller,
    Path(number): Path<i64>,
    Body(body): Body<RestorationBody>,
) -> Result<(StatusCode, Json<VersionDetail>), Problem> {
    let made = writing(&web, &caller, move |db, act| {
        let number = model::go_back(db, act, body.based_on, number, &body.reason)?;
        detail(db, act, number)
    });
    taken(&web, made.await?).await
}

/// The priors of a version as a file, 0 for the one it lies over.
#[utoipa::path(
    get, path = "/model-versions/{number}/priors", tag = "model",
    params(("number" = i64, Path)),
    responses((status = 200, body = String, content_type = "application/toml"), Problems)
)]
async fn read_priors(
    State(web): State<Web>,
    caller: Caller,
    Path(number): Path<i64>,
) -> Result<Response, Problem> {
    let text = reading(&web, &caller, move |db, act| model::priors_of(db, act, number)).await?;
    let name = format!("attachment; filename=\"assent-priors-{number}.toml\"");
    let headers = [
        (header::CONTENT_TYPE, "application/toml; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, name),
    ];
    Ok((headers, text).into_response())
}

/// A version that was made is in force here at once, and its chore is looked at.
async fn taken(
    web: &Web,
    made: VersionDetail,
) -> Result<(StatusCode, Json<VersionDetail>), Problem> {
    web.app.take_newest_model().await.map_err(Refusal::from)?;
    web.app.wake_chores();
    Ok((StatusCode::CREATED, Json(made)))
}

fn detail(db: &mut Db, act: &Act, number: i64) -> Result<VersionDetail, Refusal> {
    let line = model::version(db, act, number)?;
    let against_file = model::against_file(db, act, number)?;
    Ok(VersionDetail {
        version: version(&line)?,
        changes: changes(&line)?.into_iter().map(ChangeView::from).collect(),
        against_file: against_file.into_iter().map(ChangeView::from).collect(),
    })
}

fn version(line: &VersionLine) -> Result<Version, Refusal> {
    Ok(Version {
        number: line.number,
        made_at: line.made_at,
        made_by: line.made_by.clone().map(Named::from),
        kind: line.kind.parse().map_err(|why: assent_domain::NotAWord| bad(&why))?,
        reason: line.reason.clone(),
        returns_to: line.returns_to,
        model: line.model.clone(),
        figures: changes(line)?.len(),
        deals: line.deals,
        settled: line.settled,
        settled_at: line.settled_at,
    })
}

fn changes(line: &VersionLine) -> Result<Vec<KeyChange>, Refusal> {
    serde_json::from_str(&line.changes).map_err(|why| bad(&why))
}

fn bad(why: &impl ToString) -> Refusal {
    let why = why.to_string();
    Refusal::Store(assent_store::StoreError::BadRow { table: "model_version", why })
}
