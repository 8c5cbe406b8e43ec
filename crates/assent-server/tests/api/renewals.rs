//! Renewals over the API: an ordered deal is decided again, by people who are no strangers.

use assent_testing::Kind;
use rstest::rstest;
use serde_json::{Value, json};

use super::given::{World, world};

async fn room(world: &World, deal: &str) -> Value {
    world.get(&world.owner, &format!("/opportunities/{deal}/room")).await.expect(200)
}

fn psychology(room: &Value, person: &str) -> f64 {
    let people = room["stakeholders"].as_array().expect("people");
    let found = people.iter().find(|one| one["person"]["id"] == person).expect("a part");
    let levels = found["reading"]["factors"]["P"].as_array().expect("levels");
    levels[3..].iter().filter_map(Value::as_f64).sum()
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_renewal_has_the_same_people_and_begins_where_they_stand(
    #[values(Kind::Sqlite, Kind::Postgres)] kind: Kind,
) {
    let world = world(kind).await;
    let deal = world.id("opportunity").to_owned();
    let path = format!("/opportunities/{deal}/renewal");
    let refused = world.post(&world.owner, &path, json!({})).await;
    assert_eq!((refused.status.as_u16(), refused.code()), (409, "nothing_to_renew"));

    let order = json!({"at": "2026-02-20T00:00:00Z"});
    world
        .write(&world.owner, "PUT", &format!("/opportunities/{deal}/order"), order)
        .await
        .expect(200);
    let confirmed = json!({
        "opportunity_id": deal, "kind": "remark", "at": "2026-02-25T10:00:00Z",
        "source": "customer_written",
        "signs": [{"person_id": world.id("boss"), "kind": "benefit_confirmed"}],
    });
    world.post(&world.owner, "/interactions", confirmed.clone()).await.expect(201);

    let renewal = world.post(&world.owner, &path, json!({"name": "Next year"})).await.expect(201);
    assert_eq!((&renewal["renews_id"], &renewal["name"]), (&json!(deal), &json!("Next year")));
    assert_eq!((&renewal["phase"], &renewal["opened_on"]), (&json!("buy"), &json!("2026-03-02")));
    let id = renewal["id"].as_str().expect("an id");
    let [old, new] = [room(&world, &deal).await, room(&world, id).await];
    assert_eq!(old["renewals"], json!([{"id": id, "name": "Next year"}]));
    assert_eq!(new["renews"]["id"], json!(deal));
    let people = |room: &Value| room["stakeholders"].as_array().map(Vec::len);
    assert_eq!(people(&old), people(&new));
    let [before, begun] = [&old, &new].map(|room| psychology(room, world.id("boss")));
    assert!((before - begun).abs() < 0.05, "{before} {begun}");

    // What is heard of them in the old deal is heard in the renewal.
    let complaint = json!({
        "opportunity_id": deal, "kind": "remark", "at": "2026-03-01T10:00:00Z",
        "source": "customer_written",
        "signs": [{"person_id": world.id("boss"), "kind": "complaint"}],
    });
    world.post(&world.owner, "/interactions", complaint).await.expect(201);
    let path = format!("/opportunities/cards?person_id={}&limit=10", world.id("boss"));
    let cards = world.get(&world.owner, &path).await.expect(200);
    assert_eq!(cards["data"].as_array().map(Vec::len), Some(2));
    assert!(psychology(&room(&world, id).await, world.id("boss")) < begun - 0.1);

    let again =
        world.post(&world.owner, &format!("/opportunities/{deal}/renewal"), json!({})).await;
    assert_eq!((again.status.as_u16(), again.code()), (409, "renewal_open"));
    let turned = json!({"renews_id": id});
    let circle =
        world.write(&world.owner, "PATCH", &format!("/opportunities/{deal}"), turned).await;
    assert_eq!(circle.expect(422)["errors"][0]["pointer"], "/renews_id");
}
