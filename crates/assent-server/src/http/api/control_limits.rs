//! The limits that raise alarms, as managers see and set them.

use assent_domain::control::ControlLimits;
use assent_domain::ids::UserId;
use assent_domain::time::Timestamp;
use assent_store::Db;
use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::kept::{Named, reading, writing};
use crate::http::Web;
use crate::http::auth::Caller;
use crate::http::error::{Problem, Problems};
use crate::http::extract::Body;
use crate::operations::{Act, Refusal, control};

/// The path of the limits.
pub(super) fn router() -> OpenApiRouter<Web> {
    OpenApiRouter::new().routes(routes!(read_limits, set_limits, reset_limits))
}

/// The limits in force.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Limits {
    /// The limits in force.
    limits: ControlLimits,
    /// Those that ship with the program.
    shipped: ControlLimits,
    /// When they were set; nothing, while they are those that ship.
    changed_at: Option<Timestamp>,
    /// By whom.
    changed_by: Option<Named<UserId>>,
}

/// Limits to be set.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct LimitsBody {
    /// All of them.
    limits: ControlLimits,
}

/// The limits in force and those that ship.
#[utoipa::path(
    get, path = "/control-limits", tag = "control",
    responses((status = 200, body = Limits), Problems)
)]
async fn read_limits(State(web): State<Web>, caller: Caller) -> Result<Json<Limits>, Problem> {
    Ok(Json(reading(&web, &caller, in_force).await?))
}

/// Sets the limits. Every deal is looked at again with them; that takes a while.
#[utoipa::path(
    put, path = "/control-limits", tag = "control",
    request_body = LimitsBody,
    responses((status = 200, body = Limits), Problems)
)]
async fn set_limits(
    State(web): State<Web>,
    caller: Caller,
    Body(body): Body<LimitsBody>,
) -> Result<Json<Limits>, Problem> {
    let set = writing(&web, &caller, move |db, act| {
        control::set_limits(db, act, Some(&body.limits))?;
        in_force(db, act)
    });
    Ok(Json(set.await?))
}

/// Goes back to the limits that ship.
#[utoipa::path(
    delete, path = "/control-limits", tag = "control",
    responses((status = 200, body = Limits), Problems)
)]
async fn reset_limits(State(web): State<Web>, caller: Caller) -> Result<Json<Limits>, Problem> {
    let reset = writing(&web, &caller, |db, act| {
        control::set_limits(db, act, None)?;
        in_force(db, act)
    });
    Ok(Json(reset.await?))
}

fn in_force(db: &mut Db, act: &Act) -> Result<Limits, Refusal> {
    let (limits, row) = control::limits(db, act)?;
    let (changed_at, changed_by) =
        row.map_or((None, None), |row| (Some(row.changed_at), row.changed_by));
    let shipped = ControlLimits::shipped(&act.model);
    Ok(Limits { limits, shipped, changed_at, changed_by: changed_by.map(Named::from) })
}
