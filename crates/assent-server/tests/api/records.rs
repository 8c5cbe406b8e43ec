//! Records over the API: made, changed, put away, brought back, listed.

use assent_testing::Kind;
use axum::body::Body;
use axum::http::header;
use rstest::rstest;
use serde_json::{Value, json};

use super::given::world;

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_person_is_made_changed_put_away_and_brought_back(
    #[values(Kind::Sqlite, Kind::Postgres)] kind: Kind,
) {
    let world = world(kind).await;
    let made =
        world.post(&world.owner, "/people", json!({"name": " 李雷 ", "email": "L@X.example"}));
    let made = made.await.expect(201);
    assert_eq!(
        (made["name"].as_str(), made["email"].as_str()),
        (Some("李雷"), Some("l@x.example"))
    );
    let path = format!("/people/{}", made["id"].as_str().expect("an id"));
    let own = json!({"owner_id": world.owner.user, "phone": "+86 1"});
    let changed = world.write(&world.admin, "PATCH", &path, own).await.expect(200);
    assert_eq!(changed["version"], 2);
    assert_eq!(changed["email"], "l@x.example");
    world.delete(&world.owner, &path).await.expect(204);
    let found = world.get(&world.owner, "/search?q=lilei").await.expect(200);
    assert_eq!(found["data"], json!([]));
    world.post(&world.owner, &format!("{path}/restoration"), json!({})).await.expect(200);
    let found = world.get(&world.owner, "/search?q=lilei").await.expect(200);
    assert_eq!(found["data"][0]["title"], "李雷");
}

#[rstest]
#[case(json!({}), "/name", "required")]
#[case(json!({"name": "  "}), "/name", "required")]
#[case(json!({"name": "N", "email": "nobody"}), "/email", "invalid")]
#[case(json!({"name": "N", "shoe_size": 44}), "/shoe_size", "unknown_field")]
#[case(json!({"name": "N", "owner_id": "01000000-0000-7000-8000-000000000000"}), "/owner_id", "unknown_reference")]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_problem_names_the_field(#[case] body: Value, #[case] pointer: &str, #[case] code: &str) {
    let world = world(Kind::Sqlite).await;
    let answer = world.post(&world.owner, "/people", body).await;
    assert_eq!(answer.headers[header::CONTENT_TYPE], "application/problem+json");
    assert_eq!(answer.status.as_u16(), 422, "{:#}", answer.body);
    let error = &answer.body["errors"][0];
    assert_eq!((error["pointer"].as_str(), error["code"].as_str()), (Some(pointer), Some(code)));
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_key_that_is_taken_is_a_problem_of_its_field(
    #[values(Kind::Sqlite, Kind::Postgres)] kind: Kind,
) {
    let world = world(kind).await;
    let answer = world.post(&world.owner, "/people", json!({"name": "N", "key": "boss"})).await;
    assert_eq!(answer.body["errors"][0]["pointer"], "/key");
    assert_eq!(answer.body["errors"][0]["code"], "taken");
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_changes_what_somebody_else_has_changed_is_told_so(
    #[values(Kind::Sqlite, Kind::Postgres)] kind: Kind,
) {
    let world = world(kind).await;
    let path = format!("/organizations/{}", world.id("organization"));
    let read = world.get(&world.admin, &path).await;
    let tag = read.headers[header::ETAG].to_str().expect("a tag").to_owned();
    let change = |name: &str| {
        world
            .admin
            .request("PATCH", &path)
            .header(header::CONTENT_TYPE, "application/merge-patch+json")
            .header(header::IF_MATCH, &tag)
            .body(Body::from(json!({"name": name}).to_string()))
            .expect("a request")
    };
    world.send(change("First")).await.expect(200);
    let late = world.send(change("Second")).await;
    assert_eq!((late.status.as_u16(), late.code()), (412, "changed_meanwhile"));
    assert_eq!(world.get(&world.admin, &path).await.expect(200)["name"], "First");
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_same_request_sent_twice_is_done_once(
    #[values(Kind::Sqlite, Kind::Postgres)] kind: Kind,
) {
    let world = world(kind).await;
    let request = |key: &str, name: &str| {
        world
            .owner
            .request("POST", "/people")
            .header(header::CONTENT_TYPE, "application/json")
            .header("idempotency-key", key)
            .body(Body::from(json!({"name": name}).to_string()))
            .expect("a request")
    };
    let first = world.send(request("one", "Twice")).await.expect(201);
    let again = world.send(request("one", "Twice")).await;
    assert_eq!(again.headers["idempotency-replayed"], "true");
    assert_eq!(again.expect(201), first);
    let other = world.send(request("one", "Thrice")).await;
    assert_eq!(other.body["errors"][0]["code"], "other_request");
    let people = world.get(&world.owner, "/people?q=twice&count=true").await.expect(200);
    assert_eq!(people["page"]["total"], 1);
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_list_walked_by_its_cursors_shows_every_row_once(
    #[values(Kind::Sqlite, Kind::Postgres)] kind: Kind,
) {
    let world = world(kind).await;
    for n in 0..23 {
        let name = if n % 2 == 0 { format!("Anna {n}") } else { format!("安娜 {n}") };
        world.post(&world.owner, "/people", json!({"name": name})).await.expect(201);
    }
    let (mut seen, mut cursor) = (Vec::new(), String::new());
    loop {
        let page =
            world.get(&world.owner, &format!("/people?q=an&limit=5{cursor}")).await.expect(200);
        let rows = page["data"].as_array().expect("rows");
        seen.extend(rows.iter().map(|row| row["name"].as_str().expect("a name").to_owned()));
        match page["page"]["next_cursor"].as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => break,
        }
    }
    let distinct: std::collections::BTreeSet<&String> = seen.iter().collect();
    assert_eq!((seen.len(), distinct.len()), (23, 23), "{seen:?}");
}

#[rstest]
#[case("/people?limit=0")]
#[case("/people?limit=201")]
#[case("/people?cursor=nonsense")]
#[case("/changes?since=nonsense")]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_out_of_range_is_refused(#[case] path: &str) {
    let world = world(Kind::Sqlite).await;
    assert_eq!(world.get(&world.owner, path).await.status.as_u16(), 422);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_can_make_a_team_its_own_superior() {
    let world = world(Kind::Sqlite).await;
    let north = world.id("team");
    let below =
        world.post(&world.admin, "/teams", json!({"name": "Far North", "parent_id": north}));
    let below = below.await.expect(201)["id"].clone();
    let circle = json!({"parent_id": below});
    let answer = world.write(&world.admin, "PATCH", &format!("/teams/{north}"), circle).await;
    assert_eq!(answer.body["errors"][0]["code"], "circle");
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_leads_a_team_sees_the_deals_of_the_teams_below(
    #[values(Kind::Sqlite, Kind::Postgres)] kind: Kind,
) {
    let world = world(kind).await;
    let path = format!("/opportunities/{}", world.id("opportunity"));
    world.get(&world.stranger, &path).await.expect(404);
    let teams = world.get(&world.admin, "/teams").await.expect(200);
    let south =
        teams["data"].as_array().expect("teams").iter().find(|team| team["name"] == "South");
    let north = format!("/teams/{}", world.id("team"));
    let under = json!({"parent_id": south.expect("the South")["id"]});
    world.write(&world.admin, "PATCH", &north, under).await.expect(200);
    world.get(&world.stranger, &path).await.expect(200);
}
