//! Who may do what, as the running API has it: every path with every caller, as one printed table.
//!
//! The table is `permissions.txt`. A path that is not in the description of the API cannot be
//! called, and one that is has its line here, so no endpoint goes unreviewed. To accept a change,
//! run this test with `ASSENT_ACCEPT=1` and read the difference.

use std::fmt::Write as _;
use std::path::PathBuf;

use assent_domain::control::ControlLimits;
use assent_domain::permission::{Action, Noun, reach};
use assent_domain::user::Role;
use assent_inference::{DEFAULT_PRIORS, Model, Priors};
use assent_testing::Kind;
use serde_json::{Value, json};

use super::given::{Caller, World, world};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_table_of_permissions_is_as_reviewed() {
    let mut table = String::from(
        "Who may do what. Made by the test `permissions`, which calls every path as every caller.\n\n\
         1. How far a role reaches at most; a user's own scope (own, team, all) narrows it further.\n\n",
    );
    push_reach(&mut table);
    table.push_str(
        "\n2. What each caller is answered about a deal that “owner” owns in the team “North”.\n   \
         admin: all rows. manager: team North. owner: own rows. colleague: rep in North, own rows.\n   \
         stranger: manager of another team. onlooker: read-only in North. nobody: not signed in.\n   \
         ok: done. no: forbidden. hidden: does not exist for them. sign in: who are you?\n\n",
    );
    push_answers(&mut table).await;
    compare(&table);
}

fn push_reach(table: &mut String) {
    let _ = write!(table, "{:<14} {:<8}", "noun", "action");
    for role in Role::ALL {
        let _ = write!(table, " {:<10}", role.as_str());
    }
    table.push('\n');
    for noun in Noun::ALL {
        for action in Action::ALL {
            let _ = write!(table, "{:<14} {:<8}", noun.as_str(), action.as_str());
            for role in Role::ALL {
                let _ = write!(table, " {:<10}", reach(*role, *noun, *action).as_str());
            }
            table.truncate(table.trim_end().len());
            table.push('\n');
        }
    }
}

async fn push_answers(table: &mut String) {
    let callers = |world: &World| {
        let World { admin, manager, owner, colleague, stranger, onlooker, nobody, .. } = world;
        [admin, manager, owner, colleague, stranger, onlooker, nobody].map(Clone::clone)
    };
    let description = serde_json::to_value(assent_server::http::openapi()).expect("a description");
    // One world for looking; a twin of it until a change is made in that, so that no caller sees
    // another's work.
    let looking = world(Kind::Sqlite).await;
    let names = callers(&looking).map(|caller| caller.name);
    let _ = write!(table, "{:<7} {:<62}", "method", "path");
    for name in names {
        let _ = write!(table, " {name:<10}");
    }
    table.truncate(table.trim_end().len());
    table.push('\n');
    let mut twin = None;
    let paths = description["paths"].as_object().expect("paths");
    for (path, methods) in paths {
        let path = path.trim_start_matches("/api/v1");
        for method in ["get", "post", "put", "patch", "delete"] {
            if methods.get(method).is_none() {
                continue;
            }
            let _ = write!(table, "{:<7} {path:<62}", method.to_uppercase());
            for at in 0..names.len() {
                let world = match method {
                    "get" => &looking,
                    _ => twin.get_or_insert_with(|| looking.twin()),
                };
                let answer = ask(world, &callers(world)[at], method, path).await;
                if answer == "ok" {
                    twin = None;
                }
                let _ = write!(table, " {answer:<10}");
            }
            table.truncate(table.trim_end().len());
            table.push('\n');
        }
    }
}

async fn ask(world: &World, caller: &Caller, method: &str, path: &str) -> &'static str {
    let (mut target, body) = example(world, method, path);
    if path.contains("{number}") {
        target = target.replace("{number}", &version(world).await.to_string());
    } else if path.starts_with("/learnings/{id}") {
        let run = world.post(&world.admin, "/learnings", json!({})).await.expect(201);
        target = path.replace("{id}", run["id"].as_str().expect("an id"));
    }
    let answer = match body {
        Some(body) => world.write(caller, &method.to_uppercase(), &target, body).await,
        None if method == "delete" => world.delete(caller, &target).await,
        None if method == "post" => world.write(caller, "POST", &target, json!({})).await,
        None => world.get(caller, &target).await,
    };
    // A batch is answered item by item; ours has one.
    let item = answer.body["items"][0]["status"].as_u64();
    match item.unwrap_or(u64::from(answer.status.as_u16())) {
        200 | 201 | 202 | 204 => "ok",
        401 => "sign in",
        403 => "no",
        404 => "hidden",
        // A field that points to what the caller cannot see does not exist for them either.
        422 if item.is_some() => "hidden",
        422 if answer.body["errors"][0]["code"] == "unknown_reference" => "hidden",
        // Anybody may change their own password, if they know it.
        422 if answer.body["errors"][0]["code"] == "wrong_password" => "ok",
        // Nobody can take their own access away, and the set-up has been done.
        409 => "refused",
        status => panic!("{} {method} {target}: {status}: {:#}", caller.name, answer.body),
    }
}

/// A version of the model that can be gone back to.
async fn version(world: &World) -> i64 {
    // A twin has the versions that its first one made, and hears of no commit.
    world.app.take_newest_model().await.expect("the newest model");
    let number = world.get(&world.admin, "/model").await.expect(200)["number"].as_i64();
    for based_on in number.expect("a number")..2 {
        let changes = json!({"sign.warm_words.strength": 4 + based_on % 2});
        let change = json!({"based_on": based_on, "changes": changes, "reason": "For the table"});
        world.post(&world.admin, "/model-versions", change).await.expect(201);
    }
    1
}

/// A request that makes sense: identifiers of the deal's own things, and a body that is in order.
fn example(world: &World, method: &str, path: &str) -> (String, Option<Value>) {
    let id = |of: &str| world.id(of).to_owned();
    let noun = path.trim_start_matches('/').split('/').next().unwrap_or_default();
    let of = match noun {
        "organizations" => "organization",
        "organization-relations" => "relation",
        "people" => "person",
        "employments" => "employment",
        "ties" => "tie",
        "products" => "product",
        "benefit-points" => "point",
        "pipelines" => "pipeline",
        "users" => "user",
        "teams" => "team",
        "interactions" => "interaction",
        "commitments" => "commitment",
        "alarms" => "alarm",
        "activities" => "activity",
        "dismissals" => "dismissal",
        "asks" => "ask",
        _ => "opportunity",
    };
    let mut target = path.replace("{person_id}", &id("person")).replace("{id}", &id(of));
    target = target.replace("{change_id}", &id("opportunity")).replace("{user_id}", &id("user"));
    target = match path {
        "/ties" if method == "get" => format!("{target}?person_id={}", id("person")),
        "/organization-relations" if method == "get" => {
            format!("{target}?organization_id={}", id("organization"))
        }
        "/benefit-points" if method == "get" => format!("{target}?product_id={}", id("product")),
        "/search" => format!("{target}?q=mill"),
        "/lessons/deals" => format!("{target}?kind=activity&name=meeting"),
        "/opportunities/{id}/ways" => format!("{target}?person_id={}", id("boss")),
        "/opportunities/{id}/choices" => format!("{target}?person_id={}", id("person")),
        _ => target,
    };
    (target, body(world, method, path))
}

fn body(world: &World, method: &str, path: &str) -> Option<Value> {
    let id = |of: &str| world.id(of);
    let deal = id("opportunity");
    let meeting = json!({
        "opportunity_id": deal, "kind": "call", "direction": "out", "result": "answered",
        "at": "2026-03-01T10:00:00Z", "participants": [id("person")],
    });
    let promise = json!({
        "opportunity_id": deal, "by_id": id("seller"), "to_id": id("person"), "text": "A sample",
        "made_on": "2026-03-01",
    });
    let pipeline = json!({
        "key": "short", "name": "Short", "stages": [{"key": "a", "name": "A", "expects": "aware"}],
    });
    Some(match (method, path) {
        ("post", "/setup") => json!({
            "token": "x", "organization_name": "House", "name": "N", "email": "n@example.com",
            "password": "long enough 1", "language": "en",
        }),
        ("post", "/session") => {
            json!({"email": "nobody@example.com", "password": "not a password"})
        }
        ("put", "/session/password") => json!({"current": "x", "new": "long enough 1"}),
        ("put", "/users/{id}/password") => json!({"password": "long enough 1"}),
        ("post", "/users") => json!({"name": "New", "role": "rep", "scope": "own"}),
        ("post", "/teams") => json!({"name": "West"}),
        ("post", "/api-keys") => json!({"name": "k", "scope": "read"}),
        ("post", "/organizations" | "/products") => json!({"name": "New"}),
        ("post", "/benefit-points") => json!({"name": "New", "product_id": id("product")}),
        ("post", "/people") => json!({"name": "New"}),
        ("post", "/employments") => {
            json!({"person_id": id("boss"), "organization_id": id("organization")})
        }
        ("post", "/ties") => {
            json!({"from_id": id("seller"), "to_id": id("boss"), "kind": "knows"})
        }
        ("post", "/organization-relations") => json!({
            "from_id": id("organization"), "to_id": id("other_organization"), "kind": "customer_of",
        }),
        ("post", "/pipelines") => pipeline,
        ("put", "/pipelines/{id}") => pipeline,
        ("post", "/opportunities") => json!({
            "name": "New", "organization_id": id("organization"), "owner_id": id("user"),
            "pipeline_id": id("pipeline"), "opened_on": "2026-03-01",
        }),
        ("post", "/opportunities/{id}/stage-changes") => json!({"stage_id": id("stage")}),
        ("put", "/opportunities/{id}/closure") => {
            json!({"outcome": "lost", "at": "2026-03-01T00:00:00Z"})
        }
        ("post", "/activities") => json!({
            "opportunity_id": deal, "kind": "call", "owner_id": id("user"),
            "people": [{"person_id": id("person")}], "due_on": "2026-03-05",
        }),
        ("post", "/opportunities/{id}/asks") => {
            json!({"target_id": id("boss"), "through": [id("person")]})
        }
        ("put", "/asks/{id}/state") => json!({"state": "agreed"}),
        ("put", "/activities/{id}/result") => json!({"result": "answered"}),
        ("put", "/activities/{id}/cancellation") => json!({"reason": "They moved away"}),
        ("post", "/opportunities/{id}/dismissals") => {
            json!({"person_id": id("person"), "action": "demo", "reason": "not_now"})
        }
        ("post", "/opportunities/{id}/renewal") => json!({}),
        ("put", "/opportunities/{id}/order") => json!({"at": "2026-03-01T00:00:00Z"}),
        ("put", "/opportunities/{id}/stakeholders/{person_id}") => json!({"role": "user"}),
        ("post", "/model-previews") => json!({"changes": {"sign.warm_words.strength": 2}}),
        ("post", "/model-imports") => json!({"text": DEFAULT_PRIORS}),
        ("post", "/model-versions") => json!({
            "based_on": 0, "changes": {"sign.warm_words.strength": 2}, "reason": "They flatter",
        }),
        ("post", "/model-versions/{number}/restoration") => {
            json!({"based_on": 2, "reason": "It was better"})
        }
        ("put", "/completeness/{user_id}") => json!({"channel": "written", "share": 1}),
        ("post", "/interactions") => meeting,
        ("post", "/interactions/batch") => json!({"items": [meeting]}),
        ("post", "/interaction-drafts") => json!({"opportunity_id": deal, "text": "called 王芳"}),
        ("post", "/commitments") => promise,
        ("post", "/evidence") => json!({"interaction": meeting, "commitments": [promise]}),
        ("post", "/opportunities/{id}/supposition") => {
            json!({"people": [{"person_id": id("boss"), "stage": "preferring"}]})
        }
        ("put", "/alarms/{id}/snooze") => json!({"until": "2026-03-09", "reason": "on leave"}),
        ("put", "/control-limits") => json!({"limits": limits()}),
        ("put", "/people/{id}/exclusion") => json!({"reason": "They asked us to"}),
        ("put", "/interactions/{id}/dispute" | "/commitments/{id}/dispute") => {
            json!({"reason": "It was somebody else"})
        }
        ("patch", _) => json!({}),
        _ => return None,
    })
}

/// The limits as they ship.
fn limits() -> Value {
    let priors = Priors::parse(DEFAULT_PRIORS).expect("the shipped priors are well formed");
    let limits = ControlLimits::shipped(&Model::new(&priors));
    serde_json::to_value(limits).expect("limits have a JSON form")
}

fn compare(table: &str) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../permissions.txt");
    if std::env::var_os("ASSENT_ACCEPT").is_some() {
        std::fs::write(&path, table).expect("permissions.txt can be written");
        return;
    }
    let reviewed = std::fs::read_to_string(&path).unwrap_or_default();
    let line = |text: &str, at: usize| text.lines().nth(at).unwrap_or("nothing").to_owned();
    let differs = (0..).find(|at| {
        let (now, then) = (table.lines().nth(*at), reviewed.lines().nth(*at));
        now != then || (now.is_none() && then.is_none())
    });
    let at = differs.unwrap_or(0);
    assert!(
        table == reviewed,
        "permissions.txt differs at line {}:\nreviewed: {}\nnow:      {}\n\
         read the difference, then accept it with ASSENT_ACCEPT=1",
        at + 1,
        line(&reviewed, at),
        line(table, at),
    );
}
