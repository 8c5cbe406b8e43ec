//! How completely sellers record, over the API: who sees it, who sets it, what that moves, and the
//! weekly estimate.

use std::fmt::Write as _;

use assent_server::jobs;
use assent_server::operations::{Actor, Refusal, load};
use assent_store::Db;
use assent_testing::Kind;
use rstest::rstest;
use serde_json::{Value, json};

use super::given::{Caller, World, world};

async fn seen_by(world: &World, caller: &Caller) -> Vec<Value> {
    let answer = world.get(caller, "/completeness").await.expect(200);
    answer["sellers"].as_array().expect("sellers").clone()
}

async fn set(world: &World, caller: &Caller, channel: &str, share: Value) -> super::given::Answer {
    let path = format!("/completeness/{}", world.id("user"));
    world.write(caller, "PUT", &path, json!({"channel": channel, "share": share})).await
}

/// What is believed of the clerk, with the completeness that it was made with.
async fn belief(world: &World) -> (Value, Value) {
    let (deal, clerk) = (world.id("opportunity"), world.id("person"));
    let path = format!("/opportunities/{deal}/people/{clerk}/belief?at=2026-03-02");
    let estimate = world.get(&world.owner, &path).await.expect(200)["estimate"].clone();
    (estimate["reading"].clone(), estimate["explanation"]["model"]["completeness"].clone())
}

fn channel<'a>(seller: &'a Value, name: &str) -> &'a Value {
    let channels = seller["channels"].as_array().expect("channels");
    channels.iter().find(|one| one["channel"] == name).expect("the channel")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_seller_is_seen_by_themselves_and_by_those_who_lead_them() {
    let world = world(Kind::Sqlite).await;
    for caller in [&world.admin, &world.manager, &world.owner] {
        let sellers = seen_by(&world, caller).await;
        assert_eq!(sellers.len(), 1, "{}", caller.name);
        assert_eq!(sellers[0]["user"]["name"], "Sela Owner");
        let written = channel(&sellers[0], "written");
        assert_eq!(written["share"], written["shipped"]);
        assert_eq!((&written["estimate"], &written["set_by"]), (&Value::Null, &Value::Null));
    }
    for caller in [&world.colleague, &world.stranger, &world.onlooker] {
        assert_eq!(seen_by(&world, caller).await, Vec::<Value>::new(), "{}", caller.name);
    }
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_set_moves_beliefs_and_taking_it_back_moves_them_back(
    #[values(Kind::Sqlite, Kind::Postgres)] kind: Kind,
) {
    let world = world(kind).await;
    let before = belief(&world).await;
    let seller = set(&world, &world.manager, "written", json!(1.0)).await.expect(200);
    let written = channel(&seller, "written");
    assert_eq!(written["share"], 1.0);
    assert_eq!(written["set_by"]["name"], "manager");
    assert_eq!(channel(&seller, "spoken")["set_by"], Value::Null);
    // A mailbox whose mails are all recorded, and a clerk who wrote none: silence speaks louder.
    let after = belief(&world).await;
    assert_eq!(after.1[0], json!({"name": "written", "share": 1.0}));
    assert_ne!(after.0["stages"], before.0["stages"]);
    world.hears_of(&world.manager, "set_completeness").await;

    let seller = set(&world, &world.admin, "written", Value::Null).await.expect(200);
    assert_eq!(channel(&seller, "written")["set_by"], Value::Null);
    assert_eq!(belief(&world).await, before);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_seller_leaves_out_shows_in_how_sure_we_can_be() {
    let world = world(Kind::Sqlite).await;
    let seller = set(&world, &world.admin, "spoken", json!(0.1)).await.expect(200);
    assert_eq!((seller["people"].as_i64(), seller["dealings"].as_i64()), (Some(2), Some(2)));
    let certainty = seller["certainty"].as_f64().expect("a probability");
    let full = seller["certainty_full"].as_f64().expect("a probability");
    assert!(certainty > 0.2 && full < 1.0 && (certainty - full).abs() > 0.01, "{seller:#}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn only_those_who_lead_a_seller_set_it_and_only_to_a_share() {
    let world = world(Kind::Sqlite).await;
    let half = || json!(0.5);
    set(&world, &world.owner, "written", half()).await.expect(403);
    for caller in [&world.colleague, &world.stranger, &world.onlooker] {
        set(&world, caller, "written", half()).await.expect(404);
    }
    set(&world, &world.nobody, "written", half()).await.expect(401);
    let refused = set(&world, &world.admin, "written", json!(1.5)).await.expect(422);
    assert_eq!(refused["errors"][0]["pointer"], "/share");
    set(&world, &world.admin, "telepathy", half()).await.expect(422);
    let path = format!("/completeness/{}", world.id("user"));
    let without = json!({"channel": "written"});
    world.write(&world.admin, "PUT", &path, without).await.expect(422);
}

/// Sixteen deals with two people each, who were met and never heard of again.
fn many_dealings() -> String {
    let mut lines = String::from(
        "{\"type\": \"dataset\", \"name\": \"given\", \"version\": 1}\n\
         {\"type\": \"organization\", \"key\": \"us\", \"name\": \"Our House\", \"ours\": true}\n\
         {\"type\": \"organization\", \"key\": \"buyer\", \"name\": \"Quernstone Mills\"}\n\
         {\"type\": \"person\", \"key\": \"seller\", \"name\": \"Sela Owner\", \"organization\": \"us\"}\n\
         {\"type\": \"user\", \"person\": \"seller\", \"role\": \"rep\", \"scope\": \"own\", \"team\": \"North\"}\n",
    );
    for deal in 0..16 {
        let _ = writeln!(
            lines,
            "{{\"type\": \"opportunity\", \"key\": \"d{deal}\", \"name\": \"Deal {deal}\", \
             \"organization\": \"buyer\", \"owner\": \"seller\", \"date\": \"2025-09-01\"}}"
        );
        for person in ["a", "b"] {
            let key = format!("{person}{deal}");
            let _ = writeln!(
                lines,
                "{{\"type\": \"person\", \"key\": \"{key}\", \"name\": \"P {key}\", \
                 \"organization\": \"buyer\"}}\n\
                 {{\"type\": \"stakeholder\", \"opportunity\": \"d{deal}\", \
                 \"person\": \"{key}\", \"role\": \"user\", \"since\": \"2025-09-01\"}}\n\
                 {{\"type\": \"interaction\", \"id\": \"m{key}\", \"opportunity\": \"d{deal}\", \
                 \"date\": \"2025-09-10\", \"kind\": \"meeting\", \"direction\": \"out\", \
                 \"result\": \"held\", \"people\": [\"{key}\"], \"by\": \"seller\"}}"
            );
        }
    }
    lines
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn once_a_week_it_is_estimated_from_the_dealings(
    #[values(Kind::Sqlite, Kind::Postgres)] kind: Kind,
) {
    let world = world(kind).await;
    let mut act = world.app.act(Actor::House);
    let load = move |db: &mut Db| -> Result<(), Refusal> {
        let report = load::load_records(db, &mut act, &many_dealings(), |_| {})?;
        assert!(report.rejected.is_empty(), "{:?}", report.rejected);
        Ok(())
    };
    world.app.store.write(load).await.expect("the records load");
    let before = belief(&world).await;
    // It waits for the night.
    jobs::round(&world.app).await.expect("the chores are done");
    assert_eq!(belief(&world).await, before);
    world.clock.set(world.app.now().plus_days(1));
    jobs::round(&world.app).await.expect("the chores are done");
    let seller = seen_by(&world, &world.owner).await.pop().expect("the seller");

    // Half a year of silence all round: little is written down.
    assert_eq!(seller["dealings"], 34);
    let written = channel(&seller, "written");
    let [low, share, high] =
        ["low", "share", "high"].map(|end| written["estimate"][end].as_f64().expect("a share"));
    assert!(low < share && share < high && share < 0.15, "{written:#}");
    assert_eq!(written["share"], share);
    // Of milestones such dealings do not tell enough: their estimate is shown and not used.
    let milestone = channel(&seller, "milestone");
    assert_eq!(milestone["share"], milestone["shipped"]);
    assert!(milestone["estimate"]["share"].is_f64(), "{milestone:#}");
    // And silence then says less than it did.
    let after = belief(&world).await;
    assert_eq!(after.1[0]["share"], share);
    assert_ne!(after.0["stages"], before.0["stages"]);
    // What somebody sets goes before it, and the estimate stays beside it.
    let seller = set(&world, &world.manager, "written", json!(0.9)).await.expect(200);
    assert_eq!(channel(&seller, "written")["share"], 0.9);
    assert_eq!(channel(&seller, "written")["estimate"]["share"], share);
}
