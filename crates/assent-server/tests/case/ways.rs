//! The way in, found by the program from the case's records alone, as they were on a day in March.

use assent_domain::ids::{OpportunityId, PersonId};
use assent_domain::permission::Sight;
use assent_domain::time::{StoppedClock, Timestamp};
use assent_domain::ways::BridgeWord;
use assent_inference::{DEFAULT_PRIORS, Model};
use assent_server::app::App;
use assent_server::model_in_force::Base;
use assent_server::operations::estimates;
use assent_server::operations::{Actor, Refusal, advice, control, load, pipelines, ways};
use assent_store::{Db, Store, people};
use assent_testing::{Database, Kind};
use rand::SeedableRng;
use rand::rngs::StdRng;
use rstest::rstest;
use serde_json::Value;

use super::given::{RECORDS, priors};
use super::{BOSS, control::variants};

/// The way that was taken.
const ROUTE: [&str; 5] = ["sudha-shah", "german-colleague", "german-contact", "it-manager", BOSS];

/// The records up to the end of a day.
fn until(date: &str) -> String {
    let known = |line: &&str| {
        let Ok(record) = serde_json::from_str::<Value>(line) else { return true };
        let said = ["date", "since"].map(|field| record[field].as_str().unwrap_or(""));
        said.iter().all(|on| on.get(..10).unwrap_or(on) <= date)
    };
    RECORDS.lines().filter(known).map(|line| format!("{line}\n")).collect()
}

/// A program on a day, with what was recorded until then.
struct House {
    app: App,
    deal: OpportunityId,
    _database: Database,
}

impl House {
    fn on(kind: Kind, date: &str, model: Model) -> Self {
        let database = Database::migrated(kind);
        let store = Store::open(database.address()).expect("a migrated database opens");
        let now = Timestamp::parse(&format!("{date}T18:00:00Z")).expect("a day");
        let clock = std::sync::Arc::new(StoppedClock::at(now));
        let base = Base { text: DEFAULT_PRIORS.into(), model: std::sync::Arc::new(model) };
        let app = App::new(store, base, clock, StdRng::seed_from_u64(5));
        let mut act = app.act(Actor::House);
        let records = until(date);
        let load = |db: &mut Db| -> Result<_, Refusal> {
            pipelines::ensure_default(db, &mut act)?;
            load::load_records(db, &mut act, &records, |_| {})
        };
        let report = app.store.write_blocking(load).expect("loaded");
        assert!(report.rejected.is_empty(), "{:?}", report.rejected);
        Self { deal: report.deals[0], app, _database: database }
    }

    fn keys(&self, db: &mut Db, of: &[PersonId]) -> Vec<String> {
        let keys = people::keys(db, of).expect("read");
        let key = |person: &PersonId| {
            let found = keys.iter().find(|(id, _)| id == person);
            found.map(|(_, key)| key.clone()).unwrap_or_default()
        };
        of.iter().map(key).collect()
    }
}

/// Point 2: the best way is the one that was taken.
#[rstest]
fn the_way_that_was_taken_is_found_from_the_records(
    #[values(Kind::Sqlite, Kind::Postgres)] kind: Kind,
) {
    let house = House::on(kind, "2000-03-19", Model::new(&priors()));
    let act = house.app.act(Actor::House);
    let read = |db: &mut Db| -> Result<(), Refusal> {
        let deal = estimates::load(db, &Sight::All, house.deal)?;
        let bearings = control::bearings(db, &act)?;
        let picture = deal.picture(&act, &bearings.limits, act.today());
        let everyone = deal.people();
        let keys = house.keys(db, &everyone);
        let boss = everyone[keys.iter().position(|key| key == BOSS).expect("a part")];
        let found = ways::to_person(db, &act, (&deal, &picture), boss, None)?;
        assert_eq!(found.ways.len(), 3, "{:?}", found.ways);
        let walked = |way: &assent_domain::ways::Way| -> Vec<PersonId> {
            way.hops.iter().filter_map(|hop| hop.from_id).chain([boss]).collect()
        };
        let best = &found.ways[0];
        assert_eq!(house.keys(db, &walked(best)), ROUTE);
        let words: Vec<BridgeWord> = best.hops.iter().map(|hop| hop.bridge.word).collect();
        let expected = [
            BridgeWord::Colleague,
            BridgeWord::SoldTo,
            BridgeWord::WorksWith,
            BridgeWord::ReportsTo,
        ];
        assert_eq!(words, expected);
        let product: f64 = best.hops.iter().map(|hop| hop.chance).product();
        assert!((product - best.chance).abs() < 1e-12);
        assert!(found.spared.is_empty());

        // The same, laid down anew for a day gone by.
        let past = ways::to_person(db, &act, (&deal, &picture), boss, Some(act.today()))?;
        assert_eq!(past.ways, found.ways);

        // Point 1: not another call, but the introduction.
        let advice = advice::read(db, &act, &deal, &picture)?.expect("it goes on");
        let first = &advice.best[0];
        assert_eq!((first.action.as_str(), first.person_id), ("introduction", boss));
        assert_eq!(house.keys(db, &first.through), ROUTE[1..4]);
        assert_eq!(first.reach, Some(best.chance));
        let calls =
            |one: &assent_domain::advice::Suggestion| one.action == "call" && one.person_id == boss;
        assert!(!advice.best.iter().any(calls));
        Ok(())
    };
    house.app.store.read_blocking(read).expect("read");
}

/// It holds however fast things are forgotten, within a factor of two, and however little is recorded.
#[test]
fn the_way_and_the_advice_do_not_hang_on_the_priors() {
    for (name, priors) in variants() {
        let house = House::on(Kind::Sqlite, "2000-03-19", Model::new(&priors));
        let act = house.app.act(Actor::House);
        let read = |db: &mut Db| -> Result<(), Refusal> {
            let deal = estimates::load(db, &Sight::All, house.deal)?;
            let bearings = control::bearings(db, &act)?;
            let picture = deal.picture(&act, &bearings.limits, act.today());
            let advice = advice::read(db, &act, &deal, &picture)?.expect("it goes on");
            let first = &advice.best[0];
            assert_eq!(first.action, "introduction", "{name}");
            assert_eq!(house.keys(db, &[first.person_id]), [BOSS], "{name}");
            assert_eq!(house.keys(db, &first.through), ROUTE[1..4], "{name}");
            Ok(())
        };
        house.app.store.read_blocking(read).expect("read");
    }
}
