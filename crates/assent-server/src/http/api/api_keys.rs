//! API keys: a user's own keys for programs.

use assent_domain::ids::ApiKeyId;
use assent_domain::permission::{Action, Noun};
use assent_domain::text::Name;
use assent_domain::time::Timestamp;
use assent_domain::user::KeyScope;
use assent_store::users;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::kept::{reading, writing};
use crate::http::Web;
use crate::http::auth::Caller;
use crate::http::error::{Problem, Problems};
use crate::http::extract::{Body, Path};
use crate::http::page::PageOf;
use crate::operations::{Act, Refusal};
use crate::secrets::Token;

/// The paths of API keys.
pub(super) fn router() -> OpenApiRouter<Web> {
    OpenApiRouter::new()
        .routes(routes!(list_api_keys, create_api_key))
        .routes(routes!(delete_api_key))
}

/// An API key, without its secret.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ApiKey {
    /// Which.
    id: ApiKeyId,
    /// What it is for.
    name: Name,
    /// What it may be used for.
    scope: KeyScope,
    /// When it was made.
    created_at: Timestamp,
}

/// A new API key.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewApiKey {
    /// What it is for.
    name: Name,
    /// What it may be used for, within what its user may do.
    scope: KeyScope,
}

/// An API key with its secret, which is shown this once.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ApiKeyMade {
    #[serde(flatten)]
    key: ApiKey,
    /// To be sent as `Authorization: Bearer …`. It cannot be shown again.
    secret: String,
}

impl From<users::ApiKey> for ApiKey {
    fn from(row: users::ApiKey) -> Self {
        Self { id: row.id, name: row.name, scope: row.scope, created_at: row.created_at }
    }
}

/// The user's own keys, newest first.
#[utoipa::path(
    get, path = "/api-keys", tag = "session",
    responses((status = 200, body = PageOf<ApiKey>), Problems)
)]
async fn list_api_keys(
    State(web): State<Web>,
    caller: Caller,
) -> Result<Json<PageOf<ApiKey>>, Problem> {
    let rows = reading(&web, &caller, |db, act| {
        let user = owner(act, Action::Read)?;
        Ok(users::api_keys(db, user)?)
    })
    .await?;
    Ok(Json(PageOf::whole(rows.into_iter().map(ApiKey::from).collect())))
}

/// Makes a key. Its secret is in the answer and nowhere else.
#[utoipa::path(
    post, path = "/api-keys", tag = "session",
    request_body = NewApiKey,
    responses((status = 201, body = ApiKeyMade), Problems)
)]
async fn create_api_key(
    State(web): State<Web>,
    caller: Caller,
    Body(new): Body<NewApiKey>,
) -> Result<(StatusCode, Json<ApiKeyMade>), Problem> {
    let made = writing(&web, &caller, move |db, act| {
        let user = owner(act, Action::Create)?;
        let id: ApiKeyId = act.mint();
        let token = Token::draw(&mut act.dice);
        let key = users::ApiKey { id, name: new.name, scope: new.scope, created_at: act.now };
        users::add_api_key(db, user, &key, &token.hash())?;
        Ok(ApiKeyMade { key: key.into(), secret: token.as_str().to_owned() })
    })
    .await?;
    Ok((StatusCode::CREATED, Json(made)))
}

/// Revokes a key at once.
#[utoipa::path(
    delete, path = "/api-keys/{id}", tag = "session",
    params(("id" = ApiKeyId, Path)),
    responses((status = 204), Problems)
)]
async fn delete_api_key(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<ApiKeyId>,
) -> Result<StatusCode, Problem> {
    writing(&web, &caller, move |db, act| {
        let user = owner(act, Action::Delete)?;
        let found = users::revoke_api_key(db, user, id, act.now)?;
        if found { Ok(()) } else { Err(Refusal::NotFound) }
    })
    .await?;
    web.callers.forget();
    Ok(StatusCode::NO_CONTENT)
}

fn owner(act: &Act, action: Action) -> Result<assent_domain::ids::UserId, Refusal> {
    act.sight(Noun::OwnAccount, action)?;
    act.user().ok_or(Refusal::Forbidden)
}
