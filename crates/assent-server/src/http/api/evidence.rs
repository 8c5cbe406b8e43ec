//! Evidence entered in one go: something that happened with the promises made in it, confirmed with
//! one key and undone with one key.

use assent_domain::ids::EvidenceId;
use assent_domain::interaction::{CommitmentFacts, InteractionFacts};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::commitments::{self, Commitment};
use super::interactions::{self, Interaction, Moved};
use super::kept::writing;
use crate::http::Web;
use crate::http::auth::Caller;
use crate::http::error::{Problem, Problems};
use crate::http::extract::{Body, Path};
use crate::operations::evidence::{self, Entry};

/// The paths of evidence.
pub(super) fn router() -> OpenApiRouter<Web> {
    OpenApiRouter::new()
        .routes(routes!(create_evidence))
        .routes(routes!(delete_evidence))
        .routes(routes!(restore_evidence))
}

/// What is entered in one go.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct EvidenceBody {
    /// What happened.
    #[serde(default)]
    interaction: Option<InteractionFacts>,
    /// What was promised.
    #[serde(default)]
    #[schema(max_items = 20)]
    commitments: Vec<CommitmentFacts>,
}

/// What was entered, and whom it moved.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Evidence {
    /// By which it is undone.
    id: EvidenceId,
    /// What happened.
    interaction: Option<Interaction>,
    /// What was promised.
    commitments: Vec<Commitment>,
    /// Whom it moved.
    beliefs: Vec<Moved>,
}

/// Whom it moved.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Beliefs {
    /// In no particular order.
    beliefs: Vec<Moved>,
}

/// Records what happened and what was promised in it.
#[utoipa::path(
    post, path = "/evidence", tag = "interactions",
    request_body = EvidenceBody,
    responses((status = 201, body = Evidence), Problems)
)]
async fn create_evidence(
    State(web): State<Web>,
    caller: Caller,
    Body(body): Body<EvidenceBody>,
) -> Result<(StatusCode, Json<Evidence>), Problem> {
    let made = writing(&web, &caller, move |db, act| {
        let EvidenceBody { interaction, commitments } = body;
        let entered = evidence::record_entry(db, act, &Entry { interaction, commitments })?;
        let interaction =
            entered.interaction.map(|id| interactions::one(db, act, id)).transpose()?;
        let commitments = entered.commitments.iter().map(|id| commitments::one(db, act, *id));
        let commitments = commitments.collect::<Result<_, _>>()?;
        let beliefs = entered.moved.into_iter().map(Moved::from).collect();
        Ok(Evidence { id: entered.evidence, interaction, commitments, beliefs })
    })
    .await?;
    Ok((StatusCode::CREATED, Json(made)))
}

/// Takes back what was entered in one go.
#[utoipa::path(
    delete, path = "/evidence/{id}", tag = "interactions",
    params(("id" = EvidenceId, Path)),
    responses((status = 200, body = Beliefs), Problems)
)]
async fn delete_evidence(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<EvidenceId>,
) -> Result<Json<Beliefs>, Problem> {
    let moved = writing(&web, &caller, move |db, act| {
        evidence::set_entry_deleted(db, act, id, Some(act.now))
    })
    .await?;
    Ok(Json(Beliefs { beliefs: moved.into_iter().map(Moved::from).collect() }))
}

/// Enters again what was taken back.
#[utoipa::path(
    post, path = "/evidence/{id}/restoration", tag = "interactions",
    params(("id" = EvidenceId, Path)),
    responses((status = 200, body = Beliefs), Problems)
)]
async fn restore_evidence(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<EvidenceId>,
) -> Result<Json<Beliefs>, Problem> {
    let moved =
        writing(&web, &caller, move |db, act| evidence::set_entry_deleted(db, act, id, None))
            .await?;
    Ok(Json(Beliefs { beliefs: moved.into_iter().map(Moved::from).collect() }))
}
