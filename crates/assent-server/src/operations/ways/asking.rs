//! Asking somebody to lead us to somebody: noted, so that nobody is asked twice within a month, and
//! followed until it is known what came of it.

use assent_domain::ids::{AskId, OpportunityId, PersonId};
use assent_domain::permission::{Action, Noun};
use assent_domain::person::PersonFacts;
use assent_domain::ways::{AskState, asked_again};
use assent_store::asks::{self, Ask, LastAsked};
use assent_store::opportunities::Opportunity;
use assent_store::{Db, users};
use serde_json::json;

use crate::operations::advice::advise_anew;
use crate::operations::deals::{place_in, taken};
use crate::operations::estimates;
use crate::operations::kept::note_as;
use crate::operations::nouns::visible;
use crate::operations::{Act, Fault, Refusal, control};

/// How long a note may be.
const LONGEST_NOTE: usize = 200;
/// People on a way at most.
const MOST_THROUGH: usize = 8;
/// The word for an ask in the journal.
const NOUN: &str = "ask";

/// An ask to be noted.
#[derive(Clone, Debug)]
pub struct NewAsk {
    /// To whom we want to get.
    pub target: PersonId,
    /// Through whom, from the one who is asked to the last.
    pub through: Vec<PersonId>,
}

/// Notes that somebody was asked to lead us to somebody: `create_ask`.
///
/// # Errors
/// When the actor may not, a field is at fault, or they were asked lately.
pub fn ask(
    db: &mut Db,
    act: &mut Act,
    deal: OpportunityId,
    wanted: &NewAsk,
) -> Result<AskId, Refusal> {
    let opportunity = taken(db, act, deal, Noun::Interaction, Action::Create)?;
    let (asked, onward) = checked(db, act, &opportunity, wanted)?;
    not_asked_lately(db, act, asked, None)?;
    let id: AskId = act.mint();
    let row = asks::NewAsk {
        id,
        opportunity: deal,
        target: wanted.target,
        person: asked,
        onward: &onward,
        chance: chance(db, act, deal, wanted)?,
        asked_on: act.today(),
        by: act.user(),
    };
    asks::insert(db, &row, act.now)?;
    let place = place_in(&opportunity, vec![asked, wanted.target]);
    note_as(db, act, "create_ask", NOUN, id.uuid(), &place, None)?;
    advise_anew(db, act, deal)?;
    Ok(id)
}

/// Who is asked, and who lies between them and the target.
fn checked(
    db: &mut Db,
    act: &Act,
    deal: &Opportunity,
    wanted: &NewAsk,
) -> Result<(PersonId, Vec<PersonId>), Refusal> {
    let NewAsk { target, through } = wanted;
    let parts = assent_store::acquaintances::in_deal(db, deal.deal.id)?;
    let owner = users::one(db, deal.deal.facts.owner_id)?;
    let asker = owner.and_then(|owner| owner.user.facts.person_id);
    let mut faults = Vec::new();
    let mut check = |pointer: &str, person: PersonId| -> Result<(), Refusal> {
        if parts.contains(&person) {
            return Ok(());
        }
        match visible::<PersonFacts>(db, act, pointer, person) {
            Err(Refusal::Invalid(found)) => faults.extend(found),
            other => other?,
        }
        Ok(())
    };
    check("/target_id", *target)?;
    for (at, person) in through.iter().enumerate() {
        check(&format!("/through/{at}"), *person)?;
    }
    if through.is_empty() || through.len() > MOST_THROUGH {
        let message = format!("name one to {MOST_THROUGH} people");
        faults.push(Fault::new("/through", "out_of_range", message));
    }
    for (at, person) in through.iter().enumerate() {
        if person == target || through[..at].contains(person) {
            let message = "names somebody twice";
            faults.push(Fault::new(format!("/through/{at}"), "same_person", message));
        }
    }
    if through.first().is_some_and(|first| Some(*first) == asker) {
        let message = "nobody has to ask themselves";
        faults.push(Fault::new("/through/0", "same_person", message));
    }
    match through.split_first() {
        Some((first, onward)) if faults.is_empty() => Ok((*first, onward.to_vec())),
        _ => Err(Refusal::Invalid(faults)),
    }
}

/// The chance of the way that is asked for, if it is among the best.
fn chance(
    db: &mut Db,
    act: &Act,
    deal: OpportunityId,
    wanted: &NewAsk,
) -> Result<Option<f64>, Refusal> {
    let sight = act.sight(Noun::Opportunity, Action::Read)?;
    let deal = estimates::load(db, &sight, deal)?;
    let bearings = control::bearings(db, act)?;
    let picture = deal.picture(act, &bearings.limits, act.today());
    let found = super::to_person(db, act, (&deal, &picture), wanted.target, None)?;
    let way = found.ways.iter().find(|way| way.through() == wanted.through);
    Ok(way.map(|way| way.chance))
}

/// Refuses to ask somebody who was asked lately, by whomever, and says when and by whom.
fn not_asked_lately(
    db: &mut Db,
    act: &Act,
    person: PersonId,
    but: Option<AskId>,
) -> Result<(), Refusal> {
    asks::lock_person(db, person)?;
    let asked = asks::asked_since(db, super::first_day(act), Some(&[person]))?;
    let Some(last) = asked.into_iter().find(|one| Some(one.ask) != but) else { return Ok(()) };
    let names = assent_store::people::names(db, &[person])?;
    let name = names.into_iter().next().map(|(_, name)| name).unwrap_or_default();
    let LastAsked { on, by, .. } = last;
    let by = by.map(|(_, name)| format!(" by {name}")).unwrap_or_default();
    let again = asked_again(on, act.model.path_prior().asked_again_days);
    let message = format!("{name} was asked on {on}{by}, and may be asked again from {again}");
    Err(Refusal::Conflict { code: "asked_lately", message })
}

/// The ask, if it is within sight.
///
/// # Errors
/// When it is not.
pub fn find(db: &mut Db, act: &Act, id: AskId) -> Result<Ask, Refusal> {
    let deals = act.sight(Noun::Opportunity, Action::Read)?;
    let people = act.sight(Noun::Person, Action::Read)?;
    asks::one(db, [&deals, &people], id)?.ok_or(Refusal::NotFound)
}

/// Notes how an ask stands: `agree_to_ask`, `finish_ask`, `refuse_ask`, `undo_ask`, or `reopen_ask` where
/// that is taken back.
///
/// # Errors
/// When the actor may not, or somebody else was faster.
pub fn set_state(
    db: &mut Db,
    act: &mut Act,
    (id, version): (AskId, Option<i64>),
    state: AskState,
    note: Option<&str>,
) -> Result<(), Refusal> {
    let found = find(db, act, id)?;
    let deal = taken(db, act, found.opportunity, Noun::Interaction, Action::Update)?;
    let note = note.map(str::trim).filter(|note| !note.is_empty());
    if note.is_some_and(|note| note.chars().count() > LONGEST_NOTE) {
        let message = format!("is longer than {LONGEST_NOTE} characters");
        return Err(Refusal::field("/note", "too_long", message));
    }
    if found.state == AskState::Undone && state != AskState::Undone {
        not_asked_lately(db, act, found.person.0, Some(id))?;
    }
    let version = version.unwrap_or(found.version);
    if !asks::set_state(db, (id, version), state, note, act.now)? {
        return Err(Refusal::ChangedMeanwhile);
    }
    let name = match state {
        AskState::Asked => "reopen_ask",
        AskState::Agreed => "agree_to_ask",
        AskState::Done => "finish_ask",
        AskState::Refused => "refuse_ask",
        AskState::Undone => "undo_ask",
    };
    let place = place_in(&deal, vec![found.person.0, found.target.0]);
    let detail = json!({ "state": { "before": found.state, "after": state } }).to_string();
    note_as(db, act, name, NOUN, id.uuid(), &place, Some(detail))?;
    advise_anew(db, act, found.opportunity)
}
