//! Deals: begun, moved from stage to stage, ordered, ended; and who has a part in them.

mod renewal;
mod written;

use assent_domain::ids::{OpportunityId, PersonId, StageChangeId};
use assent_domain::opportunity::{
    ClosureFacts, OpportunityFacts, StageChangeFacts, StakeholderFacts,
};
use assent_domain::organization::OrganizationFacts;
use assent_domain::permission::{Action, Noun, Sight};
use assent_domain::person::PersonFacts;
use assent_domain::product::ProductFacts;
use assent_domain::time::Timestamp;
use assent_store::opportunities::Opportunity;
use assent_store::search;
use assent_store::{Db, opportunities, organizations, pipelines, record, stakeholders, users};

pub use self::renewal::renew;
pub(super) use self::written::{
    Move, begin, place_of, write_closure, write_move, write_new_move, write_order,
    write_stakeholder,
};
use super::kept::{self, note_as};
use super::nouns::{check_owner, visible};
use super::{Act, Kept, Place, Refusal, estimates};
use assent_domain::ids::StageId;

impl Kept for OpportunityFacts {
    const NOUN: &'static str = "opportunity";
    const PERMISSION: Noun = Noun::Opportunity;

    fn place(&self, _: &mut Db) -> Result<Place, Refusal> {
        Ok(Place { owner: Some(self.owner_id), team: self.team_id, ..Place::default() })
    }

    fn check_references(&self, db: &mut Db, act: &Act, id: Self::Id) -> Result<(), Refusal> {
        check_owner(db, act, Some(self.owner_id), self.team_id)?;
        visible::<OrganizationFacts>(db, act, "/organization_id", self.organization_id)?;
        if let Some(product) = self.product_id {
            visible::<ProductFacts>(db, act, "/product_id", product)?;
        }
        if let Some(renewed) = self.renews_id {
            renewal::check_renewed(db, act, id, renewed)?;
        }
        let pipelines = pipelines::all(db)?;
        if pipelines.iter().any(|one| one.id == self.pipeline_id && !one.stages.is_empty()) {
            Ok(())
        } else {
            Err(Refusal::dangling("/pipeline_id"))
        }
    }
}

/// Begins a deal at a stage (the first, when none is named): `create_opportunity`. Without a team
/// it belongs to its owner's.
///
/// # Errors
/// When the actor may not, or the facts are at fault.
pub fn create(
    db: &mut Db,
    act: &mut Act,
    mut facts: OpportunityFacts,
    stage: Option<StageId>,
) -> Result<OpportunityId, Refusal> {
    let sight = act.sight(Noun::Opportunity, Action::Create)?;
    if facts.team_id.is_none() {
        facts.team_id = users::one(db, facts.owner_id)?.and_then(|one| one.user.facts.team_id);
    }
    let id: OpportunityId = act.mint();
    facts.check_references(db, act, id)?;
    let place = facts.place(db)?;
    if !sight.covers(place.owner, place.team) {
        return Err(Refusal::Forbidden);
    }
    let stage = first_stage(db, &facts, stage)?;
    let buyer = record::get::<OrganizationFacts>(db, &Sight::All, facts.organization_id)?;
    let buyer = buyer.ok_or_else(|| Refusal::dangling("/organization_id"))?;
    begin(db, act, id, &facts, stage, buyer.facts.name.as_str())?;
    Ok(id)
}

fn first_stage(
    db: &mut Db,
    facts: &OpportunityFacts,
    wanted: Option<StageId>,
) -> Result<StageId, Refusal> {
    let pipelines = pipelines::all(db)?;
    let stages = pipelines.iter().find(|one| one.id == facts.pipeline_id).map(|one| &one.stages);
    let stages = stages.map_or(&[][..], Vec::as_slice);
    let found = match wanted {
        Some(wanted) => stages.iter().find(|stage| stage.id == wanted),
        None => stages.first(),
    };
    found.map(|stage| stage.id).ok_or_else(|| Refusal::dangling("/stage_id"))
}

/// Changes what is said of a deal: `update_opportunity`. What is found and who hears of it follow
/// its owner and team.
///
/// # Errors
/// When the actor may not, the facts are at fault, or somebody else was faster.
pub fn update(
    db: &mut Db,
    act: &mut Act,
    id: OpportunityId,
    version: Option<i64>,
    change: impl FnOnce(OpportunityFacts) -> Result<OpportunityFacts, Refusal>,
) -> Result<(), Refusal> {
    opportunities::lock(db, id)?;
    let before = kept::read::<OpportunityFacts>(db, act, id)?.facts;
    kept::change(db, act, id, version, change)?;
    let after = kept::read::<OpportunityFacts>(db, act, id)?.facts;
    if after.pipeline_id != before.pipeline_id {
        let stage = first_stage(db, &after, None)?;
        let moved = StageChangeFacts { stage_id: stage, at: None, note: None, assumed: false };
        opportunities::move_to_stage(db, act.mint(), None, id, &moved, act.user(), act.now)?;
    }
    make_findable(db, id)?;
    search::hand_over(db, id, Some(after.owner_id), after.team_id)?;
    estimates::settle_all(db, act, id)
}

/// Puts a deal away: `delete_opportunity`.
///
/// # Errors
/// When the actor may not.
pub fn put_away(
    db: &mut Db,
    act: &mut Act,
    id: OpportunityId,
    version: Option<i64>,
) -> Result<(), Refusal> {
    kept::put_away::<OpportunityFacts>(db, act, id, version)?;
    Ok(search::remove_all_of_deal(db, id)?)
}

/// Brings a deal back: `restore_opportunity`.
///
/// # Errors
/// When the actor may not.
pub fn bring_back(db: &mut Db, act: &mut Act, id: OpportunityId) -> Result<(), Refusal> {
    kept::bring_back::<OpportunityFacts>(db, act, id)?;
    make_findable(db, id)?;
    super::evidence::make_all_findable(db, id)?;
    estimates::settle_all(db, act, id)
}

/// Puts the deal's name into the search, with the name of the organization that would buy.
fn make_findable(db: &mut Db, id: OpportunityId) -> Result<(), Refusal> {
    let Some(found) = opportunities::one(db, &Sight::All, id)? else { return Ok(()) };
    let text = written::text(id, &found.deal.facts, &found.organization_name);
    Ok(search::replace(db, &text)?)
}

/// The deal, if the actor may see it and do this to it; locked until the transaction ends.
pub(super) fn taken(
    db: &mut Db,
    act: &Act,
    id: OpportunityId,
    noun: Noun,
    action: Action,
) -> Result<Opportunity, Refusal> {
    let sight = act.sight(Noun::Opportunity, Action::Read)?;
    let deal = opportunities::one(db, &sight, id)?.ok_or(Refusal::NotFound)?;
    let facts = &deal.deal.facts;
    if !act.sight(noun, action)?.covers(Some(facts.owner_id), facts.team_id) {
        return Err(Refusal::Forbidden);
    }
    opportunities::lock(db, id)?;
    Ok(deal)
}

/// Where what belongs to a deal belongs.
pub(super) fn place_in(deal: &Opportunity, people: Vec<PersonId>) -> Place {
    place_of(deal.deal.id, &deal.deal.facts, people)
}

/// Moves a deal to a stage: `move_opportunity`. The buyers do not move with it; the gap does.
///
/// # Errors
/// When the actor may not, or the stage is of another pipeline.
pub fn move_to_stage(
    db: &mut Db,
    act: &mut Act,
    id: OpportunityId,
    key: Option<&str>,
    change: &StageChangeFacts,
) -> Result<Option<StageChangeId>, Refusal> {
    let deal = taken(db, act, id, Noun::Opportunity, Action::Update)?;
    let stage = pipelines::stage(db, change.stage_id)?
        .filter(|stage| stage.pipeline == deal.deal.facts.pipeline_id)
        .ok_or_else(|| Refusal::dangling("/stage_id"))?;
    let place = place_in(&deal, Vec::new());
    let stages = [&deal.stage.facts, &stage.facts];
    let made = Move { key, by: act.user(), stages, facts: change };
    let moved = write_move(db, act, (id, &place), &made)?;
    if moved.is_some() {
        estimates::settle_gap(db, act, id)?;
    }
    Ok(moved)
}

/// Takes a move back, or makes it again: `unmove_opportunity`, `remove_opportunity`.
///
/// # Errors
/// When the actor may not, or there is no such move.
pub fn take_back_move(
    db: &mut Db,
    act: &mut Act,
    id: OpportunityId,
    change: StageChangeId,
    deleted_at: Option<Timestamp>,
) -> Result<(), Refusal> {
    let deal = taken(db, act, id, Noun::Opportunity, Action::Update)?;
    if !opportunities::set_stage_change_deleted(db, change, id, deleted_at, act.now)? {
        return Err(Refusal::NotFound);
    }
    let name = if deleted_at.is_some() { "take_back_move" } else { "make_move_again" };
    note_as(db, act, name, "opportunity", id.uuid(), &place_in(&deal, Vec::new()), None)?;
    estimates::settle_gap(db, act, id)
}

/// Ends a deal, or opens it again: `close_opportunity`, `reopen_opportunity`.
///
/// # Errors
/// When the actor may not.
pub fn set_closure(
    db: &mut Db,
    act: &mut Act,
    id: OpportunityId,
    closure: Option<&ClosureFacts>,
) -> Result<(), Refusal> {
    let deal = taken(db, act, id, Noun::Opportunity, Action::Update)?;
    if deal.closure.as_ref() == closure {
        return Ok(());
    }
    write_closure(db, act, (id, &place_in(&deal, Vec::new())), closure)?;
    estimates::settle_all(db, act, id)
}

/// Notes the order, with which the phase of use begins, or takes it back: `order_opportunity`,
/// `unorder_opportunity`.
///
/// # Errors
/// When the actor may not.
pub fn set_ordered(
    db: &mut Db,
    act: &mut Act,
    id: OpportunityId,
    ordered_at: Option<Timestamp>,
) -> Result<(), Refusal> {
    let deal = taken(db, act, id, Noun::Opportunity, Action::Update)?;
    if deal.ordered_at == ordered_at {
        return Ok(());
    }
    let everyone = stakeholders::of(db, &[id])?.iter().map(|one| one.facts.person_id).collect();
    write_order(db, act, (id, &place_in(&deal, everyone)), ordered_at)?;
    estimates::settle_all(db, act, id)
}

/// Gives a person a part in a deal, or another one: `put_stakeholder`.
///
/// # Errors
/// When the actor may not, or the person is out of sight.
pub fn put_stakeholder(
    db: &mut Db,
    act: &mut Act,
    id: OpportunityId,
    facts: &StakeholderFacts,
) -> Result<(), Refusal> {
    let deal = taken(db, act, id, Noun::Opportunity, Action::Update)?;
    visible::<PersonFacts>(db, act, "/person_id", facts.person_id)?;
    if let Some(found) = stakeholders::one(db, id, facts.person_id)?
        && found.facts == *facts
        && found.meta.deleted_at.is_none()
    {
        return Ok(());
    }
    let person = facts.person_id;
    write_stakeholder(db, act, (id, &place_in(&deal, vec![person])), facts)?;
    estimates::settle_person(db, act, id, person)
}

/// Takes a person out of a deal, or back in: `remove_stakeholder`, `restore_stakeholder`.
///
/// # Errors
/// When the actor may not, or the person has no part.
pub fn set_stakeholder_deleted(
    db: &mut Db,
    act: &mut Act,
    id: OpportunityId,
    person: PersonId,
    deleted_at: Option<Timestamp>,
) -> Result<(), Refusal> {
    let deal = taken(db, act, id, Noun::Opportunity, Action::Update)?;
    if !stakeholders::set_deleted(db, id, person, deleted_at, act.now)? {
        return Err(Refusal::NotFound);
    }
    let name = if deleted_at.is_some() { "remove_stakeholder" } else { "restore_stakeholder" };
    let place = place_in(&deal, vec![person]);
    note_as(db, act, name, "stakeholder", person.uuid(), &place, None)?;
    estimates::settle_person(db, act, id, person)
}

/// The organization our users belong to, made when there is none yet.
pub(super) fn our_house(
    db: &mut Db,
    act: &mut Act,
    name: &assent_domain::text::Name,
) -> Result<assent_domain::ids::OrganizationId, Refusal> {
    if let Some(house) = organizations::our_house(db)? {
        return Ok(house);
    }
    let facts = OrganizationFacts { ours: true, ..OrganizationFacts::named(name.clone()) };
    let id = act.mint();
    record::insert(db, id, &facts, act.now)?;
    kept::note::<OrganizationFacts>(db, act, "create", id, &Place::default(), None)?;
    Ok(id)
}
