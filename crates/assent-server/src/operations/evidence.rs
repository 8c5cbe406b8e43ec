//! Recording what happened and what was promised, and taking it back.

use std::collections::BTreeSet;

use assent_domain::evidence::{self, CommitmentRecord, DealRecords, InteractionRecord};
use assent_domain::ids::{CommitmentId, EvidenceId, InteractionId, OpportunityId, PersonId};
use assent_domain::interaction::{CommitmentFacts, InteractionFacts};
use assent_domain::permission::{Action, Noun, Sight};
use assent_domain::person::PersonFacts;
use assent_domain::search_tokens;
use assent_domain::time::{Day, Timestamp};
use assent_store::interactions::{self, Origin};
use assent_store::search::{self, Text};
use assent_store::{Db, people, record, stakeholders};

use super::activities::{Links, conclude_planned};
use super::deals::{place_in, taken};
use super::estimates::{self, Deal, Moved, moved};
use super::kept::{self, note_as};
use super::nouns::visible;
use super::{Act, Fault, Kept, Place, Refusal};

/// The word under which what was said is searched.
const NOTE: &str = "note";
/// Tokens of a note that are searched at most.
const NOTE_TOKENS: usize = 400;

/// What is entered in one go: something that happened, with the promises made in it.
#[derive(Clone, Debug)]
pub struct Entry {
    /// What happened, if anything.
    pub interaction: Option<InteractionFacts>,
    /// What was promised.
    pub commitments: Vec<CommitmentFacts>,
}

/// What became of an entry.
#[derive(Clone, Debug)]
pub struct Entered {
    /// By which it is undone.
    pub evidence: EvidenceId,
    /// What happened.
    pub interaction: Option<InteractionId>,
    /// What was promised.
    pub commitments: Vec<CommitmentId>,
    /// Whose estimate moved.
    pub moved: Vec<Moved>,
}

/// Records what happened and what was promised in it: `record_evidence`.
///
/// # Errors
/// When the actor may not, or a field is at fault.
pub fn record_entry(db: &mut Db, act: &mut Act, entry: &Entry) -> Result<Entered, Refusal> {
    record_linked(db, act, entry, Links::Planned)
}

/// The same, and what that does to what was planned.
pub(super) fn record_linked(
    db: &mut Db,
    act: &mut Act,
    entry: &Entry,
    links: Links,
) -> Result<Entered, Refusal> {
    let before = checked(db, act, entry)?;
    let after = with_entry(act, &before, entry);
    let evidence: EvidenceId = act.mint();
    let origin = Origin { key: None, evidence: Some(evidence), recorded_by: act.user() };
    let id = before.opportunity.deal.id;
    let mut entered =
        Entered { evidence, interaction: None, commitments: Vec::new(), moved: Vec::new() };
    for row in after.interactions.iter().skip(before.facts.records.interactions.len()) {
        interactions::insert(db, row.id, &row.facts, origin, act.now)?;
        make_findable(db, &before, row.id, &row.facts)?;
        entered.interaction = Some(row.id);
        if links == Links::Planned {
            conclude_planned(db, act, &row.facts, row.id)?;
        }
    }
    for row in after.commitments.iter().skip(before.facts.records.commitments.len()) {
        interactions::insert_commitment(db, row.id, &row.facts, origin, act.now)?;
        entered.commitments.push(row.id);
    }
    let people = people_in(entry);
    let place = place_in(&before.opportunity, people.clone());
    note_as(db, act, "record_evidence", "evidence", evidence.uuid(), &place, None)?;
    give_places(db, act, &before, &people, entry)?;
    estimates::settle_people(db, act, id, &people)?;
    entered.moved = moved(&act.model, &before.facts.records, &after, &people, act.today());
    Ok(entered)
}

/// What recording an entry would move. Nothing is written.
///
/// # Errors
/// When the actor may not, or a field is at fault.
pub fn preview(db: &mut Db, act: &mut Act, entry: &Entry) -> Result<Vec<Moved>, Refusal> {
    let before = checked(db, act, entry)?;
    let after = with_entry(act, &before, entry);
    Ok(moved(&act.model, &before.facts.records, &after, &people_in(entry), act.today()))
}

/// Takes back what was entered in one go, or enters it again: `take_back_evidence`,
/// `restore_evidence`.
///
/// # Errors
/// When the actor may not, or nothing was entered under this id.
pub fn set_entry_deleted(
    db: &mut Db,
    act: &mut Act,
    evidence: EvidenceId,
    deleted_at: Option<Timestamp>,
) -> Result<Vec<Moved>, Refusal> {
    let sight = act.sight(Noun::Interaction, Action::Read)?;
    let (rows, promises) = interactions::of_evidence(db, &sight, evidence)?;
    let of_rows = rows.first().map(|row| row.stored.facts.opportunity_id);
    let of_promises = promises.first().map(|row| row.stored.facts.opportunity_id);
    let id = of_rows.or(of_promises).ok_or(Refusal::NotFound)?;
    let deal = taken(db, act, id, Noun::Interaction, Action::Update)?;
    let before = estimates::load(db, &Sight::All, id)?;
    let mut people = BTreeSet::new();
    for row in &rows {
        record::set_deleted::<InteractionFacts>(db, row.stored.id, deleted_at, act.now)?;
        people.extend(interactions::people_of(&row.stored.facts));
        match deleted_at {
            Some(_) => search::remove(db, NOTE, row.stored.id.uuid())?,
            None => make_findable(db, &before, row.stored.id, &row.stored.facts)?,
        }
    }
    for row in &promises {
        record::set_deleted::<CommitmentFacts>(db, row.stored.id, deleted_at, act.now)?;
        people.extend([row.stored.facts.by_id, row.stored.facts.to_id]);
    }
    let people: Vec<PersonId> = people.into_iter().collect();
    let name = if deleted_at.is_some() { "take_back_evidence" } else { "restore_evidence" };
    note_as(db, act, name, "evidence", evidence.uuid(), &place_in(&deal, people.clone()), None)?;
    estimates::settle_people(db, act, id, &people)?;
    let after = estimates::load(db, &Sight::All, id)?;
    Ok(moved(&act.model, &before.facts.records, &after.facts.records, &people, act.today()))
}

impl Kept for InteractionFacts {
    const NOUN: &'static str = "interaction";
    const PERMISSION: Noun = Noun::Interaction;

    fn place(&self, db: &mut Db) -> Result<Place, Refusal> {
        place_of_deal(db, self.opportunity_id, interactions::people_of(self))
    }

    fn check_references(&self, db: &mut Db, act: &Act, _: Self::Id) -> Result<(), Refusal> {
        check_interaction(db, act, self)
    }

    fn follow_up(&self, db: &mut Db, act: &mut Act) -> Result<(), Refusal> {
        // A change may take a person out of the record, whose estimate moves as well.
        estimates::settle_all(db, act, self.opportunity_id)
    }
}

impl Kept for CommitmentFacts {
    const NOUN: &'static str = "commitment";
    const PERMISSION: Noun = Noun::Interaction;

    fn place(&self, db: &mut Db) -> Result<Place, Refusal> {
        place_of_deal(db, self.opportunity_id, vec![self.by_id, self.to_id])
    }

    fn check_references(&self, db: &mut Db, act: &Act, _: Self::Id) -> Result<(), Refusal> {
        check_commitment(db, act, self)
    }

    fn follow_up(&self, db: &mut Db, act: &mut Act) -> Result<(), Refusal> {
        estimates::settle_people(db, act, self.opportunity_id, &[self.by_id, self.to_id])
    }
}

/// Changes an interaction: `update_interaction`. It stays in its deal.
///
/// # Errors
/// When the actor may not, a field is at fault, or somebody else was faster.
pub fn change_interaction(
    db: &mut Db,
    act: &mut Act,
    id: InteractionId,
    version: Option<i64>,
    change: impl FnOnce(InteractionFacts) -> Result<InteractionFacts, Refusal>,
) -> Result<(), Refusal> {
    kept::change(db, act, id, version, |before: InteractionFacts| {
        let deal = before.opportunity_id;
        let after = change(before)?;
        stays(deal, after.opportunity_id)?;
        Ok(after)
    })?;
    let facts = kept::read::<InteractionFacts>(db, act, id)?.facts;
    interactions::set_people(db, id, &facts)?;
    let place = facts.place(db)?;
    put_note(db, &place, id, &facts)
}

/// Changes a commitment: `update_commitment`. It stays in its deal.
///
/// # Errors
/// When the actor may not, a field is at fault, or somebody else was faster.
pub fn change_commitment(
    db: &mut Db,
    act: &mut Act,
    id: CommitmentId,
    version: Option<i64>,
    change: impl FnOnce(CommitmentFacts) -> Result<CommitmentFacts, Refusal>,
) -> Result<(), Refusal> {
    kept::change(db, act, id, version, |before: CommitmentFacts| {
        let deal = before.opportunity_id;
        let after = change(before)?;
        stays(deal, after.opportunity_id)?;
        Ok(after)
    })
}

fn stays(before: OpportunityId, after: OpportunityId) -> Result<(), Refusal> {
    if before == after {
        return Ok(());
    }
    let message = "what happened in one deal cannot be moved to another";
    Err(Refusal::field("/opportunity_id", "fixed", message))
}

/// Puts an interaction away: `delete_interaction`.
///
/// # Errors
/// When the actor may not.
pub fn put_interaction_away(
    db: &mut Db,
    act: &mut Act,
    id: InteractionId,
    version: Option<i64>,
) -> Result<(), Refusal> {
    kept::put_away::<InteractionFacts>(db, act, id, version)?;
    Ok(search::remove(db, NOTE, id.uuid())?)
}

/// Brings an interaction back: `restore_interaction`.
///
/// # Errors
/// When the actor may not.
pub fn bring_interaction_back(
    db: &mut Db,
    act: &mut Act,
    id: InteractionId,
) -> Result<(), Refusal> {
    kept::bring_back::<InteractionFacts>(db, act, id)?;
    let facts = kept::read::<InteractionFacts>(db, act, id)?.facts;
    let place = facts.place(db)?;
    put_note(db, &place, id, &facts)
}

/// Puts everything that was said in a deal into the search again.
pub(super) fn make_all_findable(db: &mut Db, id: OpportunityId) -> Result<(), Refusal> {
    let deal = estimates::load(db, &Sight::All, id)?;
    for row in &deal.interactions {
        make_findable(db, &deal, row.stored.id, &row.stored.facts)?;
    }
    Ok(())
}

fn place_of_deal(db: &mut Db, id: OpportunityId, people: Vec<PersonId>) -> Result<Place, Refusal> {
    let deal = assent_store::opportunities::one(db, &Sight::All, id)?;
    Ok(deal.map_or_else(Place::default, |deal| place_in(&deal, people)))
}

/// Checks an entry and loads its deal, locked.
fn checked(db: &mut Db, act: &mut Act, entry: &Entry) -> Result<Deal, Refusal> {
    let of_interaction = entry.interaction.as_ref().map(|facts| facts.opportunity_id);
    let of_commitments = entry.commitments.iter().map(|facts| facts.opportunity_id);
    let deals: BTreeSet<OpportunityId> = of_interaction.into_iter().chain(of_commitments).collect();
    let Some(&id) = deals.first().filter(|_| deals.len() == 1) else {
        let message = "an entry belongs to one deal";
        return Err(Refusal::field("/opportunity_id", "one_deal", message));
    };
    taken(db, act, id, Noun::Interaction, Action::Create)?;
    if let Some(facts) = &entry.interaction {
        check_interaction(db, act, facts).map_err(|refusal| below("/interaction", refusal))?;
    }
    for (at, facts) in entry.commitments.iter().enumerate() {
        let pointer = format!("/commitments/{at}");
        check_commitment(db, act, facts).map_err(|refusal| below(&pointer, refusal))?;
    }
    let mut deal = estimates::load(db, &Sight::All, id)?;
    // People who had not acted in the deal yet may be ours, or excluded, too.
    let named = people_in(entry);
    deal.facts.records.ours.extend(people::ours_among(db, &named)?);
    deal.facts.records.excluded.extend(people::excluded_among(db, &named)?);
    Ok(deal)
}

fn below(prefix: &str, refusal: Refusal) -> Refusal {
    match refusal {
        Refusal::Invalid(faults) => Refusal::Invalid(
            faults
                .into_iter()
                .map(|fault| Fault { pointer: format!("{prefix}{}", fault.pointer), ..fault })
                .collect(),
        ),
        other => other,
    }
}

/// The deal's records with the entry among them, under the ids it will have.
fn with_entry(act: &mut Act, deal: &Deal, entry: &Entry) -> DealRecords {
    let mut records = deal.facts.records.clone();
    if let Some(facts) = &entry.interaction {
        let (id, facts) = (act.mint(), facts.clone());
        records.interactions.push(InteractionRecord { id, key: None, facts });
    }
    for facts in &entry.commitments {
        let (id, facts) = (act.mint(), facts.clone());
        records.commitments.push(CommitmentRecord { id, key: None, facts });
    }
    records
}

fn people_in(entry: &Entry) -> Vec<PersonId> {
    let acting = entry.interaction.iter().flat_map(interactions::people_of);
    let promising = entry.commitments.iter().flat_map(|facts| [facts.by_id, facts.to_id]);
    let people: BTreeSet<PersonId> = acting.chain(promising).collect();
    people.into_iter().collect()
}

/// Who is heard of in a deal has a place in it, if an unknown one at first.
fn give_places(
    db: &mut Db,
    act: &Act,
    deal: &Deal,
    people: &[PersonId],
    entry: &Entry,
) -> Result<(), Refusal> {
    let since: Day = match &entry.interaction {
        Some(facts) => facts.at.date().into(),
        None => act.today(),
    };
    let introducers =
        entry.interaction.as_ref().map(|facts| &facts.through[..]).unwrap_or_default();
    for person in people {
        if !deal.facts.records.ours.contains(person) && !introducers.contains(person) {
            stakeholders::put_unknown(db, deal.opportunity.deal.id, *person, since, act.now)?;
        }
    }
    Ok(())
}

fn check_interaction(db: &mut Db, act: &Act, facts: &InteractionFacts) -> Result<(), Refusal> {
    let mut faults = faults_of_sense(act, facts);
    for (list, people) in [("participants", &facts.participants), ("through", &facts.through)] {
        for (at, person) in people.iter().enumerate() {
            check_person(db, act, &format!("/{list}/{at}"), *person, &mut faults)?;
        }
    }
    for (at, sign) in facts.signs.iter().enumerate() {
        check_person(db, act, &format!("/signs/{at}/person_id"), sign.person_id, &mut faults)?;
    }
    if let Some(by) = facts.by_id {
        check_person(db, act, "/by_id", by, &mut faults)?;
    }
    if faults.is_empty() { Ok(()) } else { Err(Refusal::Invalid(faults)) }
}

/// Checks that an interaction makes sense by itself, whomever it names.
pub(super) fn check_sense(act: &Act, facts: &InteractionFacts) -> Result<(), Refusal> {
    let faults = faults_of_sense(act, facts);
    if faults.is_empty() { Ok(()) } else { Err(Refusal::Invalid(faults)) }
}

fn faults_of_sense(act: &Act, facts: &InteractionFacts) -> Vec<Fault> {
    let unknown = evidence::check(&act.model, facts).err().unwrap_or_default();
    let fault = |one: evidence::Unknown| Fault::new(one.pointer, "unknown_word", one.message);
    let mut faults: Vec<Fault> = unknown.into_iter().map(fault).collect();
    if facts.participants.is_empty() && facts.signs.is_empty() {
        faults.push(Fault::new("/participants", "required", "nobody is named"));
    }
    faults
}

fn check_commitment(db: &mut Db, act: &Act, facts: &CommitmentFacts) -> Result<(), Refusal> {
    let mut faults = Vec::new();
    check_person(db, act, "/by_id", facts.by_id, &mut faults)?;
    check_person(db, act, "/to_id", facts.to_id, &mut faults)?;
    if !faults.is_empty() {
        return Err(Refusal::Invalid(faults));
    }
    let ours = people::ours_among(db, &[facts.by_id, facts.to_id])?;
    check_promise(facts, [facts.by_id, facts.to_id].map(|one| ours.contains(&one)))
}

/// Checks that a promise makes sense, given which of its two ends are ours.
pub(super) fn check_promise(facts: &CommitmentFacts, ours: [bool; 2]) -> Result<(), Refusal> {
    let mut faults = Vec::new();
    if ours[0] == ours[1] {
        let message = "a promise is between one of ours and one of theirs";
        faults.push(Fault::new("/to_id", "not_between_us", message));
    }
    if facts.due.is_some_and(|due| due < facts.made_on) {
        faults.push(Fault::new("/due", "before_made_on", "is before it was given"));
    }
    if faults.is_empty() { Ok(()) } else { Err(Refusal::Invalid(faults)) }
}

fn check_person(
    db: &mut Db,
    act: &Act,
    pointer: &str,
    person: PersonId,
    faults: &mut Vec<Fault>,
) -> Result<(), Refusal> {
    match visible::<PersonFacts>(db, act, pointer, person) {
        Err(Refusal::Invalid(found)) => {
            faults.extend(found);
            Ok(())
        }
        other => other,
    }
}

fn make_findable(
    db: &mut Db,
    deal: &Deal,
    id: InteractionId,
    facts: &InteractionFacts,
) -> Result<(), Refusal> {
    put_note(db, &place_in(&deal.opportunity, Vec::new()), id, facts)
}

/// Puts what was said into the search, or takes it out when nothing was.
pub(super) fn put_note(
    db: &mut Db,
    place: &Place,
    id: InteractionId,
    facts: &InteractionFacts,
) -> Result<(), Refusal> {
    search::remove(db, NOTE, id.uuid())?;
    add_note(db, place, id, facts)
}

/// Puts what was said, if anything was, into the search for the first time.
pub(super) fn add_note(
    db: &mut Db,
    place: &Place,
    id: InteractionId,
    facts: &InteractionFacts,
) -> Result<(), Refusal> {
    let Some(words) = &facts.words else { return Ok(()) };
    let text = Text {
        noun: NOTE,
        record: id.uuid(),
        owner: place.owner,
        team: place.team,
        opportunity: place.opportunity,
        title: words.as_str(),
        subtitle: "",
        tokens: search_tokens::of_prose(words.as_str(), NOTE_TOKENS),
    };
    Ok(search::add(db, &text)?)
}
