//! Benefit points: what products offer.

use assent_domain::benefit_point::BenefitPointFacts;
use assent_domain::ids::{BenefitPointId, ProductId};
use assent_domain::permission::{Action, Noun};
use assent_store::Db;
use assent_store::benefit_points::{self, ListedPoint};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::kept::{self, Created, Named, Tagged, Written, reading, writing};
use crate::http::Web;
use crate::http::auth::Caller;
use crate::http::error::{Problem, Problems};
use crate::http::extract::{Body, IfMatch, Path, Query};
use crate::http::page::PageOf;
use crate::operations::{self, Act, Refusal};

/// The paths of this noun.
pub(super) fn router() -> OpenApiRouter<Web> {
    OpenApiRouter::new()
        .routes(routes!(list_benefit_points, create_benefit_point))
        .routes(routes!(read_benefit_point, update_benefit_point, delete_benefit_point))
        .routes(routes!(restore_benefit_point))
}

/// A benefit point.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct BenefitPoint {
    /// Which.
    id: BenefitPointId,
    #[serde(flatten)]
    facts: BenefitPointFacts,
    /// The product that offers it.
    product: Named<ProductId>,
    #[serde(flatten)]
    written: Written,
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct PointFilter {
    /// Of this product.
    product_id: ProductId,
}

/// The benefit points of a product, in their order.
#[utoipa::path(
    get, path = "/benefit-points", tag = "products",
    params(PointFilter),
    responses((status = 200, body = PageOf<BenefitPoint>), Problems)
)]
async fn list_benefit_points(
    State(web): State<Web>,
    caller: Caller,
    Query(filter): Query<PointFilter>,
) -> Result<Json<PageOf<BenefitPoint>>, Problem> {
    let rows = reading(&web, &caller, move |db, act| {
        let sight = act.sight(Noun::Product, Action::Read)?;
        Ok(benefit_points::list(db, &sight, filter.product_id)?)
    })
    .await?;
    Ok(Json(PageOf::whole(rows.into_iter().map(BenefitPoint::from).collect())))
}

/// A benefit point by its identifier.
#[utoipa::path(
    get, path = "/benefit-points/{id}", tag = "products",
    params(("id" = BenefitPointId, Path)),
    responses((status = 200, body = BenefitPoint), Problems)
)]
async fn read_benefit_point(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<BenefitPointId>,
) -> Result<Tagged<BenefitPoint>, Problem> {
    reading(&web, &caller, move |db, act| respond(db, act, id)).await
}

/// Adds a benefit point.
#[utoipa::path(
    post, path = "/benefit-points", tag = "products",
    request_body = BenefitPointFacts,
    responses((status = 201, body = BenefitPoint), Problems)
)]
async fn create_benefit_point(
    State(web): State<Web>,
    caller: Caller,
    Body(facts): Body<BenefitPointFacts>,
) -> Result<Created<BenefitPoint>, Problem> {
    writing(&web, &caller, move |db, act| {
        let id = operations::create(db, act, &facts)?;
        respond(db, act, id).map(Created)
    })
    .await
}

/// Changes what is named and nothing else (JSON merge patch).
#[utoipa::path(
    patch, path = "/benefit-points/{id}", tag = "products",
    params(("id" = BenefitPointId, Path), ("If-Match" = Option<String>, Header)),
    request_body(content = serde_json::Value, content_type = "application/merge-patch+json"),
    responses((status = 200, body = BenefitPoint), Problems)
)]
async fn update_benefit_point(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<BenefitPointId>,
    IfMatch(version): IfMatch,
    Body(patch): Body<serde_json::Value>,
) -> Result<Tagged<BenefitPoint>, Problem> {
    kept::patch::<BenefitPointFacts, _>(&web, &caller, id, version, patch, respond).await
}

/// Puts a benefit point away; nothing is lost.
#[utoipa::path(
    delete, path = "/benefit-points/{id}", tag = "products",
    params(("id" = BenefitPointId, Path), ("If-Match" = Option<String>, Header)),
    responses((status = 204), Problems)
)]
async fn delete_benefit_point(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<BenefitPointId>,
    IfMatch(version): IfMatch,
) -> Result<StatusCode, Problem> {
    kept::put_away::<BenefitPointFacts>(&web, &caller, id, version).await
}

/// Brings a benefit point back that was put away.
#[utoipa::path(
    post, path = "/benefit-points/{id}/restoration", tag = "products",
    params(("id" = BenefitPointId, Path)),
    responses((status = 200, body = BenefitPoint), Problems)
)]
async fn restore_benefit_point(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<BenefitPointId>,
) -> Result<Tagged<BenefitPoint>, Problem> {
    kept::bring_back::<BenefitPointFacts, _>(&web, &caller, id, respond).await
}

impl From<ListedPoint> for BenefitPoint {
    fn from(row: ListedPoint) -> Self {
        let ListedPoint { point, product_name } = row;
        Self {
            id: point.id,
            product: Named::new(point.facts.product_id, product_name),
            facts: point.facts,
            written: point.meta.into(),
        }
    }
}

fn respond(db: &mut Db, act: &Act, id: BenefitPointId) -> Result<Tagged<BenefitPoint>, Refusal> {
    let sight = act.sight(Noun::Product, Action::Read)?;
    let row = benefit_points::one(db, &sight, id)?.ok_or(Refusal::NotFound)?;
    Ok(Tagged { version: row.point.meta.version, body: row.into() })
}
