//! Settling estimates: from the records of a deal to the beliefs about its people, and to the gap
//! between its stage and them.
//!
//! A belief is always made anew from all the evidence. So evidence that comes late, is corrected or
//! is taken back leaves exactly what it would have left had it come in order.

mod deal;

use std::collections::BTreeMap;

use assent_domain::account::{Account, Target, account};
use assent_domain::estimate::{Estimate, estimate, estimate_as};
use assent_domain::evidence::{self, DealRecords, PersonEvidence};
use assent_domain::gap::gap;
use assent_domain::ids::{OpportunityId, PersonId};
use assent_domain::permission::Sight;
use assent_domain::picture::Picture;
use assent_domain::reading::Reading;
use assent_domain::time::Day;
use assent_inference::{Model, Phase};
use assent_store::{Db, beliefs, opportunities};

pub use self::deal::{Deal, load};
use super::{Act, Refusal, advice, control, lessons};

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
    advice::settle(db, act, deal, &picture)?;
    if only.is_none() {
        lessons::settle(db, act, deal)?;
    }
    control::settle(db, act, deal, &shown)?;
    for renewal in opportunities::renewals_of(db, id)? {
        opportunities::lock(db, renewal.0)?;
        settle_all(db, act, renewal.0)?;
    }
    Ok(())
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
