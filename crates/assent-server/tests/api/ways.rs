//! The way in over the API: the best ways, asks and what becomes of them, and who is told of whom.

use assent_testing::Kind;
use rstest::rstest;
use serde_json::{Value, json};

use super::given::{Caller, World, world};

/// Somebody else of ours, who has met the boss; and the ways to the boss.
async fn helped(world: &World) -> String {
    let helper = json!({"name": "Hella Helper", "team_id": null});
    let helper = world.post(&world.admin, "/people", helper).await.expect(201);
    let helper = helper["id"].as_str().expect("an id").to_owned();
    let house = world.get(&world.admin, "/organizations?q=our").await.expect(200);
    let house = &house["data"][0]["id"];
    let job = json!({"person_id": helper, "organization_id": house});
    world.post(&world.admin, "/employments", job).await.expect(201);
    let tie = json!({
        "from_id": helper, "to_id": world.id("boss"), "kind": "sold_to", "since": "2025-06-01",
    });
    world.post(&world.admin, "/ties", tie).await.expect(201);
    helper
}

async fn ways(world: &World, caller: &Caller) -> Value {
    let [deal, boss] = ["opportunity", "boss"].map(|of| world.id(of));
    let path = format!("/opportunities/{deal}/ways?person_id={boss}");
    world.get(caller, &path).await.expect(200)
}

fn firsts(ways: &Value) -> Vec<String> {
    let ways = ways["ways"].as_array().expect("ways");
    let first = |way: &Value| way["through"][0].as_str().expect("somebody").to_owned();
    ways.iter().map(first).collect()
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ways_follow_what_is_recorded_and_say_why(
    #[values(Kind::Sqlite, Kind::Postgres)] kind: Kind,
) {
    let world = world(kind).await;
    let clerk = world.id("person").to_owned();
    let before = ways(&world, &world.owner).await;
    assert_eq!(firsts(&before), [clerk.as_str()]);
    let way = &before["ways"][0];
    let words: Vec<&str> =
        [0, 1].map(|hop| way["hops"][hop]["bridge"]["word"].as_str().expect("a word")).to_vec();
    assert_eq!(words, ["knows", "reports_to"]);
    assert_eq!(way["hops"][1]["bridge"]["organization"], "Quernstone Mills");
    let hop = |at: usize| way["hops"][at]["chance"].as_f64().expect("a chance");
    assert!((hop(0) * hop(1) - way["chance"].as_f64().expect("a chance")).abs() < 1e-12);
    let english = way["draft"]["en"]["body"].as_str().expect("words");
    assert!(english.contains("introduce me to Berta Boss"), "{english}");
    let chinese = way["draft"]["zh-CN"]["body"].as_str().expect("words");
    assert!(chinese.contains("引荐Berta Boss"), "{chinese}");

    let helper = helped(&world).await;
    let after = ways(&world, &world.owner).await;
    assert_eq!(firsts(&after)[0], helper, "{after:#}");
    assert_eq!(after["ways"][0]["hops"][0]["bridge"]["word"], "colleague");
    assert_eq!(after["ways"][0]["hops"][1]["bridge"]["word"], "sold_to");

    // What is put away leads nowhere, and does again once it is brought back.
    world.delete(&world.admin, &format!("/people/{helper}")).await.expect(204);
    assert_eq!(firsts(&ways(&world, &world.owner).await), [clerk.as_str()]);
    let back = format!("/people/{helper}/restoration");
    world.post(&world.admin, &back, json!({})).await.expect(200);
    assert_eq!(firsts(&ways(&world, &world.owner).await)[0], helper);
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_is_told_of_somebody_they_may_not_see(
    #[values(Kind::Sqlite, Kind::Postgres)] kind: Kind,
) {
    let world = world(kind).await;
    let helper = helped(&world).await;
    assert_eq!(firsts(&ways(&world, &world.owner).await)[0], helper);
    // In a team of their own, only those who see everything see them.
    let south = world.post(&world.admin, "/teams", json!({"name": "Far"})).await.expect(201);
    let moved = json!({"team_id": south["id"]});
    let path = format!("/people/{helper}");
    world.write(&world.admin, "PATCH", &path, moved).await.expect(200);
    let owners = ways(&world, &world.owner).await;
    assert!(!owners.to_string().contains(&helper), "{owners:#}");
    assert!(!owners.to_string().contains("Hella"), "{owners:#}");
    assert_eq!(firsts(&ways(&world, &world.admin).await)[0], helper);
    let deal = world.id("opportunity");
    let advice = world.get(&world.owner, &format!("/opportunities/{deal}/advice")).await;
    assert!(!advice.expect(200).to_string().contains(&helper));
    let today = world.get(&world.owner, "/today").await.expect(200);
    assert!(!today.to_string().contains(&helper));
    // Nor may they be asked by whoever does not see them.
    let path = format!("/opportunities/{deal}/asks");
    let ask = json!({"target_id": world.id("boss"), "through": [helper]});
    let refused = world.post(&world.owner, &path, ask).await;
    assert_eq!(refused.body["errors"][0]["pointer"], "/through/0", "{:#}", refused.body);
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_is_asked_twice_within_a_month(#[values(Kind::Sqlite, Kind::Postgres)] kind: Kind) {
    let world = world(kind).await;
    let helper = helped(&world).await;
    let [deal, boss] = ["opportunity", "boss"].map(|of| world.id(of).to_owned());
    let path = format!("/opportunities/{deal}/asks");
    let ask = json!({"target_id": boss, "through": [helper]});
    let asked = world.post(&world.owner, &path, ask.clone()).await.expect(201);
    assert_eq!((&asked["state"], &asked["again_on"]), (&json!("asked"), &json!("2026-04-01")));
    assert!(asked["chance"].as_f64().is_some_and(|chance| chance > 0.0), "{asked:#}");

    let again = world.post(&world.manager, &path, ask.clone()).await;
    assert_eq!((again.status.as_u16(), again.code()), (409, "asked_lately"));
    let why = again.body["detail"].as_str().unwrap_or_default();
    assert_eq!(
        why,
        "Hella Helper was asked on 2026-03-02 by Sela Owner, and may be asked again from 2026-04-01"
    );
    // They are passed over, and it is said that they were.
    let after = ways(&world, &world.owner).await;
    assert!(!firsts(&after).contains(&helper), "{after:#}");
    assert_eq!(after["spared"][0]["person_id"], helper.as_str());
    assert_eq!(after["spared"][0]["ask_id"], asked["id"]);
    // An introduction that is under way is not advised once more.
    let advice = world.get(&world.owner, &format!("/opportunities/{deal}/advice")).await;
    let advice = advice.expect(200);
    let best = advice["best"].as_array().expect("suggestions").iter();
    let introduced = |one: &&Value| one["action"] == "introduction" && one["person_id"] == boss;
    assert_eq!(best.filter(introduced).count(), 0, "{advice:#}");

    let state = format!("/asks/{}/state", asked["id"].as_str().expect("an id"));
    let refused = json!({"state": "refused", "note": " Not now "});
    let refused = world.write(&world.owner, "PUT", &state, refused).await.expect(200);
    assert_eq!((&refused["state"], &refused["note"]), (&json!("refused"), &json!("Not now")));
    let open = world.get(&world.owner, "/asks?open=true&count=true").await.expect(200);
    assert_eq!(open["page"]["total"], 0);
    let mut of_boss = format!("/asks?target_id={boss}&opportunity_id={deal}&limit=1&count=true");
    let mut listed = Vec::new();
    for has_more in [true, false] {
        let page = world.get(&world.owner, &of_boss).await.expect(200);
        assert_eq!(page["page"]["has_more"], has_more, "{page:#}");
        listed.push(page["data"][0]["id"].clone());
        let cursor = page["page"]["next_cursor"].as_str().unwrap_or_default();
        of_boss = format!("/asks?target_id={boss}&opportunity_id={deal}&limit=1&cursor={cursor}");
    }
    listed.sort_by_key(|id| *id != asked["id"]);
    assert_eq!(listed, [asked["id"].clone(), json!(world.id("ask"))]);

    // A month later they may be asked again; that they refused is remembered.
    let fresh = ways_after(&world, 31).await;
    let chance = |ways: &Value| {
        let all = ways["ways"].as_array().expect("ways");
        let own = all.iter().find(|way| way["through"][0] == helper.as_str()).expect("the helper");
        own["hops"][1]["chance"].as_f64().expect("a chance")
    };
    let with_refusal = chance(&fresh);
    let undone = json!({"state": "undone"});
    world.write(&world.owner, "PUT", &state, undone).await.expect(200);
    let without = chance(&ways(&world, &world.owner).await);
    assert!((with_refusal - without * 2.0 / 3.0).abs() < 1e-9, "{with_refusal} {without}");
    world.post(&world.owner, &path, ask).await.expect(201);
}

async fn ways_after(world: &World, days: i64) -> Value {
    let now = world.app.now();
    world.clock.set(now.plus_seconds(days * 86_400));
    ways(world, &world.owner).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_ask_that_makes_no_sense_is_refused_by_field() {
    let world = world(Kind::Sqlite).await;
    let [deal, boss, clerk, seller] =
        ["opportunity", "boss", "person", "seller"].map(|of| world.id(of).to_owned());
    let path = format!("/opportunities/{deal}/asks");
    for (through, pointer) in [
        (json!([]), "/through"),
        (json!([boss]), "/through/0"),
        (json!([clerk, clerk]), "/through/1"),
        (json!([seller]), "/through/0"),
        (json!([deal]), "/through/0"),
    ] {
        let body = json!({"target_id": boss, "through": through});
        let answer = world.post(&world.owner, &path, body).await;
        assert_eq!(answer.status.as_u16(), 422, "{:#}", answer.body);
        assert_eq!(answer.body["errors"][0]["pointer"], pointer, "{:#}", answer.body);
    }
    let nobody = format!("/opportunities/{deal}/ways?person_id={deal}");
    assert_eq!(world.get(&world.owner, &nobody).await.status.as_u16(), 422);
}

/// A network that has followed every change tells the same as one that is laid down anew.
#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_followed_the_changes_is_what_would_be_laid_down_anew(
    #[values(Kind::Sqlite, Kind::Postgres)] kind: Kind,
) {
    let world = world(kind).await;
    let helper = helped(&world).await;
    let id = |of: &str| world.id(of).to_owned();
    let created = |body: Value| body["id"].as_str().expect("an id").to_owned();
    let mut seen = Vec::new();
    check(&world, &mut seen).await;

    let client = json!({"name": "Tessel Foods"});
    let client = created(world.post(&world.admin, "/organizations", client).await.expect(201));
    let user = json!({"name": "Ulla User"});
    let user = created(world.post(&world.admin, "/people", user).await.expect(201));
    let job = json!({"person_id": user, "organization_id": client});
    let job = created(world.post(&world.admin, "/employments", job).await.expect(201));
    let tie = json!({"from_id": helper, "to_id": user, "kind": "trusts", "since": "2026-01-01"});
    let tie = created(world.post(&world.admin, "/ties", tie).await.expect(201));
    check(&world, &mut seen).await;

    let buys = json!({"from_id": client, "to_id": id("organization"), "kind": "customer_of"});
    let buys = world.post(&world.admin, "/organization-relations", buys).await.expect(201);
    let buys = created(buys);
    check(&world, &mut seen).await;

    let moved = json!({"from_id": id("seller")});
    world.write(&world.admin, "PATCH", &format!("/ties/{tie}"), moved).await.expect(200);
    check(&world, &mut seen).await;

    let call = json!({
        "opportunity_id": id("opportunity"), "kind": "call", "direction": "out",
        "result": "answered", "at": "2026-02-20T10:00:00Z", "participants": [user],
        "by_id": id("seller"),
    });
    let called = world.post(&world.owner, "/interactions", call).await.expect(201);
    let call = created(called["interaction"].clone());
    check(&world, &mut seen).await;
    let other = json!({"participants": [id("person")]});
    let path = format!("/interactions/{call}");
    world.write(&world.owner, "PATCH", &path, other).await.expect(200);
    check(&world, &mut seen).await;

    let boss = json!({"reports_to_id": user, "organization_id": client});
    let path = format!("/employments/{}", id("employment"));
    world.write(&world.admin, "PATCH", &path, boss).await.expect(200);
    check(&world, &mut seen).await;

    let ours = json!({"ours": true});
    let path = format!("/organizations/{client}");
    world.write(&world.admin, "PATCH", &path, ours).await.expect(200);
    check(&world, &mut seen).await;
    world.write(&world.admin, "PATCH", &path, json!({"ours": false})).await.expect(200);
    check(&world, &mut seen).await;

    world.delete(&world.admin, &format!("/organization-relations/{buys}")).await.expect(204);
    check(&world, &mut seen).await;
    world.delete(&world.admin, &format!("/employments/{job}")).await.expect(204);
    check(&world, &mut seen).await;
    let excluded = json!({"reason": "They asked us to"});
    let path = format!("/people/{helper}/exclusion");
    world.write(&world.admin, "PUT", &path, excluded).await.expect(200);
    check(&world, &mut seen).await;
    let part = format!("/opportunities/{}/stakeholders/{}", id("opportunity"), id("person"));
    world.delete(&world.owner, &part).await.expect(204);
    check(&world, &mut seen).await;
    // Most of these changes show in the ways to the boss.
    seen.dedup();
    assert!(seen.len() >= 5, "{}", seen.len());
}

/// The ways to the boss that everybody sees, from the network that has followed and from a fresh one.
async fn check(world: &World, seen: &mut Vec<Value>) {
    let followed = ways(world, &world.admin).await["ways"].clone();
    let fresh = world.restarted();
    let [deal, boss] = ["opportunity", "boss"].map(|of| world.id(of));
    let path = format!("/opportunities/{deal}/ways?person_id={boss}");
    let request = world.admin.request("GET", &path);
    let request = request.body(axum::body::Body::empty()).expect("a request");
    let laid_down = super::given::send(&fresh, request).await.expect(200)["ways"].clone();
    assert_eq!(followed, laid_down, "after {} changes", seen.len());
    seen.push(followed);
}
