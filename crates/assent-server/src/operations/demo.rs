//! The demo company: an invented house, its market and two years of its dealings, as the lines of
//! a record file.
//!
//! Nobody and nothing in it exists. Each customer person is drawn from the model's own priors and
//! lives a simulated life; what reaches the records of that life becomes calls, meetings, words and
//! promises. So the estimates that the app makes of these people are right as often as the model
//! says. Only how deals end is fixed (see [`plots`]): of the lives drawn, one is taken that ends
//! there. Before them lie some dozens of past deals of which nothing is fixed: lives are taken as they
//! come, and chance decides the end by where people truly stand, so that there is a history to hold
//! the estimates against.

mod agenda;
mod asked;
mod cast;
mod dates;
mod deals;
mod events;
mod lives;
mod market;
mod planned;
mod plots;
mod promises;
mod words;

use assent_domain::text::{Email, Name};
use assent_domain::time::Day;
use assent_domain::user::{Language, Role, Scope, Theme, UserFacts};
use assent_inference::Model;
use assent_store::{Db, installation, users};
use rand::SeedableRng;
use rand::rngs::StdRng;
use serde_json::{Value, json};

use super::load::{Report, load_records};
use super::{Act, Refusal, pipelines, setup};
use crate::secrets::PasswordHash;
use cast::Cast;
use words::Words;

/// What the invented house is called.
pub const HOUSE: &str = "Lanternfish 灯鱼仪器";

/// The demo company of every demo.
const SEED: u64 = 2026;

/// Makes a demo of a database in which nobody can sign in yet: the demo company, a published case
/// that the start screen explains, and one password for everybody. The visitor of
/// [`DEMO_LOGIN`](setup::DEMO_LOGIN) may do everything, and looks after the deals of one seller, so
/// that there is something to do; the people of the demo company may do what such people do.
///
/// # Errors
/// When somebody can sign in already, a line of the case cannot be taken, or the database fails.
pub fn make_demo(
    db: &mut Db,
    act: &mut Act,
    case: &str,
    language: Language,
    password: &PasswordHash,
) -> Result<(), Refusal> {
    if !setup::is_needed(db)? {
        let message = "this database is in use, and no demo; name another one".to_owned();
        return Err(Refusal::Conflict { code: "not_a_demo", message });
    }
    // First, so that the house of the demo is the demo company and not the seller of the case.
    taken(demo_company(db, act, SEED)?)?;
    let told = taken(load_records(db, act, case, |_| {})?)?;
    for one in users::all(db)? {
        if one.user.facts.email.is_some() {
            users::set_password(db, one.user.id, password.as_str())?;
        }
    }
    let visitor = UserFacts {
        name: well_formed::<Name>("Demo 演示"),
        email: Some(well_formed::<Email>(setup::DEMO_LOGIN[0])),
        role: Role::Admin,
        scope: Scope::All,
        team_id: None,
        person_id: None,
        language,
        theme: Theme::System,
    };
    let visitor = setup::add_user(db, act, visitor, Some(password))?;
    planned::hand_over(db, act, visitor, language)?;
    asked::write(db, act)?;
    planned::write(db, act)?;
    installation::finish_setup(db, &well_formed::<Name>(HOUSE), act.now)?;
    if let Some(deal) = told.deals.first() {
        installation::set_demo_case(db, *deal)?;
    }
    Ok(())
}

/// A report on our own lines, all of which must be in.
fn taken(report: Report) -> Result<Report, Refusal> {
    match report.rejected.first() {
        None => Ok(report),
        Some(one) => {
            let message = format!("line {}: {}: {}", one.line, one.field, one.message);
            Err(Refusal::Conflict { code: "demo_rejected", message })
        }
    }
}

/// What we wrote ourselves and tests have seen.
fn well_formed<T: std::str::FromStr>(text: &str) -> T {
    text.parse().unwrap_or_else(|_| unreachable!("“{text}” is well formed"))
}

/// Writes the demo company as a record file that ends on the day before `today`. The same seed and
/// the same day give the same file.
#[must_use]
pub fn generate(model: &Model, seed: u64, today: Day) -> String {
    let mut dice = StdRng::seed_from_u64(seed);
    let (model, words, cast) = (model.clone(), Words::of_both(), Cast::draw(&mut dice));
    let world = World { model, words, cast, today };
    let mut lines = Lines::default();
    lines.push(
        "dataset",
        json!({
            "name": "demo-company", "version": 1,
            "note": "An invented house and its market, drawn by simulation from the model's priors. \
                     No company, person or place in it exists. 一切均为虚构。",
        }),
    );
    market::write(&world, &mut lines, &mut dice);
    for plot in plots::all() {
        deals::write(&world, &plot, &mut lines, &mut dice);
    }
    for number in 0..deals::PAST_DEALS {
        deals::write_past(&world, number, &mut lines, &mut dice);
    }
    lines.0
}

/// Loads the demo company, as of the day of the act: `load_records`.
///
/// # Errors
/// When the actor may not, or the database fails.
pub fn demo_company(db: &mut Db, act: &mut Act, seed: u64) -> Result<Report, Refusal> {
    pipelines::ensure_default(db, act)?;
    let text = generate(&act.model, seed, act.today());
    load_records(db, act, &text, |_| {})
}

/// What all deals share.
struct World {
    model: Model,
    words: Words,
    cast: Cast,
    today: Day,
}

/// The lines of a record file.
#[derive(Default)]
struct Lines(String);

impl Lines {
    /// Adds a record. Fields that hold nothing are left out.
    fn push(&mut self, kind: &str, fields: Value) {
        let mut record = serde_json::Map::from_iter([("type".to_owned(), json!(kind))]);
        if let Value::Object(fields) = fields {
            let empty = [Value::Null, Value::Array(Vec::new())];
            record.extend(fields.into_iter().filter(|(_, value)| !empty.contains(value)));
        }
        self.0.push_str(&Value::Object(record).to_string());
        self.0.push('\n');
    }
}
