//! The relationship map: who is in the deal, who ties them to us, and where they all belong.

use std::collections::{BTreeMap, BTreeSet};

use assent_domain::group::BuyingGroup;
use assent_domain::ids::{OrganizationId, PersonId};
use assent_domain::organization::{OrganizationFacts, OrganizationRelationKind};
use assent_domain::permission::{Action, Noun, Sight};
use assent_domain::picture::Picture;
use assent_domain::time::Day;
use assent_store::people::{Employment, Tie};
use assent_store::{Db, organizations, people, record};
use serde::Serialize;
use utoipa::ToSchema;

use super::super::kept::Named;
use crate::operations::estimates::Deal;
use crate::operations::{Act, Refusal};

/// Somebody on the map.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct MapPerson {
    /// Who.
    pub id: PersonId,
    /// Their name.
    pub name: String,
    /// Their title on that day.
    pub title: Option<String>,
    /// Where they worked on that day.
    pub organization: Option<Named<OrganizationId>>,
    /// Whether they own the deal.
    pub is_owner: bool,
    /// Whether they are an assumption rather than a reported fact.
    pub assumed: bool,
}

/// An organization on the map.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct RoomOrganization {
    /// Which.
    pub id: OrganizationId,
    /// Its name.
    pub name: String,
    /// Where it stands on the map: `ours`, `branch` (of theirs), `decides`, `downstream`, `other`.
    pub lane: Lane,
}

/// Where an organization stands on the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Lane {
    /// Our own house.
    Ours,
    /// A part of theirs, or one close to them.
    Branch,
    /// Who would buy.
    Decides,
    /// Their customers.
    Downstream,
    /// Anybody else.
    Other,
}

/// What ties two people on the map.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub(crate) struct Edge {
    /// One end.
    pub from: PersonId,
    /// The other.
    pub to: PersonId,
    /// `reports_to`, `introduced`, or the kind of the tie.
    pub kind: String,
    /// Since when.
    pub since: Option<Day>,
    /// Whether it is an assumption rather than a reported fact.
    pub assumed: bool,
    /// How much of the stand of `to` is made of that of `from`, from 0 to 1; nothing, where the two
    /// are bound by nothing along which stands travel.
    pub weight: Option<f64>,
    /// The same the other way round.
    pub weight_back: Option<f64>,
    /// What is left of the bond on that day, from 0 to 1.
    pub strength: Option<f64>,
}

pub(super) struct Map {
    /// Everybody on it.
    pub(super) people: Vec<MapPerson>,
    pub(super) ours: Vec<MapPerson>,
    pub(super) others: Vec<MapPerson>,
    pub(super) organizations: Vec<RoomOrganization>,
    pub(super) edges: Vec<Edge>,
}

pub(super) fn draw(
    db: &mut Db,
    act: &Act,
    deal: &Deal,
    picture: &Picture<'_>,
) -> Result<Map, Refusal> {
    let day = picture.day;
    let sight = act.sight(Noun::Person, Action::Read)?;
    let known = |since: Option<Day>| since.is_none_or(|since| since <= day);
    let stakeholders: BTreeSet<PersonId> = deal.people().into_iter().collect();
    let acting = acting(deal, day);
    let core: Vec<PersonId> = stakeholders.union(&acting).copied().collect();
    // Whoever knows one of theirs may be a way in; whom else our sellers know is of other deals.
    let ours = people::ours_among(db, &core)?;
    let theirs: Vec<PersonId> = core.iter().filter(|id| !ours.contains(id)).copied().collect();
    let mut ways_in = people::ties(db, &sight, &theirs)?;
    ways_in.retain(|tie| known(tie.tie.facts.since));
    let ends = |tie: &Tie| [tie.tie.facts.from_id, tie.tie.facts.to_id];
    let everyone: BTreeSet<PersonId> =
        ways_in.iter().flat_map(ends).chain(core.iter().copied()).collect();
    let everyone: Vec<PersonId> = everyone.into_iter().collect();
    let mut ties = people::ties_among(db, &sight, &everyone)?;
    ties.retain(|tie| known(tie.tie.facts.since));
    let jobs = people::employments(db, &Sight::All, &everyone, &[])?;
    let assumed = people::assumed_among(db, &everyone)?;
    let names = people::names(db, &everyone)?;
    let owner = deal.opportunity.owner_person;
    let people: Vec<MapPerson> = names
        .into_iter()
        .map(|(id, name)| {
            let job = job_on(&jobs, id, day);
            MapPerson {
                id,
                name,
                title: job
                    .and_then(|job| job.employment.facts.title.as_ref())
                    .map(ToString::to_string),
                organization: job.map(|job| {
                    Named::new(job.employment.facts.organization_id, job.organization_name.clone())
                }),
                is_owner: owner == Some(id),
                assumed: assumed.contains(&id),
            }
        })
        .collect();
    let of_ours = |person: &&MapPerson| {
        job_on(&jobs, person.id, day).is_some_and(|job| job.ours)
            && !stakeholders.contains(&person.id)
    };
    let (mut ours, others): (Vec<&MapPerson>, Vec<&MapPerson>) =
        people.iter().filter(|person| !stakeholders.contains(&person.id)).partition(of_ours);
    ours.sort_by_key(|person| !person.is_owner);
    let mut edges = edges(deal, &ties, &jobs, &everyone, day);
    weigh(&mut edges, &picture.group);
    let organizations = organizations_of(db, act, deal, &people)?;
    Ok(Map {
        ours: ours.into_iter().cloned().collect(),
        others: others.into_iter().cloned().collect(),
        people,
        organizations,
        edges,
    })
}

/// Whoever took part in what happened until that day, ours and theirs, and the owner.
fn acting(deal: &Deal, day: Day) -> BTreeSet<PersonId> {
    let until = day.end();
    let happened = deal.facts.records.interactions.iter().filter(|row| row.facts.at <= until);
    let in_it = happened.flat_map(|row| {
        let facts = &row.facts;
        facts.participants.iter().chain(&facts.through).copied().chain(facts.by_id)
    });
    in_it.chain(deal.opportunity.owner_person).collect()
}

/// The job a person had on that day: the newest of those that ran.
fn job_on(jobs: &[Employment], person: PersonId, day: Day) -> Option<&Employment> {
    jobs.iter().find(|job| {
        let facts = &job.employment.facts;
        facts.person_id == person
            && facts.from.is_none_or(|from| from <= day)
            && facts.until.is_none_or(|until| until >= day)
    })
}

fn edges(
    deal: &Deal,
    ties: &[Tie],
    jobs: &[Employment],
    everyone: &[PersonId],
    day: Day,
) -> Vec<Edge> {
    let mut edges = Vec::new();
    for person in everyone {
        if let Some(job) = job_on(jobs, *person, day)
            && let Some(boss) = job.employment.facts.reports_to_id
            && everyone.contains(&boss)
        {
            let facts = &job.employment.facts;
            let kind = "reports_to".to_owned();
            let (since, assumed) = (facts.from, facts.assumed);
            edges.push(Edge { since, assumed, ..Edge::between(*person, boss, kind) });
        }
    }
    for tie in ties {
        let facts = &tie.tie.facts;
        let kind = facts.kind.as_str().to_owned();
        let (since, assumed) = (facts.since, facts.assumed);
        edges.push(Edge { since, assumed, ..Edge::between(facts.from_id, facts.to_id, kind) });
    }
    edges.extend(introductions(deal, day));
    edges
}

impl Edge {
    /// An edge of which nothing more is known.
    fn between(from: PersonId, to: PersonId, kind: String) -> Self {
        let (since, assumed, weight, weight_back, strength) = (None, false, None, None, None);
        Self { from, to, kind, since, assumed, weight, weight_back, strength }
    }
}

/// How far stands travel between the ends of each edge.
fn weigh(edges: &mut [Edge], group: &BuyingGroup) {
    for edge in edges {
        let ends = [edge.from, edge.to];
        let bound = group
            .bonds()
            .iter()
            .filter(|(bond, _)| ends.contains(&bond.from) && ends.contains(&bond.to));
        let strength = bound.map(|(_, strength)| *strength).reduce(f64::max);
        if strength.is_some() {
            edge.weight = Some(group.weight(edge.from, edge.to));
            edge.weight_back = Some(group.weight(edge.to, edge.from));
            edge.strength = strength;
        }
    }
}

/// Whoever led us to whom, in the order it happened.
fn introductions(deal: &Deal, day: Day) -> Vec<Edge> {
    let until = day.end();
    let mut happened: Vec<_> = deal
        .facts
        .records
        .interactions
        .iter()
        .map(|row| &row.facts)
        .filter(|facts| facts.at <= until && !facts.through.is_empty())
        .filter(|facts| facts.result.as_ref().is_some_and(|result| result.as_str() == "received"))
        .collect();
    happened.sort_by_key(|facts| facts.at);
    let mut edges = Vec::new();
    for facts in happened {
        let chain = facts.by_id.into_iter().chain(facts.through.iter().copied());
        let chain: Vec<PersonId> = chain.chain(facts.participants.first().copied()).collect();
        // The first link, from us to who introduces us, is a tie of its own; the last one is new.
        let led = chain.windows(2).skip(usize::from(chain.len() > 2)).map(|pair| Edge {
            since: Some(facts.at.date().into()),
            assumed: facts.assumed,
            ..Edge::between(pair[0], pair[1], "introduced".to_owned())
        });
        edges.extend(led);
    }
    edges
}

fn organizations_of(
    db: &mut Db,
    act: &Act,
    deal: &Deal,
    people: &[MapPerson],
) -> Result<Vec<RoomOrganization>, Refusal> {
    let sight = act.sight(Noun::Organization, Action::Read)?;
    let buyer = deal.opportunity.deal.facts.organization_id;
    let mut found: BTreeMap<OrganizationId, (String, Lane)> = BTreeMap::new();
    found.insert(buyer, (deal.opportunity.organization_name.clone(), Lane::Decides));
    for organization in people.iter().filter_map(|person| person.organization.as_ref()) {
        found.entry(organization.id).or_insert_with(|| (organization.name.clone(), Lane::Other));
    }
    let ids: Vec<OrganizationId> = found.keys().copied().collect();
    let relations = organizations::relations(db, &sight, &ids)?;
    for relation in &relations {
        let facts = &relation.relation.facts;
        let (id, name, lane) = match facts.kind {
            OrganizationRelationKind::SubsidiaryOf if facts.to_id == buyer => {
                (facts.from_id, &relation.from_name, Lane::Branch)
            }
            OrganizationRelationKind::SubsidiaryOf if facts.from_id == buyer => {
                (facts.to_id, &relation.to_name, Lane::Branch)
            }
            OrganizationRelationKind::CustomerOf if facts.to_id == buyer => {
                (facts.from_id, &relation.from_name, Lane::Downstream)
            }
            _ => continue,
        };
        found.insert(id, (name.clone(), lane));
    }
    for (id, (_, lane)) in &mut found {
        let stored = record::get::<OrganizationFacts>(db, &Sight::All, *id)?;
        if stored.is_some_and(|one| one.facts.ours) {
            *lane = Lane::Ours;
        }
    }
    let make = |(id, (name, lane))| RoomOrganization { id, name, lane };
    Ok(found.into_iter().map(make).collect())
}
