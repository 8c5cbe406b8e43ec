//! Why a hop is possible, read off the records that whoever asks may see. A way with a hop that they do
//! not explain is not told.

use assent_domain::ids::{OrganizationId, PersonId};
use assent_domain::person::TieKind;
use assent_domain::time::Day;
use assent_domain::ways::{Bridge, BridgeWord, Happening, Way, contacts};
use assent_inference::Bridge as Over;
use assent_store::people::{Employment, Tie};
use assent_store::{Db, acquaintances, opportunities, organizations, people};

use super::Sights;
use super::network::{Circle, US};
use super::seeking::{Found, FoundHop};
use crate::operations::{Act, Refusal};

/// The first `count` of these ways that can be explained.
pub(super) fn tell(
    db: &mut Db,
    act: &Act,
    sights: &Sights,
    (ways, count): (Vec<Found>, usize),
    day: Day,
) -> Result<Vec<Way>, Refusal> {
    let mut told = Vec::new();
    for way in ways {
        let mut bridges = Vec::with_capacity(way.hops.len());
        for hop in &way.hops {
            bridges.extend(explained(db, act, sights, hop, day)?);
        }
        if bridges.len() == way.hops.len() {
            told.push(way.told(bridges));
        }
        if told.len() == count {
            break;
        }
    }
    Ok(told)
}

fn explained(
    db: &mut Db,
    act: &Act,
    sights: &Sights,
    hop: &FoundHop,
    day: Day,
) -> Result<Option<Bridge>, Refusal> {
    match (&hop.over, hop.circle) {
        (Over::Nothing, _) => Ok(Some(Bridge::of(BridgeWord::Stranger))),
        (Over::Tie { kind, .. }, _) => {
            let name = act.model.acquaintance_prior(*kind).name.as_str();
            match name {
                "reports_to" => line(db, sights, hop),
                "met" => met(db, act, sights, hop, day),
                other => tie(db, sights, hop, other),
            }
        }
        (Over::Circle { .. }, Some(circle)) => common(db, sights, hop, circle),
        (Over::Circle { .. }, None) => Ok(None),
    }
}

fn line(db: &mut Db, sights: &Sights, hop: &FoundHop) -> Result<Option<Bridge>, Refusal> {
    let [from, to] = hop.ends;
    let jobs = jobs(db, sights, &hop.ends)?;
    let reports = |job: &&Employment, [one, other]: [PersonId; 2]| {
        let facts = &job.employment.facts;
        facts.person_id == one && facts.reports_to_id == Some(other)
    };
    let up = jobs.iter().find(|job| reports(job, [from, to]));
    let down = jobs.iter().find(|job| reports(job, [to, from]));
    let told = |word: BridgeWord, job: &Employment| Bridge {
        organization: Some(job.organization_name.clone()),
        ..Bridge::of(word)
    };
    Ok(up
        .map(|job| told(BridgeWord::ReportsTo, job))
        .or_else(|| down.map(|job| told(BridgeWord::Leads, job))))
}

fn jobs(db: &mut Db, sights: &Sights, of: &[PersonId]) -> Result<Vec<Employment>, Refusal> {
    // A job is seen by whoever sees both its ends. That a person may be named was decided before.
    Ok(people::employments(db, &sights.houses, of, &[])?)
}

fn met(
    db: &mut Db,
    act: &Act,
    sights: &Sights,
    hop: &FoundHop,
    day: Day,
) -> Result<Option<Bridge>, Refusal> {
    let mut days: Vec<Day> = Vec::new();
    for row in acquaintances::contacts(db, Some(&hop.ends[1..]))? {
        let happening = Happening {
            kind: &row.kind,
            theirs: row.theirs,
            result: row.result.as_deref(),
            participants: &row.participants,
            through: &row.through,
            by: row.by.or(Some(US)),
        };
        let is_it = |ends: &[PersonId; 2]| hop.ends.iter().all(|end| ends.contains(end));
        if contacts(&act.model, &happening).iter().any(is_it) {
            days.push(row.at.date().into());
        }
    }
    days.retain(|on| *on <= day);
    days.sort_unstable();
    days.dedup();
    if let Some(last) = days.last() {
        let bridge = Bridge::of(BridgeWord::Met);
        return Ok(Some(Bridge { last: Some(*last), count: Some(days.len()), ..bridge }));
    }
    tie(db, sights, hop, TieKind::Met.as_str())
}

fn tie(
    db: &mut Db,
    sights: &Sights,
    hop: &FoundHop,
    kind: &str,
) -> Result<Option<Bridge>, Refusal> {
    let rows = people::ties_among(db, &sights.people, &hop.ends)?;
    let of_kind = rows.iter().filter(|row| row.tie.facts.kind.as_str() == kind);
    let renewed = |row: &&Tie| row.tie.facts.last_contact.or(row.tie.facts.since);
    let found = of_kind.max_by_key(renewed);
    Ok(found.map(|row| {
        let forwards = row.tie.facts.from_id == hop.ends[0];
        let word = match row.tie.facts.kind {
            TieKind::Colleague => BridgeWord::Colleague,
            TieKind::WorksWith => BridgeWord::WorksWith,
            TieKind::Knows => BridgeWord::Knows,
            TieKind::SoldTo if forwards => BridgeWord::SoldTo,
            TieKind::SoldTo => BridgeWord::BoughtFrom,
            TieKind::Met => BridgeWord::Met,
            TieKind::Trusts => BridgeWord::Trusts,
            TieKind::CustomerOf => BridgeWord::CustomerOf,
        };
        Bridge { last: row.tie.facts.last_contact, ..Bridge::of(word) }
    }))
}

/// What a circle is that both belong to.
fn common(
    db: &mut Db,
    sights: &Sights,
    hop: &FoundHop,
    circle: Circle,
) -> Result<Option<Bridge>, Refusal> {
    let jobs = jobs(db, sights, &hop.ends)?;
    let works = |person: PersonId| jobs.iter().find(|job| job.employment.facts.person_id == person);
    let at = |person: PersonId, house: OrganizationId| {
        jobs.iter().find(|job| {
            let facts = &job.employment.facts;
            facts.person_id == person && facts.organization_id == house
        })
    };
    let [from, to] = hop.ends;
    let named = |word: BridgeWord, job: &Employment| Bridge {
        organization: Some(job.organization_name.clone()),
        ..Bridge::of(word)
    };
    match circle {
        // Whoever uses the program may know who else of ours there is.
        Circle::Ours => Ok(Some(Bridge::of(BridgeWord::Colleague))),
        Circle::House(house) => {
            let both = works(from).zip(works(to));
            let house = at(from, house).or_else(|| at(to, house));
            Ok(both.map(|(one, _)| named(BridgeWord::SameHouse, house.unwrap_or(one))))
        }
        Circle::Parts(deal, house) => {
            let seen = opportunities::one(db, &sights.deals, deal)?.is_some();
            let both = at(from, house).zip(at(to, house)).filter(|_| seen);
            Ok(both.map(|(job, _)| named(BridgeWord::WorksWith, job)))
        }
        Circle::Customers(relation) => {
            let found = organizations::relation(db, &sights.houses, relation)?;
            let both = works(from).zip(works(to));
            Ok(found.zip(both).map(|(_, (_, other))| named(BridgeWord::HouseCustomer, other)))
        }
    }
}
