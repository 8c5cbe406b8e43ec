//! Settling estimates: from the records of a deal to the beliefs about its people, and to the gap
//! between its stage and them.
//!
//! A belief is always made anew from all the evidence. So evidence that comes late, is corrected or
//! is taken back leaves exactly what it would have left had it come in order.

use std::collections::{BTreeMap, BTreeSet};

use assent_domain::account::{Account, Target, account};
use assent_domain::estimate::{Estimate, estimate, estimate_as};
use assent_domain::evidence::{
    self, CommitmentRecord, DealRecords, InteractionRecord, PersonEvidence,
};
use assent_domain::gap::gap;
use assent_domain::group::{Bond, BondKind, Part};
use assent_domain::ids::{OpportunityId, OrganizationId, PersonId};
use assent_domain::opportunity::{BuyingRole, Outcome, part_ends};
use assent_domain::organization::OrganizationRelationKind;
use assent_domain::permission::Sight;
use assent_domain::picture::{DealFacts, Picture, StageEntry};
use assent_domain::reading::Reading;
use assent_domain::time::Day;
use assent_inference::{ControlPrior, Model, Phase};
use assent_store::interactions::{Commitment, Interaction};
use assent_store::opportunities::Opportunity;
use assent_store::people::{Employment, Tie};
use assent_store::stakeholders::Stakeholder;
use assent_store::{
    Db, beliefs, completeness, interactions, opportunities, organizations, people, stakeholders,
};

use super::{Act, Refusal, control};

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
    /// The same as the model's bridge takes it, with who is bound to whom.
    pub facts: DealFacts,
}

/// A person whose estimate moved.
#[derive(Clone, Debug, PartialEq)]
pub struct Moved {
    /// Who.
    pub person: PersonId,
    /// Where they stood.
    pub before: Option<Reading>,
    /// Where they stand.
    pub after: Option<Reading>,
    /// Points towards the stage named, or against it.
    pub points: f64,
    /// What the points are towards: what the headline before spoke of.
    pub target: Option<Target>,
}

impl Deal {
    /// Whether a person takes part on `day`: they have a role, and it has not ended.
    pub fn is_active(&self, person: PersonId, day: Day) -> bool {
        self.facts.records.parts_ended.get(&person).is_none_or(|end| *end >= day)
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
    let parts: Vec<PersonId> = stakeholders.iter().map(|one| one.facts.person_id).collect();
    // Whoever sees the deal sees who is in it and where they work.
    let employments = people::employments(db, &Sight::All, &parts, &[])?;
    let everyone = everyone(&stakeholders, &interactions, &commitments);
    let parts_ended = parts_ended(&stakeholders, &employments);
    let undisputed = interactions.iter().filter(|row| row.dispute.is_none());
    let kept = commitments.iter().filter(|row| row.dispute.is_none());
    let records = DealRecords {
        interactions: undisputed.map(interaction_record).collect(),
        commitments: kept.map(commitment_record).collect(),
        ours: people::ours_among(db, &everyone)?.into_iter().collect(),
        excluded: people::excluded_among(db, &everyone)?.into_iter().collect(),
        ordered_at: opportunity.ordered_at,
        observed_until: observed_until(&opportunity),
        completeness: completeness::known(db, opportunity.deal.facts.owner_id)?,
        parts_ended,
    };
    let facts = facts(db, &opportunity, &stakeholders, &employments, records)?;
    Ok(Deal { facts, opportunity, stakeholders, employments, interactions, commitments })
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

/// An interaction as the bridge takes it.
pub(super) fn interaction_record(row: &Interaction) -> InteractionRecord {
    InteractionRecord { id: row.stored.id, key: row.key.clone(), facts: row.stored.facts.clone() }
}

/// A commitment as the bridge takes it.
pub(super) fn commitment_record(row: &Commitment) -> CommitmentRecord {
    CommitmentRecord { id: row.stored.id, key: row.key.clone(), facts: row.stored.facts.clone() }
}

/// After a deal was lost nobody records what its people do, so silence says nothing any more.
fn observed_until(opportunity: &Opportunity) -> Option<Day> {
    let closed = opportunity.closure.as_ref().filter(|closure| closure.outcome != Outcome::Won);
    let closed = closed.map(|closure| Day::from(closure.at.date()));
    [opportunity.deal.facts.observed_until, closed].into_iter().flatten().min()
}

/// Everybody with a part in the deal, or of whom anything is recorded in it.
fn everyone(
    stakeholders: &[Stakeholder],
    interactions: &[Interaction],
    commitments: &[Commitment],
) -> Vec<PersonId> {
    let parts = stakeholders.iter().map(|one| one.facts.person_id);
    let acting = interactions.iter().flat_map(|row| interactions::people_of(&row.stored.facts));
    let promising =
        commitments.iter().flat_map(|row| [row.stored.facts.by_id, row.stored.facts.to_id]);
    let everyone: BTreeSet<PersonId> = parts.chain(acting).chain(promising).collect();
    everyone.into_iter().collect()
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

/// Settles what is believed of everybody in a deal.
///
/// # Errors
/// When the database fails.
pub fn settle_all(db: &mut Db, act: &mut Act, id: OpportunityId) -> Result<(), Refusal> {
    let deal = load(db, &Sight::All, id)?;
    settle(db, act, &deal, None)
}

/// Settles what is believed of one person in a deal, and the gap.
///
/// # Errors
/// When the database fails.
pub fn settle_person(
    db: &mut Db,
    act: &mut Act,
    id: OpportunityId,
    person: PersonId,
) -> Result<(), Refusal> {
    settle_people(db, act, id, &[person])
}

/// Settles what is believed of these people in a deal, and the gap.
///
/// # Errors
/// When the database fails.
pub fn settle_people(
    db: &mut Db,
    act: &mut Act,
    id: OpportunityId,
    people: &[PersonId],
) -> Result<(), Refusal> {
    let deal = load(db, &Sight::All, id)?;
    settle(db, act, &deal, Some(people))
}

/// Settles the gap alone, after the stage has moved.
///
/// # Errors
/// When the database fails.
pub fn settle_gap(db: &mut Db, act: &mut Act, id: OpportunityId) -> Result<(), Refusal> {
    settle_people(db, act, id, &[])
}

/// Settles what is believed of these people in a deal (of all of them, when none are named), and
/// the gap between its stage and its buyers.
///
/// # Errors
/// When the database fails.
pub(super) fn settle(
    db: &mut Db,
    act: &mut Act,
    deal: &Deal,
    only: Option<&[PersonId]>,
) -> Result<(), Refusal> {
    let id = deal.opportunity.deal.id;
    let bearings = control::bearings(db, act)?;
    let picture = Picture::of(&act.model, &bearings.limits, &deal.facts, act.today());
    let known: Vec<PersonId> = picture.evidence.keys().copied().collect();
    beliefs::keep_only(db, id, &known)?;
    for (person, evidence) in &picture.evidence {
        if only.is_none_or(|only| only.contains(person)) {
            beliefs::put(db, &belief(act, id, (&picture, *person), evidence))?;
        }
    }
    let over = deal.opportunity.ordered_at.is_some() || deal.opportunity.closure.is_some();
    let gap = if over { None } else { gap(&picture) };
    opportunities::set_gap(db, id, gap.as_ref().map(json).as_deref())?;
    let shown = control::Shown::of(&picture, &bearings.norms, deal, act.today());
    control::settle(db, act, deal, &shown)
}

fn belief(
    act: &Act,
    opportunity: OpportunityId,
    (picture, person): (&Picture<'_>, PersonId),
    evidence: &PersonEvidence,
) -> beliefs::Belief {
    let implementing = picture.implementing(person);
    let Estimate { settled, settled_at, log_evidence, reading, .. } =
        estimate_as(&act.model, evidence, implementing);
    // The account is laid down as of the last evidence, so that it is a function of the records.
    let settled_day = Day::from(settled_at.date());
    let at_rest = PersonEvidence { until: settled_day, ..evidence.clone() };
    let settled_reading = estimate(&act.model, &at_rest).reading;
    let account = account(&act.model, &at_rest, Target::of(&settled_reading));
    beliefs::Belief {
        opportunity,
        person,
        state: settled.as_array().to_vec(),
        settled_at,
        log_evidence,
        evidence_count: reading.evidence_count as i64,
        explanation: explanation(&account),
        model: act.model.version().to_string(),
        read_on: act.today(),
        reading: json(&reading),
    }
}

/// The lines of an account as they are laid down beside a belief.
fn explanation(account: &Account) -> String {
    let lines: Vec<serde_json::Value> = account
        .lines
        .iter()
        .map(|line| {
            serde_json::json!({
                "at": line.at, "count": line.count, "title": line.title, "points": line.points,
            })
        })
        .collect();
    serde_json::json!({
        "start_points": account.start_points,
        "lines": lines,
        "quiet_points": account.quiet_points,
        "total_points": account.total_points,
    })
    .to_string()
}

fn json(value: &impl serde::Serialize) -> String {
    // Readings and gaps are plain values, which always have a JSON form.
    serde_json::to_string(value).unwrap_or_default()
}

/// The readings of a deal's people on `day`.
pub fn readings(model: &Model, records: &DealRecords, day: Day) -> BTreeMap<PersonId, Reading> {
    evidence::gather(model, records, day)
        .into_iter()
        .map(|(person, evidence)| (person, estimate(model, &evidence).reading))
        .collect()
}

/// What the step from one set of records to another does to these people.
pub(super) fn moved(
    model: &Model,
    before: &DealRecords,
    after: &DealRecords,
    people: &[PersonId],
    day: Day,
) -> Vec<Moved> {
    let was = evidence::gather(model, before, day);
    let is = evidence::gather(model, after, day);
    let read = |evidence: &PersonEvidence| estimate(model, evidence);
    let step = |person: &PersonId| {
        let (was, is) = (was.get(person).map(read), is.get(person).map(read));
        let phase = Phase::from(is.as_ref().or(was.as_ref())?.reading.phase);
        let target = Target::of(&was.as_ref().or(is.as_ref())?.reading);
        let odds = |estimate: &Option<Estimate>| {
            let state = estimate.as_ref().map_or_else(|| model.start(phase), |one| &one.state);
            state.log_odds(target.states(phase))
        };
        let points = assent_inference::points(odds(&is) - odds(&was));
        Some(Moved {
            person: *person,
            points,
            target: Some(target),
            before: was.map(|one| one.reading),
            after: is.map(|one| one.reading),
        })
    };
    people.iter().filter_map(step).collect()
}
