//! Products.

use assent_domain::ids::ProductId;
use assent_domain::permission::{Action, Noun};
use assent_domain::product::ProductFacts;
use assent_store::{Db, Stored, products};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::kept::{self, Created, Tagged, Written, reading, writing};
use crate::http::Web;
use crate::http::auth::Caller;
use crate::http::error::{Problem, Problems};
use crate::http::extract::{Body, IfMatch, Path, Query};
use crate::http::page::{PageOf, PageParams};
use crate::operations::{self, Act, Refusal};

/// The paths of this noun.
pub(super) fn router() -> OpenApiRouter<Web> {
    OpenApiRouter::new()
        .routes(routes!(list_products, create_product))
        .routes(routes!(read_product, update_product, delete_product))
        .routes(routes!(restore_product))
}

/// A product.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Product {
    /// Which.
    id: ProductId,
    #[serde(flatten)]
    facts: ProductFacts,
    #[serde(flatten)]
    written: Written,
}

/// Products by name, a page at a time.
#[utoipa::path(
    get, path = "/products", tag = "products",
    params(PageParams),
    responses((status = 200, body = PageOf<Product>), Problems)
)]
async fn list_products(
    State(web): State<Web>,
    caller: Caller,
    Query(params): Query<PageParams>,
) -> Result<Json<PageOf<Product>>, Problem> {
    let request = params.request()?;
    let page = reading(&web, &caller, move |db, act| {
        let sight = act.sight(Noun::Product, Action::Read)?;
        Ok(products::list(db, &sight, &request)?)
    })
    .await?;
    Ok(Json(PageOf::of(page, Product::from)))
}

/// A product by its identifier.
#[utoipa::path(
    get, path = "/products/{id}", tag = "products",
    params(("id" = ProductId, Path)),
    responses((status = 200, body = Product), Problems)
)]
async fn read_product(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<ProductId>,
) -> Result<Tagged<Product>, Problem> {
    reading(&web, &caller, move |db, act| respond(db, act, id)).await
}

/// Adds a product.
#[utoipa::path(
    post, path = "/products", tag = "products",
    request_body = ProductFacts,
    responses((status = 201, body = Product), Problems)
)]
async fn create_product(
    State(web): State<Web>,
    caller: Caller,
    Body(facts): Body<ProductFacts>,
) -> Result<Created<Product>, Problem> {
    writing(&web, &caller, move |db, act| {
        let id = operations::create(db, act, &facts)?;
        respond(db, act, id).map(Created)
    })
    .await
}

/// Changes what is named and nothing else (JSON merge patch).
#[utoipa::path(
    patch, path = "/products/{id}", tag = "products",
    params(("id" = ProductId, Path), ("If-Match" = Option<String>, Header)),
    request_body(content = serde_json::Value, content_type = "application/merge-patch+json"),
    responses((status = 200, body = Product), Problems)
)]
async fn update_product(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<ProductId>,
    IfMatch(version): IfMatch,
    Body(patch): Body<serde_json::Value>,
) -> Result<Tagged<Product>, Problem> {
    kept::patch::<ProductFacts, _>(&web, &caller, id, version, patch, respond).await
}

/// Puts a product away; nothing is lost.
#[utoipa::path(
    delete, path = "/products/{id}", tag = "products",
    params(("id" = ProductId, Path), ("If-Match" = Option<String>, Header)),
    responses((status = 204), Problems)
)]
async fn delete_product(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<ProductId>,
    IfMatch(version): IfMatch,
) -> Result<StatusCode, Problem> {
    kept::put_away::<ProductFacts>(&web, &caller, id, version).await
}

/// Brings a product back that was put away.
#[utoipa::path(
    post, path = "/products/{id}/restoration", tag = "products",
    params(("id" = ProductId, Path)),
    responses((status = 200, body = Product), Problems)
)]
async fn restore_product(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<ProductId>,
) -> Result<Tagged<Product>, Problem> {
    kept::bring_back::<ProductFacts, _>(&web, &caller, id, respond).await
}

impl From<Stored<ProductId, ProductFacts>> for Product {
    fn from(row: Stored<ProductId, ProductFacts>) -> Self {
        Self { id: row.id, facts: row.facts, written: row.meta.into() }
    }
}

fn respond(db: &mut Db, act: &Act, id: ProductId) -> Result<Tagged<Product>, Refusal> {
    let row = operations::read::<ProductFacts>(db, act, id)?;
    Ok(Tagged { version: row.meta.version, body: row.into() })
}
