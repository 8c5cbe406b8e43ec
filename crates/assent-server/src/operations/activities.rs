//! Planned activities: planned with what they are expected to bring, done by recording what happened,
//! cancelled with a reason.

use assent_domain::activity::{ActivityFacts, expectation};
use assent_domain::evidence::kinds;
use assent_domain::ids::{ActivityId, InteractionId, PersonId, ProposalId};
use assent_domain::interaction::{Direction, InteractionFacts, Source};
use assent_domain::permission::{Action, Noun, Sight};
use assent_domain::person::PersonFacts;
use assent_domain::text::{Key, Words};
use assent_domain::time::{Day, Timestamp};
use assent_domain::winning::win;
use assent_store::activities::{self, Activity};
use assent_store::advice::{self as proposals, Proposal};
use assent_store::{Db, opportunities, users};

use super::advice::{self, advise_anew, role_in};
use super::deals::{place_in, taken};
use super::estimates::{self, Deal};
use super::evidence::{Entered, Entry, record_linked};
use super::kept::{self, note_as};
use super::nouns::visible;
use super::ways::Eyes;
use super::{Act, Fault, Kept, Place, Refusal, control};

/// People an activity may be for at most.
const MOST_PEOPLE: usize = 20;
/// How long a reason may be.
const LONGEST_REASON: usize = 200;

impl Kept for ActivityFacts {
    const NOUN: &'static str = "activity";
    const PERMISSION: Noun = Noun::Interaction;

    fn place(&self, db: &mut Db) -> Result<Place, Refusal> {
        let deal = opportunities::one(db, &Sight::All, self.opportunity_id)?;
        Ok(deal.map_or_else(Place::default, |deal| place_in(&deal, people_of(self))))
    }

    fn check(&self, act: &Act, _: ActivityId) -> Result<(), Refusal> {
        let mut faults = Vec::new();
        if !kinds(&act.model).any(|kind| kind == self.kind.as_str()) {
            let known = kinds(&act.model).collect::<Vec<_>>().join(", ");
            let message = format!("“{}” is not one of: {known}", self.kind);
            faults.push(Fault::new("/kind", "unknown_word", message));
        }
        if self.people.is_empty() || self.people.len() > MOST_PEOPLE {
            let message = format!("name one to {MOST_PEOPLE} people");
            faults.push(Fault::new("/people", "out_of_range", message));
        }
        if faults.is_empty() { Ok(()) } else { Err(Refusal::Invalid(faults)) }
    }

    fn check_references(&self, db: &mut Db, act: &Act, id: ActivityId) -> Result<(), Refusal> {
        self.check(act, id)?;
        let mut faults = Vec::new();
        for (at, person) in self.people.iter().enumerate() {
            let pointer = format!("/people/{at}/person_id");
            match visible::<PersonFacts>(db, act, &pointer, person.person_id) {
                Err(Refusal::Invalid(found)) => faults.extend(found),
                other => other?,
            }
        }
        if users::one(db, self.owner_id)?.is_none() {
            faults.push(Fault::new("/owner_id", "unknown_reference", "there is no such user"));
        }
        if faults.is_empty() { Ok(()) } else { Err(Refusal::Invalid(faults)) }
    }

    fn follow_up(&self, db: &mut Db, act: &mut Act) -> Result<(), Refusal> {
        advise_anew(db, act, self.opportunity_id)
    }
}

fn people_of(facts: &ActivityFacts) -> Vec<PersonId> {
    facts.people.iter().map(|one| one.person_id).collect()
}

/// Plans an activity, with what it may be expected to bring: `create_activity`. One that takes up a
/// suggestion says so, and the house learns that it suits.
///
/// # Errors
/// When the actor may not, or a field is at fault.
pub fn plan(
    db: &mut Db,
    act: &mut Act,
    facts: &ActivityFacts,
    suggested: bool,
) -> Result<ActivityId, Refusal> {
    let opportunity = taken(db, act, facts.opportunity_id, Noun::Interaction, Action::Create)?;
    let id: ActivityId = act.mint();
    facts.check_references(db, act, id)?;
    let proposal = if suggested { take_up(db, act, facts)? } else { None };
    let expected = expected(db, act, facts)?;
    activities::insert(db, id, facts, (expected.as_deref(), proposal), act.now)?;
    let place = place_in(&opportunity, people_of(facts));
    note_as(db, act, "create_activity", ActivityFacts::NOUN, id.uuid(), &place, None)?;
    advise_anew(db, act, facts.opportunity_id)?;
    Ok(id)
}

/// What an activity may be expected to bring as things are, as JSON.
fn expected(db: &mut Db, act: &Act, facts: &ActivityFacts) -> Result<Option<String>, Refusal> {
    let deal = estimates::load(db, &Sight::All, facts.opportunity_id)?;
    let bearings = control::bearings(db, act)?;
    let picture = deal.picture(act, &bearings.limits, act.today());
    let attempts = advice::attempts(db, act, &deal, &picture, Eyes::Owner)?;
    let first = facts.people.first().and_then(|one| attempts.ways.get(&one.person_id));
    let reach = first.filter(|_| !facts.through.is_empty()).map(|way| way.chance);
    let expected = expectation(&picture, facts, reach);
    Ok(expected.and_then(|expected| serde_json::to_string(&expected).ok()))
}

fn take_up(
    db: &mut Db,
    act: &mut Act,
    facts: &ActivityFacts,
) -> Result<Option<ProposalId>, Refusal> {
    let Some(person) = facts.people.first().map(|one| one.person_id) else { return Ok(None) };
    let role = role_in(db, facts.opportunity_id, person)?;
    let id = act.mint();
    let row = Proposal {
        id,
        opportunity: facts.opportunity_id,
        person,
        action: facts.kind.as_str(),
        role,
        dismissed: None,
        made_on: act.today(),
        by: act.user(),
    };
    proposals::note(db, &row, act.now)?;
    Ok(Some(id))
}

/// Changes an activity: `update_activity`. While it is still to be done, what it may be expected to
/// bring is told anew.
///
/// # Errors
/// When the actor may not, a field is at fault, or somebody else was faster.
pub fn change(
    db: &mut Db,
    act: &mut Act,
    id: ActivityId,
    version: Option<i64>,
    change: impl FnOnce(ActivityFacts) -> Result<ActivityFacts, Refusal>,
) -> Result<(), Refusal> {
    let before = find(db, act, id)?;
    kept::change(db, act, id, version, |facts: ActivityFacts| {
        let after = change(facts)?;
        if after.opportunity_id == before.stored.facts.opportunity_id {
            return Ok(after);
        }
        let message = "what is planned in one deal cannot be moved to another";
        Err(Refusal::field("/opportunity_id", "fixed", message))
    })?;
    let after = find(db, act, id)?;
    let aims = |of: &Activity| (of.stored.facts.kind.clone(), of.stored.facts.people.clone());
    if after.done.is_none() && aims(&before) != aims(&after) {
        let expected = expected(db, act, &after.stored.facts)?;
        activities::set_expected(db, id, expected.as_deref())?;
    }
    Ok(())
}

/// The activity, if it is within sight.
///
/// # Errors
/// When it is not.
pub fn find(db: &mut Db, act: &Act, id: ActivityId) -> Result<Activity, Refusal> {
    let sight = act.sight(Noun::Interaction, Action::Read)?;
    activities::one(db, &sight, id)?.ok_or(Refusal::NotFound)
}

/// How an activity went.
#[derive(Clone, Debug, Default)]
pub struct HowItWent {
    /// How they answered; nothing, where the question is still open.
    pub result: Option<Key>,
    /// When; now, when left out.
    pub at: Option<Timestamp>,
    /// In whose words.
    pub words: Option<Words>,
}

/// Records that an activity was done and how they answered: `record_evidence`, `finish_activity`.
///
/// # Errors
/// When the actor may not, it is over already, or the answer is none of its kind.
pub fn finish(
    db: &mut Db,
    act: &mut Act,
    id: ActivityId,
    how: &HowItWent,
) -> Result<Entered, Refusal> {
    let activity = find(db, act, id)?;
    still_open(&activity)?;
    let facts = &activity.stored.facts;
    let by_id = users::one(db, facts.owner_id)?.and_then(|owner| owner.user.facts.person_id);
    let interaction = InteractionFacts {
        opportunity_id: facts.opportunity_id,
        kind: facts.kind.clone(),
        direction: Some(Direction::Out),
        result: how.result.clone(),
        at: how.at.unwrap_or(act.now),
        participants: people_of(facts),
        through: facts.through.clone(),
        signs: Vec::new(),
        source: Source::SellerNote,
        words: how.words.clone(),
        by_id,
        procedure_bound: false,
        assumed: false,
    };
    let entry = Entry { interaction: Some(interaction), commitments: Vec::new() };
    let entered = record_linked(db, act, &entry, Links::None)?;
    if let Some(interaction) = entered.interaction {
        conclude(db, act, &activity, interaction)?;
    }
    advise_anew(db, act, facts.opportunity_id)?;
    Ok(entered)
}

/// The chance to win at the end of the day before, and of the day itself; `None` after the order.
#[must_use]
pub fn win_around(act: &Act, deal: &Deal, day: Day) -> Option<[f64; 2]> {
    let limits = act.model.control_prior();
    let eve = Day::from_number(day.number() - 1);
    let on = |day| win(&deal.picture(act, limits, day)).map(|win| win.read_out.probability());
    on(eve).zip(on(day)).map(|(before, after)| [before, after])
}

/// What recording something does to what was planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Links {
    /// An open activity of the same kind towards the same person is done with it.
    Planned,
    /// Nothing.
    None,
}

/// Notes that what was just recorded is what was planned: the first open activity of its kind towards
/// somebody who took part.
pub(super) fn conclude_planned(
    db: &mut Db,
    act: &Act,
    facts: &InteractionFacts,
    interaction: InteractionId,
) -> Result<(), Refusal> {
    if facts.direction != Some(Direction::Out) {
        return Ok(());
    }
    let open = activities::open_in(db, facts.opportunity_id)?;
    let meant = open.iter().find(|(_, kind, people)| {
        kind == facts.kind.as_str() && people.iter().any(|one| facts.participants.contains(one))
    });
    let Some((id, ..)) = meant else { return Ok(()) };
    match activities::one(db, &Sight::All, *id)? {
        Some(activity) => conclude(db, act, &activity, interaction),
        None => Ok(()),
    }
}

fn conclude(
    db: &mut Db,
    act: &Act,
    activity: &Activity,
    interaction: InteractionId,
) -> Result<(), Refusal> {
    let id = activity.stored.id;
    activities::set_done(db, id, Some(interaction), act.now)?;
    let place = activity.stored.facts.place(db)?;
    note_as(db, act, "finish_activity", ActivityFacts::NOUN, id.uuid(), &place, None)
}

/// Cancels an activity, or takes that back: `cancel_activity`, `reopen_activity`.
///
/// # Errors
/// When the actor may not, or it is over already.
pub fn set_cancelled(
    db: &mut Db,
    act: &mut Act,
    id: ActivityId,
    cancelled: Option<Option<&str>>,
) -> Result<(), Refusal> {
    let activity = find(db, act, id)?;
    let facts = &activity.stored.facts;
    let deal = taken(db, act, facts.opportunity_id, Noun::Interaction, Action::Update)?;
    let reason = cancelled.map(|reason| reason.map(str::trim).filter(|text| !text.is_empty()));
    if reason.flatten().is_some_and(|text| text.chars().count() > LONGEST_REASON) {
        let message = format!("is longer than {LONGEST_REASON} characters");
        return Err(Refusal::field("/reason", "too_long", message));
    }
    if cancelled.is_some() {
        still_open(&activity)?;
    }
    activities::set_cancelled(db, id, reason, act.now)?;
    let name = if cancelled.is_some() { "cancel_activity" } else { "reopen_activity" };
    let place = place_in(&deal, people_of(facts));
    note_as(db, act, name, ActivityFacts::NOUN, id.uuid(), &place, None)?;
    advise_anew(db, act, facts.opportunity_id)
}

fn still_open(activity: &Activity) -> Result<(), Refusal> {
    let over = |code, message: &str| Err(Refusal::Conflict { code, message: message.to_owned() });
    if activity.done.is_some() {
        return over("activity_done", "this has been done already");
    }
    if activity.cancelled.is_some() {
        return over("activity_cancelled", "this was cancelled");
    }
    Ok(())
}
