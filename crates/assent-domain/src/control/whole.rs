//! Alarms on a deal as a whole.

use assent_inference::{
    Alarm, ClosingPace, Finding, Phase, Stage, gap_alarms, overdue, silent, single_thread,
    slipping, stays_too_long, unknown_decision_maker,
};

use super::people::watched_since;
use super::{DealAlarm, Norms, found};
use crate::gap::{median, readings, shares};
use crate::ids::PersonId;
use crate::picture::Picture;
use crate::time::Day;
use crate::winning::{competition, win};

pub(super) fn alarms(picture: &Picture<'_>, norms: &Norms, pace: &ClosingPace) -> Vec<DealAlarm> {
    let mut alarms = Vec::new();
    if picture.phase == Phase::Buy {
        alarms.extend(stage_against_buyers(picture));
        alarms.extend(nobody_decides(picture).map(|one| found(picture, &one, None, None)));
        alarms.extend(stays(picture, norms).map(|one| found(picture, &one, None, None)));
        alarms.extend(slips(picture, pace).map(|one| found(picture, &one, None, None)));
        alarms.extend(silence(picture).map(|one| found(picture, &one, None, None)));
    }
    alarms.extend(thread(picture));
    alarms.extend(promises(picture));
    alarms
}

fn stage_against_buyers(picture: &Picture<'_>) -> Vec<DealAlarm> {
    let Some(entry) = picture.deal.stage_on(picture.day) else { return Vec::new() };
    let readings = readings(picture, entry);
    let judged = |alarm: &Alarm| match alarm.finding {
        Finding::AheadOfBuyers { judged_on: Some(at), .. } => {
            picture.group.parts().get(at).map(|part| part.person)
        }
        _ => None,
    };
    let alarms = gap_alarms(picture.limits, &readings);
    alarms.iter().map(|alarm| found(picture, alarm, judged(alarm), None)).collect()
}

/// Since the deal began, or since the last who could say no left it. A deal of which nobody is known
/// yet is not nagged about: everybody in it is missing.
fn nobody_decides(picture: &Picture<'_>) -> Option<Alarm> {
    let deal = picture.deal;
    if picture.group.parts().is_empty() {
        return None;
    }
    let left = deal.parts.iter().filter(|part| part.role.has_veto());
    let left = left.filter_map(|part| part.until).filter(|until| *until < picture.day);
    let since = left.chain([deal.opened_on]).max()?.number() as f64;
    let now = picture.day.number() as f64;
    unknown_decision_maker(picture.model, picture.limits, picture.group.group(), since, now)
}

fn stays(picture: &Picture<'_>, norms: &Norms) -> Option<Alarm> {
    let entry = picture.deal.stage_on(picture.day)?;
    let usual = norms.stays.get(&entry.stage)?;
    let entered = Day::from(entry.at.date()).number() as f64;
    let now = picture.day.number() as f64;
    stays_too_long(picture.limits, usual.days, usual.ended, entered, now)
}

/// The pace at which deals of the house end knows nothing of the day that a seller has agreed with a
/// buyer, so a day to come is doubted only as long as the middle of the buyers does not prefer us. A
/// day gone by needs no doubt.
fn slips(picture: &Picture<'_>, pace: &ClosingPace) -> Option<Alarm> {
    let due = picture.deal.expected_close?;
    let middle = median(&shares(picture, picture.last_look(), Phase::Buy));
    if due >= picture.day && middle >= Stage::Preferring {
        return None;
    }
    let win = win(picture)?;
    let competition = competition(picture, pace, &win.read_out);
    let now = picture.day.number() as f64;
    slipping(picture.limits, &competition, due.number() as f64, now)
}

/// The deal hangs on one person, where the group has more than one.
fn thread(picture: &Picture<'_>) -> Option<DealAlarm> {
    let until = picture.day.end().days();
    let people: Vec<PersonId> = picture.group.parts().iter().map(|part| part.person).collect();
    let mut signs: Vec<(f64, usize)> = Vec::new();
    for (member, person) in people.iter().enumerate() {
        let days = picture
            .evidence
            .get(person)
            .map(|one| one.history.days_of_contact(picture.model, until));
        signs.extend(days.into_iter().flatten().map(|day| (day, member)));
    }
    signs.sort_by(|one, other| one.0.total_cmp(&other.0));
    let alarm = single_thread(picture.limits, &signs, picture.day.number() as f64)?;
    let Finding::SingleThread { member, .. } = alarm.finding else { return None };
    Some(found(picture, &alarm, people.get(member).copied(), None))
}

/// Silence of all who are watched, against what is expected of all of them together. Asked while they
/// buy: of those who use it, six in seven such silences meant nothing (docs/statistics/simulation.md).
fn silence(picture: &Picture<'_>) -> Option<Alarm> {
    let (mut expected, mut last) = (0.0, f64::NEG_INFINITY);
    for part in picture.group.parts() {
        let Some(evidence) = picture.evidence.get(&part.person) else { continue };
        let Some(since) = watched_since(picture, part, evidence) else { continue };
        let (Some(belief), Some(role)) = (picture.belief(part.person), picture.role(part)) else {
            continue;
        };
        let pace = match belief.phase() {
            Phase::Buy => 1.0,
            Phase::Use => picture.model.role_prior(role).pace_in_use,
        };
        expected += pace * belief.awaited_signs_per_day(picture.model);
        let days = evidence.history.days_of_contact(picture.model, picture.day.end().days());
        last = days.last().copied().unwrap_or(since).max(since).max(last);
    }
    (expected > 0.0)
        .then(|| silent(picture.limits, expected, last, picture.day.number() as f64))
        .flatten()
}

fn promises(picture: &Picture<'_>) -> Vec<DealAlarm> {
    let records = &picture.deal.records;
    let mut alarms = Vec::new();
    for one in &records.commitments {
        let facts = &one.facts;
        let done = [facts.kept_on, facts.broken_on, facts.withdrawn_on];
        let open = done.iter().flatten().all(|day| *day > picture.day);
        let ours = records.ours.contains(&facts.by_id) && facts.made_on <= picture.day;
        let Some(due) = facts.due.filter(|_| open && ours) else { continue };
        if let Some(alarm) = overdue(due.number() as f64, picture.day.number() as f64) {
            let mut alarm = found(picture, &alarm, Some(facts.to_id), Some(one.id));
            alarm.figures.words = Some(facts.text.to_string());
            alarms.push(alarm);
        }
    }
    alarms
}
