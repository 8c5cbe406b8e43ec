//! How fast anybody may ask: a bucket for each caller, so that one who runs wild slows nobody else
//! down.
//!
//! Callers are told apart by the credential they send, before anybody looks whether it is good;
//! those without one by their address, and they get less. The buckets are this node's own.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::net::SocketAddr;
use std::num::NonZeroU32;
use std::sync::Arc;

use axum::extract::{ConnectInfo, Request, State};
use axum::http::header;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

use super::error::Problem;

/// Requests a second of somebody without a credential: enough to sign in and to be told to.
const ANONYMOUS_PER_SECOND: u32 = 20;
/// After so many requests the buckets of those who have gone are thrown away.
const TIDY_EVERY: usize = 10_000;

/// The buckets of all callers.
#[derive(Clone)]
pub(super) struct Limits {
    known: Option<Arc<DefaultKeyedRateLimiter<u64>>>,
    anonymous: Arc<DefaultKeyedRateLimiter<u64>>,
}

impl Limits {
    /// Buckets that fill at `per_second` and hold twice that; none for 0.
    pub(super) fn new(per_second: u32) -> Self {
        let known = NonZeroU32::new(per_second).map(|rate| Arc::new(buckets(rate)));
        let anonymous = NonZeroU32::new(ANONYMOUS_PER_SECOND).map_or(NonZeroU32::MIN, |rate| rate);
        Self { known, anonymous: Arc::new(buckets(anonymous)) }
    }

    /// Takes a drop from the caller's bucket, or says how many seconds to wait for one.
    fn take(&self, request: &Request) -> Result<(), i64> {
        let headers = request.headers();
        let credential = headers.get(header::AUTHORIZATION).or_else(|| headers.get(header::COOKIE));
        let buckets = match (credential, &self.known) {
            (Some(_), None) => return Ok(()),
            (Some(_), Some(known)) => known,
            (None, _) => &self.anonymous,
        };
        let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|peer| peer.0.ip());
        let mut hasher = DefaultHasher::new();
        match credential {
            Some(credential) => credential.as_bytes().hash(&mut hasher),
            None => peer.hash(&mut hasher),
        }
        if buckets.len() > TIDY_EVERY {
            buckets.retain_recent();
        }
        buckets.check_key(&hasher.finish()).map_err(|until| {
            let wait = until.wait_time_from(DefaultClock::default().now());
            i64::try_from(wait.as_secs()).unwrap_or(i64::MAX).saturating_add(1)
        })
    }
}

fn buckets(per_second: NonZeroU32) -> DefaultKeyedRateLimiter<u64> {
    let quota = Quota::per_second(per_second);
    RateLimiter::keyed(
        quota.allow_burst(per_second.saturating_mul(NonZeroU32::MIN.saturating_add(1))),
    )
}

/// Lets a request through, or asks its caller to wait.
pub(super) async fn limited(
    State(limits): State<Limits>,
    request: Request,
    next: Next,
) -> Response {
    match limits.take(&request) {
        Ok(()) => next.run(request).await,
        Err(seconds) => Problem::wait(seconds).into_response(),
    }
}
