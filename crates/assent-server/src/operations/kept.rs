//! Keeping a record: the four operations that every noun has, with search and journal in step.

use assent_domain::ids::{OpportunityId, PersonId, TeamId, UserId};
use assent_domain::permission::{Action, Noun};
use assent_store::record;
use assent_store::search::{self, Text};
use assent_store::{Db, Record, Stored, journal};
use serde::Serialize;
use uuid::Uuid;

use super::{Act, Refusal};

/// Where a record belongs, which decides who hears of it.
#[derive(Clone, Debug, Default)]
pub struct Place {
    /// Who owns it, or the deal it belongs to.
    pub owner: Option<UserId>,
    /// The team it, or its deal, belongs to.
    pub team: Option<TeamId>,
    /// The deal it belongs to.
    pub opportunity: Option<OpportunityId>,
    /// The people whose estimate it may move.
    pub people: Vec<PersonId>,
}

/// A noun whose records are kept by the operations of this module.
pub trait Kept: Record + Serialize + Clone {
    /// The word for it in the API and the journal.
    const NOUN: &'static str;
    /// The line of the permission table that governs it.
    const PERMISSION: Noun;

    /// Makes the record its maker's, if it can have an owner and none is named.
    fn own(&mut self, _maker: UserId) {}

    /// Where a record with these facts belongs.
    ///
    /// # Errors
    /// When the database fails.
    fn place(&self, db: &mut Db) -> Result<Place, Refusal>;

    /// Checks that the facts make sense by themselves, whatever they point to.
    ///
    /// # Errors
    /// Names the fields at fault.
    fn check(&self, _act: &Act, _id: Self::Id) -> Result<(), Refusal> {
        Ok(())
    }

    /// Checks that what the facts point to is there and within sight.
    ///
    /// # Errors
    /// Names the fields at fault.
    fn check_references(&self, db: &mut Db, act: &Act, id: Self::Id) -> Result<(), Refusal>;

    /// What the record is found by, if it is searched for.
    fn found_by(&self) -> Option<(String, String, Vec<String>)> {
        None
    }

    /// What must be put in step after a record was written.
    ///
    /// # Errors
    /// When the database fails.
    fn follow_up(&self, _db: &mut Db, _act: &mut Act) -> Result<(), Refusal> {
        Ok(())
    }
}

/// The record, if it is within sight.
///
/// # Errors
/// When it is not, or the database fails.
pub fn read<F: Kept>(db: &mut Db, act: &Act, id: F::Id) -> Result<Stored<F::Id, F>, Refusal> {
    let sight = act.sight(F::PERMISSION, Action::Read)?;
    record::get::<F>(db, &sight, id)?.ok_or(Refusal::NotFound)
}

/// Adds a record: `create_<noun>`. What has an owner belongs to whoever made it, unless another is
/// named.
///
/// # Errors
/// When the actor may not, or the facts are at fault.
pub fn create<F: Kept>(db: &mut Db, act: &mut Act, facts: &F) -> Result<F::Id, Refusal> {
    let id: F::Id = act.mint();
    let mut facts = facts.clone();
    if let Some(maker) = act.user() {
        facts.own(maker);
    }
    create_as(db, act, id, &facts)?;
    Ok(id)
}

fn create_as<F: Kept>(db: &mut Db, act: &mut Act, id: F::Id, facts: &F) -> Result<(), Refusal> {
    act.sight(F::PERMISSION, Action::Create)?;
    facts.check_references(db, act, id)?;
    let place = facts.place(db)?;
    add(db, act, id, facts, &place)?;
    facts.follow_up(db, act)
}

/// Adds a record for a caller who has looked up what it points to and where it belongs, and who
/// puts in step what must follow.
pub(super) fn add<F: Kept>(
    db: &mut Db,
    act: &Act,
    id: F::Id,
    facts: &F,
    place: &Place,
) -> Result<(), Refusal> {
    facts.check(act, id)?;
    allow::<F>(act, Action::Create, place)?;
    record::insert(db, id, facts, act.now)?;
    note::<F>(db, act, "create", id, place, None)?;
    if let Some((title, subtitle, tokens)) = facts.found_by() {
        search::add(db, &text::<F>(id, place, &title, &subtitle, tokens))?;
    }
    Ok(())
}

/// Changes a record: `update_<noun>`. With a version, only if the record still has it.
///
/// # Errors
/// When the actor may not, the facts are at fault, or somebody else was faster.
pub fn change<F: Kept>(
    db: &mut Db,
    act: &mut Act,
    id: F::Id,
    version: Option<i64>,
    change: impl FnOnce(F) -> Result<F, Refusal>,
) -> Result<(), Refusal> {
    let before = writable::<F>(db, act, id, Action::Update)?;
    if version.is_some_and(|version| version != before.meta.version) {
        return Err(Refusal::ChangedMeanwhile);
    }
    let facts = change(before.facts.clone())?;
    facts.check_references(db, act, id)?;
    let place = facts.place(db)?;
    replace(db, act, &before, &facts, &place)?;
    facts.follow_up(db, act)
}

/// Changes a record for a caller who has looked up what it points to and where it will belong, and
/// who puts in step what must follow.
pub(super) fn replace<F: Kept>(
    db: &mut Db,
    act: &Act,
    before: &Stored<F::Id, F>,
    facts: &F,
    place: &Place,
) -> Result<(), Refusal> {
    facts.check(act, before.id)?;
    // Handing a record to where the actor cannot reach it is letting go of it, not changing it.
    allow::<F>(act, Action::Update, place)?;
    if !record::update(db, before.id, facts, before.meta.version, act.now)? {
        return Err(Refusal::ChangedMeanwhile);
    }
    note::<F>(db, act, "update", before.id, place, Some((&before.facts, facts)))?;
    if let Some((title, subtitle, tokens)) = facts.found_by() {
        search::replace(db, &text::<F>(before.id, place, &title, &subtitle, tokens))?;
    }
    Ok(())
}

/// Whether the actor may do this to a record that belongs there.
pub(super) fn allow<F: Kept>(act: &Act, action: Action, place: &Place) -> Result<(), Refusal> {
    if act.sight(F::PERMISSION, action)?.covers(place.owner, place.team) {
        Ok(())
    } else {
        Err(Refusal::Forbidden)
    }
}

/// Puts a record away: `delete_<noun>`. Nothing is lost; see [`bring_back`].
///
/// # Errors
/// When the actor may not.
pub fn put_away<F: Kept>(
    db: &mut Db,
    act: &mut Act,
    id: F::Id,
    version: Option<i64>,
) -> Result<(), Refusal> {
    let found = writable::<F>(db, act, id, Action::Delete)?;
    if version.is_some_and(|version| version != found.meta.version) {
        return Err(Refusal::ChangedMeanwhile);
    }
    if found.meta.deleted_at.is_some() {
        return Ok(());
    }
    record::set_deleted::<F>(db, id, Some(act.now), act.now)?;
    let place = found.facts.place(db)?;
    note::<F>(db, act, "delete", id, &place, None)?;
    search::remove(db, F::NOUN, id.into())?;
    found.facts.follow_up(db, act)
}

/// Brings a record back that was put away: `restore_<noun>`.
///
/// # Errors
/// When the actor may not.
pub fn bring_back<F: Kept>(db: &mut Db, act: &mut Act, id: F::Id) -> Result<(), Refusal> {
    let found = writable::<F>(db, act, id, Action::Delete)?;
    if found.meta.deleted_at.is_none() {
        return Ok(());
    }
    record::set_deleted::<F>(db, id, None, act.now)?;
    let place = found.facts.place(db)?;
    note::<F>(db, act, "restore", id, &place, None)?;
    if let Some((title, subtitle, tokens)) = found.facts.found_by() {
        search::replace(db, &text::<F>(id, &place, &title, &subtitle, tokens))?;
    }
    found.facts.follow_up(db, act)
}

/// The record, if the actor may see it and may do this to it. One that is seen but may not be
/// touched is forbidden; one that is not seen does not exist.
pub(super) fn writable<F: Kept>(
    db: &mut Db,
    act: &Act,
    id: F::Id,
    action: Action,
) -> Result<Stored<F::Id, F>, Refusal> {
    let found = read::<F>(db, act, id)?;
    let sight = act.sight(F::PERMISSION, action)?;
    match record::get::<F>(db, &sight, id)? {
        Some(_) => Ok(found),
        None => Err(Refusal::Forbidden),
    }
}

fn text<'a, F: Kept>(
    id: F::Id,
    place: &Place,
    title: &'a str,
    subtitle: &'a str,
    tokens: Vec<String>,
) -> Text<'a> {
    Text {
        noun: F::NOUN,
        record: id.into(),
        owner: place.owner,
        team: place.team,
        opportunity: place.opportunity,
        title,
        subtitle,
        tokens,
    }
}

/// Writes the journal's line of an operation on one record.
pub(super) fn note<F: Kept>(
    db: &mut Db,
    act: &Act,
    verb: &str,
    id: F::Id,
    place: &Place,
    change: Option<(&F, &F)>,
) -> Result<(), Refusal> {
    let operation = format!("{verb}_{}", F::NOUN);
    let detail = change.map(|(before, after)| difference(before, after));
    note_as(db, act, &operation, F::NOUN, id.into(), place, detail)
}

/// Writes the journal's line of an operation with a name of its own.
pub(super) fn note_as(
    db: &mut Db,
    act: &Act,
    operation: &str,
    noun: &str,
    id: Uuid,
    place: &Place,
    detail: Option<String>,
) -> Result<(), Refusal> {
    let entry = journal::Entry {
        at: act.now,
        user: act.user(),
        operation,
        noun,
        record: id,
        opportunity: place.opportunity,
        people: &place.people,
        owner: place.owner,
        team: place.team,
        detail,
    };
    Ok(journal::record(db, &entry)?)
}

/// The fields that differ, as JSON: `{"name": {"before": …, "after": …}}`.
fn difference(before: &impl Serialize, after: &impl Serialize) -> String {
    let fields = |facts: serde_json::Value| match facts {
        serde_json::Value::Object(fields) => fields,
        _ => serde_json::Map::new(),
    };
    // Facts are plain values, which always have a JSON form.
    let before = fields(serde_json::to_value(before).unwrap_or_default());
    let mut after = fields(serde_json::to_value(after).unwrap_or_default());
    let mut changed = serde_json::Map::new();
    for (name, old) in before {
        let new = after.remove(&name).unwrap_or_default();
        if new != old {
            changed.insert(name, serde_json::json!({ "before": old, "after": new }));
        }
    }
    serde_json::Value::Object(changed).to_string()
}
