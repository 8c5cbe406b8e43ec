//! The web's door: the JSON API under `/api/v1`, and the web app.
//!
//! A handler extracts, authorises by handing the caller to an operation, calls, and responds. What
//! a caller may see is decided in the operations and the store, never here.

pub mod api;
mod assets;
mod auth;
mod caller_cache;
mod error;
mod extract;
mod idempotency;
mod page;
mod rate_limit;

use std::time::Duration;

use assent_domain::opportunity::DealState;
use axum::Router;
use axum::extract::{DefaultBodyLimit, Request};
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::set_header::SetResponseHeaderLayer;
use tower_http::timeout::TimeoutLayer;
use tower_http::trace::TraceLayer;
use utoipa::OpenApi;
use utoipa_axum::router::OpenApiRouter;

use crate::app::App;
use auth::Schemes;
use caller_cache::CallerCache;
use rate_limit::Limits;

/// What a request may carry at most, in bytes.
const LARGEST_BODY: usize = 8 * 1024 * 1024;
/// How long a request may take.
const LONGEST_REQUEST: Duration = Duration::from_secs(60);

/// What the handlers share.
#[derive(Clone)]
pub struct Web {
    /// The program's parts.
    pub app: App,
    /// How the installation is reached.
    pub options: Options,
    callers: CallerCache,
}

/// How the installation is reached.
#[derive(Clone, Debug)]
pub struct Options {
    /// Whether browsers reach us through TLS, so that cookies must not travel without it.
    pub secure_cookies: bool,
    /// Whether a proxy in front of us says in `X-Forwarded-For` who is calling.
    pub trust_proxy: bool,
    /// Requests a second that a caller may make; any number, for 0.
    pub requests_per_second: u32,
}

impl Default for Options {
    fn default() -> Self {
        Self { secure_cookies: false, trust_proxy: false, requests_per_second: 300 }
    }
}

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Assent",
        description = "A CRM that models the people who decide. See docs/api-design.md.",
        license(name = "Apache-2.0", identifier = "Apache-2.0"),
    ),
    // Schemas that only problems and parameters speak of are not found by themselves.
    components(schemas(error::Problem, error::FieldProblem, DealState)),
    modifiers(&Schemes),
    security(("session" = []), ("api_key" = [])),
)]
struct Description;

/// The description of the API, made from its handlers.
#[must_use]
pub fn openapi() -> utoipa::openapi::OpenApi {
    api::description::finished(api_router().into_openapi())
}

fn api_router() -> OpenApiRouter<Web> {
    OpenApiRouter::with_openapi(Description::openapi()).nest("/api/v1", api::router())
}

/// Everything that is served.
pub fn router(app: App, options: Options) -> Router {
    let limits = Limits::new(options.requests_per_second);
    let web = Web { app, options, callers: CallerCache::default() };
    let (api, description) = api_router().split_for_parts();
    let description = api::description::router(description);
    let api = api
        .merge(description)
        .layer(middleware::from_fn_with_state(web.clone(), idempotency::once))
        .layer(middleware::from_fn_with_state(limits, rate_limit::limited))
        .layer(DefaultBodyLimit::max(LARGEST_BODY))
        .layer(CompressionLayer::new().gzip(true))
        .method_not_allowed_fallback(error::method_not_allowed);
    api.merge(api::live::router())
        .fallback(assets::serve)
        .with_state(web)
        .layer(TimeoutLayer::with_status_code(
            axum::http::StatusCode::SERVICE_UNAVAILABLE,
            LONGEST_REQUEST,
        ))
        .layer(guard(header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .layer(guard(header::X_FRAME_OPTIONS, "DENY"))
        .layer(guard(header::REFERRER_POLICY, "same-origin"))
        .layer(guard(header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY))
        .layer(CatchPanicLayer::custom(error::after_panic))
        .layer(TraceLayer::new_for_http().make_span_with(span))
}

/// Scripts, fonts and requests from here only. Styles may be written into the page: the component
/// library sets them at run time.
const CONTENT_SECURITY_POLICY: &str = "default-src 'self'; script-src 'self'; \
    style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self'; \
    object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

fn guard(name: HeaderName, value: &'static str) -> SetResponseHeaderLayer<HeaderValue> {
    SetResponseHeaderLayer::if_not_present(name, HeaderValue::from_static(value))
}

/// The log names method and path; a query may hold what somebody searched for, so it stays out.
fn span(request: &Request) -> tracing::Span {
    tracing::info_span!("request", method = %request.method(), path = request.uri().path())
}
