//! The heart at the size of a large sales organization: 5,000 open deals with 25,000 stakeholders.
//!
//! What is measured is how long an answer takes, at the median, as a user waits for it: the control
//! board, an interaction that is recorded and read again, and a day of the time slider.

use std::fmt::Write as _;
use std::path::Path;
use std::time::Instant;

use anyhow::Context;
use assent_domain::time::Day;
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use rand::{RngExt, SeedableRng};

use crate::Options;
use crate::client::Client;
use crate::report::{Goal, Report};
use crate::server::{self, Served};

/// Open deals.
const DEALS: usize = 5_000;
/// The parts of a group, one person each.
const ROLES: [&str; 5] = ["decision_maker", "budget_holder", "evaluator", "user", "influencer"];
/// How often each of the slower requests is sent.
const TIMES: usize = 100;

pub(crate) fn measure(report: &mut Report, options: &Options) -> anyhow::Result<()> {
    let folder = tempfile::tempdir()?;
    let records = folder.path().join("deals.jsonl");
    let today = today()?;
    std::fs::write(&records, market(today))?;
    let database = folder.path().join("control.db");
    on(report, options, "SQLite", &database.to_string_lossy(), &records, today)
}

fn on(
    report: &mut Report,
    options: &Options,
    name: &'static str,
    database: &str,
    records: &Path,
    today: Day,
) -> anyhow::Result<()> {
    let began = Instant::now();
    let records = records.to_string_lossy();
    server::run(options, &["load", "--database", database, &records], "")?;
    let loaded = began.elapsed().as_secs_f64();
    eprintln!("{DEALS} deals with {} stakeholders load in {loaded:.0} s", DEALS * ROLES.len());
    let key = server::admin_key(options, database)?;
    let served = Served::with(options, database)?;
    let mut client = Client::connect(served.address(), &key)?;
    let median = |client: &mut Client, ask: &mut dyn FnMut(&mut Client, usize) -> Asked| {
        let mut took = Vec::with_capacity(TIMES);
        for at in 0..TIMES + 10 {
            let began = Instant::now();
            ask(client, at)?;
            took.push(began.elapsed().as_secs_f64() * 1e3);
        }
        let mut counted = took.split_off(10);
        counted.sort_by(f64::total_cmp);
        anyhow::Ok(counted[TIMES / 2])
    };
    let board = "/control-board?limit=50";
    let ms = median(&mut client, &mut |client, _| client.get(board).map(|_| ()))?;
    report.add("control board, 5,000 deals", Some(name), ms, goal(100.0));
    let page = client.get_json(board)?;
    let rows = page["rows"].as_array().context("no deals on the board")?;
    let ids: Vec<String> =
        rows.iter().filter_map(|row| row["id"].as_str()).map(str::to_owned).collect();
    let mut dice = StdRng::seed_from_u64(5);
    let people: Vec<(String, String)> = ids
        .iter()
        .map(|id| {
            let room = client.get_json(&format!("/opportunities/{id}/room"))?;
            let person = &room["stakeholders"][0]["person"]["id"];
            Ok((id.clone(), person.as_str().context("no stakeholder")?.to_owned()))
        })
        .collect::<anyhow::Result<_>>()?;
    let ms = median(&mut client, &mut |client, _| {
        let (deal, person) = people.choose(&mut dice).context("no deal")?;
        let body = serde_json::json!({
            "opportunity_id": deal, "kind": "call", "direction": "out", "result": "answered",
            "at": format!("{today}T09:00:00Z"), "participants": [person],
        });
        client.post("/interactions", &body.to_string()).map(|_| ())
    })?;
    report.add("record an interaction", Some(name), ms, goal(20.0));
    let deal = ids.first().context("no deal")?;
    let ms = median(&mut client, &mut |client, at| {
        let day = Day::from_number(today.number() - 3 * at as i64);
        client.get(&format!("/opportunities/{deal}/room?at={day}")).map(|_| ())
    })?;
    report.add("a day of the time slider", Some(name), ms, goal(50.0));
    Ok(())
}

type Asked = anyhow::Result<()>;

fn goal(target: f64) -> Goal {
    Goal { target, unit: "ms", peer: None }
}

#[expect(clippy::disallowed_methods, reason = "the program that is measured reads the same clock")]
fn today() -> anyhow::Result<Day> {
    let since = std::time::SystemTime::now().duration_since(std::time::SystemTime::UNIX_EPOCH)?;
    Ok(Day::from_number(i64::try_from(since.as_secs() / 86_400)?))
}

/// The same deals every time, each begun within the last year and dealt with every other week.
fn market(today: Day) -> String {
    let mut dice = StdRng::seed_from_u64(9);
    let mut lines = String::new();
    let mut line = |record: serde_json::Value| {
        // Writing to a string cannot fail.
        let _ = writeln!(lines, "{record}");
    };
    line(serde_json::json!({"type": "dataset", "name": "bench-control", "version": 1}));
    line(serde_json::json!({"type": "organization", "key": "us", "name": "Us", "ours": true}));
    for seller in 0..50 {
        line(serde_json::json!({"type": "person", "key": format!("s{seller}"),
            "name": format!("Seller {seller}"), "organization": "us"}));
        line(serde_json::json!({"type": "user", "person": format!("s{seller}"), "role": "rep",
            "scope": "own"}));
    }
    for deal in 0..DEALS {
        let days = dice.random_range(30..365);
        let opened = today.number() - days;
        let (house, key) = (format!("o{deal}"), format!("d{deal}"));
        let seller = format!("s{}", deal % 50);
        line(
            serde_json::json!({"type": "organization", "key": house, "name": format!("House {deal}")}),
        );
        for (nth, _) in ROLES.iter().enumerate() {
            line(serde_json::json!({"type": "person", "key": format!("p{deal}-{nth}"),
                "name": format!("Buyer {deal} {nth}"), "organization": house}));
        }
        for nth in 1..ROLES.len() {
            line(serde_json::json!({"type": "reporting_line", "person": format!("p{deal}-{nth}"),
                "reports_to": format!("p{deal}-0")}));
        }
        line(serde_json::json!({"type": "opportunity", "key": key, "name": format!("Deal {deal}"),
            "organization": house, "owner": seller, "date": Day::from_number(opened),
            "amount": {"minor": dice.random_range(1..1_000) * 100_000, "currency": "EUR"},
            "expected_close": Day::from_number(today.number() + dice.random_range(10..200))}));
        for (nth, role) in ROLES.iter().enumerate() {
            line(serde_json::json!({"type": "stakeholder", "opportunity": key,
                "person": format!("p{deal}-{nth}"), "role": role,
                "since": Day::from_number(opened)}));
        }
        let mut day = opened;
        while day < today.number() {
            line(dealing(&mut dice, deal, &key, &seller, Day::from_number(day)));
            day += dice.random_range(7..21);
        }
    }
    lines
}

fn dealing(dice: &mut StdRng, deal: usize, key: &str, seller: &str, day: Day) -> serde_json::Value {
    let person = format!("p{deal}-{}", dice.random_range(0..ROLES.len()));
    let id = format!("i{deal}-{day}");
    let (kind, result, sign) = match dice.random_range(0..4) {
        0 => ("call", "no_answer", None),
        1 => ("call", "answered", None),
        2 => ("meeting", "held", Some("stated_criterion")),
        _ => ("demo", "held", Some("warm_words")),
    };
    let signs: Vec<_> =
        sign.iter().map(|kind| serde_json::json!({"person": person, "kind": kind})).collect();
    serde_json::json!({"type": "interaction", "id": id, "opportunity": key, "date": day,
        "kind": kind, "direction": "out", "result": result, "people": [person], "by": seller,
        "signs": signs})
}
