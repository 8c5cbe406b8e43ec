//! `assent estimate`: where the people of a record file stand, and why. Nothing is kept: the file is
//! loaded into a database that is thrown away, through the same code as the app's.

mod print;

use std::fs;
use std::path::PathBuf;

use anyhow::Context;
use assent_domain::account::{Account, Target, account};
use assent_domain::estimate::estimate;
use assent_domain::evidence::PersonEvidence;
use assent_domain::gap::{Gap, gap};
use assent_domain::opportunity::BuyingRole;
use assent_domain::permission::Sight;
use assent_domain::reading::Reading;
use assent_domain::time::Day;
use assent_store::{Address, Db, Store};
use clap::Args;

use crate::operations::load::load_records;
use crate::operations::{Act, Actor, Refusal, control, estimates, pipelines};

#[derive(Debug, Args)]
pub(super) struct Options {
    /// A record file, in JSON Lines
    file: PathBuf,
    /// The day to estimate for; the last one recorded, or today, when left out
    #[arg(long, value_parser = super::day)]
    at: Option<Day>,
    /// What to account for: a stage such as `evaluating`, or `avoids_us`; by default what the
    /// estimate itself says
    #[arg(long)]
    why: Option<String>,
    /// Print JSON
    #[arg(long)]
    json: bool,
    /// A priors file in place of the one that ships with the program
    #[arg(long, env = "ASSENT_PRIORS")]
    priors: Option<PathBuf>,
}

/// A deal's estimates on a day.
struct DealEstimate {
    name: String,
    day: Day,
    stage: String,
    gap: Option<Gap>,
    people: Vec<PersonEstimate>,
}

struct PersonEstimate {
    key: Option<String>,
    name: String,
    role: BuyingRole,
    reading: Option<Reading>,
    account: Option<Account>,
}

pub(super) fn run(options: &Options) -> anyhow::Result<()> {
    let text =
        fs::read_to_string(&options.file).with_context(|| options.file.display().to_string())?;
    let target = match options.why.as_deref() {
        None => None,
        Some(word) => Some(Target::parse(word).with_context(|| format!("no stage “{word}”"))?),
    };
    let folder = tempfile::tempdir().context("no place for a throw-away database")?;
    let store = Store::open(Address::File(folder.path().join("estimate.db")))?;
    let app = super::open(store, options.priors.as_deref())?;
    let mut act = app.act(Actor::House);
    let report = app.store.write_blocking(|db| -> Result<_, Refusal> {
        pipelines::ensure_default(db, &mut act)?;
        load_records(db, &mut act, &text, |_| {})
    })?;
    for one in &report.rejected {
        eprintln!("line {}: {}: {}", one.line, one.field, one.message);
    }
    anyhow::ensure!(report.rejected.is_empty(), "{} lines cannot be read", report.rejected.len());
    let deals = app.store.read_blocking(|db| -> Result<Vec<_>, Refusal> {
        report.deals.iter().map(|id| read_deal(db, &act, *id, options.at, target)).collect()
    })?;
    for deal in &deals {
        if options.json {
            println!("{}", print::json(deal));
        } else {
            print!("{}", print::text(deal));
        }
    }
    Ok(())
}

fn read_deal(
    db: &mut Db,
    act: &Act,
    id: assent_domain::ids::OpportunityId,
    at: Option<Day>,
    target: Option<Target>,
) -> Result<DealEstimate, Refusal> {
    let deal = estimates::load(db, &Sight::All, id)?;
    let day = deal.last_day(at.unwrap_or_else(|| act.today()));
    let history = assent_store::opportunities::stage_changes(db, id)?;
    let stage = history.iter().rev().find(|change| change.at <= day.end());
    let keys = assent_store::people::keys(db, &deal.people())?;
    let limits = control::bearings(db, act)?.limits;
    let picture = deal.picture(act, &limits, day);
    let people = deal
        .stakeholders
        .iter()
        .filter(|one| one.facts.since.is_none_or(|since| since <= day))
        .map(|one| {
            let person = one.facts.person_id;
            let evidence = picture.evidence.get(&person);
            PersonEstimate {
                key: keys.iter().find(|(id, _)| *id == person).map(|(_, key)| key.clone()),
                name: one.name.clone(),
                role: one.facts.role,
                reading: picture.estimate(person).map(|one| one.reading),
                account: evidence.map(|evidence| account_for(act, evidence, target)),
            }
        });
    Ok(DealEstimate {
        name: deal.opportunity.deal.facts.name.to_string(),
        day,
        stage: stage.map_or_else(String::new, |change| change.stage.facts.key.to_string()),
        gap: gap(&picture),
        people: people.collect(),
    })
}

fn read(act: &Act, evidence: &PersonEvidence) -> Reading {
    estimate(&act.model, evidence).reading
}

fn account_for(act: &Act, evidence: &PersonEvidence, target: Option<Target>) -> Account {
    let target = target.unwrap_or_else(|| Target::of(&read(act, evidence)));
    account(&act.model, evidence, target)
}
