//! Two users of different teams: neither sees nor guesses the other's deals.

use assent_testing::Kind;
use rstest::rstest;
use serde_json::json;

use super::given::{World, world};

/// Words that only the deal holds: its name, what was said, what was promised, what it is worth.
const SECRETS: [&str; 4] = ["Secret Mill", "Hushed words", "Whispered sample", "5000000"];

/// Every path that only looks, with the identifiers of the deal's own things.
fn looks(world: &World) -> Vec<String> {
    let deal = world.id("opportunity");
    let person = world.id("person");
    vec![
        "/opportunities?limit=200&count=true".into(),
        "/opportunities?q=secret&count=true".into(),
        format!("/opportunities?organization_id={}", world.id("organization")),
        format!("/opportunities?person_id={person}&count=true"),
        format!("/opportunities/{deal}"),
        format!("/opportunities/{deal}/room"),
        format!("/opportunities/{deal}/outlook"),
        format!("/opportunities/{deal}/control-charts"),
        format!("/opportunities/{deal}/ways?person_id={}", world.id("boss")),
        "/asks?count=true".into(),
        format!("/asks/{}", world.id("ask")),
        "/control-board".into(),
        "/control-board?alarm=slips".into(),
        "/forecast?until=2026-12-31".into(),
        format!("/opportunities/{deal}/evidence"),
        format!("/opportunities/{deal}/stakeholders"),
        format!("/opportunities/{deal}/stage-changes"),
        format!("/opportunities/{deal}/people/{person}/belief"),
        format!("/pipelines/{}/board?state=open", world.id("pipeline")),
        "/opportunities/cards".into(),
        "/interactions?count=true".into(),
        format!("/interactions?person_id={person}&count=true"),
        format!("/interactions?opportunity_id={deal}&count=true"),
        format!("/interactions/{}", world.id("interaction")),
        "/commitments?count=true".into(),
        format!("/commitments?person_id={person}&count=true"),
        format!("/commitments/{}", world.id("commitment")),
        "/search?q=secret".into(),
        "/search?q=hushed".into(),
        "/search?q=mill".into(),
        "/changes?limit=1000".into(),
        "/people?limit=200".into(),
        format!("/people/{person}"),
    ]
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_shows_a_stranger_the_deal(
    #[values(Kind::Sqlite, Kind::Postgres)] kind: Kind,
    #[values(true, false)] of_the_other_team: bool,
) {
    let world = world(kind).await;
    let caller = if of_the_other_team { &world.stranger } else { &world.colleague };
    let deal = world.id("opportunity");
    for path in looks(&world) {
        let seen = world.get(&world.owner, &path).await;
        assert!(seen.status.is_success(), "the owner sees {path}: {:#}", seen.body);
        let answer = world.get(caller, &path).await;
        let shown = answer.body.to_string();
        for secret in SECRETS {
            assert!(!shown.contains(secret), "{path} shows “{secret}” to {}: {shown}", caller.name);
        }
        // A path that does not name the deal must not give its identifier away either, nor count it.
        if !path.contains(deal) {
            assert!(!shown.contains(deal), "{path} gives the deal away to {}", caller.name);
        }
        if path.contains("count=true") {
            let total = &answer.body["page"]["total"];
            assert_eq!(total, 0, "{path} counts it for {}", caller.name);
        }
    }
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_hidden_deal_is_answered_like_one_that_does_not_exist(
    #[values(Kind::Sqlite, Kind::Postgres)] kind: Kind,
) {
    let world = world(kind).await;
    let deal = world.id("opportunity");
    let nothing = "01000000-0000-7000-8000-000000000000";
    for path in ["", "/room", "/evidence", "/stakeholders", "/stage-changes"] {
        let hidden = world.get(&world.stranger, &format!("/opportunities/{deal}{path}")).await;
        let absent = world.get(&world.stranger, &format!("/opportunities/{nothing}{path}")).await;
        assert_eq!((hidden.status.as_u16(), hidden.body), (absent.status.as_u16(), absent.body));
    }
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_stranger_changes_nothing_of_the_deal(
    #[values(Kind::Sqlite, Kind::Postgres)] kind: Kind,
) {
    let world = world(kind).await;
    let deal = world.id("opportunity").to_owned();
    let before = world.get(&world.owner, &format!("/opportunities/{deal}")).await.expect(200);
    let call = json!({
        "opportunity_id": deal, "kind": "call", "direction": "out", "result": "answered",
        "at": "2026-03-01T10:00:00Z", "participants": [world.id("person")],
    });
    let attempts = [
        ("PATCH", format!("/opportunities/{deal}"), json!({"name": "Taken"})),
        (
            "POST",
            format!("/opportunities/{deal}/stage-changes"),
            json!({"stage_id": world.id("stage")}),
        ),
        ("PUT", format!("/opportunities/{deal}/order"), json!({"at": "2026-03-01T00:00:00Z"})),
        ("POST", "/interactions".into(), call.clone()),
        ("POST", "/evidence".into(), json!({"interaction": call})),
        ("PATCH", format!("/interactions/{}", world.id("interaction")), json!({"words": "Taken"})),
        ("PATCH", format!("/commitments/{}", world.id("commitment")), json!({"text": "Taken"})),
        (
            "PUT",
            format!("/interactions/{}/dispute", world.id("interaction")),
            json!({"reason": "Taken"}),
        ),
        (
            "PUT",
            format!("/commitments/{}/dispute", world.id("commitment")),
            json!({"reason": "Taken"}),
        ),
    ];
    for (method, path, body) in attempts {
        let answer = world.write(&world.stranger, method, &path, body).await;
        assert!(answer.status.is_client_error(), "{method} {path}: {}", answer.status);
    }
    let after = world.get(&world.owner, &format!("/opportunities/{deal}")).await.expect(200);
    assert_eq!(before, after);
}
