//! Organizations, people, employments and ties from a file.
//!
//! What a line leaves out stays as it is: a file that knows no telephone numbers takes none away.

use assent_domain::ids::{EmploymentId, PersonId};
use assent_domain::organization::{
    OrganizationFacts, OrganizationRelationFacts, OrganizationRelationKind,
};
use assent_domain::person::{EmploymentFacts, PersonFacts, TieFacts};
use assent_domain::record_file::{
    OrganizationRecord, OrganizationRelationRecord, PersonRecord, ReportingLineRecord, TieRecord,
};
use assent_domain::time::Day;
use assent_store::{Stored, stakeholders};

use super::put::{Put, put};
use super::{Done, Load};
use crate::operations::nouns::own_place;
use crate::operations::{Place, Refusal};

pub(super) fn organization(
    load: &mut Load<'_>,
    line: &OrganizationRecord,
) -> Result<Done, Refusal> {
    let found = load.known.organizations.get(&line.key);
    let before = found.map(|found| found.facts.clone());
    let before = before.unwrap_or_else(|| OrganizationFacts::named(line.name.clone()));
    let facts = OrganizationFacts {
        key: Some(line.key.clone()),
        name: line.name.clone(),
        ours: line.ours || before.ours,
        competitor: line.competitor || before.competitor,
        city: line.city.clone().or(before.city),
        country: line.country.clone().or(before.country),
        sector: line.sector.clone().or(before.sector),
        website: before.website,
        customer_since: line.customer_since.or(before.customer_since),
        note: line.note.clone().or(before.note),
        assumed: line.assumed,
        owner_id: before.owner_id,
        team_id: before.team_id,
    };
    let place = own_place(facts.owner_id, facts.team_id);
    let Put { done, stored } = put(load.db, load.act, found, facts, &place)?;
    if let Some(stored) = stored {
        if stored.facts.ours {
            load.known.ours.insert(stored.id);
        }
        load.known.organizations.insert(line.key.clone(), stored);
    }
    let Some(parent) = &line.parent else { return Ok(done) };
    let of_relation = relation(
        load,
        &OrganizationRelationRecord {
            from: line.key.clone(),
            to: parent.clone(),
            kind: OrganizationRelationKind::SubsidiaryOf,
            since: None,
            until: None,
            assumed: line.assumed,
        },
    )?;
    Ok(done.or(of_relation))
}

pub(super) fn relation(
    load: &mut Load<'_>,
    line: &OrganizationRelationRecord,
) -> Result<Done, Refusal> {
    let from = load.organization("from", &line.from)?;
    let (from_id, place) = (from.id, own_place(from.facts.owner_id, from.facts.team_id));
    let to_id = load.organization("to", &line.to)?.id;
    let known = load.known.relations.entry(from_id).or_default();
    let at = known.iter().position(|one| one.facts.to_id == to_id && one.facts.kind == line.kind);
    let found = at.map(|at| &known[at]);
    let before = found.map(|found| &found.facts);
    let facts = OrganizationRelationFacts {
        from_id,
        to_id,
        kind: line.kind,
        since: line.since.or(before.and_then(|before| before.since)),
        until: line.until.or(before.and_then(|before| before.until)),
        assumed: line.assumed,
    };
    let Put { done, stored } = put(load.db, load.act, found, facts, &place)?;
    keep(known, at, stored);
    Ok(done)
}

pub(super) fn person(load: &mut Load<'_>, line: &PersonRecord) -> Result<Done, Refusal> {
    let found = load.known.people.get(&line.key);
    let before = found.map(|found| found.facts.clone());
    let before = before.unwrap_or_else(|| PersonFacts::named(line.name.clone()));
    let facts = PersonFacts {
        key: Some(line.key.clone()),
        name: line.name.clone(),
        email: line.email.clone().or(before.email),
        phone: line.phone.clone().or(before.phone),
        note: line.note.clone().or(before.note),
        assumed: line.assumed,
        owner_id: before.owner_id,
        team_id: before.team_id,
    };
    let place = own_place(facts.owner_id, facts.team_id);
    let Put { done, stored } = put(load.db, load.act, found, facts, &place)?;
    if let Some(stored) = stored {
        if done == Done::Added {
            load.known.newcomers.insert(stored.id);
        }
        load.known.people.insert(line.key.clone(), stored);
    }
    let Some(organization) = &line.organization else { return Ok(done) };
    let organization_id = load.organization("organization", organization)?.id;
    let person_id = load.person("key", &line.key)?.id;
    let job = EmploymentFacts {
        person_id,
        organization_id,
        title: line.title.clone(),
        reports_to_id: None,
        from: line.from,
        until: line.until,
        assumed: line.assumed,
    };
    Ok(done.or(employment(load, job, &place)?))
}

/// Adds a job, or changes it if it is known at this organization. A job with a first day elsewhere
/// ends the jobs that were running without an end.
fn employment(load: &mut Load<'_>, job: EmploymentFacts, place: &Place) -> Result<Done, Refusal> {
    let person = job.person_id;
    let known = load.known.jobs.entry(person).or_default();
    known.retain(|job| job.meta.deleted_at.is_none());
    let at = newest_first(known).find(|at| known[*at].facts.organization_id == job.organization_id);
    let place = Place { people: vec![person], ..place.clone() };
    let Some(at) = at else {
        end_those_running(load, &job, &place)?;
        let Put { done, stored } = put(load.db, load.act, None, job, &place)?;
        load.known.jobs.entry(person).or_default().extend(stored);
        return load.with_their_deals(person, done);
    };
    let before = &known[at].facts;
    let facts = EmploymentFacts {
        title: job.title.or_else(|| before.title.clone()),
        reports_to_id: before.reports_to_id,
        from: job.from.or(before.from),
        until: job.until.or(before.until),
        ..job
    };
    let Put { done, stored } = put(load.db, load.act, Some(&known[at]), facts, &place)?;
    keep(known, Some(at), stored);
    load.with_their_deals(person, done)
}

fn end_those_running(
    load: &mut Load<'_>,
    job: &EmploymentFacts,
    place: &Place,
) -> Result<(), Refusal> {
    let Some(from) = job.from else { return Ok(()) };
    let until = Some(Day::from_number(from.number() - 1));
    for running in load.known.jobs.entry(job.person_id).or_default() {
        if running.facts.until.is_none() {
            let facts = EmploymentFacts { until, ..running.facts.clone() };
            if let Some(stored) = put(load.db, load.act, Some(running), facts, place)?.stored {
                *running = stored;
            }
        }
    }
    Ok(())
}

pub(super) fn reporting_line(
    load: &mut Load<'_>,
    line: &ReportingLineRecord,
) -> Result<Done, Refusal> {
    let person = load.person("person", &line.person)?;
    let (person_id, place) = (person.id, own_place(person.facts.owner_id, person.facts.team_id));
    let place = Place { people: vec![person_id], ..place };
    let boss = load.person("reports_to", &line.reports_to)?.id;
    let known = load.known.jobs.entry(person_id).or_default();
    known.retain(|job| job.meta.deleted_at.is_none());
    let Some(at) = newest_first(known).next() else {
        let message = format!("“{}” has no job in which to report to anybody", line.person);
        return Err(Refusal::field("/person", "no_employment", message));
    };
    let is_new = known[at].facts.reports_to_id.is_none();
    let facts = EmploymentFacts { reports_to_id: Some(boss), ..known[at].facts.clone() };
    let Put { done, stored } = put(load.db, load.act, Some(&known[at]), facts, &place)?;
    keep(known, Some(at), stored);
    Ok(if is_new { Done::Added } else { done })
}

/// The places of jobs in a list: those still running first, the one begun last before the others.
fn newest_first(
    jobs: &[Stored<EmploymentId, EmploymentFacts>],
) -> impl Iterator<Item = usize> + use<> {
    let mut places: Vec<usize> = (0..jobs.len()).collect();
    places.sort_by_key(|at| {
        let job = &jobs[*at].facts;
        (job.until.is_some(), std::cmp::Reverse(job.from))
    });
    places.into_iter()
}

pub(super) fn tie(load: &mut Load<'_>, line: &TieRecord) -> Result<Done, Refusal> {
    let from = load.person("from", &line.from)?;
    let (from_id, place) = (from.id, own_place(from.facts.owner_id, from.facts.team_id));
    let to_id = load.person("to", &line.to)?.id;
    let place = Place { people: vec![from_id, to_id], ..place };
    let known = load.known.ties.entry(from_id).or_default();
    let at = known.iter().position(|one| one.facts.to_id == to_id && one.facts.kind == line.kind);
    let found = at.map(|at| &known[at]);
    let before = found.map(|found| found.facts.clone());
    let facts = TieFacts {
        from_id,
        to_id,
        kind: line.kind,
        since: line.since.or(before.as_ref().and_then(|before| before.since)),
        last_contact: line.last_contact.or(before.as_ref().and_then(|before| before.last_contact)),
        note: line.note.clone().or(before.and_then(|before| before.note)),
        assumed: line.assumed,
    };
    let Put { done, stored } = put(load.db, load.act, found, facts, &place)?;
    keep(known, at, stored);
    Ok(done)
}

/// Puts what was written into the list of what is known, in its old place if it had one.
fn keep<I, F>(known: &mut Vec<Stored<I, F>>, at: Option<usize>, stored: Option<Stored<I, F>>) {
    match (at, stored) {
        (_, None) => {}
        (Some(at), Some(stored)) => known[at] = stored,
        (None, Some(stored)) => known.push(stored),
    }
}

impl Load<'_> {
    /// A part in a deal ends with the employment, so an employment that changed moves estimates.
    fn with_their_deals(&mut self, person: PersonId, done: Done) -> Result<Done, Refusal> {
        if done != Done::Unchanged && !self.known.newcomers.contains(&person) {
            self.touched.extend(stakeholders::deals_of(self.db, person)?);
        }
        Ok(done)
    }
}
