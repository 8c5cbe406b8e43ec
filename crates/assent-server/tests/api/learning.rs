//! Learning over the API: asked for, watched, broken off; kept where later deals were forecast better,
//! and not where they were not.

use std::fmt::Write as _;

use assent_domain::time::Day;
use assent_inference::{
    DEFAULT_PRIORS, Exposure, Factor, Model, Phase, Plan, Priors, Setting, Settings, Start, What,
    overlaid, simulate,
};
use assent_server::jobs;
use assent_server::operations::{Actor, Refusal, load};
use assent_store::Db;
use assent_testing::Kind;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use rstest::rstest;
use serde_json::{Value, json};

use super::given::{World, model, world};
use super::model::field;

/// Deals that have ended, one a day; a third of them judge.
const ENDED: i64 = 150;
/// When the first of them began: all have ended by the day of the tests.
const FIRST: i64 = 20_180;

/// A house whose customers show more often and more clearly where they stand than the priors suppose.
fn outspoken() -> Model {
    let shipped = model();
    let mut settings = Settings::new();
    for (_, sign) in shipped.signs() {
        let path = format!("sign.{}", sign.name);
        let (key, most) = match sign.exposure {
            Exposure::Time { most_per_year, .. } => ("most_per_year", most_per_year),
            Exposure::Contact { most_per_contact } => ("most_per_contact", most_per_contact),
        };
        settings.insert(format!("{path}.{key}"), Some(Setting::Number(2.0 * most)));
        settings.insert(format!("{path}.strength"), Some(Setting::Number(4.0)));
    }
    let text = overlaid(DEFAULT_PRIORS, &settings).expect("fits");
    Model::new(&Priors::parse(&text).expect("still priors"))
}

/// Record lines of deals whose customers live by a model. Who likes us in the end has bought.
fn house(truth: &Model) -> String {
    let mut rng = StdRng::seed_from_u64(3);
    let mut lines = r#"{"type": "dataset", "name": "house", "version": 1}
{"type": "organization", "key": "us", "name": "Our House", "ours": true}
{"type": "organization", "key": "mill", "name": "Tithe Mill"}
{"type": "person", "key": "rep", "name": "Rhea Rep", "organization": "us"}
{"type": "user", "person": "rep", "role": "rep", "scope": "own", "team": "North"}
"#
    .to_owned();
    let source = truth.source("seller_note").expect("shipped");
    for deal in 0..ENDED {
        let (opened, days) = (FIRST + deal, 60.0 + f64::from(rng.random_range(0..60)));
        let at = |day: f64| Day::from_number(opened + day as i64).to_string();
        let actions = (0..8).map(|_| {
            let name = ["call", "meeting", "demo"][rng.random_range(0..3)];
            (rng.random_range(1.0..days), truth.action(name).expect("shipped"))
        });
        let plan = Plan { actions: actions.collect(), until_days: days, source };
        let completeness = truth.completeness();
        let start = Start { phase: Phase::Buy, at_days: 0.0, completeness };
        let life = simulate(truth, &start, &plan, &mut rng);
        let state = life.path[life.path.len() - 1].1;
        let won = state.level(Factor::Psychology) + state.level(Factor::Behaviour) >= 5;
        let mut line = |value: Value| writeln!(lines, "{value}").expect("a text grows");
        line(
            json!({"type": "person", "key": format!("p{deal}"), "name": format!("Buyer {deal}"), "organization": "mill"}),
        );
        line(
            json!({"type": "opportunity", "key": format!("d{deal}"), "name": format!("Deal {deal}"), "organization": "mill", "owner": "rep", "date": at(0.0)}),
        );
        line(
            json!({"type": "stakeholder", "opportunity": format!("d{deal}"), "person": format!("p{deal}"), "role": "decision_maker"}),
        );
        for (number, one) in life.history.observations().iter().enumerate() {
            let mut record = json!({
                "type": "interaction", "id": format!("d{deal}-{number}"), "opportunity": format!("d{deal}"),
                "date": at(one.at_days), "people": [format!("p{deal}")], "by": "rep", "words": "…",
            });
            match one.what {
                What::Sign { sign, .. } => {
                    let name = &truth.sign_prior(sign).name;
                    record["kind"] = json!("remark");
                    record["signs"] = json!([{"person": format!("p{deal}"), "kind": name}]);
                }
                What::Reply { reply, .. } => {
                    let prior = truth.reply_prior(reply);
                    let action = &truth.action_prior(prior.action).name;
                    if action == "call_back" {
                        continue;
                    }
                    record["kind"] = json!(action);
                    record["direction"] = json!("out");
                    record["result"] = json!(prior.name);
                }
                _ => continue,
            }
            line(record);
        }
        let outcome = if won { "won" } else { "lost" };
        line(
            json!({"type": "closure", "opportunity": format!("d{deal}"), "date": at(days), "outcome": outcome}),
        );
    }
    lines
}

async fn load_house(world: &World, truth: &Model) {
    let (text, mut act) = (house(truth), world.app.act(Actor::House));
    let load = move |db: &mut Db| -> Result<_, Refusal> {
        let report = load::load_records(db, &mut act, &text, |_| {})?;
        assert!(report.rejected.is_empty(), "{:?}", report.rejected.first());
        Ok(())
    };
    world.app.store.write(load).await.expect("the records load");
}

async fn learned(world: &World) -> Value {
    let run = world.post(&world.manager, "/learnings", json!({})).await.expect(201);
    assert_eq!((&run["state"], &run["asked_by"]["name"]), (&json!("waiting"), &json!("manager")));
    jobs::round(&world.app).await.expect("the chores are done");
    let path = format!("/learnings/{}", run["id"].as_str().expect("an id"));
    world.get(&world.admin, &path).await.expect(200)
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_forecasts_later_deals_better_is_kept_with_both_scores(
    #[values(Kind::Sqlite, Kind::Postgres)] kind: Kind,
) {
    let world = world(kind).await;
    load_house(&world, &outspoken()).await;
    let run = learned(&world).await;
    assert_eq!((&run["state"], &run["version"]), (&json!("kept"), &json!(1)), "{run:#}");
    let verdict = &run["findings"]["verdict"];
    let number = |of: &Value| of.as_f64().expect("a score");
    let scores = verdict["challengers"].as_array().expect("challengers");
    assert_eq!(scores.len(), 3, "{verdict:#}");
    let best = scores.iter().min_by(|a, b| number(&a["brier"]).total_cmp(&number(&b["brier"])));
    let best = best.expect("a best");
    assert!(number(&verdict["champion"]) - number(&best["brier"]) > number(&best["error"]));
    assert!(verdict["deals"].as_u64() >= Some(20), "{verdict:#}");

    // It is a version like others, with its errors and counts beside the figures.
    let now = world.get(&world.admin, "/model").await.expect(200);
    assert_eq!(now["number"], 1);
    let learned = run["findings"]["learned"].as_array().expect("figures");
    let support = learned.iter().find(|one| one["key"] == "win.support").expect("the weight");
    let weight = field(&now, "win", "support");
    assert_eq!(weight["in_force"], support["value"]);
    assert_eq!((&weight["shipped"], &weight["is_edited"]), (&json!(2.5), &json!(false)));
    assert!(number(&weight["learned"]["errors"][0]) > 0.0, "{weight:#}");
    assert!(weight["learned"]["recorded"].as_u64() > Some(50), "{weight:#}");
    assert!(number(&weight["in_force"]) > 2.5, "{weight:#}");
    // What somebody sets goes before it.
    let set = json!({"based_on": 1, "changes": {"win.support": 3}, "reason": "Less"});
    world.post(&world.admin, "/model-versions", set).await.expect(201);
    let now = world.get(&world.admin, "/model").await.expect(200);
    let weight = field(&now, "win", "support");
    assert_eq!((&weight["in_force"], &weight["learned"]), (&json!(3.0), &Value::Null));
    // And everything that was learned can be taken back.
    let back = json!({"based_on": 2, "reason": "We do not believe it"});
    world.post(&world.admin, "/model-versions/0/restoration", back).await.expect(201);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_house_as_the_priors_suppose_keeps_them() {
    let world = world(Kind::Sqlite).await;
    load_house(&world, &model()).await;
    let run = learned(&world).await;
    assert_eq!((&run["state"], &run["version"]), (&json!("not_kept"), &Value::Null), "{run:#}");
    assert_eq!(run["findings"]["outcome"], "not_better");
    assert!(!run["findings"]["learned"].as_array().expect("figures").is_empty());
    assert_eq!(world.get(&world.admin, "/model").await.expect(200)["number"], 0);
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_run_can_be_broken_off_and_too_few_deals_teach_nothing(
    #[values(Kind::Sqlite, Kind::Postgres)] kind: Kind,
) {
    let world = world(kind).await;
    let run = world.post(&world.admin, "/learnings", json!({})).await.expect(201);
    // One run at a time.
    let same = world.post(&world.manager, "/learnings", json!({})).await.expect(201);
    assert_eq!(same["id"], run["id"]);
    let cancel = format!("/learnings/{}/cancellation", run["id"].as_str().expect("an id"));
    assert_eq!(world.post(&world.owner, &cancel, json!({})).await.status, 403);
    let run = world.post(&world.manager, &cancel, json!({})).await.expect(200);
    assert_eq!(run["state"], "cancelled");
    jobs::round(&world.app).await.expect("the chores are done");
    let listed = world.get(&world.admin, "/learnings").await.expect(200);
    assert_eq!(listed["data"][0]["state"], "cancelled");

    let run = learned(&world).await;
    assert_eq!(
        (&run["state"], &run["findings"]["outcome"]),
        (&json!("not_kept"), &json!("too_few_deals"))
    );
    assert_eq!(run["findings"]["ended"], 0);
    let listed = world.get(&world.admin, "/learnings").await.expect(200);
    assert_eq!(listed["data"].as_array().expect("runs").len(), 2);
    assert_eq!(listed["least_judges"], 20);
}
