//! Renewals: an ordered deal is decided again, in a deal of its own.

use assent_domain::ids::OpportunityId;
use assent_domain::text::Name;
use axum::extract::State;
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::kept::{Created, writing};
use super::opportunities::{Opportunity, respond};
use crate::http::Web;
use crate::http::auth::Caller;
use crate::http::error::{Problem, Problems};
use crate::http::extract::{Body, Path};
use crate::operations::deals;

/// The paths of renewals.
pub(super) fn router() -> OpenApiRouter<Web> {
    OpenApiRouter::new().routes(routes!(create_renewal))
}

/// A renewal to be begun.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct RenewalBody {
    /// What to call it; as the deal that it renews, when left out.
    #[serde(default)]
    name: Option<Name>,
}

/// Begins the renewal of an ordered deal, with the same product, seller and people: they begin it where
/// they stand in the deal that it renews.
#[utoipa::path(
    post, path = "/opportunities/{id}/renewal", tag = "opportunities",
    params(("id" = OpportunityId, Path)),
    request_body = RenewalBody,
    responses((status = 201, body = Opportunity), Problems)
)]
async fn create_renewal(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<OpportunityId>,
    Body(body): Body<RenewalBody>,
) -> Result<Created<Opportunity>, Problem> {
    writing(&web, &caller, move |db, act| {
        let renewal = deals::renew(db, act, id, body.name)?;
        respond(db, act, renewal).map(Created)
    })
    .await
}
