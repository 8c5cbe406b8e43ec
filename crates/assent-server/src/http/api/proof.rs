//! Proof: what the house's own closed deals say of the chance to win.

use assent_domain::ids::UserId;
use assent_domain::proof::{PlainNumber, TrackRecord};
use assent_domain::time::Timestamp;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::kept::{Named, reading, writing};
use crate::http::Web;
use crate::http::auth::Caller;
use crate::http::error::{Problem, Problems};
use crate::operations::proof;

/// The paths of the proof.
pub(super) fn router() -> OpenApiRouter<Web> {
    OpenApiRouter::new().routes(routes!(read_proof)).routes(routes!(compute_proof))
}

/// What the closed deals say.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct HouseProof {
    /// What was last computed; nothing, before it ever was.
    computed: Option<ComputedProof>,
    /// The computing that goes on, or has failed.
    run: Option<Computing>,
    /// Deals that have ended by now.
    closed: usize,
    /// Whether the deals are those of a demo, and so invented.
    invented: bool,
    /// What the plain challenger knows of a deal.
    plain: Vec<PlainNumber>,
}

/// What was computed, when and by what.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ComputedProof {
    /// When.
    computed_at: Timestamp,
    /// Who asked for it; nobody, if it was due.
    asked_by: Option<Named<UserId>>,
    /// The version of the model that the forecasts were made with.
    model: String,
    /// What came out.
    proof: TrackRecord,
}

/// How far a computing is.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Computing {
    /// When it was asked for.
    asked_at: Timestamp,
    /// Deals looked at so far.
    done: i64,
    /// Of how many; 0 before they are counted.
    total: i64,
    /// Why it failed, if it did.
    error: Option<String>,
}

impl From<proof::Seen> for HouseProof {
    fn from(seen: proof::Seen) -> Self {
        let proof::Seen { computed, run, closed, invented } = seen;
        Self {
            computed: computed.map(|one| ComputedProof {
                computed_at: one.computed_at,
                asked_by: one.asked_by.map(Named::from),
                model: one.model,
                proof: one.proof,
            }),
            run: run.map(|run| Computing {
                asked_at: run.asked_at,
                done: run.done,
                total: run.total,
                error: run.error,
            }),
            closed,
            invented,
            plain: PlainNumber::ALL.to_vec(),
        }
    }
}

/// What the closed deals of the house say of the chance to win, as it was last computed.
#[utoipa::path(
    get, path = "/proof", tag = "proof",
    responses((status = 200, body = HouseProof), Problems)
)]
async fn read_proof(State(web): State<Web>, caller: Caller) -> Result<Json<HouseProof>, Problem> {
    Ok(Json(reading(&web, &caller, proof::seen).await?.into()))
}

/// Asks for it to be computed anew. It takes a while: look at the proof to see how far it is.
#[utoipa::path(
    post, path = "/proof/computation", tag = "proof",
    responses((status = 202, body = HouseProof), Problems)
)]
async fn compute_proof(
    State(web): State<Web>,
    caller: Caller,
) -> Result<(StatusCode, Json<HouseProof>), Problem> {
    let asked = writing(&web, &caller, |db, act| {
        proof::ask(db, act)?;
        proof::seen(db, act)
    });
    let seen = asked.await?;
    web.app.wake_chores();
    Ok((StatusCode::ACCEPTED, Json(seen.into())))
}
