//! Sending a request twice does it once: a POST with an `Idempotency-Key` is answered from memory
//! when it comes again.
//!
//! The same key with another request is refused (422), and so is one whose first request is still
//! at work (409). An answer that says the failure was ours is not kept, so that a retry tries.

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{FromRequestParts, Request, State};
use axum::http::{HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};

use assent_domain::ids::UserId;
use assent_store::idempotency::{self, Claim};

use super::auth::Caller;
use super::error::Problem;
use super::{LARGEST_BODY, Web};
use crate::operations::Refusal;

const KEY: HeaderName = HeaderName::from_static("idempotency-key");
/// Longest key, in bytes.
const LONGEST_KEY: usize = 200;
/// A claim without an answer is void after this many seconds: whoever made it is gone.
const STALE_SECONDS: i64 = 120;

/// Answers a request with a known key from memory, and remembers the answer to a fresh one.
pub(super) async fn once(State(web): State<Web>, request: Request, next: Next) -> Response {
    let key = request.headers().get(KEY).cloned();
    match key {
        Some(key) if request.method() == Method::POST => {
            guarded(&web, &key, request, next).await.unwrap_or_else(IntoResponse::into_response)
        }
        _ => next.run(request).await,
    }
}

async fn guarded(
    web: &Web,
    key: &HeaderValue,
    request: Request,
    next: Next,
) -> Result<Response, Problem> {
    let key = key.to_str().ok().filter(|key| !key.is_empty() && key.len() <= LONGEST_KEY);
    let key = key.map(str::to_owned).ok_or_else(|| {
        Refusal::field("/Idempotency-Key", "invalid", "1 to 200 visible ASCII characters")
    })?;
    let (mut parts, body) = request.into_parts();
    // Whoever is not signed in is told so by the handler; there is nobody to remember it for.
    let Ok(caller) = Caller::from_request_parts(&mut parts, web).await else {
        return Ok(next.run(Request::from_parts(parts, body)).await);
    };
    let body = to_bytes(body, LARGEST_BODY).await.map_err(|_| {
        Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "body_unreadable", "the body is too large")
    })?;
    let user = caller.viewer.user;
    match claim(web, user, key.clone(), hash(&parts, &body)).await? {
        Claim::Fresh => {}
        Claim::Answered { status, response } => return Ok(replay(status, &response)),
        Claim::AtWork => {
            let message = "the first request with this key is still at work".to_owned();
            return Err(Refusal::Conflict { code: "at_work", message }.into());
        }
        Claim::OtherRequest => {
            let message = "this key was used for another request";
            return Err(Refusal::field("/Idempotency-Key", "other_request", message).into());
        }
    }
    let response = next.run(Request::from_parts(parts, Body::from(body))).await;
    remember(web, user, key, response).await
}

fn hash(parts: &axum::http::request::Parts, body: &Bytes) -> [u8; 32] {
    let target = parts.uri.path_and_query().map_or("", |target| target.as_str());
    Sha256::new().chain_update(target).chain_update([0]).chain_update(body).finalize().into()
}

async fn claim(web: &Web, user: UserId, key: String, hash: [u8; 32]) -> Result<Claim, Problem> {
    let now = web.app.now();
    let stale = now.plus_seconds(-STALE_SECONDS);
    let claim =
        move |db: &mut assent_store::Db| idempotency::claim(db, user, &key, &hash, now, stale);
    Ok(web.app.store.write(claim).await?)
}

/// An answer is laid down as its content type, a zero byte, and its body.
fn replay(status: u16, response: &[u8]) -> Response {
    let end = response.iter().position(|byte| *byte == 0).unwrap_or(0);
    let content_type = HeaderValue::from_bytes(&response[..end]);
    let body = response.get(end + 1..).unwrap_or_default().to_vec();
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::OK);
    if let Ok(content_type) = content_type {
        response.headers_mut().insert(header::CONTENT_TYPE, content_type);
    }
    let replayed = HeaderName::from_static("idempotency-replayed");
    response.headers_mut().insert(replayed, HeaderValue::from_static("true"));
    response
}

async fn remember(
    web: &Web,
    user: UserId,
    key: String,
    response: Response,
) -> Result<Response, Problem> {
    let (parts, body) = response.into_parts();
    let body = to_bytes(body, usize::MAX).await.map_err(|error| Problem::internal(&error))?;
    let status = parts.status.as_u16();
    let failed = parts.status.is_server_error();
    let content_type = parts.headers.get(header::CONTENT_TYPE).map(HeaderValue::as_bytes);
    let mut kept = content_type.unwrap_or_default().to_vec();
    kept.push(0);
    kept.extend_from_slice(&body);
    let lay_down = move |db: &mut assent_store::Db| {
        if failed {
            idempotency::release(db, user, &key)
        } else {
            idempotency::answer(db, user, &key, status, &kept)
        }
    };
    web.app.store.write(lay_down).await?;
    Ok(Response::from_parts(parts, Body::from(body)))
}
