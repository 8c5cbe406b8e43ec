//! Problems: what the API answers when it does not do what was asked (RFC 9457).
//!
//! `code` is stable and is what programs and the user interface go by; `detail` is for people who
//! read logs. Internal failures are logged here, once, under the id that the answer carries.

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;
use utoipa::openapi::response::{ResponseBuilder, ResponsesBuilder};
use utoipa::openapi::{ContentBuilder, Ref, RefOr};

use crate::operations::{Fault, Refusal};

/// Why a request was not done.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Problem {
    /// A URI for the sort of problem.
    #[serde(rename = "type")]
    pub kind: String,
    /// The status in words.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// The sort of problem as a stable word.
    pub code: String,
    /// What went wrong, in English.
    pub detail: Option<String>,
    /// The fields at fault.
    pub errors: Vec<FieldProblem>,
    /// Under which the log has the rest, for internal failures.
    pub request_id: Option<String>,
    #[serde(skip)]
    retry_after: Option<i64>,
}

/// A field at fault.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct FieldProblem {
    /// The field, as a JSON pointer into what was sent.
    pub pointer: String,
    /// What is wrong, as a stable word.
    pub code: String,
    /// The same in English.
    pub message: String,
}

impl Problem {
    /// A problem with a status and a code.
    pub(super) fn new(status: StatusCode, code: &str, detail: impl Into<String>) -> Self {
        Self {
            kind: format!("urn:assent:problem:{code}"),
            title: status.canonical_reason().unwrap_or("Problem").to_owned(),
            status: status.as_u16(),
            code: code.to_owned(),
            detail: Some(detail.into()),
            errors: Vec::new(),
            request_id: None,
            retry_after: None,
        }
    }

    /// Nobody is signed in.
    pub(super) fn signed_out() -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "signed_out", "sign in, or send an API key")
    }

    /// Too many attempts; again in so many seconds.
    pub(super) fn wait(seconds: i64) -> Self {
        let detail = format!("too many attempts; try again in {seconds} seconds");
        let status = StatusCode::TOO_MANY_REQUESTS;
        Self { retry_after: Some(seconds), ..Self::new(status, "too_many_attempts", detail) }
    }

    /// Fields of what was sent are at fault.
    pub(super) fn invalid(faults: Vec<Fault>) -> Self {
        let errors = faults
            .into_iter()
            .map(|fault| FieldProblem {
                pointer: fault.pointer,
                code: fault.code.to_owned(),
                message: fault.message,
            })
            .collect();
        let detail = "some fields are not as they should be";
        Self { errors, ..Self::new(StatusCode::UNPROCESSABLE_ENTITY, "invalid", detail) }
    }

    /// A failure of ours. The caller learns an id, the log the rest.
    pub(super) fn internal(error: &dyn std::error::Error) -> Self {
        let id = request_id();
        tracing::error!(request_id = %id, error = %error, "a request failed");
        let status = StatusCode::INTERNAL_SERVER_ERROR;
        let detail = "something failed on our side; nothing was changed";
        Self { request_id: Some(id), ..Self::new(status, "internal", detail) }
    }
}

/// A short id that a person can read out over the telephone.
fn request_id() -> String {
    use std::sync::atomic::{AtomicU32, Ordering};
    static NEXT: AtomicU32 = AtomicU32::new(1);
    format!("{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed))
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::NotFound => Self::new(
                StatusCode::NOT_FOUND,
                "not_found",
                "there is nothing here that you can see",
            ),
            Refusal::Forbidden => {
                Self::new(StatusCode::FORBIDDEN, "forbidden", "you may not do this")
            }
            Refusal::Invalid(faults) => Self::invalid(faults),
            Refusal::ChangedMeanwhile => {
                let detail = "somebody else has changed it since you read it";
                Self::new(StatusCode::PRECONDITION_FAILED, "changed_meanwhile", detail)
            }
            Refusal::Conflict { code, message } => Self::new(StatusCode::CONFLICT, code, message),
            Refusal::Store(error) => Self::internal(&error),
        }
    }
}

impl From<assent_store::StoreError> for Problem {
    fn from(error: assent_store::StoreError) -> Self {
        Refusal::from(error).into()
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let retry_after = self.retry_after;
        let mut response = (status, Json(self)).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        if let Some(seconds) = retry_after {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}

/// The problems that any handler may answer with, for the description of the API.
pub(super) struct Problems;

impl utoipa::IntoResponses for Problems {
    fn responses() -> std::collections::BTreeMap<String, RefOr<utoipa::openapi::Response>> {
        let problem = || {
            let content =
                ContentBuilder::new().schema(Some(Ref::from_schema_name("Problem"))).build();
            ResponseBuilder::new().content("application/problem+json", content)
        };
        let responses = [
            ("400", "The request cannot be read"),
            ("401", "Nobody is signed in, or the API key is void"),
            ("403", "The caller may not do this"),
            ("404", "There is nothing here that the caller can see"),
            ("409", "The state of things does not allow it"),
            ("412", "Somebody else has changed it meanwhile"),
            ("413", "The request is too large"),
            ("415", "The request is no JSON"),
            ("422", "Fields are not as they should be"),
            ("429", "Too many attempts; see Retry-After"),
        ];
        let responses =
            responses.into_iter().fold(ResponsesBuilder::new(), |all, (code, words)| {
                all.response(code, problem().description(words).build())
            });
        responses.build().responses.into_iter().collect()
    }
}

/// The answer to a method that a path does not have.
pub(super) async fn method_not_allowed() -> Problem {
    let detail = "this path does not have this method";
    Problem::new(StatusCode::METHOD_NOT_ALLOWED, "method_not_allowed", detail)
}

/// The answer when a handler panicked.
#[expect(clippy::needless_pass_by_value, reason = "the layer hands the panic over")]
pub(super) fn after_panic(panic: Box<dyn std::any::Any + Send>) -> Response {
    let message = panic
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| panic.downcast_ref::<&str>().copied())
        .unwrap_or("a panic without words");
    Problem::internal(&std::io::Error::other(message.to_owned())).into_response()
}

/// A problem as one item of a batch.
pub(super) fn as_item(refusal: Refusal) -> (u16, Value) {
    let problem = Problem::from(refusal);
    let status = problem.status;
    // A problem is plain values, which always have a JSON form.
    (status, serde_json::to_value(problem).unwrap_or_default())
}
