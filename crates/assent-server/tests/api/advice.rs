//! Advice over the API: what to do next, why not something else, what is put away and comes back.

use assent_testing::Kind;
use rstest::rstest;
use serde_json::{Value, json};

use super::given::{World, world};

async fn advice(world: &World) -> Value {
    let path = format!("/opportunities/{}/advice", world.id("opportunity"));
    world.get(&world.owner, &path).await.expect(200)
}

fn proposed(advice: &Value, action: &str, person: &str) -> bool {
    let best = advice["best"].as_array().expect("suggestions");
    best.iter().any(|one| one["action"] == action && one["person_id"] == person)
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_suggestion_says_what_may_come_of_it_and_why(
    #[values(Kind::Sqlite, Kind::Postgres)] kind: Kind,
) {
    let world = world(kind).await;
    let advice = advice(&world).await;
    assert_eq!(advice["measure"], "win");
    let best = advice["best"].as_array().expect("suggestions");
    assert!(!best.is_empty() && best.len() <= 5);
    for one in best {
        assert!(one["gain"].as_f64().is_some_and(|gain| gain > 0.0), "{one:#}");
        assert!(one["reasons"].as_array().is_some_and(|reasons| !reasons.is_empty()), "{one:#}");
        let answers = one["answers"].as_array().expect("answers");
        let total: f64 = answers.iter().filter_map(|answer| answer["p"].as_f64()).sum();
        assert!((total - 1.0).abs() < 1e-6);
        let named = |id: &Value| {
            let people = advice["people"].as_array().expect("people");
            people.iter().any(|person| person["id"] == *id && person["name"] != "")
        };
        assert!(named(&one["person_id"]));
    }
    let today = world.get(&world.owner, "/today").await.expect(200);
    assert_eq!(today["deals"], 1);
    assert_eq!(today["best"][0]["opportunity"]["id"], world.id("opportunity"));
    assert_eq!(today["best"][0]["action"], best[0]["action"]);
    assert_eq!(today["planned"][0]["id"], world.id("activity"));
    // Everybody spoken of is named with where they stand in that deal.
    let standing = today["standing"].as_array().expect("buyers");
    let boss = standing.iter().find(|one| one["person"]["id"] == world.id("boss"));
    let boss = boss.expect("the call is to the boss");
    assert_eq!(
        (&boss["opportunity_id"], &boss["veto"]),
        (&json!(world.id("opportunity")), &json!(true))
    );
    assert!(boss["reading"]["median_stage"].is_string(), "{boss:#}");
    let none = world.get(&world.colleague, "/today").await.expect(200);
    assert_eq!((&none["deals"], &none["best"]), (&json!(0), &json!([])));
    let theirs = format!("/today?user_id={}", world.id("user"));
    let seen = world.get(&world.stranger, &theirs).await.expect(200);
    assert_eq!((&seen["deals"], &seen["planned"]), (&json!(0), &json!([])));
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_put_away_goes_and_comes_back(#[values(Kind::Sqlite, Kind::Postgres)] kind: Kind) {
    let world = world(kind).await;
    let before = advice(&world).await;
    let first = &before["best"][0];
    let [action, person] = ["action", "person_id"].map(|key| first[key].as_str().expect("text"));
    let path = format!("/opportunities/{}/dismissals", world.id("opportunity"));
    let why = json!({
        "person_id": person, "action": action, "reason": "wrong_person", "note": " Ask the clerk ",
    });
    let id = world.post(&world.owner, &path, why).await.expect(201)["id"].clone();
    let without = advice(&world).await;
    assert!(!proposed(&without, action, person), "{without:#}");
    let put_away = without["dismissed"].as_array().expect("put away");
    let own = put_away.iter().find(|one| one["id"] == id).expect("itself");
    assert_eq!(own["note"], "Ask the clerk");
    let today = world.get(&world.owner, "/today").await.expect(200);
    assert!(!proposed(&today, action, person));

    let path = format!("/dismissals/{}", id.as_str().expect("an id"));
    world.delete(&world.owner, &path).await.expect(204);
    assert!(proposed(&advice(&world).await, action, person));
    let path = format!("/opportunities/{}/dismissals", world.id("opportunity"));
    for (body, pointer) in [
        (json!({"person_id": person, "action": "dance", "reason": "other"}), "/action"),
        (
            json!({"person_id": world.id("seller"), "action": "call", "reason": "other"}),
            "/person_id",
        ),
    ] {
        let refused = world.post(&world.owner, &path, body).await.expect(422);
        assert_eq!(refused["errors"][0]["pointer"], pointer);
    }
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_lost_deal_is_advised_nothing(#[values(Kind::Sqlite, Kind::Postgres)] kind: Kind) {
    let world = world(kind).await;
    let path = format!("/opportunities/{}/closure", world.id("opportunity"));
    let lost = json!({"outcome": "lost", "at": "2026-03-01T08:00:00Z"});
    world.write(&world.owner, "PUT", &path, lost).await.expect(200);
    let over = advice(&world).await;
    assert_eq!((&over["measure"], &over["best"]), (&Value::Null, &json!([])));
    assert_eq!((&over["duties"], &over["ask"]), (&json!([]), &json!([])));
    assert_eq!(world.get(&world.owner, "/today").await.expect(200)["deals"], 0);

    world.delete(&world.owner, &path).await.expect(204);
    assert_eq!(advice(&world).await["measure"], "win");
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_anything_else_it_is_said_why_not(#[values(Kind::Sqlite, Kind::Postgres)] kind: Kind) {
    let world = world(kind).await;
    let path = format!(
        "/opportunities/{}/choices?person_id={}",
        world.id("opportunity"),
        world.id("boss")
    );
    let found = world.get(&world.owner, &path).await.expect(200);
    let choices = found["choices"].as_array().expect("choices");
    let why = |action: &str| {
        let own = choices.iter().find(|one| one["action"] == action).expect("every action");
        own["closed"]["word"].as_str().unwrap_or("open")
    };
    assert_eq!(why("call"), "planned");
    assert_eq!(why("mail"), "dismissed");
    assert_eq!(why("demo"), "not_met");
    assert_eq!(why("trial"), "not_their_part");
    assert_eq!(why("value_review"), "other_phase");
    assert_eq!(why("meeting"), "open");
}
