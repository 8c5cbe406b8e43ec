//! Settling estimates: from the records of a deal to the beliefs about its people, and to the gap
//! between its stage and them.
//!
//! A belief is always made anew from all the evidence. So evidence that comes late, is corrected or
//! is taken back leaves exactly what it would have left had it come in order.

use std::collections::{BTreeMap, BTreeSet};

use assent_domain::account::{Account, Target, account};
use assent_domain::estimate::{Estimate, estimate};
use assent_domain::evidence::{
    self, CommitmentRecord, DealRecords, InteractionRecord, PersonEvidence,
};
use assent_domain::gap::{Buyer, Gap, gap};
use assent_domain::ids::{OpportunityId, PersonId};
use assent_domain::opportunity::{Outcome, part_ends};
use assent_domain::permission::Sight;
use assent_domain::pipeline::BuyStage;
use assent_domain::reading::Reading;
use assent_domain::time::Day;
use assent_inference::{Model, Phase};
use assent_store::interactions::{Commitment, Interaction};
use assent_store::opportunities::Opportunity;
use assent_store::people::Employment;
use assent_store::stakeholders::Stakeholder;
use assent_store::{Db, beliefs, interactions, opportunities, people, stakeholders};

use super::{Act, Refusal};

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
    /// The same as the model's bridge takes it.
    pub records: DealRecords,
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
        self.records.parts_ended.get(&person).is_none_or(|end| *end >= day)
    }

    /// Everybody who has a part in it.
    pub fn people(&self) -> Vec<PersonId> {
        self.stakeholders.iter().map(|one| one.facts.person_id).collect()
    }

    /// The last day that the records of this deal speak of: `day`, or the day they ended.
    pub fn last_day(&self, day: Day) -> Day {
        self.records.observed_until.map_or(day, |end| end.min(day))
    }

    /// What the stage the deal is in presumes of its buyers, and since when.
    pub fn presumed(&self) -> (BuyStage, Day) {
        let since = self.opportunity.stage_since.date().into();
        (self.opportunity.stage.facts.expects, since)
    }

    /// How a stage that presumes `recorded` since then stands to the buyers on `day`.
    pub fn gap(&self, model: &Model, (recorded, since): (BuyStage, Day), day: Day) -> Option<Gap> {
        let day = self.last_day(day);
        let gathered = evidence::gather(model, &self.records, day);
        let known = |one: &&Stakeholder| {
            !self.records.excluded.contains(&one.facts.person_id)
                && self.is_active(one.facts.person_id, day)
                && one.facts.since.is_none_or(|since| since <= day)
        };
        let buyers: Vec<Buyer<'_>> = self
            .stakeholders
            .iter()
            .filter(known)
            .map(|one| Buyer {
                person: one.facts.person_id,
                role: one.facts.role,
                evidence: gathered.get(&one.facts.person_id),
            })
            .collect();
        gap(model, recorded, since, &buyers, day)
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
    let mut deal = Deal {
        records: DealRecords {
            interactions: Vec::new(),
            commitments: Vec::new(),
            ours: people::ours_among(db, &everyone)?.into_iter().collect(),
            excluded: people::excluded_among(db, &everyone)?.into_iter().collect(),
            ordered_at: opportunity.ordered_at,
            observed_until: observed_until(&opportunity),
            completeness: None,
            parts_ended: parts_ended(&stakeholders, &employments),
        },
        opportunity,
        stakeholders,
        employments,
        interactions,
        commitments,
    };
    let undisputed = deal.interactions.iter().filter(|row| row.dispute.is_none());
    deal.records.interactions = undisputed.map(interaction_record).collect();
    let undisputed = deal.commitments.iter().filter(|row| row.dispute.is_none());
    deal.records.commitments = undisputed.map(commitment_record).collect();
    Ok(deal)
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
    let gathered = evidence::gather(&act.model, &deal.records, act.today());
    let known: Vec<PersonId> = gathered.keys().copied().collect();
    beliefs::keep_only(db, id, &known)?;
    for (person, evidence) in &gathered {
        if only.is_none_or(|only| only.contains(person)) {
            beliefs::put(db, &belief(act, id, *person, evidence))?;
        }
    }
    let gap = if deal.opportunity.ordered_at.is_some() || deal.opportunity.closure.is_some() {
        None
    } else {
        deal.gap(&act.model, deal.presumed(), act.today())
    };
    opportunities::set_gap(db, id, gap.map(|gap| json(&gap)).as_deref())?;
    Ok(())
}

fn belief(
    act: &Act,
    opportunity: OpportunityId,
    person: PersonId,
    evidence: &PersonEvidence,
) -> beliefs::Belief {
    let Estimate { settled, settled_at, log_evidence, reading, .. } =
        estimate(&act.model, evidence);
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
