//! Proof, over the API: who sees it, who asks for it, what is said with too little history, and what
//! comes out with enough.

use std::fmt::Write as _;

use assent_server::jobs;
use assent_server::operations::{Actor, Refusal, load};
use assent_store::Db;
use assent_testing::Kind;
use rstest::rstest;
use serde_json::{Value, json};

use super::given::{Caller, World, world};

async fn seen(world: &World, caller: &Caller) -> Value {
    world.get(caller, "/proof").await.expect(200)
}

async fn computed(world: &World) -> Value {
    world.post(&world.manager, "/proof/computation", json!({})).await.expect(202);
    jobs::round(&world.app).await.expect("the chores are done");
    seen(world, &world.manager).await["computed"].clone()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn those_who_lead_see_it_and_ask_for_it() {
    let world = world(Kind::Sqlite).await;
    for caller in [&world.admin, &world.manager, &world.stranger] {
        let seen = seen(&world, caller).await;
        assert_eq!((&seen["computed"], &seen["run"]), (&Value::Null, &Value::Null));
        assert_eq!((&seen["closed"], &seen["invented"]), (&json!(0), &json!(false)));
    }
    for caller in [&world.owner, &world.colleague, &world.onlooker] {
        world.get(caller, "/proof").await.expect(403);
        world.post(caller, "/proof/computation", json!({})).await.expect(403);
    }
    world.get(&world.nobody, "/proof").await.expect(401);
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn with_too_little_history_it_says_how_much_is_needed(
    #[values(Kind::Sqlite, Kind::Postgres)] kind: Kind,
) {
    let world = world(kind).await;
    let path = format!("/opportunities/{}/closure", world.id("opportunity"));
    let closure = json!({"outcome": "lost", "at": "2026-03-01T00:00:00Z"});
    world.write(&world.owner, "PUT", &path, closure).await.expect(200);

    let asked = world.post(&world.manager, "/proof/computation", json!({})).await.expect(202);
    assert_eq!((&asked["run"]["done"], &asked["run"]["total"]), (&json!(0), &json!(0)));
    // Asked again before it has begun, it is one and the same.
    world.post(&world.admin, "/proof/computation", json!({})).await.expect(202);
    jobs::round(&world.app).await.expect("the chores are done");

    let seen = seen(&world, &world.manager).await;
    assert_eq!((&seen["run"], &seen["closed"]), (&Value::Null, &json!(1)));
    let proof = &seen["computed"]["proof"];
    assert_eq!(
        (&proof["closed"], &proof["won"], &proof["needed"]),
        (&json!(1), &json!(0), &json!(50))
    );
    assert_eq!((&proof["shortage"], &proof["trial"]), (&json!("deals"), &Value::Null));
    assert_eq!(seen["computed"]["asked_by"]["name"], "manager");
    let model = seen["computed"]["model"].as_str().expect("a version");
    assert!(model.starts_with("1-"), "{model}");
}

/// Sixty deals of two people: those who were warm bought, mostly, and those who were cold did not.
fn history() -> String {
    let mut lines = String::from(
        "{\"type\": \"dataset\", \"name\": \"history\", \"version\": 1}\n\
         {\"type\": \"organization\", \"key\": \"us\", \"name\": \"Our House\", \"ours\": true}\n\
         {\"type\": \"organization\", \"key\": \"buyer\", \"name\": \"Quernstone Mills\"}\n\
         {\"type\": \"person\", \"key\": \"seller\", \"name\": \"Sela Owner\", \"organization\": \"us\"}\n\
         {\"type\": \"user\", \"person\": \"seller\", \"role\": \"rep\", \"scope\": \"own\", \"team\": \"North\"}\n",
    );
    let day = |day: i64| assent_domain::time::Day::from_number(19_700 + day);
    for number in 0..60_i64 {
        let (begun, key) = (7 * number, format!("d{number}"));
        let warm = number % 2 == 0;
        let won = warm != (number % 9 == 0);
        let _ = writeln!(
            lines,
            "{{\"type\": \"opportunity\", \"key\": \"{key}\", \"name\": \"Deal {number}\", \
             \"organization\": \"buyer\", \"owner\": \"seller\", \"date\": \"{}\"}}",
            day(begun)
        );
        for (person, role) in [("a", "decision_maker"), ("b", "evaluator")] {
            let _ = writeln!(
                lines,
                "{{\"type\": \"person\", \"key\": \"{person}{key}\", \"name\": \"P {person}{key}\", \
                 \"organization\": \"buyer\"}}\n\
                 {{\"type\": \"stakeholder\", \"opportunity\": \"{key}\", \
                 \"person\": \"{person}{key}\", \"role\": \"{role}\", \"since\": \"{}\"}}",
                day(begun)
            );
            for meeting in 0..4_i64 {
                let signs = if warm { "concept_accepted" } else { "objection_no_need" };
                let _ = writeln!(
                    lines,
                    "{{\"type\": \"interaction\", \"id\": \"m{meeting}{person}{key}\", \
                     \"opportunity\": \"{key}\", \"date\": \"{}\", \"kind\": \"meeting\", \
                     \"direction\": \"out\", \"result\": \"held\", \"people\": [\"{person}{key}\"], \
                     \"by\": \"seller\", \"signs\": [{{\"person\": \"{person}{key}\", \
                     \"kind\": \"{signs}\"}}]}}",
                    day(begun + 2 + 6 * meeting)
                );
            }
        }
        let outcome = if won { "won" } else { "lost" };
        let ends = day(begun + 75);
        if won {
            let _ = writeln!(
                lines,
                "{{\"type\": \"order\", \"opportunity\": \"{key}\", \"date\": \"{ends}\"}}"
            );
        }
        let _ = writeln!(
            lines,
            "{{\"type\": \"closure\", \"opportunity\": \"{key}\", \"date\": \"{ends}\", \
             \"outcome\": \"{outcome}\"}}"
        );
    }
    lines
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn with_enough_history_it_says_who_won_and_every_deal_repeats_it(
    #[values(Kind::Sqlite, Kind::Postgres)] kind: Kind,
) {
    let world = world(kind).await;
    let mut act = world.app.act(Actor::House);
    let load = move |db: &mut Db| -> Result<(), Refusal> {
        let report = load::load_records(db, &mut act, &history(), |_| {})?;
        assert!(report.rejected.is_empty(), "{:?}", report.rejected);
        Ok(())
    };
    world.app.store.write(load).await.expect("the records load");
    let outlook = format!("/opportunities/{}/outlook", world.id("opportunity"));
    assert_eq!(world.get(&world.owner, &outlook).await.expect(200)["proof"], Value::Null);

    let computed = computed(&world).await;
    let trial = &computed["proof"]["trial"];
    // Counts are the same in all of them, so that only where people stand can tell them apart. The
    // chance does, but more cautiously than it need be: to be set right by the earlier deals wins.
    assert_eq!(
        (&trial["verdict"], &trial["shown"]["verdict"]),
        (&json!("undecided"), &json!("undecided"))
    );
    assert_eq!(trial["corrected"]["verdict"], "model", "{trial:#}");
    assert_eq!((&trial["earlier"], &trial["later"]), (&json!(36), &json!(24)));
    let ages = trial["ages"].as_array().expect("ages");
    assert_eq!(ages.iter().map(|one| &one["age_days"]).collect::<Vec<_>>(), [14, 30, 60]);
    let contest = &ages[1]["shown"];
    let auc = |of: &str| contest[of]["auc"].as_f64().expect("an area");
    assert!(auc("model") > 0.8 && auc("challenger") < 0.7, "{contest:#}");
    for figure in ["brier", "log_score", "calibration_error", "reliability", "base_rate"] {
        assert!(contest["model"][figure].is_f64(), "{figure}");
    }
    assert!(contest["model"]["curve"].as_array().is_some_and(|bins| bins.len() >= 2));

    let beside = world.get(&world.owner, &outlook).await.expect(200);
    assert_eq!(beside["proof"], json!({"verdict": "undecided", "computed_on": "2026-03-02"}));

    // The same again is the same again.
    assert_eq!(self::computed(&world).await["proof"], computed["proof"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_journal_tells_who_asked_and_what_came_of_it() {
    let world = world(Kind::Sqlite).await;
    computed(&world).await;
    let feed = world.get(&world.admin, "/changes?limit=1000").await.expect(200);
    let lines = feed["data"].as_array().expect("lines");
    let of = |word: &str| lines.iter().find(|line| line["operation"] == word).expect("a line");
    assert_eq!(
        (&of("ask_proof")["noun"], &of("ask_proof")["by"]["name"]),
        (&json!("proof"), &json!("manager"))
    );
    assert_eq!(
        (&of("compute_proof")["noun"], &of("compute_proof")["by"]),
        (&json!("proof"), &Value::Null)
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_is_computed_by_itself_at_first_and_then_once_a_week_by_night() {
    let world = world(Kind::Sqlite).await;
    jobs::round(&world.app).await.expect("the chores are done");
    let at = |seen: &Value| seen["computed"]["computed_at"].clone();
    let first = at(&seen(&world, &world.admin).await);
    assert!(first.is_string());
    // The week turns on Thursdays, as days since 1970 have it.
    for (days, moved) in [(1, false), (2, false), (8, true)] {
        world.clock.set(world.app.now().plus_days(days));
        jobs::round(&world.app).await.expect("the chores are done");
        let now = at(&seen(&world, &world.admin).await);
        assert_eq!(now != first, moved, "after {days} days more");
    }
}
