//! Withholding from the estimates: a person of whom nothing is to be estimated, and a record that
//! is disputed. Either is kept and shown; what it said of anybody is taken back at once.

use std::collections::BTreeSet;

use assent_domain::ids::{CommitmentId, InteractionId, OpportunityId, PersonId, UserId};
use assent_domain::permission::{Action, Noun, Sight};
use assent_domain::person::PersonFacts;
use assent_domain::text::Line;
use assent_store::withheld::{self, Withheld};
use assent_store::{Db, interactions, opportunities, people, stakeholders};
use serde_json::json;
use uuid::Uuid;

use super::deals::{place_in, taken};
use super::estimates::{self, Moved, moved};
use super::kept::{self, note_as};
use super::{Act, Kept, Refusal};

/// Why something is withheld, and by whom.
type Why<'a> = Option<(&'a Line, Option<UserId>)>;

/// Takes a person out of all estimates, for this reason: `exclude_person`. What is recorded of them
/// stays, what is believed of them is gone.
///
/// # Errors
/// When the actor may not.
pub fn exclude_person(
    db: &mut Db,
    act: &mut Act,
    id: PersonId,
    reason: &Line,
) -> Result<(), Refusal> {
    set_exclusion(db, act, id, Some((reason, act.user())), "exclude_person")
}

/// Ends that: `end_exclusion_of_person`. What is recorded counts again.
///
/// # Errors
/// When the actor may not.
pub fn end_exclusion(db: &mut Db, act: &mut Act, id: PersonId) -> Result<(), Refusal> {
    set_exclusion(db, act, id, None, "end_exclusion_of_person")
}

/// Every deal with the person is told of it and settled, whoever may see it: an exclusion that held
/// in some deals only would be none.
fn set_exclusion(
    db: &mut Db,
    act: &mut Act,
    id: PersonId,
    why: Why<'_>,
    operation: &str,
) -> Result<(), Refusal> {
    let found = kept::writable::<PersonFacts>(db, act, id, Action::Update)?;
    let before = people::one(db, &Sight::All, id)?.and_then(|one| one.exclusion);
    if is_so(before.as_ref(), why) {
        return Ok(());
    }
    let parts = stakeholders::deals_of(db, id)?;
    let deals: BTreeSet<OpportunityId> =
        interactions::deals_with(db, id)?.into_iter().chain(parts).collect();
    let deals: Vec<OpportunityId> = deals.into_iter().collect();
    opportunities::lock_all(db, &deals)?;
    withheld::set_exclusion(db, id, why, act.now)?;
    let mut place = found.facts.place(db)?;
    place.people = vec![id];
    let detail = Some(change("exclusion", before.as_ref(), why));
    note_as(db, act, operation, PersonFacts::NOUN, id.uuid(), &place, detail)?;
    for deal in deals {
        let Some(found) = opportunities::one(db, &Sight::All, deal)? else { continue };
        let place = place_in(&found, vec![id]);
        note_as(db, act, operation, "opportunity", deal.uuid(), &place, None)?;
        estimates::settle_person(db, act, deal, id)?;
    }
    Ok(())
}

/// Notes that a record of what happened is disputed: `dispute_interaction`. It is evidence no more.
///
/// # Errors
/// When the actor may not.
pub fn dispute_interaction(
    db: &mut Db,
    act: &mut Act,
    id: InteractionId,
    reason: &Line,
) -> Result<Vec<Moved>, Refusal> {
    set_dispute(db, act, id, Some((reason, act.user())), "dispute_interaction")
}

/// Ends that: `end_dispute_of_interaction`. It is evidence again.
///
/// # Errors
/// When the actor may not.
pub fn end_dispute(db: &mut Db, act: &mut Act, id: InteractionId) -> Result<Vec<Moved>, Refusal> {
    set_dispute(db, act, id, None, "end_dispute_of_interaction")
}

fn set_dispute(
    db: &mut Db,
    act: &mut Act,
    id: InteractionId,
    why: Why<'_>,
    operation: &str,
) -> Result<Vec<Moved>, Refusal> {
    let sight = act.sight(Noun::Interaction, Action::Read)?;
    let found = interactions::one(db, &sight, id)?.ok_or(Refusal::NotFound)?;
    let facts = &found.stored.facts;
    let record = Disputed {
        operation,
        noun: "interaction",
        id: id.uuid(),
        deal: facts.opportunity_id,
        people: interactions::people_of(facts),
        before: found.dispute.as_ref(),
    };
    record.set(db, act, why, |db, now| withheld::set_dispute(db, id, why, now))
}

/// Notes that a record of what was promised is disputed: `dispute_commitment`.
///
/// # Errors
/// When the actor may not.
pub fn dispute_commitment(
    db: &mut Db,
    act: &mut Act,
    id: CommitmentId,
    reason: &Line,
) -> Result<Vec<Moved>, Refusal> {
    set_dispute_of_commitment(db, act, id, Some((reason, act.user())), "dispute_commitment")
}

/// Ends that: `end_dispute_of_commitment`.
///
/// # Errors
/// When the actor may not.
pub fn end_dispute_of_commitment(
    db: &mut Db,
    act: &mut Act,
    id: CommitmentId,
) -> Result<Vec<Moved>, Refusal> {
    set_dispute_of_commitment(db, act, id, None, "end_dispute_of_commitment")
}

fn set_dispute_of_commitment(
    db: &mut Db,
    act: &mut Act,
    id: CommitmentId,
    why: Why<'_>,
    operation: &str,
) -> Result<Vec<Moved>, Refusal> {
    let sight = act.sight(Noun::Interaction, Action::Read)?;
    let found = interactions::one_commitment(db, &sight, id)?.ok_or(Refusal::NotFound)?;
    let facts = &found.stored.facts;
    let record = Disputed {
        operation,
        noun: "commitment",
        id: id.uuid(),
        deal: facts.opportunity_id,
        people: vec![facts.by_id, facts.to_id],
        before: found.dispute.as_ref(),
    };
    record.set(db, act, why, |db, now| withheld::set_dispute_of_commitment(db, id, why, now))
}

/// A record that is disputed, or is so no longer.
struct Disputed<'a> {
    operation: &'a str,
    noun: &'a str,
    id: Uuid,
    deal: OpportunityId,
    people: Vec<PersonId>,
    before: Option<&'a Withheld>,
}

impl Disputed<'_> {
    fn set(
        self,
        db: &mut Db,
        act: &mut Act,
        why: Why<'_>,
        write: impl FnOnce(
            &mut Db,
            assent_domain::time::Timestamp,
        ) -> Result<(), assent_store::StoreError>,
    ) -> Result<Vec<Moved>, Refusal> {
        let Self { operation, noun, id, deal, people, before } = self;
        let found = taken(db, act, deal, Noun::Interaction, Action::Update)?;
        if is_so(before, why) {
            return Ok(Vec::new());
        }
        let was = estimates::load(db, &Sight::All, deal)?;
        write(db, act.now)?;
        let place = place_in(&found, people.clone());
        let detail = Some(change("dispute", before, why));
        note_as(db, act, operation, noun, id, &place, detail)?;
        estimates::settle_people(db, act, deal, &people)?;
        let is = estimates::load(db, &Sight::All, deal)?;
        Ok(moved(&act.model, &was.facts.records, &is.facts.records, &people, act.today()))
    }
}

/// Whether something is withheld, for this reason, or not at all, already.
fn is_so(before: Option<&Withheld>, why: Why<'_>) -> bool {
    before.map(|before| &before.reason) == why.map(|(reason, _)| reason)
}

/// The change as the journal has it.
fn change(field: &str, before: Option<&Withheld>, why: Why<'_>) -> String {
    let before = before.map(|before| before.reason.as_str());
    let after = why.map(|(reason, _)| reason.as_str());
    json!({ field: { "before": before, "after": after } }).to_string()
}
