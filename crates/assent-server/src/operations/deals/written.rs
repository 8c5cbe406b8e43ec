//! What becomes of a deal, written with its line of the journal and nothing more.
//!
//! For callers who have looked up what is pointed to, know that the actor may, and settle the
//! estimates themselves: once for one change, or once for a whole file.

use assent_domain::ids::{OpportunityId, PersonId, StageChangeId, StageId, UserId};
use assent_domain::opportunity::{
    ClosureFacts, OpportunityFacts, StageChangeFacts, StakeholderFacts,
};
use assent_domain::permission::Action;
use assent_domain::pipeline::StageFacts;
use assent_domain::search_tokens;
use assent_domain::time::Timestamp;
use assent_store::search::{self, Text};
use assent_store::{Db, opportunities, stakeholders};

use crate::operations::kept::{self, note_as};
use crate::operations::{Act, Kept, Place, Refusal};

/// Where what belongs to a deal belongs.
pub(in crate::operations) fn place_of(
    id: OpportunityId,
    facts: &OpportunityFacts,
    people: Vec<PersonId>,
) -> Place {
    Place { owner: Some(facts.owner_id), team: facts.team_id, opportunity: Some(id), people }
}

/// Adds a deal at a stage; `organization` is the name of who would buy.
pub(in crate::operations) fn begin(
    db: &mut Db,
    act: &mut Act,
    id: OpportunityId,
    facts: &OpportunityFacts,
    stage: StageId,
    organization: &str,
) -> Result<(), Refusal> {
    let place = place_of(id, facts, Vec::new());
    kept::allow::<OpportunityFacts>(act, Action::Create, &place)?;
    let since = facts.opened_on.start();
    opportunities::insert(db, id, facts, stage, since, act.now)?;
    let start = StageChangeFacts { stage_id: stage, at: Some(since), note: None, assumed: false };
    opportunities::add_to_history(db, act.mint(), None, id, &start, act.user(), act.now)?;
    kept::note::<OpportunityFacts>(db, act, "create", id, &place, None)?;
    Ok(search::add(db, &text(id, facts, organization))?)
}

/// What a deal is found by: its name, and the name of who would buy.
pub(super) fn text<'a>(
    id: OpportunityId,
    facts: &'a OpportunityFacts,
    organization: &'a str,
) -> Text<'a> {
    let mut tokens = search_tokens::of_name(facts.name.as_str());
    tokens.extend(search_tokens::of_name(organization));
    Text {
        noun: OpportunityFacts::NOUN,
        record: id.uuid(),
        owner: Some(facts.owner_id),
        team: facts.team_id,
        opportunity: Some(id),
        title: facts.name.as_str(),
        subtitle: organization,
        tokens,
    }
}

/// A move of a deal from one stage to another.
pub(in crate::operations) struct Move<'a> {
    /// Its name in the system it came from.
    pub(in crate::operations) key: Option<&'a str>,
    /// Who moved it.
    pub(in crate::operations) by: Option<UserId>,
    /// Where the deal was, and where it is now.
    pub(in crate::operations) stages: [&'a StageFacts; 2],
    /// What is said of it.
    pub(in crate::operations) facts: &'a StageChangeFacts,
}

/// Moves a deal. Says `None` when this move, by its key, was made before.
pub(in crate::operations) fn write_move(
    db: &mut Db,
    act: &mut Act,
    (id, place): (OpportunityId, &Place),
    made: &Move<'_>,
) -> Result<Option<StageChangeId>, Refusal> {
    let change: StageChangeId = act.mint();
    if !opportunities::move_to_stage(db, change, made.key, id, made.facts, made.by, act.now)? {
        return Ok(None);
    }
    note_move(db, act, (id, place), made)?;
    Ok(Some(change))
}

/// Moves a deal for a caller who knows that this move is new and, if it is the latest, since when.
pub(in crate::operations) fn write_new_move(
    db: &mut Db,
    act: &mut Act,
    (id, place): (OpportunityId, &Place),
    made: &Move<'_>,
    latest: Option<Timestamp>,
) -> Result<(), Refusal> {
    let Move { key, by, facts, .. } = made;
    opportunities::add_to_history(db, act.mint(), *key, id, facts, *by, act.now)?;
    if let Some(since) = latest {
        opportunities::put_on_deal(db, id, (facts.stage_id, since), act.now)?;
    }
    note_move(db, act, (id, place), made)
}

fn note_move(
    db: &mut Db,
    act: &Act,
    (id, place): (OpportunityId, &Place),
    made: &Move<'_>,
) -> Result<(), Refusal> {
    let [before, after] = made.stages.map(|stage| &stage.key);
    let detail = serde_json::json!({ "stage": { "before": before, "after": after } });
    note(db, act, "move_opportunity", (id, place), Some(detail.to_string()))
}

/// Ends a deal, or opens it again.
pub(in crate::operations) fn write_closure(
    db: &mut Db,
    act: &Act,
    (id, place): (OpportunityId, &Place),
    closure: Option<&ClosureFacts>,
) -> Result<(), Refusal> {
    opportunities::set_closure(db, id, closure, act.now)?;
    let name = if closure.is_some() { "close_opportunity" } else { "reopen_opportunity" };
    let detail = closure.map(|closure| serde_json::json!({ "closure": closure }).to_string());
    note(db, act, name, (id, place), detail)
}

/// Notes the order, or takes it back. The place names everybody whose phase it changes.
pub(in crate::operations) fn write_order(
    db: &mut Db,
    act: &Act,
    (id, place): (OpportunityId, &Place),
    ordered_at: Option<Timestamp>,
) -> Result<(), Refusal> {
    opportunities::set_ordered(db, id, ordered_at, act.now)?;
    let name = if ordered_at.is_some() { "order_opportunity" } else { "unorder_opportunity" };
    note(db, act, name, (id, place), None)
}

/// Gives a person a part in a deal, or another one.
pub(in crate::operations) fn write_stakeholder(
    db: &mut Db,
    act: &Act,
    (id, place): (OpportunityId, &Place),
    facts: &StakeholderFacts,
) -> Result<(), Refusal> {
    stakeholders::put(db, id, facts, act.now)?;
    let detail = serde_json::json!({ "stakeholder": facts }).to_string();
    let (name, person) = ("put_stakeholder", facts.person_id.uuid());
    note_as(db, act, name, "stakeholder", person, place, Some(detail))
}

fn note(
    db: &mut Db,
    act: &Act,
    operation: &str,
    (id, place): (OpportunityId, &Place),
    detail: Option<String>,
) -> Result<(), Refusal> {
    note_as(db, act, operation, OpportunityFacts::NOUN, id.uuid(), place, detail)
}
