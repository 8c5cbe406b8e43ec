//! Lessons over the API: what came of activities, what goes with winning, what decided one deal.

use assent_testing::Kind;
use rstest::rstest;
use serde_json::{Value, json};

use super::given::{World, world};

/// Ends the deal, and others like it, well or not.
async fn end(world: &World, deal: &str, outcome: &str) {
    let path = format!("/opportunities/{deal}/closure");
    let end = json!({"outcome": outcome, "at": "2026-03-01T00:00:00Z", "reason": "As it went"});
    world.write(&world.owner, "PUT", &path, end).await.expect(200);
}

async fn another(world: &World) -> String {
    let deal = json!({
        "name": "Another", "organization_id": world.id("organization"), "opened_on": "2026-01-05",
        "owner_id": world.id("user"), "pipeline_id": world.id("pipeline"),
    });
    let made = world.post(&world.owner, "/opportunities", deal).await.expect(201);
    let id = made["id"].as_str().expect("an id").to_owned();
    let path = format!("/opportunities/{id}/stakeholders/{}", world.id("boss"));
    let part = json!({"role": "decision_maker", "since": "2026-01-05"});
    world.write(&world.owner, "PUT", &path, part).await.expect(200);
    id
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_playbook_counts_what_was_tried_within_sight(
    #[values(Kind::Sqlite, Kind::Postgres)] kind: Kind,
) {
    let world = world(kind).await;
    let book = world.get(&world.owner, "/playbook").await.expect(200);
    assert_eq!((&book["deals"], &book["attempts"]), (&json!(1), &json!(2)));
    let plays = book["plays"].as_array().expect("plays");
    let call = plays.iter().find(|play| play["action"] == "call").expect("a call was tried");
    let answers = call["answers"].as_array().expect("answers");
    let unanswered = answers.iter().find(|one| one["reply"] == "no_answer").expect("a reply");
    assert_eq!(unanswered["count"], 1);
    let late = world.get(&world.owner, "/playbook?since=2026-12-01").await.expect(200);
    assert_eq!(late["attempts"], 0);
    let none = world.get(&world.stranger, "/playbook").await.expect(200);
    assert_eq!((&none["deals"], &none["plays"]), (&json!(0), &json!([])));
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_goes_with_winning_is_counted_and_said_to_be_few(
    #[values(Kind::Sqlite, Kind::Postgres)] kind: Kind,
) {
    let world = world(kind).await;
    end(&world, world.id("opportunity"), "won").await;
    let other = another(&world).await;
    end(&world, &other, "lost").await;
    let found = world.get(&world.owner, "/lessons").await.expect(200);
    assert_eq!((&found["won"], &found["lost"]), (&json!(1), &json!(1)));
    let lessons = found["lessons"].as_array().expect("lessons");
    let met = lessons.iter().find(|one| one["kind"] == "activity" && one["name"] == "meeting");
    let met = met.expect("a meeting was held in the deal that was won");
    assert_eq!((&met["with_all"], &met["with_won"]), (&json!(1), &json!(1)));
    assert_eq!((&met["without_all"], &met["without_won"]), (&json!(1), &json!(0)));
    assert!(met["difference"].as_f64().is_some_and(|d| d > 0.0 && d < 0.2), "{met:#}");
    assert_eq!(met["few"], true);
    let behind = world.get(&world.owner, "/lessons/deals?kind=activity&name=meeting").await;
    let behind = behind.expect(200);
    let outcomes = |side: &str| -> Vec<Value> {
        let deals = behind[side].as_array().expect("deals");
        deals.iter().map(|deal| deal["outcome"].clone()).collect()
    };
    assert_eq!(outcomes("with"), [json!("won")]);
    assert_eq!(outcomes("without"), [json!("lost")]);
    assert_eq!(behind["without"][0]["opportunity"]["id"], other.as_str());
    let none = world.get(&world.stranger, "/lessons").await.expect(200);
    assert_eq!(none["lessons"], json!([]));
    let hidden = world.get(&world.stranger, "/lessons/deals?kind=activity&name=meeting").await;
    assert_eq!(hidden.expect(200), json!({"with": [], "without": []}));
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_decided_a_deal_adds_up(#[values(Kind::Sqlite, Kind::Postgres)] kind: Kind) {
    let world = world(kind).await;
    end(&world, world.id("opportunity"), "lost").await;
    let path = format!("/opportunities/{}/verdict", world.id("opportunity"));
    let verdict = world.get(&world.owner, &path).await.expect(200);
    assert_eq!((&verdict["outcome"], &verdict["reason"]), (&json!("lost"), &json!("As it went")));
    let number = |value: &Value| value.as_f64().expect("a number");
    let days = verdict["days"].as_array().expect("days");
    let sum: f64 = days.iter().map(|day| number(&day["points"])).sum();
    let sum = sum + number(&verdict["start_points"]) + number(&verdict["quiet_points"]);
    assert!((sum - number(&verdict["total_points"])).abs() < 1e-9);
    assert_eq!(days[0]["happened"][0]["person"]["id"], world.id("person"));
    let empty = another(&world).await;
    let path = format!("/opportunities/{empty}/stakeholders/{}", world.id("boss"));
    world.delete(&world.owner, &path).await.expect(204);
    let path = format!("/opportunities/{empty}/verdict");
    let refused = world.get(&world.owner, &path).await;
    assert_eq!((refused.status.as_u16(), refused.code()), (409, "nobody_known"));
}
