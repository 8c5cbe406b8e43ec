//! What the handlers of every kept noun do alike.

use assent_store::{Db, Meta};
use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use utoipa::ToSchema;

use assent_domain::time::Timestamp;

use crate::http::Web;
use crate::http::auth::Caller;
use crate::http::error::Problem;
use crate::http::extract::{etag, merged};
use crate::operations::{self, Act, Kept, Refusal};

/// A name to be shown for an identifier.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct Named<I: ToSchema> {
    /// Which.
    pub id: I,
    /// What it is called.
    pub name: String,
}

impl<I: ToSchema> Named<I> {
    pub(super) fn new(id: I, name: impl Into<String>) -> Self {
        Self { id, name: name.into() }
    }
}

impl<I: ToSchema, N: Into<String>> From<(I, N)> for Named<I> {
    fn from((id, name): (I, N)) -> Self {
        Self::new(id, name)
    }
}

/// When a record was written, and how often.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct Written {
    /// Birth.
    pub created_at: Timestamp,
    /// Last change.
    pub updated_at: Timestamp,
    /// When it was put away.
    pub deleted_at: Option<Timestamp>,
    /// Changes so far; the record's ETag.
    pub version: i64,
}

impl From<Meta> for Written {
    fn from(meta: Meta) -> Self {
        let Meta { created_at, updated_at, version, deleted_at } = meta;
        Self { created_at, updated_at, deleted_at, version }
    }
}

/// A record with its version as ETag.
pub(super) struct Tagged<T> {
    /// The version.
    pub version: i64,
    /// The record.
    pub body: T,
}

impl<T: Serialize> IntoResponse for Tagged<T> {
    fn into_response(self) -> Response {
        (etag(self.version), Json(self.body)).into_response()
    }
}

/// A record that has just been made.
pub(super) struct Created<T>(pub Tagged<T>);

impl<T: Serialize> IntoResponse for Created<T> {
    fn into_response(self) -> Response {
        (StatusCode::CREATED, self.0).into_response()
    }
}

/// Reads through the store, on behalf of the caller.
pub(super) async fn reading<T: Send + 'static>(
    web: &Web,
    caller: &Caller,
    read: impl FnOnce(&mut Db, &Act) -> Result<T, Refusal> + Send + 'static,
) -> Result<T, Problem> {
    let act = caller.act(web);
    Ok(web.app.store.read(move |db| read(db, &act)).await?)
}

/// Reads and then computes, on behalf of the caller.
pub(super) async fn computing<T: Send + 'static>(
    web: &Web,
    caller: &Caller,
    compute: impl FnOnce(&mut Db, &mut Act) -> Result<T, Refusal> + Send + 'static,
) -> Result<T, Problem> {
    let mut act = caller.act(web);
    Ok(web.app.store.read_at_length(move |db| compute(db, &mut act)).await?)
}

/// Runs an operation on behalf of the caller.
pub(super) async fn writing<T: Send + 'static>(
    web: &Web,
    caller: &Caller,
    write: impl FnOnce(&mut Db, &mut Act) -> Result<T, Refusal> + Send + 'static,
) -> Result<T, Problem> {
    let mut act = caller.act(web);
    Ok(web.app.store.write(move |db| write(db, &mut act)).await?)
}

/// A refusal of something that was sent by itself: its fields are not below `prefix`.
pub(crate) fn by_itself(refusal: Refusal, prefix: &str) -> Refusal {
    let Refusal::Invalid(mut faults) = refusal else { return refusal };
    for fault in &mut faults {
        if let Some(rest) = fault.pointer.strip_prefix(prefix) {
            fault.pointer = rest.to_owned();
        }
    }
    Refusal::Invalid(faults)
}

/// Applies a merge patch to a record and answers with it.
pub(super) async fn patch<F, T>(
    web: &Web,
    caller: &Caller,
    id: F::Id,
    version: Option<i64>,
    patch: Value,
    respond: impl FnOnce(&mut Db, &Act, F::Id) -> Result<Tagged<T>, Refusal> + Send + 'static,
) -> Result<Tagged<T>, Problem>
where
    F: Kept + DeserializeOwned,
    F::Id: Send + 'static,
    T: Send + 'static,
{
    writing(web, caller, move |db, act| {
        operations::change::<F>(db, act, id, version, |facts| merged(&facts, patch))?;
        respond(db, act, id)
    })
    .await
}

/// Puts a record away.
pub(super) async fn put_away<F>(
    web: &Web,
    caller: &Caller,
    id: F::Id,
    version: Option<i64>,
) -> Result<StatusCode, Problem>
where
    F: Kept,
    F::Id: Send + 'static,
{
    writing(web, caller, move |db, act| operations::put_away::<F>(db, act, id, version)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Brings a record back and answers with it.
pub(super) async fn bring_back<F, T>(
    web: &Web,
    caller: &Caller,
    id: F::Id,
    respond: impl FnOnce(&mut Db, &Act, F::Id) -> Result<Tagged<T>, Refusal> + Send + 'static,
) -> Result<Tagged<T>, Problem>
where
    F: Kept,
    F::Id: Send + 'static,
    T: Send + 'static,
{
    writing(web, caller, move |db, act| {
        operations::bring_back::<F>(db, act, id)?;
        respond(db, act, id)
    })
    .await
}
