//! A running API with people in it: two teams, a deal of the first, and callers of every role.

use std::sync::Arc;

use assent_domain::ids::{ApiKeyId, TeamId, UserId};
use assent_domain::time::{StoppedClock, Timestamp};
use assent_domain::user::{KeyScope, Language, Role, Scope, TeamFacts, Theme, UserFacts};
use assent_inference::{DEFAULT_PRIORS, Model, Priors};
use assent_server::app::App;
use assent_server::http::{self, Options};
use assent_server::model_in_force::Base;
use assent_server::operations::{self, Act, Actor, Refusal, load, pipelines, setup};
use assent_server::secrets::Token;
use assent_store::{Db, Store, users};
use assent_testing::{Database, Kind, PATIENCE};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use rand::SeedableRng;
use rand::rngs::StdRng;
use serde_json::{Value, json};
use tower::ServiceExt;

/// The day on which every test happens.
pub(crate) const TODAY: &str = "2026-03-02T09:00:00Z";

/// The model that ships with the program, made once.
pub(crate) fn model() -> Model {
    Model::new(&Priors::parse(DEFAULT_PRIORS).expect("the shipped priors are well formed"))
}

/// The parts of a program on a fresh database.
pub(crate) fn app(database: &Scratch) -> (App, Arc<StoppedClock>) {
    app_throwing(database, StdRng::seed_from_u64(11))
}

/// The same, with dice of one's own: two programs that throw alike make the same identifiers.
fn app_throwing(database: &Scratch, dice: StdRng) -> (App, Arc<StoppedClock>) {
    let address = database.address();
    let opened = std::thread::spawn(move || Store::open(address)).join().expect("no panic");
    let store = opened.expect("a migrated database opens");
    let clock = Arc::new(StoppedClock::at(Timestamp::parse(TODAY).expect("a fixed day")));
    let base = Base { text: DEFAULT_PRIORS.into(), model: Arc::new(model()) };
    (App::new(store, base, Arc::clone(&clock) as _, dice), clock)
}

/// A caller: a name for messages, and an API key.
#[derive(Clone, Debug)]
pub(crate) struct Caller {
    pub name: &'static str,
    pub user: Option<UserId>,
    key: Option<String>,
}

/// A running API.
pub(crate) struct World {
    pub router: Router,
    pub app: App,
    pub clock: Arc<StoppedClock>,
    /// Runs the installation.
    pub admin: Caller,
    /// Leads the first team.
    pub manager: Caller,
    /// Owns the deal; sees their own rows.
    pub owner: Caller,
    /// In the owner's team, but sees their own rows only.
    pub colleague: Caller,
    /// Leads another team.
    pub stranger: Caller,
    /// Looks on in the first team.
    pub onlooker: Caller,
    /// Nobody at all.
    pub nobody: Caller,
    /// The identifiers of what is there.
    pub ids: Value,
    _database: Scratch,
}

/// What an API answered.
#[derive(Debug)]
pub(crate) struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Value,
}

impl Answer {
    /// The body, if the status is as expected.
    #[track_caller]
    pub(crate) fn expect(self, status: u16) -> Value {
        assert_eq!(self.status.as_u16(), status, "{:#}", self.body);
        self.body
    }

    /// The stable word of a problem.
    pub(crate) fn code(&self) -> &str {
        self.body["code"].as_str().unwrap_or_default()
    }
}

impl World {
    /// Sends a request and reads the answer as JSON.
    pub(crate) async fn send(&self, request: Request<Body>) -> Answer {
        send(&self.router, request).await
    }

    pub(crate) async fn get(&self, caller: &Caller, path: &str) -> Answer {
        self.send(caller.request("GET", path).body(Body::empty()).expect("a request")).await
    }

    pub(crate) async fn delete(&self, caller: &Caller, path: &str) -> Answer {
        self.send(caller.request("DELETE", path).body(Body::empty()).expect("a request")).await
    }

    pub(crate) async fn write(
        &self,
        caller: &Caller,
        method: &str,
        path: &str,
        body: Value,
    ) -> Answer {
        self.send(caller.json(method, path, &body)).await
    }

    pub(crate) async fn post(&self, caller: &Caller, path: &str, body: Value) -> Answer {
        self.write(caller, "POST", path, body).await
    }

    /// Waits until the change feed tells a caller of an operation: on PostgreSQL it holds a line back
    /// while any older transaction of the whole server is open.
    pub(crate) async fn hears_of(&self, caller: &Caller, operation: &str) {
        let deadline = std::time::Instant::now() + PATIENCE;
        loop {
            let page = self.get(caller, "/changes?limit=1000").await.expect(200);
            let lines = page["data"].as_array().expect("lines");
            if lines.iter().any(|line| line["operation"] == operation) {
                return;
            }
            assert!(std::time::Instant::now() < deadline, "nobody told of {operation}: {lines:?}");
            tokio::task::yield_now().await;
        }
    }

    /// Another world just like this one, which is quicker to have than a new one.
    pub(crate) fn twin(&self) -> World {
        let database = self._database.copied();
        let (app, clock) = app_throwing(&database, StdRng::seed_from_u64(12));
        World {
            router: http::router(app.clone(), Options::default()),
            app,
            clock,
            admin: self.admin.clone(),
            manager: self.manager.clone(),
            owner: self.owner.clone(),
            colleague: self.colleague.clone(),
            stranger: self.stranger.clone(),
            onlooker: self.onlooker.clone(),
            nobody: self.nobody.clone(),
            ids: self.ids.clone(),
            _database: database,
        }
    }

    /// The API of a program that was just started on the same database.
    pub(crate) fn restarted(&self) -> Router {
        let dice = StdRng::seed_from_u64(13);
        let base = Base { text: DEFAULT_PRIORS.into(), model: Arc::new(model()) };
        let app = App::new(self.app.store.clone(), base, Arc::clone(&self.clock) as _, dice);
        http::router(app, Options::default())
    }

    /// An identifier of what is there.
    #[track_caller]
    pub(crate) fn id(&self, of: &str) -> &str {
        self.ids[of].as_str().unwrap_or_else(|| panic!("there is no {of} in this world"))
    }
}

/// A database for this test alone. It is made and dropped on threads of their own, because that
/// blocks and the tests here must not.
pub(crate) struct Scratch(Option<Database>);

impl Scratch {
    pub(crate) fn of(kind: Kind) -> Self {
        let made = std::thread::spawn(move || Database::migrated(kind)).join();
        Self(Some(made.unwrap_or_else(|panic| std::panic::resume_unwind(panic))))
    }

    /// A database for another test, with what this one holds.
    fn copied(&self) -> Self {
        let database = self.0.as_ref().expect("there until it is dropped");
        let made = std::thread::scope(|scope| scope.spawn(|| database.copied()).join());
        Self(Some(made.unwrap_or_else(|panic| std::panic::resume_unwind(panic))))
    }

    fn address(&self) -> assent_store::Address {
        self.0.as_ref().expect("there until it is dropped").address()
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let database = self.0.take();
        // What fails here fails to clean up; the test has had its say.
        let _ = std::thread::spawn(move || drop(database)).join();
    }
}

/// Sends a request to a router and reads the answer as JSON.
pub(crate) async fn send(router: &Router, request: Request<Body>) -> Answer {
    let response = router.clone().oneshot(request).await.expect("a router answers");
    let (parts, body) = response.into_parts();
    let bytes = to_bytes(body, usize::MAX).await.expect("a body");
    let body = serde_json::from_slice(&bytes)
        .unwrap_or_else(|_| Value::String(String::from_utf8_lossy(&bytes).into_owned()));
    Answer { status: parts.status, headers: parts.headers, body }
}

impl Caller {
    pub(crate) fn request(&self, method: &str, path: &str) -> axum::http::request::Builder {
        let request = Request::builder().method(method).uri(format!("/api/v1{path}"));
        match &self.key {
            Some(key) => request.header(header::AUTHORIZATION, format!("Bearer {key}")),
            None => request,
        }
    }

    pub(crate) fn json(&self, method: &str, path: &str, body: &Value) -> Request<Body> {
        self.request(method, path)
            .header(header::CONTENT_TYPE, "application/json")
            .body(Body::from(body.to_string()))
            .expect("a request")
    }
}

/// The deal of the first team, as record lines.
const RECORDS: &str = r#"
{"type": "dataset", "name": "given", "version": 1}
{"type": "organization", "key": "us", "name": "Our House", "ours": true}
{"type": "organization", "key": "buyer", "name": "Quernstone Mills", "city": "Leeds"}
{"type": "organization", "key": "branch", "name": "Quernstone North", "parent": "buyer"}
{"type": "person", "key": "seller", "name": "Sela Owner", "organization": "us"}
{"type": "person", "key": "boss", "name": "Berta Boss", "organization": "buyer", "title": "Head"}
{"type": "person", "key": "clerk", "name": "王芳", "organization": "buyer", "title": "采购"}
{"type": "reporting_line", "person": "clerk", "reports_to": "boss"}
{"type": "tie", "from": "seller", "to": "clerk", "kind": "knows"}
{"type": "user", "person": "seller", "role": "rep", "scope": "own", "team": "North"}
{"type": "product", "key": "mill", "name": "Mill control"}
{"type": "benefit_point", "key": "dust", "product": "mill", "name": "Less dust", "attribute": "Sealed feed", "consequence": "The hall stays clean", "value": "A healthy crew"}
{"type": "opportunity", "key": "deal", "name": "Secret Mill Deal", "organization": "buyer", "owner": "seller", "date": "2026-01-05", "expected_close": "2026-03-09", "product": "mill", "amount": {"minor": 5000000, "currency": "EUR"}}
{"type": "stakeholder", "opportunity": "deal", "person": "boss", "role": "decision_maker", "since": "2026-01-05"}
{"type": "stakeholder", "opportunity": "deal", "person": "clerk", "role": "evaluator", "since": "2026-01-05"}
{"type": "interaction", "id": "i1", "opportunity": "deal", "date": "2026-01-12", "kind": "meeting", "direction": "out", "result": "held", "people": ["clerk"], "by": "seller", "signs": [{"person": "clerk", "kind": "stated_criterion", "benefit": "Less dust"}], "words": "Hushed words about dust"}
{"type": "interaction", "id": "i2", "opportunity": "deal", "date": "2026-01-20", "kind": "call", "direction": "out", "result": "no_answer", "people": ["boss"], "by": "seller"}
{"type": "commitment", "id": "c1", "opportunity": "deal", "by": "seller", "to": "clerk", "date": "2026-01-12", "due": "2026-03-09", "text": "Whispered sample"}
"#;

/// A running API with people in it.
pub(crate) async fn world(kind: Kind) -> World {
    let database = Scratch::of(kind);
    let (app, clock) = app(&database);
    let mut act = app.act(Actor::House);
    let make = move |db: &mut Db| -> Result<_, Refusal> { people(db, &mut act) };
    let (callers, ids) = app.store.write(make).await.expect("the world is made");
    let [admin, manager, owner, colleague, stranger, onlooker] = callers;
    World {
        router: http::router(app.clone(), Options::default()),
        app,
        clock,
        admin,
        manager,
        owner,
        colleague,
        stranger,
        onlooker,
        nobody: Caller { name: "nobody", user: None, key: None },
        ids,
        _database: database,
    }
}

fn people(db: &mut Db, act: &mut Act) -> Result<([Caller; 6], Value), Refusal> {
    pipelines::ensure_default(db, act)?;
    let north = team(db, act, "North")?;
    let south = team(db, act, "South")?;
    let report = load::load_records(db, act, RECORDS, |_| {})?;
    assert!(report.rejected.is_empty(), "{:?}", report.rejected);
    let mut ids = ids(db, north)?;
    (ids["activity"], ids["dismissal"]) = planned(db, act, &ids)?;
    ids["ask"] = asked(db, act, &ids)?;
    let owner =
        users::all(db)?.into_iter().find(|one| one.user.facts.name.as_str() == "Sela Owner");
    let owner = owner.expect("the seller is a user").user.id;
    let callers = [
        user(db, act, "admin", Role::Admin, Scope::All, None)?,
        user(db, act, "manager", Role::Manager, Scope::Team, Some(north))?,
        with_key(db, act, "owner", owner)?,
        user(db, act, "colleague", Role::Rep, Scope::Own, Some(north))?,
        user(db, act, "stranger", Role::Manager, Scope::Team, Some(south))?,
        user(db, act, "onlooker", Role::ReadOnly, Scope::Team, Some(north))?,
    ];
    Ok((callers, ids))
}

/// A call to the boss that is planned, and a mail to them that is put away.
fn planned(db: &mut Db, act: &mut Act, ids: &Value) -> Result<(Value, Value), Refusal> {
    let call = json!({
        "opportunity_id": ids["opportunity"], "kind": "call", "owner_id": ids["user"],
        "people": [{"person_id": ids["boss"]}], "aim": "Hear what counts", "due_on": "2026-03-02",
    });
    let call = serde_json::from_value(call).expect("an activity");
    let activity = operations::activities::plan(db, act, &call, false)?;
    let deal = serde_json::from_value(ids["opportunity"].clone()).expect("an id");
    let mail = operations::advice::Dismiss {
        person: serde_json::from_value(ids["boss"].clone()).expect("an id"),
        action: "mail".to_owned(),
        reason: assent_domain::advice::DismissalReason::Other,
        note: None,
    };
    let dismissal = operations::advice::dismiss(db, act, deal, &mail)?;
    Ok((json!(activity), json!(dismissal)))
}

/// That the clerk was asked to lead us to the boss, which was noted by mistake.
fn asked(db: &mut Db, act: &mut Act, ids: &Value) -> Result<Value, Refusal> {
    use operations::ways;
    let id = |of: &str| serde_json::from_value(ids[of].clone()).expect("an id");
    let deal = serde_json::from_value(ids["opportunity"].clone()).expect("an id");
    let wanted = ways::NewAsk { target: id("boss"), through: vec![id("person")] };
    let ask = ways::ask(db, act, deal, &wanted)?;
    ways::set_state(db, act, (ask, None), assent_domain::ways::AskState::Undone, None)?;
    Ok(json!(ask))
}

fn team(db: &mut Db, act: &mut Act, name: &str) -> Result<TeamId, Refusal> {
    let name = name.parse().expect("a team's name");
    operations::create(db, act, &TeamFacts { name, parent_id: None })
}

fn user(
    db: &mut Db,
    act: &mut Act,
    name: &'static str,
    role: Role,
    scope: Scope,
    team_id: Option<TeamId>,
) -> Result<Caller, Refusal> {
    let facts = UserFacts {
        name: name.parse().expect("a user's name"),
        email: Some(format!("{name}@example.com").parse().expect("an address")),
        role,
        scope,
        team_id,
        person_id: None,
        language: Language::English,
        theme: Theme::System,
    };
    let id = setup::add_user(db, act, facts, None)?;
    with_key(db, act, name, id)
}

fn with_key(
    db: &mut Db,
    act: &mut Act,
    name: &'static str,
    user: UserId,
) -> Result<Caller, Refusal> {
    let token = Token::draw(&mut act.dice);
    let id: ApiKeyId = act.mint();
    let label = "tests".parse().expect("a key's name");
    let key = users::ApiKey { id, name: label, scope: KeyScope::Write, created_at: act.now };
    users::add_api_key(db, user, &key, &token.hash())?;
    Ok(Caller { name, user: Some(user), key: Some(token.as_str().to_owned()) })
}

fn ids(db: &mut Db, north: TeamId) -> Result<Value, Refusal> {
    use assent_domain::benefit_point::BenefitPointFacts;
    use assent_domain::opportunity::OpportunityFacts;
    use assent_domain::organization::OrganizationFacts;
    use assent_domain::permission::Sight;
    use assent_domain::person::PersonFacts;
    use assent_domain::product::ProductFacts;
    use assent_store::record::find_by_key;
    let missing = || Refusal::NotFound;
    let buyer = find_by_key::<OrganizationFacts>(db, "buyer")?.ok_or_else(missing)?.id;
    let clerk = find_by_key::<PersonFacts>(db, "clerk")?.ok_or_else(missing)?.id;
    let boss = find_by_key::<PersonFacts>(db, "boss")?.ok_or_else(missing)?.id;
    let seller = find_by_key::<PersonFacts>(db, "seller")?.ok_or_else(missing)?.id;
    let product = find_by_key::<ProductFacts>(db, "mill")?.ok_or_else(missing)?.id;
    let point = find_by_key::<BenefitPointFacts>(db, "dust")?.ok_or_else(missing)?.id;
    let deal = find_by_key::<OpportunityFacts>(db, "deal")?.ok_or_else(missing)?;
    let pipelines = assent_store::pipelines::all(db)?;
    let stages = &pipelines[0].stages;
    let interactions = assent_store::interactions::by_keys(db, &["given:i1"])?;
    let interaction = interactions.first().ok_or_else(missing)?;
    let promises = assent_store::interactions::commitments_by_keys(db, &["given:c1"])?;
    let promise = promises.first().ok_or_else(missing)?;
    let branch = find_by_key::<OrganizationFacts>(db, "branch")?.ok_or_else(missing)?.id;
    let relations = assent_store::organizations::relations(db, &Sight::All, &[buyer])?;
    let jobs = assent_store::people::employments(db, &Sight::All, &[clerk], &[])?;
    let ties = assent_store::people::ties(db, &Sight::All, &[clerk])?;
    let alarms = assent_store::alarms::of_deals(db, &[deal.id])?;
    Ok(json!({
        "alarm": alarms.first().ok_or_else(missing)?.id,
        "team": north, "organization": buyer, "person": clerk, "boss": boss, "seller": seller,
        "product": product, "point": point, "opportunity": deal.id, "user": deal.facts.owner_id,
        "pipeline": pipelines[0].id, "stage": stages[2].id, "first_stage": stages[0].id,
        "interaction": interaction.stored.id, "commitment": promise.stored.id,
        "relation": relations[0].relation.id, "employment": jobs[0].employment.id,
        "tie": ties[0].tie.id, "other_organization": branch,
    }))
}
