//! Evidence over the API: what it moves, in whatever order it comes, and how it is undone.

use assent_domain::permission::Sight;
use assent_server::operations::{Actor, Refusal, estimates, load, pipelines};
use assent_store::beliefs::{self, Belief};
use assent_store::{Db, opportunities};
use assent_testing::Kind;
use rstest::rstest;
use serde_json::{Value, json};

use super::given::{Scratch, World, app, world};

fn call(world: &World, result: &str, at: &str) -> Value {
    json!({
        "opportunity_id": world.id("opportunity"), "kind": "call", "direction": "out",
        "result": result, "at": at, "participants": [world.id("boss")],
    })
}

async fn standing(world: &World) -> Value {
    let (deal, boss) = (world.id("opportunity"), world.id("boss"));
    let path = format!("/opportunities/{deal}/people/{boss}/belief?at=2026-03-02");
    world.get(&world.owner, &path).await.expect(200)["estimate"].clone()
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn unanswered_calls_move_a_person_away_and_undoing_brings_them_back(
    #[values(Kind::Sqlite, Kind::Postgres)] kind: Kind,
) {
    let world = world(kind).await;
    let before = standing(&world).await;
    let body = json!({"interaction": call(&world, "no_answer", "2026-02-20T10:00:00Z")});
    let made = world.post(&world.owner, "/evidence", body).await.expect(201);
    let after = standing(&world).await;
    let avoids = |estimate: &Value| estimate["reading"]["avoids"].as_f64().expect("a probability");
    assert!(avoids(&after) > avoids(&before));
    assert_eq!(made["beliefs"][0]["after"], after["reading"]);
    let path = format!("/evidence/{}", made["id"].as_str().expect("an id"));
    world.delete(&world.owner, &path).await.expect(200);
    assert_eq!(standing(&world).await, before);
    world.post(&world.owner, &format!("{path}/restoration"), json!({})).await.expect(200);
    assert_eq!(standing(&world).await["reading"], after["reading"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_preview_says_what_would_move_and_stores_nothing() {
    let world = world(Kind::Sqlite).await;
    let before = standing(&world).await;
    let body = call(&world, "refused", "2026-02-20T10:00:00Z");
    let preview = world.post(&world.owner, "/interactions?preview=true", body.clone()).await;
    let preview = preview.expect(200);
    assert_eq!(standing(&world).await, before);
    let made = world.post(&world.owner, "/interactions", body).await.expect(201);
    assert_eq!(preview["beliefs"], made["beliefs"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_lines_of_an_explanation_add_up() {
    let world = world(Kind::Sqlite).await;
    for (result, at) in
        [("no_answer", "2026-02-03T10:00:00Z"), ("answered", "2026-02-20T10:00:00Z")]
    {
        world.post(&world.owner, "/interactions", call(&world, result, at)).await.expect(201);
    }
    let why = standing(&world).await["explanation"].clone();
    let number = |value: &Value| value.as_f64().expect("a number");
    let lines = why["lines"].as_array().expect("lines");
    let sum: f64 = lines.iter().map(|line| number(&line["points"])).sum();
    let total = number(&why["start_points"]) + sum + number(&why["quiet_points"]);
    assert!((total - number(&why["total_points"])).abs() < 1e-9);
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_a_batch_the_good_are_taken_and_the_bad_are_named(
    #[values(Kind::Sqlite, Kind::Postgres)] kind: Kind,
) {
    let world = world(kind).await;
    let good = call(&world, "no_answer", "2026-02-20T10:00:00Z");
    let bad = call(&world, "sang_a_song", "2026-02-21T10:00:00Z");
    let body = json!({"items": [good, bad, {"kind": "call"}]});
    let answer = world.post(&world.owner, "/interactions/batch", body).await.expect(200);
    let items = answer["items"].as_array().expect("items");
    let statuses: Vec<_> = items.iter().map(|item| item["status"].as_u64()).collect();
    assert_eq!(statuses, [Some(201), Some(422), Some(422)]);
    assert_eq!(items[1]["problem"]["errors"][0]["pointer"], "/result");
    let all = world.get(&world.owner, "/interactions?count=true").await.expect(200);
    assert_eq!(all["page"]["total"], 3);
}

/// The published case, as it ships with the program.
const CASE: &str = include_str!("../../../../examples/amd_case.jsonl");

/// Loads these lines one file after the other and reads all beliefs back.
async fn beliefs_after(kind: Kind, files: &[&str]) -> Vec<(String, Belief)> {
    let database = Scratch::of(kind);
    let (app, _) = app(&database);
    for file in files {
        let mut act = app.act(Actor::House);
        let file = (*file).to_owned();
        let load = move |db: &mut Db| -> Result<_, Refusal> {
            pipelines::ensure_default(db, &mut act)?;
            load::load_records(db, &mut act, &file, |_| {})
        };
        let report = app.store.write(load).await.expect("the database takes it");
        assert!(report.rejected.is_empty(), "{:?}", report.rejected);
    }
    app.store.read(by_name).await.expect("beliefs are read")
}

fn by_name(db: &mut Db) -> Result<Vec<(String, Belief)>, Refusal> {
    let deals = opportunities::open_after(db, None, 10)?;
    let deal = estimates::load(db, &Sight::All, deals[0])?;
    let mut found = Vec::new();
    for belief in beliefs::of_deals(db, &deals)? {
        let name = deal.stakeholders.iter().find(|one| one.facts.person_id == belief.person);
        found.push((name.map(|one| one.name.clone()).unwrap_or_default(), belief));
    }
    found.sort_by(|a, b| a.0.cmp(&b.0));
    Ok(found)
}

/// What must not depend on how the evidence came: everything but identifiers.
fn same(one: &[(String, Belief)], other: &[(String, Belief)]) {
    assert_eq!(one.len(), other.len());
    for ((name, a), (other_name, b)) in one.iter().zip(other) {
        assert_eq!(name, other_name);
        assert_eq!(a.state, b.state, "{name}");
        assert_eq!(a.log_evidence, b.log_evidence, "{name}");
        assert_eq!((a.settled_at, a.evidence_count), (b.settled_at, b.evidence_count), "{name}");
        assert_eq!(a.explanation, b.explanation, "{name}");
        assert_eq!(a.reading, b.reading, "{name}");
    }
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_same_file_loaded_twice_leaves_what_once_leaves(
    #[values(Kind::Sqlite, Kind::Postgres)] kind: Kind,
) {
    same(&beliefs_after(kind, &[CASE]).await, &beliefs_after(kind, &[CASE, CASE]).await);
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn late_evidence_leaves_what_evidence_in_order_leaves(
    #[values(Kind::Sqlite, Kind::Postgres)] kind: Kind,
) {
    // Everything but a month of the middle, and then that month, backwards.
    let late =
        |line: &&str| line.contains("\"interaction\"") && line.contains("\"date\": \"2000-06");
    let (month, rest): (Vec<&str>, Vec<&str>) = CASE.lines().partition(late);
    assert!(month.len() >= 3);
    let dataset = CASE.lines().find(|line| line.contains("\"dataset\"")).expect("a first line");
    let mut backwards: Vec<&str> = month.into_iter().rev().collect();
    backwards.insert(0, dataset);
    let (rest, backwards) = (rest.join("\n"), backwards.join("\n"));
    let in_order = beliefs_after(kind, &[CASE]).await;
    same(&in_order, &beliefs_after(kind, &[&rest, &backwards]).await);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn both_databases_hold_the_same_beliefs() {
    let on_sqlite = beliefs_after(Kind::Sqlite, &[CASE]).await;
    same(&on_sqlite, &beliefs_after(Kind::Postgres, &[CASE]).await);
}
