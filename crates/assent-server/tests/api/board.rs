//! The board and the room.

use assent_testing::Kind;
use rstest::rstest;
use serde_json::json;

use super::given::world;

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn moving_a_deal_moves_its_card_and_taking_it_back_moves_it_back(
    #[values(Kind::Sqlite, Kind::Postgres)] kind: Kind,
) {
    let world = world(kind).await;
    let board = format!("/pipelines/{}/board", world.id("pipeline"));
    let moves = format!("/opportunities/{}/stage-changes", world.id("opportunity"));
    let column_of_the_deal = async || {
        let board = world.get(&world.owner, &board).await.expect(200);
        let columns = board["columns"].as_array().expect("columns").clone();
        let at = columns.iter().position(|column| column["count"] == 1).expect("the deal");
        assert_eq!(columns[at]["sums"], json!([{"minor": 5_000_000, "currency": "EUR"}]));
        assert_eq!(columns[at]["cards"][0]["people"][0]["veto"], true);
        at
    };
    assert_eq!(column_of_the_deal().await, 0);
    let moved = json!({"stage_id": world.id("stage")});
    let made = world.post(&world.owner, &moves, moved).await.expect(201);
    assert_eq!(column_of_the_deal().await, 2);
    let made = made["id"].as_str().expect("an id");
    world.delete(&world.owner, &format!("{moves}/{made}")).await.expect(204);
    assert_eq!(column_of_the_deal().await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_room_of_a_past_day_knows_nothing_of_later_days() {
    let world = world(Kind::Sqlite).await;
    let room = format!("/opportunities/{}/room", world.id("opportunity"));
    let then = world.get(&world.owner, &format!("{room}?at=2026-01-10")).await.expect(200);
    let now = world.get(&world.owner, &room).await.expect(200);
    assert_eq!(
        (then["evidence_count"].as_u64(), now["evidence_count"].as_u64()),
        (Some(0), Some(2))
    );
    assert_eq!(then["stakeholders"][0]["reading"], json!(null));
    assert_ne!(now["stakeholders"][0]["reading"], json!(null));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_part_ends_with_the_employment() {
    let world = world(Kind::Sqlite).await;
    let deal = world.id("opportunity");
    let job = format!("/employments/{}", world.id("employment"));
    let left = json!({"until": "2026-02-01"});
    world.write(&world.owner, "PATCH", &job, left).await.expect(403);
    let left = json!({"until": "2026-02-01"});
    world.write(&world.admin, "PATCH", &job, left).await.expect(200);
    let room = world.get(&world.owner, &format!("/opportunities/{deal}/room")).await.expect(200);
    let people = room["stakeholders"].as_array().expect("people");
    let clerk = people.iter().find(|one| one["person"]["name"] == "王芳").expect("the clerk");
    assert_eq!((clerk["active"].as_bool(), clerk["power"].as_f64()), (Some(false), Some(0.0)));
    assert_eq!(clerk["reading"]["as_of"], "2026-02-01");
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_map_shows_ways_in_and_nobody_whom_only_the_seller_knows(
    #[values(Kind::Sqlite, Kind::Postgres)] kind: Kind,
) {
    let world = world(kind).await;
    let person = async |name: &str| {
        let made = world.post(&world.admin, "/people", json!({"name": name})).await.expect(201);
        made["id"].as_str().expect("an id").to_owned()
    };
    let tie = async |from: &str, to: &str| {
        let tie = json!({"from_id": from, "to_id": to, "kind": "knows"});
        world.post(&world.admin, "/ties", tie).await.expect(201);
    };
    let [elsewhere, way_in] = [person("Elsewhere").await, person("Way in").await];
    tie(world.id("seller"), &elsewhere).await;
    tie(world.id("seller"), &way_in).await;
    tie(&way_in, world.id("person")).await;

    let path = format!("/opportunities/{}/room", world.id("opportunity"));
    let room = world.get(&world.admin, &path).await.expect(200);
    let others: Vec<_> = room["others"].as_array().expect("others").iter().collect();
    let named = |name: &str| others.iter().any(|one| one["name"] == name);
    assert!(named("Way in") && !named("Elsewhere"), "{others:?}");
    let edges = room["edges"].as_array().expect("edges");
    let of_the_way = |edge: &&serde_json::Value| edge["from"] == *way_in || edge["to"] == *way_in;
    assert_eq!(edges.iter().filter(of_the_way).count(), 2);
}
