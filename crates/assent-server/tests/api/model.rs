//! The model over the API: looked at, changed with a reason, previewed, gone back to, brought and taken
//! as a file; and what is believed afterwards, on every node.

use std::sync::Arc;
use std::time::Duration;

use assent_inference::DEFAULT_PRIORS;
use assent_server::app::App;
use assent_server::http::{self, Options};
use assent_server::jobs;
use assent_server::model_in_force::Base;
use assent_testing::Kind;
use rand::SeedableRng;
use rand::rngs::StdRng;
use rstest::rstest;
use serde_json::{Value, json};

use super::given::{Answer, Caller, World, send, world};

const RATE: &str = "sign.stated_criterion.most_per_contact";

async fn model(world: &World) -> Value {
    world.get(&world.admin, "/model").await.expect(200)
}

async fn change(world: &World, caller: &Caller, based_on: i64, changes: Value) -> Answer {
    let change = json!({"based_on": based_on, "changes": changes, "reason": "Our people say more"});
    world.post(caller, "/model-versions", change).await
}

pub(crate) fn field(model: &Value, path: &str, key: &str) -> Value {
    let entries = model["entries"].as_array().expect("entries");
    let entry = entries.iter().find(|one| one["path"] == path).expect("the entry");
    let fields = entry["fields"].as_array().expect("fields");
    fields.iter().find(|one| one["key"] == key).cloned().unwrap_or_default()
}

/// What is believed of the clerk, and by which model, as it was laid down.
async fn laid_down(world: &World) -> (Vec<f64>, String) {
    let deal = world.id("opportunity").parse().expect("an id");
    let clerk: assent_domain::ids::PersonId = world.id("person").parse().expect("an id");
    let read = move |db: &mut assent_store::Db| assent_store::beliefs::of_deals(db, &[deal]);
    let beliefs = world.app.store.read(read).await.expect("beliefs");
    let belief = beliefs.into_iter().find(|one| one.person == clerk).expect("the clerk's");
    (belief.state, belief.model)
}

fn pointers(answer: &Answer) -> Vec<String> {
    let errors = answer.body["errors"].as_array().expect("errors");
    errors.iter().map(|one| one["pointer"].as_str().expect("a pointer").to_owned()).collect()
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_change_is_in_force_at_once_and_everything_is_settled_anew(
    #[values(Kind::Sqlite, Kind::Postgres)] kind: Kind,
) {
    let world = world(kind).await;
    let shipped = model(&world).await;
    assert_eq!((&shipped["number"], &shipped["shipped"]), (&json!(0), &json!(true)));
    let before = laid_down(&world).await;
    assert_eq!(before.1, shipped["model"].as_str().expect("a name"));

    let version = change(&world, &world.manager, 0, json!({RATE: 1.2})).await.expect(201);
    assert_eq!(version["changes"], json!([{"key": RATE, "before": 0.6, "after": 1.2}]));
    assert_eq!(version["made_by"]["name"], "manager");
    let now = model(&world).await;
    assert_eq!(now["number"], 1);
    let rate = field(&now, "sign.stated_criterion", "most_per_contact");
    assert_eq!((&rate["shipped"], &rate["edited"]), (&json!(0.6), &json!(1.2)));
    assert_eq!((&rate["in_force"], &rate["is_edited"]), (&json!(1.2), &json!(true)));
    world.hears_of(&world.manager, "change_model").await;

    // The chore settles what was believed under the model before.
    assert_eq!(laid_down(&world).await, before);
    jobs::round(&world.app).await.expect("the chores are done");
    let after = laid_down(&world).await;
    assert_eq!(after.1, now["model"].as_str().expect("a name"));
    assert_ne!(after.0, before.0);
    let settling = model(&world).await["settling"].clone();
    assert_eq!((&settling["deals"], &settling["settled"]), (&json!(1), &json!(1)));
    assert!(settling["settled_at"].is_string(), "{settling}");

    // And back: the beliefs are what they were, to the last digit.
    let back = json!({"based_on": 1, "reason": "It was one talker"});
    let version = world.post(&world.admin, "/model-versions/0/restoration", back).await.expect(201);
    assert_eq!((&version["number"], &version["returns_to"]), (&json!(2), &json!(0)));
    jobs::round(&world.app).await.expect("the chores are done");
    assert_eq!(laid_down(&world).await, before);
    let history = world.get(&world.manager, "/model-versions").await.expect(200);
    let told: Vec<(&Value, &Value)> = history["data"]
        .as_array()
        .expect("versions")
        .iter()
        .map(|one| (&one["kind"], &one["reason"]))
        .collect();
    let expected = [("return", "It was one talker"), ("edit", "Our people say more")];
    assert_eq!(
        told,
        expected.map(|(kind, reason)| (json!(kind), json!(reason))).each_ref().map(|(a, b)| (a, b))
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_wrong_figure_is_named_and_nothing_is_changed() {
    let world = world(Kind::Sqlite).await;
    for (key, value, says) in [
        ("sign.warm_words.P", json!([-2.2, -1.1, 0.0, 1.6, 1.0]), "must not fall"),
        ("sign.telegram.strength", json!(4), "telegram"),
        ("sign.warm_words.strength", json!(6), "1 to 5"),
        ("sign.warm_words.P", json!([1, 2]), "5 values"),
        ("sign.warm_words.P", json!("high"), "5 values"),
        ("role.user.susceptibility", json!(1.5), "0 and 0.95"),
        ("factor.P.rest.buy", json!([0.5, 0.5, 0.5, 0.5, 0.5]), "add up to 1"),
        ("control.slip.chance", json!(0.5), "Limits"),
        (RATE, json!(null), "missing"),
    ] {
        for path in ["/model-previews", "/model-versions"] {
            let mut body = json!({"changes": {key: value}});
            if path == "/model-versions" {
                body["based_on"] = json!(0);
                body["reason"] = json!("A slip");
            }
            let answer = world.post(&world.admin, path, body).await;
            assert_eq!(answer.status, 422, "{key}: {:#}", answer.body);
            assert_eq!(pointers(&answer), [format!("/changes/{key}")], "{:#}", answer.body);
            let message = answer.body["errors"][0]["message"].as_str().expect("a message");
            assert!(message.contains(says), "{key}: {message}");
        }
    }
    let unreasoned = json!({"based_on": 0, "changes": {RATE: 0.7}, "reason": " "});
    let answer = world.post(&world.admin, "/model-versions", unreasoned).await;
    assert_eq!((answer.status.as_u16(), pointers(&answer)), (422, vec!["/reason".to_owned()]));
    let answer = change(&world, &world.admin, 0, json!({RATE: 0.6})).await;
    assert_eq!(answer.body["errors"][0]["code"], "nothing_changes");
    assert_eq!(model(&world).await["number"], 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_two_who_change_at_the_same_time_the_second_is_told() {
    let world = world(Kind::Sqlite).await;
    change(&world, &world.manager, 0, json!({RATE: 0.7})).await.expect(201);
    let late = change(&world, &world.admin, 0, json!({RATE: 0.8})).await;
    assert_eq!(late.code(), "changed_meanwhile", "{:#}", late.body);
    change(&world, &world.admin, 1, json!({RATE: 0.8})).await.expect(201);
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_change_is_previewed_on_ones_own_open_deals_and_on_nothing_out_of_sight(
    #[values(Kind::Sqlite, Kind::Postgres)] kind: Kind,
) {
    let world = world(kind).await;
    let changes = json!({"changes": {"sign.stated_criterion.strength": 5}});
    let preview = world.post(&world.manager, "/model-previews", changes.clone()).await.expect(200);
    assert_eq!(
        (&preview["own"], &preview["looked_at"], &preview["of"]),
        (&json!(false), &json!(1), &json!(1))
    );
    let deal = &preview["deals"][0];
    assert_eq!(deal["deal"]["name"], "Secret Mill Deal");
    let person = &deal["people"][0];
    assert_eq!(person["person"]["name"], "王芳");
    assert!(person["points"].as_f64().expect("points") > 0.5, "{person:#}");
    assert_ne!(person["before"]["stages"], person["after"]["stages"]);
    assert_ne!(deal["win_before"]["p"], deal["win_after"]["p"]);
    // What was shown is what comes of it.
    change(&world, &world.manager, 0, changes["changes"].clone()).await.expect(201);
    let room =
        format!("/opportunities/{}/people/{}/belief", world.id("opportunity"), world.id("person"));
    let belief = world.get(&world.owner, &room).await.expect(200);
    assert_eq!(belief["estimate"]["reading"]["stages"], person["after"]["stages"]);

    let other = json!({"changes": {"sign.stated_criterion.strength": 1}});
    let preview = world.post(&world.stranger, "/model-previews", other.clone()).await.expect(200);
    assert_eq!((&preview["of"], &preview["deals"]), (&json!(0), &json!([])));
    // The figures change all the same.
    assert_eq!(preview["changes"].as_array().expect("changes").len(), 1);
    let refused = world.post(&world.owner, "/model-previews", other).await;
    assert_eq!(refused.status, 403);
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_priors_leave_as_a_file_and_come_back_as_what_they_change(
    #[values(Kind::Sqlite, Kind::Postgres)] kind: Kind,
) {
    let world = world(kind).await;
    change(&world, &world.admin, 0, json!({RATE: 0.7, "role.user.strength": 4})).await.expect(201);
    let answer = world.get(&world.admin, "/model-versions/1/priors").await;
    assert!(
        answer.headers["content-disposition"].to_str().unwrap().contains("assent-priors-1.toml")
    );
    let text = answer.expect(200).as_str().expect("a file").to_owned();
    assert!(
        text.contains("most_per_contact = 0.7") && text.contains("# Signs that can only"),
        "{text}"
    );
    let read = |text: String| world.post(&world.admin, "/model-imports", json!({"text": text}));
    assert_eq!(read(text.clone()).await.expect(200), json!({"changes": []}));

    // The shipped file takes both changes back.
    let shipped = world.get(&world.admin, "/model-versions/0/priors").await.expect(200);
    assert_eq!(shipped, DEFAULT_PRIORS);
    let changes = read(DEFAULT_PRIORS.to_owned()).await.expect(200)["changes"].clone();
    let keys: Vec<&str> =
        changes.as_array().unwrap().iter().map(|one| one["key"].as_str().unwrap()).collect();
    assert_eq!(keys, ["role.user.strength", RATE]);
    let import = json!({
        "based_on": 1, "changes": {RATE: 0.6, "role.user.strength": null}, "reason": "Start over",
        "imported": true,
    });
    let version = world.post(&world.admin, "/model-versions", import).await.expect(201);
    assert_eq!((&version["kind"], &version["against_file"]), (&json!("import"), &json!([])));

    // What is wrong with a file is named with its line.
    let wrong = text.replacen("most_per_year = 40", "most_per_year = -40", 1);
    let line = 1 + wrong.lines().position(|line| line == "most_per_year = -40").unwrap();
    let answer = read(wrong).await;
    let message = answer.body["errors"][0]["message"].as_str().expect("a message");
    assert!(
        message.starts_with(&format!("line {line}: sign.inbound_mail.most_per_year")),
        "{message}"
    );
    let answer = read(text.replacen("[sign.warm_words]", "[sign.cold_words]", 1)).await;
    assert!(
        answer.body.to_string().contains("sign.cold_words: is not a kind"),
        "{:#}",
        answer.body
    );
    assert_eq!(read("no = [".to_owned()).await.status, 422);
}

/// What to do next is reckoned with the model in force: at once where it is asked for, and after the
/// chores where it was laid down.
#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_change_reaches_what_is_advised(#[values(Kind::Sqlite, Kind::Postgres)] kind: Kind) {
    let world = world(kind).await;
    let path = format!("/opportunities/{}/advice", world.id("opportunity"));
    let asked = || async { world.get(&world.owner, &path).await.expect(200)["best"].clone() };
    let laid_down =
        || async { world.get(&world.owner, "/today").await.expect(200)["best"].clone() };
    let gains = |best: &Value| -> Vec<Value> {
        best.as_array().expect("suggestions").iter().map(|one| one["gain"].clone()).collect()
    };
    let (before, today) = (asked().await, laid_down().await);
    assert!(!gains(&before).is_empty());
    let changes = json!({"win.support": 1.5, "action.meeting.reply.held.dose.strength": 5});
    change(&world, &world.admin, 0, changes).await.expect(201);
    let after = asked().await;
    assert_ne!(gains(&after), gains(&before));
    assert_eq!(gains(&laid_down().await), gains(&today));
    jobs::round(&world.app).await.expect("the chores are done");
    let now = laid_down().await;
    assert_ne!(gains(&now), gains(&today));
    assert_eq!(now[0]["gain"], after[0]["gain"]);
}

/// Two nodes on one database: the second takes the model without restarting, and a request that was
/// begun with the model before keeps it.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn every_node_takes_a_new_version_without_restarting() {
    let world = world(Kind::Postgres).await;
    let other = another_node(&world).await;
    let (stop, stopped) = tokio::sync::watch::channel(false);
    let chores = tokio::spawn(jobs::run(other.clone(), stopped));
    let relay = other.store.clone();
    std::thread::spawn(move || relay.relay_commits_blocking());

    let under_way = other.act(assent_server::operations::Actor::House);
    change(&world, &world.admin, 0, json!({RATE: 0.7})).await.expect(201);
    let router = http::router(other.clone(), Options::default());
    let number = || async {
        let request = world.admin.request("GET", "/model").body(axum::body::Body::empty());
        send(&router, request.expect("a request")).await.expect(200)["number"].clone()
    };
    let deadline = tokio::time::Instant::now() + Duration::from_secs(20);
    while number().await != 1 {
        assert!(tokio::time::Instant::now() < deadline, "the other node never hears of it");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert_eq!(under_way.in_force.number, 0);
    assert_eq!(other.act(assent_server::operations::Actor::House).in_force.number, 1);
    let _ = stop.send(true);
    chores.await.expect("the chores end");
}

async fn another_node(world: &World) -> App {
    let address = world.app.store.address().clone();
    let opened = std::thread::spawn(move || assent_store::Store::open(address)).join();
    let store = opened.expect("no panic").expect("the database opens");
    let base = Base::parse(DEFAULT_PRIORS).expect("the shipped priors");
    App::new(store, base, Arc::clone(&world.clock) as _, StdRng::seed_from_u64(12))
}

/// A version over another priors file: what no longer fits is left out and said.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn over_another_file_what_does_not_fit_is_said() {
    let world = world(Kind::Sqlite).await;
    let changes = json!({RATE: 0.7, "sign.praised_competitor.strength": 2});
    change(&world, &world.admin, 0, changes).await.expect(201);
    let address = world.app.store.address().clone();
    let opened = std::thread::spawn(move || assent_store::Store::open(address)).join();
    let store = opened.expect("no panic").expect("the database opens");
    // A file that has lost a kind.
    let from = DEFAULT_PRIORS.find("[sign.praised_competitor]").expect("shipped");
    let to = from + DEFAULT_PRIORS[from..].find("# What we do").expect("the next part");
    let text = format!("{}{}", &DEFAULT_PRIORS[..from], &DEFAULT_PRIORS[to..]);
    let text = text.replace("\"praised_competitor\", ", "");
    let base = Base::parse(&text).expect("still priors");
    let app = App::new(store, base, Arc::clone(&world.clock) as _, StdRng::seed_from_u64(12));
    app.take_newest_model().await.expect("taken");
    let router = http::router(app, Options::default());
    let request = world.admin.request("GET", "/model").body(axum::body::Body::empty());
    let model = send(&router, request.expect("a request")).await.expect(200);
    assert_eq!(model["shipped"], false);
    assert_eq!(model["unfit"][0]["key"], "sign.praised_competitor.strength");
    let rate = field(&model, "sign.stated_criterion", "most_per_contact");
    assert_eq!(rate["in_force"], 0.7);
}
