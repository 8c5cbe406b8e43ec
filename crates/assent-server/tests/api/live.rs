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

    /// The next change, unless none comes for a while.
    async fn next(&mut self, patience: Duration) -> Option<Value> {
        let frame = tokio::time::timeout(patience, self.0.next()).await.ok()??;
        let frame = String::from_utf8(frame.expect("a frame").to_vec()).expect("text");
        let data = frame.lines().find_map(|line| line.strip_prefix("data: "))?;
        serde_json::from_str(data).ok()
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
    let heard = manager.next(Duration::from_secs(20)).await.expect("the manager hears of it");
    assert_eq!(
        (heard["operation"].as_str(), heard["id"].as_str()),
        (Some("move_opportunity"), Some(deal))
    );
    // A change the stranger may hear of comes after it; nothing comes before.
    world.post(&world.stranger, "/organizations", json!({"name": "Shared"})).await.expect(201);
    let heard =
        stranger.next(Duration::from_secs(20)).await.expect("the stranger hears the second");
    assert_eq!(heard["operation"], "create_organization");
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
