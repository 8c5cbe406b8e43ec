//! Setting up, signing in and out, and what keeps others from doing it.

use assent_server::http::{self, Options};
use assent_server::operations::{Actor, Refusal, setup};
use assent_store::Db;
use assent_testing::Kind;
use axum::Router;
use axum::body::Body;
use axum::http::{Request, header};
use rstest::rstest;
use serde_json::{Value, json};

use super::given::{Answer, Caller, Scratch, app, send, world};

/// A browser: keeps its cookie and the token that goes with it.
struct Browser {
    router: Router,
    cookie: Option<String>,
    csrf: Option<String>,
}

impl Browser {
    async fn request(&mut self, method: &str, path: &str, body: Option<Value>) -> Answer {
        let mut request = Request::builder().method(method).uri(format!("/api/v1{path}"));
        if let Some(cookie) = &self.cookie {
            request = request.header(header::COOKIE, cookie);
        }
        if let Some(csrf) = &self.csrf {
            request = request.header("x-csrf-token", csrf);
        }
        let body = match body {
            Some(body) => {
                request = request.header(header::CONTENT_TYPE, "application/json");
                Body::from(body.to_string())
            }
            None => Body::empty(),
        };
        let answer = send(&self.router, request.body(body).expect("a request")).await;
        if let Some(cookie) = answer.headers.get(header::SET_COOKIE) {
            let cookie = cookie.to_str().expect("a cookie");
            self.cookie = cookie.split(';').next().map(str::to_owned);
        }
        if let Some(csrf) = answer.body["csrf_token"].as_str() {
            self.csrf = Some(csrf.to_owned());
        }
        answer
    }
}

/// An installation that has just been set up, by the browser that did it.
async fn set_up(database: &Scratch) -> (Browser, Value) {
    let (app, _) = app(database);
    let mut act = app.act(Actor::House);
    let offer = move |db: &mut Db| -> Result<_, Refusal> { setup::offer(db, &mut act) };
    let token = app.store.write(offer).await.expect("offered").expect("a token");
    let router = http::router(app, Options::default());
    let mut browser = Browser { router, cookie: None, csrf: None };
    assert_eq!(
        browser.request("GET", "/setup", None).await.expect(200),
        json!({"needed": true, "demo": null})
    );
    let body = json!({
        "token": token.as_str(), "organization_name": "Our House", "name": "Ann",
        "email": "ann@example.com", "password": "correct horse", "language": "en",
    });
    let session = browser.request("POST", "/setup", Some(body.clone())).await.expect(201);
    (browser, session)
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_first_run_makes_an_admin_and_its_link_works_once(
    #[values(Kind::Sqlite, Kind::Postgres)] kind: Kind,
) {
    let database = Scratch::of(kind);
    let (mut browser, session) = set_up(&database).await;
    assert_eq!(session["user"]["role"], "admin");
    assert_eq!(session["installation"]["name"], "Our House");
    let pipelines = browser.request("GET", "/pipelines", None).await.expect(200);
    assert_eq!(pipelines["data"][0]["stages"].as_array().map(Vec::len), Some(9));
    let again = json!({
        "token": "anything", "organization_name": "x", "name": "x", "email": "x@example.com",
        "password": "correct horse", "language": "en",
    });
    let refused = browser.request("POST", "/setup", Some(again)).await;
    assert_eq!((refused.status.as_u16(), refused.code()), (409, "setup_link_void"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_cookie_alone_changes_nothing() {
    let database = Scratch::of(Kind::Sqlite);
    let (mut browser, _) = set_up(&database).await;
    let token = browser.csrf.take();
    let body = json!({"name": "New"});
    let refused = browser.request("POST", "/organizations", Some(body.clone())).await;
    assert_eq!((refused.status.as_u16(), refused.code()), (403, "csrf_token_missing"));
    browser.csrf = token;
    browser.request("POST", "/organizations", Some(body)).await.expect(201);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn signing_out_ends_the_session() {
    let database = Scratch::of(Kind::Sqlite);
    let (mut browser, _) = set_up(&database).await;
    let cookie = browser.cookie.clone();
    browser.request("DELETE", "/session", None).await.expect(204);
    browser.cookie = cookie;
    assert_eq!(browser.request("GET", "/session", None).await.status.as_u16(), 401);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_cookie_is_kept_from_scripts_and_other_sites() {
    let database = Scratch::of(Kind::Sqlite);
    let (mut browser, _) = set_up(&database).await;
    let login = json!({"email": "ANN@example.com", "password": "correct horse"});
    let answer = browser.request("POST", "/session", Some(login)).await;
    let cookie = answer.headers[header::SET_COOKIE].to_str().expect("text").to_owned();
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{cookie}");
    answer.expect(201);
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn guessing_passwords_is_slowed_down_and_ends(
    #[values(Kind::Sqlite, Kind::Postgres)] kind: Kind,
) {
    let database = Scratch::of(kind);
    let (app, clock) = app(&database);
    let mut act = app.act(Actor::House);
    let offer = move |db: &mut Db| -> Result<_, Refusal> { setup::offer(db, &mut act) };
    let token = app.store.write(offer).await.expect("offered").expect("a token");
    let router = http::router(app.clone(), Options::default());
    let mut browser = Browser { router, cookie: None, csrf: None };
    let body = json!({
        "token": token.as_str(), "organization_name": "House", "name": "Ann",
        "email": "ann@example.com", "password": "correct horse", "language": "en",
    });
    browser.request("POST", "/setup", Some(body)).await.expect(201);
    let guess = json!({"email": "ann@example.com", "password": "wrong horse!"});
    let right = json!({"email": "ann@example.com", "password": "correct horse"});
    for _ in 0..8 {
        let answer = browser.request("POST", "/session", Some(guess.clone())).await;
        assert_eq!((answer.status.as_u16(), answer.code()), (401, "wrong_credentials"));
    }
    let slowed = browser.request("POST", "/session", Some(right.clone())).await;
    assert_eq!((slowed.status.as_u16(), slowed.code()), (429, "too_many_attempts"));
    assert!(slowed.headers.contains_key(header::RETRY_AFTER));
    clock.set(app.now().plus_seconds(16 * 60));
    browser.request("POST", "/session", Some(right)).await.expect(201);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_new_password_ends_the_sessions_of_the_old_one() {
    let database = Scratch::of(Kind::Sqlite);
    let (mut browser, _) = set_up(&database).await;
    let old = browser.cookie.clone();
    let wrong = json!({"current": "not this one", "new": "another horse"});
    let refused = browser.request("PUT", "/session/password", Some(wrong)).await;
    assert_eq!(refused.body["errors"][0]["pointer"], "/current");
    let short = json!({"current": "correct horse", "new": "short"});
    let refused = browser.request("PUT", "/session/password", Some(short)).await;
    assert_eq!(refused.body["errors"][0]["pointer"], "/new");
    let change = json!({"current": "correct horse", "new": "another horse"});
    browser.request("PUT", "/session/password", Some(change)).await.expect(200);
    browser.request("GET", "/session", None).await.expect(200);
    browser.cookie = old;
    assert_eq!(browser.request("GET", "/session", None).await.status.as_u16(), 401);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_key_made_for_reading_writes_nothing() {
    let world = world(Kind::Sqlite).await;
    let made = world.post(&world.owner, "/api-keys", json!({"name": "r", "scope": "read"})).await;
    let made = made.expect(201);
    let secret = made["secret"].as_str().expect("a secret").to_owned();
    let request = |method: &str| {
        Request::builder()
            .method(method)
            .uri("/api/v1/organizations")
            .header(header::AUTHORIZATION, format!("Bearer {secret}"))
            .header(header::CONTENT_TYPE, "application/json")
            .body(Body::from(r#"{"name": "New"}"#))
            .expect("a request")
    };
    assert_eq!(world.send(request("GET")).await.status.as_u16(), 200);
    assert_eq!(world.send(request("POST")).await.status.as_u16(), 403);
    let id = made["id"].as_str().expect("an id");
    world.delete(&world.owner, &format!("/api-keys/{id}")).await.expect(204);
    assert_eq!(world.send(request("GET")).await.status.as_u16(), 401);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_asks_too_fast_is_asked_to_wait_and_nobody_else_is() {
    let world = world(Kind::Sqlite).await;
    let options = Options { requests_per_second: 5, ..Options::default() };
    let router = http::router(world.app.clone(), options);
    let ask = |caller: &Caller| {
        let request = caller.request("GET", "/products").body(Body::empty());
        send(&router, request.expect("a request"))
    };
    let mut answers = Vec::new();
    for _ in 0..40 {
        answers.push(ask(&world.owner).await);
    }
    let slowed = answers.iter().find(|answer| answer.status.as_u16() == 429);
    assert!(slowed.expect("slowed down").headers.contains_key(header::RETRY_AFTER));
    ask(&world.manager).await.expect(200);
}
