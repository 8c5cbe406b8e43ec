//! Users: who signs in, what they may do, over which rows.

use assent_domain::ids::{TeamId, UserId};
use assent_domain::permission::{Action, Noun};
use assent_domain::user::UserFacts;
use assent_store::{Db, users};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::kept::{self, Created, Named, Tagged, Written, reading, writing};
use super::session::hash_password;
use crate::http::Web;
use crate::http::auth::Caller;
use crate::http::error::{Problem, Problems};
use crate::http::extract::{Body, IfMatch, Path};
use crate::http::page::PageOf;
use crate::operations::{Act, Refusal, setup};

/// The paths of users.
pub(super) fn router() -> OpenApiRouter<Web> {
    OpenApiRouter::new()
        .routes(routes!(list_users, create_user))
        .routes(routes!(read_user, update_user, delete_user))
        .routes(routes!(restore_user))
        .routes(routes!(update_user_password))
}

/// A user.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct User {
    /// Who.
    id: UserId,
    #[serde(flatten)]
    facts: UserFacts,
    /// The team whose rows they share.
    team: Option<Named<TeamId>>,
    /// Whether they have a password to sign in with.
    can_sign_in: bool,
    #[serde(flatten)]
    written: Written,
}

/// A user to be added.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct NewUser {
    #[serde(flatten)]
    facts: UserFacts,
    /// Their first password; without one they own records but cannot sign in yet.
    #[serde(default)]
    #[schema(min_length = 10, max_length = 512)]
    password: Option<String>,
}

/// A new password.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewPassword {
    /// At least ten characters.
    #[schema(min_length = 10, max_length = 512)]
    password: String,
}

impl From<users::ListedUser> for User {
    fn from(row: users::ListedUser) -> Self {
        Self {
            id: row.user.id,
            team: row.user.facts.team_id.zip(row.team_name).map(Named::from),
            facts: row.user.facts,
            can_sign_in: row.has_password,
            written: row.user.meta.into(),
        }
    }
}

fn respond(db: &mut Db, act: &Act, id: UserId) -> Result<Tagged<User>, Refusal> {
    act.sight(Noun::User, Action::Read)?;
    let row = users::one(db, id)?.ok_or(Refusal::NotFound)?;
    Ok(Tagged { version: row.user.meta.version, body: row.into() })
}

/// Every user, by name.
#[utoipa::path(
    get, path = "/users", tag = "users",
    responses((status = 200, body = PageOf<User>), Problems)
)]
async fn list_users(State(web): State<Web>, caller: Caller) -> Result<Json<PageOf<User>>, Problem> {
    let rows = reading(&web, &caller, |db, act| {
        act.sight(Noun::User, Action::Read)?;
        Ok(users::all(db)?)
    })
    .await?;
    Ok(Json(PageOf::whole(rows.into_iter().map(User::from).collect())))
}

/// A user by their identifier.
#[utoipa::path(
    get, path = "/users/{id}", tag = "users",
    params(("id" = UserId, Path)),
    responses((status = 200, body = User), Problems)
)]
async fn read_user(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<UserId>,
) -> Result<Tagged<User>, Problem> {
    reading(&web, &caller, move |db, act| respond(db, act, id)).await
}

/// Adds a user.
#[utoipa::path(
    post, path = "/users", tag = "users",
    request_body = NewUser,
    responses((status = 201, body = User), Problems)
)]
async fn create_user(
    State(web): State<Web>,
    caller: Caller,
    Body(new): Body<NewUser>,
) -> Result<Created<User>, Problem> {
    // Hashing is slow on purpose, so whoever may not add users is told so before.
    caller.act(&web).sight(Noun::User, Action::Create)?;
    let password = match new.password {
        Some(password) => Some(hash_password("/password", password).await?),
        None => None,
    };
    writing(&web, &caller, move |db, act| {
        let id = setup::add_user(db, act, new.facts, password.as_ref())?;
        respond(db, act, id).map(Created)
    })
    .await
}

/// Changes what is named and nothing else (JSON merge patch).
#[utoipa::path(
    patch, path = "/users/{id}", tag = "users",
    params(("id" = UserId, Path), ("If-Match" = Option<String>, Header)),
    request_body(content = serde_json::Value, content_type = "application/merge-patch+json"),
    responses((status = 200, body = User), Problems)
)]
async fn update_user(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<UserId>,
    IfMatch(version): IfMatch,
    Body(patch): Body<serde_json::Value>,
) -> Result<Tagged<User>, Problem> {
    let user = kept::patch::<UserFacts, _>(&web, &caller, id, version, patch, respond).await?;
    web.callers.forget();
    Ok(user)
}

/// Takes a user's access away; what they own stays theirs.
#[utoipa::path(
    delete, path = "/users/{id}", tag = "users",
    params(("id" = UserId, Path), ("If-Match" = Option<String>, Header)),
    responses((status = 204), Problems)
)]
async fn delete_user(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<UserId>,
    IfMatch(version): IfMatch,
) -> Result<StatusCode, Problem> {
    if id == caller.viewer.user {
        let message = "nobody can take their own access away".to_owned();
        return Err(Refusal::Conflict { code: "own_account", message }.into());
    }
    let gone = kept::put_away::<UserFacts>(&web, &caller, id, version).await?;
    web.callers.forget();
    Ok(gone)
}

/// Gives a user their access back.
#[utoipa::path(
    post, path = "/users/{id}/restoration", tag = "users",
    params(("id" = UserId, Path)),
    responses((status = 200, body = User), Problems)
)]
async fn restore_user(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<UserId>,
) -> Result<Tagged<User>, Problem> {
    kept::bring_back::<UserFacts, _>(&web, &caller, id, respond).await
}

/// Gives a user a new password, which ends all their sessions.
#[utoipa::path(
    put, path = "/users/{id}/password", tag = "users",
    params(("id" = UserId, Path)),
    request_body = NewPassword,
    responses((status = 204), Problems)
)]
async fn update_user_password(
    State(web): State<Web>,
    caller: Caller,
    Path(id): Path<UserId>,
    Body(new): Body<NewPassword>,
) -> Result<StatusCode, Problem> {
    caller.act(&web).sight(Noun::User, Action::Update)?;
    let hash = hash_password("/password", new.password).await?;
    writing(&web, &caller, move |db, act| setup::set_password(db, act, id, &hash)).await?;
    web.callers.forget();
    Ok(StatusCode::NO_CONTENT)
}
