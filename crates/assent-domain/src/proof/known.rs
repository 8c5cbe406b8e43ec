//! What was recorded of a deal by a day: the same deal with all later dates taken out.
//!
//! What has no date counts from the first day on which anything dated speaks of it. What is kept
//! without its earlier values, such as the amount, is not used at all.

use std::collections::BTreeMap;

use crate::evidence::{CommitmentRecord, DealRecords, EarlierDeal, InteractionRecord};
use crate::group::{Bond, Part};
use crate::ids::PersonId;
use crate::interaction::CommitmentFacts;
use crate::picture::DealFacts;
use crate::time::Day;

/// A deal that has ended.
#[derive(Clone, Debug)]
pub struct ClosedDeal {
    /// What is recorded of it.
    pub facts: DealFacts,
    /// Whether it was won.
    pub won: bool,
    /// When it ended.
    pub closed_on: Day,
    /// When each part was written down.
    pub parts_added: BTreeMap<PersonId, Day>,
}

/// What was recorded of a deal by the end of `day`.
#[must_use]
pub fn known_by(deal: &ClosedDeal, day: Day) -> DealFacts {
    let facts = &deal.facts;
    let heard = first_heard(&facts.records);
    let first = |person: PersonId| {
        let days = [heard.get(&person), deal.parts_added.get(&person)];
        days.into_iter().flatten().min().copied()
    };
    let parts = facts.parts.iter().filter_map(|part| {
        let since = part.since.or_else(|| first(part.person))?;
        let until = part.until.filter(|until| *until <= day);
        (since <= day).then_some(Part { since: Some(since), until, ..*part })
    });
    let mut stages = facts.stages.clone();
    stages.retain(|entry| entry.at <= day.end());
    DealFacts {
        records: records(&facts.records, day),
        parts: parts.collect(),
        bonds: facts.bonds.iter().filter_map(|bond| bond_by(bond, day)).collect(),
        opened_on: facts.opened_on,
        expected_close: None,
        stages,
        closed_on: None,
    }
}

fn records(all: &DealRecords, day: Day) -> DealRecords {
    let earlier = all.earlier.iter().filter(|one| one.renewed_at <= day.end());
    let earlier = earlier.map(|one| EarlierDeal {
        interactions: interactions(&one.interactions, day),
        commitments: commitments(&one.commitments, day),
        ordered_at: one.ordered_at.filter(|at| *at <= day.end()),
        renewed_at: one.renewed_at,
    });
    DealRecords {
        interactions: interactions(&all.interactions, day),
        commitments: commitments(&all.commitments, day),
        ours: all.ours.clone(),
        excluded: all.excluded.clone(),
        ordered_at: all.ordered_at.filter(|at| *at <= day.end()),
        observed_until: all.observed_until.filter(|end| *end <= day),
        completeness: all.completeness,
        parts_ended: all.parts_ended.iter().filter(|(_, end)| **end <= day).map(copied).collect(),
        earlier: earlier.collect(),
    }
}

fn interactions(all: &[InteractionRecord], day: Day) -> Vec<InteractionRecord> {
    all.iter().filter(|record| record.facts.at <= day.end()).cloned().collect()
}

/// Promises that had been given, with what had come of them.
fn commitments(all: &[CommitmentRecord], day: Day) -> Vec<CommitmentRecord> {
    let by_day = |end: Option<Day>| end.filter(|end| *end <= day);
    let made = all.iter().filter(|record| record.facts.made_on <= day);
    let known = made.map(|record| {
        let facts = CommitmentFacts {
            kept_on: by_day(record.facts.kept_on),
            broken_on: by_day(record.facts.broken_on),
            withdrawn_on: by_day(record.facts.withdrawn_on),
            ..record.facts.clone()
        };
        CommitmentRecord { facts, ..record.clone() }
    });
    known.collect()
}

fn copied((person, day): (&PersonId, &Day)) -> (PersonId, Day) {
    (*person, *day)
}

/// A bond as it was known on `day`: a contact that came later had not renewed it.
fn bond_by(bond: &Bond, day: Day) -> Option<Bond> {
    let renewed = bond.renewed.filter(|renewed| *renewed <= day);
    let later = bond.renewed.is_some() && renewed.is_none();
    if bond.since.is_some_and(|since| since > day) || later && bond.since.is_none() {
        return None;
    }
    let until = bond.until.filter(|until| *until <= day);
    Some(Bond { until, renewed: renewed.or(bond.since), ..*bond })
}

/// When anything was first recorded of each person.
fn first_heard(records: &DealRecords) -> BTreeMap<PersonId, Day> {
    let mut first: BTreeMap<PersonId, Day> = BTreeMap::new();
    let mut note = |person: PersonId, day: Day| {
        first.entry(person).and_modify(|known| *known = day.min(*known)).or_insert(day);
    };
    let earlier = records.earlier.iter().flat_map(|one| &one.interactions);
    for InteractionRecord { facts, .. } in records.interactions.iter().chain(earlier) {
        let day = Day::from(facts.at.date());
        let signs = facts.signs.iter().map(|sign| sign.person_id);
        facts.participants.iter().copied().chain(signs).for_each(|person| note(person, day));
    }
    let earlier = records.earlier.iter().flat_map(|one| &one.commitments);
    for record in records.commitments.iter().chain(earlier) {
        let CommitmentFacts { by_id, to_id, made_on, .. } = record.facts;
        note(by_id, made_on);
        note(to_id, made_on);
    }
    first
}
