//! Teams, users, organizations, people and ties from a file.

use assent_domain::ids::{PersonId, UserId};
use assent_domain::organization::{
    OrganizationFacts, OrganizationRelationFacts, OrganizationRelationKind,
};
use assent_domain::permission::Sight;
use assent_domain::person::{EmploymentFacts, PersonFacts, TieFacts};
use assent_domain::record_file::{
    OrganizationRecord, OrganizationRelationRecord, PersonRecord, ReportingLineRecord, TeamRecord,
    TieRecord, UserRecord,
};
use assent_domain::time::Day;
use assent_domain::user::{Language, Role, Scope, TeamFacts, Theme, UserFacts};
use assent_store::{Db, organizations, people, record, users};

use super::Done;
use super::names::Names;
use crate::operations::{Act, Kept, Refusal, kept};

/// Adds a record that has a key, or changes it if it says something else now.
pub(super) fn put<F: Kept + PartialEq>(
    db: &mut Db,
    act: &mut Act,
    key: &str,
    facts: &F,
) -> Result<Done, Refusal> {
    match record::find_by_key::<F>(db, key)? {
        None => {
            kept::create(db, act, facts)?;
            Ok(Done::Added)
        }
        Some(found) => settle_on(db, act, &found, facts),
    }
}

/// Makes a record that was found say what it should, and not be put away.
fn settle_on<F: Kept + PartialEq>(
    db: &mut Db,
    act: &mut Act,
    found: &assent_store::Stored<F::Id, F>,
    facts: &F,
) -> Result<Done, Refusal> {
    let gone = found.meta.deleted_at.is_some();
    if gone {
        kept::bring_back::<F>(db, act, found.id)?;
    }
    if found.facts == *facts {
        return Ok(if gone { Done::Changed } else { Done::Unchanged });
    }
    kept::change(db, act, found.id, None, |_| Ok(facts.clone()))?;
    Ok(Done::Changed)
}

pub(super) fn team(db: &mut Db, act: &mut Act, team: &TeamRecord) -> Result<Done, Refusal> {
    let parent_id = match &team.parent {
        None => None,
        Some(parent) => Some(users::team_named(db, parent)?.ok_or_else(|| {
            Refusal::field("/parent", "unknown_reference", format!("no team “{parent}”"))
        })?),
    };
    let facts = TeamFacts { name: team.name.clone(), parent_id };
    match users::team_named(db, &team.name)? {
        None => {
            kept::create(db, act, &facts)?;
            Ok(Done::Added)
        }
        Some(id) => match record::get::<TeamFacts>(db, &Sight::All, id)? {
            Some(found) => settle_on(db, act, &found, &facts),
            None => Err(Refusal::NotFound),
        },
    }
}

pub(super) fn user(
    db: &mut Db,
    act: &mut Act,
    names: &mut Names,
    user: &UserRecord,
) -> Result<Done, Refusal> {
    let person = names.person(db, "/person", &user.person)?;
    let team_id = match &user.team {
        None => None,
        Some(team) => Some(users::team_named(db, team)?.ok_or_else(|| {
            Refusal::field("/team", "unknown_reference", format!("no team “{team}”"))
        })?),
    };
    let known = users::of_person(db, person)?;
    let before = match known {
        Some(id) => record::get::<UserFacts>(db, &Sight::All, id)?,
        None => None,
    };
    let mut facts = match &before {
        Some(found) => found.facts.clone(),
        None => facts_of_seller(db, person)?,
    };
    facts.role = user.role;
    facts.scope = user.scope;
    facts.team_id = team_id;
    if user.email.is_some() {
        facts.email.clone_from(&user.email);
    }
    match before {
        Some(found) => settle_on(db, act, &found, &facts),
        None => {
            kept::create(db, act, &facts)?;
            Ok(Done::Added)
        }
    }
}

/// Makes a user of one of ours who sells: a rep without a password, who owns deals.
pub(super) fn seller(
    db: &mut Db,
    act: &mut Act,
    field: &str,
    person: PersonId,
) -> Result<UserId, Refusal> {
    if people::ours_among(db, &[person])?.is_empty() {
        let message = "is not one of ours: no organization of theirs is marked “ours”";
        return Err(Refusal::field(field, "not_ours", message));
    }
    let facts = facts_of_seller(db, person)?;
    kept::create(db, act, &facts)
}

fn facts_of_seller(db: &mut Db, person: PersonId) -> Result<UserFacts, Refusal> {
    let found = record::get::<PersonFacts>(db, &Sight::All, person)?.ok_or(Refusal::NotFound)?;
    Ok(UserFacts {
        name: found.facts.name,
        email: None,
        role: Role::Rep,
        scope: Scope::Own,
        team_id: None,
        person_id: Some(person),
        language: Language::Chinese,
        theme: Theme::System,
    })
}

pub(super) fn organization(
    db: &mut Db,
    act: &mut Act,
    names: &mut Names,
    line: &OrganizationRecord,
) -> Result<Done, Refusal> {
    let facts = OrganizationFacts {
        key: Some(line.key.clone()),
        ours: line.ours,
        competitor: line.competitor,
        city: line.city.clone(),
        country: line.country.clone(),
        sector: line.sector.clone(),
        customer_since: line.customer_since,
        note: line.note.clone(),
        assumed: line.assumed,
        ..OrganizationFacts::named(line.name.clone())
    };
    let done = put(db, act, line.key.as_str(), &facts)?;
    if let Some(parent) = &line.parent {
        let relation = OrganizationRelationRecord {
            from: line.key.clone(),
            to: parent.clone(),
            kind: OrganizationRelationKind::SubsidiaryOf,
            since: None,
            until: None,
            assumed: line.assumed,
        };
        self::relation(db, act, names, &relation)?;
    }
    Ok(done)
}

pub(super) fn relation(
    db: &mut Db,
    act: &mut Act,
    names: &mut Names,
    line: &OrganizationRelationRecord,
) -> Result<Done, Refusal> {
    let facts = OrganizationRelationFacts {
        from_id: names.organization(db, "/from", &line.from)?,
        to_id: names.organization(db, "/to", &line.to)?,
        kind: line.kind,
        since: line.since,
        until: line.until,
        assumed: line.assumed,
    };
    let known = organizations::relations(db, &Sight::All, &[facts.from_id])?;
    let same = |one: &organizations::Relation| {
        let known = &one.relation.facts;
        known.from_id == facts.from_id && known.to_id == facts.to_id && known.kind == facts.kind
    };
    match known.into_iter().find(same) {
        Some(found) => settle_on(db, act, &found.relation, &facts),
        None => {
            kept::create(db, act, &facts)?;
            Ok(Done::Added)
        }
    }
}

pub(super) fn person(
    db: &mut Db,
    act: &mut Act,
    names: &mut Names,
    line: &PersonRecord,
) -> Result<Done, Refusal> {
    let organization = match &line.organization {
        Some(key) => Some(names.organization(db, "/organization", key)?),
        None => None,
    };
    let facts = PersonFacts {
        key: Some(line.key.clone()),
        email: line.email.clone(),
        phone: line.phone.clone(),
        note: line.note.clone(),
        assumed: line.assumed,
        ..PersonFacts::named(line.name.clone())
    };
    let of_person = put(db, act, line.key.as_str(), &facts)?;
    let Some(organization_id) = organization else { return Ok(of_person) };
    let person_id = names.person(db, "/key", &line.key)?;
    let job = EmploymentFacts {
        person_id,
        organization_id,
        title: line.title.clone(),
        reports_to_id: None,
        from: line.from,
        until: line.until,
        assumed: line.assumed,
    };
    let of_job = employment(db, act, &job)?;
    Ok(if of_person == Done::Unchanged { of_job } else { of_person })
}

/// Adds a job, or changes it if it is known at this organization. A job with a first day elsewhere
/// ends the jobs that were running without an end.
fn employment(db: &mut Db, act: &mut Act, job: &EmploymentFacts) -> Result<Done, Refusal> {
    let known = people::employments(db, &Sight::All, &[job.person_id], &[])?;
    let at_this_house =
        known.iter().find(|one| one.employment.facts.organization_id == job.organization_id);
    if let Some(found) = at_this_house {
        let before = &found.employment.facts;
        let facts = EmploymentFacts {
            reports_to_id: job.reports_to_id.or(before.reports_to_id),
            title: job.title.clone().or_else(|| before.title.clone()),
            from: job.from.or(before.from),
            until: job.until.or(before.until),
            ..job.clone()
        };
        return settle_on(db, act, &found.employment, &facts);
    }
    if let Some(from) = job.from {
        let last_day = Some(Day::from_number(from.number() - 1));
        for running in known.iter().filter(|one| one.employment.facts.until.is_none()) {
            kept::change(db, act, running.employment.id, None, |before: EmploymentFacts| {
                Ok(EmploymentFacts { until: last_day, ..before })
            })?;
        }
    }
    kept::create(db, act, job)?;
    Ok(Done::Added)
}

pub(super) fn reporting_line(
    db: &mut Db,
    act: &mut Act,
    names: &mut Names,
    line: &ReportingLineRecord,
) -> Result<Done, Refusal> {
    let person = names.person(db, "/person", &line.person)?;
    let boss = names.person(db, "/reports_to", &line.reports_to)?;
    let jobs = people::employments(db, &Sight::All, &[person], &[])?;
    let Some(job) = jobs.into_iter().next() else {
        let message = format!("“{}” has no job in which to report to anybody", line.person);
        return Err(Refusal::field("/person", "no_employment", message));
    };
    let facts = EmploymentFacts { reports_to_id: Some(boss), ..job.employment.facts.clone() };
    settle_on(db, act, &job.employment, &facts)
}

pub(super) fn tie(
    db: &mut Db,
    act: &mut Act,
    names: &mut Names,
    line: &TieRecord,
) -> Result<Done, Refusal> {
    let facts = TieFacts {
        from_id: names.person(db, "/from", &line.from)?,
        to_id: names.person(db, "/to", &line.to)?,
        kind: line.kind,
        since: line.since,
        last_contact: line.last_contact,
        note: line.note.clone(),
        assumed: line.assumed,
    };
    let known = people::ties(db, &Sight::All, &[facts.from_id])?;
    let same = |one: &people::Tie| {
        let known = &one.tie.facts;
        known.from_id == facts.from_id && known.to_id == facts.to_id && known.kind == facts.kind
    };
    match known.into_iter().find(same) {
        Some(found) => settle_on(db, act, &found.tie, &facts),
        None => {
            kept::create(db, act, &facts)?;
            Ok(Done::Added)
        }
    }
}
