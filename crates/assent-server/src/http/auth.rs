//! Who is calling: a browser with a session cookie, or a program with an API key.

use std::net::SocketAddr;

use assent_domain::permission::Viewer;
use assent_store::users;
use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use utoipa::openapi::security::{ApiKey, ApiKeyValue, Http, HttpAuthScheme, SecurityScheme};

use super::Web;
use super::error::Problem;
use crate::operations::{Act, Actor, sessions};
use crate::secrets;

/// The cookie that holds a session's token.
pub(super) const SESSION_COOKIE: &str = "assent_session";
/// The header that a page must send along when it changes something.
const CSRF_HEADER: &str = "x-csrf-token";

/// Who is calling.
#[derive(Clone, Debug)]
pub(super) struct Caller {
    /// The user, and what they may do.
    pub viewer: Viewer,
    /// The token of the session; none for a program.
    pub session: Option<String>,
}

impl FromRequestParts<Web> for Caller {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<Self, Problem> {
        if let Some(key) = bearer(&parts.headers) {
            let viewer = by_api_key(web, secrets::token_hash(key)).await?;
            return Ok(Self { viewer, session: None });
        }
        let token = cookie(&parts.headers, SESSION_COOKIE).ok_or_else(Problem::signed_out)?;
        let changes = !matches!(parts.method, Method::GET | Method::HEAD | Method::OPTIONS);
        if changes && !has_csrf_token(&parts.headers, token) {
            let detail = "send the session's csrf_token as X-CSRF-Token";
            return Err(Problem::new(StatusCode::FORBIDDEN, "csrf_token_missing", detail));
        }
        let viewer = by_session(web, secrets::token_hash(token)).await?;
        Ok(Self { viewer, session: Some(token.to_owned()) })
    }
}

impl Caller {
    /// What an operation on behalf of the caller is handed.
    pub(super) fn act(&self, web: &Web) -> Act {
        web.app.act(Actor::User(self.viewer.clone()))
    }
}

async fn by_session(web: &Web, hash: [u8; 32]) -> Result<Viewer, Problem> {
    if let Some(viewer) = web.callers.get(&hash) {
        return Ok(viewer);
    }
    let now = web.app.now();
    let found = web.app.store.read(move |db| users::by_session(db, &hash, now)).await?;
    remember(web, hash, found)
}

async fn by_api_key(web: &Web, hash: [u8; 32]) -> Result<Viewer, Problem> {
    if let Some(viewer) = web.callers.get(&hash) {
        return Ok(viewer);
    }
    let found = web.app.store.read(move |db| users::by_api_key(db, &hash)).await?;
    remember(web, hash, found)
}

fn remember(web: &Web, hash: [u8; 32], found: Option<Viewer>) -> Result<Viewer, Problem> {
    let viewer = found.ok_or_else(Problem::signed_out)?;
    web.callers.put(hash, viewer.clone());
    Ok(viewer)
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, key) = value.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| key.trim())
}

fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let pairs = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = pairs.flat_map(|value| value.split(';'));
    pairs.find_map(|pair| pair.trim().split_once('=').filter(|(key, _)| *key == name).map(|p| p.1))
}

fn has_csrf_token(headers: &HeaderMap, session: &str) -> bool {
    let sent = headers.get(CSRF_HEADER).map(HeaderValue::as_bytes).unwrap_or_default();
    secrets::same(sent, secrets::csrf_token(session).as_bytes())
}

/// The header that sets the session's cookie, or takes it away with `None`.
pub(super) fn set_cookie(web: &Web, token: Option<&str>) -> [(header::HeaderName, String); 1] {
    let secure = if web.options.secure_cookies { "; Secure" } else { "" };
    let (value, age) = token.map_or(("", 0), |token| (token, sessions::lifetime_seconds()));
    let cookie =
        format!("{SESSION_COOKIE}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={age}{secure}");
    [(header::SET_COOKIE, cookie)]
}

/// The address a request comes from, as far as we can believe it.
pub(super) struct Address(pub String);

impl FromRequestParts<Web> for Address {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<Self, Problem> {
        let forwarded = || {
            let value = parts.headers.get("x-forwarded-for")?.to_str().ok()?;
            // The proxy in front of us adds the last one; those before it are hearsay.
            value.rsplit(',').next().map(|address| address.trim().to_owned())
        };
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|peer| peer.0.ip());
        let peer = || peer.map_or_else(|| "unknown".to_owned(), |ip| ip.to_string());
        let address = if web.options.trust_proxy { forwarded() } else { None };
        Ok(Self(address.unwrap_or_else(peer)))
    }
}

/// The ways to say who is calling, for the description of the API.
pub(super) struct Schemes;

impl utoipa::Modify for Schemes {
    fn modify(&self, openapi: &mut utoipa::openapi::OpenApi) {
        let components = openapi.components.get_or_insert_default();
        let cookie = ApiKey::Cookie(ApiKeyValue::with_description(
            SESSION_COOKIE,
            "a signed-in browser; changes also need the header X-CSRF-Token",
        ));
        components.add_security_scheme("session", SecurityScheme::ApiKey(cookie));
        let key = Http::new(HttpAuthScheme::Bearer);
        components.add_security_scheme("api_key", SecurityScheme::Http(key));
    }
}
