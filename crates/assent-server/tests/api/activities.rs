//! Activities over the API: planned with what they are to change, done by what happens, cancelled.

use assent_testing::Kind;
use rstest::rstest;
use serde_json::{Value, json};

use super::given::{World, world};

fn meeting(world: &World) -> Value {
    json!({
        "opportunity_id": world.id("opportunity"), "kind": "demo", "owner_id": world.id("user"),
        "people": [{"person_id": world.id("person"), "reaches": "evaluating"}],
        "benefit": "Less dust", "due_on": "2026-03-10",
    })
}

async fn one(world: &World, id: &str) -> Value {
    world.get(&world.owner, &format!("/activities/{id}")).await.expect(200)
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_expected_and_what_was_observed_stand_side_by_side(
    #[values(Kind::Sqlite, Kind::Postgres)] kind: Kind,
) {
    let world = world(kind).await;
    let planned = world.post(&world.owner, "/activities", meeting(&world)).await.expect(201);
    let id = planned["id"].as_str().expect("an id");
    let hoped = &planned["expected"]["people"][0];
    assert_eq!((&hoped["stage"], &planned["state"]), (&json!("evaluating"), &json!("open")));
    let [before, after] = ["before", "after"].map(|key| hoped[key].as_f64().expect("a chance"));
    assert!(after > before, "{hoped:#}");
    let path = format!("/activities/{id}/effect");
    assert_eq!(world.get(&world.owner, &path).await.expect(200)["observed"], Value::Null);

    let how =
        json!({"result": "held", "words": "He worked it himself", "at": "2026-03-02T08:00:00Z"});
    let result = format!("/activities/{id}/result");
    let done = world.write(&world.owner, "PUT", &result, how.clone()).await.expect(200);
    assert_eq!(done["activity"]["state"], "done");
    assert_eq!(done["activity"]["done"]["result"], "held");
    assert_eq!(done["beliefs"][0]["person_id"], world.id("person"));
    let effect = world.get(&world.owner, &path).await.expect(200);
    let seen = &effect["observed"][0];
    assert_eq!((&seen["stage"], &seen["later"]), (&json!("evaluating"), &Value::Null));
    assert!(seen["after"].as_f64() > seen["before"].as_f64(), "{effect:#}");
    assert_eq!(effect["win"].as_array().map(Vec::len), Some(2));
    let again = world.write(&world.owner, "PUT", &result, how).await;
    assert_eq!((again.status.as_u16(), again.code()), (409, "activity_done"));

    // The record of it put away, it is still to be done.
    let record = done["activity"]["done"]["interaction_id"].as_str().expect("a record").to_owned();
    world.delete(&world.admin, &format!("/interactions/{record}")).await.expect(204);
    assert_eq!(one(&world, id).await["state"], "open");
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn recording_what_was_planned_does_it(#[values(Kind::Sqlite, Kind::Postgres)] kind: Kind) {
    let world = world(kind).await;
    let call = |who: &str| {
        json!({
            "opportunity_id": world.id("opportunity"), "kind": "call", "direction": "out",
            "result": "answered", "at": "2026-03-02T08:00:00Z", "participants": [world.id(who)],
        })
    };
    world.post(&world.owner, "/interactions", call("person")).await.expect(201);
    assert_eq!(
        one(&world, world.id("activity")).await["state"],
        "open",
        "the call was to the boss"
    );
    world.post(&world.owner, "/interactions", call("boss")).await.expect(201);
    assert_eq!(one(&world, world.id("activity")).await["state"], "done");
    let open = format!("/activities?opportunity_id={}&open=true", world.id("opportunity"));
    assert_eq!(world.get(&world.owner, &open).await.expect(200)["data"], json!([]));
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_activity_is_cancelled_with_a_reason_and_taken_up_again(
    #[values(Kind::Sqlite, Kind::Postgres)] kind: Kind,
) {
    let world = world(kind).await;
    let path = format!("/activities/{}/cancellation", world.id("activity"));
    let cancelled =
        world.write(&world.owner, "PUT", &path, json!({"reason": "He left"})).await.expect(200);
    assert_eq!(cancelled["state"], "cancelled");
    assert_eq!(cancelled["cancelled"]["reason"], "He left");
    let result = format!("/activities/{}/result", world.id("activity"));
    let refused = world.write(&world.owner, "PUT", &result, json!({"result": "answered"})).await;
    assert_eq!((refused.status.as_u16(), refused.code()), (409, "activity_cancelled"));
    world.delete(&world.owner, &path).await.expect(204);
    assert_eq!(one(&world, world.id("activity")).await["state"], "open");
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_plan_that_makes_no_sense_names_its_fields(
    #[values(Kind::Sqlite, Kind::Postgres)] kind: Kind,
) {
    let world = world(kind).await;
    let nobody = "00000000-0000-7000-8000-000000000001";
    for (change, pointer) in [
        (json!({"kind": "dance"}), "/kind"),
        (json!({"people": []}), "/people"),
        (json!({"people": [{"person_id": nobody}]}), "/people/0/person_id"),
        (json!({"owner_id": nobody}), "/owner_id"),
    ] {
        let mut body = meeting(&world);
        for (key, value) in change.as_object().expect("fields") {
            body[key] = value.clone();
        }
        let refused = world.post(&world.owner, "/activities", body).await.expect(422);
        assert_eq!(refused["errors"][0]["pointer"], pointer, "{refused:#}");
    }
    let result = format!("/activities/{}/result", world.id("activity"));
    let refused = world.write(&world.owner, "PUT", &result, json!({"result": "danced"})).await;
    assert_eq!(refused.expect(422)["errors"][0]["pointer"], "/result");
    let elsewhere = json!({"opportunity_id": nobody});
    let path = format!("/activities/{}", world.id("activity"));
    let refused = world.write(&world.owner, "PATCH", &path, elsewhere).await;
    assert_eq!(refused.expect(422)["errors"][0]["pointer"], "/opportunity_id");
}
