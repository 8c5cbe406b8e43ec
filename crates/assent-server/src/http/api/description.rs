//! The API's description of itself, and whether the program lives.

use axum::Router;
use axum::http::header;
use axum::response::IntoResponse;
use axum::routing::get;
use utoipa::openapi::OpenApi;

use crate::http::Web;

/// The paths of the description and of the health check.
pub fn router(description: &OpenApi) -> Router<Web> {
    // The description is plain values, which always have a JSON form.
    let json: &'static str = description.to_json().unwrap_or_default().leak();
    let describe =
        move || async move { ([(header::CONTENT_TYPE, "application/json")], json).into_response() };
    Router::new()
        .route("/api/v1/openapi.json", get(describe))
        .route("/api/v1/health", get(|| async { "ok" }))
}
