//! Signing in and out, and the user's own preferences and password.

use assent_domain::ids::{OpportunityId, UserId};
use assent_domain::text::Email;
use assent_domain::time::Day;
use assent_domain::user::{Language, Theme};
use assent_store::{Db, installation, users};
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderName, StatusCode};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::kept::reading;
use super::users::User;
use crate::http::Web;
use crate::http::auth::{Address, Caller, set_cookie};
use crate::http::error::{Problem, Problems};
use crate::http::extract::Body;
use crate::operations::sessions::{self, Attempt};
use crate::operations::{Actor, Fault, Refusal, setup};
use crate::secrets::{self, PasswordHash};

/// The paths of the session.
pub(super) fn router() -> OpenApiRouter<Web> {
    OpenApiRouter::new()
        .routes(routes!(read_session, create_session, delete_session))
        .routes(routes!(update_preferences))
        .routes(routes!(update_password))
}

/// Who is signed in, and where.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Session {
    /// The user.
    user: User,
    /// To be sent as `X-CSRF-Token` with every change; empty for an API key, which needs none.
    csrf_token: String,
    /// The installation.
    installation: Installation,
}

/// The installation.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Installation {
    /// What it is called.
    name: String,
    /// In a demo, the deal that the start screen explains.
    demo_case_id: Option<OpportunityId>,
    /// Today.
    today: Day,
}

/// Who wants to sign in.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Login {
    /// The name to sign in with.
    email: Email,
    /// The password.
    #[schema(max_length = 512)]
    password: String,
}

/// How the user wants the screens.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Preferences {
    /// Language of the screens.
    #[serde(default)]
    language: Option<Language>,
    /// Light or dark.
    #[serde(default)]
    theme: Option<Theme>,
}

/// A change of the user's own password.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PasswordChange {
    /// The one that holds now.
    #[schema(max_length = 512)]
    current: String,
    /// The one that is to hold.
    #[schema(min_length = 10, max_length = 512)]
    new: String,
}

/// Who is signed in.
#[utoipa::path(
    get, path = "/session", tag = "session",
    responses((status = 200, body = Session), Problems)
)]
async fn read_session(State(web): State<Web>, caller: Caller) -> Result<Json<Session>, Problem> {
    session(&web, &caller).await.map(Json)
}

/// Signs in. Too many failures make the next attempts wait.
#[utoipa::path(
    post, path = "/session", tag = "session", security(()),
    request_body = Login,
    responses((status = 201, body = Session), Problems)
)]
async fn create_session(
    State(web): State<Web>,
    Address(address): Address,
    Body(login): Body<Login>,
) -> Result<(StatusCode, [(HeaderName, String); 1], Json<Session>), Problem> {
    let attempt = Attempt { email: login.email, address };
    let user = authenticated(&web, attempt, login.password).await?;
    let (cookie, session) = start(&web, user).await?;
    Ok((StatusCode::CREATED, cookie, Json(session)))
}

/// Signs out.
#[utoipa::path(
    delete, path = "/session", tag = "session",
    responses((status = 204), Problems)
)]
async fn delete_session(
    State(web): State<Web>,
    caller: Caller,
) -> Result<(StatusCode, [(HeaderName, String); 1]), Problem> {
    if let Some(token) = caller.session {
        let hash = secrets::token_hash(&token);
        web.app.store.write(move |db| users::close_session(db, &hash)).await?;
        web.callers.forget();
    }
    Ok((StatusCode::NO_CONTENT, set_cookie(&web, None)))
}

/// Changes how the user wants the screens.
#[utoipa::path(
    patch, path = "/session/preferences", tag = "session",
    request_body = Preferences,
    responses((status = 200, body = Session), Problems)
)]
async fn update_preferences(
    State(web): State<Web>,
    caller: Caller,
    Body(preferences): Body<Preferences>,
) -> Result<Json<Session>, Problem> {
    let user = caller.viewer.user;
    web.app
        .store
        .write(move |db| {
            let Preferences { language, theme } = preferences;
            users::set_preferences(db, user, language, theme)
        })
        .await?;
    session(&web, &caller).await.map(Json)
}

/// Changes the user's own password and ends all their sessions but a new one.
#[utoipa::path(
    put, path = "/session/password", tag = "session",
    request_body = PasswordChange,
    responses((status = 200, body = Session), Problems)
)]
async fn update_password(
    State(web): State<Web>,
    caller: Caller,
    Address(address): Address,
    Body(change): Body<PasswordChange>,
) -> Result<([(HeaderName, String); 1], Json<Session>), Problem> {
    let own = reading(&web, &caller, |db, act| own_email(db, act.user())).await?;
    let attempt = Attempt { email: own, address };
    let user =
        authenticated(&web, attempt, change.current).await.map_err(|problem| {
            match problem.code.as_str() {
                "wrong_credentials" => {
                    let message = "is not your password";
                    Problem::invalid(vec![Fault::new("/current", "wrong_password", message)])
                }
                _ => problem,
            }
        })?;
    let hash = hash_password("/new", change.new).await?;
    let act = caller.act(&web);
    let write = move |db: &mut Db| setup::set_password(db, &act, user, &hash);
    web.app.store.write(write).await?;
    web.callers.forget();
    let (cookie, session) = start(&web, user).await?;
    Ok((cookie, Json(session)))
}

fn own_email(db: &mut Db, user: Option<UserId>) -> Result<Email, Refusal> {
    let user = user.ok_or(Refusal::Forbidden)?;
    let found = users::one(db, user)?.and_then(|one| one.user.facts.email);
    found.ok_or(Refusal::Forbidden)
}

/// The user whose password this is, after a pause if many attempts have failed.
async fn authenticated(web: &Web, attempt: Attempt, password: String) -> Result<UserId, Problem> {
    let now = web.app.now();
    let asked = attempt.clone();
    let account = web.app.store.read(move |db| sessions::account(db, now, &asked)).await?;
    let account = account.map_err(Problem::wait)?;
    let hash = account.as_ref().map(|account| account.password_hash.clone());
    let check = move || secrets::fits(&password, hash.as_deref());
    let fits = tokio::task::spawn_blocking(check).await.unwrap_or(false);
    match account {
        Some(account) if fits => Ok(account.user),
        _ => {
            let failed = move |db: &mut Db| sessions::failed(db, now, &attempt);
            web.app.store.write(failed).await?;
            let detail = "this e-mail address and password do not belong together";
            Err(Problem::new(StatusCode::UNAUTHORIZED, "wrong_credentials", detail))
        }
    }
}

/// Hashes a password on a thread that may be busy for a while.
pub(super) async fn hash_password(
    pointer: &'static str,
    password: String,
) -> Result<PasswordHash, Problem> {
    let hashed = tokio::task::spawn_blocking(move || PasswordHash::of(&password)).await;
    let hashed = hashed.map_err(|error| Problem::internal(&error))?;
    hashed.map_err(|why| Problem::invalid(vec![Fault::new(pointer, "bad_password", why)]))
}

/// Opens a session for a user: the cookie, and what the app needs to know.
pub(super) async fn start(
    web: &Web,
    user: UserId,
) -> Result<([(HeaderName, String); 1], Session), Problem> {
    let mut act = web.app.act(Actor::House);
    let open = move |db: &mut Db| -> Result<_, Refusal> {
        let token = sessions::open(db, &mut act, user)?;
        let viewer = users::as_viewer(db, user)?.ok_or(Refusal::NotFound)?;
        Ok((token, viewer))
    };
    let (token, viewer) = web.app.store.write(open).await?;
    let caller = Caller { viewer, session: Some(token.as_str().to_owned()) };
    let session = session(web, &caller).await?;
    Ok((set_cookie(web, Some(token.as_str())), session))
}

async fn session(web: &Web, caller: &Caller) -> Result<Session, Problem> {
    let csrf_token = caller.session.as_deref().map(secrets::csrf_token).unwrap_or_default();
    reading(web, caller, move |db, act| {
        let user = act.user().ok_or(Refusal::Forbidden)?;
        let user = users::one(db, user)?.ok_or(Refusal::NotFound)?;
        let installation = installation::get(db)?;
        let (name, demo_case_id) =
            installation.map_or((String::new(), None), |one| (one.name, one.demo_case));
        let installation = Installation { name, demo_case_id, today: act.today() };
        Ok(Session { user: user.into(), csrf_token, installation })
    })
    .await
}
