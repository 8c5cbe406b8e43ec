//! The web app's files, built into the program; every other path is the app itself.

use axum::extract::Request;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use rust_embed::RustEmbed;

use super::error::Problem;

#[derive(RustEmbed)]
#[folder = "../../web/dist"]
#[allow_missing = true]
struct Files;

/// Serves a file of the web app, or its page for a path that is the app's own business.
pub(super) async fn serve(request: Request) -> Response {
    let path = request.uri().path().trim_start_matches('/');
    if path.starts_with("api/") {
        let detail = "there is nothing at this path";
        return Problem::new(StatusCode::NOT_FOUND, "not_found", detail).into_response();
    }
    if let Some(response) = file(path) {
        return response;
    }
    // A missing asset is missing; a missing page is one of the app's.
    if path.starts_with("assets/") {
        return StatusCode::NOT_FOUND.into_response();
    }
    file("index.html").unwrap_or_else(|| {
        let words = "The web app has not been built into this program: run `npm run build` in web/, \
                     then build again.";
        (StatusCode::NOT_FOUND, words).into_response()
    })
}

fn file(path: &str) -> Option<Response> {
    let found = Files::get(path)?;
    // Files under assets/ carry a hash in their name and never change.
    let cache = if path.starts_with("assets/") {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    let mut response = found.data.into_response();
    let headers = response.headers_mut();
    if let Ok(content_type) = HeaderValue::from_str(found.metadata.mimetype()) {
        headers.insert(header::CONTENT_TYPE, content_type);
    }
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    Some(response)
}
