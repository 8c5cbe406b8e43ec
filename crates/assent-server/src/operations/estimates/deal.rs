//! A deal with everything that its estimates are made of, read from the database.

use std::collections::{BTreeMap, BTreeSet};

use assent_domain::evidence::{CommitmentRecord, DealRecords, EarlierDeal, InteractionRecord};
use assent_domain::group::{Bond, BondKind, Part};
use assent_domain::ids::{OpportunityId, OrganizationId, PersonId};
use assent_domain::opportunity::{BuyingRole, Outcome, part_ends};
use assent_domain::organization::OrganizationRelationKind;
use assent_domain::permission::Sight;
use assent_domain::picture::{DealFacts, Picture, StageEntry};
use assent_domain::time::{Day, Timestamp};
use assent_inference::ControlPrior;
use assent_store::interactions::{Commitment, Interaction};
use assent_store::opportunities::Opportunity;
use assent_store::people::{Employment, Tie};
use assent_store::stakeholders::Stakeholder;
use assent_store::{
    Db, benefit_points, completeness, interactions, opportunities, organizations, people,
    stakeholders,
};

use crate::operations::{Act, Refusal};

/// How many deals in a row are followed back: a house that renews every year is followed for a decade.
const MOST_RENEWALS: usize = 10;

/// A deal with everything that is recorded of it.
#[derive(Clone, Debug)]
pub struct Deal {
    /// The deal.
    pub opportunity: Opportunity,
    /// Who has a part in it.
    pub stakeholders: Vec<Stakeholder>,
    /// Where those people work and have worked.
    pub employments: Vec<Employment>,
    /// What happened.
    pub interactions: Vec<Interaction>,
    /// What was promised.
    pub commitments: Vec<Commitment>,
    /// What happened in the deals that it renews, oldest first, with the deal it happened in.
    pub earlier: Vec<(OpportunityId, Vec<Interaction>)>,
    /// The same as the model's bridge takes it, with who is bound to whom.
    pub facts: DealFacts,
}

impl Deal {
    /// Whether a person takes part on `day`: they have a role, and it has not ended.
    pub fn is_active(&self, person: PersonId, day: Day) -> bool {
        self.facts.records.parts_ended.get(&person).is_none_or(|end| *end >= day)
    }

    /// What its product offers: the names of the benefit points, in order.
    ///
    /// # Errors
    /// When the database fails.
    pub fn offered(&self, db: &mut Db) -> Result<Vec<String>, Refusal> {
        let product = self.opportunity.deal.facts.product_id;
        let points =
            product.map_or(Ok(Vec::new()), |product| benefit_points::points_of(db, product))?;
        Ok(points.iter().map(|point| point.facts.name.to_string()).collect())
    }

    /// Everybody who has a part in it.
    pub fn people(&self) -> Vec<PersonId> {
        self.stakeholders.iter().map(|one| one.facts.person_id).collect()
    }

    /// The last day that the records of this deal speak of: `day`, or the day they ended.
    pub fn last_day(&self, day: Day) -> Day {
        self.facts.records.observed_until.map_or(day, |end| end.min(day))
    }

    /// The deal as it stands on `day`.
    pub fn picture<'a>(&'a self, act: &'a Act, limits: &'a ControlPrior, day: Day) -> Picture<'a> {
        Picture::of(&act.model, limits, &self.facts, day)
    }
}

/// Loads a deal with everything that is recorded of it.
///
/// # Errors
/// When it is not within sight, or the database fails.
pub fn load(db: &mut Db, sight: &Sight, id: OpportunityId) -> Result<Deal, Refusal> {
    let opportunity = opportunities::one(db, sight, id)?.ok_or(Refusal::NotFound)?;
    let stakeholders = stakeholders::of(db, &[id])?;
    let interactions = interactions::of_deal(db, id)?;
    let commitments = interactions::commitments_of_deal(db, id)?;
    let renewed = renewed(db, &opportunity)?;
    let parts: Vec<PersonId> = stakeholders.iter().map(|one| one.facts.person_id).collect();
    // Whoever sees the deal sees who is in it and where they work.
    let employments = people::employments(db, &Sight::All, &parts, &[])?;
    let mut everyone: BTreeSet<PersonId> = parts.iter().copied().collect();
    named_in(&interactions, &commitments, &mut everyone);
    for one in &renewed {
        named_in(&one.interactions, &one.commitments, &mut everyone);
    }
    let everyone: Vec<PersonId> = everyone.into_iter().collect();
    let parts_ended = parts_ended(&stakeholders, &employments);
    let records = DealRecords {
        interactions: undisputed(&interactions),
        commitments: kept(&commitments),
        ours: people::ours_among(db, &everyone)?.into_iter().collect(),
        excluded: people::excluded_among(db, &everyone)?.into_iter().collect(),
        ordered_at: opportunity.ordered_at,
        observed_until: observed_until(&opportunity),
        completeness: completeness::known(db, opportunity.deal.facts.owner_id)?,
        parts_ended,
        earlier: renewed.iter().map(Renewed::records).collect(),
    };
    let facts = facts(db, &opportunity, &stakeholders, &employments, records)?;
    let earlier = renewed.into_iter().map(|one| (one.id, one.interactions)).collect();
    Ok(Deal { facts, opportunity, stakeholders, employments, interactions, commitments, earlier })
}

/// A deal that another one renews, as it is stored.
struct Renewed {
    id: OpportunityId,
    interactions: Vec<Interaction>,
    commitments: Vec<Commitment>,
    ordered_at: Option<Timestamp>,
    renewed_at: Timestamp,
}

impl Renewed {
    fn records(&self) -> EarlierDeal {
        EarlierDeal {
            interactions: undisputed(&self.interactions),
            commitments: kept(&self.commitments),
            ordered_at: self.ordered_at,
            renewed_at: self.renewed_at,
        }
    }
}

/// The deals that a deal renews, oldest first. Whoever sees a renewal is told what its people showed
/// before it.
fn renewed(db: &mut Db, renewal: &Opportunity) -> Result<Vec<Renewed>, Refusal> {
    let mut found: Vec<Renewed> = Vec::new();
    let mut next = renewal.deal.facts.renews_id;
    let mut renewed_at = renewal.deal.facts.opened_on.start();
    while let Some(id) = next {
        // No deal is renewed by one that it renews; a row that says so ends the search.
        if found.len() == MOST_RENEWALS || found.iter().any(|one| one.id == id) {
            break;
        }
        let Some(deal) = opportunities::one(db, &Sight::All, id)? else { break };
        found.push(Renewed {
            id,
            interactions: interactions::of_deal(db, id)?,
            commitments: interactions::commitments_of_deal(db, id)?,
            ordered_at: deal.ordered_at,
            renewed_at,
        });
        next = deal.deal.facts.renews_id;
        renewed_at = deal.deal.facts.opened_on.start();
    }
    found.reverse();
    Ok(found)
}

fn undisputed(rows: &[Interaction]) -> Vec<InteractionRecord> {
    rows.iter().filter(|row| row.dispute.is_none()).map(interaction_record).collect()
}

fn kept(rows: &[Commitment]) -> Vec<CommitmentRecord> {
    rows.iter().filter(|row| row.dispute.is_none()).map(commitment_record).collect()
}

/// What the read-outs of a deal are made of, besides its records: who is bound to whom, in the group
/// and among the customer's customers, and the seller's moves.
fn facts(
    db: &mut Db,
    opportunity: &Opportunity,
    stakeholders: &[Stakeholder],
    employments: &[Employment],
    records: DealRecords,
) -> Result<DealFacts, Refusal> {
    let mut parts: Vec<Part> = stakeholders
        .iter()
        .map(|one| Part {
            person: one.facts.person_id,
            role: one.facts.role,
            since: one.facts.since,
            until: records.parts_ended.get(&one.facts.person_id).copied(),
        })
        .collect();
    let people: Vec<PersonId> = parts.iter().map(|part| part.person).collect();
    // Whoever sees the deal sees what its buyers are bound by.
    let ties = people::ties(db, &Sight::All, &people)?;
    let jobs = employments.iter().flat_map(|row| Bond::of_employment(&row.employment.facts));
    let mut bonds: Vec<Bond> = jobs.collect();
    for (part, bond) in downstream(db, opportunity, &people, &ties)? {
        parts.push(part);
        bonds.push(bond);
    }
    bonds.extend(ties.iter().flat_map(|row| Bond::of_tie(&row.tie.facts)));
    let history = opportunities::stage_changes(db, opportunity.deal.id)?;
    let mut stages: Vec<StageEntry> = history
        .iter()
        .map(|row| StageEntry { stage: row.stage.id, expects: row.stage.facts.expects, at: row.at })
        .collect();
    if stages.is_empty() {
        let (stage, at) = (&opportunity.stage, opportunity.stage_since);
        stages.push(StageEntry { stage: stage.id, expects: stage.facts.expects, at });
    }
    let deal = &opportunity.deal.facts;
    Ok(DealFacts {
        records,
        parts,
        bonds,
        opened_on: deal.opened_on,
        expected_close: deal.expected_close,
        stages,
        closed_on: opportunity.closure.as_ref().map(|closure| closure.at.date().into()),
    })
}

/// Those at the customer's customers who know somebody in the group: listened to, without a say.
fn downstream(
    db: &mut Db,
    opportunity: &Opportunity,
    people: &[PersonId],
    ties: &[Tie],
) -> Result<Vec<(Part, Bond)>, Refusal> {
    let ends = |tie: &Tie| [tie.tie.facts.from_id, tie.tie.facts.to_id];
    let outside: BTreeSet<PersonId> =
        ties.iter().flat_map(ends).filter(|end| !people.contains(end)).collect();
    if outside.is_empty() {
        return Ok(Vec::new());
    }
    let buyer = opportunity.deal.facts.organization_id;
    let relations = organizations::relations(db, &Sight::All, &[buyer])?;
    let customers: BTreeSet<OrganizationId> = relations
        .iter()
        .map(|row| &row.relation.facts)
        .filter(|facts| facts.kind == OrganizationRelationKind::CustomerOf && facts.to_id == buyer)
        .map(|facts| facts.from_id)
        .collect();
    if customers.is_empty() {
        return Ok(Vec::new());
    }
    let outside: Vec<PersonId> = outside.into_iter().collect();
    let jobs = people::employments(db, &Sight::All, &outside, &[])?;
    let jobs: Vec<&Employment> = jobs
        .iter()
        .filter(|job| customers.contains(&job.employment.facts.organization_id))
        .collect();
    let mut found = Vec::new();
    for row in ties {
        let [from, to] = ends(row);
        let (who, whom) = if people.contains(&to) { (from, to) } else { (to, from) };
        let Some(job) = jobs.iter().find(|job| job.employment.facts.person_id == who) else {
            continue;
        };
        let (since, until) = (row.tie.facts.since, job.employment.facts.until);
        let part = Part { person: who, role: BuyingRole::Downstream, since, until };
        let renewed = row.tie.facts.last_contact.or(since);
        let kind = BondKind::CustomerOf;
        found.push((part, Bond { from: who, to: whom, kind, since, until, renewed }));
    }
    Ok(found)
}

fn interaction_record(row: &Interaction) -> InteractionRecord {
    InteractionRecord { id: row.stored.id, key: row.key.clone(), facts: row.stored.facts.clone() }
}

fn commitment_record(row: &Commitment) -> CommitmentRecord {
    CommitmentRecord { id: row.stored.id, key: row.key.clone(), facts: row.stored.facts.clone() }
}

/// After a deal was lost nobody records what its people do, so silence says nothing any more.
fn observed_until(opportunity: &Opportunity) -> Option<Day> {
    let closed = opportunity.closure.as_ref().filter(|closure| closure.outcome != Outcome::Won);
    let closed = closed.map(|closure| Day::from(closure.at.date()));
    [opportunity.deal.facts.observed_until, closed].into_iter().flatten().min()
}

/// Adds everybody of whom these records tell.
fn named_in(
    interactions: &[Interaction],
    commitments: &[Commitment],
    everyone: &mut BTreeSet<PersonId>,
) {
    everyone.extend(interactions.iter().flat_map(|row| interactions::people_of(&row.stored.facts)));
    let promising =
        commitments.iter().flat_map(|row| [row.stored.facts.by_id, row.stored.facts.to_id]);
    everyone.extend(promising);
}

fn parts_ended(
    stakeholders: &[Stakeholder],
    employments: &[Employment],
) -> BTreeMap<PersonId, Day> {
    let ends = |one: &Stakeholder| {
        let person = one.facts.person_id;
        let jobs: Vec<_> = employments
            .iter()
            .map(|row| row.employment.facts.clone())
            .filter(|job| job.person_id == person)
            .collect();
        part_ends(one.facts.since, &jobs).map(|end| (person, end))
    };
    stakeholders.iter().filter_map(ends).collect()
}
