//! Control over the API: alarms come, are put off, and go; the board, the limits, the outlook.

use assent_server::jobs;
use assent_store::{Db, outbox};
use assent_testing::Kind;
use rstest::rstest;
use serde_json::{Value, json};

use super::given::{World, world};

async fn room(world: &World) -> Value {
    let path = format!("/opportunities/{}/room", world.id("opportunity"));
    world.get(&world.owner, &path).await.expect(200)
}

async fn board(world: &World, query: &str) -> Value {
    world.get(&world.owner, &format!("/control-board{query}")).await.expect(200)
}

fn kinds(alarms: &Value) -> Vec<&str> {
    let alarms = alarms.as_array().expect("alarms");
    alarms.iter().filter_map(|alarm| alarm["kind"].as_str()).collect()
}

fn count(board: &Value, kind: &str) -> i64 {
    let counts = board["counts"].as_array().expect("counts");
    let own = counts.iter().find(|one| one["kind"] == kind);
    own.and_then(|one| one["deals"].as_i64()).unwrap_or(0)
}

async fn unanswered_calls(world: &World) {
    for day in 10..=28 {
        let call = json!({
            "opportunity_id": world.id("opportunity"), "kind": "call", "direction": "out",
            "result": "no_answer", "at": format!("2026-02-{day}T10:00:00Z"),
            "participants": [world.id("boss")], "by_id": world.id("seller"),
        });
        world.post(&world.owner, "/interactions", call).await.expect(201);
    }
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_alarm_comes_with_the_evidence_and_goes_with_it(
    #[values(Kind::Sqlite, Kind::Postgres)] kind: Kind,
) {
    let world = world(kind).await;
    assert!(!kinds(&room(&world).await["alarms"]).contains(&"avoided"));
    let before = board(&world, "").await;
    assert_eq!((&before["deals"], count(&before, "avoided")), (&json!(1), 0));

    unanswered_calls(&world).await;
    let now = room(&world).await;
    let alarms = now["alarms"].as_array().expect("alarms");
    let alarm = alarms.iter().find(|alarm| alarm["kind"] == "avoided").expect("he avoids us");
    assert_eq!(alarm["person"]["id"], world.id("boss"));
    assert!(alarm["figures"]["probability"].as_f64().is_some_and(|p| p > 0.6), "{alarm:#}");
    assert_eq!(alarm["false_alarms"]["basis"], "simulated");
    assert!(alarm["since"].as_str().is_some_and(|day| day < "2026-02-25"), "{alarm:#}");
    let after = board(&world, "?alarm=avoided").await;
    assert_eq!((after["rows"].as_array().map(Vec::len), count(&after, "avoided")), (Some(1), 1));
    world.hears_of(&world.owner, "raise_alarm").await;

    // Taken back, they leave no alarm behind.
    let listed = format!("/interactions?person_id={}&limit=100", world.id("boss"));
    let calls = world.get(&world.owner, &listed).await.expect(200);
    for call in calls["data"].as_array().expect("calls") {
        let path = format!("/interactions/{}", call["id"].as_str().expect("an id"));
        world.delete(&world.admin, &path).await.expect(204);
    }
    assert!(!kinds(&room(&world).await["alarms"]).contains(&"avoided"));
    assert_eq!(count(&board(&world, "").await, "avoided"), 0);
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_alarm_put_off_is_told_apart_and_counted_no_more(
    #[values(Kind::Sqlite, Kind::Postgres)] kind: Kind,
) {
    let world = world(kind).await;
    assert_eq!(count(&board(&world, "").await, "slips"), 1);
    let path = format!("/alarms/{}/snooze", world.id("alarm"));
    let why = json!({"until": "2026-03-05", "reason": " They are on leave "});
    let alarm = world.write(&world.owner, "PUT", &path, why).await.expect(200);
    assert_eq!(alarm["snooze"]["reason"], "They are on leave");
    assert_eq!(alarm["snooze"]["by"]["name"], "Sela Owner");
    assert_eq!(count(&board(&world, "").await, "slips"), 0);
    assert_eq!(board(&world, "?alarm=slips").await["rows"], json!([]));
    assert_eq!(kinds(&board(&world, "").await["rows"][0]["alarms"]), ["slips"]);

    world.delete(&world.owner, &path).await.expect(200);
    assert_eq!(count(&board(&world, "").await, "slips"), 1);

    for (body, pointer) in [
        (json!({"until": "2026-03-01", "reason": "x"}), "/until"),
        (json!({"until": "2026-03-05", "reason": "  "}), "/reason"),
    ] {
        let refused = world.write(&world.owner, "PUT", &path, body).await.expect(422);
        assert_eq!(refused["errors"][0]["pointer"], pointer);
    }
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn limits_that_are_set_decide_what_rings_and_can_be_given_back(
    #[values(Kind::Sqlite, Kind::Postgres)] kind: Kind,
) {
    let world = world(kind).await;
    let shipped = world.get(&world.owner, "/control-limits").await.expect(200);
    assert_eq!(shipped["limits"], shipped["shipped"]);
    let mut limits = shipped["limits"].clone();
    limits["slip_chance"] = json!(0.0);
    let body = json!({"limits": limits});
    let set = world.write(&world.manager, "PUT", "/control-limits", body).await.expect(200);
    assert_eq!(set["changed_by"]["name"], "manager");
    // The chore that was put down reads every deal anew.
    jobs::round(&world.app).await.expect("the chores are done");
    assert_eq!(count(&board(&world, "").await, "slips"), 0);
    world.delete(&world.manager, "/control-limits").await.expect(200);
    jobs::round(&world.app).await.expect("the chores are done");
    assert_eq!(count(&board(&world, "").await, "slips"), 1);

    let mut wrong = shipped["limits"].clone();
    wrong["stall"]["ratio"] = json!(0.9);
    let body = json!({"limits": wrong});
    let refused = world.write(&world.admin, "PUT", "/control-limits", body).await.expect(422);
    assert_eq!(refused["errors"][0]["pointer"], "/limits/stall/ratio");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_chance_to_win_is_the_sum_of_its_terms_today_and_on_a_day_gone_by() {
    let world = world(Kind::Sqlite).await;
    for query in ["", "?at=2026-01-15"] {
        let path = format!("/opportunities/{}/room{query}", world.id("opportunity"));
        let win = world.get(&world.owner, &path).await.expect(200)["win"].clone();
        let terms = win["terms"].as_array().expect("terms");
        let sum: f64 = terms.iter().filter_map(|term| term["points"].as_f64()).sum();
        assert!((sum - win["total_points"].as_f64().expect("points")).abs() < 1e-9, "{win:#}");
        let p = win["p"].as_f64().expect("a chance");
        let odds = (10.0 * (p / (1.0 - p)).log2() - sum).abs();
        assert!(odds < 1e-6, "{odds}");
        assert!(win["low"].as_f64() < Some(p) && Some(p) < win["high"].as_f64());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn supposing_that_the_boss_prefers_us_raises_the_chance_and_stores_nothing() {
    let world = world(Kind::Sqlite).await;
    let path = format!("/opportunities/{}/supposition", world.id("opportunity"));
    let body = json!({"people": [{"person_id": world.id("boss"), "stage": "committed"}]});
    let told = world.post(&world.owner, &path, body).await.expect(200);
    assert!(told["after"]["p"].as_f64() > told["before"]["p"].as_f64(), "{told:#}");
    let shifts = told["shifts"].as_array().expect("shifts");
    // The clerk reports to the boss, and looks to him.
    let clerk = shifts.iter().find(|one| one["person_id"] == world.id("person")).expect("a shift");
    assert!(clerk["after"].as_f64() > clerk["before"].as_f64());
    assert_eq!(room(&world).await["win"]["p"], told["before"]["p"]);

    let nobody = json!({"people": [{"person_id": world.id("seller"), "stage": "committed"}]});
    let refused = world.post(&world.owner, &path, nobody).await.expect(422);
    assert_eq!(refused["errors"][0]["pointer"], "/people/0/person_id");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_outlook_and_the_forecast_speak_of_the_same_deal() {
    let world = world(Kind::Sqlite).await;
    let path = format!("/opportunities/{}/outlook", world.id("opportunity"));
    let outlook = world.get(&world.owner, &path).await.expect(200);
    let closing = &outlook["closing"];
    assert!(closing["early"].as_str() < closing["middle"].as_str());
    assert!(closing["middle"].as_str() < closing["late"].as_str());
    let by = outlook["by_expected_close"].as_f64().expect("a chance by the day recorded");
    let forecast = world.get(&world.owner, "/forecast?until=2026-03-09").await.expect(200);
    let won_by = forecast["deals"][0]["won_by"].as_f64().expect("a chance");
    assert!((by - won_by).abs() < 1e-9, "{by} {won_by}");
    let total = &forecast["currencies"][0];
    assert_eq!((&total["currency"], &total["sum_minor"]), (&json!("EUR"), &json!(5_000_000)));
    let ten = world.get(&world.owner, "/forecast?until=2026-03-09").await.expect(200);
    assert_eq!(ten["currencies"], forecast["currencies"], "looking twice shows the same");
    let late = world.get(&world.owner, "/forecast?until=2026-01-01").await;
    assert_eq!(late.expect(422)["errors"][0]["pointer"], "/until");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_seller_gets_one_digest_a_day_in_the_outbox() {
    let world = world(Kind::Sqlite).await;
    let user = world.id("user").to_owned();
    let patch = json!({"email": "sela@example.com", "language": "en"});
    world.write(&world.admin, "PATCH", &format!("/users/{user}"), patch).await.expect(200);
    jobs::round(&world.app).await.expect("the chores are done");
    jobs::round(&world.app).await.expect("the chores are done");
    let (now, until) = (world.app.now(), world.app.now().plus_seconds(60));
    let take = move |db: &mut Db| outbox::take(db, &["mail"], now, until, 9);
    let mails = world.app.store.write(take).await.expect("an outbox");
    assert_eq!(mails.len(), 1, "{mails:?}");
    let mail: Value = serde_json::from_str(&mails[0].payload).expect("a mail");
    assert_eq!(mail["to"], "sela@example.com");
    assert_eq!(mail["subject"], "1 new alarm in your deals");
    let text = mail["text"].as_str().expect("a text");
    assert!(text.contains("Secret Mill Deal") && !text.contains('{'), "{text}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_board_shows_what_was_promised_and_who_was_met() {
    let world = world(Kind::Sqlite).await;
    let row = board(&world, "").await["rows"][0].clone();
    assert_eq!(row["roles"], json!({"met": 1, "of": 2}));
    // The promise is not due yet.
    assert_eq!(row["promises"], json!({"kept": 0, "of": 0}));
    let kept = json!({"kept_on": "2026-03-01"});
    let path = format!("/commitments/{}", world.id("commitment"));
    world.write(&world.owner, "PATCH", &path, kept).await.expect(200);
    let row = board(&world, "").await["rows"][0].clone();
    assert_eq!(row["promises"], json!({"kept": 1, "of": 1}));
    let people = board(&world, "").await["people"].clone();
    let expected: f64 =
        people.as_array().expect("stages").iter().filter_map(|one| one["expected"].as_f64()).sum();
    assert!((expected - 2.0).abs() < 1e-9, "two people stand somewhere: {expected}");
}
