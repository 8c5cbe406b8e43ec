//! The change feed: read page by page, and heard live.

use std::time::Duration;

use assent_testing::Kind;
use axum::body::{Body, BodyDataStream};
use rstest::rstest;
use serde_json::{Value, json};
use tokio_stream::StreamExt;
use tower::ServiceExt;

use super::given::{Caller, World, world};

/// Listens to the live feed until something comes.
struct Listener(BodyDataStream);

impl Listener {
    async fn of(world: &World, caller: &Caller) -> Self {
        let request = caller.request("GET", "/changes/stream").body(Body::empty());
        let response = world.router.clone().oneshot(request.expect("a request")).await;
        Self(response.expect("a router answers").into_body().into_data_stream())
    }

    /// Everything up to the change that is waited for. On PostgreSQL that may begin with what was done
    /// just before, while others were still at work on the same server.
    async fn until(&mut self, operation: &str, id: &str) -> Vec<Value> {
        let hear = async {
            let mut heard = Vec::new();
            loop {
                let change = self.next().await;
                let is_last = change["operation"] == operation && change["id"] == id;
                heard.push(change);
                if is_last {
                    return heard;
                }
            }
        };
        // Of the whole wait: signs of life come on a feed without changes too.
        let heard = tokio::time::timeout(Duration::from_secs(20), hear).await;
        heard.unwrap_or_else(|_| panic!("{operation} of {id} is not heard"))
    }

    async fn next(&mut self) -> Value {
        loop {
            let frame = self.0.next().await.expect("the feed goes on").expect("a frame");
            let frame = String::from_utf8(frame.to_vec()).expect("text");
            if let Some(data) = frame.lines().find_map(|line| line.strip_prefix("data: ")) {
                return serde_json::from_str(data).expect("a change");
            }
        }
    }
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_change_is_heard_by_who_may_see_it_and_by_nobody_else(
    #[values(Kind::Sqlite, Kind::Postgres)] kind: Kind,
) {
    let world = world(kind).await;
    let mut manager = Listener::of(&world, &world.manager).await;
    let mut stranger = Listener::of(&world, &world.stranger).await;
    let deal = world.id("opportunity");
    let moved = json!({"stage_id": world.id("stage")});
    let path = format!("/opportunities/{deal}/stage-changes");
    world.post(&world.owner, &path, moved).await.expect(201);
    manager.until("move_opportunity", deal).await;
    // What the stranger may hear of comes after it.
    let shared = json!({"name": "Shared"});
    let shared = world.post(&world.stranger, "/organizations", shared).await.expect(201);
    let shared = shared["id"].as_str().expect("an id");
    let heard = stranger.until("create_organization", shared).await;
    assert!(heard.iter().all(|one| !one.to_string().contains(deal)), "{heard:?}");
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_feed_read_by_pages_shows_every_change_once(
    #[values(Kind::Sqlite, Kind::Postgres)] kind: Kind,
) {
    let world = world(kind).await;
    for n in 0..7 {
        let body = json!({"name": format!("House {n}")});
        world.post(&world.owner, "/organizations", body).await.expect(201);
    }
    let (mut seen, mut since) = (Vec::new(), String::new());
    loop {
        let page = world.get(&world.admin, &format!("/changes?limit=4{since}")).await.expect(200);
        let rows = page["data"].as_array().expect("rows");
        seen.extend(rows.iter().map(|row| row["cursor"].as_str().expect("a cursor").to_owned()));
        match page["page"]["next_cursor"].as_str() {
            Some(next) => since = format!("&since={next}"),
            None => break,
        }
    }
    let distinct: std::collections::BTreeSet<&String> = seen.iter().collect();
    assert_eq!(seen.len(), distinct.len());
    assert!(seen.len() >= 7);
}
