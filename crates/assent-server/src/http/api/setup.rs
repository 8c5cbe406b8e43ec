//! The first run: whether it is still to come, and doing it.

use assent_domain::text::{Email, Name};
use assent_domain::user::Language;
use assent_store::installation;
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderName, StatusCode};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::session::{Session, hash_password, start};
use crate::http::Web;
use crate::http::error::{Problem, Problems};
use crate::http::extract::Body;
use crate::operations::setup::{self, FirstUser};
use crate::operations::{Actor, Refusal};

/// The paths of the first run.
pub(super) fn router() -> OpenApiRouter<Web> {
    OpenApiRouter::new().routes(routes!(read_setup, create_setup))
}

/// Whether the installation is still to be set up.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Setup {
    /// Whether nobody can sign in yet.
    needed: bool,
    /// In a demo: how to sign in. Everything in a demo is invented or published.
    demo: Option<DemoLogin>,
}

/// How to sign in to a demo.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DemoLogin {
    /// The name to sign in with.
    email: &'static str,
    /// The password.
    password: &'static str,
}

/// Who sets the installation up.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct SetupBody {
    /// The token of the link that the program printed when it started.
    token: String,
    /// What the installation is called: as a rule, the name of your own house.
    organization_name: Name,
    /// Your name.
    name: Name,
    /// With what you sign in.
    email: Email,
    /// At least ten characters.
    #[schema(min_length = 10, max_length = 512)]
    password: String,
    /// Language of your screens.
    language: Language,
}

/// Whether the installation is still to be set up.
#[utoipa::path(
    get, path = "/setup", tag = "session", security(()),
    responses((status = 200, body = Setup), Problems)
)]
async fn read_setup(State(web): State<Web>) -> Result<Json<Setup>, Problem> {
    let read = |db: &mut assent_store::Db| -> Result<_, Refusal> {
        let demo = installation::get(db)?.is_some_and(|one| one.demo_case.is_some());
        Ok((setup::is_needed(db)?, demo))
    };
    let (needed, demo) = web.app.store.read(read).await?;
    let [email, password] = setup::DEMO_LOGIN;
    Ok(Json(Setup { needed, demo: demo.then_some(DemoLogin { email, password }) }))
}

/// Sets the installation up and signs its first user in. The link works once.
#[utoipa::path(
    post, path = "/setup", tag = "session", security(()),
    request_body = SetupBody,
    responses((status = 201, body = Session), Problems)
)]
async fn create_setup(
    State(web): State<Web>,
    Body(body): Body<SetupBody>,
) -> Result<(StatusCode, [(HeaderName, String); 1], Json<Session>), Problem> {
    let first = FirstUser {
        house: body.organization_name,
        name: body.name,
        email: body.email,
        password: hash_password("/password", body.password).await?,
        language: body.language,
    };
    let mut act = web.app.act(Actor::House);
    let write = move |db: &mut assent_store::Db| -> Result<_, Refusal> {
        setup::finish(db, &mut act, &body.token, &first)
    };
    let user = web.app.store.write(write).await?;
    let (cookie, session) = start(&web, user).await?;
    Ok((StatusCode::CREATED, cookie, Json(session)))
}
