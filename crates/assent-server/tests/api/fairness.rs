//! Fairness to the person modelled: nothing is estimated against their wish, a line that is disputed
//! says nothing, and what is recorded of them can be handed over.

use assent_store::{Db, journal};
use assent_testing::Kind;
use axum::http::header;
use rstest::rstest;
use serde_json::{Value, json};
use uuid::Uuid;

use super::given::{World, world};

async fn belief(world: &World) -> Value {
    let path =
        format!("/opportunities/{}/people/{}/belief", world.id("opportunity"), world.id("person"));
    world.get(&world.owner, &path).await.expect(200)["estimate"].clone()
}

async fn standing(world: &World) -> Value {
    let listed = world.get(&world.owner, "/people?q=王芳").await.expect(200);
    listed["data"][0]["standing"].clone()
}

/// What was done to a record of the world, as the journal has it.
async fn operations(world: &World, of: &str) -> Vec<String> {
    let record: Uuid = world.id(of).parse().expect("an identifier");
    let read = move |db: &mut Db| journal::history(db, record, 100);
    let lines: Vec<_> = world.app.store.read(read).await.expect("a journal");
    lines.into_iter().map(|line| line.operation).collect()
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_an_excluded_person_nothing_is_believed_until_it_ends(
    #[values(Kind::Sqlite, Kind::Postgres)] kind: Kind,
) {
    let world = world(kind).await;
    let path = format!("/people/{}/exclusion", world.id("person"));
    let before = (belief(&world).await, standing(&world).await);
    assert!(before.0.is_object() && before.1.is_object());

    let why = json!({"reason": "She asked us to"});
    let person = world.write(&world.admin, "PUT", &path, why.clone()).await.expect(200);
    assert_eq!(person["exclusion"]["reason"], "She asked us to");
    assert_eq!(person["exclusion"]["by"]["name"], "admin");
    assert_eq!((belief(&world).await, standing(&world).await), (Value::Null, Value::Null));
    let room = format!("/opportunities/{}/room", world.id("opportunity"));
    let room = world.get(&world.owner, &room).await.expect(200);
    let people = room["stakeholders"].as_array().expect("people");
    let (out, in_it): (Vec<_>, Vec<_>) = people.iter().partition(|one| one["excluded"] == true);
    assert!(out.len() == 1 && out[0]["person"]["id"] == world.id("person"), "{out:#?}");
    assert_eq!(out[0]["reading"], Value::Null);
    assert!(in_it.iter().all(|one| one["reading"].is_object()));
    // Neither is anybody told what to prove to them, nor that something is wrong with them.
    let told = [&room["benefits"], &room["alarms"], &room["gap"], &room["win"]["terms"]];
    assert!(told.iter().all(|of| !of.to_string().contains(world.id("person"))), "{told:#?}");
    // What is recorded stays, and what comes is recorded.
    let happened = format!("/interactions?person_id={}&count=true", world.id("person"));
    let happened = world.get(&world.owner, &happened).await.expect(200);
    assert_eq!(happened["page"]["total"], 1);
    let call = json!({
        "opportunity_id": world.id("opportunity"), "kind": "call", "direction": "out",
        "result": "answered", "at": "2026-03-01T10:00:00Z", "participants": [world.id("person")],
    });
    let made = world.post(&world.owner, "/interactions", call).await.expect(201);
    assert_eq!(made["beliefs"], json!([]));
    world
        .delete(
            &world.owner,
            &format!("/interactions/{}", made["interaction"]["id"].as_str().unwrap()),
        )
        .await
        .expect(204);
    assert_eq!(belief(&world).await, Value::Null);

    // Once more is no change; what is told of it is told to who sees the deal as well.
    world.write(&world.admin, "PUT", &path, why).await.expect(200);
    for of in ["person", "opportunity"] {
        let told = operations(&world, of).await;
        assert_eq!(
            told.iter().filter(|line| *line == "exclude_person").count(),
            1,
            "{of} {told:?}"
        );
    }

    let person = world.delete(&world.admin, &path).await.expect(200);
    assert_eq!(person["exclusion"], Value::Null);
    assert_eq!((belief(&world).await, standing(&world).await), before);
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_disputed_line_is_shown_and_says_nothing_until_the_dispute_ends(
    #[values(Kind::Sqlite, Kind::Postgres)] kind: Kind,
) {
    let world = world(kind).await;
    let before = belief(&world).await;
    let path = format!("/interactions/{}/dispute", world.id("interaction"));
    let why = json!({"reason": "She was not in that meeting"});
    let made = world.write(&world.owner, "PUT", &path, why).await.expect(200);
    assert_eq!(made["interaction"]["dispute"]["reason"], "She was not in that meeting");
    assert_eq!(made["beliefs"][0]["person_id"], world.id("person"));
    let meeting = |estimate: &Value| {
        let lines = estimate["explanation"]["lines"].as_array().cloned().unwrap_or_default();
        lines.iter().any(|line| line["interaction_ids"][0] == world.id("interaction"))
    };
    assert!(meeting(&before));
    assert!(!meeting(&belief(&world).await));

    let feed = format!("/opportunities/{}/evidence", world.id("opportunity"));
    let feed = world.get(&world.owner, &feed).await.expect(200);
    let shown = feed["data"].as_array().expect("a feed").iter();
    let shown = shown.filter(|item| item["interaction"]["dispute"].is_object());
    assert_eq!(shown.map(|item| item["moved"].clone()).collect::<Vec<_>>(), [json!([])]);

    let made = world.delete(&world.owner, &path).await.expect(200);
    assert_eq!(made["interaction"]["dispute"], Value::Null);
    assert_eq!(belief(&world).await, before);
    let told = operations(&world, "interaction").await;
    for line in ["dispute_interaction", "end_dispute_of_interaction"] {
        assert!(told.iter().any(|told| told == line), "{told:?}");
    }
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_disputed_promise_is_neither_kept_nor_broken(
    #[values(Kind::Sqlite, Kind::Postgres)] kind: Kind,
) {
    let world = world(kind).await;
    let promise = format!("/commitments/{}", world.id("commitment"));
    let never = belief(&world).await["probability"].clone();
    let kept = json!({"kept_on": "2026-02-20"});
    world.write(&world.owner, "PATCH", &promise, kept).await.expect(200);
    assert_ne!(belief(&world).await["probability"], never);
    let why = json!({"reason": "It was never given"});
    let path = format!("{promise}/dispute");
    let made = world.write(&world.owner, "PUT", &path, why).await.expect(200);
    assert_eq!(made["commitment"]["dispute"]["by"]["name"], "Sela Owner");
    assert_eq!(belief(&world).await["probability"], never);
    let made = world.delete(&world.owner, &path).await.expect(200);
    assert_eq!(made["commitment"]["dispute"], Value::Null);
    assert_ne!(belief(&world).await["probability"], never);
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_recorded_of_a_person_is_handed_over_as_one_file(
    #[values(Kind::Sqlite, Kind::Postgres)] kind: Kind,
) {
    let world = world(kind).await;
    let together = json!({
        "opportunity_id": world.id("opportunity"), "kind": "meeting", "direction": "out",
        "result": "held", "at": "2026-02-01T10:00:00Z",
        "participants": [world.id("person"), world.id("boss")],
        "signs": [{"person_id": world.id("boss"), "kind": "warm_words"}],
    });
    world.post(&world.owner, "/interactions", together).await.expect(201);
    let path = format!("/people/{}/personal-data", world.id("person"));
    let answer = world.get(&world.admin, &path).await;
    let named = answer.headers[header::CONTENT_DISPOSITION].to_str().expect("a name").to_owned();
    assert!(named.starts_with("attachment; filename=\"personal-data-"), "{named}");
    let file = answer.expect(200);
    assert_eq!((&file["format"], &file["version"]), (&json!("assent-personal-data"), &json!(1)));
    assert_eq!(file["person"]["name"], "王芳");
    assert_eq!(file["person"]["employments"][0]["organization"]["name"], "Quernstone Mills");
    assert_eq!(file["ties"][0]["from"]["name"], "Sela Owner");
    assert_eq!(file["parts"][0]["role"], "evaluator");
    assert_eq!(file["interactions"].as_array().map(Vec::len), Some(2));
    assert_eq!(file["interactions"][1]["words"], "Hushed words about dust");
    assert_eq!(file["commitments"][0]["text"], "Whispered sample");
    let account = &file["beliefs"][0]["accounts"][0]["explanation"];
    let points = |field: &str| account[field].as_f64().expect("points");
    let lines = account["lines"].as_array().expect("lines").iter();
    let sum: f64 = lines.map(|line| line["points"].as_f64().expect("points")).sum();
    let total = points("start_points") + sum + points("quiet_points");
    assert!((total - points("total_points")).abs() < 1e-9);
    // What another person showed in the same meeting is not theirs.
    assert!(!file.to_string().contains("warm_words"), "{file:#}");
    assert!(!file["interactions"].to_string().contains("Berta Boss"), "{file:#}");
    assert!(operations(&world, "person").await.contains(&"export_personal_data".to_owned()));
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_sees_the_person_and_not_the_deal_hands_over_nothing_of_it(
    #[values(Kind::Sqlite, Kind::Postgres)] kind: Kind,
) {
    let world = world(kind).await;
    let own = json!({"owner_id": world.stranger.user});
    let person = format!("/people/{}", world.id("person"));
    world.write(&world.admin, "PATCH", &person, own).await.expect(200);
    let file = world.get(&world.stranger, &format!("{person}/personal-data")).await.expect(200);
    for none in ["parts", "interactions", "commitments", "beliefs"] {
        assert_eq!(file[none], json!([]), "{none}");
    }
    assert!(!file.to_string().contains("Secret Mill"));
}
