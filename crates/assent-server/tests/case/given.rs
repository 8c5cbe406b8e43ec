//! The case, loaded from its records through the program's own loader.

use std::collections::BTreeMap;

use assent_domain::account::{Account, Target, account};
use assent_domain::control::{AlarmKind, DealAlarm, Norms, alarms};
use assent_domain::estimate::estimate;
use assent_domain::evidence::{self, PersonEvidence};
use assent_domain::gap::{Gap, gap};
use assent_domain::ids::PersonId;
use assent_domain::permission::Sight;
use assent_domain::picture::{DealFacts, Picture};
use assent_domain::reading::Reading;
use assent_domain::time::{Day, StoppedClock, Timestamp};
use assent_inference::{ControlPrior, DEFAULT_PRIORS, Model, Priors};
use assent_server::app::App;
use assent_server::model_in_force::Base;
use assent_server::operations::estimates::{self, Deal};
use assent_server::operations::{Actor, Refusal, load, pipelines};
use assent_store::{Db, Store, people};
use assent_testing::{Database, Kind};
use rand::SeedableRng;
use rand::rngs::StdRng;
use serde::Deserialize;

/// The records, as they ship with the program.
pub(crate) const RECORDS: &str = include_str!("../../../../examples/amd_case.jsonl");

/// A week of the oracle.
#[derive(Debug, Deserialize)]
pub(crate) struct Week {
    pub(crate) date: String,
    pub(crate) people: BTreeMap<String, Figure>,
    pub(crate) behind_veto: Option<f64>,
    pub(crate) flagged: Option<bool>,
    pub(crate) p_win: Option<f64>,
    pub(crate) benefits: BTreeMap<String, BTreeMap<String, String>>,
}

/// A person in a week of the oracle.
#[derive(Debug, Deserialize)]
pub(crate) struct Figure {
    #[serde(rename = "C")]
    pub(crate) c: [f64; 5],
    #[serde(rename = "P")]
    pub(crate) p: [f64; 5],
    #[serde(rename = "B")]
    pub(crate) b: [f64; 5],
    pub(crate) stages: BTreeMap<String, f64>,
}

/// The oracle's weeks.
pub(crate) fn figures() -> Vec<Week> {
    let read = |line| serde_json::from_str(line).expect("a week");
    include_str!("figures.jsonl").lines().map(read).collect()
}

/// The priors that ship with the program.
pub(crate) fn priors() -> Priors {
    Priors::parse(DEFAULT_PRIORS).expect("the shipped priors are well formed")
}

/// The case in a database.
pub(crate) struct Case {
    model: Model,
    deal: Deal,
    keys: BTreeMap<PersonId, String>,
}

impl Case {
    pub(crate) fn load() -> Self {
        Self::load_with(&priors())
    }

    pub(crate) fn load_with(priors: &Priors) -> Self {
        let database = Database::migrated(Kind::Sqlite);
        let store = Store::open(database.address()).expect("a migrated database opens");
        let today = Timestamp::parse("2001-06-01").expect("a day");
        let clock = std::sync::Arc::new(StoppedClock::at(today));
        let model = std::sync::Arc::new(Model::new(priors));
        let base = Base { text: assent_inference::DEFAULT_PRIORS.into(), model };
        let app = App::new(store, base, clock, StdRng::seed_from_u64(5));
        let mut act = app.act(Actor::House);
        let load = |db: &mut Db| -> Result<_, Refusal> {
            pipelines::ensure_default(db, &mut act)?;
            load::load_records(db, &mut act, RECORDS, |_| {})
        };
        let report = app.store.write_blocking(load).expect("loaded");
        assert!(report.rejected.is_empty(), "{:?}", report.rejected);
        let id = report.deals[0];
        let read = |db: &mut Db| -> Result<_, Refusal> {
            let deal = estimates::load(db, &Sight::All, id)?;
            let keys = people::keys(db, &deal.people())?;
            Ok((keys, deal))
        };
        let (keys, deal) = app.store.read_blocking(read).expect("read back");
        Self { model: Model::new(priors), deal, keys: keys.into_iter().collect() }
    }

    fn gathered(&self, date: &str) -> Vec<(String, PersonEvidence)> {
        let gathered = evidence::gather(&self.model, &self.deal.facts.records, day(date));
        let keyed = |(person, evidence)| Some((self.keys.get(&person)?.clone(), evidence));
        gathered.into_iter().filter_map(keyed).collect()
    }

    /// Everybody's reading on a day, by key.
    pub(crate) fn readings(&self, date: &str) -> BTreeMap<String, Reading> {
        let read = |evidence: &PersonEvidence| estimate(&self.model, evidence).reading;
        self.gathered(date).iter().map(|(key, evidence)| (key.clone(), read(evidence))).collect()
    }

    /// A person's reading on a day, and the account of a target.
    pub(crate) fn account(&self, key: &str, date: &str, target: Target) -> (Reading, Account) {
        let gathered = self.gathered(date);
        let (_, evidence) = gathered.iter().find(|(own, _)| own == key).expect("dealt with");
        let reading = estimate(&self.model, evidence).reading;
        (reading, account(&self.model, evidence, target))
    }

    /// The accounts of what everybody's headline says on a day.
    pub(crate) fn accounts(&self, date: &str) -> Vec<(String, Account)> {
        let of = |(key, evidence): (String, PersonEvidence)| {
            let reading = estimate(&self.model, &evidence).reading;
            (key, account(&self.model, &evidence, Target::of(&reading)))
        };
        self.gathered(date).into_iter().map(of).collect()
    }

    /// The gap between the stage recorded on a day and the buyers.
    pub(crate) fn gap(&self, date: &str) -> Option<Gap> {
        self.gap_by(self.model.control_prior(), date)
    }

    /// The same by other limits.
    pub(crate) fn gap_by(&self, limits: &ControlPrior, date: &str) -> Option<Gap> {
        gap(&Picture::of(&self.model, limits, &self.deal.facts, day(date)))
    }

    /// The deal on a day.
    pub(crate) fn picture(&self, date: &str) -> Picture<'_> {
        self.picture_of(&self.deal.facts, date)
    }

    /// The same of what is recorded otherwise.
    pub(crate) fn picture_of<'a>(&'a self, facts: &'a DealFacts, date: &str) -> Picture<'a> {
        Picture::of(&self.model, self.model.control_prior(), facts, day(date))
    }

    /// The deal as if nobody had introduced us.
    pub(crate) fn without_introductions(&self) -> DealFacts {
        let mut facts = self.deal.facts.clone();
        for record in &mut facts.records.interactions {
            record.facts.through.clear();
        }
        facts
    }

    /// What is going wrong on a day, with the key of whom it concerns.
    pub(crate) fn alarms(&self, date: &str) -> Vec<(AlarmKind, Option<&str>, DealAlarm)> {
        let named = |alarm: DealAlarm| {
            let key = alarm.person.and_then(|person| self.keys.get(&person)).map(String::as_str);
            (alarm.kind, key, alarm)
        };
        alarms(&self.picture(date), &Norms::default()).into_iter().map(named).collect()
    }

    /// The key of a person.
    pub(crate) fn key(&self, person: PersonId) -> &str {
        self.keys.get(&person).map_or("", String::as_str)
    }

    /// The model.
    pub(crate) fn model(&self) -> &Model {
        &self.model
    }
}

fn day(date: &str) -> Day {
    date.parse().expect("a day")
}
