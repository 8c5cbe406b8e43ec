//! Typed lines over the API: what they are read as, and that confirming them does what was shown.

use assent_testing::Kind;
use rstest::rstest;
use serde_json::{Value, json};

use super::given::{World, world};

async fn drafted(world: &World, text: &str, without: &[&str]) -> Value {
    let body = json!({
        "opportunity_id": world.id("opportunity"), "person_id": world.id("boss"),
        "text": text, "without": without,
    });
    world.post(&world.owner, "/interaction-drafts", body).await.expect(200)
}

fn chip<'a>(draft: &'a Value, kind: &str) -> Option<&'a Value> {
    draft["chips"].as_array().expect("chips").iter().find(|chip| chip["kind"] == kind)
}

#[rstest]
#[case::in_english("Called him yesterday, no answer", "yesterday")]
#[case::in_chinese("昨天给他打电话，没接", "昨天")]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_line_is_read_and_confirming_it_moves_what_was_shown(
    #[values(Kind::Sqlite, Kind::Postgres)] kind: Kind,
    #[case] text: &str,
    #[case] day: &str,
) {
    let world = world(kind).await;
    let draft = drafted(&world, text, &[]).await;
    let reply = chip(&draft, "reply").expect("a reply");
    assert_eq!((&reply["action"], &reply["value"]), (&json!("call"), &json!("no_answer")));
    assert_eq!(reply["toward"], "away");
    let date = chip(&draft, "date").expect("a date");
    assert_eq!(date["value"], "2026-03-01");
    let units: Vec<u16> = text.encode_utf16().collect();
    let at = |key: &str| usize::try_from(date[key].as_u64().expect("a place")).expect("small");
    let span = units.get(at("start")..at("end")).expect("inside the line");
    assert_eq!(String::from_utf16(span).expect("whole characters"), day);
    let person = chip(&draft, "person").expect("a person");
    assert_eq!(person["person_id"], world.id("boss"));
    assert!(person["person_name"].is_string());

    let entry = json!({
        "interaction": draft["interaction"], "commitments": draft["commitments"],
    });
    let made = world.post(&world.owner, "/evidence", entry).await.expect(201);
    assert_eq!(draft["effects"], made["beliefs"]);
    assert_ne!(draft["effects"], json!([]));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_chip_that_was_taken_out_is_not_recorded() {
    let world = world(Kind::Sqlite).await;
    let text = "He promised to send the drawings by Friday";
    let draft = drafted(&world, text, &[]).await;
    let promise = chip(&draft, "their_promise").expect("a promise");
    assert_eq!(promise["due"], "2026-03-06");
    let id = promise["id"].as_str().expect("an id").to_owned();
    let without = drafted(&world, text, &[&id]).await;
    assert!(chip(&without, "their_promise").is_none());
    assert_eq!(without["commitments"], json!([]));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_may_only_look_on_cannot_draft_and_a_line_has_an_end() {
    let world = world(Kind::Sqlite).await;
    let body = json!({"opportunity_id": world.id("opportunity"), "text": "called, no answer"});
    world.post(&world.stranger, "/interaction-drafts", body).await.expect(404);
    let long = json!({"opportunity_id": world.id("opportunity"), "text": "长".repeat(2_001)});
    let refused = world.post(&world.owner, "/interaction-drafts", long).await;
    assert_eq!(refused.body["errors"][0]["pointer"], "/text");
    assert_eq!(refused.body["errors"][0]["code"], "too_long");
}
