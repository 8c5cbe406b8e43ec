//! Control: what is shown of a deal at a glance, its alarms as they come and go, the limits that raise
//! them, and who has put one off.

mod norms;
mod shown;

use assent_domain::control::{AlarmFigures, ControlLimits, DealAlarm, FalseAlarmRate, Norms};
use assent_domain::ids::{AlarmId, OpportunityId, OutboxId};
use assent_domain::permission::{Action, Noun, Sight};
use assent_domain::time::Day;
use assent_inference::ControlPrior;
use assent_store::alarms::{self, Alarm, NewAlarm};
use assent_store::{Db, control, indicators, opportunities};
use serde::{Deserialize, Serialize};

pub use self::norms::refresh as refresh_norms;
pub use self::shown::{Card, Cause, People, Promises, Reached, Shown, Touches};
use super::estimates::Deal;
use super::kept::{Place, note_as};
use super::{Act, Fault, Refusal};

/// How long a reason may be.
const LONGEST_REASON: usize = 200;

/// What alarms are measured by.
#[derive(Clone, Debug)]
pub struct Bearings {
    /// The limits in force.
    pub limits: ControlPrior,
    /// What is usual in the house.
    pub norms: Norms,
}

/// The form in which an alarm's figures lie in the database.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AlarmBody {
    /// By which figures.
    pub figures: AlarmFigures,
    /// How often such an alarm is false.
    pub false_alarms: FalseAlarmRate,
}

/// What alarms are measured by, now.
///
/// # Errors
/// When the database fails.
pub fn bearings(db: &mut Db, act: &Act) -> Result<Bearings, Refusal> {
    let set = control::limits(db)?.and_then(|row| read_limits(&row.body));
    // Limits were checked when they were set; what a newer program wrote is not taken.
    let limits = set.and_then(|limits| limits.checked(&act.model).ok());
    let limits = limits.unwrap_or_else(|| act.model.control_prior().clone());
    let norm = control::norm(db)?.and_then(|(_, body)| serde_json::from_str(&body).ok());
    Ok(Bearings { limits, norms: norm.unwrap_or_default() })
}

fn read_limits(body: &str) -> Option<ControlLimits> {
    serde_json::from_str(body).ok()
}

/// Writes what is shown of a deal, raises the alarms that are new and ends those that are over.
pub(super) fn settle(
    db: &mut Db,
    act: &mut Act,
    deal: &Deal,
    shown: &Shown,
) -> Result<(), Refusal> {
    let id = deal.opportunity.deal.id;
    indicators::put(db, &shown.indicator(id))?;
    let mut going_on = alarms::of_deals(db, &[id])?;
    for alarm in &shown.alarms {
        let is_it = |row: &Alarm| {
            row.kind == alarm.kind.as_str()
                && row.person.as_ref().map(|(person, _)| *person) == alarm.person
                && row.commitment == alarm.commitment
        };
        let body = body(alarm);
        match going_on.iter().position(is_it) {
            Some(at) => {
                let row = going_on.swap_remove(at);
                if row.body != body || row.since != alarm.since {
                    alarms::renew(db, row.id, alarm.since, &body)?;
                }
            }
            None => raise(db, act, deal, alarm, &body)?,
        }
    }
    for row in going_on {
        alarms::clear(db, row.id, act.now)?;
        note(db, act, deal, "clear_alarm", row.id, &row.kind)?;
    }
    Ok(())
}

fn raise(
    db: &mut Db,
    act: &mut Act,
    deal: &Deal,
    alarm: &DealAlarm,
    body: &str,
) -> Result<(), Refusal> {
    let id: AlarmId = act.mint();
    let new = NewAlarm {
        id,
        opportunity: deal.opportunity.deal.id,
        kind: alarm.kind.as_str(),
        person: alarm.person,
        commitment: alarm.commitment,
        since: alarm.since,
        body,
    };
    alarms::raise(db, &new, act.now)?;
    note(db, act, deal, "raise_alarm", id, alarm.kind.as_str())
}

fn note(
    db: &mut Db,
    act: &Act,
    deal: &Deal,
    operation: &str,
    id: AlarmId,
    kind: &str,
) -> Result<(), Refusal> {
    let facts = &deal.opportunity.deal.facts;
    let place = Place {
        opportunity: Some(deal.opportunity.deal.id),
        owner: Some(facts.owner_id),
        team: facts.team_id,
        ..Place::default()
    };
    let detail = serde_json::json!({ "kind": kind }).to_string();
    note_as(db, act, operation, "alarm", id.uuid(), &place, Some(detail))
}

fn body(alarm: &DealAlarm) -> String {
    let body = AlarmBody { figures: alarm.figures.clone(), false_alarms: alarm.false_alarms };
    // Figures are plain values, which always have a JSON form.
    serde_json::to_string(&body).unwrap_or_default()
}

/// Puts an alarm off until the end of a day, for a reason: `snooze_alarm`; or takes that back with
/// `None`: `wake_alarm`.
///
/// # Errors
/// When the alarm is not within sight or has ended, the day is not to come, or there is no reason.
pub fn snooze(
    db: &mut Db,
    act: &Act,
    id: AlarmId,
    until: Option<(Day, &str)>,
) -> Result<Alarm, Refusal> {
    let sight = act.sight(Noun::Opportunity, Action::Update)?;
    let alarm = alarms::one(db, &sight, id)?.ok_or(Refusal::NotFound)?;
    if let Some((day, reason)) = until {
        check_snooze(act, day, reason)?;
    }
    let set = until.map(|(day, reason)| (day, reason.trim()));
    alarms::snooze(db, id, set, act.user())?;
    let deal = opportunities::one(db, &Sight::All, alarm.opportunity)?.ok_or(Refusal::NotFound)?;
    let place = Place {
        opportunity: Some(alarm.opportunity),
        owner: Some(deal.deal.facts.owner_id),
        team: deal.deal.facts.team_id,
        ..Place::default()
    };
    let detail = set.map(|(day, reason)| {
        serde_json::json!({ "kind": alarm.kind, "until": day, "reason": reason }).to_string()
    });
    let name = if until.is_some() { "snooze_alarm" } else { "wake_alarm" };
    note_as(db, act, name, "alarm", id.uuid(), &place, detail)?;
    alarms::one(db, &sight, id)?.ok_or(Refusal::NotFound)
}

fn check_snooze(act: &Act, until: Day, reason: &str) -> Result<(), Refusal> {
    let days = until.number() - act.today().number();
    let mut faults = Vec::new();
    if !(0..=366).contains(&days) {
        let message = "must be a day from today on, within a year";
        faults.push(Fault::new("/until", "out_of_range", message));
    }
    let length = reason.trim().chars().count();
    if length == 0 {
        faults.push(Fault::new("/reason", "required", "say why, for whoever looks later"));
    } else if length > LONGEST_REASON {
        let message = format!("is longer than {LONGEST_REASON} characters");
        faults.push(Fault::new("/reason", "too_long", message));
    }
    if faults.is_empty() { Ok(()) } else { Err(Refusal::Invalid(faults)) }
}

/// Sets the limits: `set_control_limits`; or goes back to those that ship with `None`. Every deal is
/// looked at again by the chore that follows.
///
/// # Errors
/// When the actor may not, or a limit cannot be.
pub fn set_limits(
    db: &mut Db,
    act: &mut Act,
    limits: Option<&ControlLimits>,
) -> Result<(), Refusal> {
    // Limits hold for everybody, like the stages of a pipeline.
    act.sight(Noun::Pipeline, Action::Update)?;
    if let Some(limits) = limits {
        let faults = limits.checked(&act.model).err().unwrap_or_default();
        if !faults.is_empty() {
            let fault = |of: assent_domain::control::LimitFault| {
                Fault::new(of.pointer, "out_of_range", of.rule)
            };
            return Err(Refusal::Invalid(faults.into_iter().map(fault).collect()));
        }
    }
    let body = limits.map(|limits| serde_json::to_string(limits).unwrap_or_default());
    control::set_limits(db, body.as_deref(), act.user(), act.now)?;
    let id = uuid::Uuid::nil();
    note_as(db, act, "set_control_limits", "control_limits", id, &Place::default(), body)?;
    refresh_norms(db, act)?;
    indicators::forget_day(db)?;
    let (id, now): (OutboxId, _) = (act.mint(), act.now);
    let key = format!("refresh_beliefs:{id}");
    Ok(assent_store::outbox::put(db, id, "refresh_beliefs", &key, "{}", now, now)?)
}

/// The limits in force and those that ship, with who has set them.
///
/// # Errors
/// When the database fails.
pub fn limits(db: &mut Db, act: &Act) -> Result<(ControlLimits, Option<control::Limits>), Refusal> {
    act.sight(Noun::Pipeline, Action::Read)?;
    let row = control::limits(db)?;
    let set = row.as_ref().and_then(|row| read_limits(&row.body));
    Ok((set.unwrap_or_else(|| ControlLimits::shipped(&act.model)), row))
}

/// The alarms that are going on in a deal that the actor has been seen to see.
///
/// # Errors
/// When the database fails.
pub fn alarms_of(db: &mut Db, deal: OpportunityId) -> Result<Vec<Alarm>, Refusal> {
    Ok(alarms::of_deals(db, &[deal])?)
}
